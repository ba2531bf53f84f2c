"""11 服务业标准2个，名牌3家: what stands behind the number of one line is certain of no other."""

from handlers.reading.certainty import questions
from handlers.reading.clauses import Clause
from handlers.reading.naming.locating import Locator
from handlers.reading.tasks import RowReading
from handlers.reading.telling.hearing import LEAD
from handlers.reading.tokens.asides import bare
from handlers.wording import leaf_name


def below_number(text: str, row: RowReading, locator: Locator) -> RowReading:
    """The row; one of another line than that of points whose number the message begins with is asked about.

    It stays certain where it has a number of its own, or names its line in full.
    """
    lead = LEAD.match(text)
    if lead is None or "\n" in text or row.outcome != "certain" or row.task is None or LEAD.match(row.piece):
        return row
    code = lead["code"] or lead["number"]
    places = locator.locate(Clause(0, code=code)).places if code else ()
    headed = [locator.tasks[place] for place in places]
    if len(headed) != 1 or headed[0] == row.task:
        return row
    if not any(item.type == "bool" for item in headed[0].inputs):
        return row
    named = bare(leaf_name(row.task.criterion)) in bare(row.piece)
    return row if named else questions.doubted(row)
