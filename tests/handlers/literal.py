"""What a text literally says, read independently of the reading room: a second opinion on everything that is stored."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pypinyin import lazy_pinyin

from scoring.model import Criterion, Input

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_CHINESE = re.compile("[零〇一二两三四五六七八九十百千万亿点]+")
_ARABIC = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TWO = 2
_TO_CHINESE = str.maketrans("0123456789", "零一二三四五六七八九")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
_ALIASES = {"国抽": "国家监督抽查", "省抽": "省级监督抽查", "市抽": "市级监督抽查"}
"""Short forms that people know for words of the documents."""
_DENIAL = re.compile("没|未|无|零|0|不|空")
_ASSENT = re.compile("是|有|做|完|成|开展|落实|建|制定|齐|全|达|符合|[√✓✔☑✅对yY]|好")
SUPPOSED = re.compile("要是|如果|假如|假设|试算|大概|左右|算不算|为什么|为啥")


def numbers(text: str) -> set[Decimal]:
    """Every number that the text writes, in digits or in Chinese, also scaled by a unit behind it."""
    plain = re.sub(r"(?<=\d)[。．·、点](?=\d)", ".", plainly(text))
    plain += "\n" + plainly(text).replace("、", " ")
    plain += "\n" + re.sub(r"(?<=\d)\s+(?=[.\d])|(?<=[.])\s+(?=\d)", "", plain)
    written = [match[0] for match in _ARABIC.finditer(plain)]
    parts = {part for figure in written for part in (figure.replace(",", ""), *figure.split(",")) if part}
    mixed = {
        figure.translate(_TO_CHINESE)
        for figure in re.findall(r"[\d零〇一二两三四五六七八九十百千点]+", plain)
    }
    found = {Decimal(part) for part in parts if part.count(".") < _TWO}
    chinese = {figure for line in (*mixed, plain) for figure in _CHINESE.findall(line)}
    found |= {value for figure in chinese for value in _readings(figure)}
    return found | {value * factor for value in found for factor in (Decimal("0.1"), 10**4, 10**8)}


def plainly(text: str) -> str:
    """Common widths; ② stands apart, so that ②100 is not 2100, and no Chinese comma groups digits."""
    apart = "".join(f" {sign} " if "①" <= sign <= "⑳" else sign for sign in _UNSEEN.sub("", text))
    return unicodedata.normalize("NFKC", apart.replace("，", "；"))


def says_value(text: str, item: Input, value: object) -> bool:
    """Whether the text has words or figures for that value."""
    if isinstance(value, bool):
        return bool((_ASSENT if value else _DENIAL).search(text))
    if item.type == "text":
        return str(value) in text
    if item.type == "choice":
        label = next(choice.label for choice in item.choices if choice.value == value)
        return _shares(text, label) or bool(_DENIAL.search(text) or _ASSENT.search(text))
    number = Decimal(str(value))
    return number in numbers(text) or (number == 0 and bool(_DENIAL.search(text)))


def says_leaf(text: str, criterion: Criterion, ordinal: int) -> bool:
    """Whether the text names the line: by code (T17-H1, T17, 17), its number, or two characters (or sounds) in a row."""
    plain = plainly(text).lower()
    item = criterion.code.lower().partition("-")[0]
    printed = re.fullmatch(r"[a-z]+0*(\d+)", item)
    if item in plain or not {Decimal(ordinal), Decimal(printed[1]) if printed else None}.isdisjoint(
        numbers(text)
    ):
        return True
    plain += "".join(long for short, long in _ALIASES.items() if short in re.sub(r"\W", "", plain))
    labels = "".join(item.label for item in criterion.inputs)
    named = plainly(f"{criterion.name}{labels}").lower()
    return any(_shares(re.sub(noise, "", plain), re.sub(noise, "", named)) for noise in (r"[^\w%]+", r"\W+"))


def _shares(text: str, words: str) -> bool:
    pairs = {first + second for first, second in pairwise(words)}
    sounds = set(pairwise(lazy_pinyin(words)))
    return any(a + b in pairs for a, b in pairwise(text)) or not sounds.isdisjoint(
        pairwise(lazy_pinyin(text))
    )


def _readings(text: str) -> Iterator[Decimal]:
    """The number, and what 三百三 and 两万五 mean in speech."""
    value = _chinese(text)
    if value is not None:
        yield value
    spoken = re.search("[百千](?=[一二两三四五六七八九]$)", text)
    if spoken is not None and value is not None:
        last = _DIGITS[text[-1]]
        yield value - last + last * _SCALES[spoken[0]] // 10


def _chinese(text: str) -> Decimal | None:
    whole, _, decimals = text.partition("点")
    parts = list(_whole(whole))
    fraction = "".join(str(_DIGITS[digit]) for digit in decimals if digit in _DIGITS)
    if not parts and not fraction:
        return None
    return Decimal(f"{sum(parts)}.{fraction or 0}")


def _whole(text: str) -> Iterator[int]:
    """The addends of a Chinese whole number; digits in a row (九八) are read one after the other."""
    if text and all(digit in _DIGITS for digit in text):
        yield int("".join(str(_DIGITS[digit]) for digit in text))
        return
    last = 0
    for character in text:
        if character in _DIGITS:
            last = _DIGITS[character]
        elif character in _SCALES:
            yield (last or 1) * _SCALES[character]
            last = 0
    yield last
