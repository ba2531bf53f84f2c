"""What a text that nothing understood is taken for, and that every suggestion is a command."""

import re

import pytest

from handlers import dialogs
from handlers.access import MAY, may
from handlers.commands import COMMANDS
from handlers.suggesting.guessing import Guess, ranked
from handlers.suggesting.named import Named
from handlers.suggesting.phrasebook import suggestions
from handlers.suggesting.suggestion import Suggestion, Way

_NAMES = {"{unit}": "县旅游局", "{leaf}": "第二项", "{person}": "王敏"}
_NOISE = re.compile(r"[\s。.，,!！~～、]+")
_REPORTS = {"2 98.5%", "城建局 覆盖率 98%", "1通过2退回没章", "覆盖率改成89%"} | {
    "分管领导 姓名 男 职务 电话 手机 邮箱；工作人员 …"
}
"""What is typed without being a command."""
_COMMANDS = [one for one in suggestions() if one.way not in (Way.BEYOND, Way.TALK)]


def _typed(words: str) -> str:
    for slot, name in _NAMES.items():
        words = words.replace(slot, name)
    return words


def _guessed(text: str, role: str) -> Guess:
    return ranked(Named(text, {}), role)


@pytest.mark.parametrize("one", _COMMANDS, ids=lambda one: f"{one.place} {one.act.name} {one.words}")
def test_what_is_suggested_is_a_command_that_its_speakers_may_give(one: Suggestion) -> None:
    for words in {_typed(words) for words in (one.words, *one.about)} - _REPORTS - dialogs.CANCEL:
        read = [
            command for command in COMMANDS if command.read(words, _NOISE.sub("", words).lower()) is not None
        ]
        assert any(MAY[one.act] <= MAY[command.act] for command in read), words


def test_no_phrasing_is_said_for_two_suggestions_of_one_speaker() -> None:
    said: dict[tuple[str, str], set[str]] = {}
    for one in suggestions():
        for line in one.said:
            for phrasing in line:
                said.setdefault((one.place, phrasing), set()).add(one.words or one.act.value)
    assert {phrasing: words for phrasing, words in said.items() if len(words) > 1} == {}


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("我这边还有几样没报上来呀", "contact", "还差什么"),
        ("帮忙瞅瞅我们得了多少分", "contact", "我的得分"),
        ("几号之前必须交", "contact", "什么时候截止"),
        ("哪几家到现在还没交", "leader", "没报"),
        ("按这个势头年底能得几分", "leader", "年底能到多少分"),
        ("还有几件要我审", "reviewer", "待审"),
        ("哪些人还没绑上来", "office", "绑定情况"),
    ],
)
def test_a_plain_question_in_other_words_is_told_at_once(text: str, role: str, words: str) -> None:
    found = _guessed(text, role)
    assert found.told
    assert found.meant[0].words == words


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [("先不要给我推送消息啦", "leader", "先别发了"), ("把半年的数据锁起来", "office", "半年节点归档")],
)
def test_what_acts_is_offered_and_never_told(text: str, role: str, words: str) -> None:
    found = _guessed(text, role)
    assert not found.told
    assert words in [one.words for one in found.meant]


def test_what_lists_first_and_waits_for_a_yes_is_begun_at_once() -> None:
    found = _guessed("给没报的那些单位提个醒", "leader")
    assert found.told
    assert (found.meant[0].words, found.meant[0].way) == ("催办", Way.ASKS)


@pytest.mark.parametrize("role", ["contact", "leader", "reviewer", "office"])
@pytest.mark.parametrize("text", ["真的太感谢您了", "你到底是不是机器人啊", "给我讲个笑话吧"])
def test_talk_is_answered_shortly_and_offers_nothing(text: str, role: str) -> None:
    found = _guessed(text, role)
    assert found.talk
    assert found.meant == ()


@pytest.mark.parametrize("role", ["contact", "leader", "reviewer", "office"])
@pytest.mark.parametrize("text", ["asdf qwer", "zxcv", "囧囧囧囧"])
def test_what_nobody_says_is_like_nothing(text: str, role: str) -> None:
    assert _guessed(text, role) == Guess()


@pytest.mark.parametrize("role", ["contact", "supervisor", "reviewer", "leader", "office"])
def test_nobody_is_offered_what_he_may_not_do(role: str) -> None:
    for one in suggestions():
        for phrasing in one.said[0]:
            assert all(may(role, meant.act) for meant in _guessed(phrasing, role).meant)
