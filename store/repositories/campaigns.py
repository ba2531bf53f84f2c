"""考核任务: the rubrics that were put to work."""

from datetime import datetime
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import bindparam, insert, select, update

from store.records import Campaign
from store.repository import Repository, columns
from store.tables import CAMPAIGN
from store.types import JsonObject


class NewCampaign(TypedDict):
    """`name` is unique; `subjects` are in the order in which they are shown."""

    name: str
    rubric: str
    rubric_version: str
    year: int
    subjects: tuple[str, ...]
    deadline: NotRequired[datetime | None]
    overlay: NotRequired[JsonObject | None]
    opened_at: datetime


_FIELDS = columns(CAMPAIGN, Campaign)
_OPEN = insert(CAMPAIGN).returning(*_FIELDS)
_SELECT = select(*_FIELDS)
_GET = _SELECT.where(CAMPAIGN.c.id == bindparam("campaign_id"))
_BY_NAME = _SELECT.where(CAMPAIGN.c.name == bindparam("name"))
_LIST = _SELECT.order_by(CAMPAIGN.c.id)
_THIS = update(CAMPAIGN).where(CAMPAIGN.c.id == bindparam("campaign_id"))
_SET_STATE = _THIS.values(state=bindparam("new_state"))
_SET_VERSION = _THIS.values(rubric_version=bindparam("new_version"))
_SET_OVERLAY = _THIS.values(overlay=bindparam("new_overlay"))


class Campaigns(Repository):
    """The campaigns, open and closed."""

    def open(self, **campaign: Unpack[NewCampaign]) -> Campaign:
        """Open a campaign; raises BrokenRuleError where the name is taken."""
        row: dict[str, Any] = {"deadline": None, "overlay": None, **campaign, "state": "open"}
        (opened,) = self._rows(Campaign, _OPEN, row)
        return opened

    def get(self, campaign_id: int) -> Campaign | None:
        """Return the campaign with this id."""
        return self._row(Campaign, _GET, {"campaign_id": campaign_id})

    def by_name(self, name: str) -> Campaign | None:
        """Return the campaign with exactly this name."""
        return self._row(Campaign, _BY_NAME, {"name": name})

    def list(self) -> tuple[Campaign, ...]:
        """Return all campaigns, oldest first."""
        return self._rows(Campaign, _LIST)

    def close(self, campaign_id: int) -> None:
        """Close the campaign: what it holds stays readable."""
        self._run(_SET_STATE, {"campaign_id": campaign_id, "new_state": "closed"})

    def reopen(self, campaign_id: int) -> None:
        """Open a closed campaign again."""
        self._run(_SET_STATE, {"campaign_id": campaign_id, "new_state": "open"})

    def set_version(self, campaign_id: int, version: str) -> None:
        """Change the version of the rubric that the campaign is scored by."""
        self._run(_SET_VERSION, {"campaign_id": campaign_id, "new_version": version})

    def set_overlay(self, campaign_id: int, overlay: JsonObject | None) -> None:
        """Replace the office's overlay on the rubric."""
        self._run(_SET_OVERLAY, {"campaign_id": campaign_id, "new_overlay": overlay})
