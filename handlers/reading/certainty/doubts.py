"""存疑: what the words beside a figure say against taking it as it stands: not out yet, disputed, or only about so much."""

import re
from typing import Final

from handlers.reading.certainty import questions
from handlers.reading.clauses import Clause
from handlers.reading.naming.locating import Locator
from handlers.reading.tasks import RowReading
from handlers.reading.telling.hearing import LEAD
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.figures import Figure
from handlers.reading.tokens.sieve import sieve
from handlers.wording import leaf_name
from scoring.model import Input

_OUT: Final = (
    "通报|公布|结果|批复|批准|批文|终版|终稿|定稿|定数|汇总|反馈|报告|通知|数据?|统计|验收|评审|评定|公示"
)
_COMES: Final = "出来?|下来|给(?!了)|公布|通报|反馈|批|到|有|定|发(?!了)"
_PENDING: Final = sieve(
    "不公再去在就待得才未没等要还马能会来拿证",
    f"等(?!级|于|[次奖方])(?:着|待|到)?[^，,。；;]{{0,10}}(?:{_OUT}|{_COMES}|签|审|盖章|看过|同意|点头|过目|把关)"
    f"|(?:才|再)(?:能|会)?(?:{_COMES})(?!了)|(?:还|尚|暂时?|都|一直)(?:没有?|未|不能)[^，,。；;]{{0,5}}(?:{_COMES}|好|完|拿)"
    f"|(?:没有?|未)(?:批下来|批复|批|出来|下来|公布|反馈|公示|定下来)|待(?:批|审|定|核|公布|发布|评|验)"
    f"|(?:{_COMES}|定)了?(?:以后|之后|后)?(?:就|再|马上)(?:补|报|发)|公示[中期]|(?:再|还要|还得|得|去|要)(?:核|问|确认|查|看看|对一下)(?!了)|(?:还|正)在(?:公示|申报|评审|审批|走流程|洽?谈|对接|争取|[跑弄办])"
    r"|(?<!上个)(?<!上)(?:[年月][底末初中]|年内|明年|下(?:个?[月周]|半年)|过[几两]天)(?:左右|才|就)*(?:能|会)?(?:批?下来|拿到|拿证|[出发]证)(?!了|的)"
    "|(?:[年月][底末]|年内|明年|下(?:个?[月周]|半年)|到时候?)[^，,。；;\\d]{0,4}(?:能|会)够?(?:[再有到]|达|完成|突破)",
)
"""等省里通报, 七号才给数, 还没批下来, 出了就补, 年底能到: a promise, whatever figure stands beside it."""
_APPLIED: Final = re.compile("申报|报了|报上|上报|申请")
_ONLY_APPLIED: Final = re.compile("申报(?!如下|数据|表|:)|申请")
"""申报示范项目2个 of a line that counts those granted."""
_NOT_OURS: Final = re.compile(
    "^\\s*的?[，,]?(?:都|可)?(?:不是(?:我|咱|本|俺)|不算|不属于|不归|与我\\S{0,4}无关|(?:只|还)?是(?:上半年|前三季度|[一二三四]季度)的)"
)
_DISPUTED: Final = re.compile(
    r"^\s*%?\s*(?:的|那个|这个|数|是|都|也|吧|就|只|先|明显|肯定|好像|应该|[报填写弄搞]|，|,)*"
    "(?:不对|不准|不实|不确定|不一定|有误|有问题|存疑|对不上|❌|为啥|为什么|怎么(?:才|只|会)|[错假](?:了|的)|作废|删[了掉]|测试|(?:别|不要|不用|甭)[报记存填]|才行|[页倍]|点[开前后下])"
)
_ABOUT: Final = re.compile(
    "约|大概|大致|将近|接近|近|差不多|估计|预计|可能|至少|最少|至多|最多|超过?|高于|大于|低于|小于|少于|多于|不[足到低少超高大小]|[未没]达?到"
    "|左右|上下|以上|以下|以内|之间|出头|开外|有余|[多余来半]|\\+|[<>~]|几"
)

_UNFOUNDED: Final = sieve(
    "不乱仅以估凑在拍改未毛没猜瞎编蒙还重随预听据说讲传例如比测试",
    r"听说|听人[说讲]|据[说传]|(?:他们|人家|别人|有人|网上|报纸上?|短信里?|群里)[^，,。；;\d]{0,3}[说讲传]|例子|举例|[比例]如(?=\D*\d)|譬如|比方|^测试|试一下|试试"
    "|(?<!不是)(?<!没有)(?<!没)(?:瞎|乱(?=[编写填报统])|(?<!汇)(?<!在)编(?:的|出来|造)|凑(?:的|出来)|蒙的|拍脑|随[便手](?=[填写报编])|[估猜](?:[的摸算]|出来)|毛估|预(?:测|估)"
    "|仅供参考|不作数|不算数)"
    "|(?:明天|后天|明早|下[周月]|周[一二三四五]|过[几两]天|回头|之后|以后|月底|另行|再|还[要得会])[^，,。；;]{0,4}(?:重新?|改)[报发填]"
    "|以(?:明|后[天面续]|下[周次发]|新|今后|最[后终])[^，,。；;]{0,10}为准"
    "|(?:领导|局长|科长|主任|科室|局里|分管|上面|上级)[^，,。；;\\d]{0,5}(?:[还正]在|还没|没|未)[^，,。；;\\d]{0,3}(?:审|签|批|核|看|点头|同意|定)",
)
"""数是瞎统计的, 明天重报, 领导还在审: what says of a figure that it is made up, or not the one that will stand."""


def is_unfounded(words: str) -> bool:
    """Whether the words say that the figure beside them is made up, or is to be replaced."""
    return _UNFOUNDED.search(words) is not None


def tells_pending(words: str) -> bool:
    """Whether the words say that something is still to come, or to be granted."""
    return _PENDING.search(words) is not None


def is_pending(stretch: str, wanted: Input) -> bool:
    """Whether the words around a figure say that it is still to come.

    What was applied for is counted as such, however far the application is.
    """
    if "申报" in wanted.label:
        return tells_pending(stretch) and _APPLIED.search(stretch) is None
    return tells_pending(stretch)


def is_only_applied(stretch: str, wanted: Input) -> bool:
    """Whether it is what was applied for, and what was granted is asked for."""
    counted = wanted.type == "count" and "申报" not in wanted.label
    return counted and _ONLY_APPLIED.search(stretch) is not None


def is_disputed(figure: Figure, segment: str) -> bool:
    """Whether what stands right behind the figure calls it wrong, and names no other."""
    _, found, behind = segment.rpartition(figure.said.text)
    if not found:
        return False
    wrong = _DISPUTED.match(behind) or _NOT_OURS.match(behind)
    return wrong is not None and not any(character.isdigit() for character in behind[wrong.end() :])


_UNMEANT: Final = sieve(
    "不没未别争希有要应原以往之上差缺欠第几多少表其明后下改隔人加",
    r"(?:自评分?[也再都]*加上?|(?<!是)不(?:是|够|止)|没有?|(?:别|不[要能该用]|没有?|未)(?:再|说)?(?:报|填|写|说|记|改)(?:过|成|为|到)*的?|争取|力争|希望(?:能)?(?:到|有)?|有望|要达到|应[该当]能(?:有|到|达到)?"
    r"|原[来先](?:是|报的?)?|以前(?:是)?|往年(?:是)?|(?:之前|以前)报的?(?:是)?|上个?[月周季]度?(?:是)?|[差缺欠第几]|(?<![至最不])[多少]|附?表|其中(?:有|是)?|(?:明天|后天|下周[一二三四五]?|改天)(?:再)?[报发]?)$"
    "|^(?:隔壁|别人|人家|别的单位)",
)
"""没有98, 争取98, 上个月98, 其中98, 自评也加0.1: words before a figure that say it is not the one to report."""


_EITHER: Final = r"\s*(?:还是|或者?是?|要么|[，,]\s*不\s*[，,])\s*"


def is_one_of_two(figure: Figure, text: str) -> bool:
    """Whether the text names another figure in its place: 98还是89, 98或89, 98，不，89."""
    said = re.escape(figure.said.text.strip())
    return re.search(rf"{said}{_EITHER}\d|\d[%个家件起]?{_EITHER}{said}", text) is not None


_NONE_AT_ALL: Final = re.compile("(?:没有?|无|零)$")
"""死亡也没有 0: nothing, said twice."""


def is_unmeant(figure: Figure) -> bool:
    """Whether the words before the figure deny it, wish for it, or say that it is of another time or unit."""
    if _NONE_AT_ALL.search(bare(figure.lead)) and figure.said.value == 0:
        return False
    return figure.role in ("denied", "difference") or _UNMEANT.search(bare(figure.lead)) is not None


def is_inexact(figure: Figure) -> bool:
    """Whether it is told as about so much: 95以上, 大概98, 近百家, or a first estimate."""
    if figure.role == "unsure":
        return True
    return figure.said.hedged and _ABOUT.search(figure.said.text) is not None


def below_number(text: str, row: RowReading, locator: Locator) -> RowReading:
    """The row; one of another line than that of points whose number the message begins with is asked about.

    It stays certain where it has a number of its own, or names its line in full.
    """
    lead = LEAD.match(text)
    if lead is None or "\n" in text or row.outcome != "certain" or row.task is None or LEAD.match(row.piece):
        return row
    code = lead["code"] or lead["number"]
    places = locator.locate(Clause(0, code=code)).places if code else ()
    headed = [locator.tasks[place] for place in places]
    if len(headed) != 1 or headed[0] == row.task:
        return row
    if not any(item.type == "bool" for item in headed[0].inputs):
        return row
    named = bare(leaf_name(row.task.criterion)) in bare(row.piece)
    return row if named else questions.doubted(row)
