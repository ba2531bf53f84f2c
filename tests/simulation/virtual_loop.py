"""An event loop whose time passes only when nobody has anything to do, and in which a process can be killed."""

import asyncio
import heapq
from asyncio import Handle, Task, TimerHandle
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from contextvars import Context, ContextVar
from typing import Any, TypeVar, TypeVarTuple

Args = TypeVarTuple("Args")
T = TypeVar("T")
PROCESS: ContextVar[int] = ContextVar("PROCESS", default=0)
"""The process to which what runs belongs; 0 is the world outside."""


class VirtualLoop(asyncio.BaseEventLoop):
    """Runs the callbacks in the order in which they fall due; `time()` is in virtual seconds from 0.

    It does without the network and the clock that asyncio's own loop looks at before each callback.
    """

    def __init__(self) -> None:
        super().__init__()
        self._now = 0.0
        self._ready: deque[Handle] = deque()
        self._timers: list[tuple[float, int, TimerHandle]] = []
        self._timers_made = 0
        self._tasks: list[Task[Any]] = []
        self.set_exception_handler(lambda _loop, _context: None)

    def time(self) -> float:
        """The virtual time."""
        return self._now

    def call_soon(
        self, callback: Callable[[*Args], object], *args: *Args, context: Context | None = None
    ) -> Handle:
        """Let the callback run when those before it have."""
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_later(
        self, delay: float, callback: Callable[[*Args], object], *args: *Args, context: Context | None = None
    ) -> TimerHandle:
        """Let the callback run after so many virtual seconds."""
        return self.call_at(self._now + delay, callback, *args, context=context)

    def call_at(
        self, when: float, callback: Callable[[*Args], object], *args: *Args, context: Context | None = None
    ) -> TimerHandle:
        """Let the callback run at that virtual time; of the same time, the one that was asked for first."""
        timer = TimerHandle(when, callback, args, self, context)
        self._timers_made += 1
        heapq.heappush(self._timers, (when, self._timers_made, timer))
        return timer

    def create_task(
        self,
        coro: Coroutine[Any, Any, T] | Generator[Any, None, T],
        *,
        name: object = None,
        context: Context | None = None,
    ) -> Task[T]:
        """Begin a task and keep it: that it was killed must not be noticed by its being collected."""
        task = Task(coro, loop=self, context=context)
        self._tasks.append(task)
        return task

    def _timer_handle_cancelled(self, handle: TimerHandle) -> None:
        """It is passed over when its time comes."""

    def _run_once(self) -> None:
        """Run what is ready, or else let time pass up to the next timer."""
        ready = self._ready
        while not ready:
            if not self._timers:
                raise RuntimeError("everybody waits for ever")
            when, _, timer = heapq.heappop(self._timers)
            if not timer.cancelled():
                self._now = max(self._now, when)
                ready.append(timer)
        handle = ready.popleft()
        if not handle.cancelled():
            handle._run()

    def kill(self, process: int) -> None:
        """Nothing of the process runs any more, not even what would clean up."""
        timers = (timer for _, _, timer in self._timers)
        for handle in (*self._ready, *timers):
            if handle._context.get(PROCESS) == process:  # type: ignore[attr-defined]
                handle.cancel()

    def bury(self) -> None:
        """Let go of the tasks that will never run again, without letting them say anything."""
        for task in self._tasks:
            if task.done():
                continue
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
