"""转来的请求: wishes for more time and words that were handed to the office, with how each is granted or answered."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from handlers.context import Context
from handlers.wording import clip, clock
from store.records import OutboxRow

LOOK_BACK: Final = timedelta(days=30)
_KINDS: Final = ("extension:", "forward:")
_HEADS: Final = ("【延期申请】", "【转来的话】")
EXTENSIONS: Final = "延期申请"


def passed_on(word: str, context: Context) -> list[str]:
    """“延期申请 12月10日10:02 市质监局 胡杰：…”, newest last; with a word only those of that kind."""
    rows = context.uow.outbox.of_campaign(context.speaker.campaign.id, context.now - LOOK_BACK)
    found = {
        row.key.rpartition(":")[0]: row
        for row in rows
        if row.key.startswith(_KINDS) and row.text.startswith(_HEADS)
    }
    own = [row for row in found.values() if word in row.text.split("】")[0]]
    return [_line(row, context) for row in sorted(own, key=lambda row: row.id)]


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish for more time: whose, in which words, about which item as it is named, and whether it was given since."""

    unit: str
    name: str
    said: str
    about: str
    given: bool


_ASKED: Final = re.compile(
    r"【延期申请】(?P<unit>\S+) (?P<name>[^：]{1,10})：(?P<said>[^\n]*)(?:\n同意请回“(?P<order>.*?) 延到)?"
)


def wishes(context: Context) -> list[Wish]:
    """The wishes of the last thirty days, newest last."""
    rows = context.uow.outbox.of_campaign(context.speaker.campaign.id, context.now - LOOK_BACK)
    told = {row.key.rpartition(":")[0]: row for row in rows if row.text.startswith("【延期申请】")}
    found = [(row, _ASKED.match(row.text)) for row in sorted(told.values(), key=lambda row: row.id)]
    return [
        Wish(
            said["unit"],
            said["name"],
            said["said"],
            (said["order"] or "").removeprefix(said["unit"]).strip(),
            bool(_given_since(row, f"{said['unit']} ", context)),
        )
        for row, said in found
        if said is not None
    ]


def _line(row: OutboxRow, context: Context) -> str:
    head, _, how = row.text.partition("\n")
    kind, _, said = head.removeprefix("【").partition("】")
    given = _given_since(row, said, context) if kind == EXTENSIONS else ""
    return f"{kind} {clock(row.created_at)} {clip(said, 70)}。{given or how}"


def _given_since(row: OutboxRow, said: str, context: Context) -> str:
    """That more time was given to the unit after it had asked; "" where it was not."""
    later = [
        one
        for one in context.arranged.rows
        if one.kind == "extension"
        and one.at >= row.created_at
        and one.value
        and said.startswith(f"{one.unit} ")
    ]
    return f"（{clock(later[-1].at)}已给{later[-1].unit}延过）" if later else ""
