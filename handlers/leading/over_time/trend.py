"""和上次比, 趋势, 一家在涨吗: how the campaign, or one unit, stood at an earlier time and stands now."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from handlers.access import Act
from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.campaign.units import mentions
from handlers.command import Command, command, words
from handlers.context import Context
from handlers.elsewhere import NO_FILES
from handlers.leading.over_time import reported_since
from handlers.messages import Reply
from handlers.reading.numbers import whole_number
from handlers.review.decisions import LeafKey, LeafRecord, effective
from handlers.wording import clock, leaf_name, local, month_day, plain, shown
from scoring.decimals import ZERO
from store.records import Review, Submission
from store.unit_of_work import UnitOfWork

LISTED = 5
WEEKS = 6
SUMMARY = "summary:"
LAST_YEAR = re.compile("(?<!下)去年|上一?年|往年|前一?年|头一?年|同期|同比")
_YEAR = re.compile(r"(?<!\d)(?:20)?(?:(?<=20)\d\d(?!\d)|[012]\d(?=年))")
_BEFORE: Final = (
    (re.compile("上个?月|一个月"), 30, "一个月前"),
    (re.compile("上周|上个?(?:星期|礼拜)|一周"), 7, "一周前"),
    (re.compile("前天"), 2, "前天此时"),
)
_THIS_MONTH: Final = re.compile("(?:这个?|本|当)月|月初")
_THIS_WEEK: Final = re.compile("[这本]个?(?:周|星期|礼拜)|周一(?:以?来|到现在)")
_AGO: Final = re.compile(r"(?<![\d第])(?P<days>\d{1,2}|[两二三四五六七八九十]{1,2})天")
_DATED: Final = re.compile("[天日周月]|星期|礼拜")
_YESTERDAY = re.compile("昨天|昨日")
WHEN: Final = (
    "(?:[上这本]个?(?:周|星期|礼拜|月)|昨[天日]|前天|上次|之前|月初|当月|[最近前]+几天"
    r"|(?:\d{1,2}|[两二三四五六七八九十])天)"
)
_CHANGED: Final = "[涨升掉降跌]|变化|[进退]步|进展|提高|起色|长进|[多少]了|[多少高低好差强]没"
_COURSE: Final = re.compile(
    "(?:往?上)?(?:涨|升|掉|降|跌)(?:了|没|吗)|[进退]步|有变化|变化(?:大|没|了|吗|呢|$)|起色|长进"
    f"|(?:比|跟|和){WHEN}.{{0,8}}(?:多|少|好|强|高|低|比|怎么样|咋样|变)"
)
_NO_COURSE: Final = re.compile("要是|如果|假如|万一|目标|去年|谁|哪[个家]|改")


class History:
    """Everything that was reported and decided in one campaign, read once."""

    def __init__(self, uow: UnitOfWork, standing: Standing) -> None:
        self._now = standing
        self._submissions = uow.submissions.all(standing.campaign.id)
        self._reviews = uow.reviews.of_campaign(standing.campaign.id)

    @property
    def first(self) -> datetime | None:
        """When the first thing was reported."""
        return self._submissions[0].at if self._submissions else None

    def at(self, moment: datetime) -> Standing:
        """The campaign as it stood then, on the sheets that run now and today's targets."""
        last: dict[LeafKey, Submission] = {}
        for row in self._submissions:
            if row.at <= moment:
                last[row.code, row.subject] = row
        decided: dict[LeafKey, list[Review]] = defaultdict(list)
        for review in self._reviews:
            if review.at <= moment:
                decided[review.code, review.subject].append(review)
        records = {
            key: LeafRecord(last.get(key), effective(decided.get(key, ())), now.targets)
            for key, now in self._now.records.items()
        }
        return replace(self._now, records=records)


def compare(text: str, context: Context) -> Reply:
    """Now against then: the last summary unless the words name another time; years before are not known."""
    campaign = context.speaker.campaign
    earlier = year_before(text, context)
    if earlier or LAST_YEAR.search(text):
        year = earlier or campaign.year - 1
        return Reply(
            f"{year}年的结果没有导入，无法比较，不作推测。"
            f"要比请让质强办把{year}年开成考核任务并补录数据；本年内可回“和上周比”“趋势”。"
        )
    standing = standing_now(context)
    since, called = _since(text, context)
    history = History(context.uow, standing)
    if history.first is None:
        return Reply("还没有任何上报，没有可以比较的数据。")
    lines = [f"与{called}（{clock(since)}）相比："]
    before = history.at(since)
    lines += _totals(before, standing)
    rows = _changes(before, standing)
    lines += shown(rows, LISTED, "……另有{}项有变化") if rows else ["各项都没有变化。"]
    return Reply.of(*lines)


def year_before(text: str, context: Context) -> int | None:
    """The earliest year before the campaign's that the words name: 2014年, 14年."""
    years = (2000 + int(found[-2:]) for found in _YEAR.findall(text))
    return min((year for year in years if year < context.speaker.campaign.year), default=None)


def trend(_text: str, context: Context) -> Reply:
    """The total at the end of each of the last weeks, in words: no picture is made here."""
    campaign = context.speaker.campaign
    standing = standing_now(context)
    history = History(context.uow, standing)
    if history.first is None:
        return Reply("还没有任何上报，没有趋势可看。")
    moments = [context.now - timedelta(weeks=weeks) for weeks in range(WEEKS, 0, -1)]
    begun = max(campaign.opened_at, history.first - timedelta(weeks=1))
    moments = [moment for moment in moments if moment >= begun]
    lines = [f"《{campaign.name}》逐周累计（截至{clock(context.now)}，按上报暂得，来源：填报记录）："]
    lines += [f"{month_day(moment)}　{_figure(history.at(moment))}" for moment in [*moments, context.now]]
    lines.append(NO_FILES)
    return Reply.of(*lines)


def _since(text: str, context: Context) -> tuple[datetime, str]:
    """The moment to compare with, and what it is called."""
    ago = _AGO.search(text)
    days = whole_number(ago["days"]) if ago is not None else 0
    if days:
        return context.now - timedelta(days=days), f"{days}天前"
    today = local(context.now)
    for telling, back, called in (
        (_THIS_MONTH, today.day - 1, "这个月开始时"),
        (_THIS_WEEK, today.weekday(), "这周开始时"),
    ):
        if telling.search(text):
            begun = today.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=back)
            return begun.astimezone(context.now.tzinfo), called
    for telling, back, called in _BEFORE:
        if telling.search(text):
            return context.now - timedelta(days=back), called
    sent = None if _YESTERDAY.search(text) else _last_summary(context)
    return (sent, "上次汇总时") if sent is not None else (context.now - timedelta(days=1), "昨天此时")


def _last_summary(context: Context) -> datetime | None:
    rows = context.uow.outbox.list(contact_id=context.speaker.contact.id)
    sent = [row.created_at for row in rows if row.key.startswith(SUMMARY)]
    return sent[-1] if sent else None


def _totals(before: Standing, now: Standing) -> list[str]:
    lines = []
    several = len(now.sheets) > 1
    if now.has_points:
        for subject, sheet in now.sheets.items():
            old, new = before.sheets[subject].points or ZERO, sheet.points or ZERO
            if old != new or not several:
                where = f"{subject}：" if several else ""
                lines.append(f"{where}暂得{plain(old)}→{plain(new)}分（{_signed(new - old)}）")
    lines.append(f"没报齐{before.missing}→{now.missing}项。")
    return lines


def _changes(before: Standing, now: Standing) -> list[str]:
    rows = []
    several = len(now.sheets) > 1
    for (code, subject), record in now.records.items():
        old, new = (
            standing.sheets[subject].lines.get(code) if subject in standing.sheets else None
            for standing in (before, now)
        )
        was = before.records[code, subject]
        if old is None or new is None or (was.reported == record.reported and was.status == record.status):
            continue
        where = f"{subject}·" if several else ""
        if was.reported != record.reported:
            what = "新报" if not was.reported else "撤回" if not record.reported else "更正"
        else:
            what = {"accepted": "通过", "returned": "退回"}.get(record.status, "回到待审")
        gain = (new.points or ZERO) - (old.points or ZERO)
        rows.append(
            (abs(gain), f"{where}{code} {leaf_name(new.criterion, 18)} {what}，{_signed(gain)}分")
            if new.points is not None or old.points is not None
            else (ZERO, f"{where}{code} {leaf_name(new.criterion, 18)} {what}")
        )
    return [text for _, text in sorted(rows, key=lambda row: -row[0])]


def _signed(change: Decimal) -> str:
    return f"{'+' if change >= 0 else '−'}{plain(abs(change))}"


def _figure(standing: Standing) -> str:
    left = f"没报齐{standing.missing}项"
    if not standing.has_points or len(standing.sheets) > 1:
        return left
    (sheet,) = standing.sheets.values()
    return f"{plain(sheet.points or ZERO)}/{plain(sheet.full or ZERO)}分，{left}"


def of_unit(text: str, context: Context) -> Reply | None:
    """Its points and what it owes, then and now; None for anything else."""
    if _COURSE.search(text) is None or _NO_COURSE.search(text):
        return None
    units = mentions(text, context).units
    standing = standing_now(context)
    now = _row_of(units[0], standing) if len(units) == 1 else None
    if now is None:
        return None
    since, called = _since(text if _DATED.search(text) else "一周前", context)
    before = _row_of(now.unit, History(context.uow, standing).at(since))
    if before is None:
        return None
    marks = (
        f"暂得{plain(before.points)}→{plain(now.points)}分（满分{plain(now.full)}分），" if now.full else ""
    )
    same = before.points == now.points and len(before.missing) == len(now.missing)
    return Reply(
        f"{now.unit}与{called}（{clock(since)}）相比：{marks}没报齐{len(before.missing)}→{len(now.missing)}项"
        f"{'，没有变化' if same else ''}。\n回“{now.unit}”看明细，回“{now.unit} 改动记录”看经过。"
    )


def _row_of(unit: str, standing: Standing) -> UnitStanding | None:
    return next((row for row in standing.units if row.unit == unit), None)


COMMANDS = (
    reported_since.COMMAND,
    command(
        Act.TREND,
        "和上次比",
        "和上次比 跟上次比 比上次 有什么变化 变化 有啥变化 和昨天比 跟昨天比 和上周比 跟上周比 环比 同比",
        compare,
        rf"(?P<rest>.{{0,6}}?(?:和|跟|与|比|同|较|比起)(?:{WHEN}|去年|上年|往年|同期).{{0,10}})"
        rf"|(?=.*(?:{_CHANGED}))(?!.*(?:报|交|要是|如果|谁|哪[个家]|目标)).{{0,10}}{WHEN}.{{0,14}}"
        rf"|(?:那)?(?:比|跟|和)?{WHEN}(?:这个?时候|同期|底)?(?:我们|咱们?|全县|全市)?(?:是|得了?)?(?:呢|怎么样|多少分?|几分)[?？]?"
        r"|(?:我们|咱们?|全县|全市)?(?:去年|上年|往年|前年)(?:我们|全县|全市|考核)?(?:是|得|考|拿|排)?了?(?:多少|几|第几)(?:分|名)?.{0,3}",
        shy=True,
    ),
    Command(Act.TREND, "趋势", words("趋势 趋势图 走势 走势图 曲线 折线图 看趋势"), trend),
)
