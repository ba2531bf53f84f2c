"""A whole unit accepted in one message: what lacks its value or its evidence is split out."""

from tests.scene import Scene


async def accepted(scene: Scene) -> set[str]:
    rows = await scene.store.read(lambda uow: uow.reviews.of_campaign(scene.campaign.id))
    return {row.code for row in rows if row.act == "accept"}


async def test_what_is_judged_by_evidence_is_not_accepted_without_any(county: Scene) -> None:
    await county.say("wang", "1 有方案并有证明材料\n2 100")
    reply = await county.say("li", "城建局三项都过")
    assert "将通过1件：县城建局·新开工" in reply
    assert "⚠没有证明材料" in reply
    assert "T16-H1" in reply
    assert "还没有材料，没有通过" in reply
    assert "还没有上报，没有通过" in reply
    assert await accepted(county) == set()
    await county.say("li", "是")
    assert await accepted(county) == {"T17-H1"}


async def test_with_evidence_it_is_accepted_too(county: Scene) -> None:
    await county.say("wang", "1 有方案并有证明材料\n2 100")
    await county.say("wang", "材料 1 建发〔2015〕8号")
    await county.say("li", "待审")
    assert "将通过2件" in await county.say("li", "城建局都过")
    await county.say("li", "是")
    assert await accepted(county) == {"T16-H1", "T17-H1"}


async def test_a_contact_cannot_accept_his_own_unit(county: Scene) -> None:
    await county.say("wang", "2 100")
    await county.say("wang", "城建局三项都过")
    assert await accepted(county) == set()


async def test_points_for_the_item_looked_at_keep_to_the_levels(county: Scene) -> None:
    await county.say("wang", "1 有方案并有证明材料")
    assert "是哪一件" in await county.say("li", "给4分")
    await county.say("li", "待审")
    assert "没有3分" in await county.say("li", "给3分")
    assert "没有“特批”的规定" in await county.say("li", "特批3分 情况特殊")
    assert await accepted(county) == set()
    assert "4/4分，与上报一致" in await county.say("li", "给4分")
    assert await accepted(county) == {"T16-H1"}
