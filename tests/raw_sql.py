"""SQL run on a database behind the store's back: by a tamperer, an administrator or a second program."""

from contextlib import closing
from typing import Any

from store.sqlite_driver import driver
from store.url import is_sqlite, parse, sqlite_path
from tests.postgres import connect


def run(url: str, *statements: str) -> list[tuple[Any, ...]]:
    """Run the statements, each committed by itself, and return the rows of the last."""
    parsed = parse(url)
    opened = (
        driver.connect(sqlite_path(parsed), isolation_level=None) if is_sqlite(parsed) else connect(parsed)
    )
    rows: list[tuple[Any, ...]] = []
    with closing(opened) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
            rows = cursor.fetchall() if cursor.description else []
    return rows
