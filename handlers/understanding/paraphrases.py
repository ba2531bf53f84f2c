"""换句话说: what people ask in words that are no command, each with the command that they mean.

Nothing here stores anything: what it leads to only tells, or asks before it acts. So a few telling words are enough,
where the whole message would otherwise not be understood. What does act at once (撤销, 先别发了) and can be taken back
has to be the whole message.
"""

import re
from dataclasses import dataclass
from typing import Final

from handlers.access import Act, may
from handlers.reading.tokens.asides import bare
from handlers.reading.widths import clean


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """`words` are what to hear where the message holds `telling`; only for roles that may do one of `acts`."""

    words: str
    telling: re.Pattern[str]
    acts: tuple[Act, ...] = ()


def _said(words: str, telling: str, *acts: Act) -> Paraphrase:
    return Paraphrase(words, re.compile(telling), acts)


_HOW: Final = (
    "现状|咋回事|怎么回事|咋样|怎么样|怎样|如何|啥情况|什么情况|情况|进度|进展|状况|多少|几分|到哪一?步|啥样"
)
_ALL: Final = (Act.OVERVIEW,)
_OWN: Final = (Act.TASKS, Act.OWN_SCORE)
_REVIEW: Final = (Act.REVIEW,)

PARAPHRASES: Final = (
    # the office, before what it shares with leaders
    _said("绑定情况", "谁.{0,3}[没未]绑|[没未]绑.{0,2}(?:的|几|多少)|绑.{0,4}(?:几个|多少|齐)", Act.BOUND),
    _said("没看懂的", "[没未]?[听看]不?懂|不会答|答不上", Act.LEARN),
    _said("疑点", "细则.{0,6}(?:问题|毛病|漏洞|矛盾|疑)", Act.DOUBTS),
    _said(
        "发布结果", "(?:发布|公布|公示|公开).{0,8}(?:结果|得分|成绩|分数)|(?:可以|能)公[示布]", Act.PUBLISH
    ),
    _said("新建考核", "(?:新[建开增]|开办|创建|再开).{0,4}考核", Act.OPEN_CAMPAIGN),
    _said(
        "待办事项",
        "等我(?:处理|办|定|拍板)|要我(?:处理|办|定|拍板)的|(?:有没有|有几个|几个|多少|谁|哪些).{0,6}(?:异议|申诉|申请|事项)",
        Act.MATTERS,
    ),
    # a reviewer's day
    _said(
        "我审了多少",
        "(?:我|今天|一共|已经|本?月|本?周|这周).{0,6}(?:审|退|过|批|评|看|处理)(?:回|核|批|完|掉)?了?完?(?:几|多少)|审(?:完|过|了)的(?:一共|总共)?(?:有)?(?:几|多少)|(?:我|今天).{0,4}(?:工作量|成绩单|战果)",
        *_REVIEW,
    ),
    _said(
        "待审[ {came}]",
        "活儿?来|来单|有单|(?:等着?|该|归|轮到)我(?:来|去)?(?:看|审|批|核|过目|处理|办)|(?:要|该|待|没|未|需)审|新件|(?<!员)清单|审件|来活|有活|(?:新|刚)(?:报|来|交|到)的|(?:还|剩)(?:有|剩|下)?(?:几|多少)(?:[件个项条]|$)|还(?:得|要|需要?|该)(?:看|审|批|核|过目)(?:几|多少)",
        *_REVIEW,
    ),
    _said(  # it acts at once: the whole message has to say nothing else
        "撤销",
        "^(?>上?一?[个件条项]|等等|等下|哎呀?|手滑|我们|刚才|刚刚|我|刚|那|这|的|了)*"
        "(?:反悔|不该(?:通过|过|退)|(?:点|按|过|退|审|批)错|不算|撤)(?:了|的|回|掉|销|吧|啊|呀|哦)*$",
        *_REVIEW,
    ),
    # deadlines, for everybody
    _said(
        "截止时间", "(?:还|剩|有|离).{0,4}(?:几|多少)天|来得?及|来不及|最后期限|啥时候到期|几时交", Act.DETAIL
    ),
    # leaders and the office
    _said("操作记录", "谁.{0,4}(?:改|动)(?:了|过).{0,4}(?:数据|数字|分数|记录|东西)", Act.HISTORY),
    _said("导出目录", "(?:各|所有|每|全部).{0,6}材料.{0,8}(?:交了|有)(?:些)?(?:什么|啥|哪些)", *_ALL),
    _said(
        "趋势",
        "[涨跌升走]势|波动|起伏|画(?:出来|个?[图线])|(?:得?分|分数)[^,，]{0,4}(?:怎么|咋|如何)变|每周(?:的)?(?:得?分|分数)|逐[周月]",
        Act.TREND,
    ),
    _said("丢分", "离满分|差多少分", *_ALL),
    _said("现在多少分", "满分是?(?:多少|几|不是)|满分是不是", *_ALL),
    _said(
        "没报",
        "谁还没|还有谁|没(?:完成|做完|弄完|达标|到位)的|谁.{0,2}没动|没(?:动静|反应|行动|弄完)|(?:没|未|不)(?:有)?(?:报|交|填|弄)(?:上来|齐|全|完)?的?.{0,4}(?:谁|哪|几|有|单位|名单|多少|家)"
        "|(?:谁|哪|几|多少|家|单位).{0,8}(?:没|未)(?:有)?(?:报|交|填|弄|动)"
        "|(?:报|交)(?:齐|全|完|上来)了?(?:没|吗|么)|(?:差|缺|欠)(?:几|多少|哪|谁|啥|什么)",
        *_ALL,
    ),
    _said("丢分", "(?:丢|失|扣)了?(?:多少|几|哪些|什么|啥)?分|分(?:都)?(?:丢|扣|失)|扣在哪|丢在哪", *_ALL),
    _said(
        "排名",
        "排一?下|排个队|排座次|比一比|第几|排第|倒数|名次|排[个一]?(?:名|位|序)|谁最(?:高|好|强|靠前)|谁领先|前几",
        Act.RANKING,
    ),
    _said("谁拖后腿", "问题最大|最(?:慢|差|落后|拖|不行)", Act.RANKING),
    _said(
        "三句话",
        "[一两几三]句话|三言两语|简短|简明|扼要|长篇大论|三[点条]就|短一?点|短些|太长|太啰嗦|精简|言简意赅|简单(?:说|讲|点)|长话短说|一两句|概括|[说讲挑]重点",
        Act.BRIEF,
    ),
    _said(
        "一页纸",
        "(?<!停)简报(?!.{0,4}(?:停|别|不))|一[页张](?:纸|(?![面码]))|(?:拟|写|弄|搞|整|出|准备|生成|来)(?:一?[下份个篇]|出)?(?:半年|年度|全年|季度|阶段|这次|的|情况|工作|会议|考核)*(?:汇报|小结|总结|材料(?!包))|(?:会议|汇报|发言)材料|[上开]会.{0,8}(?:材料|稿)|(?:听|作|做|准备).{0,3}汇报|(?:汇报|发言|讲话|开会).{0,4}(?:材料|稿|用)|(?:汇报|开会).{0,6}给.{0,2}材料",
        Act.BRIEF,
    ),
    _said(  # as above
        "先别发了",
        "^(?:你们?|以后|今后|最近|现在|先|暂时|这?几天|这阵子|天天|每天|老是?|消息|摘要|推送|就|都)*"
        "(?:(?:别|不要|不用|甭)(?:再|老|总|天天|每天|给我|跟我|来)*(?:发|推|烦|打扰|吵)|停[发推])"
        "(?:送|我|了|给我|消息|摘要|推送|信息|吧|啊|呀|啦)*$",
        Act.SUBSCRIBE,
    ),
    _said(
        "催办",
        "^(?!.*(?:别|不[要用必催]|谁|怎么(?!还)|咋(?!还)|如何|为|几[次回遍]|照发|加班|催过|催了[没吗]|太|意见)).*(?:催|抓紧|督促|赶紧|提醒一?下|发个?提醒|戳|敲打|(?:喊|吼|招呼)一?[下声遍].{0,4}[没未][报交]|没[报交]的.{0,4}(?:再)?(?:发|通知|说|喊|叫|吱)一?[遍声下])",
        Act.URGE,
    ),
    _said("没报", "(?:没|未)(?:报|交|填)(?:上来|齐|全)?的", *_ALL),
    _said("联系人", "(?:谁|哪个).{0,3}(?:负责|在?管|牵头|联系)|联系(?:人|方式)|找谁", Act.PEOPLE),
    _said(
        "现在多少分",
        rf"^(?!.*(?:群|股[市票价]|基金|[油房金菜车肉]价|天气|气温|球|路况|路上|堵车|航班|高铁|火车|机票|彩票|电影|汇率))(?:.*(?:{_HOW}|分))(?:现在|目前|到底|[了的吗呢啊呀吧嘞啦哩咧给我说一下讲讲听听看])*$|汇报|总分|总得分|整体|总体",
        *_ALL,
    ),
    # contacts and their supervisors
    _said("我的任务", "负责(?:哪|什么|啥|几)|(?:我|该)(?:要|该)?(?:做|管)(?:哪|什么|啥)", *_OWN),
    _said(
        "还差什么",
        "(?:还|有).{0,4}(?:啥|什么|哪些|哪几|几[项个]).{0,3}(?:没(?!有?$|有(?![报交填弄做]))|未|要|该|差|缺)|(?:没|未)(?:报|交|弄|填|做)的"
        "|(?:差|缺|欠|剩)(?:啥|什么|哪|几)|(?:报|交|弄)(?:齐|全|完|上)?了?(?:没|吗|么)"
        "|(?:哪些|哪几|什么|啥)(?:没|未)|(?:报|交|弄)(?:完|齐|全)了|没(?:啥|什么)要(?:报|交)|(?:要|该|得)(?:报|交|填|弄)(?:哪些|什么|啥|几)",
        *_OWN,
    ),
    _said(
        "我的得分",
        rf"(?:我们|咱|俺|本|我)(?:们|局|镇|单位|委|办|区)*.{{0,6}}(?:{_HOW}|分)|得分|多少分|几分",
        *_OWN,
    ),
    # asked by somebody who may not: told so
    _said("排名", "排名|名次|排第|第几名", Act.HELP),
    _said("催办", "^(?!.*(?:别|不[要用必催]|谁|怎么(?!还)|咋(?!还)|几)).*催", Act.HELP),
    _said("现在多少分", "总分|全[县市区].{0,4}(?:分|情况)", Act.HELP),
)


LONGEST: Final = 60
"""What is longer tells rather than asks."""
_WONDERED: Final = (("现在多少分", Act.OVERVIEW), ("待审", Act.REVIEW), ("还差什么", Act.TASKS))
"""What ？？？ asks, by role."""
_WONDERING: Final = re.compile("[嗯啊哦咦诶欸哈唔]*|什么|啥")


def meant(text: str, role: str) -> str | None:
    """The words of the command that the text means to somebody of that role; None for none."""
    if len(text) > LONGEST:
        return None
    said = bare(clean(text))
    if said in ("什么", "啥") or ("?" in clean(text) and _WONDERING.fullmatch(said)):
        return next((words for words, act in _WONDERED if may(role, act)), None)
    for one in PARAPHRASES:
        if all(may(role, act) for act in one.acts) and one.telling.search(said):
            return one.words
    return None
