"""How well a text that nothing understands is guessed: each phrasing is held against all others but its like.

Two ways of holding out: a random fifth of all phrasings, and all that one imagined person says (one line of each
file's entries). “first” is the share whose command comes first, “offered” the share where it is among three.
“told” are the reading commands that come so far ahead of the next that they are done alone.
"""

import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from handlers.suggesting.alike import slotted
from handlers.suggesting.guessing import LONGEST, MOST, ranked_of
from handlers.suggesting.likeness import Like, Likeness
from handlers.suggesting.phrasebook import suggestions
from handlers.suggesting.suggestion import Suggestion, Way

FOLDS = 5
ROLES = {
    "units": "contact",
    "leaders": "leader",
    "reviewers": "reviewer",
    "office": "office",
    "beside": "contact",
    "talk": "contact",
}
CLEAR = 2.2
Place = tuple[int, int, int]
"""Of a phrasing: its suggestion, its person, its place among what the person says."""


def random_folds() -> list[AbstractSet[Place]]:
    """A fifth of all phrasings each."""
    places = [
        (owner, line, place)
        for owner, one in enumerate(suggestions())
        for line, said in enumerate(one.said)
        for place in range(len(said))
    ]
    random.Random(1).shuffle(places)
    return [set(places[start::FOLDS]) for start in range(FOLDS)]


def person_folds() -> list[AbstractSet[Place]]:
    """Every fifth imagined person each, where somebody else is left."""
    return [
        {
            (owner, line, place)
            for owner, one in enumerate(suggestions())
            if len(one.said) > 1
            for line, said in enumerate(one.said)
            if line % FOLDS == fold
            for place in range(len(said))
        }
        for fold in range(FOLDS)
    ]


def without(held: AbstractSet[Place]) -> Likeness:
    """All suggestions less those phrasings."""
    kept = [
        replace(
            one,
            said=tuple(
                tuple(words for place, words in enumerate(said) if (owner, line, place) not in held)
                for line, said in enumerate(one.said)
            ),
        )
        for owner, one in enumerate(suggestions())
    ]
    return Likeness(kept)


def meaning(one: Suggestion) -> tuple[str, str]:
    """What two suggestions of one command share."""
    return one.words, one.act.value if one.way is Way.BEYOND else ""


def guessed(folds: list[AbstractSet[Place]]) -> Iterator[tuple[Suggestion, list[Like]]]:
    """Each held out phrasing's suggestion, and the likest ones, one a command."""
    for held in folds:
        known = without(held)
        for owner, line, place in sorted(held):
            one = suggestions()[owner]
            words = slotted(one.said[line][place])[:LONGEST]
            near: dict[tuple[str, str], Like] = {}
            for like in ranked_of(known.near(words), ROLES[one.place]):
                near.setdefault(meaning(like.suggestion), like)
            yield one, list(near.values())


def report(name: str, folds: list[AbstractSet[Place]]) -> None:
    """Print one row for each file."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one, near in guessed(folds):
        found, count = [meaning(like.suggestion) for like in near[:MOST]], counts[one.place]
        right = found[:1] == [meaning(one)]
        count["all"] += 1
        count["first"] += right
        count["offered"] += meaning(one) in found
        alone = near and (len(near) == 1 or near[0].likeness >= CLEAR * near[1].likeness)
        if alone and near[0].suggestion.way is Way.TELLS:
            count["told"] += 1
            count["told right"] += right
    for place, count in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        told = f"{count['told right'] / count['told']:7.1%} of {count['told']}" if count["told"] else ""
        first, offered = (count[what] / count["all"] for what in ("first", "offered"))
        print(f"{name:8}{place:10}{count['all']:6}{first:8.1%}{offered:9.1%}{told:>18}")


def main() -> None:
    """Print what reading the phrasings and one guess cost, and how well held out phrasings are guessed."""
    started = time.process_time()
    known = Likeness(suggestions())
    ready = time.process_time()
    texts = [slotted(one.said[0][0]) for one in suggestions()]
    for text in texts:
        known.near(text)
    each = (time.process_time() - ready) / len(texts)
    print(f"ready in {ready - started:.2f} s, {each * 1000:.2f} ms a text (CPU)")
    print(f"{'held out':18}{'texts':>6}{'first':>8}{'offered':>9}{'told, right':>18}")
    report("fifth", random_folds())
    report("person", person_folds())


if __name__ == "__main__":
    main()
