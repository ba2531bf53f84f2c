"""Mutated messages: nothing crashes, and whatever is stored stands literally in the words that were sent.

`KAOHE_MUTATIONS` is how many are tried, `KAOHE_SEED` which ones; each is handled in a transaction that is rolled back.
"""

import os
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NoReturn

import pytest

from handlers import conversation
from handlers.board import duties_at
from handlers.calendar.deadlines import deadlines_of
from handlers.messages import Incoming
from handlers.people.speaker import Seat
from scoring.model import Rubric
from store.database import Store
from store.records import Submission
from store.unit_of_work import UnitOfWork
from tests.handlers.literal import SUPPOSED, plainly, says_leaf, says_value
from tests.scenarios.lines.contract import lines_of
from tests.scenarios.lines.typed import TYPED as TYPED_LINES
from tests.scene import CHANNEL, Scene

COUNT = int(os.environ.get("KAOHE_MUTATIONS", "2000"))
SEED = int(os.environ.get("KAOHE_SEED", "20150624"))
ALPHABET = "0123456789.%％，。、 \n①②③百分之一二三九十点约没有无是不全齐合格率覆盖报撤回取消机密★？吗要是ＡBt-→@😀\u200b"
TYPED = {
    "tieling-2015": (
        "覆盖率99.5",
        "2 100%",
        "1 齐全\n2 99.5\n3 不全",
        "②100",
        "不是98是89",
        "覆盖率约90",
        "T17-H1 98",
    ),
    "rugao-2018-towns": (
        "12 3",
        "江苏名牌2 体系认证4",
        "1 2\n2 1\n12 4",
        "国抽合格率98.5",
        "事故率0.2",
        "标准数三",
    ),
}
PLACES = {
    "tieling-2015": ("县城建局", "", "2015-06-24 10:00"),
    "rugao-2018-towns": ("九华", "九华", "2018-11-20 10:00"),
}
Change = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Handled:
    """What one message came to."""

    reply: str
    stored: tuple[Submission, ...]
    decisions: int


class Rehearsed(Exception):  # noqa: N818 -- no error: it takes the result out of a transaction that must not be kept
    """What came of one message."""

    def __init__(self, handled: Handled) -> None:
        super().__init__(handled.reply)
        self.handled = handled


def dropped(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + text[at + 1 :]


def inserted(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(ALPHABET) + text[at:]


def replaced(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + dice.choice(ALPHABET) + text[at + 1 :]


def swapped(text: str, dice: random.Random) -> str:
    at = dice.randrange(max(len(text) - 1, 1))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def widened(text: str, dice: random.Random) -> str:
    return "".join(
        chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" and dice.random() < 0.5 else sign for sign in text
    )


def doubled(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + text[at:] * 2


CHANGES: tuple[Change, ...] = (dropped, inserted, replaced, swapped, widened, doubled)


def mutants(texts: Sequence[str], count: int, dice: random.Random) -> list[str]:
    made = []
    for _ in range(count):
        text = dice.choice(texts)
        if dice.random() < 0.15:
            text += dice.choice(("\n", "，", " ")) + dice.choice(texts)
        for _ in range(dice.randint(1, 4)):
            text = dice.choice(CHANGES)(text, dice) or "1"
        made.append(text)
    return made


async def handled(scene: Scene, text: str, now: datetime, number: int, account: str = "kai") -> Handled:
    incoming = Incoming(CHANNEL, f"mutant{number}", account, "text", now, text=text)

    def work(uow: UnitOfWork) -> NoReturn:
        reply = conversation.answer(incoming, uow, now, scene.library)
        decisions = len(uow.reviews.of_campaign(scene.campaign.id))
        raise Rehearsed(Handled(reply.text, tuple(uow.submissions.all(scene.campaign.id)), decisions))

    try:
        await scene.store.run(work)
    except Rehearsed as result:
        return result.handled
    raise AssertionError(text)


async def ordinals_of(scene: Scene, rubric: Rubric, seat: Seat) -> dict[str, int]:
    """The number on the seat's list by code; 0 for what does not stand on it."""
    deadlines = await scene.store.read(lambda uow: deadlines_of(uow, scene.campaign, rubric))
    listed = duties_at(rubric, seat, deadlines.running(scene.now))
    return dict.fromkeys((one.code for one in rubric.criteria), 0) | {
        duty.criterion.code: duty.ordinal for duty in listed
    }


def wrong(result: Handled, text: str, rubric: Rubric, ordinals: dict[str, int]) -> list[str]:
    """What is stored although the text does not literally say it."""
    found = [f"{text!r} is only supposed"] if result.stored and SUPPOSED.search(text) else []
    for row in result.stored:
        criterion = rubric.criterion(row.code)
        if len(ordinals) > 1 and not says_leaf(text, criterion, ordinals[row.code]):
            found.append(f"{text!r} names no {row.code}")
        found += [
            f"{text!r} says no {name}={value!r}"
            for name, value in row.given.items()
            if not says_value(text, criterion.input(name), value)
        ]
    return found


OFFICE = "质量强县工作领导小组办公室"
SPEAKERS = {"reviewer": "li", "leader": "sun", "admin": "zhou", "others": "zhao"}
"""Who says the mutated lines of a role in the county; a supervisor for those of others."""
RULED = re.compile("过|退|驳|不行|不认|准了|批|评|给|打|扣|同意|没问题|ok|特批|撤", re.IGNORECASE)
"""A decision about a report is made by none but these words, or by the answer to a question about one."""


@pytest.mark.parametrize("role", list(SPEAKERS))
async def test_nothing_is_decided_by_a_mutated_message_and_none_but_the_office_reports_its_own(
    county: Scene, role: str
) -> None:
    for account, text in (("wang", "2 100"), ("chen", "1 齐全"), ("li", "待审")):
        await county.say(account, text)
    texts = list(TYPED_LINES[role]) + [line["text"] for line in lines_of(role)]
    made = mutants(texts, COUNT // 20, random.Random(SEED))
    before = await county.submissions()
    rubric = county.library.rubric("tieling-2015")
    seat = Seat("office", OFFICE, "", county.campaign.subjects)
    ordinals = await ordinals_of(county, rubric, seat)
    for at, text in enumerate(made):
        result = await handled(county, text, county.now, at, SPEAKERS[role])
        assert result.stored[: len(before)] == before, text
        own = replace(result, stored=result.stored[len(before) :])
        assert not own.stored or role == "admin", text
        assert wrong(own, text, rubric, ordinals) == []
        assert not result.decisions or RULED.search(plainly(text)), text


@pytest.mark.parametrize("rubric_name", list(TYPED))
async def test_whatever_is_stored_of_a_mutated_message_is_literally_in_it(
    memory: Store, rubric_name: str
) -> None:
    unit, subject, now = PLACES[rubric_name]
    scene = await Scene.open(memory, rubric_name, now, opened=f"{now[:4]}-05-04 09:00")
    await scene.person("kai", unit, subject=subject)
    rubric = scene.library.rubric(rubric_name)
    seat = Seat("contact", unit, subject, scene.campaign.subjects)
    ordinals = await ordinals_of(scene, rubric, seat)
    texts = [*TYPED[rubric_name] * 4, *(line["text"] for line in lines_of("contact", "reviewer"))]
    made = mutants(texts, COUNT // len(TYPED), random.Random(SEED))
    results = [(text, await handled(scene, text, scene.now, at)) for at, text in enumerate(made)]
    assert [text for text, result in results if not result.reply and text.strip()] == []
    assert [fault for text, result in results for fault in wrong(result, text, rubric, ordinals)] == []
    assert sum(bool(result.stored) for _, result in results) > len(results) // 20
