"""“国抽的过 省抽退 没章”: the pieces of a sentence, each with what it is about, what is ruled and what else is said."""

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from handlers.reading.widths import clean


class Verdict(Enum):
    """What a reviewer says of a piece: it passes, goes back, stays where it is, or stays and something is wanted of it."""

    ACCEPT = "通过"
    RETURN = "退回"
    HOLD = "先不动"
    ASK = "请补"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one breath: `about` stands before the verdict, `tail` after it; `sure` where no other reading is likely.

    Without a verdict all the words are `about`.
    """

    about: str
    verdict: Verdict | None = None
    sure: bool = False
    tail: str = ""
    told: str = ""
    """The whole breath, where its verdict tells what is wrong or what to do (不认, 重新核实)."""
    judged: bool = False
    """Whether it only says that it will not do (不行, 不合格), and sends nothing back."""
    who: str = ""
    """Who is told to do something (让万鹏再核)."""


SAYS_TO: Final = r"(?:说|讲|带个?话|捎个?话)(?!明|清)(?:一下|一声)?"
"""给王敏带个话: what comes behind is for him."""
ASIDE: Final = (
    r"(?:我|俺|都|刚|刚才|仔细|已经|又|帮我)*(?:看|审|核|查|翻|瞅|核对|核实|阅|点开)(?:过|完|好)?(?:了)?(?:一遍|一下|看|过了|好了|完了)?|已阅|拟"
    rf"|(?:给|跟|和|告诉)[\u4e00-\u9fff]{{2,6}}?{SAYS_TO}|(?:我们?)?建议|就这样|就这么办|嗯+|哦|噢|喂|哎+呀?|好|好的|好了|对|中|行|那|那就|辛苦|辛苦了|谢谢|麻烦[你您了]?|您好|你好|同志"
    r"|(?:这?个?)?(?:数|数字|数据|材料|图|图片)?(?:跟|和|与)?(?:材料|台账|数)?(?:都|也)?(?:对得上|对的上|对上|核对上|齐全?|对|清楚|真实|属实)了?的?"
    r"|(?:写|做|弄|报|整)得?(?:还|挺|很|真)?(?:不错|好|行|全|细)|(?:挺|很|真|还)(?:好|不错|全)|不错|赞|\U0001F44C+|\U0001F44D+"
)
"""Talk beside what is ruled: that it was read, thanks, praise."""
_TOLD_TO: Final = (
    rf"(?:让|叫|请(?!示|假)|要求|麻烦|通知|提醒|(?:跟|和|给|告诉)(?=[^\s,，。;；\d]{{1,8}}?{SAYS_TO}))(?:给我|给)?"
    rf"(?P<who>[^\s,，。;；让叫请补附再重核改过退说讲]{{0,8}}?)(?:{SAYS_TO})?(?:让[他她]们?)?"
    r"(?:赶紧|尽快|抓紧|马上|先|去|来|得|要)*"
)
"""让他, 请万鹏: who is told to do something."""
_MEND: Final = (
    rf"{_TOLD_TO}(?:把[^\s,，。;；]{{1,16}}?)?(?:(?:再|重新?)+(?:去|来|好好)?(?:核|查|算|报|弄|做|改|写|填|交|说)|核(?:实|对|一|$)|查(?:实|清|一)|更正|自查|改(?!天|日)"
    r"|[^\s,，。;；]{1,12}?(?:后|好|了|以后|完)?(?:再|重新?)(?:上报|报|交))[^\s,，。;；]*"
)
_SUPPLY: Final = (
    rf"(?:{_TOLD_TO.replace('P<who>', 'P<asked>')}(?:再|也|书面|都)*(?:把[^\s,，。;；]{{1,24}}?)?(?:再|也|都)*"
    r"(?:补(?!贴|助|考)|附(?!近|件)|提供|提交|说明|解释|说清|讲清|写(?:个|一|份|明|清)|交(?:一|个|份|上|几|些|点)|(?:传|发)(?:一|个|上|几|些|点|过?来)|出(?:个|具|一)|给(?:个|一|份))"
    r"|(?:还)?(?:要|得|需要?|应该?)(?:再)?(?:补(?!贴|助)|附(?!近|件)|提供)"
    r"|^(?:再|先|只|就|还|请)*补(?![贴助考丁录习了过齐全好完的]|(?:上|过|交)?来?了))(?!什么|啥|哪|几)[^\s,，。;；]*"
)
_HOLD: Final = (
    r"(?:先|还|要|得|再)?等(?!等|级|次|同|于|高|[一二两三四五六七八九十几\d]+个|单位|部门|区|县|镇|局|项|件)[^\s,，。;；]{0,14}?"
    r"(?:再[^\s,，。;；]{1,4}|[后了]|来|齐|到|数据|材料|结果|通知|核实|回复|消息|文件|盖章|反馈|意见|点头|签字|同意|数$)[^\s,，。;；]{0,6}$|"
    r"(?:先|暂时?|还是|就)*(?:放一?放|放放|放着|放下|搁一?搁|搁着|压着|挂着|挂起|晾着|压一?压|放一边|缓一?缓|缓缓|留着|留下|等等看?|等一?等|再等等?|再说|再看看?|再核实?一?下?|暂缓"
    r"|(?:别|不要|莫|甭)(?:急着)?(?:都|全)?(?:动|管|审|批|给过|通过|过)(?!关)(?=.{0,2}$|[着了吧呢]))"
    r"|^除[了开去]?(?=[^,，。;；]{2,16}$)(?!.*(?:[都全外剩]|其[他它余]|别的))"
    r"|(?:就|得|要)?(?:除外|不算在内|不在内)"
    r"|(?:不能|不可以)(?:都|全部?)(?:给?过|通过)|(?:先|暂时?)(?:别|不予?|不要|不用|甭)(?:都|全)?(?:动|管|审|批|通过|给?过|处理|办)|先(?:等|放)|(?:先|就|也|都)*(?:不[用要必]?|别|甭|莫)退(?:回)?(?:了|吧)?"
    r"|我还?没(?:来得及)?(?:仔细|细|好好)?(?:看|核|审)(?:呢|完|过)?$"
)
_SO: Final = r"(?>给我|给他们?|的话|只能|只好|必须|还是|所以|那就|我就|就|先|要)*"
"""没章只能退: such words go with the verdict, and leave nothing of themselves in the reason."""
_RETURN: Final = (
    rf"{_SO}(?:(?<![不别甭用])退回去?|退给(?:他们?|单位|人家)|返回(?:去|给(?:他们?|单位))|返还|退了?掉|(?<![清撤不别甭用])退(?![休役耕税货款出群伍烧到])|打回去?|驳回|打下去|发回去?)(?:给?(?:他们?|单位))?"
    r"|不予?通过|不给(?:通)?过|不让过|不同意|[通审]不过|过不[了去]|(?:不能|没法|不可以|不可)(?:给?过|通过)|不准过|(?<=.)不过(?=$|了|吧|的)|^不过(?=$|了|吧)|^不行|(?<=.)不行(?!业)|不合格(?!率)|不予?认(?:可|账)?(?!识|真)|不作数|不算数|不采信"
)
_AGAIN: Final = (
    r"(?:让|叫|请|要)?(?:他们?|她们?|对方|单位)?(?:去|再|得|要)?(?:重新|重)(?:再)?"
    r"(?:上报|报|拍|填|弄|做|算|交|传|写|来|搞|核(?:实|对)?)(?:一?[下遍份张])?(?:附件|材料|图片?|照片|扫描件)?|返工|改好再[报来交]|怎么(?:能|可以)?给?(?:通过|过)|补拍|(?:不太|不大|不怎么|不是很)(?:行|对)"
)
_ACCEPT: Final = (
    r"(?<![不别能])(?:就|都)?(?:按|照|依)(?:照|着)?(?:他们?|她们?|单位)?(?:上?报|填)的?(?:数|分)?(?:给分?|打分?|算|来|定)(?![\d\s]*\d)|"
    r"(?:先|只|仅|给他?|予以|准予|审核|审批|可以|就|让他?)*(?:(?<![没未])(?<!没有)通过(?!率|的[有几])|放行|批准|认可|同意|批(?![次号文复])|准了|^准$"
    r"|(?<![经超看审核查错难见报说做不没交改走能问])过(?![程期往滤敏错早来去几会节高低大小多少于目问没不年户硬分线两一半天后段阵]))"
)
_FINE: Final = (
    r"(?:我看|看着|应该)*(?:没有?(?:啥|什么|任何)?(?:大)?(?:问题|毛病|意见|得说)"
    r"|(?<![不没否承确])认了|(?:可以|(?<![不也进执自发流运银施实推举履例试平])行(?![业政动为驶程使])|(?i:ok)|(?<![没未不])(?:合格(?![率证])|合规|妥了?|符合(?:要求|规定|标准)|达标(?!率)|对的(?!上)|(?:属实|无误|真实(?:有效)?|准确)的?(?!性|率)|没有?出入|[无没]有?异议)|^可$|(?<=[都全])对了?$))"
)
_VERDICT: Final = re.compile(
    rf"(?P<mend>{_MEND})|(?P<supply>{_SUPPLY})|(?P<hold>{_HOLD})|(?P<back>{_RETURN})|(?P<again>{_AGAIN})|(?P<pass>{_ACCEPT})|(?P<fine>{_FINE})"
)
_BREATH: Final = re.compile(r"(?:[\s,，。;；?？!！~～…()（）]|[:：](?!\d))+")
_ONLY_ORDER: Final = re.compile(
    rf"{_TOLD_TO}(?:再|也|都|书面)*(?:补(?:充|交|报)?(?:一?下|上来?|个|点|些|一份)?|(?=[把附提说解讲写交传出给]))"
    r"|^[^\s,，:：]{0,8}?问(?:一?[下问声]|清楚)(?:[他她]们?|单位|对方)?(?=..)"
    r"|^(?:还|先|只|就|请)*(?:要|得|需要?)?再?(?:补(?:充|交|报)?|附上?|提供)(?:一?下|个|点|些|一份|上来|上)?(?=..|$)"
)
_ONLY_BACK: Final = re.compile(rf"{_SO}(?:退(?!不)|打|驳回|[发返]回|返还)|怎么")
"""Whatever else rules says no: cut off what stands before it, and 光报个文号不行 turns round."""
_SENT_BACK: Final = re.compile(
    r"^(?:不行|不过|不通过)?(?>给我|先|就|都)*(?:退回去?|打回去?|驳回|[发返]回去?|返还|退(?=[了给掉,，\s]))(?:了|吧|掉|给(?:他们?|单位))*[\s,，:：]*"
    rf"|{_SO}(?:退回去?|打回去?|驳回|[发返]回去?|返还|退)(?:给?(?:他们?|单位|人家))?(?:了|吧|掉)*$"
)
_PARTICLES: Final = re.compile(
    r"^(?:了|吧|啊|哈|的|掉|[它他](?!们|单位)|呗|嘛|算了|就行|就好|一下)+|(?:了|吧|啊|哈|呗|嘛)+$"
)


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The sentence in pieces; verdicts that agree and have nothing between them are one."""
    found: list[Piece] = []
    for breath in _BREATH.split(clean(text).strip()):
        if breath:
            found += _breath(breath)
    return tuple(found)


def _breath(words: str) -> list[Piece]:
    heads = [found for found in _VERDICT.finditer(words) if found[0]]
    if not heads:
        return [Piece(words)]
    pieces: list[Piece] = []
    start = 0
    for at, head in enumerate(heads):
        verdict, sure = _meant(head)
        last = at + 1 == len(heads)
        about = without_particles(words[start : head.start()])
        if pieces and not about and heads[at - 1]["back"] and not (head["pass"] or head["fine"]):
            tail = unsent(words[head.start() :])
            told = pieces[-1].told.removesuffix(words[heads[at - 1].end() :]) if not tail else pieces[-1].told
            pieces[-1] = replace(pieces[-1], tail=tail, told=told)
            break
        if head["mend"] or head["supply"]:
            who = head["who"] or head["asked"] or ""
            pieces.append(Piece(about, verdict, tail=head[0], who=_PRONOUN.sub("", who)))
            break
        tail = without_particles(words[head.end() :]) if last else ""
        tail = words[head.start() :] if tail in _BARE else tail
        if pieces and not about and (pieces[-1].verdict is verdict):
            pieces[-1] = Piece(pieces[-1].about, verdict, pieces[-1].sure or sure, tail)
        else:
            says_no = verdict is Verdict.RETURN and not _ONLY_BACK.match(head[0])
            told = words[: head.end()] if says_no and tail else words if says_no else ""
            judged = says_no and SAYS_NO.search(head[0]) is not None
            pieces.append(Piece(about, verdict, sure, tail, told, judged=judged))
        start = head.end()
    return pieces


_BARE: Final = frozenset("核查改")
"""退回去核: one character is no reason without what stands before it."""


def _meant(head: re.Match[str]) -> tuple[Verdict, bool]:
    if head["hold"]:
        return Verdict.HOLD, True
    if head["supply"]:
        return Verdict.ASK, False
    if head["mend"]:
        return Verdict.RETURN, False
    if head["back"] or head["again"]:
        return Verdict.RETURN, bool(head["back"])
    return Verdict.ACCEPT, bool(head["pass"])


def unruled(words: str) -> str:
    """The words without what rules: what is left tells how it is, or what somebody is to do."""
    return _VERDICT.sub(lambda found: found[0] if found["mend"] or found["supply"] else " ", words)


def unsent(words: str) -> str:
    """没章 of 没章退回: the words without the sending back at either end; a clause is never cut inside."""
    return _SENT_BACK.sub("", words).strip()


def object_of(told: str) -> str:
    """不认 of 不认这个数: what goes back is told with the verdict."""
    found = _TAKES_OBJECT.search(told)
    return found[0] if found is not None else ""


_TAKES_OBJECT: Final = re.compile("不(?:予?认(?:可|账)?|采信|同意)$")


SAYS_NO: Final = re.compile("(?:不行|不合格|不够|不成|不予?认(?:可|账)?|不作数|不算数|不采信)$")
"""What will not do as it is: with 让他们补 behind it more is wanted, and nothing is sent back."""


def wanted(words: str) -> str:
    """附个情况说明 of 让他附个情况说明: what is wanted, without who is told to hand it in."""
    if SAYS_NO.search(words):
        return ""
    words = _ENOUGH.sub("", words)
    told = _TOLD_BEHIND.match(words)
    words = told["thing"] if told is not None else words
    left = _NOT_THERE.sub("", _LACKED.sub("", _ONLY_ORDER.sub("", words, count=1).strip(" ,，")))
    handed = _HANDED_IN.fullmatch(left)
    left = _SENT.sub("", handed["thing"] if handed is not None else left)
    return "" if _PRONOUN.match(left) else left


_TOLD_BEHIND: Final = re.compile(
    r"[^,，]{2,30}(?:让|叫|请|要求|通知)(?:[他她]们?|单位|对方)(?:再|都|也)*(?:补|交|传|发|拿)(?:充|上)?(?P<thing>(?![上过]?来|一[遍下次])[^,，]{2,24}?)(?:上来|过?来)?$"
)
"""那项没有照片让他们传几张工地的照片来, said in one breath."""
_ENOUGH: Final = re.compile("(?:就(?:行|好|可以)|即可|再说|再看|再审)[了吧的]*$")
_LACKED: Final = re.compile(
    r"^(?:[^\s,，]{0,12}?[那这][件份项个条])?(?:还|就|也|都)*(?:缺少?|差|少|(?:没有?|未)(?:附上?|交|见到?|看[到见]|传|带|提供|上传)?)了?(?=[^过到齐全够对说了]{2}|章)"
)
_NOT_THERE: Final = re.compile(
    r"(?<=..)(?:都|还|也)?(?<!有)(?:没有?|未)(?:附|交|传|带|见|给|看到)?(?:上来?|着|到)?$"
)
"""附件 of 没有附件 and of 附件没传."""
_SENT: Final = re.compile(r"^(?:传|发|交|拿)(?=几|[两二三四五]|点|些)|(?<=.)(?:上来|过?来)$")
_HANDED_IN: Final = re.compile(
    r"把(?P<thing>[^\s,，。;；]{2,24}?)(?:再|也|都|给|赶紧|尽快)*(?:补|交|传|发|拿|送)(?:交|上|充)?(?:上来|过来|来|给我|一份|一下|全|齐)?[吧了]*"
)
"""把台账也传上来."""


_PRONOUN: Final = re.compile(r"^(?:他们?|她们?|它们?|对方|单位|人家|各[镇区县家])$")


def without_particles(words: str) -> str:
    """The words without what is only breathed around them."""
    return _PARTICLES.sub("", _PARTICLES.sub("", words.strip()))
