"""要文件怎么说: where an answer in words points to what can be had as a file; said in one place."""

NO_FILES = "要表格、报告请回“导出”。"
ORIGINALS = "要原件回“打包 单位名”或“导出材料”。"
