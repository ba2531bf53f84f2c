"""主题: which leaves a leader's own words are about (食药, 覆盖率, 第三项)."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading import Task, match_criterion
from handlers.reading.naming.aliases import JARGON
from handlers.reading.numbers import numeral
from handlers.reading.tokens.asides import bare
from handlers.reading.widths import clean
from scoring.model import Criterion, Rubric

_FILLER: Final = re.compile(
    "[那这][个些几一]项|[那这]几条|几条|任务|就是说?|报了?(?=多少|几|没)|[那这][一]?块儿?|[那这]一?摊子?事?|指标|我?(?:也|都|有点)?(?:记不[清得住]|想不起来?|忘)了?|报的|百分之多少|百分之几|是什么情况|什么情况|什么样的?情况|是一个什么样的|什么样的?|到底是|多少分|是多少|有多少|多少|几分|几个"
    "|帮我|给我|麻烦|我想知道|想知道|想问一下|问一下|了解一下|看一下|看一看|看看|看下|瞧瞧|瞅瞅|[瞧瞅]一?[下眼]|查一下|查查|说一下|说说|讲讲|一下"
    "|[都全]?有?哪几[项个条]|[都全]?(?:报|交|完成)得?(?=怎么样|咋样|如何)|怎么样了?|咋样了?|咋整|怎样|如何|情况|进展|进度|完成得?|得了|得到|现在|目前|到现在|今天"
    "|这[一二两三四五六七八九十几]个单位|这些单位|单位|这几家|这几个|他们|它们|她们|我们|咱们|还有|以及|再加上|另外"
    "|[那这]几项|几项|是?谁负责|是?谁在?管|是?谁来?[报填](?:的)?[?？]?$|是?谁牵头|归谁管?|联系谁|找谁|问谁|[哪那]家(?:负责|管|牵头)|那个|这个|那项|这项|[那这]些|考(?=哪|什么|啥)|什么|啥的?|哪些|来着|有没有|有哪些|有?哪几[项个条]|有哪几家|[报交](?:上来|过来|了){1,2}(?:没有?|吗)|相关的?|有关的?|方面的?|这块|那块"
    "|(?<![抽检督普巡核复])查|[看的了得是和跟与同及、啊呢吧吗嘛呀哦嗯额呃哈请您你]"
)
_SHORT_FOR: Final = {
    "食药": ("食品", "药品"),
    "食药监": ("食品", "药品"),
    "打假": ("假冒", "制假", "售假"),
    "消费投诉": ("投诉",),
    "投诉举报": ("投诉",),
    "食品药品": ("食品", "药品"),
    "特设": ("特种设备",),
}
_ITEM: Final = re.compile(
    r"(?:请问|问一?下|[那这]个?|咱们|细则)?的?第?\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:项|条|个(?!单位|部门|[局区镇县家])|号(?:[那这]一?[条项个]|(?=指标|项|考|是(?:哪|什么|啥|干))))(?:指标|考核)?"
    r"(?P<asked>[^\d]{0,18})"
    r"|(?P<before>[^\d第]{1,10})第\s*(?P<placed>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:项|条|个(?!单位|部门|[局区镇县家]))(?P<behind>[^\d]{0,18})"
    r"|(?:排在?)?第(?P<last>\d{1,2}|[一二三四五六七八九十]{1,3})(?:位?的?(?:[那这]个)?(?:考核)?指标(?P<of_it>[^\d]{0,12}))?"
    r"|(?P<alone>\d{1,2})(?=\s*(?:又|指的?|说的?)?是(?:哪|什么|啥|干))(?P<what>[^\d]{1,8})"
)
_ITEM_SAID: Final = re.compile(
    r"第\s*(?P<placed>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[项条个]|指标)|(?<![\d.])(?P<number>\d{1,2})\s*[项条](?!都|全|没|未)"
)
_ITEM_ASKED: Final = re.compile(
    "考核|打分|一?[项条](?=来着|[啊呢呀吗?？]|$)|怎么算|如何算|咋算|算分|得分|解释|介绍|念念?|听听?|详细|详情|条款|细则|[它你给我嗯额子帮那这咱们读请]|看|些|关于|针对|方面|什么事?|啥事?|怎么|咋|干嘛|哪|谁的事|谁|内容|意思|东西|要求|标准|多少分|几分|分值|单位|部门|[局家委]|牵头|负责|[吧呢呀啊的了是个讲说考管指干做主要具体来着得由归在写提到,，。?？\\s]"
)
"""All that may be said of an item by who asks what it is and whose."""
_CODE_ASKED: Final = re.compile(
    r"第?(?P<code>\d{1,2}\.\d{1,2})\s*(?:这一?[项条]|项|条)?(?P<asked>[^\d]{1,18})"
)
_SHORTEST: Final = 2
_SPREAD: Final = 2
"""How many characters of a name may lie between two of an abbreviation."""
_PIECES: Final = re.compile(r"[\s,，、。]+")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_RARE: Final = 6
"""A pair of characters is rare that not more than one leaf of so many has."""
_MANY: Final = 3


def topic_of(text: str) -> str:
    """The words that say what a message is about, without what people say around them."""
    return bare(_FILLER.sub(" ", clean(text).replace("百分之百", "100")))


def leaves_in_pieces(text: str, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """那个率 覆盖的那个: the leaves that are called by what is said in pieces, the last of them first."""
    pieces = _PIECES.split(text.strip())
    return leaves_called(topic_of("".join(reversed(pieces))), criteria) if len(pieces) > 1 else ()


def leaves_about(topic: str, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The leaves whose name or heading holds the topic, else its characters in order, else sounds like it."""
    found = leaves_called(topic, criteria) or (_sounding(topic, criteria) if len(topic) >= _SHORTEST else ())
    short = next((word for word in _SHORT_FOR if word in topic[:-1] and topic[-1] not in "局委办"), "")
    return found or leaves_called(short, criteria)


def leaves_called(topic: str, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """Those whose name or heading holds the topic, else its characters in order."""
    if len(topic) < _SHORTEST:
        return ()
    wanted = _SHORT_FOR.get(topic) or (JARGON.get(topic[:2], topic[:2]) + topic[2:],)
    named = [(criterion, _names_of(criterion), bare(" ".join(criterion.path))) for criterion in criteria]
    for fits in (_holds, _abbreviates):
        for heading in (False, True):
            found = [
                criterion
                for criterion, name, path in named
                if any(fits(word, name) or (heading and fits(word, path)) for word in wanted)
            ]
            if found and (heading or topic not in _SHORT_FOR):
                return tuple(found)
    return ()


def _names_of(criterion: Criterion) -> str:
    """Its name, and the item's whose milestone it is: 制定整治方案 of 药品安全 is about 药品 too."""
    return bare(criterion.name) + ("\n" + bare(criterion.path[-1]) if criterion.item else "")


def likest(topic: str, criteria: Sequence[Criterion], least: float = 0) -> tuple[Criterion, ...]:
    """The leaves that share the rarest pairs of characters with the words; () where they share none that is rare.

    `least` is the share of the words that has to stand in the name.
    """
    pairs = {topic[at : at + 2] for at in range(len(topic) - 1) if _HAN.fullmatch(topic[at : at + 2])}
    names = [
        bare(f"{criterion.name} {''.join(one.label for one in criterion.inputs)}") for criterion in criteria
    ]
    holding = {pair: sum(pair in name for name in names) for pair in pairs}
    rare = {pair: 1 / count for pair, count in holding.items() if count}
    most = max(1, len(criteria) // _RARE)
    if not any(count <= most for count in holding.values() if count):
        return ()
    scores = [sum(weight for pair, weight in rare.items() if pair in name) for name in names]
    best = max(scores)
    found = tuple(one for one, score in zip(criteria, scores, strict=True) if score == best)
    names_of = dict(zip((one.code for one in criteria), names, strict=True))
    found = tuple(one for one in found if _share(topic, names_of[one.code]) >= least)
    return found if len(found) <= _MANY else ()


def _share(topic: str, name: str) -> float:
    """How much of the topic stands in the name, in pieces of two characters and more."""
    held = {at + step for at in range(len(topic) - 1) if topic[at : at + 2] in name for step in (0, 1)}
    return len(held) / len(topic)


def item_asked(text: str) -> int | None:
    """3 for “第三项是什么”; None for anything else."""
    found = _ITEM.fullmatch(text.strip())
    if found is None or _ITEM_ASKED.sub("", _beside(found)):
        return None
    return _place(found["number"] or found["placed"] or found["last"] or found["alone"])


def item_said(text: str) -> int | None:
    """20 for “要是第20项完不成”, whatever else is said; None where no item is called by its place."""
    found = _ITEM_SAID.search(text)
    return _place(found["placed"] or found["number"]) if found is not None else None


def without_item(text: str) -> str:
    """The rest of what is said of such an item."""
    return _ITEM_SAID.sub(" ", text)


def _beside(found: re.Match[str]) -> str:
    """What is said around the number of an item."""
    return "".join(found[part] or "" for part in ("before", "asked", "behind", "of_it", "what"))


def _place(said: str) -> int | None:
    number = numeral(said)
    return int(number) if number is not None else None


def code_asked(text: str) -> str:
    """1.3 for “1.3考啥 归谁”; "" for anything else."""
    found = _CODE_ASKED.fullmatch(text.strip())
    return found["code"] if found is not None and not _ITEM_ASKED.sub("", found["asked"]) else ""


def items_of(rubric: Rubric) -> tuple[tuple[Criterion, ...], ...]:
    """The items in document order, each with its leaves over the milestones."""
    items: dict[str, list[Criterion]] = {}
    for criterion in rubric.criteria:
        items.setdefault(criterion.item or criterion.code, []).append(criterion)
    return tuple(map(tuple, items.values()))


def leaves_of_item(number: int, rubric: Rubric) -> Sequence[Criterion]:
    """The leaves of the item of that printed number, of that place where the items bear none; () where there is none."""
    if not rubric.milestones:
        codes = (str(number), f"{number}.")
        return [leaf for leaf in rubric.criteria if leaf.code == codes[0] or leaf.code.startswith(codes[1])]
    items = items_of(rubric)
    return items[number - 1] if 1 <= number <= len(items) else ()


def item_number(rubric: Rubric, criterion: Criterion) -> str:
    """第8项 where the items of the document bear no printed code of their own, else the code."""
    if not rubric.milestones:
        return criterion.code
    place = next(place for place, leaves in enumerate(items_of(rubric), start=1) if criterion in leaves)
    return f"第{place}项"


def _holds(word: str, name: str) -> bool:
    return word in name


def _abbreviates(word: str, name: str) -> bool:
    return re.search(f".{{0,{_SPREAD}}}?".join(map(re.escape, word)), name) is not None


def _sounding(topic: str, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    tasks = tuple(
        Task(ordinal=0, criterion=criterion, inputs=criterion.inputs, subjects=()) for criterion in criteria
    )
    matches = match_criterion(topic, tasks)
    return (matches[0].task.criterion,) if matches and matches[0].sure else ()
