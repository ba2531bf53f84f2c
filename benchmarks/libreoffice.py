"""The workbook in LibreOffice: run by the Python that knows `uno`, not by the project's own.

`python3 benchmarks/libreoffice.py BOOK COLUMNS CELL PLACE VALUES` prints one JSON line: the processor seconds to load,
to recalculate everything (the best of three), to set CELL to one of the VALUES and read PLACE (the median), and the
values of COLUMNS.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

Desktop: TypeAlias = "uno.pyuno"
RESTART = 81
PIPE = "kaohe-benchmark"


def started(profile: str) -> tuple[subprocess.Popen[bytes], Desktop]:
    """LibreOffice without a window, and its desktop."""
    address = f"pipe,name={PIPE};urp;"
    # The program itself, not the script that starts it: its processor time is read by its id.
    program = Path(shutil.which("soffice") or "").resolve().parent / "soffice.bin"
    words = [
        str(program),
        "--headless",
        "--norestore",
        f"--accept={address}",
        f"-env:UserInstallation=file://{profile}",
    ]
    office = subprocess.Popen(words)
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    while True:
        try:
            context = resolver.resolve(f"uno:{address}StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except NoConnectException:
            # A fresh profile makes it end once and ask to be started again.
            if office.poll() == RESTART:
                office = subprocess.Popen(words)
            time.sleep(0.1)


class Stopwatch:
    """The processor time of LibreOffice, all threads, in ticks of 10 ms."""

    def __init__(self, process: int) -> None:
        self._stat = Path(f"/proc/{process}/stat")

    def now(self) -> float:
        fields = self._stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def seconds(self, work: Callable[[], object]) -> float:
        start = self.now()
        work()
        return self.now() - start


class Book:
    """One workbook, open."""

    def __init__(self, desktop: Desktop, file: str) -> None:
        hidden = PropertyValue(Name="Hidden", Value=True)
        self.document = desktop.loadComponentFromURL(f"file://{file}", "_blank", 0, (hidden,))
        self.sheet = self.document.Sheets.getByIndex(0)

    def change(self, cell: str, place: str, values: list[float]) -> None:
        for value in values:
            self.sheet.getCellRangeByName(cell).setValue(value)
            self.sheet.getCellRangeByName(place).getValue()


def main() -> None:
    file, columns, cell, place, values = sys.argv[1:6]
    given = [float(value) for value in values.split(",")]
    books: list[Book] = []
    with tempfile.TemporaryDirectory() as profile:
        office, desktop = started(profile)
        watch = Stopwatch(office.pid)
        load = watch.seconds(lambda: books.append(Book(desktop, file)))
        (book,) = books
        full = min(watch.seconds(book.document.calculateAll) for _ in range(3))
        scores = book.sheet.getCellRangeByName(columns).getDataArray()
        one = watch.seconds(lambda: book.change(cell, place, given)) / len(given)
        print(json.dumps({"load": load, "full": full, "one": one, "scores": scores}))
        book.document.close(True)
        desktop.terminate()
        office.wait()


if __name__ == "__main__":
    main()
