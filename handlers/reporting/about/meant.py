"""问的是哪一项: the leaves that a question names by number, code or name; else the one spoken of last, else the only one."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from handlers.calendar.schedule import duty_meant
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.reading import Task, match_criterion
from handlers.reading.naming.aliases import JARGON, item_of
from handlers.reading.naming.mentions import MOST, mentioned, spoken_of
from handlers.reading.tokens.asides import bare, split_times
from handlers.reporting.about.numbered import at_node, numbered
from handlers.reporting.about.picked import by_points
from handlers.reporting.about.question import Question
from scoring.model import Criterion

LATELY: Final = timedelta(minutes=30)
"""What was spoken of so long ago is still “this one”."""
_FIGURE: Final = re.compile(r"(?<![\d.A-Za-z])(?!\d{5})\d+(?:\.\d+)?[%分]?(?![\d.A-Za-z]|到\d)")
_ASIDE: Final = re.compile(
    "[\u4e00-\u9fff]{2,4}局|数据|数字|以(?!上|下|内|外)|[一二两三四五六七八九十]+分|领导让?|请问|问问|想问|一?下|[这那该]一?[个项块条]?|它|指标|[项个]目|刚[才刚报]?|(?:我们?|咱们?)(?:[镇县局](?![级域长]))?|你们?|现在|目前|到底|今年|去年|本年度?|报[的了过]?|没有?|有|是|的|了|吗|么|呢|啊|吧|呀|就|都|还|也|再|要|能|会|可以|不|只|得|给"
    "|多少|几|什么|啥|谁|哪[里儿个些]?|怎么|咋|如何|为|凭|满?分|扣|材料|证明|不[全齐]|审核|达标|完成|目标|具体|满意(?!度)|情况"
)
"""What says nothing of an item."""
_MOST_NUMBERED: Final = 6
_SHORTEST: Final = 3
"""Fewer shared characters name nobody else's item."""
_LEADER: Final = re.compile("(?:局|县|市|区)?领导(?!机制|小组)")
"""Who asks through the speaker."""
_THIS: Final = re.compile(
    r"[这该](?!些|儿|边|里)|那(?!些|还|么|就|我|剩|其|个(?:我|咱|俺|还|啥|什|[啊嗯呃，,\s]))|刚(?!收到|看到|来|接)|上面|前面|它"
)


def about(said: str, asking: str, naming: str, rest: str, context: Context) -> Question:
    """The question with the leaves that its asking parts name, and those that the rest of the message names.

    `naming` are the asking parts without the words that tell what is asked.
    """
    question = Question(said, context)
    leaves = at_node(asking, numbered(question, asking)[:_MOST_NUMBERED], question) or _named(
        question, naming
    )
    worth = by_points(asking, question.leaves_of_list())
    if worth:
        leaves = tuple(leaf for leaf in leaves if leaf in worth) or (
            worth if len(worth) <= (_MOST_ALIKE if _SEVERAL.search(asking) else MOST) else ()
        )
    several = _SEVERAL.search(asking) is not None
    alike = () if worth or (leaves and not (several and len(leaves) == 1)) else _alike(question, naming)
    if alike and several:
        leaves = alike
    beside = numbered(question, rest)[:MOST] or _named(question, rest) if rest.strip() else ()
    return Question(said, context, leaves, beside, worth or alike)


def _alike(question: Question, naming: str) -> tuple[Criterion, ...]:
    """More lines of the list than would be answered at once, whose names hold the same long piece of the words."""
    words = _ASIDE.sub(" ", _FIGURE.sub(" ", without_units(naming, question.context)))
    pieces = [piece for piece in words.split() if len(piece) >= len("质量监管")]
    found = spoken_of(" ".join(pieces), question.leaves_of_list(), _MOST_ALIKE) if pieces else ()
    return found if len(found) > 1 else ()


_MOST_ALIKE: Final = 6
_SEVERAL: Final = re.compile("分别|各(?!区|县|镇|单位)|[那这]几|都")


def recent(question: Question) -> tuple[Criterion, ...]:
    """The leaf that was spoken of or reported last, else the only one of the list; none for several."""
    only = question.leaves_of_list()
    if len(only) == 1:
        return only
    return last_heard(question) or last_reported(question)


def only_measured(question: Question) -> tuple[Criterion, ...]:
    """The only leaf of the list that takes a number: 报98能得几分 is of no other."""
    measured = [
        leaf
        for leaf in question.leaves_of_list()
        if any(item.type in ("percent", "number", "count", "money", "points") for item in leaf.inputs)
    ]
    return _only(measured)


def said_before(context: Context) -> tuple[str, str] | None:
    """What the speaker said before this message and was answered, not long ago."""
    if context.inbox_id is None:
        return None
    incoming, since = context.incoming, context.now - LATELY
    return context.uow.inbox.before(context.inbox_id, incoming.channel, incoming.sender, since)


def points_back(text: str) -> bool:
    """Whether the words point at what was spoken of: 这项, 刚报的那个."""
    return _THIS.search(text) is not None


def without_own_unit(text: str, context: Context) -> str:
    """The text without the names of the speaker's own unit: 旅游局 is no 旅游市场."""
    found = mentions(text, context)
    own = {context.seat.unit, context.seat.subject}
    return found.rest if found.units and set(found.units) <= own else text


def without_units(text: str, context: Context) -> str:
    """The text without the names of any unit."""
    return mentions(text, context).rest


def names_others(text: str, context: Context) -> bool:
    """Whether the text names a unit that is neither the speaker's own nor one that he reports for."""
    found = mentions(text, context)
    seat = context.seat
    own = {seat.unit, seat.subject} | (set() if seat.own in seat.subjects else set(seat.subjects))
    return any(unit not in own for unit in found.units)


def _named(question: Question, naming: str) -> tuple[Criterion, ...]:
    """By name on the list as it is, at later milestones, on anybody's list; none where a paper is named."""
    words = _ASIDE.sub(" ", _FIGURE.sub(" ", without_units(naming, question.context)))
    now, later, others = question.board.tasks(), question.later.tasks(), question.others()
    if of_node := _of_node(naming, later):
        return _leaves(mentioned(words, of_node) or (of_node if len(of_node) <= MOST else ()))
    if found := _sure(words, now) or _running_first(_sure(words, later), question):
        return found
    own = _leaves(mentioned(_spelled_out(words, now), now)) or _leaves(
        mentioned(_LEADER.sub(" ", _FIGURE.sub(" ", naming)), now)
    )
    own = own or _running_first(_leaves(mentioned(words, later)), question)
    if duty_meant(naming, question.context.rubric.schedule) is not None:
        return own
    if question.context.seat.subject and (covered := _covered(words, own, others)):
        return covered
    sure = tuple(leaf for leaf in _sure(words, others) if is_spelled(words, leaf))
    return (
        sure or (_longer(words, own, others) if len(now) != 1 or _WHOSE.search(question.text) else ()) or own
    )


def _of_node(text: str, later: Sequence[Task]) -> tuple[Task, ...]:
    """The lines of the milestone that the text names, where that has not begun: 年终那个."""
    period = split_times(bare(text))[1].period
    return tuple(task for task in later if task.criterion.milestone == period)


_SHORT_FOR: Final = {"打假": "打击假冒伪劣", "特设": "特种设备", "食药": "食品药品", "AAA": "3A", "AA": "2A"}


def _spelled_out(words: str, tasks: Sequence[Task]) -> str:
    """What people call things by two characters, as the documents print them."""
    names = " ".join(task.criterion.name for task in tasks)
    for short, long in _SHORT_FOR.items():
        words = words.replace(short, long) if long in names or short not in names else words
    return words


def _running_first(found: Sequence[Criterion], question: Question) -> tuple[Criterion, ...]:
    """Ahead of later lines those of the same items that are on the list now: 名牌那个 is of this half-year first."""
    items = {item_of(leaf) for leaf in found}
    now = [leaf for leaf in question.leaves_of_list() if item_of(leaf) in items]
    return (*now, *found)[:MOST]


def _sure(words: str, tasks: Sequence[Task]) -> tuple[Criterion, ...]:
    """The leaves that the words name in full or by another name: 国抽省抽."""
    whole = match_criterion(words, tasks)
    if whole and whole[0].sure:
        return (whole[0].task.criterion,)
    pieces = (*words.split(), *(short for short in JARGON if short in words))
    found = [matches[0] for piece in pieces if (matches := match_criterion(piece, tasks))]
    named = {match.task.criterion.code: match.task.criterion for match in found if match.sure}
    return tuple(named.values())[:MOST]


def _longer(words: str, own: Sequence[Criterion], others: Sequence[Task]) -> tuple[Criterion, ...]:
    """The only leaf of anybody's of which the words speak more than of the own ones."""
    telling = " ".join(piece for piece in words.split() if len(piece) >= _SHORTEST)
    found = spoken_of(telling, [*own, *(task.criterion for task in others if task.criterion not in own)])
    return found if len(found) == 1 and found[0] not in own and is_spelled(telling, found[0]) else ()


_WHOSE: Final = re.compile("归|谁|哪个?(?:单位|部门|局|家)|[该由]我|我们?(?:来|也|要)?(?:报|管|负责)")
"""Who asks whose an item is may mean one that is not on his list, however short that is."""
_LETTER: Final = re.compile("[A-Za-z]")


def is_spelled(words: str, leaf: Criterion) -> bool:
    """Whether three characters in a row stand in its name: 调查 alone is also another's 事故调查处理."""
    names = f"{leaf.name} {' '.join(item.label for item in leaf.inputs)}"
    if _LETTER.search(words) or any(short in words for short in JARGON):
        return True
    return any(words[at : at + _SHORTEST] in names for at in range(len(words) - _SHORTEST + 1))


def _covered(words: str, own: Sequence[Criterion], others: Sequence[Task]) -> tuple[Criterion, ...]:
    """What others report of the speaker's district, where their names hold more of the words than the own ones do."""
    pairs = {pair for piece in words.split() for pair in _pairs(piece)}
    held = {one.criterion.code: len(pairs & _pairs(one.criterion.name)) for one in others}
    most = max([0, *(count for code, count in held.items() if code not in {one.code for one in own})])
    if most < _SHORTEST or most <= max([0, *(held.get(one.code, 0) for one in own)]):
        return ()
    found = [one.criterion for one in others if held[one.criterion.code] == most]
    return tuple(found) if len(found) <= MOST else ()


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _leaves(tasks: Sequence[Task]) -> tuple[Criterion, ...]:
    return tuple(task.criterion for task in tasks)


def last_heard(question: Question) -> tuple[Criterion, ...]:
    """The one leaf that the message before this one, or the answer to it, was about."""
    context = question.context
    before = said_before(context)
    said, answered = before or ("", "")
    return (
        _told_of(question, answered) or _only(about(said, said, said, "", context).leaves) if before else ()
    )


def _told_of(question: Question, answer: str) -> tuple[Criterion, ...]:
    """The only leaf that an answer names in full, or by its code in the first line."""
    answer = answer.partition("（还等您回答")[0]
    first = answer.split("\n", 1)[0]
    lines = (*question.board.lines, *question.later.lines)
    named = {
        line.code: line.criterion
        for line in lines
        if line.title in answer
        or question.title(line.criterion) in answer
        or first.startswith((f"{line.code} ", f"{line.mark.strip()} "))
    }
    return _only(list(named.values()))


def last_reported(question: Question) -> tuple[Criterion, ...]:
    """The leaf of the speaker's last report."""
    speaker = question.context.speaker
    last = question.context.uow.submissions.last_of(speaker.campaign.id, speaker.contact.id)
    return () if last is None else (question.context.rubric.criterion(last.code),)


def _only(leaves: Sequence[Criterion]) -> tuple[Criterion, ...]:
    return tuple(leaves) if len(leaves) == 1 else ()
