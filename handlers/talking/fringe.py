"""边上的话: what stands before and behind what somebody says, taken off before any reader sees the line."""

import re
from dataclasses import dataclass
from typing import Final

from handlers.context import Context
from handlers.reading.certainty.doubts import is_unfounded
from handlers.reading.tokens.asides import bare, is_question
from handlers.reading.tokens.faces import FACE
from handlers.talking.kinds import Kind, is_courtesy, kind_of
from handlers.talking.pauses import with_pauses
from handlers.talking.plainer import plainer
from handlers.talking.taking_apart import FIGURE
from handlers.talking.usual import once
from handlers.wording import local

LONGEST: Final = 300
_SIGNS: Final = r"\s，,。；;！!～~…"
_EDGES: Final = re.compile(rf"^[{_SIGNS}：:、]+|[{_SIGNS}、]+$")
_HEAD: Final = re.compile(rf"[^{_SIGNS}：:]{{1,24}}(?=[{_SIGNS}：:])")
_TAIL: Final = re.compile(rf"(?<=[{_SIGNS}])[^{_SIGNS}]{{1,30}}$")
_BRACKETS: Final = re.compile(r"[(（](?P<said>[^()（）]{2,24})[)）]$")
_SIGHS: Final = re.compile(
    rf"(?>(?<=[\u4e00-\u9fff\d%])(?:谢谢[您你啦了]?|多谢|辛苦[啦了]|[啊呀哈哦噢]+)|{FACE})+$"
)
_OURS: Final = re.compile("(?:我们?|咱们?|俺们?)(?:这边|这里|这儿)[，,：:]*(?=.{3})")
_OF_US: Final = re.compile("[没无不未都也已还有是的就只先要想能会可在]")
_URGED: Final = re.compile(
    "(?:你们?|您|老是?|天天|又|都|已经?|别|不要|不用|这是?|还)*催(?:了|我|我们|啦)*(?:第?[\\d一两二三四五六七八九十几好多]{1,3}[遍次回])?[了啦]?"
)
"""催了第二遍了，6号95: the receipt of what follows is the answer."""
_PARDON: Final = re.compile("不好意思|抱歉|对不起|打扰")

_PLACE: Final = re.compile(
    r"第(?P<place>\d{1,2})[项条个号]?[\s，,：:]+(?=\d)|第(?P<told>\d{1,2})[，,]\s*(?=[\u4e00-\u9fff]{4})"
)
_COUNTED: Final = re.compile(
    r"^(?P<place>[一二三四五六七八九十]{1,2})[ \t]+(?=\d{2,3}(?:\.\d{1,4})?\s?[%％]?$)"
)
"""二 100%: a place, for no figure is written so beside one in digits."""
_TORN: Final = re.compile(
    r"(?<=[\d零一二三四五六七八九十百])[ \t，,]+(?P<point>点)[ \t]*(?=[零一二三四五六七八九])"
    r"|(?<=百分之)[ \t，,]+(?=[\d零一二三四五六七八九十百])"
)
"""百分之九十九 点五: one figure, spoken with a pause in it."""
_PER_BEHIND: Final = re.compile(
    r"(?<=[\d零一二三四五六七八九十百])[ \t，,]*百分之(?![ \t，,]*[\d零一二三四五六七八九十百几多])"
)
"""九十九点二 百分之: the sign of the figure that stands before it."""
_BESIDES: Final = re.compile(r"(?<=[，,；;。])\s*(?:还有|另外|然后|对了)[，,]\s*")
_STOP: Final = re.compile("(?<=[\\d%％])。(?=[\u4e00-\u9fff])")

_ALIKE: Final = re.compile(
    r"^(?P<all>(?:各个?|每个?|所有|[两二三四五六七八九十]个)(?:县区|区县|县|区|镇|街道))(?:的数?)?(?:都|全)?(?:是)?一样的?[\s，,:：]*(?:都|全)?(?:是|为)?\s*(?=\d)"
)
_GREW: Final = re.compile(
    "(?:刚[刚才]?|后来|今天|昨天)?又(?:刚|新)?(?:拿|下来|多|新增|增加|增|添|办|批|评|发|来)(?:到|下来|出来)?了?(?:[一二两三四五六]|\\d{1,2})?[个家张本块]?[\u4e00-\u9fff]{0,4}"
)
_PUT_RIGHT: Final = re.compile("改|更正|错|应该|不好意思|抱歉|(?:现在|一共|总共|总数)?是(?=\\d)|^是")
"""改一下，是6家，又拿了一个证: what has come is in the figure already."""

_WHO: Final = "(?:帮我|帮忙|给我|我们?|咱们?|俺|跟|给|向|和|来|先|再|这边|您|你|领导|老师|麻烦|现在|今天)*"
_ANNOUNCED: Final = re.compile(
    rf"(?>{_WHO})(?:补?报|汇报|上报|补报|填报|登记|说|反馈|报告)(?:一?下|一声|个[数事])(?:数据?|情况|进度|进展)?[哈啊哦]?"
    "|(?:[这你]?个?(?:列表|清单|表)|(?:项目|内容|条数|东西))太(?:长|多|细)了?[啊呀]?|我?(?:就|只)?先(?:报|说|填|发)(?:前|头|开头)?(?:[\\d一二两三四五六七八九十]{1,2}|几)[项个条](?:吧|哈)?"
    "|(?:我们?)?(?:先|来)?报一?下?(?:[两三四五六七八九几]|\\d{1,2})个?(?:县区|区县|[区县镇数]|街道|单位|指标)(?:的数?据?)?"
    "|(?=.*[报发说给])(?>我们?|咱们?|俺们?|把|这|那|[两三四五六七八九几]个|数据?|一块儿?|一起|一次性|都|全|给|您|你|报|发|说|汇报|过[去来]|上来|哈|啊|哦)+"
    "|语音(?:输入|转文字|消息)?|@[^\\s@]{1,12}|喂+|哈[喽罗]|在不在?|对了|顺便"
    "|(?:局里|领导|科长|局长|主任|上面|办公室|质强办|单位|科里)(?:让|叫|安排|要求|通知)(?:我们?)?(?:来|上)?(?:报|填|发|交)一?下?的?"
)
_CAME_OUT: Final = re.compile(
    "(?:[一二三四]季度|今年|全年|最新)?的?(?:数据?|结果|数字)?(?>今天|刚刚|刚|才|终于|已经|已)*(?:统计|算|批|定)?(?:出来|下来)了"
)
"""四季度的出来了，12.3件."""
_INTRODUCED: Final = re.compile(
    r"(?>喂|[您你]好|哈[喽罗]|领导好|老师好|[啊呀])*(?P<said>我们?(?:这[边里])?是[\u4e00-\u9fff]{2,8}?)的(?=我们?|咱|俺|[那这]个|就是|想|要|来|报|跟|给)"
)
"""喂你好我是城建局的我们那个…: said in one breath with what follows."""
_CHECKED: Final = re.compile(
    "(?!.*再(?!.*[了过]))(?>[这那]个|数据?|我们?|刚[刚才]?|又|已经?|都|也|再|局里|科里|跟?会计)*(?:核实|核对|核|确认|查|问|看|统计)(?:了|过|好|完|清楚)(?:一?[下遍]|的)?"
)
_COUNTED_AHEAD: Final = re.compile(
    r"(?>就|一共|总共|共|这次|这|本次|今天|我们?|报|有|是)*(?:[两三四五六七八九几]|\d{1,2})个?(?:数据?|指标|县区|区县|[县区镇项])的?(?:数据?|情况)?(?:如下|分别)?(?:是|为)?"
)
"""三个数：制造业95.2、食品药品92: how many figures are coming."""
_RATES_AHEAD: Final = re.compile(
    r"^(?>[把将]|各[项个]|[这那]?(?:[几两三四五六七八九]|\d)[个项]|今年|本年度?|全年|我们?|主要|的)*(?P<rate>[\u4e00-\u9fff]{2}率)(?:数据?|情况)?"
    r"(?>汇?报(?:一?下)?|说一?下|如下|分别|[是为])*(?=[:：]\s*[\u4e00-\u9fff]{2,16}[是为:：\s]*\d)"
)
"""合格率报一下：制造业95.2 食品药品92: what kind of figures come, of whichever lines are named behind it."""
_NAMED_FIGURE: Final = re.compile("[\u4e00-\u9fff]{2,16}[是为:：\\s]*\\d")
_FILLER: Final = re.compile("(?:就是)?那个?(?:啥|什么)(?!时候|意思)(?:来着)?(?=[\u4e00-\u9fff]{4})")
"""那啥新开工覆盖率99.5, in one breath."""
_BEFORE: Final = re.compile(
    rf"(?>{_WHO})更新(?:一?下)?(?:数据?|情况|进度|进展)?|另外|还有|然后|(?:就是)?[那这]个|(?:就是)?那个?[什啥]么?|就是(?:说)?|怎么说(?:呢|来着)|不好意思|抱歉|对不起|打扰一?下?了?"
)
_AMENDS: Final = re.compile(r"(?:其实|原来|还|就)*(?:应该?|[是为改有不没错])|[\d.]+\D?$")
"""What says by itself only that something else was right: what stands before it tells of what."""
_SIGNER: Final = "(?:我们?|分管|[^没未不待等要得需须让请叫该再先还会想去才无]{1,2})?"
"""等领导看过, 没有签字: what is still to be signed stays beside its figure."""
_BEHIND: Final = re.compile(
    "(?:[这那]|这个|这些|以上)?(?:就|都)?是?(?:我们?)?(?:最终|最后|准确|确定)的?(?:数据?|结果|版本?)[了哈]?"
    "|(?:就|先)(?:报|说|发)?(?:这些|这样|这么多|到这)(?:了|吧|哈)*|以上|完毕"
    "|(?:请|麻烦)?(?:帮忙|帮我)?(?:您|你)?(?:给|帮)?(?:记|登记|登|录|收|存|核)(?:录|收)?一?下[哈吧]?|报[晚迟]了(?:点|些)?(?:不好意思|抱歉|对不起)?"
    "|(?:要是|如果?|若)?有(?:啥|什么|任何|疑|不清楚的)?(?:问题|事|情况|不对|疑问|出入)的?(?:地方|话)?(?:就|请|可以|再|随时|及时|直接|给|跟|和)*(?:联系|打|找|叫|问|说|告诉|喊|沟通|通知)(?:给|我|们|一声|电话|就行|即可|沟通|吧|哈)*"
    "|随时(?:联系|沟通|找我|打电话)(?:我|吧)?"
    f"|(?=.*[已过了好完的]){_SIGNER}(?:领导|局长|主任|科长|局里|单位|一把手)?(?:已经?|都|也|刚)*(?:签|审|盖|过目)(?:过|了|好|完|核|阅)*(?:字|章|核|阅|定)(?:了|过|的)*"
    f"|{_SIGNER}(?:领导|局长|主任|科长)(?:已经?|都|也|刚)*(?:看|审|签|同意|把关)(?:过|了)+"
    "|(?:今天|昨天|今早|上午)?刚[刚才]?(?:下来|拿到|出来|出|收到|统计出来|算出来|接到|汇总好|统计完|报上来|统计好)[的了]?"
)
_ALL_RIGHT: Final = re.compile(
    "(?:您|你|领导|老师|帮忙|帮我|麻烦)+(?:再|给)?[看瞧]?一?[看下]?(?:行不行?|行吗|可以吗|可以不|好不好|成不)[?？]?|(?:应该|都)?没(?:啥|什么)?(?:问题|毛病)吧[?？]?"
)
"""Behind a report the receipt is the answer to it."""
_SOURCE: Final = re.compile(
    "(?:以上|[这那]个|这些|[这那])?(?:(?:数据?|数字|口径|结果)(?:都)?(?:是|来自|来源[于是]?|取自|出自|由|从)|来自|来源于|取自|出自)"
    "(?P<whom>[\u4e00-\u9fff]{2,10}?)(?:(?:提供|给|统计|发|反馈|通报|核)(?:来|过来|出来)?[的了]?|(?<=[局所站科处院厅委办])|(?<=中心|系统|平台|台账|年报|报表))"
)
_UNSURE: Final = re.compile(
    "[去上前]年|同期|季|月|目标|计划|[预估约暂初不未没错旧]|还|可能|大概|以后|如果|吗|么|谁|哪"
)
_ENTRUSTED: Final = re.compile(r"(?:转质强办|交接|责任异议|申请延期|申诉|材料|更正|登记|说明)[\s:：]")
"""What is kept or handed on in the very words of whoever says it."""
_EMPTY: Final = re.compile(r"材料\s*\d{1,2}")
"""材料 5，谢谢: no words to keep."""
_PAPERS: Final = re.compile("文件|材料|佐证|照片|扫描件|附件|复印件|电子版|原件|证书|图片")
_AWAITED: Final = re.compile("[等还没未差缺才]")
"""What is not there yet is not only still to be sent."""


_GREETED: Final = re.compile(
    r"(?>@\S{0,6}(?:助手|机器人)\s|(?:就是)?那个?[啥什]么?(?!时候|意思|事|的)(?=[\s，,你您帮替给催])|语音(?:输入|转文字|消息)|(?:[您你]|领导|老师|各位领导|小助手|机器人|早上|上午|中午|下午|晚上)(?:您|你)?好[啊呀]?|谢谢(?:您|你)?了?(?=[\s，,。])|喂+|早[啊呀安]?(?=[\s，,])|哈[喽罗]|在吗|在不在"
    r"|(?:[行好嗯哦是](?>[行好嗯的\s,，])*)?我?(?:知道|明白|了解|晓得)了(?=[\s，,。].{5})|不好意思|抱歉|打扰(?:一?下)?了?|辛苦(?:您|你)?了?(?=[\s，,。])|对了|老师(?=[\s，,])|小助手|麻烦(?:您|你)?(?!了|吗|不[大小少]|事)|劳驾(?:您|你)?|请问(?:一?下)?|[\s，,。；;！!～~…：:、])+(?=\w)"
)
_THANKED: Final = re.compile(
    r"(?>(?<=[\s，,。；;！!～~…?？\u4e00-\u9fff\d%％])(?:麻烦(?:您|你)?(?:帮忙|帮我)?(?:[改办弄看查加登记设处理操作调整]{1,2}一?下|了)[啦吧哈]?|(?:谢谢|谢了|感谢|多谢|辛苦|拜托)(?:您|你|大家|领导|老师)?[了啦啊]?"
    rf"|{FACE})|[\s，,。；;！!～~…])+$"
)
_WORDED: Final = re.compile(
    "(?:通知|群发|公告|发|说|告诉|转告|转达|大家|单位)[:：]|(?:发|说|道|表)(?:示|一?[个条声句份])?(?:谢谢|感谢|谢)|就说|附一?句|^(?:各位|大家)[^,，]{0,4}[,，]"
)
"""The very words of a message: the thanks behind them are part of them."""


@dataclass(frozen=True, slots=True)
class Fringed:
    """What is left of a line, and the promise of a piece of evidence that stood behind it ("" for none)."""

    rest: str
    promise: str = ""


def without_fringe(text: str, context: Context) -> Fringed:
    """The line without greetings, thanks, provenance, signatures and promises of papers; never without everything."""
    if len(text) > LONGEST:
        return Fringed(text)
    left = with_pauses(plainer(_as_usual(_without_head(text, context)), context), context)
    found = _without_tail(left, context)
    if _ENTRUSTED.match(left) and not _EMPTY.fullmatch(found.rest):
        return Fringed(left)
    return found if bare(found.rest) and not _is_tail(found.rest) else Fringed(text)


def without_courtesies(text: str) -> str:
    """The line of somebody who does not report without greetings and thanks; never without everything."""
    if len(text) > LONGEST or is_courtesy(text):
        return text
    greeted = _GREETED.match(text)
    left = text[greeted.end() :] if greeted is not None else text
    thanked = None if _WORDED.search(left) else _THANKED.search(left)
    rest = left[: thanked.start()] if thanked is not None else left
    wished = _WISHED.fullmatch(rest.strip())
    rest = wished["order"] if wished is not None else rest
    return rest if bare(rest) and not is_courtesy(rest) else text


_WISHED: Final = re.compile(
    r"(?P<order>(?:那|麻烦|请|[你您]|帮我|先|就|再)*(?:催|让|叫|通知|提醒)(?!.*(?:[说讲]|告诉|转告|[?？]))(?!我).{3,60}?)"
    r"[\s,，]*(?:行不行|行[吗不]|可以[吗不]|好吗|好不好|好吧|成吗)[。.?？]?"
)
"""通知城建局补材料行吗: an order, politely said."""


def asks_if_right(text: str) -> bool:
    """Whether 没问题吧 is all that is said, which reports nothing."""
    return _ALL_RIGHT.fullmatch(bare(text)) is not None


_POLITELY: Final = re.compile(
    r"(?:能不能|可不可以|可以|能否|能)(?:请|麻烦)?[您你]?(?:帮我们?|帮忙|替我|给我)(?P<order>[^，,]{0,14}(?:撤[回销掉了]|作废|删[掉除]|改[成为到])(?!没)[^，,]{0,12}?)(?:吗|么|不)?[?？]*"
)
"""可以帮我撤回第2项吗: an order."""


def _as_usual(text: str) -> str:
    """第2 100%, 第3，食安委成立了 with the place as most people write it; 93。 and ，还有， as commas."""
    asked = _POLITELY.fullmatch(text)
    text = asked["order"] if asked is not None else text
    found = _PLACE.match(text)
    if found is not None:
        text = f"{found['place'] or found['told']} {text[found.end() :]}"
    text = _RATES_AHEAD.sub(r"\g<rate>", text)
    text = _PER_BEHIND.sub("%", _TORN.sub(r"\g<point>", text))
    text = _COUNTED.sub(r"第\g<place>项 ", text)
    return _BESIDES.sub("", _STOP.sub("，", _ALIKE.sub(r"\g<all>都", text)))


def _without_head(text: str, context: Context) -> str:
    left = once(text)
    while (found := _HEAD.match(left)) is not None:
        rest = _EDGES.sub("", left[found.end() :])
        if not bare(rest) or not _is_head(found[0], rest, context):
            break
        left = once(rest)
    filler = _FILLER.match(left)
    left = left if filler is None or not FIGURE.search(left) else left[filler.end() :]
    introduced = _INTRODUCED.match(left)
    if introduced is not None and _is_speaker(introduced["said"], context):
        left = left[introduced.end() :]
    ours = _OURS.match(left)
    if ours is None:
        return left
    return f"我们{left[ours.end() :]}" if _OF_US.match(left, ours.end()) else left[ours.end() :]


def _is_head(said: str, rest: str, context: Context) -> bool:
    """Whether the words only greet, say who speaks, or that something is going to be said."""
    if is_courtesy(said) or _ANNOUNCED.fullmatch(said) or _is_speaker(said, context):
        return True
    if _CAME_OUT.fullmatch(said) and FIGURE.search(rest):
        return len(context.rubric.milestones) <= 1 or "季" not in said
    if (_URGED.fullmatch(said) and FIGURE.search(rest)) or (
        _COUNTED_AHEAD.fullmatch(said) and _NAMED_FIGURE.match(rest)
    ):
        return True
    if _PARDON.search(said) and FIGURE.search(rest):
        return False
    found = _BEFORE.fullmatch(said) or _CHECKED.fullmatch(said)
    return found is not None and not _AMENDS.match(rest)


def _is_speaker(said: str, context: Context) -> bool:
    """我是旅游局陈静: the unit or the name is the speaker's own, and stands for nothing that is reported of."""
    person = context.speaker.contact
    unit = person.unit
    if len(context.speaker.account.contacts) > 1:
        return False
    words = re.sub("^(?:我们?|这[里边]|我们?这边)是?", "", said)
    names = {f"{unit}镇", *(unit[cut:] for cut in range(3) if cut == 0 or len(unit) > cut + _SHORTEST)}
    return any(words in (one, one + person.name, f"{one}的{person.name}", person.name) for one in names)


_SHORTEST: Final = 2


def _without_tail(text: str, context: Context) -> Fringed:
    left, promise = text, ""
    while True:
        rest = _EDGES.sub("", left)
        bracket = _BRACKETS.search(rest)
        if bracket is not None and bare(rest[: bracket.start()]) and _is_tail(bracket["said"]):
            left = rest[: bracket.start()]
            continue
        rest = rest if is_question(rest) else _SIGHS.sub("", rest)
        found = _TAIL.search(rest)
        if found is not None and bare(rest[: found.start()]):
            core = rest[: found.start()]
            grown = _GREW.fullmatch(found[0]) and _PUT_RIGHT.search(core) and FIGURE.search(core)
            if _is_tail(found[0]) or grown or (_ALL_RIGHT.fullmatch(found[0]) and _is_told(core, context)):
                left = core
                continue
            if not promise and _is_promise(found[0], context) and _is_told(core, context):
                left, promise = core, found[0]
                continue
        return Fringed(rest if bare(rest) else left, promise)


def _is_tail(said: str) -> bool:
    """Whether the words add nothing to what they stand behind but where it comes from, who signed it, or thanks."""
    if is_courtesy(said) or _BEHIND.fullmatch(said) or _CHECKED.fullmatch(said):
        return True
    source = _SOURCE.fullmatch(said)
    return source is not None and not _UNSURE.search(source["whom"])


def _is_promise(said: str, context: Context) -> bool:
    """Whether it promises a piece of evidence that is there already."""
    if not _PAPERS.search(said) or _AWAITED.search(said) or is_unfounded(said):
        return False
    return kind_of(said, local(context.now).date()) is Kind.PROMISE


def _is_told(core: str, context: Context) -> bool:
    """Whether nothing in the words is a question or talk, which would take what is beside it for its own."""
    today = local(context.now).date()
    parts = [part for part in re.split(f"[{_SIGNS}]+", core) if part]
    return not is_question(core) and all(kind_of(part, today) is None for part in parts)
