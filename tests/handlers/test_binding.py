from datetime import timedelta

from handlers.enrolment import fresh_code
from store.unit_of_work import UnitOfWork
from tests.scene import Scene


async def code_for(scene: Scene, contact_id: int) -> str:
    return await scene.store.run(lambda uow: fresh_code(uow, contact_id, scene.now))


async def unbound(scene: Scene) -> int:
    def find(uow: UnitOfWork) -> int:
        return next(person.id for person in uow.roster.list(scene.campaign.id) if person.account is None)

    return await scene.store.read(find)


async def test_a_code_binds_once(county: Scene) -> None:
    code = await code_for(county, await unbound(county))
    reply = await county.say("wu", f"绑定 {code}")
    assert "绑定成功：市场监督管理局 吴越（联络员）" in reply
    assert "共" in await county.say("wu", "我的任务")
    assert "不对或已过期" in await county.say("other", f"绑定{code}")


async def test_a_bare_code_in_full_width_binds_too(county: Scene) -> None:
    code = await code_for(county, await unbound(county))
    wide = code.translate({ord("0") + digit: chr(ord("０") + digit) for digit in range(10)})
    assert "绑定成功" in await county.say("wu", wide)


async def test_a_code_is_good_for_ten_minutes(county: Scene) -> None:
    code = await code_for(county, await unbound(county))
    county.now += timedelta(minutes=10, seconds=1)
    assert "不对或已过期" in await county.say("wu", f"绑定 {code}")


async def test_five_wrong_codes_lock_for_half_an_hour(county: Scene) -> None:
    contact = await unbound(county)
    right = await code_for(county, contact)
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    replies = [await county.say("wu", f"绑定 {wrong}") for _ in range(5)]
    assert "还可试4次" in replies[0]
    assert "暂停绑定30分钟" in replies[4]
    assert "暂停绑定" in await county.say("wu", f"绑定 {right}")
    county.now += timedelta(minutes=31)
    again = await code_for(county, contact)
    assert "绑定成功" in await county.say("wu", f"绑定 {again}")
