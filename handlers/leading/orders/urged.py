"""催过没有, 问了再催, 没报体系认证的催一下: what was sent already, and whoever is reminded for how he stands."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.leaf_rows import running
from handlers.leading.one_unit.spoken_of import by_stem
from handlers.leading.one_unit.unit_view import view
from handlers.leading.orders.addressed import DEMANDED, meant, parted
from handlers.leading.orders.relaying import urged_of_units
from handlers.leading.ranking.laggards import behind, most_behind
from handlers.leading.topics import leaves_called, topic_of
from handlers.lookups.overview import missing
from handlers.messages import Reply
from handlers.people.enrolled import unit_of
from handlers.reminding import record
from handlers.reminding.urging import urge
from handlers.wording import leaf_name, listed, plain
from scoring.model import Criterion

_URGED: Final = "(?:催|提醒|督促|敲打|通知)"
_YET: Final = re.compile(
    rf"{_URGED}(?:办|报|一?[下遍次])?(?:[过了到]|[他它]们|各家|各单位|那几家|没报的)*(?:了?没有?|了?吗|么|不)[?？]?$"
    rf"|{_URGED}(?:办|报)?(?:是)?(?:[过了]|的).{{0,4}}(?:几|多少)(?:[次遍回个家人])"
    rf"|{_URGED}(?:办|报)?(?:都)?(?:[过了]).{{0,3}}(?:谁|哪[些几]?[个家人])"
    rf"|(?:谁|哪[些几]?[个家人]?)(?:都)?{_URGED}(?:过|了)"
    rf"|(?:上次|上回|最近|最后)?(?:一次)?(?:是)?(?:什么时候|啥时候?|哪天|几号|几点)(?:给)?{_URGED}(?:办|报)?(?:过|的|了)"
    rf"|(?:上次|上回|最近一次|最后一次){_URGED}(?:办|报)?(?:是)?(?:在)?(?:什么时候|啥时候?|哪天|几号|几点)"
)
_OF_ONE: Final = re.compile(
    rf"(?:你|你们|有没有|是不是|到底|刚才?|今天|昨天)*{_URGED}[过了](?P<whom>[^\s,，。?？]{{2,12}}?)(?:了?没有?|吗|么|不)[?？]?"
    rf"|(?:刚才?|今天|昨天)*(?P<first>[^\s,，。?？]{{2,12}}?)(?:你们?|有没有|今天|昨天|刚才?)*{_URGED}(?:过|了|到)+(?:没有?|吗|么|不)[?？]?"
)
_ORDERS: Final = re.compile(
    r"(?:催|提醒|督促)(?:一催|一?[下声])(?!.{0,3}[没吗])|再(?:去)?催|别催|不用催|[没未](?:报|交)了?吗|先催"
)
_PLACE: Final = re.compile("(?:那边|那里|那儿|那头|那)$")
HEAD: Final = "没有发送。"
_AND_URGE: Final = re.compile(
    r"[,，。;；\s]*(?:赶紧|赶快|帮我|给我|替我|你|再|都|就|那就|请|先|快)*催(?:一下|一催|催|办|下)?(?:他们?|它们?|这家|一下)?[吧啊呀]*[。!！]*$"
)
_SPARED: Final = re.compile(
    r"(?<![特分])别(?!的|家|人)|不[用要必]|先不|甭|不再|免了|除|以外|之外|没催|没有催|[几谁]催"
)
_WORST: Final = re.compile(
    r"(?:丢|扣|失|差|欠|缺|没报|未报).{0,4}最多|最(?:差|低|慢|后|拖)|拖后腿|垫底|倒数第?一|分.{0,2}最少"
)


def urged_yet(text: str, context: Context) -> Reply | None:
    """What the record holds of whom the words name, else of all; with how the one unit stands that is named."""
    words = text.strip(" 。!！")
    if _ORDERS.search(words):
        return None
    found = _OF_ONE.fullmatch(words)
    if found is None and _YET.search(words) is None:
        return None
    units = mentions(words, context).units or by_stem(words, context) or _units_of_person(found, context)
    kept = [record.record(unit, context).text for unit in units] or [record.record("", context).text]
    state = (
        view(mentions(units[0], context), context)
        if len(units) == 1
        else [f"现在：{missing('', context).text}"]
        if not units
        else []
    )
    beside = "别处打电话、当面催的我不知道。"
    return Reply.of(f"{HEAD}{kept[0]}", *kept[1:], beside, *state)


def _units_of_person(found: re.Match[str] | None, context: Context) -> Sequence[str]:
    """王局长's, where one person is called so."""
    whom = _PLACE.sub("", found["whom"] or found["first"]) if found is not None else ""
    people = meant(parted(f"{whom} ", context)[0], context) if whom else []
    return [unit_of(people[0], context)] if len(people) == 1 else []


def asked_before(words: str) -> str | None:
    """What stands before the order to remind them; None where there is none, or nothing before it."""
    order = _AND_URGE.search(words)
    return (
        words[: order.start()] if order is not None and order.start() and not _SPARED.search(words) else None
    )


def urged(words: str, context: Context) -> Reply | None:
    """食药监局怎么一个都没报，催一下: how they stand in a line each, and whom it would remind."""
    units = mentions(words, context).units
    standing = standing_now(context)
    rows: Sequence[UnitStanding] = [one for one in standing.units if one.unit in units]
    if not units and _WORST.search(words):
        rows = _worst(words, standing)
    if not rows:
        return None
    told = [_line(one) for one in rows]
    reply = urge("、".join(one.unit for one in rows), context)
    gone = [one.unit for one in rows if one.unit not in reply.text] if rows[1:] else []
    beside = [f"名册里没有联络员、发不到的：{listed(gone, 6)}。"] if gone else []
    return Reply.of(*told, *beside, reply.text)


def _worst(words: str, standing: Standing) -> Sequence[UnitStanding]:
    """Whoever lacks most, with all who lack as much; of the assessed units alone where these are asked for."""
    rows = behind(standing)
    if re.search(r"哪个?(?:县区|区县|区|县|镇|街道)", words):
        rows = [one for one in rows if one.unit in standing.sheets] or rows
    return most_behind(rows, standing.has_points and not re.search("没报|未报|欠|缺", words))


def _line(one: UnitStanding) -> str:
    owed = f"还有{len(one.missing)}项没报" if one.missing else "都报齐了"
    if not one.full:
        return f"{one.unit}：共{one.leaves}项，{owed}。"
    return f"{one.unit}：暂得{plain(one.points)}/{plain(one.full)}分，差{plain(one.full - one.points)}分，{owed}。"


_REMINDS: Final = re.compile(
    "(?=.*(?:催|提醒|督促|抓紧))(?!.*(?:别|不[用要]|先不|[吗谁几?？]|材料|名单|报告|领导|截止))"
)
_LACKS: Final = re.compile(
    "(?:还|都|仍|一直|到现在)*(?:没有?|未)(?:能|有)?(?P<how>上?报|填|完成|达到?标|达到目标|到目标|过线)(?:上来|任务|目标)*"
)
_BESIDE_IT: Final = re.compile(
    "催办?|提醒|督促|抓紧|赶紧|尽快|把|给|让|叫|帮我|请|都|再|也|的|那些?|这些?|几|各个?|所有|全部|单位|部门|县区|区县|乡镇|[镇区县局家]"
    "|一?[下遍次声]|发个?|通知|完成|[报填交]|吧|呗|一?催|里面?|哪"
)
_OWN: Final = re.compile(
    rf"[,，。\s]+(?:就?说(?:是|我说的)?[,，\s]*)?(?P<own>[^,，。\s]{{0,12}}(?:{DEMANDED}|之?前|必须|务必)[^催]{{0,30}})$"
)
"""没报体系认证的催一下 25号前: the speaker's own words."""
_NAMED: Final = 6
_MOST: Final = 3
"""More items than this are no item that is named."""


def urged_short(text: str, context: Context) -> Reply | None:
    """The draft to just those units, in words that name the item; None where the words name no item, or a unit."""
    lacks = _LACKS.search(text)
    if lacks is None or not _REMINDS.match(text) or mentions(text, context).units:
        return None
    standing = standing_now(context)
    falls_short = lacks["how"] not in ("报", "上报", "填")
    beside = _OWN.search(text, lacks.end())
    said = text[: beside.start()] if beside is not None else text
    topic = topic_of(_BESIDE_IT.sub(" ", _LACKS.sub(" ", said)))
    leaves = leaves_called(topic, running(standing))
    if len(leaves) > _MOST or (not leaves and (topic or not falls_short)):
        return None
    own = f"：{beside['own']}" if beside is not None else ""
    undone = lacks["how"] == "完成" and bool(leaves)
    return urged_for(leaves, context, falls_short=falls_short, owed=undone or not falls_short, own=own)


def urged_for(
    leaves: Sequence[Criterion], context: Context, *, falls_short: bool, owed: bool, own: str = ""
) -> Reply:
    """Whoever owes the items, or has not reached their targets; of no item, of all that is reported."""
    standing = standing_now(context)
    units = _units(leaves or running(standing), standing, falls_short=falls_short, owed=owed)
    names = "、".join(leaf_name(leaf, 20) for leaf in leaves) or "已报的指标"
    short = "还没有达到目标" if falls_short else "还没有报"
    if not units:
        return Reply(f"{names}都{'达到目标' if falls_short else '报'}了，没有要催的，没有发送。")
    told = urged_of_units(units, f"{names}{short}，请抓紧{own}", context)
    return told or Reply(
        f"{names}{short}的是{listed(units, _NAMED, '家')}，名册里都没有能收到消息的联络员，没有发送。"
    )


def urged_behind(leaf: Criterion, told: str, context: Context, own: str = "") -> Reply | None:
    """催一下 behind the answer of one item: who has not reported or reached it; None where nobody is told."""
    short = "没达到" in told
    return urged_for([leaf], context, falls_short=short, owed=not short, own=own) if "没" in told else None


def _units(leaves: Sequence[Criterion], standing: Standing, *, falls_short: bool, owed: bool) -> list[str]:
    """Whoever owes one of the leaves (where `owed`), or has reported less than its target or full marks."""
    found = []
    for leaf in leaves:
        for subject, sheet in standing.sheets.items():
            line = sheet.lines.get(leaf.code)
            if line is None or line.state == "no_task":
                continue
            record = standing.records.get((leaf.code, subject))
            reported = record is not None and record.reported
            short = line.met is False or (
                line.met is None and line.points is not None and line.points != line.full_marks
            )
            if (reported and falls_short and short) or (owed and not reported):
                found.append(standing.unit_of(leaf, subject))
    return list(dict.fromkeys(found))
