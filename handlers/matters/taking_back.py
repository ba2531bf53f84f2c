"""不是登记，我是问: an event, or a wish to be stood in for, is taken back by who registered it; the trace stays."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from handlers import dialogs
from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.one_unit.spoken_of import last_answer
from handlers.matters import event_rules, incidents
from handlers.matters.register import KIND_NAMES, office_of, tell
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.suggesting import offering
from handlers.wording import clip, clock, in_one_line
from store.records import Matter, MatterKind

WITHIN: Final = timedelta(minutes=5)
_CUE: Final = re.compile("登|撤|记错|问|不是真的|取消")
_PLAIN: Final = re.compile(r"(?:撤销|撤回|撤了|撤掉|取消)(?:吧|一下|刚才的|上一条)?")
_WRONG: Final = re.compile(
    r"(?:不是|没有?|别|不要|不用|不想|不算|没让你)(?:让你|要你|要|叫你|真的?|去|给我|正式)*登记|登(?:记)?错|错登|误登|记错了|登记(?:的)?(?:那个|这个|那条|那件)?(?:撤|删|取消|作废|不算|不要)"
    r"|(?:撤|删|取消)(?:销|回|掉|了)*(?:刚才|刚刚|那个|这个|那条|上面|的)*登记|刚才?(?:登记)?的?(?:那个|那条)?(?:事件|事故|登记)(?:的)?(?:那个|那条)?(?:撤|删|取消|作废|不算)"
    r"|(?:加分|提议)的?(?:那个|这个|那条|刚才的)?(?:登记)?(?:给我|先|都|就)?(?:撤|删|取消|作废|不算|不要|不加)|(?:撤|删|取消)(?:销|回|掉|了)*(?:刚才|刚刚|那个|这个|那条|上面|的)*(?:加分|提议)"
    r"|^(?>我只是|我就是|我是|我|只是|就是|没有|不是)*(?:随便|想|先)?(?:问问|问一下|问下|问一问|咨询|打听)(?:而已|的|算不算|一下|你)*[,，。]?.{0,6}$|我是问|我问的是"
)
_RATHER: Final = re.compile(
    r"(?:不是|不在)(?P<old>[^\s,，。是]{2,6})[,，\s]*(?:应该|而)?(?:是|在)(?P<new>[^\s,，。]{2,8}?)(?:的|吧|才对)?$"
)
_QUESTION: Final = re.compile(
    "有没有|有无|哪[些个]|几[个起件]|谁|怎么|为什么|能不能|可以.{0,6}吗|[?？吗么]$|了没"
)
_ASKED: Final = re.compile("问|算不算|咨询|打听")


def answer(text: str, context: Context) -> Reply | None:
    """Close what the speaker registered within five minutes; None where nothing such is meant."""
    said = text.strip().rstrip("。.!！~～ ")
    if len(said) > _LONGEST:
        return None
    if _REGISTERED.search(said) or _ANEW.search(said):
        return _anew(said, context) if _ANEW.search(said) else _of_office(said, context)
    plain, wrong = _PLAIN.fullmatch(said) is not None, _WRONG.search(said) is not None
    if not _CUE.search(said) or _QUESTION.search(said) or not (plain or wrong):
        return None
    row = _last(said, context)
    if (
        row is not None
        and plain
        and f"第{row.number}号“{KIND_NAMES[row.kind]}”的补充" in last_answer(context)
    ):
        return Reply("补充的话已经留痕，没有撤；写错了再补一句更正。要把整件撤掉请回“登记撤了”。")
    if row is None or (plain and _acted_since(said, row, context)):
        return None
    rather = _corrected(said, row, context)
    close(row, said, context)
    return _told(rather, said, row, context)


def _told(rather: str | None, said: str, row: Matter, context: Context) -> Reply:
    """That it is taken back; what is registered instead, or told where it was only asked about."""
    if row.kind == "bonus":
        return Reply(
            f"已撤回第{row.number}号加分提议（{clip(row.text, 30)}），撤回留痕，不计分。要加请再发一次。"
        )
    head = f"已撤回第{row.number}号{KIND_NAMES[row.kind]}的登记（{clip(row.text, 30)}），撤回留痕，没有立案。"
    if rather is not None:
        return Reply(f"{head}\n{incidents.keep(rather, context).text}")
    if _ASKED.search(said):
        return Reply(f"{head}\n{event_rules.told(row.text, context).text}")
    return Reply(f"{head}真有其事再发一次就登记。")


_ANEW: Final = re.compile(
    "重新登|再登(?:记|一|上)|重登|登回|恢复登记|(?:怎么|咋|为什么|谁)(?:就|给|被|把)?撤(?:了|掉|回)|(?:撤|取消)错了|不该撤"
)


def _anew(said: str, context: Context) -> Reply | None:
    """安岳那个塌方的事怎么撤了，重新登: when it was taken back; registered once more where that is ordered."""
    kinds = ("incident", "veto")
    rows = [
        row
        for row in context.uow.matters.of_campaign(context.speaker.campaign.id)
        if row.kind in kinds and row.closed_at is not None and (row.outcome or "").startswith("登记人撤回")
        if row.contact_id == context.speaker.contact.id
    ]
    units = {*mentions(said, context).units}
    rows = [row for row in rows if not units or {row.subject, row.unit} & units]
    pairs = {said[at : at + 2] for at in range(len(said) - 1)}
    row = max(rows, key=lambda one: sum(pair in one.text for pair in pairs), default=None)
    if row is None or row.closed_at is None or not ("登" in said or any(pair in row.text for pair in pairs)):
        return None
    head = f"第{row.number}号是您{clock(row.closed_at)}撤回的（{clip(row.text, 30)}）。"
    if _ORDERED.fullmatch(said) is None:
        return offering.choose(f"{head}要再登记吗？", [(row.text, "重新登记")], context)
    return Reply(f"{head}\n{incidents.keep(row.text, context).text}")


_ORDERED: Final = re.compile(
    "(?!.*(?:怎么|为什么|咋|谁|吗|要不|不用|别)).*(?:重新登|再登|重登|登回|恢复登记).*"
)
_LONGEST: Final = 40
_NAMES: Final[Mapping[str, tuple[MatterKind, ...]]] = {
    "异议|申诉|复核": ("appeal", "duty"),
    "交接|换人": ("handover", "contacts"),
    "责任认领": ("duty",),
}
_BACK: Final = "撤|取消|收回|作罢|作废|不[要提用想]了?(?:提|办|申|登|了|$)|算了"
_KEPT: Final = re.compile(
    "(?:[不别没未]|不[要用能想必可许准]|甭|无需)(?:先|再|给我|打算)*(?:撤|取消|收回|作罢|作废|算了)|[撤销消回]不了"
    "|[没不][撤取收]|如果|要是|假如|万一|会怎|怎么|要不要|能不能|可不可以|是不是|有没有|听说|据说|好像|有人|谁|什么|[吗么呢?？]$|了没有?$|[能可][以]?撤"
)
"""异议不撤, 撤了异议会怎样, 听说异议撤了: what stands is told, and nothing is offered to be taken back."""
_REGISTERED: Final = re.compile(
    rf"(?:{'|'.join(_NAMES)})(?!案|率|网|平台|投诉|处理)[^，,。\d]{{0,8}}(?:{_BACK})|(?:{_BACK})[^，,。\d]{{0,8}}(?:{'|'.join(_NAMES)})"
)


def _of_office(said: str, context: Context) -> Reply | None:
    """异议撤回吧: what the speaker's unit has before the office is offered to be taken back; None for other roles."""
    if context.speaker.role != "contact":
        return None
    kinds = next(kinds for names, kinds in _NAMES.items() if re.search(names, said))
    rows = [row for row in _standing(context) if row.kind in kinds]
    if not rows:
        return Reply(f"您单位没有等着质强办办的{KIND_NAMES[kinds[0]]}，不用撤，没有改动。")
    if _KEPT.search(re.sub("不[要提用想](?=提|办|申|登|了|$)", "", said)) or _of_others(said, context):
        standing = "；".join(f"第{row.number}号（{clip(row.text, 30)}）" for row in rows[-3:])
        back = f"收回事项 {rows[-1].number}"
        return Reply(f"没有撤，没有改动。等着质强办办的：{standing}。要撤请回“{back}”，撤回留痕，数据不变。")
    choices = [
        (f"收回事项 {row.number}", f"撤回第{row.number}号（{clip(row.text, 30)}）") for row in rows[-5:]
    ]
    return offering.choose(f"{KIND_NAMES[kinds[0]]}还没有撤，是要：", choices, context)


def _of_others(said: str, context: Context) -> bool:
    """Whether it is said of another unit's."""
    aliases, own = context.rubric.unit_aliases, context.seat.unit
    units = mentions(said, context).units
    return bool(units) and not {own, aliases.get(own, own), context.seat.own} & set(units)


def _standing(context: Context) -> list[Matter]:
    """What waits of the speaker's unit; bureaus of several districts may go by one name."""
    kinds = tuple(kind for kinds in _NAMES.values() for kind in kinds)
    campaign = context.speaker.campaign.id
    own = {row.id for row in context.uow.roster.list(campaign) if row.subject == context.seat.subject}
    rows = context.uow.matters.standing(campaign, kinds)
    return [row for row in rows if row.unit == context.seat.unit and row.contact_id in own]


def take_back(number: str, context: Context) -> Reply:
    """收回事项 1: close what the unit itself registered; the trace stays."""
    row = next((row for row in _standing(context) if str(row.number) == number), None)
    if row is None:
        return Reply(f"您单位没有等着办的第{number}号，没有改动。")
    close(row, context.as_said(f"收回事项 {number}"), context)
    return Reply(f"已撤回第{number}号{KIND_NAMES[row.kind]}，已告知质强办；撤回留痕，数据没有改动。")


COMMAND: Final = Command(
    Act.CONTEST,
    "收回事项 1",
    words(""),
    take_back,
    re.compile(r"收回事项[\s:：]*第?(?P<rest>\d{1,5})号?"),
)


_STANDING_IN: Final = re.compile("替|代[审理]|顶|帮我审|出差|请假|不休|申请")
_NOT_NEEDED: Final = re.compile(
    r"(?:不用|不要|甭|别|不必|无需|不需要)[^,，]{0,6}(?:替|代审?|帮|顶|了)|取消|撤|作罢|算了|不算数?|不[去走]了|改期|不出差|收回"
)
_WONDERS: Final = re.compile("[吗么?？没]$|能不能|可以吗|怎么|咋|行不行")


def standing_in(text: str, context: Context) -> Reply | None:
    """出差取消了 不用小李替了: the application that waits is closed; None for other words, and where none waits."""
    said = text.strip().rstrip("。.!！~～ ")
    if not _STANDING_IN.search(said) or not _NOT_NEEDED.search(said) or _WONDERS.search(said):
        return None
    return application(said, context)


def application(said: str, context: Context) -> Reply | None:
    """Close the speaker's own wish to be stood in for that waits; what the office has agreed to is the office's."""
    rows = [
        row
        for row in context.uow.matters.standing(context.speaker.campaign.id, ("substitute",))
        if row.contact_id == context.speaker.contact.id
    ]
    if len(rows) != 1:
        return None
    close(rows[0], said, context)
    return Reply(f"已撤回代审申请（第{rows[0].number}号），已告知质强办；待审都还在您名下，照常审。")


_BONUS: Final = re.compile("加分|提议")


def _last(said: str, context: Context) -> Matter | None:
    """The last that may be taken back: an event or a proposal of points, only the latter where it is called so."""
    kinds: tuple[MatterKind, ...] = ("bonus",) if _BONUS.search(said) else ("incident", "veto", "bonus")
    rows = [
        row
        for row in context.uow.matters.standing(context.speaker.campaign.id, kinds)
        if row.contact_id == context.speaker.contact.id and context.now - row.at <= WITHIN
    ]
    return rows[-1] if rows else None


def _acted_since(said: str, row: Matter, context: Context) -> bool:
    """Whether a plain 撤回 means something that was done after it, or a draft that waits.

    取消, which every list and question asks for, means it right behind it alone.
    """
    if said.startswith("取消") and f"第{row.number}号" not in last_answer(context):
        return True
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is not None and state.get("again"):
        return True
    campaign, person = context.speaker.campaign.id, context.speaker.contact.id
    reported = [act.inbox_id for act in context.uow.submissions.of_contact(campaign, person)]
    decided = [act.inbox_id for act in context.uow.reviews.of_contact(campaign, person)]
    return max((number or 0 for number in (*reported, *decided)), default=0) > (row.inbox_id or 0)


def _corrected(said: str, row: Matter, context: Context) -> str | None:
    """登错了，不是安岳是乐至: the registered words with the one put for the other."""
    found = _RATHER.search(said)
    if found is None:
        return None
    old = mentions(found["old"], context).units
    new = mentions(found["new"], context).units
    if len(old) != 1 or len(new) != 1:
        return None
    for word in (old[0], found["old"]):
        if word in row.text:
            return row.text.replace(word, new[0])
    return None


def close(row: Matter, said: str, context: Context) -> None:
    """Close it in the words of who registered it, and tell the office."""
    context.uow.matters.close(
        row,
        outcome=f"登记人撤回：{clip(said, 60)}",
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
    )
    name = f"matter:{row.campaign_id}:{row.number}"
    detail = {"kind": row.kind, "taken_back": True}
    context.uow.audit.record(context.now, context.actor, "matter.close", name, detail)
    people = [*office_of(context)]
    if row.kind == "incident":
        people += enrolled(context, "reviewer")
    who = context.speaker.contact
    words = f"【撤回登记】第{row.number}号{KIND_NAMES[row.kind]}由{who.unit}{who.name}撤回：{clip(in_one_line(said), 60)}。"
    tell(context, row.number, people, words)
