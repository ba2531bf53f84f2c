"""怎么没有3号: that a number or an item is not on the speaker's list, and why."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.reporting.about.people import not_own, reporters
from handlers.reporting.about.question import Question
from handlers.wording import leaf_name
from scoring.model import Criterion

_NUMBER: Final = rf"(?:{PATTERN}|(?<![\d.A-Za-z])\d{{1,2}}(?![\d.%分A-Za-z月]|号文|的?目标))"
_WHY: Final = "(?:怎么|为啥|为什么|咋|干嘛)"
_MINE: Final = "(?:我们?|咱们?|我的|清单|单子|任务)*(?:上|里|中|这边?|这里)?"
_IS_NOT: Final = "(?:没有|没|少了?|缺了?|找不到|不见)了?(?:个|一个|第)?"
_GONE: Final = (
    f"(?:去哪|哪去|在哪|跑哪|到哪|{_WHY}(?:没有?了?|不见|不在)[?？]*$|没有?了[?？吗]|不见|呢[?？]*$)"
)
_MOVES: Final = "(?:直接|就|一下子?)*(?:跳|蹦|变|到)[到成了]*"
MISSED: Final = (
    rf"{_WHY}(?:会|就)?{_MINE}{_IS_NOT}{_NUMBER}(?!分)(?:号|项|条|的)*(?![\d%分])"
    rf" ^(?:那|那个)?{_NUMBER}(?:号|项|条)?{_GONE}"
    rf" 从第?(?:\d{{1,2}}|[①-⑳])[号项]?{_MOVES}第?(?:\d{{1,2}}|[①-⑳])"
)
"""Words that miss a number of the list."""
_WHOSE: Final = "(?:我们?|咱们?|我的|清单|单子|任务)"
LACKED: Final = (
    rf"(?:{_WHY}(?:{_WHOSE}|[里上中镇区县局])*|{_WHOSE}[里上中的]*{_WHY}(?:就|会)?)"
    r"没有(?=[^，,]{2,14}(?:[那这]?一?[个项块条]|任务|指标)的?[?？吗呢]*(?:$|[，,]))"
    " (?<!有)没有(?:分|下|安排|给|下达)?(?:任务|指标)[吗么吧?？]"
    " 有没有(?:分|下|安排|给)?(?:我们?|咱们?)?[^，,]{0,8}(?:任务|指标)(?!是|要|的)"
    " 有[^，,]{0,3}任务(?:吗|么|没|不)"
    " (?:没有?|无|没给|没安排)(?:给|分|下达|我们?|咱们?)*的?(?:任务|指标)的"
    " 哪[几些]?[项个条](?:没有?|没给|不是)(?:我们?|咱们?|的)*(?:任务|指标)"
)
"""Words that miss an item by its name."""
_JUMP: Final = re.compile(
    r"(?P<first>\d{1,2}|[①-⑳])[^\d①-⑳]{1,6}?[跳蹦变到][到成了]*第?(?P<last>\d{1,2}|[①-⑳])"
)
_PLACES: Final = re.compile(_NUMBER)


def not_listed(question: Question) -> str | None:
    """That the number which the text names is not on the speaker's list; None where it names none or one that is."""
    listed = {line.duty.ordinal for line in question.board.lines}
    places = [place for place in _places(question.text) if place not in listed]
    if not places or (len(places) == 1 and places[0] == 0):
        return None
    named = _PLACES.findall(question.text)
    if not _JUMP.search(question.text) and len(places) < len(named):
        return None
    told = "、".join(_told(question, place) for place in places)
    return f"您的清单里没有{told}。{_numbering(question)}清单回“我的任务”。"


def missed(question: Question) -> str | None:
    """The same; of a number that is on the list, its line: nothing is missing there."""
    told = not_listed(question)
    if told is not None or _JUMP.search(question.text) or not _MISSES.search(question.text):
        return told
    lines = {line.code: line for line in question.board.lines if line.duty.ordinal in _places(question.text)}
    if not lines:
        return None
    return f"没有少，在您的清单上：{'；'.join(line.title for line in lines.values())}。清单回“我的任务”。"


_MISSES: Final = re.compile("没有|没了|少了|缺|不见|找不到")


def _places(text: str) -> Sequence[int]:
    jump = _JUMP.search(text)
    if jump is not None:
        first, last = (int(one) if one.isdecimal() else place_of(one) for one in jump.group("first", "last"))
        return range(first + 1, last)
    return [int(one) if one.isdecimal() else place_of(one) for one in _PLACES.findall(text)]


def _told(question: Question, place: int) -> str:
    leaf = question.context.rubric.by_code.get(str(place))
    is_numbered_so = question.context.rubric.has_targets
    name = f"（{leaf_name(leaf)}，原文没有给您单位的任务）" if leaf is not None and is_numbered_so else ""
    return f"第{place}项{name}"


def _numbering(question: Question) -> str:
    if question.context.rubric.has_targets:
        return "序号照原文的编号，没有任务的空着，不是漏了，不用报。"
    return f"清单共{len(question.leaves_of_list())}项，序号是连着的。"


def lacked_of_list(question: Question) -> str:
    """That no line of the list is called so; of a document that gives each its tasks, those that it does not give."""
    seat = question.context.seat
    own = seat.subject or seat.unit
    left_out = [
        leaf for leaf in question.context.rubric.criteria if leaf.targets and leaf.targets.get(own) is None
    ]
    if left_out:
        names = "、".join(f"{leaf.code} {leaf_name(leaf, 20)}" for leaf in left_out)
        return f"原文分解表里没有给{own}任务的{len(left_out)}项：{names}。这些不用报，空着不算漏；其余的回“我的任务”。"
    return f"您清单上没有写着这个的项（清单回“我的任务”）：名下有哪些照原文的分工，该不该有由{question.office}明确。"


def place_unlisted(question: Question) -> str | None:
    """The same of a number that can only be one of the list: 第9项, 9号那个."""
    places = [place_of(found[0]) for found in _SURELY.finditer(question.text)]
    listed = {line.duty.ordinal for line in question.board.lines}
    missed = [place for place in places if place and place not in listed]
    if not missed or len(missed) < len(places):
        return None
    told = "、".join(_told(question, place) for place in missed)
    printed = "".join(_printed(question, place) for place in missed)
    return f"您的清单里没有{told}。{_numbering(question)}清单回“我的任务”。{printed}"


def _printed(question: Question, place: int) -> str:
    """What the document itself has under that number, and who reports it."""
    leaf = next((task.criterion for task in question.others() if task.criterion.item == f"T{place:02}"), None)
    return "" if leaf is None else f"\n原文表里的第{place}项是{reporters(question, leaf)}"


_SURELY: Final = re.compile(rf"{PATTERN}|(?<![\d月.])\d{{1,2}}号(?=那?[个项]|材料|指标|任务)")


def lacked(question: Question, leaf: Criterion) -> str:
    """Where the line is that somebody misses, or why it is not on his list."""
    lines = question.lines_of(leaf)
    if lines:
        return f"{question.title(leaf)}：在您的清单上，要报。"
    seat = question.context.seat
    if (seat.subject or seat.unit) in leaf.targets:
        return f"您的清单里没有“{leaf_name(leaf)}”：原文分解表里没有给{seat.subject or seat.unit}这项的任务，不用报。"
    return not_own(question, leaf)
