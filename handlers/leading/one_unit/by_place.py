"""前两家, 第三家, 他俩: units called by their places in the list that was just shown, or all that were just named."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handlers import dialogs
from handlers.context import Context
from handlers.leading.one_unit.spoken_of import last_answer, last_said, units_in
from handlers.leading.one_unit.unit_view import ELSE, LAST_UNIT
from handlers.leading.one_unit.units import units_of
from handlers.reading.numbers import numeral

_COUNT: Final = "[一二两俩三仨四五六七八九十]|1?[0-9]"
_UNIT: Final = (
    "(?:家|名|位|个?(?:单位|部门|局|镇|街道|区|县|乡镇)|个(?!工作日|月|星期|礼拜|小时|项|指标|问题|文件))"
)
_BY_PLACE: Final = re.compile(
    rf"(?:排在?)?(?:(?P<back>倒数)?第(?P<nth>{_COUNT})的?[那这]?{_UNIT}"
    rf"|(?P<last>最后(?:面)?的?[那这]?一?{_UNIT})"
    rf"|(?P<first>(?:最)?(?:前面?|头|上面|打头|排头)的?[那这]?(?P<some>{_COUNT})?{_UNIT})"
    rf"|(?P<end>(?:后面?|末尾?|最后|倒数|剩下|垫底)的?[那这]?(?P<few>{_COUNT}){_UNIT}))"
)
_PAIRS: Final = {"俩": "两", "仨": "三"}
_ALL_OF_THEM: Final = re.compile(
    rf"(?:[他她它]们?|[这那]|上面)(?:这|那)?(?P<count>{_COUNT}|几)(?:{_UNIT}|(?<=[俩仨]))(?!人(?!家))"
    rf"|(?<![哪有共前后头剩第\d一二三四五六七八九十])(?P<only>{_COUNT})家(?=都|一起|各|也)"
    "|[他她它]们(?!人)"
)
_ASKS_WHICH: Final = re.compile(
    f"(?:{_BY_PLACE.pattern})".replace("?P<", "?P<x_")
    + "(?:都)?(?:是|有|为)?(?:谁|哪[些几]?[家个]?)(?:啊|呀|呢)?[?？]?$"
)
"""前三名是谁 asks for the list."""
_OF_RANKING: Final = re.compile(f"(?:那|那么)?(?:倒数)?第(?:{_COUNT})名?(?:呢|的呢)?[?？]?")
"""第二名呢 asks on about the ranking."""
_TOP: Final = re.compile(
    "(?:那)?(?:为什么|为啥|怎么|咋)(?:是)?(?:[他她它]们?|这家|那家)?(?:会|就)?(?:排|欠|缺|差)?(?:得)?最(?P<most>[多少差低高好后慢])(?:的|啊|呢)*[?？]?"
)
_RANKED: Final = "名次相同"
_ROW: Final = re.compile(r"(?P<place>\d{1,2})[ .、]\s*")


def with_names(words: str, context: Context) -> str:
    """The words with the names of the units in the place of their places; "" where none is meant so."""
    if units_in(words, context) or _ASKS_WHICH.search(words) or _OF_RANKING.fullmatch(words):
        return ""
    top = _TOP.fullmatch(words)
    if top is not None and (rows := shown_units(context))[1:]:
        last = top["most"] in ("后", "差", "低", "慢", "少") and _RANKED in last_answer(context)
        return f"{rows[-1 if last else 0]}怎么样"
    said = _BY_PLACE.search(words)
    if said is not None and said.end() - said.start() == len(words) and is_asked(context):
        return ""
    if said is not None:
        return _each_named(words, context)
    them = _ALL_OF_THEM.search(words)
    if them is None:
        return ""
    units = tuple(units_in(last_said(context), context)) or shown_units(context)
    wanted = them["count"] or them["only"]
    few = wanted in (None, "几") or _number(wanted) == len(units)
    named_last = bool(units_in(last_said(context), context))
    return _put(words, them, units) if len(units) > 1 and few and (named_last or wanted) else ""


def _each_named(words: str, context: Context) -> str:
    """第一家和第三家, each by its name; "" where one of them has no place in the list."""
    meant = [(found, _chosen(found, context)) for found in _BY_PLACE.finditer(words)]
    if not all(units for _, units in meant):
        return ""
    for found, units in reversed(meant):
        words = _put(words, found, units)
    return words


def is_asked(context: Context) -> bool:
    """Whether a question waits, of whose choices 第二个 is one."""
    state = dialogs.open_question(context.speaker.account, context.now)
    return state is not None and state["kind"] != LAST_UNIT


def shown_units(context: Context) -> tuple[str, ...]:
    """The units whose rows the last answer is made of, from the first on."""
    return tuple(unit for _, unit in _shown(context))


def _shown(context: Context) -> Sequence[tuple[int, str]]:
    """The place and the unit of each row: the place that is printed (those that are level share it), else its own."""
    every = sorted(units_of(context.rubric, context.speaker.campaign.subjects), key=len, reverse=True)
    rows: dict[str, int] = {}
    for line in _lines(last_answer(context)):
        printed = _ROW.match(line)
        row = line[printed.end() :] if printed is not None else line
        unit = next((unit for unit in every if row.startswith(unit)), "")
        if unit:
            rows.setdefault(unit, int(printed["place"]) if printed is not None else len(rows) + 1)
    return [(place, unit) for unit, place in rows.items()]


def _lines(answer: str) -> Iterator[str]:
    """Its rows, each of those that stand in one line by itself."""
    for line in answer.split("\n")[1:]:
        yield from line.removeprefix(ELSE).split("、") if line.startswith(ELSE) else [line]


def _chosen(said: re.Match[str], context: Context) -> Sequence[str]:
    """Those of the list that are meant; none where it has not so many."""
    rows = _shown(context)
    units = [unit for _, unit in rows]
    if len(rows) <= 1:
        return ()
    if said["last"]:
        return [unit for place, unit in rows if place == rows[-1][0]]
    if said["back"]:
        place = _number(said["nth"])
        return units[len(units) - place :][:1] if 0 < place <= len(units) else ()
    if said["nth"]:
        return [unit for place, unit in rows if place == _number(said["nth"])]
    if said["end"]:
        few = _number(said["few"])
        return units[-few:] if 0 < few <= len(units) else ()
    some = _number(said["some"] or "1")
    return [unit for place, unit in rows if place <= some] if 0 < some <= len(units) else ()


def _number(said: str) -> int:
    return int(numeral(_PAIRS.get(said, said)) or 0)


def _put(words: str, said: re.Match[str], units: Sequence[str]) -> str:
    return f"{words[: said.start()]}{'、'.join(units)}{words[said.end() :]}" if units else ""
