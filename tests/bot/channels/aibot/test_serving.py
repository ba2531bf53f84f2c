"""`kaohe serve` as a process, with nothing but the robot set."""

from datetime import UTC, datetime
from pathlib import Path

from bot.sandbox.robot import RobotPlatform
from store.database import Store
from tests.bot.serving import serving
from tests.scene import Scene


async def test_a_process_serves_with_the_robot_alone_and_leaves_in_order(
    robots: RobotPlatform, sqlite: Store, sqlite_url: str, tmp_path: Path
) -> None:
    scene = await Scene.open(sqlite, "rugao-2018", "2018-11-20 10:00")
    await scene.person("wangmin", "市场监管局")
    settings = {
        "KAOHE_DATABASE_URL": sqlite_url,
        "KAOHE_DATA_DIR": str(tmp_path / "data"),
        "KAOHE_AIBOT_ID": robots.bot_id,
        "KAOHE_AIBOT_SECRET": robots.secret,
        "KAOHE_AIBOT_WS_URL": robots.base_url.replace("http", "ws", 1),
    }
    async with serving(settings, tmp_path) as server:
        await robots.until(lambda: robots.connected, 30)
        await robots.say("wangmin", "上报 19.2 98.5%")
        await robots.answer("wangmin", "98.5%")
        assert await server.terminate() == 0
        assert robots.secret not in server.log
    lease = await sqlite.read(lambda uow: uow.leases.find(f"aibot:{robots.bot_id}"))
    assert lease is not None
    assert lease.until <= datetime.now(UTC)  # Another process may connect at once.
    assert len(await scene.submissions()) == 1
