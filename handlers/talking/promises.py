"""答应: what is said of a report that is still to come, or that waits for somebody else."""

import re
from datetime import date
from typing import Final

from handlers.calendar.dates import day_in

_WHEN: Final = (
    "(?:明[天早儿日]|后天|今[天日晚儿](?:内|之内|下班前|晚些|晚点)?|下午|晚上|上午|中午|傍晚|下班前|这[两几]天|过[两几]天|[一两三]两?天(?:之?内)"
    "|下下?个?(?:周|星期|礼拜|月)[一二三四五六日天]?|[这本]?(?:周|星期|礼拜)[一二三四五六日天末内]|下?个?月[底初中末]|[上中下]旬|年[底前终末]|节后"
    "|回头|稍[后候晚]|晚[点些]|[一待等过]会儿?|马上|这就|立马|立刻|尽快|尽早|抓紧|赶紧|回(?:去|来|单位|办公室|局里)(?:以?后)?|有空|抽空|忙完|改天|过阵子?|随后|第一时间|到时候?"
    r"|明年(?:\d{1,2}月)?|\d{1,2}月(?=才|再|出|底)|\d{1,2}月\d{1,2}[日号]|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]|(?<![\d〕\]】）)第月])\d{1,2}[日号]|[一二三四五六七八九十]{1,3}号|(?<!\d)\d{1,2}[:：点时])"
)
_GIVE: Final = (
    "(?:上报|填报|补报|报送|报|上传|传|提交|交|送|给|发|补|弄|填|拍|出(?:结果|数|来)?|拿|整|搞"
    "|反馈|公布|通报|催|扫(?:描)?|落实|安排)"
)
_TO: Final = (
    "(?:过来|上来|过去|上去|出来|回来|下来|您们?|你们?|我们?|他们|上|来|去|齐全?|全|完|好|一?下|数|到"
    "|吧|哈|啊|呢|哦|呀|哟|噢|嘛)*+"
)
_COMING: Final = re.compile(rf"(?<![每去上]){_WHEN}(?P<gap>.{{0,12}}?){_GIVE}{_TO}$")
_UNTIL: Final = re.compile(
    rf"(?:可能|估计|大概|恐怕|预计|最快|最早|争取|怕是|说是?|说)(?:要|得)?(?:等)?到?{_WHEN}(?:才|左右|以后|之后|去了|吧|了)*$"
    rf"|(?:要|得|需)等?到{_WHEN}(?:才|左右|以后|之后|去了|吧)*$"
    rf"|(?<![每去上]){_WHEN}(?:才|再)(?:能|会|可以)?[^，,的了过]{{1,6}}$"
    "|(?:没(?:有)?(?:那么|这么)快|快不了|早着呢|还早)[呢啊呀的]*$"
    "|(?:还)?(?:要|得|需)等(?:[几两三一半][天周]|一?阵子?|些时候|几个工作日|一段)|(?:压|卡|放|搁)(?:在|着).{0,8}(?:呢|在|那|着)$"
    "|还在(?:复?检|检测|化验|抽样|公示|评审|对账|核对|核实|走程序|走流程|会签|报批|盖章|签字|催|印|排版)"
)
_THEN: Final = re.compile(
    f"(?:完|好|了|出来|下来|到手|到|齐|批|过|定|回来|有数|字|章)了?(?:我们?|就|马上|再|立马|第一时间|统一|一起|一并|一块|赶紧|才能?)+.{{0,6}}?{_GIVE}{_TO}$"
    f"|(?:完|好|字|章|批|会|审|定|齐|印|发)了?(?:以|之)?后(?:再|就|马上)?{_GIVE}{_TO}$|(?:后|后面|后续|以后|随后)(?:再|会)?补{_TO}$"
    f"|(?:有了|出来|出了|拿到)(?:我们?|就|马上|再)?{_GIVE}{_TO}$"
)
_WAITS: Final = re.compile(
    "(?:还?要|还?得|需要?)等(?![级次于效额同候比距你您我])[^，,]{1,8}$|"
    "^(?:那|先|我们?)*等(?![级于])[^，,]{1,10}[来到齐好]了?(?:再|一起|一块儿?|一并|一道)[说弄]?[吧哈啊呢]*$|"
    "(?<![品药案料件位门面备具物制度法规章标准书牌业同均上中下优])等(?![级次于效额同候比距你您我]).{1,14}?"
    "(?:出|给|通报|公布|反馈|批|签|定|下来|回来|结果|评审|发文|盖章|汇总|收齐|核|通知|确认|审|开会|研究|看过|同意|点头|过目|拍板|过一?下|报上来|再报|才报|的?数)"
)
_NOT_YET: Final = re.compile(
    "(?P<lacks>(?:还|就|只)?[差欠缺][一两二三四五几\\d]个?.{1,4}的$|(?:还|就|只)[差欠缺](?:一个)?.{0,4}(?:签字|盖章|审批|审核|会签|签批|批复|章|一步|[一两二三四五]个县|[一两二三四五]家|领导.{0,2}).{0,3}$)|(?P<still>还|尚|都|也|暂时?|目前)?(?:没有?|未)(?:能)?(?:出|给|报上来|报齐|报过来|下来|公布|反馈|回|通报|汇总|统计|整|弄|写|[检抽]|检[查测]|抽[检查]|化验|核|审|对|凑|补|盖|签|批|到手|交上来|收齐)(?:来)?"
    "(?:完|好|出来|下来|齐|上来|过来|给|[我你]们?|数|结果|章|字|下文)*+(?P<well>[呢啊呀哦嘞])*$"
)
_REST: Final = re.compile(
    "(?:但是?|不过|就是)?(?:其[他它余]|别的|剩下|另外|余下)(?:的|[一二两三四五六七八九几\\d]?[个项样家])*"
    "(?:都|全|也|目前|现在|我们?)*(?:还|尚|都)(?:没有?|未)(?:有|出|弄|报|数据?|结果|呢|了|好|完)*"
)
"""别的还没有: the rest is still to come."""
_LATE: Final = re.compile(
    "(?:可能|估计|大概|恐怕|我们?|要|得|会|再|先)*(?:晚|迟)(?:个|上)?[几两一二三四五]天(?:再|才|能)*(?:报|交|给|发|补|传)?(?:上来|过来|你们?)?[吧哈啊呢了]*"
)
"""晚两天 that asks for no leave."""
_OTHERS: Final = re.compile(
    "[局所院厅县省市科队办委站司]|他们|人家|企业|数|报告|结果|通报|名单|总结|台账|材料|领导|合格率|率$"
)
_WILL: Final = re.compile(
    "^.{0,6}?(?:这就|马上|立马|立刻|抓紧|赶紧|尽快|现在就)(?:去|来)?(?:安排|办|弄|催|问|整|落实|组织|处理|查|看|核|填|报).{0,4}$"
    "|^(?>其[他余]的?|剩下的?|我们?|别的|文件|材料|领导|局长|科里|科长|回头|回去|还?要|还得|需要?|已经?|正在|那|数|再|先|得|在)*"
    "(?:再|去|先|回去|回头|要|得|需|已经?)(?:让.{1,4})?(?:催|问|找|查|核|看|翻|对|核实|核对|复核|落实)(?:了|过)?(?:一[催问找查核看翻对下]|[下催问找查核看翻对们])?(?:再说|科里|下面)?[吧哈啊呢]*$"
    "|^(?:那|我们?|这项?|那项?|这个|[\u4e00-\u9fff]{0,6}?)?先(?:空|放|留|搁)(?:着|一[放搁])"
    "|^.{0,10}?(?:还在|正在|在)(?:写|弄|整理?|汇总|统计|核|催|收集|准备|走流程|走签批|走公文|会签|跟.{1,6}核|等.{0,8})[呢啊了]*$"
)
_URGED: Final = re.compile(
    "我们?(?:已经?|都|也|再|去|正|在)*(?:催|问|找|查|核|对)(?:了|过|下)*(?:[\u4e00-\u9fff]{0,4}[局所科室办县区站院队里面]|他们|领导|同事|会计|企业)(?:了|去|要|一下)*$|(?:已经?|都|也|再|正|在)催(?:过|着)?了?$|我们?(?:再|去|来|先)*催(?:一?下|一?催|他们)?$|在(?:路上|途中)$|先(?:报|弄|填)(?:别的|其[他余]的?)$"
)
_NO_WILL: Final = re.compile("麻烦|请您?|帮|您|(?<!给)你")
_AHEAD_OF: Final = (
    "(?:[①-⑳\\d]{1,3}(?:到|至|-|、|和)?[①-⑳\\d]{0,3}项?|其[他余]|剩下?|另外|别的|还有|剩余|最[迟晚快]"
    "|大概|估计|预计|争取|保证)"
)
_BARELY: Final = re.compile(
    rf"^{_AHEAD_OF}.{{0,10}}?{_WHEN}(?:之?前|左右|才(?:有|行|能)|吧|哈|啊|呢)*$|^{_WHEN}(?:之?前|左右)?吧?$"
)
_LEAVE_TO: Final = re.compile(
    "(?:这样|这么办?)?(?:行吗|行不行|行不|行么|可以吗|可以不|可不可以|好吗|好不好|成不成?|成吗|中不中?|要得不|没问题吧|没事吧|来得及[吧吗不么]|赶得上[吧吗]|能等[吗不]|来及吗)[？?]*$"
)
_LEAVE_AT_HEAD: Final = re.compile(
    "(?:^那|^请问)?(?:能不能|可不可以|能否|可否|可以|是不是可以|能)(?=.{0,10}(?:等|明天|后天|下午|下周|[周下月晚]))"
)
_DATED: Final = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
)
_DONE: Final = re.compile("(?<!在[弄写办做搞整])[了过](?:吗|没)?$|已(?!经?[在核催问])")
_ASKS: Final = re.compile(
    "[？?]|吗|么$|还是|怎么|咋|多少|什么|啥|哪|谁|(?<![那这好有])几[号时天个项点]|为何|能不能|可不可以|要不要|用不用|是不是|有没有|行不行|还在?催[啊呀呢吗嘛]?$|提醒|叫我|喊我|通知我"
)


_ONLY_THEN: Final = re.compile(
    "(?:等|到).{1,12}(?:才|再)(?:能|可以|用|要)?(?:报|交|填)(?:的)?(?:吧|是吧|对吧|是不是|对不对)$"
)
"""年终的要等12月才能报吧 asks, and promises nothing."""
_IGNORED: Final = re.compile("没人|等了")
"""等了2天没人理 is a reproach."""


def asks_leave(said: str) -> bool:
    """Whether the part ends by asking whether it will do: 明天给你行吗."""
    return _LEAVE_TO.search(said) is not None or _LEAVE_AT_HEAD.search(said) is not None


def is_promise(said: str, today: date) -> bool:
    """Whether the part says that something is still to come."""
    plain = _plain(said)
    if _ASKS.search(plain) or _ONLY_THEN.search(said) or _IGNORED.search(plain):
        return False
    if _URGED.search(plain) and not _NO_WILL.search(plain):
        return True
    return _is_coming(plain, today) or (not _DONE.search(plain) and _then(plain)) or _not_yet(plain)


def waits(said: str, today: date) -> bool:
    """Whether it says that the thing is not settled yet: to wait for or to check once more, rather than to send."""
    plain = _plain(said)
    return not _is_coming(plain, today) and (
        _not_yet(plain) or _WAITS.search(plain) is not None or _will(plain)
    )


def is_barely_promise(said: str, today: date) -> bool:
    """Whether it names no more than a time to come, which is a promise beside something else: 另外两个区明天."""
    found = _BARELY.search(said)
    return found is not None and _ahead(found[0], today) and not _ASKS.search(said)


def is_undone(said: str) -> bool:
    """Whether it says no more than that something is not done yet, which is a promise beside another: 乐至没抽完."""
    return _NOT_YET.search(_plain(said)) is not None and not _ASKS.search(said)


def _plain(said: str) -> str:
    """The part without that it asks whether that will do."""
    return _LEAVE_AT_HEAD.sub("", _LEAVE_TO.sub("", said)).strip()


def _is_coming(plain: str, today: date) -> bool:
    found = _COMING.search(plain)
    if found is None or not _ahead(found[0], today):
        return False
    past = "[已别不没]|过(?!来|去)" if _AFTER.match(found[0]) else "[了已别不没]|过(?!来|去)"
    return not re.search(past, found["gap"])


_AFTER: Final = re.compile("明[天早儿日]|后天|下下?个?(?:周|星期|礼拜|月)|回头|待会|等会|过[两几]天|改天")
"""What is certainly still to come: 明天扫描了发你."""


def _ahead(said: str, today: date) -> bool:
    """Whether a day that it names is still to come, or it names none."""
    named = _DATED.search(said)
    day = day_in(named[0], today) if named is not None else None
    return day is None or day >= today


def _then(plain: str) -> bool:
    return (
        _REST.fullmatch(plain) is not None
        or _LATE.fullmatch(plain) is not None
        or _THEN.search(plain) is not None
        or _UNTIL.search(plain) is not None
        or _WAITS.search(plain) is not None
        or _will(plain)
    )


_EVENT: Final = re.compile("(?:事故|事件|事情?|问题|岔子|纰漏|差错|[一1][起件个次例])[也都]?$")
"""一起事故都没出: it did not happen, and is not to come."""


def _will(plain: str) -> bool:
    return _WILL.search(plain) is not None and not _NO_WILL.search(plain)


def _not_yet(plain: str) -> bool:
    found = _NOT_YET.search(plain)
    if found is None or _EVENT.search(plain[: found.start()]):
        return False
    return (
        bool(found["lacks"] or found["still"] or found["well"])
        or _OTHERS.search(plain[: found.start()]) is not None
    )
