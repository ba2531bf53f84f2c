"""上报文本的理解: what a contact types becomes certain values, a question or a refusal; never a guess."""

from handlers.reading.certainty.verdicts import Certain, Doubtful, Impossible, Verdict
from handlers.reading.naming.book import Match, match_criterion
from handlers.reading.numbers import Quantity, read_number
from handlers.reading.plain import is_plain
from handlers.reading.report import read_report
from handlers.reading.tasks import MOST_CHOICES, Answer, Outcome, ReportItem, RowReading, Task
from handlers.reading.tokens.ordinals import read_ordinals
from handlers.reading.tokens.states import State, read_state, read_yes_no
from handlers.reading.values import read_value

__all__ = [
    "MOST_CHOICES",
    "Answer",
    "Certain",
    "Doubtful",
    "Impossible",
    "Match",
    "Outcome",
    "Quantity",
    "ReportItem",
    "RowReading",
    "State",
    "Task",
    "Verdict",
    "is_plain",
    "match_criterion",
    "read_number",
    "read_ordinals",
    "read_report",
    "read_state",
    "read_value",
    "read_yes_no",
]
