"""What is answered to each kind of thing that the office says; None where the words single out more than that kind."""

import re
from typing import Final

from handlers import dialogs
from handlers import help as helping
from handlers.calendar.dates import day_in
from handlers.context import Context
from handlers.matters.listing import find, listing, one, seen
from handlers.matters.settling import settle_by_words
from handlers.messages import Reply
from handlers.office import entering
from handlers.office.days import calendar_days, moving
from handlers.office.days.due_days import due_day
from handlers.office.errands import entry
from handlers.office.errands.asked import authorship, everyday
from handlers.office.people import erasing
from handlers.office.results import counting
from handlers.people.enrolled import enrolled
from handlers.people.whom import hear
from handlers.reminding.record import record
from handlers.reminding.urging import urge
from handlers.suggesting.offering import ask_slot, choose
from handlers.wording import leaf_name, local, month_day

_LEFT: Final = "离职|走了|调走|调离|退休|不在|离开|辞|信息|资料|隐私|要求"


def names_nobody(text: str, context: Context) -> bool:
    """Whether no unit and nobody is singled out or left out."""
    heard = hear(text, context)
    return not heard.spared and all(one.owing or one.everybody for one in heard.whom)


def off(text: str, context: Context) -> Reply | None:
    """No routine message on that day; a bare 6号 that is over is of the next month, unless a festival has just been then."""
    day = day_in(text, local(context.now).date())
    if day is None or not names_nobody(text, context):
        return None
    if calendar_days.EVER.search(text):
        return Reply(
            "没有按星期几排的提醒，不能每周停一天，没有改动。哪天不要发说“7月6日别发”，"
            "哪家先不催说“先别催 单位名”；会提醒谁回“提醒计划”。"
        )
    today = local(context.now).date()
    if day < today and not _PAST.search(text):
        day = due_day(text, today, None) or day
        return calendar_days.set_day(day, False, text, context)
    return calendar_days.set_days(text, context) or calendar_days.set_day(day, False, text, context)


_PAST: Final = re.compile(f"{'|'.join(calendar_days.FESTIVALS)}|补假|补休|调休|放假|周|星期|礼拜")


def half_day(text: str, context: Context) -> Reply | None:
    """7月1号放半天假: the calendar knows whole days only."""
    day = day_in(text, local(context.now).date())
    if day is None or not names_nobody(text, context):
        return None
    return choose(
        f"日历只按整天记，没有半天假，没有改动：{month_day(day)}照常算工作日、照常发。要整天不发：",
        ((f"{day.month}月{day.day}日别发", f"{month_day(day)}整天设为非工作日，不发提醒"),),
        context,
    )


def declared(text: str, context: Context) -> Reply | None:
    """7月6号调休，7月11号补班."""
    return calendar_days.set_days(text, context) if names_nobody(text, context) else None


def day_asked(text: str, context: Context) -> Reply | None:
    """12月31号上不上班."""
    day = day_in(text, local(context.now).date())
    return calendar_days.kind_of_day(day, context) if day is not None else None


def whole(text: str, context: Context) -> Reply | None:
    """How much has come in, where no unit and no item is singled out."""
    item = authorship.leaf_in(_COUNTED.sub("", text), context)
    return counting.counts(text, context) if item is None and names_nobody(text, context) else None


_COUNTED: Final = re.compile(
    "[报交收填审传]|完成|上来|了|多少|几|百分|[项个家]|已经|目前|现在|到底|[还没差,，\\s]"
)


def matters(text: str, context: Context) -> Reply | None:
    """城建局申诉的是哪项 处理完没, 谁申请回避了: the open matters of that kind, or how many are settled."""
    word = next((word for said, word in _OF_KIND if re.search(said, text)), "")
    return listing(word, context) if word else None


_OF_KIND: Final = (
    ("责任(?:认领|异议)|认领异议", "责任认领"),
    ("申诉|异议", "异议"),
    ("疑似", "疑似事件|疑似否决"),
    ("补充?材料的?(?:请求|要求|申请)", "补充材料请求"),
    ("代审|替审", "代审申请"),
    ("回避", "回避"),
    ("加分(?:提议|申请)", "加分提议"),
    ("解锁申请", "解锁申请"),
    ("交接|[换改]了?联[系络][人员]|联[系络][人员]的?(?:变更|变动|更换)", "交接申请|联系人"),
)
MATTERS: Final = "|".join(said for said, _ in _OF_KIND)


def matter_asked(text: str, context: Context) -> Reply | None:
    """第1号是啥, where a matter of that number is open."""
    return one(text, context) if find(text, seen(context)) is not None else None


def appeal_settled(text: str, context: Context) -> Reply | None:
    """把城建局的申诉驳回: the order for the one open appeal of that unit, to be chosen; which of several is asked."""
    units = {unit for whom in hear(text, context).whom for unit in whom.units}
    rows = [row for row in seen(context) if row.kind == "appeal" and (not units or row.unit in units)]
    result = _RESULT.search(text)
    if not rows or result is None:
        return None
    if len(rows) == 1:
        return settle_by_words(f"{rows[0].unit}的异议{result[0]}", context)
    orders = [
        (f"办结 {row.number} {result[0]}", f"第{row.number}号（{row.unit}）：{result[0]}") for row in rows
    ]
    return choose("办结哪一件？会告诉提出的人，还没有办。", orders[:_MOST], context)


_RESULT: Final = re.compile(
    "驳回|不(?:成立|支持|予支持|同意|采纳)|成立|维持(?:原分|原判)?|同意|支持|采纳|属实"
)
_MOST: Final = 5


def helped(text: str, context: Context) -> Reply | None:
    """我能做什么."""
    return helping.help_text(text, context) if names_nobody(text, context) else None


def when(_text: str, context: Context) -> Reply:
    """国庆前催一次: on which day, at what hour."""
    return ask_slot("{day}{hour}再催一次没报的", context)


def erased(text: str, context: Context) -> Reply | None:
    """Of the one who is named; the number alone of somebody who stays is asked about."""
    roster = context.uow.roster.list(context.speaker.campaign.id)
    names = {row.name for row in roster if row.name in text}
    if len(names) != 1:
        return None
    name = names.pop()
    if re.search(_LEFT, text) or any(row.name == name and not row.active for row in roster):
        return erasing.erase(name, context)
    choices = [
        (
            f"把离职的{name}信息删了",
            f"{name}已经不管这事：抹去电话、手机、微信等全部个人信息（先给您看再确认）",
        ),
        (f"停用 {name}", f"只停用{name}，资料留着"),
    ]
    return choose(
        f"只删{name}的号码、人还留着不行（提醒要靠它）；号码不对发“{name}手机 新号码”更正。您是要：",
        choices,
        context,
    )


def standing(_text: str, context: Context) -> Reply:
    """提前5天和提前2天各提醒一次."""
    return everyday.standing_told(context)


def urged(text: str, context: Context) -> Reply | None:
    """哪些没动静的挨个提醒下."""
    return urge("", context) if names_nobody(text, context) else None


def how_urged(text: str, context: Context) -> Reply:
    """怎么催人: by which words; nothing is drafted by the question, and a unit without a contact is told."""
    heard = hear(text, context).one
    if heard is not None and heard.units and not heard.people:
        return Reply(
            f"{heard.called}在名册里没有联络员，催不到，没有催。先补人：发“新增联络员 {heard.units[0]} 姓名 手机”；"
            "补上以前请电话催，数可以由您代填。"
        )
    return Reply(
        "现在没有催。发“催办”催所有欠报的，“催 单位名”只催一家，“只催没交材料的”催材料：都先列名单，您回“是”才发。\n"
        "到点再催发“当天下午3点再催一次”；自动发的回“提醒计划”看，催过谁回“催办记录”。"
    )


def why_not_urged(text: str, context: Context) -> Reply:
    """为什么没催旅游局: what was sent to them, and by which words they are urged; nothing is drafted."""
    units = [unit for one in hear(text, context).whom for unit in one.units][:1]
    return Reply(f"{record(' '.join(units), context).text}\n{how_urged(text, context).text}")


def moved(text: str, context: Context) -> Reply | None:
    """截止7.8."""
    return moving.move(f"截止改到 {text}", context) if names_nobody(text, context) else None


def moved_to_day(text: str, context: Context) -> Reply | None:
    """7.3截止 改一下; None where an item has that number."""
    numbers = {found[0] for found in _DOTTED.finditer(text)}
    return None if numbers & set(context.rubric.by_code) else moved(text, context)


_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}")


def at_odds(text: str, context: Context) -> Reply:
    """报的跟省里通报的不一样，怎么办: which counts, and what may be done."""
    units = hear(text, context).whom
    whose = units[0].units[0] if units and len(units[0].units) == 1 else "单位名"
    return Reply(
        "以哪个数为准原文未规定，由质强办定，没有改动。能做的：\n"
        f"让对方核实：回“跟{whose}说：您报的数与省里通报的不一致，请核实，报错了直接重发”；\n"
        f"待审的退回：“退回 {whose} 指标 与省通报不一致”；已通过的先解锁：“{whose}指标解锁 原因”；\n"
        f"按通报的数代填（留痕、重新待审）：“{whose} 指标 数值”。"
    )


def misreported(text: str, context: Context) -> Reply | None:
    """胡杰刚发短信来说1.1填错了，应该是97.1: entered for him after a yes where that is clear, else asked how."""
    roster = enrolled(context)
    people = [row for row in roster if row.role == "contact" and row.name in text]
    if len(people) != 1:
        return None
    value = _RIGHT_VALUE.search(text)
    drafted = entry.enter(hear(text, context), text, context) if value is not None else None
    state = dialogs.present(context)
    if drafted is not None and state is not None and state["kind"] in entering.ANSWERS:
        return drafted
    person = people[0]
    choices = [
        (
            f"跟{person.name}说：您说填错的那一项，请直接在这里重发正确的数，会留痕、重新待审",
            f"请{person.name}自己在这里重发（先给您看要发的话）",
        )
    ]
    codes = [code for code in re.findall(r"\d{1,2}\.\d{1,2}", text) if code in context.rubric.by_code]
    if len(codes) == 1 and value is not None:
        entered = f"{person.subject or person.unit} {codes[0]} {value['value'].strip()}"
        choices.append((entered, f"由您代填：{entered}"))
    return choose(f"{person.unit}{person.name}说填错了，还没有改动。怎么更正？", choices, context)


_RIGHT_VALUE: Final = re.compile(
    r"(?:应该?是|应为|改成|实际是?|[,，\s]是)\s*(?P<value>\d+(?:\.\d+)?\s*[%％]?)"
)


def left_out(text: str, context: Context) -> Reply | None:
    """3.1先不考核行不行: what is printed is not left out in chat."""
    code = next((code for code in context.rubric.by_code if code in text), None)
    code = code or authorship.leaf_in(re.sub(f"{UNCOUNTED}|行不行|可以吗|行吗|吧|这项|了", "", text), context)
    if code is None:
        return None
    name = leaf_name(context.rubric.criterion(code), 24)
    return Reply(
        f"{code} {name}：细则印的项在聊天里不能去掉、也不能暂停，没有改动；没报的按0分计。\n"
        "确实不考：由质强办签发补充方案（各项合计要对得上），交装系统的信息人员换上；"
        f"只是晚一点，说“{code}延到某日 原因……”。"
    )


UNCOUNTED: Final = "[先暂]?不(?:予|用|再)?(?:考核?|计分|算分|纳入)|(?:取消|暂停|免)(?:考核|计分)"


def not_urged(text: str, context: Context) -> Reply | None:
    """没报的先不催: nothing is sent, and what goes on by itself."""
    if not names_nobody(text, context):
        return None
    return Reply(
        "好的，没有催。机器人仍按时限提醒欠报的；哪天不要发说“7月6日别发”，哪家先不提醒说“先别催 单位名”。"
    )
