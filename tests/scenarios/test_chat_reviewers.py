"""Every line of the chat contract that a reviewer says: the facts he hears; no report is ever stored by it."""

from collections.abc import Mapping

import pytest

from tests.scenarios.conftest import Enter
from tests.scenarios.line_cases import CASES, lines_of
from tests.scenarios.playing_lines import played

LINES = lines_of("reviewer")


@pytest.mark.skipif(not LINES, reason="the chat cases are not beside the repository")
@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['seed_case']}-{line['text'][:16]}")
async def test_a_reviewer_is_led_to_the_right_place(enter: Enter, line: Mapping[str, str]) -> None:
    case = CASES[line["text"]]
    heard = await played(await enter(line["seed_case"]), case, line["text"])
    assert heard.lacks(case) == [], heard.reply
    assert heard.at_once == ({} if case.asks else case.wanted)
    assert heard.stored == case.wanted
    assert heard.kinds == case.kinds
