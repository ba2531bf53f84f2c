from decimal import Decimal

import pytest

from handlers.reading import Certain, Doubtful, Impossible, read_value
from scoring.model import Choice, Input


def _input(kind: str, label: str = "合格率（%）", **more: object) -> Input:
    return Input(name="value", type=kind, label=label, **more)  # type: ignore[arg-type]


PERCENT = _input("percent", maximum=Decimal(100))
COUNT = _input("count", "获证企业数")
INCIDENT = _input("count", "质量安全事故数（起）")
MONEY = _input("money", "质量工作财政经费投入（万元）")
NUMBER = _input("number", "万人发明专利拥有量（件）")
POINTS = _input("points", "单位自评分（0–2）", maximum=Decimal(2))
BOOL = _input("bool", "已开展监督抽查")
LEVELS = _input(
    "choice",
    "证明材料",
    choices=(Choice("full", "有证明材料"), Choice("partial", "证明材料不全"), Choice("none", "无相关方案")),
)
REWARD = _input("choice", "奖励制度", choices=(Choice("full", "有奖励制度"), Choice("none", "无奖励制度")))
PLAN = _input(
    "choice",
    "方案的状态",
    choices=(Choice("issued", "已出台"), Choice("started", "已启动未出台"), Choice("none", "未启动")),
)


@pytest.mark.parametrize(
    ("item", "typed", "value"),
    [
        (PERCENT, "96.2%", "96.2"),
        (PERCENT, "96.20", "96.2"),
        (PERCENT, "100", "100"),
        (PERCENT, "0.98%", "0.98"),
        (PERCENT, "962‰", "96.2"),
        (PERCENT, "百分之百", "100"),
        (_input("percent"), "105%", "105"),
        (COUNT, "4家", 4),
        (COUNT, "1.2万", 12000),
        (INCIDENT, "无", 0),
        (INCIDENT, "没有发生", 0),
        (MONEY, "1200", "1200"),
        (MONEY, "1200万元", "1200"),
        (MONEY, "一千二百万", "1200"),
        (MONEY, "12000000元", "1200"),
        (MONEY, "0.12亿", "1200"),
        (MONEY, "500千元", "50"),
        (NUMBER, "12件", "12"),
        (NUMBER, "12.50", "12.5"),
        (POINTS, "1.5分", "1.5"),
        (BOOL, "是", True),
        (BOOL, "没有", False),
        (BOOL, "未开展", False),
        (LEVELS, "材料齐全", "full"),
        (LEVELS, "不全", "partial"),
        (LEVELS, "没有", "none"),
        (LEVELS, "证明材料不全", "partial"),
        (REWARD, "有", "full"),
        (REWARD, "无", "none"),
        (PLAN, "已启动未出台", "started"),
    ],
)
def test_a_clear_word_is_a_certain_value(item: Input, typed: str, value: object) -> None:
    judged = read_value(item, typed)
    assert judged == Certain(value)
    assert isinstance(judged, Certain)
    assert type(judged.value) is type(value)


@pytest.mark.parametrize(
    ("item", "typed", "guesses"),
    [
        (PERCENT, "0.98", ("98", "0.98")),
        (PERCENT, "1", ("100", "1")),
        (PERCENT, "985", ("98.5",)),
        (PERCENT, "9875", ("98.75",)),
        (PERCENT, "约90", ("90",)),
        (PERCENT, "全覆盖", ("100",)),
        (PERCENT, "九成五", ("95",)),
        (PERCENT, "118/120", ("98.33",)),
        (PERCENT, "95-98", ()),
        (PERCENT, "不到90", ()),
        (PERCENT, "无", ()),
        (_input("percent", nullable=True, maximum=Decimal(100)), "无", (None, "0")),
        (COUNT, "无", (0,)),
        (COUNT, "10多家", (10,)),
        (COUNT, "两三家", ()),
        (MONEY, "12000000", ("12000000", "1200")),
        (MONEY, "约1200万", ("1200",)),
        (NUMBER, "12%", ("12",)),
        (LEVELS, "有", ("full", "partial", "none")),
        (PLAN, "没有", ("issued", "started", "none")),
        (_input("bool", "确保全年无重大事故"), "没有", (True, False)),
        (PERCENT, "不合格", ()),
    ],
)
def test_an_unclear_word_only_suggests(item: Input, typed: str, guesses: tuple[object, ...]) -> None:
    assert read_value(item, typed) == Doubtful(guesses)


@pytest.mark.parametrize(
    ("item", "typed"),
    [
        (PERCENT, "100.5%"), (PERCENT, "-3"), (PERCENT, "120"), (COUNT, "3.5家"), (COUNT, "-1"), (POINTS, "2.5"),
        (POINTS, "1.555"), (_input("percent", above=Decimal(0)), "0"), (MONEY, "-5万"),
    ],
)  # fmt: skip
def test_a_value_out_of_range_is_impossible(item: Input, typed: str) -> None:
    assert isinstance(read_value(item, typed), Impossible)


@pytest.mark.parametrize(
    ("item", "typed"),
    [(PERCENT, "3家"), (PERCENT, "4分"), (COUNT, "95%"), (COUNT, "4分"), (BOOL, "98"), (LEVELS, "4分"), (MONEY, "95%"),
     (PERCENT, "材料齐全"), (COUNT, "是"), (PERCENT, "随便")],
)  # fmt: skip
def test_a_word_of_another_kind_is_no_value(item: Input, typed: str) -> None:
    assert read_value(item, typed) is None
