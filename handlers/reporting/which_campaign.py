"""报给哪个考核: what somebody in several campaigns reports goes to the one that it is of, or it is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act, may
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.speaker import Speaker
from handlers.people.speaking import chosen_lately, talk_about
from handlers.pushing.cards import PRESSED
from handlers.reading import RowReading
from handlers.receipts import values_text
from handlers.reporting import report
from handlers.wording import clip, leaf_name
from store.records import Contact

QUESTION: Final = "which_campaign"
_SHOWN: Final = 3


def asked(text: str, context: Context) -> Reply | None:
    """Ask for which campaign the report is, where another one of the speaker's would take it; None where it is plain."""
    if chosen_lately(context) or context.incoming.event == PRESSED:
        return None  # A card's button speaks in the card's own campaign.
    others = [other for person in _elsewhere(context) if (other := _as(person, context)) is not None]
    takes = [(other, rows) for other in others if _certain(rows := report.read(text, other)[1])]
    if not takes:
        return None
    own = report.read(text, context)[1]
    here = [(context, own)] if any(row.item or row.choices for row in own) else []
    options = [*here, *takes]
    ids = [option.speaker.contact.id for option, _ in options]
    dialogs.ask(context, QUESTION, {"text": text, "contacts": ids}, again="刚才报的数是哪个考核的")
    lines = [
        f"{place} 《{clip(option.speaker.campaign.name, 30)}》{_said(rows)}"
        for place, (option, rows) in enumerate(options, start=1)
    ]
    return Reply("\n".join(["这是报给哪个考核的？还没有入库。", *lines, "回序号，或回“取消”。"]))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The number of the campaign: from now on the talk is about it, and the report goes there."""
    ids: Sequence[int] = state["contacts"]
    place = 0 if len(ids) == 1 and dialogs.yes_or_no(text) else dialogs.chosen(text, len(ids))
    if dialogs.yes_or_no(text) is False:
        dialogs.close(context)
        return Reply("好的，没有入库。")
    if place is None:
        return None
    dialogs.close(context)
    people = (context.speaker.contact, *_elsewhere(context))
    meant = next((person for person in people if person.id == ids[place]), None)
    chosen = _as(meant, context) if meant is not None else None
    if chosen is None:
        return Reply("那个考核刚刚结束，没有入库。")
    talk_about(chosen)
    told = report.report(str(state["text"]), chosen)
    return Reply(f"《{clip(chosen.speaker.campaign.name, 30)}》\n{told.text}") if told is not None else None


def _elsewhere(context: Context) -> list[Contact]:
    """The same person on other rosters, where he reports too."""
    own = context.speaker.contact.id
    return [
        person
        for person in context.speaker.account.contacts
        if person.id != own and may(person.role, Act.REPORT)
    ]


def _as(person: Contact, context: Context) -> Context | None:
    """The message as that entry of a roster sends it; None where the campaign is over."""
    campaign = context.uow.campaigns.get(person.campaign_id)
    if campaign is None or campaign.state != "open":
        return None
    speaker = Speaker(replace(context.speaker.account, dialog=None), person, campaign)
    return replace(context, speaker=speaker)


def _certain(rows: Sequence[RowReading]) -> bool:
    return any(row.outcome == "certain" for row in rows)


def _said(rows: Sequence[RowReading]) -> str:
    items = [row.item for row in rows if row.item is not None]
    return "、".join(
        f"{leaf_name(item.criterion, 20)} {values_text(item.criterion, item.inputs)}"
        for item in items[:_SHOWN]
    )
