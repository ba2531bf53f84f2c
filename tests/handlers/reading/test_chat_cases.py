"""The report-like messages among the chat cases: nothing wrong is stored, and each is led to the right place."""

import json
from pathlib import Path

import pytest

from tests.handlers.reading.lists import Stored, list_of, outcomes, read, stored

CASES = Path(__file__).parents[3].parent / "shared" / "cases" / "chat.jsonl"
DISTRICTS = ("鄂城区", "华容区", "梁子湖区")
SCENES = {
    "T15": ("tieling-2015", list_of("tieling-2015", "县城建局", codes=("T16-H1", "T17-H1", "T18-H1"))),
    "E13": ("ezhou-2013", list_of("ezhou-2013", "市质监局", codes=("1.1",), subjects=DISTRICTS)),
    "P21": ("pingdingshan-2021", list_of("pingdingshan-2021", "农业农村局")),
    "R18": ("rugao-2018-towns", list_of("rugao-2018-towns", subjects=("九华",))),
    "Z16": ("ziyang-2016", list_of("ziyang-2016")),
}
LED: dict[str, tuple[list[str], Stored]] = {
    "新开工建筑工程质量监督覆盖率100%": (["certain"], {"T17-H1": {"coverage_percent": "100"}}),
    "覆盖率100": (["certain"], {"T17-H1": {"coverage_percent": "100"}}),
    "报一下啊那个鑫开工建筑工程质量监督复盖率百分之九十九点五": (
        ["certain"],
        {"T17-H1": {"coverage_percent": "99.5"}},
    ),
    "2 100%": (["certain"], {"T17-H1": {"coverage_percent": "100"}}),
    "覆盖率：全覆盖": (["asks"], {}),
    "制造业95.2，食品药品92，竣工验收96": (["asks", "refused", "refused"], {}),
    "华容区制造业合格率94": (["certain"], {"1.1": {"actual_percent": "94"}}),
    "食品药品合格率 98.1% 同比增长0.3个百分点": (["refused"], {}),
    "本季度没有发生安全事故": (["refused"], {}),
    "无": (["unread"], {}),
    "6月18号有个工地模板塌了 没伤人 算不算": ([], {}),
    "刚才报错了 不是98是89": (["asks"], {}),
    "昨天报的体系认证那个 不是3是4": (["asks"], {}),
    "同上次一样": (["asks"], {}),
}


def _cases() -> list[dict[str, str]]:
    if not CASES.exists():
        return []
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


needs_cases = pytest.mark.skipif(not CASES.exists(), reason="the chat cases do not lie beside the repository")


@needs_cases
def test_every_reporting_case_is_led_to_its_place() -> None:
    for case in _cases():
        if case["role"] == "contact" and case["text"] in LED:
            name, tasks = SCENES[case["seed_case"]]
            rows = read(case["text"], name, tasks, subjects=DISTRICTS if name == "ezhou-2013" else ())
            assert (outcomes(rows), stored(rows)) == LED[case["text"]], case["text"]


@needs_cases
def test_a_batch_over_districts_is_stored_row_by_row() -> None:
    name, tasks = SCENES["E13"]
    rows = read("制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区96", name, tasks, subjects=DISTRICTS)
    found = [(row.item.subject, row.item.inputs["actual_percent"]) for row in rows if row.item]
    assert found == [("鄂城区", "95.2"), ("华容区", "93.5"), ("梁子湖区", "96")]


@needs_cases
def test_no_other_message_of_a_contact_stores_anything() -> None:
    for case in _cases():
        name, tasks = SCENES[case["seed_case"]]
        if (
            case["text"] not in LED
            and not case["intent"].startswith("report")
            and case["intent"] != "set_target"
        ):
            assert stored(read(case["text"], name, tasks, subjects=DISTRICTS)) == {}, case["text"]
