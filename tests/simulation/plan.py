"""What happens in a simulated history, drawn from its seed: people, messages, reminders and faults."""

from dataclasses import dataclass, field
from random import Random

ERRORS = (-1, 45033, 45009, 42001, 40014, 60020, 81013, 45002, 999999)
STRANGE = ("html", "empty", "errcode text", "list", "gzip lie", "500", "502", "503", "429")
CUTS = ("unreachable", "cut before", "cut after", "slow before", "slow after")
JUMPS = (-1.0, 1.0, -60.0, 60.0, -600.0, 3600.0, 5 * 3600.0, 365 * 86400.0, -365 * 86400.0)
FAULTS_END = 40.0
"""Virtual seconds after which nothing new goes wrong."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message of somebody, and when the platform delivers it: to which process, how often besides."""

    number: int
    sender: str
    at: float
    copies: int


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder: due at a time, not wanted any more once message number `done_by` (-1: none) is in."""

    number: int
    person: str
    at: float
    done_by: int


@dataclass(frozen=True, slots=True)
class Episode:
    """Between two moments a call of that path suffers the fault with that chance."""

    start: float
    end: float
    path: str
    fault: str | int
    chance: float


@dataclass(frozen=True, slots=True)
class Kill:
    """A process ends at that moment and is there again after so many seconds."""

    at: float
    replica: int
    away: float


@dataclass(frozen=True, slots=True)
class Plan:
    """One history before it happens."""

    seed: int
    replicas: int
    said: tuple[Said, ...]
    dues: tuple[Due, ...]
    episodes: tuple[Episode, ...]
    kills: tuple[Kill, ...]
    jumps: tuple[tuple[float, float], ...] = ()
    stalls: tuple[tuple[float, float], ...] = ()
    store_faults: float = 0.0
    unreachable: frozenset[str] = field(default_factory=frozenset)

    @property
    def calm_from(self) -> float:
        """The virtual second from which on nothing goes wrong any more."""
        ends = [episode.end for episode in self.episodes]
        ends += [kill.at + kill.away for kill in self.kills]
        ends += [end for _, end in self.stalls]
        return max(FAULTS_END if self.store_faults else 0.0, *ends, 0.0)

    @property
    def orderly(self) -> bool:
        """Whether the clock can be relied on, so that times and order can be checked."""
        return not self.jumps


def draw(seed: int) -> Plan:
    """The plan of that seed."""
    dice = Random(seed)
    people = [f"p{number}" for number in range(dice.randint(1, 4))]
    said = tuple(
        Said(number, dice.choice(people), _moment(dice), dice.choice((0, 0, 0, 1, 2)))
        for number in range(dice.randint(1, 4))
    )
    dues = tuple(
        Due(number, dice.choice(people), _moment(dice), dice.choice((-1, -1, *range(len(said)))))
        for number in range(dice.randint(0, 3))
    )
    replicas = dice.choice((1, 2, 2, 3))
    kills = tuple(
        Kill(_moment(dice), dice.randrange(replicas), dice.uniform(0.2, 15))
        for _ in range(dice.choice((0, 0, 1, 2)))
    )
    if dice.random() < 0.04:  # Nobody is there for longer than the platform remembers.
        together = dice.choice([*(one.at for one in said), *(due.at for due in dues)]) + dice.uniform(
            0, 0.6
        )  # Often in the midst of a call.
        moments = [dice.choice((together, together, _moment(dice))) for _ in range(replicas)]
        kills = tuple(Kill(moment, index, 5 * 3600.0) for index, moment in enumerate(moments))
    jumps = tuple((_moment(dice), dice.choice(JUMPS)) for _ in range(dice.choice((0, 0, 0, 1, 2))))
    stalls = tuple(
        (start, start + dice.uniform(3, 8))
        for start in [_moment(dice) for _ in range(dice.choice((0, 0, 0, 1)))]
    )
    return Plan(
        seed,
        replicas,
        said,
        dues,
        tuple(_episode(dice) for _ in range(dice.choice((0, 1, 1, 2, 3)))),
        kills,
        jumps,
        stalls,
        dice.choice((0.0, 0.0, 0.0, 0.05)),
        frozenset(dice.sample(people, 1)) if dice.random() < 0.15 else frozenset(),
    )


def _moment(dice: Random) -> float:
    """Often close together, since that is where things meet."""
    return dice.uniform(0, 3) if dice.random() < 0.5 else dice.uniform(0, FAULTS_END * 0.8)


def _episode(dice: Random) -> Episode:
    fault = dice.choice((*ERRORS, *STRANGE, *CUTS, *CUTS))
    path = dice.choice(("message/send", "message/send", "message/send", "gettoken"))
    start = dice.uniform(0, 4) if dice.random() < 0.6 else dice.uniform(0, FAULTS_END)
    end = min(start + dice.choice((0.3, 3.0, 20.0, 60.0)), FAULTS_END)
    return Episode(start, end, path, fault, dice.choice((0.3, 1.0)))
