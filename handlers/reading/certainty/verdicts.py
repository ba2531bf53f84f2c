"""What a value that was said comes to for one input: certain, doubtful or impossible."""

from typing import NamedTuple


class Certain(NamedTuple):
    """The value, in the form of the scoring contract."""

    value: object


class Doubtful(NamedTuple):
    """What it may mean, the likeliest first; empty where only a fresh value helps."""

    guesses: tuple[object, ...] = ()


class Impossible(NamedTuple):
    """Why no such value exists, as a Chinese clause."""

    reason: str


Verdict = Certain | Doubtful | Impossible


def meanings(judged: Verdict | None) -> tuple[object, ...]:
    """The values that a verdict leaves open: one where it is certain."""
    if isinstance(judged, Certain):
        return (judged.value,)
    return judged.guesses if isinstance(judged, Doubtful) else ()
