"""A campaign with everybody in it: each unit's contact, supervisor and reviewer, each with words that may not leak.

Every reported figure, every text of evidence, every name and telephone holds a number of its own, so that whatever
is said to somebody can be searched for what is not his to know.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count

from handlers.campaign.library import Library
from handlers.wording import plain
from scoring.inputs import check_inputs
from scoring.model import Criterion, Input, Rubric
from store.database import Store
from store.records import Contact, Role, Submission
from store.unit_of_work import UnitOfWork
from tests.handlers.permissions import Person, reports, subjects_of
from tests.scene import CHANNEL, Scene

DISTRICTS = ("东山区", "西河区", "南湖区")
IN_EVERY_UNIT: tuple[Role, ...] = ("contact", "supervisor", "reviewer")
CANARY = re.compile(r"(?:61\.|77|密文|1390|名)(\d{5})")
"""How a number that may not leak stands in a value, an evidence, a telephone and a name."""
_FIRST = 10001


@dataclass(frozen=True, slots=True)
class Secret:
    """What one number stands for: a value or evidence of a leaf, or a person; `unit` is whose it is."""

    code: str = ""
    subject: str = ""
    unit: str = ""
    role: str = ""


@dataclass
class Cast:
    """The campaign, its people, what each number stands for, and what was there beforehand."""

    scene: Scene
    rubric: Rubric
    people: tuple[Person, ...] = ()
    secrets: dict[str, Secret] = field(default_factory=dict)
    roster: tuple[Contact, ...] = ()
    stored: tuple[Submission, ...] = ()
    submissions: frozenset[int] = frozenset()
    evidence: frozenset[int] = frozenset()
    _numbers: Iterator[int] = field(
        default_factory=lambda: (number for number in count(_FIRST) if number % 10)
    )

    @property
    def subjects(self) -> tuple[str, ...]:
        """The assessed units."""
        return self.scene.campaign.subjects

    def subjects_of(self, person: Person, criterion: Criterion) -> tuple[str, ...]:
        """The assessed units for which the leaf is the person's business."""
        return self.subjects if person.role == "office" else subjects_of(person, criterion, self)

    def secret(self, secret: Secret) -> str:
        """A fresh number that stands for it."""
        number = str(next(self._numbers))
        self.secrets[number] = secret
        return number

    def told(self, text: str) -> list[Secret]:
        """Everything in the text that stands for something."""
        return [self.secrets[number] for number in CANARY.findall(text) if number in self.secrets]


async def assembled(store: Store, name: str, now: str) -> Cast:
    """Open a campaign of that rubric with everybody on the roster and everything reported."""
    rubric = Library().rubric(name)
    districts = DISTRICTS if len(rubric.subjects) == 1 and "区" in rubric.subjects[0] else ()
    scene = await Scene.open(store, name, now, opened=now, deadline=now[:4] + "-12-30", subjects=districts)
    cast = Cast(scene, scene.library.rubric(name))
    await store.run(lambda uow: _fill(uow, cast))
    return cast


def _fill(uow: UnitOfWork, cast: Cast) -> None:
    cast.people = tuple(_enter(uow, cast, person) for person in _people(cast))
    for criterion in cast.rubric.criteria:
        for subject in cast.subjects:
            _report(uow, cast, criterion, subject)
    campaign = cast.scene.campaign.id
    cast.roster = uow.roster.list(campaign)
    cast.stored = uow.submissions.all(campaign)
    cast.submissions = frozenset(row.id for row in cast.stored)
    cast.evidence = frozenset(row.id for row in uow.evidence.list(campaign))


def _people(cast: Cast) -> Iterator[Person]:
    units = dict.fromkeys(cast.subjects)
    for criterion in cast.rubric.criteria:
        units |= dict.fromkeys([*criterion.named_units, criterion.reporter])
        units |= dict.fromkeys(unit for item in criterion.inputs for unit in item.by)
    numbers = count(1)
    for unit in filter(None, units):
        for role in IN_EVERY_UNIT:
            yield Person(f"{role}{next(numbers)}", role, unit)
    if len(cast.subjects) > 1:
        # A bureau of an assessed unit, and one of the campaign's own that answers for one assessed unit only.
        yield Person(f"contact{next(numbers)}", "contact", "分局", cast.subjects[1])
        yield Person(f"contact{next(numbers)}", "contact", next(filter(None, units)), cast.subjects[0])
    yield Person("leader", "leader", "政府")
    yield Person("office", "office", "质强办")


def _enter(uow: UnitOfWork, cast: Cast, person: Person) -> Person:
    secret = Secret(unit=person.unit, role=person.role, subject=person.subject)
    contact_id = uow.roster.add(
        campaign_id=cast.scene.campaign.id,
        name=f"名{cast.secret(secret)}",
        unit=person.unit,
        role=person.role,
        subject=person.subject,
        telephone=f"1390{cast.secret(secret)}",
        mobile=f"1390{cast.secret(secret)}",
    )
    assert uow.roster.bind(contact_id, CHANNEL, person.account, cast.scene.now)
    return person.entered(contact_id)


def _report(uow: UnitOfWork, cast: Cast, criterion: Criterion, subject: str) -> None:
    """Every unit reports its inputs of the leaf for that assessed unit and hands evidence in.

    All figures of a leaf hold one number, so that no part is more than its whole.
    """
    known: dict[str, object] = {}
    number = cast.secret(Secret(criterion.code, subject))
    for person in cast.people:
        if person.role != "contact" or person.subject or subject not in subjects_of(person, criterion, cast):
            continue
        own = reports(person, criterion, cast)
        given = {item.name: _value(item, number) for item in own if item.name not in known}
        if given:
            known |= given
            check_inputs(criterion, known, partial=True)
            _keep(uow, cast, person, (criterion.code, subject), given, known)


def _keep(
    uow: UnitOfWork,
    cast: Cast,
    person: Person,
    leaf: tuple[str, str],
    given: Mapping[str, object],
    known: Mapping[str, object],
) -> None:
    code, subject = leaf
    secret = Secret(code, subject, person.unit)
    uow.submissions.add(
        campaign_id=cast.scene.campaign.id,
        code=code,
        subject=subject,
        unit=person.unit,
        act="report",
        given=dict(given),
        inputs=dict(known),
        contact_id=person.contact_id,
        inbox_id=None,
        at=cast.scene.now,
        late=False,
    )
    uow.evidence.add(
        campaign_id=cast.scene.campaign.id,
        code=code,
        subject=subject,
        unit=person.unit,
        contact_id=person.contact_id,
        kind="text",
        text=f"密文{cast.secret(secret)}",
        caption=f"密文{cast.secret(secret)}",
        inbox_id=None,
        at=cast.scene.now,
    )


def _value(item: Input, number: str) -> object:
    """A value that the input takes, with the number in it wherever its kind has room for one."""
    if item.type in ("percent", "number", "money"):
        return _figure(item, number)
    if item.type == "count":
        return 7700000 + int(number) if item.maximum is None else int(item.maximum)
    if item.type == "points":
        return plain(item.maximum or Decimal(1))
    if item.type == "text":
        return f"密文{number}"
    return item.choices[0].value if item.choices else False


def _figure(item: Input, number: str) -> str:
    for figure in (f"61.{number}", f"77{number}"):
        value = Decimal(figure)
        if (item.minimum or 0) <= value <= (item.maximum or value) and (item.above or 0) < value:
            return figure
    return plain(item.maximum or Decimal(1))


def units_of(cast: Cast) -> Sequence[str]:
    """Every unit that has somebody, once."""
    return tuple(dict.fromkeys(person.unit for person in cast.people))
