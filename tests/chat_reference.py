"""Everything that can be said, as a table: `make docs` writes it to docs/chat.md."""

import sys

from handlers.access import MAY, Act, who_may
from handlers.commands import COMMANDS

HEAD = """# 聊天里能说的

由 `make docs` 从 `handlers/commands.py` 写成，不要手改。每一句只是一个例子：换个编号、单位、口语说法都认；
报数不用命令，见 [commands.md](commands.md)。

| 例如 | 谁能用 | 用来 |
|---|---|---|
"""


def chat_reference() -> str:
    """The page, in the order in which a message is held against the commands."""
    rows = (f"| `{command.usage}` | {_who(command.act)} | {command.act.value} |\n" for command in COMMANDS)
    return HEAD + "".join(dict.fromkeys(rows))


def _who(act: Act) -> str:
    return "所有人" if len(MAY[act]) == len(MAY[Act.HELP]) else who_may(act)


if __name__ == "__main__":
    sys.stdout.write(chat_reference())
