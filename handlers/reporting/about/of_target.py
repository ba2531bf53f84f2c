"""完成目标的九成: what a share of the target comes to, and the points that it would give."""

import re
from decimal import Decimal
from typing import Final

from handlers.board import BoardLine
from handlers.reading.numbers import numeral
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import target_named
from handlers.reporting.trial import try_out
from handlers.wording import plain
from scoring.model import Criterion

_SHARE: Final = re.compile(
    r"(?:目标|任务)(?:值|数|量)?的?(?:(?P<percent>\d{1,3}(?:\.\d{1,3})?)%|百分之(?P<of_hundred>[一二三四五六七八九十百零点\d.]{1,8})"
    r"|(?P<tenths>[一二三四五六七八九]|\d)成(?P<half>半|五)?)"
)


def share_tried(question: Question, leaf: Criterion) -> str | None:
    """The trial of that share of the target; None where the text names no share, or the line has no target."""
    share = _share(question.text)
    lines = [(line, target_named(question, line)) for line in question.lines_of(leaf)]
    known = {target: line for line, target in reversed(lines) if target is not None}
    if share is None or not known:
        return None
    rows = [_tried(question, line, target, share) for target, line in [*known.items()][:_MOST]]
    return "\n".join(["试算（不入库）：", *dict.fromkeys(filter(None, rows))])


_MOST: Final = 3


def _share(text: str) -> Decimal | None:
    found = _SHARE.search(text)
    if found is None:
        return None
    if found["tenths"]:
        whole = numeral(found["tenths"])
        return whole / 10 + (Decimal("0.05") if found["half"] else 0) if whole is not None else None
    percent = numeral(found["percent"] or found["of_hundred"])
    return percent / 100 if percent is not None else None


def _tried(question: Question, line: BoardLine, target: Decimal, share: Decimal) -> str:
    value = plain(target * share)
    subject = f" {line.subject}" if len(line.duty.subjects) > 1 else ""
    told = try_out(f"{line.code}{subject} {value}", question.context).text.split("\n")
    return f"目标{plain(target)}的{plain(share * 100)}%＝{value}。{told[1]}" if len(told) > 1 else ""
