"""From what is said to the contract's value of one input: certain, doubtful with what it may mean, or impossible."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from handlers.reading.certainty.verdicts import Certain, Doubtful, Impossible, Verdict
from handlers.reading.numbers import Quantity, read_number
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.states import State, read_state
from handlers.reading.widths import clean
from handlers.wording import plain
from scoring.model import Choice, Input

Said = Quantity | State


_HUNDRED: Final = Decimal(100)
_PLAUSIBLE: Final = Decimal(50)
"""A rate below this is not offered for a figure that seems to lack its decimal point."""
_LARGE_SUM: Final = Decimal(10_000)
"""万元 from which a bare figure may have been meant in 元."""
_INCIDENT: Final = re.compile("事故|事件")
_SHARES: Final = frozenset({"%", "‰", "/", "成"})
_OF_RATES: Final = _SHARES | {"", "个点", "百分点", "个百分点"}
_OF_NO_COUNT: Final = _SHARES | {"元", "分", "年", "月", "日", "号", "级"}
_FACTORS: Final = {"成": Decimal(10), "‰": Decimal("0.1")}
_NOTHING: Final = Decimal(0)
_FINEST_POINTS: Final = Decimal("0.01")


def read_value(item: Input, text: str) -> Verdict | None:
    """What the whole text says for that input; None where it is no value of that kind at all."""
    said = read_state(text) or read_number(text)
    if said is None:
        return _labelled(item, text)
    return verdict(item, said)


def verdict(item: Input, said: Said) -> Verdict | None:
    """What was said, judged for that input; None where it is no value of that kind at all."""
    judged = _READERS[item.type](item, said)
    if isinstance(judged, Doubtful):
        return Doubtful(tuple(guess for guess in judged.guesses if _out_of_range(item, guess) is None))
    reason = _out_of_range(item, judged.value) if isinstance(judged, Certain) else None
    return judged if reason is None else Impossible(reason)


def is_taken(item: Input, said: Said) -> bool:
    """Whether what was said is a value of that kind, were it doubtful or impossible."""
    return _READERS[item.type](item, said) is not None


def certain_for(items: Sequence[Input], said: Said) -> list[bool]:
    """Whether it is certain for each of some inputs that differ in nothing but their bounds."""
    judged = _READERS[items[0].type](items[0], said)
    if not isinstance(judged, Certain):
        return [False] * len(items)
    if not _is_bounded(items[0], judged.value):
        return [True] * len(items)
    number = Decimal(str(judged.value))
    return [_beyond(item, number) is None for item in items]


def is_incident(item: Input) -> bool:
    """Whether the input counts accidents or events, so that 没有发生 means 0."""
    return item.type == "count" and _INCIDENT.search(item.label) is not None


def _out_of_range(item: Input, value: object) -> str | None:
    """Why a value outside the printed bounds is none; None for one within them."""
    return _beyond(item, Decimal(str(value))) if _is_bounded(item, value) else None


def _is_bounded(item: Input, value: object) -> bool:
    return not (isinstance(value, bool) or value is None or item.type in ("choice", "text"))


def _beyond(item: Input, number: Decimal) -> str | None:
    least = item.minimum if item.minimum is not None else _NOTHING
    if number < least:
        return f"不能小于{plain(least)}"
    if item.above is not None and number <= item.above:
        return f"应大于{plain(item.above)}"
    if item.maximum is not None and number > item.maximum:
        return f"不能大于{plain(item.maximum)}"
    return None


def _percent(item: Input, said: Said) -> Verdict | None:
    if isinstance(said, State):
        return _no_figure(item, said, whole="100")
    if said.unit not in _OF_RATES or said.scaled:
        return None
    value = _share(said)
    if value is None:
        return Doubtful()
    guesses = _other_shares(item, said, value)
    return Doubtful(tuple(map(plain, guesses))) if guesses else Certain(plain(value))


def _other_shares(item: Input, said: Quantity, value: Decimal) -> tuple[Decimal, ...]:
    """What a share may mean that is not certain as it stands: 约90, 九成, a bare 0.98 or 985."""
    alone = len(said.text) == 1 and not said.text.isascii()
    if said.hedged or alone or said.unit in ("/", "成") or said.unit.endswith("点"):
        return (value,)
    if said.unit == "" and 0 < value <= 1:
        return (value * _HUNDRED, value)
    if said.unit == "" and value > _HUNDRED:
        shorter = _pointed(value)
        return (shorter,) if shorter is not None else (value,) if item.maximum is None else ()
    return ()


def _share(said: Quantity) -> Decimal | None:
    factor = _FACTORS.get(said.unit)
    return said.value if said.value is None or factor is None else said.value * factor


def _pointed(value: Decimal) -> Decimal | None:
    """985 with the decimal point that it may lack; None where that is no likely rate."""
    if value != value.to_integral_value() or not value % 10:
        return None
    shorter = value
    while shorter > _HUNDRED:
        shorter /= 10
    return shorter if shorter >= _PLAUSIBLE else None


def _number(item: Input, said: Said) -> Verdict | None:
    if isinstance(said, State):
        return _no_figure(item, said)
    if said.unit == "元" or said.unit.endswith("点"):
        return None
    if said.value is None or said.unit == "/":
        return Doubtful()
    if said.scaled and _PER.search(item.label):
        return Doubtful()
    value = plain(said.value)
    if said.unit == "‰" and _EACH_TEN_THOUSAND.search(item.label):
        return Doubtful((value, plain(said.value * _TEN_THOUSAND_OF_THOUSAND)))
    return Doubtful((value,)) if said.hedged or said.unit not in item.label else Certain(value)


_EACH_TEN_THOUSAND: Final = re.compile("万(?:人|台|件|户)")
_TEN_THOUSAND_OF_THOUSAND: Final = 10
"""0.2‰ of the machines are 2 of ten thousand, or 0.2 with a sign too many."""
_PER: Final = re.compile("[每万百千]+(?:人|台|件|户)")
"""万人发明专利拥有量: a figure in 万 is most likely the total, not what falls on ten thousand."""


def _money(item: Input, said: Said) -> Verdict | None:
    if isinstance(said, State):
        return _no_figure(item, said)
    if said.unit not in ("", "元", "块", "块钱", "万元", "亿元", "千元"):
        return None
    if said.value is None:
        return Doubtful()
    base = Decimal(1) if "万元" not in item.label else _LARGE_SUM
    value = said.value * _unit_of_money(said, base) / base
    if said.unit == "" and not said.scaled and (value >= _LARGE_SUM or said.text.endswith(("千", "百"))):
        return Doubtful((plain(value), plain(value / _LARGE_SUM)))
    return Doubtful((plain(value),)) if said.hedged else Certain(plain(value))


def _unit_of_money(said: Quantity, base: Decimal) -> Decimal:
    if said.unit:
        return {"万元": _LARGE_SUM, "亿元": _LARGE_SUM**2, "千元": Decimal(1000)}.get(said.unit, Decimal(1))
    return Decimal(1) if said.scaled else base


def _points(item: Input, said: Said) -> Verdict | None:
    if isinstance(said, State):
        return _no_figure(item, said, whole=item.maximum)
    if said.unit not in ("", "分"):
        return None
    if said.value is None:
        return Doubtful()
    if said.value != said.value.quantize(_FINEST_POINTS):
        return Impossible("最多两位小数")
    return Doubtful((plain(said.value),)) if said.hedged else Certain(plain(said.value))


def _count(item: Input, said: Said) -> Verdict | None:
    if isinstance(said, State):
        if said.kind in ("none", "quiet") and is_incident(item):
            return Certain(0)
        return None if said.kind == "quiet" else _no_figure(item, said)
    if said.unit in _OF_NO_COUNT or said.unit.endswith("点"):
        return None
    if said.value is None:
        return Doubtful()
    if said.value != said.value.to_integral_value():
        return Impossible("应为整数") if not said.scaled else Doubtful()
    return Doubtful((int(said.value),)) if said.hedged or not _counts(said) else Certain(int(said.value))


def _counts(said: Quantity) -> bool:
    """Whether the unit counts things; 3A and 5公里 do not."""
    return not said.unit or (not said.unit[0].isascii() and not _MEASURES.fullmatch(said.unit))


_MEASURES: Final = re.compile("版|层|楼|岁|天|小时|分钟|公里|吨|平方米|度|万元|亿元|千元|块钱?")


def _no_figure(item: Input, said: State, whole: object = None) -> Verdict | None:
    """A word where a figure is due: never a figure by itself."""
    if said.kind in ("unknown", "same"):
        return Doubtful()
    if said.kind == "whole":
        return Doubtful((str(whole),)) if whole is not None else Doubtful()
    if said.kind != "none":
        return None
    if item.type == "percent" and not item.nullable and not is_incident(item):
        return Doubtful()
    zero: object = 0 if item.type == "count" else "0"
    return Doubtful((None, zero) if item.nullable else (zero,))


def _bool(item: Input, said: Said) -> Verdict | None:
    if isinstance(said, Quantity):
        return None
    if said.kind in ("unknown", "same", "partial", "label"):
        return Doubtful((True, False)) if said.kind == "partial" else Doubtful()
    if said.kind in ("whole", "quiet") or (said.kind == "full" and "材料" not in item.label):
        return None
    if _DENYING.search(item.label):
        return Doubtful((True, False))
    return Certain(said.kind in ("yes", "all", "full"))


_DENYING: Final = re.compile("[无未不]")
"""没有 said of a label that itself denies may mean either."""


def _choice(item: Input, said: Said) -> Verdict | None:
    if isinstance(said, Quantity):
        return None
    if said.kind == "label":
        state = read_state(said.text)
        labelled = _labelled(item, said.text)
        return labelled if labelled is not None or state is None else _choice(item, state)
    if said.kind == "quiet":
        return None
    meant = (
        [choice for choice in item.choices if _MEANS[said.kind](choice, item)] if said.kind in _MEANS else []
    )
    if len(meant) == 1:
        value = meant[0].value
        return Doubtful((value,)) if _NOT_YET.match(said.text) else Certain(value)
    return Doubtful(tuple(choice.value for choice in item.choices))


_NOT_YET: Final = re.compile("还|尚|暂")
"""还没出台 tells how far a thing is, not that it was never done."""
_PAIR: Final = 2
_MEANS: Final[dict[str, Callable[[Choice, Input], bool]]] = {
    "full": lambda choice, _: choice.value == "full" and "材料" in choice.label,
    "partial": lambda choice, _: choice.value == "partial" and "不全" in choice.label,
    "none": lambda choice, _: choice.value == "none" and choice.label.startswith(("无", "未完成")),
    "no": lambda choice, _: choice.value == "none" and choice.label.startswith("未完成"),
    "yes": lambda choice, item: (
        len(item.choices) == _PAIR and choice.value == "full" and choice.label.startswith("有")
    ),
}


@lru_cache(maxsize=1024)
def stems(label: str) -> tuple[str, ...]:
    """The ways to type a choice's label, as bare words: with and without what stands in brackets."""
    return tuple(dict.fromkeys((bare(clean(label)), bare(_BRACKETS.sub("", clean(label))))))


_BRACKETS: Final = re.compile(r"\([^()]*\)")


def _labelled(item: Input, text: str) -> Verdict | None:
    words = bare(clean(text))
    chosen = [choice for choice in item.choices if words in stems(choice.label)]
    return Certain(chosen[0].value) if len(chosen) == 1 else None


def _text(_: Input, said: Said) -> Verdict | None:
    return Certain(said.text)


_READERS: Final[dict[str, Callable[[Input, Said], Verdict | None]]] = {
    "percent": _percent,
    "number": _number,
    "money": _money,
    "points": _points,
    "count": _count,
    "bool": _bool,
    "choice": _choice,
    "text": _text,
}
