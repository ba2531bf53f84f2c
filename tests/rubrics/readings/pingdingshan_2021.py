"""平顶山 2021, read a second time: 63 lines that the province marks, five that take points off."""

from fractions import Fraction

from tests.rubrics.readings.second import ABSENT, Expected, F, Line, Result, text

MARKS = {
    **dict.fromkeys(("1.1", "1.6"), "5"),
    "1.2": "4",
    **dict.fromkeys(("1.3", "1.4", "1.7"), "2"),
    "1.5": "1",
    **dict.fromkeys(("1.8", "1.9", "1.10"), "3"),
    "3.1": "2",
    **dict.fromkeys(("4.1", "5.1", "5.2", "5.4", "5.6", "5.7", "5.8"), "1"),
    "5.3": "0.5",
    "5.5": "4.5",
    **dict.fromkeys(("6.1", "6.3"), "0.5"),
    "6.2": "3",
    "6.4": "3.5",
    **dict.fromkeys(("7.1", "7.3", "7.4", "7.7", "7.8"), "1"),
    **dict.fromkeys(("7.2", "7.5", "7.6"), "2"),
    **dict.fromkeys(("8.1", "8.2"), "2"),
    "8.3": "4",
    "8.4": "3",
    **dict.fromkeys(("9.1", "9.4", "10.1", "10.2", "11.1", "11.2", "11.3"), "1"),
    "9.2": "1.5",
    "9.3": "2",
    "12.1": "2",
    **dict.fromkeys(("12.2", "12.3"), "1.5"),
    "12.4": "0.5",
    "13.1": "2",
    "13.2": "1",
    **dict.fromkeys(("14.1", "14.2", "14.3", "15.1", "17.1"), "0.5"),
    **dict.fromkeys(("15.2", "15.3"), "1"),
    "16.1": "1.5",
    "17.2": "0.2",
    "17.3": "0.7",
    **dict.fromkeys(("17.4", "17.5"), "0.3"),
}


def marked(code: str, marks: str) -> Line:
    tried = {F(marks), F(0), F("0.01"), F(marks) - F("0.01"), F(marks) / 2}
    values = tuple(map(text, sorted(tried)))
    return Line(code, {"assessed_points": values}, lambda assessed_points: assessed_points)


def priced(event_count: Fraction) -> Result:
    return -min(F(2), event_count)


def discretion(event_count: Fraction, assessed_deduct: Fraction | None = None) -> Result:
    if not event_count:
        return 0
    if assessed_deduct is None:
        return Expected(F(-1), provisional=True)
    return -assessed_deduct


LINES = (
    *(marked(code, marks) for code, marks in MARKS.items()),
    Line("2.1", {"event_count": (0, 1, 2, 3, 40)}, priced),
    *(
        Line(
            code, {"event_count": (1, 2, 5), "assessed_deduct": (ABSENT, "0", "0.01", "0.5", "1")}, discretion
        )
        for code in ("2.2", "2.3", "2.4", "2.5")
    ),
    *(
        Line(code, {"event_count": (0,), "assessed_deduct": (ABSENT, "0")}, discretion)
        for code in ("2.2", "2.3", "2.4", "2.5")
    ),
)
"""Every line but the veto."""


def section(code: str) -> str:
    """附件1 prints five domains over its numbered items; the incidents are taken off the first."""
    number = int(code.partition(".")[0])
    return "一二三四五"[sum(number > last for last in (2, 5, 8, 12))]
