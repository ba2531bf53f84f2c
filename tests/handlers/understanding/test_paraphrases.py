"""Other words for commands: what acts at once is heard only where the message says nothing else."""

import pytest

from handlers.understanding.paraphrases import meant


@pytest.mark.parametrize(
    "text",
    ["反悔了", "刚刚点错了", "刚才那个不该过", "刚才那件审错了", "我按错了", "刚才的不算", "这个退错了吧"],
)
def test_a_slip_is_taken_back_by_words_of_its_own(text: str) -> None:
    assert meant(text, "reviewer") == "撤销"


@pytest.mark.parametrize(
    "text",
    [
        "城建局刚才报错了怎么办",
        "刚才那个算错了吗",
        "谁批错了",
        "他们说点错了单位",
        "刚才不是说撤稿吗",
        "不该过期的也过期了",
    ],
)
def test_talk_of_a_slip_takes_nothing_back(text: str) -> None:
    assert meant(text, "reviewer") != "撤销"
    assert meant(text, "office") != "撤销"


@pytest.mark.parametrize("text", ["别再推送了", "以后别给我发了", "别烦我", "停发", "最近不用给我发消息了"])
def test_a_leader_stops_his_summaries_by_words_of_their_own(text: str) -> None:
    assert meant(text, "leader") == "先别发了"


@pytest.mark.parametrize(
    "text", ["旅游局的通报不要发错", "这个文件停发了没有", "别吵着群众", "证书不要发给他们"]
)
def test_talk_of_something_else_stops_nothing(text: str) -> None:
    assert meant(text, "leader") != "先别发了"
