"""随口问: a unit's name, several of them, a topic, an item's number — whatever is no command, of whom it is asked."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.calendar.deadlines import milestone_name
from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions, stem
from handlers.context import Context
from handlers.leading.leaf_rows import LISTED, about, running, units_of, value_text
from handlers.leading.of_items import incidents
from handlers.leading.one_unit.unit_view import looked_after, of_person, owed_in_full, people_of, unit, view
from handlers.leading.ranking import comparing, reached
from handlers.leading.topics import (
    code_asked,
    item_asked,
    leaves_about,
    leaves_in_pieces,
    leaves_of_item,
    likest,
    topic_of,
)
from handlers.lookups.explain import detail
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.people.whom import calls_of
from handlers.reading.tokens.asides import is_question
from handlers.suggesting.alike import LEAF
from handlers.suggesting.named import named_in
from handlers.wording import clip, leaf_name, listed, plain, shown
from scoring.model import Criterion

_STANDS_STILL = re.compile(
    "(?:怎么|为什么|为啥|咋)?(?:还|都|才|就){0,4}(?:一点|一直|到现在|至今)?(?:儿|都|也|还){0,4}(?:没动(?:静)?|没进展|没报|不动|没声)"
)
_WHICH_ITEMS = re.compile("哪[些几].{0,4}(?:没|未|缺|差)|(?:没报|差|缺).{0,3}(?:哪|什么|啥)")
"""Whoever asks which are missing wants their names, not their number."""
_IN_VIEW = re.compile(
    "一项|没有?|未报|都|报|交|联系人|联络员|分管领导|谁|怎么|为何|为什么|咋|丢|扣|差|缺|审核?|通过|退回|待审|得|分|[几两三][家个]|到?程度"
)
"""What is said of a unit that its view tells."""
_ASIDE = 4
"""Words beside a unit's name that may be left unexplained."""
_WHO = re.compile("谁|联系|负责|对接")
_WHO_DOES = re.compile(
    "(?:谁|哪个人|哪位)(?:在|来|具体)?(?:跟|弄|办|填|报|管|盯|抓|负责|对接|经办|经手)(?!的?(?:最|多|少|快|慢))"
)
_OF_ITEMS = re.compile(
    "(?:那些|那几|哪几|几)[项条]|方面|(?:相关|有关)(?!单位|部门|人|领导|规定|要求)|那块|这块|那个.{2,8}的(?:看|呢|给|怎|咋|$)"
)
_TOPIC = re.compile(r"[\u4e00-\u9fff]{2,6}")
_MOSTLY = 0.6
"""So much of a topic has to stand in a leaf's name."""
_DONE = re.compile(
    r"(?:搞|办|做|弄|出|建|开|落实|印发|开展|制定|整|发)(?:完|好|成)?(?:没有?|吗|$)|发生|过$|没有?$"
)
_ORDERS = re.compile("催|告诉|转[告达]|发|通知|让|叫|打包|导|延|改|设|取消|目标|电话")
_ENDS = ("局", "委", "办", "镇", "区", "县", "街道")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,5}")
GENERAL: Final = frozenset({"没报", "现在多少分", "报了多少了", "还差什么", "我的任务", "联系人"})
"""What is asked of everybody where nobody is named."""
_WHOLE: Final = re.compile("(?:全|整个|咱们?|我们)[县市区]的?(?=[^,，。]{0,4}(?:多少|几)分)")
"""现在全县多少分了 is about no single item."""
_BRANCH: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})(?:口子?|系统|条线|战线|部门|那口)")


def answer(text: str, context: Context) -> Reply | None:
    """What a leader asks without a command; None where nothing known is named."""
    told = numbered(text, context) or reached.asked(text, context) or incidents(text, context)
    if told is not None:
        return told
    text = _WHOLE.sub("", text)
    found = mentions(text, context)
    topic = topic_of(_STANDS_STILL.sub(" ", found.rest))
    told = comparing.compared(text, (found.units, found.rest), context)
    if told is not None:
        return told
    standing = standing_now(context)
    leaves = _coded(text, context) or leaves_about(topic, running(standing))
    leaves = leaves or leaves_in_pieces(text, running(standing))
    if not leaves and (context.speaker.role == "leader" or is_question(text)):
        leaves = _likest(topic, found.units, standing)
    reporting = set(found.units).difference(standing.sheets)
    own = tuple(leaf for leaf in leaves if reporting & units_of(standing, leaf))
    if own or (leaves and not reporting):
        return _of_leaves(topic, own or leaves, text, context)
    aside = topic_of(found.rest) if _WHICH_ITEMS.search(text) else _IN_VIEW.sub("", topic)
    if len(found.units) == 1 and _WHO_DOES.search(text):
        return looked_after(found.units[0], context)
    if found.units and len(aside) <= _ASIDE:
        return Reply.of(*view(found, context))
    return (
        of_person(text, context) or _shortened(topic_of(found.rest), context) or _code(text.strip(), context)
    )


def _of_leaves(topic: str, leaves: Sequence[Criterion], text: str, context: Context) -> Reply:
    """How they stand, and who sees to them where that is asked; whether the one has to be reported at all."""
    if len(leaves) == 1 and _NEEDED.search(text):
        return Reply(f"{detail(leaves[0].code, context).text}\n{_STILL}")
    standing = standing_now(context)
    rows = about(topic, leaves, standing, context, mentions(text, context).units)
    return Reply.of(*rows, *(_whom(leaves, standing, context) if _WHO.search(text) else []))


def _coded(text: str, context: Context) -> tuple[Criterion, ...]:
    """雁江区4.1得多少分: the leaves of the codes with a point in them that the words hold."""
    codes = dict.fromkeys(found[0] for found in _POINTED.finditer(text))
    return tuple(context.rubric.criterion(code) for code in codes if code in context.rubric.by_code)


_NEEDED = re.compile("(?:不用|不需要|要不要|用不用|还[要用]|可以不).{0,3}报")
_STILL = "没有这回事也请它报一次“没有”，一直不报就一直算未报；免不免报原文未规定。"
_POINTED = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.%％分])")


def _whom(leaves: Sequence[Criterion], standing: Standing, context: Context) -> list[str]:
    """“市场监督管理局 联络员：刘洋；……” of whoever reports them."""
    units = dict.fromkeys(
        standing.unit_of(leaf, subject) for leaf in leaves for subject in list(standing.sheets)[:1]
    )
    return [f"{unit} {people_of(context, unit)}" for unit in units if unit][:_ASIDE]


def no_such(text: str) -> Reply | None:
    """特种设备那些项, of which the document has none: said so."""
    topic = topic_of(text)
    if not (_OF_ITEMS.search(text) and _TOPIC.fullmatch(topic)):
        return None
    return Reply(
        f"细则里没有找到写“{topic}”的项。可以换个词，或发编号（如“第3项”）、单位名；原文怎么说回“原文 {topic}”。"
    )


def numbered(text: str, context: Context) -> Reply | None:
    """第12项什么内容 谁负责, 1.3考啥 归谁: the item of that number, the leaf of that code."""
    number, code = item_asked(text), code_asked(text)
    if number is not None:
        return _item(number, context)
    if code in context.rubric.by_code or not code:
        return detail(code, context) if code else None
    own = [leaf for leaf in context.rubric.criteria if leaf.code.startswith(f"{code}.")]
    return Reply.of(*_leaf_lines(own)) if own else _no_item(code, context)


def _likest(topic: str, units: Sequence[str], standing: Standing) -> tuple[Criterion, ...]:
    """The leaves that the words are nearest to: the units' own; whatever is about no leaf is near to none."""
    reporting = set(units).difference(standing.sheets)
    leaves = [leaf for leaf in running(standing) if not reporting or reporting & units_of(standing, leaf)]
    return likest(_DONE.sub("", topic), leaves, _MOSTLY) if len(topic) > _ASIDE - 1 else ()


def asked_of_unit(text: str, context: Context) -> Reply | None:
    """旅游局昨天不是交了吗怎么还显示没交: how the unit stands, to a question that nothing else answers."""
    if not is_question(text) or _ORDERS.search(text):
        return None
    found = mentions(text, context)
    if not found.units:
        found = mentions(with_endings(text, context), context)
    return Reply.of(*view(found, context)) if found.units and not found.heard else None


def with_endings(text: str, context: Context) -> str:
    """城建和旅游谁快: the units whose names stand there without their 局 or 委, in full."""
    standing = standing_now(context)
    short = {row.unit: stem(row.unit) for row in standing.units}
    said = [unit for unit, word in short.items() if len(word) > 1 and word in text]
    return f"{text} {' '.join(said)}" if said else text


def _shortened(topic: str, context: Context) -> Reply | None:
    """城建 for the one unit called 县城建局; 建设局, which no unit is called, asks which is meant."""
    if not _NAME.fullmatch(topic):
        return None
    called = {found.units: found for end in _ENDS if (found := mentions(topic + end, context)).units}
    if len(called) == 1:
        ((units, found),) = called.items()
        return Reply.of(*view(found, context)) if len(units) == 1 and not found.heard else None
    return unit(topic, context)


def _code(text: str, context: Context) -> Reply | None:
    """17, or 19.2: the item of that number, the leaf of that code."""
    if text in context.rubric.by_code:
        return detail(text, context)
    return _item(int(text), context) if text.isdecimal() and len(text) <= len("99") else None


def _item(number: int, context: Context) -> Reply | None:
    leaves = leaves_of_item(number, context.rubric)
    if not leaves:
        return _no_item(number, context)
    if not context.rubric.milestones:
        return Reply.of(*_leaf_lines(leaves))
    first = leaves[0]
    full = f"，{plain(first.full_marks)}分" if first.full_marks is not None else ""
    lines = [f"第{number}项：{clip(_heading(first), 120)}{full}，{listed(first.named_units, 4, '家')}"]
    for leaf in leaves:
        node = milestone_name(context.rubric, leaf.milestone) or "全年"
        lines.append(f"{node}（{leaf.code}）：{clip(leaf.clause, 110)}")
    lines += _so_far(leaves, context)
    return Reply.of(*lines)


def _so_far(leaves: Sequence[Criterion], context: Context) -> list[str]:
    """现在：未报 of the running one, where one unit is assessed."""
    standing = standing_now(context)
    codes = {leaf.code for leaf in running(standing)}
    subject, *others = standing.sheets
    return [
        f"现在：{value_text(leaf, subject, standing.records.get((leaf.code, subject)), standing, context)}"
        for leaf in leaves
        if leaf.code in codes and not others
    ][:1]


def _no_item(number: int | str, context: Context) -> Reply:
    codes = [criterion.code for criterion in context.rubric.criteria]
    return Reply(f"细则里没有第{number}项；编号从{codes[0]}到{codes[-1]}，可以发编号或指标名。")


def _heading(criterion: Criterion) -> str:
    return criterion.path[-1].rstrip("。") if criterion.path[-1] != "注" else leaf_name(criterion, 80)


def _leaf_lines(leaves: Sequence[Criterion]) -> list[str]:
    rows = []
    for leaf in leaves:
        full = f"，{plain(leaf.full_marks)}分" if leaf.full_marks is not None else ""
        rows.append(
            f"{leaf.code} {leaf_name(leaf, 40)}{full}，{listed(leaf.named_units, 3, '家') or '各被考核单位'}"
        )
    lines = shown(rows, LISTED, "……另有{}项")
    if len(leaves) == 1:
        lines.append(f"评分标准：{clip(leaves[0].clause, 300)}")
    else:
        lines.append(f"回“详情 {leaves[0].code}”看评分标准。")
    return lines


def scoped(words: str, text: str, context: Context) -> Reply | None:
    """The state of what the text names; None where the command asks for more, or nothing is named."""
    if words not in GENERAL | {"丢分"}:
        return None
    found = mentions(text, context)
    if not found.units:
        called = _unit_called(text, context)
        found = mentions(called, context) if called else found
    leaf = named_in(text, context).fills.get(LEAF)
    if leaf is not None and leaf in context.rubric.by_code and words not in ("联系人", "丢分"):
        return detail(leaf, context)
    if (
        len(found.units) == 1
        and not found.heard
        and words in ("没报", "还差什么")
        and _WHICH_ITEMS.search(text)
    ):
        owing = [unit for unit in standing_now(context).owing if unit.unit == found.units[0]]
        return Reply.of(*owed_in_full(owing[0], context)) if owing else Reply.of(*view(found, context))
    return Reply.of(*view(found, context)) if found.units else None


def _unit_called(text: str, context: Context) -> str:
    """The unit of the person that is called by name or title, or whose branch is meant (城建口)."""
    called = calls_of(enrolled(context))
    meant = [called[call] for call in called if call in text]
    units = {row.unit for row in meant}
    if len(units) == 1:
        return units.pop()
    branch = _BRANCH.search(text)
    return f"{branch['name']}局" if branch is not None else ""
