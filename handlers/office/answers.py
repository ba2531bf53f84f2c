"""What may be said to each kind of question that the office is asked."""

from handlers.confirming import Answer
from handlers.office import (
    archiving,
    bindings,
    broadcasting,
    entering,
    erasing,
    extending,
    group_posting,
    handing_over,
    moving,
    opening,
    paper_days,
    pasting,
    publishing,
    resending,
    roster_changes,
    roster_details,
    veto_facts,
    which_deadline,
)
from handlers.office.errands import handed, passing_on, several_goals

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
)
ANSWERS: dict[str, Answer] = {
    **moving.ANSWERS,
    **entering.ANSWERS,
    **opening.ANSWERS,
    **pasting.ANSWERS,
    **which_deadline.ANSWERS,
    **extending.ANSWERS,
    **passing_on.ANSWERS,
    **{kind: asked.answer for subject in _CONFIRMED for kind, asked in subject.CONFIRMATIONS.items()},
}
