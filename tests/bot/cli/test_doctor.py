import asyncio
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

import rubrics
from bot.cli import database
from bot.sandbox.corp import Corp
from bot.sandbox.envelope import CorpApp
from bot.sandbox.platform import listen, running_platform, serving
from bot.sandbox.robot import RobotPlatform
from bot.sandbox.robot_server import create_robot_platform
from bot.settings import Settings
from handlers.calendar.working_days import is_provisional
from store.unit_of_work import UnitOfWork
from tests.bot.serving import free_port
from tests.console import Kaohe


def set_app(monkeypatch: pytest.MonkeyPatch, app: CorpApp, base: str) -> None:
    for name, value in (
        ("CORP_ID", app.corp_id),
        ("AGENT_ID", str(app.agent_id)),
        ("SECRET", app.secret),
        ("TOKEN", app.token),
        ("AES_KEY", app.aes_key),
        ("API_BASE", base),
    ):
        monkeypatch.setenv(f"KAOHE_WECOM_{name}", value)


async def test_a_bot_that_can_run_has_no_errors(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch) -> None:
    corp = Corp(CorpApp.invent())
    async with running_platform(corp) as platform:
        set_app(monkeypatch, corp.app, platform.base_url)
        told = await asyncio.to_thread(kaohe, "doctor")
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert {line.split()[0] for line in lines} <= {"通过", "注意"}
    assert f"通过  企业微信：{platform.base_url} 可用" in lines
    assert [line for line in lines if line.startswith("通过  细则rugao-2018：")]


async def test_a_secret_that_the_platform_refuses_is_an_error(
    kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch
) -> None:
    corp = Corp(CorpApp.invent())
    async with running_platform(corp) as platform:
        set_app(monkeypatch, corp.app, platform.base_url)
        monkeypatch.setenv("KAOHE_WECOM_SECRET", "not-the-one-of-the-app-0123456789")
        told = await asyncio.to_thread(kaohe, "doctor")
    assert (told.code, told.err) == (1, "有1处错误\n")
    assert f"错误  企业微信：{platform.base_url}" in told.out
    assert "not-the-one" not in told.out


async def test_a_platform_out_of_reach_is_told_in_chinese(
    kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"http://127.0.0.1:{free_port()}"
    set_app(monkeypatch, CorpApp.invent(), address)
    told = await asyncio.to_thread(kaohe, "doctor")
    assert f"错误  企业微信：{address} 连不上（那里没有应答，查网络和防火墙）\n" in told.out


def test_missing_settings_and_a_missing_database_are_errors(kaohe: Kaohe, tmp_path: Path) -> None:
    (tmp_path / "kaohe.db").unlink()
    told = kaohe("doctor")
    assert (told.code, told.err) == (1, "有2处错误\n")
    assert "错误  设置有误：" in told.out
    assert "错误  数据库：数据库还没有建好或不是最新，请先运行 kaohe migrate" in told.out


def test_settings_that_cannot_be_read_end_the_examination(
    kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAOHE_PORT", "many")
    told = kaohe("doctor")
    assert (told.code, told.out.count("\n")) == (1, 1)
    assert told.out.startswith("错误  设置有误：KAOHE_PORT")


def own_rubric(folder: Path, more: str = "") -> None:
    """A copy of 如皋's rubric as an office's own, with something written below it."""
    shutil.copytree(rubrics.folder_of("rugao-2018"), folder / "mine_2018")
    file = folder / "mine_2018" / "rubric.toml"
    text = file.read_text("utf-8").replace('name = "rugao-2018"', 'name = "mine-2018"', 1)
    file.write_text(text + more, "utf-8")


def test_a_rubric_that_has_changed_or_broken_under_a_campaign_is_told(
    kaohe: Kaohe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, more in (("first", ""), ("changed", "\n# 改过\n"), ("broken", "\n[[nonsense]]\n")):
        own_rubric(tmp_path / name, more)
    monkeypatch.setenv("KAOHE_RUBRICS_DIR", str(tmp_path / "first"))
    assert kaohe("campaign", "open", "mine-2018", "--name", "甲").code == 0
    assert "考核任务“甲”" not in kaohe("doctor").out
    monkeypatch.setenv("KAOHE_RUBRICS_DIR", str(tmp_path / "changed"))
    assert "注意  考核任务“甲”：开办后细则有改动" in kaohe("doctor").out
    monkeypatch.setenv("KAOHE_RUBRICS_DIR", str(tmp_path / "broken"))
    told = kaohe("doctor")
    assert "错误  考核任务“甲”：细则mine-2018不能用" in told.out
    assert "错误  细则mine-2018：" in told.out


def test_the_doctor_says_whether_the_bucket_answers(
    kaohe: Kaohe, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAOHE_EVIDENCE_URL", bucket)
    assert f"通过  材料{bucket}：可用" in kaohe("doctor").out
    monkeypatch.setenv("KAOHE_EVIDENCE_URL", "s3://not-there")
    assert "错误  材料s3://not-there：" in kaohe("doctor").out


async def test_a_robot_alone_is_enough_and_its_state_is_told(
    kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch
) -> None:
    robots = RobotPlatform()
    async with serving(create_robot_platform(robots), listen()) as address:
        for name, value in (
            ("ID", robots.bot_id),
            ("SECRET", robots.secret),
            ("WS_URL", address.replace("http", "ws")),
        ):
            monkeypatch.setenv(f"KAOHE_AIBOT_{name}", value)
        before = await asyncio.to_thread(kaohe, "doctor")
        await asyncio.to_thread(_hold_lease, robots.bot_id, "已连接")
        connected = await asyncio.to_thread(kaohe, "doctor")
        await asyncio.to_thread(_hold_lease, robots.bot_id, "机器人已停下")
        stopped = await asyncio.to_thread(kaohe, "doctor")
    gone = await asyncio.to_thread(kaohe, "doctor")
    assert robots.subscriptions == 0
    assert (before.code, connected.code, stopped.code, gone.code) == (0, 0, 1, 1)
    assert "注意  智能机器人：现在没有进程在连接" in before.out
    assert "通过  智能机器人：已连接（进程1-a）" in connected.out
    assert "错误  智能机器人：机器人已停下（进程1-a）" in stopped.out
    assert "错误  智能机器人：ws://" in gone.out
    assert "企业微信" not in before.out
    assert robots.secret not in before.out + gone.out


def _hold_lease(bot_id: str, note: str) -> None:
    def work(uow: UnitOfWork) -> None:
        name, now = f"aibot:{bot_id}", datetime.now(UTC)
        uow.leases.take(name, "1-a", now, now)
        lease = uow.leases.find(name)
        assert lease is not None
        assert uow.leases.renew(name, lease.fence, now + timedelta(minutes=1), note)

    database.run(Settings.load(), work)


async def test_a_public_account_is_asked_for_its_token(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch) -> None:
    async def token(request: web.Request) -> web.Response:
        right = (await request.json())["secret"] == "canary-Secret-3"
        given = {"access_token": "t", "expires_in": 7200}
        return web.json_response(given if right else {"errcode": 40125, "errmsg": "invalid appsecret"})

    app = web.Application()
    app.add_routes([web.post("/cgi-bin/stable_token", token)])
    async with serving(app, listen()) as address:
        for name, value in (
            ("APP_ID", "wxba5fad812f8e6fb9"),
            ("SECRET", "canary-Secret-3"),
            ("TOKEN", "canaryToken3"),
            ("AES_KEY", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"),
            ("API_BASE", address),
        ):
            monkeypatch.setenv(f"KAOHE_WECHAT_{name}", value)
        told = await asyncio.to_thread(kaohe, "doctor")
        monkeypatch.setenv("KAOHE_WECHAT_SECRET", "canary-Secret-4")
        refused = await asyncio.to_thread(kaohe, "doctor")
    assert f"通过  公众号：{address} 可用" in told.out
    assert f"错误  公众号：{address} invalid appsecret" in refused.out
    assert "canary-Secret" not in refused.out


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> int:
    """The last year whose 调休 is published; a rehearsal may be on."""
    monkeypatch.setenv("KAOHE_WECOM_API_BASE", "http://127.0.0.1:9")
    return max(year for year in range(2020, 2040) if not is_provisional(year))


def about_the_calendar(kaohe: Kaohe) -> list[str]:
    return [line for line in kaohe("doctor").out.splitlines() if "日历：" in line]


def test_in_december_the_doctor_warns_of_next_years_unpublished_calendar(
    kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch, published: int
) -> None:
    monkeypatch.setenv("KAOHE_REHEARSAL_AT", f"{published}-12-01T09:00+08:00")
    this, following = about_the_calendar(kaohe)
    assert this == f"通过  日历：{published}年放假安排已公布"
    assert following.startswith(f"注意  日历：{published + 1}年放假安排还不知道")
    assert "kaohe calendar import" in following


def test_in_november_next_years_calendar_is_nobodys_concern(
    kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch, published: int
) -> None:
    monkeypatch.setenv("KAOHE_REHEARSAL_AT", f"{published}-11-30T09:00+08:00")
    assert about_the_calendar(kaohe) == [f"通过  日历：{published}年放假安排已公布"]


def test_an_imported_calendar_ends_the_doctors_warning(
    kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch, published: int, tmp_path: Path
) -> None:
    monkeypatch.setenv("KAOHE_REHEARSAL_AT", f"{published}-12-01T09:00+08:00")
    kaohe("campaign", "open", "rugao-2018", "--name", "甲", "--year", str(published))
    notice = tmp_path / "notice.toml"
    notice.write_text(f"year = {published + 1}\noff = [{published + 1}-01-01]\nwork = []\n", "utf-8")
    assert kaohe("calendar", "import", str(notice)).code == 0
    assert about_the_calendar(kaohe)[-1] == f"通过  日历：{published + 1}年放假安排已公布"
