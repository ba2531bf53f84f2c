"""“旅游局那个规划文件我看了，可以，4分”: what a line says of the reports that wait, in any order and any words."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from handlers.context import Context
from handlers.review.rulings import reason_in, unplaced, untold
from handlers.review.spoken.elsewhere import units_named
from handlers.review.spoken.judging.clauses import Clause, clauses_of, supposes
from handlers.review.spoken.mentioned import mentioned, plainly_mentioned
from handlers.review.spoken.places import Sheet, places_meant
from handlers.review.spoken.said import Said
from handlers.review.spoken.verdicts import ASIDE, Verdict, unruled, unsent, without_particles

_LONGEST: Final = 160
_THIS: Final = re.compile(r"[那这]一?[个份件项条]|刚才|刚刚|上面")
_ASIDE: Final = re.compile(
    rf"{ASIDE}|要的|是的|(?:怎么|咋|如何)(?:办|弄|整|搞|处理)[呢啊]?|(?:啥|什么)情况|咋回事|怎么回事|(?:没有|有|不行)的话|你看(?:着办|呢|行吗?)?|这样"
)
_WISHED: Final = re.compile(
    r"^我?(?:想|要|打算|准备)把?(?=.{0,4}(?:退|打回|驳回))|(?<=[退打驳]回)[那这]一?[个份件项条]"
)
"""我想退回这一件: that it is wished, and of which, is no reason."""
_OPENING: Final = re.compile(r"^(?:但是?|不过|可是|就是|而且|所以|那(?![个些份项边么里种件条]))(?=.{3})")


@dataclass(slots=True)
class Part:
    """What is said of the same reports: their places, and the clauses in order."""

    places: tuple[int, ...]
    clauses: list[Clause] = field(default_factory=list)
    names: list[Clause] = field(default_factory=list)
    """The clauses that do no more than name and rule."""

    @property
    def ruled(self) -> frozenset[Verdict]:
        """What is surely ruled."""
        return frozenset(one for clause in self.clauses for one in clause.ruled)

    @property
    def ordered(self) -> frozenset[Verdict]:
        """What somebody is told to do about them."""
        return frozenset(one for clause in self.clauses for one in clause.ordered)

    @property
    def judged(self) -> bool:
        """Whether anything is said of how they are."""
        return any(clause.judges for clause in self.clauses)

    @property
    def bad(self) -> bool:
        """Whether something speaks against them."""
        return any(clause.bad for clause in self.clauses)

    @property
    def acts(self) -> bool:
        """Whether something of it, that is no question, says what becomes of them or who is to do what."""
        told = [one for one in self.clauses if not one.asks or one.ordered]
        return any(
            one.ordered or one.ruled - {Verdict.ACCEPT} or (one.marks and one.good and not one.ruled)
            for one in told
        )

    @property
    def tells(self) -> bool:
        """Whether something of it, that is no question, says how they are."""
        return self.acts or any(one.judges and not one.asks for one in self.clauses)

    @property
    def marked(self) -> Clause | None:
        """The clause that gives points, where only one does; 扣一分，得3分 says what is left."""
        found = [clause for clause in self.clauses if clause.marks]
        found = [clause for clause in found if not clause.deducts] or found
        return found[0] if len(found) == 1 else None


def parts_of(text: str, sheet: Sheet, context: Context) -> list[Part]:
    """The line by what it is about; [] where something of it is about nothing that waits."""
    if len(text) > _LONGEST:
        return []
    parts: list[Part] = []
    before: list[Clause] = []
    for clause in clauses_of(text):
        named = _named(
            clause, replace(sheet, said=frozenset(p for one in parts for p in one.places)), context
        )
        last = parts[-1] if parts else None
        if not named.places and last is None:
            before.append(clause)
        elif last is None or (named.places and _begins(last, named, clause)):
            parts.append(Part(named.places, [*before, clause]))
            before = []
        else:
            both = tuple(place for place in last.places if place in named.places)
            last.places = both if both and not last.judged else last.places
            last.clauses.append(clause)
        if named.only and parts:
            parts[-1].names.append(clause)
    this = _THIS.search(text) is not None or any(one.marks for one in before)
    if not parts and sheet.at is not None and this and not units_named(text, context)[0]:
        parts.append(Part((sheet.at,), before))
    return _without_exceptions(parts)


@dataclass(frozen=True, slots=True)
class _Named:
    """What a clause names: `plainly` by more than a word of the name, `only` where it says nothing else."""

    places: tuple[int, ...]
    plainly: bool
    only: bool


def _begins(last: Part, named: _Named, clause: Clause) -> bool:
    """Whether the clause begins to speak of something else."""
    places, before = set(named.places), set(last.places)
    if places >= before:
        return not (places == before or clause.ordered) and named.plainly
    if not places & before:
        return named.plainly or clause.judges
    return last.judged and clause.judges


def _without_exceptions(parts: list[Part]) -> list[Part]:
    """三个都过，就华容先等等: what is said later of one of them does not hold for it before."""
    for at, part in enumerate(parts):
        later = {place for one in parts[at + 1 :] for place in one.places}
        if later < set(part.places):
            part.places = tuple(place for place in part.places if place not in later)
    return parts


def _named(clause: Clause, sheet: Sheet, context: Context) -> _Named:
    words = without_particles(unruled(clause.unmarked).strip())
    by_name = bool(words) and _THIS.fullmatch(words) is None
    meant = places_meant(words, sheet, context, by_sound=False) if by_name else None
    if meant is not None:
        return _Named(tuple(place for place in meant.places if place in sheet.open), plainly=True, only=True)
    pool = {place: item for place, item in enumerate(sheet.items, start=1) if item is not None}
    plainly = bool(plainly_mentioned(clause.unmarked, pool, context))
    return _Named(tuple(mentioned(clause.unmarked, pool, context)), plainly, only=False)


def ways_of(part: Part, text: str) -> list[Said]:
    """What may become of it, the likeliest first; [] where nothing is said."""
    reason = reason_of(part)

    def said(verdict: Verdict) -> Said:
        told = reason if verdict in (Verdict.RETURN, Verdict.ASK) else ""
        return Said(part.places, verdict, sure=False, named=True, reason=told)

    back, more, passes = said(Verdict.RETURN), said(Verdict.ASK), said(Verdict.ACCEPT)
    ruled, against = part.ruled, part.bad or part.ordered
    if Verdict.ACCEPT in ruled:
        clash = [back, passes] if Verdict.RETURN in ruled else [passes, back] if against else [passes]
        return [] if Verdict.HOLD in ruled else clash
    if Verdict.RETURN in ruled:
        return [back, more] if supposes(text) else [back]
    if Verdict.HOLD in ruled:
        asked = bool(reason) and any(one.asks for one in part.clauses)
        return [more, back] if against or asked else [said(Verdict.HOLD)]
    return _unruled(part, back, more, passes)


def _unruled(part: Part, back: Said, more: Said, passes: Said) -> list[Said]:
    """Nothing is said of what becomes of it, only how it is and what is to be done."""
    good = any(one.good and not one.bad for one in part.clauses)
    if Verdict.ASK in part.ordered:
        return [more, back] if part.bad else [more]
    if part.ordered or part.bad:
        lacks = any(_STILL_LACKS.search(one.words) for one in part.clauses)
        return [more, back] if lacks else [back, more, passes] if good and not part.ordered else [back, more]
    return [passes] if good else []


_STILL_LACKS: Final = re.compile(r"还(?:[缺少欠]|差(?!.{0,4}\d|.{0,3}[分点]))")
"""还缺证书复印件 wants more; 还差0.5个点 does not."""


def reason_of(part: Part) -> str:
    """Why, in the words that were said: without what only rules, names or gives points."""
    told = []
    for clause in part.clauses:
        left = unplaced(untold(_WISHED.sub("", _OPENING.sub("", clause.unmarked))))
        if clause.ruled and (clause in part.names or len(without_particles(unruled(left))) <= 1):
            continue
        if clause.ruled:
            left = without_particles(unsent(left))
        if len(left) > 1 and not _ASIDE.fullmatch(left):
            told.append(left)
    return reason_in("，".join(told))
