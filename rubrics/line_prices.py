"""One line priced by an overlay: a mark, a kind, and the kind's own numbers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from rubrics.rules import read_band, read_shortfall_band
from rubrics.tables import Table
from scoring.conditions import parse_condition
from scoring.decimals import ZERO, plain
from scoring.derived import Derived, Sum
from scoring.model import Choice, Criterion, Input
from scoring.rule import Part, Rule
from scoring.rules import AnyRule, Assessed, Bands, Checklist, Levels, Proportional, ShortfallBands
from scoring.rules.checklist import Item

_ASSESSED_POINTS: Final = "assessed_points"


@dataclass(frozen=True, slots=True)
class Price:
    """一行的定价: the line, its mark and kind, the inputs with its value and its target ("": it has none)."""

    criterion: Criterion
    marks: Decimal
    kind: str
    actual: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class _Priced:
    rule: AnyRule
    inputs: tuple[Input, ...]
    derived: tuple[Derived, ...] = ()


def compares(kind: str) -> bool:
    """Whether that kind compares a value with its target."""
    return kind in ("proportional", "ratio_bands", "shortfall_bands")


def priced(price: Price, params: Table, *, by: str, on_top: bool = False) -> Criterion:
    """The line with its mark and rule; `by` names the overlay. What does not fit is noted at `params`."""
    words, build = _KINDS[price.kind]
    made = build(price, params)
    params.close()
    scored = {item.name for item in made.inputs}
    stored = (_stored(item) for item in price.criterion.inputs if item.name not in scored)
    marks = plain(price.marks)
    return replace(
        price.criterion,
        full_marks=price.marks,
        rule=Rule((Part(made.rule, cap=price.marks, on_top=on_top),), made.derived),
        inputs=(*made.inputs, *stored),
        reading=f"补充方案“{by}”定分值{marks}分，{words}；得分在0至{marks}分之间。",
    )


def _stored(item: Input) -> Input:
    return replace(item, optional=True, affects_points=False)


def _entered(price: Price, *, optional: bool) -> Input:
    given = price.criterion.input_by_name.get(_ASSESSED_POINTS)
    if given is None:
        given = Input(_ASSESSED_POINTS, "points", f"{price.criterion.name}：考核组评分", source="assessor")
    return replace(given, minimum=ZERO, maximum=price.marks, optional=optional)


def _overruled(price: Price) -> tuple[Input, ...]:
    """The assessor's own points, where the document lists them."""
    listed = _ASSESSED_POINTS in price.criterion.input_by_name
    return (_entered(price, optional=True),) if listed else ()


def _numbers(price: Price, params: Table) -> tuple[Input, ...]:
    if not price.actual or not price.target:
        params.note(f"没有实现值和目标值，不能用“{price.kind}”")
        return ()
    return tuple(price.criterion.input(name) for name in (price.actual, price.target))


def _assessed(price: Price, _params: Table) -> _Priced:
    return _Priced(Assessed(_ASSESSED_POINTS), (_entered(price, optional=False),))


def _proportional(price: Price, params: Table) -> _Priced:
    return _Priced(Proportional(price.actual, price.target, price.marks), _numbers(price, params))


def _ratio_bands(price: Price, params: Table) -> _Priced:
    bands = tuple(read_band(table) for table in _needed(params, "bands"))
    rule = Bands(price.actual, price.target, bands, params.decimal("otherwise", ZERO))
    return _Priced(rule, _numbers(price, params))


def _shortfall_bands(price: Price, params: Table) -> _Priced:
    bands = tuple(read_shortfall_band(table) for table in _needed(params, "bands"))
    if any(band.up_to is not None for band in bands):
        params.note("扣分须是定数，不能是幅度（up_to）")
    short = Sum("shortfall", "低于目标值", (price.target,), (price.actual,))
    return _Priced(ShortfallBands("shortfall", price.marks, bands), _numbers(price, params), (short,))


def _levels(price: Price, params: Table) -> _Priced:
    choices = tuple(_read_level(table) for table in _needed(params, "levels"))
    level = Input("level", "choice", f"{price.criterion.name}：档次", choices, source="assessor")
    points = {choice.value: choice.points or ZERO for choice in choices}
    rule = Levels("level", points, {choice.value: choice.label for choice in choices})
    return _Priced(rule, (level, *_overruled(price)))


def _read_level(table: Table) -> Choice:
    choice = Choice(table.text("value"), table.text("label"), table.decimal("points"))
    table.close()
    return choice


def _checklist(price: Price, params: Table) -> _Priced:
    items, inputs = [], []
    for number, table in enumerate(_needed(params, "items"), 1):
        name = f"item_{number}"
        inputs.append(Input(name, "bool", table.text("label"), source="assessor"))
        items.append(Item(parse_condition(name), table.decimal("points")))
        table.close()
    return _Priced(Checklist(tuple(items)), (*inputs, *_overruled(price)))


def _needed(params: Table, key: str) -> tuple[Table, ...]:
    tables = params.tables(key)
    if not tables:
        params.note(f"缺“{key}”：这种评分方式要有自己的数")
    return tables


_KINDS: Final[dict[str, tuple[str, Callable[[Price, Table], _Priced]]]] = {
    "assessed": ("由考核组评分（最多两位小数）", _assessed),
    "checklist": ("按所列各项逐项给分", _checklist),
    "levels": ("按所选档次给分", _levels),
    "proportional": ("按比例给分（实现值÷目标值×分值，达到目标值得满分，四舍五入到0.01）", _proportional),
    "ratio_bands": ("按完成率（实现值÷目标值）分段给分", _ratio_bands),
    "shortfall_bands": ("按低于目标值的差距分段扣分", _shortfall_bands),
}

KINDS: Final = tuple(_KINDS)
"""How an overlay may have a line scored."""
