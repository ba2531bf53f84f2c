import asyncio
import json

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.base import DeliveryError, Outcome
from bot.channels.wecom_api import WecomApi
from bot.sandbox.faults import Fault
from bot.sandbox.platform import Platform

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 2000


def text_to(platform: Platform, recipient: str = "wangmin", text: str = "您好") -> dict[str, object]:
    return {
        "touser": recipient,
        "agentid": platform.corp.app.agent_id,
        "msgtype": "text",
        "text": {"content": text},
    }


async def failure_of_sending(api: WecomApi, platform: Platform) -> DeliveryError:
    with pytest.raises(DeliveryError) as failed:
        await api.send(text_to(platform))
    return failed.value


@pytest.mark.parametrize("ending", ["", "/", "/cgi-bin", "/cgi-bin/"])
async def test_the_base_may_name_the_api_folder_or_not(platform: Platform, ending: str) -> None:
    app = platform.corp.app
    async with WecomApi(platform.base_url + ending, app.corp_id, app.secret) as api:
        await api.send(text_to(platform))
    assert [bubble.content.text for bubble in platform.corp.member("wangmin").bubbles] == ["您好"]


async def test_one_token_serves_many_calls_at_once(api: WecomApi, platform: Platform) -> None:
    await asyncio.gather(*(api.send(text_to(platform, text=str(number))) for number in range(20)))
    assert (platform.count("gettoken"), platform.count("message/send")) == (1, 20)


@pytest.mark.parametrize("code", [40014, 42001, 41001, 40001])
async def test_a_token_that_is_not_taken_is_fetched_again_once(
    api: WecomApi, platform: Platform, code: int
) -> None:
    platform.fail_next("message/send", code)
    await api.send(text_to(platform))
    assert (platform.count("gettoken"), platform.count("message/send")) == (2, 2)


async def test_a_token_withdrawn_early_is_no_trouble(api: WecomApi, platform: Platform) -> None:
    await api.send(text_to(platform))
    platform.corp.tokens.withdraw()
    await api.send(text_to(platform, text="又"))
    assert len(platform.corp.member("wangmin").bubbles) == 2


async def test_a_token_that_is_never_taken_makes_no_storm(api: WecomApi, platform: Platform) -> None:
    platform.fail_next("message/send", 42001, times=None)
    failures = [await failure_of_sending(api, platform) for _ in range(10)]
    assert {failed.outcome for failed in failures} == {Outcome.STOP}
    assert failures[-1].retry_after is not None
    assert platform.count("gettoken") == 2


async def test_a_failing_token_fetch_backs_off(api: WecomApi, platform: Platform) -> None:
    platform.fail_next("gettoken", -1, times=None)
    outcomes = [(await failure_of_sending(api, platform)).outcome for _ in range(10)]
    assert set(outcomes) == {Outcome.STOP}
    assert platform.count("gettoken") == 2


async def test_a_wrong_secret_is_the_administrators_business(platform: Platform) -> None:
    async with WecomApi(platform.base_url, platform.corp.app.corp_id, "wrong") as api:
        failed = await failure_of_sending(api, platform)
    assert (failed.outcome, failed.code) == (Outcome.CONFIG, 40001)


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (-1, Outcome.RETRY),
        (45033, Outcome.RETRY),
        (45009, Outcome.STOP),
        (60020, Outcome.CONFIG),
        (40056, Outcome.CONFIG),
        (81013, Outcome.REFUSED),
        (40007, Outcome.REFUSED),
        (44004, Outcome.REFUSED),
        (301002, Outcome.CONFIG),
        (999999, Outcome.REFUSED),
    ],
)
async def test_each_error_code_has_its_meaning(
    api: WecomApi, platform: Platform, code: int, outcome: Outcome
) -> None:
    platform.fail_next("message/send", code)
    failed = await failure_of_sending(api, platform)
    assert (failed.outcome, failed.code) == (outcome, code)


async def test_over_frequency_says_for_how_long(api: WecomApi, platform: Platform) -> None:
    platform.fail_next("message/send", 45009)
    assert (await failure_of_sending(api, platform)).retry_after == 60


@pytest.mark.parametrize(
    "page",
    [
        "<html>维护中</html>",
        "",
        "null",
        "[]",
        "ok",
        "{}",
        '{"errcode": "0"}',
        '{"errcode": null}',
        '{"errcode": true}',
        '{"errcode": 0.0}',
        '{"errcode": 0',
        "[" * 5000,
        '{"errmsg": "' + "x" * 70000 + '", "errcode": 0}',
    ],
)
async def test_an_answer_that_is_none_leaves_open_what_happened(
    api: WecomApi, platform: Platform, page: str
) -> None:
    platform.corp.faults.order("message/send", Fault(status=200, page=page))
    assert (await failure_of_sending(api, platform)).outcome is Outcome.AMBIGUOUS


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (500, Outcome.AMBIGUOUS),
        (502, Outcome.AMBIGUOUS),
        (302, Outcome.AMBIGUOUS),
        (429, Outcome.STOP),
        (404, Outcome.CONFIG),
        (403, Outcome.CONFIG),
    ],
)
async def test_each_http_status_has_its_meaning(
    api: WecomApi, platform: Platform, status: int, outcome: Outcome
) -> None:
    platform.corp.faults.order("message/send", Fault(status=status))
    assert (await failure_of_sending(api, platform)).outcome is outcome
    assert platform.count("gettoken") == 1


@pytest.mark.parametrize("drop", ["before", "after"])
async def test_a_connection_cut_in_the_call_leaves_open_what_happened(
    api: WecomApi, platform: Platform, drop: str
) -> None:
    platform.corp.faults.order("message/send", Fault(drop=drop))
    assert (await failure_of_sending(api, platform)).outcome is Outcome.AMBIGUOUS


@pytest.mark.parametrize(
    ("path", "outcome"), [("message/send", Outcome.AMBIGUOUS), ("gettoken", Outcome.STOP)]
)
async def test_no_call_waits_longer_than_its_time(platform: Platform, path: str, outcome: Outcome) -> None:
    platform.corp.faults.order(path, Fault(seconds=5))
    app = platform.corp.app
    async with WecomApi(platform.base_url, app.corp_id, app.secret, timeout=0.2) as api:
        assert (await failure_of_sending(api, platform)).outcome is outcome


async def test_a_platform_that_is_not_there_stops_the_channel(platform: Platform) -> None:
    app = platform.corp.app
    async with WecomApi("http://127.0.0.1:9", app.corp_id, app.secret) as api:
        failed = await failure_of_sending(api, platform)
    assert failed.outcome is Outcome.STOP


async def test_recipients_that_are_left_out_are_in_the_answer(api: WecomApi, platform: Platform) -> None:
    answer = await api.send(text_to(platform, "wangmin|liqiang|zhaolei|nobody"))
    assert (answer["invaliduser"], answer["unlicenseduser"]) == ("zhaolei|nobody", "liqiang")


async def test_no_failure_shows_secret_or_token(api: WecomApi, platform: Platform) -> None:
    await api.check()
    token, _ = platform.corp.tokens.issue()
    secret = platform.corp.app.secret
    faults = [
        Fault(errcode=40008, errmsg=f"bad access_token={token} of {secret}"),
        Fault(status=500),
        Fault(drop="before"),
        Fault(seconds=5),
        Fault(status=200, page=token),
    ]
    for fault in faults:
        platform.corp.faults.order("message/send", fault)
        failed = await failure_of_sending(api, platform)
        told = f"{failed!r} {failed} {failed.answer} {failed.__cause__!r} {failed.__suppress_context__}"
        assert token not in told
        assert failed.__cause__ is None
        assert failed.__suppress_context__ or failed.__context__ is None
    platform.corp.tokens.withdraw()
    platform.corp.faults.order("gettoken", Fault(errcode=40001, errmsg=f"corpsecret={secret} is wrong"))
    failed = await failure_of_sending(api, platform)
    assert secret not in f"{failed!r} {failed.answer}"


async def test_a_picture_goes_up_and_a_file_keeps_its_chinese_name(api: WecomApi, platform: Platform) -> None:
    media_id = await api.upload("file", "如皋自评报告 “初稿”.png", PNG, "image/png")
    stored = platform.corp.media.get(media_id)
    assert (stored.name, stored.data, stored.content_type) == ("如皋自评报告 “初稿”.png", PNG, "image/png")


async def test_a_file_comes_down_with_its_name(api: WecomApi, platform: Platform) -> None:
    media_id = platform.corp.media.keep("file", "证明 1.png", PNG, "image/png")
    async with api.download(media_id) as download:
        content = b"".join([chunk async for chunk in download.chunks])
    assert (content, download.name, download.mime) == (PNG, "证明 1.png", "image/png")


async def test_a_file_that_happens_to_be_json_comes_down(api: WecomApi, platform: Platform) -> None:
    data = json.dumps({"合格率": "91.5"}).encode()
    media_id = platform.corp.media.keep("file", "数据.json", data, "application/json")
    async with api.download(media_id) as download:
        assert b"".join([chunk async for chunk in download.chunks]) == data


@pytest.mark.parametrize("size", [20 * 2**20 + 7, 40 * 2**20])
async def test_a_large_file_comes_down_in_pieces(platform: Platform, size: int) -> None:
    data = bytes(range(256)) * (size // 256) + b"7" * (size % 256)
    media_id = platform.corp.media.keep("video", "工地.mp4", data, "video/mp4")
    app = platform.corp.app
    async with (
        WecomApi(platform.base_url, app.corp_id, app.secret) as api,
        api.download(media_id) as download,
    ):
        assert b"".join([chunk async for chunk in download.chunks]) == data
        assert download.name == "工地.mp4"


async def test_an_error_in_place_of_a_file_is_no_file(api: WecomApi) -> None:
    with pytest.raises(DeliveryError) as failed:
        async with api.download("unknown"):
            pass
    assert (failed.value.outcome, failed.value.code) == (Outcome.REFUSED, 40007)


@pytest.mark.parametrize("page", ["<html>维护中</html>", "", "{}"])
async def test_a_page_in_place_of_a_file_is_no_file(api: WecomApi, platform: Platform, page: str) -> None:
    media_id = platform.corp.media.keep("file", "a.png", PNG, "image/png")
    platform.corp.faults.order("media/get", Fault(status=200, page=page))
    with pytest.raises(DeliveryError) as failed:
        async with api.download(media_id):
            pass
    assert failed.value.outcome in {Outcome.RETRY, Outcome.AMBIGUOUS}


async def test_a_file_is_fetched_with_a_fresh_token(api: WecomApi, platform: Platform) -> None:
    await api.check()
    platform.corp.tokens.expire()
    media_id = platform.corp.media.keep("file", "a.png", PNG, "image/png")
    async with api.download(media_id) as download:
        assert b"".join([chunk async for chunk in download.chunks]) == PNG
    assert platform.count("gettoken") == 2


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="证明.jpg"', "证明.jpg"),
        ("attachment; filename*=utf-8''%E8%AF%81%E6%98%8E.jpg", "证明.jpg"),
        ('attachment; filename="..\\..\\x.jpg"', "x.jpg"),
        ("attachment", ""),
        ("nonsense;;;", ""),
    ],
)
async def test_a_file_name_is_read_in_each_spelling(disposition: str, name: str) -> None:
    async def token(request: web.Request) -> web.Response:
        return web.json_response({"errcode": 0, "access_token": "t", "expires_in": 7200})

    async def media(request: web.Request) -> web.Response:
        return web.Response(body=PNG, headers={"Content-Disposition": disposition})

    app = web.Application()
    app.router.add_get("/cgi-bin/gettoken", token)
    app.router.add_get("/cgi-bin/media/get", media)
    async with (
        TestServer(app) as server,
        WecomApi(str(server.make_url("/")), "c", "s") as api,
        api.download("m") as download,
    ):
        assert download.name == name


async def test_the_account_behind_an_encrypted_one_is_told_and_an_account_stays_what_it_is(
    api: WecomApi, platform: Platform
) -> None:
    hidden = "woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA"
    platform.corp.open_userids[hidden] = "WangMin"
    assert await api.userid_of(hidden) == "wangmin"
    assert await api.userid_of("chenhong") == "chenhong"
