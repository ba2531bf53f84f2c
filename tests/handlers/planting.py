"""What there is to know in a campaign: every unit's people, reports, evidence, reviews, extensions and matters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial
from itertools import count

from handlers.campaign.library import Library
from handlers.wording import plain
from scoring.errors import ScoringError
from scoring.inputs import check_inputs
from scoring.model import Criterion, Input
from store.database import Store
from store.records import Decision, EvidenceKind, MatterKind, Role
from store.unit_of_work import UnitOfWork
from tests.handlers.permissions import Person, reports, sees, subjects_of
from tests.handlers.worlds import STRANGER, Fact, World
from tests.scenarios.casts import STARTS
from tests.scenarios.casts import Cast as SceneCast
from tests.scenarios.play import opened_for
from tests.scene import CHANNEL, at

ROLES: tuple[Role, ...] = ("contact", "supervisor", "reviewer")
FIGURES = ("percent", "number", "money", "count", "points")
KINDS: tuple[EvidenceKind, ...] = ("text", "file")
DECISIONS: tuple[Decision, ...] = ("accept", "return")
MATTERS: tuple[MatterKind, ...] = ("appeal", "duty", "handover", "contacts", "unlock", "bonus", "incident")
Leaf = tuple[Criterion, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a unit gives for a leaf, all that is known of it then, and whether it is taken back."""

    given: dict[str, object]
    known: dict[str, object]
    gone: bool


def plant(uow: UnitOfWork, made: World) -> None:
    """Put everybody on the roster, and what every unit has reported, proved, asked for and been told."""
    for row in uow.roster.list(made.campaign.id):
        made.people.append(Person(row.account or f"-{row.name}", row.role, row.unit, row.subject, row.id))
        made.facts.append(
            Fact("person", row.name, row.unit, subject=row.subject, role=row.role, contact_id=row.id)
        )
    for person in _others(made):
        made.people.append(_entered(uow, made, person))
    office = next(person for person in made.people if person.role == "office")
    for number, leaf in enumerate(_leaves(made)):
        if number % 4:
            _report(uow, made, leaf, number)
    for person in made.people:
        if person.role == "contact":
            _registered(uow, made, person, office)
    if made.speaker.role == "reviewer":
        uow.matters.open(
            campaign_id=made.campaign.id,
            kind="recusal",
            text="回避",
            unit=made.recused,
            contact_id=made.speaker.contact_id,
            inbox_id=None,
            at=made.now,
        )


def _leaves(made: World) -> Iterator[Leaf]:
    for criterion in made.rubric.criteria:
        for subject in made.subjects:
            yield criterion, subject


def _others(made: World) -> Iterator[Person]:
    """A contact and a reviewer of every unit that has none, and a supervisor."""
    units = dict.fromkeys(made.subjects if len(made.subjects) > 1 else ())
    for criterion in made.rubric.criteria:
        units |= dict.fromkeys([*criterion.named_units, criterion.reporter])
        units |= dict.fromkeys(unit for item in criterion.inputs for unit in item.by)
    present = {(person.unit, person.role) for person in made.people}
    numbers = count(1)
    for unit in filter(None, units):
        for role in ROLES:
            if (unit, role) not in present:
                subject = unit if unit in made.subjects else ""
                yield Person(f"{role}{next(numbers)}", role, unit, subject)


def _entered(uow: UnitOfWork, made: World, person: Person) -> Person:
    fact = Fact("person", "", person.unit, subject=person.subject, role=person.role)
    number = uow.roster.add(
        campaign_id=made.campaign.id,
        name=made.say(fact, 4),
        unit=person.unit,
        role=person.role,
        subject=person.subject,
        telephone=made.say(fact, 3),
        mobile=made.say(fact, 3),
    )
    assert uow.roster.bind(number, CHANNEL, person.account, made.now)
    return person.entered(number)


def _report(uow: UnitOfWork, made: World, leaf: Leaf, number: int) -> None:
    """Every unit reports its inputs of the leaf; where the speaker may not know it, some take it back again."""
    criterion, subject = leaf
    fact = Fact("value", "", criterion.reporter, criterion.code, subject)
    figures, known = (made.say(fact, 0), made.say(fact, 1)), dict[str, object]()
    gone = made.swapped(fact) and number % 3 == 0
    revision = 0
    for person in made.people:
        if person.role != "contact" or subject not in subjects_of(person, criterion, made):
            continue
        own = [item for item in reports(person, criterion, made) if item.name not in known]
        given = {item.name: _value(item, figures, swapped=made.swapped(fact)) for item in own}
        if given and _fits(criterion, known | given):
            known |= given
            _keep(uow, made, leaf, person, Told(given, dict(known), gone))
            _prove(uow, made, leaf, person)
            revision += 2
    if known:
        _judge(uow, made, leaf, number, revision)


def _fits(criterion: Criterion, known: Mapping[str, object]) -> bool:
    try:
        check_inputs(criterion, known, partial=True)
    except ScoringError:
        return False
    return True


def _keep(uow: UnitOfWork, made: World, leaf: Leaf, person: Person, told: Told) -> None:
    fact = Fact("value", "", person.unit, leaf[0].code, leaf[1], contact_id=person.contact_id)
    keep = partial(
        uow.submissions.add,
        campaign_id=made.campaign.id,
        code=leaf[0].code,
        subject=leaf[1],
        unit=person.unit,
        contact_id=person.contact_id,
        inbox_id=None,
        late=False,
    )
    first = keep(
        act="report",
        given=told.given,
        inputs=told.known,
        at=made.now - timedelta(days=2),
        note=made.say(fact),
    )
    if told.gone:
        keep(act="withdraw", given={"withdraws": first}, inputs=None, at=made.now - timedelta(days=1))
    else:
        keep(act="amend", given=told.given, inputs=told.known, at=made.now - timedelta(days=1))


def _prove(uow: UnitOfWork, made: World, leaf: Leaf, person: Person) -> None:
    fact = Fact("evidence", "", person.unit, leaf[0].code, leaf[1], contact_id=person.contact_id)
    for kind in KINDS:
        uow.evidence.add(
            campaign_id=made.campaign.id,
            code=leaf[0].code,
            subject=leaf[1],
            unit=person.unit,
            contact_id=person.contact_id,
            kind=kind,
            text=made.say(fact) if kind == "text" else "",
            caption=made.say(fact),
            original_name=f"{made.say(fact)}.pdf" if kind == "file" else "",
            title=made.say(fact),
            document_number=f"考办〔2015〕{made.say(fact)}号",
            inbox_id=None,
            at=made.now - timedelta(days=1),
        )


def _judge(uow: UnitOfWork, made: World, leaf: Leaf, number: int, revision: int) -> None:
    """A third is passed and a third is sent back: the other way round where the speaker may not know it."""
    criterion, subject = leaf
    fact = Fact("review", "", criterion.reporter, criterion.code, subject)
    swapped = made.swapped(fact)
    act = (DECISIONS[::-1] if swapped else DECISIONS)[number % 3] if number % 3 < len(DECISIONS) else None
    if act is None:
        return
    judges = [one for one in made.people if one.role == "reviewer" and sees(one, criterion, subject, made)]
    judge = judges[-1]
    uow.reviews.add(
        campaign_id=made.campaign.id,
        code=criterion.code,
        subject=subject,
        revision=revision,
        act=act,
        reason=made.say(fact),
        unit=judge.unit,
        contact_id=judge.contact_id,
        inbox_id=None,
        at=made.now,
    )
    uow.completeness.add(
        campaign_id=made.campaign.id,
        code=criterion.code,
        subject=subject,
        level="none" if swapped else "full",
        reason=made.say(fact),
        contact_id=judge.contact_id,
        inbox_id=None,
        at=made.now,
    )


def _registered(uow: UnitOfWork, made: World, person: Person, office: Person) -> None:
    """What a unit has asked for and was granted: an extension, matters, words that it has typed."""
    fact = Fact("matter", "", person.unit, subject=person.subject, contact_id=person.contact_id)
    due = made.now + timedelta(days=9 if made.swapped(fact) else 4)
    uow.arrangements.add(
        campaign_id=made.campaign.id,
        kind="extension",
        unit=person.unit,
        subject=person.subject,
        value={"due": due.isoformat()},
        reason=made.say(fact),
        contact_id=office.contact_id,
        inbox_id=None,
        at=made.now,
    )
    for kind in MATTERS:
        uow.matters.open(
            campaign_id=made.campaign.id,
            kind=kind,
            text=made.say(fact),
            unit=person.unit,
            subject=person.subject,
            contact_id=person.contact_id,
            inbox_id=None,
            at=made.now - timedelta(days=1),
        )
    typed = made.say(fact)
    entry = uow.inbox.begin(
        channel=CHANNEL,
        message_key=f"old{person.account}",
        sender=person.account,
        kind="text",
        text=typed,
        payload={},
        sent_at=made.now,
        received_at=made.now,
    )
    uow.inbox.finish(entry.id, made.say(fact), made.now)


def _value(item: Input, figures: tuple[str, str], *, swapped: bool) -> object:
    """A value that the input takes, with the number in it wherever its kind has room for one."""
    if item.type == "text":
        return f"密文{figures[1]}"
    if item.type not in FIGURES:
        return item.choices[-1 if swapped else 0].value if item.choices else swapped
    whole = item.type == "count"
    fitting = [one for one in figures if _takes(item, Decimal(one)) and item.type != "points"]
    if fitting:
        return int(fitting[-1]) if whole else fitting[0]
    least, most = item.minimum or Decimal(0), item.maximum or Decimal(1)
    value = least if swapped else most
    return int(value) if whole else plain(value)


def _takes(item: Input, value: Decimal) -> bool:
    within = (item.minimum or 0) <= value <= (item.maximum or value) and (item.above or 0) < value
    return within and not (item.type == "count" and value % 1)


async def world(cast: SceneCast, scene: str, account: str, *, other: bool) -> World:
    """The campaign of that cast as the holder of that account may know it, or its counterpart."""
    store, library = await Store.open("sqlite+aiosqlite:///:memory:"), Library()
    now = at(STARTS[scene])
    named = next(
        (Person(p.account, p.role, p.unit, p.subject) for p in cast.people if p.account == account), None
    )

    def work(uow: UnitOfWork) -> World:
        campaign = opened_for(uow, library, cast, now)
        roster = {row.account: row for row in uow.roster.list(campaign.id)}
        found = roster.get(account)
        speaker = named.entered(found.id) if named and found else STRANGER
        rubric = library.rubric_of(uow, campaign)
        made = World(store, library, campaign, rubric, now, speaker, other)
        plant(uow, made)
        return made

    return await store.run(work)
