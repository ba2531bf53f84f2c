"""The short way of a place and one figure: it answers what all the other readers together would answer."""

import pytest

from handlers.understanding import readers
from tests.scenarios.lines.case import Case
from tests.scenarios.lines.rehearsing import Stage

TEXTS = ("2 98.6", "①5", "② 100%", "1 0", "报 2 97.5", "3 12", "1.1 95", "9 4", "5 3。")
BEFORE: tuple[tuple[tuple[str, str], ...], ...] = ((), (("", "2 90"),), (("", "我的任务"),))


@pytest.mark.parametrize(("scene", "account"), [("T15", "wangmin"), ("E13", "hujie"), ("R18", "luoying")])
async def test_a_plain_report_is_answered_as_every_reader_in_turn_would_answer_it(
    scene: str, account: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = await Stage.of(scene)
    said = [
        (text, Case(account, (), before=tuple((account, words) for _, words in before)))
        for text in TEXTS
        for before in BEFORE
    ]
    at_once = [await stage.rehearse(case, text) for text, case in said]
    monkeypatch.setattr(readers, "is_plain", lambda _text: False)
    in_turn = [await stage.rehearse(case, text) for text, case in said]
    assert [heard.reply for heard in at_once] == [heard.reply for heard in in_turn]
