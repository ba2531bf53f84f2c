"""An outsider with a pencil: the points of a leaf again, from what its explanation says and nothing else.

Every sum, product, quotient, rounding and comparison that a step prints is done again; a step that does not come
out raises AssertionError. The points are then put together from the results of the steps.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from itertools import accumulate

N = r"-?\d+(?:\.\d+)?"
NUMBER = re.compile(N)
STRAY = re.compile(rf"(?<![\d.]) ({N})(?= |，|：|。)")
SIGNS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "≥": lambda value, bound: value >= bound,
    "＞": lambda value, bound: value > bound,
    "≤": lambda value, bound: value <= bound,
    "＜": lambda value, bound: value < bound,
}


def half_up(value: Decimal, unit: str) -> Decimal:
    return value.quantize(Decimal(unit), rounding=ROUND_HALF_UP)


def redo(steps: Sequence[str]) -> Decimal | None:
    """The points that the steps lead to, None where they give none."""
    results: list[Decimal] = []
    for step in steps:
        for check in CHECKS:
            check(step)
        if found := re.search(rf"合计 (.*) ＝ {N}分。$", step):
            parts = list(accumulate(map(Decimal, found[1].split(" ＋ "))))
            assert parts[-1] == sum(results), step
            # A part is made of consecutive results.
            assert {*parts} <= {*accumulate(results)}, step
        elif found := re.search(rf"考核方核定({N})分，替代按填报计算的({N})分。$", step):
            assert sum(results) == Decimal(found[2]), step
            return Decimal(found[1])
        elif found := re.search(rf"按最低{N}分、最高{N}分计，得({N})分。$", step):
            results[-1] = Decimal(found[1])
        else:
            results += _results(step)
    return sum(results, Decimal(0)) if results else None


def _results(step: str) -> Iterator[Decimal]:
    """What a step adds to the points."""
    if found := re.search(rf"合计{N}分，最多加{N}分，加({N})分。$", step):
        yield Decimal(found[1])
    elif found := re.search(rf"(?:核定|暂|，)扣({N})分(?:（预评）|（最多{N}分）)?。$", step):
        if "最多" in step:
            yield -Decimal(found[1])
    elif step.endswith("，不扣分。"):
        yield Decimal(0)
    elif found := re.search(rf"[得：＝] ?({N})分(?:（本项{N}分）|（均分，预评）|（预评）)?。$", step):
        if " × " not in step or "四舍五入" in step:
            yield Decimal(found[1])
    elif found := re.search(rf"得({N})分，另加({N})分。$", step):
        yield Decimal(found[1]) + Decimal(found[2])


def _sum(step: str) -> None:
    """`… ＝ A 1 ＋ B 2 － C 3 ＝ 0` and `2 － 1 － 0.8 ＝ 0.2分`."""
    *_, worked_out, result = ["", *step.split(" ＝ ")]
    result_number = re.match(rf"({N})分?。$", result)
    if result_number is None or not re.search("[＋－]", worked_out) or "×" in worked_out:
        return
    signs = re.findall(" ([＋－]) ", worked_out)
    terms = [NUMBER.findall(term)[-1] for term in re.split(" [＋－] ", worked_out)]
    total = Decimal(terms[0])
    for sign, term in zip(signs, terms[1:], strict=True):
        total += Decimal(term) if sign == "＋" else -Decimal(term)
    assert total == Decimal(result_number[1]), step


def _product(step: str) -> None:
    """`少 0.01，每5为一档，不足一档按一档：1 × 0.2分，扣0.2分（最多扣1分）` and `A 3 × 0.5分 ＝ 1.5分`."""
    for times, each, said, most in re.findall(
        rf"({N}) × ({N})分(?:，扣|，最多扣{N}分，扣| ＝ )({N})分(?:（最多扣({N})分）)?", step
    ):
        limits = re.findall(rf"最多扣({N})分", step)
        expected = min([Decimal(times) * Decimal(each), *map(Decimal, limits)])
        assert expected == Decimal(said), (step, most)
    if found := re.search(rf"应达 ({N})，少 ({N})(?:，每({N})为一档，不足一档按一档)?：({N}) ×", step):
        target, short, size, times = (Decimal(part or 1) for part in found.groups())
        actual = Decimal(NUMBER.findall(step[: found.start()])[-1])
        assert target - actual == short, step
        assert (short / size).to_integral_value(ROUND_CEILING) == times, step
    if found := re.search(rf"({N})，应达 ({N})，不少", step):
        assert Decimal(found[1]) >= Decimal(found[2]), step


def _quotient(step: str) -> None:
    """`A 2 ÷ B 3 × 1，四舍五入到0.01，得0.67分`, `…取整得 7`, and the even shares and straight lines of 预评."""
    if found := re.search(rf" ({N}) ÷ [^÷]* ({N}) × ({N})，四舍五入(?:到0.01，得|取整得 )({N})", step):
        actual, target, marks, said = map(Decimal, found.groups())
        assert half_up(actual * marks / target, "1" if "取整" in step else "0.01") == said, step
    elif found := re.search(rf" ({N})，四舍五入取整得 ({N})。", step):
        assert half_up(Decimal(found[1]), "1") == Decimal(found[2]), step
    if found := re.search(rf"({N})×({N})÷({N})，四舍五入到0.01，得({N})分", step):
        marks, held, shares, said = map(Decimal, found.groups())
        assert half_up(marks * held / shares, "0.01") == said, step
    line = rf"({N})－［({N})＋({N})×（({N})－({N})）÷({N})］，四舍五入到0.01，暂得({N})分"
    if found := re.search(line, step):
        marks, least, rise, short, start, width, said = map(Decimal, found.groups())
        assert half_up(marks - (least + rise * (short - start) / width), "0.01") == said, step
    if found := re.search(rf"完成率 ({N}) ÷ ({N}) ＝ ({N})", step):
        assert half_up(Decimal(found[1]) / Decimal(found[2]), "0.0001") == Decimal(found[3]), step


def _band(step: str) -> None:
    """`A 91.5：属于“≥90”这一档` and `不在给分段内（≥92、≥90）`, of a value or of a percentage."""
    values = STRAY.findall(step.partition("：")[0] + "：")
    if not values or ("给分段" not in step and "这一档" not in step):
        return
    value, unit = Decimal(values[0]), Decimal(1)
    if "的百分比" in step:
        value, unit = value * 100, Decimal(values[1])
    for sign, bound in re.findall(rf"“([≥＞≤＜])({N})”", step):
        assert SIGNS[sign](value, Decimal(bound) * unit), step
    if found := re.search(r"给分段内（(.*?)）", step):
        for sign, bound in re.findall(rf"([≥＞≤＜])({N})", found[1]):
            assert not SIGNS[sign](value, Decimal(bound) * unit), step


def _shortfall(step: str) -> None:
    """`… 0.01，在0—1一段（含1），扣1分` and `超过20`, against the shortfall."""
    if found := re.search(rf" ({N})，在({N})—({N})一段（含({N})）", step):
        short, start, end, taken_in = map(Decimal, found.groups())
        assert start < short <= end == taken_in, step
    if found := re.search(rf" ({N})，超过({N})，得0分", step):
        assert Decimal(found[1]) > Decimal(found[2]), step
    if found := re.search(rf" ({N}) (达到|低于) (?:.* )?({N})，得", step):
        one, other = Decimal(found[1]), Decimal(found[3])
        assert one >= other if found[2] == "达到" else one < other, step


CHECKS = (_sum, _product, _quotient, _band, _shortfall)
