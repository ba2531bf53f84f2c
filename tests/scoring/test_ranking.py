from dataclasses import fields
from decimal import Decimal

import pytest

from rubrics import folder_of, load
from rubrics.worked import worked_cases
from scoring.decimals import ZERO, plain
from scoring.engine import rescore, score_sheet
from scoring.errors import UnknownCode
from scoring.ranking import Place, Ranking
from scoring.sheet import ScoreSheet
from tests.scoring.papers import criterion_toml, rubric_of

COUNT = '{ name = "number", type = "count", label = "次数" }'
RULE = '{ kind = "deduct", deductions = [{ each = 0.5, count = "number" }] }'
PAPER = rubric_of(criterion_toml("1", "2", COUNT, RULE) + criterion_toml("2", "2", COUNT, RULE))


def ranking(**numbers: int) -> Ranking:
    facts = {subject: {"1": {"number": number}, "2": {"number": 0}} for subject, number in numbers.items()}
    return Ranking({subject: score_sheet(PAPER, given) for subject, given in facts.items()})


def shown(places: tuple[Place, ...]) -> list[tuple[str, int, str]]:
    return [(place.subject, place.rank, plain(place.points or ZERO)) for place in places]


def test_equal_totals_share_a_place_and_the_next_is_skipped() -> None:
    assert shown(ranking(d=4, b=1, a=0, c=1).places()) == [
        ("a", 1, "4"),
        ("b", 2, "3.5"),
        ("c", 2, "3.5"),
        ("d", 4, "2"),
    ]


def test_one_changed_leaf_moves_its_subject_and_no_other() -> None:
    board = ranking(a=0, b=1, c=2)
    assert board.change("a", "2", {"number": 3}) == Place("a", 3, Decimal("2.5"))
    assert shown(board.places()) == [("b", 1, "3.5"), ("c", 2, "3"), ("a", 3, "2.5")]
    assert board.change("a", "2", {"number": 0}).rank == 1


def test_subjects_without_a_total_come_last() -> None:
    ziyang = load("ziyang-2016")
    board = Ranking({"a": score_sheet(ziyang, {}), "b": score_sheet(PAPER, {})})
    assert [(place.subject, place.rank) for place in board.places()] == [("b", 1), ("a", 2)]


def test_an_unknown_subject_or_code_changes_nothing() -> None:
    board = ranking(a=0, b=1)
    with pytest.raises(KeyError):
        board.change("z", "1", {"number": 0})
    with pytest.raises(UnknownCode):
        board.change("a", "9", {"number": 0})
    assert [place.subject for place in board.places()] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "milestone", "subject"),
    [
        ("rugao-2018", None, None),
        ("ezhou-2013", None, None),
        ("pingdingshan-2021", None, None),
        ("rugao-2018-towns", None, "九华"),
        ("tieling-2015", "annual", None),
        ("tieling-2015", "H1", None),
        ("ziyang-2016", None, None),
    ],
)
def test_a_sheet_rescored_leaf_by_leaf_is_the_sheet_scored_at_once(
    name: str, milestone: str | None, subject: str | None
) -> None:
    rubric = load(name)
    sheet = score_sheet(rubric, {}, milestone=milestone, subject=subject)
    facts: dict[str, dict[str, object]] = {}
    for case in worked_cases(folder_of(name)):
        facts[case.code] = dict(case.inputs)
        sheet = rescore(sheet, case.code, case.inputs)
        if case.inputs == {}:
            assert shown_sheet(sheet) == shown_sheet(
                score_sheet(rubric, facts, milestone=milestone, subject=subject)
            )
    assert shown_sheet(sheet) == shown_sheet(score_sheet(rubric, facts, milestone=milestone, subject=subject))


def shown_sheet(sheet: ScoreSheet) -> dict[str, object]:
    """Everything a sheet says; errors are equal only to themselves, so that their words stand for them."""
    said = {
        item.name: getattr(sheet, item.name) for item in fields(sheet) if item.name not in ("rubric", "lines")
    }
    lines = [
        (code, line.state, line.outcome, line.inputs.values, line.error and line.error.message)
        for code, line in sheet.lines.items()
    ]
    return {**said, "lines": lines}
