"""Hundreds of lines as people type them, by role: what is heard and what is stored; each is forgotten afterwards."""

import pytest

from tests.scenarios.casts import CASTS
from tests.scenarios.lines.rehearsing import Stage
from tests.scenarios.lines.typed import TYPED


@pytest.mark.parametrize("scene", list(CASTS))
async def test_a_line_is_led_to_the_right_place_and_stores_nothing_else(scene: str) -> None:
    stage = await Stage.of(scene)
    cases = [(text, case) for cases in TYPED.values() for text, case in cases.items() if case.scene == scene]
    heard = [(text, case, await stage.rehearse(case, text)) for text, case in cases]
    await stage.store.close()
    assert [(text, faults, one.reply) for text, case, one in heard if (faults := one.faults(case))] == []
