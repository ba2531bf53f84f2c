"""What a text that nothing understood is taken for, and that every suggestion is a command."""

import re

import pytest

from handlers.commands import COMMANDS
from handlers.suggesting.alike import slotted
from handlers.suggesting.guessing import SUGGESTIONS, likeness
from handlers.suggesting.suggestion import Suggestion

_NAMES = {"{unit}": "县旅游局", "{leaf}": "第二项", "{person}": "王敏"}
_NOISE = re.compile(r"[\s。.，,!！~～、]+")
_REPORTS = {"2 98.5%", "城建局 覆盖率 98%", "1通过2退回没章"}
"""What is typed without being a command."""


def _typed(words: str) -> str:
    for slot, name in _NAMES.items():
        words = words.replace(slot, name)
    return words


@pytest.mark.parametrize("one", SUGGESTIONS, ids=lambda one: f"{one.act.name} {one.words}")
def test_what_is_suggested_is_a_command_of_that_act(one: Suggestion) -> None:
    for words in {_typed(words) for words in (one.words, *one.about)} - _REPORTS:
        read = [
            command for command in COMMANDS if command.read(words, _NOISE.sub("", words).lower()) is not None
        ]
        assert one.act in {command.act for command in read}, words


@pytest.mark.parametrize("one", SUGGESTIONS, ids=lambda one: f"{one.act.name} {one.words}")
def test_each_of_its_phrasings_is_likest_to_it_or_as_like(one: Suggestion) -> None:
    for said in one.said:
        near = likeness().near(slotted(said))
        best = [like.suggestion for like in near if like.likeness >= near[0].likeness * 0.99]
        assert one in best, (said, near[0].suggestion.words)


@pytest.mark.parametrize("text", ["今天天气不错", "中午吃啥", "给我讲个笑话", "asdf qwer", "这天真热"])
def test_talk_of_other_things_is_like_nothing(text: str) -> None:
    assert [like for like in likeness().near(text) if like.likeness >= 0.4] == []
