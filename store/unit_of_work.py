"""One transaction as the rooms above see it: the repositories, and nothing of the database."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from store.connection import Connection
from store.errors import WithheldError
from store.repositories.accounts import Accounts
from store.repositories.arrangements import Arrangements
from store.repositories.audit import Audit
from store.repositories.campaigns import Campaigns
from store.repositories.code_tries import CodeTries
from store.repositories.completeness import CompletenessNotes
from store.repositories.editions import Editions
from store.repositories.evidence import EvidenceItems
from store.repositories.inbox import Inbox
from store.repositories.leases import Leases
from store.repositories.link_passes import LinkPasses
from store.repositories.matters import Matters
from store.repositories.misunderstood import MisunderstoodMessages
from store.repositories.notices import Notices
from store.repositories.outbox import Outbox
from store.repositories.reviews import Reviews
from store.repositories.roster import Roster
from store.repositories.submissions import Submissions
from store.repositories.subscriptions import Subscriptions
from store.repositories.upload_passes import UploadPasses
from store.repositories.uploads import Uploads


class UnitOfWork:
    """What a unit of work reads and writes; all of it is kept, or none."""

    def __init__(self, connection: Connection) -> None:
        self.inbox = Inbox(connection)
        self.accounts = Accounts(connection)
        self.code_tries = CodeTries(connection)
        self.campaigns = Campaigns(connection)
        self.editions = Editions(connection)
        self.roster = Roster(connection)
        self.arrangements = Arrangements(connection)
        self.subscriptions = Subscriptions(connection)
        self.notices = Notices(connection)
        self.submissions = Submissions(connection)
        self.reviews = Reviews(connection)
        self.evidence = EvidenceItems(connection)
        self.link_passes = LinkPasses(connection)
        self.upload_passes = UploadPasses(connection)
        self.uploads = Uploads(connection)
        self.completeness = CompletenessNotes(connection)
        self.matters = Matters(connection)
        self.misunderstood = MisunderstoodMessages(connection)
        self.outbox = Outbox(connection)
        self.leases = Leases(connection)
        self.audit = Audit(connection)
        self._connection = connection

    @property
    def writes(self) -> int:
        """How often anything was written: what was read stays as it is while this number does."""
        return self._connection.writes

    def withholds(self, what: str) -> bool:
        """Whether that is none of what alone may be written now."""
        return self._connection.open_to is not None and what not in self._connection.open_to

    @contextmanager
    def withholding(self, but: Collection[str] | None) -> Iterator[None]:
        """Let nothing be written but what is named (tables; None for all): a WithheldError, and no trace of an act."""
        before, acts = self._connection.open_to, self.audit.waiting
        self._connection.open_to = None if but is None else frozenset(but)
        try:
            yield
        except WithheldError:
            self.audit.forget(acts)
            raise
        finally:
            self._connection.open_to = before

    def finish(self) -> None:
        """Write what is written last; the store calls this when the work is done, before it commits."""
        self.audit.write()
        self._connection.check()
