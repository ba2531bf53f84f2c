"""An event loop whose time passes only when nobody has anything to do, and in which a process can be killed."""

import asyncio
import selectors
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from typing import Any

PROCESS: ContextVar[int] = ContextVar("PROCESS", default=0)
"""The process to which what runs belongs; 0 is the world outside."""


class VirtualLoop(asyncio.SelectorEventLoop):
    """Runs the callbacks in the order in which they fall due; `time()` is in virtual seconds from 0."""

    def __init__(self) -> None:
        self._now = 0.0
        super().__init__(_Waits(self))
        self._clock_resolution = 1e-9
        self.set_exception_handler(lambda _loop, _context: None)

    def time(self) -> float:
        """The virtual time."""
        return self._now

    def pass_time(self, seconds: float | None) -> None:
        """Nobody has anything to do for so long."""
        if seconds is None:
            raise RuntimeError("everybody waits for ever")
        self._now += seconds

    def kill(self, process: int) -> None:
        """Nothing of the process runs any more, not even what would clean up."""
        for handle in (*self._ready, *self._scheduled):  # type: ignore[attr-defined]
            if handle._context is not None and handle._context.get(PROCESS) == process:
                handle.cancel()

    def bury(self) -> None:
        """Let go of the tasks that will never run again, without letting them say anything."""
        for task in asyncio.all_tasks(self):
            task._log_destroy_pending = False  # type: ignore[attr-defined]
            coroutine: Any = task.get_coro()
            for _ in range(20):
                try:
                    coroutine.close()
                except RuntimeError:
                    continue  # It awaits something in its end: that is closed too.
                except BaseException:  # noqa: BLE001 -- the words of the dead
                    break
                break


class _Waits(selectors.BaseSelector):
    """In the place of the network: waiting is passing the time."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop

    def register(self, fileobj: object, events: int, data: object = None) -> selectors.SelectorKey:
        return selectors.SelectorKey(0, 0, events, data)

    def unregister(self, fileobj: object) -> selectors.SelectorKey:
        return selectors.SelectorKey(0, 0, 0, None)

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout > 0:
            self._loop.pass_time(timeout)
        return []

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        return _Nothing()

    def get_key(self, fileobj: object) -> selectors.SelectorKey:
        raise KeyError(fileobj)


class _Nothing(Mapping[Any, selectors.SelectorKey]):
    def __getitem__(self, key: object) -> selectors.SelectorKey:
        raise KeyError(key)

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())
