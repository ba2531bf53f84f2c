"""Contacts' and reviewers' lines of the chat contract: what is said before, what must be heard, what is stored."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LINES = Path(__file__).parents[2] / ".." / "shared" / "cases" / "chat.jsonl"
Said = tuple[str, str]
"""Who says what; a text of “@2015-06-24 10:15” moves the clock, “#image” sends a picture."""


@dataclass(frozen=True, slots=True)
class Case:
    """One line as it is played.

    `before` is said first; `facts` must stand in the answer, `never` must not. `stored` is what the line and the
    answers `then` store, as {code or code|subject: inputs}; with `asks` nothing of it before them. `kinds` are
    the matters that are registered.
    """

    speaker: str
    facts: tuple[str, ...]
    before: tuple[Said, ...] = ()
    never: tuple[str, ...] = ()
    stored: Mapping[str, Mapping[str, Any]] | None = None
    then: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    asks: bool = False

    @property
    def wanted(self) -> Mapping[str, Mapping[str, Any]]:
        """What has to be stored, nothing by default."""
        return self.stored or {}


W, C = "wangmin", "coverage_percent"
HAS_PLAN = (W, "1 有方案并有证明材料")
REPORTED = (HAS_PLAN, (W, "材料 1 建发〔2015〕8号"), (W, "2 100"))
LISTED = (*REPORTED, ("liqiang", "待审"))
SEEN = (*LISTED, ("liqiang", "看 1"))
EZHOU = "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区96"


def _rate(value: str) -> dict[str, str]:
    return {"actual_percent": value}


CASES: Mapping[str, Case] = {
    "绑定 839201": Case("xinren", ("绑定成功", "县城建局", "联络员", "6月30日截止", "还差3项", "我的任务")),
    "怎么用啊": Case(W, ("报数", "材料", "我的任务", "撤回")),
    "我的任务": Case(W, ("6月30日截止，还剩4个工作日", "①", "②", "③", "未报", "4分")),
    "还差啥没弄": Case(W, ("②", "还差2项"), before=(HAS_PLAN,), never=("①",)),
    "新开工建筑工程质量监督覆盖率100%": Case(
        W,
        ("已收：②", "（半年）", "暂得4/4分", "低于100%得0分", "还缺①③", "撤回"),
        stored={"T17-H1": {C: "100"}},
    ),
    "覆盖率100": Case(W, ("已收：②新开工建筑工程质量监督覆盖率", "100%"), stored={"T17-H1": {C: "100"}}),
    "报一下啊那个鑫开工建筑工程质量监督复盖率百分之九十九点五": Case(
        W, ("99.5%", "暂得0/4分", "低于100%得0分", "不得分"), stored={"T17-H1": {C: "99.5"}}
    ),
    "2 100%": Case(W, ("已收：②", "100%"), stored={"T17-H1": {C: "100"}}),
    "覆盖率：全覆盖": Case(W, ("100%", "回1"), stored={"T17-H1": {C: "100"}}, then=("是",), asks=True),
    EZHOU: Case(
        "hujie",
        (
            "95.2%（鄂城区） 已收，暂得10/10",
            "93.5%（华容区） 已收，暂得8/10",
            "扣2分",
            "96%（梁子湖区） 已收，暂得10",
        ),
        stored={"1.1|鄂城区": _rate("95.2"), "1.1|华容区": _rate("93.5"), "1.1|梁子湖区": _rate("96")},
    ),
    "制造业95.2，食品药品92，竣工验收96": Case(
        "hujie",
        (
            "市食品药品监管局报，没有入库",
            "市住建委报，没有入库",
            "是哪个单位的",
            "您名下是①制造业产品质量合格率",
        ),
        stored={"1.1|鄂城区": _rate("95.2")},
        then=("鄂城区",),
        asks=True,
    ),
    "华容区制造业合格率94": Case(
        "hujie", ("94%（华容区）", "暂得9/10分", "扣1分", "（含1个百分点"), stored={"1.1|华容区": _rate("94")}
    ),
    "食品药品合格率 98.1% 同比增长0.3个百分点": Case(
        "hujie", ("由市食品药品监管局报，没有入库", "您名下是①制造业产品质量合格率")
    ),
    "本季度没有发生安全事故": Case(W, ("由县安监局报，没有入库", "您名下是①", "②", "③")),
    "无": Case(W, ("您名下没有“有无发生”的项", "还缺①②③")),
    "6月18号有个工地模板塌了 没伤人 算不算": Case(
        W,
        ("先不计分", "疑似事件，待核实", "质强办和审核员", "考核组认定", "地点", "是否已上报"),
        kinds=("incident",),
    ),
    "[图片]": Case(W, ("没有存成功", "时间、地点、内容", "①②③", "不能算完整材料")),
    "[文件] 平农〔2021〕45号.pdf 平农〔2021〕46号.pdf 两个一起": Case(
        "songli",
        ("2个文件", "按文号", "“文件”类", "45号→", "46号→", "都归"),
        then=("45号→3，46号→5",),
        asks=True,
    ),
    "我们交了哪些材料 顺序对不对": Case(
        "songli",
        ("农业农村局材料目录（按细则顺序）", "③开展食用农产品合格证制度提升行动：文件1", "共10项，缺9项"),
        before=(("songli", "材料 3 平农〔2021〕45号"),),
    ),
    "典型案例 我们局要写几个？": Case(
        "songli",
        ("农业农村局", "公安局、住房和城乡建设局、文化广电和旅游局", "3个典型案例", "不超过5个", "不超过3个"),
    ),
    "自评报告啥时候交 交电子的还是纸的": Case(
        "songli",
        (
            "1月17日下午下班前",
            "电子版和纸质版都要",
            "质量发展科",
            "今天1月12日",
            "还剩3个工作日",
            "没有印钟点",
        ),
    ),
    "刚才报错了 不是98是89": Case(
        W,
        ("98%", "89%", "现在暂得0/4分，改后暂得0/4分", "历史"),
        before=((W, "2 98"),),
        stored={"T17-H1": {C: "89"}},
        then=("是",),
        asks=True,
    ),
    "昨天报的体系认证那个 不是3是4": Case(
        "gaofei",
        ("⑫", "由3改为4", "完成率75%", "完成率100%，达到"),
        before=(("gaofei", "12 3"), ("", "@2018-11-21 09:10")),
        stored={"12|九华": {"new_certified_enterprises": 4}},
        then=("是",),
        asks=True,
    ),
    "要是覆盖率报100 我们能得几分": Case(W, ("试算（不入库）", "4/4分", "现在0/12分", "合计12/12")),
    "为啥才8分": Case(
        "hujie",
        (
            "（华容区）",
            "暂得8/10",
            "93.5%",
            "目标95",
            "2013-11-30",
            "1.5",
            "扣2分",
            "扣1分",
            "《2013年度鄂州市",
        ),
        before=(("hujie", EZHOU),),
    ),
    "公安局得了多少": Case(W, ("您不能看其他单位的情况", "质强办", "我的得分")),
    "天天催烦不烦": Case(W, ("抱歉打扰", "还缺①②③", "报齐就不再提醒", "只提醒截止前一天")),
    "我是新来的小赵 以后李姐这块我负责": Case(
        W,
        ("质强办确认", "县城建局 联络员", "仍发给原联络员", "姓名", "职务", "手机", "邮箱"),
        kinds=("handover",),
    ),
    "分管领导 张某某 男 副局长 0375-2588xxx 138xxxx0000 nyj@163.com；工作人员 李某 女 科员 139xxxx1111": Case(
        "songli",
        (
            "识别到2人",
            "分管领导 张**（男，副局长",
            "工作人员 李*（女，科员",
            "缺电话、传真、邮箱",
            "回“是”提交",
        ),
        then=("是",),
        kinds=("contacts",),
        asks=True,
    ),
    "自评 覆盖率4分 执法检查4 整体水平2": Case(
        W, ("②4、①4、③2", "合计10/12", "自评4≠0", "自评2≠0", "不入库"), before=((W, "2 100"),)
    ),
    "公示的分不对 我们专利是12件不是8件": Case(
        "xuna",
        (
            "已登记异议（第1号）",
            "万人发明专利拥有量",
            "系统8",
            "1.5/2分",
            "您称12",
            "2/2分",
            "证明材料",
            "原文未规定",
        ),
        before=(("xuna", "1 8"),),
        kinds=("appeal",),
    ),
    "这个不归我们管啊 是旅游局的": Case(
        "liuyang",
        ("责任认领异议", "T12-H1", "市场监督管理局、县旅游局等相关成员单位", "您称属县旅游局", "不计您逾期"),
        kinds=("duty",),
    ),
    "asdf": Case(W, ("没看懂", "没有记录任何数据", "可以这样发")),
    "同上次一样": Case(W, ("没有入库", "请直接发"), asks=True),
    "[文件] 自评报告.doc（98MB）": Case(
        "songli", ("没有存成功", "超过可接收大小", "压缩图片", "拆成两份", "纸质、U盘")
    ),
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
        ("T16-H1", "自评4→核定2", "缺过程记录"),
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


def lines_of(*roles: str) -> Sequence[Mapping[str, str]]:
    """The contract's lines of these roles; none where the file is not beside the repository."""
    if not LINES.exists():
        return ()
    rows = (json.loads(row) for row in LINES.read_text("utf-8").splitlines())
    return [row for row in rows if row["role"] in roles]
