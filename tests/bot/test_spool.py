import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.spool import Spool
from handlers.messages import Incoming, Media

SENT = datetime(2015, 6, 24, 1, 0, tzinfo=UTC)


def picture(number: int) -> Incoming:
    return Incoming(
        "wecom",
        f"ww|1|{number}|wangmin",
        "wangmin",
        "image",
        SENT.replace(minute=number),
        text="工地",
        media=Media(f"m{number}", "照片.jpg", "jpg"),
        title="题",
    )


async def test_what_was_kept_is_there_after_a_restart_oldest_first(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    for number in (3, 1, 2):
        await spool.keep(picture(number))
    assert await Spool(tmp_path).waiting() == (picture(1), picture(2), picture(3))


async def test_a_message_is_kept_once(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    await spool.keep(picture(1))
    await spool.keep(picture(1))
    assert len(spool) == 1


async def test_what_was_dropped_is_gone(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    await spool.keep(picture(1))
    spool.drop(picture(1))
    spool.drop(picture(2))
    assert (len(spool), await Spool(tmp_path).waiting()) == (0, ())


async def test_a_damaged_file_does_not_hide_the_others(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    await spool.keep(picture(1))
    (tmp_path / "damaged.json").write_text("{")
    (tmp_path / "half.draft").write_text("{")
    assert await Spool(tmp_path).waiting() == (picture(1),)
    assert not (tmp_path / "half.draft").exists()


def test_nobody_else_on_the_machine_can_read_it(tmp_path: Path) -> None:
    asyncio.run(Spool(tmp_path).keep(picture(1)))
    assert [path.stat().st_mode & 0o077 for path in tmp_path.iterdir()] == [0]
