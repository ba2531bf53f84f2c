"""Addresses in replies: what a handler needs to give somebody a page of their own, and how it is written."""

import re
from datetime import datetime
from typing import Protocol

TAGGED = ("wecom",)
"""The channels that show <a href> in a text as a link; elsewhere the bare address can be pressed."""


class LinkMaker(Protocol):
    """Makes the address of a page that only its bearer can open, until a time."""

    def __call__(self, kind: str, contact_id: int, target: str, expires_at: datetime) -> str:
        """Return the whole address; `kind` is the page, `target` which one of them."""
        ...


def written(url: str, label: str, channel: str) -> str:
    """The address as a reader of that channel can press it."""
    return f'<a href="{url}">{label}</a>' if channel in TAGGED else f"{label}：{url}"


_TAG = re.compile(r"<(?=\s*/?\s*a(?:\s|>|$))", re.IGNORECASE)


def untagged(words: str) -> str:
    """What somebody else wrote, so that a channel which shows <a href> as a link shows his as the characters it is."""
    return _TAG.sub("＜", words)
