"""帮助: what this person can say, with examples from his own tasks."""

from handlers.access import ROLE_NAMES
from handlers.board import BoardLine, board_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.wording import clip, leaf_name
from scoring.model import Input

_SAMPLES = {
    "percent": "98.5%",
    "number": "1.2",
    "money": "120万元",
    "points": "1",
    "count": "3",
    "bool": "是",
}


def help_text(_text: str, context: Context) -> Reply:
    """Help for the speaker's role."""
    role = context.speaker.role
    lines = {
        "contact": _for_contact,
        "supervisor": _for_supervisor,
        "reviewer": _for_reviewer,
        "leader": _for_leader,
        "office": _for_office,
    }[role](context)
    return Reply("\n".join([f"您是{context.seat.unit}的{ROLE_NAMES[role]}，可以这样用：", *lines]))


def examples(context: Context) -> list[str]:
    """Up to two reports that the speaker could send as they stand."""
    board = board_of(context)
    return [_example(line) for line in (board.missing or board.lines)[:2]]


def _example(line: BoardLine) -> str:
    item = (line.missing or line.duty.inputs)[0]
    return f"{line.duty.ordinal} {_sample(item)}"


def _sample(item: Input) -> str:
    if item.type == "choice":
        return clip(item.choices[0].label, 12)
    return _SAMPLES.get(item.type, "内容")


def _for_contact(context: Context) -> list[str]:
    board = board_of(context)
    lines = []
    if board.lines:
        line = (board.missing or board.lines)[0]
        name = leaf_name(line.criterion, 20)
        lines.append(f"①报数：发序号或指标名加数，如“{_example(line)}”（{name}）；可以一次报几行。")
    lines += [
        "②交材料：图片、语音、视频、链接直接发给我，再回序号归类；文件回“上传”取网页；文字发“材料 序号 内容”。",
        "③看清单：“我的任务”；只看没报的：“还差什么”；看要求：“详情 1”。",
        "④看得分：“我的得分”“为什么 1”。发错了回“撤回”，改数直接重发。",
        "⑤导出：“导出材料”“导出目录”“自评报告”“导出计分表”，做好就发给您。",
    ]
    return lines


def _for_supervisor(_context: Context) -> list[str]:
    return [
        "“我的任务”“还差什么”看本单位进度；“我的得分”“为什么 1”看得分；“详情 1”看要求。",
        "“导出材料”“自评报告”“导出计分表”要本单位的文件。填报由联络员办理。",
    ]


def _for_reviewer(_context: Context) -> list[str]:
    return [
        "“待审”看清单，“看 1”看依据；“1通过2退回没章”“城建局三项都过”“给4分”办理，5分钟内可“撤销”。",
        "“让质监局补抽检台账”要求补充（不是退回）；“哪些图片没有说明”“有没有交重的”查材料；“看图”；“材料齐不齐 编号”。",
        "“我是城建局的 这个我不能审”回避；“谁改过这个数”看经过；“我审了多少”看统计。",
        "“详情 编号”看标准和填报情况，“为什么 编号”看计分过程。",
    ]


def _for_leader(_context: Context) -> list[str]:
    return [
        "“现在多少分”（发“分”也行）看总体；“排名”“没报”“丢分”看明细。",
        "单位名、指标名、“第三项”直接发就行，几家一起问也行；“三句话”“一页纸”“趋势”“和上次比”。",
        "“年底能到90吗”“能评上a级不”看区间；“要是……扣多少”试算（不入库）；“加分最多加几分”查原文。",
        "“催办”“跟某局长说一声……”以您的名义发（先确认）；“为什么 编号”看依据；“先别发了”暂停推送。",
        "“导出材料”“自评报告”“导出计分表”要文件，做好就发给您。",
    ]


def _for_office(context: Context) -> list[str]:
    return [
        "“现在多少分”“排名”“丢分”“没报”看进度；“没报 单位名”看一家的全部缺项。",
        "催：“催办”“催 单位名”“只催没交材料的”（先列名单）；“提醒计划”“当天下午3点再催一次”“报了多少了”。",
        "时限：“半年节点改到7月3号 原因…”“城建局② 延到7月3日 原因…”“7月6日别发”“看日历”。",
        "目标和代填：“制造业目标95”“用平均值”；“单位名 指标 数值”代填；“登记否决 事实”。",
        "人：“绑定情况”“绑定码 张三”“李四调走了换王五”“把张三设为审核员”，名册可粘贴表格。",
        "收尾：“半年节点归档”“发布结果”“通知全体：…”“通报稿”；“谁改过”“没看懂的”“别名”“疑点”。",
        "导出：“导出材料”“导出 单位名 材料”“导出目录”“自评报告”“导出计分表”。",
        *_for_contact(context)[:1],
    ]
