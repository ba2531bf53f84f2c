"""The stand-in answers the HTTP API as the real platform is documented to answer."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from aiohttp import ClientSession, FormData

from bot.sandbox.corp import Corp
from bot.sandbox.faults import Fault
from bot.sandbox.platform import Platform

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


def body(corp: Corp, touser: str = "wangmin", **parts: object) -> dict[str, object]:
    message = parts or {"msgtype": "text", "text": {"content": "六月末前请报"}}
    return {"touser": touser, "agentid": corp.app.agent_id, **message}


async def post(http: ClientSession, corp: Corp, path: str, data: object) -> Mapping[str, Any]:
    token, _ = corp.tokens.issue()
    async with http.post(f"/cgi-bin/{path}", params={"access_token": token}, json=data) as answer:
        assert answer.status == 200
        read: Mapping[str, Any] = await answer.json()
        return read


async def upload(http: ClientSession, corp: Corp, kind: str, data: bytes) -> Mapping[str, Any]:
    form = FormData(quote_fields=False)
    form.add_field("media", BytesIO(data), filename="通报.png", content_type="image/png")
    params = {"access_token": corp.tokens.issue()[0], "type": kind}
    async with http.post("/cgi-bin/media/upload", params=params, data=form) as answer:
        read: Mapping[str, Any] = await answer.json()
        return read


async def fetch(http: ClientSession, corp: Corp, media_id: str) -> aiohttp.ClientResponse:
    params = {"access_token": corp.tokens.issue()[0], "media_id": media_id}
    answer = await http.get("/cgi-bin/media/get", params=params)
    await answer.read()
    return answer


async def test_the_token_stays_the_same_within_its_life(http: ClientSession, corp: Corp) -> None:
    query = {"corpid": corp.app.corp_id, "corpsecret": corp.app.secret}
    first = await (await http.get("/cgi-bin/gettoken", params=query)).json()
    second = await (await http.get("/cgi-bin/gettoken", params=query)).json()
    assert first["access_token"] == second["access_token"]
    assert len(first["access_token"]) > 200
    assert first["expires_in"] == 7200


@pytest.mark.parametrize(("wrong", "errcode"), [("corpid", 40013), ("corpsecret", 40001)])
async def test_a_wrong_corp_or_secret_gets_no_token(
    http: ClientSession, corp: Corp, wrong: str, errcode: int
) -> None:
    query = {"corpid": corp.app.corp_id, "corpsecret": corp.app.secret, wrong: "x"}
    answer = await (await http.get("/cgi-bin/gettoken", params=query)).json()
    assert answer["errcode"] == errcode
    assert "access_token" not in answer


async def test_a_token_is_missing_invalid_or_expired(http: ClientSession, corp: Corp) -> None:
    async def errcode(token: str) -> int:
        params = {"access_token": token} if token else {}
        answer = await http.post("/cgi-bin/message/send", params=params, json=body(corp))
        code: int = (await answer.json())["errcode"]
        return code

    expired, _ = corp.tokens.issue()
    corp.tokens.expire()
    withdrawn, _ = corp.tokens.issue()
    corp.tokens.withdraw()
    assert [await errcode(token) for token in ("", "x", expired, withdrawn)] == [41001, 40014, 42001, 40014]


async def test_a_token_dies_when_its_time_is_over(corp: Corp, http: ClientSession) -> None:
    corp.tokens.lifetime = 0
    assert (await post(http, corp, "message/send", body(corp)))["errcode"] == 42001


async def test_a_text_arrives_and_is_answered_with_a_msgid(http: ClientSession, corp: Corp) -> None:
    answer = await post(http, corp, "message/send", body(corp))
    assert answer["errcode"] == 0
    assert answer["msgid"]
    assert corp.member("WANGMIN").texts() == ["六月末前请报"]


async def test_part_of_the_recipients_may_be_invalid_or_unlicensed(http: ClientSession, corp: Corp) -> None:
    answer = await post(http, corp, "message/send", body(corp, "WangMin|LiQiang|ZhaoLei|Nobody"))
    assert answer["errcode"] == 0
    assert answer["invaliduser"] == "zhaolei|nobody"
    assert answer["unlicenseduser"] == "liqiang"
    assert len(corp.member("wangmin").bubbles) == 1


async def test_no_valid_recipient_at_all_is_81013(http: ClientSession, corp: Corp) -> None:
    assert (await post(http, corp, "message/send", body(corp, "liqiang|nobody")))["errcode"] == 81013
    assert (await post(http, corp, "message/send", body(corp, "")))["errcode"] == 82001


async def test_a_text_is_cut_at_2048_bytes_in_the_middle_of_a_character(
    http: ClientSession, corp: Corp
) -> None:
    await post(http, corp, "message/send", body(corp, msgtype="text", text={"content": "考" * 700}))
    (text,) = corp.member("wangmin").texts()
    assert text.startswith("考" * 682)
    assert text.endswith("\ufffd")
    assert len(text) == 683


CARD = {
    "card_type": "button_interaction",
    "main_title": {"title": "待审1件"},
    "task_id": "review-1",
    "button_list": [{"text": "通过", "key": "accept:1"}, {"text": "退回", "key": "return:1"}],
}


@pytest.mark.parametrize(
    ("parts", "errcode"),
    [
        ({"msgtype": "text", "text": {"content": ""}}, 44004),
        ({"msgtype": "text"}, 40058),
        ({"msgtype": "carrier_pigeon", "carrier_pigeon": {}}, 40008),
        ({"msgtype": "textcard", "textcard": {"title": "t", "description": "d"}}, 40058),
        ({"msgtype": "image", "image": {"media_id": "gone"}}, 40007),
        ({"msgtype": "file", "file": {}}, 41006),
        ({"msgtype": "template_card", "template_card": CARD | {"task_id": "有汉字"}}, 40058),
        ({"msgtype": "template_card", "template_card": CARD | {"button_list": []}}, 40058),
        ({"msgtype": "template_card", "template_card": CARD | {"jump_list": [{}] * 4}}, 40058),
        ({"msgtype": "template_card", "template_card": CARD | {"card_type": "text_notice"}}, 40058),
        ({"msgtype": "news", "news": {"articles": []}}, 45008),
    ],
)
async def test_what_the_platform_would_not_take_is_refused(
    http: ClientSession, corp: Corp, parts: dict[str, object], errcode: int
) -> None:
    assert (await post(http, corp, "message/send", body(corp, "wangmin", **parts)))["errcode"] == errcode
    assert corp.member("wangmin").bubbles == []


async def test_a_body_that_is_no_json_and_a_wrong_agent_are_refused(http: ClientSession, corp: Corp) -> None:
    params = {"access_token": corp.tokens.issue()[0]}
    answer = await http.post("/cgi-bin/message/send", params=params, data="{")
    assert (await answer.json())["errcode"] == 47001
    assert (await post(http, corp, "message/send", body(corp) | {"agentid": 7}))["errcode"] == 40056


async def test_an_identical_request_is_not_delivered_again_when_the_check_is_on(
    http: ClientSession, corp: Corp
) -> None:
    message = body(corp) | {"enable_duplicate_check": 1}
    assert (await post(http, corp, "message/send", message))["errcode"] == 0
    assert (await post(http, corp, "message/send", message))["errcode"] == 0
    assert len(corp.member("wangmin").bubbles) == 1
    await post(http, corp, "message/send", body(corp))
    await post(http, corp, "message/send", body(corp))
    assert len(corp.member("wangmin").bubbles) == 3


async def test_the_thirty_first_message_of_a_minute_is_discarded_silently(
    http: ClientSession, corp: Corp
) -> None:
    answers = [await post(http, corp, "message/send", body(corp)) for _ in range(31)]
    assert {answer["errcode"] for answer in answers} == {0}
    assert len(corp.member("wangmin").bubbles) == 30
    assert len(corp.discarded) == 1


async def test_a_textcard_keeps_title_description_and_address(http: ClientSession, corp: Corp) -> None:
    card = {"title": "上传佐证", "description": "点开选文件", "url": "https://kaohe.test/upload/1"}
    await post(http, corp, "message/send", body(corp, msgtype="textcard", textcard=card))
    (bubble,) = corp.member("wangmin").bubbles
    assert (bubble.content.title, bubble.content.url) == ("上传佐证", "https://kaohe.test/upload/1")


async def test_a_card_can_be_changed_once_by_its_response_code(http: ClientSession, corp: Corp) -> None:
    card = await post(http, corp, "message/send", body(corp, msgtype="template_card", template_card=CARD))
    change = {
        "userids": ["wangmin"],
        "agentid": corp.app.agent_id,
        "response_code": card["response_code"],
        "button": {"replace_name": "已通过"},
    }
    assert (await post(http, corp, "message/update_template_card", change))["errcode"] == 0
    assert corp.member("wangmin").bubbles[0].content.button == "已通过"
    assert (await post(http, corp, "message/update_template_card", change))["errcode"] == 40058


async def test_a_message_can_be_recalled(http: ClientSession, corp: Corp) -> None:
    sent = await post(http, corp, "message/send", body(corp))
    assert (await post(http, corp, "message/recall", {"msgid": sent["msgid"]}))["errcode"] == 0
    assert corp.member("wangmin").bubbles[0].withdrawn
    assert (await post(http, corp, "message/recall", {"msgid": "other"}))["errcode"] == 40058


async def test_an_uploaded_picture_can_be_sent_and_fetched(http: ClientSession, corp: Corp) -> None:
    kept = await upload(http, corp, "image", PNG)
    assert (kept["errcode"], kept["type"]) == (0, "image")
    await post(http, corp, "message/send", body(corp, msgtype="image", image={"media_id": kept["media_id"]}))
    assert corp.member("wangmin").bubbles[0].content.media_id == kept["media_id"]
    answer = await fetch(http, corp, kept["media_id"])
    assert (await answer.read(), answer.content_type) == (PNG, "image/png")
    assert answer.content_disposition is not None
    assert answer.content_disposition.filename == "通报.png"


@pytest.mark.parametrize(
    ("kind", "data", "errcode"),
    [
        ("image", b"GIF89a" + bytes(10), 40005),
        ("image", b"\x89PNG", 40006),
        ("image", PNG + bytes(10 * 1024 * 1024), 45001),
        ("voice", PNG, 40005),
        ("poem", PNG, 40004),
    ],
    ids=["not a picture", "too small", "too large", "not a voice", "no such type"],
)
async def test_media_of_a_wrong_type_or_size_are_refused(
    http: ClientSession, corp: Corp, kind: str, data: bytes, errcode: int
) -> None:
    assert (await upload(http, corp, kind, data))["errcode"] == errcode


async def test_an_unknown_media_id_is_json_with_http_200(http: ClientSession, corp: Corp) -> None:
    answer = await fetch(http, corp, "unknown")
    assert answer.status == 200
    assert (await answer.json())["errcode"] == 40007


async def test_media_over_20_megabytes_need_a_range(http: ClientSession, corp: Corp) -> None:
    media_id = corp.media.keep("file", "a.pdf", bytes(20 * 1024 * 1024 + 1), "application/pdf")
    assert (await (await fetch(http, corp, media_id)).json())["errcode"] == 830002
    params = {"access_token": corp.tokens.issue()[0], "media_id": media_id}
    async with http.get("/cgi-bin/media/get", params=params, headers={"Range": "bytes=0-9"}) as part:
        assert (part.status, len(await part.read())) == (206, 10)


async def test_a_member_is_described_without_telephone(http: ClientSession, corp: Corp) -> None:
    params = {"access_token": corp.tokens.issue()[0], "userid": "wangmin"}
    known = await (await http.get("/cgi-bin/user/get", params=params)).json()
    assert (known["name"], "mobile" in known) == ("王敏", False)
    unknown = await (await http.get("/cgi-bin/user/get", params=params | {"userid": "zhaolei"})).json()
    assert unknown["errcode"] == 60111


async def test_an_ordered_refusal_happens_as_often_as_ordered(
    http: ClientSession, corp: Corp, platform: Platform
) -> None:
    platform.fail_next("message/send", 45009, times=2)
    answers = [(await post(http, corp, "message/send", body(corp)))["errcode"] for _ in range(3)]
    assert answers == [45009, 45009, 0]
    assert platform.count("message/send") == 3


async def test_a_lost_answer_still_had_its_effect(
    http: ClientSession, corp: Corp, platform: Platform
) -> None:
    corp.faults.order("message/send", Fault(drop="after"))
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await post(http, corp, "message/send", body(corp))
    assert len(corp.member("wangmin").bubbles) == 1
    corp.faults.order("message/send", Fault(drop="before"))
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await post(http, corp, "message/send", body(corp))
    assert len(corp.member("wangmin").bubbles) == 1


async def test_a_page_can_come_instead_of_json(http: ClientSession, corp: Corp) -> None:
    corp.faults.order("message/send", Fault(times=None, page="<html>502</html>"))
    answer = await http.post("/cgi-bin/message/send", json=body(corp))
    assert (answer.status, answer.content_type) == (200, "text/html")
    corp.faults.clear()
    assert (await post(http, corp, "message/send", body(corp)))["errcode"] == 0
