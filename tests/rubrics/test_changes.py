"""What a new version of a rubric says otherwise, line by line."""

from rubrics.changes import Change, changes
from tests.scoring.papers import criterion_toml, rubric_of

RATE = '{ name = "rate", type = "percent", label = "合格率" }'
COUNT = '{ name = "number", type = "count", label = "次数" }'
BANDS = '{ kind = "bands", of = "rate", bands = [{ at_least = 90, points = 2 }] }'
DEDUCT = '{ kind = "deduct", deductions = [{ each = 0.5, count = "number" }] }'


def test_the_same_document_has_no_changes() -> None:
    text = criterion_toml("1", "2", RATE, BANDS)
    assert changes(rubric_of(text), rubric_of(text)) == ()


def test_every_kind_of_change_is_told_in_the_new_documents_order_and_what_is_left_out_last() -> None:
    old = rubric_of(
        "".join(
            [
                criterion_toml("0", "2", COUNT, DEDUCT),
                criterion_toml("1", "2", COUNT, DEDUCT),
                criterion_toml("2", "2", RATE, BANDS),
            ]
        )
    )
    said_otherwise = (
        criterion_toml("2", "3", RATE, BANDS.replace("= 2", "= 3"))
        .replace('"条文"', '"新条文"')
        .replace('"口径"', '"新口径"')
        .replace("合格率", "优良率")
    )
    new = rubric_of(
        said_otherwise + criterion_toml("3", "2", RATE, BANDS) + criterion_toml("1", "2", COUNT, DEDUCT)
    )
    assert changes(old, new) == (
        Change("2", "分值", "2", "3"),
        Change("2", "条文", "条文", "新条文"),
        Change("2", "口径", "口径", "新口径"),
        Change("2", "填报项", "合格率（rate）", "优良率（rate）"),
        Change("2", "给分规则"),
        Change("3", "增", after="要点3"),
        Change("0", "删", before="要点0"),
    )


def test_a_line_that_gets_its_mark_only_now_had_none_before() -> None:
    inputs = '{ name = "event_status", type = "choice", label = "事件", choices = [{ value = "none", label = "无" }] }'
    before = rubric_of(criterion_toml("1", "", inputs, '{ kind = "veto", input = "event_status" }'))
    after = rubric_of(criterion_toml("1", "2", COUNT, DEDUCT))
    assert changes(before, after)[0] == Change("1", "分值", "", "2")
