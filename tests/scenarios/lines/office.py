"""The office's lines of the chat contract; a report is stored by none."""

from collections.abc import Mapping

from tests.scenarios.casts import Person
from tests.scenarios.lines.case import Case, Said

REPORTED: tuple[Said, ...] = (("wangmin", "2 100"), ("chenjing", "1 齐全"))
APPEAL: Said = ("wangmin", "异议 2 公示的分不对，我们是100%不是98%")
LI_SI = Person("lisi", "李四", "县旅游局", mobile="13900000000", email="a@b.cn")


def county(*facts: str, before: tuple[Said, ...] = REPORTED) -> Case:
    """A line of the county's office after two bureaus have reported."""
    return Case("zhouning", facts, before)


OFFICE: Mapping[str, Case] = {
    "新建考核 铁岭县2015年度质量工作": county(
        "1 《2015年度铁岭县政府质量工作考核细则》（tieling-2015）",
        "被考核单位：县（本级）",
        "时限：按细则逐项所印时限",
        "回“是”按上面新建",
    ),
    "[文件] 2015年度铁岭县政府质量工作考核细则.docx": county("没有改动", "信息人员", "疑点"),
    "疑点": county("1/146", "现按", "其他读法", "原文", "疑点 2"),
    "发布细则": county("不用另外发布", "疑点146处", "原文未规定"),
    "[文件] 联系人名单.xlsx": county("没有导入", "粘贴", "确认导入", "信息人员"),
    "李四调走了换王五": Case(
        "zhouning",
        ("将停用县旅游局 李四（联络员）", "名下2项待办转王五", "历史记录不变", "手机没有给", "回“是”"),
        people=(LI_SI,),
    ),
    "把我自己设成审核员": county("录审分离", "负责人", "没有改动"),
    "制造业目标95": Case(
        "xieyun",
        ("1.1 制造业产品质量合格率 目标95%（固定值，3家被考核单位）", "当年目标值(全市平均值)", "用平均值"),
        arranges=("target",),
    ),
    "用平均值 等各区报齐再算": Case(
        "xieyun",
        ("1.1 制造业产品质量合格率", "平均", "已报1/3家，暂估96%", "报齐后自动重算并通知变化"),
        before=(("hujie", "制造业产品质量合格率 鄂城区96"), ("xieyun", "制造业目标95")),
        arranges=("target",),
    ),
    "九华 江苏名牌2 体系认证4": Case(
        "yaoqin",
        (
            "①江苏名牌申报数 2（分解表目标2）",
            "⑫新增质量管理体系认证获证企业数",
            "（分解表目标4）",
            "1 我是要设目标",
            "2 代填",
        ),
    ),
    "[文件] 任务分解表.xlsx": Case("yaoqin", ("没有改动", "目标印在任务分解表里", "信息人员")),
    "改到7月3号": county(
        "半年节点截止：2015年6月30日18:00→2015年7月3日18:00", "影响7家20项", "原因", "通知所有联络员"
    ),
    "22号补休那天别发": county("6月22日（周一）", "端午节", "本来就是非工作日"),
    "国庆怎么排": county("10月1日—10月7日不上班", "10月10日（周六）", "来源：国务院办公厅放假通知"),
    "当天下午再催一次 3点": Case("zhouning", ("截止当天15:00", "只发给未交的"), arranges=("reminder",)),
    "催一下": county("将提醒5人（只列未报项）", "县城建局 王敏：2项", "赵新", "回“是”"),
    "只催没交材料的 报了数的不用": county(
        "将提醒5人", "县城建局 王敏：1项", before=(*REPORTED, ("wangmin", "材料 1 方案"))
    ),
    "报了多少了": county("应报20项：报齐2、没报齐18", "待审2", "单位7家：齐0、部分2、空5", "已绑定10人"),
    "按目录打包印证材料": Case("qinfang", ("全部单位的材料包", "细则顺序", "目录和校验清单")),
    "出个通报稿": county("【草稿·未审定】", "8分", "尚未报齐的：缺18项", "审定前不得对外发布"),
    "谁把城建局的分改了": Case(
        "zhouning",
        ("县城建局的改动2次", "王敏上报 T17-H1", "李强通过 T17-H1", "核对无误"),
        before=(*REPORTED, ("liqiang", "待审"), ("liqiang", "1通过")),
    ),
    "半年节点归档": county("前置检查未满足", "待审2、退回未改0、疑点待定0、异议0", "未报18项"),
    "有几个申诉": county("待办1件", "异议", "原文未规定办理期限", before=(*REPORTED, APPEAL)),
    "备份": county("没有执行", "数据库", "材料文件夹", "核对审计链"),
    "用测试模式走一遍": county("没有进入测试模式", "make demo", "提醒计划"),
    "把离职的李四信息删了": Case(
        "zhouning",
        ("将抹去县旅游局 李四", "手机", "企业微信账号", "李*", "操作记录保留", "回“是”"),
        people=(LI_SI,),
    ),
    "改截止7.3": county("半年节点截止：2015年6月30日18:00→2015年7月3日18:00", "影响7家20项", "请补原因"),
    "管理员能干啥": county("质强办", "目标和代填", "时限", "归档", "导出"),
}
