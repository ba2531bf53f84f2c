"""How far a thing is, in plain words: 做完了 材料差个章 还在征求意见 一个都没有 没出过事."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from handlers.reading.tokens.sieve import sieve

Standing = Literal["full", "done", "partial", "half", "bare", "none", "going", "planned", "nothing", "zero"]
"""full: its papers are complete, done: carried out, partial: papers are lacking, half: done in part, bare: without
papers, none: not done or not there, going: under way, planned: to come, nothing: no event has happened, zero: 0."""

_PAPERS: Final = (
    "(?:的|这块|那块)?(?:证明|佐证|印证|支撑|相关|有关)*"
    "(?:材料|资料|台账|佐证|印证|照片|图片|影像|档案|凭证|手续|痕迹|总结|纪要|(?:检查|巡查|抽查|会议|过程|整改|现场)记录)(?:什么的|啥的|之类的?|方面|那边|那块|这块|上)?"
)
_VERBS: Final = (
    "建立健全|建立|健全|成立|设立|制定|制订|印发|下发|出台|发布|公布|公开|举办|召开|开展|组织|实施|落实|推进|推动|完成|纳入|部署"
    "|强化|加强|严查|查处|规范|达到|获批|获评|批准|评上|通过|申报|报送|移送|培训|宣传|宣贯|检查|排查|整治|整改|处理|处置|办结|交流|分享"
    "|启动|开始|达标|出来|完善|保障|改善|提升|明确|整合|支持|鼓励|引导|参加|参与|打击|巡查|核查|督查|督办|奖励|评估|推广|执行|采取|反馈|统计|汇总|给|算|完事|评选|评|侦破|破|推行|审核|审查|推|发|动|上|办|做|弄|搞|整|建|开|出|印|定|下|抽|查|写|批|拿|报|搭|设|配|立|挂|签|备案|覆盖|结"
)
_HOW: Final = "(?>按要求|已经?|早就|早已|全部|全都|按时|按期|严格|基本|也|都|全|均|刚|就)*"
_UP_TO: Final = "(?:好|到|完|过|成|起来|出来|出去|到位|下去|下来|上去|上|齐|全|够)?"
_STEADY: Final = "(?:正常|有序|深入|持续|扎实|积极|全面|稳步|按计划|常态化?)(?:地|在)?"
_FULLY: Final = "(?>基本上?|全部|全都|已经?|早就|样样|都|也|均|全|早)*"
_COUNT: Final = "(?:[一两二三四五六七八九十几好多]+|\\d{1,2})"
_TIMES: Final = f"{_COUNT}(?:多)?(?:次|期|场|轮|遍|回|批)(?:会|会议|培训|活动|检查)?"
_EVEN: Final = "(?>[一半]?[个项条次件份家起场期样]都?|一直|压根|根本|从来|暂时|一时|目前|现在|还|尚|都|也)*"
_NOT: Final = f"{_EVEN}(?:没有?|未|木有|冇|没得)"
_READY: Final = "找[全齐]|备齐|凑齐|凑全|弄全|收齐|收全|整理完|整理好|弄完|弄好|整出来|准备好"
_LACKING: Final = f"[不没未](?:太|大|怎么|有)?(?:全|齐全?|够|完整|到位|{_READY})"
_THINGS: Final = "措施|方案|制度|文件|机制|规划|办法|细则|预案|协议|政策|记录"
_NAMED_BY_DEED: Final = (
    "(?:奖励|支持|鼓励|引导|培训|宣传|检查|排查|整治|抽查|核查|督查|巡查|评估|反馈|申报|检测|监测|公开)"
    f"(?:{_THINGS})"
)
"""没有奖励制度: the deed is part of the name of the thing."""
_NO_GAP: Final = (
    "(?:没有?|无|未)(?:再|出现|存在|留下?|任何|什么|啥|一[个处家件项]?)*(?:遗漏|疏漏|漏[掉下项]?|落下|积压|拖延|拖欠|超期|逾期|死角|盲区|松懈)"
    "(?:一[个处家件项](?:工地|项目|企业|单位|商品|产品|案件)?)?"
)
"""没有遗漏: twice denied, it was done."""
_WORDS: Final[dict[Standing, str]] = {
    "nothing": (
        "(?>一起(?:都|也)?|从来|什么|都|也|啥|还)*(?:没有?|未|无|从未)(?:发生|出现|出)过?(?:任何|啥|什么|安全|质量)*(?:[^，,]{0,10}(?:事故|事件)|事情?|问题|岔子)?"
        r"|没有?(?:任何|什么|啥|质量|安全)*问题|(?:无|没有?)(?:任何|一般|重大|较大|特大|质量|安全|责任)+[^，,]{0,8}(?:事故|事件)|(?:零|0|无)(?:事故|事件)|(?:事故|事件)(?:为|是|数)?(?:零|0|无|没有)?(?:零|0)起?|(?<![\d.])(?:零|0)起|一起(?:都|也)?(?:没有|没得|没|无)|[平太]+[安平]+(?:无事)?|没出事|(?:一起[^，,一]{0,8}(?:事故|事件)|什么(?:事故|事)|啥(?:事故|事)|[事亡]故)(?:都|也|一起)*(?:没有?|没得|未|无)(?:发生|出现|出)?过?|(?:零|0|无|也?没有?|也?未)(?:人员|一个?人|人)?(?:死亡|伤亡|亡人|死过?人|死|伤着?人)"
    ),
    "zero": r"(?:都|均|全|也)*(?:是|为|报)?(?<![\d.])(?:零|0)(?![\d.])[个件项家]?",
    "going": (
        "(?:还|正|仍|尚|现在|目前|都)*(?<!一直)(?<!持续)(?<!都)(?<!存)(?<!所)(?:正?在|处于)(?:征求意见|征集|走流程|走程序|走|审|报批|会签|起草|草拟|修订|修改|改|完善|拟|写|编|制定|弄"
        "|做|办|推|建|搞|整|整理|补|收集|收|准备|印|盖章|盖|统计|进行|筹备|筹建|申请|申报|评审|验收|查|调查|处理|整改|汇总|开|创建|落实|推进)[^了没无有齐全，,]{0,4}"
        "|征求意见中?|走流程中?|走程序中?|(?:审批|报批|推进|进行|办理|起草|修订|建设|处理|整改|评审|申报|创建|会签|筹备|整理)中"
        "|(?:还|就|才|只)?(?:只?有|是)?(?:个|一个|一份)?(?:初|草|征求意见|送审|讨论)稿|快(?:要)?(?:弄|做|办|搞|整|印|出|建|完|好|齐)+(?:来|完|好)?|差不多(?:弄|做|办)?(?:完|好)?|(?:弄|做|完成|办)了?(?:大概)?\\d+%|(?:还|正|仍)在[一-龥]{1,4}|(?:已经?)?(?:报|送|呈)(?:给|到)?(?:县|市|区|局|省)?(?:政府|分管领导|领导|上级|办公室|局长|县长|市长|区长|主任|书记)(?:审批|审|批|签)?|(?:都|已经?)?(?:报|送|交)?(?:上去)?(?:了)?等(?:着|待)?(?:领导)?(?:批复|批准|批示|批|审|签字|签)|收尾(?:阶段)?|(?:刚|才|已)(?:刚|经)?(?:启动|起步|开始|开了?个头)"
    ),
    "bare": (
        f"(?:就是|但是?|可|只是)?(?:没有?|无|没得|木有|[拿找]不[出到着](?:来)?|没留|没存|没拍|没整理?|没做|忘(?:了|记)?[做拍留存])(?:下|有|任何|啥|什么|一点|留)*{_PAPERS}"
        f"|(?:就是|但是?|可|只是)?{_PAPERS}(?:都|也|一[份点样时]|暂时|啥|全|一概)*(?:没有?|无|没留[下存]?|没存|没保[存留]|没得|[找拿]不[着到出](?:来)?|丢|没拍|没整|忘(?:了|记)?(?:[做拍留存]|保存)|空白)|(?:记录(?:也|都)?没留[下存]?|没留(?:下)?(?:记录|痕))"
    ),
    "partial": (
        f"(?>{_PAPERS}|基本齐全|就是|但是?|只是|不过|可)*(?:就|只|还|也|仅|都)*(?:差|缺|少)(?!不多)(?:[^都全其剩，,]{{0,12}})"
        f"|{_PAPERS}(?:还|都|也|尚|一时|暂时)*{_LACKING}|{_PAPERS}(?:还|尚|都)*没(?:有)?[^，,有]{{1,3}}(?:出来|好|完|齐)|{_PAPERS}(?:还|尚)没[^，,有]|{_NOT}(?:盖章|盖|签字|签批|落款|装订|扫描|归档)|(?:章|字)(?:还)?没(?:盖|签)|公章没盖"
        f"|(?:证明|佐证|印证)?(?:{_LACKING})|{_PAPERS}?(?:只|就|才)有?(?:一|几|两|部)(?:部分|份|张|点|些|样)|{_PAPERS}(?:有)?(?:一部分|部分有|部分)"
    ),
    "half": (f"{_HOW}(?:做|弄|搞|办|建|完成|整|写)了?(?:一半|一部分|大半|大部分|半截)(?:了)?|完成一半|一半"),
    "none": (
        f"{_NOT}(?:去|能|有|再|怎么|顾上|来得及)*(?:{_VERBS}){_UP_TO}(?:工|静|要求|标|会|下来)?"
        "|(?:还|都|也|一直|[一半]?[个项条次件份家起场期样块点]?(?:都|也))*(?:没有?|没得|木有|冇|没影|空白)(?:的)?|(?<!有)无|否|不是|不符合|不达标|没达标|未达标|[没未]达?到|不搞|不做|×|✗|没动静|没动"
    ),
    "full": (
        f"{_PAPERS}{_FULLY}(?:齐全|齐备|备齐|凑齐|收齐|齐整?|完整|完备|具备|到位|足够|够|备好|备|准备好|整理好|整好|弄好|弄齐|归档|全|在(?:我|单位)?(?:这|手里|手上)?|都有|有)"
        f"|{_FULLY}(?:齐全|齐备|备齐|凑齐|收齐|弄齐|齐活|齐|完备)|(?:啥|什么|样样|该有的)都?(?:都)?有|(?:文件|记录|纪要|总结)(?:都|全)(?:在|有|齐)|全套(?:都)?(?:有|齐|在)|一应俱全|都全|全都齐|{_FULLY}有(?:完整|齐全|全套)?的?{_PAPERS}"
    ),
    "done": (
        f"{_HOW}(?:{_VERBS})(?:了|过)(?:{_TIMES}|文|会|函|班|通知|单|单子|(?:一?[个份套]|[两几][个份])?(?:{_THINGS}))?|{_HOW}(?:{_VERBS}){_UP_TO}(?:了|过|完毕|的)|(?:已经?|早就|早已|刚刚?|都已?|全部?|也)(?:{_VERBS}){_UP_TO}|(?<=..)已经?(?:{_VERBS})(?:给|到|至)?[^，,没未不]{{1,6}}|(?:工作|运转|运行)?正常|(?:{_VERBS})(?:好|完|到位|起来)"
        f"|(?:{_VERBS}|开展)?{_TIMES}|{_STEADY}(?:{_VERBS}|运行)|建立健全|健全|到位|达标|符合|强化|办结|落实|{_FULLY}(?:有|是)(?:了|的)?|没问题|搞定|妥|√|✓|✔|ok|在做|在开展|在抓|满足|完成|(?:一直|持续|常年)(?:都)?在(?:做|搞|开展|抓|弄|推)|{_NO_GAP}"
    ),
}
_ORDER: Final[Mapping[Standing, str]] = {
    "nothing": "一事亡伤出发安平无未死没起",
    "zero": "零0",
    "going": "%中刚呈在处差已征快才报收稿等走送",
    "bare": "不丢忘无木没空",
    "partial": "一不公冇只少就差才木未没缺部",
    "half": "一半大完",
    "none": "×✗不冇到否无木未没空",
    "full": "一佐全凑凭印台图备完弄影总手收有材档照痕纪记资都齐",
    "done": "o√✓✔也了健全刚到办回在场好妥完已常建强扎批持按搞无早是有期未次正没深满的积稳符落起轮达过遍都",
}
"""Each with characters of which all that says so has one."""
_PARTICLES: Final = "[了的吧呢啊呀哦噢嘛啦哈咧喽嘞滴哩呐唉哎~!。]*"
_TAILS: Final = tuple(
    (kind, sieve(characters, f"(?:{_WORDS[kind]}){_PARTICLES}$")) for kind, characters in _ORDER.items()
)
_INTO: Final = "(?:纳入|列入|写进|写入|印发|下发|报送|分解到|落实到)"
_REGULARLY: Final = "(?:每个?(?:季度?|月|年|周|半年)|定期|按(?:月|季度?|年))"
_HEADS: Final[tuple[tuple[Standing, re.Pattern[str]], ...]] = (
    ("done", re.compile(f"(?<=..){_HOW}{_INTO}(?=[^了没未不]{{2,14}}了$)")),
    (
        "done",
        re.compile(
            f"{_REGULARLY}(?:都|均|在)?(?=[^没未不]{{0,12}}(?:公开|公布|发布|通报|分析|召开|检查|报送))"
        ),
    ),
    ("done", re.compile(f"(?:{_VERBS})(?:了|过)(?=有[^没未不]{{2,8}}$)")),
    (
        "none",
        re.compile(
            f"^{_NOT}(?!{_NAMED_BY_DEED})(?:{_VERBS}){_UP_TO}(?=[^了过完好]{{2}})|^(?:还|也|都)*(?:没有|没得|无)(?!发生|出现|出过)(?=.{{2}})"
        ),
    ),
    (
        "done",
        re.compile(f"^{_HOW}(?:{_VERBS}){_UP_TO}(?:了|过)(?=.{{2}})|^(?:已经?|早就)(?:{_VERBS})(?=.{{2}})"),
    ),
    ("done", re.compile("^(?:我们|也|都|已经?)*有(?:了)?(?=[^了的材资台]{2})")),
    ("none", re.compile("(?<=..)(?:没有|没得|无)(?=[^，,材资台]{2,8}$)")),
    ("done", re.compile(f"(?<=..)有(?:了)?(?=(?:具体|相关|专门)?的?(?:{_THINGS})$)")),
    ("done", re.compile(f"(?<=..)(?:{_VERBS})(?:了|过)(?=[^没未不一二三四五六七八九十两几\\d]{{2,12}}$)")),
)
_PLANNED: Final = sieve(
    "下会准后周回尽年待打明晚月等计过还马",
    "(?:明天|后天|下周|下星期|下个?月|月底|年底前?|回头|过[几两]天|马上|尽快|晚点|待会|等.{1,10}[再就才]|周[一二三四五六日末])|打算|准备(?:开|做|搞|弄|建|出|发)|计划(?:开|做|搞|弄|建|出|在|于)|会尽快|还没到时候",
)
_DOUBT: Final = re.compile(
    "可能|好像|似乎|貌似|大概|应该|估计|听说|据说|他们?说|她们?说|不清楚|不知道|不确定|说不准|也许|恐怕|怕是|八成|吗|[?]|是不是|有没有|了没|没有?呢"
    "|谁|怎么|咋|多少|什么时候|如果|要是|老\\w说|小\\w说|说(?<=[一-龥]{2}说)|不是没|没有不|并非|不都|不全[都是有]|没都|不用|不需要|不涉及|不适用|不归"
    "|目标(?:是|为|定|:)|力争|争取|预计|要求我们|必须|去年(?!度?(?:同期)?(?:是|为|有)?\\d)|上年(?!度?(?:同期)?(?:是|为|有)?\\d)|明年|往年|全市|全省|兄弟|隔壁|人家|别人|他们|她们|别的?(?:局|单位|镇|县)"
    "|错|不对|更正|改成|作废|撤回|反了"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """What a clause says: of what (`topic`, maybe nothing), how far it is, and whether of every one."""

    topic: str
    standing: Standing
    text: str
    hedged: bool = False


def is_doubtful(text: str) -> bool:
    """Whether the words ask, suppose, pass on hearsay or speak of others: no draft may cover that."""
    return _DOUBT.search(text) is not None


@lru_cache(maxsize=64)
def read_saying(clause: str) -> Saying | None:
    """What a clause without separators says of how far something is; None where it says no such thing."""
    words = _JOINING.sub("", clause.strip(" \t，,;；、。:!"))
    if not words or _NOT_APART.search(words):
        return None
    if _PLANNED.search(words) and not re.search("了$|齐|已", words):
        return Saying(_PLANNED.sub("", words), "planned", words)
    hedged = _HEDGED.search(words) is not None
    found = _tail(words)
    if found is not None:
        kind, start = found
        if kind == "bare" and _HAVING.search(words[:start]) and not _EVERY_PAPER.search(words[start:]):
            kind = "partial"
        return Saying(words[:start], kind, words, hedged)
    began = _BEGINNING.sub("", words)
    for kind, pattern in _HEADS:
        head = pattern.search(began)
        if head is not None:
            return Saying(began[: head.start()] + began[head.end() :], kind, words, hedged)
    return None


_NOT_APART: Final = sieve("不未没", "(?:没有?|未|不)(?:再|去|做|有)?(?:单独|单列|专门|另外|另行|独立|分开)")
"""没有单独数据，合在全年的: what is not by itself may well be there."""
_JOINING: Final = re.compile("^(?:但是?|不过|可是|可|而且|并且|同时|另外|还有|然后|那么)(?=.{2})")
_BEGINNING: Final = re.compile(
    "^(?:(?:我|咱|俺)们?|本)?(?:[区县市镇局]|单位)?(?:里|上|政府)?(?>前几天|上半年|下半年|上个?[周月]|今年|年初|最近|刚刚?|目前)*(?=.{4})"
)
"""区里今年 before 出台了质量发展规划."""
_HEDGED: Final = sieve("初基多大差", "基本|大体|差不多|大部分|多数|初步")


_HAVING: Final = re.compile("有|已|了")
_EVERY_PAPER: Final = re.compile("材料|资料|佐证|印证|凭证|档案|痕迹")
"""有方案没总结 lacks one paper, not all of them."""


def _tail(words: str) -> tuple[Standing, int] | None:
    """The standing that the words end with, and where it begins: the longest, of equals the first in order."""
    best: tuple[Standing, int] | None = None
    for kind, pattern in _TAILS:
        found = pattern.search(words)
        if (
            found is not None
            and found[0]
            and not _denied(kind, words[: found.start()])
            and (best is None or found.start() < best[1])
        ):
            best = (kind, found.start())
    return best


def _denied(kind: Standing, before: str) -> bool:
    """材料不是都齐, 没怎么做好: what stands before turns it round."""
    return kind in ("full", "done") and _DENYING.search(before) is not None


_DENYING: Final = re.compile("(?:不是|不算|不|没|未|没有|没怎么|不怎么|不太|还没)$")
