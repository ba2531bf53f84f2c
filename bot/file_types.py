"""What a file that somebody hands in really is, told by its content, and whether it is taken at all."""

import codecs
import mmap
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from bot.file_names import ending_of, is_known, is_program
from bot.zip_directory import DamagedArchiveError, entry_names
from handlers.evidence.limits import LARGEST_MEGABYTES, WAYS_FOR_LARGE
from store.records import EvidenceKind

_HEAD: Final = 4096
_PART: Final = 1 << 20


class RefusedFileError(Exception):
    """The file is not taken; str() says why in Chinese, to be read after “没存成功”."""


@dataclass(frozen=True, slots=True)
class FileType:
    """A type that is taken: its `extension` is without the dot, its `kind` one of evidence."""

    mime: str
    extension: str
    kind: EvidenceKind


_ALL = (
    FileType("image/jpeg", "jpg", "image"),
    FileType("image/png", "png", "image"),
    FileType("image/gif", "gif", "image"),
    FileType("image/webp", "webp", "image"),
    FileType("image/bmp", "bmp", "image"),
    FileType("image/heic", "heic", "image"),
    FileType("image/tiff", "tif", "image"),
    FileType("application/pdf", "pdf", "file"),
    FileType("application/msword", "doc", "file"),
    FileType("application/vnd.ms-excel", "xls", "file"),
    FileType("application/vnd.ms-powerpoint", "ppt", "file"),
    FileType("application/wps-office.wps", "wps", "file"),
    FileType("application/wps-office.et", "et", "file"),
    FileType("application/wps-office.dps", "dps", "file"),
    FileType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "file"),
    FileType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "file"),
    FileType("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", "file"),
    FileType("application/ofd", "ofd", "file"),
    FileType("application/rtf", "rtf", "file"),
    FileType("text/plain", "txt", "file"),
    FileType("text/csv", "csv", "file"),
    FileType("application/zip", "zip", "file"),
    FileType("application/vnd.rar", "rar", "file"),
    FileType("application/x-7z-compressed", "7z", "file"),
    FileType("audio/amr", "amr", "voice"),
    FileType("audio/mpeg", "mp3", "voice"),
    FileType("audio/mp4", "m4a", "voice"),
    FileType("audio/x-wav", "wav", "voice"),
    FileType("video/mp4", "mp4", "video"),
    FileType("video/quicktime", "mov", "video"),
    FileType("video/x-msvideo", "avi", "video"),
)
TYPES: Final[Mapping[str, FileType]] = {known.extension: known for known in _ALL}
"""By extension: all that is taken; no two have the same MIME type."""
LISTED: Final = "图片、pdf、Word、Excel、PPT、WPS、ofd、txt、csv、zip、rar、7z、录音和视频"

TOO_LARGE: Final = f"超过{LARGEST_MEGABYTES}MB，{WAYS_FOR_LARGE}"
_PROGRAM: Final = "是程序或脚本，不收"
_PAGE: Final = "是网页或SVG，不收，请另存为pdf或截图再发"
_DAMAGED: Final = "压缩包或文档已损坏，请检查后再发"
_MACROS: Final = "带有宏，不收，请另存为不带宏的docx、xlsx或pdf再发"
_LOCKED: Final = "加了密码，请取消密码再发"
_UNKNOWN: Final = f"认不出是什么文件，不收；能收的是{LISTED}"

_MAGIC: Final = (
    (rb"\xff\xd8\xff", "jpg"),
    (rb"\x89PNG\r\n\x1a\n", "png"),
    (rb"GIF8[79]a", "gif"),
    (rb"RIFF....WEBP", "webp"),
    (rb"BM....\x00\x00\x00\x00", "bmp"),
    (rb"II\*\x00|MM\x00\*", "tif"),
    (rb"....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", "heic"),
    (rb"%PDF-\d", "pdf"),
    (rb"\{\\rtf\d", "rtf"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (rb"PK\x03\x04", "zip"),
    (rb"Rar!\x1a\x07[\x00\x01]", "rar"),
    (rb"7z\xbc\xaf\x27\x1c", "7z"),
    (rb"#!AMR(?:-WB)?\n", "amr"),
    (rb"ID3[\x02-\x04]|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]", "mp3"),
    (rb"....ftypM4[AB] ", "m4a"),
    (rb"RIFF....WAVE", "wav"),
    (rb"....ftypqt  ", "mov"),
    (rb"....ftyp(?:isom|iso[2-9]|mp4[12]|avc1|dash|mmp4|MSNV|M4V |M4VP|3gp\d)", "mp4"),
    (rb"RIFF....AVI ", "avi"),
    (
        rb"MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|dex\n|L\x00\x00\x00\x01\x14\x02\x00|#!",
        "program",
    ),
)
_SIGNATURES: Final = tuple((re.compile(pattern, re.DOTALL), what) for pattern, what in _MAGIC)

_INSTALLER: Final = re.compile(rb"[\x82\x84\x86]\x10\x0c\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46")
_OLE_STREAMS: Final = (
    ("WordDocument", ("doc", "wps")),
    ("Workbook", ("xls", "et")),
    ("Book", ("xls", "et")),
    ("PowerPoint Document", ("ppt", "dps")),
)
"""By the stream that only such a document has: the endings under which it is saved, the usual one first."""
_OOXML: Final = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}

_MARKUP: Final = re.compile(
    r"\s*<|<(?:!doctype|html|head|body|script|svg|iframe|object|embed|img|xml)\b", re.IGNORECASE
)
_BATCH: Final = re.compile(r"\s*@echo\s+(?:off|on)\b", re.IGNORECASE)
_BINARY: Final = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def recognise(path: Path, name: str, size: int) -> FileType:
    """Tell what the file at `path` of `size` bytes is; `name`, as its sender wrote it, decides only between
    what looks alike inside (doc and wps, txt and csv).

    Archives and documents are not opened: their own directory tells. Raises RefusedFileError, and OSError
    where the file cannot be read.
    """
    if size == 0:
        raise RefusedFileError("是空文件（0字节）")
    if size > LARGEST_MEGABYTES << 20:
        raise RefusedFileError(TOO_LARGE)
    with path.open("rb") as file:
        head = file.read(_HEAD)
        what = next((what for pattern, what in _SIGNATURES if pattern.match(head)), "text")
        if what == "program":
            raise RefusedFileError(_PROGRAM)
        if what == "zip":
            what = _archive(file, size)
        elif what == "ole":
            what = _compound(file, ending_of(name))
        elif what == "text":
            what = _text(file, head, ending_of(name))
    return TYPES[what]


def _archive(file: BinaryIO, size: int) -> str:
    """Which of the types that are ZIP archives inside."""
    try:
        names = entry_names(file, size)
    except DamagedArchiveError:
        raise RefusedFileError(_DAMAGED) from None
    if "META-INF/MANIFEST.MF" in names or "AndroidManifest.xml" in names:
        raise RefusedFileError(_PROGRAM)
    if "OFD.xml" in names:
        return "ofd"
    if "[Content_Types].xml" not in names:
        return "zip"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise RefusedFileError(_MACROS)
    return next((_OOXML[part] for part in _OOXML if any(name.startswith(part) for name in names)), "zip")


def _compound(file: BinaryIO, ending: str) -> str:
    """Which of the older Office types; their streams are named in the file's own directory, in UTF-16."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if _INSTALLER.search(content):
            raise RefusedFileError(_PROGRAM)
        if _names(content, "EncryptedPackage"):
            raise RefusedFileError(_LOCKED)
        if _names(content, "_VBA_PROJECT"):
            raise RefusedFileError(_MACROS)
        for stream, endings in _OLE_STREAMS:
            if _names(content, stream):
                return ending if ending in endings else endings[0]
    raise RefusedFileError(_UNKNOWN)


def _names(content: mmap.mmap, stream: str) -> bool:
    """Whether a directory entry has that name: it begins at an eighth of a sector and is filled with zeros."""
    wanted = f"{stream}\0".encode("utf-16-le")
    at = content.find(wanted)
    while at >= 0 and at % 128:
        at = content.find(wanted, at + 1)
    return at >= 0


def _text(file: BinaryIO, head: bytes, ending: str) -> str:
    """Words in an encoding that is in use, all through; neither a page nor a script."""
    encoding = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    # Many a broken file can be read in the Chinese code page: only what is called a text is one.
    named_so = ending in ("txt", "csv") or not is_known(ending)
    encodings = [encoding] if encoding else ["utf-8", "gb18030"] if named_so else ["utf-8"]
    found = next((known for known in encodings if _is_text(file, known)), None)
    if found is None:
        raise RefusedFileError(_UNKNOWN)
    words = head.decode(found, "ignore")
    if _MARKUP.match(words) or _MARKUP.search(words):
        raise RefusedFileError(_PAGE)
    if is_program(ending) or _BATCH.match(words):
        raise RefusedFileError(_PROGRAM)
    return "csv" if ending == "csv" else "txt"


def _is_text(file: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    try:
        while part := file.read(_PART):
            if _BINARY.search(decoder.decode(part)):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
