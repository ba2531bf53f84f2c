"""鄂州 2013, read a second time from its clauses."""

from fractions import Fraction

from tests.rubrics.readings.second import YES_NO, Expected, F, Line, Result, half_up, text

TARGETS = ("96", "98.7", "100")
SHORT = (
    "-0.01",
    "0",
    "0.01",
    "0.99",
    "1",
    "1.01",
    "3",
    "3.01",
    "10",
    "10.01",
    "10.5",
    "15",
    "19.99",
    "20",
    "20.01",
    "50",
)
RATIOS = ("1.0001", "1", "0.9999", "0.9", "0.8999", "0.8", "0.7999", "0.7", "0.6999", "0")
SHARES = {
    "4.1": ("3", 3),
    "4.2": ("3", 3),
    "4.3": ("2", 2),
    "4.4": ("2", 2),
    "4.5": ("2", 1),
    "4.6": ("3", 1),
    "4.7": ("3", 5),
    "5.1": ("2", 3),
    "5.2": ("4", 4),
    "5.3": ("2", 2),
    "5.4": ("2", 3),
    "5.5": ("2", 2),
    "5.6": ("6", 4),
    "5.8": ("6", 4),
    "6.1": ("6", 3),
    "6.2": ("3", 2),
    "6.3": ("3", 1),
    "6.4": ("2", 2),
}
"""Marks printed once for so many points of work."""


def below(target: str) -> tuple[str, ...]:
    """Rates so many percentage points below the target."""
    rates = (F(target) - F(short) for short in SHORT)
    return tuple(text(rate) for rate in rates if rate <= 100)


def share_of(target: str) -> tuple[str, ...]:
    """Rates that are such a share of the target."""
    rates = (F(target) * F(ratio) for ratio in RATIOS)
    return tuple(text(rate) for rate in rates if rate <= 100)


def products(
    actual_percent: Fraction, target_percent: Fraction, assessed_deduction: Fraction | None = None
) -> Result:
    short = target_percent - actual_percent
    if 10 < short <= 20:
        if assessed_deduction is not None:
            return 10 - assessed_deduction
        return Expected(half_up(10 - (6 + 3 * (short - 10) / 10)), provisional=True)
    steps = ((F(0), 10), (F(1), 9), (F(3), 8), (F(10), 5))
    return next((points for most, points in steps if short <= most), 0)


def ratio_line(code: str, target: str, marks: str, *deductions: str) -> Line:
    def read(actual_percent: Fraction, target_percent: Fraction) -> Result:
        bounds = (F(1), F("0.9"), F("0.8"), F("0.7"))
        for bound, deduction in zip(bounds, ("0", *deductions), strict=True):
            if actual_percent / target_percent >= bound:
                return F(marks) - F(deduction)
        return 0

    return Line(code, {"actual_percent": share_of(target), "target_percent": (target,)}, read)


def share_line(code: str, marks: str, number: int) -> Line:
    def read(**held: bool) -> Result:
        return Expected(half_up(F(marks) * sum(held.values()) / number), provisional=True)

    return Line(code, {f"c{place}": YES_NO for place in range(1, number + 1)}, read)


def projects(
    c1: bool,
    c2: bool,
    supervision_coverage_percent: Fraction,
    major_highway_first_pass_percent: Fraction | None,
    other_highway_first_pass_percent: Fraction | None,
) -> Result:
    major, other = major_highway_first_pass_percent, other_highway_first_pass_percent
    third = supervision_coverage_percent == 100
    fourth = (major is None or major == 100) and (other is None or other >= 98)
    points = half_up(F(6) * (c1 + c2 + third + fourth) / 4)
    return Expected(points, gap=major is None or other is None, provisional=True)


LINES = (
    *(
        Line("1.1", {"actual_percent": below(target), "target_percent": (target,)}, products)
        for target in TARGETS
    ),
    Line(
        "1.1",
        {
            "actual_percent": ("76", "80", "85.99"),
            "target_percent": ("96",),
            "assessed_deduction": ("6", "7.25", "9"),
        },
        products,
    ),
    *(ratio_line(code, target, "5", "2", "3", "4") for code in ("1.2", "1.3") for target in TARGETS),
    *(ratio_line(code, target, "10", "2.5", "5", "7.5") for code in ("2.1", "3.1") for target in TARGETS),
    *(share_line(code, marks, number) for code, (marks, number) in SHARES.items()),
    Line(
        "5.7",
        {
            "c1": YES_NO,
            "c2": YES_NO,
            "supervision_coverage_percent": ("100", "99.99", "0"),
            "major_highway_first_pass_percent": ("100", "99.99", None),
            "other_highway_first_pass_percent": ("98", "97.99", "100", None),
        },
        projects,
    ),
)
"""Every line but the veto."""


def section(code: str) -> str:
    """质量目标 holds 1 to 3."""
    number = code.partition(".")[0]
    return "goals" if number in "123" else number
