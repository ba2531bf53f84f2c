"""哪一项的目标: the leaves that words name as having a target, by code, by a run of codes or by name."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.campaign.targets import with_targets
from handlers.context import Context
from handlers.leading.topics import leaves_about, likest, topic_of
from handlers.office.days.items_named import leaf_named
from scoring.model import Criterion

_FROM_TO: Final = re.compile(r"(?P<first>\d{1,2}\.\d{1,2})\s*(?:到|至|[-~—])\s*(?P<last>\d{1,2}\.\d{1,2})")
EVERY: Final = re.compile(r"[全三两几各]个?(?:市|区|县区?|县市区)|各(?:区|县|家)|统一|一律|所有|全部")
AROUND: Final = re.compile(
    r"目标值?|指标值|今年|本年度?|当年|全部|统一|一律|都|就|要|得|单独|另外|先|也|[把将按给让]|市里|省里|县里|定[为成到在了]?|设[为成到]?|改[为成到]?|调[高低整]*[为成到]?|提[高升]*[为成到]?|降[低]?[为成到]?|下调|上调|放宽|[是为到成了吧的]|百分之|请|这边|那边|下达|提到|写死|固定|数据?值?[为按]|按|来|[那这][项个块]|调整|[:：=]|依据|根据|按照?|文件"
)
CUT: Final = re.compile(r"[,，。;；\s]+")

NO_SETTING: Final = re.compile(
    r"(?<!是)不是|没有?(?=\s*\d)|不(?:改|设|定|用|要|按|必|想|对)(?![低少超高])|(?<![特个级分区告])别(?!的|人)|甭|[错假]的|作废|如果|要是|假如|万一|会怎|[行好]不[行好]|可以[吗么]|了没"
    "|好像|可能|听[说人]|据说|[他她]们说|有人|建议|左右|大概|(?:[去上往明]年)(?!.*今年)"
)
"""What denies, supposes or passes on a target, or says it of another year."""

_SHARE: Final = 0.6
"""How much of a name that is said otherwise has to stand in the leaf's."""


def leaves_said(words: str, candidates: Sequence[Criterion], likely: bool = False) -> tuple[Criterion, ...]:
    """By codes, by a run of codes, else by the name in the last part that gives one; several only by codes.

    With `likely` also by the rarest of the name: for what is said back before it is kept.
    """
    codes = [leaf.code for leaf in candidates]
    run = _FROM_TO.search(words)
    if run is not None and run["first"] in codes and run["last"] in codes:
        return tuple(candidates[codes.index(run["first"]) : codes.index(run["last"]) + 1])
    given = [code for code in re.findall(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])", words) if code in codes]
    if given:
        return tuple(leaf for leaf in candidates if leaf.code in given)
    for part in reversed(CUT.split(words)):
        name = AROUND.sub("", part)
        if len(name) < 2:  # noqa: PLR2004 -- one character names nothing
            continue
        one = leaf_named(name, candidates)
        about = (one,) if one is not None else leaves_about(topic_of(name), candidates)
        about = about or (likest(topic_of(name), candidates, _SHARE) if likely else ())
        if len(about) == 1:
            return tuple(about)
    return ()


def leaf_meant(text: str, context: Context) -> Criterion | Sequence[Criterion]:
    """The one leaf with a target of the office that the words name, else those it may be."""
    candidates = with_targets(context.rubric)
    said = text.strip()
    exact = [criterion for criterion in candidates if criterion.code == said]
    found = exact or list(leaves_about(topic_of(said), candidates))
    return found[0] if len(found) == 1 else found or leaves_said(said, candidates, likely=True) or candidates
