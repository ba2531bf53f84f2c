"""Offers: what tells is done, what does anything waits for the choice, and a choice not made is forgotten."""

import pytest

from handlers.suggesting.phrasebook import suggestions
from handlers.suggesting.suggestion import Way
from store.unit_of_work import UnitOfWork
from tests.scenarios.play import arranged_in, matters_in
from tests.scene import Scene


async def _kept(scene: Scene) -> tuple[object, ...]:
    """All that a message may leave behind besides itself."""

    def work(uow: UnitOfWork) -> tuple[object, ...]:
        campaign = scene.campaign.id
        people = [(one.id, one.role, one.active) for one in uow.roster.list(campaign)]
        return len(uow.submissions.all()), matters_in(uow, campaign), arranged_in(uow, campaign), people

    return (*await scene.store.run(work), len(await scene.outbox()))


async def test_what_clearly_is_meant_and_only_tells_is_done_at_once(county: Scene) -> None:
    reply = await county.say("sun", "哪家考得最好呀")
    assert reply.startswith("按“排名”理解：\n")
    assert "县城建局" in reply


async def test_what_writes_or_notifies_is_asked_and_done_as_if_typed(county: Scene) -> None:
    reply = await county.say("zhou", "把结果亮给大家看看")
    assert "没看懂，没有办理。您是要：\n1 发布结果" in reply
    assert "回“是”" not in reply
    assert "没看懂" not in await county.say("zhou", "1")


async def test_what_lists_first_is_begun_at_once_and_sends_nothing_before_the_yes(county: Scene) -> None:
    before = await _kept(county)
    reply = await county.say("zhou", "给各家紧紧弦吧")
    assert reply.startswith("按“催办”理解：\n将提醒")
    assert reply.endswith("回“是”发送，回“取消”不发。")
    assert await _kept(county) == before


async def test_what_may_be_meant_besides_is_named_under_what_is_told(county: Scene) -> None:
    reply = await county.say("sun", "现在大概啥情况说说呗")
    assert reply.startswith("按“")
    assert "不是这个意思，请发：“" in reply


async def test_a_leaders_words_in_a_contacts_question_are_no_refusal(county: Scene) -> None:
    reply = await county.say("wang", "最后能评个啥等级得看多少分")
    assert "不能看" not in reply
    assert "等次怎么分" in reply


async def test_another_units_name_alone_refuses_nothing(county: Scene) -> None:
    assert "不能看" not in await county.say("wang", "数据要旅游局给了才有 估计月底")
    assert "不能看" in await county.say("wang", "旅游局那边得了多少分")


@pytest.mark.parametrize("words", ["取消", "算了"])
async def test_a_refused_offer_does_nothing_and_counts_as_not_understood(county: Scene, words: str) -> None:
    before = await _kept(county)
    await county.say("zhou", "把结果亮给大家看看")
    assert "没有办理" in await county.say("zhou", words)
    assert "还是没看懂" in await county.say("zhou", "把结果亮给大家看看")
    assert "没有办理" in await county.say("zhou", words)
    assert "请换个短一点的说法" in await county.say("zhou", "把结果亮给大家看看")
    assert await _kept(county) == before


async def test_an_offer_stands_for_one_message_only(county: Scene) -> None:
    await county.say("zhou", "把结果亮给大家看看")
    await county.say("zhou", "排名")
    reply = await county.say("zhou", "1")
    assert "发布" not in reply


async def test_a_question_below_an_offer_is_answered_as_before(county: Scene) -> None:
    await county.say("wang", "覆盖率199/200")
    assert "回序号，都不是请回“取消”。" in await county.say("wang", "页面老是打不开咋整")
    assert "99.5%" in await county.say("wang", "是")
    (stored,) = await county.submissions()
    assert stored.inputs == {"coverage_percent": "99.5"}


async def test_what_somebody_may_not_do_is_refused_and_not_offered(county: Scene) -> None:
    reply = await county.say("wang", "哪家考得最好呀")
    assert "不能看排名" in reply


@pytest.mark.parametrize("account", ["wang", "sun", "zhou", "li"])
async def test_nothing_that_is_said_to_tell_changes_anything(county: Scene, account: str) -> None:
    await county.say("wang", "2 100")
    before = await _kept(county)
    for one in suggestions():
        for words in [one.words] * (one.way is Way.TELLS) + list(one.about) * (one.filled is Way.TELLS):
            said = words.replace("{unit}", "县旅游局").replace("{leaf}", "T17-H1").replace("{person}", "王敏")
            await county.say(account, said)
    assert await _kept(county) == before
