"""Channels on which a person has one and the same account: an enterprise's app and its robot."""

from collections.abc import Mapping
from typing import Final

_HOMES: Final[Mapping[str, str]] = {"aibot": "wecom"}


def home_of(channel: str) -> str:
    """The channel under which the roster keeps the accounts of those who write on this one."""
    return _HOMES.get(channel, channel)


def ways_of(home: str) -> tuple[str, ...]:
    """Every channel on which the accounts of that home write."""
    return (home, *(channel for channel, its_home in _HOMES.items() if its_home == home))
