import pytest

from tests.handlers.reading.lists import list_of, offered, outcomes, read, stored

COUNTY = list_of("tieling-2015", "县城建局", codes=("T16-H1", "T17-H1", "T18-H1"))
FARMING = list_of("pingdingshan-2021", "农业农村局")


@pytest.mark.parametrize(
    "typed", ["没有发生", "本季度没有发生", "2.3 无", "没有发生重大农产品质量事故", "重大农产品质量事故0起"]
)
def test_nothing_happened_is_nought(typed: str) -> None:
    assert stored(read(typed, "pingdingshan-2021", FARMING)) == {"2.3": {"event_count": 0}}


def test_a_bare_none_is_confirmed() -> None:
    assert offered(read("无", "pingdingshan-2021", FARMING)) == [{"event_count": 0}]


def test_nothing_happened_is_no_answer_where_nothing_is_asked() -> None:
    assert outcomes(read("无", "tieling-2015", COUNTY)) == ["unread"]
    rows = read("本季度没有发生安全事故", "tieling-2015", COUNTY)
    assert outcomes(rows) == ["refused"]
    assert "县安监局" in rows[0].reason


def test_a_quarter_without_accidents_is_no_year_without_any() -> None:
    tasks = list_of("tieling-2015", "县安监局", codes=("T11-Y",))
    assert outcomes(read("本季度没有发生", "tieling-2015", tasks)) == ["asks"]
    assert stored(read("全年没有发生", "tieling-2015", tasks)) == {"T11-Y": {"incident_count": 0}}
