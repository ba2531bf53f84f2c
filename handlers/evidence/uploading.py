"""What a person brings by the upload page: what may be brought, where it belongs, and how it becomes evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from handlers import dialogs, secrecy
from handlers.board import Board, BoardLine, board_of
from handlers.context import Context
from handlers.evidence.asking_place import QUESTION
from handlers.evidence.keeping import look_over
from handlers.evidence.limits import WAYS_FOR_LARGE
from handlers.messages import Push
from handlers.pushing.pushes import push
from handlers.wording import clip, leaf_name, local, shown
from store.files import StoredFile
from store.records import ReceivedFile, Upload

MOST_UNFINISHED: Final = 40
LONGEST_CAPTION: Final = 500
SETTLE: Final = timedelta(seconds=12)
"""What is finished within this time of each other is told in one message."""
LATER: Final = ""
"""The place of what its sender files later, in the chat."""
NAMES_TOLD: Final = 10
MARKED: Final = (
    "这个文件疑似带有密级标志，没有保存。涉密内容不得在这里传送，请联系本单位保密员，按保密规定报送。"
    "只记下了时间、上传人和所触发的规则，已告知质强办。"
)
_MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one person may bring, in bytes: in one file, and on one day of the office's calendar."""

    file: int
    day: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something is not taken, in Chinese; nothing was changed but what secrecy demands."""

    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A leaf to which the person may put a file; `value` is how the page names it."""

    value: str
    label: str


def places(context: Context) -> tuple[Place, ...]:
    """The leaves of the person's own list, in its order."""
    lines = board_of(context).lines
    several = len({line.subject for line in lines}) > 1
    return tuple(Place(_value(line), _label(line, several=several)) for line in lines)


def start(context: Context, name: str, size: int, modified: str, limits: Limits) -> Upload | Refused:
    """Begin to take in a file, or go on with the same one."""
    if rule := secrecy.rule_of(name):
        return _marked(context, rule)
    if size <= 0:
        return Refused("这是空文件（0字节），没有上传。")
    if size > limits.file:
        return Refused(f"超过{limits.file // _MEGABYTE}MB，没有上传。{WAYS_FOR_LARGE}。")
    person = context.speaker.contact.id
    unfinished = context.uow.uploads.unfinished(person)
    known = any((row.name, row.size, row.modified) == (name, size, modified) for row in unfinished)
    if not known and len(unfinished) >= MOST_UNFINISHED:
        return Refused(f"没传完的已有{len(unfinished)}个，请先传完或取消一些。")
    midnight = local(context.now).replace(hour=0, minute=0, second=0, microsecond=0)
    brought = context.uow.uploads.bytes_since(person, midnight)
    if not known and brought + size > limits.day:
        return Refused(f"今天上传的合计超过{limits.day // _MEGABYTE}MB，请明天再传，或联系质强办。")
    return context.uow.uploads.begin(context.now, contact_id=person, name=name, size=size, modified=modified)


def describe(context: Context, upload: Upload, place: str, caption: str) -> Upload | Refused:
    """Keep where the file belongs and what it shows."""
    caption = caption.strip()
    if rule := secrecy.rule_of(caption):
        return withhold(context, upload, rule)
    if len(caption) > LONGEST_CAPTION:
        return Refused(f"说明太长，请不超过{LONGEST_CAPTION}字。")
    line = _line(board_of(context), place)
    if line is None and place != LATER:
        return Refused("归到的那一项不在您的任务里了，请重新选。")
    code, subject = (line.criterion.code, line.subject) if line else (None, _own_subject(context))
    context.uow.uploads.describe(upload.id, code, subject, caption)
    return replace(upload, code=code, subject=subject, caption=caption)


def take_in(context: Context, upload: Upload, received: ReceivedFile) -> Upload | Refused:
    """Make evidence of a described upload whose bytes are stored; finished twice it is one piece."""
    if received.kind == "image" and upload.code is not None and not upload.caption:
        return Refused("图片要写一句说明（时间、地点、内容）才能算材料。")
    uow, person = context.uow, context.speaker.contact
    if not uow.uploads.close(upload.id, "done", context.now):
        return uow.uploads.get(upload.id, person.id) or Refused("这个文件已经取消。")
    added = uow.evidence.add(
        campaign_id=context.speaker.campaign.id,
        code=upload.code,
        subject=upload.subject,
        unit=context.seat.unit,
        contact_id=person.id,
        inbox_id=None,
        kind=received.kind,
        way="upload",
        caption=upload.caption,
        original_name=received.original_name,
        file_name=received.file_name,
        at=context.now,
        file=StoredFile(received.sha256, received.size),
        mime=received.mime,
        remark=received.remark,
        picture_hash=received.picture_hash,
    )
    detail = {"code": upload.code or "", "sha256": received.sha256}
    uow.audit.record(context.now, context.actor, "upload", f"evidence:{added}", detail)
    if (row := uow.evidence.get(added)) is not None:
        look_over(uow, row, context.rubric.materials, context.now)
    if upload.code is None:
        _ask_place(context, added)
    _tell(context, replace(upload, evidence_id=added))
    return uow.uploads.get(upload.id, person.id) or Refused("这个文件已经取消。")


def withhold(context: Context, upload: Upload, rule: str) -> Refused:
    """The file bears a mark of secrecy inside."""
    context.uow.uploads.close(upload.id, "cancelled", context.now)
    return _marked(context, rule)


def cancel(context: Context, upload: Upload) -> bool:
    """Give an unfinished upload up; False where it was over."""
    return context.uow.uploads.close(upload.id, "cancelled", context.now)


def _marked(context: Context, rule: str) -> Refused:
    """Nothing of it is kept but who, when and which rule; the office is told."""
    marked = replace(context, incoming=replace(context.incoming, secret=rule))
    secrecy.note(marked.incoming, context.uow, context.now, None)
    secrecy.answer(marked)
    return Refused(MARKED)


def _ask_place(context: Context, added: int) -> None:
    state = dialogs.open_question(context.speaker.account, context.now)
    earlier = list(state["ids"]) if state is not None and state["kind"] == QUESTION else []
    ids = [*earlier, added]
    dialogs.ask(context, QUESTION, {"ids": ids}, again=f"{len(ids)}件材料归到哪一项")


def _tell(context: Context, upload: Upload) -> None:
    """Say in the chat what has arrived: in the message that still waits to tell of others, or in a new one."""
    uow, person = context.uow, context.speaker.contact
    board = board_of(context)
    last = uow.uploads.last_receipt(person.id)
    told = uow.uploads.of_receipt(last) if last else ()
    if told and uow.outbox.reword(last, _receipt(board, [*told, upload])):
        key = last
    else:
        key = f"upload:{upload.id}"
        text, at = _receipt(board, [upload]), context.now + SETTLE
        incoming = context.incoming
        message = Push(key, incoming.channel, incoming.sender, text, at, urgent=True)
        push(uow, message, person, context.now)
    uow.uploads.become(upload.id, upload.evidence_id or 0, key)


def _receipt(board: Board, uploads: Sequence[Upload]) -> str:
    groups: dict[tuple[str | None, str], list[Upload]] = {}
    for upload in uploads:
        groups.setdefault((upload.code, upload.subject), []).append(upload)
    lines = [f"收到您上传的{len(uploads)}个文件，已保存："]
    for (code, subject), group in groups.items():
        line = board.line(code, subject) if code is not None else None
        where = f"归到{line.title}" if line else f"归到{code}" if code is not None else "还没有归类"
        names = shown([f"“{clip(row.name, 24)}”" for row in group], NAMES_TOLD, "等{}个")
        lines.append(f"{where}：{'、'.join(names)}")
    if None in {code for code, _ in groups}:
        lines.append("没有归类的请回序号（见“我的任务”），后面加一句说明，如“1 6月10日工地检查”。")
    return "\n".join(lines)


def _line(board: Board, place: str) -> BoardLine | None:
    return next((line for line in board.lines if _value(line) == place), None)


def _value(line: BoardLine) -> str:
    return f"{line.criterion.code}|{line.subject}"


def _label(line: BoardLine, *, several: bool) -> str:
    name = f"{line.duty.ordinal} {leaf_name(line.criterion, 30)}"
    return f"{name}（{line.subject}）" if several else name


def _own_subject(context: Context) -> str:
    return context.speaker.contact.subject or context.speaker.campaign.subjects[0]
