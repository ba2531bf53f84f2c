"""Where the tests put what they throw away: in memory where there is room, for nothing of it outlives the machine."""

import os
import shutil
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")
_ROOM = 2 << 30
"""Bytes; all the tests together leave less than half of it lying at any time."""


def use_memory() -> None:
    """Let temporary files, of this process and of those it starts, lie in memory, unless TMPDIR says where."""
    if "TMPDIR" not in os.environ and _fits():
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


def _fits() -> bool:
    if not (_MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)):
        return False
    runs_programs = not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC
    return runs_programs and min(shutil.disk_usage(_MEMORY).free, _free_memory()) > _ROOM


def _free_memory() -> int:
    for line in Path("/proc/meminfo").read_text("ascii").splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) << 10
    return 0
