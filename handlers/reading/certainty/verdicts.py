"""What a value that was said comes to for one input: certain, doubtful or impossible."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Certain:
    """The value, in the form of the scoring contract."""

    value: object


@dataclass(frozen=True, slots=True)
class Doubtful:
    """What it may mean, the likeliest first; empty where only a fresh value helps."""

    guesses: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Impossible:
    """Why no such value exists, as a Chinese clause."""

    reason: str


Verdict = Certain | Doubtful | Impossible


def meanings(judged: Verdict | None) -> tuple[object, ...]:
    """The values that a verdict leaves open: one where it is certain."""
    if isinstance(judged, Certain):
        return (judged.value,)
    return judged.guesses if isinstance(judged, Doubtful) else ()
