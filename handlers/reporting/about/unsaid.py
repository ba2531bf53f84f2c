"""原文未规定: where nothing here holds the answer, what the document does say, and the office to ask."""

import re
from dataclasses import replace
from typing import Final

from handlers import dialogs
from handlers.reporting.about import timing
from handlers.reporting.about.clause import in_clause
from handlers.reporting.about.facet import HOW, WHAT, WHEN
from handlers.reporting.about.figures import near, reading
from handlers.reporting.about.parting import PART, is_question
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import state, state_of, target_named, target_of
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import bare_label, clip, marks_of
from scoring.model import Criterion

HANDING_ON: Final = "回1把您的原话转给"
NO_ANSWER: Final = "这一点我没有现成答案，原文没有另写的就是原文未规定。"
_CONTENT: Final = re.compile(
    rf"(?:考核?|看|查|评|管|要求?|做|干|搞|抓|包[括含]|内容|具体|重点|指|说|讲)[的是些个哪]{{0,3}}(?:{WHAT}|要求|内容)"
    rf"|{WHAT}(?:具体)?(?:要求|内容|工作|方面|条件|东西|动作|要点)|{HOW}(?:做|干|搞|开展|落实|推进|准备)"
    rf"|(?:{HOW}样?|才)(?:才|能|样)*算(?:是|得上)?(?:完成|达标|达到|合格|做到|过关|到位|齐)"
)
"""What asks for nothing but that which the clause prints."""
_BETWEEN_POINTS: Final = re.compile(
    r"(?:扣|得|剩|到)[\d一二三四五半]{1,3}分.{0,3}还是.{0,4}[\d一二三四五半]{1,3}分"
)
"""扣2分是扣到2分还是得2分: which points a printed sentence comes to is how it is read."""
_POINTS: Final = re.compile("分")
_TIME: Final = re.compile(f"{WHEN}|几点|多久|截止|期限|时限|[早晚]")
_LABELS: Final = 160


def unsaid(question: Question, leaf: Criterion) -> str:
    """What the document prints of the leaf, and that it settles no more; how the leaf stands.

    Of one leaf besides what is to be reported, its points and its day where the words ask for such.
    """
    alone = len(question.leaves) < len("两项")
    said = "".join(reading(row) for row in near(question.text, leaf))
    if not said and _BETWEEN_POINTS.search(question.text):
        said = f"原文没有另写（原文未规定），这里照口径算：{clip(leaf.reading, 120)}"
    if not said and _CONTENT.search(question.text):
        said = "原文写到的就是这些，没写到的原文未规定。"
    asking = "，".join(part for part in PART.findall(question.text) if is_question(part))
    head = said or in_clause(replace(question, text=asking or question.text), leaf)
    goal = (
        f"{target_of(question, leaf).removeprefix(f'{question.title(leaf)}：')}"
        if _is_of_target(question, leaf)
        else ""
    )
    points = marks_of(leaf) if _POINTS.search(question.text) else ""
    rest = f"{_wanted(leaf)}{_due(question, leaf)}{_state(question, leaf)}" if alone else ""
    return f"{question.title(leaf)}{points}：{head}{goal}原文：“{question.quoted(leaf)}”。{rest}"


def finished(question: Question, leaf: Criterion) -> str:
    """算完成了吗: how it stands where it was reported; else what the clause says of it."""
    if any(line.known for line in question.lines_of(leaf)):
        return state(question, leaf)
    return unsaid(question, leaf)


def _is_of_target(question: Question, leaf: Criterion) -> bool:
    """Whether the words ask of a target that is set for it."""
    lines = question.lines_of(leaf)
    return "目标" in question.text and len(lines) > 1 and target_named(question, lines[0]) is not None


def _wanted(leaf: Criterion) -> str:
    labels = "；".join(bare_label(item).rstrip("。") for item in leaf.reported)
    return f"要报：{clip(labels, _LABELS)}。" if labels else ""


def _due(question: Question, leaf: Criterion) -> str:
    if not _TIME.search(question.text):
        return ""
    return f"{timing.due(question, leaf).removeprefix(f'{question.title(leaf)}：')}。"


def _state(question: Question, leaf: Criterion) -> str:
    lines = question.lines_of(leaf)
    return f"{state_of(question, lines[0])}。" if len(lines) == 1 else ""


def handing_on(question: Question, asked: str) -> str:
    """The line that offers to hand the words to the office: by a number where no other question waits for one."""
    context = question.context
    open_one = dialogs.present(context)
    if open_one is not None and open_one["kind"] != offering.QUESTION:
        return f"要问就回“转质强办 您的问题”，我把原话转给{question.office}。"
    dialogs.ask(
        context, offering.QUESTION, {"choices": [[f"转质强办 {context.as_said(asked)}", Way.DOES.name]]}
    )
    return f"{HANDING_ON}{question.office}，或直接问。"
