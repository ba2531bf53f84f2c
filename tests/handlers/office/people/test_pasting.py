"""A roster pasted into the chat is taken as a whole or not at all."""

from store.records import Contact
from tests.scene import Scene

HEAD = "姓名\t单位\t角色\t企业微信账号\n"


async def roster(scene: Scene) -> tuple[Contact, ...]:
    return await scene.store.read(lambda uow: uow.roster.list(scene.campaign.id))


async def test_where_an_account_is_another_ones_nobody_is_taken_in(county: Scene) -> None:
    before = await roster(county)
    await county.say("zhou", f"{HEAD}赵六\t县财政局\t联络员\t\n钱七\t县财政局\t联络员\tli\n")
    reply = await county.say("zhou", "确认导入")
    assert reply == "没有导入：第3行：企业微信账号“li”已绑定名单里的另一个人"
    assert await roster(county) == before


async def test_who_pasted_it_stands_in_the_log(county: Scene) -> None:
    await county.say("zhou", f"{HEAD}赵六\t县财政局\t联络员\tzhaoliu\n")
    assert "都已绑定" in await county.say("zhou", "确认导入")
    assert [row.account for row in await roster(county) if row.name == "赵六"] == ["zhaoliu"]
    rows = await county.store.read(lambda uow: uow.audit.rows())
    office = next(person.id for person in await roster(county) if person.account == "zhou")
    assert [row.actor for row in rows if row.act == "roster.import"] == [f"contact:{office}"]
