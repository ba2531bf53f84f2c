"""Every explanation is enough for an outsider: the points come out again from its words alone."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from rubrics import available, folder_of, load
from rubrics.cases import answer_line
from rubrics.worked import worked_cases
from scoring.decimals import plain
from scoring.model import Criterion
from tests.scoring.redoing import NUMBER, N, redo

Answer = dict[str, Any]

EVERYDAY = {"0", "1", "100", "0.01"}
"""Numbers that need no source: nothing, one, a hundred per cent, a cent."""


COMPUTED = re.compile(rf"(?:＝|得|暂得|扣|少|加|合计|核定|符合|按|：) ?({N})")
"""A result, which `redo` reckons again."""


def answers(name: str) -> Iterator[Answer]:
    for case in worked_cases(folder_of(name)):
        asked = {"id": case.code, "rubric": name, "code": case.code, "inputs": case.inputs}
        line = json.dumps({**asked, "subject": case.subject})
        given = json.loads(answer_line(line.encode()))
        if "error" not in given:
            yield given


@pytest.mark.parametrize("name", available())
def test_the_points_come_out_again_from_the_steps_alone(name: str) -> None:
    for answer in answers(name):
        points = None if answer["points"] is None else Decimal(answer["points"])
        assert redo(answer["why"]["steps"]) == points, answer


@pytest.mark.parametrize("name", available())
def test_no_number_of_the_steps_comes_out_of_nowhere(name: str) -> None:
    rubric = load(name)
    for answer in answers(name):
        why, criterion = answer["why"], rubric.criterion(answer["id"])
        said = json.dumps(why["inputs"], ensure_ascii=False) + why["clause"] + why["reading"]
        known = EVERYDAY | numbers(said) | {plain(target) for target in criterion.targets.values() if target}
        # These two repeat the results of the steps before them, which `redo` has seen to.
        for step in (step for step in why["steps"] if not step.startswith(("合计 ", "考核方核定"))):
            known |= {found.lstrip("-") for found in COMPUTED.findall(step)}
            assert numbers(without_labels(step, criterion)) <= known, (answer["id"], step)


@pytest.mark.parametrize(
    "steps",
    [
        ["2 － 1 － 0.8 ＝ 0.3分。"],
        ["新增合计（件） ＝ 商标 1 ＋ 产品 2 ＝ 4。"],
        ["份数 9，应达 10，少 2：2 × 0.05分，扣0.1分。"],
        ["份数 9，应达 10，少 1：2 × 0.05分，扣0.1分。"],
        ["完成率 92.9，应达 98，少 5.1，每5为一档，不足一档按一档：1 × 0.2分，扣0.2分。"],
        ["份数 9，应达 10，不少：0 × 0.05分，扣0分。"],
        ["断面 8：8 × 0.2分，扣1.6分（最多扣1分）。"],
        ["推广 1 × 0.5分 ＝ 0.4分。"],
        ["事件 3 × 1分，最多扣2分，扣3分。"],
        ["申报 2 ÷ 应完成 3 × 1，四舍五入到0.01，得0.66分。"],
        ["比例 ＝ 名牌 7 ÷ 企业 1001 × 1000，四舍五入取整得 8。"],
        ["平均值 ＝ 平均 7.5，四舍五入取整得 7。"],
        ["3条符合1条，2×1÷3，四舍五入到0.01，得0.66分（均分，预评）。"],
        ["暂按线性：10－［6＋3×（10.01－10）÷10］，四舍五入到0.01，暂得5分（预评）。"],
        ["申报 5，目标 6：完成；完成率 5 ÷ 6 ＝ 0.8334。"],
        ["合格率 89：属于“≥90”这一档，得1分。"],
        ["投入 899 与 上年 1000 的百分比：属于“≥90”这一档，得1分。"],
        ["合格率 91：不在给分段内（≥92、≥90），得0分。"],
        ["低于目标值 1.01，在0—1一段（含1），扣1分，得9分。"],
        ["低于目标值 20，超过20，得0分。"],
        ["占比 30 低于 30，得0分。"],
        ["占比 44 达到 目标 45，得2分。"],
        ["甲（是）：符合，得1分。", "合计 1 ＋ 1 ＝ 2分。"],
        ["甲（是）：符合，得1分。", "乙（是）：符合，得2分。", "合计 2 ＋ 1 ＝ 3分。"],
        ["甲（是）：符合，得1分。", "考核方核定2分，替代按填报计算的0分。"],
    ],
)
def test_a_step_that_does_not_come_out_is_found(steps: list[str]) -> None:
    with pytest.raises(AssertionError):
        redo(steps)


def test_another_result_gives_other_points() -> None:
    assert redo(["甲（是）：符合，得1分。", "乙（是）：不符合，得0分（本项1分）。"]) == 1
    assert redo(["2 － 2.5 ＝ -0.5分。", "按最低0分、最高2分计，得0分。"]) == 0
    assert redo(["甲＞乙：得3分，另加2分。"]) == 5
    assert redo(["事件 1，考核方核定扣0.5分（最多1分）。"]) == Decimal("-0.5")
    assert redo(["事件：未发生。否决项不计分。"]) is None


def numbers(text: str) -> set[str]:
    """The numbers of a text, percents as fractions too."""
    percents = {plain(Decimal(percent) / 100) for percent in re.findall(rf"({N})%", text)}
    return percents | {plain(abs(Decimal(number))) for number in NUMBER.findall(text)}


def without_labels(step: str, criterion: Criterion) -> str:
    """A step without the words of the form, which may hold years and telephone numbers."""
    named = [item.label for item in criterion.inputs] + [item.label for item in criterion.rule.derived]
    chosen = [choice.label for item in criterion.inputs for choice in item.choices]
    notes = [gap.note for gap in criterion.rule.gaps]
    for words in sorted([*named, *chosen, *notes], key=len, reverse=True):
        step = step.replace(words, "")
    return step
