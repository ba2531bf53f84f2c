from pathlib import Path

import pytest

from rubrics.rules import KINDS

FORMAT = Path(__file__).parents[2] / "docs" / "rubric-format.md"


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_kind_is_documented(kind: str) -> None:
    assert f"| `{kind}` |" in FORMAT.read_text("utf-8")
