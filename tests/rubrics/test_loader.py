"""A rubric's mistakes are found all at once, each with its place."""

from pathlib import Path

import pytest

from rubrics import RubricError, available, folder_of, load
from rubrics.loader import load_folder
from tests.scoring.papers import criterion_toml, rubric_of

N = '{ name = "n", type = "count", label = "件数" }'
RULE = '{ kind = "checklist", items = [{ when = "n >= 1", points = 5 }] }'


def problems_of(text: str) -> list[str]:
    with pytest.raises(RubricError) as error:
        rubric_of(text)
    return [str(problem) for problem in error.value.problems]


def problems_of_line(inputs: str = N, rule: str = RULE, more: str = "", marks: str = "5") -> list[str]:
    return [text.split(" ", 1)[-1] for text in problems_of(criterion_toml("1", marks, inputs, rule, more))]


def test_every_mistake_is_found_at_once_with_its_line() -> None:
    text = (
        "surprise = 1\n"
        + criterion_toml("1", "5", N, '{ kind = "magic" }')
        + criterion_toml("1.10", '"x"', N, RULE, "ambiguities = 3")
    )
    assert problems_of(text) == [
        "第7行 考核要点1.rule[1]：没有“magic”这种评分方式",
        "第19行 考核要点1.10：“full_marks”应为数字",
        "第19行 考核要点1.10：“ambiguities”应为列表",
        "rubric.toml：不认识“surprise”",
    ]


def test_the_message_is_one_line_and_counts_what_it_leaves_out() -> None:
    with pytest.raises(RubricError) as error:
        rubric_of("a = 1\nb = 1\nc = 1\nd = 1\n" + criterion_toml("1", "5", N, RULE))
    assert "\n" not in str(error.value)
    assert "有4处问题，前3处：" in str(error.value)


def test_what_is_not_toml_is_told_with_its_line() -> None:
    (said,) = problems_of("name = 3 4")
    assert said.startswith("第4行 rubric.toml：不是可读的 TOML（")


def test_a_file_that_ends_too_early_has_no_line() -> None:
    (said,) = problems_of('title = "没有引号')
    assert said.startswith("rubric.toml：不是可读的 TOML（")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "缺“subjects”"),
        ('[veto]\ncode = "V1"\ngrade = "D"', "没有考核要点“V1”"),
        ('[bonus]\ncode = "B"\ncap = 5', "没有考核要点“B”"),
    ],
)
def test_a_document_names_only_what_it_has(more: str, said: str) -> None:
    heading = 'name = "x"\ntitle = "x"\nsubjects = []\n'
    assert any(said in text for text in problems_of(heading + more + criterion_toml("1", "5", N, RULE)))


@pytest.mark.parametrize(
    ("inputs", "rule", "more", "said"),
    [
        ('{ type = "count", label = "件数" }', RULE, "", "考核要点1.inputs[1]：缺“name”"),
        (N.replace("count", "float"), RULE, "", "考核要点1.inputs[1]：没有“float”这种填报类型"),
        (N[:-1] + ', from = "boss" }', RULE, "", "考核要点1.inputs[1]：“from”应为以下之一："),
        (N[:-1] + ', optional = "yes" }', RULE, "", "考核要点1.inputs[1]：“optional”应为 true 或 false"),
        (N[:-1] + ', by = "某局" }', RULE, "", "考核要点1.inputs[1]：“by”应为文字列表"),
        (N[:-1] + ', min = "0" }', RULE, "", "考核要点1.inputs[1]：“min”应为数字"),
        (N[:-1] + ", min = true }", RULE, "", "考核要点1.inputs[1]：“min”应为数字"),
        (N, RULE, "milestone = 'Q9'", "考核要点1：没有考核节点“Q9”"),
        (N, RULE, "sheet = 'Q9'", "考核要点1的“sheet”没有这个考核节点"),
        (N, RULE, "notes = 5", "考核要点1：“notes”应为文字"),
        (N, RULE, "checks = [5]", "考核要点1.checks[1]：应为表"),
        (N, RULE, 'ambiguities = [{ shared = "x" }]', "考核要点1.ambiguities[1]：没有这条共用的存疑"),
        (N, RULE, 'targets = { "月亮" = 1 }', "考核要点1.targets：没有被考核单位“月亮”"),
        (N, RULE.replace("n >= 1", "n => 1"), "", "考核要点1.rule[1].items[1]：条件“n => 1”无法识别。"),
        (N, '{ kind = "levels", input = "n" }', "", "应为每个选项都有分值的选择项"),
        (N, '{ kind = "bands", of = "n", bands = [{ points = 5 }] }', "", "应恰有一个界限：at_least"),
        (N, '{ kind = "target", input = "n", compare = "near" }', "", "“compare”应为 at_least 或 below"),
        (N, "", "", "考核要点1：缺“rule”"),
    ],
)
def test_a_misread_key_is_named(inputs: str, rule: str, more: str, said: str) -> None:
    assert any(said in text for text in problems_of_line(inputs, rule, more))


@pytest.mark.parametrize(
    ("inputs", "rule", "more", "said"),
    [
        (f"{N}, {N}", RULE, "", "填报项“n”重复"),
        (N, RULE.replace("n >= 1", "m >= 1"), "", "规则用到未定义的“m”"),
        (f"{N}, {N.replace('n', 'm', 1).replace('ame', 'ame')}", RULE, "", "缺“name”"),
        (f'{N}, {{ name = "m", type = "count", label = "余" }}', RULE, "", "规则没有用到填报项“m”"),
        (N, RULE, 'gap = [{ when = "n", note = "x" }]', "条件“n”与填报项“n”的类型不符"),
        (N, RULE, 'gap = [{ when = "n is done", note = "x" }]', "条件“n is done”与填报项“n”的类型不符"),
        (N, RULE, 'gap = [{ when = "n is null", note = "x" }]', "条件“n is null”与填报项“n”的类型不符"),
        (N.replace("count", "bool"), RULE, "", "条件“n >= 1”与填报项“n”的类型不符"),
        (
            N.replace("count", "bool"),
            '{ kind = "bands", of = "n", bands = [{ at_least = 1, points = 5 }] }',
            "",
            "填报项“n”应为数",
        ),
        (N, RULE, 'derive = [{ name = "d", label = "差", plus = ["n", "m"] }]', "“d”用到未定义的“m”"),
        (N, RULE.replace("points = 5", "points = 4"), "", "最多可得4分，与分值5分不符"),
        (N, f"{RULE[:-1]}, marks = 5 }}, {RULE[:-1]}, marks = 5 }}", "", "各部分合计10分，与分值5分不符"),
    ],
)
def test_what_does_not_fit_together_is_named(inputs: str, rule: str, more: str, said: str) -> None:
    assert any(said in text for text in problems_of_line(inputs, rule, more))


def test_a_repeated_code_is_named() -> None:
    line = criterion_toml("1", "5", N, RULE)
    assert any("编号重复" in text for text in problems_of(line + line))


def test_a_line_takes_deadline_and_due_date_from_its_milestone() -> None:
    milestones = 'milestones = [{ id = "H1", name = "半年", deadline = "6月末", due = "2015-06-30" }]\n'
    policies = 'annual_policies = ["latest"]\n'
    given = rubric_of(milestones + policies + criterion_toml("1", "5", N, RULE, 'milestone = "H1"'))
    criterion = given.criterion("1")
    assert (criterion.deadline, criterion.due, criterion.sheet) == ("6月末", "2015-06-30", "H1")


def test_duties_and_aliases_are_kept() -> None:
    text = """
schedule = [{ id = "report", printed = "年末", what = "自评报告", by = "各县区", form = ["电子版"] }]
[unit_aliases]
"城建局" = "住建局"
"""
    rubric = rubric_of(text + criterion_toml("1", "5", N, RULE))
    assert (rubric.schedule[0].what, rubric.schedule[0].form) == ("自评报告", ("电子版",))
    assert rubric.unit_aliases == {"城建局": "住建局"}


def test_an_offices_own_folder_stands_beside_the_shipped_ones(tmp_path: Path) -> None:
    own = tmp_path / "own_2020"
    own.mkdir()
    text = 'name = "own-2020"\ntitle = "自用"\nsubjects = ["某县"]\n' + criterion_toml("1", "5", N, RULE)
    (own / "rubric.toml").write_text(text, "utf-8")
    assert "own-2020" in available(tmp_path)
    assert "own-2020" not in available()
    assert load("own-2020", tmp_path).title == "自用"
    assert load("own-2020", tmp_path) is load("own-2020", tmp_path)
    with pytest.raises(RubricError, match="没有名为“own-2020”的考核细则"):
        load("own-2020")


def test_a_folder_that_was_copied_and_not_renamed_is_told(tmp_path: Path) -> None:
    copied = tmp_path / "own_2021"
    copied.mkdir()
    text = 'name = "own-2020"\ntitle = "自用"\nsubjects = ["某县"]\n' + criterion_toml("1", "5", N, RULE)
    (copied / "rubric.toml").write_text(text, "utf-8")
    with pytest.raises(RubricError, match="写的是“own-2020”，应与文件夹同名：“own-2021”"):
        load("own-2021", tmp_path)


def test_the_version_changes_with_the_content(tmp_path: Path) -> None:
    text = 'name = "x"\ntitle = "x"\nsubjects = ["x"]\n' + criterion_toml("1", "5", N, RULE)
    (tmp_path / "rubric.toml").write_text(text, "utf-8")
    before = load_folder(tmp_path).version
    (tmp_path / "rubric.toml").write_text(text + "# 修订\n", "utf-8")
    assert load_folder(tmp_path).version != before
    assert folder_of("rugao-2018").name == "rugao_2018"


def test_a_report_form_names_its_author_and_what_its_headings_hold() -> None:
    form = """
[materials.report_form]
title = "某单位自评报告"
author = "某局"
headings = [{ text = "一、概况", holds = "everything" }]
"""
    said = problems_of(criterion_toml("1", "5", N, RULE) + form)
    assert any("rubric.toml.materials.report_form：title里没有author" in text for text in said)
    assert any("report_form.headings[1]：holds应为" in text for text in said)
