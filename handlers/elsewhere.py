"""后台才有的: how to get what the conversation cannot hand over; said in one place, so that it stays true."""

NO_FILES = (
    "图片、Word、Excel现在还做不了，上面的文字可以直接复制；"
    "全部填报由信息人员在服务器上用 kaohe submissions --json 导出。"
)
ORIGINALS = "聊天里发不了原件；原件在服务器的材料文件夹里，由信息人员拷出。"
