"""谁报齐了, 退回没改的有哪些: the units that stand alike, listed."""

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.groups import ASKED, Group, group_in
from handlers.wording import clip

_ONE_A_LINE = 5
"""More than so many stand in one line, so that the answer stays on a telephone's screen."""
_MOST = 30


def listed(text: str, context: Context) -> Reply | None:
    """The units that stand as the words say; None for other words."""
    found = ASKED.fullmatch(text.strip())
    core = found["core"] or found["also"] or found["shown"] if found is not None else ""
    group = group_in(core, context) if core else None
    return told(group) if group is not None else None


def told(group: Group) -> Reply:
    """Who they are, and what may be done about it."""
    if not group.rows:
        return Reply(f"现在没有{group.called}单位。{group.beside}总数回“报了多少了”，名单回“没报”。")
    rows = [f"{unit} {clip(detail, 60)}".strip() for unit, detail in group.rows.items()]
    head = f"{group.called}{len(rows)}家："
    lines = [head, *rows] if len(rows) <= _ONE_A_LINE else [f"{head}{'、'.join(rows[:_MOST])}。"]
    verb = "催一下" if group.owing or "请" in group.asks else "道个谢"
    lines.append(f"{group.beside}要发回“给{group.called}{verb}”，先给您看。")
    return Reply("\n".join(lines))


COMMANDS = (Command(Act.MISSING, "哪些单位报齐了", words(""), listed, ASKED, shy=True),)
