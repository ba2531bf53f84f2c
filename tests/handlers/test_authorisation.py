"""Everybody tries everything: (role × unit × leaf × verb), against rules written once more from the contract.

A sample of the product is tried each time; KAOHE_WHOLE_PRODUCT=1 tries all of it (some minutes).
"""

import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import pytest

from handlers import conversation
from handlers.commands import COMMANDS
from handlers.messages import Incoming, Kind
from handlers.wording import leaf_name
from scoring.model import Criterion
from store.database import Store
from store.records import Evidence, OutboxRow, Review, Submission
from store.unit_of_work import UnitOfWork
from tests.handlers.cast import Cast, assembled
from tests.handlers.permissions import Person, proves, reports, reviews, sees
from tests.scene import CHANNEL

RUBRICS = {
    "tieling-2015": "2015-06-24 10:00",
    "ezhou-2013": "2013-12-10 10:00",
    "ziyang-2016": "2016-11-10 10:00",
    "pingdingshan-2021": "2022-01-12 10:00",
    "rugao-2018": "2018-12-10 10:00",
    "rugao-2018-towns": "2018-12-10 10:00",
}
WHOLE = os.environ.get("KAOHE_WHOLE_PRODUCT") == "1"
SAMPLE = 80
"""Decisions of each rubric about its leaves, and as many about none."""
SCORED = re.compile(r"暂得|取值：|现在：|证明材料\d")
FIGURES = {"percent", "number", "count", "money"}
TYPED = {
    "percent": "88.5%",
    "number": "88.5",
    "money": "88.5万元",
    "points": "1分",
    "count": "3个",
    "bool": "是",
}

VERBS: Mapping[str, Callable[[Criterion, Cast], Sequence[str]]] = {
    "report": lambda leaf, cast: [f"上报 {leaf.code} {typed(leaf)}", "1"],
    "report by name": lambda leaf, cast: [f"{leaf_name(leaf)} {typed(leaf)}", "1"],
    "correct": lambda leaf, cast: [f"{leaf.code} 改成{typed(leaf)}", "是"],
    "detail": lambda leaf, cast: [f"详情 {leaf.code}"],
    "detail by name": lambda leaf, cast: [f"详情 {leaf_name(leaf)}"],
    "why": lambda leaf, cast: [f"为什么 {leaf.code}"],
    "withdraw": lambda leaf, cast: [f"撤回 {leaf.code}"],
    "prove": lambda leaf, cast: [f"材料 {leaf.code} 证明"],
    "picture": lambda leaf, cast: ["[图片]", f"{leaf.code} 现场"],
    "accept": lambda leaf, cast: [f"待审 {leaf.code}", "看 1", "1通过"],
    "return": lambda leaf, cast: [f"待审 {leaf.code}", "1退回", "数据存疑"],
    "assess": lambda leaf, cast: [f"待审 {leaf.code}", "评 1 1 缺记录"],
    "unlock": lambda leaf, cast: [f"解锁 {leaf.code} 补报"],
    "ask for a unit": lambda leaf, cast: [f"{unit_of(leaf, cast)}得了多少", f"没报 {unit_of(leaf, cast)}"],
    "urge a unit": lambda leaf, cast: [f"催 {unit_of(leaf, cast)}", "是"],
}
WITHOUT_LEAF: Sequence[Sequence[str]] = [
    ["我的任务", "还差什么"],
    ["我的得分"],
    ["我的材料"],
    ["现在多少分", "？"],
    ["排名"],
    ["丢分"],
    ["谁没报"],
    ["绑定情况"],
    ["对照"],
    ["待审", "全部通过", "是"],
    ["待审", "1通过2退回没章"],
    ["催办", "是"],
    ["撤回"],
    ["撤销"],
    ["我审了多少"],
    ["考核任务"],
    ["帮助"],
    ["asdf", "qwer", "zxcv"],
    ["是", "1", "2", "88.5%"],
    *([command.usage, "1", "是"] for command in COMMANDS),
]
"""Among them every command as 帮助 shows it, with what would confirm it."""


def typed(leaf: Criterion) -> str:
    """A value as a person would write it for the leaf's first input."""
    item = leaf.inputs[0]
    return item.choices[-1].label if item.type == "choice" else TYPED.get(item.type, "说明")


def unit_of(leaf: Criterion, cast: Cast) -> str:
    """Whose leaf it is."""
    return leaf.reporter or cast.subjects[-1]


@dataclass(frozen=True)
class Tried:
    """What came of some messages of one person; nothing of it is kept."""

    replies: tuple[str, ...]
    submissions: tuple[Submission, ...]
    evidence: tuple[Evidence, ...]
    reviews: tuple[Review, ...]
    pushes: tuple[OutboxRow, ...]
    arranged: bool
    """Whether the campaign, its roster or what is arranged for it are no longer as they were."""


class UndoneError(Exception):
    """Carries what was tried out of a unit of work that is not to be kept."""

    def __init__(self, tried: Tried) -> None:
        super().__init__()
        self.tried = tried


async def attempt(cast: Cast, person: Person, messages: Sequence[str]) -> Tried:
    """Let the person say it all, and undo it."""
    with pytest.raises(UndoneError) as undone:
        await cast.scene.store.run(lambda uow: _say(uow, cast, person, messages))
    return undone.value.tried


def _say(uow: UnitOfWork, cast: Cast, person: Person, messages: Sequence[str]) -> None:
    scene, campaign = cast.scene, cast.scene.campaign.id
    replies = []
    for number, text in enumerate(messages):
        kind: Kind = "image" if text == "[图片]" else "text"
        incoming = Incoming(CHANNEL, f"{person.account}:{number}", person.account, kind, scene.now, text=text)
        replies.append(conversation.answer(incoming, uow, scene.now, scene.library).text)
    raise UndoneError(
        Tried(
            tuple(replies),
            tuple(row for row in uow.submissions.all(campaign) if row.id not in cast.submissions),
            tuple(row for row in uow.evidence.list(campaign) if row.id not in cast.evidence),
            tuple(uow.reviews.of_campaign(campaign)),
            tuple(uow.outbox.list()),
            (uow.campaigns.list(), uow.roster.list(campaign), _arranged(uow, campaign, person))
            != ((scene.campaign,), cast.roster, ()),
        )
    )


def _arranged(uow: UnitOfWork, campaign: int, person: Person) -> tuple[str, ...]:
    """What is arranged now, but for a paper of his own unit that he says is handed in."""
    rows = uow.arrangements.of_campaign(campaign)
    return tuple(row.kind for row in rows if (row.kind, row.unit) != ("handed", person.unit))


def faults(cast: Cast, person: Person, tried: Tried) -> Iterator[str]:
    """What the person did or learnt that is not his, in words."""
    for row in tried.submissions:
        yield from _unlawful_submission(cast, person, row)
    for piece in tried.evidence:
        if piece.code is not None and not proves(person, cast.rubric.by_code[piece.code], cast):
            yield f"filed evidence to {piece.code}"
    for review in tried.reviews:
        yield from _unlawful_review(cast, person, review)
    if tried.arranged and person.role != "office":
        yield "changed the campaign"
    for reply in tried.replies:
        yield from _leaks(cast, person, reply)
    for push in tried.pushes:
        (recipient,) = (one for one in cast.people if one.account == push.recipient)
        yield from _leaks(cast, recipient, push.text)


def _unlawful_review(cast: Cast, person: Person, review: Review) -> Iterator[str]:
    leaf = (review.code, review.subject)
    own = any((row.code, row.subject) == leaf and row.contact_id == person.contact_id for row in cast.stored)
    if own or not reviews(person, cast.rubric.by_code[review.code], cast):
        yield f"decided about {review.code}"


def _unlawful_submission(cast: Cast, person: Person, row: Submission) -> Iterator[str]:
    leaf = cast.rubric.by_code[row.code]
    if row.contact_id != person.contact_id:
        yield f"stored {row.code} in another's name"
    if row.act == "withdraw":
        (gone,) = (one for one in cast.stored if one.id == row.given["withdraws"])
        if gone.contact_id != person.contact_id:
            yield f"withdrew another's {row.code}"
        return
    allowed = {item.name for item in reports(person, leaf, cast)}
    if not set(row.given) <= allowed or row.subject not in cast.subjects_of(person, leaf):
        yield f"stored {row.code} of {row.subject}: {row.given}"


def _leaks(cast: Cast, person: Person, text: str) -> Iterator[str]:
    for secret in cast.told(text):
        if secret.code:
            if not sees(person, cast.rubric.by_code[secret.code], secret.subject, cast):
                yield f"{person.account} learnt of {secret.code} of {secret.subject}: {text}"
        elif person.role in ("contact", "supervisor"):
            # The office can be turned to, and a leader urges and passes word on in his own name.
            own = secret.unit == person.unit or secret.role in ("office", "leader")
            if not own:
                yield f"{person.account} learnt a name or telephone of {secret.unit}: {text}"


@pytest.fixture(params=RUBRICS)
async def cast(request: pytest.FixtureRequest, memory: Store) -> Cast:
    """A campaign of each rubric with everybody in it."""
    return await assembled(memory, request.param, RUBRICS[request.param])


def decisions(cast: Cast) -> Iterator[tuple[Person, Sequence[str]]]:
    """Who says what: the whole product, or a sample of what names a leaf and one of what names none."""
    leaves, none = (
        list(product(cast.people, cast.rubric.criteria, VERBS)),
        list(product(cast.people, WITHOUT_LEAF)),
    )
    if not WHOLE:
        draw = random.Random(cast.rubric.name)
        leaves, none = draw.sample(leaves, SAMPLE), draw.sample(none, SAMPLE)
    yield from ((person, VERBS[verb](leaf, cast)) for person, leaf, verb in leaves)
    yield from none


async def test_nobody_does_or_learns_what_is_not_his(cast: Cast) -> None:
    found = []
    for person, messages in decisions(cast):
        outcome = await attempt(cast, person, messages)
        found += [f"{person} · {messages} · {fault}" for fault in faults(cast, person, outcome)]
    assert found == []


async def test_points_and_evidence_of_another_units_leaf_are_not_told(cast: Cast) -> None:
    hidden = [
        (person, leaf)
        for person in cast.people
        for leaf in cast.rubric.criteria
        if not any(sees(person, leaf, subject, cast) for subject in cast.subjects)
        and not leaf.code.isdecimal()  # That would be a place on the person's own list.
    ]
    for person, leaf in random.Random(5).sample(hidden, min(len(hidden), 20)):
        for reply in (await attempt(cast, person, [f"详情 {leaf.code}", f"为什么 {leaf.code}"])).replies:
            assert SCORED.search(reply) is None, (person, leaf.code, reply)


async def test_everybody_learns_and_does_what_is_his(cast: Cast) -> None:
    """Or refusing everything would pass the tests above."""
    done: Counter[str] = Counter()
    figures = [leaf for leaf in cast.rubric.criteria if {item.type for item in leaf.inputs} & FIGURES]
    for leaf in [*figures[:8], *random.Random(11).sample(cast.rubric.criteria, 8)]:
        for person in people_of(cast, leaf):
            reply = (await attempt(cast, person, [f"为什么 {leaf.code}"])).replies[0]
            assert "只能查看" not in reply, (person, leaf.code, reply)
            done["why"] += any(secret.code == leaf.code for secret in cast.told(reply))
            reported = await attempt(cast, person, VERBS["report"](leaf, cast))
            done["report"] += any(row.code == leaf.code for row in reported.submissions)
            withdrawn = await attempt(cast, person, VERBS["withdraw"](leaf, cast))
            done["withdraw"] += any(row.act == "withdraw" for row in withdrawn.submissions)
        reviewer = next(one for one in cast.people if one.role == "reviewer" and reviews(one, leaf, cast))
        accepted = await attempt(cast, reviewer, VERBS["accept"](leaf, cast))
        done["accept"] += any(row.act == "accept" for row in accepted.reviews)
    assert min(done[verb] for verb in ("why", "report", "withdraw", "accept")) > 0, done


def people_of(cast: Cast, leaf: Criterion) -> list[Person]:
    """Contacts who answer for the leaf for an assessed unit of their own, or for all."""
    return [
        person
        for person in cast.people
        if person.role == "contact" and reports(person, leaf, cast) and cast.subjects_of(person, leaf)
    ][:2]


async def test_a_leader_and_the_office_see_every_unit(cast: Cast) -> None:
    for account in ("leader", "office"):
        (person,) = (one for one in cast.people if one.account == account)
        leaf = next(row.code for row in cast.stored)
        (reply,) = (await attempt(cast, person, [f"为什么 {leaf}"])).replies
        assert "只能查看" not in reply
        assert "您不能" not in (await attempt(cast, person, ["排名"])).replies[0]
