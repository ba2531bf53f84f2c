"""说了几个数: the figures told beside a deed that are surely of one input of its line, and those that may be of several."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from handlers.reading import Task
from handlers.reading.certainty.doubts import is_inexact, is_only_applied, is_pending
from handlers.reading.certainty.verdicts import Certain
from handlers.reading.naming.book import Book, book_of
from handlers.reading.naming.marks import differs, is_another_rate, kinds_in, levels_in, part_of
from handlers.reading.naming.topics import pieces_of, spoken
from handlers.reading.shares import fits_its_unit
from handlers.reading.tokens.asides import bare, without_asides, without_courtesy
from handlers.reading.tokens.figures import Figure, segments_of
from handlers.reading.values import is_incident, read_value, verdict
from handlers.reading.widths import clean
from handlers.reporting.situations.affirmed import answers_in
from handlers.wording import labelled, plain
from scoring.model import Criterion, Input

_MEASURED: Final = frozenset({"percent", "number", "count", "money"})
_TELLING: Final = 3
"""So many characters of an input's label, one after the other, name it."""
_MOST: Final = 5
_DEED: Final = re.compile(
    "认定|获得|获评|评上|授予|通过|批准|批下来|拿到|得到|申报|推荐|上报|创建|建成|打造|发布|新增|增加|其中|今年|全年|本年度?|累计|[获报评批得建拿]了?"
)
"""What is done with the things that are counted: 认定9个 names none of them."""
_APPLIED: Final = re.compile("申报|推荐|报送|报上|申请")
_GRANTED: Final = re.compile("认定|获|评上|授予|批下来|批准|拿到|得到|到手")
_STOCK: Final = re.compile("累计|总数|总量|共有|保有|历年|现有")
_WORN: Final = frozenset({"年度", "本年度", "当年度", "本地区", "上年度"})
_SELF_SCORE: Final = re.compile(
    r"自评分?(?:[是为打给报得:]|我们|都|各)*\s*(?:满分\s*)?(?P<points>\d{1,2}(?:\.\d{1,2})?|[零一二三四五六七八九]|(?<=满分))(?:分|(?=$|[\s，,；;。]))"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """`given` by input what surely belongs to it; `open` is a figure, as said, with the inputs that it may be of.

    `over` are the figures, as said, that the line asks nothing of.
    """

    given: Mapping[str, object] = field(default_factory=dict)
    open: tuple[tuple[str, Mapping[str, object]], ...] = ()
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """One figure with the words beside it; `context` are those before it that a bare 认定9个 leaves out."""

    figure: Figure
    words: str
    context: str

    @property
    def text(self) -> str:
        return f"{self.figure.lead}{self.figure.said.text}{self.figure.tail}".strip()


def figures_in(task: Task, words: str) -> Figures:
    """What the words give of the line's inputs; nothing of one that is reported already, or that two figures may be of."""
    given: dict[str, object] = dict(self_score(task, words))
    wanted = [item for item in task.inputs if item.type in _MEASURED and item.name not in task.known]
    if not wanted or len(task.subjects) != 1:
        return Figures(given)
    book = book_of([task])
    wanted = [item for item in wanted if not is_incident(item)]
    fits = [(one, _fitting(one, wanted, task.criterion, book.roles[0])) for one in _said(book, words)]
    own = [(one, _of_its_own(one, values, fits)) for one, values in fits]
    claims = [name for _, values in own for name in values]
    alone = [(one, {n: v for n, v in values.items() if claims.count(n) == 1}) for one, values in own]
    given |= {name: value for _, values in alone if len(values) == 1 for name, value in values.items()}
    given |= {name: None for name in _without(wanted, words) if name not in given}
    several = tuple((one.text, values) for one, values in alone if 1 < len(values) <= _MOST)
    return Figures(given, several, tuple(one.text for one, values in fits if not values))


def values_in(task: Task, words: str) -> Figures:
    """The same with what the words answer by yes or no."""
    found = figures_in(task, words)
    return replace(found, given={**found.given, **answers_in(task, words)})


def _of_its_own(
    one: _Said, values: Mapping[str, object], fits: Sequence[tuple[_Said, Mapping[str, object]]]
) -> Mapping[str, object]:
    """报2个，一个大桥一个互通: a smaller figure without a name counts among the named one, and gives no value."""
    if bare(_DEED.sub("", one.words)):
        return values
    larger = (rest for other, rest in fits if other.words and _amount(other) > _amount(one))
    named = {name for rest in larger for name in rest}
    return {name: value for name, value in values.items() if name not in named}


def _amount(one: _Said) -> Decimal:
    return one.figure.said.value or Decimal(0)


_NONE: Final = re.compile(
    r"(?P<what>[^，,；;。\n]+?)(?:今年|本年度?|目前)?(?:没有?|无)(?:这类|此类|该类|相关)?的?(?:项目|工程|批次)?"
)


def _without(wanted: Sequence[Input], words: str) -> Iterator[str]:
    """其他公路没有项目: the input that may stay empty, where the words name it best."""
    for clause in re.split(r"[，,；;。\n]", words):
        found = _NONE.fullmatch(clause.strip())
        if found is None:
            continue
        shared = {item.name: _shared(found["what"], item) for item in wanted if item.nullable}
        best = [name for name, length in shared.items() if length == max(shared.values()) >= _TELLING]
        yield from best if len(best) == 1 else ()


def _said(book: Book, words: str) -> Iterator[_Said]:
    before = ""
    for line in without_asides(clean(words)).split("\n"):
        for segment in segments_of(line, book):
            for figure in segment.figures:
                if not figure.assessed and figure.role in ("said", "previous"):
                    yield _Said(figure, f"{figure.lead}{figure.tail}", before)
                before = figure.lead if bare(_DEED.sub("", figure.lead)) else before
            before = before if segment.figures else segment.words


def _fitting(
    one: _Said, wanted: Sequence[Input], criterion: Criterion, years: Mapping[str, str]
) -> dict[str, object]:
    """The inputs that the figure's words name best, each with its value there."""
    own = without_courtesy(bare(_DEED.sub("", one.words)))
    named = own or bare(_DEED.sub("", one.context))
    found: dict[str, tuple[int, object]] = {}
    year = "previous" if one.figure.role == "previous" else "current"
    for item in wanted:
        judged = verdict(item, one.figure.said) if years.get(item.name, "current") == year else None
        if isinstance(judged, Certain) and _may_be(one, named, item, criterion):
            found[item.name] = (_shared(named, item), judged.value)
    best = max((length for length, _ in found.values()), default=0)
    return {name: value for name, (length, value) in found.items() if length == best >= _TELLING}


def _shared(named: str, item: Input) -> int:
    """How much of the words is printed in the input's label."""
    pieces = pieces_of(spoken(named), bare(clean(item.label)))
    return max((len(piece) for piece in pieces if piece not in _WORN), default=0)


def _may_be(one: _Said, named: str, item: Input, criterion: Criterion) -> bool:
    """Whether nothing in the words speaks against that input: its unit, its kind, how far it has come."""
    if is_inexact(one.figure) or is_pending(one.words, item) or is_only_applied(one.words, item):
        return False
    if "申报" in item.label and _GRANTED.search(one.words) and not _APPLIED.search(one.words):
        return False
    if re.search("新增|当年", item.label) and _STOCK.search(one.words):
        return False
    marked = named if kinds_in(named) or levels_in(named) else f"{one.context} {named}"
    if differs(marked, criterion.name, item) or part_of(marked, criterion.name, item):
        return False
    return fits_its_unit(one.figure, one.words, item) and not is_another_rate(named, item)


def self_score(task: Task, words: str) -> Mapping[str, object]:
    """The points that the unit gives itself, told beside what was done: 破案47起，自评4分; nothing where unsure."""
    wanted = [item for item in task.inputs if item.type == "points"]
    said = {found["points"] for found in _SELF_SCORE.finditer(clean(words))}
    if len(wanted) != 1 or len(said) != 1:
        return {}
    full = plain(task.criterion.full_marks) if task.criterion.full_marks is not None else ""
    judged = read_value(wanted[0], said.pop() or full)
    return {wanted[0].name: judged.value} if isinstance(judged, Certain) else {}


def score_left(task: Task, words: str) -> str:
    """That a self-score which the line cannot take is not stored."""
    wanted = any(item.type == "points" for item in task.inputs)
    told = wanted and _SELF_SCORE.search(clean(words)) is not None and not self_score(task, words)
    return "说的自评分超出范围或不止一个，没有入库。" if told else ""


def told(task: Task, given: Mapping[str, object]) -> str:
    """The values as they stand in a question, each with its name; "" for none."""
    width, between = (_WIDE, "") if len(given) == 1 else (_NARROW, "；")
    return between.join(
        _RANGE.sub("：", labelled(task.criterion.input(name), value, width)) for name, value in given.items()
    )


_RANGE: Final = re.compile("(?:（0–[^（）]{1,4}）|。)：")
_WIDE, _NARROW = 40, 24
