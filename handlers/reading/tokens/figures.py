"""数与旁边的话: every figure of a line with the words and the subject it stands beside, and its role there."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

from handlers.reading.naming.book import Book
from handlers.reading.numbers import Quantity
from handlers.reading.tokens.asides import bare, without_courtesy
from handlers.reading.tokens.lexing import Token
from handlers.reading.tokens.sieve import Sieve, sieve
from handlers.reading.tokens.states import State

Role = Literal["said", "previous", "target", "difference", "part", "counted", "denied", "unsure"]


@dataclass
class Figure:
    """One figure: `lead` stands before it in its segment, `tail` behind it where no other figure follows.

    `head` is the place or code right before it, `subject` the assessed unit that was named last.
    """

    said: Quantity
    segment: int
    lead: str = ""
    tail: str = ""
    subject: str | None = None
    head: Token | None = None

    @cached_property
    def role(self) -> Role:
        """What the words beside it say that it is: this year's value, last year's, a target, …"""
        return _role(_TAILS, bare(self.tail)) or _role(_LEADS, bare(self.lead)) or "said"

    @cached_property
    def assessed(self) -> bool:
        """Whether its words say that they are points given to oneself."""
        return self.said.unit == "分" or _SELF.search(bare(self.lead)) is not None

    @cached_property
    def nameless(self) -> bool:
        """Whether a place or code stands right before it and nothing else."""
        return self.head is not None and not bare(self.lead)

    @cached_property
    def words(self) -> str:
        """What it may be of, without courtesies and words of its role: what stands before it, else behind it."""
        return named_before(self.lead) or (without_courtesy(bare(self.tail)) if self.said.unit else "")


def _role(roles: Sequence[tuple[Role, Sieve]], words: str) -> Role | None:
    """The first of the roles whose words these are."""
    return next((role for role, pattern in roles if pattern.search(words)), None) if words else None


def named_before(lead: str) -> str:
    """What words before a figure name, without courtesies and words of its role."""
    return without_courtesy(_OF_ROLE.sub("", bare(lead)))


@dataclass(slots=True)
class Segment:
    """A stretch between two breaks, as typed; `passed` is what says how something is and belongs to no figure."""

    text: str = ""
    words: str = ""
    passed: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


_SELF: Final = re.compile("自评|自己[打给评]|[给自]打")
_TARGET: Final = "(?:目标|任务|计划|指标|要求)(?:任务|值|数|是|为|的|达到|均)*"
_LEADS: Final[Sequence[tuple[Role, Sieve]]] = (
    ("denied", sieve("不未没", "(?:不是|没有?到|没达到?|未达到?|未到|不到|不足)$")),
    (
        "difference",
        sieve("同比环较", "(?:[比较]|同比|环比).*(?:多|少|高|低|增|减|升|降|涨|跌|提)[^今本]{0,3}$"),
    ),
    ("difference", sieve("多少扣漏", "(?:扣|少报|多报|少算|多算|漏报)了?$")),
    (
        "difference",
        sieve(
            "上下了减回增提约",
            "(?:(?:提高|提升|增长|上升|下降|减少|回落)(?:了|约)|^(?:提高|提升|增长|上升|下降|减少|回落))$",
        ),
    ),
    (
        "unsure",
        sieve(
            "估初可大左应暂预",
            "(?:预估|估计|估摸|初步|暂定?时?|大概|可能|预计|预测|左右|应该有)(?:是|为|有|在)*$",
        ),
    ),
    ("target", sieve("任指目要计", f"{_TARGET}$")),
    ("previous", sieve("上前去同", "(?:去年|上年|同期|前年)[^今本]{0,8}$")),
    ("counted", sieve("办合达通", "^(?:其中|有)?(?:合格|达标|通过|办结)(?:了|的|数)?$")),
    (
        "part",
        sieve("不其剩包另含差未没缺还", "^(?:其中|还差|还剩|剩|差|缺|含|包括|另含)|不合格|未通过|没通过"),
    ),
)
_TAILS: Final[Sequence[tuple[Role, Sieve]]] = (
    ("previous", sieve("上前去往", "^(?:这?是|为)?(?:去年|上年|前年|往年)")),
    ("target", sieve("任目要计", "^的?(?:这?是|为)?(?:目标|任务|计划|要求)")),
    (
        "unsure",
        sieve(
            "不估初大待暂毛预", "^(?:这?是|都是)?(?:预估|预计|预测|估|初步|暂定|暂时|毛估|大概|不一定|待核)"
        ),
    ),
    (
        "part",
        sieve(
            "底月周年将快",
            "^(?:要|得|就|快|即将)*(?:[月年]底|下个?月|下周|明年|快|即将)[^，,]{0,4}(?:发|拿|到|下|批|出|建|办|有)(?!了)",
        ),
    ),
    ("part", sieve("准到在批获通", "^(?:还|正|都)*在|^准备|^已?经?(?:通过|获批|批下来|批了|到手)")),
    (
        "part",
        sieve(
            "不公在复待整未没申路",
            "^[^，]{0,6}(?:[没未待]|在补|在办|在整改|整改|复检|公示|不合格|申请中|路上)",
        ),
    ),
)
_OF_ROLE: Final = sieve(
    "上仅今任前去只同完实打指本测目算纳统自要计",
    f"{_TARGET}$|(?:去年|上年|同期|前年|今年|本年)度?|自评|给?自己打?|打了?$|实际|完成|纳入|统计|测的|算|只有|仅有?",
)


class Line:
    """One line of a message: its text, and its segments, found once when somebody first asks for them."""

    def __init__(self, text: str, book: Book) -> None:
        self.text, self._book = text, book

    @cached_property
    def segments(self) -> list[Segment]:
        """The segments with their figures; whoever reads them leaves them as they are."""
        return segments_of(self.text, self._book)


def segments_of(line: str, book: Book) -> list[Segment]:
    """The segments of a cleaned line with their figures."""
    return list(_segments(line, book))


def _segments(line: str, book: Book) -> Iterator[Segment]:
    tokens = book.lexer.tokens(line)
    start, subject, number = 0, None, 0
    codes = book.codes.keys() | book.foreign.keys()
    run: list[Token] = []
    for token in [*tokens, Token("break", "", len(line), len(line))]:
        if token.kind != "break":
            run.append(token)
            continue
        segment = Segment(line[start : token.start].strip())
        subject = _fill(segment, run, number, subject, codes)
        if segment.text:
            yield segment
        start, run, number = token.end, [], number + 1


def _leads_words(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind == "words"


def _is_code(token: Token, codes: Collection[str]) -> bool:
    """Whether a figure is a dotted code of the rubric."""
    return token.kind == "value" and "." in token.text and token.text.strip() in codes


def _fill(
    segment: Segment, tokens: Sequence[Token], number: int, subject: str | None, codes: Collection[str]
) -> str | None:
    words, head, end, led = "", None, 0, False
    for at, token in enumerate(tokens):
        leads = not bare(words) and at + 1 < len(tokens)
        words, end = words + " " * (end < token.start), token.end
        if token.kind == "subject":
            if segment.figures and bare(words):
                words, segment.figures[-1].tail = "", words
            subject, led = token.text, bool(segment.figures)
        elif token.kind in ("place", "mark", "code") or (leads and _is_code(token, codes)):
            head = token._replace(kind="code") if token.kind == "value" else token
        elif isinstance(token.value, Quantity):
            words = _named_behind(segment, words)
            segment.figures.append(Figure(token.value, number, words, "", subject, head))
            segment.words += words
            words, head, led = "", None, False
        elif isinstance(token.value, State) and bare(words) and _leads_words(tokens, at):
            segment.passed.append((words + token.text).strip())
            segment.words += words
            words = ""
        else:
            words += token.text
    segment.words += words
    if segment.figures and bare(words) and not led:
        segment.figures[-1].tail = words
    return subject


def _named_behind(segment: Segment, words: str) -> str:
    """The words before a figure but for those that name the one before it: 得了一个江苏省质量奖 市长质量奖2个."""
    name, gap, rest = words.strip().partition(" ")
    last = segment.figures[-1] if segment.figures else None
    if last is None or named_before(last.lead) or not last.said.unit or not gap:
        return words
    last.tail = name
    return rest
