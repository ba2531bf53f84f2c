"""考核方填的数: a survey's result that no unit reports, entered by who assesses the leaf and said back before it counts."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from handlers import dialogs
from handlers.access import assesses
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.names import Entry, Index, sure_hits
from handlers.reading.tokens.asides import bare, is_question
from handlers.reading.widths import clean
from handlers.review import direct
from handlers.review.assessed_only import figure_of
from handlers.review.points_said import Said
from handlers.review.rulings import untold
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import leaf_name
from scoring.model import Criterion

_NUMBER: Final = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,2})?(?![\d.])(?:\s*[%％分])?")
_OTHERWISE: Final = re.compile("[吗?？]|对不对|是不是|目标|去年|上年|改为?代填|催|截止|延|号|待审|通过|退回")
_AROUND: Final = re.compile(
    "今年|本年度?|这次|调查|测评|评价|结果|出来|下来|分别|我们办|[各三四两]个?[县区]|考核组|录入?|登记|记一?下|改成|应该|[是为了的报填给得这那个，,。:：;；、~-]"
)
"""What may stand around the name of a survey's figure."""


_ENTERS: Final = re.compile(
    "(?:请|麻烦|你|帮我?|给我?|都|先)*(?:录|登|记|填|存|报|放|输)(?:入|进|上|一?下|好|去)*[吧了啊]*"
)
"""帮我录进去 is no reason."""


class _Figure(NamedTuple):
    """One figure of the text: of which leaf (several where its name fits them), which unit, how much."""

    leaves: Sequence[Criterion]
    units: Sequence[str]
    value: Decimal


def entered(text: str, context: Context) -> Reply | None:
    """社会公众满意度 雁江81.2 安岳79, 22.1 86.2: said back of each leaf; None where the figures are of no such leaf."""
    words = clean(text).strip()
    if _OTHERWISE.search(words) or is_question(words) or _NUMBER.search(words) is None:
        return None
    leaves = [
        leaf for leaf in context.running if figure_of(leaf) and assesses(context.seat, context.rubric, leaf)
    ]
    figures = list(_figures(words, leaves, context)) if leaves else []
    if not figures or not all(figure.leaves for figure in figures):
        return None
    if any(len(figure.leaves) > 1 for figure in figures):
        return _which(figures, context)
    *_, last = _NUMBER.finditer(words)
    reason = untold(words[last.end() :].strip(" ,，。;；"))
    return _drafted(figures, "" if _ENTERS.fullmatch(reason) else reason, context)


def _drafted(figures: Sequence[_Figure], reason: str, context: Context) -> Reply:
    states = []
    for code in dict.fromkeys(figure.leaves[0].code for figure in figures):
        said = [_said(figure, context) for figure in figures if figure.leaves[0].code == code]
        leaf = context.rubric.criterion(code)
        state = direct.drafted(leaf, said, reason, context)
        if isinstance(state, str):
            return direct.offered(leaf, said, reason, context)
        states.append(state)
    return direct.ask_all(states, context) if len(states) > 1 else direct.ask(states[0], context)


def _said(figure: _Figure, context: Context) -> Said | None:
    subjects = context.speaker.campaign.subjects
    unit = subjects[:1] if len(subjects) == 1 else figure.units
    return Said(unit[0], figure.value, deduct=False) if len(unit) == 1 else None


def _figures(words: str, leaves: Sequence[Criterion], context: Context) -> Iterator[_Figure]:
    """The figures one behind the other; a code or a name stands for all behind it up to the next."""
    subjects, index = context.speaker.campaign.subjects, _named(leaves)
    leaf: Sequence[Criterion] = ()
    start, numbers = 0, list(_NUMBER.finditer(words))
    for found in numbers:
        before, start = words[start : found.start()], found.end()
        if found is not numbers[-1] and found[0] in context.rubric.by_code:
            leaf = [one for one in leaves if one.code == found[0]]
            if not leaf:
                return
            continue
        named = mentions(before, context)
        rest = bare(_AROUND.sub("", named.rest))
        if rest:
            last = bare(_AROUND.sub("", re.split(r"[,，。;；\s]", named.rest.strip(" ,，"))[-1]))
            hits = next(
                filter(
                    None, (sure_hits([hit for hit in index.hits(one) if hit.covered]) for one in (rest, last))
                ),
                (),
            )
            called = [leaves[hit.place] for hit in hits]
            leaf = [one for one in called if one in leaf] or called or leaf
        units = [unit for unit in named.units if unit in subjects]
        yield _Figure(leaf, units, Decimal(found[0].rstrip("%％分 ")))


def _named(leaves: Sequence[Criterion]) -> Index:
    return Index([Entry(leaf, tuple(filter(None, [figure_of(leaf)]))) for leaf in leaves])


def _which(figures: Sequence[_Figure], context: Context) -> Reply:
    """满意度 雁江81.2: of which of the leaves that are called so."""
    leaves = next(figure.leaves for figure in figures if len(figure.leaves) > 1)
    said = " ".join(f"{''.join(figure.units)} {figure.value}" for figure in figures)
    dialogs.ask(
        context,
        offering.QUESTION,
        {"choices": [[f"{leaf.code} {said}", Way.DOES.name] for leaf in leaves]},
    )
    lines = [f"{at} {leaf.code} {leaf_name(leaf, 30)}" for at, leaf in enumerate(leaves, start=1)]
    return Reply("\n".join(["这个数是哪一项的？没有记录。", *lines, "回序号，都不是请回“取消”。"]))
