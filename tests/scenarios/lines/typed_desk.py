"""What the office wants at its desk in any words: files, people looked up, several orders in one line."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.casts import Person
from tests.scenarios.lines.case import Case, Said

Z = "zhouning"
LI: Final = Person("lixia", "李霞", "质强县工作领导小组办公室", "office")
BOTH_URGE: Final[tuple[Said, ...]] = ((Z, "催办"), ("lixia", "催办"), (Z, "是"))
BOTH_TELL: Final[tuple[Said, ...]] = ((Z, "通知全体：周五开会"), ("lixia", "通知全体：周五开会"), (Z, "是"))
REPORTED: Final[tuple[Said, ...]] = (("caiming", "安岳县 98.7%"),)

FILES: Final[Mapping[str, Case]] = {
    "导出未报清单excel": Case("fengxue", ("计分表", "筛“未报”", "未报70项")),
    "要一份催办名单的word": Case("qinfang", ("计分表", "筛“未报”"), never=("将提醒",)),
    "各镇完成情况给我导一份表": Case("yaoqin", ("正在做全部单位的计分表",)),
    "排名表发我邮箱": Case("xieyun", ("计分表", "邮箱发不了")),
    "把我们局的自评表导给我": Case("wangmin", ("正在做县城建局的计分表",)),
    "给城建局单独延到7月2号 他们章还没盖下来": Case(Z, ("④全部3项", "没有改动")),
    "④": Case(Z, ("3项延期", "7月2日"), ((Z, "给城建局单独延到7月2号 他们章还没盖下来"),)),
    "校验一下记录有没有被动过": Case(Z, ("审计日志", "核对无误")),
    "材料不全的口径定一下：有文件没过程材料的算不全": Case(
        Z, ("没有改动", "补充方案", "疑点"), never=("您是要",)
    ),
    "操作记录导出一下": Case(Z, ("由系统管理员导", "改动记录")),
}
WHO_IS: Final[Mapping[str, Case]] = {
    "魏国强是谁，在名单里吗": Case("qinfang", ("名册里没有“魏国强”",), never=("宋莉",)),
    "有个叫潘惠的是哪家的": Case("duhao", ("没有“潘惠”", "市质监局潘慧")),
    "唐莉和胡杰分别是哪个单位的": Case("xieyun", ("唐莉：市食品药品监管局", "胡杰：市质监局")),
    "谁最近一个礼拜一次都没登录过或者没说过话": Case("yaoqin", ("不作统计", "九华高飞")),
    # two parts that nothing reads fill one row of what was not understood
    "九华的截止改到12月3号，白蒲的改到12月5号": Case("yaoqin", ()),
    # what is sent back hands nothing over
    "鲁明报的2.1我看了不对，退回去让他写清楚依据": Case("qinfang", ("还没有报过",), never=("改为质强办",)),
}
FOR_BUREAUS: Final[Mapping[str, Case]] = {
    "安岳县农产品合格率改成97.8，蔡明刚打电话说报错了": Case("duhao", ("98.7%→97.8%", "安岳县"), REPORTED),
    "科技局的专利拥有量改为13.2，许娜口头说的": Case("fengxue", ("12.6→13.2",), (("xuna", "1 12.6"),)),
    "帮县农发局录一下，农药质量市场抽查方案已经印发了，文号是县农发〔2015〕12号": Case(
        Z,
        ("文号县农发〔2015〕12号一并",),
        stored={"T15-H1": {"level": "full"}},
        then=("1",),
        asks=True,
    ),
    "潘慧这周休假，先让魏丹替她报市质监局的": Case("duhao", ("魏丹是审核员", "由您代填")),
}
STANDING_IN: Final[Mapping[str, Case]] = {
    "6月25到30号让李强代我审核": Case(Z, ("李强审周宁的件，6月25日–6月30日",)),
    "让李强替钱伟审几天": Case(Z, ("李强审钱伟的件",)),
    "邓凯请假两周，他的审核我来做": Case("xieyun", ("不用另设", "邓凯名下")),
    "钱伟下周一到周三开会，让王敏替他审": Case(Z, ("王敏名册里是联络员", "没有安排")),
}
OTHERWISE: Final[Mapping[str, Case]] = {
    "报了数但是没传材料的单位催一下，其他别打扰": Case(
        Z, ("将发给1人（县城建局王敏）",), (("wangmin", "2 100%"),), never=("何平",)
    ),
    "没传材料但已经填了数的那几家，提醒他们尽快补": Case(
        "fengxue", ("市科技局许娜",), (("xuna", "1 12.6"),), never=("吴琳",)
    ),
    "异议处理到哪了，收到几起": Case("xieyun", ("没有待办的异议",), never=("已登记",)),
    "今年春节放假是哪几天 哪天补班": Case("qinfang", ("1月31日—2月6日", "1月29日")),
    "截止那天上午十点再提醒一遍没报的": Case("duhao", ("截止当天10:00",), arranges=("reminder",)),
    "给没叫的发个提醒": Case("xieyun", ("将提醒",)),
    "导出全部佐证材料 带目录": Case("duhao", ("材料包",)),
    "旅游局①的分是谁打的 什么时候": Case(Z, ("没有任何上报和审核记录",)),
    "查一下农业局的数被谁动过": Case("duhao", ("市农业局的改动1次", "蔡明"), REPORTED),
    "许娜调走了，把她的手机号什么的都删掉吧": Case("fengxue", ("将抹去市科技局 许娜",)),
}
SEVERAL: Final[Mapping[str, Case]] = {
    "3.1目标改80改成82，5.1权重改成5": Case(
        "duhao", ("3.1 主要服务业顾客满意度", "→82%", "5.1 打击假冒伪劣")
    ),
    "现在总分多少，跟去年比呢": Case("qinfang", ("暂得0/100分", "2020年的结果没有导入")),
    "市科技局宽限两天另外把今天没报的导出来": Case("fengxue", ("延到12月31日", "计分表")),
    "这次考核截止是哪天，能不能整体往后推一周": Case("duhao", ("现行时限", "2017年1月6日")),
    "蔡明换成刘丽丽然后给她发个绑定码": Case("duhao", ("刘丽丽接市农业局联络员",), never=("将发给",)),
    "公安局万鹏调到组织部去了，接他的是赵磊": Case("qinfang", ("赵磊接公安局联络员",)),
    "鄂城区今年出了起特种设备死亡事故，市安监局通报的，按否决登记": Case(
        "xieyun", ("将登记鄂城区否决事件为“待认定”",)
    ),
    "有人把交通运输局叫交运局，记一下": Case("qinfang", ("本来就认作交通运输局",), never=("将发给",)),
    "白蒲第3项帮忙记成12": Case("yaoqin", ("白蒲没有第3项",)),
    "王敏最近一次报是什么时候": Case(Z, ("6月24日10:02报",), (("wangmin", "2 100%"),)),
}
_RUBRIC: Final = ("从开办起就在用", "登记疑点")
DOCUMENT: Final[Mapping[str, Case]] = {
    "细则没问题了，发布吧": Case(Z, _RUBRIC),
    "带疑点先发布算了": Case("qinfang", _RUBRIC),
    "细则定稿了通知各单位": Case(Z, ("【通知】细则定稿了",), never=("从开办起",)),
    "哪些条款写得不清楚": Case("xieyun", ("1/79",)),
    "疑点2我看是A": Case(Z, ("2/146", "补充方案")),
    "下一个疑点": Case("xieyun", ("2/79",), (("xieyun", "疑点"),)),
    "导入联系人名单": Case("qinfang", ("没有导入", "粘贴"), never=("名册上的联系人",)),
    "[文件] 2022年度省政府质量工作考核要点（定稿）.xlsx": Case("qinfang", ("细则没有导入",)),
    "[文件] 关于2015年度质量工作考核的通知.pdf": Case(Z, ("1 考核细则", "2 联络员名册", "3 任务、目标")),
    "[文件] 质量工作总结.docx": Case(Z, ("归到哪一项",)),
}
COMING: Final[Mapping[str, Case]] = {
    "唐莉去别的单位了，以后食药监局由张芳负责": Case(
        "xieyun", ("将停用市食品药品监管局 唐莉", "转张芳", "直接发号码就补上")
    ),
    "13812345678": Case(
        "xieyun", ("手机：13812345678",), (("xieyun", "唐莉不在了，以后食药监局由张芳负责"),)
    ),
    "把王敏的任务移交给陈静": Case(Z, ("任务归单位", "1 停用王敏", "2 王敏留着")),
    "赵新接替王敏": Case(Z, ("将停用县城建局 王敏", "转赵新")),
    "蔡明先别换": Case("duhao", ("市农业局蔡明不动", "没有改动")),
    "蔡明不在办公室": Case("duhao", (), never=("将停用",)),
    "3.1目标82，5.1权重改成5": Case(
        "duhao", ("目标82%", "权重、分值在聊天里改不了", "5.1"), arranges=("target",)
    ),
    "1.2 目标 96.5 1.3目标95.5": Case("duhao", ("→96.5%", "→95.5%")),
    "3.1目标82，满意率96": Case("duhao", ("说了两个目标", "1 3.1 目标 82", "2 3.1 目标 96")),
    "新建一个考核任务": Case(Z, ("考核叫什么名称",)),
    "帮忙把2014年度鄂州市质量工作考核建起来": Case("xieyun", ("将新建《2014年度鄂州市质量工作考核》",)),
}
_LATER: Final = ((Z, "城建局的覆盖率延期"),)
NO_DAY: Final[Mapping[str, Case]] = {
    "把截止日期延长": Case(Z, ("截止日期延到几月几日", "哪一天")),
    "城建局延到周末": Case(Z, ("城建局延到几月几日", "哪一天")),
    "会议推到7月6号": Case(Z, ("1 通知各单位：会议推到7月6号", "3 不是会"), never=("半年节点截止",)),
    "7月3号": Case(Z, ("覆盖", "延到7月3日18:00", "原因"), _LATER),
    "3天": Case(Z, ("覆盖", "延到7月3日18:00", "原因"), _LATER),
    "通知各单位：会议推到7月6号": Case(Z, ("【通知】会议推到7月6号",), never=("截止",)),
    "原因九华的截止改到2019年1月3号": Case("yaoqin", ("九华", "延到1月3日", "原因")),
    "高军申请延期": Case(Z, (), never=("延到几月几日",)),
    "提醒时间往后推": Case(Z, (), never=("延到几月几日",)),
}
TOLD_LOOSELY: Final[Mapping[str, Case]] = {
    "鄂城区今年发生一起重大食品安全事故，要一票否决的，给记上": Case(
        "xieyun", ("疑似否决事件", "待核实"), kinds=("veto",)
    ),
    "白蒲质量标兵1 专利授权20": Case("yaoqin", ("④质量标兵申报数 1", "不会入库的：专利授权20")),
    "2014年的考核可以开始了 建一下": Case("xieyun", ("将新建《2014年度鄂州市质量工作考核》，2014年度",)),
    "2013年的考核新增了三个单位": Case("xieyun", (), never=("将新建",)),
    "工程一次验收合格率目标九十八点五": Case("xieyun", ("2.1", "→98.5%")),
    "平均值怎么算的": Case("xieyun", ("简单平均（原文没有公式）",)),
}
MEANT_AT_DESK: Final[Mapping[str, Case]] = {
    "安监局报了没有，没报帮我催一下": Case(Z, ("县安监局·半年", "将提醒1人"), never=("王敏",)),
    "旅游局报了几项？顺便给农发局延三天": Case(
        Z, ("县旅游局·半年", "县农发局 制定农药"), never=("县旅游局 等2项",)
    ),
    "给质监那边的多两天": Case(Z, ("没有认出“质监”",), never=("截止改到几月几日",)),
    "已经报过数的几家发个感谢": Case(Z, ("将发给1人", "感谢支持配合"), (("wangmin", "2 100"),)),
    "这个星期新报的有几项": Case(Z, ("县城建局1次",), (("wangmin", "2 100"),)),
    "旅游局申请了几天": Case(Z, ("晚两天",), (("chenjing", "申请延期 统计员请假 晚两天"),)),
    "延期的申请先放着": Case(Z, ("没有批", "晚两天"), (("chenjing", "申请延期 统计员请假 晚两天"),)),
    "三个区的满意度都报了吗": Case("xieyun", ("3.1", "华容区未报")),
    "各镇体系认证完成多少，排一下": Case(
        "yaoqin", ("12 新增质量管理体系认证", "九华 2"), (("gaofei", "⑫2"),)
    ),
    "旅游局标准化没报的扣几分": Case(Z, ("没有另外的扣分",)),
    "旅游局两项打包发我邮箱": Case(Z, ("县旅游局的材料包", "邮箱发不了")),
    "把石庄的体系认证调到5个 下原减到3个": Case("yaoqin", ("石庄 12", "您说的是5", "下原 12", "您说的是3")),
    "公安局纸质版退回去了": Case("qinfang", ("系统里的数没有动",), never=("催 公安局",)),
    "再给水利局加一个人": Case(Z, ("没有“水利局”",)),
    "先别发了": Case(Z, ("撤不回来：“周五开会”",), BOTH_TELL[:1] + BOTH_TELL[2:]),
    "是": Case("lixia", ("周宁10:02刚", "再发"), BOTH_URGE, never=("已发给",), people=(LI,)),
    "是的": Case("lixia", ("周宁10:02刚", "再发"), BOTH_TELL, never=("已发给",), people=(LI,)),
    "好的": Case("lixia", ("已发给",), (*BOTH_TELL, ("lixia", "是")), people=(LI,)),
    "确定": Case("lixia", ("已发给",), (*BOTH_TELL, ("lixia", "@2015-06-24 10:20")), people=(LI,)),
}
"""What was taken for something near it; and what two clerks have drafted alike."""

DESK_TYPED: Final[Mapping[str, Case]] = {
    **DOCUMENT,
    **COMING,
    **NO_DAY,
    **TOLD_LOOSELY,
    **FILES,
    **WHO_IS,
    **FOR_BUREAUS,
    **STANDING_IN,
    **OTHERWISE,
    **SEVERAL,
}
