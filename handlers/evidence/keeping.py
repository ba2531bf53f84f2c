"""What is said of a file when its bytes have come, are not taken, or never will come."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Final

from handlers.evidence.captions import is_bare
from handlers.evidence.describing import NOTHING_KNOWN, describe
from handlers.evidence.kinds import KIND_NAMES
from handlers.evidence.repeats import own_repeats
from handlers.messages import Push
from handlers.pushing.pushes import push
from handlers.secrecy import note_file
from handlers.wording import clip, month_day
from scoring.materials import Materials
from store.records import Contact, Evidence, ReceivedFile
from store.unit_of_work import UnitOfWork

TURNED_OUT: Final = "它是图片，要有一句文字说明（时间、地点、内容）才算完整材料"


def keep(uow: UnitOfWork, evidence_id: int, received: ReceivedFile, now: datetime) -> None:
    """The bytes are safely stored; what is odd about them is told to the sender."""
    row = uow.evidence.get(evidence_id)
    if row is None or not uow.evidence.fetched(evidence_id, received, now):
        return
    kept = replace(row, **asdict(received))
    look_over(uow, kept, NOTHING_KNOWN, now, TURNED_OUT if is_bare(kept) and row.kind != "image" else "")


def look_over(
    uow: UnitOfWork, row: Evidence, materials: Materials, now: datetime, turned_out: str = ""
) -> None:
    """Fill in what name and words tell of a stored file, and tell its sender what is odd about it."""
    describe(uow, row, materials, now)
    noted = "；".join(filter(None, (row.remark, turned_out, own_repeats(uow, row))))
    if noted:
        _tell(uow, row, "noted", f"{_named(row)}已保存，请留意：{noted}。", now)


def refuse(uow: UnitOfWork, evidence_id: int, reason: str, now: datetime) -> None:
    """The file is not one that is taken: `reason` says why and what to do instead."""
    _end(uow, evidence_id, f"没存成功（{reason}），不能算已交。", reason, now)


def give_up(uow: UnitOfWork, evidence_id: int, reason: str, now: datetime) -> None:
    """The bytes could not be had: the row says so and the sender is told, so that nobody counts on it."""
    _end(uow, evidence_id, f"没存成功（{reason}），不能算已交。请重新发一次。", reason, now)


def withhold(uow: UnitOfWork, evidence_id: int, rule: str, now: datetime) -> None:
    """The file bears a mark of secrecy: nothing of it stays, the sender and the office are told."""
    row = uow.evidence.get(evidence_id)
    if row is None or not uow.evidence.withhold(evidence_id, f"secret: {rule}"):
        return
    said = note_file(uow, row, rule, now)
    _tell(uow, row, "secret", said, now)


def _end(uow: UnitOfWork, evidence_id: int, said: str, reason: str, now: datetime) -> None:
    row = uow.evidence.get(evidence_id)
    if row is not None and uow.evidence.fetch_failed(evidence_id, reason, None):
        _tell(uow, row, "failed", f"{_named(row)}{said}", now)


def _named(row: Evidence) -> str:
    name = f"“{clip(row.original_name, 30)}”" if row.original_name else ""
    return f"您{month_day(row.at)}发的{KIND_NAMES[row.kind]}{name}"


def _tell(uow: UnitOfWork, row: Evidence, what: str, text: str, now: datetime) -> None:
    """Say it once to the sender, where the sender can still be reached."""
    contact: Contact | None = uow.roster.get(row.contact_id) if row.contact_id is not None else None
    if contact is None or contact.account is None or contact.channel is None:
        return
    push(uow, Push(f"evidence:{what}:{row.id}", contact.channel, contact.account, text, now), contact, now)
