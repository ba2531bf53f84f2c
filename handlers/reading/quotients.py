"""折算: a rate for each ten thousand, or a sum, put together from the figures that a message gives, its working shown."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from handlers.reading import labels
from handlers.reading.certainty import questions
from handlers.reading.certainty.verdicts import Certain
from handlers.reading.naming.locating import Locator
from handlers.reading.numbers import Quantity
from handlers.reading.tasks import ReportItem, RowReading
from handlers.reading.tokens.figures import Figure, Segment
from handlers.reading.tokens.sieve import sieve
from handlers.reading.values import verdict
from handlers.reading.widths import clean
from handlers.wording import plain
from scoring.decimals import round_half_up
from scoring.model import Input

_SOME: Final = 2
_TEN_THOUSAND: Final = Decimal(10_000)
_BASES: Final = {
    "万人": re.compile("人口|常住|户籍|总人数"),
    "万台": re.compile("特种设备|电梯|锅炉|设备|在用|保有|登记|台数|总数"),
}
_LEAST: Final = {"万人": _TEN_THOUSAND, "万台": Decimal(1)}
"""人口124.5 without its 万 is no population."""
_COUNTED: Final = {
    "专利": re.compile("专利"),
    "死亡率": re.compile("死亡|亡"),
    "事故率": re.compile("事故"),
}
_LISTED: Final = re.compile(r"(?:[\u4e00-\u9fff]{2}级?[、和]){1,3}[\u4e00-\u9fff]{2}")


def put_together(
    segments: Sequence[Segment], rows: Sequence[RowReading], locator: Locator
) -> tuple[RowReading, ...]:
    """The rows, those about figures that together make one value as a draft of it."""
    figures = [figure for segment in segments for figure in segment.figures]
    if len(figures) < _SOME or all(row.outcome == "certain" for row in rows):
        return tuple(rows)
    found = next(_found(figures, locator), None)
    if found is None:
        return tuple(rows)
    row, used = found
    if any(_holds(one, used) for one in rows):
        return tuple(rows)
    kept = (
        one
        for one in rows
        if (one.outcome == "certain" and one.task != row.task)
        or not any(figure.said.text in one.piece for figure in used)
    )
    return (*kept, row)


def _holds(row: RowReading, used: Sequence[Figure]) -> bool:
    """Whether the row has each of the figures, for certain or in its draft: 去年91今年95 of a line that asks for both."""
    only = row.choices[0].item if len(row.choices) == 1 else row.item
    held = Counter(map(str, only.inputs.values())) if only is not None else Counter[str]()
    return Counter(plain(one.said.value or Decimal(0)) for one in used) <= held


def _found(figures: Sequence[Figure], locator: Locator) -> Iterator[tuple[RowReading, Sequence[Figure]]]:
    grown = [pair for pair in pairwise(figures) if _FROM.search(pair[0].lead) and _TO.search(pair[1].lead)]
    named = locator.place_named(_FROM.sub("", grown[0][0].lead)) if len(grown) == 1 else None
    for place, item in locator.book.composed:
        task = locator.tasks[place]
        made = _quotient(figures, item) or _sum(figures, item)
        made = made or (_growth(*grown[0], item) if named is not None and named == task.ordinal else None)
        judged = verdict(item, Quantity(made[0], Decimal(made[0]))) if made is not None else None
        if made is None or not isinstance(judged, Certain) or len(task.subjects) > 1:
            continue
        report = ReportItem(task.criterion, task.subjects[0], {item.name: judged.value})
        answer = labels.answers([report], locator.by_code)[0]
        answer = replace(answer, label=f"{answer.label}（{made[1]}）")
        piece = "，".join(f"{figure.lead}{figure.said.text}".strip() for figure in made[2])
        yield questions.which_meaning(piece, (answer,), task), made[2]


_Made = tuple[str, str, Sequence[Figure]]
"""The value, its working in words, and the figures that it was made of."""


def _quotient(figures: Sequence[Figure], item: Input) -> _Made | None:
    """1846件 and 人口124.5万 as 14.83 for each ten thousand."""
    label = clean(item.label)
    per = next((base for base in _BASES if base in label), None)
    counted = next((words for name, words in _COUNTED.items() if name in label), None)
    if item.type != "number" or per is None or counted is None:
        return None
    bases = [
        one
        for one in figures
        if _BASES[per].search(one.lead) and not counted.search(one.lead) and one.said.value
    ]
    counts = [one for one in figures if counted.search(one.lead) and one not in bases and _is_whole(one)]
    if len(bases) != 1 or len(counts) != 1:
        return None
    base, count = bases[0].said.value, counts[0].said.value
    if not base or count is None or base < _LEAST[per]:
        return None
    value = plain(round_half_up(count * _TEN_THOUSAND / base, 2))
    working = f"{counts[0].said.text} ÷ {bases[0].said.text}，按{per}折算，四舍五入到0.01"
    return value, working, (counts[0], bases[0])


def _is_whole(figure: Figure) -> bool:
    value = figure.said.value
    return value is not None and value == value.to_integral_value() and not figure.said.hedged


def _sum(figures: Sequence[Figure], item: Input) -> _Made | None:
    """国际0 国家1 行业2 as 3 of 国际、国家、行业标准数."""
    names = _summed(item.label) if item.type == "count" else ()
    if not names:
        return None
    parts = [one for one in figures if any(name in one.lead or f"{name[0]}标" in one.lead for name in names)]
    if len(parts) < _SOME or len(parts) != len(figures) or not all(map(_is_whole, parts)):
        return None
    value = sum((one.said.value or Decimal(0) for one in parts), Decimal(0))
    return plain(value), "＋".join(one.said.text for one in parts), parts


_FROM: Final = re.compile("原来|原有|本来|[从由]|[去上]年|年初|之前|以前")
_TO: Final = re.compile("[到至]|现在|现有|目前|今年|如今")


def _growth(first: Figure, last: Figure, item: Input) -> _Made | None:
    """体系认证从11家增加到15家 as 4 of 新增…数, as 15 of any other number."""
    figures = (first, last)
    if item.type != "count" or not all(map(_is_whole, figures)) or "%" in first.said.text + last.said.text:
        return None
    before, now = first.said.value or Decimal(0), last.said.value or Decimal(0)
    if "新增" not in item.label:
        return plain(now), f"原来{first.said.text}", figures
    return (plain(now - before), f"{last.said.text}－{first.said.text}", figures) if now >= before else None


@lru_cache(maxsize=256)
def _summed(label: str) -> tuple[str, ...]:
    """What a printed sum is of: 国际、国家、行业标准数."""
    listed = _LISTED.search(clean(label))
    return tuple(name.removesuffix("级") for name in re.split("[、和]", listed[0])) if listed else ()


_STANDARDS: Final = sieve(
    "标",
    r"(?<!\d)(?P<count>[\d一两二三]{1,2})[个项](?P<of>国际标准|国家标准|行业标准|[国行]标)(?=$|[，,。、和\s]|[\d一两二三]{1,2}[个项][国行])",
)
_PEOPLE: Final = sieve("万", r"((?:人口|户籍)[^\d，,]{0,4}\d+(?:\.\d+)?)万人")
"""人口124.5万人: beside it 万人 is no name of a line."""
_HEAD: Final = r"(?P<head>(?:新?开工|应(?:监督|覆盖|报监)|在建|投诉|申诉|受理)[^\d，,；;。率]{0,10}?)"
_ALL: Final = r"(?P<all>\d+)(?:个|项|处|家|件|起|宗|例|单)?(?:工程|项目|工地)*[，,、\s]*"
_BACKWARD: Final = sieve(
    "在投新申",
    r"(?:(?:今年|上半年|目前|一?共|总共|合计)*有?)?(?P<all>\d+)(?P<unit>个|项|处|件|起)(?P<head>新开工|在建|投诉|申诉)(?:的|工程|项目|工地)*(?=[，,、\s])",
)
"""一共41个新开工 as 新开工41个."""
_DONE: Final = r"(?:其中|已经?|实际|也|都|均|全部|全|上了|办理?了?|纳入|实施|质量)*(?:监督|报监|覆盖|受监|办结|处理完|解决)"
_OF: Final = sieve(
    "受在应开投申",
    rf"{_HEAD}{_ALL}(?:(?:{_DONE}[^\d，,；;。率]{{0,6}}?(?P<good>\d+)(?:个|项|处|家|件|起|宗|例|单)?(?![\d.%]))"
    rf"|(?:(?:全部|全|都|均)+{_DONE}[^\d，,；;。]{{0,5}}))",
)


_SITES: Final = sieve(
    "工项",
    r"(?<!开工)(?<!在建)(?:一共|总共|共)?有?(?P<all>\d+)(?P<unit>个|项|处)(?:工地|项目|工程)[，,、\s]*(?:其中)?[这那]?(?P<good>\d+)(?:个|项|处)(?:工地|项目|工程)?"
    r"(?>全部|都|全|均|已经|已|也)*(?:上了|办理?了|纳入了?)?(?:质量)?(?P<done>监督|报监|覆盖|受监)(?:到位|手续)?了?",
)
_SITES_ALONE: Final = sieve(
    "工项",
    r"(?<!开工)(?<!在建)(?:一共|总共|共)?有?(?P<all>\d+)(?P<unit>个|项|处)(?:工地|项目|工程)(?=[，,、\s]*(?:其中)?(?:已经?)?(?:监督|报监|覆盖|受监)了?\d)",
)
"""有38个工地，38个都监督了 as 新开工38个，监督了38个."""


_ALL_OF_IT: Final = re.compile(r"一百(?![个家件起项多余几])|(?<![\d.])100(?![\d.])(?!\s*[个家件起项])")
"""一百，新开工23项全部办了监督: the figures say the same."""


def as_share(line: str, wanted: Sequence[str]) -> str:
    """新开工32个，监督了31个 as 新开工…覆盖率 31/32, where one of the `wanted` rates is asked for and none is told."""
    line = _STANDARDS.sub(r"\g<of>\g<count>个，", line)
    line = _BACKWARD.sub(r"\g<head>\g<all>\g<unit>", _PEOPLE.sub(r"\1万", line))
    line = _SITES_ALONE.sub(r"新开工\g<all>\g<unit>", line)
    line = _SITES.sub(r"新开工\g<all>\g<unit>，\g<done>了\g<good>\g<unit>", line)
    if "率" in line or "%" in line:
        return line
    found = _OF.search(line)
    rate = None if found is None else "办结率" if re.search("诉|受理", found["head"]) else "覆盖率"
    if found is None or rate not in wanted:
        return line
    good = found["good"] or found["all"]
    if int(good) > int(found["all"]):
        return line
    rest = line[: found.start()] + line[found.end() :]
    if int(good) == int(found["all"]) and _ALL_OF_IT.search(rest):
        return rest.rstrip("，, ")
    head = re.sub("应(?=监督|覆盖|报监)|受理", "", found["head"])
    name = f"{head}办结率" if rate == "办结率" else f"{head}监督覆盖率".replace("监督监督", "监督")
    return f"{line[: found.start()]}{name} {good}/{found['all']} {line[found.end() :]}"
