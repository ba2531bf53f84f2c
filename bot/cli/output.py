"""What commands print: JSON lines for programs, plain lines for people."""

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import typer

from handlers.wording import local, plain


def print_json(row: Mapping[str, Any]) -> None:
    """One JSON line on standard output; times as ISO 8601 on the office's clock, decimals as exact text."""
    typer.echo(json.dumps(row, ensure_ascii=False, default=_json))


def _json(value: object) -> str:
    if isinstance(value, datetime):
        return local(value).isoformat()
    if isinstance(value, Decimal):
        return plain(value)
    raise TypeError(f"{type(value).__name__} has no place in the output")
