import pytest

from handlers.reading import Task, match_criterion
from handlers.reading.tokens.asides import without_asides, without_courtesy
from tests.handlers.reading.lists import list_of

CITY = list_of("rugao-2018", "市场监管局")
COUNTY = list_of("tieling-2015", "县城建局", codes=("T16-H1", "T17-H1", "T18-H1"))
TOWN = list_of("rugao-2018-towns", subjects=("九华",))


def _sure(text: str, tasks: tuple[Task, ...]) -> str | None:
    matches = match_criterion(text, tasks)
    return matches[0].task.criterion.code if matches and matches[0].sure else None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("产品省级监督抽查合格率", "19.2"),
        ("省级抽查合格率", "19.2"),
        ("省抽", "19.2"),
        ("国抽合格率", "19.1"),
        ("省级食品安全监督抽检", "19.5"),
        ("食品抽检合格率", "19.5"),
        ("万台特种设备事故率", "19.6"),
        ("死亡率", "19.6"),
        ("12315投诉办结率", "7"),
        ("省级抽茶合格率", "19.2"),
    ],
)
def test_a_city_bureau_calls_its_lines_by_short_names_and_homophones(typed: str, code: str) -> None:
    assert _sure(typed, CITY) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("覆盖率", "T17-H1"),
        ("鑫开工建筑工程质量监督复盖率", "T17-H1"),
        ("执法检查", "T16-H1"),
        ("工程质量执法捡查", "T16-H1"),
        ("整体水平", "T18-H1"),
        ("本地区新开工建筑工程质量监督覆盖率", "T17-H1"),
    ],
)
def test_a_county_bureau_calls_its_lines_by_short_names_and_homophones(typed: str, code: str) -> None:
    assert _sure(typed, COUNTY) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("江苏名牌", "1"), ("标兵", "4"), ("体系认证", "12"), ("2A、3A级企业", "5"), ("国际国家行业标准", "13")],
)
def test_a_town_calls_its_lines_by_short_names(typed: str, code: str) -> None:
    assert _sure(typed, TOWN) == code


@pytest.mark.parametrize(
    "typed",
    [
        "合格率",  # several lines
        "市级抽查合格率",  # no such line, though 省级 is near
        "工程质量监督",  # two lines
        "率",
        "",
        "工资",  # characters of names, in order, but no piece of one
        "覆盖率没",  # a word too many
    ],
)
def test_words_that_fit_several_lines_or_none_are_never_sure(typed: str) -> None:
    assert (_sure(typed, CITY), _sure(typed, COUNTY)) == (None, None)


def test_a_negated_label_is_not_meant_by_words_without_the_negation() -> None:
    tasks = list_of("rugao-2018", "如皋海关")
    assert _sure("达标口岸数", tasks) is None


def test_the_likeliest_lines_come_first() -> None:
    codes = [match.task.criterion.code for match in match_criterion("市级抽查合格率", CITY)]
    assert codes[:2] == ["19.2", "19.1"]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("6月18日合格率98", "合格率98"),
        ("平农〔2021〕45号 合格率98", "合格率98"),
        ("合格率98 同比增长0.3个百分点", "合格率98"),
        ("合格率98，比去年提高2%", "合格率98，"),
        ("电话13912345678 合格率98", "电话 合格率98"),
        ("0375-2588000合格率98", "合格率98"),
        ("下午3点 合格率98", "合格率98"),
        ("合格率(%) 98", "合格率 98"),
        ("截至6月底合格率98", "截至 合格率98"),
    ],
)
def test_dates_numbers_of_documents_telephones_and_growth_are_no_values(typed: str, left: str) -> None:
    assert " ".join(without_asides(typed).split()) == left


def test_courtesies_and_fillers_are_taken_off_both_ends() -> None:
    assert without_courtesy("报一下啊那个覆盖率达到了") == "覆盖率"
