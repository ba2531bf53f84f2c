"""条文里怎么写: the sentence of a line's clause that holds the words of a question, and which of two readings it prints."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from handlers.reporting.about.question import Question, clause_of
from handlers.wording import bare_label, clip
from scoring.model import Criterion

_MARKS: Final = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9.%]+")
_EMPTY: Final = re.compile(
    r"[①-⑳㉑-㉟]|第\d{1,2}项|请问|问一?下|想问|到底|究竟|是不是|算不算|要不要|用不用|需不需要|能不能|可不可以|有没有|行不行|够不够|还是|是否|能否"
    "|什么|怎么样?|怎样|如何|多少|哪[些个里儿]?|为什么|为啥|凭啥|[这那该]一?[个些项块条种边]|我们?|咱们?|你们?|您|他们|现在|目前|具体|标准|要求|意思|情况|口径|统计|数据|数字|指标"
    "|包[括含](?:不包[括含])?|可以|需要|应该|必须|一定|才[算能行]|都[算要得]|也[算要得]|只[算要能看]|也|都|就|才|又|啥|咋|谁|吗|么|呢|啊|吧|呀|哈|嘛|[的了得]|指|说|填|报(?!告)|算|按|要|能|会|行|用|看|是|在内|里面?|里头"
)
"""What asks, and says nothing of what is asked for."""
_SENTENCE: Final = re.compile(r"[^。；;！!]+[。；;]?")
EITHER: Final = re.compile(
    r"(?P<one>[^，,。；;?？\s]{2,24}?)[，,]?还是(?!不[全齐])(?:要|说|就|只)?(?P<other>[^，,。；;?？\s]{2,16})"
)
_OR_WHAT: Final = re.compile(
    "(?P<one>[^，,。；;?？\\s]{2,24}?)[，,]?还是(?:要|按|看|算|说|有)?(?:什么|啥|别的|其他|哪|怎么|咋|怎样)"
)
_HEAD: Final = re.compile(
    ".*(?:按照?|算|是(?!否)|用|指的?|看(?![一了]?下)|包括|属于|根据|说的?|[个些项块里]的|要(?!求|点)|得(?!分))(?=.{2})"
)
_WORD: Final = re.compile(r"\S{2,}")
_TAIL: Final = re.compile(
    "(?:来|去|也|都)?(?>算进去|了就|计算|统计|为准|为主|就可以|就行|的数|(?<![累合总统审会])计|[算的就吗么呢啊吧呀])+$"
)
_NEAR: Final = 2
_FEW: Final = 8
"""What stands in more than every eighth line tells none of them."""
_MOSTLY: Final = 0.6
_WIDTH: Final = 160


def in_clause(question: Question, leaf: Criterion) -> str:
    """What the clause holds of the words that ask: the reading it prints, the nearest sentence, or that it holds none."""
    only = _OR_WHAT.search(question.text)
    if only is not None:
        said = _bare(only["one"])
        found = _holding(said, leaf)
        if found:
            return f"原文写到“{said}”{_quoted([found], leaf)}，别的没写到的原文未规定。"
        return f"原文没有写“{said}”，看的就是下面写到的这些（没写到的原文未规定）。"
    two = EITHER.search(question.text)
    if two is not None:
        one, other = (_bare(two[side]) for side in ("one", "other"))
        return _either(one, other, leaf)
    found = nearest(question.text, leaf)
    if found:
        return f"原文写到的就是下面这些，没写到的原文未规定{_quoted([found], leaf)}。"
    if not _asks_more(question.text, leaf):
        return _ALL_PRINTED
    return f"细则里没有写到您问的“{clip(question.text.strip(' ?？。'), 24)}”（原文未规定）。"


_ALL_PRINTED: Final = "原文写到的就是下面这些，没写到的原文未规定。"


def nearest(text: str, leaf: Criterion) -> str:
    """The sentence of the clause that shares most with the words beyond the line's name; "" for none that is near."""
    telling = pairs(_EMPTY.sub(" ", text)) - pairs(leaf.name)
    weighed = [(len(pairs(sentence) & telling), sentence) for sentence in _sentences(leaf)]
    weight, sentence = max(weighed, key=lambda pair: pair[0], default=(0, ""))
    return sentence if weight >= _NEAR else ""


def closest(text: str, leaves: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The one or two leaves whose print shares most with the words, of what not many of them share; none for little."""
    asked = pairs(_EMPTY.sub(" ", text))
    shared = {leaf.code: asked & _printed(leaf.name, leaf.clause) for leaf in leaves}
    spread = Counter(pair for found in shared.values() for pair in found)
    weighed = {
        code: sum(spread[pair] <= max(_NEAR, len(leaves) // _FEW) for pair in found)
        for code, found in shared.items()
    }
    best = max(weighed.values(), default=0)
    found = [leaf for leaf in leaves if weighed[leaf.code] == best]
    return tuple(found) if best > _NEAR and len(found) <= _NEAR else ()


@lru_cache(maxsize=1024)
def _printed(name: str, clause: str) -> frozenset[str]:
    return frozenset(pairs(f"{name} {clause}"))


def bare_words(text: str) -> list[str]:
    """The words of a question without those that only ask."""
    return _MARKS.sub(" ", _EMPTY.sub(" ", text)).split()


def pairs(text: str) -> set[str]:
    """Every two neighbouring characters, and every figure."""
    words = _MARKS.sub(" ", text)
    return {words[at : at + 2] for at in range(len(words) - 1) if " " not in words[at : at + 2]}


def _bare(option: str) -> str:
    return _HEAD.sub("", _TAIL.sub("", option)) or option


def _either(one: str, other: str, leaf: Criterion) -> str:
    """Which of the two the document prints."""
    first, second = _holding(one, leaf), _holding(other, leaf)
    if first and second:
        return f"“{one}”和“{other}”原文都写到了{_quoted([first, second], leaf)}，以哪个为准原文未规定。"
    if not first and not second:
        return f"是“{one}”还是“{other}”，细则里都没有写（原文未规定）。"
    written, unwritten = (one, other) if first else (other, one)
    literally = "" if written in (first or second) else "意思"
    return f"原文写的{literally}是“{written}”{_quoted([first or second], leaf)}，没有写“{unwritten}”。"


def _quoted(sentences: Sequence[str], leaf: Criterion) -> str:
    """The sentences ahead of the clause; nothing where they are most of what follows."""
    told = [
        one
        for one in dict.fromkeys(sentences)
        if one != leaf.name and len(one) < _MOSTLY * len(clause_of(leaf))
    ]
    return f"：“{'”“'.join(clip(one, _WIDTH) for one in told)}”" if told else ""


def _holding(option: str, leaf: Criterion) -> str:
    """The sentence that holds most of the option's words; "" for none."""
    wanted = pairs(_in_one_word(option))
    for sentence in (leaf.name, *_sentences(leaf), *(bare_label(item) for item in leaf.inputs)):
        if wanted and len(wanted & pairs(_in_one_word(sentence))) >= _MOSTLY * len(wanted):
            return sentence
    return ""


def _in_one_word(text: str) -> str:
    """The text with one word for all that say the same."""
    for words, one in _ALIKE:
        text = words.sub(one, text)
    return text


_ALIKE: Final = (
    (re.compile("增长|增多|上涨|上升|提高|提升|升高"), "增加"),
    (re.compile("下降|降低|压减|下滑|减小"), "减少"),
    (re.compile("开展(?:过)?|搞过|做过"), "开展"),
    (re.compile("以前|往年|上一?年"), "去年"),
    (re.compile("印发|发文|下文|出台|下发"), "下发"),
)


def _sentences(leaf: Criterion) -> Sequence[str]:
    return [found.strip() for found in _SENTENCE.findall(clause_of(leaf)) if found.strip()]


def _asks_more(text: str, leaf: Criterion) -> bool:
    """Whether any word that does not only ask is not in what is printed of the line."""
    printed = pairs(f"{leaf.name} {clause_of(leaf)} {' '.join(item.label for item in leaf.inputs)}")
    words = _MARKS.sub(_blank, _EMPTY.sub(_blank, text))
    known = {at + side for at in range(len(words)) if words[at : at + 2] in printed for side in (0, 1)}
    return _WORD.search("".join(" " if at in known else char for at, char in enumerate(words))) is not None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
