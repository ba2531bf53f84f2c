"""What the repositories give back: frozen values, times in aware UTC, JSON as plain dicts.

The order of the fields is the order of the columns that a repository selects.
"""

from store.records.arrangements import Arrangement, ArrangementKind, Matter, MatterKind
from store.records.audit import AuditRow
from store.records.delivery import Lease, Notice, OutboxRow, OutboxState, Waiting
from store.records.evidence import (
    Completeness,
    CompletenessLevel,
    Evidence,
    EvidenceKind,
    EvidenceState,
    EvidenceWay,
    LinkPass,
    ReceivedFile,
    Upload,
    UploadPass,
    UploadState,
)
from store.records.messages import InboxEntry, InboxRow, Misunderstood
from store.records.people import Account, Campaign, Contact, Rhythm, Role, Subscription
from store.records.reports import Act, Decision, Review, Submission

__all__ = [
    "Account",
    "Act",
    "Arrangement",
    "ArrangementKind",
    "AuditRow",
    "Campaign",
    "Completeness",
    "CompletenessLevel",
    "Contact",
    "Decision",
    "Evidence",
    "EvidenceKind",
    "EvidenceState",
    "EvidenceWay",
    "InboxEntry",
    "InboxRow",
    "Lease",
    "LinkPass",
    "Matter",
    "MatterKind",
    "Misunderstood",
    "Notice",
    "OutboxRow",
    "OutboxState",
    "ReceivedFile",
    "Review",
    "Rhythm",
    "Role",
    "Submission",
    "Subscription",
    "Upload",
    "UploadPass",
    "UploadState",
    "Waiting",
]
