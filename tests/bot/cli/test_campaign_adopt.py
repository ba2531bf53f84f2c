"""`kaohe campaign adopt`: a correction of the rubric counts only once its differences were seen and accepted."""

import io
import json
import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest

import rubrics
from store.sqlite_driver import driver
from tests.bot.cli.test_campaign import opened, overlay
from tests.console import Kaohe, Ran

ROSTER = "姓名,单位,角色,企业微信账号\n甲,市农委,联络员,jia\n"
PRINTED = "{ at_least = 96, points = 2 }"


class Office:
    """An office with a rubric of its own, one contact of 市农委 and one figure reported: 95 %, which gives 1."""

    def __init__(self, kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._kaohe, self._monkeypatch, self._folder = kaohe, monkeypatch, folder
        self._rubric = rubrics.folder_of("rugao-2018")
        self.correct('name = "rugao-2018"', 'name = "mine-2018"')
        assert kaohe("campaign", "open", "mine-2018", "--name", "甲").code == 0
        (folder / "roster.csv").write_text(ROSTER, "utf-8")
        kaohe("roster", "import", str(folder / "roster.csv"))
        assert "暂得1/2分" in self.say("19.3 95")

    def correct(self, printed: str, corrected: str) -> None:
        """Install the rubric with other words: in a folder of its own, since a process reads each folder once."""
        installed = self._folder / f"own{len(list(self._folder.iterdir()))}"
        shutil.copytree(self._rubric, installed / "mine_2018")
        self._rubric = installed / "mine_2018"
        text = (self._rubric / "rubric.toml").read_text("utf-8")
        assert printed in text
        (self._rubric / "rubric.toml").write_text(text.replace(printed, corrected, 1), "utf-8")
        self._monkeypatch.setenv("KAOHE_RUBRICS_DIR", str(installed))

    def say(self, text: str) -> str:
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        return self._kaohe("chat", "--as", "jia").out

    def adopt(self, *words: str) -> Ran:
        return self._kaohe("campaign", "adopt", "甲", *words)


@pytest.fixture
def office(kaohe: Kaohe, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Office:
    return Office(kaohe, monkeypatch, tmp_path)


def test_differences_are_shown_and_count_only_when_accepted(
    office: Office, kaohe: Kaohe, tmp_path: Path
) -> None:
    office.correct(PRINTED, "{ at_least = 95, points = 2 }")
    assert "暂得1/2分" in office.say("为什么 19.3")
    shown = office.adopt()
    assert shown.code == 0
    lines = shown.out.splitlines()
    assert lines[0].startswith("版本 ")
    assert any(line.startswith("如皋市 19.3") and line.endswith("1 → 2") for line in lines)
    assert "如皋市 合计 1 → 2" in lines
    assert lines[-1] == "还没有采用。看过差别后加 --yes 采用。"
    assert "暂得1/2分" in office.say("为什么 19.3")
    assert office.adopt("--yes").out.endswith("“甲”已采用。\n")
    assert "暂得2/2分" in office.say("为什么 19.3")
    with closing(driver.connect(tmp_path / "kaohe.db")) as database:
        kept = database.execute("SELECT detail FROM audit WHERE act = 'campaign.adopt'").fetchall()
    ((detail,),) = kept
    assert json.loads(detail)["from"] != json.loads(detail)["to"]
    assert kaohe("audit", "verify").code == 0


def test_nothing_to_adopt_says_so(office: Office) -> None:
    assert "条文和已报数据的得分都没有变化。" in office.adopt().out.splitlines()
    office.correct("\n[[criteria]]", "\n# 只加了注\n[[criteria]]")
    assert "条文和已报数据的得分都没有变化。" in office.adopt("--yes").out.splitlines()
    assert "暂得1/2分" in office.say("为什么 19.3")


def test_an_older_campaign_is_still_scored_by_its_own_version(office: Office, kaohe: Kaohe) -> None:
    office.correct(PRINTED, "{ at_least = 95, points = 2 }")
    assert kaohe("campaign", "open", "mine-2018", "--name", "乙").code == 0
    rows = {row["name"]: row["rubric_version"] for row in kaohe("campaign", "list", "--json").rows}
    assert rows["甲"] != rows["乙"]
    office.adopt("--yes")
    rows = {row["name"]: row["rubric_version"] for row in kaohe("campaign", "list", "--json").rows}
    assert rows["甲"] == rows["乙"]


def test_another_overlay_is_adopted_only_signed_and_fitting(kaohe: Kaohe, tmp_path: Path) -> None:
    assert opened(kaohe, overlay(tmp_path / "a.json"))[0] == 0
    second = overlay(tmp_path / "b.json", id="补充二", document="资质强办〔2016〕9号")
    shown = kaohe("campaign", "adopt", "资阳", "--overlay", str(second))
    assert (shown.code, kaohe("campaign", "list", "--json").rows[0]["overlay"]) == (0, "补充一")
    unsigned = overlay(tmp_path / "c.json", id="补充三", issuer="", date="")
    refused = kaohe("campaign", "adopt", "资阳", "--overlay", str(unsigned), "--yes")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "补充三" in refused.err
    foreign = json.loads(second.read_text("utf-8"))
    (tmp_path / "d.json").write_text(json.dumps({**foreign, "base": "rugao-2018"}), "utf-8")
    refused = kaohe("campaign", "adopt", "资阳", "--overlay", str(tmp_path / "d.json"), "--yes")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert kaohe("campaign", "list", "--json").rows[0]["overlay"] == "补充一"
    assert kaohe("campaign", "adopt", "资阳", "--overlay", str(second), "--yes").code == 0
    assert kaohe("campaign", "list", "--json").rows[0]["overlay"] == "补充二"


def test_an_unknown_campaign_is_told_in_one_line(kaohe: Kaohe) -> None:
    refused = kaohe("campaign", "adopt", "没有")
    assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1)
