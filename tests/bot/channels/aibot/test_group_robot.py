"""The group robot in the whole bot: what the office wants posted comes into the group, without values."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

from aiohttp import web
from pydantic import SecretStr

from bot import keys
from bot.app import create_app
from bot.clock import MovableClock
from bot.sandbox.platform import listen, serving
from bot.sandbox.robot import RobotPlatform
from bot.settings import Settings
from store.database import Store
from tests.scene import Scene


async def test_a_summary_without_values_is_posted_as_a_table(
    robots: RobotPlatform, sqlite: Store, sqlite_url: str, tmp_path: Path
) -> None:
    posted: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def take(request: web.Request) -> web.Response:
        posted.put_nowait(await request.json())
        return web.json_response({"errcode": 0, "errmsg": "ok"})

    group = web.Application()
    group.router.add_post("/cgi-bin/webhook/send", take)
    scene = await Scene.open(sqlite, "tieling-2015", "2015-06-29 10:02", opened="2015-05-04 09:00")
    await scene.person("wang", "县城建局", name="王敏")
    await scene.person("zhou", "质量强县工作领导小组办公室", "office", name="周宁")
    await scene.say("wang", "2 98")
    await scene.say("zhou", "开启群通报")
    assert "已开启群通报" in await scene.say("zhou", "是")
    async with serving(group, listen()) as address:
        settings = Settings.model_construct(
            database_url=sqlite_url,
            data_dir=tmp_path / "data",
            aibot_id=robots.bot_id,
            aibot_secret=SecretStr(robots.secret),
            aibot_ws_url=robots.base_url.replace("http", "ws", 1),
            webhook_url=SecretStr(f"{address}/cgi-bin/webhook/send?key=k"),
        )
        clock = MovableClock(scene.now)
        app = create_app(settings, clock=clock)
        async with serving(app, listen()):
            await app[keys.TICKS].run("group")
            clock.move_to(clock.now() + timedelta(hours=2))
            app[keys.DELIVERY].wake()
            body = await asyncio.wait_for(posted.get(), 20)
    assert body["msgtype"] == "markdown_v2"
    assert "| 责任单位 | 应报 | 已报 | 还差 |" in body["markdown_v2"]["content"]
    assert "98" not in body["markdown_v2"]["content"]
