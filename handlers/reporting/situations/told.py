"""说了情况: what somebody tells of his lines, each with one question that prints all it would store."""

from collections.abc import Sequence
from dataclasses import replace

from handlers import dialogs
from handlers.board import Board, board_of
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.evidence import announced, asking_place, receiving
from handlers.messages import Reply
from handlers.reading import Task
from handlers.reporting import questions, report, words_kept
from handlers.reporting.about.meant import names_others, recent, said_before
from handlers.reporting.about.question import Question
from handlers.reporting.situations import levels, signs
from handlers.reporting.situations.ordinary import Ordinary
from handlers.reporting.situations.parts import Part, parts_of
from handlers.reporting.situations.rows import Rows
from handlers.reporting.situations.themes import Themes, themes_of


def papers(text: str, context: Context) -> Reply | None:
    """What is told beside the number of a document; None for any other text."""
    return told(text, context) if signs.has_number(text) and not KNOWN.knows(text) else None


def told(text: str, context: Context) -> Reply | None:
    """The question, or the receipt, for each line that the text tells of; None where it tells of none."""
    if context.speaker.role != "contact" or not signs.may_tell(text) or _is_filed(text, context):
        return None
    board = board_of(context, text)
    tasks = board.tasks()
    numbered = signs.has_number(text)
    if not any(map(levels.is_told, tasks)) and not numbered:
        return None
    parts = _placed(parts_of(text, tasks, themes_of(tasks)), text, board, context)
    if not parts or (numbered and not all(part.places for part in parts)):
        return None
    state = dialogs.open_question(context.speaker.account, context.now)
    state = state if state is not None and state["kind"] == questions.QUESTION else None
    ordinary = Ordinary(text, board, context)
    if not numbered and not ordinary.leaves_more(parts):
        return None
    found = Rows(ordinary, board, context, words_kept.words_in(state)).of(parts)
    return report.answered(context, board, found) if found and not ordinary.suffices_beside(found) else None


def _is_filed(text: str, context: Context) -> bool:
    """Whether it is about evidence that waits for its place, or names that place as the command does."""
    asked = dialogs.open_question(context.speaker.account, context.now)
    waits = asked is not None and asked["kind"] in (asking_place.QUESTION, announced.BEFORE)
    pattern = receiving.COMMAND.pattern
    return waits or (pattern is not None and pattern.fullmatch(text) is not None)


def _placed(parts: Sequence[Part], text: str, board: Board, context: Context) -> list[Part]:
    """The parts, those that name no line put to the line spoken of last, or to the only one."""
    tasks = board.tasks()
    themes = themes_of(tasks)
    parts = [part if part.certain else replace(part, places=_told_of(part, tasks, themes)) for part in parts]
    if all(len(part.places) == 1 for part in parts):
        return parts
    place = _spoken_of(text, board, context)
    if place is None and not all(part.places for part in parts) and not _says_much(text):
        return []
    return [replace(part, places=_rather(part.places, place)) for part in parts]


def _says_much(text: str) -> bool:
    return signs.has_number(text) or signs.tells_deed(text)


def _told_of(part: Part, tasks: Sequence[Task], themes: Themes) -> tuple[int, ...]:
    """Of several places those that are told of in words, and those of figures that the words mean as much."""
    told = [at for at in part.places if levels.is_told(tasks[at])]
    if len(part.places) < len("两项") or not told:
        return part.places
    weights = themes.likeness(part.words)
    least = max(weights.get(at, 0.0) for at in told)
    return tuple(at for at in part.places if at in told or weights.get(at, 0.0) >= least)


def _rather(places: tuple[int, ...], spoken_of: int | None) -> tuple[int, ...]:
    """The line that was spoken of last, where the words name none or leave it open."""
    if spoken_of is None or (len(places) == 1) or (places and spoken_of not in places):
        return places
    return (spoken_of,)


def _spoken_of(text: str, board: Board, context: Context) -> int | None:
    """The line that the bot asked for, that was looked at or reported last, or that is the only one."""
    tasks = board.tasks()
    codes = [task.criterion.code for task in tasks]
    pending = questions.pending(context, board)
    if pending is not None:
        return codes.index(pending.criterion.code)
    if len(tasks) == 1:
        return 0
    if names_others(text, context) or said_before(context) is None:
        return None
    leaves = [leaf.code for leaf in recent(Question(text, context)) if leaf.code in codes]
    return codes.index(leaves[0]) if len(leaves) == 1 else None
