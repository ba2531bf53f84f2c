"""Which line of a list the words mean: by characters or by sound, covered whole and clearly ahead of the next."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, islice
from types import MappingProxyType
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from handlers.reading.naming.aliases import JARGON, Alias, aliases_of, item_alias, item_of
from handlers.reading.naming.pieces import SHORTEST, is_turned, pieces_of
from handlers.reading.naming.syllables import from_pinyin, sound
from handlers.reading.tokens.asides import without_courtesy, without_fillers
from scoring.model import Criterion, Input

CLEARLY_AHEAD: Final = 0.05
"""How far the best must be before the next."""
WORTH_ASKING: Final = 0.5
"""From this likeness on a line is offered as a choice."""
_BY_SOUND: Final = 0.97
_NEAR: Final = WORTH_ASKING * _BY_SOUND


class Entry(NamedTuple):
    """One line that words can mean: its criterion, and the inputs by whose labels it may be called.

    `named` is False where only those labels mean it, the criterion's own name meaning another line.
    """

    criterion: Criterion
    inputs: tuple[Input, ...]
    named: bool = True


class Hit(NamedTuple):
    """A line that the words may mean.

    `place` counts the entries from 0. `covered`: every word is part of the name, so nothing is left
    unexplained. `exact`: they are the whole name. `pieces`: for each input whose label covers the words, into
    how many pieces the label takes them apart.
    """

    place: int
    score: float
    covered: bool
    exact: bool
    pieces: Mapping[str, int]

    @property
    def inputs(self) -> frozenset[str]:
        """The inputs whose labels fit the words best."""
        fewest = min(self.pieces.values(), default=0)
        if fewest == 1 and not self.exact and len(self.pieces) > 1:
            fewest += 1
        return frozenset(name for name, pieces in self.pieces.items() if pieces <= fewest)


class Index:
    """The names of some lines, ready for comparison."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self._aliases: list[Alias] = []
        self._places: list[int] = []
        for place, entry in enumerate(self.entries):
            aliases = aliases_of(entry.criterion, entry.inputs)
            self._add(place, [alias for alias in aliases if entry.named or alias.input])
        self._add_items()
        self._words = [alias.words for alias in self._aliases]
        self._sounds = [sound(words) for words in self._words]
        self._negated = [alias.negated for alias in self._aliases]
        self._having = _having(self._sounds)
        self._recent: OrderedDict[str, tuple[Hit, ...]] = OrderedDict()
        self._known: dict[str, bool] = {}

    def _add(self, place: int, aliases: Sequence[Alias]) -> None:
        self._aliases += aliases
        self._places += [place] * len(aliases)

    def _add_items(self) -> None:
        """Headings name a line only where all lines under them are one item over the milestones."""
        under: dict[str, set[str]] = {}
        named = [(place, entry) for place, entry in enumerate(self.entries) if entry.named]
        for _, entry in named:
            if (alias := item_alias(entry.criterion)) is not None:
                under.setdefault(alias.words, set()).add(item_of(entry.criterion))
        for place, entry in named:
            alias = item_alias(entry.criterion)
            if alias is not None and len(under[alias.words]) == 1:
                self._add(place, [alias])

    def hits(self, words: str) -> tuple[Hit, ...]:
        """The lines that bare words may mean, the likeliest first; one hit for each line."""
        found = self._recent.get(words)
        if found is None:
            found = self._recent[words] = self._search(words)
            if len(self._recent) > _REMEMBERED:
                self._recent.popitem(last=False)
        return found

    def names(self, words: str) -> bool:
        """Whether bare words are covered by any line's name; quicker than looking for all that they may mean."""
        known = self._known.get(words)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            plain = _unabridged(words)
            known = self._known[words] = self._covers(plain) or any(map(self._covers, _plainer(plain)))
        return known

    def _covers(self, asked: str) -> bool:
        """Whether any of the names that would be compared covers the words."""
        if not SHORTEST <= len(asked) <= _LONGEST:
            return False
        heard = sound(asked)
        near = self._having_all(heard)
        in_order = (at for at in _set_bits(near) if LCSseq.similarity(heard, self._sounds[at]) == len(heard))
        if any(self._taken_apart(asked, heard, at) is not None for at in islice(in_order, _CLOSEST)):
            return True
        turned = (is_turned(asked, self._words[at]) for at in _set_bits(near))
        return len(asked) >= 2 * SHORTEST and any(turned) and any(hit.covered for hit in self._compare(asked))

    def _having_all(self, heard: str) -> int:
        """The names that have all these sounds, in whatever order: a bit for each."""
        having = -1
        for character in heard:
            having &= self._having.get(character, 0)
        return having

    def _sharing(self, heard: str, least: int) -> int:
        """The names that have at least so many of these sounds, in whatever order: a bit for each."""
        sharing = [-1, *[0] * least]
        for character in heard:
            having = self._having.get(character, 0)
            for count in range(least, 0, -1):
                sharing[count] |= sharing[count - 1] & having
        return sharing[least]

    def _search(self, words: str) -> tuple[Hit, ...]:
        """As typed, then without courtesies: 信用报告 is a name, 覆盖率报告 is not."""
        words = _unabridged(words)
        found = self._compare(words)
        if any(hit.covered for hit in found):
            return found
        for plainer in _plainer(words):
            again = self._compare(plainer)
            if any(hit.covered for hit in again):
                return again
            found = again or found
        return found

    def _compare(self, asked: str) -> tuple[Hit, ...]:
        if len(asked) < SHORTEST or len(asked) > _LONGEST:
            return ()
        best: dict[int, Hit] = {}
        heard = sound(asked)
        turnable = self._having_all(heard) if len(asked) >= 2 * SHORTEST else 0
        for at, common in self._closest(heard):
            place, may_be_turned = self._places[at], turnable >> at & 1 == 1
            known, in_order = best.get(place), common == len(asked)
            most = _likeness(common, len(asked), len(self._words[at]))
            behind = _BY_SOUND * most < _NEAR or (known is not None and known.score >= most)
            if behind and not (may_be_turned or in_order):
                continue
            hit = self._judge(asked, heard, at, _BY_SOUND * most, in_order=in_order, turnable=may_be_turned)
            if hit is not None:
                best[place] = hit if known is None else _better(known, hit)
        return tuple(sorted(best.values(), key=lambda hit: (-hit.exact, -hit.score)))

    def _closest(self, heard: str) -> Iterator[tuple[int, int]]:
        """The names that have most of the sounds in their order, half of them at least, and how many they have."""
        least = max(SHORTEST, int(len(heard) * _CUTOFF))
        places = _places(self._sharing(heard, least))
        near = [self._sounds[at] for at in places]
        similar = process.extract(
            heard, near, scorer=LCSseq.similarity, processor=None, limit=_CLOSEST, score_cutoff=least
        )
        return ((places[at], int(common)) for _, common, at in similar)

    def _judge(
        self, asked: str, heard: str, at: int, score: float, *, in_order: bool, turnable: bool
    ) -> Hit | None:
        """How well one name fits; None where it is not worth asking about.

        `score` is how well it sounds, `in_order` where the name has all the sounds one behind the other, `turnable`
        where it has them in whatever order.
        """
        name = self._words[at]
        near = score >= _NEAR
        if not (near or in_order or (turnable and is_turned(asked, name))):
            return None
        if near:
            score = max(score, _likeness(int(LCSseq.similarity(asked, name)), len(asked), len(name)))
        pieces = self._taken_apart(asked, heard, at, in_order=in_order) if in_order or turnable else None
        if pieces is None:
            return Hit(self._places[at], score, covered=False, exact=False, pieces=_NO_PIECES)
        score = max(score, _BY_SOUND * _likeness(len(asked), len(asked), len(name)))
        label = self._aliases[at].input
        labels = {label: pieces} if label else _NO_PIECES
        return Hit(self._places[at], score, covered=True, exact=name == asked, pieces=labels)

    def _taken_apart(self, asked: str, heard: str, at: int, *, in_order: bool = True) -> int | None:
        """Into how many pieces of that name the words come apart, 0 where they are all of it; None where left over.

        `in_order` where the name has their sounds one behind the other.
        """
        name = self._words[at]
        if name == asked:
            return 0
        if not self._negated[at].issubset(asked):
            return None
        if in_order and (len(asked) > _HEARD or int(LCSseq.similarity(asked, name)) == len(asked)):
            pieces = pieces_of(heard, self._sounds[at])
            if 0 < pieces <= (len(heard) + 1) // 2:
                return pieces
        return _TURNED if is_turned(asked, name) else None


def _having(sounds: Sequence[str]) -> dict[str, int]:
    """Which of the names have each sound, a bit for each name."""
    having: dict[str, int] = {}
    for at, heard in enumerate(sounds):
        for character in set(heard):
            having[character] = having.get(character, 0) | 1 << at
    return having


def _set_bits(names: int) -> Iterator[int]:
    """The names whose bits are set."""
    while names > 0:
        lowest = names & -names
        yield lowest.bit_length() - 1
        names -= lowest


def _places(names: int) -> list[int]:
    """The names whose bits are set, by whichever way is the quicker."""
    if names.bit_count() <= _FEW:
        return list(_set_bits(names))
    return list(compress(range(names.bit_length()), f"{names:b}"[::-1].encode().translate(_BITS)))


def _unabridged(words: str) -> str:
    """The words as they are compared: of pinyin its syllables, of the trade's short words the full ones."""
    words = from_pinyin(words if len(words) < _OF else words.removesuffix("的"))
    return next((words.replace(short, full) for short, full in JARGON.items() if short in words), words)


def _plainer(words: str) -> Iterator[str]:
    """The words without courtesies, then without fillers as well, where that is fewer."""
    fewer = dict.fromkeys(map(without_courtesy, (words, without_fillers(words))))
    return (one for one in fewer if one != words)


_BITS: Final = bytes.maketrans(b"0", b"\0")
"""The figures of a binary number as what is false and true."""
_NO_PIECES: Final[Mapping[str, int]] = MappingProxyType({})
_TURNED: Final = 2
_OF: Final = 4
_HEARD: Final = 2
"""So few characters are a name only as they are spelled: 差是 sounds like a piece of many names."""
_FEW: Final = 48
_REMEMBERED: Final = 256
_LONGEST: Final = 60
_CUTOFF: Final = 0.5
_CLOSEST: Final = 40


def _better(one: Hit, other: Hit) -> Hit:
    if not other.covered:
        return one if one.score >= other.score else one._replace(score=other.score)
    return Hit(
        one.place,
        max(one.score, other.score),
        one.covered or other.covered,
        one.exact or other.exact,
        {
            name: min(pieces[name] for pieces in (one.pieces, other.pieces) if name in pieces)
            for name in (*one.pieces, *other.pieces)
        },
    )


def _likeness(common: int, asked: int, name: int) -> float:
    return 0.75 * common / asked + 0.25 * common / name


def sure_hits(found: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits that the words may well mean: one when it is certain, more when they fit several."""
    exact = tuple(hit for hit in found if hit.exact)
    if len(exact) == 1:
        return exact
    covered = tuple(hit for hit in found if hit.covered)
    if len(covered) != 1:
        return covered
    near = covered[0].score - CLEARLY_AHEAD
    return tuple(hit for hit in found if hit.covered or hit.score > near)
