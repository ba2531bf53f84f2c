"""The lines of the chat contract: what is said in which scene, what must be in the answer, and what it stores."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from store.records import ArrangementKind
from store.unit_of_work import UnitOfWork
from tests.scenarios.play import Play
from tests.scene import CHANNEL

FILE = Path(__file__).parents[2] / ".." / "shared" / "cases" / "chat.jsonl"
Prepare = Callable[[Play], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: who says it where, after what was said before, the facts of the answer and what is stored.

    `before` are (account, text); `absent` must not be said; `arranges` is the kind of arrangement that it
    makes at once (None: none). No line stores a report by itself.
    """

    scene: str
    account: str
    text: str
    facts: tuple[str, ...]
    absent: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    arranges: ArrangementKind | None = None
    prepare: Prepare | None = None
    silent: bool = False

    @property
    def id(self) -> str:
        """How the test is called."""
        return f"{self.scene} {self.text[:20]}"


def contract(role: str) -> set[tuple[str, str]]:
    """(scene, text) of every line of that role; the test is skipped where the contract is not at hand."""
    if not FILE.is_file():
        pytest.skip("the chat contract is not beside the repository")
    rows = map(json.loads, FILE.read_text("utf-8").splitlines())
    return {(row["seed_case"], row["text"]) for row in rows if row["role"] == role}


async def play_line(play: Play, line: Line) -> str:
    """Say it, and hold the answer and the store to what the line promises."""
    if line.prepare is not None:
        await line.prepare(play)
    for account, text in line.before:
        await play.say(account, text)
    submissions = await play.submissions()
    arranged = await arrangements(play)
    reply = await play.say(line.account, line.text)
    assert bool(reply) is not line.silent, reply
    for fact in line.facts:
        assert fact in reply, (fact, reply)
    for word in line.absent:
        assert word not in reply, (word, reply)
    assert await play.submissions() == submissions
    new = (await arrangements(play))[len(arranged) :]
    assert new == ([line.arranges] if line.arranges else [])
    return reply


async def arrangements(play: Play) -> list[str]:
    """The kinds of everything that is arranged, oldest first."""

    def read(uow: UnitOfWork) -> list[str]:
        ids = [campaign.id for campaign in play.campaigns]
        return [row.kind for found in ids for row in uow.arrangements.of_campaign(found)]

    return await play.store.read(read)


async def with_director_wang(play: Play) -> None:
    """Put a director Wang of the construction bureau on the roster, bound."""
    await _enrol(play, "wangju", "王刚", "县城建局", "局长")


async def with_li_si(play: Play) -> None:
    """Put a second contact of the tourism bureau on the roster, bound and with a mobile."""
    await _enrol(play, "lisi", "李四", "县旅游局", "")


async def _enrol(play: Play, account: str, name: str, unit: str, title: str) -> None:
    campaign = play.campaigns[0]
    play.platform.corp.add_member(account, name)

    def work(uow: UnitOfWork) -> None:
        contact = uow.roster.add(
            campaign_id=campaign.id,
            name=name,
            unit=unit,
            role="supervisor" if title else "contact",
            title=title,
            mobile="13900000000",
            email="a@b.cn",
        )
        assert uow.roster.bind(contact, CHANNEL, account, play.clock.now())

    await play.store.run(work)
