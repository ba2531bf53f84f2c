"""What stands in a message beside the values: dates, document numbers, growth, courtesy, years and periods."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from handlers.reading.numbers import NAMELESS
from handlers.reading.tokens.sieve import sieve

_FIGURE: Final = NAMELESS
_CHANGE: Final = "增长|提高|提升|上升|增加|下降|降低|减少|回落|高出?|低|多|少|增|升|降|涨|跌"
_THAN: Final = r"(?:[同与和跟]?比|较|环比|同比)?(?:去年|上年|上年度|前年|上季度|上月|上半年)?(?:同期)?(?:水平)?(?:相?比)?"
_FEW: Final = r"[\d一二两三四五六七八九十]{1,3}"
COUNTED_PAPERS: Final = (
    rf"{_FEW}\s*[个份件张本](?:红头|[佐印]证|证明)?(?:文件|材料|附件|照片|图片|扫描件|红头)(?![数率总])"
)
"""两个红头文件 counts papers: that is nobody's value."""
_DOCUMENT: Final = r"[^\s,，;；:\d]{0,12}[〔\[【(]\s*(?:19|20)\d\d\s*[〕\]】)]\s*第?\s*\d+\s*号"
_LEAVES: Final = [
    r"https?://\S+|www\.\S+",
    rf"(?<![\d.第%]){COUNTED_PAPERS}",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"附件\s?(?:\d|[一二三四五六七八九])(?![\d.%百千万])",
    _DOCUMENT,
    r"(?:(?:^|(?<=[，,；;。\n关于把有那]))(?:\d{1,4}\s*[、和及跟与]\s*){1,4})?(?<![\d.])(?:\d{1,4}\s*号文件?|(?:3[2-9]|[4-9]\d|\d{3,4})号(?![\d楼线院]|指标|项|任务))",
    r"(?<![\dA-Za-z.])(?:\+?86-?)?1[3-9]\d[\dxX*]{8}(?![\dA-Za-z])|(?<![\dA-Za-z.])0\d{2,3}-\d[\dxX*]{6,7}(?!\d)",
    r"(?<!\d)\d{17}[\dxX](?!\d)",
    r"(?:19|20)\d\d\s*(?:年\s*\d{1,2}\s*月|[/.-]\s*\d{1,2}\s*[/.-])\s*\d{1,2}(?!\d)\s*[日号]?",
    r"(?:(?:19|20)\d\d年)?(?<![\d.])\d{1,2}月?[-—~至到]\d{1,2}月(?!\d)份?",
    r"(?:(?:19|20)\d\d年|(?<!\d))\d{1,2}月(?:份?底|份|末|中旬|\d{1,2}[日号]|\d{1,2}(?![\d.]))|(?:19|20)\d\d年\d{1,2}月(?!\d)",
    r"(?<![\d〕\]】)第.])\d{1,2}[日号](?![\d线楼]|指标|[那这]?项|任务)",
    r"(?:上午|下午|早上|晚上|中午|凌晨|今早|今晚)?\d{1,2}(?::\d{2}:\d{2}|点(?:钟|整|半|\d{1,2}分)|时\d{1,2}分)",
    r"(?:上午|下午|早上|晚上|中午|凌晨|今早|今晚)\d{1,2}(?:点|时|:\d{2})",
    rf"分别(?:[同环]比|[较与和跟比](?:去年|上年|前年)){_THAN}(?:{_CHANGE})(?:了|约)?\s*\d+(?:\.\d+)?(?:\s*[、,，和]\s*\d+(?:\.\d+)?)+(?:个?百分?点)?",
    rf"(?:[同环]比|[较与和跟比](?:去年|上年|上年度|上季度|上月|前年)){_THAN}(?:分别)?(?:{_CHANGE}|增幅|涨幅|降幅)(?:了|为|约)?\s*{_FIGURE}",
    rf"(?:{_CHANGE})(?:了|约)?\s*\d+(?:\.\d+)?\s*个?百分点",
    rf"(?<=[\d%分点十一二三四五六七八九])[，,、\s]{{0,3}}(?:比|较|距离?|离)(?:全市|全县)?(?:目标值?|平均值?)(?:还|只|就)?(?:{_CHANGE}|差|超)(?:了|出)?\s*{_FIGURE}\s*(?:个(?:百分)?|百分)点(?!\d)",
    r"(?<![\d.])[+＋↑]\s?\d+(?:\.\d+)?\s*个?百分点",
    r"[同与和跟较](?:去年|上年|上年度)(?:同期)?(?:基本)?(?:持平|一致|相同)|同比持平",
    r"(?<=[\d%个家件])一(?:起|块儿?|并|同|道)(?:都|全)?[报发交填传]",
    r"\((?:%|‰|万元|元|分|个|家|件|起|次|份|项|人|名|百分数|百分比)\)",
    r"(?:目前|现在)?(?:在|位居|位列|名列|居)?(?:全[省市国县区]|全地区)?(?:排名?|位居|位列|名列|居)(?:在|为|是|到)?(?:全[省市国县区])?第?\s*\d{1,3}[名位]?(?![\d.%])",
    rf"(?<=[\u4e00-\u9fff])(?:目标|任务)?(?:还|就|只)?[差缺]{_FEW}[家个项件][，,\s]*(?:我们)?(?:目前|现在|已经?)(?:只|才|就)?(?:有|是|报|到|完成)?了?(?={_FEW})",
]
_ASIDE: Final = re.compile("|".join(f"(?:{leaf})" for leaf in _LEAVES))
_UNBRACKETED: Final = re.compile("|".join(f"(?:{leaf})" for leaf in _LEAVES if leaf != _DOCUMENT))
_BRACKETS: Final = frozenset("〔[【(")

Role = Literal["current", "previous", "odd"]


def without_asides(text: str) -> str:
    """Dates, times, telephones, links, document numbers, growth rates and bracketed units become a blank."""
    return (_UNBRACKETED if _BRACKETS.isdisjoint(text) else _ASIDE).sub(" ", text)


_CHANGED: Final = re.compile(
    rf"(?:[同环]比|[较与和跟比](?:去年|上年|上年度|上季度|上月|前年)){_THAN}(?:分别)?(?:{_CHANGE})"
)


def tells_change(text: str) -> bool:
    """Whether the words say by how much something differs from last year's."""
    return _CHANGED.search(text) is not None


_COURTESY: Final = (
    "早上好|上午好|中午好|下午好|晚上好|登记?一?下|记上|录一下|填一下|早就|自评得分|自评分|自评|先报|先"
    "|刚报上来|刚报过来|刚报来|刚出来|数出来|出来|刚来|刚到|刚收到|刚拿到|才报上来|才报来|才出来|报上来|报过来|报来|数据来|数据出来|结果出来|刚|先按|报着|帮我|帮忙|报告一下|汇报一下|更新一下|补充一下|报一下|说一下|记一下|上报|填报|报送|汇报|补报|报数|报上|上传|提交|报告|录入|登记|报|发一下|发给您?|发您"
    "|您好|你好|领导好|老师好|各位好|大家好|领导|老师|同志|请查收|请审核|请审阅|请核实|查收|审核|问过了|问清楚?了|核实过?了|核对过了|查过了|确认过了|谢谢您?|谢了|感谢|辛苦了?|麻烦您?|麻烦|请|收到|好的"
    "|俺们局|俺们|俺局|俺|整的|弄的|搞的|就是说|它|我们单位|我们局|我们镇|我们区|我单位|本单位|我局|本局|我镇|本镇|我区|本区|我委|我办|我们的?|咱们的?|咱|我的|我|您|你"
    "|这个|那个|那项|这项|这边|那边|就是|然后|还有|以及|另外|其中|以上|如下|情况如下|数据如下|情况|数据|数值|结果|指标|完成值|实际值|准确的?[数值]?|精确的?[数值]?|确切的?[数值]?|准数|具体数|完成率为|完成数|值"
    "|目前为止|目前|现在|截至|截止|到|最终|最后|今天|昨天|昨日|刚才|刚刚|今日|终于|是|为|达到了|达到|达|完成了|完成|实际|实现|已经|已|均|都|共计|合计|总共|一共|共"
    "|等于|有|了|的|得|啊|呀|呢|吧|嗯|呃|额|哦|噢|哈|哎|诶|唉|嘛|啦|喽|那么|那|这|和|与|及|也|且"
)
_LEADING: Final = re.compile(f"^(?>(?>{_COURTESY})+)")
_TRAILING: Final = re.compile(f"(?>{_COURTESY})+$")
_FIRST: Final = frozenset(word[0] for word in _COURTESY.split("|"))
_LAST: Final = frozenset(_COURTESY)
_REMEMBERED: Final = 512
"""The same words of one message are looked at by many."""
_NOISE: Final = re.compile("(?:[^\\w‰¥￥$€£℃℉°㎡㎥∞]|_)+")
"""A sign of another unit than the one asked for is no noise: 98℃ is no per cent."""


def bare(words: str) -> str:
    """The words without punctuation, spaces and case."""
    return words.lower() if words.isalnum() or not words else _NOISE.sub("", words).lower()


@lru_cache(maxsize=_REMEMBERED)
def without_courtesy(words: str) -> str:
    """Bare words without greetings, fillers and 语气词 at either end."""
    if words[:1] in _FIRST:
        words = _LEADING.sub("", words)
    return _TRAILING.sub("", words) if words[-1:] in _LAST else words


def without_fillers(words: str) -> str:
    """Bare words without what people put between or behind a name's parts: 执法检查那块方案已印发.

    新开工建筑工程的 has such a 的; 九华的, 华容区的 says whose it is.
    """
    return _DONE_TO.sub("", _BETWEEN.sub("", words))


def tells_done(words: str) -> bool:
    """Whether bare words end with that something was done."""
    return _DONE_TO.search(words) is not None


_BETWEEN: Final = sieve(
    "咱我方这那的",
    "(?<=[\u4e00-\u9fff]{2}[^区县镇乡市道局委])的(?!(?:证明|佐证|印证)?[材资]料|证明|佐证|方案|文件|台账|措施|制度)(?=..)|[那这](?:一)?[块个项边头](?:的)?|方面的?|[咱我]们?(?:局|镇|区|单位)?的?",
)
_DONE_TO: Final = sieve(
    "下做出制办印发完建弄成搞有",
    "(?:早就|早已|已经?|都|也|均)*(?:制定|制订|印发|下发|出台|发布|建立|成立|完成|做|搞|弄|办|有)(?:好|完|过|出来|到位)?了?$",
)

_CURRENT: Final = "今年度?|本年度?|当年度?|本期|这一年"
_PREVIOUS: Final = "去年同期|去年度?|上年同期|上年度?|上一年度?|前一年度?|同期"
_YEAR: Final = re.compile(rf"(?P<current>{_CURRENT})|(?P<previous>{_PREVIOUS})|(?P<year>(?:19|20)\d\d)年度?")
_PERIODS: Final = {
    "上半年": "H1", "半年": "H1", "前三季度": "Q3", "前三季": "Q3", "前3季度": "Q3", "三季度": "Q3",
    "全年度": "Y", "全年": "Y", "年终": "Y", "年底": "Y", "年末": "Y",
    "本季度": "now", "这个季度": "now", "本月": "now", "一季度": "odd", "二季度": "odd", "四季度": "odd", "下半年": "odd",
}  # fmt: skip
_PERIOD: Final = re.compile("|".join(_PERIODS))
_OF_TIME: Final = frozenset("上今前去同年当本这一三下二全半四")


@dataclass(frozen=True, slots=True)
class Times:
    """What the words say of time: `role` 今年 or 去年, `year` a printed one, `period` H1, Q3, Y, now or odd."""

    role: Role | None = None
    year: str | None = None
    period: str | None = None


NO_TIMES: Final = Times()


@lru_cache(maxsize=_REMEMBERED)
def split_times(words: str) -> tuple[str, Times]:
    """Words without their years and periods, and what those said; two that disagree are odd."""
    if _OF_TIME.isdisjoint(words):
        return words, NO_TIMES
    years, periods = list(_YEAR.finditer(words)), _PERIOD.findall(_YEAR.sub("", words))
    if not years and not periods:
        return words, NO_TIMES
    roles: set[Role] = {"current" if found["current"] else "previous" for found in years if not found["year"]}
    printed = {found["year"] for found in years if found["year"]}
    kinds = {_PERIODS[period] for period in periods}
    return _PERIOD.sub("", _YEAR.sub("", words)), Times(
        role="odd" if len(roles) > 1 or len(printed) > 1 else next(iter(roles), None),
        year=next(iter(printed), None),
        period="odd" if len(kinds) > 1 else next(iter(kinds), None),
    )


APPEALED: Final = (
    "(?<!投诉)(?<!投诉[、和及与])(?<!受理)(?<!处理)申诉"
    r"(?!案|网|平台|投诉|率|(?:处理|受理)?(?:机制|办法|制度|渠道)|\d)"
)
"""申诉 as something a unit does against a score: 申诉处理机制 and 投诉申诉 are names of what is assessed."""
_QUESTION: Final = re.compile(
    "多少|几分|几个|几项|几号|怎么|怎样|咋|为啥|为什么|什么|啥|哪[个里些家项]?|谁|如何|是否需要|要不要|能不能|可不可以|算不算|是不是|对不对|行不行|够不够|好不好|合不合适|(?<!有)有没有"
    r"|是[^，,。]{1,12}还是|(?:填|写|选|按|报)(?![的了过数])[^，,。的了]{1,10}还是(?=[^，,。]{1,10}$)|[了过到齐全完好](?:(?<=[过了])(?:材料|东西|文件|照片|图片?))?没有?[啊呀呢吧]?[?。!\s]*$|收到没|(?:出|发生)过[^，,。]{0,10}事[故件]?没有?[啊呀呢?。!\s]*$|能得|能拿|得几|会扣|扣多|(?:[能可]以?|会)(?:给|算|有)分|给不给分|[给算有]分[吗么]|试算|(?<![主只])要是|如果|假如|假设|(?<!在)公示(?!中)|异议|"
    + APPEALED
)
_UNSURE: Final = sieve(
    "?不么争以估似初力可吗听大好对尚左应底待我据改暂没目计貌还除预",
    r"\?|年底(?:前|之前)?(?:就|会|要|才)?[有到达](?!了)|[吗么]$|对吧|对不|没错吧|可能|好像|似乎|貌似|听说|据说|据传|我觉得|我记得|大概|应该|预计|估计|暂时|暂定|初步|计划|目标(?!任务|完成|责任|考核)|力争|争取|左右|不一定|不确定|待核|待定|还没|尚未|没有?最终|除外|不含|改天|以后",
)


_NO_QUESTION: Final = re.compile("(?:啥|什么|谁|哪个)都|(?:什么|啥)的|没(?:有|出过?)?(?:啥|什么)(?!时候)")
"""啥都有, 照片什么的, 没出啥事."""


_SIGNED: Final = "(?:签字?|盖章?|审[定核批]?|看|同意|核[实定准对]?|确认|过目|把关)(?:过|了|好|完)*"
_DISOWNED: Final = re.compile(
    "(?:但|不过|可|就|这|那|个|都|是|还|只|数|,|，)*(?:"
    "(?:去年|上年度?|前年|上个?月|上季度|往年)(?:同期)?的(?:数据?|值|情况)?"
    "|不(?:是|算)(?:最终|最后|准确?|正式|定|我们|本单位|真实)的?(?:数据?|数字|结果|版本?)?"
    "|(?:先|暂时?|你|您)*(?:别|不要|甭|不用)(?:给我|帮我)?(?:报|上报|入库|存|记|录)(?:上去|进去)?"
    f"|(?:没有?|未|不曾|没能)(?:让|经|给|请|拿给)?[\u4e00-\u9fff]{{0,4}}?{_SIGNED}"
    f"|(?:等|要|得|须|需要?|必须|应当)(?:等|让|经|给|请)*(?:我们)?[\u4e00-\u9fff]{{0,4}}?(?:领导|局长|主任|科长|县长|市长|一把手|局里){_SIGNED}"
    ")[的了吧啊呢哈。]*"
)
"""去年的, 不是最终数, 别报, 没有签字, 等领导看过: said of a figure and by itself of nothing."""


def is_question(text: str) -> bool:
    """Whether the words ask for something or suppose it, rather than report it."""
    return _QUESTION.search(_NO_QUESTION.sub("", text)) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_unsure(text: str) -> bool:
    """Whether the words make what they stand beside uncertain."""
    return _UNSURE.search(text) is not None or _DISOWNED.fullmatch(text.strip()) is not None
