"""One piece of evidence: seen, dated, sorted, moved and taken back by its line and place."""

from datetime import date

import pytest

from store.database import Store
from store.records import Evidence
from tests.scene import Scene


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Give 平顶山 with two contacts of 农业农村局 and one of another bureau."""
    scene = await Scene.open(memory, "pingdingshan-2021", "2022-01-12 10:00", deadline="2022-01-17 18:00")
    await scene.person("song", "农业农村局", name="宋莉")
    await scene.person("gao", "公安局", name="高远")
    return scene


async def rows(scene: Scene) -> tuple[Evidence, ...]:
    return await scene.store.read(lambda uow: uow.evidence.list(scene.campaign.id))


async def test_what_names_and_words_say_is_kept_and_read_back(city: Scene) -> None:
    reply = await city.say("song", "材料 3 平农〔2021〕45号《合格证工作方案》 2021年3月5日")
    assert "日期按2021年3月5日记" in reply
    (row,) = await rows(city)
    assert (row.document_number, row.title, row.dated, row.category, row.way) == (
        "平农〔2021〕45号",
        "合格证工作方案",
        date(2021, 3, 5),
        "文件",
        "chat",
    )


async def test_a_day_that_nobody_said_is_asked_and_taken_with_its_year_only(city: Scene) -> None:
    await city.send("song", "image", media_id="m1")
    assert "不知道是哪天的，请回“日期 3 2021-06-10”" in await city.say("song", "3 基地检查")
    assert "要写明年份" in await city.say("song", "日期 3-1 6月10日")
    assert "还没有到" in await city.say("song", "日期 3-1 2022-06-10")
    assert (await rows(city))[0].dated is None
    assert "1件的日期记为2021年6月10日" in await city.say("song", "日期 3-1 2021-06-10")
    assert (await rows(city))[0].dated == date(2021, 6, 10)


async def test_the_pieces_of_a_line_are_shown_with_their_state(city: Scene) -> None:
    await city.say("song", "材料 3 平农〔2021〕45号")
    await city.send("song", "image", media_id="m1")
    await city.say("song", "3")
    reply = (await city.say("song", "我的材料 3")).splitlines()
    assert "2件" in reply[0]
    assert reply[1] == "3-1 平农〔2021〕45号（文件，日期待补，1月12日收到，已保存）"
    assert reply[2] == "3-2 图片（图片，日期待补，1月12日收到，保存中，缺说明）"


async def test_a_piece_is_sorted_moved_and_taken_back_and_the_log_knows(city: Scene) -> None:
    await city.say("song", "材料 3 台账")
    assert "类别有文件、文稿、图片、信息、宣传资料" in await city.say("song", "类别 3-1 其他")
    assert "记为“文稿”类" in await city.say("song", "类别 3-1 文稿")
    assert "改归到⑤" in await city.say("song", "改归 3-1 到 5")
    assert "请写明是哪一件" in await city.say("song", "撤回材料 3-1")
    assert "记录保留" in await city.say("song", "撤回材料 5-1")
    (row,) = await rows(city)
    assert (row.category, row.code, row.state, row.withdrawn_by[:8]) == (
        "文稿",
        "5.3",
        "withdrawn",
        "contact:",
    )
    acts = await city.store.read(lambda uow: [line.act for line in uow.audit.rows(0)])
    assert {"evidence.category", "file", "evidence.withdraw"} <= set(acts)
    assert "还没有材料" in await city.say("song", "我的材料 5")


async def test_another_bureau_neither_sees_nor_touches_them(city: Scene) -> None:
    await city.say("song", "材料 3 平农〔2021〕45号")
    for text in ("我的材料 3", "日期 3-1 2021-06-10", "撤回材料 3-1", "改归 3-1 到 1", "类别 3-1 文稿"):
        assert "45号" not in await city.say("gao", text)
    (row,) = await rows(city)
    assert (row.state, row.dated, row.category, row.code) == ("stored", None, "文件", "5.1")


async def test_what_was_judged_or_archived_is_neither_taken_back_nor_moved(city: Scene) -> None:
    await city.person("bai", "市场监督管理局", role="reviewer", name="白雪")
    await city.person("qin", "市场监督管理局", role="office", name="秦芳")
    await city.say("song", "材料 3 平农〔2021〕45号")
    await city.say("song", "第3项自评0.9分")
    await city.say("qin", "待审")
    await city.say("qin", "1通过")
    for text in ("撤回材料 3-1", "改归 3-1 到 4"):
        assert "已核定通过，材料不能撤回、改归；确需更正请联系质强办解锁" in await city.say("song", text)
    (row,) = await rows(city)
    assert (row.code, row.state) == ("5.1", "stored")


async def test_a_link_in_somebodys_words_is_shown_as_the_characters_it_is(city: Scene) -> None:
    await city.send("song", "image", media_id="m1")
    reply = await city.say("song", '3 <a href="https://evil.example">点这里领补贴</a>')
    assert "<a" not in reply.lower()
    assert "＜a href" in reply
    (row,) = await rows(city)
    assert "<a" not in row.caption
