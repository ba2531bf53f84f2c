"""确认: an act is said back with what it would do, and done only after 是."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act, may, who_may
from handlers.context import Context
from handlers.drafts import amending
from handlers.messages import Reply
from handlers.wording import clip, clock
from store.records import Arrangement, ArrangementKind

SHOWN: Final = "shown"
"""Where the state keeps the last that was arranged when its question was asked."""
_PLACES = 99
"""A bare number answers nothing here, and is no report either."""
State = Mapping[str, Any]
Answer = Callable[[State, str, Context], Reply | None]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What 是 does; who lost the right to it since the question is told so.

    `changes` are the arrangements that it replaces: where one of them was made since the question, nothing is done.
    `again` asks anew for a message whose people (`people` in the state, ids) were amended; `redraft` is the
    answer to words that change what is asked.
    """

    act: Act
    run: Callable[[State, Context], Reply]
    again: amending.Again | None = None
    redraft: Answer | None = None
    changes: frozenset[ArrangementKind] = frozenset()

    def answer(self, state: State, text: str, context: Context) -> Reply | None:
        """Do it after 是, drop it after 否, amend it; None where the text is something else."""
        said = dialogs.yes_or_no(text)
        if said is None and dialogs.chosen(text, _PLACES) is not None:
            return Reply(f"{state.get('again') or '还没有办'}：回“是”办理，回“取消”不办。")
        if said is None:
            changed = self.redraft(state, text, context) if self.redraft is not None else None
            return changed or amending.amended(state, text, context, self.again)
        dialogs.close(context)
        if not said:
            return Reply("好的，没有改动。")
        if not may(context.speaker.role, self.act):
            return Reply(f"您不能{self.act.value}，可以{self.act.value}的是：{who_may(self.act)}。没有改动。")
        other = made_since(state, self.changes, context)
        return self.run(state, context) if other is None else not_as_shown(other)


def ask(context: Context, kind: str, state: State, lines: list[str], again: str = "") -> Reply:
    """Keep the act open and say it back; `again` is what is asked in short, the first line by itself."""
    shown = {**state, SHOWN: last_arranged(context)}
    dialogs.ask(context, kind, shown, again=clip(again or lines[0].rstrip("：:"), 60))
    return Reply("\n".join([*lines, "回“是”办理，回“取消”不办。"]))


def last_arranged(context: Context) -> int:
    """The last that was arranged when the question is asked; 0 for nothing."""
    return max((row.id for row in context.arranged.rows), default=0)


def made_since(state: State, kinds: Collection[str], context: Context) -> Arrangement | None:
    """What was arranged of these kinds after the question was asked; what it said of them stands no more."""
    shown = state.get(SHOWN)
    rows = context.arranged.rows if shown is not None else ()
    return next((row for row in reversed(rows) if row.id > int(shown or 0) and row.kind in kinds), None)


def not_as_shown(row: Arrangement) -> Reply:
    """That it was not done, because somebody has arranged otherwise meanwhile."""
    who = f"{row.contact_name or '质强办'}刚刚（{clock(row.at)}）改过"
    return Reply(f"{who}，与给您看的不一样了，没有办理。请把原话再发一次，看过再定。")
