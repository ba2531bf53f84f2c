"""Words that stand for a value: yes and no, levels of evidence, none; never turned into a number here."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from handlers.reading.widths import clean

Kind = Literal["yes", "no", "none", "quiet", "all", "full", "partial", "whole", "unknown", "same", "label"]

_FOUNDED: Final = "成立|设立|印发|下发|发布|公开|举办|开展|完成|落实"
_DEEDS: Final = (
    f"{_FOUNDED}|建立|制定|制订|建设|组织|实施|出台|公布|召开|推进|推动|报送|做|办|搞|弄|达标|达到"
)
_UNDER_WATCH: Final = (
    "(?:已经?|在|被|有|纳入|列入|实施|接受|进入|处于|办|做|进行|了)*(?:质量)?(?:监督|监管|检查|报监|受监|覆盖){1,2}"
    "(?:到位?|范围|管理|体系|手续|登记|之?[中内]|里面?|上|了)*"
)
"""都纳入监督范围了, 全部在监管中."""
_ANYWHERE: Final[dict[Kind, str]] = {
    "all": rf"(?:全部|全都|都|均|全)(?:已经?)?(?:{_DEEDS}|有|是|好)(?:好|完|到位)?了?",
    "unknown": (
        "(?:不是|并非|没有?|未)(?:全部?|都|[批样项个件家]{2}|百分之?百)(?:都|是)?(?:合格|达标|(?:监督|监管|检查|覆盖)(?:到位?|完|全)?)|"
        f"(?:不是|并非|没有?|未)(?:全部?|都){_UNDER_WATCH}|"
        "还?不(?:清楚|知道|确定|掌握)|待定|暂无数据|暂无|暂缺|暂未统计|[还尚]?[没未]有?(?:统计|出来|算出来|汇总)(?:出来)?"
        "|[还正仍]?在(?:征求意见|走流程|走程序|审批|报批|会签|起草|修订|拟)中?|没有?数据|统计中|不合格|不达标率"
    ),
    "same": (
        "[同跟和与](?:上|前)(?:次|回|期|一次|面)?(?:的)?(?:一样|相同)?|[同跟和与]去年(?:一样|相同)"
        "|(?:还?按照?|沿?用|照)着?(?:上[次回期]|上个?月份?|上个?季度?|老|旧|原来|以前|之前)的?(?:数据?|样子|[那这]个)?(?:来|走|报|填|办)?"
        "|照旧|老样子|不变|持平|另一?个"
    ),
    "whole": (
        "(?:全部?|全都|都)(?:已经?)?覆盖(?:到位|完)?了?|应(?:盖|覆盖|纳|监|检|报)尽(?:盖|覆盖|纳|监|检|报)|全面覆盖|百分百覆盖|(?<!不)满的|拉满|(?:全部?|全都|都|均)(?:是|已)?(?:合格|达标)|满分|满格"
        "|(?:[批样项个件家]{2}|百分之?百|次次|每[批样项个件家])(?:都|全|均)?(?:是|为)?(?:合格|达标|通过|过关)"
        "|(?:一[个批件家例]|半个|1[个批件家])不(?:合格|达标)的?(?:产品|批次)?(?:也|都)?没有?|无一[个例批件]?不(?:合格|达标)|(?:没有?|未|无|零)(?:一[个批件家例])?(?:查出|发现|检出|抽到|抽出)?过?(?:一[个批件家例])?不(?:合格|达标)的?(?:产品|批次)?"
        "|(?:没有?|无)(?:一[个处家]|任何)?(?:遗漏|漏[掉项]?的?|空白|死角|盲区|盲点)"
        f"|(?:全部?都?|都|均){_UNDER_WATCH}|满覆盖"
    ),
    "partial": (
        "(?:证明|佐证|印证)?(?:材料|资料)?(?:还|尚)?(?:不全|不齐全?|不完整|没齐|未齐|不太全|没[凑备收配搞弄]?[全齐]|未备?[全齐]|[凑收备]不齐|只有一?部分|有一部分"
        "|缺一些|缺一点|缺一部分|缺几[样份个]|差一些|差一点|差几[样份个]|部分有)"
    ),
    "full": (
        "(?:证明|佐证|印证)?(?:材料|资料|台账)(?:都|均|也|已|已经|全部)*(?:齐全?|全|完整|备齐|都有|具备|有)了?|都?齐全|都?齐了|都全了?|全齐"
        "|有(?:完整|齐全)?的?(?:证明|佐证|印证)?(?:材料|资料)"
    ),
    "none": "(?:没有?|无)(?:任何)?(?:证明|佐证|印证)?(?:材料|资料)|(?<!有)没有|没得|木有|冇|零报告|(?<!有)无",
    "quiet": r"(?:没有?|未|无)(?:发生|出现)过?|没出过?事|没出过?问题",
    "no": rf"(?:没有?|[还尚]?未|还没有?|从未|不)(?:{_DEEDS}|做过|搞过)(?:好|完|过|到位)?|不符合|不是|否|[×✗✘❌]",
    "yes": (
        "(?<!没)(?:早就|都|也)?有了|(?:也|都)有|"
        rf"(?:已经?|按时|按要求)(?:{_DEEDS}|有)(?:好|完|到位)?了?|(?:{_DEEDS})(?:好|完|到位)?了|(?:已经?|早就)建(?:好|成)?了|做过了?|(?:召|(?<![公展离打召]))开(?:过了?|了|的)|符合|[√✓✔☑✅]"
    ),
}
"""Recognised wherever a run of words ends."""
_ALONE: Final[dict[Kind, str]] = {
    "yes": r"是的?|对的?|有|完成|达标|做|yes|y",
    "no": r"no|n",
    "none": "无|没|零|空白",
    "full": "全|全了|齐",
    "partial": "部分|一部分",
    "same": "同上|一样|同前",
}
"""Recognised only where they are the whole run: inside words they mean something else (安全, 没完)."""

PARTICLES: Final = r"[了的吧呢啊呀哦噢嘛啦哈~!。]*"
_KINDS: Final[tuple[Kind, ...]] = (
    "all",
    "unknown",
    "same",
    "whole",
    "partial",
    "full",
    "no",
    "quiet",
    "none",
    "yes",
)
_WHOLE: Final = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _ALONE.items()), re.IGNORECASE)
_TAIL: Final = re.compile(
    "(?:" + "|".join(f"(?P<{kind}>{_ANYWHERE[kind]})" for kind in _KINDS) + f"){PARTICLES}$"
)
_TRIMMED: Final = re.compile(PARTICLES + "$")


@dataclass(frozen=True, slots=True)
class State:
    """状态词: a word that stands for a value; `label` is one that equals a choice's own words."""

    text: str
    kind: Kind


@lru_cache(maxsize=256)
def split_state(run: str) -> tuple[str, State | None]:
    """A run of words without the state it ends with, and that state."""
    alone = _WHOLE.fullmatch(_TRIMMED.sub("", run.lstrip(_PUNCTUATION)))
    found = alone or _TAIL.search(run)
    if found is None or found.lastgroup is None:
        return run, None
    # 考核也开展了: 也 is of no name
    rest = "" if alone else run[: found.start()].removesuffix("也")
    return rest, State(found[found.lastgroup], _kind(found.lastgroup))


_PUNCTUATION: Final = " .:)=-—_*·"


def _kind(group: str) -> Kind:
    return next(kind for kind in (*_KINDS, *_ALONE) if kind == group)


def read_state(text: str) -> State | None:
    """The state that the whole text is; None for anything else."""
    rest, state = split_state(clean(text).strip())
    return state if not rest else None


def read_yes_no(text: str) -> bool | None:
    """What a bare 是 or 否, 做了 or 没做 says; None for anything else."""
    bare = _TRIMMED.sub("", clean(text).strip()).lower()
    if bare in _ASSENT:
        return True
    if bare in _DISSENT:
        return False
    state = read_state(bare)
    if state is None or state.kind not in ("yes", "no", "none", "all"):
        return None
    return state.kind in ("yes", "all")


_ASSENT: Final = frozenset(
    {"确认", "确定", "好", "可以", "行", "嗯", "没错", "正确", "ok", "yes", "y", "是滴", "对头"}
)
_DISSENT: Final = frozenset({"不", "不对", "错", "不行", "取消", "不用", "no", "n"})
