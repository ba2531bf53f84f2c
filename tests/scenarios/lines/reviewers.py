"""Reviewers' lines of the chat contract; no report is ever stored by one."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case

W = "wangmin"
HAS_PLAN = (W, "1 有方案并有证明材料")
REPORTED = (HAS_PLAN, (W, "材料 1 建发〔2015〕8号"), (W, "2 100"))
LISTED = (*REPORTED, ("liqiang", "待审"))
SEEN = (*LISTED, ("liqiang", "看 1"))

REVIEWERS: Mapping[str, Case] = {
    "待审": Case(
        "liqiang",
        ("待审2件", "县城建局", "新开工建筑工程质量监督覆盖率", "100%", "暂得4/4分", "回“看 1”"),
        before=REPORTED,
    ),
    "还有多少没看": Case("liqiang", ("待审2件",), before=REPORTED),
    "今天新来的": Case(
        "liqiang",
        ("待审1件", "县旅游局"),
        never=("县城建局",),
        before=(("", "@2015-06-23 10:00"), *REPORTED, ("", "@2015-06-24 10:02"), ("chenjing", "1 未完成")),
    ),
    "城建局三项都过": Case(
        "liqiang", ("已通过2项", "T16-H1", "T17-H1", "T18-H1", "还没有上报，没有通过"), before=LISTED
    ),
    "退回": Case(
        "liqiang",
        ("要写原因，联络员会看到", "1 缺红头文件", "2 图片没有说明", "3 与本项无关", "4 数据存疑"),
        before=SEEN,
        asks=True,
    ),
    "给4分": Case("liqiang", ("4/4分", "①通过"), before=SEEN),
    "给3分": Case("liqiang", ("4/2/0", "没有3分", "特批", "质强办"), before=SEEN),
    "让质监局补抽检台账": Case(
        "dengkai",
        ("补充材料请求", "市质监局联络员1人", "3个工作日", "待补充", "不算退回"),
        before=(("hujie", "鄂城区制造业合格率95.2"),),
        kinds=("material",),
    ),
    "公安局案例够不够3个": Case(
        "baixue",
        ("公安局：识别到典型案例2个", "要求3个", "差1个", "打假案例", "护企案例"),
        before=(("wanpeng", "材料 1 打假案例"), ("wanpeng", "材料 1 护企案例")),
    ),
    "哪些图片没有说明": Case(
        "baixue",
        ("2张图片没有说明", "农业农村局1", "交通运输局1", "全部退说明"),
        before=(("songli", "#image"), ("songli", "3"), ("jiangtao", "#image"), ("jiangtao", "3")),
    ),
    "有没有交重的": Case(
        "baixue",
        ("1组重复（文件指纹相同）", "农业农村局1份", "交通运输局1份", "相互印证"),
        before=(("songli", "#image"), ("songli", "3 检查"), ("jiangtao", "#image"), ("jiangtao", "3 检查")),
    ),
    "自评和审核差得多的": Case(
        "liqiang",
        ("T16-H1", "暂得4→核定2", "没有单位自评的分", "缺过程记录"),
        before=(*LISTED, ("liqiang", "评 1 2 缺过程记录")),
    ),
    "再加全国推广2分 中国质量奖提名1分 詹天佑1分 知名品牌示范区1分": Case(
        "hetao",
        ("加分合计5.5分，超过上限，按5分计", "加分项合计总得分不超过5分", "全国推广", "詹天佑", "质强办认定"),
        before=(("wulin", "B 质量工作创新在全市推广的项数 1"), ("wulin", "1")),
        kinds=("bonus",),
    ),
    "梁子湖区有个食品事件上央视了": Case(
        "dengkai",
        ("疑似否决事件", "待核实", "情形3", "初步确认", "省质量兴省领导小组审核", "不改等次", "领导看得到"),
        kinds=("veto",),
    ),
    "谁改过这个数": Case(
        "liqiang",
        ("T17-H1", "10:02 县城建局 王敏 上报 99.5%", "10:15 县城建局 王敏 更正 100%", "校验：完整"),
        before=((W, "2 99.5"), ("", "@2015-06-24 10:15"), (W, "2 100"), ("liqiang", "待审")),
    ),
    "刚才点错了 撤销": Case("liqiang", ("已撤销", "回到待审"), before=(*LISTED, ("liqiang", "1通过"))),
    "我是城建局的 这个我不能审": Case(
        "liqiang", ("已登记回避", "县城建局", "审核员钱伟"), before=LISTED, kinds=("recusal",)
    ),
    "城建局那个打开一下 他们要补": Case(
        "liqiang",
        ("质强办", "解锁申请", "原因", "“解锁 编号 补盖章页”", "留痕"),
        before=(*LISTED, ("liqiang", "1通过")),
        kinds=("unlock",),
    ),
    "材料不全是啥标准": Case(
        "liqiang", ("没有另下定义（原文未规定）", "材料不全", "口径", "可由质强办改"), before=LISTED
    ),
    "1通过2通过3退回没章": Case(
        "liqiang",
        ("已处理3件：①②通过，③退回“没章”",),
        before=(*REPORTED, (W, "3 有证明材料"), ("liqiang", "待审")),
    ),
    "我审了多少": Case("liqiang", ("您已审1件：通过1", "平均用时"), before=(*LISTED, ("liqiang", "1通过"))),
    "我下周出差 让小李替我审": Case(
        "liqiang", ("代审", "李*", "6月29日–7月3日", "质强办确认"), kinds=("substitute",)
    ),
}
