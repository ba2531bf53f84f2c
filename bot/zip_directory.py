"""What a ZIP archive says that it holds, read from its directory alone; nothing is ever unpacked."""

import struct
from typing import BinaryIO, Final

_END: Final = struct.Struct("<4s4HIIH")
_ENTRY: Final = struct.Struct("<4s6H3I5H2I")
_END_MARK: Final = b"PK\x05\x06"
_ENTRY_MARK: Final = b"PK\x01\x02"
_LONGEST_COMMENT: Final = 0xFFFF
_MOST_BYTES: Final = 1 << 20
"""So much of a directory tells what kind of archive it is, however many entries it claims."""


class DamagedArchiveError(Exception):
    """The archive has no directory, or one that is not where it says."""


def entry_names(file: BinaryIO, size: int) -> tuple[str, ...]:
    """The names in the directory, those within its first megabyte; raises DamagedArchiveError."""
    start = max(0, size - _END.size - _LONGEST_COMMENT)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise DamagedArchiveError("no directory")
    *_, length, offset, comment = _END.unpack_from(tail, at)
    # The directory ends where its end mark begins, and the archive with the comment: nothing may be hidden
    # before, between or behind them.
    if offset + length != start + at or start + at + _END.size + comment != size:
        raise DamagedArchiveError("the directory is not where it should be")
    file.seek(offset)
    return _names(file.read(min(length, _MOST_BYTES)), whole=length <= _MOST_BYTES)


def _names(directory: bytes, *, whole: bool) -> tuple[str, ...]:
    names, at = [], 0
    while at + _ENTRY.size <= len(directory):
        mark, *fields = _ENTRY.unpack_from(directory, at)
        if mark != _ENTRY_MARK:
            raise DamagedArchiveError("no entry where one should be")
        name, extra, comment = fields[9:12]
        at += _ENTRY.size
        names.append(directory[at : at + name].decode("utf-8", "replace"))
        at += name + extra + comment
    if whole and at != len(directory):
        raise DamagedArchiveError("the last entry is cut off")
    return tuple(names)
