"""One server for each SQLite file: the second is refused in one line, and nothing is left locked behind."""

from pathlib import Path

import pytest

from bot.one_server import AlreadyServedError, server_of, sole_server
from tests.bot.serving import serving


def test_a_second_server_of_one_sqlite_file_is_refused_and_told_of_the_first(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'data' / 'kaohe.db'}"
    assert server_of(url) is None
    with sole_server(url, 71):
        assert server_of(url) == "71"
        with pytest.raises(AlreadyServedError, match=r"^71$"), sole_server(url, 72):
            raise AssertionError("two servers")
        assert server_of(url) == "71"
    assert server_of(url) is None
    with sole_server(url, 73):
        assert server_of(url) == "73"


def test_postgresql_and_a_database_in_memory_take_any_number(tmp_path: Path) -> None:
    for url in ("postgresql+psycopg://127.0.0.1:1/kaohe", "sqlite://"):
        with sole_server(url, 71), sole_server(url, 72):
            assert server_of(url) is None


async def test_serve_refuses_a_file_that_is_served_and_takes_it_when_the_other_was_killed(
    tmp_path: Path,
) -> None:
    settings = {
        "KAOHE_DATABASE_URL": f"sqlite:///{tmp_path / 'kaohe.db'}",
        "KAOHE_DATA_DIR": str(tmp_path / "data"),
        "KAOHE_WECOM_CORP_ID": "wwcorp",
        "KAOHE_WECOM_AGENT_ID": "1000002",
        "KAOHE_WECOM_SECRET": "s" * 43,
        "KAOHE_WECOM_TOKEN": "token",
        "KAOHE_WECOM_AES_KEY": "a" * 43,
        "KAOHE_WECOM_API_BASE": "http://127.0.0.1:1",
    }
    async with serving(settings, tmp_path) as first:
        await first.until_ready()
        async with serving(settings, tmp_path) as second:
            with pytest.raises(AssertionError, match=f"已有 kaohe serve 在用（进程{first.pid}）"):
                await second.until_ready()
        await first.kill()
        async with serving(settings, tmp_path) as third:
            await third.until_ready()
