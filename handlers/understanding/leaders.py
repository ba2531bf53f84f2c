"""What a leader asks or orders in words of his own that would else be taken for another command."""

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from handlers.access import Act, may
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading import (
    asking,
    at_once,
    by_kind,
    materials,
    of_items,
    prospects,
    provisions,
    readiness,
    reviewers,
    subscribing,
    to_do,
    why,
)
from handlers.leading.one_unit import people
from handlers.leading.one_unit.spoken_of import by_stem
from handlers.leading.one_unit.unit_view import unit, units_of_people, viewed
from handlers.leading.orders import ordering, passing, urged
from handlers.leading.orders.addressed import TELLS
from handlers.leading.over_time import trend
from handlers.leading.ranking import laggards, reached
from handlers.leading.ranking.comparing import of_item
from handlers.leading.topics import leaves_about
from handlers.lookups import example_cases
from handlers.lookups.overview import BACKWARDS, losses, missing, overview, ranking
from handlers.messages import Reply
from handlers.office.errands.asked import files
from handlers.people.enrolled import enrolled
from handlers.people.whom import hear
from handlers.reminding.escalation import escalating
from handlers.understanding.commanding import commanded
from handlers.wording import listed


def with_deadline(text: str, context: Context) -> Reply | None:
    """公安局那两项啥情况 离截止没几天了: how the unit stands, and the deadline behind it."""
    if not _DEADLINE.search(text) or not (_HOW.search(text) or _WHO_OWES.search(text)):
        return None
    told = (
        commanded("没报", context)
        if _WHO_OWES.search(text)
        else viewed(text, context) or overview("", context)
    )
    until = commanded("什么时候截止", context) if told is not None else None
    when = "哪天能齐，单位没有说过，要看他们报；时限：\n" if _TILL_ALL.search(text) else ""
    return Reply(f"{told.text}\n{when}{until.text}") if told is not None and until is not None else None


_WHO_OWES: Final = re.compile(r"(?:谁|哪[几些个]?(?:家|单位)?)(?:还|都|一直)*(?:没|未)(?:有)?(?:报|交|动)")
_TILL_ALL: Final = re.compile(r"(?:什么时候|啥时候?|几号|哪天|多久)(?>才能|才|能|可以)?(?:报|交)?齐")
_DEADLINE: Final = re.compile(rf"{_TILL_ALL.pattern}|截止|到期|没几天|几天了|还有几天|还剩几天")
_HOW: Final = re.compile(
    r"(?:啥|什么)情况|怎么样|咋样|如何|进展|报了没|报了吗|报齐|还?[差缺欠]几|进度|多少分|几分"
)
_REACHED: Final = re.compile(r"达标|过线|[没未]达到|达到目标|到目标|目标.{0,2}差")
_WHICH_OF: Final = re.compile(
    r"[和跟与、].{2,10}(?:谁|哪[个家]).{0,3}(?:报|交|快|慢|全|齐|多|少|好|差|排|靠)"
)
_MOST_OF: Final = re.compile(r"(?:谁|哪[个家]).{0,3}(?:最|更|比较)|(?:谁|哪[个家])(?:强|好|差|快|慢|多|少)")
"""城建局 旅游局 市场局 谁最让人放心."""
_VETOED: Final = re.compile(
    r"(?:有没有|有无|哪[个些家]|谁).{0,6}(?:被)?(?:一票)?否决|否决(?:的|了)?.{0,4}(?:有没有|了没|了吗|吗$)"
)
_SO_MANY: Final = re.compile(r"^.{2,16}(?:报|交)了?(?:几|多少|百分)")
"""科技局专利报了多少: of the item where one is meant, else of the unit."""
_REPORTED_BY: Final = re.compile(r"\d.*谁报|谁报.*\d")
_LAST_YEAR: Final = re.compile(
    r"(?:历年|往届|以往|前几年)的?(?:成绩|得分|结果|数据|排名|情况)|(?:(?<!下)去年(?!底)|上一?年|前年|往年).{0,14}(?:排名|名次|第几|得分|得了|多少|几分|[丢扣失]了?的?分|结果|等次|成绩|比|情况|[进退]步|进度|进展|水平|什么样|变化|[提升涨降高低]|[呢吗])"
)
_NOT_RANKED: Final = re.compile(
    r"(?:排名|名次|排位)[^,，。]{0,6}(?:出不来|没有?出|不出|(?<![导列拉弄做打])出来|定)"
)
_UNBOUND: Final = re.compile(
    r"[没未](?:有)?绑|绑定?(?:了)?(?:多少|几)|(?:联系|通知|催|收)(?:得|不|没)?[上到](?:的|得)?(?:有|是)?(?:几|多少|哪|谁)(?!.{0,6}(?:材料|附件|文件))|(?:几|多少|哪[些几]?)[个家][^,，。]{0,6}(?:联系|通知|催|收)(?:得|不|没)?[上到]"
)
_WHO_REPORTS: Final = re.compile(
    r"(?:谁|哪[个家]).{0,3}(?<!没)(?<!没有)(?:报|交)(?!告)|报(?:了)?没(?:有)?报|交没交|(?:到底|究竟).{0,4}(?:报|交)"
)


def _ranked_so_far(context: Context) -> Reply | None:
    """为什么排名还出不来: what is still missing for a final one, and the ranking as it stands."""
    ranking = commanded("排名", context)
    if ranking is None:
        return None
    return Reply(f"最后的名次要等各项报齐、审定；什么时候定，原文未规定。现在是暂排：\n{ranking.text}")


_RELIABLE: Final = re.compile(
    r"^.{0,8}(?:数据?|分数?)(?:到底)?(?:准不准|准吗|靠谱吗|可靠吗|可不可靠|真不真)[?？]?$"
)
_COLOURED: Final = re.compile(r"(?:标|飘|亮)红|红(?:的|色|灯|名单)|[黄绿](?:的|灯)")


def _coloured(_text: str, context: Context) -> Reply:
    """名单里红的是哪几个: nothing is coloured in a chat; what a red mark would stand for."""
    towns = context.rubric.has_targets
    lacking = (losses if towns else missing)("", context)
    return Reply(f"聊天里的名单不标颜色。{'没达到目标的' if towns else '还欠报的'}是：\n{lacking.text}")


def _with_units(text: str, context: Context) -> str:
    """宋莉和万鹏谁报得多: a contact is his unit."""
    units = units_of_people(text, context)
    return f"{text} {' '.join(units)}" if units else asking.with_endings(_PART.sub("局", text), context)


_PART: Final = re.compile(r"(?<=[\u4e00-\u9fff])[那这](?:一?块|边)(?=[儿的谁怎])")
"""食药监那块."""
_NO_MATERIAL: Final = re.compile(
    r"^(?!.*(?:催|提醒|通知|让|叫)).*(?:没|未|缺)(?:有)?(?:交|报|传)?(?:佐证|证明|印证)?材料的?.{0,6}(?:列|名单|哪|有谁|几家)"
)
"""没交材料的列出来 wants to see them, and has nobody reminded."""


def asked_or_ordered(text: str, context: Context) -> Reply | None:
    """What is ordered of whoever owes, or asked in words that would else be taken for a command."""
    if _HEARD.fullmatch(text.strip()):
        return Reply("好的。没有发送；要以您的名义催欠报的，回“催办”。")
    told = (
        subscribing.watched(text, context)
        or passing.asked_and_told(text, context)
        or readiness.paper_asked(text, context)
        or readiness.paper_urged(text, context)
        or urged.urged_short(text, context)
        or materials.state_asked(text, context)
        or why.earned(text, context)
        or trend.of_unit(text, context)
        or to_do.first(text, context)
        or to_do.shared_out(text, context)
        or of_items.asked(text, context)
        or reached.lacking(text, context)
        or _cases(text, context)
        or (files.fetch(hear(text, context), text, context) if _FILE.search(text) else None)
        or by_kind.asked(text, context)
        or prospects.asked(text, context)
        or passing.asked(text, context)
        or urged.urged_yet(text, context)
        or ordering.to_somebody(text, context)
        or ordering.ordered_of(text, context)
        or ordering.about_him(text, context)
        or at_once.asked(text, context)
        or prospects.in_time(hear(text, context), text, context)
    )
    if told is not None:
        return told
    for telling, answer in () if TELLS.match(text) else _ASKED:
        if telling.search(text):
            return answer(text, context)
    return reviewers.asked(text, context)


_HEARD: Final = re.compile(
    r"(?>(?:好的?|行|嗯+|收到|知道了?|了解了?|明白了?|可以|ok|那)(?:吧|啦|哈|[,，。!！\s])*)+"
    r"(?>(?:大家|你们|各家|各单位)?(?:都|再|要|得)?(?:抓紧|加油|盯紧|盯着|尽快|加快|继续|跟进)(?:了|吧|一?点|办|推进|时间|进度|[,，。!！\s])*)+"
    r"|(?>(?:好的?|行|嗯+|知道了?|明白了?|可以|那)(?:吧|啦|哈|[,，。!！\s])*)+(?:我)?(?:明天|回头|晚点|下次|有空|改天|等会儿?)(?:我)?(?:再|来)*(?:问|看|说|聊|找)(?:你|吧|一下)*",
    re.IGNORECASE,
)
"""好，知道了，抓紧 after what was shown orders nothing of anybody."""


def _cases(text: str, context: Context) -> Reply | None:
    """住建局的3个案例写了没: how many there are, of the units that have to write any."""
    asks = _CASES.search(text) is not None and may(context.speaker.role, Act.FILES)
    return example_cases.check(text, context) if asks else None


_CASES: Final = re.compile(
    r"(?!.*(?:催|让|叫|通知|告诉|要求|要写|得写|怎么写|必须))案例.{0,6}(?:[写交报弄齐够]|几|多少|没|有)|(?:几|多少|有没有|够|交|写).{0,6}案例"
)


_FILE: Final = re.compile(
    r"(?i)excel|xlsx?|电子表|表格|(?:[计打评]分|得分|汇总)表|(?:分数?|得分|排名|进度|情况).{0,4}[做弄整列导]+[成个一张]{0,2}表"
)


def _contacts_of(text: str, context: Context) -> Reply | None:
    units = mentions(text, context).units or by_stem(text, context)
    return people.people(" ".join([text, *units]), context) if units else None


_CONTACTS_OF: Final = re.compile(
    r"^(?!.*(?:催|让|叫|通知|告诉|换|加|删|[没未]|怎么|情况|多少)).*(?:联系人|联络员|分管领导)(?:都|分别)?(?:是谁|给我|发我|有谁|有哪些|叫(?:什么|啥)|名单|列一下|是哪[些几]个?)"
    r"|(?:分管|主管)(?!领导)[^,，。]{2,10}的?(?:是)?(?:谁|哪[位个])"
)


def _units_told(text: str, context: Context, least: int = 1) -> Reply | None:
    return of_item(text, context) or viewed(_with_units(text, context), context, least)


def _so_many(text: str, context: Context) -> Reply | None:
    if not mentions(text, context).units and not _MEASURED.search(text):
        return None
    return asking.answer(_COUNT.sub("", text), context)


_COUNT: Final = re.compile(
    r"(?:都|一共|现在|到底|已经)*(?:报|交)了?(?:几|多少|百分之几)[项个件]?(?:了|啊|呢)?[?？]?$"
)
_MEASURED: Final = re.compile("[率量度].{0,4}报了?(?:多少|几|百分)")


def _over_there(text: str, context: Context) -> Reply | None:
    """旅游那边咋样: of that bureau; which one is meant where none is called so, never how all stand."""
    found = _OVER_THERE.fullmatch(text.strip())
    if found is None:
        return None
    bureau = f"{found['short']}局"
    about = leaves_about(found["short"], context.rubric.criteria)
    return unit(bureau, context) if mentions(bureau, context).units or found["bureau"] or not about else None


_OVER_THERE: Final = re.compile(
    r"(?!各|下面|上面|县|市|区|镇|省|单位|部门|领导|他们|你们|大家|其他|别的|[这那])(?P<short>[\u4e00-\u9fff]{2,3}?)(?P<bureau>局)?"
    r"(?:那边|那头|那里|那块|那儿|这边|这头|这块|那)(?:现在|最近|目前|到底)?(?:的)?(?:啥|什么)?(?:情况|进度|怎么?样|咋样|如何|得分|多少分|呢|[报交动]了没|[报交动]了吗|[报交]没[报交]|[报交]齐了?没|齐了?没|(?:有没有|有|没有?)(?:什么|啥)?(?:进展|动静|消息|动作|变化|问题|报|交|动)(?:吗|没)?|动没动)(?:有|了|怎么样|咋样)?[?？呢啊]*"
)
_PASSES: Final = re.compile(
    r"(?:直接|帮我?|给他们?|替他们?|就|都)+(?:给)?(?:通过|过|批|退回|退)(?:了|掉)?吧?[。!！]*$"
)


def _not_to_decide(_text: str, context: Context) -> Reply:
    """旅游局那个直接给过了吧: who decides it."""
    names = [row.name for row in enrolled(context, "reviewer")]
    who = f"由审核员{listed(names, 4, '人')}审" if names else "由考核单位的审核员审"
    how = f"有话请发“跟{names[0]}说一声 要说的话”。" if names else ""
    return Reply(f"领导不审上报，没有处理：通过、退回、评分{who}，质强办也能审。{how}")


_PUSHED: Final = re.compile(
    r"^(?!.*(?:别|不要|不用|停|关|改|换|恢复|材料|文件|名单|[让叫催]))(?=.*(?:推送|推给我|摘要|周报|日报|简报|汇总))"
    r"(?=.*(?:什么时候|啥时候?|几点|几号|哪天|(?:周|星期|礼拜)几|多久|怎么(?:设|定|发)))"
)
_DAILY: Final = re.compile(
    r"^(?>那就?|还是|就|改成?|先)*(?:每天|天天|每个?工作日)(?:都)?(?:给我)?(?:发|推)(?!.*(?:他们|各家|各单位|没报|催|提醒|[局委办]))"
)
_TOLD_WHEN_LATE: Final = re.compile(
    r"(?:到期|逾期|过期|截止|没交|没报|不[交报]).{0,8}(?:通知|提醒|报告|告诉|惊动|升级)(?:到|给)?(?:谁|哪些人|哪个|什么人)"
)
_LATE_RULE: Final = re.compile(
    r"^(?!.*(?:谁|哪[些几个家]|催)).*(?:逾期|过期|迟报|晚[报交]|超期|过了?(?:截止|时限)).{0,6}(?:扣|罚|影响|后果|算|处理|怎么办|会怎|咋办)"
    r"|^(?!.*(?:谁|哪[些几个家]|催)).*[不没](?:报|交)(?:的话)?[^,，。]{0,3}(?:怎么办|咋办|怎么处理|(?:什么|啥)后果)"
)
_CONTACTS_LACKING: Final = re.compile(
    r"^(?!.*(?:电话|手机|号码|催|[让叫])).*(?:(?:没有?|缺|还差|未)(?:定|配|报|落实)?(?:联络员|联系人)(?!表|名单)|(?:联络员|联系人)(?:们)?(?:都|全|各家)*(?:定|配|落实|到位|齐|有)(?:下来|好|了|齐)*(?:没有?|吗|么|不齐|[?？]|$))"
)
_BACKWARDS: Final = re.compile(rf"^(?=.*(?:排|名次|列|顺序)).*(?:{BACKWARDS.pattern})")
_NUMBER_WANTED: Final = re.compile(
    r"^(?!.*(?:回(?:个|我)|告诉|转[告达]|通知|[让叫催]|举报|投诉|热线|电话里|电话上|12\d{3})).*(?:电话|手机号?|号码|联系方式|通讯录|微信(?!群))"
    r"(?:[^，,。]{0,8}(?:给|发|多少|几|查|找|要|报|说|有|导|是)|\s*$)"
    r"|^(?!.*[让叫催]).*(?:咋|怎么|如何)(?:才能)?联系"
    r"|^(?:导出?|查|要|给我|发我|找)(?:一下)?.{0,12}(?:电话|手机号?|号码|联系方式|通讯录)"
)
"""我要给城建局联络员打个电话 号码给下."""
_ASKED: Final[tuple[tuple[re.Pattern[str], Callable[[str, Context], Reply | None]], ...]] = (
    (laggards.BUT, laggards.others_owing),
    (_PUSHED, lambda _, context: commanded("推送设置", context)),
    (_DAILY, subscribing.choose),
    (_BACKWARDS, ranking),
    (_TOLD_WHEN_LATE, lambda _, __: escalating()),
    (_LATE_RULE, lambda _, context: provisions.lateness(context)),
    (_CONTACTS_LACKING, lambda _, context: people.lacking(context)),
    (_CONTACTS_OF, _contacts_of),
    (_NUMBER_WANTED, people.people),
    (_NO_MATERIAL, lambda _, context: commanded("没报", context)),
    (_PASSES, _not_to_decide),
    (_OVER_THERE, _over_there),
    (_LAST_YEAR, lambda _, context: commanded("去年我们多少分", context)),
    (_COLOURED, _coloured),
    (_RELIABLE, lambda _, context: commanded("审核到哪了", context)),
    (_NOT_RANKED, lambda _, context: _ranked_so_far(context)),
    (_UNBOUND, lambda _, context: people.lacking(context)),
    (_REPORTED_BY, why.figure),
    (_WHO_REPORTS, _units_told),
    (_REACHED, reached.asked),
    (_VETOED, lambda _, context: commanded("否决", context)),
    (_SO_MANY, _so_many),
    (_WHICH_OF, partial(_units_told, least=2)),
    (_MOST_OF, partial(_units_told, least=2)),
)
