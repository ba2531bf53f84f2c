import io
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.console import Kaohe, Ran


class Terminal:
    """An office with one contact, who talks in the terminal."""

    def __init__(self, kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.kaohe = kaohe
        self._monkeypatch = monkeypatch
        roster = folder / "r.csv"
        roster.write_text("姓名,单位,角色,企业微信账号\n甲,市农委,联络员,jia\n", "utf-8")
        kaohe("campaign", "open", "rugao-2018", "--name", "如皋")
        kaohe("roster", "import", str(roster))

    def say(self, *lines: str, account: str = "jia") -> Ran:
        self._monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines)))
        return self.kaohe("chat", "--as", account)


@pytest.fixture
def terminal(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Terminal:
    return Terminal(kaohe, monkeypatch, tmp_path)


def test_the_terminal_speaks_as_the_account(terminal: Terminal) -> None:
    said = terminal.say("19.3 98.5", "", account="Jia")
    assert (said.code, said.err) == (0, "")
    assert "已收：" in said.out
    assert "暂得" in said.out


def test_an_unbound_account_learns_only_how_to_bind(terminal: Terminal) -> None:
    said = terminal.say("没报", account="nobody")
    assert said.out.startswith("您还没有绑定。")


def test_submissions_tell_what_became_of_each_report(terminal: Terminal) -> None:
    terminal.say("19.3 98.5", "19.3 97", "19.4 30", "撤回")
    first, second, third = terminal.kaohe("submissions", "--json").rows
    assert (first["code"], first["inputs"], first["status"]) == (
        "19.3",
        {"agri_pass_rate": "98.5"},
        "superseded",
    )
    assert (second["inputs"], second["status"], second["act"]) == (
        {"agri_pass_rate": "97"},
        "current",
        "amend",
    )
    assert (third["code"], third["inputs"], third["status"]) == (
        "19.4",
        {"three_products_share": "30"},
        "withdrawn",
    )
    assert (first["subject"], first["unit"], first["who"]) == ("如皋市", "市农委", "甲")
    assert datetime.fromisoformat(first["when"]).tzinfo is not None
    assert first["message_id"].startswith("console:")
    assert len({first["message_id"], second["message_id"], third["message_id"]}) == 3


def test_withdrawing_an_amendment_makes_the_first_report_current_again(terminal: Terminal) -> None:
    terminal.say("19.3 98.5", "19.3 97", "撤回")
    first, second = terminal.kaohe("submissions", "--json").rows
    assert (first["status"], first["inputs"]) == ("current", {"agri_pass_rate": "98.5"})
    assert second["status"] == "withdrawn"


def test_submissions_of_one_campaign_are_told_apart(terminal: Terminal) -> None:
    terminal.say("19.3 98.5")
    terminal.kaohe("campaign", "open", "rugao-2018", "--name", "另一个")
    assert len(terminal.kaohe("submissions", "--campaign", "如皋", "--json").rows) == 1
    assert terminal.kaohe("submissions", "--campaign", "另一个", "--json").rows == []
    assert terminal.kaohe("submissions", "--campaign", "没有").code == 1
    line = terminal.kaohe("submissions").out
    assert "19.3  如皋市  agri_pass_rate=98.5  现行  甲" in line
