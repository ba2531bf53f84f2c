import pytest

from tests.handlers.reading.lists import list_of, outcomes, read, stored

COMMERCE = list_of("rugao-2018", "市商务局")


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("4.2 三条都做了", (True, True, True)),
        ("4.2 做了1、3，没做2", (True, False, True)),
        ("4.2 1、3做了，2没做", (True, False, True)),
        ("4.2 是 否 是", (True, False, True)),
        ("品牌战略实施 没做2，做了1、3", (True, False, True)),
    ],
)
def test_a_checklist_is_read_point_by_point(typed: str, values: tuple[bool, ...]) -> None:
    names = ("brand_measures", "brand_zone_creation", "brand_value_evaluation")
    expected = dict(zip(names, values, strict=True))
    assert stored(read(typed, "rugao-2018", COMMERCE)) == {"4.2": expected}


def test_a_figure_behind_another_input_is_no_point_of_the_checklist() -> None:
    tasks = list_of("rugao-2018", "市旅游局")
    assert stored(read("12.2 全年重大旅游安全责任事故数没有1", "rugao-2018", tasks)) == {}


def test_a_checklist_without_its_line_asks_unless_the_line_was_asked_for() -> None:
    assert outcomes(read("做了1、3，没做2", "rugao-2018", COMMERCE)) == ["asks"]
    found = read("做了1、3，没做2", "rugao-2018", COMMERCE, pending=COMMERCE[1])
    assert list(stored(found)) == ["4.2"]
    assert outcomes(read("4.2 做了1、9", "rugao-2018", COMMERCE)) == ["asks"]
