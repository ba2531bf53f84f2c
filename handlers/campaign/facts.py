"""The facts of a campaign as the engine takes them: for each leaf what was reported last."""

from collections.abc import Mapping

Facts = dict[str, Mapping[str, object]]
"""{code: inputs} of one assessed unit."""
