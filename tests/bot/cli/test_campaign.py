from tests.console import Kaohe


def test_a_campaign_takes_year_subjects_and_deadline_from_the_rubric(kaohe: Kaohe) -> None:
    opened = kaohe("campaign", "open", "rugao-2018", "--name", "如皋")
    assert opened.code == 0
    assert opened.out.splitlines()[1:] == [
        "被考核单位（1个）：如皋市",
        "完成时限：2018-12-29 18:00（原文未规定，取当年最后一个工作日）",
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
    assert "当年放假安排未公布，公布后请核对" in opened.out


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
