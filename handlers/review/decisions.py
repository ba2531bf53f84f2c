"""核定: where each reported leaf stands in review, and the facts that have been accepted."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from handlers.campaign.arrangements import arranged_for
from handlers.campaign.facts import Facts
from handlers.campaign.targets import office_values
from store.records import Review, Submission
from store.unit_of_work import UnitOfWork

Status = Literal["unreported", "waiting", "returned", "accepted"]
STATUS_NAMES: dict[Status, str] = {
    "unreported": "未报",
    "waiting": "待审",
    "returned": "已退回",
    "accepted": "已通过",
}
ACT_NAMES = {"report": "上报", "amend": "更正", "withdraw": "撤回"}
DECISION_NAMES = {"accept": "通过", "return": "退回", "assess": "评分", "unlock": "解锁", "undo": "撤销审核"}
LeafKey = tuple[str, str]
"""(code, subject)"""


@dataclass(frozen=True)
class LeafRecord:
    """One leaf of one assessed unit: what was reported last, and the decisions that stand."""

    submission: Submission | None
    decisions: tuple[Review, ...] = ()
    targets: Mapping[str, object] = field(default_factory=dict)

    @property
    def reported(self) -> Mapping[str, object]:
        """What is reported now, without what the office sets."""
        return (self.submission.inputs if self.submission else None) or {}

    @property
    def inputs(self) -> Mapping[str, object]:
        """What the leaf is scored on: what is reported now, and the targets that the office has set."""
        return {**self.reported, **self.targets}

    @cached_property
    def last(self) -> Review | None:
        """The decision that counts: the last acceptance, return or unlocking."""
        return next((row for row in reversed(self.decisions) if row.act != "assess"), None)

    @cached_property
    def status(self) -> Status:
        """Where the leaf stands; a decision about an earlier revision no longer counts."""
        if self.submission is None or not self.reported:
            return "unreported"
        if self.last is None or self.last.revision != self.submission.revision:
            return "waiting"
        if self.last.act == "accept":
            return "accepted"
        return "returned" if self.last.act == "return" else "waiting"

    @property
    def returned(self) -> bool:
        """Whether it was returned and not reported again since."""
        return bool(self.decisions) and self.status == "returned"

    @property
    def resubmitted(self) -> bool:
        """Whether it waits again after it was returned."""
        return self.status == "waiting" and any(row.act == "return" for row in self.decisions)

    @property
    def reopened(self) -> bool:
        """Whether it waits again after it was accepted and unlocked."""
        return self.status == "waiting" and any(row.act == "unlock" for row in self.decisions)

    @property
    def assessment(self) -> Review | None:
        """What an assessor set of what is reported now, where that stands; None where nobody did."""
        rows = [row for row in self.decisions if row.act == "assess" and row.given]
        return rows[-1] if rows and (self.status == "accepted" or self.submission is None) else None

    @property
    def assessed(self) -> Mapping[str, object]:
        """What an assessor set: points, a deduction, a level."""
        rows = [row for row in self.decisions if row.act == "assess"]
        return rows[-1].given if rows else {}

    @property
    def verified(self) -> Mapping[str, object]:
        """The inputs that the verified sheet (核定) counts; empty while nothing has been accepted."""
        accepted = {**self.reported} if self.status == "accepted" else {}
        counted = {**accepted, **self.assessed}
        return {**counted, **self.targets} if counted else {}


def effective(history: Iterable[Review]) -> tuple[Review, ...]:
    """The decisions that were not undone, oldest first."""
    rows = list(history)
    undone = {row.undoes for row in rows if row.act == "undo"}
    return tuple(row for row in rows if row.act != "undo" and row.id not in undone)


def records_of(
    uow: UnitOfWork, campaign_id: int, codes: Sequence[str] | None = None, subject: str | None = None
) -> dict[LeafKey, LeafRecord]:
    """Every leaf (of those codes, of that subject) that was reported, decided about or given a target."""
    reported = uow.submissions.current(campaign_id, subject=subject, codes=codes)
    submissions = {(row.code, row.subject): row for row in reported}
    wanted = None if codes is None else frozenset(codes)
    reviews = uow.reviews.of_campaign(campaign_id, subject)
    decided: dict[LeafKey, list[Review]] = defaultdict(list)
    for row in reviews:
        if wanted is None or row.code in wanted:
            decided[row.code, row.subject].append(row)
    targets = _targets(uow, campaign_id, submissions, wanted, subject)
    keys = dict.fromkeys([*submissions, *decided, *targets])
    return {
        key: LeafRecord(submissions.get(key), effective(decided.get(key, ())), targets.get(key, {}))
        for key in keys
    }


def _targets(
    uow: UnitOfWork,
    campaign_id: int,
    submissions: Mapping[LeafKey, Submission],
    codes: frozenset[str] | None,
    subject: str | None,
) -> Mapping[LeafKey, Mapping[str, object]]:
    """What the office has set for those leaves; nothing more is read where it has set nothing."""
    arranged = arranged_for(uow, campaign_id)
    campaign = uow.campaigns.get(campaign_id) if arranged.targets else None
    if campaign is None:
        return {}
    if subject is not None:
        submissions = {(row.code, row.subject): row for row in uow.submissions.current(campaign_id)}
    return {
        (code, of): values
        for (code, of), values in office_values(arranged, campaign.subjects, submissions).items()
        if (codes is None or code in codes) and subject in (None, of)
    }


def reported_facts(records: Mapping[LeafKey, LeafRecord]) -> dict[str, Facts]:
    """{subject: {code: inputs}} of what was reported."""
    return _by_subject(records, lambda record: record.inputs)


def verified_facts(records: Mapping[LeafKey, LeafRecord]) -> dict[str, Facts]:
    """{subject: {code: inputs}} of what was accepted or assessed."""
    return _by_subject(records, lambda record: record.verified)


def _by_subject(
    records: Mapping[LeafKey, LeafRecord], inputs_of: Callable[[LeafRecord], Mapping[str, object]]
) -> dict[str, Facts]:
    facts: dict[str, Facts] = defaultdict(dict)
    for (code, subject), record in records.items():
        if inputs := inputs_of(record):
            facts[subject][code] = inputs
    return facts
