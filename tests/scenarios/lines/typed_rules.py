"""What reviewers, leaders and the office ask of a clause: who set it, which of two, what counts, how it is measured."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case

RULES_TYPED: Mapping[str, Case] = {
    "制造业合格率这个95谁定的": Case("linfeng", ("目标95", "市质兴办", "文件鄂质兴办〔2013〕8号")),
    "1.2目标值96出自哪里": Case("xieyun", ("文件鄂质兴办〔2013〕8号",), never=("将设目标",)),
    "江苏名牌2个的任务是谁下的": Case("tangbo", ("目标任务分解表", "原文未规定")),
    "专利少于12件怎么扣": Case("hetao", ("18 万人发明专利拥有量", "8件（含8件）—12件的得1.5分")),
    "这个数是抽查批次的还是产品数的": Case("dengkai", ("原文未规定",), (("hujie", "鄂城区 95.3"),)),
    "方案没盖章算材料不全还是算没完成": Case("liqiang", ("“材料不全”，没有另下定义（原文未规定）",)),
    "名牌超目标了加不加分": Case("peijun", ("1 江苏名牌申报数", "原文未规定"), (("gaofei", "1 3"),)),
    "服务质量满意度怎么测的": Case("linfeng", ("3.1", "由谁测、从哪里取数", "原文未规定")),
    "目标值哪个文件定的": Case("hujie", ("文件鄂质兴办〔2013〕8号",)),
}
