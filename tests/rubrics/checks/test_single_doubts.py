"""Each kind of doubt in a document made up for it, beside the same document without the doubt."""

from pathlib import Path

import pytest

from rubrics.checks import Finding, check
from rubrics.loader import load_folder
from scoring.model import Rubric

HEAD = 'name = "paper"\ntitle = "试卷"\nsubjects = ["某市"]\n'
RATE = '{ name = "rate", type = "percent", label = "合格率" }'
COUNT = '{ name = "number", type = "count", label = "次数" }'
STATUS = (
    '{ name = "status", type = "choice", label = "情况", choices = ['
    '{ value = "all", label = "全", points = 2 }, { value = "none", label = "无", points = 0 }] }'
)
BANDS = (
    '{ kind = "bands", of = "rate", bands = [{ at_least = 90, points = 2 }, { at_least = 80, points = 1 }] }'
)
LEVELS = '{ kind = "levels", input = "status" }'
DEDUCT = '{ kind = "deduct", deductions = [{ each = 0.5, count = "number" }] }'
TIE = '{ kind = "states", states = [{ when = "rate < 90", points = 2 }] }'
GRADES = """
[grades]
bands = [{ grade = "优", min = 90, printed = "90分以上" }, { grade = "良", printed = "89分以下" }]
"""
CLEAN_BANDS = "达90%（含90%）以上的得2分，达80%（含80%）—90%的得1分，80%以下的不得分。"


def line(  # noqa: PLR0913 - one made-up criterion, everything by name
    clause: str,
    inputs: str = RATE,
    rule: str = BANDS,
    *,
    code: str = "1",
    path: str = "质量（2分）",
    units: str = '["某局"]',
    marks: str = "full_marks = 2",
    more: str = "",
) -> str:
    return f"""
[[criteria]]
code = "{code}"
name = "要点{code}"
path = ["{path}"]
clause = "{clause}"
reading = "口径"
kind = "test"
responsible = {units}
{marks}
inputs = [{inputs}]
rule = [{rule}]
{more}
"""


def found(
    folder: Path, toml: str, source: str | None = None, others: tuple[Rubric, ...] = ()
) -> list[Finding]:
    folder.mkdir(exist_ok=True)
    (folder / "rubric.toml").write_text(HEAD + toml, "utf-8")
    rubric = load_folder(folder)
    clauses = "\n".join(item.clause for item in rubric.criteria)
    (folder / "source.txt").write_text(clauses if source is None else source, "utf-8")
    return list(check(rubric, folder, others))


def kinds(findings: list[Finding]) -> list[str]:
    return [finding.kind for finding in findings]


CLEAN = {
    "bands": line(CLEAN_BANDS),
    "levels": line("齐全得2分，没有的不得分。", STATUS, LEVELS),
    "deduct": line("每发生一次扣0.5分，扣完为止，未发生的得2分。", COUNT, DEDUCT),
    "states": line("低于90%得2分，达到90%不得分。", RATE, TIE),
    "comparison": line("投诉率低于上年得2分，达到或超过上年不得分。", RATE, TIE),
}


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_document_leaves_no_doubt(name: str, tmp_path: Path) -> None:
    assert found(tmp_path / "paper", CLEAN[name]) == []


DOUBTFUL = {
    "marks": [
        line(CLEAN_BANDS, path="质量（3分）"),
        line(CLEAN_BANDS, path="质量（分3）"),
        '[total]\nclause = "满分为100分"\nreading = "相加"\n' + line(CLEAN_BANDS),
    ],
    "standard": [line("开展工作。（2分）"), line("开展工作。")],
    "unmarked": [
        line(
            "开展工作。",
            '{ name = "actual", type = "percent", label = "实现值" }',
            '{ kind = "reference", input = "actual" }',
            marks="",
        )
    ],
    "gap": [
        line("达90%（含90%）以上的得2分，80—85%的得1分，80%以下的不得分。"),
        GRADES + line(CLEAN_BANDS),
    ],
    "overlap": [
        line("90%以上的得2分，80%—95%的得1分，80%以下的不得分。"),
        line("减少10%以内的得2分，减少10%以上的不得分，其余得1分。"),
    ],
    "same_points": [
        line(
            "达90%（含90%）以上的得2分，达80%（含80%）—90%的得2分，80%以下的不得分。",
            rule=BANDS.replace("points = 1", "points = 2"),
        )
    ],
    "tie": [line("低于上年得2分，高于上年不得分。", RATE, TIE)],
    "level": [
        line("低于上年得2分，达到上年不得分。", RATE, TIE),
        line("齐全的得2分。", STATUS, LEVELS),
        line(CLEAN_BANDS, more='gap = [{ when = "rate = 100", note = "满百未定。" }]'),
        line("达90%（含90%）以上的得2分，90%以下的不得分。"),
    ],
    "mixed": [line("未发生事故得2分，发生事故扣2分，不得分。", STATUS, LEVELS)],
    "discretion": [
        line("得2分，每次扣1—2分。", COUNT, DEDUCT),
        line("得2分，发生的酌情扣分。", COUNT, DEDUCT),
    ],
    "undefined": [line("覆盖率达到要求的得2分，较低的得1分，否则不得分。")],
    "peers": [line("达到全省平均值的得2分，以下的得1分，否则不得分。")],
    "open_ended": [
        line(CLEAN_BANDS, units='["某局等"]'),
        line(CLEAN_BANDS, units='["某局及相关单位"]'),
        line(CLEAN_BANDS, more="open_ended = true"),
    ],
    "misprint": [
        line(CLEAN_BANDS, path="质量（分2）"),
        line(CLEAN_BANDS, path="质量（2）"),
        line(CLEAN_BANDS.replace("90%（含", "90（含")),
        line(CLEAN_BANDS.replace("—90%的", "—90的")),
        line(CLEAN_BANDS.replace("不得分。", "不得分”。")),
        line("得2分，每次扣0. 5分，扣完为止，不得分。", COUNT, DEDUCT),
        line(CLEAN_BANDS.replace("（含80%）", "（含80%)")),
        line("依《规划的，" + CLEAN_BANDS),
    ],
    "recorded": [
        line(CLEAN_BANDS) + '[[criteria.ambiguities]]\nopen = "何时？"\ndefault = "年末"\nreason = "惯例。"\n'
    ],
}


@pytest.mark.parametrize(
    ("kind", "toml"), [(kind, toml) for kind, tomls in DOUBTFUL.items() for toml in tomls]
)
def test_a_doubt_is_found_and_named(kind: str, toml: str, tmp_path: Path) -> None:
    findings = found(tmp_path / "paper", toml)
    # A heading whose mark is wrong is also misprinted, or makes the whole wrong: that is told as well.
    assert kind in kinds(findings)
    assert set(kinds(findings)) <= {kind, "marks", "misprint"}


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("高于上年得20分，低于上年得10分。", False),
        ("优良率80%以上得1分，投诉率5%以下得1分。", False),
        ("优良率80%以上得1分，投诉率5%以下得1分，5—10%得0.5分，12%以上不得分。", True),
        ("产品合格率90%以上得2分，合格率80—85%得1分。", True),
        ("产品合格率90%以上得2分，80—85%得1分。", True),
    ],
)
def test_only_bands_of_one_quantity_have_gaps_between_them(clause: str, told: bool, tmp_path: Path) -> None:
    assert ("gap" in kinds(found(tmp_path / "paper", line(clause)))) == told


def test_a_clause_that_is_not_in_the_document_is_found(tmp_path: Path) -> None:
    (doubt,) = found(tmp_path / "paper", CLEAN["bands"], source="别的文字")
    assert (doubt.kind, doubt.codes, doubt.quotes, doubt.line) == ("clause", ("1",), (CLEAN_BANDS,), None)


def test_a_line_that_exceeds_its_mark_is_found(tmp_path: Path) -> None:
    rule = '{ kind = "states", states = [{ when = "rate > 90", points = 2, bonus = 1 }] }'
    findings = found(tmp_path / "paper", line("超过90%的另加1分，得2分，否则不得分。", RATE, rule))
    assert [(finding.kind, finding.sentence) for finding in findings] == [
        ("beyond", "分值2分，按条文最多可得3分。")
    ]


def test_milestones_without_a_way_to_combine_them_are_found(tmp_path: Path) -> None:
    nodes = 'milestones = [{ id = "H1", name = "半年" }, { id = "Y", name = "年终" }]\nannual_policies = ["latest"]\n'
    rows = [
        line(CLEAN_BANDS, code=f"1-{node}", path="质量", more=f'milestone = "{node}"\nitem = "1"')
        for node in ("H1", "Y")
    ]
    (doubt,) = found(tmp_path / "paper", nodes + "".join(rows))
    assert doubt.kind == "milestones"
    assert "1项分2个节点行（半年1行、年终1行）" in doubt.sentence
    assert "合计2分，各节点行满分相加4分" in doubt.sentence


@pytest.mark.parametrize(
    ("units", "doubts"),
    [
        ('["住房城乡建设局", "住房城乡建筑局"]', ["unit_names"]),
        ('["住房城乡建设局", "住房和城乡建设局"]', ["unit_names"]),
        ('["市发改委", "发改委"]', []),
        ('["市农委", "市安委"]', []),
        ('["市场监督管理局", "农业农村局"]', []),
    ],
)
def test_names_that_nearly_agree_are_found(units: str, doubts: list[str], tmp_path: Path) -> None:
    assert kinds(found(tmp_path / "paper", line(CLEAN_BANDS, units=units))) == doubts


def test_an_alias_is_told_only_where_it_is_printed(tmp_path: Path) -> None:
    toml = '[unit_aliases]\n"建委" = "某局"\n"规委" = "某局"\n' + line(CLEAN_BANDS)
    (doubt,) = found(tmp_path / "paper", toml, source=f"{CLEAN_BANDS}由建委负责")
    assert (doubt.kind, doubt.quotes, doubt.line) == ("unit_names", ("建委", "某局"), 1)


def test_numbers_of_people_that_differ_are_found(tmp_path: Path) -> None:
    same = found(tmp_path / "paper", CLEAN["bands"], source=f"指定2名工作人员\n{CLEAN_BANDS}\n报2名工作人员")
    assert same == []
    text = f"{CLEAN_BANDS}\n指定1名工作人员\n指定 1-2 名工作人员"
    (doubt,) = found(tmp_path / "paper", CLEAN["bands"], source=text)
    assert (doubt.kind, doubt.line) == ("disagree", 2)


def test_two_tables_of_one_document_that_disagree_are_found(tmp_path: Path) -> None:
    def named(name: str, limit: int) -> str:
        return (
            CLEAN["bands"]
            .replace('name = "要点1"', f'name = "{name}"')
            .replace("at_least = 90", f"at_least = {limit}")
        )

    other = tmp_path / "other"
    found(other, named("制造业产品省级监督抽查合格率%", 95))
    table = (load_folder(other),)
    name = "1.1 产品省级监督抽查合格率达90%以上"
    doubts = found(tmp_path / "paper", named(name, 90), others=table)
    assert [doubt.sentence for doubt in doubts] == ["本表要求90，paper 第1行要求95。"]
    assert found(tmp_path / "paper", named("1.1 食品抽检合格率达90%以上", 90), others=table) == []
    assert found(tmp_path / "paper", named(name, 95), others=table) == []


def test_what_is_said_of_several_lines_is_said_once(tmp_path: Path) -> None:
    one = line("开展工作。", path="质量（4分）")
    other = line("开展督查。", path="质量（4分）", code="2")
    (doubt,) = found(tmp_path / "paper", one + other)
    assert (doubt.kind, doubt.codes) == ("standard", ("1", "2"))


def test_the_line_is_counted_in_the_document_even_where_words_run_over_lines(tmp_path: Path) -> None:
    text = "表头\n\n覆盖率达到\n  要求的得2分，较低的得1分，否则不得分。"
    (doubt,) = found(tmp_path / "paper", DOUBTFUL["undefined"][0], source=text)
    assert (doubt.quotes, doubt.line) == (("达到要求",), 3)


def test_a_mark_in_a_lines_name_that_is_not_its_mark_is_told(tmp_path: Path) -> None:
    printed = line(CLEAN_BANDS).replace("要点1", "合格率（3分）")
    (doubt,) = found(tmp_path / "paper", printed)
    assert (doubt.kind, doubt.codes) == ("marks", ("1",))
    assert doubt.sentence == "名称印3分，分值2分。"
    assert doubt.quotes == ("合格率（3分）",)
    assert found(tmp_path / "right", printed.replace("3分", "2分")) == []
