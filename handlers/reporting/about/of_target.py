"""完成目标的九成, 低1个百分点: what a share of the target or so much off it comes to, and the points that it would give."""

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


OFF: Final = re.compile(
    r"(?<![再还又会])(?P<way>低|差|少|高|多|超)(?:于|过|出)?了?(?:目标)?(?:值|数)?的?(?:刚好|正好|了)?(?P<by>\d{1,2}(?:\.\d{1,3})?|[一二两三四五六七八九十半]{1,2}(?!点))个?(?:百分)?点(?!几|多|以|[到至~-])"
)
"""低于目标1个点: not 低3个点以上, which the clause answers."""


def share_tried(question: Question, leaf: Criterion) -> str | None:
    """The trial of that share of the target, or of so much off it; None for neither, or where the line has no target."""
    share, off = _share(question.text), _off(question.text)
    lines = [(line, target_named(question, line)) for line in question.lines_of(leaf)]
    known = {target: line for line, target in reversed(lines) if target is not None}
    if (share is None and off is None) or not known:
        return None
    rows = []
    for target, line in [*known.items()][:_MOST]:
        value = target * share if share is not None else target + off[0] if off is not None else target
        named = f"的{plain(share * 100)}%" if share is not None else f"，{off[1]}" if off is not None else ""
        rows.append(_tried(question, line, f"目标{plain(target)}{named}＝{plain(value)}", plain(value)))
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


def _off(text: str) -> tuple[Decimal, str] | None:
    """How far off the target, and the words that say so."""
    found = OFF.search(text)
    by = (Decimal("0.5") if found["by"] == "半" else numeral(found["by"])) if found else None
    if found is None or by is None:
        return None
    return by if found["way"] in "高多超" else -by, found[0]


def _tried(question: Question, line: BoardLine, named: str, value: str) -> str:
    """“目标95，低1个点＝94。” with its points."""
    subject = f" {line.subject}" if len(line.duty.subjects) > 1 else ""
    told = try_out(f"{line.code}{subject} {value}", question.context).text.split("\n")
    return f"{named}。{told[1]}" if len(told) > 1 else ""
