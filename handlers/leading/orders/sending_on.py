"""发给别人: files and figures that a leader wants sent to somebody else; neither goes out in his name."""

from handlers.context import Context
from handlers.messages import Reply


def not_sent(_text: str, _context: Context) -> Reply:
    """把方案发给各单位: files go to nobody but who asks for them."""
    return Reply(
        "文件我不能代您发给各单位，没有发送；请让质强办发。"
        "要以您的名义带句话，回“通知各单位 要说的话”，先给您看再发。"
    )


def not_forwarded(_text: str, _context: Context) -> Reply:
    """把这个情况发给王局长看看: what a leader is shown is for him; what others may see they can ask themselves."""
    return Reply(
        "查到的情况我不能代您转给别人，没有发送：里面有别的单位的数，只有领导、质强办能看，各单位可以自己查本单位的。"
        "要带句话，回“跟某某说一声 要说的话”；要提醒欠报的，回“催办”。"
    )
