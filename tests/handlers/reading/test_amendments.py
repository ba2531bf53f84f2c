import pytest

from tests.handlers.reading.lists import list_of, offered, outcomes, read

COUNTY = list_of("tieling-2015", "县城建局", codes=("T16-H1", "T17-H1", "T18-H1"))
REPORTED = list_of(
    "tieling-2015",
    "县城建局",
    codes=("T16-H1", "T17-H1", "T18-H1"),
    known={"T17-H1": {"coverage_percent": "98"}},
)


@pytest.mark.parametrize(
    "typed",
    ["不是98是89", "刚才报错了 不是98是89", "98改成89", "覆盖率应为89%", "把②改成89%", "更正：覆盖率89", "是89不是98",
     "报错了，应该是89", "②不是98%，是89%"],
)  # fmt: skip
def test_a_correction_is_confirmed_before_it_counts(typed: str) -> None:
    rows = read(typed, "tieling-2015", REPORTED)
    assert outcomes(rows) == ["asks"]
    assert offered(rows) == [{"coverage_percent": "89"}]
    assert rows[0].choices[0].item.amend
    assert "98%" in rows[0].question


def test_a_correction_of_nothing_asks_which_line() -> None:
    assert offered(read("不是98是89", "tieling-2015", COUNTY)) == []


def test_the_same_as_last_time_refers_to_nothing() -> None:
    rows = read("同上次一样", "tieling-2015", COUNTY)
    assert (outcomes(rows), rows[0].choices) == (["asks"], ())
