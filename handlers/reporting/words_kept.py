"""原话等着: what was told of a line waits with the question about it, and is kept with whatever answer comes."""

from handlers import dialogs
from handlers.context import Context
from handlers.reporting.batches import State
from handlers.reporting.questions import QUESTION, codes_of


def words_in(state: State | None) -> dict[str, str]:
    """The words that wait to be kept until the question is answered, by the code of their line."""
    known = {}
    for one in with_words(state):
        for choice in (kept for each in one["choices"] for kept in (each, *each.get("more", ()))):
            known[choice["code"]] = choice.get("words", "")
    return known if state is not None and len(codes_of(state)) == 1 else {}


def words_waiting(context: Context) -> dict[str, str]:
    """The same of the question that is open to the speaker, where it asks for a value besides."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != QUESTION or not all(one["inputs"] for one in state["choices"]):
        return {}
    return words_in(state)


def with_words(state: State | None) -> list[State]:
    """The open question and those behind it that would keep words."""
    waiting = [] if state is None else [state, *state.get("later", [])]
    return [one for one in waiting if any(choice.get("words") for choice in one["choices"])]
