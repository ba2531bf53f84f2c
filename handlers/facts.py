"""The facts of a campaign as the engine takes them: for each leaf what was reported last."""

from collections.abc import Mapping

from store.unit_of_work import UnitOfWork

Facts = dict[str, Mapping[str, object]]


def facts_of(uow: UnitOfWork, campaign_id: int, subject: str) -> Facts:
    """{code: inputs} of one assessed unit."""
    rows = uow.submissions.current(campaign_id, subject=subject)
    return {row.code: row.inputs for row in rows if row.inputs}
