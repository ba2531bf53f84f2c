"""Corrections of an earlier report: 不是98是89, 98改成89, 更正：覆盖率89."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from handlers.reading import labels
from handlers.reading.certainty import questions
from handlers.reading.certainty.verdicts import meanings
from handlers.reading.filling import takes
from handlers.reading.naming.locating import Locator
from handlers.reading.numbers import Quantity
from handlers.reading.tasks import ReportItem, RowReading, Task
from handlers.reading.tokens.lexing import Lexer
from handlers.reading.values import Said, verdict
from scoring.model import Input

_END: Final = r"(?:才(?:对|是))?[了的吧啊呢。.!\s]*$"
_VALUE: Final = r"[^，,;；。\s是不改]+?"
_OLD: Final = r"(?P<old>\d[\d.]*%?)"
_INTO: Final = "应?该?(?:改成|改为|更正为|更正成|修改为|改到|换成)|应为|应该是|应该?改|->|→|=>"
_WRONG: Final = (
    "[报写填发弄搞打记输]?[错反岔](?:了|一位|一个)?|[报写填发弄搞打记输][高低多少]了?"
    r"|[多少漏][报写填打输]了?(?:[一两\d.]*(?:个|位)?(?:百分点|点|数|零|0|1)?)?|有误|不对|不准"
)
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:更正|修改|订正|改)(?:一下|下)(?P<words>[^\d，,:\s]{{2,20}})[，,、:\s]+(?:改?[成为]|是)?(?P<new>{_VALUE}){_END}",
        rf"(?P<words>[^\d，,:\s]{{2,20}}?)(?:更正|修改|订正|改)(?:一下|下)[，,、:\s]*(?:改?[成为]|是)?(?P<new>{_VALUE}){_END}",
        rf"(?P<words>.*?)不是\s*(?P<old>{_VALUE})\s*[，,、]?\s*(?:而)?(?:应该?|实际)?是\s*(?P<new>{_VALUE}){_END}",
        rf"(?P<words>.*?)(?:应该?是|应为|是|为)\s*(?P<new>{_VALUE})\s*[，,、]?\s*(?:而)?不是\s*(?P<old>{_VALUE}){_END}",
        rf"(?P<words>\D*?)(?P<new>\d[\d.]*%?)\s*[，,]?\s*不是\s*{_OLD}{_END}",
        rf"(?P<words>\D*?)(?:把|将|从|由)?\s*{_OLD}\s*(?:{_INTO})\s*(?P<new>{_VALUE}){_END}",
        rf"(?P<words>.*?)(?:把|将|从|由)?\s*(?P<old>{_VALUE})\s*(?:{_INTO})\s*(?P<new>{_VALUE}){_END}",
        rf"(?P<words>.*?)(?:改成|改为|更正为|更正成|修改为|更改为|换成|应为|应该是|应是)\s*(?P<new>{_VALUE}){_END}",
        rf"(?P<words>\D*?)[报写填发弄搞打记输](?:成|为|的是|了)\s*{_OLD}\s*了?\s*[，,、。;；]?\s*(?:其实|实际上?|正确的?|准确的?|应该?)(?:数|值)?(?:应该?)?(?:是|为|改成?)?\s*(?P<new>{_VALUE}){_END}",
        rf"(?P<words>\D*?){_OLD}\s*的?(?:[那这]个)?(?:数)?\s*(?:{_WRONG})的?\s*[，,、。;；]?\s*(?:应该?)?(?:是|为|改成?|换成?)?\s*(?P<new>{_VALUE}){_END}",
        rf"(?P<words>.*?)(?:{_WRONG})的?\s*[，,、。;；]?\s*(?:应该?)?(?:是|为|改成?)?\s*(?P<new>{_VALUE}){_END}",
    )
)
_TOLD: Final = re.compile(
    "不是|改|更|订|应|换|→|->|=>|其实|实际|正确|准确|错|反|岔|有误|不对|不准|[报写填发弄搞打记输][高低多少]|[多少漏][报写填打输]"
)
"""What every correction says one of."""
_NO_CORRECTION: Final = re.compile(
    r"(?:别|甭|没有?|不[要用能该必会想]|先不|听说.{0,8})\s*(?:再|给我|帮我)?(?:更正|修改|更改|订正|改|换)(?!正)|(?:多|少|漏)(?:[报填写算]了?\s*|[打输]了?(?:[一1]?个)?)\d[\d.]*\D{0,3}$"
)
"""别改成98, 听说要改成98; 多报了1家 says by how much, and no value."""
_ANNOUNCED: Final = re.compile(
    r"^\s*(?:刚才|刚刚|昨天|之前|前面|上次)?(?:更正|更改|修改|改一下|订正|重报|[报写填发弄搞]错了?)(?:一下)?\s*[:，,。;；\s]\s*"
)
_LONGEST: Final = 100
_REFERENCES: Final = re.compile(
    r"(?:更正|更改|修改|订正|改)(?:一?下)?|[报写填发弄搞打记输][高低多少]了?|[哎唉哦噢啊呀诶嗯呃]+|不好意思|抱歉|等一?下|[报写填发弄搞打记输]?[错反岔]了?|不对|刚才|刚刚|昨天|昨日|前天|上次|上回|之前|前面|原来|上午|下午|早上|报的?那?个?|的?那个|那条|那项|一条|一项|我们|我|把|将|由|从|改|数字?|错了?"
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """更正: the new value, the old one where it was said, and the words that tell of which line."""

    words: str
    new: Said
    old: Said | None = None


def read_amendment(text: str, lexer: Lexer) -> Amendment | None:
    """The single correction that the whole text is; None for anything else."""
    flat = text.replace("\n", "，").strip("，")
    if len(flat) > _LONGEST or _TOLD.search(flat) is None or _NO_CORRECTION.search(flat):
        return None
    for pattern in _PATTERNS:
        found = pattern.fullmatch(flat)
        if found is None:
            continue
        new = _value(found["new"], lexer)
        old = _value(found.groupdict().get("old") or "", lexer)
        if new is not None and (_can_be_old(old) or not found.groupdict().get("old")):
            return Amendment(_REFERENCES.sub("", found["words"]).strip(" ，,：:"), new, old)
    return None


def announced(text: str) -> str | None:
    """What follows 更正 or 报错了 at the head of a message; None where nothing is announced."""
    found = _ANNOUNCED.match(text)
    return text[found.end() :] if found else None


def amend(amendment: Amendment, locator: Locator, piece: str) -> RowReading:
    """Ask whether the correction is meant, before it takes the place of what is stored."""
    clause = locator.book.clause(amendment.words, amendment.new)
    located, subject = locator.locate(clause), locator.book.subjects.get(clause.subject or "")
    if located.foreign is not None:
        return questions.not_yours(piece, located.foreign.criterion, located.foreign.inputs, locator.subjects)
    places = located.places or (() if located.named else _reported(amendment, locator))
    found = (item for place in places for item in _items(place, amendment, locator, located.inputs_of(place)))
    items = [item for item in found if subject in (None, item.subject)]
    return questions.which_amendment(piece, labels.answers(items, locator.by_code), locator.tasks)


def _reported(amendment: Amendment, locator: Locator) -> tuple[int, ...]:
    """The lines that hold the old value; else those already reported that could have the new one."""
    tasks = locator.tasks
    holding = tuple(place for place, task in enumerate(tasks) if _holding(task, amendment))
    several = (place for place, task in enumerate(tasks) if len(task.subjects) > 1)
    known = (place for place, task in enumerate(tasks) if task.known)
    fitting = tuple(place for place in known if takes(tasks[place], amendment.new))
    return holding or fitting or tuple(place for place in several if takes(tasks[place], amendment.new))


def _items(place: int, amendment: Amendment, locator: Locator, named: frozenset[str]) -> Iterator[ReportItem]:
    """The new value for the input that holds the old one, else for those reported, else for any it fits."""
    task = locator.tasks[place]
    fitting = [item for item in task.inputs if verdict(item, amendment.new) is not None]
    choice = [item for item in fitting if item.name in named] or fitting
    held = [item for item in choice if item in _holding(task, amendment)]
    for item in held or [item for item in choice if item.name in task.known] or choice:
        for value in meanings(verdict(item, amendment.new)):
            yield from locator.items(place, {item.name: value}, amend=True)


def _holding(task: Task, amendment: Amendment) -> list[Input]:
    """The inputs of a task that hold the old value of a correction."""
    if amendment.old is None:
        return []
    reported = [item for item in task.inputs if item.name in task.known]
    return [item for item in reported if task.known[item.name] in meanings(verdict(item, amendment.old))]


def _can_be_old(said: Said | None) -> bool:
    """Whether it is a value that may have been reported; the 对 of 不对 is none."""
    return isinstance(said, Quantity) or (said is not None and said.kind not in ("yes", "no"))


def _value(text: str, lexer: Lexer) -> Said | None:
    """The one value that the text is."""
    tokens = lexer.tokens(text.strip())
    return tokens[0].value if len(tokens) == 1 else None


def as_amendment(row: RowReading) -> RowReading:
    """A row behind 更正: certain as it is, it still has to be confirmed."""
    items = [row.item] if row.item else [choice.item for choice in row.choices]
    if not items:
        return row
    tasks = [row.task] if row.task else []
    choices = labels.answers([replace(item, amend=True) for item in items], labels.by_code(tasks))
    return questions.which_amendment(row.piece, choices, tasks)
