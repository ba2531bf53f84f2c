import pytest

from handlers.reading import read_state, read_yes_no
from handlers.reading.tokens.states import split_state


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("是", "yes"), ("已开展", "yes"), ("做了", "yes"), ("√", "yes"), ("按时完成了", "yes"),
        ("否", "no"), ("没做", "no"), ("未开展", "no"), ("还没有完成", "no"), ("×", "no"),
        ("无", "none"), ("没有", "none"), ("零报告", "none"), ("没有材料", "none"),
        ("没有发生", "quiet"), ("未发生", "quiet"), ("没出过事", "quiet"),
        ("都做了", "all"), ("全部完成", "all"), ("都有", "all"),
        ("齐全", "full"), ("材料齐全了", "full"), ("全", "full"), ("有证明材料", "full"),
        ("不全", "partial"), ("材料不全", "partial"), ("没齐", "partial"),
        ("全覆盖", "whole"), ("百分百覆盖", "whole"),
        ("不清楚", "unknown"), ("还没统计出来", "unknown"), ("不合格", "unknown"),
        ("同上次一样", "same"), ("另一个", "same"), ("和去年一样", "same"),
    ],
)  # fmt: skip
def test_a_word_that_stands_for_a_value_is_known(typed: str, kind: str) -> None:
    state = read_state(typed)
    assert state is not None
    assert state.kind == kind


@pytest.mark.parametrize("typed", ["食品安全", "健全", "有无", "开展", "安全监测", "98", "", "质量统一"])
def test_words_that_only_end_like_one_are_none(typed: str) -> None:
    assert split_state(typed) == (typed, None)


def test_a_state_is_parted_from_the_words_before_it() -> None:
    rest, state = split_state("工程质量执法检查材料不全了")
    assert state is not None
    assert (rest, state.text) == ("工程质量执法检查", "材料不全")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("是", True), ("好的", True), ("确认", True), ("OK", True), ("做了", True), ("不是", False), ("否", False),
     ("没有", False), ("取消", False), ("98", None), ("是98", None), ("随便", None)],
)  # fmt: skip
def test_yes_and_no_are_read_only_when_they_are_all_that_is_said(typed: str, meant: bool | None) -> None:
    assert read_yes_no(typed) is meant
