"""材料全不全: what a leaf's clause and its 重点考核 ask for, held against what is there; proposed, never decided here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.evidence.captions import is_bare
from handlers.wording import clip
from scoring.model import Criterion
from store.records import Completeness, CompletenessLevel, Evidence

LEVELS: Final[dict[CompletenessLevel, str]] = {"full": "全", "partial": "不全", "none": "无"}
NOT_PRINTED: Final = "条文没有列出要哪些材料（原文未规定）"
_PART: Final = re.compile(
    r"(?:^|(?<=[\s。；;]))\d{1,2}[.．、](?!\d)\s*(?P<part>[^\n]+?)(?=\s+\d{1,2}[.．、](?!\d)|\n|$)"
)
_PRICED: Final = re.compile(r"得\s*\d|扣\s*\d|不得分|目标值")
"""Such a part says what is scored, not what is done."""
_DOCUMENTS: Final = re.compile(
    "方案|制度|总结|计划|规划|纪要|报告|台账|记录|协议|名单|证书|目录|预案|档案|简报|办法|意见|文件"
)
_DENIED: Final = re.compile(r"(?:无|没有|未)[^，。；]{0,8}$")
_COMMON: Final = frozenset(
    re.findall("..", "情况工作开展质量加强推进落实建立健全完善推动实施地区本地相关及其组织")
)
"""Pairs of characters that nearly every item has."""
_CHINESE: Final = re.compile("[\u4e00-\u9fff]+")
_ELSEWHERE: Final = "另行"
"""What is to be drawn up elsewhere (资阳: 另行制定) is not what a unit hands in."""
_ENOUGH: Final = 4
_SHARE: Final = 3
"""A phrase counts as mentioned where a third of its pairs of characters, or four of them, are."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """全, 不全 or 无 (None where the document asks for nothing in particular), and why."""

    level: CompletenessLevel | None
    there: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def words(self) -> str:
        """“提议‘不全’：缺总结”."""
        if self.level is None:
            return f"{NOT_PRINTED}，全不全由您定"
        why = f"：{'；'.join(clip(item, 40) for item in self.missing)}" if self.missing else ""
        return f"提议“{LEVELS[self.level]}”{why}"


def demands(criterion: Criterion) -> tuple[str, ...]:
    """What evidence the document asks for: 重点考核 items, else the parts of the clause, else named papers."""
    if criterion.focus_items:
        return criterion.focus_items
    parts = [found["part"].strip() for found in _PART.finditer(criterion.clause)]
    asked = tuple(part for part in parts if not _PRICED.search(part))
    if asked or criterion.full_marks is None or _ELSEWHERE in criterion.clause:
        return asked
    return tuple(dict.fromkeys(_papers(criterion.clause)))


def propose(criterion: Criterion, rows: Sequence[Evidence]) -> Proposal:
    """Hold the pieces that are there against what is asked, by their names and words alone."""
    here = [row for row in rows if row.state in ("stored", "pending")]
    asked = demands(criterion)
    words = [f"{row.original_name} {row.title} {row.caption} {row.text} {row.category}" for row in here]
    there = tuple(item for item in asked if any(mentions(text, item) for text in words))
    missing = [f"缺{item}" for item in asked if item not in there]
    missing += _unsound(rows)
    if not here:
        return Proposal("none", (), ("没有材料", *missing))
    if not asked:
        return Proposal("partial" if missing else None, (), tuple(missing))
    return Proposal("partial" if missing else "full", there, tuple(missing))


def judged(criterion: Criterion, rows: Sequence[Evidence], said: Completeness | None) -> str:
    """“审核员定“不全”：缺台账”, else what is proposed; "" where the document asks for nothing in particular."""
    if said is not None:
        return f"审核员定“{LEVELS[said.level]}”{f'：{clip(said.reason, 60)}' if said.reason else ''}"
    proposal = propose(criterion, rows)
    return "" if proposal.level is None else f"{proposal.words}（审核员未定）"


def mentions(words: str, item: str) -> bool:
    """Whether the words speak of what is asked for."""
    pairs = _pairs(item)
    if not pairs:
        return item in words
    needed = min(_ENOUGH, -(-len(pairs) // _SHARE))
    return len(pairs & _pairs(words)) >= needed


def _papers(clause: str) -> Iterator[str]:
    for found in _DOCUMENTS.finditer(clause):
        if not _DENIED.search(clause[: found.start()]):
            yield found[0]


def _unsound(rows: Sequence[Evidence]) -> Iterator[str]:
    bare = sum(map(is_bare, rows))
    if bare:
        yield f"{bare}张图片没有说明"
    failed = sum(row.state == "failed" for row in rows)
    if failed:
        yield f"{failed}件没存成功"
    pending = sum(row.state == "pending" for row in rows)
    if pending:
        yield f"{pending}件还在保存"


def _pairs(text: str) -> frozenset[str]:
    runs = _CHINESE.findall(text)
    return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1)) - _COMMON
