import re
from pathlib import Path

import pytest
import xlsxwriter

from tests.console import Kaohe

HEADINGS = "姓名,单位,角色,企业微信账号"


@pytest.fixture
def file(tmp_path: Path, kaohe: Kaohe) -> Path:
    """A table to import; its campaign is open."""
    assert kaohe("campaign", "open", "rugao-2018", "--name", "如皋").code == 0
    return tmp_path / "名单.csv"


def write(file: Path, *rows: str) -> None:
    file.write_text("\n".join([HEADINGS, *rows]), "utf-8-sig")


def test_a_row_with_an_account_is_bound_and_another_gets_a_code(kaohe: Kaohe, file: Path) -> None:
    write(file, "甲,市农委,联络员,Jia", "乙,市住建局,分管领导,")
    imported = kaohe("roster", "import", str(file))
    first, second, last = imported.out.splitlines()
    assert first == "第2行  市农委  甲  联络员  已绑定 jia"
    assert re.fullmatch(r"第3行  市住建局  乙  分管领导  绑定码 \d{6}", second)
    assert last == "已导入2人；绑定码1个，10分钟内有效，只能用一次"
    people = kaohe("roster", "list", "--json").rows
    assert [(one["name"], one["role"], one["account"]) for one in people] == [
        ("甲", "联络员", "jia"),
        ("乙", "分管领导", None),
    ]


def test_an_excel_file_is_imported_too(kaohe: Kaohe, file: Path) -> None:
    table = file.with_suffix(".xlsx")
    with xlsxwriter.Workbook(table) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["2018年度质量工作考核联系人员名单"])
        sheet.write_row(2, 0, HEADINGS.split(","))
        sheet.write_row(3, 0, ["甲", "市农委", "联络员", "jia"])
    assert kaohe("roster", "import", str(table)).out.startswith("第4行  市农委  甲")


def test_one_wrong_row_keeps_all_of_them_out(kaohe: Kaohe, file: Path) -> None:
    write(file, "甲,市农委,联络员,jia", "乙,市农委,局长,", "丙,,联络员,")
    refused = kaohe("roster", "import", str(file))
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.splitlines() == [
        "第3行：不认识角色“局长”，只能是联络员、分管领导、审核员、领导、质强办",
        "第4行：缺少单位",
    ]
    assert kaohe("roster", "list", "--json").rows == []


def test_importing_again_adds_nobody_twice_and_keeps_bindings(kaohe: Kaohe, file: Path) -> None:
    write(file, "甲,市农委,联络员,jia")
    kaohe("roster", "import", str(file))
    write(file, "甲,市农委,联络员,", "乙,市农委,联络员,yi")
    assert kaohe("roster", "import", str(file)).out.splitlines()[0] == "第2行  市农委  甲  联络员  已绑定 jia"
    assert [one["account"] for one in kaohe("roster", "list", "--json").rows] == ["jia", "yi"]


def test_an_account_of_somebody_else_keeps_the_whole_table_out(kaohe: Kaohe, file: Path) -> None:
    write(file, "甲,市农委,联络员,jia")
    kaohe("roster", "import", str(file))
    write(file, "丁,市农委,联络员,ding", "乙,市农委,联络员,jia")
    refused = kaohe("roster", "import", str(file))
    assert (refused.code, refused.err) == (1, "第3行：企业微信账号“jia”已绑定名单里的另一个人\n")
    assert [one["name"] for one in kaohe("roster", "list", "--json").rows] == ["甲"]


def test_a_fresh_code_is_given_to_the_person_who_is_meant(kaohe: Kaohe, file: Path) -> None:
    write(file, "甲,市农委,联络员,", "甲,市住建局,联络员,")
    kaohe("roster", "import", str(file))
    doubtful = kaohe("roster", "code", "甲")
    assert (doubtful.code, doubtful.err) == (1, "有2个“甲”，请用 --unit 说明单位：市农委、市住建局\n")
    given = kaohe("roster", "code", "甲", "--unit", "市农委")
    assert re.fullmatch(r"甲的绑定码：\d{6}（10分钟内有效，只能用一次）\n", given.out)
    assert kaohe("roster", "code", "乙").err == "花名册里没有“乙”\n"


def test_the_campaign_must_be_certain(kaohe: Kaohe, file: Path) -> None:
    kaohe("campaign", "open", "rugao-2018", "--name", "另一个")
    write(file, "甲,市农委,联络员,jia")
    doubtful = kaohe("roster", "import", str(file))
    assert (doubtful.code, doubtful.err) == (1, "请说明是哪个考核任务（现有：如皋、另一个）\n")
    assert kaohe("roster", "import", str(file), "--campaign", "另一个").code == 0
    assert (
        kaohe("roster", "list", "--campaign", "没有").err
        == "没有名为“没有”的考核任务（现有：如皋、另一个）\n"
    )


def test_a_missing_file_is_one_line(kaohe: Kaohe) -> None:
    refused = kaohe("roster", "import", "nowhere.xlsx")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "nowhere.xlsx：读不出（没有这个文件或文件夹）\n"
