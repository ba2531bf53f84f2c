"""The ways to write one value of an input, each with whether it may be taken as certain."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.model import Input
from tests.handlers.reading.chinese import in_chinese

Form = tuple[str, object]
"""What is typed, and the value that it means; None where nothing may be stored."""

_WIDE = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}


def forms_of(item: Input, number: Decimal) -> list[Form]:
    """At least twenty ways to write a value of that input; `number` is used where it fits the type."""
    return list(_FORMS[item.type](item, number))


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


def _figures(number: Decimal) -> Iterator[str]:
    typed = _plain(number)
    yield from (
        typed,
        typed.translate(_WIDE),
        in_chinese(Decimal(typed)),
        f"：{typed}",
        f"={typed}",
        f"是{typed}",
    )
    yield from (f"为{typed}", f"{typed}。", f" {typed}")
    if "." in typed:
        yield from (typed.replace(".", "。"), typed.replace(".", "·"), typed.replace(".", "点"), typed + "0")


def _unclear(number: Decimal) -> Iterator[str]:
    typed = _plain(number)
    for before in (
        "约",
        "大概",
        "不到",
        "没达到",
        "未达到",
        "超过",
        "不低于",
        "可能",
        "不是",
        "没有",
        "目标",
        "计划",
        "差",
        "预计",
    ):
        yield before + typed
    for behind in ("左右", "以上", "以下", "多", "？", "吗", "-99.9", "，还没最终确定", "A"):
        yield typed + behind


def _percent(_: Input, number: Decimal) -> Iterator[Form]:
    typed = _plain(number)
    value = typed if number > 1 or not number else None
    for figure in _figures(number):
        yield figure, value
    for share in (
        f"{typed}%",
        f"{typed}％",
        f"{typed} %",
        f"百分之{in_chinese(Decimal(typed))}",
        f"百分之{typed}",
    ):
        yield share, typed
    yield f"达到{typed}%", typed
    yield f"{_plain(number * 10)}‰", typed
    for figure in _unclear(number):
        yield figure, None
    for other in (
        f"{typed}分",
        f"{typed}万",
        f"{typed}元",
        f"同比增长{typed}%",
        f"{typed}个百分点",
        f"{typed}成",
        "985",
        "0.985",
    ):
        yield other, None


def _number(_: Input, number: Decimal) -> Iterator[Form]:
    for figure in _figures(number):
        yield figure, _plain(number)
    for figure in (*_unclear(number), f".{number}", f"{_plain(number)}%"):
        yield figure, None


def _count(_: Input, number: Decimal) -> Iterator[Form]:
    count = int(number)
    for figure in _figures(Decimal(count)):
        yield figure, count
    for unit in ("个", "家", "件", " 家", "起", "项"):
        yield f"{count}{unit}", count
    yield f"共{count}个", count
    yield f"{in_chinese(Decimal(count))}家", count
    for figure in (
        *_unclear(Decimal(count)),
        f"{count}.5",
        f"{count}%",
        f"{count}分",
        f"{count}年",
        "十几家",
        "两三家",
    ):
        yield figure, None


def _money(_: Input, number: Decimal) -> Iterator[Form]:
    typed = _plain(number)
    for figure in _figures(number):
        yield figure, typed
    exact = _plain(number * 10_000)
    for sum_ in (
        f"{typed}万",
        f"{typed}万元",
        f"{typed} 万元",
        f"{typed}w",
        f"{exact}元",
        f"{_plain(number / 10_000)}亿",
    ):
        yield sum_, typed
    for figure in (*_unclear(number), f"{typed}%", f"{typed}分", f"增加{typed}万", f"{typed}多万"):
        yield figure, None


def _points(item: Input, number: Decimal) -> Iterator[Form]:
    points = min(number, item.maximum or number)
    yield f"{_plain(points)}分", _plain(points)
    yield f"{_plain(points)}分。", _plain(points)
    yield f"：{_plain(points)}分", _plain(points)
    for figure in _unclear(points):
        yield figure + "分", None


_DONE = (
    "是",
    "有",
    "做了",
    "已开展",
    "已完成",
    "√",
    "完成了",
    "已做",
    "是的",
    "已落实",
    "开展了",
    "已建立",
    "✓",
    "按要求完成",
)
_UNDONE = (
    "否",
    "没有",
    "没做",
    "未开展",
    "无",
    "×",
    "未完成",
    "没开展",
    "没有开展",
    "还没做",
    "没完成",
    "未落实",
)
_NEITHER = (
    "部分",
    "不清楚",
    "待定",
    "基本完成",
    "快做了",
    "准备开展",
    "计划开展",
    "是不是",
    "差不多",
    "1",
    "0.5",
    "一半",
    "有没有",
)


def _bool(item: Input, _: Decimal) -> Iterator[Form]:
    denies = any(word in item.label for word in "无未不")
    for words, value in ((_DONE, True), (_UNDONE, False)):
        for word in words:
            yield word, None if denies else value
    for word in _NEITHER:
        yield word, None


def _choice(item: Input, _: Decimal) -> Iterator[Form]:
    for choice in item.choices:
        for words in {choice.label, choice.label.split("（")[0]}:
            for typed in (words, f"：{words}", f" {words}", f"{words}。", f"是{words}", f"{words}了"):
                yield typed, choice.value
    for word in (
        "4分",
        "95%",
        "还行",
        "一般",
        "不清楚",
        "基本齐全",
        "差不多齐全",
        "比较全",
        "3",
        "同上次一样",
    ):
        yield word, None


_FORMS = {
    "percent": _percent,
    "number": _number,
    "count": _count,
    "money": _money,
    "points": _points,
    "bool": _bool,
    "choice": _choice,
}
