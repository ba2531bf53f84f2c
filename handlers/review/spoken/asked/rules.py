"""“规划这项的扣分标准是什么”: the clause of a leaf that a reviewer names and that does not wait for him."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.board import duties_of_unit
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.asking import with_endings
from handlers.leading.topics import leaves_called, topic_of
from handlers.lookups import explain
from handlers.messages import Reply
from handlers.reading.numbers import numeral
from handlers.review.spoken.elsewhere import named
from handlers.wording import clip, leaf_name, shown
from scoring.model import Criterion

AROUND: Final = re.compile(
    r"(?>这一?[个件条项家]|那一?[个件条项家]|看一?下|晚没晚|晚了没|这里|那边|他们?|她们?|对方|单位|请问|帮我|看看|没有|数字|到底|现在|一下|我|的|是|了|吗|呢|啊|呀|么|没|有|都|附|数|分|里|还|折中|取中|中间|要不|勉强|我想|那就?|干脆)+"
)
_LISTED: Final = 12


def of_leaf(words: str, context: Context) -> Reply | None:
    """The clause of the one leaf that is named by its code and does not wait here."""
    codes = [found[0] for found in _CODE.finditer(words) if found[0] in context.rubric.by_code]
    if not codes:
        return _of_topic(words, context)
    leaves = named(words, context, by_topic=False)
    if len(set(codes)) != 1 or not leaves:
        return None
    leaf = context.rubric.criterion(codes[0])
    return Reply("\n".join(explain.in_full(leaf, [subject for _, subject in leaves], context)))


def _of_topic(words: str, context: Context) -> Reply | None:
    """规划这项的扣分标准是什么: the clause of the leaf that is called so; which there are, where several are."""
    rest = mentions(RULE.sub(" ", words), context).rest
    topic = topic_of(AROUND.sub("", rest))
    return _told(leaves_called(topic, context.running), "", context)


def _told(leaves: Sequence[Criterion], head: str, context: Context) -> Reply | None:
    """The clause of the only one, or which there are, each with its own; None for too many."""
    if len(leaves) == 1:
        return explain.detail(leaves[0].code, context)
    rows = [f"{one.code} {leaf_name(one, 24)}：{clip(' '.join(one.clause.split()), 60)}" for one in leaves]
    how = f"发“详情 {leaves[0].code}”看全文。" if leaves else ""
    told = [head, *shown(rows, _FEW, "……另有{}项"), how]
    return Reply("\n".join(filter(None, told))) if 1 < len(rows) <= _LISTED else None


_FEW: Final = 6
_CODE: Final = re.compile(r"(?<![\d.])(?:[A-Z]\d\d-[A-Z]\d?|\d{1,2}\.\d{1,2})(?![\d.%％])")


def rule_of_unit(words: str, context: Context) -> Reply | None:
    """水利局那个打几分合适: the clause of the only leaf of that unit, or which there are; nothing was reported."""
    if RULE.search(words) is None:
        return None
    said = RULE.sub(" ", words)
    named = mentions(said, context)
    if not named.units:
        named = mentions(with_endings(said, context), context)
    units = set(named.units) - set(context.speaker.campaign.subjects)
    leaves = [leaf for leaf in context.running if units & set(leaf.named_units)]
    ordinal = _ORDINAL.search(named.rest)
    number = numeral(ordinal[1]) if ordinal is not None and len(units) == 1 else None
    if number is not None:
        own = duties_of_unit(next(iter(units)), context)
        leaves = [duty.criterion for duty in own if duty.ordinal == number] or leaves
    topic = topic_of(AROUND.sub("", named.rest))
    leaves = [*leaves_called(topic, leaves)] or leaves if len(leaves) > 1 else leaves
    if len(leaves) > 1 and AROUND.sub("", named.rest).strip(" 那个项案例，,"):
        return None
    return _told(leaves, f"{'、'.join(units)}有{len(leaves)}项：", context)


_ORDINAL: Final = re.compile(r"第([\d一二三四五六七八九十]{1,3})[项个条]")
RULE: Final = re.compile(
    r"(?:是)?(?:怎么|咋|如何)个?(?:评|打|算|给|扣)分?法|满分(?:是|为)?(?:多少|几)分?|(?:应?该|得|能)?(?:打|给|评|值|判)(?:他们?)?(?:几|多少)分?(?:合适|好|合理|比较合适)?|(?:怎么|咋|如何)(?:打|给|评|算|计|判)(?:出来)?分?(?:的|合适)?"
    r"|按(?:几|多少)分(?:算|给|打|评|计)?|按(?:哪|什么)(?:一?[条款项])?(?:标准|规定)?(?:给|算|打|评)?的?(?:\d{1,2}(?:\.\d)?分)?|(?:评分|打分|扣分)?(?:标准|依据|条款|原文)(?:是?(?:什么|啥|多少))?|(?:不到|没到|达不到|低于).{0,8}(?:得|扣|给)(?:几|多少)分?|(?:能|该|现在|应该)?得?(?:了|是|有)?(?:多少|几)分$|够不够|达没达标|(?:达标|合格|够)了?(?:没有?|吗|不)$"
)
