"""报送件: they stand on the list, are reminded of and climb like leaves, until somebody says that they were handed in."""

import pytest

from handlers.messages import Push
from handlers.notices import remind
from handlers.reminding.wanted import still_wanted
from store.database import Store
from store.records import ArrangementKind
from store.types import JsonObject
from store.unit_of_work import UnitOfWork
from tests.scene import Scene, at

LIST = "联系人名单"


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Give 平顶山 on the day on which its list of contacts is due: two bureaus, a supervisor, the office, the mayor."""
    scene = await Scene.open(memory, "pingdingshan-2021", "2022-01-10 09:00", opened="2022-01-05 08:00")
    await scene.person("nong", "农业农村局")
    await scene.person("shui", "水利局")
    await scene.person("fen", "农业农村局", "supervisor")
    await scene.person("zhou", "市场监督管理局", "office")
    await scene.person("mayor", "市政府", "leader")
    return scene


async def reminded(scene: Scene, now: str) -> dict[str, Push]:
    """Plan at that moment; {account: its last message}."""
    scene.now = at(now)
    pushes = await scene.store.run(lambda uow: remind(uow, at(now), scene.library))
    return {push.recipient: push for push in pushes}


async def arrange(scene: Scene, kind: ArrangementKind, value: JsonObject, milestone: str = "") -> None:
    """Let the office have arranged it."""

    def work(uow: UnitOfWork) -> None:
        uow.arrangements.add(
            campaign_id=scene.campaign.id,
            kind=kind,
            milestone=milestone,
            value=value,
            contact_id=None,
            inbox_id=None,
            at=scene.now,
        )

    await scene.store.run(work)


async def test_what_is_due_besides_the_leaves_stands_on_the_list(city: Scene) -> None:
    for words in ("我的任务", "待办", "还差什么"):
        said = await city.say("nong", words)
        assert f"另有事项：{LIST}1月10日12:00截止，今天截止；自评报告1月17日18:00截止" in said
        assert f"交了回“{LIST}已交”" in said
    assert "另有事项" in await city.say("fen", "我的任务")


@pytest.mark.parametrize(
    "words",
    ["联系人名单已交", "联络员名单已交", "联系人名单交了", "联系表已经报了", "我们联络员名单已报送。"],
)
async def test_what_was_handed_in_is_no_longer_asked_for(city: Scene, words: str) -> None:
    assert LIST in (await reminded(city, "2022-01-10 09:00"))["nong"].text
    city.now = at("2022-01-10 11:00")
    said = await city.say("nong", words)
    assert said.startswith(f"已登记：农业农村局的{LIST}已交（1月10日11:00），不再提醒。")
    assert LIST not in await city.say("nong", "我的任务")
    assert LIST in await city.say("shui", "我的任务")
    pushes = await reminded(city, "2022-01-11 09:00")
    assert "nong" not in pushes
    assert "\n另有事项：联系人名单1月10日12:00截止，已逾期1个工作日；" in pushes["shui"].text


async def test_what_was_handed_in_late_is_marked_so_and_kept_once(city: Scene) -> None:
    city.now = at("2022-01-12 09:00")
    assert "晚2个工作日，记为逾期" in await city.say("nong", "联系人名单已交")
    assert "1月12日09:00已登记交了" in await city.say("nong", "联系人名单已交")
    rows = await city.store.read(lambda uow: uow.arrangements.of_campaign(city.campaign.id))
    assert [(row.kind, row.code, row.unit, row.value) for row in rows] == [
        ("handed", "contacts", "农业农村局", {"handed": True, "late": True})
    ]


async def test_taken_back_it_is_asked_for_again(city: Scene) -> None:
    assert "没有登记过已交，没有改动" in await city.say("nong", "撤回联系人名单已交")
    await city.say("nong", "联系人名单已交")
    assert "又算没交，照常提醒" in await city.say("nong", "撤回联系人名单已交")
    assert LIST in await city.say("nong", "我的任务")
    assert LIST in (await reminded(city, "2022-01-11 09:00"))["nong"].text


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("报告交了", "说的是哪一件？请回“自评报告已交”"),
        ("材料交了", "说的是哪一件？请回“印证材料已交”"),
        ("名单交了", "登记吗？登记后不再提醒。\n1 联系人名单已交"),
    ],
)
async def test_what_is_not_clear_is_asked_and_changes_nothing(city: Scene, words: str, question: str) -> None:
    assert question in await city.say("nong", words)
    assert await city.store.read(lambda uow: uow.arrangements.of_campaign(city.campaign.id)) == ()


@pytest.mark.parametrize(
    "words", ["自评报告交了吗", "联系人名单没交", "谁的联系人名单交了", "自评报告什么时候交"]
)
async def test_a_question_hands_nothing_in(city: Scene, words: str) -> None:
    assert "已登记" not in await city.say("nong", words)
    assert await city.store.read(lambda uow: uow.arrangements.of_campaign(city.campaign.id)) == ()


async def test_the_office_says_it_for_a_unit_and_nobody_else_does(city: Scene) -> None:
    assert "哪一家的联系人名单" in await city.say("zhou", "联系人名单已交")
    assert (await city.say("zhou", "水利局联系人名单已交")).startswith("已登记：水利局的联系人名单已交")
    for account in ("mayor", "fen"):
        assert "已登记" not in await city.say(account, "联系人名单已交")
    # A contact speaks of its own unit, whichever it names.
    assert "农业农村局的" in await city.say("nong", "水利局自评报告已交")
    rows = await city.store.read(lambda uow: uow.arrangements.of_campaign(city.campaign.id))
    assert [(row.code, row.unit) for row in rows] == [("contacts", "水利局"), ("self_report", "农业农村局")]


async def test_a_message_about_a_paper_is_given_up_when_it_was_handed_in(city: Scene) -> None:
    await reminded(city, "2022-01-10 09:00")
    (row,) = [row for row in await city.outbox() if row.recipient == "nong"]
    assert await city.store.read(lambda uow: still_wanted(uow, row, city.now, city.library))
    await city.say("nong", "联系人名单已交")
    assert not await city.store.read(lambda uow: still_wanted(uow, row, city.now, city.library))


async def test_a_late_paper_climbs_like_a_leaf_each_step_once(city: Scene) -> None:
    heard: dict[str, list[str]] = {"fen": [], "zhou": [], "mayor": []}
    for day in (10, 11, 12, 13, 14):
        pushes = await reminded(city, f"2022-01-{day} 09:00")
        for account, days in heard.items():
            if account in pushes and pushes[account].key.startswith("late:"):
                days.append(f"{day}")
    assert heard == {"fen": ["11"], "zhou": ["12"], "mayor": ["14"]}


async def test_a_supervisor_reads_the_name_of_the_paper(city: Scene) -> None:
    text = (await reminded(city, "2022-01-11 09:00"))["fen"].text
    assert text.startswith(
        "【请关注】农业农村局有1项逾期没报（1月10日截止，已逾期1个工作日）：\n联系人名单\n"
    )


async def test_the_office_sees_whose_paper_is_lacking(city: Scene) -> None:
    await city.say("zhou", "水利局联系人名单已交")
    said = await city.say("zhou", "没报")
    assert "另有事项没交：联系人名单12家" in said
    assert "回“谁没交联系人名单”" in said
    lacking = await city.say("zhou", "谁没交联系人名单")
    assert "已交1家：水利局。" in lacking
    assert "公安局" in lacking.partition("已交1家")[0]


async def test_the_plan_of_tomorrow_holds_the_papers(city: Scene) -> None:
    said = await city.say("zhou", "提醒计划")
    assert "1月11日（下一个工作日）会发" in said
    assert "农业农村局 nong" in said


async def test_nothing_is_asked_for_after_the_archive_or_the_end(city: Scene) -> None:
    await arrange(city, "lock", {"locked": True})
    assert "另有事项" not in await city.say("nong", "我的任务")
    assert "nong" not in await reminded(city, "2022-01-11 09:00")
    await arrange(city, "lock", {"locked": False})
    assert "nong" in await reminded(city, "2022-01-12 09:00")
    await city.store.run(lambda uow: uow.campaigns.close(city.campaign.id))
    assert await reminded(city, "2022-01-13 09:00") == {}


async def test_a_unit_without_leaves_of_its_own_is_reminded_of_its_papers_alone(city: Scene) -> None:
    await city.person("shang", "商务局")
    push = (await reminded(city, "2022-01-10 09:30"))["shang"]
    assert push.text.startswith("【提醒】商务局：\n另有事项：联系人名单1月10日12:00截止，今天截止")
    assert push.card is None
    assert "另有事项：联系人名单" in await city.say("shang", "我的任务")
    assert "另有事项：联系人名单" in await city.say("shang", "报了")
    assert "再提醒您" in await city.say("shang", "稍后")


async def test_a_report_after_the_publication_is_due_from_those_of_the_printed_grade(memory: Store) -> None:
    towns = ("雁江区", "安岳县")
    scene = await Scene.open(
        memory, "ziyang-2016", "2017-03-01 09:00", opened="2016-03-01 09:00", subjects=towns
    )
    await scene.person("yan", "雁江区")
    await scene.person("an", "安岳县")
    assert "书面报告" not in await scene.say("an", "我的任务")
    await arrange(scene, "publication", {"雁江区": "核定95分，等次a", "安岳县": "核定50分，等次d"})
    assert "书面报告和限期整改措施4月1日18:00截止" in await scene.say("an", "我的任务")
    assert "书面报告" not in await scene.say("yan", "我的任务")
    assert (await scene.say("an", "整改报告交了")).startswith("已登记：安岳县的书面报告和限期整改措施已交")


async def test_a_monthly_report_is_asked_for_in_its_own_month(county: Scene) -> None:
    office = "质量强县工作领导小组办公室"
    await county.person("ban", office)
    said = await county.say("ban", "我的任务")
    assert "另有事项：6月“质量年”建设活动信息6月30日18:00截止，还剩4个工作日。" in said
    assert "说的是哪一件" in await county.say("ban", "质量年信息报了")
    late = await county.say("ban", "5月信息报了")
    assert late.startswith(f"已登记：{office}的5月“质量年”建设活动信息已交")
    assert "记为逾期" in late
    assert "6月“质量年”建设活动信息" in (await reminded(county, "2015-06-29 09:00"))["ban"].text
    assert (await county.say("ban", "6月信息报了")).startswith(f"已登记：{office}的6月")
    assert "另有事项" not in await county.say("ban", "我的任务")


async def test_a_month_that_is_over_is_asked_for_no_more(county: Scene) -> None:
    await county.person("ban", "质量强县工作领导小组办公室")
    pushes = await reminded(county, "2015-07-01 09:00")
    assert not any("6月“质量年”" in push.text for push in pushes.values())
    pushes = await reminded(county, "2015-07-24 09:00")
    assert "另有事项：7月“质量年”建设活动信息7月31日18:00截止" in pushes["ban"].text
