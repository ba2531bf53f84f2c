"""All lines that are typed besides the contract's, by role."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.otherwise import LEADERS_OTHERWISE, OFFICE_OTHERWISE, REVIEWERS_OTHERWISE, TALK
from tests.scenarios.lines.typed_again import TYPED_AGAIN
from tests.scenarios.lines.typed_answers import ANSWERS_TYPED
from tests.scenarios.lines.typed_asked import ASKED_TYPED
from tests.scenarios.lines.typed_beside import BESIDE_TYPED
from tests.scenarios.lines.typed_changes import CHANGES_TYPED
from tests.scenarios.lines.typed_checklists import CHECKLISTS_TOLD
from tests.scenarios.lines.typed_clauses import CLAUSES_TYPED
from tests.scenarios.lines.typed_clerk import CLERK_TYPED
from tests.scenarios.lines.typed_clerks_words import CLERKS_WORDS_TYPED
from tests.scenarios.lines.typed_conditions import CONDITIONS_TYPED
from tests.scenarios.lines.typed_contacts import CONTACTS_TYPED
from tests.scenarios.lines.typed_decisions import (
    ASKED_TOGETHER,
    DECIDED_IN_WORDS,
    DECISIONS_TYPED,
    INQUIRIES_TYPED,
    LEADERS_ON_FIGURES,
    SUPERVISORS_TYPED,
)
from tests.scenarios.lines.typed_denied import DENIED_TYPED
from tests.scenarios.lines.typed_desk import DESK_TYPED, MEANT_AT_DESK
from tests.scenarios.lines.typed_documented import (
    DOCUMENTED_CONTACTS,
    DOCUMENTED_LEADERS,
    DOCUMENTED_OFFICE,
    DOCUMENTED_REVIEWERS,
)
from tests.scenarios.lines.typed_drafts import DRAFTS_TYPED
from tests.scenarios.lines.typed_enquiries import ENQUIRIES_TYPED
from tests.scenarios.lines.typed_errands import ERRANDS_TYPED
from tests.scenarios.lines.typed_evidence import EVIDENCE_TYPED
from tests.scenarios.lines.typed_grounds import GROUNDS_TYPED
from tests.scenarios.lines.typed_guarded import GUARDED_TYPED
from tests.scenarios.lines.typed_half_answers import HALF_ANSWERS_TYPED
from tests.scenarios.lines.typed_hours import HOURS_TYPED
from tests.scenarios.lines.typed_in_charge import LEADERS_IN_CHARGE, REVIEWERS_IN_CHARGE
from tests.scenarios.lines.typed_inquired import INQUIRED_TYPED
from tests.scenarios.lines.typed_judged import JUDGED_TYPED
from tests.scenarios.lines.typed_kinds import KINDS_TYPED
from tests.scenarios.lines.typed_leaders import LEADERS_TYPED
from tests.scenarios.lines.typed_leading import LEADING_TYPED
from tests.scenarios.lines.typed_led import LED_TYPED
from tests.scenarios.lines.typed_looked_up import LOOKED_UP_TYPED
from tests.scenarios.lines.typed_mending import MENDING_TYPED
from tests.scenarios.lines.typed_mixed import MIXED_TYPED
from tests.scenarios.lines.typed_office import OFFICE_TYPED
from tests.scenarios.lines.typed_orders import ORDERS_TYPED
from tests.scenarios.lines.typed_others import OTHERS_TYPED
from tests.scenarios.lines.typed_parts import PARTS_TYPED
from tests.scenarios.lines.typed_passed_on import PASSED_ON
from tests.scenarios.lines.typed_plainer import PLAINER_TYPED
from tests.scenarios.lines.typed_plainly import PLAINLY_TYPED
from tests.scenarios.lines.typed_points import POINTS_OF_CONTACTS
from tests.scenarios.lines.typed_put_otherwise import PUT_OTHERWISE
from tests.scenarios.lines.typed_questions import QUESTIONS_TYPED
from tests.scenarios.lines.typed_reached import REACHED_TYPED
from tests.scenarios.lines.typed_reassigned import REASSIGNED_TYPED
from tests.scenarios.lines.typed_reporting import REPORTING_TYPED
from tests.scenarios.lines.typed_reports import REPORTS_TYPED
from tests.scenarios.lines.typed_reviewed import RATHER_TYPED, REVIEWED_TYPED
from tests.scenarios.lines.typed_reviewers import REVIEWERS_TYPED
from tests.scenarios.lines.typed_reviewing import (
    ARRIVALS_TYPED,
    CHECKED_TYPED,
    POINTS_TYPED,
    SO_MANY_TYPED,
    WANTED_TYPED,
)
from tests.scenarios.lines.typed_rights import RIGHTS_TYPED
from tests.scenarios.lines.typed_routine import ROUTINE_TYPED
from tests.scenarios.lines.typed_rules import RULES_TYPED
from tests.scenarios.lines.typed_rulings import (
    REVIEWERS_ASK,
    REVIEWERS_AWAY,
    REVIEWERS_MARK,
    REVIEWERS_UNDO,
    RULINGS_TYPED,
)
from tests.scenarios.lines.typed_running import RUNNING_TYPED
from tests.scenarios.lines.typed_said_on import LEADERS_SAY_ON
from tests.scenarios.lines.typed_sent_back import SENT_BACK_TYPED
from tests.scenarios.lines.typed_settings import SETTINGS_TYPED
from tests.scenarios.lines.typed_shapes import SHAPES_TYPED
from tests.scenarios.lines.typed_spoken_of import SPOKEN_OF_TYPED
from tests.scenarios.lines.typed_states import STATES_TYPED
from tests.scenarios.lines.typed_supposed import SUPPOSED_TYPED
from tests.scenarios.lines.typed_surveyed import SURVEYED_TYPED
from tests.scenarios.lines.typed_taken_back import EVENTS_ASKED, TAKEN_BACK_TYPED
from tests.scenarios.lines.typed_taken_for import TAKEN_FOR_TYPED
from tests.scenarios.lines.typed_threads import THREADS_TYPED
from tests.scenarios.lines.typed_together import TOGETHER_TYPED
from tests.scenarios.lines.typed_told import FIGURES_TOLD, TOLD_TYPED
from tests.scenarios.lines.typed_unforeseen import UNFORESEEN_TYPED
from tests.scenarios.lines.typed_wants import WANTS_TYPED
from tests.scenarios.lines.typed_whole import WHOLE_TYPED
from tests.scenarios.lines.typed_withheld import WITHHELD_TYPED
from tests.scenarios.lines.typed_wondering import WONDERING_TYPED
from tests.scenarios.lines.typed_worded import WORDED_TYPED
from tests.scenarios.lines.typed_year import YEAR_TYPED
from tests.scenarios.lines.typed_yes_and_no import YES_AND_NO_TYPED

TYPED: Final[Mapping[str, Mapping[str, Case]]] = {
    "contact": CONTACTS_TYPED,
    "contact, by kind": KINDS_TYPED,
    "contact, yes and no": YES_AND_NO_TYPED,
    "reached": REACHED_TYPED,
    "leader, in any order": LED_TYPED,
    "leader, asking on": LEADING_TYPED,
    "contact, worded": WORDED_TYPED,
    "contact, plainly": PLAINLY_TYPED,
    "contact, of points": POINTS_OF_CONTACTS,
    "contact, of checklists": CHECKLISTS_TOLD,
    "reviewer": {
        **REVIEWERS_TYPED,
        **REVIEWERS_OTHERWISE,
        **RULINGS_TYPED,
        **REVIEWERS_ASK,
        **REVIEWERS_MARK,
        **REVIEWERS_UNDO,
        **REVIEWERS_AWAY,
        **DECISIONS_TYPED,
        **INQUIRIES_TYPED,
        **DECIDED_IN_WORDS,
        **WONDERING_TYPED,
        **ARRIVALS_TYPED,
        **REVIEWERS_IN_CHARGE,
        **SO_MANY_TYPED,
        **POINTS_TYPED,
        **WANTED_TYPED,
        **CHECKED_TYPED,
        **REVIEWED_TYPED,
        **RATHER_TYPED,
        **WANTS_TYPED,
        **TAKEN_BACK_TYPED,
        **LOOKED_UP_TYPED,
    },
    "leader": {
        **LEADERS_TYPED,
        **LEADERS_OTHERWISE,
        **LEADERS_ON_FIGURES,
        **ASKED_TOGETHER,
        **SUPPOSED_TYPED,
        **LEADERS_IN_CHARGE,
        **LEADERS_SAY_ON,
        **EVENTS_ASKED,
    },
    "admin": {
        **OFFICE_TYPED,
        **OFFICE_OTHERWISE,
        **ERRANDS_TYPED,
        **ORDERS_TYPED,
        **DESK_TYPED,
        **DRAFTS_TYPED,
        **PUT_OTHERWISE,
        **HOURS_TYPED,
        **CHANGES_TYPED,
        **YEAR_TYPED,
        **RUNNING_TYPED,
        **CONDITIONS_TYPED,
        **REASSIGNED_TYPED,
        **SETTINGS_TYPED,
        **CLERK_TYPED,
        **CLERKS_WORDS_TYPED,
    },
    "contact, documented": DOCUMENTED_CONTACTS,
    "leader, documented": DOCUMENTED_LEADERS,
    "admin, documented": DOCUMENTED_OFFICE,
    "reviewer, documented": DOCUMENTED_REVIEWERS,
    "passed on": PASSED_ON,
    "rights": RIGHTS_TYPED,
    "others": {**OTHERS_TYPED, **TALK, **SUPERVISORS_TYPED},
    "report": {**REPORTS_TYPED, **CLAUSES_TYPED, **SHAPES_TYPED, **REPORTING_TYPED},
    "desk": MEANT_AT_DESK,
    "grounds": GROUNDS_TYPED,
    "guarded": GUARDED_TYPED,
    "denied": DENIED_TYPED,
    "together": TOGETHER_TYPED,
    "unforeseen": UNFORESEEN_TYPED,
    "threads": THREADS_TYPED,
    "spoken of": SPOKEN_OF_TYPED,
    "state": {**STATES_TYPED, **TOLD_TYPED, **FIGURES_TOLD},
    "beside": BESIDE_TYPED,
    "half_answers": HALF_ANSWERS_TYPED,
    "withheld": WITHHELD_TYPED,
    "evidence": EVIDENCE_TYPED,
    "sent back": SENT_BACK_TYPED,
    "judged": JUDGED_TYPED,
    "inquired": INQUIRED_TYPED,
    "mending": MENDING_TYPED,
    "parts": PARTS_TYPED,
    "plainer": PLAINER_TYPED,
    "answer": ANSWERS_TYPED,
    "taken for": TAKEN_FOR_TYPED,
    "question": {**QUESTIONS_TYPED, **ASKED_TYPED, **RULES_TYPED, **ENQUIRIES_TYPED, **WHOLE_TYPED},
    "routine": ROUTINE_TYPED,
    "surveyed": SURVEYED_TYPED,
    "mixed": {**MIXED_TYPED, **TYPED_AGAIN},
}
