from datetime import UTC, datetime

import rubrics
from handlers.campaign.arrangements import Arranged
from handlers.campaign.targets import actual_input, average_of, office_values, target_input
from store.records import Arrangement, Submission

NOW = datetime(2013, 12, 10, tzinfo=UTC)
CITY = rubrics.load("ezhou-2013")
DISTRICTS = ("鄂城区", "华容区", "梁子湖区")


def target(number: int, value: dict[str, object], unit: str = "") -> Arrangement:
    return Arrangement(number, 1, "target", "", "1.1", unit, "", value, "", None, None, NOW, "谢芸")


def fixed(number: int, value: str, unit: str = "") -> Arrangement:
    return target(number, {"input": "target_percent", "method": "fixed", "value": value}, unit)


AVERAGE = target(9, {"input": "target_percent", "method": "average", "of": "actual_percent"})


def reported(**values: str) -> dict[tuple[str, str], Submission]:
    return {
        ("1.1", subject): Submission(
            1,
            1,
            "1.1",
            subject,
            1,
            "report",
            {},
            {"actual_percent": value},
            "市质监局",
            1,
            1,
            NOW,
            False,
            "",
            "",
            "",
        )
        for subject, value in values.items()
    }


def test_a_unit_of_its_own_target_wins_over_the_one_for_all() -> None:
    arranged = Arranged((fixed(1, "95"), fixed(2, "93", "华容区")))
    values = office_values(arranged, DISTRICTS, {})
    assert [values["1.1", subject]["target_percent"] for subject in DISTRICTS] == ["95", "93", "95"]


def test_an_average_is_provisional_until_everybody_has_reported() -> None:
    some = average_of(AVERAGE, DISTRICTS, reported(鄂城区="96", 华容区="93"))
    assert (some.value, some.waiting, some.final) == ("94.5", ("梁子湖区",), False)
    whole = average_of(AVERAGE, DISTRICTS, reported(鄂城区="96", 华容区="93", 梁子湖区="98.5"))
    assert (whole.value, whole.final) == ("95.83", True)  # 287.5 ÷ 3, half up


def test_without_any_report_there_is_no_average_and_no_value() -> None:
    assert average_of(AVERAGE, DISTRICTS, {}).value is None
    assert office_values(Arranged((AVERAGE,)), DISTRICTS, {}) == {}


def test_the_offices_value_and_what_is_held_against_it_are_found_in_each_document() -> None:
    pairs = {
        ("ezhou-2013", "1.1"): ("target_percent", "actual_percent"),
        ("rugao-2018", "27.2"): ("target", None),
        ("tieling-2015", "N1"): ("months_due", "months_on_time"),
    }
    for (name, code), (office, actual) in pairs.items():
        criterion = rubrics.load(name).criterion(code)
        found = target_input(criterion), actual_input(criterion)
        assert found[0] is not None
        assert found[0].name == office
        assert actual is None or (found[1] is not None and found[1].name == actual)
    assert target_input(rubrics.load("tieling-2015").criterion("T17-H1")) is None
