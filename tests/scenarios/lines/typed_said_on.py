"""What leaders have said to somebody, without the usual words; and lines that only look like it."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.casts import Person
from tests.scenarios.lines.case import Case

_HEAD: Final = (Person("wanggang", "王刚", "县城建局", "supervisor", title="局长"),)
_TO_HEAD: Final = ("将以您的名义转达县城建局 王刚（局长）", "回“是”")
_ALL: Final = ("提醒5人",)
_OVERVIEW: Final = ("暂得8/80分",)
_TWO: Final = (("wangmin", "2 100"), ("chenjing", "1 齐全"))


def _head(*facts: str, never: tuple[str, ...] = _ALL) -> Case:
    return Case("suntao", facts, people=_HEAD, never=never)


LEADERS_SAY_ON: Mapping[str, Case] = {
    "给城建王局捎个话 明天下班前务必报上来": _head(*_TO_HEAD, "明天下班前务必报上来"),
    "你通知一下城建局的王局长，明天是最后期限": _head(*_TO_HEAD, "明天是最后期限"),
    "替我敲打敲打王刚 明儿必须交": _head(*_TO_HEAD, "明儿必须交"),
    "城建的老李说一声": Case("suntao", ("转达县城建局 李刚",), never=_ALL),
    "市场监管那边的刘洋说一声 抓紧": Case("suntao", ("转达市场监督管理局 刘洋", "抓紧"), never=_ALL),
    "王刚那边你去催一催 就说明天必须有": _head(*_TO_HEAD, "明天必须有"),
    "把我的话带给王局长 明天报不上来找他": _head(*_TO_HEAD, "明天报不上来找他"),
    "王刚那边催了没": _head("没有发送", "县城建局·半年", never=("回“是”",)),
    "分数出来说一声": Case("suntao", ("没有办理",), never=("转达县",)),
    "城建局的情况说一下": Case("suntao", ("县城建局·半年",), never=("转达县",)),
    "催过王局长没有": _head("没有发送", "县城建局·半年", never=("回“是”",)),
    "提醒了城建局没": Case("suntao", ("没有发送", "县城建局·半年"), never=("回“是”",)),
    "都提醒了没": Case("suntao", ("没有发送", "未报18项"), _TWO, never=("回“是”",)),
    "提醒他们没": Case("suntao", ("没有发送", "未报18项"), _TWO, never=("回“是”",)),
    "提醒我明天看排名": Case("suntao", ("没有设", "每天上午9点发我")),
    # how it stands
    "整得怎么样了": Case("suntao", _OVERVIEW, _TWO),
    "在不在 说话": Case("suntao", _OVERVIEW, _TWO),
    "哪些部门还没把材料交上来": Case("suntao", ("未报18项", "县城建局 2项"), _TWO),
    "建设局那块报了没": Case("suntao", ("“建设局”是哪一家",), _TWO),
    "旅游那块报了没": Case("suntao", ("县旅游局·半年",), _TWO),
    "14个镇谁红谁绿": Case("tangbo", ("14家×13项",)),
    "各镇进度热力图": Case("tangbo", ("14家×13项",), never=("逐周累计",)),
    "未交清单发我一份": Case("suntao", ("未报18项",), _TWO),
    "年终会是个啥结果 有九十没": Case("suntao", ("推算区间", "目标90分"), _TWO),
    "各镇质量标兵申报到什么程度": Case("tangbo", ("4 质量标兵申报数：",), never=("14家×13项",)),
}
