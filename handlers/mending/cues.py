"""The words by which somebody says that a report of his is to be mended, and what they leave of the line."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from handlers.reading.tokens.spoken import ALL_BUT

Act = Literal["swap", "restore", "back", "withdraw", "wrong", "amend"]

LONGEST: Final = 100
_DID: Final = "报写填发弄搞打记输点看算说抄录传选"
_TURNED: Final = "(?<!违)反(?![应馈映腐不垄])"
"""Not the 反 of 反应, 违反 and 反不正当竞争."""
_WHERE: Final = "(?:一位|一个|行|列|地方|项目?)?"
_SLIP: Final = rf"[{_DID}]?(?:[错岔串混]|{_TURNED})了?{_WHERE}|[{_DID}](?:得)?(?:[太偏])?[高低多少早重漏]了?"
_ZERO: Final = rf"多[{_DID}加]?了?(?:[一1]?个)?(?:0|零)(?![.点]\d)"
_NO_ZERO: Final = rf"[少漏掉][{_DID}]?了?(?:[一1]?个)?(?:0|零)(?![.点]\d)"
_POINT: Final = (
    rf"小数点.{{0,4}}(?:掉|漏|丢|没|错|忘|少)[{_DID}]?了?"
    rf"|[少漏掉忘][{_DID}]?了?(?:[一1]?个)?小数点|[少漏掉忘][{_DID}]?了?[一1]?个点|点[{_DID}]?[少漏掉丢]了"
)

_WORDS: Final[dict[Act, str]] = {
    "swap": (
        rf"[写报填弄搞打抄录输记](?:颠倒|{_TURNED})了?|颠倒|反了|对调|互换|调换|对换|[换倒掉调]过来|弄混了?|[搞写报]混了?"
        r"|掉个个儿?|换个位置|换一?[换下]|对一?下?换"
    ),
    "restore": (
        r"(?:误撤|不该撤|撤(?:回)?(?:错|多|岔|早|掉错|重)|恢复|还原|找回|撤[^，,]{0,6}[，,]?还(?:是)?要的?(?![核查对改看问统算再等])|[算当].{0,4}没撤|要回来|[先就还]?[别不甭](?:用|要|想|能)?撤|不撤|取消撤|(?:重新|再)(?:给我|帮我)?(?:算上|加上|补上|记上|要回来))"
        r"(?:回来|销|回)?(?:一下)?[了吧]*"
    ),
    "back": (
        r"改回(?:来|去)?(?:原来|之前|原先)?(?:那个|的)?"
        r"|(?:恢复|还原|回|退|照|按|用|还是)(?:到|成|为)?(?:原来|之前|原先|一?开始|最初|改之前|上一?次)(?:那个|的)?(?:数|值)?"
    ),
    "withdraw": (
        r"撤(?![并县乡镇点离换])(?:回|销|掉|下|了)?(?:来|去)?|作废|[别甭]算|抹[了掉去]|划[了掉]|不报了|(?<!算)不(?:能)?算(?:数)?|不作数|当我?没[说报发]过?|误报(?!率)|不要了|(?:先|暂时?)(?:都)?不报|退回来|拿回来|收回|删[了掉除]?|去掉|取消(?:上报|掉|了)?|清[掉空]"
    ),
    "wrong": (
        rf"{_ZERO}|{_NO_ZERO}|{_POINT}|(?<![没别])(?<![没别][{_DID}])(?:{_SLIP})|[多少漏][{_DID}]?了?[一1两]?[位个](?:数字?|字)?$|(?:[{_DID}](?:上去|过去|出去)?的(?:数据?|值)?(?:都|全|是|有点)*)?(?:有误|不对|不准|不实|对不上|有问题)"
        rf"|(?:是|用了)?(?:去年|上年|上个?季度|上半年|往年)的?(?:数|数据)|(?<!都)是(?:去年|上年|往年|上半年)的(?=[，,。\s][^，,。]*\d)|[{_DID}]的是?(?:去年|上年|往年|上半年)的?"
        rf"|[{_DID}](?:成|进|到)"
    ),
    "amend": (
        r"更正|订正|修改|更改|勘误|(?<![整修技])改(?:[成为到]|(?![正善造进革建扩变观良]))|(?<!反)应该?(?:是|为|报)?|才(?:对|是)|其实|实际上?|正确的?|准确的?|以.{0,4}为准"
        r"|最新|重报|更新|覆盖前|替换|换成|核实|复核|变(?:[成为]|(?=\s*\d))|调整|调一?下|初步(?:数|值|的)?"
        r"|第[一二三四五六\d][个条](?:应该?)?是(?=\s*\d)|暂[定估]的?数?|最终(?:数|是|为)?|定(?:了|下来)?(?=\s*\d)|(?<!是)不是"
    ),
}
_CUES: Final = {act: re.compile(words) for act, words in _WORDS.items()}
_ORDER: Final[tuple[Act, ...]] = ("swap", "restore", "back", "withdraw", "wrong", "amend")
_ABOUT_ELSE: Final = re.compile(
    "材料|图片?|照片?|文件|附件|链接|截图|扫描|视频|截止|时限|延期|期限|提醒|名单|电话|手机|联系人|密码|绑定|通知|目标|权限|账号|分值|满分|得分|给分|打分|(?<!自)评分|审核|异议|申诉|公示|不归|归[我你他谁]|[我你谁]们?管|负责|牵头|的分|不认可|不服|改归|类别|日期|名字|单位名|姓名|公告|链接"
)
_BY_OTHERS: Final = re.compile(
    r"(?:局|委|办|科|处|部门|他们|人家)\S{0,3}(?:报|给|算|写|填)的?(?:我们|咱|俺|我区|我县|我镇|本)"
)
_HAS_MATERIAL: Final = re.compile(
    "(?:证明|佐证|印证)?材料(?:都|也|其实|还|不|没|齐|全|有|是)|(?:有|无|没有?)(?:证明|佐证|印证)?材料"
)
_HOW: Final = re.compile(
    r"(?:怎么|咋|如何|能不能|可不可以|还?[能可]以?|有没有办法|允不允许).{0,8}(?:改|撤|更正|恢复|修改|重报).{0,12}"
)
_NOT_WRONG: Final = re.compile(
    r"(?:没有?|未)(?:报|写|填|弄|搞|打)?错|没(?:问题|毛病)|(?:刚[才刚]|原来|之前|上面|前面)[^，,不]{0,6}(?:就)?是?对的$|不用[改撤]|[不别]改了|不需要改"
    r"|^[^\d]*(?:我|等我|先)(?:再|先|去)*(?:问|核|查|核实|核对|确认|看)(?:[问核查看]|一?下)(?:再说|看)?[吧呢]?$"
)
_MIGHT: Final = re.compile(
    r"[?？]\s*$|[吗么]$|不对吧|对不对|万一|要是|如果|假如|假设|多少|什么|啥|谁|哪|[为因]什么|为啥|几[个项分]|会怎|怎[样么]|咋|会不会|如何"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What is to be done, and the line without the words that said so."""

    act: Act
    rest: str


def cue_of(text: str) -> Cue | None:
    """What the text says is to be mended; None where it speaks of none of that, or of something else."""
    if len(text) > LONGEST or _MIGHT.search(text) or ALL_BUT.search(text):
        return None
    if _ABOUT_ELSE.search(_HAS_MATERIAL.sub("", text)) or _BY_OTHERS.search(text):
        return None
    act = next((act for act in _ORDER if _CUES[act].search(text)), None)
    return Cue(act, _without_cues(text)) if act is not None else None


def asks_how(text: str) -> bool:
    """Whether the text only asks whether and how a report may be changed."""
    return len(text) <= LONGEST and _HOW.search(text) is not None and not any(map(str.isdigit, text))


def keeps(text: str) -> bool:
    """Whether the text says that nothing is wrong, or not yet known to be: 没报错，不用改; 好像不对 我问问."""
    return len(text) <= LONGEST and _NOT_WRONG.search(text) is not None


def slipped(text: str) -> tuple[int, ...]:
    """By which powers of ten a slip moved the value: -1 for 多打了个0, 1 for 少了个0, (-1, -2) for a lost point."""
    if re.search(_ZERO, text):
        return (-1,)
    if re.search(_NO_ZERO, text):
        return (1,)
    return (-1, -2) if re.search(_POINT, text) else ()


MISPLACED: Final = re.compile(
    rf"(?P<to>[^\d，,。]*?)(?:误|错)?[{_DID}](?:错)?[成到进给]了?(?P<at>[^\d，,。]{{2,20}}?)(?:那[里边儿个项]?|里|上)?(?:去|头|面)?的?[了啦]*(?=$|[，,。！!\s])"
)
"""写成华容的了: where a value was put instead of where it belongs, which may stand before."""
_TAKEN_OUT: Final = {
    act: re.compile(words.replace(rf"|[{_DID}](?:成|进|到)", "")) for act, words in _WORDS.items()
}
_FILLERS: Final = re.compile(
    r"[把将](?!\d)|[哎唉哦噢啊呀诶嗯呃]+|不好意思|抱歉|对不起|麻烦|帮我|帮忙|请|等一?下|刚才|刚刚|刚|昨天|昨日|前天|今天|上次|上回|之前|前面|前头|上午|下午|早上|我们?|咱们?|俺|一条|一下|数字|数据|辛苦[了啦]*|谢谢|重来|重新|先|来着|一位|(?:[两二俩三]|这几)个?数(?:字|据)?|(?:[两二俩三四五六]|这几)个(?:都|全)*|[给替]|现在|没有?(?=\s*\d)|了$"
)


def _without_cues(text: str) -> str:
    """The line without the words of mending; 不是 and 报成 stay, for they tell which value is the old one."""
    rest = text
    for act in _ORDER:
        rest = _AMENDING.sub(" ", rest) if act == "amend" else _TAKEN_OUT[act].sub(" ", rest)
    return _FILLERS.sub(" ", rest)


_AMENDING: Final = re.compile(_WORDS["amend"].replace("|(?<!是)不是", ""))
