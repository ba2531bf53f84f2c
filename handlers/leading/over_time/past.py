"""过去: how the campaign stood at an earlier time, read from the histories that are only ever added to."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from handlers.campaign.standing import Standing
from handlers.review.decisions import LeafKey, LeafRecord, effective
from store.records import Review, Submission
from store.unit_of_work import UnitOfWork


class History:
    """Everything that was reported and decided in one campaign, read once."""

    def __init__(self, uow: UnitOfWork, standing: Standing) -> None:
        self._now = standing
        self._submissions = uow.submissions.all(standing.campaign.id)
        self._reviews = uow.reviews.of_campaign(standing.campaign.id)

    @property
    def first(self) -> datetime | None:
        """When the first thing was reported."""
        return self._submissions[0].at if self._submissions else None

    def at(self, moment: datetime) -> Standing:
        """The campaign as it stood then, on the sheets that run now and today's targets."""
        last: dict[LeafKey, Submission] = {}
        for row in self._submissions:
            if row.at <= moment:
                last[row.code, row.subject] = row
        decided: dict[LeafKey, list[Review]] = defaultdict(list)
        for review in self._reviews:
            if review.at <= moment:
                decided[review.code, review.subject].append(review)
        records = {
            key: LeafRecord(last.get(key), effective(decided.get(key, ())), now.targets)
            for key, now in self._now.records.items()
        }
        return replace(self._now, records=records)
