"""区别: what sets lines apart that sound alike: the work that each belongs to, what is reported, the clause."""

from collections.abc import Sequence
from typing import Final

from handlers.reporting.about.question import Question, clause_of
from handlers.wording import bare_label, clip, marks_of
from scoring.model import Criterion

_WIDTH: Final = 70


def told_apart(question: Question, leaves: Sequence[Criterion]) -> str:
    """Each line with what is its own; what all share is said once."""
    clauses = {clause_of(leaf) for leaf in leaves}
    rows = [_row(question, leaf, leaves, clause=len(clauses) > 1) for leaf in leaves]
    same = f"评分标准一样：{clip(clauses.pop(), 2 * _WIDTH)}" if len(clauses) == 1 else ""
    end = "这几项各报各的。" if len(leaves) > len("二项") else "这两项各报各的。"
    return "\n".join([*rows, f"{same}{'' if not same or same.endswith(('。', '…')) else '。'}{end}"])


def _row(question: Question, leaf: Criterion, leaves: Sequence[Criterion], *, clause: bool) -> str:
    work = clip(_work(leaf, leaves).rstrip("。"), _WIDTH)
    wanted = "；".join(clip(bare_label(item), 30) for item in leaf.before_review)
    parts = [
        f"属于“{work}”" if work else "",
        f"要报的是{clip(wanted, _WIDTH)}" if wanted else "",
        f"原文：{clip(clause_of(leaf), _WIDTH)}" if clause else "",
    ]
    return f"{question.title(leaf)}{marks_of(leaf)}：{'；'.join(part for part in parts if part)}"


def _work(leaf: Criterion, leaves: Sequence[Criterion]) -> str:
    """The lowest heading above the line that is not above every one of them."""
    shared = set(leaf.path).intersection(*(one.path for one in leaves if one.code != leaf.code))
    own = [heading for heading in leaf.path if heading not in shared]
    return own[-1] if own else ""
