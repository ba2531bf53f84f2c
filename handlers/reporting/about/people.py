"""谁来报、谁来评: who reports a line, who else stands beside it, who judges it, and what of others stays closed."""

import re
from decimal import Decimal
from typing import Final

from handlers.access import ASSESSING_COLUMN, reported_by_subjects
from handlers.board import board_of
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.lookups import overview, progress
from handlers.messages import Reply
from handlers.people import own_place
from handlers.reporting.about.meant import names_others
from handlers.reporting.about.question import Question
from handlers.wording import leaf_name, listed, plain
from scoring.model import Criterion


def assessor(question: Question, leaf: Criterion) -> str:
    """Who judges the line, as the document prints it."""
    context = question.context
    entered = list(dict.fromkeys(unit for item in leaf.inputs for unit in item.entered_by))
    units = list(leaf.named_units) if context.rubric.role == ASSESSING_COLUMN else entered
    if units:
        return f"{question.title(leaf)}：由{listed(units, 5, '家')}考核评分（原文“考核部门”栏）。{reviewers(question)}"
    return (
        f"{question.title(leaf)}：由谁打分原文没有写（原文未规定），"
        f"栏里只印了负责单位{listed(leaf.named_units, 4, '家')}。{reviewers(question)}"
    )


def reviewers(question: Question) -> str:
    """Who reviews in this campaign."""
    return own_place.who_reviews("", question.context).text.split("\n", 1)[0]


def when_reviewed(question: Question) -> str:
    """How long a review takes and when results come: the document does not say."""
    return f"审核要几天、结果什么时候出，原文未规定。{reviewers(question)}审没审过回“我的任务”看。"


def reporters(question: Question, leaf: Criterion) -> str:
    """Who reports the line, and who else stands beside it."""
    title, context = question.title(leaf), question.context
    if reported_by_subjects(context.rubric, leaf):
        return f"{title}：由被考核的{listed(context.speaker.campaign.subjects, 4, '家')}各自报，互相看不到。"
    of_inputs = list(dict.fromkeys(unit for item in leaf.before_review for unit in item.by))
    first = of_inputs or [leaf.reporter]
    others = [unit for unit in leaf.named_units if unit not in first]
    mine = "，是您单位报" if context.seat.unit in first else "，不是您单位报"
    beside = f"；同列的{listed(others, 4, '家')}可以补充材料" if others else "，没有别的单位一起报"
    seen = "" if question.lines_of(leaf) or not _VALUE.search(question.text) else CLOSED
    printed = listed(leaf.named_units, 5, "家")
    return f"{title}：由{listed(first, 4, '家')}报{mine}{beside}（原文负责单位：{printed}）。{seen}"


def reporters_of_list(question: Question) -> str:
    """The same of the whole list, and what to do about what is not the speaker's to report."""
    if (theirs := _of_others(question.text, question.context)) is not None:
        return theirs.text
    whose = f"您清单上的项都由{question.context.seat.own}报（原文分工）"
    head = f"{whose}；觉得哪项该归别家，发“责任异议 第1项 该哪家报”，由{question.office}明确。"
    return f"{head}\n{progress.my_tasks('', question.context).text}"


def delegated(question: Question) -> str:
    """Who reports is not for the reporter to change; others may hand him their figures."""
    return (
        f"谁报照原文的分工：这些项由{question.context.seat.unit}报，不能自己改由别家报；别家可以把数、材料给您，由您报。"
        f"本单位要添人报，由质强办加进名册；要改归别家由{question.office}明确，发“转质强办 您的意见”。"
        f"{progress.head(question.context)}"
    )


OF_INPUT: Final = re.compile(
    r".*(?:是[^，,。]{2,6}[局委办关]的[吧吗]|不是我们|我们?(?:局|单位)?不用?报|归[^，,]{0,6}报|谁报|哪[个家]?[局单]?位?报|是(?:不是)?我们报|[要用]不[要用]填|[可不][以]?不填|要填吗|怎么填)"
)
_LAST_YEAR: Final = re.compile("去年|上年")


def of_input(text: str, context: Context) -> Reply | None:
    """12312是商务局的吧, 12331去年的数要不要填: one figure of a line that several units report together."""
    found = [
        (line, item)
        for line in board_of(context).lines
        if len({unit for item in line.criterion.inputs for unit in item.by}) > 1
        for item in line.criterion.inputs
        if _calls(text, item.label)
    ]
    if len(found) != 1:
        return _of_others(text, context)
    line, item = found[0]
    of = f"{line.mark}“{item.label.partition('，')[0]}”"
    mine = context.seat.unit in item.by
    if not mine or "填" not in text:
        return Reply(f"{of}由{listed(item.by, 4, '家')}报，{'是您单位要报的' if mine else '不用您单位报'}。")
    rule = f"（细则：{item.label}）"
    when = item.required_when
    if when is None or not when.names <= line.known.keys():
        return Reply(f"{of}由您单位报{rule}。没有数就先不填，别报0。")
    known = {name: Decimal(str(line.known[name])) for name in when.names}
    now = "、".join(f"{plain(value)}%" for value in known.values())
    return Reply(f"{of}{'要填' if when.holds(known) else '可以不填'}：本年度报的是{now}{rule}。")


def _of_others(text: str, context: Context) -> Reply | None:
    """专利那个不是我们的吧, 18是科技局报的吧: lines of nobody's own list, and who reports them; None for own ones."""
    if not _ASKS.search(text):
        return None
    own = {line.code for line in board_of(context).lines}
    said = mentions(_WHOSE_WORDS.sub(" ", text), context).rest
    pieces = {
        *re.findall("[\u4e00-\u9fff]{2,}", said),
        *re.findall(r"(?<![\d.])\d{1,2}(?:\.\d{1,2})?(?![\d.])", said),
    }
    called = [
        leaf
        for leaf in context.rubric.criteria
        if not reported_by_subjects(context.rubric, leaf)
        and any(one == leaf.code or one in leaf.name for one in pieces)
    ]
    if not called or any(leaf.code in own for leaf in called) or len(called) > _MOST_OF_OTHERS:
        return None
    by = {
        leaf.code: [*dict.fromkeys(unit for item in leaf.before_review for unit in item.by)]
        or [leaf.reporter]
        for leaf in called
    }
    rows = [
        f"{leaf.code} {leaf_name(leaf, 30)}：由{listed(by[leaf.code], 4, '家')}报，不用您单位报。"
        for leaf in called
    ]
    return Reply("\n".join([*rows, "觉得该归您单位，发“责任异议 编号 理由”。"]))


_MOST_OF_OTHERS: Final = 4
_ASKS: Final = re.compile(r"谁|[吧吗呢?？]\s*$")
_WHOSE_WORDS: Final = re.compile(
    "不是|是不是|我们|咱们|的[吧吗]|[这那]?[几一两三四五]?[个项]|都|也|归|报|谁|要?不?用|[吧吗呢啊?？，,。]|是|的"
)


def _calls(text: str, label: str) -> bool:
    """Whether the words call the figure by a number in its name, or by the end of it: 企业总数."""
    told = label.partition("，")[0].removesuffix("（%）")
    named = [*re.findall(r"\d{4,}", told), told[-4:]]
    return any(one in text for one in named) and ("上年" in told) == bool(_LAST_YEAR.search(text))


CLOSED: Final = "填报情况只有负责单位和质强办能看。"
_VALUE: Final = re.compile("多少|几|报了?没|情况")


def not_own(question: Question, leaf: Criterion) -> str:
    """Who reports a line that is not on the speaker's list, and that what he reports of it is his to see."""
    by = "、".join(dict.fromkeys(unit for item in leaf.inputs for unit in item.by)) or leaf.reporter
    who = f"由{by}报，" if by else ""
    whom = f"要问数请找{by}或{question.office}。" if by else f"要问数请找{question.office}。"
    return f"{question.title(leaf)}：不在您单位的清单上，{who}您单位不用报；{CLOSED}{whom}"


def others_closed(question: Question) -> str:
    """Other units' points stay closed; the own ones do not."""
    own = overview.own_score("", question.context).text.split("\n", 1)[0]
    return f"您不能看其他单位的情况（只有领导、质强办能看），没法替您比；结果由质强办统一通报。本单位：{own}"


def closed(question: Question) -> str:
    """What others have reported is not told; how the own list stands is."""
    context = question.context
    subject = context.seat.subject
    if subject and _OF_OWN.search(question.text):
        return (
            f"您不能看其他单位的情况：别的单位替{subject}报的数，只有报的那家和质强办能看；"
            f"请问报数的单位或{question.office}。"
        )
    own = progress.head(context) or "没有要报的项"
    return (
        f"您不能看其他单位的情况：报没报、报了多少只有领导、质强办能看；结果由质强办统一通报。本单位：{own}"
    )


def seen_by(question: Question) -> str:
    """Who sees what the unit reports."""
    return (
        "您报的数和材料，本单位的联络员和分管领导、审这一项的审核员、质强办和领导看得到；别的单位看不到，"
        f"也不会发到群里；结果由质强办统一通报。{progress.head(question.context)}"
    )


_OF_OWN: Final = re.compile("[我咱本]们?[区县镇市乡街]|给我们|替我们|帮我们")


_SELF: Final = re.compile("(?:那|现在|请问)*(?:我们?|咱们?|俺们?|本)")


def of_others(text: str, context: Context) -> Reply | None:
    """县公安的多少分: another unit by the middle of its name, where no own item is called so."""
    found = THEIR_SCORE.match(text)
    if found is None:
        return None
    stem, seat = found["stem"], context.seat
    units = {unit for leaf in context.rubric.criteria for unit in leaf.named_units if stem in unit}
    mine = any(stem in name for name in (seat.unit, seat.subject, *seat.subjects))
    own = _SELF.fullmatch(stem) or any(stem in line.criterion.name for line in board_of(context).lines)
    if own or mine or not (units or (found["sort"] and not names_others(text, context))):
        return None
    stranger = "" if units else f"细则里没有找到“{stem}{found['sort']}”。"
    return Reply(f"{stranger}{closed(Question(text, context))}")


THEIR_SCORE: Final = re.compile(
    r"(?:那个|隔壁|人家|[县市区]){0,2}(?P<stem>[\u4e00-\u9fff]{2,4}?)(?P<sort>[局委办])?(?:的|那边|那个|他们|家|现在|得了?)+[，,\s]*(?:多少|几|好多)分"
)


_BY_VOICE: Final = re.compile(
    "电话|号码|座机|热线|手机|联系方式|邮箱|传真|地址|几楼|哪[里儿]|哪间|地方|上门|当面|过去"
)


def whom_to_ask(question: Question) -> str:
    """Who answers questions; what of him is printed, and that no telephone of a person is told here."""
    printed = question.context.rubric.enquiries
    rows = [f"有事找{question.office}（企业微信通讯录里直接联系；个人电话聊天里不发）。"]
    if printed:
        rows.insert(0, f"原文印的咨询处：{printed}。")
    elif _BY_VOICE.search(question.text):
        rows.append("咨询电话、地址原文没有印（原文未规定）。")
    return "\n".join(rows)
