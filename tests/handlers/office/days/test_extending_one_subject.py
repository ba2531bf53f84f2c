"""延期 for one of the assessed units for which a bureau reports the same item."""

import pytest

from handlers.campaign.arrangements import Extended
from handlers.notices import remind
from store.database import Store
from store.records import Arrangement
from tests.scene import Scene, at

ONE = "市质监局 1.1 华容区 延到1月20日 原因省抽数据未出"


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Give 鄂州: three districts, for which the bureau reports one figure each, due on 31 December."""
    districts = ("鄂城区", "华容区", "梁子湖区")
    scene = await Scene.open(
        memory, "ezhou-2013", "2014-01-06 10:00", opened="2013-12-02 09:00", subjects=districts
    )
    await scene.person("hu", "市质监局", name="胡静")
    await scene.person("feng", "市质监局", "supervisor", name="冯军")
    await scene.person("he", "华容区", subject="华容区", name="何琴")
    await scene.person("xie", "市质量强市工作领导小组办公室", "office", name="谢芸")
    return scene


async def extensions(scene: Scene) -> list[Arrangement]:
    rows = await scene.store.read(lambda uow: uow.arrangements.of_campaign(scene.campaign.id))
    return [row for row in rows if row.kind == "extension"]


async def granted(scene: Scene, text: str = ONE) -> None:
    assert "延期：" in await scene.say("xie", text)
    assert "已延期" in await scene.say("xie", "是")


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        "市质监局① 华容区 延到1月20日 原因省抽数据未出",
        "市质监局华容区的制造业产品质量合格率延到1月20日 原因省抽数据未出",
        "华容区1.1延到1月20日 原因省抽数据未出",
    ],
)
async def test_only_that_district_gets_more_time(city: Scene, text: str) -> None:
    assert "市质监局 ①制造业产品质量合格率（华容区）延期：12月31日18:00→1月20日18:00" in await city.say(
        "xie", text
    )
    await city.say("xie", "是")
    (row,) = await extensions(city)
    assert (row.unit, row.code, row.subject, row.reason) == ("市质监局", "1.1", "华容区", "省抽数据未出")
    told = {push.recipient for push in await city.outbox() if "（华容区）：可以延到" in push.text}
    assert told == {"hu", "feng"}


async def test_two_named_in_one_breath_are_two_units(city: Scene) -> None:
    assert "将给市质监局、华容区的" in await city.say("xie", "市质监局和华容区都延到1月25日 原因开会")


async def test_all_districts_named_are_the_item_itself(city: Scene) -> None:
    await granted(city, "市质监局 1.1 鄂城区 华容区 梁子湖区 延到1月20日 原因数据未出")
    assert [row.subject for row in await extensions(city)] == [""]


async def test_only_what_was_not_extended_is_late(city: Scene) -> None:
    await granted(city)
    assert "逾期" in await city.say("hu", "1.1 鄂城区 97.2")
    assert "逾期" not in await city.say("hu", "1.1 华容区 97.3")
    assert [(row.subject, row.late) for row in await city.submissions()] == [
        ("鄂城区", True),
        ("华容区", False),
    ]


async def test_lists_and_questions_say_which_district_has_more_time(city: Scene) -> None:
    await granted(city)
    tasks = await city.say("hu", "我的任务")
    assert "未报（鄂城区）" in tasks
    assert "未报（华容区，延到1月20日）" in tasks
    assert "12月31日18:00截止，已逾期3个工作日；其中华容区延到1月20日18:00" in await city.say(
        "hu", "1.1什么时候截止"
    )
    assert "其中华容区延到1月20日18:00" in await city.say("hu", "详情 1.1")
    assert "市质监局1.1（华容区）→1月20日18:00，省抽数据未出" in await city.say("xie", "时限安排")
    assert "延期 1.1 市质监局（华容区），省抽数据未出" in await city.say("xie", "安排记录")


async def test_reminders_and_escalation_name_the_districts_each_by_its_own_deadline(city: Scene) -> None:
    await granted(city)
    await city.say("hu", "1.1 鄂城区 97.2")
    await city.say("hu", "1.1 梁子湖区 97.2")
    city.now = at("2014-01-17 09:05")
    said = await city.store.run(lambda uow: remind(uow, city.now, city.library))
    texts = {push.recipient: push.text for push in said}
    assert "feng" not in texts
    assert "1月20日截止，还剩1个工作日" in texts["hu"]
    assert "①制造业产品质量合格率 10分（华容区）" in texts["hu"]
    city.now = at("2014-01-21 09:05")
    said = await city.store.run(lambda uow: remind(uow, city.now, city.library))
    assert "制造业产品质量合格率（华容区）" in {push.recipient: push.text for push in said}["feng"]


async def test_a_message_lists_an_item_once_with_all_its_districts(city: Scene) -> None:
    await granted(city)
    said = await city.store.run(lambda uow: remind(uow, city.now, city.library))
    (text,) = [push.text for push in said if push.recipient == "hu"]
    assert "最早的12月31日截止，已逾期3个工作日，还有3项没报" in text
    assert "①制造业产品质量合格率 10分（鄂城区、华容区、梁子湖区）" in text
    assert "①其中华容区延到1月20日18:00。" in text


async def test_it_is_taken_back_alone(city: Scene) -> None:
    await granted(city)
    await granted(city, "市质监局 1.1 梁子湖区 延到1月22日 原因省抽数据未出")
    assert "没有这样的延期" in await city.say("xie", "取消市质监局1.1鄂城区的延期")
    assert "1.1 制造业产品质量合格率（华容区）（延到1月20日18:00）" in await city.say(
        "xie", "取消市质监局1.1华容区的延期"
    )
    assert "1.1（华容区）的延期" in await city.say("xie", "是")
    assert [row.subject for row in await extensions(city) if not row.value] == ["华容区"]
    assert "逾期" in await city.say("hu", "1.1 华容区 97.3")
    assert "逾期" not in await city.say("hu", "1.1 梁子湖区 97.3")


async def test_a_wish_that_names_a_district_is_granted_by_what_the_office_is_told_to_type(
    city: Scene,
) -> None:
    await city.say("hu", "申请延期 制造业产品质量合格率 华容区 晚到1月22日交")
    wish = next(row.text for row in await city.outbox() if row.recipient == "xie")
    assert "同意请回“市质监局① 华容区 延到1月22日 原因……”" in wish
    await granted(city, wish.split("“")[1].split("”")[0].replace("……", "数据未出"))
    assert [(row.code, row.subject) for row in await extensions(city)] == [("1.1", "华容区")]


async def test_a_longer_extension_of_the_whole_item_counts_for_the_district_too(city: Scene) -> None:
    await granted(city)
    await granted(city, "市质监局 1.1 延到1月25日 原因数据未出")
    arranged = await city.store.read(lambda uow: uow.arrangements.of_campaign(city.campaign.id))
    assert {Extended(row.unit, row.code, row.subject) for row in arranged} == {
        Extended("市质监局", "1.1", "华容区"),
        Extended("市质监局", "1.1"),
    }
    city.now = at("2014-01-24 10:00")
    assert "逾期" not in await city.say("hu", "1.1 华容区 97.3")
    assert "已延期" not in await city.say("xie", "市质监局 1.1 华容区 延到1月23日 原因数据未出")
