"""Passing, returning, marking and stepping back in everyday words: only what was meant."""

import pytest

from store.database import Store
from tests.scene import Scene


async def acts(scene: Scene) -> list[tuple[str, str]]:
    rows = await scene.store.read(lambda uow: uow.reviews.of_campaign(scene.campaign.id))
    return [(row.act, row.code) for row in rows]


@pytest.mark.parametrize(
    "text", ["没毛病 过", "行，过了", "ok过了", "准予通过", "好，通过", "没问题 通过吧", "两个都过"]
)
async def test_plain_words_pass_the_one_that_is_open_and_no_other(county: Scene, text: str) -> None:
    await county.say("wang", "2 100")
    await county.say("li", "待审")
    await county.say("li", text)
    assert await acts(county) == ([] if text == "两个都过" else [("accept", "T17-H1")])


async def test_nothing_passes_that_was_not_seen(county: Scene) -> None:
    await county.say("wang", "2 100")
    await county.say("li", "行，过了")
    assert await acts(county) == []


async def two_wait(county: Scene) -> None:
    await county.say("wang", "2 100")
    await county.say("chen", "1 齐全")
    assert "待审2件" in await county.say("li", "待审")


async def test_two_pass_where_there_are_two_after_a_yes(county: Scene) -> None:
    await two_wait(county)
    assert "将通过2件" in await county.say("li", "两个都过")
    assert await acts(county) == []
    await county.say("li", "是")
    assert [act for act, _ in await acts(county)] == ["accept", "accept"]


async def test_all_but_one_pass_after_a_yes(county: Scene) -> None:
    await two_wait(county)
    assert "②不动" in await county.say("li", "除了2都过")
    assert await acts(county) == []
    await county.say("li", "是")
    assert [act for act, _ in await acts(county)] == ["accept"]
    assert "待审1件" in await county.say("li", "待审")


async def test_what_is_not_in_the_list_cannot_be_left_out(county: Scene) -> None:
    await two_wait(county)
    assert "没有处理" in await county.say("li", "除了5都过")
    await county.say("li", "是")
    assert await acts(county) == []


async def test_items_are_called_by_name(county: Scene) -> None:
    await two_wait(county)
    assert "要写原因" in await county.say("li", "城建局的过 旅游局的退")
    await county.say("li", "缺公章")
    assert sorted(act for act, _ in await acts(county)) == ["accept", "return"]


async def test_a_name_that_means_two_items_decides_nothing(county: Scene) -> None:
    await two_wait(county)
    await county.say("li", "县的过 局的退")
    assert await acts(county) == []


@pytest.mark.parametrize("text", ["过错了 收回来", "等下 过错了 收回来", "退错了", "刚才批错了"])
async def test_what_was_passed_by_mistake_is_taken_back(county: Scene, text: str) -> None:
    await county.say("wang", "2 100")
    await county.say("li", "待审")
    await county.say("li", "1通过")
    assert "已撤销" in await county.say("li", text)


async def test_full_marks_are_the_reviewers_to_give(memory: Store) -> None:
    city = await Scene.open(memory, "pingdingshan-2021", "2022-01-12 10:00")
    await city.person("wan", "公安局", name="万鹏")
    await city.person("bai", "市场监督管理局", "reviewer", name="白雪")
    for text in ("8.3 公安局给满分", "8.3给个满分"):
        assert "将评8.3" in await city.say("bai", text)
        await city.say("bai", "取消")
    assert "将评8.3" in await city.say("bai", "8.3 2分 做得好")
    await city.say("bai", "取消")
    assert "谁也不能" not in await city.say("bai", "给他们弄个满分吧")
    assert "谁也不能" in await city.say("wan", "给我们个满分")
    assert await acts(city) == []


async def test_who_is_near_to_somebody_there_steps_back_from_that_bureau_alone(county: Scene) -> None:
    await county.person("mei", "县质强办", "reviewer", name="李强")
    await two_wait(county)
    reply = await county.say("li", "城建局我爱人在那 这家让李强审")
    assert "已登记回避" in reply
    assert "县城建局报的各项" in reply
    assert "想让李强审" in reply
    assert "待审1件" in await county.say("li", "待审")
    rows = await county.store.read(lambda uow: uow.matters.of_campaign(county.campaign.id))
    assert [row.kind for row in rows] == ["recusal"]


async def test_a_substitute_for_one_bureau_is_not_one_for_all(county: Scene) -> None:
    await county.person("mei", "县质强办", "reviewer", name="李强")
    assert "还是您名下的全部" in await county.say("li", "城建局这家让李强审")
    assert await county.store.read(lambda uow: uow.matters.of_campaign(county.campaign.id)) == ()


@pytest.mark.parametrize("text", ["2先别过", "除了2"])
async def test_less_than_a_draft_takes_its_place(county: Scene, text: str) -> None:
    await two_wait(county)
    assert "是不是这样处理" in await county.say("li", "两个都行")
    assert "：先不动" in await county.say("li", text)
    await county.say("li", "是")
    assert await acts(county) == [("accept", "T10-H1")]
