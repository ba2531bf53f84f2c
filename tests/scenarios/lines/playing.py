"""Plays one line on the running bot, through the encrypted callback, and says what came of it."""

from tests.scenarios.lines.case import Case, Heard, Said, Stored
from tests.scenarios.play import Play


async def played(play: Play, case: Case, text: str) -> Heard:
    """Say what comes before, then the line, then the answers to its question."""
    for person in case.people:
        await play.enrol(person)
    for said in case.before:
        await _do(play, said)
    before, matters = len(await play.submissions()), len(await play.matters())
    arranged = len(await play.arrangements())
    reply = await play.say(case.speaker, text)
    at_once = await _stored(play, before)
    new = (await play.arrangements())[arranged:]
    for answer in case.then:
        await play.say(case.speaker, answer)
    return Heard(reply, at_once, await _stored(play, before), (await play.matters())[matters:], new)


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
