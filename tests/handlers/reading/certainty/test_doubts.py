import pytest

from tests.handlers.reading.lists import list_of, offered, outcomes, read, stored

COUNTY = list_of("tieling-2015", "县城建局", codes=("T16-H1", "T17-H1", "T18-H1"))
DISTRICTS = ("鄂城区", "华容区", "梁子湖区")
DISTRICT = list_of("ezhou-2013", "市质监局", codes=("1.1",), subjects=DISTRICTS)
TOWN = list_of("rugao-2018-towns", subjects=("九华",))
CITY = list_of("rugao-2018", "市场监管局")
TREASURY = list_of("rugao-2018", "市财政局")


def test_two_bare_sums_ask_which_year_is_which() -> None:
    assert offered(read("8 1200 1180", "rugao-2018", TREASURY)) == [
        {"funding": "1200", "funding_prev": "1180"},
        {"funding_prev": "1200", "funding": "1180"},
    ]


def test_a_rate_without_its_district_asks_for_it() -> None:
    rows = read("制造业95.2", "ezhou-2013", DISTRICT, subjects=DISTRICTS)
    assert outcomes(rows) == ["asks"]
    assert [choice.item.subject for choice in rows[0].choices] == list(DISTRICTS)


@pytest.mark.parametrize(
    ("typed", "guesses"),
    [
        ("覆盖率0.98", [{"coverage_percent": "98"}, {"coverage_percent": "0.98"}]),
        ("覆盖率985", [{"coverage_percent": "98.5"}]),
        ("覆盖率约90", []),
        ("覆盖率：全覆盖", [{"coverage_percent": "100"}]),
        ("覆盖率 23/23", [{"coverage_percent": "100"}]),
        ("覆盖率九成五", [{"coverage_percent": "95"}]),
        ("覆盖率98%以上", []),
        ("覆盖率98%？", [{"coverage_percent": "98"}]),
        ("覆盖率98%，还没最终确定", []),
        ("覆盖率98 整改后", [{"coverage_percent": "98"}]),
        ("100", [{"coverage_percent": "100"}]),
        ("2、3", [{"coverage_percent": "3"}]),
        ("覆盖率不是98%", []),
        ("覆盖率没达到100%", []),
        ("覆盖率95-98", []),
        ("去年覆盖率98", []),
        ("覆盖率 98 95", []),
        ("2.98.5", []),
        ("覆盖率98,5", []),
        ("覆盖率½", []),
        ("覆盖率材料齐全", []),
    ],
)
def test_a_doubtful_value_asks_and_stores_nothing(typed: str, guesses: list[dict[str, object]]) -> None:
    rows = read(typed, "tieling-2015", COUNTY)
    assert outcomes(rows) == ["asks"]
    assert rows[0].question
    assert offered(rows) == guesses


def test_a_value_beside_another_with_unknown_words_is_not_certain() -> None:
    assert outcomes(read("覆盖率98 整改后100", "tieling-2015", COUNTY)) == ["asks", "unread"]


def test_two_values_of_one_line_in_two_rows_are_both_doubtful() -> None:
    assert outcomes(read("覆盖率98\n②99", "tieling-2015", COUNTY)) == ["asks", "asks"]


def test_a_figure_that_may_begin_the_next_line_makes_both_doubtful() -> None:
    tasks = list_of("pingdingshan-2021", "卫生健康委员会")
    assert stored(read("2 做了 1.1分", "pingdingshan-2021", tasks)) == {}
    building = list_of("rugao-2018", "市住建局")
    assert stored(read("监督机构，有 12", "rugao-2018", building)) == {}


def test_a_rate_of_another_milestone_is_not_certain() -> None:
    assert outcomes(read("前三季度覆盖率98%", "tieling-2015", COUNTY)) == ["asks"]


def test_out_of_range_is_refused_with_the_bound() -> None:
    rows = read("覆盖率 120%", "tieling-2015", COUNTY)
    assert outcomes(rows) == ["refused"]
    assert "不能大于100" in rows[0].reason


def test_a_number_that_is_a_code_and_another_place_asks() -> None:
    rows = read("5 95%", "rugao-2018", CITY)
    assert outcomes(rows) == ["asks"]
    assert {choice.item.criterion.code for choice in rows[0].choices} == {"5", "7"}


def test_a_number_with_several_open_lines_asks_which() -> None:
    rows = read("95", "rugao-2018-towns", TOWN, subjects=("九华", "搬经"))
    assert outcomes(rows) == ["asks"]
    assert len(rows[0].choices) == 6


def test_a_number_answers_the_line_that_was_asked_for() -> None:
    certification = next(task for task in TOWN if task.criterion.code == "12")
    assert stored(read("4", "rugao-2018-towns", TOWN, pending=certification)) == {
        "12": {"new_certified_enterprises": 4}
    }


def test_a_named_line_without_a_value_asks_for_it() -> None:
    (number,) = read("覆盖率", "tieling-2015", COUNTY)
    (level,) = read("执法检查", "tieling-2015", COUNTY)
    assert (number.outcome, number.choices) == ("asks", ())
    assert number.task == COUNTY[1]
    assert [choice.item.inputs["level"] for choice in level.choices] == ["full", "partial", "none"]


def test_a_printed_name_that_ends_with_its_target_states_no_value() -> None:
    assert offered(read("新开工建筑工程质量监督覆盖率确保达到100%。", "tieling-2015", COUNTY)) == []
    assert stored(read("新开工建筑工程质量监督覆盖率确保达到100%。 98%", "tieling-2015", COUNTY)) == {
        "T17-H1": {"coverage_percent": "98"}
    }


def test_a_stop_before_a_place_may_end_the_figure() -> None:
    agriculture = list_of("rugao-2018", "市农委")
    typed = "19.3 主要农产品质量安全例行监测合格率 2。25 当年度新增地理标志农产品件数 0"
    assert stored(read(typed, "rugao-2018", agriculture)) == {}
    assert stored(read("19.3 合格率 98。25", "rugao-2018", agriculture)) == {
        "19.3": {"agri_pass_rate": "98.25"}
    }


def test_no_such_place_is_said() -> None:
    rows = read("第9项 95%", "tieling-2015", COUNTY)
    assert outcomes(rows) == ["unread"]
    assert "序号到3为止" in rows[0].reason


def test_every_question_offers_at_most_six_answers_without_doubles() -> None:
    for typed in ("95", "合格率95", "没有", "无", "3"):
        for row in read(typed, "rugao-2018", CITY):
            labels = [choice.label for choice in row.choices]
            assert len(labels) <= 6
            assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("typed", ["覆盖率99.5分", "2 99.5 万元"])
def test_a_value_of_another_unit_is_refused_and_the_sort_that_is_wanted_named_once(typed: str) -> None:
    (row,) = read(typed, "tieling-2015", COUNTY)
    assert row.question.startswith(f"“{typed}”没有入库。②新开工建筑工程质量监督覆盖率")
    assert row.question.endswith("要报新开工建筑工程质量监督覆盖率（百分数），请直接发。")
