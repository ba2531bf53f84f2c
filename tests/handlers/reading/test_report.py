import pytest

from handlers.reading import Task
from tests.handlers.reading.lists import Stored, list_of, outcomes, read, stored

COUNTY = list_of("tieling-2015", "县城建局", codes=("T16-H1", "T17-H1", "T18-H1"))
DISTRICTS = ("鄂城区", "华容区", "梁子湖区")
DISTRICT = list_of("ezhou-2013", "市质监局", codes=("1.1",), subjects=DISTRICTS)
TOWN = list_of("rugao-2018-towns", subjects=("九华",))
CITY = list_of("rugao-2018", "市场监管局")
TREASURY = list_of("rugao-2018", "市财政局")
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


@pytest.mark.parametrize("between", ["\n", " ", "、", "，"])
def test_a_value_written_as_a_word_heads_no_row_of_its_own(between: str) -> None:
    found = stored(read(f"1 江苏名牌申报数 三{between}2 南通名牌申报数 4", "rugao-2018-towns", TOWN))
    assert "3" not in found
    assert found in ({}, {"1": {"jiangsu_brand_applications": 3}, "2": {"nantong_brand_applications": 4}})


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


def test_of_one_item_at_two_milestones_the_open_one_is_meant() -> None:
    reported = {"T17-H1": {"coverage_percent": "98"}}
    tasks = list_of("tieling-2015", "县城建局", codes=("T17-H1", "T17-Q3"), known=reported)
    assert stored(read("覆盖率99", "tieling-2015", tasks)) == {"T17-Q3": {"coverage_percent": "99"}}
    assert stored(read("半年覆盖率99", "tieling-2015", tasks)) == {"T17-H1": {"coverage_percent": "99"}}
    both_open = list_of("tieling-2015", "县城建局", codes=("T17-H1", "T17-Q3"))
    assert outcomes(read("覆盖率99", "tieling-2015", both_open)) == ["asks"]


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


def test_an_overlong_message_is_not_read() -> None:
    rows = read("覆盖率98，" * 1000, "tieling-2015", COUNTY)
    assert outcomes(rows) == ["unread"]


def test_reading_the_same_list_again_sees_what_was_reported_meanwhile() -> None:
    def of(known: dict[str, object]) -> tuple[Task, ...]:
        return list_of("rugao-2018", "市财政局", known={"8": known} if known else {})

    before, after = of({}), of({"funding": "1200"})
    assert outcomes(read("1180", "rugao-2018", before, pending=before[0])) == ["asks"]
    assert outcomes(read("1180", "rugao-2018", after, pending=after[0])) == ["certain"]
