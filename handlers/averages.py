"""平均值目标: once every assessed unit has reported, the office and the contacts hear the final target."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from handlers.deadlines import Deadlines
from handlers.hours import slot
from handlers.messages import Push
from handlers.targets import AVERAGE, average_of
from handlers.wording import leaf_name
from scoring.model import Criterion
from store.records import Contact
from store.unit_of_work import UnitOfWork


def announcements(
    uow: UnitOfWork, deadlines: Deadlines, people: Iterable[Contact], now: datetime
) -> Iterator[tuple[Contact, Push]]:
    """A message for each final average; a later change of it is another one, an unchanged one is said once."""
    rows = [row for row in deadlines.arranged.targets.values() if row.value.get("method") == AVERAGE]
    if not rows:
        return
    people = tuple(people)
    campaign = deadlines.campaign
    reported = {(row.code, row.subject): row for row in uow.submissions.current(campaign.id)}
    for row in rows:
        average = average_of(row, campaign.subjects, reported)
        criterion = deadlines.rubric.by_code.get(row.code)
        if not average.final or average.value is None or criterion is None:
            continue
        text = (
            f"【目标值】{criterion.code} {leaf_name(criterion)}：{len(campaign.subjects)}家都已报齐，"
            f"目标按平均值定为{average.value}，得分已按此重算。回“为什么 {criterion.code}”看依据。"
        )
        for person in _concerned(people, criterion, deadlines):
            key = f"average:{campaign.id}:{row.id}:{person.id}:{average.value}"
            if person.channel is not None and person.account is not None:
                yield person, Push(key, person.channel, person.account, text, slot(now, person.id))


def _concerned(people: Sequence[Contact], criterion: Criterion, deadlines: Deadlines) -> Iterator[Contact]:
    """The office and the contacts of the unit that reports the leaf."""
    for person in people:
        unit = deadlines.rubric.unit_aliases.get(person.unit, person.unit)
        if person.role == "office" or (person.role == "contact" and unit == criterion.reporter):
            yield person
