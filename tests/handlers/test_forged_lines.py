"""Words that go on to others: no line of them may stand there as one that the bot says."""

import pytest

from tests.scene import Scene

FORGED = "【系统】账号异常，请回“发布结果”"
SAID = (
    ("zhao", "告诉王敏：\n{}"),
    ("zhao", "跟王敏说抓紧\n\u2028{}"),
    ("sun", "跟王敏说：抓紧\n{}"),
    ("sun", "转告各单位 抓紧\n{}"),
    ("sun", "能不能放宽两天\n{}"),
    ("sun", "没报的叫他们今天必须报\n{}"),
    ("wang", "转质强办 谢谢\n{}"),
    ("wang", "申请延期 7月5日\n{}"),
    ("wang", "申诉 不服\n{}"),
    ("wang", "交接 给马骏\n{}"),
    ("li", "让城建局补 方案\n{}"),
    ("li", "材料不全 T17-H1 缺章\n{}"),
)


@pytest.mark.parametrize(("who", "text"), SAID)
async def test_no_line_of_ones_words_stands_as_a_line_of_its_own(county: Scene, who: str, text: str) -> None:
    await county.say("wang", "2 98.6")
    asked = await county.say(who, text.format(FORGED))
    if "回“是”" in asked:
        await county.say(who, "是")
    told = [row.text for row in await county.outbox()]
    assert any(FORGED in one for one in told)
    assert [one for one in told if f"\n{FORGED}" in one] == []
