"""What people register for the office, who is told, how it is decided, and what it holds up meanwhile."""

import pytest

from handlers.matters.incidents import tells_of_event
from handlers.notices import remind
from store.database import Store
from store.records import Matter
from tests.scene import Scene, at


async def matters(scene: Scene) -> tuple[Matter, ...]:
    return await scene.store.read(lambda uow: uow.matters.of_campaign(scene.campaign.id))


async def told(scene: Scene, account: str) -> list[str]:
    return [row.text for row in await scene.outbox() if row.recipient == account]


async def reminded(scene: Scene, now: str) -> set[str]:
    moment = at(now)
    pushes = await scene.store.run(lambda uow: remind(uow, moment, scene.library))
    return {push.recipient for push in pushes}


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("6月18号有个工地模板塌了 没伤人 算不算", True),
        ("昨天工地起火了", True),
        ("梁子湖区有个食品事件上央视了", True),
        ("学校食堂中毒了要不要报", True),
        ("本季度没有发生安全事故", False),
        ("安全事故0起", False),
        ("特种设备事故 2起", False),
        ("未发生重大质量事件", False),
        ("覆盖率100%", False),
        ("事故率0.3", False),
    ],
)
def test_an_event_is_told_apart_from_a_count_and_from_a_denial(text: str, tells: bool) -> None:
    assert tells_of_event(text) is tells


async def test_a_suspected_event_is_registered_and_scores_nothing(county: Scene) -> None:
    reply = await county.say("wang", "6月18号有个工地模板塌了 没伤人 算不算")
    assert "先不计分" in reply
    assert "是否已上报" in reply
    (matter,) = await matters(county)
    assert (matter.kind, matter.unit, matter.contact_name) == ("incident", "县城建局", "王敏")
    assert "第1号" in (await told(county, "zhou"))[0]
    assert "待质强办核实" in (await told(county, "li"))[0]
    assert await county.submissions() == ()


async def test_the_same_words_within_a_minute_are_one_matter(county: Scene) -> None:
    for _ in range(2):
        await county.say("wang", "我是新来的小赵 以后李姐这块我负责")
    assert len(await matters(county)) == 1
    county.now = at("2015-06-24 10:05")
    await county.say("wang", "我是新来的小赵 以后李姐这块我负责")
    assert len(await matters(county)) == 2


async def test_a_handover_changes_nothing_before_the_office_has_decided(county: Scene) -> None:
    before = await county.store.read(lambda uow: uow.roster.list(county.campaign.id))
    assert "名册不变" in await county.say("wang", "我是新来的小赵 以后李姐这块我负责")
    assert await county.store.read(lambda uow: uow.roster.list(county.campaign.id)) == before


async def test_only_the_office_lists_and_decides(county: Scene) -> None:
    await county.say("wang", "我是新来的小赵 以后李姐这块我负责")
    for account in ("wang", "li"):
        assert "您不能看待办事项" in await county.say(account, "待办事项")
        assert "您不能办结事项" in await county.say(account, "办结 1 好")
    assert "没有待办" in await county.say("sun", "待办事项")
    assert "第1号 交接申请" in await county.say("zhou", "待办事项")
    assert "没有办结" in await county.say("zhou", "办结 1")
    assert "没有办结" in await county.say("zhou", "办结 7 好")
    assert "已办结" in await county.say("zhou", "办结 1 名册已更新")
    assert "名册已更新" in (await told(county, "wang"))[-1]
    assert "没有待办" in await county.say("zhou", "待办事项")


async def test_a_disowned_line_is_neither_late_nor_reminded_of_until_decided(county: Scene) -> None:
    await county.say("wang", "1 有方案并有证明材料\n3 有证明材料")
    assert "是哪一项" in await county.say("wang", "这个不归我们管啊 是旅游局的")
    assert "已记到T17-H1" in await county.say("wang", "2")
    assert [(row.code, row.closed_at is None) for row in await matters(county)] == [
        ("", False),
        ("T17-H1", True),
    ]
    assert "wang" not in await reminded(county, "2015-06-30 09:30")
    county.now = at("2015-07-02 09:00")
    await county.say("wang", "T17-H1 98")
    assert [row.late for row in await county.submissions() if row.code == "T17-H1"] == [False]
    await county.say("zhou", "办结 2 仍归县城建局")
    await county.say("wang", "T17-H1 100")
    assert [row.late for row in await county.submissions() if row.code == "T17-H1"] == [False, True]


async def test_who_wants_the_eve_alone_is_reminded_then_and_when_late(county: Scene) -> None:
    assert "只在截止前一个工作日" in await county.say("wang", "只提醒截止前一天")
    assert "wang" not in await reminded(county, "2015-06-25 09:30")
    assert "wang" in await reminded(county, "2015-06-29 09:30")
    assert "wang" in await reminded(county, "2015-07-01 09:30")
    assert "恢复照常" in await county.say("wang", "照常提醒")


async def test_people_are_said_back_masked_and_handed_on_only_after_a_yes(county: Scene) -> None:
    reply = await county.say(
        "wang", "分管领导 张某某 男 副局长 13800000001 a@b.com；工作人员 李某 女 科员 13900000002"
    )
    for fact in ("识别到2人", "张**（男，副局长", "李*（女，科员", "缺电话、传真、邮箱"):
        assert fact in reply
    assert await matters(county) == ()
    assert "c@d.cn" in await county.say("wang", "邮箱 c@d.cn")
    assert "已提交给质强办" in await county.say("wang", "是")
    (matter,) = await matters(county)
    assert matter.kind == "contacts"
    assert "138" not in f"{matter.text}{matter.detail}"
    assert len(matter.detail["inbox"]) == 2


async def test_a_reviewer_who_steps_back_no_longer_sees_the_unit(county: Scene) -> None:
    await county.say("wang", "2 100")
    await county.say("chen", "1 完成任务并有证明材料")
    assert "不再列入您的待审" in await county.say("li", "我是城建局的 这个我不能审")
    reply = await county.say("li", "待审")
    assert "县旅游局" in reply
    assert "县城建局" not in reply
    await county.say("zhou", "办结 1 同意")
    assert "县城建局" not in await county.say("li", "待审")


async def test_who_steps_back_from_a_district_judges_nothing_of_it_whoever_reports_it(memory: Store) -> None:
    subjects = ("鄂城区", "华容区")
    scene = await Scene.open(memory, "ezhou-2013", "2013-12-10 10:00", subjects=subjects)
    await scene.person("hu", "市质监局")
    await scene.person("deng", "市质监局", "reviewer")
    await scene.say("hu", "鄂城区95.2% 华容区93.5%")
    assert "待审2件" in await scene.say("deng", "待审")
    assert "不再列入您的待审" in await scene.say("deng", "我是华容区的 这个我不能审")
    left = await scene.say("deng", "待审")
    assert ("鄂城区" in left, "华容区" in left) == (True, False)


@pytest.mark.parametrize("words", ["我是城建局的 这个我不能审", "我要回避"])
async def test_who_has_stepped_back_does_not_judge_the_evidence_either(county: Scene, words: str) -> None:
    await county.say("wang", "2 100")
    await county.say("li", "待审")
    await county.say("li", "看 1")
    await county.say("li", words)
    for said in ("材料不全 T17-H1 缺台账", "材料齐不齐 T17-H1"):
        assert "您已申请回避" in await county.say("li", said)
    assert not await county.store.read(lambda uow: uow.completeness.of_campaign(county.campaign.id))
    assert "材料定为“不全”" in await county.say("zhou", "材料不全 T17-H1 缺台账")


async def test_a_request_for_more_is_no_return(county: Scene) -> None:
    await county.say("wang", "2 100")
    assert "不算退回" in await county.say("li", "让城建局补检测报告")
    (notice,) = await told(county, "wang")
    assert "6月29日下班前" in notice
    assert "待补充" in await county.say("li", "待审")
    assert "被退回" not in await county.say("wang", "我的任务")


async def test_a_substitute_judges_for_the_absent_once_the_office_has_agreed(memory: Store) -> None:
    scene = await Scene.open(memory, "ezhou-2013", "2013-12-10 10:00", subjects=("鄂城区", "华容区"))
    await scene.person("hu", "市质监局")
    await scene.person("deng", "市质监局", "reviewer", name="邓凯")
    await scene.person("tang", "市食品药品监管局", "reviewer", name="唐林")
    await scene.person("xie", "市质兴办", "office", name="谢芸")
    await scene.say("hu", "鄂城区95.2")
    assert "没有待审" in await scene.say("tang", "待审")
    await scene.say("deng", "我这周出差 让唐林替我审")
    assert "没有待审" in await scene.say("tang", "待审")
    assert "唐林可以审邓凯的件" in await scene.say("xie", "办结 1 同意")
    assert "代审" in (await told(scene, "tang"))[-1]
    assert "待审1件" in await scene.say("tang", "待审")
    scene.now = at("2013-12-16 10:00")
    assert "没有待审" in await scene.say("tang", "待审")


async def test_a_refused_substitute_judges_nothing(memory: Store) -> None:
    scene = await Scene.open(memory, "ezhou-2013", "2013-12-10 10:00", subjects=("鄂城区", "华容区"))
    await scene.person("hu", "市质监局")
    await scene.person("deng", "市质监局", "reviewer", name="邓凯")
    await scene.person("tang", "市食品药品监管局", "reviewer", name="唐林")
    await scene.person("xie", "市质兴办", "office", name="谢芸")
    await scene.say("hu", "鄂城区95.2")
    await scene.say("deng", "我这周出差 让唐林替我审")
    await scene.say("xie", "办结 1 不同意，自己审")
    assert "没有待审" in await scene.say("tang", "待审")


async def test_a_bonus_counts_once_the_office_has_granted_it(memory: Store) -> None:
    scene = await Scene.open(memory, "rugao-2018", "2018-11-20 10:00")
    await scene.person("he", "市质量强市工作领导小组办公室", "reviewer", name="何涛")
    await scene.person("feng", "市质量强市工作领导小组办公室", "office", name="冯雪")
    await scene.say("he", "再加全国推广2分")
    assert await scene.submissions() == ()
    assert "将认定加分（第1号）" in await scene.say("feng", "办结 1 同意")
    assert await scene.submissions() == ()
    assert "加分项2分" in await scene.say("feng", "是")
    assert "没有待办" in await scene.say("feng", "待办事项")
    await scene.say("feng", "加分里詹天佑奖给1个")
    assert "加分项3分" in await scene.say("feng", "是")
    assert "其中加分3" in await scene.say("feng", "现在多少分")


async def test_a_refused_bonus_counts_nothing(memory: Store) -> None:
    scene = await Scene.open(memory, "rugao-2018", "2018-11-20 10:00")
    await scene.person("he", "市质量强市工作领导小组办公室", "reviewer", name="何涛")
    await scene.person("feng", "市质量强市工作领导小组办公室", "office", name="冯雪")
    await scene.say("he", "再加全国推广2分")
    assert "已办结" in await scene.say("feng", "办结 1 不同意，依据不足")
    assert await scene.submissions() == ()
