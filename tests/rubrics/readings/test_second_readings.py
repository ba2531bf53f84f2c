"""Every line of every document gives what a second reading of its clause gives, at and around every bound."""

from fractions import Fraction
from types import ModuleType

import pytest

from rubrics import load
from rubrics.cases import answer
from tests.rubrics.readings import ezhou_2013, pingdingshan_2021, rugao_2018, tieling_2015
from tests.rubrics.readings.second import Expected, Line, Said

DOCUMENTS = {
    "tieling-2015": tieling_2015,
    "ezhou-2013": ezhou_2013,
    "pingdingshan-2021": pingdingshan_2021,
    "rugao-2018": rugao_2018,
}


EVERY_LINE = [
    pytest.param(name, line, id=f"{name}-{line.code}")
    for name, document in DOCUMENTS.items()
    for line in document.LINES
]


@pytest.mark.parametrize(("name", "line"), EVERY_LINE)
def test_a_line_gives_what_its_second_reading_gives(name: str, line: Line) -> None:
    wrong = [
        (said, wanted, given)
        for said, wanted in line.cases()
        if (given := result(name, line.code, said)) != wanted
    ]
    assert wrong == []


def result(name: str, code: str, said: Said) -> Expected | str:
    given = answer({"id": 1, "rubric": name, "code": code, "inputs": said})
    if "error" in given:
        return f"{given['error']}：{given['message']}"
    points, bonus = given["points"], given.get("bonus")
    return Expected(
        None if points is None else Fraction(str(points)),
        given.get("gap") is True,
        given.get("provisional") is True,
        None if bonus is None else Fraction(str(bonus)),
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_line_with_points_is_read_again(name: str) -> None:
    document: ModuleType = DOCUMENTS[name]
    veto = load(name).veto
    assert {line.code for line in document.LINES} | ({veto.code} if veto else set()) == set(
        load(name).by_code
    )
