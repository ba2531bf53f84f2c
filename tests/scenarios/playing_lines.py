"""Plays one line of the chat contract and compares what is heard, asked, registered and stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.scenarios.line_cases import Case, Said
from tests.scenarios.play import Play

Stored = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of a line: the answer, what the line and its answers stored, and the kinds of new matters."""

    reply: str
    at_once: Stored
    stored: Stored
    kinds: tuple[str, ...]

    def lacks(self, case: Case) -> list[str]:
        """The facts that are not in the answer, and what is in it against the rule."""
        return [fact for fact in case.facts if fact not in self.reply] + [
            f"not {word}" for word in case.never if word in self.reply
        ]


async def played(play: Play, case: Case, text: str) -> Heard:
    """Say what comes before, then the line, then the answers to its question."""
    for said in case.before:
        await _do(play, said)
    before, matters = len(await play.submissions()), len(await _kinds(play))
    reply = await play.say(case.speaker, text)
    at_once = await _stored(play, before)
    for answer in case.then:
        await play.say(case.speaker, answer)
    return Heard(reply, at_once, await _stored(play, before), (await _kinds(play))[matters:])


async def _do(play: Play, said: Said) -> None:
    account, text = said
    if text.startswith("@"):
        play.move_to(text.removeprefix("@"))
    elif text == "#image":
        await play.image(account)
        await play.fetched()
    else:
        await play.say(account, text)


async def _stored(play: Play, before: int) -> Stored:
    rows = (await play.submissions())[before:]
    several = {campaign.id for campaign in play.campaigns if len(campaign.subjects) > 1}
    return {
        f"{row.code}|{row.subject}" if row.campaign_id in several else row.code: dict(row.given)
        for row in rows
    }


async def _kinds(play: Play) -> tuple[str, ...]:
    found = [
        await play.store.read(lambda uow, of=campaign.id: uow.matters.of_campaign(of))  # type: ignore[misc]
        for campaign in play.campaigns
    ]
    return tuple(row.kind for rows in found for row in rows)
