"""“刚才那个打错了，应该是3.5”“1的2分改成4分”: points that the speaker gave himself, given anew."""

import re
from decimal import Decimal
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.review import direct
from handlers.review.points_said import Said
from handlers.review.spoken.undoing import named_among

_POINTS: Final = (
    r"(?P<points>\d{1,2}(?:\.\d{1,2})?)\s*分?(?:吧|了|才对|算了)*(?:[\s,，。]+(?P<reason>.{2,60}))?。?"
)
_MISTAKEN: Final = re.compile(
    rf"(?P<about>(?:\d{{1,2}}\.\d{{1,2}})?[^\d,，。]{{0,30}}(?:分|打|评|给)[^\d,，。]{{0,6}}错[了的]?)[\s,，。]*(?:应该?|要|改)?(?:是|为|成|给|打)?\s*{_POINTS}"
)
_CHANGED: Final = re.compile(
    rf"(?P<about>[^,，。]{{0,30}}?(?:\d\s*分|[评打给][的了过]|分|\d\.\d{{1,2}})[^,，。\d]{{0,6}})[\s,，。]*(?:应该?|要|得|帮我|给我|再|还是)*(?:改|调|换)(?:成|为|到|回)\s*{_POINTS}"
)
_RATHER: Final = re.compile(
    rf"(?P<about>(?:(?:撤[销回]?|不对|不是|[弄评打]?错|等等|刚才|刚刚|[那这上]一?[个项条次]|哎呀?)[了的]*[\s,，]*)+)"
    rf"(?:应该?|还是|改|我)*(?:应该?|是|成|为|给|打|评)(?:是|成|为|个)?(?=\s*[\d.]+\s*分)\s*{_POINTS}"
)
"""撤销刚才那个，应该是1.7分: points too, though an item has that code."""
_SAID_AROUND: Final = re.compile(
    r"撤[销回]?|不[对是]|弄|等等|哎呀?|[那这上]一?[个项条次]|(?:[评打给]了?个?)?\d(?:\.\d)?\s*分|刚才|刚刚|刚|[那这](?:[个项条件]|次)?|[我给评打的了改分从把错]|[太偏]?[高低多少]了?|上次|[\s,，]"
)


_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?")


def assessed_anew(text: str, context: Context) -> Reply | None:
    """The points that the speaker gave last, to what is named, drafted anew; None where he gave none."""
    words = clean(text).strip()
    found = next((found for one in (_MISTAKEN, _CHANGED, _RATHER) if (found := one.fullmatch(words))), None)
    if found is None or is_question(words):
        return None
    own = context.uow.reviews.of_contact(context.speaker.campaign.id, context.speaker.contact.id)
    given = [row for row in own if row.act == "assess"]
    rest = _SAID_AROUND.sub("", found["about"])
    rows = named_among(given, rest, context) if rest else given
    if not rows:
        return None
    last = rows[-1]
    said = Said(last.subject, Decimal(found["points"]), deduct=False)
    leaf = context.rubric.criterion(last.code)
    figures = [Decimal(given) for given in map(str, last.given.values()) if _FIGURE.fullmatch(given)]
    lower = bool(figures) and all(said.points < given for given in figures)
    kept = direct.without_deduction(last.reason or "") if lower or found.re is not _CHANGED else ""
    return direct.offered(leaf, [said], found["reason"] or kept, context)
