import json
from pathlib import Path

from tests.console import Kaohe

GOALS = {"1.1": "8", "1.2": "8", "1.3": "8", "2.1": "6", "3.1": "5", "E.1": "5"}
MEASURES = [*(f"4.{row}" for row in range(1, 7)), *(f"5.{row}" for row in range(1, 9)), "6.1", "6.2", "6.3"]


def test_a_campaign_takes_year_subjects_and_deadline_from_the_rubric(kaohe: Kaohe) -> None:
    opened = kaohe("campaign", "open", "rugao-2018", "--name", "如皋")
    assert opened.code == 0
    assert opened.out.splitlines()[1:] == [
        "被考核单位（1个）：如皋市",
        "完成时限：2018-12-29 18:00（原文未规定，没定之前暂按2018年最后一个工作日）",
    ]
    (listed,) = kaohe("campaign", "list", "--json").rows
    assert listed["deadline"] == "2018-12-29T18:00:00+08:00"
    assert (listed["name"], listed["rubric"], listed["year"], listed["state"]) == (
        "如皋",
        "rugao-2018",
        2018,
        "open",
    )


def test_the_office_may_say_otherwise(kaohe: Kaohe) -> None:
    words = ["--year", "2019", "--subject", "甲区", "--subject", "乙区", "--deadline", "2019-11-30"]
    assert (
        "完成时限：2019-11-30 18:00\n" in kaohe("campaign", "open", "rugao-2018", "--name", "a", *words).out
    )
    (listed,) = kaohe("campaign", "list", "--json").rows
    assert (listed["year"], listed["subjects"]) == (2019, ["甲区", "乙区"])


def test_a_deadline_in_an_unpublished_year_says_so(kaohe: Kaohe) -> None:
    opened = kaohe("campaign", "open", "rugao-2018", "--name", "a", "--year", "2090")
    assert "当年放假安排未公布，公布后自动重算" in opened.out


def test_what_cannot_be_opened_is_told_in_one_line(kaohe: Kaohe) -> None:
    assert kaohe("campaign", "open", "rugao-2018", "--name", "a").code == 0
    for words, problem in (
        (["rugao-2018", "--name", "a"], "已有名为“a”的考核任务\n"),
        (["rugao-2018", "--name", " "], "考核任务的名称应为1—60个字\n"),
        (["rugao-2018", "--name", "b", "--deadline", "年底"], "“年底”不是日期"),
        (["rugao-2018", "--name", "b", "--year", "18"], "年度应在2000—2099之间\n"),
        (
            ["rugao-2018-towns", "--name", "b", "--subject", "九华", "--subject", "十华"],
            "细则里没有被考核单位“十华”",
        ),
    ):
        refused = kaohe("campaign", "open", *words)
        assert (refused.code, refused.out) == (1, "")
        assert refused.err.startswith(problem)
    assert len(kaohe("campaign", "list", "--json").rows) == 1


def test_an_unknown_rubric_is_an_error_and_a_missing_name_wrong_usage(kaohe: Kaohe) -> None:
    unknown = kaohe("campaign", "open", "nowhere-1999", "--name", "a")
    assert (unknown.code, unknown.out) == (1, "")
    assert "没有名为“nowhere-1999”的考核细则" in unknown.err
    assert kaohe("campaign", "open", "rugao-2018").code == 2


def overlay(file: Path, **changed: object) -> Path:
    """An overlay that completes 资阳's document: goals of 40, measures of 60."""
    weights = {**GOALS, **dict.fromkeys(MEASURES, "3"), "5.1": "5", "5.2": "5", "5.3": "5", "5.4": "6"}
    signed = {
        "base": "ziyang-2016",
        "issuer": "市质强办",
        "document": "资质强办〔2016〕1号",
        "date": "2016-03-01",
    }
    proportional = dict.fromkeys(["1.1", "1.2", "1.3", "2.1", "3.1"], "proportional")
    content = {
        "id": "补充一",
        **signed,
        "weights": weights,
        "kinds": proportional,
        "default_kind": "assessed",
    }
    file.write_text(
        json.dumps({**content, "social": {"mode": "reference"}, **changed}, ensure_ascii=False), "utf-8"
    )
    return file


def opened(kaohe: Kaohe, file: Path, rubric: str = "ziyang-2016") -> tuple[int, str, str]:
    ran = kaohe("campaign", "open", rubric, "--name", "资阳", "--subject", "雁江区", "--overlay", str(file))
    return ran.code, ran.out, ran.err


def test_a_signed_overlay_is_attached(kaohe: Kaohe, tmp_path: Path) -> None:
    code, out, err = opened(kaohe, overlay(tmp_path / "a.json"))
    assert (code, err) == (0, "")
    assert out.endswith("补充方案：补充一（市质强办 资质强办〔2016〕1号）\n")
    (listed,) = kaohe("campaign", "list", "--json").rows
    assert listed["overlay"] == "补充一"


def test_an_overlay_that_is_unsigned_foreign_or_incomplete_is_refused(kaohe: Kaohe, tmp_path: Path) -> None:
    unsigned = opened(kaohe, overlay(tmp_path / "a.json", issuer="", date=""))
    assert unsigned == (1, "", "补充方案“补充一”缺少issuer、date，不能用于考核任务\n")
    foreign = opened(kaohe, overlay(tmp_path / "b.json"), "rugao-2018")
    assert foreign == (1, "", "补充方案“补充一”是给ziyang-2016的，不是给rugao-2018的\n")
    code, out, err = opened(kaohe, overlay(tmp_path / "c.json", weights=GOALS))
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("补充方案“补充一”有")
    assert opened(kaohe, tmp_path / "none.json")[0] == 1
    assert kaohe("campaign", "list", "--json").rows == []
