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
    "这个分是系统自己算的还是我给": Case(
        "hetao", ("暂得分是机器人", "发“评 1 分数 理由”"), (("xuna", "1 12.6"),)
    ),
    "华容差0.9，按扣1分算对吧": Case("dengkai", ("华容区", "暂得9/10分"), (("hujie", "华容区 94.1"),)),
    "为什么只得这么点": Case(
        "zhengyi", ("暂得1.5/2分", "8件（含8件）"), (("xuna", "1 11"), ("zhengyi", "科技局那项得了几分"))
    ),
    "会议纪要能不能当佐证": Case("heping", ("原文未规定", "够不够由审核员定")),
    "执法检查方案盖县里的章还是我们局的章": Case("wangmin", ("材料的形式", "原文未规定")),
    "比2017年是升了还是降了": Case("zhengyi", ("2017年的结果没有导入",), never=("细则里",)),
    "市监局国抽合格率93.5依据是哪来的？有没有附检验通报": Case(
        "hetao", ("证明材料0件",), (("wulin", "19.1 93.5"),)
    ),
    "交通局那个缺检查记录，让他补一下，先不退": Case("baixue", ("还没有上报",)),
}
