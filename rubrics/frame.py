"""What must hold for a document's frame: its sections, milestones, grades, veto and bonus."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rubrics.errors import Problem
from scoring.annual import ANNUAL, ANNUAL_POLICIES
from scoring.decimals import plain
from scoring.grading import EVENT_STATUSES
from scoring.model import Bonus, GradeScale, Rubric, Section, Veto
from scoring.totals import SECTION_POLICIES

_DOCUMENT = "rubric.toml"


def find_frame_problems(rubric: Rubric) -> Iterator[Problem]:
    """Everything that would lose points, or give a wrong grade, without anybody noticing."""
    if not rubric.subjects:
        yield Problem(_DOCUMENT, "缺“subjects”")
    yield from _of_sections(rubric)
    yield from _of_milestones(rubric)
    if rubric.grades is not None:
        yield from (_at("grades", message) for message in _of_grades(rubric.grades))
    if rubric.veto is not None:
        yield from (_at("veto", message) for message in _of_veto(rubric, rubric.veto))
    if rubric.bonus is not None:
        yield from (_at("bonus", message) for message in _of_bonus(rubric, rubric.bonus))


def _at(key: str, message: str) -> Problem:
    return Problem(f"{_DOCUMENT}.{key}", message)


def _repeated(names: Iterable[str]) -> Iterator[str]:
    return (name for name, times in Counter(names).items() if times > 1)


def _of_sections(rubric: Rubric) -> Iterator[Problem]:
    yield from (_at("sections", f"“{name}”重复") for name in _repeated(rubric.section_names))
    for section in rubric.sections:
        yield from (_at("sections", message) for message in _of_section(rubric, section))
    if not rubric.sections:
        return
    outside = rubric.bonus.code if rubric.bonus is not None else None
    for criterion in rubric.criteria:
        counts = bool(criterion.full_marks or criterion.max_deduction) and criterion.code != outside
        if counts and criterion.section not in rubric.section_names:
            message = f"“section”是“{criterion.section}”，不在“sections”之中，得分会漏计"
            yield Problem(f"考核要点{criterion.code}", message)


def _of_section(rubric: Rubric, section: Section) -> Iterator[str]:
    if any(policy not in SECTION_POLICIES for policy in section.policies):
        yield f"“{section.name}”的“policies”只能是 {'、'.join(SECTION_POLICIES)}"
    if section.policies and section.printed is None:
        yield f"“{section.name}”有“policies”，就要有“printed”"
    if not section.rows and not rubric.unpriced:
        yield f"“{section.name}”下没有一个有分值的考核要点"


def _of_milestones(rubric: Rubric) -> Iterator[Problem]:
    ids = [milestone.id for milestone in rubric.milestones]
    yield from (_at("milestones", f"“{name}”重复") for name in _repeated(ids))
    if ANNUAL in ids:
        yield _at("milestones", f"“{ANNUAL}”是年度合计，不能作节点的 id")
    if any(policy not in ANNUAL_POLICIES for policy in rubric.annual_policies):
        yield _at("annual_policies", f"只能是 {'、'.join(ANNUAL_POLICIES)}")
    if bool(ids) != bool(rubric.annual_policies):
        yield _at("annual_policies", "分考核节点（milestones）就要有，不分就不能有")
    for criterion in rubric.criteria:
        if criterion.sheet not in {*ids, None}:
            yield Problem(_DOCUMENT, f"考核要点{criterion.code}的“sheet”没有这个考核节点")


def _of_grades(grades: GradeScale) -> Iterator[str]:
    minima = [band.minimum for band in grades.bands]
    if not minima:
        yield "“bands”至少要有一档"
    if None in minima[:-1]:
        yield "只有最后一档可以没有“min”"
    printed = [minimum for minimum in minima if minimum is not None]
    if any(upper <= lower for upper, lower in pairwise(printed)):
        yield "“bands”应从高到低写"
    if any(low >= high for low, high in grades.gaps):
        yield "“gaps”的“above”应小于“below”"


def _of_veto(rubric: Rubric, veto: Veto) -> Iterator[str]:
    criterion = rubric.by_code.get(veto.code)
    if criterion is None:
        yield f"没有考核要点“{veto.code}”"
        return
    item = criterion.input_by_name.get(veto.input)
    words = set() if item is None else {choice.value for choice in item.choices}
    if not {"none", "confirmed"} <= words <= set(EVENT_STATUSES):
        yield f"考核要点{veto.code}的“{veto.input}”应是选择项，选项为 none、confirmed，可加 preliminary"
    if criterion.sheet is not None:
        yield f"考核要点{veto.code}不能只属于一个考核节点"


def _of_bonus(rubric: Rubric, bonus: Bonus) -> Iterator[str]:
    criterion = rubric.by_code.get(bonus.code)
    if criterion is None:
        yield f"没有考核要点“{bonus.code}”"
    elif criterion.rule.most_bonus != bonus.cap:
        most = plain(criterion.rule.most_bonus)
        yield f"考核要点{bonus.code}最多可加{most}分，与“cap”{plain(bonus.cap)}分不符（加分用 tally）"
