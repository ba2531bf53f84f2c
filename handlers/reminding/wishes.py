"""提醒的意愿: when a contact wants to be reminded: 每天下午3点, 稍后, 只提醒前一天; and what it says to a reminder."""

import re
from datetime import datetime, time, timedelta
from typing import Final

from handlers.access import Act
from handlers.board import board_of
from handlers.calendar.hours import slot
from handlers.calendar.printed import at_hour, clock_in
from handlers.calendar.working_days import add_working_days
from handlers.command import Command, words
from handlers.context import Context
from handlers.lookups.progress import next_deadline_of, whole_list
from handlers.messages import Reply
from handlers.papers.words import besides, own_papers
from handlers.reading.numbers import numeral
from handlers.reading.widths import clean
from handlers.receipts import still_missing
from handlers.wording import clock, local
from store.records import Contact, Rhythm

LATE_ONES: Final = "逾期之后的提醒不能停。"
EVE: Final = "只提醒截止前一天"
IN_WORDS: Final = "只发文字"
CARDS: Final = "提醒发卡片"
_LATER: Final = timedelta(hours=2)
_AHEAD: Final = re.compile(r"(?P<count>\d{1,2}|[一二两三四五六半])个?(?P<unit>小时|钟头|分钟)(?:以?后|之后)?")
_TOMORROW: Final = re.compile("明天|明日|明早|改天|下个?工作日")
_NOON: Final = 12


def only_on_the_eve(_text: str, context: Context) -> Reply:
    """No reminder before the last working day ahead of a deadline."""
    _set_rhythm(context, "eve")
    return Reply(f"好的，以后只在截止前一个工作日提醒您。{LATE_ONES}想恢复回“照常提醒”。")


def as_usual(_text: str, context: Context) -> Reply:
    """The usual reminders again, at the usual time."""
    _set_rhythm(context, "week")
    for contact in _places(context):
        context.uow.subscriptions.set_hour(contact.id, "", context.now)
        context.uow.subscriptions.snooze(contact.id, None, context.now)
    return Reply("好的，恢复照常提醒：截止前15、7、3、1个工作日和当天，报齐就不提醒。")


def in_words(_text: str, context: Context) -> Reply:
    """只发文字: whoever reads in 个人微信, which shows no cards; nothing of it is told by the platform."""
    _set_plain(context, plain=True)
    rest = f"\n{whole_list(context, missing=True)}" if board_of(context).missing else ""
    return Reply(f"好的，以后提醒只发文字，不发卡片。想改回回“{CARDS}”。{rest}")


def on_cards(_text: str, context: Context) -> Reply:
    """提醒发卡片: as usual again."""
    _set_plain(context, plain=False)
    return Reply(f"好的，以后提醒发带按钮的卡片。看不到卡片回“{IN_WORDS}”。")


def at_that_hour(text: str, context: Context) -> Reply | None:
    """每天下午3点提醒我: from now on at that hour; “下午3点再提醒我” is for today."""
    at = _office_clock(text, context)
    if at is None:
        return None
    always = re.search("每天|天天|每日|每个?工作日|(?<![点时半])以后|固定|提醒.{0,3}[改调换挪放]", text)
    if always is None and context.speaker.role != "contact":
        return None
    if always is None:
        return _snoozed(at_hour(f"{at:%H:%M}", local(context.now).date()), context)
    hours = context.arranged.hours
    if not hours.includes(at):
        return Reply(
            f"提醒只在工作日{hours.opens:%H:%M}—{hours.closes:%H:%M}之间发，{at:%H:%M}不发。没有改动，换个钟点再回一次。"
        )
    for contact in _places(context):
        context.uow.subscriptions.set_hour(contact.id, f"{at:%H:%M}", context.now)
    _record(context, {"hour": f"{at:%H:%M}"})
    back = "想改回上午回“照常提醒”。" if context.speaker.role == "contact" else "要改再说一个钟点就行。"
    return Reply(f"好的，以后有要提醒的都在{at:%H:%M}左右发（工作日，报齐就不发）。{back}")


def later(text: str, context: Context) -> Reply | None:
    """稍后, 两小时后, 明天: one reminder then instead of those before it."""
    now, hours = local(context.now), context.arranged.hours
    ahead = _AHEAD.search(clean(text))
    if _TOMORROW.search(text):
        return _snoozed(_next_morning(context), context)
    if ahead is not None:
        return _snoozed(now + _span(ahead), context)
    if (at := _office_clock(text, context)) is not None:
        return _snoozed(at_hour(f"{at:%H:%M}", now.date()), context)
    until = now + _LATER
    inside = until.date() == now.date() and hours.includes(until.time())
    return _snoozed(until if inside else _next_morning(context), context)


def reported(_text: str, context: Context) -> Reply:
    """报了: what has arrived and what has not."""
    board, papers = board_of(context), own_papers(context)
    if not board.missing and papers:
        rest = besides(papers, context.deadlines, context.now)
        return Reply("\n".join(["都收到了，指标都报齐了，谢谢！", *rest]))
    if not board.missing:
        return Reply("都收到了，您的任务都报齐了，谢谢！不会再提醒。")
    first = board.missing[0].how_to_report
    return Reply(f"谢谢！不过系统里{still_missing(board)}直接回“{first}”就行；已经报过的回“我的任务”核对。")


def acknowledged(context: Context) -> None:
    """收到, 好的: whoever says so is not reminded once more on the same day."""
    if context.speaker.role != "contact":
        return
    today = local(context.now).date()
    for at in context.arranged.reminders:
        about = f"{context.milestone or 'year'}@{at:%H%M}"
        context.uow.notices.mark(context.speaker.contact.id, about, today, "")


def _snoozed(until: datetime, context: Context) -> Reply:
    now, hours = local(context.now), context.arranged.hours
    board = board_of(context)
    if not board.missing and not own_papers(context):
        return Reply("您的任务都报齐了，不会再提醒。")
    if until <= now or until.date() != now.date() or not hours.includes(local(until).time()):
        until = max(until, _next_morning(context)) if until > now else _next_morning(context)
    for contact in _places(context):
        context.uow.subscriptions.snooze(contact.id, until, context.now)
        for row in context.uow.notices.of(contact.id):
            if "@" not in row.about and ":" not in row.about:
                context.uow.notices.mark(contact.id, row.about, None, row.key)
    _record(context, {"snoozed_until": until.isoformat()})
    leaves = slot(until, context.speaker.contact.id, hours, until.time())
    due = next_deadline_of(context.deadlines, board.missing, *context.seat.names)
    missed = f"注意{clock(due)}就截止了。" if due is not None and now <= due <= until else ""
    return Reply(
        f"好的，{clock(leaves)}再提醒您，之前不打扰。{missed}{still_missing(board) if board.missing else ''}"
    )


def _next_morning(context: Context) -> datetime:
    """When the office opens on its next working day."""
    day = add_working_days(local(context.now).date(), 1, context.arranged.calendar)
    return at_hour(f"{context.arranged.hours.opens:%H:%M}", day)


def _office_clock(text: str, context: Context) -> time | None:
    """The hour that is said; 3点 is 15:00 where the office is closed at three in the morning."""
    at = clock_in(clean(text))
    hours = context.arranged.hours
    early = re.search("凌晨|早上|早晨|上午|晚上|夜里", text) is not None
    if at is not None and not early and not hours.includes(at) and at.hour < _NOON:
        evening = at.replace(hour=at.hour + _NOON)
        return evening if hours.includes(evening) else at
    return at


def _span(found: re.Match[str]) -> timedelta:
    if found["count"] == "半":
        return timedelta(minutes=30)
    count = int(numeral(found["count"]) or 1)
    return timedelta(minutes=count) if found["unit"] == "分钟" else timedelta(hours=count)


def _places(context: Context) -> list[Contact]:
    """What the speaker is in every campaign where it has the same role."""
    return [one for one in context.speaker.account.contacts if one.role == context.speaker.role]


def _set_rhythm(context: Context, rhythm: Rhythm) -> None:
    for contact in _places(context):
        context.uow.subscriptions.set(contact.id, rhythm, 0, context.now)
    _record(context, {"rhythm": rhythm})


def _set_plain(context: Context, *, plain: bool) -> None:
    for contact in _places(context):
        context.uow.subscriptions.set_plain(contact.id, context.now, plain=plain)
    _record(context, {"plain": "1" if plain else "0"})


def _record(context: Context, detail: dict[str, str]) -> None:
    whose = f"contact:{context.speaker.contact.id}"
    context.uow.audit.record(context.now, context.actor, "subscribe", whose, detail)


_HOUR = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[:：点时])(?:\s*(?:\d{2}|半|钟|整))?"
COMMANDS = (
    Command(
        Act.WISH,
        EVE,
        words("只提醒前一天 只在前一天提醒 只前一天提醒 前一天提醒就行 前一天提醒"),
        only_on_the_eve,
        re.compile(
            r"(?>能不能|可不可以|能否|可以|麻烦|以后|今后|行吧?|好[的吧]?|请|帮我|把|那|[改设定调放][成为到在]?|只|就|仅|到|在|提醒|催|我|[，,\s])*(?:截止|到期)(?:日期?)?的?前[一1]天"
            r"(?>就可以|行不行?|可以吗|好不好|提醒|通知|告诉|一下|一声|一次|就行|就好|就够|好吗|再|才|催|喊|叫|说|我|了|吧|吗|么|不|[?？。])*"
        ),
    ),
    Command(
        Act.WISH,
        IN_WORDS,
        words(
            "只发文字 提醒只发文字 发文字 改发文字 看不到卡片 卡片看不到 卡片打不开 不要卡片 别发卡片 暂不支持此消息类型"
        ),
        in_words,
        re.compile(
            r"[^?？]{0,14}(?:卡片[^,，。]{0,6}(?:看不了|看不到|看不见|打不开|显示不了|不显示)"
            r"|不支持(?:此|这种|该)?消息类型)[^?？]{0,8}"
        ),
        shy=True,
    ),
    Command(Act.WISH, CARDS, words("提醒发卡片 发卡片 要卡片 恢复卡片 改回卡片"), on_cards),
    Command(Act.WISH, "照常提醒", words("照常提醒 恢复提醒 正常提醒 继续提醒"), as_usual),
    Command(
        Act.HOUR,
        "每天下午3点提醒我",
        words(""),
        at_that_hour,
        re.compile(
            rf"(?P<rest>(?:把|以后|今后|请)*提醒(?:时间)?(?:改|调|换|挪|放)(?:到|成|为)?(?:每天)?(?:的)?(?:早上|上午|中午|下午|傍晚|晚上)?\s*{_HOUR}.{{0,4}}"
            rf"|.{{0,8}}?(?:每天|天天|每日|每个?工作日)?(?:的)?(?:凌晨|早上|上午|中午|下午|傍晚|晚上)?\s*{_HOUR}(?:左右|以后|之后|过后)?(?:再)?(?:提醒|叫|催|喊)(?:一下)?(?:我)?.{{0,3}})"
        ),
        shy=True,
    ),
    Command(
        Act.WISH,
        "稍后提醒",
        words(
            "稍后 稍后提醒 稍后再说 稍后再报 晚点 晚点再说 晚点报 晚点再报 等会 等会儿 待会 待会儿 过会儿 过一会 一会儿报 "
            "回头报 回头再说 明天再说 明天报 明天再报 在忙 开会呢 在开会 稍后我报"
        ),
        later,
        re.compile(
            r"(?P<rest>(?:稍后|晚点|晚些|等会儿?|待会儿?|过会儿?|回头|明天|明早|改天|.{0,3}?(?:\d{1,2}|[一二两三四五六半])个?(?:小时|钟头|分钟)(?:以?后|之后)).{0,4}?(?:提醒|叫|催)(?:一下)?(?:我)?.{0,3})"
        ),
        shy=True,
    ),
    Command(
        Act.WISH, "报了", words("报了 已报 我报了 报过了 已经报了 已上报 交了 已交 我交了 弄完了"), reported
    ),
)
