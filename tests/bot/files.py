"""Files of every type that people send, small and whole, and the parts that tell their type."""

import io
import struct
import zipfile
from collections.abc import Mapping

import docx
import xlsxwriter
from PIL import Image

OLE_MARK = bytes.fromhex("d0cf11e0a1b11ae1")
INSTALLER = bytes.fromhex("84100c0000000000c000000000000046")


def picture(form: str = "PNG", size: tuple[int, int] = (40, 30), colour: str = "navy") -> bytes:
    """A picture that every program opens."""
    content = io.BytesIO()
    Image.new("RGB", size, colour).save(content, form)
    return content.getvalue()


def archive(entries: Mapping[str, bytes]) -> bytes:
    """A ZIP archive, the same whenever it is made."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def document() -> bytes:
    """A docx with a line in it."""
    content = io.BytesIO()
    made = docx.Document()
    made.add_paragraph("关于开展专项整治的通知")
    made.save(content)
    return content.getvalue()


def workbook() -> bytes:
    """An xlsx with a cell in it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as made:
        made.add_worksheet().write(0, 0, "台账")
    return content.getvalue()


def compound(*streams: str, clsid: bytes = bytes(16)) -> bytes:
    """An OLE file with these names in its directory."""
    header = OLE_MARK + bytes(22) + struct.pack("<H", 9) + bytes(16) + struct.pack("<I", 0)
    entries = [_entry("Root Entry", clsid), *(_entry(name) for name in streams)]
    return header.ljust(512, b"\0") + b"".join(entries).ljust(2048, b"\0")


def _entry(name: str, clsid: bytes = bytes(16)) -> bytes:
    return (name.encode("utf-16-le").ljust(80, b"\0") + clsid).ljust(128, b"\0")


def boxed(brand: bytes) -> bytes:
    """The beginning of an MP4-like file."""
    return struct.pack(">I", 24) + b"ftyp" + brand + bytes(12) + bytes(200)


SAMPLES: Mapping[str, bytes] = {
    "jpg": picture("JPEG"),
    "png": picture("PNG"),
    "gif": picture("GIF"),
    "webp": picture("WEBP"),
    "bmp": picture("BMP"),
    "tif": picture("TIFF"),
    "heic": boxed(b"heic"),
    "pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF",
    "doc": compound("WordDocument", "1Table"),
    "xls": compound("Data", "a", "b", "Workbook"),
    "ppt": compound("PowerPoint Document"),
    "docx": document(),
    "xlsx": workbook(),
    "pptx": archive({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}),
    "ofd": archive({"OFD.xml": b"<OFD/>", "Doc_0/Document.xml": b"<D/>"}),
    "rtf": b"{\\rtf1\\ansi hello}",
    "txt": "平农〔2021〕45号".encode(),
    "csv": "序号,名称\r\n1,台账\r\n".encode("gb18030"),
    "zip": archive({"a.txt": b"a", "b/c.exe": b"MZ"}),
    "rar": b"Rar!\x1a\x07\x01\x00" + bytes(50),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(50),
    "amr": b"#!AMR\n" + bytes(50),
    "mp3": b"ID3\x03" + bytes(50),
    "m4a": boxed(b"M4A "),
    "wav": b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(30),
    "mp4": boxed(b"isom"),
    "mov": boxed(b"qt  "),
    "avi": b"RIFF\x24\x00\x00\x00AVI LIST" + bytes(30),
}
"""One whole file of each type, by its extension."""
