import pytest

import rubrics
from handlers.campaign.units import mentions_of

COUNTY = rubrics.load("tieling-2015")
TOWNS = rubrics.load("rugao-2018-towns")


def named(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    found = mentions_of(text, COUNTY, COUNTY.subjects)
    return found.units, found.heard


@pytest.mark.parametrize("text", ["县城建局", "城建局", "城建局得多少", "看一下城建局吧"])
def test_a_unit_is_known_by_its_name_or_without_the_county(text: str) -> None:
    assert named(text) == (("县城建局",), frozenset())


@pytest.mark.parametrize("text", ["呈建局得多少", "成建局"])
def test_a_homophone_is_known_and_said_to_be_one(text: str) -> None:
    assert named(text) == (("县城建局",), frozenset({"县城建局"}))


def test_an_abbreviation_is_the_one_unit_that_has_its_characters_in_order() -> None:
    assert named("市监局怎么样") == (("市场监督管理局",), frozenset({"市场监督管理局"}))


def test_several_units_come_in_the_order_in_which_they_are_named() -> None:
    assert named("旅游局、农发局还有城建局")[0] == ("县旅游局", "县农发局", "县城建局")


@pytest.mark.parametrize("text", ["某某局", "明天开会", "局", ""])
def test_what_names_no_unit_or_could_be_several_names_none(text: str) -> None:
    assert named(text)[0] == ()


@pytest.mark.parametrize(
    ("text", "town"),
    [("九华镇", "九华"), ("城北街道", "开发区（城北街道）"), ("长江镇", "长江镇（如皋港区）")],
)
def test_a_town_is_known_by_its_bracketed_and_shortened_names(text: str, town: str) -> None:
    assert mentions_of(text, TOWNS, TOWNS.subjects).units == (town,)
