"""Numbers as people write them, exact: digits, Chinese numerals, 万/亿, 百分之, 成, a/b, units and hedges."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from handlers.reading.widths import clean
from scoring.decimals import round_half_up

_CHINESE: Final = {digit: place for place, digit in enumerate("零一二三四五六七八九")} | {
    digit: place for place, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")
}
_DIGITS: Final = _CHINESE | {"两": 2, "俩": 2, "仨": 3}
_STEPS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIAD: Final = Decimal(10_000)
_GREAT: Final = {"万": _MYRIAD, "萬": _MYRIAD, "w": _MYRIAD, "亿": _MYRIAD**2, "億": _MYRIAD**2}
_LONGEST: Final = 15
"""Digits in the longest figure that is believed; an account number or a pasted id is longer."""

COUNTERS: Final = (
    "批次|人次|家次|户次|个|家(?![具庭电长用])|件(?!例)|起(?![来草诉])|次(?![验品])|份(?!额)|项(?!目)|人(?![均员民才口类])"
    "|名(?!牌)|户(?!外)|批(?![准复发])|期(?![间末限])|场(?!所)|所(?![有属以])|台(?!账)|条(?!例)|处(?![理置罚长])"
    "|宗|例(?!行)|篇|座|种(?![植子])|类(?!别)|只|套|部(?!门|分)|位|班(?!级)|枚|支(?!持|付|出)|款(?!项)|届"
)
_UNITS: Final = (
    "%|‰|个?百分点|个点|万元|亿元|千元|元|块钱?|成(?![立果效员本功品绩为])"
    f"|分(?![别钟析之局公类值期布管])|{COUNTERS}|年|月|日|号|级|版|层|楼|岁|天|小时|分钟|公里|吨|平方米|度|[A-Za-z]+(?![0-9])"
)
_ARABIC: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:[.·][0-9]++|。[0-9]++(?![.][0-9]))?"
_CJK: Final = "零〇一二三四五六七八九两俩仨壹贰叁肆伍陆柒捌玖十拾百佰千仟万萬亿億"
_PART: Final = "零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_NUMERAL: Final = (
    rf"(?>(?>{_ARABIC}|(?:(?!万[台人])[{_CJK}])++)(?:点[0-9{_PART}]++)?(?:[亿千百wW]|万(?![台人]))*+)++"
)
_BEFORE: Final = (
    "不低于|不少于|不超过|不高于|不大于|不小于|大约|大概|大致|约莫|约|将近|接近|近|差不多|估计|预计|可能|至少|最少|至多"
    "|最多|超过|超|高于|大于|低于|小于|少于|多于|不足|不到|未达到?|没达到|没到|>=|<=|>|<|~"
)
_AFTER: Final = r"左右|上下|以上|以下|以内|之间|出头|开外|有余|多|余|\+|不到"

PATTERN: Final = (
    rf"(?:(?P<before>{_BEFORE})(?:是|为|有|了)?\s?)?(?:(?P<sign>[-+负])\s?)?(?P<per>百分之|千分之|万分之)?"
    rf"(?P<figure>百分百|{_NUMERAL})"
    rf"(?:分之(?P<part>{_NUMERAL})|\s?/\s?(?P<over>[0-9]+(?:\.[0-9]+)?))?"
    rf"(?P<some>多|余|来|几)?(?P<half>个?半(?![年]))?"
    rf"(?:%?\s?(?P<range>-|~|到|至)\s?(?:{_NUMERAL}))?"
    rf"(?P<unit>{_UNITS}|\s(?:%|‰|万元|亿元|元|{COUNTERS})(?=[\s,，;；、。:)]|$))?"
    rf"(?P<tenth>(?<=成)[{_PART}])?(?P<after>{_AFTER})?"
)
NAMELESS: Final = re.sub(r"\?P<\w+>", "?:", PATTERN)
"""The same, to stand more than once in a pattern."""
"""One number with all that belongs to it; searched over cleaned text, judged by `quantity_of`."""

_QUANTITY: Final = re.compile(PATTERN)
_TOKENS: Final = re.compile(r"[0-9,]+(?:[.。·][0-9]+)?|.")
_PLAIN: Final = re.compile(r"[0-9]+(?:[.。·][0-9]+)?")
_FRACTION: Final = re.compile(rf"([0-9{_PART}]+)([万亿千百wW]*)")
_PADDED: Final = re.compile(r"0[0-9]")
_MULTIPLIED: Final = frozenset("万萬亿億wW")


@dataclass(frozen=True, slots=True)
class Quantity:
    """数量: one number as typed.

    `value` is None where the figure cannot be told (两三, 95-98, 不到90, 007, an overlong one). `unit` is the word typed
    ("%" also for 百分之, "/" for a fraction whose `value` is then its percentage). `hedged` means that the
    words around it make it inexact (约, 以上, 半). `grouped` and `loose`: 1,180 and 98。5 may have been meant as
    two numbers. `scaled`: 万 or 亿 was part of the figure.
    """

    text: str
    value: Decimal | None
    unit: str = ""
    hedged: bool = False
    grouped: bool = False
    loose: bool = False
    scaled: bool = False

    @property
    def bare(self) -> bool:
        """Digits and nothing else, so that they could also be a code or a place on a list."""
        return _PLAIN.fullmatch(self.text) is not None


def read_number(text: str) -> Quantity | None:
    """The one number that the whole text is; None where it is anything else."""
    found = _QUANTITY.fullmatch(clean(text).strip().rstrip("。.!"))
    return quantity_of(found) if found else None


def quantity_of(found: re.Match[str]) -> Quantity | None:
    """The number that a match of `PATTERN` is; None where its characters are part of a word (千百, 一次验收)."""
    figure = found["figure"]
    if figure == "百分百":
        return Quantity(found[0].strip(), Decimal(100), "%", hedged=_is_hedged(found))
    if not found["per"] and not _is_figure(found, figure):
        return None
    value, unit = _valued(found, figure)
    return Quantity(
        text=found[0].strip(),
        value=None if _is_untold(found, figure) else _believed(value),
        unit=unit,
        hedged=_is_hedged(found) or (not figure.isascii() and _JUMBLED.search(figure) is not None),
        grouped="," in figure,
        loose="。" in figure or "·" in figure,
        scaled=not _MULTIPLIED.isdisjoint(figure),
    )


_JUMBLED: Final = re.compile(
    f"[0-9]{{2,}}百|(?<![0-9.])0[百千]|[0-9][十拾{''.join(_DIGITS)}]|[十拾{''.join(_DIGITS)}][0-9]"
)
"""十3, 10十, 33百, 0百 and 九十9: two ways of writing run together, most likely by a slip; 3百 and 1千2 are none."""


def _valued(found: re.Match[str], figure: str) -> tuple[Decimal | None, str]:
    value, unit = numeral(figure), (found["unit"] or "").strip()
    if value is not None and _is_negative(found):
        value = -value
    if found["part"] or found["over"]:
        return _percentage(found, value), "/"
    if found["per"]:
        value = Decimal(100) if figure == "百" else value
        return (value / 100, "%") if found["per"] == "万分之" and value else (value, _per(found["per"]))
    if found["tenth"] and value is not None:
        value += Decimal(_DIGITS[found["tenth"]]) / 10
    return value, unit


def _per(word: str) -> str:
    return "‰" if word == "千分之" else "%"


def _percentage(found: re.Match[str], value: Decimal | None) -> Decimal | None:
    """a/b and b分之a as a percentage of two decimals, halves up."""
    top, bottom = (numeral(found["part"]), value) if found["part"] else (value, numeral(found["over"]))
    if top is None or not bottom:
        return None
    return round_half_up(top * 100 / bottom, 2)


def _is_hedged(found: re.Match[str]) -> bool:
    if any(found[word] for word in ("before", "some", "half", "range", "after")):
        return True
    return found["sign"] is not None and not _is_negative(found)


def _is_untold(found: re.Match[str], figure: str) -> bool:
    """Ranges, 十几, 007, and 不到100: what the value is not."""
    missed = (found["before"] or "").startswith(_MISSED) or found["after"] in ("不到", "以下")
    return missed or found["range"] is not None or found["some"] == "几" or _PADDED.match(figure) is not None


_MISSED: Final = ("低于", "小于", "少于", "不足", "不到", "未达", "没达", "没到", "<")


def _is_negative(found: re.Match[str]) -> bool:
    """A dash joined to the words before it (覆盖率-98) separates; it takes nothing away."""
    start = found.start("sign")
    return found["sign"] == "负" or (
        found["sign"] == "-" and not (start and found.string[start - 1].isalnum())
    )


def _is_figure(found: re.Match[str], figure: str) -> bool:
    """A lone Chinese digit counts only before a unit or where the words end."""
    if figure[0].isascii():
        return True
    if figure[0] not in "十拾" and not any(
        character in _DIGITS or character.isascii() for character in figure
    ):
        return False
    if len(figure) > 1 or found["unit"] or found["part"]:
        return True
    return not found.string[found.end() : found.end() + 1].isalnum()


def _believed(value: Decimal | None) -> Decimal | None:
    if value is None or len(value.as_tuple().digits) > _LONGEST or value.adjusted() >= _LONGEST:
        return None
    return value


def whole_number(text: str | None) -> int:
    """How many the words say, without what is less than one; 0 for nonsense and for no words."""
    return int(numeral(text) or 0) if text else 0


def in_figures(text: str) -> str:
    """到了十二件 as 到了12件, 才九十一点五 as 才91.5; 十三五 and 第十条 stay as they are."""
    return _SPELT.sub(lambda found: f"{numeral(found[0])}", text)


_SPELT: Final = re.compile(
    rf"(?<![第几{_PART}])(?:[{_PART}]?十[{_PART}]?|[{_PART}两]百[{_PART}十]*)(?:点[{_PART}]+)?(?![{_PART}十百千万亿几多来点月年日号])"
    rf"|(?<=[到达是报])[{_PART}两](?=件|个(?![月年])|家|起|批)"
)


def numeral(text: str) -> Decimal | None:
    """The value of digits, Chinese numerals or both: 1,180 · 两万五 · 1.2亿 · 九十一点五; None for nonsense."""
    if len(text) > 3 * _LONGEST:
        return None
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace("。", ".").replace("·", "."))
    whole, point, rest = text.partition("点")
    if not point:
        return _spelled(whole) if len(whole) > 1 and _is_digits(whole) else _run(whole)
    spelled = _FRACTION.fullmatch(rest)
    if spelled is None or not whole:
        return None
    head = _spelled(whole, certain=True) if _is_digits(whole) else _run(whole)
    if head is None or head != head.to_integral_value():
        return None
    value = head + Decimal("0." + "".join(str(_DIGITS.get(digit, digit)) for digit in spelled[1]))
    for step in spelled[2]:
        value *= _GREAT.get(step.lower()) or _STEPS[step]
    return value


def _is_digits(text: str) -> bool:
    return all(character in _CHINESE for character in text)


def _spelled(text: str, *, certain: bool = False) -> Decimal | None:
    """Digits read one by one (二〇一五); without a zero they may be a guess between two (三四家)."""
    if not certain and "零" not in text and "〇" not in text:
        return None
    return Decimal("".join(str(_CHINESE[digit]) for digit in text))


class _Sum:
    """A numeral added up from its greatest step down."""

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.scale = Decimal(0)
        self.zero = self.wrong = False

    def figure(self, value: Decimal) -> None:
        self.wrong |= self.digit is not None
        self.digit = value

    def nought(self) -> None:
        self.wrong |= self.digit is not None
        self.zero = True

    def step(self, size: int) -> None:
        opening = self.digit is None and size == _STEPS["十"] and not self.section
        digit = Decimal(1) if opening else self.digit
        self.wrong |= digit is None or (bool(self.section) and size >= self.scale)
        self.section += (digit or 0) * size
        self._close(Decimal(size))

    def great(self, size: Decimal) -> None:
        self.section += self.digit or 0
        self.wrong |= not (self.section or self.total) or (size == _MYRIAD and not self.section)
        self.total = (
            (self.total + self.section) * size if size > _MYRIAD else self.total + self.section * size
        )
        self.section = Decimal(0)
        self._close(size)

    def _close(self, scale: Decimal) -> None:
        self.digit, self.scale, self.zero = None, scale, False

    def result(self) -> Decimal | None:
        if self.wrong:
            return None
        last = self.digit or Decimal(0)
        if self.scale > _STEPS["十"] and not self.zero:
            self.wrong = last >= _STEPS["十"] or last != last.to_integral_value()
            last *= self.scale / 10
        return None if self.wrong else self.total + self.section + last


def _run(text: str) -> Decimal | None:
    adding = _Sum()
    for part in _TOKENS.findall(text):
        if part[0].isdigit():
            adding.figure(Decimal(part.replace(",", "").replace("。", ".").replace("·", ".")))
        elif part in "零〇":
            adding.nought()
        elif part in _DIGITS:
            adding.figure(Decimal(_DIGITS[part]))
        elif part in _STEPS:
            adding.step(_STEPS[part])
        else:
            adding.great(_GREAT[part.lower()])
    return adding.result()
