"""How figures, dates and names are written in chat."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from scoring.model import Criterion, Input

SHANGHAI = ZoneInfo("Asia/Shanghai")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


def circled(ordinal: int) -> str:
    """① for 1; plain digits with a dot beyond ㊿."""
    return CIRCLED[ordinal - 1] if 1 <= ordinal <= len(CIRCLED) else f"{ordinal}."


def plain(number: Decimal | str) -> str:
    """A decimal without trailing zeros or an exponent: "4", "1.5"."""
    text = format(Decimal(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def local(moment: datetime) -> datetime:
    """The moment on the office's wall clock."""
    return moment.astimezone(SHANGHAI)


def month_day(day: date | datetime) -> str:
    """6月30日 (of the office's wall clock)."""
    at = local(day) if isinstance(day, datetime) else day
    return f"{at.month}月{at.day}日"


def clock(moment: datetime) -> str:
    """6月30日18:00."""
    return f"{month_day(moment)}{local(moment):%H:%M}"


def in_one_line(text: str) -> str:
    """Somebody's own words within a message to others: no line of theirs can be taken for one of the message's."""
    return " ".join(text.split())


def clip(text: str, width: int) -> str:
    """At most `width` characters, the cut marked by …"""
    return text if len(text) <= width else text[: width - 1] + "…"


def masked(name: str) -> str:
    """A person's name as it is shown where it need not be known in full: 张**."""
    return name[:1] + "*" * (len(name) - 1)


def leaf_name(criterion: Criterion, width: int = 40) -> str:
    """The name that a person recognises: without its own code, marks or final full stop."""
    return clip(_bare_name(criterion.name, criterion.code), width)


@lru_cache(maxsize=8192)
def _bare_name(printed: str, code: str) -> str:
    name = printed.removeprefix(code).strip().rstrip("。")
    head, bracket, _ = name.rpartition("（")
    if bracket and name.endswith("分）"):
        name = head
    return name.rstrip("。")


def value_text(item: Input, value: object) -> str:
    """A stored value as a person writes it, with the unit that its type or label shows; none where there is none."""
    if value is None:
        return "没有（不填）"
    if item.type == "bool":
        return "是" if value else "否"
    if item.type == "choice":
        return next((choice.label for choice in item.choices if choice.value == value), str(value))
    if item.type == "percent":
        return f"{plain(str(value))}%"
    if item.type == "money":
        return f"{plain(str(value))}万元"
    return plain(str(value)) if item.type in ("number", "points") else str(value)


def bare_label(item: Input) -> str:
    """The label without its own bracketed unit."""
    return item.label.removesuffix("（%）").removesuffix("（万元）")


def only_value(criterion: Criterion) -> Input | None:
    """The only value that is reported of the leaf, whose label would say the name again; None of several."""
    return criterion.reported[0] if len(criterion.reported) == 1 else None


def marks_of(leaf: Criterion) -> str:
    """（4分）; "" where the document gives the line no marks."""
    return f"（{plain(leaf.full_marks)}分）" if leaf.full_marks is not None else ""


def labelled(item: Input, value: object, width: int = 32) -> str:
    """“label：value” for a receipt, the label in at most `width` characters."""
    return f"{clip(bare_label(item), width)}：{value_text(item, value)}"


def wanted_word(inputs: Sequence[Input]) -> str:
    """What stands for the first of the values in “1 数值”: who has to choose or to tell has no 数值."""
    return "情况" if inputs and inputs[0].type in ("bool", "choice", "text") else "数值"


def shown(rows: Sequence[str], most: int, more: str) -> list[str]:
    """The first rows, and a last one that counts the rest: `more` with {} for how many."""
    return [*rows[:most], more.format(len(rows) - most)] if len(rows) > most else list(rows)


def notified(people: int) -> str:
    """已通知3人; that nobody is told where the roster has nobody who could be."""
    return f"已通知{people}人" if people else "名册里没有收得到的人，没有通知"


def listed(names: Iterable[str], most: int = 6, counter: str = "项") -> str:
    """Names joined by 、, the rest counted: 等13项, of units 等13家."""
    names = list(names)
    head = "、".join(names[:most])
    return f"{head}等{len(names)}{counter}" if len(names) > most else head
