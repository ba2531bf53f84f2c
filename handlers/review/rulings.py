"""“1通过2通过3退回没章”: what a reviewer rules about the numbered items of a list."""

import re
from dataclasses import dataclass

_PLACES = r"(?P<places>\d{1,2}(?:\s*[、,，和]\s*\d{1,2})*)"
_ACT = r"(?P<act>通过|过|退回|退)"
_PLACES_FIRST = re.compile(rf"{_PLACES}\s*(?:项|件|号)?\s*{_ACT}")
_ACT_FIRST = re.compile(rf"{_ACT}\s*{_PLACES}[\s:：,，]*(?P<reason>.{{0,80}})", re.DOTALL)
_BETWEEN = " 、,，;；。.\n"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the reviewer says about some places (from 1) of the list."""

    places: tuple[int, ...]
    accept: bool
    reason: str


def read_rulings(text: str) -> tuple[Ruling, ...]:
    """“1通过2通过3退回没章”, “退 2 缺公章”, “过1、3”; () where the text is none of these."""
    words = text.strip()
    first = _ACT_FIRST.fullmatch(words)
    if first is not None:
        return (_ruling(first, first["reason"]),)
    heads = list(_PLACES_FIRST.finditer(words))
    if not heads or words[: heads[0].start()].strip(_BETWEEN):
        return ()
    ends = [head.start() for head in heads[1:]] + [len(words)]
    rulings = tuple(
        _ruling(head, words[head.end() : end].strip(_BETWEEN)) for head, end in zip(heads, ends, strict=True)
    )
    return () if any(ruling.accept and ruling.reason for ruling in rulings) else rulings


def _ruling(found: re.Match[str], reason: str) -> Ruling:
    places = tuple(int(number) for number in re.findall(r"\d+", found["places"]))
    return Ruling(places, found["act"] in ("通过", "过"), reason.strip())
