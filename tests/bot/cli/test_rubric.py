from pathlib import Path

import pytest

from tests.console import Kaohe


def test_every_rubric_is_listed_with_its_version(kaohe: Kaohe) -> None:
    ran = kaohe("rubric", "list")
    assert ran.code == 0
    assert "rugao-2018  2018年度如皋市质量工作考核细则（原文题名缺失）  60项  版本 " in ran.out


def test_an_offices_own_rubrics_are_listed_even_when_one_is_broken(
    kaohe: Kaohe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "mine" / "own_2020"
    own.mkdir(parents=True)
    (own / "rubric.toml").write_text('name = "own-2020"\n', "utf-8")
    monkeypatch.setenv("KAOHE_RUBRICS_DIR", str(own.parent))
    ran = kaohe("rubric", "list")
    assert ran.code == 0
    assert "own-2020  不能用：own_2020 有" in ran.out
    assert "tieling-2015" in ran.out


def test_a_setting_in_the_env_file_is_read(kaohe: Kaohe, tmp_path: Path) -> None:
    (tmp_path / "mine" / "own_2021").mkdir(parents=True)
    (tmp_path / "mine" / "own_2021" / "rubric.toml").write_text("", "utf-8")
    (tmp_path / ".env").write_text(f"KAOHE_RUBRICS_DIR={tmp_path / 'mine'}\n", "utf-8")
    assert "own-2021" in kaohe("rubric", "list").out


def test_a_rubric_is_shown_line_by_line(kaohe: Kaohe) -> None:
    ran = kaohe("rubric", "show", "tieling-2015")
    lines = ran.out.splitlines()
    assert lines[0].startswith("2015年度铁岭县政府质量工作考核细则（tieling-2015，版本 ")
    assert "T01-H1  制定相关方案、制度、措施，下发文件。  满分10分  市场监督管理局" in lines


def test_a_criterion_is_shown_with_its_reading_and_doubts(kaohe: Kaohe) -> None:
    shown = kaohe("rubric", "show", "rugao-2018", "24.1").out
    assert "24.1  江苏名牌。（1分）  满分1分" in shown
    assert "jiangsu_brands  当年度本地区获江苏名牌产品数（整数）" in shown
    assert "assessed_points  考核方核定得分（0—1，可空）（分数，可空）" in shown
    assert "存疑：与平均值相等，既不高于也不低于。 采用：1分 理由：不低于就没有可扣的。" in shown


def test_a_criterion_with_a_deadline_and_choices_shows_them(kaohe: Kaohe) -> None:
    shown = kaohe("rubric", "show", "tieling-2015", "T01-H1").out
    assert "完成时限：2015年6月末" in shown
    assert "full 有证明材料；partial 证明材料不全；none 无相关方案" in shown


@pytest.mark.parametrize("words", [("nowhere-2020",), ("rugao-2018", "99")])
def test_what_there_is_not_is_told_in_one_line(kaohe: Kaohe, words: tuple[str, ...]) -> None:
    ran = kaohe("rubric", "show", *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
