import pytest

from handlers.reading.telling.standings import is_doubtful, read_saying


@pytest.mark.parametrize(
    ("typed", "topic", "standing"),
    [
        ("方案搞完了", "方案", "done"), ("措施文件发了文", "措施文件", "done"), ("会开了两次", "会", "done"),
        ("安全监测一直在做", "安全监测", "done"), ("监管责任的材料有", "监管责任", "full"), ("台账都在我这", "", "full"),
        ("啥都有", "", "full"), ("材料差个章", "", "partial"), ("佐证不太够", "", "partial"), ("还没盖章", "", "partial"),
        ("方案做了一半", "方案", "half"), ("照片什么的没留", "", "bare"), ("没有奖励制度", "奖励制度", "none"),
        ("没有培训记录", "培训记录", "none"), ("没有制定方案", "方案", "none"),
        ("示范区没批下来", "示范区", "none"), ("标准还在征求意见", "标准", "going"), ("方案快弄好了", "方案", "going"),
        ("规划只有一个初稿", "规划", "going"), ("方案周五出", "方案出", "planned"), ("没出过事", "", "nothing"),
        ("安全事故零起", "安全", "nothing"), ("死亡率都是零", "死亡率", "zero"), ("标准化有措施", "标准化措施", "done"),
    ],
)  # fmt: skip
def test_a_clause_tells_how_far_something_is(typed: str, topic: str, standing: str) -> None:
    saying = read_saying(typed)
    assert saying is not None
    assert (saying.topic, saying.standing) == (topic, standing)


@pytest.mark.parametrize("typed", ["材料不是都齐", "食品安全", "覆盖率98", "工程质量水平", "您好"])
def test_a_clause_that_tells_nothing_of_the_kind_is_none(typed: str) -> None:
    assert read_saying(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["应该都齐了", "方案做了吗", "去年有方案", "老于说做完了", "昨天报的是错的", "全市都有", "不是没做"],
)
def test_doubt_hearsay_and_others_are_no_report(typed: str) -> None:
    assert is_doubtful(typed)


def test_a_printed_aim_is_no_doubt() -> None:
    assert not is_doubtful("质量发展目标纳入规划了")
