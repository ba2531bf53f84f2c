from collections.abc import Sequence

import pytest

import rubrics
from handlers.people.roster import COLUMNS, Entry, RosterError, read_entries

HEADINGS = ["姓名", "单位", "角色", "企业微信账号", "邮箱", "性别", "被考核单位"]


def entries(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> tuple[Entry, ...]:
    rubric = rubrics.load("rugao-2018")
    return read_entries([headings, *rows], rubric, rubric.subjects)


def problems(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> tuple[str, ...]:
    with pytest.raises(RosterError) as refused:
        entries(*rows, headings=headings)
    return refused.value.problems


def test_a_person_is_read_with_everything_that_the_table_says() -> None:
    headings = [*COLUMNS]
    row = ["甲", "男", "市农委", "科员", "0513-1", "139", "a@b.cn", "Jia.A", "联络员", "如皋市"]
    assert entries(row, headings=headings) == (
        Entry(2, "甲", "市农委", "contact", "男", "科员", "0513-1", "139", "a@b.cn", "jia.a", "如皋市"),
    )


def test_headings_stand_below_a_title_and_in_any_order() -> None:
    rubric = rubrics.load("rugao-2018")
    table = [["联系人员名单"], [], ["角色", "姓　名", "备注", " 单 位 "], ["审核员", "张　三", "x", "市农委"]]
    assert read_entries(table, rubric, rubric.subjects) == (Entry(4, "张三", "市农委", "reviewer"),)


def test_a_unit_gets_the_name_that_the_rubric_uses_for_it() -> None:
    assert entries(["甲", "市建设局", "联络员"])[0].unit == "市住建局"


def test_cells_are_trimmed_and_empty_rows_skipped() -> None:
    found = entries(["", " "], [" 甲 ", " 市农委 ", " 联络员 "], [])
    assert found == (Entry(3, "甲", "市农委", "contact"),)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (["", "市农委", "联络员"], "第2行：缺少姓名"),
        (["甲", "", "联络员"], "第2行：缺少单位"),
        (["甲", "市农委", ""], "第2行：缺少角色"),
        (["甲", "市农委"], "第2行：缺少角色"),
        (
            ["甲", "市农委", "局长"],
            "第2行：不认识角色“局长”，只能是联络员、分管领导、审核员、领导、质强办",
        ),
        (["甲", "市农业委", "联络员"], "第2行：细则里没有单位“市农业委”，是不是“市农委”？"),
        (["甲", "铁道部", "分管领导"], "第2行：细则里没有单位“铁道部”"),
        (["甲", "市农委", "联络员", "张三"], "第2行：企业微信账号“张三”不合规：只能有字母、数字和_-@."),
        (["甲", "市农委", "联络员", "", "a.b.cn"], "第2行：邮箱“a.b.cn”不像邮箱"),
        (["甲", "市农委", "联络员", "", "", "先生"], "第2行：性别只能是男或女，不能是“先生”"),
        (
            ["甲", "市农委", "联络员", "", "", "", "如皋"],
            "第2行：被考核单位“如皋”不在本次考核的名单里，是不是“如皋市”？",
        ),
        (["甲" * 201, "市农委", "联络员"], "第2行：姓名超过200个字"),
    ],
)
def test_a_wrong_cell_is_named_by_its_row(row: Sequence[str], problem: str) -> None:
    assert problems(row) == (problem,)


def test_leaders_and_the_office_may_belong_to_any_unit() -> None:
    found = entries(["甲", "市政府", "领导"], ["乙", "质强办", "质强办"], ["丙", "市府办", "审核员"])
    assert [entry.role for entry in found] == ["leader", "office", "reviewer"]


def test_every_problem_of_every_row_is_told_at_once() -> None:
    found = problems(["", "市农委", "局长"], ["乙", "市农委", "联络员"], ["丙", "", "联络员"])
    assert [problem.split("：")[0] for problem in found] == ["第2行", "第2行", "第4行"]


def test_a_person_or_an_account_may_not_come_twice() -> None:
    found = problems(
        ["甲", "市农委", "联络员", "a1"], ["乙", "市农委", "联络员", "A1"], ["甲", "市农委", "联络员"]
    )
    assert found == ("第3行：企业微信账号“a1”与第2行重复", "第4行：甲与第2行重复")


def test_a_table_without_headings_or_people_is_refused() -> None:
    rubric = rubrics.load("rugao-2018")
    for table, problem in (
        ([], "没有找到表头：前几行里应有“姓名”“单位”“角色”等列名"),
        ([["甲", "市农委", "联络员"]], "没有找到表头：前几行里应有“姓名”“单位”“角色”等列名"),
        ([["姓名", "单位"]], "第1行是表头，但缺少“角色”列"),
        ([HEADINGS], "表里没有人员"),
    ):
        with pytest.raises(RosterError) as refused:
            read_entries(table, rubric, rubric.subjects)
        assert refused.value.problems == (problem,)
