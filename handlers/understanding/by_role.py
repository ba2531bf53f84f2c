"""What reviewers, leaders and the office say in words of their own, each only heard from who may say it."""

import re
from typing import Final

from handlers import dialogs
from handlers.access import Act, may
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.leading import asking, following, subscribing, why
from handlers.leading import materials as materials_of
from handlers.leading.orders import passing
from handlers.leading.ranking.comparing import others_too
from handlers.matters import request_changes, requests
from handlers.messages import Reply
from handlers.people.speaking import afresh
from handlers.review import direct, figures, one_item, waiting
from handlers.review.commands import of_the_whole_list
from handlers.review.listed import assess, rule_listed
from handlers.review.rulings import read_rulings
from handlers.review.spoken import anew, by_kind, by_paper, looked_at, marks, mixed, rather, ruling, undoing
from handlers.review.spoken.asked import asking as inquiries
from handlers.review.spoken.asked import first, marked, materials, wondering
from handlers.review.spoken.judging.judged import weighed
from handlers.understanding import leaders, supervising
from handlers.understanding.commanding import commanded
from handlers.understanding.meaning import command_words
from handlers.wording import clip


def decided(text: str, context: Context) -> Reply | None:
    """What a reviewer rules or asks in words of his own; the office only where it has a list before it."""
    if not may(context.speaker.role, Act.REVIEW) or KNOWN.knows(text):
        return None
    if (entered := figures.entered(text, context)) is not None:
        return entered
    own = context.speaker.role == "reviewer" or waiting.listed_items(context) is not None
    if not own:
        off = request_changes.called_off(text, context)[0] or request_changes.redated(text, context)
        return off or anew.assessed_anew(text, context)
    return looked_at.shown(text, context) or _looked_at(text, _decided(text, context), context)


def inquired(text: str, context: Context) -> Reply | None:
    """What a reviewer asks of his list, an item, his decisions or what is registered; that item is “this one” then."""
    if mixed.ruled_and_looked_on(text) is not None:
        return None
    return _looked_at(text, marked.asked(text, context) or first.asked(text, context), context)


def _decided(text: str, context: Context) -> Reply | None:
    with context.uow.withholding(None):
        off, rest = request_changes.called_off(text, context)
    if off is not None:
        more = _decided(rest, context) if rest else None
        unread = f"没读进去的：“{clip(rest, 60)}”。" if rest else ""
        return Reply("\n".join(filter(None, [off.text, more.text if more else unread])))
    seen = mixed.ruled_and_looked_on(text)
    if seen is not None:
        return _ruled_and_shown(*seen, context)
    return (
        anew.assessed_anew(text, context)
        or request_changes.redated(text, context)
        or request_changes.moved(text, context)
        or rather.wanted_instead(text, context)
        or by_paper.returned(text, context)
        or (by_kind.said(text, context) if context.speaker.role == "reviewer" else None)
        or undoing.taken_back(text, context)
        or wondering.unknown_unit(text, context)
        or of_the_whole_list(text, context)
        or (_requested(text, context) if ruling.only_holds(text) else None)
        or mixed.ruled_and_marked(text, context)
        or ruling.put_off(text, context)
        or ruling.rule_spoken(text, context)
        or (None if ruling.rules(text) else weighed(text, context, acting=True))
        or materials.asked(text.strip().rstrip("?？。!！ "), context)
        or (None if _OF_UNIT.search(text) else inquiries.asked(text, context))
    )


_OF_UNIT: Final = re.compile(
    "等级|等次|能评几|几级|总分|总得分|一共.{0,3}多少分|(?:区|县)(?:现在|目前|到现在).{0,3}多少分"
)
"""雁江区现在得多少分 能评几级 is asked of the whole, and of no item of the list."""


def _ruled_and_shown(words: str, look: str, context: Context) -> Reply | None:
    """What is ruled, and the item that is asked about behind it; a draft that waits for 是 stays in sight."""
    told = _decided(words, context)
    if told is None or dialogs.is_draft(dialogs.present(context)):
        return told
    item = looked_at.shown(look, afresh(context))
    return Reply(f"{told.text}\n{item.text}") if item is not None else told


def _requested(text: str, context: Context) -> Reply | None:
    """What a unit is asked for, behind the answer to what stands before: 依据在哪，让他把公报发过来."""
    before = requests.asked_before(text)
    answer = inquiries.asked(before, context) if before else None
    told = requests.requested(text, context, before if answer is None else "")
    return Reply(f"{answer.text}\n{told.text}") if told is not None and answer is not None else told


def ruled(text: str, context: Context) -> Reply | None:
    """The reply to a reviewer's “1通过2退回没章” or “评 1 3 理由”."""
    if not may(context.speaker.role, Act.REVIEW):
        return None
    rulings = read_rulings(text)
    if rulings:
        return rule_listed(rulings, context)
    place = waiting.place_said(text, context)
    if place is not None:
        return waiting.view(str(place + 1), context)
    return (
        one_item.beyond_list(text, context)
        or assess(text, context)
        or marks.mark_spoken(text, context)
        or direct.assess_named(text, context)
    )


def judged(text: str, context: Context) -> Reply | None:
    """What a reviewer says of what waits, in words that nothing else reads."""
    if context.speaker.role != "reviewer" or KNOWN.knows(text):
        return None
    return _looked_at(text, weighed(text, context), context)


def _looked_at(text: str, reply: Reply | None, context: Context) -> Reply | None:
    """The answer; the one item that it was about is “this one” from now on."""
    if reply is not None:
        looked_at.keep(text, reply, context)
    return reply


def followed(text: str, context: Context) -> Reply | None:
    """What a leader asks on about what he has just been shown."""
    if not may(context.speaker.role, Act.UNIT):
        return None
    drawn = _DRAWN.fullmatch(text.strip())
    if drawn is not None:
        words = drawn["rest"]
        told = followed(words, context) or commanded(words, context) or leader_asked(words, context)
        return Reply(f"{told.text}\n聊天里画不了图，给的是文字。") if told is not None else None
    ordered = subscribing.ordered_before(text)
    if ordered and (told := followed(ordered, context) or commanded(ordered, context)) is not None:
        return Reply(f"{told.text}\n{subscribing.NOT_TOLD_AT_ONCE}")
    told = (
        following.followed(text, context) or others_too(text, context) or materials_of.of_item(text, context)
    )
    told = told or (None if KNOWN.knows(text) else why.lost(text, context))
    if told is not None or context.speaker.role != "leader":
        return told
    early = None if KNOWN.knows(text) else leaders.asked_or_ordered(text, context)
    return early or leaders.with_deadline(text, context)


_DRAWN = re.compile(
    "(?:给我|帮我|能不能|你|再)*(?:画|做|弄|出|生成|来|发)(?:一?[个张])?(?:对比|柱状|折线|饼)?图表?"
    r"(?>给我|看看|看|出来)*(?:[,，\s]+|把)(?P<rest>\S.{2,})"
)
"""给我画个图 三个区比一比: what the picture was to show is told in words."""


def leader_asked(text: str, context: Context) -> Reply | None:
    """What leaders ask in words that are no command, or in a command's words with others around them."""
    if not may(context.speaker.role, Act.UNIT):
        return None
    meant = command_words(text)
    return (commanded(meant, context) if meant else None) or asking.answer(text, context)


def asked_beside(text: str, context: Context) -> Reply | None:
    """What there is to tell of the unit or the item that a question names, which nothing else answers."""
    if context.speaker.role == "leader":
        return asking.asked_of_unit(text, context) or passing.noticed(text, context) or asking.no_such(text)
    if may(context.speaker.role, Act.UNIT):
        return asking.asked_of_unit(text, context)
    if context.speaker.role == "supervisor":
        return supervising.noticed(text, context)
    return (
        _looked_at(text, wondering.wondered(text, context), context)
        if context.speaker.role == "reviewer"
        else None
    )
