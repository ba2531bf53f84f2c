"""A file that was made of an order, ready to be sent or streamed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is ready: its name, type, length in bytes, and what reads it part by part, blocking."""

    name: str
    mime: str
    size: int
    parts: Callable[[], Iterator[bytes]]
