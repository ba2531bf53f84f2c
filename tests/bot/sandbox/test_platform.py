"""Members of the stand-in write to a real HTTP endpoint in the platform's envelopes."""

import asyncio
import re

import pytest
from aiohttp import web

from bot.sandbox.corp import Corp
from bot.sandbox.members import Content
from bot.sandbox.platform import Platform
from tests.bot.sandbox.small_bot import SmallBot


async def test_the_address_is_verified_with_an_echo(platform: Platform) -> None:
    assert await platform.callback.verify()


async def test_a_text_arrives_decrypted_and_its_reply_lands_in_the_conversation(
    platform: Platform, small_bot: SmallBot, corp: Corp
) -> None:
    small_bot.answer = small_bot.says("已收", to="WangMin")
    delivery = await platform.say("wangmin", "覆盖率100% <b> ]]>")
    assert (delivery.attempts, delivery.problem) == (1, "")
    assert "<Content>覆盖率100% &lt;b&gt; ]]&gt;</Content>" in small_bot.received[0]
    assert [(bubble.way, bubble.content.text) for bubble in corp.member("wangmin").bubbles] == [
        ("said", "覆盖率100% <b> ]]>"),
        ("reply", "已收"),
    ]


async def test_an_empty_answer_is_no_reply(platform: Platform, corp: Corp) -> None:
    delivery = await platform.say("wangmin", "你好")
    assert (delivery.status, delivery.reply) == (200, {})
    assert len(corp.member("wangmin").bubbles) == 1


async def test_a_failing_callback_gets_the_same_message_four_times(
    platform: Platform, small_bot: SmallBot
) -> None:
    async def fail(request: web.Request) -> web.Response:
        return web.Response(status=500)

    small_bot.answer = fail
    delivery = await platform.say("wangmin", "你好")
    assert (delivery.attempts, delivery.status) == (4, 500)
    assert len(small_bot.received) == 4
    assert len(set(small_bot.received)) == 1


async def test_a_late_answer_is_cut_and_the_message_sent_again(
    platform: Platform, small_bot: SmallBot, corp: Corp
) -> None:
    hang = asyncio.Event()

    async def late_once(request: web.Request) -> web.Response:
        if len(small_bot.received) == 1:
            await hang.wait()
        return await small_bot.says("已收", to="WangMin")(request)

    small_bot.answer = late_once
    platform.callback.timeout = 0.2
    delivery = await platform.say("wangmin", "你好")
    hang.set()
    assert delivery.attempts == 2
    assert corp.member("wangmin").texts() == ["已收"]


async def test_a_reply_to_another_person_or_with_a_bad_seal_is_dropped(
    platform: Platform, small_bot: SmallBot, corp: Corp
) -> None:
    small_bot.answer = small_bot.says("已收", to="liqiang")
    assert "liqiang" in (await platform.say("wangmin", "一")).problem

    async def unsigned(request: web.Request) -> web.Response:
        sealed = await small_bot.says("已收", to="WangMin")(request)
        assert sealed.text is not None
        return web.Response(
            text=re.sub(r"<MsgSignature>.*?</MsgSignature>", "<MsgSignature>0</MsgSignature>", sealed.text)
        )

    small_bot.answer = unsigned
    assert "signature" in (await platform.say("wangmin", "二")).problem

    async def plain(request: web.Request) -> web.Response:
        return web.Response(text="ok then")

    small_bot.answer = plain
    assert "cannot be read" in (await platform.say("wangmin", "三")).problem
    assert corp.member("wangmin").texts() == []


async def test_each_kind_of_message_carries_its_fields(platform: Platform, small_bot: SmallBot) -> None:
    await platform.send_image("wangmin", b"\x89PNG....", "现场.png")
    await platform.send_voice("wangmin", b"#!AMR")
    await platform.send_video("wangmin", b"mp4")
    await platform.send_file("wangmin", b"%PDF", "方案.pdf")
    await platform.send_location("wangmin", "九华镇")
    await platform.send_link("wangmin", "https://kaohe.test/1", "通知")
    await platform.send_event("wangmin", "click", EventKey="tasks")
    wanted = [
        "<MediaId>",
        "<Format>amr</Format>",
        "<ThumbMediaId>",
        "<FileName>方案.pdf</FileName>",
        "<Label>九华镇</Label>",
        "<Url>https://kaohe.test/1</Url>",
        "<Event>click</Event><EventKey>tasks</EventKey>",
    ]
    assert all(field in xml for field, xml in zip(wanted, small_bot.received, strict=True))
    ids = [re.search(r"<MsgId>(\d+)</MsgId>", xml) for xml in small_bot.received]
    assert ids[-1] is None
    assert len({found.group(1) for found in ids if found}) == 6


async def test_a_redelivery_repeats_the_message_with_its_id(platform: Platform, small_bot: SmallBot) -> None:
    first = await platform.say("wangmin", "100%")
    await platform.redeliver(first)
    assert small_bot.received[0] == small_bot.received[1]


async def test_a_click_on_a_card_names_the_key_and_a_new_code(
    platform: Platform, small_bot: SmallBot, corp: Corp
) -> None:
    content = Content("template_card", card={"card_type": "button_interaction", "task_id": "t1"})
    bubble = corp.show(corp.member("wangmin"), corp.bubble("push", content))
    await platform.click("wangmin", bubble, "accept:1", {"question": "a"})
    (xml,) = small_bot.received
    assert "<EventKey>accept:1</EventKey><TaskId>t1</TaskId>" in xml
    assert "<OpitonIds><OpitonId>a</OpitonId></OpitonIds>" in xml
    assert f"<ResponseCode>{bubble.response_code}</ResponseCode>" in xml


async def test_until_waits_for_a_bubble(platform: Platform, corp: Corp) -> None:
    waiting = asyncio.create_task(platform.until("wangmin", lambda bubble: bubble.content.text == "到了"))
    await asyncio.sleep(0)
    corp.show(corp.member("wangmin"), corp.bubble("push", Content("text", "别的")))
    corp.show(corp.member("wangmin"), corp.bubble("push", Content("text", "到了")))
    assert (await waiting).content.text == "到了"
    with pytest.raises(TimeoutError):
        await platform.until("wangmin", lambda bubble: False, seconds=0.01)
