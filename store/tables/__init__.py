"""The tables. Rows are read and written with Core statements in `store.repositories`, never as objects."""

from store.tables.arrangements import ARRANGEMENT, MATTER
from store.tables.audit import AUDIT, AUDIT_HEAD
from store.tables.delivery import LEASE, NOTICE, OUTBOX
from store.tables.evidence import COMPLETENESS, EVIDENCE, LINK_PASS, UPLOAD, UPLOAD_PASS
from store.tables.messages import INBOX, MISUNDERSTOOD
from store.tables.people import ACCOUNT, CAMPAIGN, CODE_TRY, CONTACT, SUBSCRIPTION
from store.tables.reports import EDITION, LATEST, REVIEW, SUBMISSION

__all__ = [
    "ACCOUNT",
    "ARRANGEMENT",
    "AUDIT",
    "AUDIT_HEAD",
    "CAMPAIGN",
    "CODE_TRY",
    "COMPLETENESS",
    "CONTACT",
    "EDITION",
    "EVIDENCE",
    "INBOX",
    "LATEST",
    "LEASE",
    "LINK_PASS",
    "MATTER",
    "MISUNDERSTOOD",
    "NOTICE",
    "OUTBOX",
    "REVIEW",
    "SUBMISSION",
    "SUBSCRIPTION",
    "UPLOAD",
    "UPLOAD_PASS",
]
