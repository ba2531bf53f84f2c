"""The small XML documents of the platforms, read strictly and written safely."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from bot.channels.base import CallError

_INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Builder(ET.TreeBuilder):
    """Stops at a document type: no entity can be declared without one."""

    def doctype(self, *declaration: str | None) -> None:
        del declaration
        raise CallError(400, "doctype")


def read(document: bytes) -> ET.Element:
    """Parse one `<xml>` element of UTF-8; raises CallError for everything else, and for a repeated field.

    The caller has limited the size of `document`.
    """
    # Only the plain builder is fast, and only the other one can refuse: words that a person typed may look so.
    builder = _Builder() if b"<!DOCTYPE" in document else None
    parser = ET.XMLParser(target=builder)  # noqa: S314 -- without a document type no entity can be declared
    try:
        parser.feed(document.decode())
        root: ET.Element = parser.close()
    except (UnicodeDecodeError, ET.ParseError):
        raise CallError(400, "xml") from None
    if root.tag != "xml" or len({field.tag for field in root}) != len(root):
        raise CallError(400, "fields")
    return root


def write(fields: Mapping[str, str | int]) -> str:
    """Write `<xml>` with one element a field; text goes into CDATA that its own words cannot end."""
    return f"<xml>{''.join(_element(name, value) for name, value in fields.items())}</xml>"


def _element(name: str, value: str | int) -> str:
    if isinstance(value, int):
        return f"<{name}>{value}</{name}>"
    words = _INVALID.sub("", value).replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{words}]]></{name}>"
