"""交办: a sentence of the office is held against each kind of errand, before the commands of fixed form."""

from collections.abc import Callable
from typing import Final

from handlers.access import Act, may
from handlers.context import Context
from handlers.leading import prospects
from handlers.leading.one_unit.people import people_of_owing
from handlers.messages import Reply
from handlers.office import doubts, machinery, opening
from handlers.office.days import quiet_hours
from handlers.office.draft_before import noting_former
from handlers.office.errands import (
    beside_the_rules,
    entry,
    handed,
    holding,
    later,
    locking,
    no_deadline,
    printed_goals,
    reassigning,
    restoring,
    returning,
    several_goals,
    time,
    unit_names,
    unlocking,
    wished,
)
from handlers.office.errands.asked import (
    authorship,
    desk,
    enquiries,
    figures,
    files,
    goals,
    routine,
    rules,
    settings,
    vetoes,
)
from handlers.office.errands.messages import bare_reports, briefing, passing_on, telling, timed
from handlers.office.errands.staff import people, roles, standing_in, who_is
from handlers.office.results import publicity
from handlers.office.sending import again
from handlers.people.whom import Heard, hear


def _of_owing(_heard: Heard, text: str, context: Context) -> Reply | None:
    return people_of_owing(text, context)


LONGEST: Final = 300
"""What is longer is a table or a document."""
_ERRANDS: Final[tuple[tuple[Act, Callable[[Heard, str, Context], Reply | None]], ...]] = (
    (Act.ADMINISTER, machinery.told),
    (Act.EXPORT, files.fetch),
    (Act.BROADCAST, bare_reports.remind),
    (Act.MISSING, _of_owing),
    (Act.DOUBTS, doubts.told),
    (Act.ROSTER, who_is.told),
    (Act.OPEN_CAMPAIGN, opening.told),
    (Act.ROSTER, standing_in.told),
    (Act.ROSTER, roles.told),
    (Act.ROSTER, people.manage),
    (Act.HISTORY, authorship.told),
    (Act.TARGET, printed_goals.told),
    (Act.TARGET, several_goals.set_several),
    (Act.TEACH, unit_names.told),
    (Act.PLAN, settings.told),
    (Act.REASSIGN, reassigning.told),
    (Act.ENTER, beside_the_rules.told),
    (Act.DETAIL, rules.told),
    (Act.VETO, vetoes.told),
    (Act.SETTLE, desk.told),
    (Act.ENTER, handed.registered),
    (Act.ENTER, handed.undone),
    (Act.MISSING, handed.excused),
    (Act.MISSING, handed.owed),
    (Act.TARGET, goals.tell),
    (Act.PUBLISH, publicity.told),
    (Act.CALENDAR, quiet_hours.told),
    (Act.LOCK, later.told),
    (Act.LOCK, locking.told),
    (Act.BROADCAST, again.told),
    (Act.BROADCAST, briefing.brief),
    (Act.MISSING, prospects.in_time),
    (Act.PLAN, enquiries.told),
    (Act.PLAN, routine.answer),
    (Act.BROADCAST, timed.announce),
    (Act.BROADCAST, telling.announce),
    (Act.DEADLINE, wished.decide),
    (Act.DEADLINE, restoring.take_back),
    (Act.DEADLINE, no_deadline.asked),
    (Act.DEADLINE, noting_former(time.give)),
    (Act.UNLOCK, unlocking.unlock),
    (Act.REVIEW, returning.rule),
    (Act.ENTER, entry.enter),
    (Act.RANKING, files.told_together),
    (Act.RANKING, figures.tell),
    (Act.PLAN, holding.hold),
    (Act.BROADCAST, telling.tell),
    (Act.BROADCAST, passing_on.tell),
    (Act.ENTER, entry.offer),
)


def run(text: str, context: Context) -> Reply | None:
    """Do what the sentence has done, or ask; None where it is no errand of the speaker's."""
    role = context.speaker.role
    allowed = [read for act, read in _ERRANDS if may(role, act)] if may(role, Act.BROADCAST) else []
    if not allowed or len(text) > LONGEST or "\t" in text:
        return None
    heard = hear(text, context)
    return next((reply for read in allowed if (reply := read(heard, text, context)) is not None), None)
