"""What a message of plain words would store on the first tap, by the list of the person who typed it."""

import pytest

from handlers.reading import ReportItem
from tests.handlers.reading.lists import list_of, outcomes, read, stored

CITY = "pingdingshan-2021"
BUILDING = ("tieling-2015", list_of("tieling-2015", "县城建局", codes=("T16-H1", "T17-H1", "T18-H1")))
MARKET = (
    "tieling-2015",
    list_of(
        "tieling-2015",
        "市场监督管理局",
        codes=("T01-H1", "T06-H1", "T07-H1", "T08-H1", "T12-H1", "T13-H1"),
    ),
)
FARMING = (CITY, list_of(CITY, "农业农村局"))
POLICE = (CITY, list_of(CITY, "公安局"))
TRAFFIC = (CITY, list_of(CITY, "交通运输局"))
FULL, PARTIAL, NONE = {"level": "full"}, {"level": "partial"}, {"level": "none"}


def _first(typed: str, who: tuple[str, tuple[object, ...]]) -> dict[str, dict[str, object]]:
    """What the first choice of every question would store, none of it before."""
    rows = read(typed, *who)  # type: ignore[arg-type]
    assert stored(rows) == {}
    items: list[ReportItem] = [item for row in rows for choice in row.choices[:1] for item in choice.items]
    found: dict[str, dict[str, object]] = {}
    for item in items:
        found.setdefault(item.criterion.code, {}).update(item.inputs)
    return found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("执法检查方案搞完了，材料都在我这", {"T16-H1": FULL}),
        ("第三项措施有了，材料差个章", {"T18-H1": PARTIAL}),
        ("措施制定了但是没有印证材料", {"T18-H1": NONE}),
        ("三项都弄完了", {"T16-H1": FULL, "T18-H1": FULL}),
        ("1还没弄 3弄完了", {"T16-H1": NONE, "T18-H1": FULL}),
        ("措施文件发了文，执法检查还没开始", {"T16-H1": NONE, "T18-H1": FULL}),
        ("执法检查做了，其他没做", {"T16-H1": FULL, "T18-H1": NONE}),
    ],
)
def test_levels_are_drafted_each_for_its_own_line(typed: str, meant: object) -> None:
    assert _first(typed, BUILDING) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("食药安全考核制度已经建了，领导小组也成立了", {"T06-H1": FULL}),
        ("食药那个机制有，制度没有", {"T06-H1": PARTIAL}),
        ("3到5方案都下发了，材料都齐", {"T07-H1": FULL, "T08-H1": FULL, "T12-H1": FULL}),
        ("打假整治方案出了，证明材料差点", {"T08-H1": PARTIAL}),
    ],
)
def test_lines_are_found_by_a_few_telling_words(typed: str, meant: object) -> None:
    assert _first(typed, MARKET) == meant


def test_what_is_left_out_of_all_is_no_level_of_its_own() -> None:
    assert _first("除了12315那个，其他的方案材料都齐了", MARKET) == dict.fromkeys(
        ("T01-H1", "T06-H1", "T07-H1", "T08-H1", "T13-H1"), FULL
    )


@pytest.mark.parametrize(
    ("typed", "code", "meant"),
    [
        ("5.2 前三个有材料，地理标志那个没有", "5.2", "1110"), ("标准化生产四个要点材料都有了", "5.2", "1111"),
        ("5.2 地理标志的材料没有，其余的都有", "5.2", "1110"), ("7.2 就差速测那份材料，其他都有", "7.2", "1101"),
        ("7.2 除了生产者名录，其余三块材料齐", "7.2", "1011"), ("7.2四个要点就执法检查那个没有", "7.2", "1110"),
        ("6.3 第一个有第二个没有", "6.3", "10"), ("网格化两块材料都没弄", "7.3", "00"),
        ("韭菜豇豆排查的材料有了 抽检问题那个还没", "6.3", "10"),
    ],
)  # fmt: skip
def test_points_are_drafted_by_number_by_name_and_by_what_is_left(typed: str, code: str, meant: str) -> None:
    wanted = {f"focus_{at}": said == "1" for at, said in enumerate(meant, start=1)}
    assert _first(typed, FARMING) == {code: wanted}


def test_all_points_that_are_enumerated_are_one_draft() -> None:
    points = {f"focus_{at}": True for at in range(1, 5)}
    assert _first("昆仑2021部署、破案、销毁、宣传四块材料都有", POLICE) == {"8.3": points}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("示范项目一个都没有", {"1.7": {"demo_projects": 0}}),
        ("交通领域产品抽查今年开展了两次", {"1.4": {"sampling_done": True}}),
    ],
)
def test_counts_and_deeds_told_in_words_are_drafted(typed: str, meant: object) -> None:
    assert _first(typed, TRAFFIC) == meant


def test_what_is_under_way_is_asked_as_not_done_and_never_as_done() -> None:
    rows = read("方案还在征求意见", *BUILDING)
    values = [choice.item.inputs["level"] for choice in rows[0].choices]
    assert (outcomes(rows), values) == (["asks"], ["none", "partial"])
    assert "不算完成" in rows[0].question


def test_what_is_under_way_beside_what_is_done_stays_out_of_the_draft() -> None:
    rows = read("两法衔接的材料整理好了，队伍建设的还在收集", *POLICE)
    drafted = [item.inputs for row in rows for choice in row.choices for item in choice.items]
    assert {"focus_1": True} not in drafted
    assert stored(rows) in ({}, {"11.2": {"focus_2": True}})


@pytest.mark.parametrize("typed", ["做了两条", "有一条没做"])
def test_how_many_without_which_asks_for_their_numbers(typed: str) -> None:
    rows = read(f"5.2 {typed}", *FARMING)
    assert outcomes(rows) == ["asks"]
    assert "1是2否" in rows[0].question


def test_an_exception_that_cannot_be_followed_offers_nothing() -> None:
    rows = read("5.2 除了飞船那条都有", *FARMING)
    assert [choice for row in rows for choice in row.choices] == []
    assert stored(rows) == {}


def test_a_line_of_others_told_in_plain_words_says_whose_it_is() -> None:
    rows = read("投诉件都按时处理完了，台账都有", *BUILDING)
    assert outcomes(rows) == ["refused"]
    assert "市场监督管理局" in rows[0].reason
