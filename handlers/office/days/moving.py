"""改期: the deadline of a milestone is moved for everybody, with a reason, and everybody is told."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from handlers import dialogs
from handlers.access import Act
from handlers.calendar.deadlines import milestone_name, scope_name
from handlers.calendar.printed import at_hour
from handlers.calendar.working_days import is_working_day
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts.confirming import SHOWN, last_arranged, made_since, not_as_shown
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.days.due_days import due_day, impossible_in, with_weekday
from handlers.office.days.redating import MORE_TIME, another_day, another_reason, told_reason
from handlers.office.errands.reasons import TELLS
from handlers.papers.naming import name_of
from handlers.pushing.pushes import tell
from handlers.reading.numbers import numeral
from handlers.wording import clip, clock, in_one_line, listed, local, month_day, notified, shown
from scoring.model import Criterion
from store.records import Arrangement

QUESTION = "deadline"
LISTED = 12
_REASON = re.compile(r"(?:原因|因为|由于|理由)(?:是|为)?[\s:：]*(?P<reason>\S.*)", re.DOTALL)
_TELLS = f"{TELLS.pattern}|晚|慢|故障|系统|统计|推迟|要求|统一|太[紧赶短]|[省市县局]"
_ORDERS = r"催|提醒|通知(?!还?没)|告诉|导出|看看|发[给个一]|[吧呢吗?？:：]\s*$|谁|哪|几|多少|没(?:报|交)的?$"
_BEHIND = re.compile(rf"[,，。\s]+(?P<reason>(?!.*(?:{_ORDERS}))(?=.*(?:{_TELLS}))[^\d,，。]{{4,30}})$")
"""改到7.3吧，省局那边晚: the reason behind the order."""
_BARE = re.compile(rf"(?!.*(?:{_ORDERS}))(?=.*(?:{_TELLS})).{{4,40}}", re.DOTALL)
"""统计局数没出来, where a reason was asked for; it is said back before anything is moved."""
_GIVEN = re.compile(
    r"(?:(?:改[\s,，:：]+)?(?:原因|因为|由于|理由)(?:是|为)?[\s:：]*|改[\s,，:：]+)(?P<reason>\S.{1,200})",
    re.DOTALL,
)
_DAYS = re.compile(
    r"(?:延期?|延长|推迟|顺延|延后)(?:了|个)?\s*(?P<days>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*天"
)
_PERIODS = {
    "半年": "H1",
    "上半年": "H1",
    "前三季度": "Q3",
    "三季度": "Q3",
    "年终": "Y",
    "年底": "Y",
    "全年": "Y",
}


def move(text: str, context: Context) -> Reply:
    """Say what moving the deadline would touch, and ask for the reason; nothing is moved before."""
    if re.search("是不是|是否|[了过]没有?[?？]?$|了吗", text):
        return arrangements("", context)
    found = _REASON.search(text) or _BEHIND.search(text)
    said = text[: found.start()] if found else text
    milestone, today = milestone_in(text, context), local(context.now).date()
    now = due_of(milestone, context)
    standing = local(now).date() if now is not None else None
    day = _later(said, milestone, context) or due_day(said, today, standing, text)
    return ask(said, day, found["reason"].strip() if found else "", context)


def ask(said: str, day: date | None, reason: str, context: Context) -> Reply:
    """The same for words that were read already: until which day, and why ("" for not said)."""
    milestone = milestone_in(said, context)
    today = local(context.now).date()
    if wrong := impossible_in(said, today):
        return Reply(f"{wrong}，没有改动。请说一个有的日子，如“半年节点改到7月3号 原因省局延期”。")
    if day is None:
        return Reply("改到哪一天？请这样发：“半年节点改到7月3号 原因省局延期”。没有改动。")
    if day < today:
        return Reply(f"{day.year}年{month_day(day)}已经过去，不能改到那天。没有改动。")
    due = at_hour(_hour(said), day, context.arranged.hours)
    if due == due_of(milestone, context):
        return Reply(
            f"{scope_name(context.rubric, milestone)}截止本来就是{clock(due)}，没有改动。要告诉大家发“通知各单位：……”。"
        )
    named = next((word for word in _PERIODS if word in said), "")
    none = [f"（这份细则没有“{named}”节点，改的是全部指标的截止。）"] if named and not milestone else []
    return _draft(milestone, due, reason, context, none)


def _draft(milestone: str, due: datetime, reason: str, context: Context, note: Sequence[str] = ()) -> Reply:
    state = {"milestone": milestone, "due": due.isoformat(), "reason": reason, SHOWN: last_arranged(context)}
    lines = _effect(milestone, due, context)
    dialogs.ask(context, QUESTION, state, again=f"{lines[0].rstrip('？')}{'' if reason else '，还要写原因'}")
    return Reply("\n".join([*lines, *note, _next(reason)]))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The reason (or 是 where it was given): now the deadline is moved; another day or reason is drafted anew."""
    said, due = dialogs.yes_or_no(text), datetime.fromisoformat(state["due"])
    other = another_day(text, due, context)
    if other is not None:
        return _draft(str(state["milestone"]), other, str(state["reason"]), context)
    given = _GIVEN.fullmatch(text.strip()) is not None
    new = another_reason(text) if state["reason"] else None if given else told_reason(text)
    if new is not None:
        return _draft(str(state["milestone"]), due, new, context)
    found = _GIVEN.fullmatch(text.strip())
    reason = found["reason"].strip() if found else str(state["reason"])
    if said is False:
        dialogs.close(context)
        return Reply("好的，没有改动。")
    if found is None and said is None:
        return _with_reason(state, text, due, context)
    if not reason:
        return Reply("改时限要写原因，联络员会看到。请回“原因 ……”，回“取消”不改。")
    dialogs.close(context)
    moved = made_since(state, ("deadline",), context)
    return not_as_shown(moved) if moved else _moved(str(state["milestone"]), due, reason, context)


def _with_reason(state: Mapping[str, Any], text: str, due: datetime, context: Context) -> Reply | None:
    """The same draft with the bare reason that was asked for; None where the words are none."""
    bare = None if state["reason"] or MORE_TIME.search(text) else _BARE.fullmatch(text.strip())
    return _draft(str(state["milestone"]), due, bare[0], context) if bare is not None else None


def arrangements(_text: str, context: Context) -> Reply:
    """时限安排: the deadlines that run, and what was moved or extended, by whom and why."""
    deadlines = context.deadlines
    lines = ["现行时限："]
    for milestone, due in deadlines.milestones.items():
        lines.append(
            f"{milestone_name(context.rubric, milestone)}节点 {clock(due)}（{deadlines.left(context.now, due)}）"
        )
    whole = deadlines.current(None)
    if whole is not None and not deadlines.milestones:
        lines.append(f"全部 {clock(whole)}（{deadlines.left(context.now, whole)}）")
    rows = [
        f"{month_day(row.at)} {row.contact_name or ''}：{row.unit}{_what(row, context)}"
        f"→{clock(datetime.fromisoformat(row.value['due']))}，{clip(row.reason, 30)}"
        for row in context.arranged.rows
        if row.kind in ("deadline", "extension") and row.value
    ]
    none = [] if rows else ["时限是细则印的或建考核任务时定的，没有改过期，也没有给谁延过期。"]
    return Reply("\n".join([*lines, *none, *shown(rows, LISTED, "……另有{}次改动")]))


def leaves_of(milestone: str, context: Context) -> list[Criterion]:
    """The leaves whose deadline is the milestone's."""
    return [
        criterion
        for criterion in context.rubric.criteria
        if (criterion.milestone or criterion.sheet or "") == milestone
    ]


def milestone_in(text: str, context: Context) -> str:
    """The milestone that the words name, else the one that runs; "" where the rubric has none."""
    known = {node.id for node in context.rubric.milestones}
    for word, milestone in sorted(_PERIODS.items(), key=lambda pair: -len(pair[0])):
        if word in text and milestone in known:
            return milestone
    return context.milestone or ""


def milestones_in(text: str, context: Context) -> tuple[str, ...]:
    """Every milestone that the words name, in the order of the year."""
    said = set()
    for word, milestone in sorted(_PERIODS.items(), key=lambda pair: -len(pair[0])):
        if word in text:
            said.add(milestone)
            text = text.replace(word, " ")
    return tuple(node.id for node in context.rubric.milestones if node.id in said)


def due_of(milestone: str, context: Context) -> datetime | None:
    """When the milestone (or the whole, "") is due now."""
    return context.deadlines.milestones.get(milestone) or context.deadlines.current(None)


def _later(text: str, milestone: str, context: Context) -> date | None:
    """延三天: so many days after the deadline that stands; None where no number of days is said."""
    found = _DAYS.search(text)
    count = numeral(found["days"]) if found else None
    now = due_of(milestone, context)
    return local(now).date() + timedelta(days=int(count)) if count and now is not None else None


def _what(row: Arrangement, context: Context) -> str:
    """The paper, the leaf or all leaves of which the deadline was moved."""
    papers = {duty.id: name_of(duty) for duty in context.rubric.schedule}
    of_one = f"（{row.subject}）" if row.subject else ""
    return papers.get(row.code) or f"{row.code}{of_one}" or scope_name(context.rubric, row.milestone)


def _hour(text: str) -> str:
    """What the words say of the hour, without the day before it: a bare 7.3 is no hour."""
    found = re.search(r"(?:上午|中午|下午|晚上|下班|\d{1,2}\s*[:：点时]).*", text)
    return found[0] if found else ""


def _effect(milestone: str, due: datetime, context: Context) -> list[str]:
    leaves = leaves_of(milestone, context)
    units = {leaf.reporter for leaf in leaves} - {""} or set(context.speaker.campaign.subjects)
    now = context.deadlines.milestones.get(milestone) if milestone else context.deadlines.current(None)
    before = f"{local(now).year}年{clock(now)}" if now is not None else "没有时限"
    day = local(due).date()
    lines = [
        f"{scope_name(context.rubric, milestone)}截止：{before}→{with_weekday(due, context.now, year=True)}？",
        f"影响{len(units)}家{len(leaves)}项；已排的提醒按新时限重排，会通知所有联络员。",
    ]
    if stays := _stays(context):
        lines.append(f"不随着改的：{listed(stays, 5)}（原文印的或另定的日子；要一起改再说“某件改到某日”）。")
    if now is not None and due < now:
        lines.append("注意：比现在的时限早。")
    if not is_working_day(day, context.arranged.calendar):
        lines.append(f"注意：{month_day(day)}不是工作日。")
    return lines


def _stays(context: Context) -> list[str]:
    """The papers whose day is still ahead and does not move with the items' deadline."""
    dues = [(duty, context.deadlines.of_duty(duty)) for duty in context.rubric.schedule]
    return [f"{name_of(duty)}{clock(due)}" for duty, due in dues if due is not None and due >= context.now]


def _next(reason: str) -> str:
    if reason:
        return f"原因：{clip(reason, 60)}。回“是”办理，回“取消”不改。"
    return "请补原因：回“原因 ……”就改，回“取消”不改。"


def _moved(milestone: str, due: datetime, reason: str, context: Context) -> Reply:
    now = context.deadlines.milestones.get(milestone) if milestone else context.deadlines.current(None)
    before = clock(now) if now is not None else "没有时限"
    arrangement = arrange(context, "deadline", {"due": due.isoformat()}, milestone=milestone, reason=reason)
    scope = scope_name(context.rubric, milestone)
    text = (
        f"【改期】《{context.speaker.campaign.name}》{scope}截止由{before}改为{clock(due)}，原因：{in_one_line(reason)}。"
        "提醒按新时限重排。"
    )
    people = context.uow.roster.list(context.speaker.campaign.id)
    wanted = [person for person in people if person.role in ("contact", "supervisor", "leader")]
    told = tell(context, f"deadline:{arrangement}", wanted, text)
    return Reply(
        f"已改：{scope}截止{before}→{clock(due)}，原因：{in_one_line(reason)}。{notified(told)}，提醒已重排。"
    )


COMMANDS = (
    Command(
        Act.DEADLINE,
        "半年节点改到7月3号 原因省局延期",
        words(""),
        move,
        re.compile(
            r"(?P<rest>(?:(?:上半年|半年|前三季度|三季度|年终|年底|全年)(?:节点)?的?)?"
            r"(?:截止(?:时间|日期|日)?|时限|期限)?(?:改期?|调整?|推迟|提前|延期?|延长|顺延)(?:截止(?:时间|日期|日)?|时限|期限)?"
            r"(?:到|至|为|成)?\s*(?:20\d\d\s*[年./-])?\s*\d{1,2}\s*(?:月|[./-]|[日号]).{0,200})",
            re.DOTALL,
        ),
    ),
    Command(
        Act.DEADLINE,
        "延三天 原因省局延期",
        words(""),
        move,
        re.compile(
            r"(?P<rest>(?:(?:上半年|半年|前三季度|三季度|年终|年底|全年)(?:节点)?的?)?(?:截止(?:时间|日期|日)?|时限|期限)?"
            r"(?:都|再|统一|整体|全部)*(?:延期?|延长|推迟|顺延|延后)\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s*天"
            r"(?:(?:吧|了|[\s,，。])*(?:(?:原因|因为|由于|理由).{1,200})?)|(?:改成|改为|统一|定在|就)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?(?:为|是|就)?截止"
            r"(?:[吧了,，。\s]*(?:(?:原因|因为|由于|理由).{1,200})?))",
            re.DOTALL,
        ),
        shy=True,
    ),
    Command(
        Act.DEADLINE,
        "省里数据没出来，截止改成7月8号吧",
        words(""),
        move,
        re.compile(
            r"[^?？]{2,24}?[\s,，。]+(?:那?就)?(?P<rest>(?:截止(?:时间|日期|日)?|时限|期限)(?:就|都|统一)?(?:改|推迟|延期?|顺延)(?:到|成|为|至)\s*"
            r"\d{1,2}\s*(?:月|[./-])\s*\d{1,2}\s*[日号]?(?:吧|了)*)"
        ),
        shy=True,
    ),
    Command(
        Act.DEADLINE, "时限安排", words("时限安排 延期情况 改期记录 截止时间 截止日期 时限"), arrangements
    ),
)
ANSWERS = {QUESTION: answer}
