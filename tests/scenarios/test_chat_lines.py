"""Every line of the chat contract, through the encrypted callback: the facts that are heard, and what is stored."""

from collections.abc import Mapping

import pytest

from tests.scenarios.conftest import Enter
from tests.scenarios.lines.contract import CASES, case_of, lines_of
from tests.scenarios.lines.playing import played

LINES = lines_of(*CASES)


@pytest.mark.skipif(not LINES, reason="the chat cases are not beside the repository")
@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['role']}-{line['text'][:16]}")
async def test_a_line_is_led_to_the_right_place(enter: Enter, line: Mapping[str, str]) -> None:
    case = case_of(line)
    heard = await played(await enter(line["seed_case"]), case, line["text"])
    assert heard.faults(case) == [], heard.reply


@pytest.mark.skipif(not LINES, reason="the chat cases are not beside the repository")
def test_no_line_is_left_out_and_each_plays_in_its_scene() -> None:
    assert {(row["role"], row["text"], row["seed_case"]) for row in LINES} == {
        (role, text, case.scene) for role, cases in CASES.items() for text, case in cases.items()
    }
