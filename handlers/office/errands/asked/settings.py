"""设定: where something is set, and what the office would set that chat does not: said clearly, with what can be done."""

import re
from collections.abc import Callable
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.command import saying
from handlers.context import Context
from handlers.leading.over_time import forecast
from handlers.leading.topics import leaves_about, topic_of
from handlers.lookups import explain
from handlers.messages import Reply
from handlers.office.errands.asked.rules import assessed_by
from handlers.office.errands.reassigning import leaf_said
from handlers.office.targets_told import where
from handlers.people.enrolled import enrolled
from handlers.people.whom import Heard
from handlers.suggesting.offering import choose
from handlers.wording import leaf_name

_LONGEST: Final = 40
_HOW: Final = (
    "(?:在|到|从|去)?(?:哪[里儿]?|什么地方|啥地方)(?:能|可以|去)?(?:设|定|改|填|录|弄|调|换|找)"
    "|(?:怎么|咋|如何|怎样)(?:才能|能|去|来)?(?:设|填|录|设置|设定|调整|改)"
)


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """这个提醒文字改一下, 目标在哪里设; None where no setting is meant."""
    said = text.strip()
    if len(said) > _LONGEST:
        return None
    return next(
        (
            reply
            for pattern, run in _WAYS
            if pattern.search(said) and (reply := run(said, context)) is not None
        ),
        None,
    )


def _assessor(said: str, context: Context) -> Reply | None:
    """第5项的审核改成李强: who assesses goes by the document's column and the reviewers' units."""
    leaf = leaf_said(said, context)
    now = f"{leaf.code} {leaf_name(leaf, 24)}现在{assessed_by(leaf, context)}。" if leaf is not None else ""
    people = enrolled(context)
    person = next((row for row in people if row.name in said), None)
    if person is None:
        way = "要谁能审，说“把某某设为审核员”"
    elif person.role == "reviewer":
        way = f"{person.name}已经是{ROLE_NAMES['reviewer']}，他能审的都在他的“待审”里"
    else:
        way = f"要{person.name}能审，说“把{person.name}设为审核员”"
    return Reply(
        f"没有改动：谁审由细则印的考核部门和名册里审核员的单位定，聊天里不能单把一项指给某个审核员。{now}\n"
        f"{way}；有人不在几天，说“某某出差，某日到某日让某某替他审”；您自己也能审，发“待审”。"
    )


_reminder_words = saying(
    "自动提醒的文字改不了，没有改动：它按各家当时的欠项现写（单位、节点、截止、缺哪几项）。样子回“提醒计划”看。\n"
    "要用自己的话，当场发“通知没报的单位：……”，或约个钟点“明天上午9点通知没报的单位：……”，都先给您看再发。"
)


def _annual(_said: str, context: Context) -> Reply | None:
    """全年的分是三个节点平均还是看年终: what is taken, since no document prints it."""
    nodes = [node.name for node in context.rubric.milestones]
    if not nodes:
        return Reply("这份细则不分节点，没有几个节点怎么合的问题：全年就是一张表，各项得分相加。没有改动。")
    latest = context.rubric.annual_policies[0] == "latest"
    policies = [forecast.POLICIES.get(policy, policy) for policy in context.rubric.annual_policies]
    others = (
        f"另可按{'、'.join(policies[1:])}算，要换由质强办定了口径，写进补充方案。" if policies[1:] else ""
    )
    so = "：同一项有几个节点的，全年只算最后那个节点的得分" if latest else ""
    return Reply(
        f"{'、'.join(nodes)}怎样合成全年的分，原文未规定，现在按{policies[0]}算{so}。"
        f"各节点自己的分照旧分开算。\n{others}没有改动。"
    )


def _no_bonus(said: str, context: Context) -> Reply | None:
    """九华加分0.5, where the document gives no bonus."""
    if context.rubric.bonus is not None or re.search(r"[?？吗]$|几分|多少", said):
        return None
    return Reply(
        f"《{context.speaker.campaign.name}》的文件里没有加分项（原文未规定），没有记录。"
        "别的考核任务里有加分的，先发“切换 名称”再说一遍；有哪些任务回“考核任务”。"
    )


_copies = saying(
    "要交几份、几页、怎么装订，原文未规定，这里也没有这样的设定，没有改动。"
    "要各家照您定的份数交，发“通知全体：自评报告交3份”这样一句，先给您看再发。"
)
_later_points = saying(
    "会：改了目标，已报的得分当场按新目标重算（报的数不变）；已经发布出去的那一份不会跟着变，要重发再发“发布结果”。没有改动。"
)
_readings = saying(
    "聊天里不改细则的口径，没有改动：要另定，请质强办签发补充方案，由装系统的信息人员换上；"
    "个别得分由审核员核定。原文和现在的口径回“疑点”看；要把您定的告诉各单位，说“通知全体：……”。"
)
_to_one_alone = saying(
    "长期只发给其中一位不行，没有改动，也没有发：自动提醒发给欠报单位在册的每位联络员。不要谁收，说“停用 姓名”；"
    "只是这次提醒一位，说“提醒一下王敏”。"
)
_codes_at_once = saying(
    "绑定码一人一个，不能几个人共用。没绑的一次都发，说“给没绑的人都发一遍码”；谁没绑回“绑定情况”。没有发。"
)
_NOTED: Final = re.compile(
    r"^(?>你|帮我|给我|先|请|麻烦)*(?:记(?:一下|下来?|一笔|着|住|上|得)|备忘)[:：,，\s]*"
    r"(?P<what>(?=.*(?:周|星期|礼拜|\d[号日点]|[今明后]天))(?!.*(?:否决|事件|事故|加分|催|发|报|交|截止)).{0,16}(?:开.{0,4}会|例会|会议|培训|调研|检查))[。!！]?$"
)


def _own_notes(said: str, context: Context) -> Reply:
    """记一下周五开会: nothing is noted; a meeting is offered as a notice."""
    none = "机器人不记个人备忘，没有记录，到时不会提醒您。"
    if (found := _NOTED.search(said)) is not None:
        order = f"通知各单位：{found['what']}"
        return choose(f"{none}要告诉大家：", ((order, f"{order}（先给您看再发）"),), context)
    return Reply(
        f"{none}考核截止、待审的提醒照常；要约个钟点发给单位，"
        "说“6月29日9点通知没报的单位：……”，先给您看再排。"
    )


_paused = saying(
    "整个考核没有“暂停”，没有改动。能做的：哪几天不发，说“7月6日别发”；哪家先不催，说“先别催 单位名”；"
    "往后延，说“截止改到某日 原因……”；彻底不办了，发“结束考核”。"
)


def _where_targets(_said: str, context: Context) -> Reply:
    return Reply(where(context))


_where_deadlines = saying(
    "就在这里说：整体改期“截止改到7月3号 原因……”，单独一家延“城建局延到7月3号 原因……”，都先给您看再办；"
    "现在的时限回“时限安排”，放假调休回“看日历”。没有改动。"
)


def _where_reminders(_said: str, context: Context) -> Reply:
    hours = context.arranged.hours
    return Reply(
        f"自动提醒不用设：截止前15、7、3、1个工作日、当天和逾期后每个工作日{hours.opens:%H:%M}以后发，只发给没报齐的；名单回“提醒计划”。\n"
        "能设的：当天加一次“当天下午3点再催一次”；某天不发“7月6日别发”；某家先不催“先别催 单位名”；"
        "上下班“办公时间 8:30-12:00 14:00-17:30”。没有改动。"
    )


_where_people = saying(
    "就在这里说：加人“新增联络员 单位 姓名 手机”，换人“李四调走了换王五”，停用“停用 李四”，改号码“李四电话改成139……”，"
    "改角色“把李四设为审核员”，发码“绑定码 李四”；一批人发名册表格。谁没绑定回“绑定情况”。没有改动。"
)


def _how_reported(said: str, context: Context) -> Reply | None:
    """宣传那20分怎么录: what has to be put in for the items that are named, and by whom."""
    topic = topic_of(_REPORTED.sub("", re.sub(r"[那这]?\d*分", "", said)))
    leaves = leaves_about(topic, context.running) if len(topic) > 1 else ()
    if len(leaves) == 1:
        return explain.detail(leaves[0].code, context)
    if not leaves or len(leaves) > _SEVERAL:
        return None
    rows = [
        f"{leaf.code} {leaf_name(leaf, 30)}：由{leaf.reporter or '各被考核单位'}报"
        f"{'、'.join(item.label for item in leaf.before_review)}"
        for leaf in leaves
    ]
    how = f"发“编号 数”就记，如“{leaves[0].code} 1”；替别家填带上单位名。看一项发“详情 {leaves[0].code}”。没有记录。"
    return Reply("\n".join([*rows, how]))


_SEVERAL: Final = 5
_REPORTED: Final = re.compile(
    r"(?:怎么|咋|如何|怎样|在哪[里儿]?)(?:能|去|来)?(?:录|填|报|登)(?:入|进去|上|记)?(?:的|呢|啊)?[?？]?$"
)
_WAYS: Final[tuple[tuple[re.Pattern[str], Callable[[str, Context], Reply | None]], ...]] = (
    (
        re.compile(
            r"^(?!.*(?:每天|自动|截止|待审|单位|没[报交]|关|停|别|不)).*(?:到时候?|那天|当天|[\d一二三四五六七八九十]点|[日号]|周[一二三四五六日]|明[天早]|后天|月底)"
            rf".{{0,12}}(?:提醒|叫|喊|通知|告诉)(?:一?下|一声)?我(?!们?[局办])|{_NOTED.pattern}"
        ),
        _own_notes,
    ),
    (
        re.compile(
            r"(?:审核?|把关|评|打分)(?:的?(?:人|单位|权))?(?:就|都)?(?:改|换|转|指定|分|派)(?:成|为|给|到|由|让|个|一?下)"
            r"|(?:改|换|以后|今后|往后)(?:都|就)?(?:成|由|让|归|给)[^,，。\d]{2,12}(?:来)?(?:审|把关|评|打分)(?![报交])"
        ),
        _assessor,
    ),
    (
        re.compile(
            r"提醒(?:的)?(?:那[个条])?(?:文字|内容|文案|措辞|话|语气|模板|格式|消息|文本)(?!.{0,4}(?:发给|给我|看)).{0,6}(?:改|换|调|写|编|客气|太|简|长|短|自定|加上)"
            r"|(?:改|换|调|编辑|自定义|修改)(?:一?下)?(?:自动)?提醒的?(?:文字|内容|文案|措辞|话|语气|模板|格式)"
            r"|提醒(?:里|的?时候|中)?(?:能不能|可不可以|可以)?(?:加上?|带上?|写上?)(?:一句|句|一段|个)"
        ),
        _reminder_words,
    ),
    (
        re.compile(
            r"(?:全年|年度|总|一年|最[后终]|年底)的?(?:总?分|得分|成绩|结果).{0,10}(?:平均|加起来|相加|合成|合计|年终|怎么[算合]|哪个节点|取最)"
            r"|(?:[三3几两]|各)个?节点.{0,10}(?:平均|加起来|相加|合成|怎么[合算]|占多少|权重|比例)"
        ),
        _annual,
    ),
    (re.compile(r"加分|加\s*\d+(?:\.\d+)?\s*分"), _no_bonus),
    (re.compile(rf"(?:目标值?|任务数).{{0,4}}(?:{_HOW})|(?:{_HOW}).{{0,4}}(?:目标|任务数)"), _where_targets),
    (
        re.compile(rf"(?:截止|时限|期限|时间).{{0,4}}(?:{_HOW})|(?:{_HOW}).{{0,4}}(?:截止|时限|期限)"),
        _where_deadlines,
    ),
    (re.compile(rf"提醒.{{0,5}}(?:{_HOW})|(?:{_HOW}).{{0,4}}提醒"), _where_reminders),
    (
        re.compile(
            rf"(?:名册|人员|联络员|名单|联系人|角色|权限).{{0,4}}(?:{_HOW})|(?:{_HOW}).{{0,4}}(?:名册|联络员|角色|权限)"
        ),
        _where_people,
    ),
    (_REPORTED, _how_reported),
    (
        re.compile(r"目标.{0,4}(?:改|变|调|换)[^,，]{0,12}(?:得?分|成绩)[^,，]{0,6}(?:变|重新|重算|影响|动)"),
        _later_points,
    ),
    (
        re.compile(
            r"口径.{0,4}(?:(?:改|换|调|定)(?:成|为|按|到|一?下|[:：])|明确一?下|统一(?:一下|成|为|按))"
        ),
        _readings,
    ),
    (
        re.compile(
            r"(?:以后|今后|往后|从现在起|从今天起).{0,6}(?:只|光|单)(?:给|发给|提醒|催|通知)|提醒(?:都|就|改)?发给[他她]们?(?:局长|领导|主任|分管)"
        ),
        _to_one_alone,
    ),
    (re.compile(r"绑定码.{0,10}(?:一次|批量|一起|所有人|全部|群发).{0,10}(?:发|给|生成|人)"), _codes_at_once),
    (
        re.compile(
            r"(?:考核|这一?轮|整个|系统)(?:任务)?.{0,4}(?:先|暂时)?(?:停一?停|暂停|缓一?缓|停下来|停几天)"
        ),
        _paused,
    ),
    (
        re.compile(
            r"(?:报告|材料|名单|总结|表).{0,6}(?:要|得|该)(?:交|报|印|送|装).{0,2}(?:几|多少)[份本页]|份数"
        ),
        _copies,
    ),
)
