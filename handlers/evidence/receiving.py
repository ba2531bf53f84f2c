"""佐证材料: pictures, recordings, links, files and texts that a contact sends as proof for a leaf."""

import re
from collections.abc import Sequence

from handlers import dialogs
from handlers.access import Act
from handlers.board import board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence import items
from handlers.evidence.adding import added
from handlers.evidence.asking_place import QUESTION, ask_which, which_unit
from handlers.evidence.filing import read_filing
from handlers.evidence.kinds import KIND_NAMES, kind_of
from handlers.evidence.naming import document_number
from handlers.evidence.placing import of_unit
from handlers.evidence.putting import filed_to_all, pieces
from handlers.evidence.waiting import ask_place
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reporting import report
from handlers.wording import clip
from store.records import EvidenceKind

_KINDS: dict[str, EvidenceKind] = {kind: kind for kind in KIND_NAMES}


def receive(context: Context) -> Reply:
    """Take in what the person just sent and ask which leaf it proves."""
    incoming = context.incoming
    kind = _KINDS[incoming.kind]
    name = incoming.media.name if incoming.media else ""
    saved = "正在保存" if incoming.media else "已记下"
    evidence = added(context, kind, incoming.title or incoming.text)
    title = f"“{clip(name, 40)}”" if name else "1张" if kind == "image" else "1件"
    looks = _looks(context, kind, f"{name} {incoming.title} {incoming.text}")
    return ask_place(context, [evidence], f"收到{KIND_NAMES[kind]}{title}，{saved}{looks}")


def attach_text(text: str, context: Context) -> Reply:
    """证明材料 ② 文号…: keep words as evidence of the leaf that they name."""
    filings = read_filing(text, ())
    lines = board_of(context).of_ordinal(filings[0].place) if filings and not isinstance(filings, str) else ()
    said = filings[0].caption if lines and isinstance(filings, tuple) else ""
    if not lines or not said:
        return _how(text, context)
    line = lines[0]
    kept = context.uow.evidence.list(
        context.speaker.campaign.id, code=line.criterion.code, unit=context.seat.unit, state="stored"
    )
    known = {row.text for row in kept if row.kind == "text"}
    fresh = [one for one in dict.fromkeys(_NEXT_NUMBER.split(said)) if one not in known]
    if not fresh:
        return Reply(f"{line.title}已有这条文字材料“{clip(said, 30)}”，没有重复记录。")
    rows = pieces(context, add_words(context, fresh))
    meant = of_unit(said, lines, board_of(context), context)
    if not meant.certain:
        return which_unit(context, rows, "", lines)
    return Reply(filed_to_all(context, rows, "", meant.lines))


_NEXT_NUMBER = re.compile(
    r"(?<=号)(?:[、,，;；\s]+|和|及)(?=[\u4e00-\u9fff]{0,8}[〔\[【(（]\s*(?:19|20)\d\d\s*[〕\]】)）])"
)
"""平农〔2021〕45号、平农〔2021〕46号 are two pieces."""


def _how(text: str, context: Context) -> Reply:
    """How words are kept as evidence; of the line that is named alone, what it has already."""
    shown = items.show(text, context)
    had = f"{shown.text}\n" if shown is not None else ""
    place = text.strip() if had else "1"
    return Reply(
        f"{had}请这样发：“材料 {place} 平农〔2021〕45号”，序号见“我的任务”；图片、视频、链接直接发给我就行。"
    )


_ADDRESS = re.compile(r"https?://[^\s，。；、）)】”\"'<>]+", re.IGNORECASE)
_COURTESY = re.compile(
    r"[\s：:，,。]*(?:请(?:您)?(?:查收|审核|查阅|查看|审阅)|谢谢|麻烦了?|收一?下)*[\s：:，,。！!]*$"
)
_MARK = re.compile(r"[\[【](?:链接|网页|图文|网址)[\]】]")


def linked(text: str, context: Context) -> Reply | None:
    """An address with or without words is evidence: filed where the words name a leaf, else asked about."""
    found = _ADDRESS.findall(text)
    if not found or context.speaker.role != "contact" or _NAMED_TEXT.fullmatch(text):
        return None
    words = _COURTESY.sub("", " ".join(_MARK.sub(" ", _ADDRESS.sub(" ", text)).split()))
    reported = [row.item for row in report.read(words, context)[1] if row.outcome == "certain" and row.item]
    told = report.report(words, context) if reported else None
    links = [added(context, "link", words, url) for url in dict.fromkeys(found)]
    if told is None:
        return _placed(context, links, words)
    board = board_of(context, words)
    lines = {
        (item.criterion.code, item.subject): board.line(item.criterion.code, item.subject)
        for item in reported
    }
    (first, *others) = [line for line in lines.values() if line is not None]
    filed = filed_to_all(context, pieces(context, links), "", [first, *others])
    return Reply(f"{told.text}\n{filed}")


def _placed(context: Context, links: Sequence[int], words: str) -> Reply:
    return ask_place(context, links, f"收到链接{len(links)}个，已记下", words)


_DOCUMENT = re.compile(r"[〔\[【(（]\s*(?:19|20)\d\d\s*[〕\]】)）]\s*第?\s*\d+\s*号")


def numbered(text: str, context: Context) -> Reply | None:
    """The number of a document, with its title or without, is evidence in words; of a picture that waits its caption."""
    if context.speaker.role != "contact" or not _DOCUMENT.search(text) or is_question(text):
        return None
    words, waits = " ".join(text.split()), dialogs.open_question(context.speaker.account, context.now)
    ids = waits["ids"] if waits is not None and waits["kind"] == QUESTION and not waits["caption"] else ()
    if ids and all(row.kind != "text" for row in pieces(context, ids)):
        return ask_which(context, ids, words)
    return ask_place(
        context, [added(context, "text", words)], f"收到文字材料“{clip(words, 40)}”，已记下", words
    )


def add_words(context: Context, names: Sequence[str]) -> list[int]:
    """Keep several names of documents as text evidence that waits to be filed."""
    return [added(context, "text", name) for name in names]


def _looks(context: Context, kind: EvidenceKind, words: str) -> str:
    found = kind_of(context.rubric.materials, kind, words)
    by = "按文号" if document_number(words) else "按名称" if kind != "image" else ""
    return f"，{by}看是“{found}”类" if found else ""


_NAMED_TEXT = re.compile(r"(?:证明|佐证|印证)?材料[\s:：]+(?P<rest>\S.*)", re.DOTALL)
COMMAND = Command(Act.EVIDENCE, "材料 1 平农〔2021〕45号", words(""), attach_text, _NAMED_TEXT)
