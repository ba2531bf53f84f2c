"""问的是哪一面: what a question may ask for, in the order in which its words are held against each."""

from typing import Final

from handlers.reporting.about import figures as of_figures
from handlers.reporting.about import judging, reaching, standing, unsaid
from handlers.reporting.about import people as of_people
from handlers.reporting.about import timing as of_timing
from handlers.reporting.about.facet import OfLeaf
from handlers.reporting.about.words import figures, items, materials, people, points, timing

TRIAL: Final = points.TRIAL
BY_DEFAULT: Final = points.BY_DEFAULT
FACETS: Final = (
    people.COMPARING,
    people.SEEN,
    figures.OUT,
    items.REST,
    items.PICKED,
    figures.TARGET_CHANGES,
    figures.TARGET_SET,
    timing.NOT_NOW,
    timing.AFTERWARDS,
    points.RECKONED,
    points.PROVISIONAL,
    items.MISSED,
    items.LACKED,
    points.GAP,
    points.REACHED,
    points.ENOUGH,
    points.OVER,
    figures.COUNTING,
    items.EACH,
    figures.SELF_POINTS,
    items.LINES,
    items.CONTENT,
    timing.AT_ONCE,
    materials.LACKING,
    items.FINISHED,
    items.COUNTED,
    items.RETURNED,
    items.REVIEWED,
    points.WEIGHTIEST,
    timing.URGENT,
    timing.LATER,
    figures.LAST_YEAR,
    materials.RECEIVED,
    materials.FORM,
    materials.NEEDED,
    materials.WHERE,
    figures.EITHER,
    points.WHY,
    points.LOSSES,
    points.MOST,
    figures.REFERENCE,
    points.FULL,
    people.WHEN_REVIEWED,
    people.ASSESSOR,
    figures.WHOSE_VALUE,
    people.WHETHER_OWN,
    people.DELEGATED,
    people.REPORTERS,
    figures.TARGET,
    figures.UNIT,
    figures.DECIMALS,
    figures.HOW_TO_REPORT,
    timing.PARTLY,
    points.CLAUSE,
    points.ALL_MARKS,
    points.MARKS,
    points.WORTH,
    items.BELONGING,
    items.OWED,
    items.DONE,
    items.HISTORY,
    timing.CHANGE,
    timing.DUE,
    items.STATE,
    figures.DEFINED,
    figures.MEANING,
    points.SCORE,
    items.WORD,
    items.TASKS,
)

DOUBTING: Final = frozenset[OfLeaf](
    {
        judging.trial,
        judging.clause,
        reaching.full,
        judging.marks,
        judging.worth,
        judging.why,
        standing.state,
        of_timing.change,
        of_figures.last_year,
        of_figures.reference,
        of_figures.whose_value,
        of_figures.unit,
        of_figures.decimals,
        of_figures.how,
        unsaid.unsaid,
        of_people.reporters,
    }
)
"""Who asks so is not certain yet of what he says beside it."""
