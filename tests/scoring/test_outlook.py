from decimal import Decimal

import rubrics
from scoring.engine import score_sheet
from scoring.outlook import best_total, open_lines
from tests.scoring.papers import criterion_toml, rubric_of

NUMBER = '{ name = "n", type = "number", label = "数" }'
BANDS = '{ kind = "bands", of = "n", bands = [{ at_least = 10, points = 5 }, { at_least = 5, points = 2 }], otherwise = 0 }'
PAPER = rubric_of(criterion_toml("1", "5", NUMBER, BANDS) + criterion_toml("2", "5", NUMBER, BANDS))


def test_what_is_not_reported_is_hoped_for_in_full_and_what_is_stays() -> None:
    sheet = score_sheet(PAPER, {"1": {"n": "6"}})
    assert (sheet.points, best_total(sheet)) == (Decimal(2), Decimal(7))
    assert [line.code for line in open_lines(sheet)] == ["2"]


def test_a_full_sheet_has_nothing_to_hope_for() -> None:
    sheet = score_sheet(PAPER, {"1": {"n": "10"}, "2": {"n": "1"}})
    assert best_total(sheet) == sheet.points == Decimal(5)
    assert open_lines(sheet) == ()


def test_an_empty_sheet_can_reach_what_the_document_gives() -> None:
    for name, milestone, full in (("tieling-2015", "annual", 100), ("pingdingshan-2021", None, 100)):
        sheet = score_sheet(rubrics.load(name), {}, milestone=milestone)
        assert best_total(sheet) == full, name
    city = score_sheet(rubrics.load("ezhou-2013"), {})
    assert best_total(city) == 100  # 质量宏观管理: eighteen marks squared to the printed sixteen
    raw = score_sheet(rubrics.load("ezhou-2013"), {}, section_policies={"4": "raw"})
    assert best_total(raw) == 102


def test_a_bonus_counts_only_when_it_is_reported() -> None:
    rubric = rubrics.load("rugao-2018")
    without = best_total(score_sheet(rubric, {}))
    with_bonus = best_total(score_sheet(rubric, {"B": {"luban_prize": 2}}))
    assert without == 100
    assert with_bonus == 101


def test_where_nothing_is_priced_nothing_is_hoped_for() -> None:
    assert best_total(score_sheet(rubrics.load("ziyang-2016"), {})) is None
