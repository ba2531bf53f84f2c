"""Several items in one breath: places named together, and rows that each begin with a place."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Stored

_PLANS: Stored = {"T07-H1": {"level": "full"}, "T08-H1": {"level": "full"}, "T09-H1": {"level": "full"}}
_NOTHING: Stored = {"2.1": {"event_count": 0}, "2.2": {"event_count": 0}}
_ZERO: Stored = {"9|九华": {"accident_rate": "0"}, "10|九华": {"death_rate": "0"}}
_THREE_ROWS = "1\t已下发文件\n2\t制定了名牌培育奖励办法\n6\t方案已制定"

TOGETHER_TYPED: Mapping[str, Case] = {
    "四五六的方案都发了": Case("liuyang", ("④", "⑤", "⑥"), stored=_PLANS, then=("1",), asks=True),
    "4 5 6的方案是一个文件里的，都已经发了": Case(
        "liuyang", ("④", "⑤", "⑥"), stored=_PLANS, then=("1",), asks=True
    ),
    "四五六九这四个都有方案有材料": Case(
        "liuyang", ("④", "⑨"), stored={**_PLANS, "T14-H1": {"level": "full"}}
    ),
    "4和5都是没有": Case("luming", ("④", "⑤"), stored=_NOTHING),
    "④⑤都没有发生": Case("luming", ("④", "⑤"), stored=_NOTHING),
    "④⑤零报告": Case("luming", ("④", "⑤"), stored=_NOTHING),
    "9和10都是0": Case("gaofei", ("⑨", "⑩"), never=("是不是",), stored=_ZERO),
    "①已下发文件 ③已建立食品药品安全目标考核制度": Case(
        "liuyang",
        ("①", "另有1条"),
        stored={"T01-H1": {"level": "full"}, "T06-H1": {"level": "full"}},
        then=("1", "1"),
        asks=True,
    ),
    _THREE_ROWS: Case(
        "liuyang",
        ("①", "另有2条"),
        stored={"T01-H1": {"level": "full"}, "T03-H1": {"level": "full"}, "T09-H1": {"level": "full"}},
        then=("1", "1", "1"),
        asks=True,
    ),
}
