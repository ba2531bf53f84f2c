"""日常问话: who was or will be reminded, what is open, what was done today, asked in everyday words."""

import re
from collections.abc import Callable
from typing import Final

from handlers import explain
from handlers.context import Context
from handlers.leading.unit_view import named
from handlers.matters import bonus, listing
from handlers.messages import Reply
from handlers.office import (
    archiving,
    extending,
    group_posting,
    history,
    moving,
    opening,
    planning,
    publishing,
    resending,
    teaching,
    veto_facts,
)
from handlers.reminding import record
from handlers.urging import too_often
from handlers.whom import Heard

_AWARD: Final = re.compile(
    r"(?:记|加|给|算|得了?|拿了?|获得?|有)(?P<count>\d{1,2}|[一二两三四五])?[个项次](?P<name>[\u4e00-\u9fff]{2,16}?)(?:奖项?)?(?:吧|了|加分)*(?=[\s,，]|$)"
)


_AWARDED: Final = re.compile(
    r"(?:^|[\s,，、])(?P<name>[\u4e00-\u9fff]{2,16}?)(?P<count>\d{1,2}|[一二两三四五])[个项次](?=[\s,，吧]|$)"
)


def _plan(_text: str, context: Context) -> Reply:
    return planning.plan("", context)


def _reminded(text: str, context: Context) -> Reply:
    reply = record.record(text if _names(text, context) else "", context)
    read = "平台不告诉对方看没看，只知道送没送到。\n" if re.search("看到|看了|已读|读了", text) else ""
    return Reply(f"{read}{reply.text}")


def _names(text: str, context: Context) -> bool:
    people = context.uow.roster.list(context.speaker.campaign.id)
    return any(person.name in text or person.unit.lstrip("县市") in text for person in people)


def _matter(text: str, context: Context) -> Reply:
    return listing.one(text, context)


def _archive(text: str, context: Context) -> Reply:
    return archiving.lock(text, context)


def _afterwards(_text: str, _context: Context) -> Reply:
    return Reply(
        "归档后不再收填报、更正和审核。确要补，由您“解除归档 半年节点 原因……”，补完再归档；"
        "没归档只是过了截止的，还能报，标逾期。"
    )


def _hidden(_text: str, context: Context) -> Reply:
    published = context.arranged.publication is not None
    if published:
        return Reply("结果已经发布过：联络员、分管领导只看到本单位的，看不到别家的，撤不回来。")
    return Reply(
        "还没有发布，没有改动：各单位只看得到本单位的暂得分，看不到别家的；您回“发布结果”再确认才发布。"
    )


def _opened(text: str, context: Context) -> Reply:
    year = re.search(r"20\d\d", text)
    name = re.sub(r"\d{4}年度?", f"{year[0]}年度", context.speaker.campaign.name) if year else ""
    return opening.start(name, context)


def _award(text: str, context: Context) -> Reply | None:
    found = _AWARD.search(text) or (_AWARDED.search(text) if "加分" in text else None)
    if found is None:
        return None
    return bonus.propose(f"加分里{found['name']}{found['count'] or 1}个", context)


def _daily(_text: str, _context: Context) -> Reply:
    return Reply(
        "没有改动：自动提醒在工作日上午发，每人每天至多一次；哪位想换钟点由本人发“每天下午3点提醒我”。"
        "您能加的是截止当天再催一次：发“当天下午3点再催一次”。"
    )


def _unread(text: str, context: Context) -> Reply:
    del text
    return Reply(f"平台不告诉对方看没看，只知道送没送到。\n{resending.undelivered('', context).text}")


def _leaf(text: str, context: Context) -> Reply | None:
    """覆盖率报上来没, 5.4谁的: how one item stands, whoever reports it."""
    said = _OF_LEAF.sub("", text)
    running = [leaf for leaf in context.rubric.criteria if leaf.milestone in (None, context.milestone)]
    code = said if said in context.rubric.by_code else None
    found = extending.leaf_named(said, running) if code is None and len(said) > 1 else None
    code = code or (found.code if found is not None else None)
    return explain.detail(code, context) if code is not None else None


_OF_LEAF: Final = re.compile(
    r"(?:到底|这个|那个|现在)?(?:有?(?:报|交|填|传)(?:上来|过来|了|数)*(?:没有?|吗|了没|没啊|了吗)|(?:是|归)?(?:谁|哪家|哪个单位)(?:家)?(?:的|报的?|管的?|负责的?))[啊呀呢?？]*$"
)


def _locked(_text: str, _context: Context) -> Reply:
    return Reply(
        "通过之后本单位改不了：5分钟内您或审核员回“撤销”；过了就由您解锁，说一句就行，如“城建局覆盖率解锁 补盖章页”，"
        "更正后重新待审。"
    )


def _days_off(_text: str, _context: Context) -> Reply:
    return Reply(
        "不发：自动提醒和摘要只在工作日的办公时间发，周末、法定节假日不发，调休上班日照发；"
        "您自己发的催办、通知随时都发。某天不发就说“7月6日别发”，回“看日历”看放假。"
    )


def _no_deletion(_text: str, context: Context) -> Reply:
    return Reply(
        f"考核任务不能删，没有改动。不用了回“结束考核”：不再提醒，数据都留着（现在说的是《{context.speaker.campaign.name}》）。"
    )


def _alias(text: str, context: Context) -> Reply | None:
    known = next((said for said in context.arranged.aliases if said in text), None)
    return (
        teaching.forget(known, context)
        if known is not None and re.search("叫法|别名|简称|说法", text)
        else None
    )


def _no_withdrawal(text: str, context: Context) -> Reply | None:
    units = named(text, context).units
    people = [row for row in context.uow.roster.list(context.speaker.campaign.id) if row.name in text]
    if not units and not people:
        return None
    unit = units[0] if units else people[0].unit
    return Reply(
        f"没有撤：填报由{unit}自己撤回（他们回“撤回”），别人不能代撤。报错了可以由您代填更正，发“{unit} 指标 新数”；"
        "已通过的先由您解锁。"
    )


def _ruled_out(text: str, context: Context) -> Reply:
    return veto_facts.register(f"排除否决 {text}", context)


def _no_veto(text: str, context: Context) -> Reply | None:
    veto = context.rubric.veto
    rows = context.uow.submissions.current(context.speaker.campaign.id, codes=[veto.code]) if veto else []
    if any((row.inputs or {}).get(veto.input if veto else "") == "preliminary" for row in rows):
        return None
    del text
    return Reply("没有登记着待认定的否决事件，不用撤。疑似事件的登记看“待办事项”。")


_GROUP: Final = re.compile(
    r"群里?(?:发|推|通报|公布|晒).{0,6}(?:进度|情况|进展|完成)"
    r"|(?:进度|情况|进展).{0,6}(?:发|推)到?群"
)
_WAYS: Final[tuple[tuple[re.Pattern[str], Callable[[str, Context], Reply | None]], ...]] = (
    (
        re.compile(
            r"(?:明天|明早|下次|后天|下周|接下来|今天下午|下午).{0,6}(?:会|要|还|自动)*.{0,3}(?:催|提醒|发).{0,4}(?:谁|哪|几|什么|吗)"
        ),
        _plan,
    ),
    (
        re.compile(
            r"(?:昨天|前天|今天|上午|刚才|这周|上周|之前|近几天|一共|都).{0,6}(?:催|提醒)(?:了|过|的)?.{0,4}(?:谁|哪|几)"
            r"|(?:催|提醒)过?了(?:哪|谁|几)|(?:谁|哪[些几]?[个家位]?人?).{0,4}(?:催|提醒)(?:过|了)"
            r"|(?:提醒|催办|催).{0,6}(?:看到|看了|收到|送到|发到|已读|读了)(?:没|吗|了没)|(?:看到|收到).{0,4}(?:提醒|催办)(?:没|吗|了)"
        ),
        _reminded,
    ),
    (
        re.compile(
            r"(?:每天|一天|天天).{0,4}(?:催|提醒).{0,3}[一1两2]次|(?:不要|别).{0,3}(?:催|提醒).{0,2}[两2三3]次"
        ),
        too_often,
    ),
    (
        re.compile(r"第?\d{1,4}号(?:事项|申请|异议|申诉|那个|那件|事).{0,4}(?:办|处理|批|结|怎么样|咋样)"),
        _matter,
    ),
    (
        re.compile(
            r"^(?:锁定|锁了|封账|归档)(?:吧|了)[\s,，]*(?:不许|不让|不能|谁也|别让).{0,6}$|^(?:把|将)?(?:上半年|半年|前三季度|三季度|年终|全年|这个节点)(?:节点|数据|报送|填报)?(?:的|就|给|先|都)*(?:锁|关|封|截)(?:了|掉|上|住|账|死|闭|定)*(?:吧|啊)?"
            r"(?:[\s,，]*(?:不许|不让|不能|谁也|别让).{0,10})?$"
        ),
        _archive,
    ),
    (
        re.compile(
            r"(?:关|归档|锁|封|截止)(?:了|掉|上)?(?:之?后|以后|完).{0,6}(?:能|可以|让).{0,4}(?:补|改|报|交)"
        ),
        _afterwards,
    ),
    (
        re.compile(
            r"(?:成绩|分数?|得分|结果|排名).{0,4}(?:先|暂时)?(?:别|不要|不能|不让).{0,8}(?:看|公布|知道|公开|发布|外传)"
        ),
        _hidden,
    ),
    (
        re.compile(
            r"(?:新的?|明|下一?|\d{4}).{0,2}年度?的?(?:考核)?(?:怎么|咋|如何)?(?:开|建|启动|办)"
            r"|(?:开|建|启动)(?:一?个)?(?:\d{4}年度?|新年度|明年|下一?年)的?.{0,4}考核"
        ),
        _opened,
    ),
    (
        re.compile(r"(?:今天|昨天|我|刚才).{0,4}(?:干|做|办|弄|安排)了?(?:些|哪些)?(?:啥|什么|哪些事)"),
        history.arranged,
    ),
    (_GROUP, group_posting.sample),
    (re.compile(r"^群里?(?:先|就|暂时)?(?:别|不要|不用|停)(?:再)?(?:发|推|通报)"), group_posting.turn_off),
    (re.compile(r"(?:提醒|催办?)(?:改|换|定|调)(?:成|到|为|在)?(?:每天|天天|工作日|以后).{0,8}点"), _daily),
    (
        re.compile(
            r"(?:通知|消息|转达).{0,8}(?:谁|哪些?|几个?).{0,6}(?:没看|看了|没读|读了|已读)"
            r"|(?:谁|哪些).{0,4}(?:没看|看了).{0,4}(?:通知|消息)"
        ),
        _unread,
    ),
    (
        re.compile(
            r"(?:延期?|宽限).{0,4}(?:到|了)?(?:什么时候|哪[天一]|几号|多久|谁|哪几?[家个项])|(?:谁|哪[些几]?[家个]).{0,4}延(?:期|了)"
            r"|(?:截止|时限|最晚).{0,10}(?:几点|还是|什么时候|哪天|几号)"
        ),
        moving.arrangements,
    ),
    (re.compile(r"通过(?:了|过)?的?.{0,6}(?:还)?(?:能|可以)(?:改|撤|退|动|更正)"), _locked),
    (
        re.compile(
            r"(?:期间|放假|周末|节假日|国庆|春节|五一|端午|中秋|元旦|晚上|夜里).{0,6}(?:催|提醒|发).{0,3}(?:吗|不|么|[?？])"
        ),
        _days_off,
    ),
    (
        re.compile(r"发布.{0,6}(?:之?前|先).{0,8}(?:看|样子|预览)|先.{0,4}看.{0,6}发布.{0,6}(?:样|啥)"),
        publishing.publish,
    ),
    (
        re.compile(r"考核(?:任务)?.{0,6}(?:删|不要了|撤了|作废)|(?:删|撤)掉?.{0,8}考核(?:任务)?$"),
        _no_deletion,
    ),
    (re.compile(r"(?:删|去掉|不要|忘|作废|取消)"), _alias),
    (
        re.compile(r"(?:帮|替|给|把).{1,12}(?:撤回|撤销|撤了|撤掉)(?!.{0,4}(?:通知|延期|目标))"),
        _no_withdrawal,
    ),
    (
        re.compile(r"(?:排除|不成立|查无|不属实).{0,8}否决|否决.{0,10}(?:排除|不成立|查无|不属实)|排除否决"),
        _ruled_out,
    ),
    (_OF_LEAF, _leaf),
    (re.compile(r"(?:那个事|这个事|那事|否决).{0,6}(?:不算|撤|作废|取消|不是)"), _no_veto),
    (re.compile(r"[个项次][\u4e00-\u9fff]{2,16}|加分.*[个项次]"), _award),
)


def answer(_heard: Heard, text: str, context: Context) -> Reply | None:
    """What one of the everyday questions is answered with."""
    if len(text) > _LONGEST:
        return None
    said = text.strip()
    return next(
        (
            reply
            for pattern, run in _WAYS
            if pattern.search(said) and (reply := run(said, context)) is not None
        ),
        None,
    )


_LONGEST: Final = 40
