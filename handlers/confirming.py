"""确认: an act is said back with what it would do, and done only after 是."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handlers import amending, dialogs
from handlers.access import Act, may, who_may
from handlers.context import Context
from handlers.messages import Reply
from handlers.wording import clip

State = Mapping[str, Any]
Answer = Callable[[State, str, Context], Reply | None]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What 是 does; who lost the right to it since the question is told so.

    `again` asks anew for a message whose people (`people` in the state, ids) were amended.
    """

    act: Act
    run: Callable[[State, Context], Reply]
    again: amending.Again | None = None

    def answer(self, state: State, text: str, context: Context) -> Reply | None:
        """Do it after 是, drop it after 否, amend it; None where the text is something else."""
        said = dialogs.yes_or_no(text)
        if said is None:
            return amending.amended(state, text, context, self.again)
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
