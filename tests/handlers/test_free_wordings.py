"""Whatever is typed, in whatever words: nobody learns or does what is not his.

The same words are said in two campaigns that differ only in what the speaker may not know. Any difference in what he
is told has told him something. A sample is said each time; KAOHE_WHOLE_PRODUCT=1 says all of it (an hour and more).
"""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from handlers import conversation
from handlers.messages import Incoming, Media
from store.records import Submission
from store.unit_of_work import UnitOfWork
from tests.handlers.permissions import proves, reports, reviews, subjects_of
from tests.handlers.planting import world
from tests.handlers.wordings import Spoken, questions, tables
from tests.handlers.worlds import World, may_know, scene_casts
from tests.scene import CHANNEL

SPEAKERS = (
    ("tieling-2015", "wangmin"),
    ("tieling-2015", "ligang"),
    ("tieling-2015", "liqiang"),
    ("tieling-2015", "nobody"),
    ("ezhou-2013", "hujie"),
    ("ezhou-2013", "guolan"),
    ("ezhou-2013", "dengkai"),
    ("pingdingshan-2021", "songli"),
    ("rugao-2018", "xuna"),
    ("rugao-2018-towns", "gaofei"),
    ("rugao-2018-towns", "nobody"),
    ("ziyang-2016", "caiming"),
)
"""A contact, a supervisor, a reviewer, a town's contact, somebody unknown."""
WHOLE = os.environ.get("KAOHE_WHOLE_PRODUCT") == "1"
SAMPLE = 10
"""Of the tables, and as many questions, for each speaker."""
BINDS = "839201"


@dataclass(frozen=True)
class Came:
    """What came of some messages: what was answered, and what was done or told that may not be."""

    replies: tuple[str, ...]
    faults: tuple[str, ...]


class UndoneError(Exception):
    """Carries what came of it out of a unit of work that is not to be kept."""

    def __init__(self, came: Came) -> None:
        super().__init__()
        self.came = came


async def said_in(made: World, messages: Spoken) -> Came:
    """Let the speaker say it all, and undo it."""
    with pytest.raises(UndoneError) as undone:
        await made.store.run(lambda uow: _say(uow, made, messages))
    return undone.value.came


def _say(uow: UnitOfWork, made: World, messages: Spoken) -> None:
    before, sender, now, replies = Before(uow, made), made.speaker.account, made.now, []
    for number, text in enumerate(messages):
        now += timedelta(seconds=3)
        picture = text == "#image"
        incoming = Incoming(
            CHANNEL,
            f"said{number}",
            sender,
            "image" if picture else "text",
            now,
            text="" if picture else text,
            media=Media("picture") if picture else None,
        )
        entry = uow.inbox.begin(
            channel=CHANNEL,
            message_key=incoming.message_id,
            sender=sender,
            kind=incoming.kind,
            text=incoming.text,
            payload={},
            sent_at=now,
            received_at=now,
        )
        reply = conversation.answer(incoming, uow, now, made.library, entry.id).text
        uow.inbox.finish(entry.id, reply, now)
        replies.append(reply)
    raise UndoneError(Came(tuple(replies), (*before.unlawful(), *_named(made, messages, replies))))


def _named(made: World, messages: Spoken, replies: list[str]) -> Iterator[str]:
    """Names of people whom both campaigns have, told to somebody who did not say them."""
    for fact in made.facts:
        if (
            fact.kind == "person"
            and fact.text not in "".join(messages)
            and not may_know(made.speaker, fact, made)
        ):
            yield from (f"names {fact.text}: {reply}" for reply in replies if fact.text in reply)


class Before:
    """What there was before somebody spoke."""

    def __init__(self, uow: UnitOfWork, made: World) -> None:
        self._uow, self._made, self._campaign = uow, made, made.campaign.id
        self._submissions = uow.submissions.all(self._campaign)
        self._reviews = len(uow.reviews.of_campaign(self._campaign))
        self._evidence = {row.id for row in uow.evidence.list(self._campaign)}
        self._arranged = len(uow.arrangements.of_campaign(self._campaign))
        self._outbox = {row.id for row in uow.outbox.list()}
        self._standing = self._others()

    def _others(self) -> tuple[object, ...]:
        """What nobody but the office changes: the roster, the campaigns, other people's matters."""
        own = self._made.speaker.contact_id
        matters = self._uow.matters.of_campaign(self._campaign)
        said = self._uow.completeness.of_campaign(self._campaign)
        return (
            self._uow.roster.list(self._campaign),
            self._uow.campaigns.list(),
            [row for row in matters if row.contact_id != own],
            said if self._made.speaker.role != "reviewer" else (),
        )

    def unlawful(self) -> Iterator[str]:
        """What is done or sent by now that the speaker may not do."""
        if self._others() != self._standing:
            yield "changed the roster, the campaign or another's matter"
        for row in self._uow.submissions.all(self._campaign)[len(self._submissions) :]:
            yield from self._not_his(row)
        for arranged in self._uow.arrangements.of_campaign(self._campaign)[self._arranged :]:
            if (arranged.kind, arranged.unit) != ("handed", self._made.speaker.unit):
                yield f"arranged {arranged.kind} of {arranged.unit}"
        yield from self._decided()
        yield from self._told()

    def _decided(self) -> Iterator[str]:
        speaker, made = self._made.speaker, self._made
        decided = self._uow.reviews.of_campaign(self._campaign)
        for review in decided[self._reviews :]:
            if any(row.id == review.undoes and row.contact_id == speaker.contact_id for row in decided):
                continue  # his own decision, which so waits for others
            leaf = (review.code, review.subject)
            recused = any(
                (row.code, row.subject, row.unit) == (*leaf, made.recused) for row in self._submissions
            )
            if recused or not reviews(speaker, made.rubric.by_code[review.code], made):
                yield f"decided about {review.code}"
        for piece in self._uow.evidence.list(self._campaign):
            filed = piece.id not in self._evidence and piece.code is not None
            if filed and not proves(speaker, made.rubric.by_code[str(piece.code)], made):
                yield f"filed evidence to {piece.code}"

    def _not_his(self, row: Submission) -> Iterator[str]:
        speaker, leaf = self._made.speaker, self._made.rubric.by_code[row.code]
        his = {item.name for item in reports(speaker, leaf, self._made)}
        if row.contact_id != speaker.contact_id:
            yield f"stored {row.code} in another's name"
        if row.act == "withdraw":
            gone = [one for one in self._submissions if one.id == row.given["withdraws"]]
            yield from (
                f"withdrew another's {row.code}" for one in gone if one.contact_id != speaker.contact_id
            )
        elif not set(row.given) <= his or row.subject not in subjects_of(speaker, leaf, self._made):
            yield f"stored {row.code} of {row.subject}: {row.given}"

    def _told(self) -> Iterator[str]:
        """What is sent to others: nothing that these may not know, and a contact writes to no other unit."""
        speaker, made = self._made.speaker, self._made
        by_account = {person.account: person for person in made.people}
        for push in self._uow.outbox.list():
            if push.id in self._outbox or push.recipient == speaker.account:
                continue
            person = by_account.get(push.recipient)
            beyond = speaker.role in ("contact", "supervisor") and person is not None
            if person is None or (
                beyond and person.role in ("contact", "supervisor") and person.unit != speaker.unit
            ):
                yield f"wrote to {push.recipient}: {push.text}"
                continue
            for fact in made.facts:
                if fact.kind != "person" and fact.text in push.text and not may_know(person, fact, made):
                    yield f"told {push.recipient} {fact.text} of {fact.unit}: {push.text}"


def drawn(made: World) -> Iterator[Spoken]:
    """All that is to be said, or a sample; whoever types a binding code that is out for somebody is that one."""
    typed = [said for said in tables() if not any(BINDS in text for text in said)]
    asked = list(questions(made))
    if not WHOLE:
        draw = random.Random(f"{made.campaign.rubric} {made.speaker.account}")
        typed, asked = draw.sample(typed, SAMPLE), draw.sample(asked, SAMPLE)
    yield from (*typed, *asked)


@pytest.mark.parametrize(("rubric", "account"), SPEAKERS)
async def test_nobody_learns_or_does_what_is_not_his_in_any_words(rubric: str, account: str) -> None:
    scene, cast = next((scene, cast) for scene, cast in scene_casts() if cast.rubric == rubric)
    one, other = [await world(cast, scene, account, other=swapped) for swapped in (False, True)]
    found = []
    for messages in drawn(one):
        here, there = await said_in(one, messages), await said_in(other, messages)
        found += [(messages, fault) for fault in (*here.faults, *there.faults)]
        pairs = zip(here.replies, there.replies, strict=True)
        found += [(messages, f"{told} | {instead}") for told, instead in pairs if told != instead]
    await one.store.close()
    await other.store.close()
    assert found == []


async def test_what_is_ones_own_is_told() -> None:
    """Or an answer that says nothing would pass the test above."""
    scene, cast = next((scene, cast) for scene, cast in scene_casts() if cast.rubric == "rugao-2018-towns")
    made = await world(cast, scene, "gaofei", other=False)
    came = await said_in(made, ("我的任务", "我的材料"))
    own = [fact for fact in made.facts if fact.subject == "九华" and fact.kind in ("value", "evidence")]
    assert any(fact.text in reply for fact in own for reply in came.replies)
    await made.store.close()


async def test_a_reviewer_does_not_hear_what_others_have_passed() -> None:
    scene, cast = next((scene, cast) for scene, cast in scene_casts() if cast.rubric == "ezhou-2013")
    one, other = [await world(cast, scene, "dengkai", other=swapped) for swapped in (False, True)]
    messages = ("解锁 4.7 我要改", "归档了还能再打开不")
    here, there = await said_in(one, messages), await said_in(other, messages)
    assert "等10项" in here.replies[0]
    assert here.replies == there.replies
    await one.store.close()
    await other.store.close()


async def test_a_reviewer_does_not_hear_what_became_of_what_he_has_stepped_back_from() -> None:
    scene, cast = next((scene, cast) for scene, cast in scene_casts() if cast.rubric == "tieling-2015")
    one, other = [await world(cast, scene, "liqiang", other=swapped) for swapped in (False, True)]
    messages = ("解锁 T18-Y 我要改", "T18-Y的经过")
    here, there = await said_in(one, messages), await said_in(other, messages)
    assert "您已回避" in here.replies[1]
    assert here.replies == there.replies
    await one.store.close()
    await other.store.close()
