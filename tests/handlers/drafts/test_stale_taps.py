"""The state changes between a draft and its 是: nothing is done on a state other than the one that was shown."""

from functools import partial

from store.database import Store
from store.records import Role
from store.unit_of_work import UnitOfWork
from tests.scene import Scene


async def coverage(scene: Scene) -> list[object]:
    """Every value that was stored for the coverage, oldest first."""
    return [row.given.get("coverage_percent") for row in await scene.submissions()]


async def decided(scene: Scene) -> list[str]:
    """The kinds of all decisions, oldest first."""
    rows = await scene.store.read(lambda uow: uow.reviews.of_campaign(scene.campaign.id))
    return [row.act for row in rows]


async def arranged(scene: Scene, kind: str) -> list[object]:
    """What was arranged of that kind, oldest first."""
    rows = await scene.store.read(lambda uow: uow.arrangements.of_campaign(scene.campaign.id))
    return [row.value for row in rows if row.kind == kind]


async def test_a_correction_replaces_no_value_but_the_one_it_was_asked_about(county: Scene) -> None:
    await county.person("ma", "县城建局", name="马远")
    await county.say("wang", "2 98")
    assert "98%" in await county.say("wang", "覆盖率报错了，应该是97")
    await county.say("ma", "2 99")
    await county.say("ma", "1")
    reply = await county.say("wang", "1")
    assert "有变动" in reply
    assert "99%" in reply
    assert await coverage(county) == ["98", "99"]


async def test_a_doubt_is_not_settled_over_what_a_colleague_has_reported_since(county: Scene) -> None:
    await county.person("ma", "县城建局", name="马远")
    await county.say("wang", "覆盖率：全覆盖")
    await county.say("ma", "2 99")
    assert "现在是99%" in await county.say("wang", "1")
    assert await coverage(county) == ["99"]


async def test_the_office_enters_nothing_over_what_the_unit_has_reported_since(county: Scene) -> None:
    assert "代县城建局填报" in await county.say("zhou", "代县城建局填报 2 97")
    await county.say("wang", "2 98")
    assert "有变动" in await county.say("zhou", "是")
    assert await coverage(county) == ["98"]


async def test_points_are_given_for_the_report_that_was_looked_at_alone(county: Scene) -> None:
    await county.say("wang", "1 齐全")
    await county.say("li", "待审")
    assert "将评T16-H1" in await county.say("li", "城建局执法检查给2分 材料不全")
    await county.say("wang", "1改成未完成")
    await county.say("wang", "1")
    assert "有变动" in await county.say("li", "是")
    assert await decided(county) == []


async def test_an_extension_is_given_on_the_deadline_that_was_shown(county: Scene) -> None:
    await county.person("ning", "质量强县工作领导小组办公室", "office", name="宁静")
    assert "将单独给" in await county.say("zhou", "城建局② 延到7月3日 原因材料在审")
    await county.say("ning", "城建局② 延到7月10日 原因省局延期")
    assert "已延期" in await county.say("ning", "是")
    assert "宁静刚刚" in await county.say("zhou", "是")
    assert len(await arranged(county, "extension")) == 1


async def test_a_deadline_is_moved_from_the_one_that_was_shown(county: Scene) -> None:
    await county.person("ning", "质量强县工作领导小组办公室", "office", name="宁静")
    await county.say("zhou", "半年节点改到7月3号 原因省局延期")
    await county.say("ning", "半年节点改到7月10号 原因省里通知")
    assert "已改" in await county.say("ning", "是")
    assert "宁静刚刚" in await county.say("zhou", "是")
    assert len(await arranged(county, "deadline")) == 1


async def test_who_has_another_role_now_answers_nothing_that_he_was_asked_before(county: Scene) -> None:
    await county.say("zhou", "半年节点改到7月3号 原因省局延期")
    await become(county, "周宁", "contact")
    assert "已改" not in await county.say("zhou", "是")
    await become(county, "孙涛", "leader")
    assert "将以您的名义提醒" in await county.say("sun", "催 县城建局")
    await become(county, "孙涛", "reviewer")
    assert "已发" not in await county.say("sun", "是")
    assert await arranged(county, "deadline") == []
    assert [row.key for row in await county.outbox() if row.key.startswith("urge:")] == []


async def become(scene: Scene, name: str, role: Role) -> None:
    """Give the person that role, as the office does on another device."""

    def work(uow: UnitOfWork) -> None:
        person = next(row for row in uow.roster.list(scene.campaign.id) if row.name == name)
        uow.roster.change(person.id, role=role)

    await scene.store.run(partial(work))


async def test_nothing_is_taken_back_for_a_unit_that_one_has_left(county: Scene) -> None:
    await county.say("wang", "2 98")

    def moved(uow: UnitOfWork) -> None:
        person = next(row for row in uow.roster.list(county.campaign.id) if row.name == "王敏")
        uow.roster.change(person.id, unit="县旅游局")

    await county.store.run(moved)
    assert "不由您填报" in await county.say("wang", "撤回")
    assert await coverage(county) == ["98"]


async def test_values_of_different_kinds_are_not_offered_in_each_others_place(county: Scene) -> None:
    await county.say("wang", "1 齐全")
    await county.say("wang", "2 98")
    assert "1 是" not in await county.say("wang", "1和2的数对调一下")


async def test_a_tap_that_is_said_twice_is_no_value_of_what_it_picked(memory: Store) -> None:
    scene = await Scene.open(memory, "rugao-2018-towns", "2018-11-20 10:00")
    await scene.person("kai", "九华", subject="九华")
    await scene.say("kai", "1 2")
    assert "请直接发" in await scene.say("kai", "1")
    assert "当作重复的" in await scene.say("kai", "1")
    await scene.say("kai", "1 1")
    assert [row.given for row in await scene.submissions()] == [
        {"jiangsu_brand_applications": 2},
        {"jiangsu_brand_applications": 1},
    ]


async def test_a_message_that_is_put_right_is_not_put_right_once_more(memory: Store) -> None:
    scene = await Scene.open(
        memory, "ziyang-2016", "2016-12-05 10:00", subjects=("雁江区", "安岳县", "乐至县")
    )
    await scene.person("pan", "市质监局")
    await scene.say("pan", "雁江96.1 安岳95.3 乐至94")
    await scene.say("pan", "都多报了0.2，往下调")
    assert (await scene.say("pan", "都多报了0.2，往下\n调")).startswith("按“都多报了")
