"""What may be said to each kind of question that the office is asked."""

from handlers.drafts.confirming import Answer
from handlers.office import doubts, entering, opening, veto_facts
from handlers.office.days import extending, moving, paper_days, which_deadline
from handlers.office.errands import handed, reassigning, several_goals
from handlers.office.errands.messages import passing_on
from handlers.office.people import bindings, erasing, handing_over, pasting, roster_changes, roster_details
from handlers.office.results import archiving, publishing
from handlers.office.sending import broadcasting, group_posting, resending

_CONFIRMED = (
    extending,
    group_posting,
    handing_over,
    veto_facts,
    archiving,
    bindings,
    publishing,
    broadcasting,
    roster_changes,
    roster_details,
    erasing,
    resending,
    handed,
    passing_on,
    paper_days,
    several_goals,
    reassigning,
)
ANSWERS: dict[str, Answer] = {
    **moving.ANSWERS,
    **entering.ANSWERS,
    **doubts.ANSWERS,
    **opening.ANSWERS,
    **pasting.ANSWERS,
    **roster_changes.ANSWERS,
    **which_deadline.ANSWERS,
    **extending.ANSWERS,
    **passing_on.ANSWERS,
    **{kind: asked.answer for subject in _CONFIRMED for kind, asked in subject.CONFIRMATIONS.items()},
}
