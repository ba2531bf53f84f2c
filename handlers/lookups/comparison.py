"""对照: what the reports come to (暂得) and what was verified (核定) side by side, with the points units gave themselves."""

from dataclasses import dataclass
from decimal import Decimal

from handlers.access import sees_values
from handlers.campaign.standing import Standing, standing_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.wording import leaf_name, plain, shown
from scoring.decimals import ZERO
from scoring.model import Criterion

LISTED = 15


@dataclass(frozen=True, slots=True)
class Difference:
    """A leaf on which two points differ; `own` tells that the unit gave itself the first, None is none yet."""

    criterion: Criterion
    subject: str
    provisional: Decimal | None
    verified: Decimal | None
    reason: str
    own: bool = False

    @property
    def gap(self) -> Decimal:
        """How far they are apart."""
        return abs((self.provisional or ZERO) - (self.verified or ZERO))


def compare(_text: str, context: Context) -> Reply:
    """Both totals, what has been verified, and every leaf with different points, the largest gap first."""
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    if standing.rubric.has_targets:
        return Reply("分解表没有分值，没有自评和核定的分数可对照；达标情况看“排名”。")
    given = any("self_points" in leaf.input_by_name for leaf in standing.rubric.criteria)
    head = [] if given else ["这份细则没有自评分一栏，没有单位自评的分；对照的是按上报暂得的分和核定分。"]
    lines = [_totals(standing, subject) for subject in standing.campaign.subjects]
    if not all(_shown(context, criterion) for criterion in standing.rubric.criteria):
        lines = [f"{context.seat.unit}评判的项："]
    rows = [row for row in differences(standing) if _shown(context, row.criterion)]
    if not rows:
        lines.append("已核定的项没有差异。")
    several = len(standing.campaign.subjects) > 1
    texts = [_row(row, several=several) for row in rows]
    return Reply("\n".join([*head, *lines, *shown(texts, LISTED, "……另有{}项有差异")]))


def _shown(context: Context, criterion: Criterion) -> bool:
    """Whether the speaker may know of that leaf: a reviewer of those that the unit assesses."""
    return all(
        sees_values(context.seat, context.rubric, criterion, subject)
        for subject in context.speaker.campaign.subjects
    )


def differences(standing: Standing) -> list[Difference]:
    """The leaves that were verified with other points than the unit gives itself, or than its report comes to."""
    found = []
    for (code, subject), record in standing.records.items():
        ours, theirs = (
            sheets[subject].lines.get(code) if subject in sheets else None
            for sheets in (standing.sheets, standing.verified)
        )
        if not record.verified or ours is None or theirs is None:
            continue
        own = record.reported.get("self_points")
        provisional = Decimal(str(own)) if own is not None else ours.points
        if provisional == theirs.points:
            continue
        reasons = [row.reason for row in record.decisions if row.act == "assess"]
        reason = reasons[-1] if reasons else ""
        found.append(Difference(ours.criterion, subject, provisional, theirs.points, reason, own is not None))
    return sorted(found, key=lambda row: -row.gap)


def _totals(standing: Standing, subject: str) -> str:
    ours, theirs = standing.sheets[subject], standing.verified[subject]
    done = sum(line.state == "scored" for line in theirs.lines.values())
    where = f"{subject}：" if len(standing.campaign.subjects) > 1 else ""
    return (
        f"{where}上报暂得{plain(ours.points or ZERO)}分，核定{plain(theirs.points or ZERO)}分"
        f"（满分{plain(ours.full or ZERO)}，已核定{done}项，共{len(theirs.lines)}项）。"
    )


def _row(row: Difference, *, several: bool) -> str:
    where = f"{row.subject}·" if several else ""
    ours, theirs = ("未计" if points is None else plain(points) for points in (row.provisional, row.verified))
    reason = f"（{row.reason}）" if row.reason else ""
    whose = "单位自评" if row.own else "暂得"
    return f"{where}{row.criterion.code} {leaf_name(row.criterion, 18)} {whose}{ours}→核定{theirs}{reason}"
