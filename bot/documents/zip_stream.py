"""A zip archive that is written as it is read: its length is known before, and the same members make the same bytes."""

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END64: Final = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64: Final = struct.Struct("<4sLQL")
_END: Final = struct.Struct("<4s4H2LH")
_SIZES64: Final = struct.Struct("<2H2Q")
_OFFSET64: Final = struct.Struct("<2HQ")
_ALL64: Final = struct.Struct("<2H3Q")
_DESCRIPTOR: Final = struct.Struct("<4s3L")
_DESCRIPTOR64: Final = struct.Struct("<4sL2Q")

_MOST32: Final = 0xFFFFFFFF
_MOST16: Final = 0xFFFF
_ZIP64: Final = 1
_SIZES_FOLLOW: Final = 1 << 3
_UTF8: Final = 1 << 11
_FLAGS: Final = _SIZES_FOLLOW | _UTF8
_STORED: Final = 0
_VERSION: Final = 20
_VERSION64: Final = 45
_UNIX: Final = 3 << 8
_PLAIN_FILE: Final = 0o100644 << 16
_DAY: Final = (1 << 5) | 1
"""1 January 1980, the first day that the format knows."""


class LengthError(Exception):
    """A member holds more or fewer bytes than was said; what has been written is no archive."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the archive: its path with /, its size in bytes, and what opens its content."""

    path: str
    size: int
    read: Callable[[], Iterable[bytes]]

    @property
    def name(self) -> bytes:
        """The path as the archive writes it."""
        return self.path.encode()

    @property
    def is_large(self) -> bool:
        """Whether its size needs the larger format."""
        return self.size >= _MOST32


def length(members: Sequence[Member]) -> int:
    """How many bytes `stream` gives for these members."""
    offset = central = 0
    for member in members:
        central += len(_central(member, offset, 0))
        offset += _framed(member)
    return offset + central + len(_end(len(members), offset, central))


def stream(members: Sequence[Member]) -> Iterator[bytes]:
    """The archive, stored and not deflated; raises LengthError where a content is not as long as was said."""
    directory: list[bytes] = []
    offset = 0
    for member in members:
        yield _local(member)
        crc = size = 0
        for part in member.read():
            crc = zlib.crc32(part, crc)
            size += len(part)
            if size > member.size:
                break
            yield part
        if size != member.size:
            raise LengthError(f"{member.path}: {size} bytes instead of {member.size}")
        yield _descriptor(member, crc)
        directory.append(_central(member, offset, crc))
        offset += _framed(member)
    central = b"".join(directory)
    yield central
    yield _end(len(members), offset, len(central))


def _framed(member: Member) -> int:
    """How many bytes the member takes before the directory."""
    return len(_local(member)) + member.size + len(_descriptor(member, 0))


def _local(member: Member) -> bytes:
    """The head: checksum and sizes follow the content, as they are not known before it."""
    extra, size, version = b"", 0, _VERSION
    if member.is_large:
        extra, size, version = _SIZES64.pack(_ZIP64, 16, 0, 0), _MOST32, _VERSION64
    name = member.name
    head = _LOCAL.pack(b"PK\3\4", version, _FLAGS, _STORED, 0, _DAY, 0, size, size, len(name), len(extra))
    return head + name + extra


def _descriptor(member: Member, crc: int) -> bytes:
    layout = _DESCRIPTOR64 if member.is_large else _DESCRIPTOR
    return layout.pack(b"PK\7\x08", crc, member.size, member.size)


def _central(member: Member, offset: int, crc: int) -> bytes:
    """The member's entry in the directory at the end."""
    extra, size, place = b"", member.size, offset
    if member.is_large:
        extra, size, place = _ALL64.pack(_ZIP64, 24, member.size, member.size, offset), _MOST32, _MOST32
    elif offset >= _MOST32:
        extra, place = _OFFSET64.pack(_ZIP64, 8, offset), _MOST32
    version = _VERSION64 if extra else _VERSION
    name = member.name
    names = (len(name), len(extra), 0, 0, 0, _PLAIN_FILE, place)
    head = _CENTRAL.pack(
        b"PK\1\2", _UNIX | version, version, _FLAGS, _STORED, 0, _DAY, crc, size, size, *names
    )
    return head + name + extra


def _end(count: int, offset: int, central: int) -> bytes:
    """The end, with its larger form before it where a figure needs that."""
    large = b""
    if count >= _MOST16 or offset >= _MOST32 or central >= _MOST32:
        sizes = (count, count, central, offset)
        large = _END64.pack(b"PK\6\6", _END64.size - 12, _UNIX | _VERSION64, _VERSION64, 0, 0, *sizes)
        large += _LOCATOR64.pack(b"PK\6\7", 0, offset + central, 1)
    count, offset, central = min(count, _MOST16), min(offset, _MOST32), min(central, _MOST32)
    return large + _END.pack(b"PK\5\6", 0, 0, count, count, central, offset, 0)
