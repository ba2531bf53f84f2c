"""The lines that a document leaves without marks, priced by an overlay: weights, kinds, blocks, 社会评价."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from rubrics.line_prices import KINDS, Price, compares, priced
from rubrics.tables import Table
from scoring.decimals import HUNDRED, ZERO, plain, round_half_up
from scoring.model import Bonus, Criterion, Input, Rubric, Section
from scoring.rules import Reference, Unpriced

_MODES: Final = ("reference", "bonus", "inside")
_SOCIAL_SECTION: Final = "social"
_TARGET: Final = "target_percent"
_DEFAULT_KIND: Final = "assessed"


@dataclass(frozen=True, slots=True)
class _Social:
    """社会评价: how its line counts; `line` is priced unless it stays a reference."""

    mode: str
    line: Criterion

    @property
    def marks(self) -> Decimal:
        """Its mark inside the full marks."""
        return (self.line.full_marks or ZERO) if self.mode == "inside" else ZERO


def price_lines(rubric: Rubric, table: Table, name: str) -> Rubric:
    """The rubric with a mark and a rule for every open line; what does not fit is noted at the tables."""
    params = table.table("params")
    lines = _open_lines(rubric, table, params, name)
    social = _social(rubric, table, params, name)
    params.close()
    sections = _blocks(rubric, table, social, lines)
    if social is not None:
        lines[social.line.code] = social.line
    criteria = tuple(lines.get(criterion.code, criterion) for criterion in rubric.criteria)
    rubric = replace(rubric, criteria=criteria, sections=sections)
    if social is not None and social.mode == "bonus":
        cap = social.line.full_marks or ZERO
        return replace(rubric, bonus=Bonus(social.line.code, cap, total_max=rubric.total_max))
    return rubric


def _open_lines(rubric: Rubric, table: Table, params: Table, name: str) -> dict[str, Criterion]:
    weights, kinds = table.table("weights"), table.table("kinds")
    default = _kind(table, "default_kind", _DEFAULT_KIND)
    lines = {}
    for criterion in rubric.criteria:
        rule = criterion.rule.parts[0].rule
        if isinstance(rule, Unpriced):
            code = criterion.code
            marks, kind = _marks(weights, code), _kind(kinds, code, default)
            price = Price(criterion, marks, kind, rule.actual or "", rule.target or "")
            lines[code] = priced(price, params.table(code), by=name)
    if rubric.veto is not None:
        weights.refuse(rubric.veto.code, "否决项没有分值")
    weights.close()
    kinds.close()
    return lines


def _marks(table: Table, key: str) -> Decimal:
    marks = table.decimal(key)
    if marks < ZERO:
        table.note(f"“{key}”不能小于0")
    if marks != round_half_up(marks, 2):
        table.note(f"“{key}”最多两位小数")
    return marks


def _kind(table: Table, key: str, default: str | None) -> str:
    kind = table.text(key, default)
    if kind in KINDS:
        return kind
    if kind:
        table.note(f"“{key}”的评分方式应为以下之一：{'、'.join(KINDS)}")
    return _DEFAULT_KIND


def _social(rubric: Rubric, table: Table, params: Table, name: str) -> _Social | None:
    for criterion in rubric.criteria:
        rule = criterion.rule.parts[0].rule
        if isinstance(rule, Reference):
            given = table.table("social")
            mode = given.text("mode", "reference")
            if mode not in _MODES:
                given.note(f"“mode”应为以下之一：{'、'.join(_MODES)}")
            social = _Social(mode, criterion)
            if mode in ("bonus", "inside"):
                social = _priced_social(social, rule, given, params.table(criterion.code), name)
            given.close()
            return social
    return None


def _priced_social(social: _Social, rule: Reference, given: Table, params: Table, name: str) -> _Social:
    marks, kind = _marks(given, "weight"), _kind(given, "kind", None)
    criterion = social.line
    if compares(kind):
        criterion = replace(criterion, inputs=(*criterion.inputs, _target(given)))
    price = Price(criterion, marks, kind, rule.input, _TARGET)
    line = priced(price, params, by=name, on_top=social.mode == "bonus")
    return replace(social, line=replace(line, section=_SOCIAL_SECTION) if social.mode == "inside" else line)


def _target(given: Table) -> Input:
    target = given.optional_decimal("target")
    goal = Input(_TARGET, "percent", "目标值（%）", source="overlay", maximum=HUNDRED, above=ZERO)
    if target is None:
        return goal
    if not ZERO < target <= HUNDRED:
        given.note("“target”应大于0、不超过100")
    return replace(goal, optional=True, default=target)


def _blocks(
    rubric: Rubric, table: Table, social: _Social | None, lines: dict[str, Criterion]
) -> tuple[Section, ...]:
    inside = social is not None and social.mode == "inside"
    blocks = table.table("blocks") if inside else None
    if blocks is None:
        table.refuse("blocks", "只有社会评价放进100分之内（inside）时才另定“blocks”")
    sections = tuple(_block(section, blocks, table, lines) for section in rubric.sections)
    if social is None or blocks is None:
        return sections
    blocks.close()
    total = sum((section.printed or ZERO for section in sections), social.marks)
    if total != rubric.total_max:
        blocks.note(f"各块分值与社会评价合计{plain(total)}分，应恰为{plain(rubric.total_max or ZERO)}分")
    label = social.line.path[0]
    return (*sections, Section(_SOCIAL_SECTION, social.marks, social.marks, label=label))


def _block(section: Section, blocks: Table | None, table: Table, lines: dict[str, Criterion]) -> Section:
    printed = section.printed if blocks is None else blocks.decimal(section.name)
    marks = sum((item.full_marks or ZERO for item in lines.values() if item.section == section.name), ZERO)
    if marks != printed:
        table.note(f"{section.label}各项分值合计{plain(marks)}分，应恰为{plain(printed or ZERO)}分")
    return replace(section, printed=printed, rows=marks)
