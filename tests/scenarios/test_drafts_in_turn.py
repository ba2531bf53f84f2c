"""Several drafts of one sentence: each is really confirmed by its own 是, in any order and of any kind."""

from itertools import permutations

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.rehearsing import Stage

DRAFTS = {
    "催一下王敏": "已发给1人。",
    "通知旅游局后天开会": "已发给1人，已留痕。",
    "给农发局延到7月5号 原因下乡": "已延期：县农发局",
    "安监局高军换成马骏": "马骏",
    "问一下刘洋方案什么时候出": "已发给1人，已留痕。",
}
"""What is said, and what its 是 is answered with."""


async def test_every_pair_of_drafts_is_carried_out_one_after_the_other() -> None:
    stage = await Stage.of("T15")
    said = [(f"{first}，再{second}", first, second) for first, second in permutations(DRAFTS, 2)]
    faults = []
    for text, first, second in said:
        before = ("zhouning", text)
        one = await stage.rehearse(Case("zhouning", (), (before,)), "是")
        two = await stage.rehearse(Case("zhouning", (), (before, ("zhouning", "是"))), "是")
        done = DRAFTS[first] in one.reply and f"接着是“{second}" in one.reply and DRAFTS[second] in two.reply
        faults += [] if done else [(text, one.reply, two.reply)]
    await stage.store.close()
    assert faults == []


async def test_a_draft_that_is_dropped_still_shows_the_next_one() -> None:
    stage = await Stage.of("T15")
    before = ("zhouning", "催一下王敏，再通知旅游局后天开会，再给农发局延到7月5号 原因下乡")
    one = await stage.rehearse(Case("zhouning", (), (before,)), "取消")
    two = await stage.rehearse(Case("zhouning", (), (before, ("zhouning", "取消"))), "是")
    three = await stage.rehearse(
        Case("zhouning", (), (before, ("zhouning", "取消"), ("zhouning", "是"))), "是"
    )
    await stage.store.close()
    assert "【通知】后天开会" in one.reply
    assert "已发给1人，已留痕。\n接着是“给农发局延到7月5号" in two.reply
    assert "已延期：县农发局" in three.reply
