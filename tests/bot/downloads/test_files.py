"""A file that a signed link opens: for whom, for how long, and that half of it never passes for the whole."""

import io
import zipfile

import aiohttp
import pytest

from bot.documents.rendering import KIND, target_of
from bot.downloads import streaming
from bot.downloads.files import FETCH, TO_FETCH
from handlers.exports.looking import LOOK
from handlers.exports.orders import Order
from tests.bot.documents.desk import AGRICULTURE
from tests.bot.downloads.window import MINUTES, Window


async def test_a_package_is_streamed_under_its_name_with_its_length(window: Window) -> None:
    status, body, headers = await window.get(window.package(window.desk.contact))
    assert status == 200
    assert headers["Content-Length"] == str(len(body))
    assert "filename*=UTF-8''%E5%86%9C" in headers["Content-Disposition"]
    assert headers["Content-Disposition"].startswith('attachment; filename="download.zip"')
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == 4


async def test_a_look_at_the_head_alone_reads_nothing(window: Window) -> None:
    url = window.package(window.desk.contact)
    whole = (await window.get(url))[1]
    status, body, headers = await window.get(url, "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) == len(whole)


async def test_the_link_dies_with_time_and_with_the_role(window: Window) -> None:
    contact = await window.person("other", "contact", AGRICULTURE)
    url = window.package(contact)
    assert await window.status(url) == 200
    await window.desk.scene.store.run(lambda uow: uow.roster.deactivate(contact))
    status, body, _ = await window.get(url)
    assert (status, "不在这次考核的名册上" in body.decode()) == (403, True)
    late = window.links.sign(
        KIND, window.desk.contact, target_of(Order("evidence", 0)), window.clock.now() - MINUTES
    )
    assert "链接已过期" in (await window.get(f"{window.address}/{KIND}/{late}"))[1].decode()


@pytest.mark.parametrize("change", ["kind", "contact", "cut", "target"])
async def test_a_link_that_was_altered_opens_nothing(window: Window, change: str) -> None:
    url = window.package(window.desk.contact)
    token = url.rsplit("/", 1)[1]
    other = window.links.sign(KIND, 999, target_of(Order("evidence", 0)), window.clock.now() + MINUTES)
    altered = {
        "kind": f"{window.address}/{LOOK}/{token}",
        "contact": f"{window.address}/{KIND}/{other.split('.')[0]}.{token.split('.')[1]}",
        "cut": url[:-3],
        "target": window.link(
            KIND, window.desk.contact, target_of(Order("evidence", 0)).replace("evidence", "everything")
        ),
    }
    assert await window.status(altered[change]) == 403


async def test_a_file_that_was_tampered_with_breaks_off(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    row = await window.desk.scene.store.read(lambda uow: uow.evidence.get(1))
    assert row is not None
    assert row.sha256 is not None
    path = window.desk.files.path(row.sha256)
    path.chmod(0o600)
    path.write_bytes(b"%PDF-6.6 ")
    url = window.look(reviewer)
    assert await window.status(url) == 200
    with pytest.raises(aiohttp.ClientError):
        await window.get(f"{url}/1")


async def test_another_program_gets_the_file_at_the_address_it_is_led_to_but_not_for_long(
    window: Window,
) -> None:
    async with window.browsers[0].http.post(window.package(window.desk.contact)) as answer:
        place, whole = str(answer.url), await answer.read()
    assert f"/{FETCH}/" in place
    assert (await window.browser().read(place))[:2] == (200, whole)
    window.clock.move_to(window.clock.now() + TO_FETCH)
    status, body, _ = await window.browser().read(place)
    assert (status, "链接已过期" in body.decode()) == (403, True)


async def test_no_more_downloads_than_there_are_turns(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "WAIT_SECONDS", 0.01)
    url = window.package(window.desk.contact)
    for _ in range(streaming.AT_ONCE):
        await window.turns.acquire()
    status, body, _ = await window.get(url)
    assert (status, "正在下载的人多" in body.decode()) == (503, True)
    window.turns.release()
    assert await window.status(url) == 200
