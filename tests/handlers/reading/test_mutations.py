"""Garbled messages never break the reading, and whatever comes back can be said."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers.reading import MOST_CHOICES, RowReading, Task
from scoring.inputs import check_inputs
from tests.handlers.reading.lists import list_of, read

DISTRICTS = ("鄂城区", "华容区", "梁子湖区")
_List = tuple[str, tuple[Task, ...], tuple[str, ...]]
LISTS: tuple[_List, ...] = (
    ("tieling-2015", list_of("tieling-2015", "县城建局"), ()),
    ("ezhou-2013", list_of("ezhou-2013", "市质监局", codes=("1.1",), subjects=DISTRICTS), DISTRICTS),
    ("rugao-2018", list_of("rugao-2018", "市场监管局"), ()),
    ("rugao-2018-towns", list_of("rugao-2018-towns", subjects=("九华",)), ("九华", "搬经")),
    ("pingdingshan-2021", list_of("pingdingshan-2021", "农业农村局"), ()),
)
SEEDS = (
    "新开工建筑工程质量监督覆盖率100%",
    "制造业产品质量合格率 鄂城区95.2 华容区93.5\n梁子湖区96",
    "4.2 做了1、3，没做2",
    "不是98是89",
    "今年1200万 去年1180万",
    "事故率0.28 死亡率0.12",
    "①齐全②98③没有",
    "12315办结率100%",
    "省抽 九十一点五",
    "序号\t指标\t目标\t完成\n1\t江苏名牌申报数\t1\t2",
    "本季度没有发生安全事故",
    "报一下 覆盖率百分之九十九点五，同比增长0.3个百分点",
)
ALPHABET = (
    "0123456789.。%％‰/-~、，；：（）()〔〕\t\n ①②⑳½³一二十百千万亿两点半成零"
    "无没有不是否全齐约近超多左右年月日号家个分元去今同比改成第项abTN²\u200b\ufeff😀"
)


def _garbled(seed: str, edits: list[tuple[int, int, str]]) -> str:
    letters = list(seed)
    for kind, place, letter in edits:
        at = place % (len(letters) + 1)
        if kind == 0 or not letters:
            letters.insert(at, letter)
        elif kind == 1:
            letters.pop(at - 1)
        else:
            letters[at - 1] = letter
    return "".join(letters)


EDITS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 99), st.sampled_from(ALPHABET)), max_size=8)


@settings(max_examples=800)
@given(
    st.sampled_from(LISTS), st.sampled_from(SEEDS), EDITS, st.sampled_from(SEEDS) | st.just(""), st.booleans()
)
def test_a_garbled_message_is_answered(
    of: _List, seed: str, edits: list[tuple[int, int, str]], more: str, asked: bool
) -> None:
    name, tasks, subjects = of
    text = _garbled(seed, edits) + ("，" + more if more else "")
    for row in read(text, name, tasks, subjects=subjects, pending=tasks[0] if asked else None):
        _can_be_said(row)


@settings(max_examples=300)
@given(st.text(max_size=60))
@example("\t\t\n|")
@example("多\t😀")
@example("个³3")
@example("0点0万0")
def test_any_text_is_answered(text: str) -> None:
    for name, tasks, subjects in LISTS:
        for row in read(text, name, tasks, subjects=subjects):
            _can_be_said(row)


def _can_be_said(row: RowReading) -> None:
    """A row carries a value or a sentence, never both; offered and certain values satisfy the engine."""
    assert (row.outcome == "certain") == (row.item is not None)
    assert bool(row.question) == (row.outcome == "asks")
    assert bool(row.reason) == (row.outcome in ("refused", "unread"))
    assert len(row.choices) <= MOST_CHOICES
    for item in [row.item] if row.item else [choice.item for choice in row.choices]:
        assert item.subject is not None
        check_inputs(item.criterion, item.inputs, partial=True)
