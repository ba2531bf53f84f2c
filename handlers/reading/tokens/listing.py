"""列举: marks that only count what is listed (一、二、三、), and ranges of places (6-8项), and what they count."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Final

from handlers.reading.numbers import numeral, whole_number

_ORDINAL: Final = "第?[一二三四五六七八九十]{1,2}|[0-9]{1,2}|第[0-9]{1,2}"
_MARK: Final = re.compile(
    rf"(?:(?<=[\s，,；;。])|^)\s*(?:\((?P<bracketed>{_ORDINAL})\)|(?P<plain>{_ORDINAL})(?:[、.:)]|[，,](?=\D)|是(?=\D)))\s*(?=[^\d\s])",
    re.MULTILINE,
)
_HEAD: Final = re.compile(r"[^\d，,；;。\n]{2,24}")
_LEAST: Final = 2
_ALL_ARE: Final = r"[^\d，,；;。]{0,12}(?:都|均|全部?)(?:自评|是|为|报|达到?|有)*\s*(?:[0-9零一二两三四五六七八九十百]|满分)"
"""What is said of several at once has to be a figure: how far things are is read as it stands."""
_RANGE: Final = re.compile(
    r"(?<![\d.])(?:第)?(?P<first>[0-9]{1,2})\s*(?:项|号)?\s*(?:-|~|—|–|到|至)\s*(?P<last>[0-9]{1,2})(?![\d.%])(?P<kind>项|号|条)?"
    rf"(?={_ALL_ARE})"
)


_POINTS: Final = r"(?:[0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九])分?"
_IN_TURN: Final = re.compile(
    rf"(?:^|(?<=[，,；;。\s]))(?:我们?)?(?P<count>[两二三四五六七八九十]|[0-9]{{1,2}})项(?:的|(?P<did>[都均全][^\d，,；;。\n]{{1,8}})[，,\s])?\s*(?:分别|依次|各自?)*自评分?(?:分别|依次|各|是|为|报)*[:：]?\s*"
    rf"(?P<values>{_POINTS}(?>\s*[、，,和/]\s*{_POINTS}|\s+{_POINTS})+)(?=$|[\s，,；;。])"
)
_PLACES_IN_TURN: Final = re.compile(
    rf"(?:^|(?<=[，,；;。\s]))第?(?P<places>[0-9]{{1,2}}(?>\s*[、，,和跟与及]\s*[0-9]{{1,2}}(?![0-9.]))+)(?:项|号)?(?P<did>(?!分)[^\d，,；;。\n]{{0,16}}?)[，,\s]*"
    rf"(?:分别|依次|各自?)*自评分?(?:分别|依次|各|是|为|报|打|给)*[:：]?\s*(?P<values>{_POINTS}(?>\s*[、，,和/]\s*{_POINTS}|\s+{_POINTS})*)(?=$|[\s，,；;。])"
)
"""9、10都做了，自评1、0.5: each place with the points that stand for it."""
_EVERY: Final = re.compile(
    r"(?:^|(?<=[，,；;。\s]))(?:每|各|所有|全部)(?:的?一?项|条)?(?:的|都)?(?=自评分?(?:都|均|全部?)(?:是|为|报)?满分)"
)
_FIRST: Final = re.compile(rf"前(?P<count>[两二三四五六七八九十]|[0-9]{{1,2}})[项条个](?={_ALL_ARE})")

_REST: Final = re.compile(
    rf"(?:后面|剩下|余下|接下来)的?(?P<count>[两二三四五六七八九]|[2-9])[项条个](?={_ALL_ARE})"
)
"""第2项1.5，后面两个都是1分: all that stand behind the last one named, where they are so many."""


def unlisted(text: str, place_named: Callable[[str], int | None]) -> str:
    """The text without marks that count from one before words which name lines of their own, else the text.

    `place_named` gives the number on the list of the only line that words name. Figures that are these numbers stay.
    """
    marks = list(_MARK.finditer(text))
    counted = [_value(mark) for mark in marks]
    if len(marks) < _LEAST or counted != list(range(1, len(marks) + 1)):
        return text
    heads = [_HEAD.match(text, mark.end()) for mark in marks]
    places = [place_named(head[0]) if head else None for head in heads]
    spelled = all(not re.search("[0-9]", mark[0]) for mark in marks)
    if None in places or (places == counted and not spelled):
        return text
    return _MARK.sub(" ", text)


def _value(mark: re.Match[str]) -> int:
    found = numeral((mark["bracketed"] or mark["plain"]).lstrip("第"))
    return int(found) if found is not None else 0


def ranged(text: str, places: Collection[int]) -> str:
    """6-8项都是100 as 6、7、8项都是100, for places that the list has."""

    def spelled(found: re.Match[str]) -> str:
        meant = range(int(found["first"]), int(found["last"]) + 1)
        if len(meant) < _LEAST or not {meant[0], meant[-1]} <= set(places):
            return found[0]
        return "、".join(str(place) for place in meant if place in places)

    def first(found: re.Match[str]) -> str:
        count = whole_number(found["count"])
        meant = sorted(place for place in places if place > 0)[:count]
        return "、".join(map(str, meant)) if len(meant) == count and len(meant) > 1 else found[0]

    def following(found: re.Match[str]) -> str:
        named = re.findall(r"第(\d{1,2})[项条号]", text[: found.start()])
        meant = [place for place in sorted(places) if named and place > int(named[-1])]
        return "、".join(map(str, meant)) if len(meant) == whole_number(found["count"]) else found[0]

    return _REST.sub(following, _FIRST.sub(first, _RANGE.sub(spelled, text)))


def assessed(text: str, places: Collection[int]) -> str:
    """两项自评4分和1分, 各项自评都是满分, each put to its place; `places` take a self-score."""
    if "自评" not in text:
        return text
    meant = sorted(place for place in places if place > 0)

    def in_turn(found: re.Match[str]) -> str:
        said = re.findall(_POINTS, found["values"])
        if not whole_number(found["count"]) == len(said) == len(meant):
            return found[0]
        did = f"{found['did']}，" if found["did"] else " "
        return "；".join(f"第{at}项{did}自评{value}" for at, value in zip(meant, said, strict=True))

    def each(found: re.Match[str]) -> str:
        named = [int(one) for one in re.findall("[0-9]+", found["places"])]
        said = re.findall(_POINTS, found["values"])
        if len(said) == 1 and re.search("自评分?各", found[0]):
            said *= len(named)
        if len(named) != len(said) or len({*named} & {*meant}) < _LEAST:
            return found[0]
        did = f"{found['did']}，" if found["did"].strip() else " "
        return "；".join(
            f"第{at}项{did}自评{value}" if at in places else f"第{at}项 {value}"
            for at, value in zip(named, said, strict=True)
        )

    text = _PLACES_IN_TURN.sub(each, _IN_TURN.sub(in_turn, text))
    return _EVERY.sub("、".join(map(str, meant)), text)


_RATE: Final = r"[0-9]{1,3}(?:\.[0-9]+)?%?"
_KIND_IN_TURN: Final = re.compile(
    rf"(?:^|(?<=[，,；;。\s]))(?:我们?)?(?:这|那)?(?P<count>[两二三四五六七八九])[个项](?P<kind>[\u4e00-\u9fff]{{2,8}}?)(?:的?数)?(?:分别|依次|各)?(?:是|为|报)?[:：]?\s*"
    rf"(?P<values>{_RATE}(?>\s*[、，,和/]\s*{_RATE}|\s+{_RATE})+)(?=$|[\s，,；;。])"
)


def of_a_kind(text: str, names: Mapping[int, str]) -> str:
    """三个抽查合格率分别是98.1、97.2、96.5, each put to the line of that kind in the list's order; `names` by place."""
    found = _KIND_IN_TURN.search(text)
    if found is None:
        return text
    places = sorted(place for place, name in names.items() if place > 0 and found["kind"] in name)
    said = re.findall(_RATE, found["values"])
    if not len(places) == len(said) == whole_number(found["count"]):
        return text
    put = "；".join(f"第{at}项 {value}" for at, value in zip(places, said, strict=True))
    return f"{text[: found.start()]}{put}{text[found.end() :]}"
