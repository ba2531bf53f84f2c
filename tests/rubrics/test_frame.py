"""A frame that would lose points or give a wrong grade is refused, by its key and line."""

from decimal import Decimal

import pytest

from rubrics import RubricError
from scoring.engine import score_sheet
from tests.scoring.papers import criterion_toml, rubric_of

N = '{ name = "n", type = "count", label = "件数" }'
RULE = '{ kind = "deduct", deductions = [{ each = 1, count = "n" }] }'
TALLY = '{ kind = "tally", items = [{ count = "n", points = 1 }] }'
STATUS = (
    '{ name = "event_status", type = "choice", label = "事件", choices = ['
    '{ value = "none", label = "未发生" }, { value = "confirmed", label = "已认定" }] }'
)
VETO = '[veto]\ncode = "V1"\ngrade = "D"\n'
VETO_LINE = criterion_toml("V1", "", STATUS, '{ kind = "veto", input = "event_status" }')
NODES = 'milestones = [{ id = "H1", name = "半年" }, { id = "Y", name = "年终" }]\n'
LATEST = 'annual_policies = ["latest"]\n'
LINE = criterion_toml("1", "5", N, RULE)


def in_section(name: str, code: str = "1") -> str:
    return criterion_toml(code, "5", N, RULE, f'section = "{name}"')


def bands(*minima: str) -> str:
    rows = ", ".join(f'{{ grade = "g{place}", printed = "x"{least} }}' for place, least in enumerate(minima))
    return f"[grades]\nbands = [{rows}]\n"


WRONG = {
    "第4行 rubric.toml.sections：“甲”重复": 'sections = [{ name = "甲" }, { name = "甲" }]\n'
    + in_section("甲"),
    "第19行 考核要点2：“section”是“申”，不在“sections”之中，得分会漏计": 'sections = [{ name = "甲" }]\n'
    + in_section("甲")
    + in_section("申", "2"),
    "第4行 rubric.toml.sections：“甲”的“policies”只能是 scale、cap、raw": (
        'sections = [{ name = "甲", printed = 4, policies = ["scal"] }]\n' + in_section("甲")
    ),
    "第4行 rubric.toml.sections：“甲”有“policies”，就要有“printed”": (
        'sections = [{ name = "甲", policies = ["cap"] }]\n' + in_section("甲")
    ),
    "第4行 rubric.toml.sections：“乙”下没有一个有分值的考核要点": (
        'sections = [{ name = "甲" }, { name = "乙" }]\n' + in_section("甲")
    ),
    "第4行 rubric.toml.milestones：“H1”重复": NODES.replace('"Y"', '"H1"') + LATEST + LINE,
    "第4行 rubric.toml.milestones：“annual”是年度合计，不能作节点的 id": NODES.replace('"Y"', '"annual"')
    + LATEST
    + LINE,
    "第5行 rubric.toml.annual_policies：只能是 latest、item_mean、min、sum、year_end_only": NODES
    + LATEST.replace("latest", "last")
    + LINE,
    "rubric.toml.annual_policies：分考核节点（milestones）就要有，不分就不能有": NODES + LINE,
    "第4行 rubric.toml.annual_policies：分考核节点（milestones）就要有，不分就不能有": LATEST + LINE,
    "第4行 rubric.toml.grades：“bands”至少要有一档": "[grades]\nbands = []\n" + LINE,
    "第4行 rubric.toml.grades：只有最后一档可以没有“min”": bands("", ", min = 60") + LINE,
    "第4行 rubric.toml.grades：“bands”应从高到低写": bands(", min = 60", ", min = 90", "") + LINE,
    "第4行 rubric.toml.grades：“gaps”的“above”应小于“below”": bands(", min = 60", "")
    + "gaps = [{ above = 60, below = 59 }]\n"
    + LINE,
    "第4行 rubric.toml.veto：没有考核要点“V1”": VETO + LINE,
    "第4行 rubric.toml.veto：考核要点V1的“event_status”应是选择项，选项为 none、confirmed，可加 preliminary": VETO
    + LINE
    + VETO_LINE.replace('"confirmed"', '"sure"'),
    "第6行 rubric.toml.veto：考核要点V1不能只属于一个考核节点": NODES
    + LATEST
    + VETO
    + LINE
    + VETO_LINE
    + 'milestone = "Y"\n',
    "第4行 rubric.toml.bonus：没有考核要点“B”": '[bonus]\ncode = "B"\ncap = 5\n' + LINE,
    "第4行 rubric.toml.bonus：考核要点B最多可加3分，与“cap”5分不符（加分用 tally）": '[bonus]\ncode = "B"\ncap = 5\n'
    + LINE
    + criterion_toml("B", "3", N, TALLY),
    "第4行 rubric.toml.bonus：考核要点B最多可加0分，与“cap”5分不符（加分用 tally）": '[bonus]\ncode = "B"\ncap = 5\n'
    + LINE
    + criterion_toml("B", "5", N, RULE),
}


@pytest.mark.parametrize(("said", "text"), WRONG.items())
def test_what_would_go_wrong_unnoticed_is_refused(said: str, text: str) -> None:
    with pytest.raises(RubricError) as refused:
        rubric_of(text)
    assert said in [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            '{ kind = "bands", of = "n", bands = [{ at_least = 1, points = 2 }, { at_least = 3, points = 5 }] }',
            "分段（at_least、above）应从高到低写，否则后一段到不了",
        ),
        (
            '{ kind = "bands", of = "n", bands = [{ at_most = 3, points = 2 }, { below = 1, points = 5 }] }',
            "分段（at_most、below、within）应从低到高写，否则后一段到不了",
        ),
        (
            '{ kind = "shortfall_bands", of = "n", bands = [{ within = 3, deduct = 2 }, { within = 1, deduct = 1 }] }',
            "分段（at_most、below、within）应从低到高写，否则后一段到不了",
        ),
    ],
)
def test_a_band_that_nothing_can_reach_is_refused(rule: str, said: str) -> None:
    with pytest.raises(RubricError, match=said):
        rubric_of(criterion_toml("1", "5", N, rule))


G = '{ name = "goal", type = "count", label = "目标" }'
JUDGED = '{ name = "judged", type = "points", label = "评分" }'
RATIO = 'derive = [{ name = "r", label = "比", of = "n", per = "goal"PLACES }]'
OF_RATIO = '{ kind = "bands", of = "r", bands = [{ at_least = 1, points = 5 }] }'
STEP = '{ kind = "deduct", deductions = [{ each = 1, actual = "n", target_value = 9, step = 0 }] }'
UNPRICED = '{ kind = "unpriced", actual = "n", target = "goal" }'


@pytest.mark.parametrize(
    ("inputs", "rule", "more", "said"),
    [
        (f"{N}, {G}", OF_RATIO, RATIO.replace("PLACES", ""), "“goal”是除数，应是大于0的填报项"),
        (f"{N}, {G[:-1]}, above = -1 }}", OF_RATIO, RATIO.replace("PLACES", ""), "“goal”是除数"),
        (f"{N}, {G}", OF_RATIO, RATIO.replace("PLACES", ", places = 5"), "“places”应为0至4的整数"),
        (f"{N}, {G}", OF_RATIO, RATIO.replace('"goal"', '"r"').replace("PLACES", ""), "“r”是除数"),
        (f"{N}, {G}", UNPRICED, "", "“goal”是除数"),
        (N, STEP, "", "扣分的“step”应大于0"),
        (N, '{ kind = "target", input = "n", compare = "at_least" }', "target_for_all = 0", "目标值应大于0"),
        (JUDGED, '{ kind = "assessed", input = "judged" }', "", "填报项“judged”应为“points”，并写明不超过分值的“max”"),
        (N, '{ kind = "assessed", input = "nobody" }', "", "规则用到未定义的“nobody”"),
        (f"{JUDGED[:-1]}, max = 6 }}", '{ kind = "assessed", input = "judged" }', "", "填报项“judged”应为“points”"),
        (
            N + ", " + JUDGED.replace("judged", "assessed_points")[:-1] + ", optional = true }",
            RULE,
            "",
            "填报项“assessed_points”应为“points”",
        ),
        *((N, f'{{ kind = "{kind}", {more} }}', "", f"“{lists}”至少要有一条") for kind, more, lists in (
            ("states", "", "states"),
            ("bands", 'of = "n",', "bands"),
            ("checklist", "", "items"),
            ("tally", "", "items"),
            ("deduct", "", "deductions"),
            ("shortfall_bands", 'of = "n",', "bands"),
            ("equal_split", "", "items"),
        )),
    ],
)  # fmt: skip
def test_what_cannot_be_reckoned_with_is_refused(inputs: str, rule: str, more: str, said: str) -> None:
    with pytest.raises(RubricError) as refused:
        rubric_of(criterion_toml("1", "5", inputs, rule.replace(", }", " }").replace(",  }", " }"), more))
    assert any(said in str(problem) for problem in refused.value.problems)


def test_a_goal_that_must_stay_below_may_be_nothing() -> None:
    rule = '{ kind = "target", input = "n", compare = "below" }'
    assert rubric_of(criterion_toml("1", "", N, rule, "target_for_all = 0")).has_targets


@pytest.mark.parametrize(
    "inputs",
    [
        '{ name = "n", type = "choice", label = "档次" }',
        '{ name = "n", type = "count", label = "件数", choices = [{ value = "1", label = "一" }] }',
        STATUS.replace('"confirmed"', '"none"').replace("event_status", "n"),
    ],
)
def test_choices_belong_to_choices_and_are_told_apart(inputs: str) -> None:
    with pytest.raises(RubricError, match="填报项“n”：选择项（choice）要有“choices”，且不能重复"):
        rubric_of(criterion_toml("1", "5", inputs, RULE))


@pytest.mark.parametrize(
    ("milestone", "policy"), [("H1", None), ("Y", None), ("annual", "latest"), ("annual", "year_end_only")]
)
def test_a_line_without_a_milestone_counts_in_every_sheet(milestone: str, policy: str | None) -> None:
    policies = 'annual_policies = ["latest", "year_end_only"]\n'
    rows = [
        criterion_toml(f"1-{node}", "5", N, RULE, f'item = "1"\nmilestone = "{node}"') for node in ("H1", "Y")
    ]
    rubric = rubric_of(NODES + policies + VETO + "".join(rows) + VETO_LINE)
    facts = {"1-H1": {"n": 1}, "1-Y": {"n": 1}}
    sheet = score_sheet(
        rubric, {**facts, "V1": {"event_status": "confirmed"}}, milestone=milestone, policy=policy
    )
    assert (sheet.points, sheet.veto, sheet.grade) == (Decimal(4), True, "D")
    assert score_sheet(rubric, facts, milestone=milestone, policy=policy).missing == ("V1",)
