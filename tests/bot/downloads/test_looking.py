"""A reviewer's page of one leaf's evidence."""

import re

import pytest

from handlers.exports.orders import Order, OrderError, filled
from handlers.matters.register import About
from store.unit_of_work import UnitOfWork
from tests.bot.documents.desk import AGRICULTURE, PAPER, PICTURE
from tests.bot.downloads.window import Window


async def test_a_reviewer_opens_a_leaf_and_its_pieces(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    url = window.look(reviewer)
    status, body, headers = await window.get(url)
    page = body.decode()
    assert status == 200
    assert "script" not in headers["Content-Security-Policy"]
    assert "&lt;b&gt;现场&lt;/b&gt;" in page
    assert "width=device-width" in page
    links = [link for link in re.findall(r'(?:href|src)="([^"]+)"', page) if "static" not in link]
    assert len(links) == 3
    opened = {link: await window.get(url.rsplit("/", 1)[0] + "/" + link) for link in links}
    kinds = {link: headers["Content-Type"] for link, (_, _, headers) in opened.items()}
    assert sorted(kinds.values()) == ["application/octet-stream", "image/png", "image/png"]
    assert {body for _, body, _ in opened.values()} == {PAPER, PICTURE}
    paper = next(headers for _, body, headers in opened.values() if body == PAPER)
    assert paper["Content-Disposition"].startswith("attachment")


async def test_nobody_else_looks_and_no_link_leads_to_another_leaf(window: Window) -> None:
    outside = await window.desk.hand_in("file", "1.1", content=PAPER, original_name="别的.pdf")
    reviewer = await window.person("bai", "reviewer")
    url = window.look(reviewer)
    assert await window.status(url) == 200
    assert await window.status(f"{url}/{outside}") == 403
    assert await window.status(f"{url}/999999") == 403
    assert await window.status(window.look(window.desk.contact)) == 403
    assert await window.status(window.look(await window.person("shi", "leader"))) == 403


async def test_every_opening_is_noted(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    url = window.look(reviewer)
    await window.get(url)
    await window.get(f"{url}/1")
    rows = await window.desk.scene.store.read(lambda uow: uow.audit.rows())
    last = [row for row in rows if row.act == "open"][-1]
    assert last.actor == f"contact:{reviewer}"
    assert '"evidence_id":1' in last.detail


async def recuse(window: Window, reviewer: int, about: About) -> None:
    scene = window.desk.scene
    await scene.store.run(
        lambda uow: uow.matters.open(
            campaign_id=scene.campaign.id,
            kind="recusal",
            text="我要回避",
            contact_id=reviewer,
            inbox_id=None,
            at=scene.now,
            **about,
        )
    )


@pytest.mark.parametrize("about", [{"code": "1.3", "subject": "平顶山市"}, {"unit": AGRICULTURE}])
async def test_who_has_recused_himself_sees_nothing_more_by_a_link_that_is_open(
    window: Window, about: About
) -> None:
    reviewer = await window.person("bai", "reviewer")
    url = window.look(reviewer)
    assert await window.status(url) == 200
    assert await window.status(f"{url}/2/small") == 200
    await recuse(window, reviewer, about)
    for address in (url, f"{url}/1", f"{url}/2", f"{url}/2/small"):
        status, body, _ = await window.get(address)
        assert (status, "已申请回避" in body.decode()) == (403, True)


async def test_no_other_way_leads_to_a_piece_either(window: Window) -> None:
    scene = window.desk.scene
    order = Order("item", await window.person("bai", "reviewer"), evidence_id=2)

    def piece(uow: UnitOfWork) -> object:
        return filled(uow, order, scene.library, scene.now)

    assert await scene.store.read(piece)
    await recuse(window, order.contact_id, {"unit": AGRICULTURE})
    with pytest.raises(OrderError, match="不能看"):
        await scene.store.read(piece)


async def test_of_a_leaf_of_two_units_the_other_ones_pieces_stay(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    await window.desk.hand_in("text", "1.3", unit="公安局", text="公安局的一条")
    await recuse(window, reviewer, {"unit": AGRICULTURE})
    status, body, _ = await window.get(window.look(reviewer))
    page = body.decode()
    assert (status, "公安局的一条" in page, "45号" in page) == (200, True, False)


async def test_who_is_no_reviewer_any_more_sees_nothing_by_a_link_that_is_open(window: Window) -> None:
    reviewer = await window.person("bai", "reviewer")
    url = window.look(reviewer)
    assert await window.status(url) == 200
    await window.desk.scene.store.run(lambda uow: uow.roster.change(reviewer, role="contact"))
    assert await window.status(url) == 403
    assert await window.status(f"{url}/1") == 403
