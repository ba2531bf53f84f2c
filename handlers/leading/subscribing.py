"""推送订阅: how often a leader wants the summary; what is urgent comes all the same, a single report is not told at once."""

import re
from dataclasses import replace
from datetime import time
from typing import Final

from handlers.access import Act
from handlers.calendar.dates import weekday_of
from handlers.calendar.printed import clock_in
from handlers.campaign.units import mentions
from handlers.command import Command, command, saying, shy, words
from handlers.context import Context
from handlers.leading.one_unit.unit_view import view
from handlers.messages import Reply
from handlers.reading.widths import clean
from store.records import Rhythm, Subscription

STILL_COMES = "否决事件、逾期超过3个工作日的情况仍会发。"
WEEKDAYS = "一二三四五六日"
_DAILY = re.compile("每天|每个?工作日|天天|每日")
_WEEKLY = re.compile(
    "(?:每个?|一个?)(?:周|星期|礼拜)(?P<day>[一二三四五](?!次|回))?|周报|(?<![下上这本])(?:周|星期|礼拜)(?P<only>[一二三四五])"
)
_UNWANTED = re.compile(
    "(?:别|不要|不用|甭|少|不必)(?:再|老|总)?(?:每天|天天|每日|每周)(?:都)?(?:给我)?(?:发|推|报)?(?:我|了)*[，,。\\s]*"
)
"""What is not wanted is no rhythm to be set."""
_COMING = re.compile("(?:每天|天天|每日|每周)的?(?:那个?|这个?|早上|上午)*(?:消息|信息|通报|摘要|推送|简报)")
"""每天那个消息 你给我停了吧: what comes now is no rhythm that is wanted."""
_CLAUSES = re.compile(r"[,，。;；!！\s]+|(?=改|换成|只要)")
_STOPPED = re.compile(
    "(?:别|不要|不用|不必|不想|甭)(?!停)|(?<!别)(?<!不要)(?<!不用)停|关(?:掉|了|闭|上|一?下)|取消|退订|太[多烦吵勤频密]"
)
_ONE_DAY = re.compile("(?<!从)今天(?!起|开始)|今晚|明天|明早|后天")
_AT_REST = re.compile("周末|节假日|双休|周六|周日|星期[六日天]|放假|晚上|夜里|半夜")
_PUSHES = re.compile(
    "(?:平时|没事|一般|日常)的?(?:就|都)?(?:别|不用|不要|不必)(?:再|给我)?[发推]|推送|摘要|简报|(?:消息|信息|提醒).{0,4}太[多频吵烦]|(?:别|不要|不用|先不)再?推(?![迟荐广进延])|[日周早]报|(?:天天|每[天日周]|老是?|总是?|通报|消息|信息).{0,8}(?:发|推)|(?:每[天日周]|天天).{0,6}(?:消息|信息|通报)|(?:[给跟]我|再|老)(?:发|推)|(?:发|推)(?:送|给)?我"
)
"""What speaks of the summary that comes by itself."""
_OTHER_THINGS = re.compile(
    "材料|文件|名单|图|表|催|提醒|[吗么?？]|怎么|多久|告诉(?!我)|转[告达]|[让叫跟对](?!我)|给(?!我)"
)
_DAY = re.compile("(?:周|星期|礼拜)([一二三四五])")
_SEVERAL = re.compile("(?:周|星期|礼拜)[一二三四五][、和,，]?[一二三四五](?![点月日号时次个]|工作)")
"""每周一三五."""
_INSTEAD = re.compile("改|换|不要|别")
_MONTHLY = re.compile("每个?月|月初|月底|按月|一个月|月报")
_END = re.compile("之前|以前|为止|截止前|到.{1,6}[底末]")
_SUMMARY: Final = re.compile("推送|摘要|简报|[日周]报|通报")
"""What comes weekly until something else is set."""
AFTERNOON = time(15)
"""原文未规定: what 下午 means where no hour is said."""
_OVERDUE: Final = (
    "逾期超过3个工作日的会主动发给您，不用另设；刚逾期的不单独发。"
    "现在谁没报回“没报”，想每天看一遍回“每天发我”。"
)
"""What comes by itself, and how to see the rest."""
_ONCE: Final = (
    "只能按天、按周定时发，单发、单提醒一次的还定不了，没有设。现在就要回“一页纸”“现在多少分”“没报”；"
    "定时发回“每天上午9点发我”“每周五下午3点发我”。"
)
"""What is sent comes by a rhythm, or at once."""
_TO_OTHERS: Final = re.compile(
    "(?:别|不要|不用)再?(?:发|推|给)(?:送|给)?(?:别人|别的|其他|他人|他们|大家|下面|各|单位)"
)
_NEWS: Final = re.compile("有(?:了)?(?:变化|变动|动静|更新|新的|进展)[^,，。]{0,4}[再才就]")
_NEWS_ONLY: Final = f"有变化才发还定不了，没有改动。一周一次回“每周一发我”，都不要回“先别发了”：{STILL_COMES}"
_WATCHED: Final = re.compile(
    r"(?:报|交|齐|完成|弄好|审|通过)(?:了|完|上来|齐)*(?:之后|以后|后|就|的话|马上|第一时间|你|给|,|，|\s)*(?:告诉|通知|提醒|喊|叫|知会|跟)(?:一下|一声)?我(?!们)"
)
_NOT_AT_ONCE: Final = (
    "没有发给别人，也没有设：一报就单独告诉您，还定不了。随时回“今天谁报了”或单位名看；"
    "要天天看一遍回“每天发我”，要他们快点回“催办”。"
)


def pause(_text: str, context: Context) -> Reply:
    """先别发了."""
    _set(context, "paused", 0)
    return Reply(f"已暂停摘要推送。{STILL_COMES}回“恢复推送”重新开始。")


def resume(_text: str, context: Context) -> Reply:
    """恢复推送: back to the usual rhythm."""
    _set(context, "week", 0)
    return Reply("已恢复推送：每周第一个工作日和截止当天上午发摘要。想换时间回“每周五发我”“每天发我”。")


def choose(text: str, context: Context) -> Reply:
    """每周一早上发我, 每天发我; what cannot be kept is said, and what is not wanted is no rhythm."""
    text = _UNWANTED.sub("", text)
    stopped = _STOPPED.search(text) is not None
    text = _COMING.sub("", text) if stopped else text
    text = "，".join(part for part in _CLAUSES.split(text) if part and not _STOPPED.search(part))
    if stopped and not (_DAILY.search(text) or _WEEKLY.search(text)):
        return pause("", context)
    if _SEVERAL.search(text) or (len(set(_DAY.findall(text))) > 1 and not _INSTEAD.search(text)):
        return Reply("一周只能定一天，或者每个工作日，没有改动。要定一天回“每周二发我”，都要回“每天发我”。")
    if _DAILY.search(text):
        _set(context, "day", 0)
        stops = "到时不会自动停，不要了请说一声。" if _END.search(text) else ""
        hour = _at_hour(text, context)
        return Reply(f"已设：每个工作日{hour}发摘要（节假日不发）。{stops}回“先别发了”可暂停。")
    found = _WEEKLY.search(text)
    if found is None and _MONTHLY.search(text):
        return Reply(
            "按月的还定不了，没有改动，只能按周或每个工作日。想多久收一次？"
            "回“每周一发我”“每天发我”；月底要看当时回“一页纸”“趋势”。"
        )
    if found is None:
        return Reply("想多久收一次？回“每周一发我”“每周五发我”“每天发我”或“先别发了”。")
    weekday = weekday_of(found["day"] or found["only"] or next(iter(_DAY.findall(text)), "一"))
    _set(context, "week", weekday)
    return Reply(
        f"已设：每周{WEEKDAYS[weekday]}{_at_hour(text, context)}发摘要，遇节假日顺延到下一个工作日；截止当天另发。"
        "回“先别发了”可暂停。"
    )


def called_off(text: str, context: Context) -> Reply | None:
    """每天的通报别推给我了，太多: the summary paused, or set to what is wanted instead; None for anything else."""
    if not (_STOPPED.search(text) and _PUSHES.search(text)) or _OTHER_THINGS.search(text):
        return None
    if _TO_OTHERS.search(text):
        return Reply("摘要按各人自己的设置发，您的只发给您，没有改动。")
    if _AT_REST.search(text):
        return Reply("摘要只在工作日的上班时间发，周末、节假日和晚上都不发，不用另设，没有改动。")
    if _ONE_DAY.search(text):
        return Reply("单停一天还定不了，没有改动。要停回“先别发了”，想收了再回“恢复推送”。")
    return Reply(_NEWS_ONLY) if _NEWS.search(text) else choose(text, context)


def change_day(text: str, context: Context) -> Reply | None:
    """不要周五了 改周四: another day for a weekly summary; None where none is sent."""
    subscription = context.uow.subscriptions.of(context.speaker.contact.id)
    found = _DAY.findall(text)
    if subscription is None or not found:
        return None
    if "也" in text or (len(set(found)) > 1 and not _INSTEAD.search(text)):
        return Reply(
            f"一周只能定一天，或者每个工作日，没有改动（现在：{_called(subscription)}）。"
            f"要换回“每周{found[-1]}发我”，都要回“每天发我”。"
        )
    hour = text if clock_in(clean(text)) is not None else subscription.hour
    return choose(f"每周{found[-1]}发我 {hour}", context)


def settings(_text: str, context: Context) -> Reply:
    """What is set now."""
    return Reply(f"现在：{_called(context.uow.subscriptions.of(context.speaker.contact.id))}。{STILL_COMES}")


def _called(subscription: Subscription | None) -> str:
    if subscription is not None and subscription.rhythm == "paused":
        return "摘要已暂停"
    hour = f"{subscription.hour}左右" if subscription is not None and subscription.hour else ""
    if subscription is not None and subscription.rhythm == "day":
        return f"每个工作日{hour}发摘要"
    weekday = subscription.weekday if subscription is not None else 0
    return f"每周{WEEKDAYS[weekday]}{hour}（遇节假日顺延）和截止当天发摘要"


def at_hour(text: str, context: Context) -> Reply | None:
    """下午3点: the hour of a summary that is sent; None where none is."""
    if _SUMMARY.search(text) and context.uow.subscriptions.of(context.speaker.contact.id) is None:
        _set(context, "week", 0)
    subscription = context.uow.subscriptions.of(context.speaker.contact.id)
    if subscription is None or subscription.rhythm not in ("day", "week"):
        return None
    at, hours = clock_in(clean(text)), context.arranged.hours
    if at is None or not hours.includes(at):
        return Reply(f"摘要只在{hours.opens:%H:%M}—{hours.closes:%H:%M}之间发，没有改动。请回如“下午3点”。")
    _at_hour(text, context)
    return Reply(f"已设：{_called(replace(subscription, hour=f'{at:%H:%M}'))}。回“先别发了”可暂停。")


def _before(closes: time) -> time:
    """下班前: half an hour before the office closes."""
    minutes = closes.hour * 60 + closes.minute - 30
    return time(minutes // 60, minutes % 60)


def _at_hour(text: str, context: Context) -> str:
    """Keep the hour that is said, and name the one that will be kept: never outside of the office's."""
    at, hours = clock_in(clean(text)), context.arranged.hours
    late = at is None and re.search("下班|收工", text) is not None
    vague = late or (at is None and re.search("下午|午后", text) is not None)
    at = _before(hours.closes) if late else AFTERNOON if vague else at
    if at is not None and hours.includes(at):
        context.uow.subscriptions.set_hour(context.speaker.contact.id, f"{at:%H:%M}", context.now)
        return f"{at:%H:%M}左右" + ("（没说几点，可另定，如“下午4点”）" if vague else "")
    context.uow.subscriptions.set_hour(context.speaker.contact.id, "", context.now)
    outside = at is not None or re.search("晚上|中午", text) is not None
    if not outside:
        return "上午9点多"
    said = f"{at:%H:%M}" if at is not None else "您说的钟点"
    return f"上午9点多（{said}不在办公时间里，不发；{hours.opens:%H:%M}—{hours.closes:%H:%M}之间可以另定，如“下午3点”）"


def _set(context: Context, rhythm: Rhythm, weekday: int) -> None:
    contact = context.speaker.contact
    context.uow.subscriptions.set(contact.id, rhythm, weekday, context.now)
    detail = {"rhythm": rhythm, "weekday": weekday}
    context.uow.audit.record(context.now, context.actor, "subscribe", f"contact:{contact.id}", detail)


def ordered_before(text: str) -> str:
    """没报的催一下 of 没报的催一下，报了跟我说一声; "" where nothing is ordered before that."""
    found = _WATCHED.search(text)
    before = text[: found.start()].strip(" ,，。；;") if found is not None else ""
    return before if _ORDERED.search(before) else ""


_ORDERED: Final = re.compile("催(?!.*[谁?？])|[让叫].{2,}[报交]|(?:通知|转告|告诉)(?!我)")
NOT_TOLD_AT_ONCE: Final = "（一报就单独告诉您，还定不了；随时回“今天谁报了”。）"


def watched(text: str, context: Context) -> Reply | None:
    """What there is instead; None for anything else."""
    if _WATCHED.search(text) is None:
        return None
    units = mentions(text, context).units
    rows = view(mentions(units[0], context), context)[:1] if len(units) == 1 else []
    return Reply.of(*rows, _NOT_AT_ONCE)


COMMANDS = (
    Command(
        Act.SUBSCRIBE,
        "先别发了",
        words(
            "先别发了 别发了 不要发了 别推了 暂停推送 停止推送 先别推了 别再发了 取消订阅 退订 暂停 不用发了"
        ),
        pause,
    ),
    Command(
        Act.SUBSCRIBE,
        "恢复推送",
        words("恢复推送 恢复 继续发 继续推送 重新推送 接着发 恢复发送 订阅"),
        resume,
    ),
    command(
        Act.SUBSCRIBE,
        "每周一早上发我",
        "",
        choose,
        r"(?!.*群|(?:请|再|你|帮我|还是|\s)*(?:催|提醒|通知|让|叫|督促|要求)(?!一?[下声]?我)|.*(?:曲线|折线|走势|趋势|变化|给(?:我|个)?(?:张|个)?图))(?P<rest>.{0,10}?每个?月.{0,8}?(?:发|推|报|给|来).{0,6}|.{0,12}?(?:每个?|一个?)(?:周|星期|礼拜)[一二三四五]?.{0,8}?(?:发|推|报|给|来)?(?:一[次回份]|一下).{0,6}|.{0,6}?(?:每天|天天|每日|每个?工作日|每个?周|每个?星期|每个?礼拜).{0,14}?(?:发|推|报|给).{0,10}"
        r"|.{0,6}(?:发|推|要|订|来).{0,2}周报.{0,12}|周报.{0,10}(?:发|推|给我).{0,6})",
    ),
    shy(
        Act.SUBSCRIBE,
        "下午3点发",
        at_hour,
        r"(?>那就?|(?:推送|摘要|简报|[日周]报|通报|发送)的?(?:时间)?|(?:给我)?(?:挪|换|调|改)?(?:到|成|为|在)|定在?|还是|就)*(?:每天|早上|上午|中午|下午|傍晚|晚上)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
        r"(?:[点时]半?|[:：]\d{2})(?:钟|左右)*(?:发|推|给|送)?(?:给?我)?(?:吧|就行|好了)?",
    ),
    shy(
        Act.SUBSCRIBE,
        "不要周五了 改周四",
        change_day,
        r"(?:不要|别|不用)?(?:每?(?:周|星期|礼拜)[一二三四五])?(?:了|发了)?[\s,，]*(?:改|换)(?:成|到|为|在)?(?:每)?(?:周|星期|礼拜)[一二三四五](?>给我|好了|发我|发吧|发|吧)*"
        r"|(?:每?(?:周|星期|礼拜)[一二三四五])也(?:给我)?(?:发|来|推|要)(?:我|一份|一次|一下|给我|吧)*",
    ),
    shy(
        Act.SUBSCRIBE,
        "改成每天下午5点",
        choose,
        r"(?:还是|那就|就|给我)*(?:改|换|恢复)(?:为|成|到|回)?(?P<rest>(?:每天|天天|每个?工作日|每(?:周|星期|礼拜)[一二三四五]).{0,14})",
    ),
    shy(
        Act.SUBSCRIBE,
        "明早8点给我发一份",
        saying(_ONCE),
        r"(?!.*(?:每|天天|一页|提纲|材料|稿|简报|[三几]句))(?:请|你|帮我|麻烦|那|好|行|嗯|了|吧|[\s,，])*(?:今天|明天|后天|今晚|明早|明晚|待会儿?|一会儿?|等下|下班前|开会前).{0,10}(?:给我|发我|推我|我).{0,4}(?:发|推|来|看)?(?:我)?(?:一[份次下]|份|个).{0,8}"
        r"|(?!.*(?:每|天天|逾期|超期|过期))(?:(?:到时候?|今天|明[天早晚]|后天|大后天|下?周[一二三四五]|一会儿?|待会儿?|\d{1,2}[号日点]).{0,8})?(?:记得)?(?:提醒|喊|叫)(?:一下|一声)?(?:我|俺)(?!们).{0,20}",
    ),
    shy(
        Act.SUBSCRIBE,
        "逾期了告诉我",
        saying(_OVERDUE),
        r".{0,10}(?:逾期|超期|过期|到期没报|到时没报|误期).{0,10}(?:告诉|通知|提醒|跟|给|报|发|喊|叫).{0,4}(?:我|说).{0,6}",
    ),
    Command(Act.SUBSCRIBE, "推送设置", words("推送设置 我的订阅 我的推送 推送时间"), settings),
)
