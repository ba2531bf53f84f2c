"""材料不全是啥标准: what the document says of a word, and how it is read where it says nothing."""

import re
from typing import Final

from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.topics import likest, topic_of
from handlers.messages import Reply
from handlers.review.waiting import current
from handlers.suggesting import offering
from handlers.wording import clip, leaf_name
from scoring.model import Ambiguity, Criterion

QUOTED: Final = 2
READINGS: Final = 3
_ASKED: Final = re.compile(
    r"(?:什么|啥|怎么|咋)样?才?(?:是|叫|算)?(?P<behind>[^，,。?？\s]{2,12})$|(?P<word>[^，,。?？\s]{2,12}?)(?:是|算|按|指)?(?:个)?"
    r"(?:(?:什么|啥|怎么|咋)(?:样)?(?:的)?(?:标准|意思|定义|口径|界定|认定|算法|算)?(?:的)?[呢啊]?|(?:扣|得)(?:几|多少)分)[?？]?$"
)


def meaning(text: str, context: Context) -> Reply | None:
    """The clauses with the word, verbatim, and the readings taken; None where no clause has it."""
    found = _ASKED.fullmatch(text.strip())
    word = (found["word"] or found["behind"]) if found else ""
    return _of_word(word, [leaf for leaf in context.rubric.criteria if word and word in leaf.clause], context)


def of_words(text: str, context: Context) -> Reply | None:
    """只完成一部分算不算未完成, 低1到3个点含不含3: the same of the longest of its words that is printed or was settled."""
    if _BOUND.search(text):
        figures = set(re.findall(r"\d+(?:\.\d+)?", text))
        leaves = [leaf for leaf in context.rubric.criteria if figures <= set(_FIGURE.findall(leaf.clause))]
        bounds = [(leaf, row) for leaf in leaves for row in leaf.ambiguities if "含" in row.default]
        if bounds:
            return _bounds(bounds)
    share = re.search(r"\d+(?:\.\d+)?[%％]", text)
    printed = [leaf for leaf in context.rubric.criteria if share is not None and share[0] in leaf.clause]
    if printed and share is not None:
        return _of_word(share[0], printed, context)
    reached = (
        _REACHED.search(" ".join(leaf.clause for leaf in context.rubric.criteria))
        if _BEYOND.search(text)
        else None
    )
    if reached is not None:
        return _of_word(
            reached[0], [leaf for leaf in context.rubric.criteria if reached[0] in leaf.clause], context
        )
    words = _ASKING.split(text.replace("没完成", "未完成").replace("没达", "未达"))
    pieces = {
        word[at:end] for word in words for at in range(len(word)) for end in range(at + _LEAST, len(word) + 1)
    }
    for piece in sorted(pieces, key=lambda one: (-len(one), text.find(one))):
        leaves = [leaf for leaf in context.rubric.criteria if piece in leaf.clause or _settled(leaf, piece)]
        if leaves and _WORN.fullmatch(piece) is None:
            return _of_word(piece, leaves, context)
    return offering.choose(
        "没有找到原文正好写这一点的话（没写的原文未规定），由审核员按各项条文判断；看一项的档次发“详情 编号”。",
        [(f"转质强办 {context.as_said(text)}", "把您这句话转质强办，请他们定口径")],
        context,
    )


def fullness(text: str, context: Context) -> Reply | None:
    """光有方案没有检查记录，算全吗: what is printed of evidence that is not complete, of the leaf that is named first."""
    words = [word for word in _NOT_FULL if word in text] + [*_NOT_FULL]
    clauses = [leaf.clause for leaf in context.rubric.criteria]
    word = next((word for word in words if any(word in clause for clause in clauses)), "")
    leaves = [leaf for leaf in context.rubric.criteria if word and word in leaf.clause]
    topic = mentions(text, context).rest
    called = likest(topic_of(topic), leaves)
    return _of_word(word, [*called, *(leaf for leaf in leaves if leaf not in called)], context)


_NOT_FULL: Final = ("证明材料不全", "材料不全", "资料不全", "不齐全", "不全", "不完整", "材料齐全")
_LEAST: Final = 3
_BEYOND: Final = re.compile("(?:高于|超过|超出|达到).{0,4}目标")
_REACHED: Final = re.compile("达到[^，。；]{0,4}目标值?")
"""What lies beyond a target is held against the sentence that says what reaching it gives."""
_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?")
_BOUND: Final = re.compile("含不含|包不包[括含]|含本数|在不在内|[算在属]哪一?档|算不算在内")
_ASKING: Final = re.compile(
    r"算不算|是不是|能不能|什么|多少分?|几分|怎么|一般|哪[些一个种]|区[分别]|[，,。?？\s啥咋吗么呢啊吧叫是算按和跟与或]"
)
_WORN: Final = re.compile("(?>目标值?|有|多|完成|材料|工作|得分|满分|要求|标准|情况|没有|只|的|了)+")
"""What stands in every other clause tells of none."""


def _settled(leaf: Criterion, piece: str) -> bool:
    """Whether the words stand in what was left open, or in how a level is read."""
    return any(piece in row.open for row in leaf.ambiguities) or any(
        piece in label for label in _levels(leaf)
    )


def _levels(leaf: Criterion) -> list[str]:
    return [choice.label for item in leaf.inputs for choice in item.choices if "口径" in choice.label]


def _bounds(found: list[tuple[Criterion, Ambiguity]]) -> Reply:
    """How the ends of a printed range are read, once for each reading."""
    told = {row.default: (leaf, row) for leaf, row in reversed(found)}
    lines = [
        f"{leaf.code} {leaf_name(leaf, 14)}：{clip(row.default, 40)}（{clip(row.reason, 90)}）"
        for leaf, row in reversed(told.values())
    ]
    return Reply(
        "\n".join(
            ["各档的两头含不含本数：", *lines[:READINGS], "口径可由质强办改；发“详情 编号”看一项的原文。"]
        )
    )


def _of_word(word: str, leaves: list[Criterion], context: Context) -> Reply | None:
    """The clauses with the word, and the readings taken."""
    if not leaves:
        return None
    seen = current(context)
    leaves.sort(key=lambda leaf: seen is None or leaf.code != seen[1].criterion.code)
    printed = [leaf for leaf in leaves if word in leaf.clause]
    clauses = list({_sentence(leaf, word): leaf for leaf in reversed(printed)}.items())[::-1]
    lines = [
        f"原文{len(printed)}处写到“{word}”，没有另下定义（原文未规定）："
        if printed
        else f"“{word}”原文没有写（原文未规定），本办口径："
    ]
    lines += [f"{leaf.code} {leaf_name(leaf, 14)}：“{clip(said, 70)}”" for said, leaf in clauses[:QUOTED]]
    lines += [
        f"口径：{clip(label, 60)}"
        for label in dict.fromkeys(one for leaf in leaves for one in _levels(leaf))
        if word in label
    ][:READINGS]
    readings = _readings(leaves, word)
    lines += [f"口径：{clip(row.open, 60)}按“{clip(row.default, 50)}”" for row in readings[:READINGS]]
    lines.append(
        "口径可由质强办改；单件由审核员判断，退回要写明缺什么。"
        if readings
        else "本办还没有定口径，由审核员判断。"
    )
    return Reply("\n".join(lines))


def _sentence(leaf: Criterion, word: str) -> str:
    parts = re.split(r"(?<=[。；;])", " ".join(leaf.clause.split()))
    return next((part.strip() for part in parts if word in part), leaf.clause)


def _readings(leaves: list[Criterion], word: str) -> list[Ambiguity]:
    key = word.removeprefix("证明").removeprefix("材料") or word
    rows = (row for leaf in leaves for row in leaf.ambiguities)
    return list({row.open: row for row in rows if key in f"{row.open}{row.default}{row.reason}"}.values())


COMMAND = Command(
    Act.RULES,
    "材料不全是啥标准",
    words(""),
    meaning,
    re.compile(
        r"(?:什么|啥|怎么|咋)(?:样)?(?:才)?(?:是|叫|算)(?:证明)?材料(?:不全|不齐|不完整|齐全?)"
        r"|[^\d]{2,14}(?:是|算|按|指)?(?:个)?(?:什么|啥|怎么|咋).{0,8}(?:标准|意思|定义|口径|界定|认定).{0,4}"
        r"|[^\d]{2,10}(?:不全|不齐|不完整)(?:的|要|会)*(?:扣|得)(?:几|多少)分[?？]?"
    ),
    shy=True,
)
