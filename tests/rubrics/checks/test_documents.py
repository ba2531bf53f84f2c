"""The health check finds in the six shipped documents exactly this, and says it of the right lines."""

import pytest

from rubrics import available, folder_of, load, same_document
from rubrics.checks import KINDS, Finding, check

EXPECTED = {
    "ezhou-2013": [
        ("- - marks", "全表合计不一：各要点合计102分，第1级标题合计100分，第2级标题合计100分。"),
        ("18 1.1 discretion", "扣6—9分"),
        ("18 1.1,1.2,1.3,2.1,3.1 peers", "全市平均值"),
        ("56 3.1 open_ended", "市质兴办、相关部门"),
        ("58 4.1…6.4(19) marks", "质量措施（60分）"),
        ("72 4.1…4.7(7) marks", "质量宏观管理（16分）"),
        ("83 4.1…6.4(19) standard", "只印总分值，没有印怎样给分。"),
        ("105 4.3 undefined", "取得实效"),
        ("202 5.4 undefined", "达到要求"),
        ("235 5.7 level", "本年度无此类公路项目，原文未定分，暂按符合计，由考核部门核定。"),
        ("318 V1 undefined", "其他情形"),
    ],
    "pingdingshan-2021": [
        ("28 - disagree", "1名工作人员|1-2 名工作人员"),
        ("68 1.1…17.5(63) standard", "只印总分值，没有印怎样给分。"),
        ("534 2.1,2.2,2.3,2.4,2.5 discretion", "酌情扣分"),
        ("12 5.5,7.5 unit_names", "住房城乡建设局|住房城乡建筑局|住房和城乡建筑局|住房和城乡建设局"),
        ("566 6.3 misprint", "0.5分）（负责单位;"),
        ("602 9.3 unit_names", "文化和旅游局|文化广电和旅游局"),
        ("12 11.1 unit_names", "市工业和信息化局|工信部门|工业和信息化局"),
        ("636 14.2 misprint", "准专项检查。（0.5）"),
        ("647 16.1 misprint", "（1.5分）(责任单位：市场监督管理局）"),
    ],
    "rugao-2018": [
        ("- - marks", "全表合计不一：各要点合计100分，第1级标题合计100分，第3级标题合计99分。"),
        ("1 1…8(11) marks", "质量宏观管理（23分）"),
        ("25 1 level", "“已启动未出台”原文未定分，暂按0分计，由考核方核定。"),
        ("26 1 unit_names", "市市场监管局|市场监管局"),
        ("26 1,17.2 unit_names", "市建设局|市城建局|市住建局"),
        ("26 1,17.2 unit_names", "市交通运输局|市交通局"),
        ("26 1,17.2 unit_names", "市水利局|市水务局"),
        ("88 5 level", "入库率两年均为100%，已无法“逐年增加”，原文未定分，此部分暂按0分计，由考核方核定。"),
        ("114 8 overlap", "减少10%以上的不得分|减少10%以内的得1分"),
        ("122 9…13.6(21) marks", "质量安全监管（27分）"),
        ("192 10.2 misprint", "作，三个方面每各"),
        ("244 11.5 misprint", "，每缺一项扣0. 5分"),
        ("276 12.1 undefined", "较好"),
        ("303 13.1,13.2,13.3,13.4,13.5,13.6 marks", "13.工程质量监管制度建设与实施（5分）"),
        ("332 13.4 level", "三项全缺时按字面仍余0.25分，原文未写“不得分”，由考核方核定。"),
        ("341 13.5 level", "投诉率两年均为0，已无法“逐年下降”，原文未定分，此部分暂按0分计，由考核方核定。"),
        ("385 14 misprint", "议工作，推动《江苏省计量发展规划（2014-20"),
        ("444 18…27.3(20) marks", "质量结果（36分）"),
        (
            "515 19.1 same_points",
            "主要工业产品、日用消费品国家监督抽查合格率达90%（含90%）以上的得1分|85%（含85%）—90%的得1分",
        ),
        ("518 19.2 disagree", "19.2  产品省级监督抽查合格率达92%以上。（1分）|制造业产品省级监督抽查合格率%"),
        ("527 19.3 misprint", "的得2分，达90（含90%）"),
        ("527 19.3 misprint", "主要农产品质量安全例行监测合格率达96%（含96"),
        ("559 20.1,20.2 level", "本年度无此类工程项目，原文未定分，暂按符合计，由考核方核定。"),
        ("587 22.1,22.2,23 unit_names", "市质量强市工作小组办公室|市质量强市工作领导小组办公室"),
        ("604 23 misprint", ".5分，达60%（含60%）—65"),
        ("612 24.1 tie", "高于全市平均值|低于全市平均值"),
        ("612 24.1 peers", "全市平均值"),
        ("628 25 misprint", "新增合计2件（含)"),
        ("634 26 misprint", "6.质量信用（分1）"),
        ("643 27.1,27.2,27.3 misprint", "技术基础结果（3）"),
        ("668 B open_ended", "市场监管局、市住建局、市交通局、市水务局等"),
        ("674 V1 open_ended", "市相关部门"),
    ],
    "rugao-2018-towns": [
        ("675 1…13(13) unmarked", "2018年度如皋市各镇（区、街道）质量工作目标任务分解表"),
        ("783 7 disagree", "制造业产品省级监督抽查合格率%|19.2  产品省级监督抽查合格率达92%以上。（1分）"),
    ],
    "tieling-2015": [
        (
            "- - milestones",
            "20项分56个节点行（半年20行、前三季度17行、年终19行），分值每项只印一次，合计80分，各节点行满分相加225分：各节点如何合成没有印出。另有4项不分节点，20分。",
        ),
        ("62 T03-Y level", "无市长质量奖称号的情形原文未定分，暂按0分计，由考核方核定。"),
        ("70 T04-H1 level", "查看相关文件。有相关制度措施得3分。"),
        ("78 T04-Y beyond", "经费投入超过去年同期水平加2分，达到去年同期水平得3分。"),
        ("78 T04-Y level", "超过去年同期水平|达到去年同期水平"),
        ("89 T05-H1,T05-Q3,T05-Y open_ended", "县政府等相关成员单位"),
        ("118 T06-Q3,T06-Y mixed", "发生食品药品质量安全事件扣4分"),
        ("161 T08-H1,T08-Q3,T08-Y open_ended", "市场监督管理局、县公安局、县商业局等相关成员单位"),
        ("209 T10-H1,T10-Q3,T10-Y open_ended", "县旅游局等相关成员单位"),
        ("238 T11-Y mixed", "发生质量安全事故扣4分"),
        ("249 T12-H1,T12-Q3,T12-Y open_ended", "市场监督管理局、县旅游局等相关成员单位"),
        ("406 T18-Y tie", "低于2014年|高于2014年"),
        ("417 T19-H1,T19-Q3,T19-Y open_ended", "县政府及相关成员单位"),
        ("422 T19-Q3,T19-Y,T20-H1,T20-Q3,T20-Y mixed", "无证明材料扣2分"),
        (
            "438 T20-H1,T20-Q3,T20-Y level",
            "发生重大旅游质量安全事故，按“未完成”计0分，原文未明写，由考核方核定。",
        ),
        ("459 N4 level", "在全省或全市有质量创新或成果的得5分"),
    ],
    "ziyang-2016": [
        ("31 - gap", "60—84分|59分及以下"),
        ("31 - gap", "85—94分|60—84分"),
        ("31 - gap", "95分及以上|85—94分"),
        ("60 1.1,1.2,1.3,2.1,3.1,E.1 unmarked", "质量目标 (40分)"),
        ("60 4.1…6.3(17) unmarked", "质量措施 (60分)"),
        ("86 8.1 unmarked", "社会评价"),
    ],
}


def shown(found: Finding) -> tuple[str, str]:
    """A finding as it stands in the list: its line, codes and kind; its quotes, else its sentence."""
    codes = ",".join(found.codes) or "-"
    if len(found.codes) > 6:
        codes = f"{found.codes[0]}…{found.codes[-1]}({len(found.codes)})"
    return f"{found.line or '-'} {codes} {found.kind}", "|".join(found.quotes) or found.sentence


def findings(name: str) -> tuple[Finding, ...]:
    folder = folder_of(name)
    return check(load(name), folder, same_document(folder))


@pytest.mark.parametrize("name", available())
def test_exactly_these_doubts_are_found(name: str) -> None:
    assert [shown(found) for found in findings(name) if found.kind != "recorded"] == EXPECTED[name]


@pytest.mark.parametrize("name", available())
def test_every_recorded_doubt_is_told_once_with_the_reading_taken(name: str) -> None:
    told = [found.sentence for found in findings(name) if found.kind == "recorded"]
    doubts = {doubt for criterion in load(name).criteria for doubt in criterion.ambiguities}
    assert len(told) == len(set(told))
    assert set(told) == {
        f"{doubt.open}采用：{doubt.default}（{doubt.reason.rstrip('。')}）。" for doubt in doubts
    }


@pytest.mark.parametrize("name", available())
def test_every_quote_stands_in_the_document_or_a_sister_table(name: str) -> None:
    text = "".join((folder_of(name) / "source.txt").read_text("utf-8").split())
    for found in findings(name):
        assert found.kind in KINDS
        # A unit's own name need not be printed; one heading of 资阳 runs over a page's end.
        printed = () if found.kind in ("unit_names", "unmarked") else found.quotes
        assert [quote for quote in printed if "".join(quote.split()) not in text] == []


@pytest.mark.parametrize("name", available())
def test_nothing_is_mended(name: str) -> None:
    files = sorted(folder_of(name).iterdir())
    before = [file.read_bytes() for file in files]
    findings(name)
    assert [file.read_bytes() for file in files] == before
