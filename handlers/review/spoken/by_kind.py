"""“审核的事让鲁明代一下”“这几个是我们局自己报的”: what a reviewer says that is no ruling, by the kinds of words in it.

It is asked before any ruling: such words would else be read as why something goes back.
"""

import re
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.evidence import checks
from handlers.kinds_of_words import Kind, all_of, first_answer
from handlers.lookups import comparison, definitions, example_cases
from handlers.matters import bonus, recusals, requests, substitutes
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.review import unlocking
from handlers.review.listing import arrived, queue
from handlers.review.spoken import changed
from handlers.review.spoken.elsewhere import units_named
from handlers.review.spoken.wanting import wanted
from handlers.review.waiting import view_next

_LONGEST: Final = 60
_ASKED: Final = re.compile(
    r"[?？]|[吗么不]$|([中行好成])不\1|(?<!不)合适|怎么|咋|能不能|可不可以|要不要|用不用|谁能|如何"
)
_AWAY: Final = (
    "出差|出趟?远?门|请.{0,3}假|休假|年假|事假|病假|产假|婚假|培训|学习|开会|医院|看病|住院|手术|生病|不在|外出|外地|考察|调研|进修|党校|挂职|忙不过来|审不过来|回老家|出国"
    "|考试|[去到].{1,8}[天周]|休息|有事|走不开"
)
_STANDS_IN: Final = (
    "[替代帮顶盯接](?:我|一下|一把|一[天周阵]|[几两三]天|着|班|审)|代审|(?:交|转|移|分|匀)给.{2,4}|转[给到]?[\u4e00-\u9fff]{2,3}?(?:[审看办弄盯]|处理)|(?:让|叫|由|请|归|给|换).{2,4}?(?:来|先)?[替代帮顶接]?我?审|没人审"
    "|[\u4e00-\u9fff]{2,3}(?:来|先)?(?:替|代|帮|顶)"
)
_KIN: Final = "亲戚|爱人|老婆|老公|丈夫|妻子|家属|对象|同学|战友|两口子|夫妻"
_TIE: Final = (
    f"{_KIN}|娘家|婆家|利害|关系|"
    "避个?一?下?嫌|原单位|老单位|老东家|前东家|老家|任过职|挂过职|上过班|工作过|借调|调来|(?:以前|原来)(?:就|都)?(?:是|在|[\u4e00-\u9fff]{2,6}的)|待过|干过"
    "|我(?:自己|也)?(?:也)?(?:参与|经手)"
    "|自己(?:的)?(?:单位|局|家)|在.{2,8}(?:上班|工作|任职)|(?:本|我们?|咱们?)(?:单位|局|委|办|处)|我(?:自己|本人|也|就|正好)*是.{1,8}(?:[局委办厅]|单位)的?|自己报"
)
_OUT: Final = (
    "(?:不能|不好|不该|不应该?|不便|不方便|不合适|没法|不想|别(?:让|给)我|不由我|不用我|不要我)(?:再|来)?(?:审|评|参与|经手)|不参与审"
    "|[审评](?:不了|不合适|不方便|不好)|[审评](?:自己|本|我|他)[^,，退过]{1,6}(?:不合适|不方便|不太?好|不妥|不公)|不审|换个?人|让?别人来?审|回避|避[个一]?下?嫌"
)
_OWN_POINTS: Final = (
    "自评|暂得|自己(?:给自己)?(?:打|报|给|评)(?:的|分|得)|报分"
    "|(?:他们?|单位|[局委办区县镇])(?:自己)?(?:报|填|打|评)的"
)
_AGAINST: Final = (
    "比|差[得多距了别的几]|差(?:[一二两三\\d半].{0,2})?分|[虚偏]|对照|对不上|出入|不一致|不一样|核定|核分"
    "|[核审评]下来|审核|(?:我们?|咱们?)(?:给|打|评|审|核|定)|高[于出多很了]|低[于很]"
)
_CUT: Final = (
    "核减|审减|水分|(?:审核?|核定?|我们?|咱们?)(?:时候?|把分)?(?:给)?(?:扣|减|压|砍)"
    "(?:了|下来|掉|过|的|得[狠多重厉大])"
)
_WHICH_ONES: Final = "哪|有没有|有几|几项|列|清单|都有|多少项"
_AWARD: Final = "奖|推广|示范区|詹天佑|提名"
"""全国推广2 詹天佑1: a list of them is to be added, whatever else is said."""
_OPENS: Final = (
    "解[个下一]{0,2}锁|开[个下一]{0,2}锁|开个?口|口子(?:打|放|重新?)?开"
    "|(?:可以?|能)(?:再|重新)?(?:编辑|修改|改)的(?:状态|样子)|可?编辑状态"
)


_NO_COMPARISON: Final = (
    r"报告|退|通过|给\d|打\d|扣|[让叫请]|交|怎么|什么时候|详情|通报|公报"
    r"|系统里|文件|材料|原件|缺|(?<!有)没|去年|上年|省里|市里"
    r"|^(?!.*(?:自评|暂得|[打评]|分)).*[跟和与同](?!我|咱|本).{1,8}[局办委院厅站]"
)
"""What they reported differs from something else than the points that were given."""


def said(text: str, context: Context) -> Reply | None:
    """What came of it; None for anything else."""
    words = clean(text).strip().rstrip("。!！ ")
    if len(words) > _LONGEST or not _ANY.search(words):
        return None
    return first_answer(words, context, _KINDS)


def _left_to_judge(words: str, context: Context) -> Reply | None:
    """城建局那边我还有几件没审: the list, of the unit that is named; of a colleague's list it is none."""
    people = context.uow.roster.list(context.speaker.campaign.id)
    if any(row.name in words for row in people if row.name != context.speaker.contact.name):
        return None
    return queue(" ".join(units_named(words, context)[0]), context)


def _stands_in(words: str, context: Context) -> Reply | None:
    """Who judges while the speaker is away; a colleague who is away is none of it."""
    if _OTHERS_ABSENCE.search(words):
        return None
    return substitutes.substitute(words, context) or substitutes.by_whom(words, context)


def _steps_back(words: str, context: Context) -> Reply | None:
    return (recusals.unsure if _ASKED.search(words) else recusals.recuse)(words, context)


def _unlocks(words: str, context: Context) -> Reply | None:
    """Only where a unit, a person, an item or the lock itself is named: else nothing tells what is meant."""
    units = mentions(words, context).units
    told = units or units_named(words, context)[0] or _PLACED.search(words) or _LOCK.search(words)
    return unlocking.propose(words, context) if told else None


_LOCK: Final = re.compile("[解开][个下一]{0,2}锁")


_NO_NOTES: Final = (
    "机器人不记备忘，没有记录。要单位办的发“让某某局补 什么”（单位会看到）；"
    "判件的想法写在“1退回 原因”“评 1 分数 理由”里，留痕；要质强办办的发“转质强办 内容”。"
)
_PLACED: Final = re.compile(r"[①-⑳]|第?[一二三四五六七八九\d]+[项条件个号]|[A-Z]\d\d-|那[项条件个]")


def _adds(words: str, context: Context) -> Reply | None:
    return bonus.told_of(words, context) or (bonus.which(words, context) if _POINTS.search(words) else None)


_POINTS: Final = re.compile(r"加个?分|[再另还].{0,8}加.{0,3}\d|加(?:\d|上)|[加补记]进|[+＋]\s*\d")


_OTHERS_ABSENCE: Final = re.compile(
    "我(?:来|先|自己)+(?:审|做|办|顶|代|替|看)|由我|我(?:替|代|帮)[他她\u4e00-\u9fff]|退回|通过|联络员"
)
_KINDS: Final[tuple[Kind, ...]] = (
    (
        all_of(
            "不全|不齐|齐不齐|全不全|算[不是个]{0,2}[全齐]|[全齐]和不",
            r"算不算|还是(?:算|不)|算.{0,6}(?:[吗么]|不$)|什么|啥|怎么|咋|标准|尺度|口径|定义|说法|界定|掌握|划|几样",
            without=r"通过|退|[让催]|请(?!教|问)|(?<![啥么])叫|几件|待审|谁|哪[些个家]|怎么[办处弄]|咋[办处弄]|自评|为[什啥]|\d\s*算|缺[什啥]么?$",
        ),
        definitions.fullness,
    ),
    (
        all_of(
            "[才就](?:算|叫)(?:是)?(?:[全齐够]|完整)",
            "什么|啥|哪|几|怎么|多少",
            without="通过|退|[让催]|案例",
        ),
        definitions.fullness,
    ),
    (
        all_of(
            "(?:缺|少|差|不全)(?:到|成|了)?(?:什么|啥|多少|哪种)(?:程度|样子?|地步|份上)?(?:就|才|算|能|给|得|打|扣|按)",
            r"[\d一两二半]分|[算是]不[全齐算]",
            without="通过|退|[让叫催]|待审",
        ),
        definitions.fullness,
    ),
    (
        all_of(
            "不全|不齐|[未没]完成|部分|一半|完成率|含不含|本数|哪一?档|[未没]达标|[高低]于|超过",
            "算|什么|啥|怎么|咋|多少分|几分|含不含|哪一?档|区[分别]|标准|尺度|口径|吗",
            without=r"通过|退|[让叫请催]|附件|几件|待审|第\d|\d[项件号]|[算给打评按判]\s*\d|\d\s*算|[\d一二两三四]分[吧了]*$|谁|哪[些个家]|几个|怎么办|咋办|自评|为[什啥]|[这那][个件项]",
        ),
        definitions.of_words,
    ),
    (
        all_of(
            "案例",
            "够|几|多少|差|缺|齐|达标|数|不少于|至少|[交写]了?没|有没有",
            without="通过|退|补|[让叫请催]|通知|告诉|自评报告.*交|要写几|上限|最多",
        ),
        example_cases.check,
    ),
    (
        all_of(
            "同一?(?:[个份件张]|样)|一样的|一模一样|相同|雷同|重复|撞了?",
            "材料|文件|通知|[图照]片?|东西|证明|附件",
            "[交用传报]|重复|雷同",
            without="退|通过|[让叫请]|数据?一样|一样多",
        ),
        checks.repeated,
    ),
    (
        all_of(
            "图|照片|相片",
            "说明|标注|备注|注明|[文配写带附]字|光有图|光图",
            "没|无|缺|齐|全不全|都有|漏|光|[吗么]$|几张|哪",
            "哪|几|谁|[吗么没]$|列|挑|找出|查|看看|有没有|是否|都有|[齐全]不|的$|的(?:图片?|照片)$|齐全$",
            without=r"退|补|[让叫请催要]|通过|过[吧了]|提醒|给我看看图|\d[项件个号的]|[①-⑳]",
        ),
        checks.uncaptioned,
    ),
    (
        all_of(
            "没有?[审看批过核瞧瞅](?!完的)|没审完|未[审批核]|待审|(?:要|该|等|归|轮到)我?(?:来|去)?[审看批核处办]"
            "|审(?:批|完(?![的了]))|[欠压积剩]着?(?:了|我)?|等[着我]",
            "几|多少|多不多|多[吗么]|有啥|有什么|哪[些几]",
            "我|还|剩|[欠压积]|等|未|没",
            without=r"退|通过|[让叫请催]|材料|图|案例|截止|延|满分|给\d|分$|说明|标准|怎么|为[什啥]|交|报|[了过]几|审了|审完(?:[的了几]|多少)|平均|不用|你|情$",
        ),
        _left_to_judge,
    ),
    (all_of(_AWAY, _STANDS_IN, "审|我|代", without="不用|回来"), _stands_in),
    (
        re.compile(
            r"(?!.*(?:退|过[吧了]|通过|不行))(?:那|就|先|还是|再)*(?:麻烦|请|让|叫|通知).{2,12}?(?:再[交报传发]|另[交报]|补交|补充|补).{2,30}$"
        ),
        requests.request,
    ),
    (all_of(_TIE, _OUT, without="退回|通过|材料"), _steps_back),
    (
        re.compile(
            rf"(?!.*(?:退回?|通过|过吧|材料))(?:我[跟和与同].{{2,14}}|.{{2,10}}[跟和与同]我)是?(?:{_KIN})[啊呢的吧]*"
        ),
        recusals.unsure,
    ),
    (
        all_of(_OWN_POINTS, _AGAINST, without=_NO_COMPARISON),
        comparison.compare,
    ),
    (
        all_of(_CUT, _WHICH_ONES, without="退|通过|[让叫请]|多少分|几分|怎么扣|要扣|会扣|[缺没]"),
        comparison.compare,
    ),
    (
        all_of(
            f"{_OPENS}|放开",
            "改|补|更正|重新?[报交传填]|换",
            without="图|列表|清单|链接|看|退(?!回[到成]?可)|为[什啥]|(?<!已经)(?<!已)通过(?![的了])",
        ),
        _unlocks,
    ),
    (
        all_of(
            f"{_OPENS}|打开|解开|放开|解一?下|(?:帮忙?|给|重新?)(?:他们?)?开|开一?下|锁(?:死|住|着|上|了)",
            f"{_OPENS}|改|补|重新?[报交传填]|更正|错|锁|变|不对|换|漏|落下|忘了?[交传报附]|少[了交传报附]",
            without="(?<!补)(?<!改)(?<!换)(?<!传)(?:材料|附件(?!传错))|图|文件|列表|清单|链接|看|(?<!已经)(?<!已)通过(?![的了])|退(?!回[到成]?可)|为[什啥]",
        ),
        _unlocks,
    ),
    (
        all_of(
            "(?:通过|审过|审完|过)了?的",
            "(?:还能|能不能|可不可以|还可以|能否)[^退]{0,8}(?:改|补|换|重新?[报交传填])",
            without="退|附件列表|谁|哪[些几]",
        ),
        _unlocks,
    ),
    (
        all_of(
            "加|登|记(?!录)|补|算上|拿了|拿到|得了|获得?|评上|下来|[也还又]有",
            "奖|推广|示范区|称号|加个?分",
            without="最多|上限|多少|几分|[谁吗?？]|怎么|什么|啥|条件|退|(?<![经超])过(?=$|了)|通过|没(?!超)|未|缺|不(?!是(?:就|要|会)?(?:封顶|超|到顶))|附|依据",
        ),
        _adds,
    ),
    (
        all_of(
            rf"(?:{_AWARD})\D{{0,3}}\d.{{0,12}}(?:{_AWARD})\D{{0,3}}\d",
            without="最多|上限|[谁吗?？]|怎么|退|通过|没(?![算加登记计])|未|缺",
        ),
        lambda words, context: bonus.told_of(words, context) or bonus.which(words, context),
    ),
    (
        all_of(
            "^(?:帮我|给我|先|麻烦|请)*(?:记一?[下笔条]|记个(?:事|备注|备忘)|备忘|(?:加|写)?个?备注)",
            without="事故|事件|央视|曝光|奖|推广|回避|代审|[不齐]全|\\d\\s*分|退回?|通过|[吗么?？]",
        ),
        lambda _words, _context: Reply(_NO_NOTES),
    ),
    (re.compile("(?:那么?)?再?(?:下面|后面|接下来|下一?[个件条项])的?(?:那[个件条])?呢[?？]?$"), view_next),
    (re.compile(".*[来报交收传送到进增新]"), arrived),
    (re.compile(".*(?:[补要拿图片照]|给我|[交传报][上过来]|再[交传报发]|通知|告诉)"), wanted),
    *changed.KINDS,
)
_ANY: Final = re.compile(
    "[下后]面|下一|我[跟和与同]|[跟和与同]我|案例|图|照片|新|给我|[交传报][上过来]|水分|暂得|等[着我]|欠|压|剩|积|[再转同样从复重撞不未没含档于超分半率替代帮顶盯接审避锁开改动评加登记报填核痕脉史录算齐]|换个?人|没人|自己|今|刚|昨|最近|[天日号午周补要缺欠]"
)
"""No line without one of these is of any kind here."""
