"""催办: the office (or a leader, in his own name) reminds those who still owe something."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from handlers import dialogs
from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.command import Command, saying, words
from handlers.context import Context
from handlers.drafts import amending
from handlers.messages import Reply
from handlers.people.enrolled import enrolled, printed_unit
from handlers.reminding.owing import (
    Owing,
    of_leaves,
    owing_now,
    reported_bare,
    units_of_nobody,
    without_material,
)
from handlers.reminding.urge_words import LISTED, by_then, leaves_urged, send, urged_twice, without_saying
from handlers.wording import clip, in_one_line, leaf_name, listed, local, shown
from store.records import Contact

QUESTION = "urge"
_FEW = 5
MATERIAL = "没交材料的"
"""The word after 催 that leaves out whoever has reported values or handed evidence in."""


def urge(text: str, context: Context) -> Reply:
    """Say who would be reminded of what, and ask; nothing is sent before 是."""
    word = text.strip()
    if _OWING.fullmatch(word):
        word = ""
    if word in ("", MATERIAL):
        owing = without_material(context) if word else owing_now(context)
        return _asked(owing, word, context) if owing else Reply("没有可催的：各单位都报齐了。")
    whom = _named(word, context)
    if isinstance(whom, str):
        return Reply(whom)
    spared = _BUT.search(word) is not None
    owing = [row for row in owing_now(context) if (row.contact.id in whom) is not spared]
    return _asked(owing, word, context) if owing else _nothing_owed(word)


ALL_OWING = "没报齐的"
"""How all who owe are called, where words of the speaker's go to them."""


def _out_of_reach(word: str, context: Context) -> list[str]:
    """The units that have nobody on the roster who could be reminded: of those named, where any are."""
    if word == MATERIAL or _BUT.search(word):
        return []
    units = mentions(word, context).units
    return [unit for unit in units_of_nobody(context) if unit in units or word in ("", ALL_OWING)]


def urge_those(whom: frozenset[int], called: str, own: str, context: Context) -> Reply:
    """Ask for those contacts of them who owe something; `own` are words of the speaker's that go with it."""
    owing = [row for row in owing_now(context) if row.contact.id in whom]
    return _asked(owing, called, context, without_saying(own)) if owing else _nothing_owed(called)


def _nothing_owed(called: str) -> Reply:
    return Reply(f"“{clip(called, 20)}”没有欠报的项，没有发送。")


def urge_named(text: str, context: Context) -> Reply | None:
    """再提醒一下旅游局，先别催农发局: who is named alone; None where nobody is, or it is asked about."""
    whom = _named(text, context)
    called = mentions(text, context).units
    if _ASKED.search(_SIGHED.sub(" ", text)) or (isinstance(whom, str) and not called):
        return None
    if _SPARED.search(text):
        return Reply(
            "好的，没有催。机器人仍按时限提醒欠报的；要给它多些时间，请质强办回“单位① 延到7月3日 原因……”。"
        )
    return urge(text, context)


_SIGHED = re.compile(
    r"(?:怎么|咋|为什么|为啥)(?:到现在|现在|还是?|一直|老是?|都|也)*(?:没有?|不)[^,，。?？\s]{0,6}[,，。\s]+(?=(?!是不是|有没有)[^,，。?？没]{0,8}(?:催|提醒))"
)
"""咋还没动静 before 单独催一下 asks nothing."""
_ASKED = re.compile(
    r"谁|几[次遍回]|(?:催|提醒|督促)了?没|为什么|为啥|记录|怎么|咋|多少|计划|什么时候|过没|过吗|过了|提醒我|了吗|[?？]|每天|每周|群|定时|设|点[钟半]|\d点|延|推迟|宽限|目标|通过|退回"
)
_OWING = re.compile(
    "(?:那|这)?(?:几|些)?(?:家|个)?(?:单位)?(?:还)?(?:没|未)(?:报|交)(?:齐|全)?的(?:单位|几家|人)?(?:吧)?"
)
_BUT = re.compile(r"除了?|除开|除去|以外|之外")
"""全部催一遍 除了城建局: everybody but who is named."""
_SPARED = re.compile(
    r"(?<![特分])别(?!的|家|人)|不[要用必]|先不|暂不|停|免了|甭|(?<!再)不(?:催|提醒)|放一?放"
)


too_often = saying(
    "没有发，也没有改：机器人每人每个工作日至多提醒一次，报齐就不再提醒；"
    "嫌多的联络员自己回“只提醒截止前一天”或“稍后”就行。要给哪家多些时间，回“单位① 延到7月3日 原因……”。"
)


TOO_OFTEN = re.compile(
    r".{0,20}(?:催|提醒)(?:得|的)?(?:太|过于?)(?:勤|多|频|密|紧).{0,30}|.{0,12}(?:[两二三四五]|几|隔)天(?:再?(?:催|提醒))?一次.{0,12}"
)


def _named(text: str, context: Context) -> frozenset[int] | str:
    """The contacts that the words name, by name or by unit; what to answer where they name none."""
    people = enrolled(context, "contact")
    called = [person.id for person in people if person.name in text]
    if called:
        return frozenset(called)
    units = mentions(text, context).units
    if not units:
        return f"“{clip(text, 12)}”没认出是名册里的哪一家、哪一位，没有发送。回“名册”看有谁，回“催办”催所有欠报的。"
    found = [
        person.id for person in people if printed_unit(person, context) in units or person.subject in units
    ]
    found = found or [
        row.contact.id
        for row in owing_now(context)
        if any(line.subject in units for line in row.board.missing) and context.speaker.campaign.subjects[1:]
    ]
    if not found:
        return f"{listed(units, 4, '家')}在名册里没有联络员，消息发不到，没有发送。{_how_to_add(units[0], context)}"
    return frozenset(found)


def _how_to_add(unit: str, context: Context) -> str:
    return "请质强办补人。" if context.speaker.role == "leader" else f"补人请发“新增联络员 {unit} 姓名”。"


def _asked(owing: Sequence[Owing], word: str, context: Context, own: str = "") -> Reply:
    """Say who would be reminded, and of what in the speaker's own words; keep it open."""
    said = context.incoming.text
    return _drafted(owing, word, context, by_then(said, own), leaves_urged(said, context))


def _drafted(owing: Sequence[Owing], word: str, context: Context, own: str, codes: Collection[str]) -> Reply:
    """The same, of those leaves alone where any are given."""
    if not (owing := of_leaves(owing, codes)):
        items = [f"{code} {leaf_name(context.rubric.criterion(code), 16)}" for code in codes]
        return Reply(f"{listed(items, _FEW)}没有欠报的，没有发送。整家都催说“催 单位名”。")
    reachable = [row for row in owing if row.contact.account]
    skipped = [row for row in reachable if not word and _told_today(context, row.contact)]
    reachable = [row for row in reachable if row not in skipped]
    if skipped and not reachable:
        unit = skipped[0].contact.unit
        return Reply(f"欠报的{len(skipped)}人今天都已提醒过，不再重复发。一定要发请带单位名，如“催 {unit}”。")
    if not reachable:
        return Reply(f"欠报的{len(owing)}位联络员都还没有绑定，消息发不到：{_names(owing)}。请先发绑定码。")
    only = word if word == MATERIAL else ""
    state = {"people": [row.contact.id for row in reachable], "only": only, "text": own, "codes": [*codes]}
    lines = [f"将{_in_name(context)}提醒{len(reachable)}人（只列未报项）："]
    dialogs.ask(context, QUESTION, state, again=lines[0])
    rows = [f"{row.contact.unit} {row.contact.name}：{_what(row, codes)}" for row in reachable]
    lines += shown(rows, LISTED, "……另有{}人")
    lines += [f"附一句：{in_one_line(own)}"] if own else []
    if skipped:
        lines.append(f"今天已提醒过的{len(skipped)}人跳过：{_names(skipped)}。")
    if unreachable := [row for row in owing if not row.contact.account]:
        lines.append(f"还没绑定、收不到的{len(unreachable)}人：{_names(unreachable)}。")
    if nobody := [] if codes else _out_of_reach(word, context):
        called = "、".join(nobody[:_FEW]) + ("等" if len(nobody) > _FEW else "")
        lines.append(
            f"名册里没有联络员、催不到的{len(nobody)}家：{called}。{_how_to_add(nobody[0], context)}"
        )
    if only and (bare := reported_bare(context)):
        names = listed([f"{row.unit}{row.name}" for row in bare], _FEW, "人")
        lines.append(f"报了数、还没交材料的项不催（{names}有），要催回“报了数没交材料的催一下”。")
    lines.append("回“是”发送，回“取消”不发。")
    return Reply("\n".join(lines))


def _what(row: Owing, codes: Collection[str]) -> str:
    names = [f"{line.code} {leaf_name(line.criterion, 16)}" for line in row.board.missing]
    return listed(list(dict.fromkeys(names)), _FEW - 2) if codes else f"{len(names)}项"


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Send after 是; None where the text is no answer."""
    said = dialogs.yes_or_no(text)
    if said is None:
        return amending.amended(state, text, context, _again)
    dialogs.close(context)
    if not said:
        return Reply("好的，没有发送。")
    wanted = set(state["people"])
    sent = [row for row in _still_owing(state, context) if row.contact.account]
    own = str(state.get("text") or "")
    twice = urged_twice(sent, own, state, context)
    if twice is not None:
        dialogs.ask(context, QUESTION, twice[1], again=twice[0])
        return Reply(f"{twice[0]}\n回“是”再发，回“取消”不发。")
    for row in sent:
        send(context, row, own, some=bool(state.get("codes")))
    context.uow.audit.record(
        context.now, context.actor, "urge", f"campaign:{context.speaker.campaign.id}", {"people": len(sent)}
    )
    skipped = len(wanted) - len(sent)
    return Reply(f"已发给{len(sent)}人。" + (f"{skipped}人刚刚已报齐，没有再发。" if skipped else ""))


def _again(state: Mapping[str, Any], context: Context) -> Reply:
    """Ask anew for those who are left."""
    own = str(state.get("text") or "")
    word = str(state["only"]) or _AMENDED
    return _drafted(_still_owing(state, context), word, context, own, state.get("codes", ()))


_AMENDED = "改过的名单"
"""Who was told today is not skipped once more where the list was seen and amended."""


def _still_owing(state: Mapping[str, Any], context: Context) -> list[Owing]:
    wanted = set(state["people"])
    owing = without_material(context) if state.get("only") == MATERIAL else owing_now(context)
    return of_leaves([row for row in owing if row.contact.id in wanted], state.get("codes", ()))


def _told_today(context: Context, contact: Contact) -> bool:
    """Whether the contact has been reminded or urged today."""
    today = local(context.now).date()
    return any(
        row.key.startswith(("urge:", "remind:")) and local(row.not_before).date() == today
        for row in context.uow.outbox.list(contact_id=contact.id)
    )


def _in_name(context: Context) -> str:
    return "以您的名义" if context.speaker.role == "leader" else ""


def _names(rows: Sequence[Owing]) -> str:
    return listed([f"{row.contact.unit}{row.contact.name}" for row in rows], 5, "人")


COMMANDS = (
    Command(Act.PLAN, "催得太勤了", words(""), too_often, TOO_OFTEN, shy=True),
    Command(
        Act.URGE,
        "再提醒一下旅游局",
        words(""),
        urge_named,
        re.compile(r"(?=.*(?:催|提醒|督促|敲打|戳|盯一?[下紧]))(?P<rest>.{4,60})", re.DOTALL),
        shy=True,
    ),
    Command(
        Act.URGE,
        "只催没交材料的",
        words("催没交材料的"),
        urge,
        re.compile(
            r"(?:只|就)?催(?:办|一下)?(?P<rest>没交材料的)[,，\s]*(?:报了数?的?(?:就)?(?:不用|不催|别催).{0,4})?"
        ),
    ),
    Command(
        Act.URGE,
        "催办",
        words("催办 发催办 发个催办 来个催办 发催报 发个催报 催一下 催一催 催催 催 催报 提醒他们 都催一下"),
        urge,
        re.compile(
            r"催(?:办|报|催)?+(?:一下)?+[\s:：]*+(?P<rest>(?!过|没[交报]|他们|大家|各|所有|全部)\S{2,20})"
        ),
    ),
)
