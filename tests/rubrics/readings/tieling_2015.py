"""铁岭 2015, read a second time from its clauses."""

from fractions import Fraction

from tests.rubrics.readings.second import ABSENT, YES_NO, Expected, F, Line, Result, around

NODES = ("H1", "Q3", "Y")


def levels(points: dict[str, str], *codes: str) -> tuple[Line, ...]:
    return tuple(Line(code, {"level": tuple(points)}, lambda level: F(points[level])) for code in codes)


def three(full: str, partial: str, *codes: str) -> tuple[Line, ...]:
    """全、不全、无."""
    return levels({"full": full, "partial": partial, "none": "0"}, *codes)


def at(item: str, *nodes: str) -> tuple[str, ...]:
    return tuple(f"{item}-{node}" for node in nodes or NODES)


def brands(mayor_award: bool, city_brand_count: Fraction, city_brand_count_2014: Fraction) -> Result:
    if not mayor_award:
        return Expected(F(0), gap=True)
    return 4 if city_brand_count > city_brand_count_2014 else 2


def funding(funding_current: Fraction, funding_previous: Fraction) -> Result:
    more = F(2) if funding_current > funding_previous else F(0)
    if funding_current < funding_previous:
        return Expected(F(0), gap=True, bonus=F(0))
    return Expected(3 + more, bonus=more)


def complaints(complaint_rate_current: Fraction, complaint_rate_2014: Fraction) -> Result:
    points = F(4) if complaint_rate_current < complaint_rate_2014 else F(0)
    return Expected(points, gap=complaint_rate_current == complaint_rate_2014)


def monitored(level: str, major_accident_count: Fraction | None = None) -> Result:
    if major_accident_count:
        return Expected(F(0), gap=True)
    return {"full": 4, "no_evidence": 2, "none": 0}[level]


def reported(months_due: Fraction, months_on_time: Fraction) -> Result:
    return max(F(0), 5 - (months_due - months_on_time))


LINES = (
    *three("10", "5", *at("T01")),
    *levels({"full": "4", "none": "0"}, "T02-H1", "T03-H1", "T03-Q3"),
    Line(
        "T03-Y",
        {"mayor_award": YES_NO, "city_brand_count": (0, 4, 5, 6), "city_brand_count_2014": (0, 5)},
        brands,
    ),
    *levels({"full": "3", "none": "0"}, "T04-H1"),
    Line(
        "T04-Y",
        {"funding_current": ("0", "99.999", "100", "100.00", "100.001"), "funding_previous": ("0", "100")},
        funding,
    ),
    *three("3", "2", *at("T05")),
    *three("4", "2", "T06-H1"),
    *(
        Line(code, {"incident_count": (0, 1, 2, 9)}, lambda incident_count: 0 if incident_count else 4)
        for code in ("T06-Q3", "T06-Y", "T11-Y")
    ),
    *three("4", "2", *at("T07"), *at("T08"), *at("T09"), *at("T10"), "T11-H1"),
    *three("3", "1.5", *at("T12"), *at("T13"), *at("T14"), *at("T15")),
    *three("4", "2", *at("T16")),
    *(
        Line(
            code, {"coverage_percent": around("100")}, lambda coverage_percent: 4 * (coverage_percent == 100)
        )
        for code in at("T17")
    ),
    *three("4", "2", "T18-H1", "T18-Q3"),
    Line(
        "T18-Y",
        {
            "complaint_rate_current": ("0", "0.4", "0.49", "0.5", "0.50", "0.51"),
            "complaint_rate_2014": ("0", "0.5"),
        },
        complaints,
    ),
    *three("4", "2", "T19-H1"),
    *levels({"full": "4", "no_evidence": "2", "none": "0"}, "T19-Q3", "T19-Y"),
    *(
        Line(
            code,
            {"level": ("full", "no_evidence", "none"), "major_accident_count": (ABSENT, 0, 1, 2)},
            monitored,
        )
        for code in at("T20")
    ),
    Line("N1", {"months_due": (12,), "months_on_time": tuple(range(13))}, reported),
    Line("N1", {"months_due": (7, 8), "months_on_time": (0, 1, 2, 3, 7)}, reported),
    Line("N2", {"tv_count": (0, 1, 2)}, lambda tv_count: 5 * (tv_count >= 1)),
    Line("N3", {"newspaper_count": (0, 1, 2)}, lambda newspaper_count: 5 * (newspaper_count >= 1)),
    *levels({"full": "5", "none": "0"}, "N4"),
)
"""Every line; the document has no veto."""
