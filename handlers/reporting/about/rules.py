"""别人问条文: what reviewers, leaders and the office ask of a rule: who set it, which of two, what counts, since when."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.context import Context
from handlers.leading.provisions import GOALS_FROM, goals_from
from handlers.leading.topics import leaves_called, likest, topic_of
from handlers.lookups.definitions import meaning
from handlers.matters.incidents import tells_of_event
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.reporting.about import figures, judging, materials
from handlers.reporting.about.asked import ROLES
from handlers.reporting.about.clause import EITHER, closest
from handlers.reporting.about.meant import about, is_spelled, last_heard, points_back
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import origin
from handlers.reporting.about.unsaid import handing_on, unsaid
from handlers.reporting.about.words.materials import FORM
from handlers.review.spoken.elsewhere import named
from handlers.review.spoken.mentioned import mentioned
from handlers.review.waiting import QueueItem, current, waiting
from scoring.model import Criterion

_LONGEST: Final = 50
_MOST: Final = 2
_FEW: Final = 4
_PARTLY: Final = 0.5
_SET: Final = (
    "(?:目标|标准|任务|要求|指标|规定|分值?|[\\d.]+[%％个件家分]?).{0,6}"
    "(?:(?:是|由)?(?:谁|哪一?个?(?:文件?|单位|部门|领导)|什么文件?)(?:里|来|给|上)?(?:定|下|规定|要求|出|印|发)"
    "|(?:是)?(?:哪里?|哪儿)来|为(?:什么|啥)(?:要|会)?定|出自|出处|(?:是)?(?:依据|根据|凭|按)的?是?(?:什么|啥|哪))"
    "|哪里?来的?(?:目标|标准|任务|要求|规定)"
)
_ORIGIN: Final = re.compile(_SET)
_FIGURED: Final = re.compile(r"[\d.%％]+|凭|定")
_TWO: Final = re.compile(
    r"^(?!.*(?:通过|退|[报交]了|没[报交审]|[升降涨跌高低好差快慢]了|进步|[核审]过|已核|自己报|核定过?的)).*(?:按|算|是(?!否)|指|看|以|包括|归|盖|用|取)[^，,]{1,16}[，,]?还是[^，,]{2,16}"
)
_SINCE: Final = re.compile(
    r"从(?:几月|什么时候|哪[天月年])(?:份)?(?:开始)?(?:算|统计|计|起)|(?:截止?|统计|算)到?(?:几月|什么时候|哪[天月年])|几月份?的数|[按报统计]的?哪一?年的"
)
_SOURCE: Final = re.compile(
    r"(?:怎么|咋|如何)(?:测|统计|采集?|监测|调查|得)(?:出来|来)?的|(?:谁|哪[个家](?:单位|机构|部门)?)来?(?:测|统计|出|提供)的?(?:数|$)"
)
_COUNTS: Final = re.compile(
    r"(?<!打)(?<!清)算不算|(?:能|可以|也|都|才)算[^，,。分出了]{0,8}[吗么不]$|算[^，,。几多分出]{2,8}[吗么]$|(?:能不能|可不可以|可以|能)(?:当|作为?|抵|充)[^，,。]{1,8}(?:吗|么|不|$)"
    r"|加不加分|给不给分|(?:包[括含]|含不含)[^，,。]{1,10}[吗么]?$"
    r"|(?:多少|几)(?:家|次|个|份|起)[^，,。了\s]{0,3}才?(?:算|够)|凭(?:什么|啥)(?:给|得|打|评)分"
    r"|(?:没有?|少于?|缺|光有?|不到|低于)[^，,。]{1,14}(?:(?:给|得|扣|算)(?:几|多少)分|(?:怎么|咋|如何)扣)"
)
_ORDERS: Final = re.compile(
    "系统|机器人|有没有附|附没附|依据是?[在哪]|[让叫请催延撤删]|算了|问一?[下声问]|告诉|通知|转[告达]|改[成为到]|登记|导出|发给?我|取消|就(?:过|退|通过)|代[填报]|不是"
)
"""What is ordered beside it is for others to read."""
_HEARD: Final = re.compile(
    "谁|哪|定|还是|算|么|咋|如何|凭|据|出自|出处|加分|给分|当|作|抵|充|包[括含]|含|几|据|扣"
)
"""What none of it is asked without."""


def asked(text: str, context: Context) -> Reply | None:
    """What the document says of it, or 原文未规定 with the reading taken; None for anything else."""
    if context.speaker.role in ROLES or len(text) > _LONGEST or not _HEARD.search(text):
        return None
    said = clean(text).strip().rstrip("?？。!！呢啊呀 ")
    asks = any(one.search(said) for one in (_ORIGIN, GOALS_FROM, _TWO, _SINCE, _SOURCE, _COUNTS))
    if not asks or _ORDERS.search(said) or tells_of_event(said) or _tried_out(said, context):
        return None
    leads = context.speaker.role == "leader" and GOALS_FROM.search(said) is not None
    goals = goals_from(said, context) if leads else None
    return (
        goals
        if goals is not None and not topic_of(GOALS_FROM.sub(" ", said))
        else told(said, text, context) or goals
    )


def told(said: str, text: str, context: Context) -> Reply | None:
    """The same of any question that names an item; None where it names none, or several alike."""
    question = Question(said, context)
    leaves = leaves_asked(said, question)
    question = replace(question, leaves=tuple(leaves))
    rows = [_of_leaf(said, question, leaf) for leaf in leaves]
    if not rows:
        return _of_all(said, question)
    return Reply("\n".join([*rows, *_further(question, text, rows)]))


def leaves_asked(said: str, question: Question) -> Sequence[Criterion]:
    """The one or two that it names, that it points back to, or whose print shares most with it."""
    context = question.context
    items = waiting(context) if context.speaker.role == "reviewer" else []
    here = {item.criterion.code: item.criterion for item in items}
    found = _named(said, question) or _of_list(said, items, context)
    if len(found) > 1:
        fitting = closest(said, found) or likest(topic_of(said), found) or found
        return [leaf for leaf in fitting if leaf.code in here][:_MOST] or fitting[:_MOST]
    if found:
        return found
    looked_at = current(context) if here else None
    if looked_at is not None and points_back(said):
        return (looked_at[1].criterion,)
    back = last_heard(question) if points_back(said) else ()
    running = context.running
    called = leaves_called(topic_of(_FIGURED.sub(" ", _ORIGIN.sub(" ", said))), running)
    only = called or (tuple(here.values()) if len(here) == 1 else ())
    return (
        back or closest(said, running) or only or likest(topic_of(_GRADED.sub(" ", said)), running, _PARTLY)
    )


def _named(said: str, question: Question) -> Sequence[Criterion]:
    """By number, by the unit and a word of the name, by name; a word that any own line holds names none."""
    context = question.context
    number = _NUMBER.match(said)
    if number is not None and number[1] in context.rubric.by_code:
        return (context.rubric.criterion(number[1]),)
    of_unit = [
        context.rubric.criterion(code) for code in dict.fromkeys(code for code, _ in named(said, context))
    ]
    if 0 < len(of_unit) <= _FEW:
        return of_unit
    own = {line.code for line in (*question.board.lines, *question.later.lines)}
    leaves = about(said, said, said, "", context).leaves
    return [leaf for leaf in leaves if leaf.code not in own or is_spelled(said, leaf)] or of_unit


def _of_list(said: str, items: Sequence[QueueItem], context: Context) -> Sequence[Criterion]:
    found = mentioned(said, dict(enumerate(items)), context)
    return tuple({item.criterion.code: item.criterion for item in found.values()}.values())


_NUMBER: Final = re.compile(r"(\d{1,2})(?=的|号|项|那|这)")


def _of_leaf(said: str, question: Question, leaf: Criterion) -> str:
    if _ORIGIN.search(said):
        return origin(question, leaf)
    if _SINCE.search(said):
        return figures.reference(question, leaf)
    if _SOURCE.search(said):
        return f"{figures.source(question, leaf)}没写的就是原文未规定。"
    if _TWO.search(said) is None and _GRADED.search(said):
        return judging.clause(question, leaf)
    return materials.form(question, leaf) if _is_of_form(said) else unsaid(question, leaf)


def _of_all(said: str, question: Question) -> Reply | None:
    """材料不全还是没完成, of no one item: what is printed of either word; of the form of evidence what is of any."""
    if _is_of_form(said):
        return Reply(materials.form(question))
    two = EITHER.search(said)
    words = (
        [word for side in ("one", "other") for word in _TERM.findall(two[side])] if two is not None else []
    )
    found = [told for word in words if (told := meaning(f"{word}是什么标准", question.context)) is not None]
    return Reply("\n".join(dict.fromkeys(one.text for one in found))) if found else None


def _is_of_form(said: str) -> bool:
    return FORM.telling.search(said) is not None and _TWO.search(said) is None


_GRADED: Final = re.compile(r"(?:给|得|扣|算)(?:几|多少)分|(?:怎么|咋|如何)扣|凭(?:什么|啥)")
_TERM: Final = re.compile("(?:(?<=算)|(?<=是)|(?<=按)|^)(?:是|算|按)*([\u4e00-\u9fff]{2,8})$")


def _further(question: Question, text: str, rows: Sequence[str]) -> Sequence[str]:
    """Whom to ask, unless a leader has his answer; the office itself decides how it is read."""
    if question.context.speaker.role == "office":
        unreported = _NOT_REPORTED.search(text) is not None
        return [*([_NONE] if unreported else []), "口径由质强办定；只是查，没有改动。"]
    if question.context.speaker.role == "leader" and not any(_UNSAID in row for row in rows):
        return []
    return [handing_on(question, text)]


def _tried_out(said: str, context: Context) -> bool:
    """如果旅游局没完成 会扣几分, from a leader: reckoned for that unit, not only read out."""
    return context.speaker.role == "leader" and _UNDONE.search(said) is not None


_UNDONE: Final = re.compile(
    "(?:如果|要是|假如|万一|假设).{0,14}(?:没|未|不)(?:有)?(?:能)?(?:完成|处理|落实|开展|做|办|搞|弄|交|报).{0,8}[扣丢少减]"
)
_NOT_REPORTED: Final = re.compile("(?:没有?|不|未)报(?:的|会|要|了|就)*[扣丢]")
_NONE: Final = "没报的没有另外的扣分：这一项按0分计入暂得，归档后定为不得分。"
_UNSAID: Final = "原文未规定"
