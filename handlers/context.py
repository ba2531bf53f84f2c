"""All that a handler may touch while it answers one message."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar, cast

from handlers.calendar.deadlines import Deadlines
from handlers.campaign.arrangements import Arranged, arranged_for
from handlers.campaign.library import Library
from handlers.links import LinkMaker
from handlers.messages import Incoming
from handlers.people.speaker import Seat, Speaker
from scoring.model import Criterion, Rubric
from store.unit_of_work import UnitOfWork

Found = TypeVar("Found")


@dataclass(frozen=True)
class Context:
    """One message of one bound person, inside one transaction."""

    incoming: Incoming
    uow: UnitOfWork
    now: datetime
    speaker: Speaker
    library: Library
    inbox_id: int | None = None
    links: LinkMaker | None = None
    """None where the bot has no public address to give."""
    retold: bool = False
    """Whether it is the message before that is read again, put right: what it says is put right no more."""

    @cached_property
    def rubric(self) -> Rubric:
        """The document that the speaker's campaign is about, with the campaign's overlay."""
        return self.library.rubric_of(self.uow, self.speaker.campaign)

    @cached_property
    def seat(self) -> Seat:
        """What the speaker stands for."""
        return Seat.of(self.speaker.contact, self.speaker.campaign, self.rubric)

    @cached_property
    def milestone(self) -> str | None:
        """The running milestone (考核节点) of the campaign."""
        return self.deadlines.running(self.now)

    @cached_property
    def running(self) -> tuple[Criterion, ...]:
        """The leaves of the running milestone, and those of none."""
        return tuple(leaf for leaf in self.rubric.criteria if leaf.milestone in (None, self.milestone))

    @cached_property
    def arranged(self) -> Arranged:
        """What the office has arranged for the campaign."""
        return arranged_for(self.uow, self.speaker.campaign.id)

    @cached_property
    def deadlines(self) -> Deadlines:
        """When the campaign's leaves are due."""
        return Deadlines(self.speaker.campaign, self.rubric, self.arranged)

    @cached_property
    def _said(self) -> dict[str, str]:
        return {}

    def reads(self, text: str, said: str) -> None:
        """Keep that `text` is what was made of the words `said` for the readers."""
        self._said[text.strip()] = said

    def as_said(self, text: str) -> str:
        """The speaker's own words of which the text was made; the text where they are the same."""
        return self._said.get(text.strip(), text.strip())

    @cached_property
    def _found(self) -> dict[Hashable, tuple[int, Any]]:
        return {}

    def once(self, what: Hashable, find: Callable[[], Found]) -> Found:
        """What `find` finds, found once for all readers of the message; again after anything was written."""
        writes = self.uow.writes
        known = self._found.get(what)
        if known is None or known[0] != writes:
            known = self._found[what] = (writes, find())
        return cast("Found", known[1])

    @property
    def actor(self) -> str:
        """How the audit trail names the speaker."""
        return f"contact:{self.speaker.contact.id}"
