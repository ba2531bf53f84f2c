"""交办里说到谁: the people, units and groups that the office's words name, wherever they stand in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.people.enrolled import enrolled, printed_unit
from handlers.people.groups import NAMED, group_in
from handlers.wording import listed
from store.records import Contact, Role

MARK: Final = "◇"
"""What stands in a text for everybody that it names in one place."""
_OWING: Final = re.compile(
    r"(?:那些|这些|[那这]?几[家个]|所有|全部|其他|其余|别的|剩下的?|谁)?(?:到现在|目前|还|仍|一直)*(?:没有?|未|欠)(?:上)?(?:报|交|动|填|叫(?=的))(?:材料|数据?|的)?(?:齐|全|完|上来)?"
    r"(?:的(?:那|这)?(?:几|些)?(?:家|个)?|(?=单位|部门))(?:单位|局|部门|县区|区县|乡镇|镇|人|联络员|同志|同事)?们?(?!材料|数|项|指标|原因|名单)"
    r"|(?:欠报|缺报|没动静|拖着没报)的(?:几家|单位|人)?"
)
_SUBJECTS: Final = re.compile(
    r"(?:所有|全部|各|每个|这?[两三四五六七八九十几\d]个)的?(?:县区|区县|县市区|乡镇|镇街|镇|街道|区|县)(?:的?都|的?联络员)?"
)
_TAIL: Final = re.compile(r"(?:所有|全部|各|这?几个)的?(?P<tail>委)(?:员会?)?(?!办)")
_ROLE: Final = re.compile(
    r"(?:各位|所有|全部|全体|几[个位]|各|各单位|每个)?的?(?P<role>审核员|分管领导|联络员|(?<!分管)领导)(?:同志|们)?"
)
_EVERYBODY: Final = re.compile(
    r"(?:所有|全部|全体|各|每一?[个家])的?(?:责任|成员|牵头)?(?:单位|部门|委办局|家|局|人员?|同志)(?:们|人员|的人)?"
    r"|(?:其他|其余|别的|剩下的?|另外的?)各?(?:个?单位|部门|[几各]家|[县区镇局])|(?:其[他它余]|剩下|别)的(?=都?(?:先|再|也)?(?:催|提醒|通知))|大家伙?|全体|各位"
)
_ROLES: Final[dict[str, Role]] = {
    "审核员": "reviewer",
    "分管领导": "supervisor",
    "联络员": "contact",
    "领导": "leader",
}
_JOINED: Final = re.compile(
    rf"{MARK}+(?>(?:[\s、,，和跟与及]|还有|以及)*{MARK}+)*(?:\s*[这那]?[几两俩二三仨四五六](?![分项天次遍点月号日件])[家个位]?|[家个位](?![里人长属]))?"
)
_SPARED: Final = re.compile(
    rf"除了?{MARK}+(?>[\s、,，和跟与及]*{MARK}+)*(?:以外|之外|外|的)?|{MARK}+(?:除外|以外|之外)"
)
_LEFT_ALONE: Final = (
    r"(?:先|就|都|今天|暂时|这次|那边|[那这]几家|的)*(?:别|不用|不必|不要|不需要|甭|先不|不(?=[催发])|放一?放|缓一?缓)"
    r"(?:再|去|给)*(?:[催管发理动]|打扰|提醒|通知)*(?:了|吧|他们)*"
)
_ALONE: Final = re.compile(
    rf"(?:^|(?<=[,，。；;\s]))(?:{MARK}+(?>[\s、和跟与及]*{MARK}+)*{_LEFT_ALONE}|(?:先|就)?(?:别|不用|不要)(?:再)?(?:催|发给?|通知|提醒|管){MARK}+了?)"
    r"(?:$|[,，。；;\s]+)"
)
"""报齐的不用管，没动静的催一下: who is left alone beside an order for others."""
_BIDS: Final = re.compile(
    rf"{MARK}.*(?<![别不用要])(?:催|通知|提醒|发|说|喊)|(?<![别不用要])(?:催|通知|提醒|发给|告诉|跟).*{MARK}"
)
_BRANCH: Final = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[给让跟把对催叫]))[\u4e00-\u9fff]{2}(?=那边|那头|那家|那里|口子|系统|的?(?:也|先?不用|先?不催|先?别))"
)
_STEMS: Final = re.compile(
    r"(?:(?<=[叫给跟和催通知让请，,\s])|^)(?P<stems>(?:[\u4e00-\u9fff]{2}[、，,和\s]?){2,6})(?=这?[两三四五六几]家)"
)
_WHOSE: Final = re.compile(rf"{MARK}的(?=(?:通知|告知|提醒|催)一[下声])")
"""公安局的通知一下: they are told, nothing of theirs is."""
_ELSE: Final = re.compile(
    r"[,，。\s]*(?:别的|其他的?|其余的?|别家)(?:单位|家|人)?(?:都|就)?(?:先|都)?(?:别动|不用|别催|别发|不发|不催|不管|免了|不要)(?:了|管|发|催)*"
)
"""只催公安局 别的别动: what is said once more of all others."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a place of the text means: ids of people on duty, and how they are called in a draft.

    `owing`: only those who still owe; `everybody`: no unit or person is named; `asks`: what they are told where the
    words say no more than that they are to be urged, or thanked.
    """

    people: frozenset[int]
    called: str
    owing: bool = False
    everybody: bool = False
    units: tuple[str, ...] = ()
    asks: str = ""


@dataclass(frozen=True)
class Heard:
    """An order with MARK for whom it names: in `whom` by their order, in `spared` whom it leaves out."""

    marked: str
    whom: tuple[Whom, ...]
    spared: frozenset[int]
    names: tuple[str, ...] = ()
    """What stood at each MARK."""

    @cached_property
    def one(self) -> Whom | None:
        """Whom it names, where it names anybody."""
        return self.whom[0] if self.whom else None

    def at_mark(self, text: str) -> str:
        """What was typed where the text, restored but for one place, still has a MARK; "" where it has none."""
        before, _, behind = text.partition(MARK)
        typed = self.restored(0, len(self.marked))
        return typed[len(before) : len(typed) - len(behind)] if MARK in text else ""

    def restored(self, start: int, end: int) -> str:
        """That piece of the marked text as it was typed."""
        names = iter(self.names[self.marked[:start].count(MARK) :])
        return "".join(next(names) if said == MARK else said for said in self.marked[start:end])


def hear(text: str, context: Context) -> Heard:
    """Mark whom the text names; connected names are one place."""
    said = _STEMS.sub(lambda found: _all_in_full(found, context), text.strip())
    said = _BRANCH.sub(lambda found: _in_full(found[0], context), _ELSE.sub("", said))
    people = enrolled(context)
    said = _HEAD.sub(lambda found: _leader_called(found[0], people), said)
    mask = _masked(said, people, context)
    spared: set[int] = set()
    kept = _Kept(said, mask)
    for sparing in (_SPARED, _ALONE) if _BIDS.search(_ALONE.sub("", mask)) else (_SPARED,):
        for found in sparing.finditer(kept.mask):
            spared |= _meant(kept.text[found.start() : found.end()], people, context).people
        kept = _without(kept, sparing)
    marked, whom, names, at = "", [], [], 0
    for found in _JOINED.finditer(kept.mask):
        marked += kept.text[at : found.start()] + MARK
        names.append(kept.text[found.start() : found.end()])
        whom.append(_meant(names[-1], people, context))
        at = found.end()
    marked = _WHOSE.sub(MARK, marked + kept.text[at:])
    return Heard(marked, tuple(whom), frozenset(spared), tuple(names))


@dataclass(frozen=True, slots=True)
class _Kept:
    """The text without whom it spares, and its mask."""

    text: str
    mask: str


_HEAD: Final = re.compile(r"(?<=[给跟向和])副?[县市区]长(?=[回说讲发带汇报])")


def _leader_called(title: str, people: Sequence[Contact]) -> str:
    """县长 of 给县长回个话 as the one leader's name who is called so."""
    meant = [
        row
        for row in people
        if row.role == "leader" and row.title.removeprefix("副") == title.removeprefix("副")
    ]
    return meant[0].name if len(meant) == 1 else title


def _in_full(branch: str, context: Context) -> str:
    """交通 of 交通那边 as the unit that is so called, as it stands where there is none."""
    units = next((found for tail in "局委" if (found := mentions(f"{branch}{tail}", context).units)), ())
    return units[0] if len(units) == 1 and units[0] not in branch else branch


def _all_in_full(found: re.Match[str], context: Context) -> str:
    """城建旅游农发 of 城建旅游农发三家, each as its unit; as it stands where one of them is none."""
    stems = re.findall(r"[\u4e00-\u9fff]{2}", re.sub(r"[、，,和\s]", "", found["stems"]))
    units = [_in_full(stem, context) for stem in stems]
    known = all(unit != stem for unit, stem in zip(units, stems, strict=True))
    return found[0].replace(found["stems"], "、".join(units)) if known else found[0]


def exactly(heard: Heard, place: int, context: Context) -> Whom:
    """Who is meant at that place: a person before his bureau, a bureau before the district that its figure is of.

    唐莉华容区 is she alone; 胡杰、华容区 are both.
    """
    whom, words = heard.whom[place], heard.names[place]
    if whom.everybody or re.search("[、,，和跟与及]", words):
        return whom
    people = enrolled(context)
    calls = calls_of(people)
    called = list(
        dict.fromkeys(calls[call] for call in calls if call in words and calls[call].id in whom.people)
    )
    if called:
        return Whom(frozenset(row.id for row in called), listed([row.name for row in called], 4, "人"))
    subjects = set(context.speaker.campaign.subjects)
    bureaus = tuple(unit for unit in whom.units if unit not in subjects)
    if not bureaus or len(bureaus) == len(whom.units):
        return whom
    meant = frozenset(
        row.id for row in people if row.id in whom.people and printed_unit(row, context) in bureaus
    )
    return Whom(meant, listed(bureaus, 4, "家"), units=bureaus)


def _without(kept: _Kept, sparing: re.Pattern[str]) -> _Kept:
    text, mask = kept.text, kept.mask
    for found in reversed(list(sparing.finditer(mask))):
        start, end = found.span()
        text, mask = text[:start] + text[end:], mask[:start] + mask[end:]
    lead, end = len(text) - len(text.lstrip(" ,，")), len(text.rstrip(" ,，"))
    return _Kept(text[lead:end], mask[lead:end])


def _masked(text: str, people: Sequence[Contact], context: Context) -> str:
    """The text with MARK over every character that names somebody."""
    for pattern in (NAMED, _OWING, _SUBJECTS, _TAIL, _ROLE, _EVERYBODY):
        text = pattern.sub(lambda found: MARK * len(found[0]), text)
    for call in sorted(calls_of(people), key=len, reverse=True):
        text = text.replace(call, MARK * len(call))
    left = mentions(text, context).rest
    return "".join(
        MARK if gone == " " and said != " " else said for said, gone in zip(text, left, strict=True)
    )


def calls_of(people: Sequence[Contact]) -> Mapping[str, Contact]:
    """{how a person is called: who it is}: by name, and by surname and title where it is one person's: 叶市长."""
    titled: dict[str, list[Contact]] = {}
    for row in people:
        for title in {row.title, row.title.removeprefix("副")} if row.title else ():
            titled.setdefault(f"{row.name[:1]}{title}", []).append(row)
    sure = {call: rows[0] for call, rows in titled.items() if len(rows) == 1}
    return {row.name: row for row in people} | sure


def _meant(words: str, people: Sequence[Contact], context: Context) -> Whom:
    """Whom the words of one place mean."""
    others = [row for row in people if row.id != context.speaker.contact.id]
    contacts = frozenset(row.id for row in others if row.role == "contact")
    if (group := group_in(found[0], context) if (found := NAMED.search(words)) else None) is not None:
        called, units = group.called, tuple(group.rows)
        return Whom(group.people(context), called, group.owing, everybody=True, units=units, asks=group.asks)
    if (owing := _OWING.search(words)) is not None:
        return Whom(contacts, owing[0], owing=True, everybody=True)
    subjects = context.speaker.campaign.subjects
    if mentions(words, context).units and not re.search("所有|全部|各|每", words):
        return _named(words, others, context)
    found = _SUBJECTS.search(words)
    if found is not None and not _EVERYBODY.search(words.replace(found[0], " ")):
        own = frozenset(row.id for row in others if row.role == "contact" and row.subject in subjects)
        return Whom(own, found[0].removesuffix("都"), everybody=True, units=subjects)
    if (tail := _TAIL.search(words)) is not None:
        own = frozenset(row.id for row in others if row.role == "contact" and row.unit.endswith(tail["tail"]))
        return Whom(own, tail[0], everybody=True)
    return _named(words, others, context)


def _named(words: str, others: list[Contact], context: Context) -> Whom:
    """By name, by unit (its contacts, else who heads it), by role; everybody where none of these is named."""
    calls = calls_of(others)
    called = list(dict.fromkeys(calls[call] for call in calls if call in words))
    units = mentions(words, context).units
    of_called = {printed_unit(row, context) for row in called} | {row.subject for row in called}
    found = [*called]
    for unit in units:
        if unit in of_called:
            continue
        here = [row for row in others if unit in (printed_unit(row, context), row.subject)]
        found += [row for row in here if row.role == "contact"] or [
            row for row in here if row.role == "supervisor"
        ]
    if called or units:
        names = [*units, *(row.name for row in called)]
        return Whom(frozenset(row.id for row in found), listed(names, 4), units=units)
    if (role := _ROLE.search(words)) is not None:
        meant = frozenset(row.id for row in others if row.role == _ROLES[role["role"]])
        return Whom(meant, role["role"], everybody=True)
    if re.search("单位|部门|局|家", words):
        meant = frozenset(row.id for row in others if row.role in ("contact", "supervisor"))
        return Whom(meant, words.strip(" ,，"), everybody=True)
    return Whom(frozenset(row.id for row in others), "全体", everybody=True)


def with_units(whom: Whom, context: Context) -> Whom:
    """The same with the units of the people, where only people are named; a leader stands for no unit."""
    if whom.units or whom.everybody:
        return whom
    roster = context.uow.roster.list(context.speaker.campaign.id)
    people = [row for row in roster if row.id in whom.people and row.role != "leader"]
    return replace(
        whom, units=tuple(dict.fromkeys(row.subject or printed_unit(row, context) for row in people))
    )
