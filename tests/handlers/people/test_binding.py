import random
from collections.abc import Sequence
from datetime import timedelta

from handlers import conversation
from handlers.messages import Incoming
from handlers.people.binding import CODE_LIFETIME
from handlers.people.enrolment import fresh_code
from store.unit_of_work import UnitOfWork
from tests.scene import CHANNEL, Scene


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


async def test_a_dictated_code_binds_too(county: Scene) -> None:
    code = await code_for(county, await unbound(county))
    spoken = "".join("零一二三四五六七八九"[int(digit)] for digit in code)
    assert "绑定成功" in await county.say("wu", f"绑定{spoken}")


async def test_a_code_is_good_for_ten_minutes(county: Scene) -> None:
    code = await code_for(county, await unbound(county))
    county.now += timedelta(minutes=10, seconds=1)
    assert "不对或已过期" in await county.say("wu", f"绑定 {code}")


async def test_a_code_tried_by_somebody_who_is_on_that_roster_already_is_not_used_up(county: Scene) -> None:
    code = await code_for(county, await unbound(county))
    assert "已经绑定为县城建局 王敏（联络员）" in await county.say("wang", f"绑定 {code}")
    assert "绑定成功：市场监督管理局 吴越" in await county.say("wu", f"绑定 {code}")


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


WRONG = "绑定码不对"


async def guess(scene: Scene, sender: str, codes: Sequence[str]) -> list[str]:
    """Try codes one after the other, each in a message of its own; what is heard."""

    def tries(uow: UnitOfWork) -> list[str]:
        sent = [
            Incoming(CHANNEL, f"{sender}-{code}", sender, "text", scene.now, text=f"绑定 {code}")
            for code in codes
        ]
        return [conversation.answer(each, uow, scene.now, scene.library).text for each in sent]

    return await scene.store.run(tries)


async def test_a_thousand_accounts_together_try_twenty_codes_in_the_life_of_one(county: Scene) -> None:
    """5,000 guesses in half an hour against 200 live codes; from single accounts each would be within its five."""
    live = [f"{number:06d}" for number in range(0, 10**6, 5000)]

    def issue(uow: UnitOfWork) -> None:
        for code in live:
            person = uow.roster.add(
                campaign_id=county.campaign.id, name=code, unit="县城建局", role="contact"
            )
            assert uow.roster.issue_code(person, code, county.now + timedelta(hours=1))

    await county.store.run(issue)
    draw = random.Random(6)
    wrong = sorted(set(range(10**6)) - set(map(int, live)))
    tried_at = []
    for sender in range(1000):
        heard = await guess(county, f"stranger{sender}", [f"{code:06d}" for code in draw.sample(wrong, 5)])
        tried_at += [county.now for reply in heard if WRONG in reply]
        assert all(WRONG in reply or "这次没有核对" in reply or "连续5次" in reply for reply in heard)
        county.now += timedelta(seconds=1.8)
    windows = [sum(at - CODE_LIFETIME < other <= at for other in tried_at) for at in tried_at]
    assert max(windows) <= 20
    assert len(tried_at) <= 3 * 20 + 20


async def test_while_others_guess_a_right_code_is_not_looked_at_and_is_good_afterwards(county: Scene) -> None:
    contact = await unbound(county)
    for sender in range(4):
        await guess(county, f"stranger{sender}", ["000001", "000002", "000003", "000004", "000005"])
    right = await code_for(county, contact)
    assert "这次没有核对" in await county.say("wu", f"绑定 {right}")
    county.now += timedelta(minutes=10)
    assert "绑定成功" in await county.say("wu", f"绑定 {await code_for(county, contact)}")


async def test_right_codes_take_no_place_from_others(county: Scene) -> None:
    for number in range(25):

        def add(uow: UnitOfWork, name: str = f"新{number}") -> int:
            return uow.roster.add(campaign_id=county.campaign.id, name=name, unit="县城建局", role="contact")

        code = await code_for(county, await county.store.run(add))
        assert "绑定成功" in await county.say(f"new{number}", f"绑定 {code}")


async def test_a_wrong_code_stands_in_the_log(county: Scene) -> None:
    await guess(county, "stranger", ["000001"])
    rows = await county.store.read(lambda uow: uow.audit.rows())
    assert [row.act for row in rows].count("bind.wrong") == 1
