import pytest

from tests.handlers.reading.lists import list_of, outcomes, read, stored

DISTRICTS = ("鄂城区", "华容区", "梁子湖区")
DISTRICT = list_of("ezhou-2013", "市质监局", codes=("1.1",), subjects=DISTRICTS)
TOWN = list_of("rugao-2018-towns", subjects=("九华",))
CITY = list_of("rugao-2018", "市场监管局")


@pytest.mark.parametrize(
    "typed",
    [
        "鄂城区\t95.2\n华容区\t93.5",
        "地区\t制造业产品质量合格率\n鄂城区\t95.2\n华容区\t93.5%",
        "指标\t鄂城区\t华容区\n制造业产品质量合格率\t95.2%\t93.5%",
        "序号\t地区\t完成值\t备注\n1\t鄂城区\t95.2\t已盖章\n2\t华容区\t93.5\t",
        "制造业产品质量合格率\n鄂城区\t95.2\n华容区\t93.5",
        "\t鄂城区\t华容区\n制造业产品质量合格率\t95.2\t93.5",
        "鄂城区\t华容区\n制造业产品质量合格率\t95.2\t93.5",
        "鄂城区\t华容区\n95.2\t93.5",
        "地区\t考核目标\t完成\n鄂城区\t95\t95.2\n华容区\t95\t93.5",
    ],
)
def test_a_table_of_districts_is_read_by_rows_or_by_columns(typed: str) -> None:
    rows = read(typed, "ezhou-2013", DISTRICT, subjects=DISTRICTS)
    found = [(row.item.subject, dict(row.item.inputs)) for row in rows if row.item]
    assert found == [("鄂城区", {"actual_percent": "95.2"}), ("华容区", {"actual_percent": "93.5"})]


@pytest.mark.parametrize(
    "typed",
    [
        "1\t江苏名牌申报数\t2\n7\t制造业产品省级监督抽查合格率%\t96.5",
        "江苏名牌申报数\t2家\n制造业产品省级监督抽查合格率\t96.5%",
        "序号\t指标\t目标\t完成\n1\t江苏名牌申报数\t1\t2\n7\t制造业产品省级监督抽查合格率%\t≥95\t96.5",
        "序号\t指标\t单位\t完成值\n5\t江苏名牌申报数\t个\t2\n6\t制造业产品省级监督抽查合格率%\t%\t96.5",
        "1\t2\n7\t96.5",
        "江苏名牌申报数\t制造业产品省级监督抽查合格率%\n2\t96.5",
        "目标\t完成\n江苏名牌申报数\t1\t2\n7\t95\t96.5",
    ],
)
def test_a_table_of_lines_gives_its_values_and_not_its_targets_or_serials(typed: str) -> None:
    expected = {"1": {"jiangsu_brand_applications": 2}, "7": {"provincial_pass_rate": "96.5"}}
    assert stored(read(typed, "rugao-2018-towns", TOWN)) == expected


def test_columns_of_two_years_fill_this_year_and_last() -> None:
    tasks = list_of("rugao-2018", "市财政局")
    typed = "指标\t2018年\t2017年\n保障产品、工程、服务等领域质量提升财政经费投入。（2分）\t1200\t1180"
    assert stored(read(typed, "rugao-2018", tasks, year=2018)) == {
        "8": {"funding": "1200", "funding_prev": "1180"}
    }


def test_a_printed_target_inside_a_name_is_no_value() -> None:
    typed = "19.1\t19.1  产品国家监督抽查合格率达90%以上。（1分）\t95.2%"
    assert stored(read(typed, "rugao-2018", CITY)) == {"19.1": {"national_pass_rate": "95.2"}}


def test_a_row_with_two_figures_and_no_head_asks() -> None:
    assert outcomes(read("19.1\t产品国家监督抽查合格率\t90%\t95.2%", "rugao-2018", CITY)) == ["asks", "asks"]


def test_a_row_longer_than_its_head_asks() -> None:
    typed = "地区\t制造业产品质量合格率\n鄂城区\t95.2\t93.5"
    assert outcomes(read(typed, "ezhou-2013", DISTRICT, subjects=DISTRICTS)) == ["asks"]


def test_an_empty_cell_stores_nothing() -> None:
    rows = read("江苏名牌申报数\t2\n南通名牌申报数\t-\n质量标兵申报数\t", "rugao-2018-towns", TOWN)
    assert stored(rows) == {"1": {"jiangsu_brand_applications": 2}}
    assert set(outcomes(rows)) == {"certain", "asks"}


def test_every_row_of_a_table_gets_an_answer() -> None:
    typed = "江苏名牌申报数\t2\n万人发明专利拥有量\t12.5\n质量标兵申报数\t约3"
    rows = read(typed, "rugao-2018-towns", TOWN)
    assert outcomes(rows) == ["certain", "unread", "asks"]
