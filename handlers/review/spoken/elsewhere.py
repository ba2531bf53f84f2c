"""What a reviewer names that waits for nobody, or not for him: it is said how it stands, and nothing else is decided."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import assesses
from handlers.board import duties_of_unit
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_about, topic_of
from handlers.people.enrolled import enrolled
from handlers.people.speaker import Seat
from handlers.review.decisions import LeafKey, LeafRecord, records_of
from handlers.review.rulings import places_in
from handlers.review.sight import judges, sees
from handlers.review.spoken.ordinals import uncircled
from handlers.review.waiting import recused
from handlers.wording import clip, clock, leaf_name, listed
from scoring.model import Criterion

_CODE: Final = re.compile(r"(?<![\d.])(?:[A-Z]\d\d-[A-Z]\d?|\d{1,2}\.\d{1,2})(?![\d.%％])")
_ORDINAL: Final = re.compile(r"第(\d{1,2})项")
_BESIDE: Final = re.compile(r"[跟和与同比按据从由向请让给听等][^，,。\s]{0,4}$")
"""跟市统计局的数对不上 is not about that office's item."""
_NAMED_BEFORE: Final = 4
_SAID_AROUND: Final = re.compile(
    r"这边|那边|这家|那家|报上?来|报的|交的|写的|填的|上报|材料|数据|数字|[这那]?[几一二两三四五六七八九十\d]*[个项件条]|全部?|都|先|就|可以|[和跟与及、的]"
)
_SHORTEST: Final = 2
_LISTED: Final = 4


def named(words: str, context: Context, *, by_topic: bool = True) -> list[LeafKey]:
    """The leaves that the words name by unit or person, code, number or name; [] where they name none of these."""
    words = uncircled(words)
    units, rest = units_named(words, context)
    subjects = context.speaker.campaign.subjects
    of = [unit for unit in units if unit in subjects] or [*subjects]
    code = _CODE.search(words)
    if code is not None and code[0] in context.rubric.by_code:
        return [(code[0], subject) for subject in of]
    if not units:
        return [(leaf.code, one) for leaf in _about(rest, context.running) for one in of] * by_topic
    reporting = [unit for unit in units if unit not in subjects] or units
    own = [duty for unit in reporting for duty in duties_of_unit(unit, context)]
    number = _ORDINAL.search(rest)
    if number is not None:
        meant: Sequence[Criterion] = [duty.criterion for duty in own if duty.ordinal in places_in(number[0])]
    else:
        of_subject = any(unit in subjects for unit in reporting)
        leaves = context.running if of_subject else tuple(duty.criterion for duty in own)
        meant = _about(rest, leaves) or leaves
    return [(code, one) for code in dict.fromkeys(leaf.code for leaf in meant) for one in of]


def units_named(words: str, context: Context) -> tuple[list[str], str]:
    """The units that are spoken of, by name or by their contacts', and the words besides."""
    units: list[str] = []
    for person in context.uow.roster.list(context.speaker.campaign.id, role="contact"):
        if person.active and person.name in words:
            units.append(person.subject or person.unit)
            words = words.replace(person.name, " ")
    found = mentions(words, context)
    at = next((place for place, left in enumerate(found.rest) if left != words[place]), 0)
    if found.units and at <= _NAMED_BEFORE and _BESIDE.search(words[:at]) is None:
        units += found.units
    return units, found.rest


def _about(rest: str, leaves: Sequence[Criterion]) -> list[Criterion]:
    topic = topic_of(_SAID_AROUND.sub(" ", _ORDINAL.sub(" ", rest)))
    if len(topic) < _SHORTEST:
        return []
    return [*leaves_about(topic, leaves)]


def codes_called(rest: str, context: Context) -> set[str]:
    """The codes of what runs now and is called so."""
    return {leaf.code for leaf in _about(rest, context.running)}


def hidden(key: LeafKey, context: Context) -> str:
    """Why it is not shown to the speaker what was reported and handed in for it; "" where it is."""
    criterion = context.rubric.criterion(key[0])
    if sees(context, criterion, key[1]):
        return ""
    own = judges(context, criterion)
    why = "您已回避" if own else f"不由您单位考核，{judged_by(criterion, context)}"
    return f"{key[0]} {leaf_name(criterion, 20)}：{why}，看不到报的数和材料。"


def told(leaves: Sequence[LeafKey], context: Context, end: str = "，没有处理") -> list[str]:
    """How each stands, those alike in one line; [] where one of them waits for the speaker."""
    records = records_of(context.uow, context.speaker.campaign.id)
    several = len(context.speaker.campaign.subjects) > 1
    alike: dict[str, list[str]] = {}
    for code, subject in leaves:
        criterion = context.rubric.criterion(code)
        state = why_not(criterion, subject, records.get((code, subject), LeafRecord(None)), context)
        if not state:
            return []
        name = f"{f'{subject}·' if several else ''}{code} {leaf_name(criterion, 16)}"
        alike.setdefault(state, []).append(name)
    return [f"{listed(names, _LISTED)}：{state}{end}。" for state, names in alike.items()]


def why_not(criterion: Criterion, subject: str, record: LeafRecord, context: Context) -> str:
    """Why it is not the speaker's to decide; "" where it is."""
    if not judges(context, criterion):
        return f"不由您单位考核，{judged_by(criterion, context)}"
    if not sees(context, criterion, subject):
        return "您已回避"
    if record.status == "unreported":
        return "还没有上报"
    last = record.last
    if last is not None and record.status in ("accepted", "returned"):
        by = f"{last.contact_name or last.unit}{clock(last.at)}"
        why = f"“{clip(last.reason, 20)}”，还没有重报" if last.act == "return" else ""
        return f"已由{by}{'退回' if last.act == 'return' else '通过'}{why}"
    return _barred(criterion, subject, record, context)


def _barred(criterion: Criterion, subject: str, record: LeafRecord, context: Context) -> str:
    submission = record.submission
    if submission is None:
        return ""
    if submission.contact_id == context.speaker.contact.id:
        return "是您本人报的，不能自己审"
    return "您已回避" if recused(context, submission.unit, criterion.code, subject) else ""


def judged_by(criterion: Criterion, context: Context) -> str:
    """Who reviews the leaf: “由审核员李强审”; the office where the roster has nobody for it."""
    campaign = context.speaker.campaign
    names = [
        person.name
        for person in enrolled(context, "reviewer")
        if assesses(Seat.of(person, campaign, context.rubric), context.rubric, criterion)
    ]
    units = listed(criterion.named_units, 3, "家")
    if names:
        return f"由审核员{listed(names, 3, '人')}审"
    return f"由{units or '质强办'}考核，名册里没有能审的审核员，请质强办审"
