"""如皋's table of towns, read a second time: 13 rows of 14 towns, row by row as it is printed."""

from fractions import Fraction

from tests.rubrics.readings.second import F, half_up

TOWNS = (
    "如城街道", "开发区（城北街道）", "长江镇（如皋港区）", "高新区（城南街道）", "东陈", "丁堰", "白蒲",
    "下原", "九华", "石庄", "吴窑", "江安", "搬经", "磨头",
)  # fmt: skip
COUNTED = {
    "1": ("jiangsu_brand_applications", "5 6 2 - - 1 1 - 2 - - - 1 -"),
    "2": ("nantong_brand_applications", "3 3 3 1 1 1 1 1 1 1 1 1 1 1"),
    "3": ("quality_award_applications", "1 1 1 1 - - - - - - - - - -"),
    "4": ("quality_pacesetter_applications", "2 2 2 1 1 1 1 1 1 1 1 1 1 1"),
    "5": ("credit_aa_aaa_applications", "1 1 1 - 1 - - - 1 - - - - -"),
    "11": ("advanced_method_enterprises", "2 2 2 1 1 1 1 1 1 1 1 1 1 1"),
    "12": ("new_certified_enterprises", "6 6 6 4 4 4 4 4 4 4 4 4 4 4"),
    "13": ("new_standards", "2 2 2 1 1 1 1 1 1 1 1 1 1 1"),
}
AT_LEAST = {
    "6": ("national_pass_rate", "90"),
    "7": ("provincial_pass_rate", "95"),
    "8": ("municipal_pass_rate", "90"),
}
BELOW = {"9": ("accident_rate", "0.3"), "10": ("death_rate", "0.1")}
ROWS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13")

Judged = tuple[bool | None, Fraction | None]
"""Met or missed, and how far; nothing where there is no task or nothing was inspected."""


def input_of(row: str) -> str:
    return {**COUNTED, **AT_LEAST, **BELOW}[row][0]


def tried(row: str) -> tuple[object, ...]:
    """The values to report for a row."""
    if row in COUNTED:
        return 0, 1, 2, 5, 6, 7
    if row in BELOW:
        return "0", "0.0999", "0.1", "0.10", "0.2999999", "0.3", "0.31"
    return "0", "89.99", "90", "94.99", "95", "100", None


def judged(row: str, town: str, value: object) -> Judged:
    if row in BELOW:
        return F(str(value)) < F(BELOW[row][1]), None
    goal = AT_LEAST[row][1] if row in AT_LEAST else COUNTED[row][1].split()[TOWNS.index(town)]
    if goal == "-" or value is None:
        return None, None
    actual = F(str(value))
    return actual >= F(goal), half_up(actual / F(goal), 4)


def has_task(row: str, town: str) -> bool:
    return row not in COUNTED or COUNTED[row][1].split()[TOWNS.index(town)] != "-"
