"""日常问话的回答: what the office hears when it asks how reminders, matters, results and campaigns stand."""

import re
from typing import Final

from handlers.calendar.deadlines import milestone_name
from handlers.campaign.units import mentions
from handlers.command import saying
from handlers.context import Context
from handlers.lookups import explain
from handlers.matters import bonus, listing, settling
from handlers.messages import Reply
from handlers.office import opening, teaching, veto_facts
from handlers.office.days import calendar_days, moving
from handlers.office.days.items_named import leaf_named
from handlers.office.sending import planning
from handlers.office.sending.last_sent import last_sent
from handlers.reminding import record
from handlers.wording import clock, month_day

_AWARD: Final = re.compile(
    r"(?:记|加|给|算|得了?|拿了?|获得?|有)(?P<count>\d{1,2}|[一二两三四五])?[个项次](?P<name>[\u4e00-\u9fff]{2,16}?)(?:奖项?)?(?:吧|了|加分)*(?=[\s,，]|$)"
)


_AWARDED: Final = re.compile(
    r"(?:^|[\s,，、])(?P<name>[\u4e00-\u9fff]{2,16}?)(?P<count>\d{1,2}|[一二两三四五])[个项次](?=[\s,，吧]|$)"
)


def plan(_text: str, context: Context) -> Reply:
    """明天早上会催谁: the plan of the next working day."""
    return planning.plan("", context)


def reminded(text: str, context: Context) -> Reply:
    """昨天都提醒哪些人了: the record, of who is named where anybody is."""
    reply = record.record(text if _names(text, context) else "", context)
    read = "平台不告诉对方看没看，只知道送没送到。\n" if re.search("看到|看了|已读|读了", text) else ""
    return Reply(f"{read}{reply.text}")


def _names(text: str, context: Context) -> bool:
    people = context.uow.roster.list(context.speaker.campaign.id)
    return any(person.name in text or person.unit.lstrip("县市") in text for person in people)


def archived(_text: str, context: Context) -> Reply:
    """归档了没有: which milestones are."""
    locked = [
        milestone_name(context.rubric, milestone) or "全部" for milestone in sorted(context.arranged.locked)
    ]
    if locked:
        return Reply(f"已归档：{'、'.join(locked)}。要补报回“解除归档 节点 原因”。")
    return Reply("还没有归档过。能不能锁，问“现在能锁吗”；要锁发“归档”，先检查再确认。")


afterwards = saying(
    "归档后不再收填报、更正和审核（锁定就是归档），得分定为核定分，照样能看。确要补，由您"
    "“解除归档 半年节点 原因……”，补完再归档；没归档只是过了截止的，还能报，标逾期。"
)


def hidden(_text: str, context: Context) -> Reply:
    """成绩先别让各单位看到: who sees what before and after publication."""
    published = context.arranged.publication is not None
    if published:
        return Reply("结果已经发布过：联络员、分管领导只看到本单位的，看不到别家的，撤不回来。")
    return Reply(
        "还没有发布，没有改动：各单位只看得到本单位的暂得分，看不到别家的；您回“发布结果”再确认才发布。"
    )


def opened(text: str, context: Context) -> Reply | None:
    """开2016年的考核: another campaign, named as this one for that year; None where it is only spoken of."""
    if opening.BESIDE.search(text):
        return None
    return opening.start(opening.of_year(text, context), context)


def award(text: str, context: Context) -> Reply | None:
    """给住建局记一个鲁班奖: the bonus with its printed mark; None where no award is named."""
    found = _AWARD.search(text) or (_AWARDED.search(text) if "加分" in text else None)
    if found is None:
        return None
    return bonus.told_of(f"加分里{found['name']}{found['count'] or 1}个", context)


unreported = saying(
    "没有改动，不用另设：没报的项现在就按0分计入暂得，归档后定为不得分；过了截止每个工作日提醒，再往上报给分管领导。谁没报回“没报”，要催回“催办”，到期要锁发“归档”。"
)
daily = saying(
    "没有改动：自动提醒在工作日上午发，每人每天至多一次；哪位想换钟点由本人发“每天下午3点提醒我”。"
    "您能加的是截止当天再催一次：发“当天下午3点再催一次”。"
)


STANDING: Final = re.compile(
    r"(?:每天|天天|每日|每个?工作日|每周|每星期|每个?礼拜|每个?月|每隔|每(?:[一两二三四五\d]|几)[天周]|隔[一两二三几]?天|隔三差五|定期|一天一次|一直(?![没不未])|早晚)"
    r".{0,16}(?:提个?醒|催|通知|发(?:消息|通知|一遍|一次)|问一?[下遍]|敲打|督促)"
    r"|(?:提个?醒|催|通知|督促).{0,12}(?:每天|天天|每日|每个?工作日|每周|隔[一两二三几]天|一直催|直到|为止)"
)


def standing(text: str, context: Context) -> Reply | None:
    """没报的你每天早上提醒一下: what is reminded of by itself; nothing is sent once instead."""
    if re.search(
        "提醒我|告诉我|发给?我|通知我|叫我|几次|多少|太|(?:别|不[要用必])(?!周末|节假日|双休)|群里?|进度|我自己|改成|停",
        text,
    ):
        return None
    return standing_told(context)


def standing_told(context: Context) -> Reply:
    """When reminders leave by themselves, and how to send one more."""
    due = moving.due_of(context.milestone or "", context)
    until = (
        f"（现在的截止是{clock(due)}，{context.deadlines.left(context.now, due)}）" if due is not None else ""
    )
    return Reply(
        f"长期的提醒不能另排，现在也没有发。欠报的机器人自己会提醒：截止前15、7、3、1个工作日、截止当天{until}"
        "和逾期后的每个工作日上午，只发给没报齐的，报齐就停；明天会提醒谁回“提醒计划”。\n"
        "要多催：现在发一次回“催办”（先给您看名单）；截止当天加一次回“当天下午3点再催一次”；"
        "定个钟点发一次，说“明天上午9点通知各单位：……”。"
    )


def unread(text: str, context: Context) -> Reply:
    """上次发的通知谁没看: what is known of what was sent."""
    del text
    return last_sent(context)


def leaf(text: str, context: Context) -> Reply | None:
    """覆盖率报上来没, 5.4谁的: how one item stands, whoever reports it."""
    said = OF_LEAF.sub("", text)
    code = said if said in context.rubric.by_code else None
    found = leaf_named(said, context.running) if code is None and len(said) > 1 else None
    code = code or (found.code if found is not None else None)
    return explain.detail(code, context) if code is not None else None


OF_LEAF: Final = re.compile(
    r"(?:到底|这个|那个|现在)?(?:有?(?:报|交|填|传)(?:上来|过来|了|数)*(?:没有?|吗|了没|没啊|了吗)|(?:是|归)?(?:谁|哪家|哪个单位)(?:家)?(?:的|报的?|管的?|负责的?))[啊呀呢?？]*$"
)
locked = saying(
    "通过之后本单位改不了：5分钟内您或审核员回“撤销”；过了就由您解锁，说一句就行，如“城建局覆盖率解锁 补盖章页”，"
    "更正后重新待审。"
)
days_off = saying(
    "不发：自动提醒和摘要只在工作日的办公时间发，周末、法定节假日不发，调休上班日照发；"
    "您自己发的催办、通知随时都发。某天不发就说“7月6日别发”，回“看日历”看放假。"
)


def no_deletion(_text: str, context: Context) -> Reply:
    """那个考核删了: what is done instead."""
    return Reply(
        f"考核任务不能删，没有改动。不用了回“结束考核”：不再提醒，数据都留着（现在说的是《{context.speaker.campaign.name}》）。"
    )


def alias(text: str, context: Context) -> Reply | None:
    """这个叫法删了: a taught name is forgotten."""
    if not re.search("叫法|别名|简称|说法", text) or text.startswith("删除别名"):
        return None
    known = next(
        (said for said in (*context.arranged.aliases, *context.arranged.unit_names) if said in text), None
    )
    said = re.search(r"“?(?P<said>[^“”\s,，]{2,12}?)”?(?:这个|那个|的)?(?:叫法|别名|简称|说法)", text)
    name = known or (re.sub(r"^(?:把|将|删掉?|去掉|取消|不要)+", "", said["said"]) if said else "")
    return teaching.forget(name, context) if name else None


def campaign(_text: str, context: Context) -> Reply:
    """考核叫什么，到什么时候: its name, when it was opened, and the deadlines that run."""
    here = context.speaker.campaign
    said = moving.arrangements("", context).text
    return Reply(
        f"《{here.name}》，{month_day(here.opened_at)}建的，{len(here.subjects)}个被考核单位。\n{said}"
    )


def no_withdrawal(text: str, context: Context) -> Reply | None:
    """帮农发局撤回一下: whose the withdrawal is."""
    units = mentions(text, context).units
    people = [row for row in context.uow.roster.list(context.speaker.campaign.id) if row.name in text]
    if not units and not people:
        return None
    unit = units[0] if units else people[0].unit
    return Reply(
        f"没有撤：填报由{unit}自己撤回（他们回“撤回”），别人不能代撤。报错了可以由您代填更正，发“{unit} 指标 新数”；"
        "已通过的先由您解锁。"
    )


def ruled_out(text: str, context: Context) -> Reply:
    """华容区排除否决: said back before it is registered."""
    return veto_facts.register(f"排除否决 {text}", context)


def settled(text: str, context: Context) -> Reply | None:
    """那个热搜的事核实了: the open matter is settled after a yes."""
    return None if _pending_veto(context) else settling.settle_by_words(text, context)


def _pending_veto(context: Context) -> bool:
    veto = context.rubric.veto
    rows = context.uow.submissions.current(context.speaker.campaign.id, codes=[veto.code]) if veto else []
    return any((row.inputs or {}).get(veto.input if veto else "") == "preliminary" for row in rows)


def no_veto(_text: str, context: Context) -> Reply | None:
    """那个事不算 撤掉: nothing is registered; None where something is."""
    if _pending_veto(context):
        return None
    return Reply("没有登记着待认定的否决事件，不用撤。疑似事件的登记看“待办事项”。")


WORKED: Final = re.compile(
    r"(?:^|[\s,，。])(?P<day>(?:\d{1,2}月)?\d{1,2}[日号](?:我们|单位|全体|正常|照常|要)*(?:上班|放假|休息|调休|补休))(?:了|吧)*(?=$|[\s,，。])"
)


def worked(text: str, context: Context) -> Reply | None:
    """这周末加班，15号上班: that day alone."""
    found = WORKED.search(text)
    return calendar_days.declare(found["day"], context) if found is not None else None


def bonuses(_text: str, context: Context) -> Reply:
    """加分项有没有人报: the proposals that wait."""
    return listing.listing("加分提议", context)


def when_opened(text: str, context: Context) -> Reply:
    """2017年的考核什么时候开: by whom and how."""
    year = re.search(r"20\d\d", text)
    name = re.sub(r"\d{4}年度?", f"{year[0]}年度", context.speaker.campaign.name) if year else "名称"
    return Reply(
        f"哪天开原文未规定，由质强办定：要开就发“新建考核 {name}”，先让您确认；"
        "建好再定截止、粘名册、发绑定码，本次考核照常。没有新建。"
    )


GROUP: Final = re.compile(
    r"群里?(?:发|推|通报|公布|晒).{0,6}(?:进度|情况|进展|完成)"
    r"|(?:进度|情况|进展).{0,6}(?:发|推)到?群"
)
