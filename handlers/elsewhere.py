"""要文件怎么说: where an answer in words points to what can be had as a file; said in one place."""

NO_FILES = "这里给的是文字，可以直接复制；要Word、Excel、图片，能导出的有材料包、目录、自评报告、计分表，回“导出”看怎么要。"
ORIGINALS = "要原件回“打包 单位名”，全部的回“导出材料”。"
