"""接着说: “好了没”“第一个啥意思”“为什么” of somebody who reports, by what was shown to him just before."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers.board import board_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.reading.widths import clean
from handlers.reporting import questions
from handlers.reporting.about.asked import ROLES
from handlers.reporting.about.meant import last_heard, last_reported, recent, said_before
from handlers.reporting.about.question import Question
from handlers.suggesting import offering
from scoring.model import Criterion

LONGEST: Final = 20
_LEAD: Final = r"(?>现在|这下|这样|那么|那个|那|我们|我|是不是|应该|就|都|全|行|[，,\s])*"
_COMPLETE: Final = re.compile(
    rf"{_LEAD}(?:报|填|交|弄|做)?(?:(?:好|齐|够|全|完)了(?:没有?|吗|吧|不|么)|没有?我们?的?(?:啥|什么)?事了(?:吧|吗)?|没事了(?:吧|吗))[?？]?"
)
_WHAT: Final = re.compile(
    rf"(?:那|这)?(?:(?P<place>{PATTERN})|[那这]一?[个项条])(?:指标|任务)?(?>到底|具体|是|又|要|得|都|说的|讲的)*(?:(?:啥|什么)(?:意思|玩意儿?|东西|内容)?|干(?:啥|什么)|做(?:啥|什么)|怎么回事|咋回事)(?:的|啊|呀|呢)?[?？]?"
)
_WHY: Final = re.compile(
    r"(?:那|这)?(?:是|又)?(?:为什么|为啥|凭什么|凭啥|怎么来的|(?:怎么|咋)算(?:出来)?的)(?:啊|呀|呢)?[?？]?"
)
_MISSENT: Final = re.compile(
    r"(?:要是|如果|万一|那)?(?:我)?(?P<what>图片?|照片|文件|材料)?(?:发|报|填|交|传|写)(?:错|岔|重)了?(?:的话)?(?:怎么|咋|该怎么|要怎么)(?:办|弄|整|改|撤)(?:呢|啊|呀)?[?？]?"
)
_HANDED_IN: Final = re.compile(
    "(?:让我|给我|帮我|我)?(?:看看|看一?下|查查|查一?下)我?们?都?[交传发](?:了|过)?(?:的|啥|什么|哪些)(?:材料|东西|文件)?"
)
_OWN_VALUES: Final = re.compile(
    r"(?>麻烦|请|帮我|把|给我|再|想|看看|看一下|看下|[您你，,\s])*我(?>们|这边|自己|局|单位)*(?:已经|之前|前面)?报(?:上去|过|了)?的(?:数据?|东西|情况|内容)"
    r"(?>再|都|给我|帮我|让我|看看|看|发|列|念|核对|一遍|一下|出来)*(?:行吗|吗|吧)?"
)
_OWN_SCORE: Final = re.compile(
    "(?:那么?|请问|现在|目前|到现在)*(?:我们|咱们?|本)(?:局|单位|镇|区|县|委|办|这边)(?:现在|目前|一共|总共|总分|合计|得了?|暂得|是|有)*多少分了?(?:啊|呀|呢)?"
)
_ALONE: Final = re.compile(
    r"(?P<wrong>(?>不对|不是|说错了|报错了|错了|应该是|应该|哦|啊|哎呀|哎|[，,\s])*)(?:就是|是|那就|就)?(?P<value>\d+(?:\.\d+)?[%个家项起件]?)(?:吧|了)?"
)

_FORMER: Final = re.compile(
    r"(?>哎呀?|不对|错了|哦|那|把|[，,\s])*(?P<former>前面|上面|之前|先前|刚才|刚刚|[上前]一?(?=[个项条]))[报说发填]?的?[那这]?一?[个项条]?的?[数值]?[，,\s]*(?:应该?是|应该?改[成为]|改[成为到]?|换成|更正[为成]|是)(?P<value>\d+(?:\.\d+)?[%个家项起件]?)(?:吧|了)?"
)
"""前面那个改3: of what was reported before, or of what is asked about."""

_MERE: Final = re.compile(r"[\d.]+%?")


def meant(text: str, context: Context) -> str:
    """The command that the words come to; "" for anything else."""
    if context.speaker.role not in ROLES or len(text) > LONGEST:
        return ""
    words = clean(text).strip(" 。!！")
    for asked, order in ((_COMPLETE, "还差什么"), (_HANDED_IN, "我的材料"), (_OWN_SCORE, "我的得分")):
        if asked.fullmatch(words):
            return order
    what = _WHAT.fullmatch(words)
    if what is None and _WHY.fullmatch(words) is None:
        return ""
    question = Question(words, context)
    if what is not None and what["place"]:
        known = any(line.duty.ordinal == place_of(what["place"]) for line in question.board.lines)
        return f"详情 {place_of(what['place'])}" if known else ""
    leaves = recent(question) if what is not None else last_heard(question)
    return _of_leaf("详情" if what is not None else "为什么", leaves[0], context) if leaves else ""


_CAME_OUT: Final = re.compile(
    r"(?:那|请问)?(?P<of>[\u4e00-\u9fff]{2,4}?)[区县市镇]?的?(?:数据?|结果|那个)?(?:出来|下来)(?:了没有?|了吗|没有?)[?？]?"
)
_SHORT_OF: Final = re.compile(
    r"(?:那|请问|我们|[，,\s])*(?P<value>\d+(?:\.\d+)?)[%％]?(?P<asks>(?:的话)?(?:离|距|还|再|到|满分|达标|目标)*[差缺]多少.{0,12})"
)


def asked_plainly(text: str, context: Context) -> str:
    """95.1还差多少才能拿满分 with the line of which that is reported, where it is one alone; 把我报的数再看一遍."""
    if context.speaker.role not in ROLES:
        return text
    if _OWN_VALUES.fullmatch(text.strip()):
        return "我报了什么"
    out = _CAME_OUT.fullmatch(text.strip())
    if out is not None and any(out["of"] in subject for subject in context.seat.subjects):
        return f"{out['of']}报了没"
    found = _SHORT_OF.fullmatch(text.strip())
    if found is None:
        return text
    lines = [
        line
        for line in board_of(context).lines
        if line.duty.ordinal and found["value"] in map(str, line.record.reported.values())
    ]
    if len(lines) != 1:
        return text
    of = lines[0].subject if len(context.speaker.campaign.subjects) > 1 else ""
    return f"第{lines[0].duty.ordinal}项{of}{found['asks']}"


def _of_leaf(order: str, leaf: Criterion, context: Context) -> str:
    line, before = board_of(context).line(leaf.code), said_before(context)
    if order == "为什么" and line is not None and len(line.duty.subjects) > 1 and before is not None:
        named = [subject for subject in line.duty.subjects if subject[:2] in before[0]]
        return f"{order} {named[0]} {leaf.code}" if len(named) == 1 else f"{order} {leaf.code}"
    return f"{order} {line.duty.ordinal if line is not None and line.duty.ordinal else leaf.code}"


def how_to_mend(text: str, context: Context) -> Reply | None:
    """发错了怎么办: what takes back and what amends, values and pieces."""
    found = _MISSENT.fullmatch(clean(text).strip(" 。!！")) if len(text) <= LONGEST else None
    if found is None or context.speaker.role != "contact":
        return None
    values = "数发错了：直接重发正确的数，先让您核对再改；最近报的整条不要了回“撤回”，撤错了回“恢复”。"
    pieces = "图片、文件发错了：没归类的回“取消”；已归类的说“刚才的图发错了”“改归 2”。"
    order = [pieces, values] if found["what"] else [values, pieces]
    return Reply("\n".join([*order, "原来的记录都留着；已核定通过或归档的，要请质强办解锁。现在没有改动。"]))


def _steps(choice: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """What a choice would store or take back."""
    return choice.get("steps") or [choice]


def of_shown(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """5个 or 前面那个改3 behind what was just stored or shown, while another item is asked about: which of the two."""
    words = clean(text).strip()
    found = _ALONE.fullmatch(words) or _FORMER.fullmatch(words) if len(text) <= LONGEST else None
    if found is None or before is None or context.speaker.role != "contact":
        return None
    value = found["value"]
    if value == words and value.isdecimal() and 1 <= int(value) <= len(before.get("choices", ())):
        return None
    asked = _asked_of(before)
    shown = _shown_before(found, Question(text, context)) if asked else ()
    if len(shown) != 1 or shown[0].code in asked:
        return None
    board = board_of(context)
    lines = [line for code in (shown[0].code, *sorted(asked)) if (line := board.line(code)) is not None]
    rows = [
        (f"{line.duty.ordinal} {value}", f"{line.title}：{value}")
        for line in lines
        if line.duty.ordinal and _fits(value, line.criterion)
    ]
    return offering.choose(f"“{value}”是哪一项的？没有入库。", rows, context) if len(rows) > 1 else None


def _asked_of(before: Mapping[str, Any]) -> set[str]:
    """The lines that the open question is about."""
    if before["kind"] == questions.QUESTION:
        return set(questions.codes_of(before))
    steps = [step for choice in before.get("choices", ()) if "label" in choice for step in _steps(choice)]
    return {str(step["code"]) for step in steps if "code" in step}


def _shown_before(found: re.Match[str], question: Question) -> Sequence[Criterion]:
    """What was reported last, for 前面那个; else what was last heard of, but for a mere answer to what is asked."""
    groups, last = found.groupdict(), said_before(question.context)
    if "former" in groups:
        return last_reported(question)
    stored = last is not None and "已收：" in last[1]
    repeated = last is not None and "（还等您回答：" in last[1] and not _MERE.fullmatch(found[0])
    return () if stored and not groups["wrong"] and not repeated else last_heard(question)


def _fits(value: str, leaf: Criterion) -> bool:
    """Whether a figure with this unit may be one of the line's: 5个 is no rate."""
    types = {item.type for item in leaf.inputs}
    if value.endswith("%"):
        return "percent" in types
    return value[-1].isdecimal() or bool(types & {"count", "number"})
