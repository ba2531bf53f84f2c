import pytest

import rubrics
from handlers.leading.topics import item_asked, item_number, items_of, leaves_about, topic_of

COUNTY = rubrics.load("tieling-2015")
HALF_YEAR = [criterion for criterion in COUNTY.criteria if criterion.milestone == "H1"]


def about(text: str) -> list[str]:
    return [leaf.code for leaf in leaves_about(topic_of(text), HALF_YEAR)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("看一下那个食药的", ["T06-H1", "T08-H1", "T09-H1"]),
        ("那个什么覆盖率来着百分之多少来着", ["T17-H1"]),
        ("农药抽查怎么样了", ["T15-H1"]),
        ("复盖率", ["T17-H1"]),
        ("明天天气", []),
        ("率", []),
        ("", []),
    ],
)
def test_a_topic_finds_the_leaves_that_are_about_it(text: str, codes: list[str]) -> None:
    assert about(text) == codes


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第三项是什么", 3),
        ("第3项", 3),
        ("第十二条讲什么？", 12),
        ("三项", 3),
        ("第三季度", None),
        ("3", None),
    ],
)
def test_an_item_is_asked_for_by_its_number(text: str, number: int | None) -> None:
    assert item_asked(text) == number


def test_items_are_counted_over_the_milestones() -> None:
    assert len(items_of(COUNTY)) == 24
    assert item_number(COUNTY, COUNTY.criterion("T08-Y")) == "第8项"
    assert item_number(rubrics.load("rugao-2018"), rubrics.load("rugao-2018").criterion("19.2")) == "19.2"
