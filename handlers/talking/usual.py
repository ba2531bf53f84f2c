"""惯常的说法: what those say who do not report, without fillers, and one word for those that mean the same."""

import re
from typing import Final

from handlers.reading.numbers import numeral
from handlers.reading.tokens.asides import bare, is_question
from handlers.reading.widths import clean

LONGEST: Final = 80
"""What is longer tells a story, and its words are its own."""
_WORDED: Final = re.compile("[:：“”]|转告|转达|告诉|通知|群发|说一?声|[跟和给对].{1,8}说")
"""What is handed on in the very words of whoever says it."""
_ASKS: Final = re.compile("[?？]|好多[分家项个]|[吗么呢]|了没|几|扣分|没[报交材]|[了适行以对][没不]\\s*$")
_ASKED: Final = "(?:再|先)?(?:问|咨询|请教|打听|了解)(?:一?[下问句个声])?"
_SAYS: Final = (
    rf"(?:(?:我|我们)?(?:想|要|就是){_ASKED}|{_ASKED}(?=[\s，,：:]|多少|[还谁哪几怎为现今咱我你您]|什么))"
)
"""问一下刘洋 has him asked."""
_LOOK: Final = (
    "(?:(?:帮|给)我(?:再|先)?(?:看|查|瞅|问|算|列|统计)?(?:一?下|看一?下|[看查])?"
    "|[你您](?:再|先)?(?:帮我|给我)?[看查问算](?:一?下|[看查])|查(?:查|问|一下|下))"
)
_FILLERS: Final = re.compile(
    r"(?>(?:收到|好的|嗯+|哎[呀哟]?|诶|欸|哦|噢|唉|另外|还有|顺便|话说|对了|[那这]个|然后)(?=[，,。])|[\s，,。；;！!～~…、])+(?=\w)"
)
_SIGHS: Final = re.compile(
    r"(?:(?<=[\u4e00-\u9fff])|(?<=[\da-zA-Z%％]))[哈哦噢呀哟啊～~]+[。!！\s]*(?P<mark>[?？]*)$"
)
"""1给2分哈: a sigh is no reason."""
_BEFORE: Final = re.compile(
    rf"(?>{_SAYS}|{_LOOK}|(?:收到|好的?|嗯+|哎[呀哟]?|诶|唉|另外|还有|顺便|[那这]个|然后)(?=[\s，,。])|话说|[\s，,。；;！!～~…、：])+(?=..)"
)
_BEHIND: Final = re.compile(
    r"(?>[\s，,。；;！!～~…?？]+(?:(?:有点|比较|很|挺|特别)?(?:着急|急|紧急)(?:用|要|等)?[的啊呀]*|(?:(?:领导|局长|县长|市长|区长|书记|会上|开会|我)(?:们|这边)?)?(?:马上|急着|着急|急|等着|在等|现在)*(?:要用?|等着|用)的?"
    r"|在线等|(?:发|告诉|回)(?:给)?我(?:一下|一声|吧|哈)*|(?:你|您|请|帮我|给我|麻烦|帮忙)*(?:查|看|核实|说|讲|算)(?:一?[下声]|看|查)[吧哈]?|尽快|速回)"
    r"|[\s，,。；;！!～~…])+(?P<mark>[?？]*)$"
)
_DEADLINE: Final = re.compile("截至(?=日期|日(?!前)|时间|[改调挪推延]|那[天日]|当[天日])")
"""截至日期改到7月3日: the other word of that sound."""
_LEDGER: Final = re.compile("(?<=[台入对流])帐")
"""台帐, as many still write it."""
_ORDERED: Final = re.compile("[让叫请要](?!求|不要|多|少|什|啥|哪|我[看审])|退|补")
"""What somebody else will read is left in the words it was said in."""
_KEPT: Final = re.compile("^(?:如何|怎么样|怎样|咋样|情况|1?\\d)$")
_WORDS: Final = tuple(
    (re.compile(said), usual)
    for said, usual in (
        ("(?:凭|为)(?:啥|什么|何)|(?:干|做)啥(?=[给扣退得没不])", "为什么"),
        ("(?:啥|何)时候?|什么时间|啥时间", "什么时候"),
        ("(?<=[\u4e00-\u9fff])(?<![什怎那这多要])(?:么|嘛)(?=[\\s，,。?？!！]|$)", "吗"),
        ("(?<=了)(?:没有|不|不曾|否)(?=[?？\\s]*$)", "没"),
        ("(?<=[以行适对])(?:没|不)(?=[?？\\s]*$)", "吗"),
        ("[诶欸]\\s*(?=[级等](?!等))", "a"),
        ("[必币](?=级)", "b"),
        ("报没报(?!的)", "报了没"),
        ("交没交(?!的)", "交了没"),
        ("有无(?!故障)", "有没有"),
        ("案[列历](?!入|史)", "案例"),
        ("复盖", "覆盖"),
        ("今日", "今天"),
        ("昨日", "昨天"),
        ("(?<!下)上年(?!度|同期|底)", "去年"),
        ("上一?个年度?(?!底)|上年度", "去年"),
        ("好多(?=[分家项个件条]|[?？]?$)", "多少"),
        ("(?<=[的有])根据(?=是|呢|在|[?？]?$|吗)|根据(?=是什么|是啥)", "依据"),
        ("待审核|待审批", "待审"),
        ("(?<=[没未])审核", "审"),
        (
            "(?:佐证|证据|凭证)(?:材料)?(?=没|呢|吗|齐|全|都|[?？]?$)|(?<=[没交有缺补些])(?:佐证|证据|凭证)(?=了|的|没|吗|[?？]?$)",
            "材料",
        ),
        ("(?<=[那这哪])条(?=[得怎为谁有报该扣是满多归])", "项"),
        ("手机号码?(?=是?多少|呢|有|[?？]?$)|联系电话", "电话"),
        ("各(?=是?多少)", "分别"),
        ("如何(?=[\u4e00-\u9fff])(?!样|[了啊呀呢])", "怎么"),
    )
)


def as_usual(text: str) -> str:
    """The line without fillers and sighs, a question in the words that most people put it in; what is handed on as it is."""
    text = _LEDGER.sub("账", text)
    if len(text) > LONGEST or _WORDED.search(text):
        return text
    left = _without(_FILLERS.match(text), _DEADLINE.sub("截止", text))
    left = _POINTS.sub(_in_figures, _without(_SIGHS.search(left), left))
    if not _asks(left):
        return left if bare(left) else text
    asked = _without(_BEFORE.match(left), left)
    asked = _without(_BEHIND.search(asked), asked)
    if not bare(asked) or _KEPT.fullmatch(asked) or not _asks(asked):
        return left
    return asked if _ORDERED.search(asked) else _in_usual_words(asked)


_POINTS: Final = re.compile(
    r"(?<![^\s,，。;；])(?P<gives>(?:那|就|我|只|先)*(?:给|打|评|判|得)?(?:个|他们?)?)(?P<points>[一二两三四五六七八九十]{1,3}(?:点[一二三四五六七八九])?)分(?=(?:吧|就行|好了|算了)?(?:[\s,，。;；!！]|$))"
)
"""没问题 两分: points that are a clause of their own, which all read in figures."""


def _in_figures(found: re.Match[str]) -> str:
    value = numeral(found["points"])
    return found[0] if value is None else f"{found['gives']}{value.normalize():f}分"


_PASTED: Final = 32
_TWICE: Final = re.compile(r"(?P<once>[^\d\s]{1,8}\d{1,6})(?P=once)(?P<behind>[^\d.%％]*)")
"""报6报6: a line that was pasted twice says it once, and not the second as the value of the first."""
_HAN: Final = "[零一二三四五六七八九十百两]"
_SURE: Final = re.compile(
    rf"(?<![\d.])(?P<value>(?:\d{{1,6}}\.\d{{1,4}}|\d{{2,6}}(?=[%％])|[2-9]\d|\d{{3,6}})[%％]?|百分之{_HAN}{{1,5}}(?:点{_HAN}{{1,4}})?|{_HAN}{{1,5}}点{_HAN}{{1,4}}|{_HAN}{{3,5}})"
    r"[啊呀哈吧哦]?[\s，,。、]*(?:对|嗯|哦|没错|(?<=[\s，,。、])(?:就?是|我?再说一遍|重复一遍))[的啊呀]?[\s，,。、:：]*(?:就?是)?(?P=value)(?![\d.%％点个家件起])"
)
"""九十六点八 对 九十六点八: the same figure once more, to be sure that it is heard."""


def once(text: str) -> str:
    """The line, once where it was pasted twice, and its figure once where it is said again to be sure."""
    if len(text) > _PASTED:
        return text
    twice = _TWICE.fullmatch(clean(text))
    return _SURE.sub(r"\g<value>", text) if twice is None else f"{twice['once']}{twice['behind']}"


def _asks(text: str) -> bool:
    return is_question(text) or _ASKS.search(text) is not None


def _without(found: re.Match[str] | None, text: str) -> str:
    """The text but for what was found; a question mark that was found stays."""
    return (
        text
        if found is None
        else text[: found.start()] + (found.groupdict().get("mark") or "") + text[found.end() :]
    )


def _in_usual_words(text: str) -> str:
    for said, usual in _WORDS:
        text = said.sub(usual, text)
    return text


_REWORDED: Final = (
    (  # 我报的合格率再列一下, 各县合格率能不能发我一个表
        re.compile(
            r"^(?:把|麻烦|请|能不能)*(?:我们?|咱们?)?(?:报过?的|各[县区镇市]的?|三个[县区]的?)(?P<name>[^，,。？?\d]{0,14}(?:率|数量|批次|件数))"
            "(?:能不能|可不可以|可以|再|给|帮|请|麻烦|发|我)*[列发给做拉出看](?:我|出|个|一|下|遍|张|成|看|来|份)*(?:表格?|清单)?[吗吧呗?？]*$"
        ),
        r"\g<name>报的是多少",
    ),
    (  # 体系认证没到4家，月底能再发一家，到时候改行不行: why it is asked is no report
        re.compile(
            r"^(?P<what>[^，,\d]{2,12}?)(?:现在|目前|还)*(?:没到|不到|没达到|差)[^，,]{0,8}[，,](?:[^，,]{0,16}[，,])?(?P<ask>(?:到时候?|[月年]底|以后|回头)再?[改换更][^，,]{2,8})$"
        ),
        r"\g<what>\g<ask>",
    ),
    (  # 其他几项比如农产品合格率，也是我们报吗
        re.compile(
            "^(?:那|还有)?(?:其[他它余]|别的|另外)的?(?:几项|那?些|项目|指标)*[，,]?(?:比如|例如|譬如|像)说?"
        ),
        "",
    ),
    (  # 名单已经报过了，上周发的邮箱: one thing, and when
        re.compile(
            r"(?<=[交报发送])(?:过了?|了)[，,\s]+(?=(?:上上?个?(?:周|星期)|周|星期|[昨前]天|(?:\d{1,2}月)?\d{1,2}[日号])[一二三四五六日]?[^，,。]{0,4}[发交报送寄]的)"
        ),
        "了",
    ),
    (  # 那⑰两条我先报否
        re.compile("(?<=[条项个点])(?:我们?|就|先|暂时|也)+(?=[都全]?报[是否](?:吧|$))|^那(?=[①-⑳㉑-㉟])"),
        "",
    ),
    # 3家 还有1家月底发证, 2个还有1个在准备
    (re.compile(r"(?<=[家个件项起次人])\s+(?=(?:还|另外?)有?\d)|(?<=\d[家个件项起次])(?=还有\d)"), "，"),
)


def reworded(text: str) -> str:
    """The text with each of these turns put in the plain way."""
    for found, plain in _REWORDED:
        text = found.sub(plain, text)
    return text
