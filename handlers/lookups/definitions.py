"""材料不全是啥标准: what the document says of a word, and how it is read where it says nothing."""

import re
from typing import Final

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.review.waiting import current
from handlers.wording import clip, leaf_name
from scoring.model import Ambiguity, Criterion

QUOTED: Final = 2
READINGS: Final = 3
_ASKED: Final = re.compile(
    r"(?:什么|啥|怎么|咋)(?:是|叫|算)?(?P<behind>[^，,。?？\s]{2,12})$|(?P<word>[^，,。?？\s]{2,12}?)(?:是|算|按|指)?(?:个)?"
    r"(?:(?:什么|啥|怎么|咋)(?:样)?(?:的)?(?:标准|意思|定义|口径|界定|认定|算法|算)?(?:的)?[呢啊]?|(?:扣|得)(?:几|多少)分)[?？]?$"
)


def meaning(text: str, context: Context) -> Reply | None:
    """The clauses with the word, verbatim, and the readings taken; None where no clause has it."""
    found = _ASKED.fullmatch(text.strip())
    word = (found["word"] or found["behind"]) if found else ""
    leaves = [leaf for leaf in context.rubric.criteria if word and word in leaf.clause]
    if not leaves:
        return None
    seen = current(context)
    leaves.sort(key=lambda leaf: seen is None or leaf.code != seen[1].criterion.code)
    clauses = list({_sentence(leaf, word): leaf for leaf in reversed(leaves)}.items())[::-1]
    lines = [f"原文{len(leaves)}处写到“{word}”，没有另下定义（原文未规定）："]
    lines += [f"{leaf.code} {leaf_name(leaf, 14)}：“{clip(said, 70)}”" for said, leaf in clauses[:QUOTED]]
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
        r"[^\d]{2,14}(?:是|算|按|指)?(?:个)?(?:什么|啥|怎么|咋).{0,8}(?:标准|意思|定义|口径|界定|认定).{0,4}"
        r"|[^\d]{2,10}(?:不全|不齐|不完整)(?:的|要|会)*(?:扣|得)(?:几|多少)分[?？]?"
    ),
    shy=True,
)
