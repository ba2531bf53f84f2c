"""没出事: a line that says only that nothing happened, from somebody whose list asks for no such thing."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.board import board_of, later_board
from handlers.context import Context
from handlers.matters.incidents import tells_of_event
from handlers.matters.kinds_of_event import kind_of, lines_counting
from handlers.messages import Reply
from handlers.reading.certainty.questions import not_yours
from handlers.reading.naming.topics import pieces_of, spoken
from handlers.reading.tokens.asides import split_times, without_asides
from handlers.reading.values import is_incident
from handlers.receipts import still_missing
from handlers.reporting import report
from handlers.wording import clip, listed
from scoring.model import Criterion

_LONGEST: Final = 40
_NO: Final = "无"
"""By itself it answers whatever line asks whether something happened."""
_MOST: Final = 4
_RATE: Final = re.compile("事故|死亡")
_EVENT: Final = (
    "事故|事[顾固]|事件|出事|出过事|平安|太平|[死伤](?:到|着|过|了)?[人亡]"
    "|(?:质量|安全)(?:上|方面|这块)?(?:没有?|无).{0,6}问题"
)
_UNHURT: Final = "(?:没有|没|无|未)(?:人员|人)?[死伤](?:到人|着人|亡人|亡|人员|人)?"
_MAY: Final = re.compile(_EVENT)
_NONE: Final = "没有|没得|木有|从没|从未|未|无|零|没|冇|不存在"
_HAPPENED: Final = "(?:再|有)?(?:发生|出现|出)?(?:过|了)?"
_GAP: Final = (
    "(?:上半年|全年|本?季度|今年|目前|这[个块项边]|那[个块项边]|方面|情况|数量?|我们?[局镇]?"
    "|一[起件]|任何|什么|[都也啥还就的:：])*"
)
_SAID: Final = (
    f"(?:{_NONE}|0起?){_HAPPENED}(?P<what>[^\\s\\d没无]{{0,14}}?)(?:事故|事[顾固]|事件)(?:数|情况)?(?:[这那]一?项)?"
    "(?:我们?[局镇]?)?(?:就?[填报])?(?:是|为)?(?:无|零|0|没有)?"
    f"|(?P<which>[^\\s\\d没无]{{0,12}}?)(?:事故|事[顾固]|事件){_GAP}(?:是|为|报)?(?:{_NONE}|0起?){_HAPPENED}"
    "|没(?:有|出现?)?过?(?:什么|啥|任何|一[起件])*出?过?(?:什么|啥)?事情?|平安无事|太平"
    "|(?:质量|安全)(?:上|方面|这块)?(?:没有?|无)(?:出现?|发现)?过?(?:什么|啥|任何|大)*问题"
)
_TELLS: Final = re.compile(
    f"(?:(?P<lead>[^\\d]{{0,14}}?)(?:{_SAID})(?:发生)?|(?:目前|人员|人|也|都)*{_UNHURT})[哈啊呢呀的了哦吧嘛!！~]*"
)
_ASIDE: Final = re.compile(
    f"(?>[也又既都]?{_UNHURT})+|(?:我们?|一切|全部|[都也])*(?:正常|平安|挺好|很好|好着|平稳|稳定|没问题)[呢的啊了哈]*|零报告|[填报](?:无|零|0|没有)"
    "|(?:特此|现)?(?:报告|汇报|说明|[上填]报|报|说)(?:一?下|了)?|谢谢|[这那]一?项?(?:我们?)?(?:是|就)?(?:怎么|咋|如何|要不要|用不用|还要)[报填写弄](?:吗|么)?|.{1,6}(?:这边|那边|这块|这里)|[^\\d]{1,8}(?:方面|来说)"
)
"""What people put beside it, and what is asked about it: how to report what need not be reported."""
_OTHER: Final = re.compile(
    "调查|处理|处置|查处|预案|应急|培训|整改|考核|制度|机制|方案|措施|检查|材料|证明|扣|分|算|有没有|是不是|如果|要是|万一|假如|的话|去年|听说|好像|可能|隐瞒|瞒报|不是|并非|了没|过[^，,]{0,8}没有?$|但|不过|可是|除了|只有"
)
"""What else may be meant beside an event that did not happen: papers about it, what it costs, that it is not certain."""
_NOTHING: Final = re.compile(
    "(?:我们?[局镇]?|这边|目前|现在|本[局镇期]|也|都|啊)*(?:没有?|无)(?:什么|啥|任何)*(?:情况|事项|可|东西|内容)?(?:要|需要?|可以?)?(?:[上填]?报告?|说|讲)?(?:的|了|啊|哈)*"
)
"""没啥可报的: the same as a bare 无."""
_LITTLE: Final = re.compile(
    "(?>我们|我|这边|目前|现在|也|都|倒|啥[都也]|什么[都也])*(?:(?:没(?:有|得)?|哪有)(?:啥|什么)?|没有?[这那]么?(?:一?回|个)?事|没影儿?的事)(?:的事)?(?:[的了啊哈嘛呀])*"
)
"""没啥, 没有的事 say less than 没有: it is none only where nothing of the list is asked by yes or no."""
_FIGURE: Final = re.compile(r"\d")
_FILLED: Final = re.compile("报|情况|事项|内容")


def nothing_happened(text: str, context: Context) -> Reply | None:
    """Whose line it is that counts such events, and that nothing was stored; None where the speaker's own one may."""
    if context.speaker.role != "contact" or len(text) > _LONGEST:
        return None
    said = text.strip(" 。.!！~")
    bare = _FILLED.search(said) is not None and _NOTHING.fullmatch(said) is not None
    if bare or (_LITTLE.fullmatch(said) and not _is_own("", (), context)):
        return report.report(_NO, context)
    if not _MAY.search(text) or tells_of_event(text):
        return None
    kind = _said_not_to_be(text) if _OTHER.search(text) is None else None
    return _beside_values(text, context) if kind is None else _no_such_event(text, kind, context)


def _no_such_event(text: str, kind: str, context: Context) -> Reply | None:
    """Of the whole line: whose it is, and what the speaker's own lines are."""
    board = board_of(context)
    others = lines_counting(kind, context.rubric)
    if _is_own(kind, others, context):
        heard = kind or any(
            row.item or row.choices or row.outcome == "refused" for row in report.read(text, context)[1]
        )
        return None if heard else report.report(_NO, context)
    titles = list(dict.fromkeys(line.title for line in board.lines))
    mine = [f"您名下是{listed(titles)}。"] if 0 < len(titles) <= _MOST else ["您名下的项见“我的任务”。"]
    return Reply("\n".join([*_others_lines(text, others), still_missing(board), *mine]))


def _others_lines(text: str, others: Sequence[Criterion]) -> list[str]:
    """Whose lines count such events, and that nothing was stored."""
    rows = [not_yours(text, one, one.before_review).reason for one in others]
    said = rows or [f"“{clip(text.strip(), 30)}”：您名下没有哪一项要报这个，不用报，没有记录。"]
    return said[:_MOST]


def _beside_values(text: str, context: Context) -> Reply | None:
    """安全事故没有，覆盖率100: the values are reported, of the event whose it is; None where it may be the speaker's."""
    clauses = _clauses(text)
    told = [one for one in clauses if _TELLS.fullmatch(one) and not _OTHER.search(one)]
    rest = [one for one in clauses if one not in told and _ASIDE.fullmatch(one) is None]
    if not told or not rest or not all(map(_FIGURE.search, rest)):
        return None
    kind = _said_not_to_be("，".join(told)) or ""
    others = lines_counting(kind, context.rubric)
    if _is_own(kind, others, context):
        return None
    reported = report.report("，".join(rest), context)
    told_of = reported.text if reported is not None else ""
    return Reply("\n".join(filter(None, [told_of, *_others_lines("，".join(told), others)])))


def _said_not_to_be(text: str) -> str | None:
    """What kind of event did not happen, maybe none in particular; None where that is not all that is said."""
    clauses = _clauses(text)
    told = [found for one in clauses if (found := _TELLS.fullmatch(one)) is not None]
    beside = [one for one in clauses if one and _TELLS.fullmatch(one) is None]
    if not told or not all(map(_ASIDE.fullmatch, beside)):
        whole = _TELLS.fullmatch("".join(clauses))
        told = [whole] if whole is not None else []
    if not told:
        return None
    words = "".join(f"{found['lead'] or ''}{found['what'] or ''}{found['which'] or ''}" for found in told)
    return kind_of(spoken(words))


def _clauses(text: str) -> list[str]:
    """The parts of the line, without what they say of time."""
    parts = re.split(r"[\s，,。；;!！?？、]+", without_asides(text).strip())
    return [split_times(one)[0] for one in parts if one]


def _is_own(kind: str, others: Sequence[Criterion], context: Context) -> bool:
    """Whether it may be meant for a line of the speaker's, of whatever milestone, that counts events or their rate."""
    lines = (*board_of(context).lines, *later_board(context).lines)
    own = [
        kind_of(item.label)
        for line in lines
        for item in line.duty.inputs
        if is_incident(item) or (item.type in ("number", "bool") and _RATE.search(item.label))
    ]
    codes = {line.criterion.code for line in lines}
    if any(one.code in codes for one in others):
        return True
    return any(not kind or not of or pieces_of(kind, of) for of in own)
