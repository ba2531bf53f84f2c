"""问一声: what the office asks before it acts (该不该催, 能加几分, 平均多少), answered without doing anything."""

import re
from collections.abc import Callable
from typing import Final

from handlers.campaign.units import mentions
from handlers.command import saying
from handlers.context import Context
from handlers.leading import provisions
from handlers.lookups import overview
from handlers.matters import bonus, event_rules
from handlers.messages import Reply
from handlers.no_order import is_no_order
from handlers.office import teaching
from handlers.office.days import moving
from handlers.office.days.calendar_days import FESTIVALS
from handlers.office.days.granting import people_of
from handlers.office.errands.asked import everyday
from handlers.office.results import counting
from handlers.office.sending import planning
from handlers.people.whom import Heard
from handlers.reminding.owing import owing_now
from handlers.wording import clip, clock, listed

LONGEST: Final = 50
_AWARDED: Final = re.compile(
    r"(?:获得?|拿|得|评上|评为|入选|创建成?|被评为|是)(?:了|到|过)?(?:一?个|一项)?(?P<name>[^\s,，。了]{3,20}?(?:奖|示范区|示范县|示范市|示范城市|称号|品牌|标兵|荣誉))"
)
_POINTS: Final = re.compile(r"加(?:几|多少|不加|个?\d+(?:\.\d+)?|[一二两三])?分")
_DISHONEST: Final = re.compile(
    "^(?!\\s*(?:登记|认定|公告|通知|群发|转告|转达|告诉)).*(?:造假|作假|弄虚|虚报|瞒报|谎报|假数据|假材料|编数)"
)
_FESTIVAL: Final = "|".join([*FESTIVALS, "放假", "周末", "节假日", "假期", "过节"])


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """现在催合适吗; None where none of these is asked."""
    said = _REMEMBERED.sub("", text.strip())
    if len(said) > LONGEST:
        return None
    return next(
        (reply for pattern, run in _WAYS if pattern.search(said) and (reply := run(said, context))), None
    )


def _advised(said: str, context: Context) -> Reply:
    """该不该催: how many owe what, and how long they still have; nothing is sent."""
    units = mentions(said, context).units
    if units and not any(people_of(unit, context) for unit in units):
        return Reply(
            f"{listed(units, 4, '家')}在名册里没有联络员，催不到，没有发。先补人：发“新增联络员 {units[0]} 姓名 手机”。"
        )
    owing, due = owing_now(context), moving.due_of(context.milestone or "", context)
    if not owing:
        return Reply("不用催：名册上的联络员都报齐了。没有发。")
    left = f"，{clock(due)}截止（{context.deadlines.left(context.now, due)}）" if due is not None else ""
    names = listed([f"{row.contact.unit}{row.contact.name}" for row in owing], 8, "人")
    return Reply(
        f"还没有发。有{len(owing)}人没报齐：{names}{left}。\n"
        "机器人自己会在截止前15、7、3、1个工作日、当天和逾期后每个工作日提醒他们；急着要就回“催办”，先给您看名单再确认。"
    )


def _dishonest(_said: str, context: Context) -> Reply:
    found = provisions.quoted(re.compile("虚报|瞒报|谎报|造假|弄虚作假"), context)
    if not found:
        return Reply(
            "数据、材料造假怎么处理，原文未规定。审核时可以“退回 原因”，疑点登记后由质强办核实、定结论；没有登记。"
        )
    return Reply(
        "\n".join(["原文：", *(f"“{clip(quote, 200)}”" for quote in found), "只是查规定，没有登记。"])
    )


def _award(said: str, context: Context) -> Reply | None:
    """省长质量奖能加几分: the printed clause; what is to be counted is drafted where the document has it."""
    found = _AWARDED.search(said)
    if found is None:
        return None
    asked = re.search("几分|多少分|不加分|[吗?？]$", said) is not None
    drafted = bonus.told_of(f"加分里{found['name']}1个", context) if not asked else None
    if drafted is not None:
        return drafted
    rules = provisions.bonus("", context).text
    note = f"“{found['name']}”没有记录。" if not asked else "只是查规定，没有记录。"
    return Reply(
        f"{rules}\n{note}要记发“加分里{found['name']}1个”，先算给您看再确认。"
        if context.rubric.bonus
        else f"{rules}\n{note}"
    )


def _name_stays(_said: str, context: Context) -> Reply:
    name = context.speaker.campaign.name
    return Reply(
        f"考核任务的名称聊天里改不了，没有改动：现在叫《{name}》，导出、通知都用它。要换名请系统管理员办。"
    )


def _one_alone(said: str, context: Context) -> Reply | None:
    """先把鄂城区的结果公布: the result is published for all at once."""
    units = mentions(said, context).units
    if not units or re.search("吗|没有|谁|什么|提醒|通知", said):
        return None
    return Reply(
        f"不能只发布{listed(units, 3, '家')}的，没有发布：“发布结果”是全部被考核单位一起，各家只看到自己的。"
        "没齐的先等；齐了问“可以发布了吗”，再发“发布结果”确认。"
    )


_seen = saying(
    "发布以后：领导看到全部单位的核定分、等次和排名；联络员、分管领导只看到本单位的。要先看样子，发“发布结果”，"
    "那一条就是要发的内容，您不回“是”就不发。没有发布。"
)


def _called_so(said: str, context: Context) -> Reply | None:
    """大家都管覆盖率叫监督率: another name is taught."""
    found = _CALLED.search(said)
    if found is None or is_no_order(said) or re.search("取消|删|绑|不", found["said"]):
        return None
    reply = teaching.teach(f"“{found['said']}”={found['leaf']}", context)
    return reply if re.match("记住了|.*(?:单位名|认作)", reply.text) else None


_REMEMBERED: Final = re.compile(
    r"[,，。\s]*(?:你|请|帮我)?(?:也)?(?:记住|别忘了|记着|[记认学]一?下)[了吧啊]*$"
)
_CALLED: Final = re.compile(
    r"(?:管|把)(?P<leaf>(?![那这])[^\s,，。]{2,14}?)(?:都|也|就)?(?:叫做?|叫成|称为|说成|简称为?)[“\"]?(?P<said>[^\s,，。“”\"]{2,12}?)[”\"]?(?:的|了)?$"
)
_WAYS: Final[tuple[tuple[re.Pattern[str], Callable[[str, Context], Reply | None]], ...]] = (
    (
        re.compile(
            r"(?:催|提醒).{0,6}(?:合适|有必要|太早|早不早|好不好)|(?:要不要|该不该|用不用|需不需要|是不是该|是不是要|要不)(?:再)?(?:给|把|去)?.{0,6}(?:催|提醒)(?!我)|(?:该|需要|用)(?:再)?(?:催|提醒).{0,8}(?:了吗|吗|么)[?？]?$"
        ),
        _advised,
    ),
    (_DISHONEST, _dishonest),
    (re.compile("按(?:名次|排名|分数|得分|等次)(?:来)?(?:公[布示]|发布)"), _seen),
    (
        re.compile(
            r"(?:通知|消息|群发)(?:都|已经)?(?:(?:发|送)(?:出去|到|出)?|到)(?:了|过|位)*(?:没有?|吗|么)|(?:通知|消息)[^,，]{0,6}(?:谁|哪[些几个])(?:没|都)?收到|谁(?:没|都)?收到(?:了)?(?:通知|消息)"
            r"|(?:通知|消息|短信)[^,，]{0,10}(?:收|送|发|看)到(?:了)?(?:没有?|吗|么|没)|(?:通知|消息)[^,，]{0,6}(?:几个|几家|多少|哪些)[^,，]{0,4}(?:收|送)到"
        ),
        everyday.unread,
    ),
    (re.compile("(?:还)?(?:有|剩)(?:什么|哪些|哪几个|几个)(?:考核)?节点"), moving.arrangements),
    (
        re.compile(
            r"^(?:把)?(?:今天|现在|目前|最新|到今天|总体|整体|全[县市]|报送|填报)?的?(?:进度|进展|总体情况|整体情况)(?:怎么样|如何)?(?:先|给|发|让)*(?:给)?(?:我|过来|来)?(?:看|瞧|了解)?(?:一?下|看)?[吧呢]?$"
        ),
        lambda _said, context: overview.overview("", context),
    ),
    (
        re.compile(
            "^(?>(?:上?半年|前?三季度|全年|年终|年底|[这本]一?[批轮次]|节点|各家|大家|单位|现在|目前|整体|总体|报送|填报|上报|的))*"
            "(?:(?:进度|进展)(?:都|现在|目前)?(?:推|走|进行)?|[报交])到(?:哪|什么|啥)(?:儿|里|一?步|程度|地步)?(?:了|啦|呢)*"
            "[?？]?$"
        ),
        counting.counts,
    ),
    (
        re.compile("否决项?.{0,4}(?:几条|几种|哪几|有?哪些(?:情形|情况|条)|标准|条件|情形|怎么规定)"),
        provisions.veto,
    ),
    (_POINTS, _award),
    (
        re.compile(
            r"(?:食品|药品|工程|产品|农产品|特种设备|安全|旅游)?出事.{0,4}(?:算|扣|会|怎么|直接|几级)|出(?:了)?事.{0,8}(?:否决|几级)"
        ),
        event_rules.told,
    ),
    (
        re.compile(r"(?:考核|任务)(?:任务)?的?(?:名字|名称|全称)(?:给|能|可以)?(?:改|换|叫)(?!什么)"),
        _name_stays,
    ),
    (
        re.compile(r"考核(?:任务)?(?:开起来|开了|建了|建好|开好|启动了|建起来|开始了)(?:没有?|吗|了没|么)"),
        everyday.campaign,
    ),
    (
        re.compile(
            r"(?:后面|接下来|往后|未来|这|后)(?:这?几天|[一两]天|一周)?.{0,6}(?:要|会|还|准备)(?:再)?(?:发|推|提醒|催)(?:些|点)?(?:啥|什么|谁|哪)"
        ),
        lambda _said, context: planning.plan("", context),
    ),
    (
        re.compile(
            rf"^(?!.*\d[号日])[^,，]{{0,6}}(?:{_FESTIVAL}).{{0,8}}(?:别|不要?|不用|停)(?:再|自动)*(?:发|催|提醒|打扰)(?!.{{0,8}}(?:吗|谁))"
        ),
        everyday.days_off,
    ),
    (
        re.compile(
            r"(?:提醒|发|催).{0,12}(?:改|换|调)(?:到|成|为|在)?(?:每天|早上|上午|下午)?[\d一二两三四五六七八九十]{1,3}点|(?:几点|什么时候).{0,6}(?:提醒|发).{0,10}(?:改|换|调)"
        ),
        everyday.daily,
    ),
    (
        re.compile(
            r"(?:先|只|单独|就).{0,12}(?:公[布示]|发布)|(?:公[布示]|发布).{0,12}(?:其他|其余|别的|另外).{0,6}(?:等|先|不)"
        ),
        _one_alone,
    ),
    (
        re.compile(r"(?:发布|公[布示])(?:之?后|以后|了).{0,6}(?:领导|单位|他们|联络员).{0,4}(?:看|收|见)"),
        _seen,
    ),
    (_CALLED, _called_so),
)
