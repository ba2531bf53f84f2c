"""说的是哪家: the units spoken of lately, and those called by their places (“前两家”“他俩”) in the last list."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handlers import dialogs
from handlers.campaign.units import mentions, stem, units_of
from handlers.context import Context
from handlers.leading.one_unit.unit_view import ELSE, LAST_UNIT
from handlers.people.enrolled import enrolled, unit_of
from handlers.reading.numbers import whole_number
from handlers.reporting.about.meant import LATELY

_PAIR: Final = 2
"""Of two that stand beside each other the first is “it”."""
MESSAGES: Final = 4
"""So many messages back somebody is still “he”."""
_REVIEWER: Final = re.compile("审核员[:：](?P<name>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff、，])")
_RESPONSIBLE: Final = re.compile("^负责单位[:：](?P<unit>[^、，\n]+)$", re.MULTILINE)
_NTH_ITEM: Final = re.compile(r"第(?P<place>[一二三四五六七八九十]|\d{1,2})(?:个|条|项)(?!月|季)")
_EDGES: Final = "局委办厅院会镇区县市"
_REPORTED_BY: Final = re.compile("（([^（），]{2,14})报，")
_CODE: Final = re.compile(r"(?<![\w.])(?:[A-Z]\d\d?-[A-Z]\d?|[A-Z]?\.?\d{1,2}\.\d{1,2})(?![\w.%])")
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
_WHOLE: Final = re.compile(
    "全[县市区]|总[的分共]|一共|各(?:家|个|单位|局|[镇区县])|哪[些几]?[个家]|谁(?:还|都|最|没)|排名|所有|大家"
)
_ALL_TOLD: Final = re.compile("(?:按“[^”]*”理解：\n)?(?:《[^》]*》(?!的时限)|全年推算|未报)")
"""How an answer of the whole campaign begins."""
_RANKED: Final = "名次相同"
_ROW: Final = re.compile(r"(?P<place>\d{1,2})[ .、]\s*")


def spoken_of(context: Context, within: int = MESSAGES) -> str:
    """“It”: the one unit (or reviewer) of the latest message that names any, or of its answer.

    "" for none or several, and where what was asked since is of the whole campaign.
    """
    for said, answered in _lately(context)[:within]:
        reviewer = _REVIEWER.search(answered)
        if reviewer is not None:
            return reviewer["name"]
        if named := [row.name for row in enrolled(context, "reviewer") if row.name in said]:
            return named[0] if not named[1:] else ""
        units = _of_message(said, answered, context)
        if units or _of_whole(said, answered):
            return units[0] if len(units) == 1 else ""
    return ""


def last_unit(context: Context) -> str | None:
    """The unit that the speaker has looked at, as long as it is “it”."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != LAST_UNIT:
        return None
    for said, answered in _lately(context):
        units = _of_message(said, answered, context)
        if units or _of_whole(said, answered):
            return units[0] if len(units) == 1 else None
    return str(state["unit"])


def _of_whole(said: str, answered: str) -> bool:
    """Whether what was asked is of all and no unit's: 现在全县多少分了, 年底能到90吗."""
    return _WHOLE.search(said) is not None or _ALL_TOLD.match(answered) is not None


def spoken_lately(context: Context) -> Sequence[str]:
    """The units of the last messages, each of which was about one alone, the latest first."""
    told = (_of_message(said, answered, context) for said, answered in _lately(context))
    return tuple(dict.fromkeys(units[0] for units in told if len(units) == 1))


def _lately(context: Context) -> Sequence[tuple[str, str]]:
    if context.inbox_id is None:
        return ()
    incoming, since = context.incoming, context.now - LATELY
    return context.uow.inbox.lately(context.inbox_id, incoming.channel, incoming.sender, since, MESSAGES)


def last_said(context: Context) -> str:
    """The message before this one; "" for none."""
    return next((said.strip() for said, _ in _lately(context)), "")


def lately_said(context: Context) -> Sequence[str]:
    """The last messages, the latest first."""
    return [said.strip() for said, _ in _lately(context)]


def last_answer(context: Context) -> str:
    """What was answered to it."""
    return next((answered for _, answered in _lately(context)), "")


def _of_message(said: str, answered: str, context: Context) -> Sequence[str]:
    """What the message names, else what its answer is about; a campaign's only unit is no more spoken of than all."""
    if units := units_in(said, context):
        return _whose(units, answered, context)
    only = context.speaker.campaign.subjects if len(context.speaker.campaign.subjects) == 1 else ()
    return [unit for unit in _answered_of(said, answered, context) if unit not in only]


def _answered_of(said: str, answered: str, context: Context) -> Sequence[str]:
    responsible = _RESPONSIBLE.search(answered)
    first, *rows = answered.split("\n")
    each = dict.fromkeys(unit for row in (first, *rows) if (unit := _at_head(row, context)))
    if "最" not in said and len(each) > _PAIR:
        return [*each]
    if "最" in said and rows and len(top := units_in(rows[0], context)) == 1:
        return top
    first = responsible["unit"] if responsible is not None else first
    return _whose(units_in(first, context) or units_in(answered, context), answered, context)


def _whose(units: Sequence[str], answered: str, context: Context) -> Sequence[str]:
    """For a district without a contact the one bureau that the answer says has reported for it."""
    people = context.uow.roster.list(context.speaker.campaign.id)
    if len(units) != 1 or units[0] not in context.speaker.campaign.subjects:
        return units
    by = list(dict.fromkeys(_REPORTED_BY.findall(answered)))
    if (
        len(context.speaker.campaign.subjects) > 1
        and len(by) == 1
        and all(row.subject != units[0] for row in people)
    ):
        return units_in(by[0], context) or units
    return units


def units_in(text: str, context: Context) -> Sequence[str]:
    """The units that the words name, and those of the people whom they name; the speaker's own is not counted."""
    found = mentions(text, context).units
    aliases, own = context.rubric.unit_aliases, context.speaker.contact.unit
    of_people = [unit_of(row, context) for row in enrolled(context) if row.name in text]
    named = dict.fromkeys((*found, *of_people))
    return [unit for unit in named if unit not in (own, aliases.get(own, own))]


def by_stem(text: str, context: Context) -> Sequence[str]:
    """The units whose names begin with a word of the text, their kind left out: 公安, 农业; each word is of one alone."""
    found = []
    units = units_of(context.rubric, context.speaker.campaign.subjects)
    stems = {unit: stem(unit, _EDGES) for unit in units}
    for unit, whole in stems.items():
        short = whole[:2]
        alike = [other for other in stems.values() if other.startswith(short)]
        if len(short) > 1 and (whole in text or (short in text and len(alike) == 1)):
            found.append(unit)
    return found


def listed_code(text: str, context: Context) -> str:
    """第一个是谁的事 behind a list of items: with the code of that item in the place of its place."""
    said = _NTH_ITEM.search(text)
    lately = _lately(context) if said is not None else ()
    if said is None or not lately:
        return ""
    place = whole_number(said["place"])
    codes = [code for line in lately[0][1].split("\n") if (code := _code_in(line, context))]
    if not 1 <= place <= len(codes):
        return ""
    return f"{text[: said.start()]}{codes[place - 1]}{text[said.end() :]}"


def _code_in(line: str, context: Context) -> str:
    """The one code of a leaf that stands in the line."""
    codes = [code for code in _CODE.findall(line) if code in context.rubric.by_code]
    return codes[0] if len(codes) == 1 else ""


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
    few = wanted in (None, "几") or whole_number(wanted) == len(units)
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
    rows: dict[str, int] = {}
    for line in _lines(last_answer(context)):
        printed = _ROW.match(line)
        row = line[printed.end() :] if printed is not None else line
        unit = _at_head(row, context)
        if unit:
            rows.setdefault(unit, int(printed["place"]) if printed is not None else len(rows) + 1)
    return [(place, unit) for unit, place in rows.items()]


def _at_head(row: str, context: Context) -> str:
    """The unit with whose name the row begins."""
    every = units_of(context.rubric, context.speaker.campaign.subjects)
    return max((unit for unit in every if row.startswith(unit)), key=len, default="")


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
        place = whole_number(said["nth"])
        return units[len(units) - place :][:1] if 0 < place <= len(units) else ()
    if said["nth"]:
        return [unit for place, unit in rows if place == whole_number(said["nth"])]
    if said["end"]:
        few = whole_number(said["few"])
        return units[-few:] if 0 < few <= len(units) else ()
    some = whole_number(said["some"] or "1")
    return [unit for place, unit in rows if place <= some] if 0 < some <= len(units) else ()


def _put(words: str, said: re.Match[str], units: Sequence[str]) -> str:
    return f"{words[: said.start()]}{'、'.join(units)}{words[said.end() :]}" if units else ""
