"""A connection that can be cut: everything goes through until so many bytes have been sent, then nothing."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_READ = 64 * 1024


class Line:
    """A proxy to a port of this machine; `sent` counts the bytes from the browser."""

    def __init__(self, target: int) -> None:
        self.sent = 0
        self.cut = threading.Event()
        self._target = target
        self._most: int | None = None
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._answer, daemon=True).start()

    def cut_after(self, further: int) -> None:
        """Cut everything off once that many more bytes have been sent."""
        with self._lock:
            self.cut.clear()
            self._most = self.sent + further

    def mend(self) -> None:
        """Let everything through again."""
        with self._lock:
            self._most = None

    def close(self) -> None:
        self._door.close()
        self._break()

    def _answer(self) -> None:
        with suppress(OSError):
            while True:
                browser = self._door.accept()[0]
                if self._is_cut():
                    browser.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._target))
                self._open |= {browser, server}
                for ends in ((browser, server, True), (server, browser, False)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while data := source.recv(_READ):
                with self._lock:
                    self.sent += len(data) if counted else 0
                if self._is_cut():
                    self._break()
                    return
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _is_cut(self) -> bool:
        with self._lock:
            return self._most is not None and self.sent >= self._most

    def _break(self) -> None:
        for end in self._open:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._open.clear()
        self.cut.set()


@contextmanager
def line_to(port: int) -> Iterator[Line]:
    """A line to that port until the block ends."""
    line = Line(port)
    try:
        yield line
    finally:
        line.close()
