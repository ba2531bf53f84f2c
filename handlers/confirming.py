"""确认: an act is said back with what it would do, and done only after 是."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handlers import amending, dialogs
from handlers.access import Act, may, who_may
from handlers.context import Context
from handlers.messages import Reply
from handlers.wording import clip

_PLACES = 99
"""A bare number answers nothing here, and is no report either."""
State = Mapping[str, Any]
Answer = Callable[[State, str, Context], Reply | None]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What 是 does; who lost the right to it since the question is told so.

    `again` asks anew for a message whose people (`people` in the state, ids) were amended; `redraft` is the
    answer to words that change what is asked.
    """

    act: Act
    run: Callable[[State, Context], Reply]
    again: amending.Again | None = None
    redraft: Answer | None = None

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
        return self.run(state, context)


def ask(context: Context, kind: str, state: State, lines: list[str]) -> Reply:
    """Keep the act open and say it back."""
    dialogs.ask(context, kind, state, again=clip(lines[0].rstrip("：:"), 60))
    return Reply("\n".join([*lines, "回“是”办理，回“取消”不办。"]))
