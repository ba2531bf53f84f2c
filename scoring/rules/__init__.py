"""The rule kinds (评分方式), one module each, listed here; a rubric names them in its `rule`.

Each kind is a frozen dataclass with `names` and `conditions` (the inputs and conditions it reads), `most`
(its greatest points, None where it gives none or leaves them to the mark), `most_bonus`, `score(values,
context) -> Outcome` and `steps(values, context)`, the same arithmetic in Chinese, built only when asked for.
"""

from scoring.rules.assessed import Assessed
from scoring.rules.bands import Bands
from scoring.rules.checklist import Checklist
from scoring.rules.deduct import Deduct
from scoring.rules.equal_split import EqualSplit
from scoring.rules.incident import Incident
from scoring.rules.levels import Levels
from scoring.rules.proportional import Proportional
from scoring.rules.reference import Reference
from scoring.rules.shortfall import ShortfallBands
from scoring.rules.states import States
from scoring.rules.tally import Tally
from scoring.rules.target import Target
from scoring.rules.unpriced import Unpriced
from scoring.rules.veto import VetoStatus

AnyRule = (
    Assessed
    | Bands
    | Checklist
    | Deduct
    | EqualSplit
    | Incident
    | Levels
    | Proportional
    | Reference
    | ShortfallBands
    | States
    | Tally
    | Target
    | Unpriced
    | VetoStatus
)

__all__ = [
    "AnyRule",
    "Assessed",
    "Bands",
    "Checklist",
    "Deduct",
    "EqualSplit",
    "Incident",
    "Levels",
    "Proportional",
    "Reference",
    "ShortfallBands",
    "States",
    "Tally",
    "Target",
    "Unpriced",
    "VetoStatus",
]
