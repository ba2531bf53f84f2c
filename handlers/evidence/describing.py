"""What is known of a piece of evidence besides its bytes: filled in from its name and words, as far as they tell."""

from datetime import date, datetime

from handlers.evidence.dating import day_of
from handlers.evidence.kinds import kind_of
from handlers.evidence.naming import document_number, title_in, title_of_file
from handlers.wording import local
from scoring.materials import Materials
from store.records import Evidence
from store.unit_of_work import UnitOfWork

NOTHING_KNOWN = Materials()


def describe(uow: UnitOfWork, row: Evidence, materials: Materials, now: datetime) -> None:
    """Fill in what is still empty; what somebody has said stays."""
    campaign = uow.campaigns.get(row.campaign_id)
    if campaign is None:
        return
    words = f"{row.original_name} {row.text} {row.caption}"
    title = title_in(f"{row.text} {row.caption}") or (
        title_of_file(row.original_name) if row.kind == "file" else ""
    )
    days = (row.original_name, row.text, row.caption)
    uow.evidence.describe(
        row.id,
        document_number=row.document_number or document_number(words),
        title=row.title or title,
        dated=row.dated or day_of(days, date(campaign.year, 1, 1), local(now).date()),
        category=row.category or kind_of(materials, row.kind, words),
    )
