import pytest

from handlers.reading import Task
from tests.handlers.reading.lists import Stored, list_of, offered, outcomes, read, stored

COUNTY = list_of("tieling-2015", "县城建局", codes=("T16-H1", "T17-H1", "T18-H1"))
REPORTED = list_of(
    "tieling-2015",
    "县城建局",
    codes=("T16-H1", "T17-H1", "T18-H1"),
    known={"T17-H1": {"coverage_percent": "98"}},
)
DISTRICTS = ("鄂城区", "华容区", "梁子湖区")
DISTRICT = list_of("ezhou-2013", "市质监局", codes=("1.1",), subjects=DISTRICTS)
TOWN = list_of("rugao-2018-towns", subjects=("九华",))
CITY = list_of("rugao-2018", "市场监管局")
TREASURY = list_of("rugao-2018", "市财政局")
COMMERCE = list_of("rugao-2018", "市商务局")
FARMING = list_of("pingdingshan-2021", "农业农村局")

COVERAGE_100: Stored = {"T17-H1": {"coverage_percent": "100"}}
PROVINCIAL: Stored = {"19.2": {"provincial_pass_rate": "91.5"}}
ACCIDENTS: Stored = {"19.6": {"accident_rate": "0.28", "death_rate": "0.12"}}
FUNDING: Stored = {"8": {"funding": "1200", "funding_prev": "1180"}}


@pytest.mark.parametrize(
    "typed",
    [
        "新开工建筑工程质量监督覆盖率100%", "覆盖率100", "覆盖率 １００％", "覆盖率：100%", "覆盖率=100", "2 100%", "②100",
        "2、100%", "2. 100", "(2)100%", "第2项 100%", "第二项：100", "T17 100%", "t17-h1 100", "上报 ② 100%", "100%覆盖率",
        "覆盖率达到100%", "覆盖率是100", "半年覆盖率100%", "今年覆盖率100%", "覆盖率百分之百", "覆盖率百分之一百",
        "领导好，覆盖率100%，请审核", "6月18日覆盖率100%", "2️⃣ 100%", "②新开工建筑工程质量监督覆盖率：100%。",
        "复盖率一百", "报一下啊那个鑫开工建筑工程质量监督复盖率百分之百", "抽查120批次，覆盖率100%",
    ],
)  # fmt: skip
def test_a_rate_is_read_in_every_usual_form(typed: str) -> None:
    assert stored(read(typed, "tieling-2015", COUNTY)) == COVERAGE_100


@pytest.mark.parametrize(
    "typed",
    [
        "上报 19.2 91.5%", "19.2 91.5", "19.2：91.5", "19.2省级抽查合格率91.5", "省级抽查合格率91.5％", "省抽 九十一点五",
        "省级监督抽查合格率\t91.5%", "19.2\t产品省级监督抽查合格率达92%以上。\t91.5", "省抽91。5",
        "1 19.2 省级抽查合格率 91.5",
        "省级抽查合格率91.5%（同比提高0.3个百分点）",
    ],
)  # fmt: skip
def test_a_line_is_named_by_its_code_its_name_or_both(typed: str) -> None:
    assert stored(read(typed, "rugao-2018", CITY)) == PROVINCIAL


@pytest.mark.parametrize(
    "typed",
    [
        "19.6 0.28 0.12", "19.6 0.28、0.12", "19.6 0.28，0.12", "事故率0.28 死亡率0.12", "事故率0.28，死亡率0.12",
        "19.6 事故率0.28 死亡率0.12", "死亡率0.12 事故率0.28", "特种设备事故率零点二八死亡率零点一二",
    ],
)  # fmt: skip
def test_several_values_fill_one_line_by_label_or_in_order(typed: str) -> None:
    assert stored(read(typed, "rugao-2018", CITY)) == ACCIDENTS


@pytest.mark.parametrize(
    "typed",
    [
        "今年1200万 去年1180万", "8 今年1200万元，去年1180万元", "经费投入 今年1200 去年1180", "8 去年1180万 今年1200万",
        "今年12000000元 去年0.118亿", "2018年1200万，2017年1180万", "8 本年度一千二百万 上年度一千一百八十万",
    ],
)  # fmt: skip
def test_this_year_and_last_year_are_told_apart(typed: str) -> None:
    assert stored(read(typed, "rugao-2018", TREASURY, year=2018)) == FUNDING


def test_two_bare_sums_ask_which_year_is_which() -> None:
    assert offered(read("8 1200 1180", "rugao-2018", TREASURY)) == [
        {"funding": "1200", "funding_prev": "1180"},
        {"funding_prev": "1200", "funding": "1180"},
    ]


def test_last_year_may_be_sent_later() -> None:
    tasks = list_of("rugao-2018", "市财政局", known={"8": {"funding": "1200"}})
    assert stored(read("1180", "rugao-2018", tasks, pending=tasks[0])) == {"8": {"funding_prev": "1180"}}


def test_several_lines_in_one_message_are_several_rows() -> None:
    expected = {
        "T16-H1": {"level": "full"},
        "T17-H1": {"coverage_percent": "98.5"},
        "T18-H1": {"level": "partial"},
    }
    for typed in (
        "①材料齐全②98.5%③不全",
        "1 齐全，2 98.5%，3 不全",
        "1、齐全；2、98.5%；3、不全",
        "执法检查 齐全\n覆盖率 98.5\n整体水平 材料不全",
        "执法检查齐全，覆盖率98.5%，整体水平材料不全，谢谢",
    ):
        assert stored(read(typed, "tieling-2015", COUNTY)) == expected, typed


def test_a_town_reports_its_targets_without_any_separator() -> None:
    expected = {
        "1": {"jiangsu_brand_applications": 1},
        "2": {"nantong_brand_applications": 2},
        "4": {"quality_pacesetter_applications": 1},
        "12": {"new_certified_enterprises": 4},
    }
    for typed in (
        "江苏名牌1家南通名牌2家标兵1个体系认证四家",
        "九华 江苏名牌1，南通名牌2，标兵1，体系认证4",
        "1个江苏名牌，2个南通名牌，1个标兵，4家体系认证",
        "1 1\n2 2\n4 1\n12 4",
    ):
        assert stored(read(typed, "rugao-2018-towns", TOWN, subjects=("九华", "搬经"))) == expected, typed


def test_a_rate_may_be_of_several_districts() -> None:
    for typed in (
        "制造业产品质量合格率 鄂城区95.2 华容区93.5",
        "制造业合格率：鄂城95.2，华容93.5",
        "制造业产品质量合格率\n鄂城区 95.2\n华容区 93.5",
        "鄂城区95.2华容区93.5",
        "鄂城区制造业95.2；华容区制造业93.5",
    ):
        rows = read(typed, "ezhou-2013", DISTRICT, subjects=DISTRICTS)
        found = [(row.item.subject, dict(row.item.inputs)) for row in rows if row.item]
        assert found == [("鄂城区", {"actual_percent": "95.2"}), ("华容区", {"actual_percent": "93.5"})], (
            typed
        )


def test_a_rate_without_its_district_asks_for_it() -> None:
    rows = read("制造业95.2", "ezhou-2013", DISTRICT, subjects=DISTRICTS)
    assert outcomes(rows) == ["asks"]
    assert [choice.item.subject for choice in rows[0].choices] == list(DISTRICTS)


def test_another_district_is_refused() -> None:
    rows = read("搬经 江苏名牌2", "rugao-2018-towns", TOWN, subjects=("九华", "搬经"))
    assert outcomes(rows) == ["refused"]
    assert "搬经" in rows[0].reason


def test_values_of_another_unit_are_refused_and_the_rest_is_read() -> None:
    rows = read("华容区制造业95.2，食品药品92，竣工验收96", "ezhou-2013", DISTRICT, subjects=DISTRICTS)
    assert outcomes(rows) == ["certain", "refused", "refused"]
    assert "市食品药品监管局" in rows[1].reason
    assert "市住建委" in rows[2].reason


@pytest.mark.parametrize(
    ("typed", "reporter"),
    [
        ("18 12件", ""),
        ("万人发明专利 12", "市科技局"),
        ("3.2 是", "市质量强市工作领导小组办公室"),
        ("6 能耗 是", "市发改委"),
    ],
)
def test_a_refusal_says_who_reports_it(typed: str, reporter: str) -> None:
    tasks = CITY if reporter else list_of("rugao-2018", "市商务局")
    rows = read(typed, "rugao-2018", tasks)
    assert outcomes(rows) == ["refused"]
    assert (reporter or "市科技局") in rows[0].reason


@pytest.mark.parametrize(
    ("typed", "guesses"),
    [
        ("覆盖率0.98", [{"coverage_percent": "98"}, {"coverage_percent": "0.98"}]),
        ("覆盖率985", [{"coverage_percent": "98.5"}]),
        ("覆盖率约90", [{"coverage_percent": "90"}]),
        ("覆盖率：全覆盖", [{"coverage_percent": "100"}]),
        ("覆盖率 23/23", [{"coverage_percent": "100"}]),
        ("覆盖率九成五", [{"coverage_percent": "95"}]),
        ("覆盖率98%以上", [{"coverage_percent": "98"}]),
        ("覆盖率98%？", [{"coverage_percent": "98"}]),
        ("覆盖率98%，还没最终确定", [{"coverage_percent": "98"}]),
        ("覆盖率98 整改后", [{"coverage_percent": "98"}]),
        ("100", [{"coverage_percent": "100"}]),
        ("2、3", [{"coverage_percent": "3"}]),
        ("覆盖率不是98%", [{"coverage_percent": "98"}]),
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


def test_of_one_item_at_two_milestones_the_open_one_is_meant() -> None:
    reported = {"T17-H1": {"coverage_percent": "98"}}
    tasks = list_of("tieling-2015", "县城建局", codes=("T17-H1", "T17-Q3"), known=reported)
    assert stored(read("覆盖率99", "tieling-2015", tasks)) == {"T17-Q3": {"coverage_percent": "99"}}
    assert stored(read("半年覆盖率99", "tieling-2015", tasks)) == {"T17-H1": {"coverage_percent": "99"}}
    both_open = list_of("tieling-2015", "县城建局", codes=("T17-H1", "T17-Q3"))
    assert outcomes(read("覆盖率99", "tieling-2015", both_open)) == ["asks"]


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


def test_no_such_place_is_said() -> None:
    rows = read("第9项 95%", "tieling-2015", COUNTY)
    assert outcomes(rows) == ["unread"]
    assert "共3项" in rows[0].reason


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


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("4.2 都做了", (True, True, True)),
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


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "好的", "谢谢", "是", "否", "我的任务", "怎么用啊", "覆盖率是多少", "要是覆盖率报100 我们能得几分",
        "asdf",
        "😀",
        "绑定 839201", "明天下午3点开会", "给我5个例子", "[图片]", "平农〔2021〕45号.pdf 平农〔2021〕46号.pdf 两个一起",
        "自评 覆盖率4分 执法检查4 整体水平2", "6月18号有个工地模板塌了 没伤人 算不算", "撤回", "改到7月3号", "2",
    ],
)  # fmt: skip
def test_what_is_no_report_is_left_to_others(typed: str) -> None:
    rows = read(typed, "tieling-2015", COUNTY)
    assert stored(rows) == {}
    assert typed == "2" or rows == ()


def test_every_question_offers_at_most_six_answers_without_doubles() -> None:
    for typed in ("95", "合格率95", "没有", "无", "3"):
        for row in read(typed, "rugao-2018", CITY):
            labels = [choice.label for choice in row.choices]
            assert len(labels) <= 6
            assert len(set(labels)) == len(labels)


def test_an_overlong_message_is_not_read() -> None:
    rows = read("覆盖率98，" * 1000, "tieling-2015", COUNTY)
    assert outcomes(rows) == ["unread"]


def test_reading_the_same_list_again_sees_what_was_reported_meanwhile() -> None:
    def of(known: dict[str, object]) -> tuple[Task, ...]:
        return list_of("rugao-2018", "市财政局", known={"8": known} if known else {})

    before, after = of({}), of({"funding": "1200"})
    assert outcomes(read("1180", "rugao-2018", before, pending=before[0])) == ["asks"]
    assert outcomes(read("1180", "rugao-2018", after, pending=after[0])) == ["certain"]


@pytest.mark.parametrize("typed", ["覆盖率99.5分", "2 99.5 万元"])
def test_a_value_of_another_unit_is_refused_and_the_sort_that_is_wanted_named_once(typed: str) -> None:
    (row,) = read(typed, "tieling-2015", COUNTY)
    assert row.question.startswith(f"“{typed}”没有入库。②新开工建筑工程质量监督覆盖率")
    assert row.question.endswith("要报新开工建筑工程质量监督覆盖率（百分数），请直接发。")
