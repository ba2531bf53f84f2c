"""One doubt (体检所见) about a document, and the kinds there are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

KINDS: Final = {
    "clause": "条文不在原文",
    "marks": "分值不平",
    "unmarked": "没有分值",
    "standard": "没有给分办法",
    "beyond": "超过分值",
    "milestones": "节点未定合成",
    "gap": "分段有缺口",
    "overlap": "分段重叠",
    "same_points": "两档同分",
    "tie": "持平未定",
    "level": "缺档",
    "mixed": "得扣混写",
    "discretion": "由人裁量",
    "undefined": "用词未定",
    "peers": "目标取决于同级",
    "open_ended": "单位未列全",
    "unit_names": "单位名不一",
    "disagree": "两处不一",
    "misprint": "疑似错字",
    "recorded": "存疑",
}
"""Kind → its name for people, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Finding:
    """所见: its kind, the codes it concerns (none: the whole document), a sentence, the printed words.

    `line` is where the first quote stands in `source.txt`, None where it is not one place.
    """

    kind: str
    codes: tuple[str, ...]
    sentence: str
    quotes: tuple[str, ...] = ()
    line: int | None = None


def merged(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with those that say the same of several criteria joined into one."""
    codes: dict[tuple[str, str, tuple[str, ...]], dict[str, None]] = {}
    first: dict[tuple[str, str, tuple[str, ...]], Finding] = {}
    for finding in findings:
        said = finding.kind, finding.sentence, finding.quotes
        first.setdefault(said, finding)
        codes.setdefault(said, {}).update(dict.fromkeys(finding.codes))
    yield from (replace(finding, codes=tuple(codes[said])) for said, finding in first.items())
