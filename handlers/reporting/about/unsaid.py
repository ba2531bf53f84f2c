"""原文未规定: where nothing here holds the answer, what the document does say, and the office to ask."""

from typing import Final

from handlers import dialogs
from handlers.reporting.about.figures import near, reading
from handlers.reporting.about.question import Question, clause_of
from handlers.reporting.about.standing import state_of
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import clip
from scoring.model import Criterion

_WIDTH: Final = 120
HANDING_ON: Final = "回1把您的原话转给"
NO_ANSWER: Final = "这一点我没有现成答案，原文没有另写的就是原文未规定。"


def unsaid(question: Question, leaf: Criterion) -> str:
    """That the document does not settle what is asked of the leaf, what it prints, and how the leaf stands."""
    lines = question.lines_of(leaf)
    state = f"{state_of(question, lines[0])}。" if len(lines) == 1 else ""
    said = "".join(reading(row) for row in near(question.text, leaf))
    return (
        f"{question.title(leaf)}：{said or '您问的这一点我没有现成答案，原文没有另写的就是原文未规定。'}"
        f"原文：“{clip(clause_of(leaf), _WIDTH)}”。{state}"
    )


def handing_on(question: Question, asked: str) -> str:
    """The line that offers to hand the words to the office: by a number where no other question waits for one."""
    context = question.context
    open_one = dialogs.present(context)
    if open_one is not None and open_one["kind"] != offering.QUESTION:
        return f"要问就回“转质强办 您的问题”，我把原话转给{question.office}。"
    dialogs.ask(context, offering.QUESTION, {"choices": [[f"转质强办 {asked.strip()}", Way.DOES.name]]})
    return f"{HANDING_ON}{question.office}，或直接问。"
