import pytest

from handlers.evidence.filing import Filing, read_filing

NAMES = ("平农〔2021〕45号.pdf", "平农〔2021〕46号.pdf")
APART = (Filing(0, 3), Filing(1, 5))


@pytest.mark.parametrize(
    ("text", "filings"),
    [
        ("45号→3，46号→5", APART),
        ("45号->3, 46号->5", APART),
        ("45号归3 46号归5", APART),
        ("45号归第3项，46号归⑤", APART),
        ("第1个归3，第2个归5", APART),
        ("46号→5", (Filing(1, 5),)),
        ("都归3", (Filing(None, 3),)),
        ("两个都归③", (Filing(None, 3),)),
        ("全部归到第3项", (Filing(None, 3),)),
        ("都归3：验收现场", (Filing(None, 3, "验收现场"),)),
        ("3", (Filing(None, 3),)),
        ("1 6月10日工地检查", (Filing(None, 1, "6月10日工地检查"),)),
        ("归到② 验收", (Filing(None, 2, "验收"),)),
        ("47号→3", "47号"),
        ("45号→3，45号→5", "45号"),
        ("第3个归1", "第3个"),
        ("覆盖率：98", ()),
        ("覆盖率→98", ()),
        ("6月10日 检查", ()),
        ("两个一起", ()),
        ("45号文件请查收", ()),
    ],
)
def test_pieces_are_assigned_as_people_write_it(text: str, filings: tuple[Filing, ...] | str) -> None:
    assert read_filing(text, NAMES) == filings
