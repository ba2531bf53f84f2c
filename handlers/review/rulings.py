"""“1通过2通过3退回没章”: what a reviewer rules about the numbered items of a list."""

import re
from dataclasses import dataclass
from typing import Final

from handlers.reading.numbers import numeral
from handlers.reading.widths import clean

_PLACE: Final = (
    r"(?:第\d{1,2}[号项件个条]?|(?<=[到至~-])\d{1,2}(?![.\d])[号项件个条]?|\d{1,2}(?![.\d]|号文)(?:[号项件个条](?!都|全|一起))?(?![项件个条])"
    r"|第[一二三四五六七八九十]{1,3}[号项件个条]?|[一二三四五六七八九十]{1,3}号)"
)
"""三个都过 and 3个都过 say how many, not which; 1到3个都过 does."""
PLACES: Final = (
    rf"(?P<places>{_PLACE}(?>(?:\s*(?:[、,和跟与到至~-]|\s)\s*|(?<=[号件项个条])|(?=第)){_PLACE})*)"
)
_ACCEPT: Final = r"(?:都|全|均)?(?:可以)?(?:审核)?(?:通过|过(?![程期往])|同意|没问题|ok(?![a-z]))"
_RETURN: Final = r"(?:都|全|均)?(?:退回去?|打回去?|驳回|退|不通过|不过|不行|不同意)"
_ACT: Final = rf"(?:(?P<returned>{_RETURN})|{_ACCEPT})"
_PLACES_FIRST: Final = re.compile(rf"{PLACES}\s*[、.:,]?\s*{_ACT}", re.IGNORECASE)
_ACT_FIRST: Final = re.compile(rf"{_ACT}\s*{PLACES}[\s:,]*(?P<reason>.{{0,80}})", re.DOTALL | re.IGNORECASE)
_RANGE: Final = re.compile(r"(\d{1,2})[号项件个条]?\s*[到至~-]\s*第?(\d{1,2})")
_CHINESE: Final = re.compile(r"[一二三四五六七八九十]{1,3}")
_BETWEEN: Final = " 、,;。.!\n"
_PARTICLES: Final = re.compile(r"[了吧啊哈的呢]*(?:没问题)?[\s,]*(?:就|可以)?(?:通过|过)?[了吧啊哈的呢]*")
_NAMED: Final = re.compile(
    r"^(?:了|吧)?[\s,:]*(?:(?:原因|理由|因为|由于)(?:是|为(?![什啥何]))?|是(?!不是|否))?[\s:,]*"
)
_NO_REASON: Final = re.compile(
    r"(?:(?:让|叫|请|要求)(?:[他她]们?|[\u4e00-\u9fff]{2,3}(?=重|再|去|改)|单位|对方)?)?"
    r"(?:去|重新?|再|改|报|填|来|弄回去|弄|做|整|搞|写|算|拍|传|一下|一遍|吧|了|啊|\s)*"
    r"|(?:等|让)?[他她]?们?(?:改|弄|补|整)(?:好|完)?了?再(?:说|报|来|看|审)"
)
"""重报 tells what to do, not what is wrong."""
_AGAIN: Final = re.compile(r"^(?:(?:退回去?|打回去?|驳回|退|不通过|不行|不过)(?:了|吧)?[\s,，。:：]+)+")
"""不行 退 没有佐证: the act said twice is no part of the reason."""
_TO_THEM: Final = re.compile(
    r"^(?:就?(?:可以|行|好|得)[了吧的啊]*(?=[\s,，:：]|$)|给?(?:他们?|她们?|单位|人家)|给[\u4e00-\u9fff]{1,8}?(?:[局委办厅处区县镇院]|街道|那边)|一下|回去)+(?=[\s,，:：因由让没缺重再改补去]|$)|^麻烦(?:您|你)?[\s,，]*"
)
"""3退给他 让他盖章, 退回给城建局: to whom it goes back is no part of the reason."""
_ASKED: Final = re.compile("(?:可以|行|好|合适|对)(?:吗|么|不|不[行可对好]以?|嘛)[?？]?")
"""1退回可以吗 sends nothing back."""
_MOST: Final = 20
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the reviewer says about some places (from 1) of the list."""

    places: tuple[int, ...]
    accept: bool
    reason: str


def read_rulings(text: str) -> tuple[Ruling, ...]:
    """“1通过2通过3退回没章”, “退 2 缺公章”, “1到3都过”; () where the text is none of these."""
    words = _WRITTEN.sub(_digits, clean(text)).translate(_APART).strip()
    if len(words) > _LONGEST or _WANTS_MORE.search(words):
        return ()
    first = _ACT_FIRST.fullmatch(words)
    if first is not None:
        return _checked((_ruling(first, first["reason"]),))
    heads = list(_PLACES_FIRST.finditer(words))
    if not heads or words[: heads[0].start()].strip(_BETWEEN):
        return ()
    ends = [head.start() for head in heads[1:]] + [len(words)]
    return _checked(
        tuple(_ruling(head, words[head.end() : end]) for head, end in zip(heads, ends, strict=True))
    )


_WANTS_MORE: Final = re.compile("不行(?!.*(?:退|打回|驳回)).{0,20}补(?!贴|助|考)")
"""2不行 让他们补个章 wants more of it, and may send nothing back."""
_WRITTEN: Final = re.compile(
    r"(?:^|(?<=[\s,，;；。过退回了吧掉]))[一二三四五六七八九](?:[、和跟与]?[一二三四五六七八九]){0,8}(?=\s?(?:都|全)?(?:通过|过(?![程期往目])|退|打回))"
)
"""一二过，三退: bare numerals right before an act."""


def _digits(found: re.Match[str]) -> str:
    return "、".join(str(numeral(one)) for one in found[0] if one not in "、和跟与")


_APART: Final = {ord("①") + place: f" {place + 1} " for place in range(_MOST)} | {
    ord("，"): ",",
    ord("；"): ";",
}


def reason_in(words: str) -> str:
    """The reason that the words behind an act give; "" where they only tell what to do now."""
    said = _TO_THEM.sub("", _AGAIN.sub("", words.strip(_BETWEEN)), count=1).strip(_BETWEEN)
    said = _NAMED.sub("", said, count=1).strip(_BETWEEN)
    return "" if _NO_REASON.fullmatch(said) else said


def untold(words: str) -> str:
    """没章 of 理由是没章, 跟他们说没章: why, without that it is told."""
    return _TELLING.sub("", words.strip())


_TELLING: Final = re.compile(
    r"^(?:主要|就)?(?:跟他们?)?(?:说(?![明清的了法])|写(?![明清的了着得成错])|告诉他们?|因为|原因|理由|是(?!不是|否)|由于)+(?:是|为(?![什啥何]))?[:：\s]*"
)


def unplaced(words: str) -> str:
    """没有附件 of 3没有附件: the number on the reviewer's own list tells nobody else anything."""
    return _OWN_PLACE.sub("", _HESITATED.sub("", words)).strip("，, ")


_HESITATED: Final = re.compile(
    r"(?:^|(?<=[，,]))(?:(?:嗯+|呃+|额+|唉+|哎+呀?)(?:那个|这个|就是)*|(?:那个|这个|就是|[把将])(?=\d{1,2}号(?:$|[，,])))\s*(?:\d{1,2}号(?:$|[，,]))?"
)
"""嗯那个1号: what is said while one thinks."""

_OWN_PLACE: Final = re.compile(
    r"^(?:第\d{1,2}[项个件条]|\d{1,2}(?:号(?!文)|[项个件条](?=[的那])|(?=的|[没缺差少未无]))|[①-⑳])(?:那一?[项个件条])?的?"
)


def _checked(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """None of them where an acceptance has words that stay unexplained, a range runs backwards, or it is only asked."""
    unclear = any(
        (ruling.accept and ruling.reason) or not ruling.places or _ASKED.fullmatch(ruling.reason)
        for ruling in rulings
    )
    return () if unclear else rulings


def _ruling(found: re.Match[str], words: str) -> Ruling:
    accept = found["returned"] is None
    said = words.strip(_BETWEEN)
    reason = "" if accept and _PARTICLES.fullmatch(said) else said if accept else reason_in(words)
    return Ruling(places_in(found["places"]), accept, reason)


def places_in(written: str) -> tuple[int, ...]:
    """The places that are written out or spanned: 1、2, 第三个, 1到3."""
    digits = _CHINESE.sub(lambda found: str(numeral(found[0]) or 0), written)
    spread = _RANGE.sub(lambda found: " ".join(map(str, range(int(found[1]), int(found[2]) + 1))), digits)
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", spread)))
