"""What the office says to its own drafts, and several things that it has done or asks in one sentence."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said
from tests.scenarios.lines.typed_errands import z

_NOTICE: Final = (("zhouning", "通知各单位联络员 星期五上午九点在政府三楼开会"),)
_MARKED: Final = (("qinfang", "给农业农村局5.1打个预评分0.8"),)

LATER: Final[tuple[Said, ...]] = (("zhouning", "农发局说材料下周才齐，给他们延到7月5号"),)
ALL_MOVED: Final[tuple[Said, ...]] = (("zhouning", "截止改到7月3号"),)
CALLED: Final[tuple[Said, ...]] = (("zhouning", "通知城建局 明天下午3点开会"),)
REPLACED: Final[tuple[Said, ...]] = (("zhouning", "安监局换人了，高军调走了，现在是马丽，手机13904101234"),)
LOCKED: Final[tuple[Said, ...]] = (("fengxue", "锁定"),)
MOVED: Final[tuple[Said, ...]] = (("xieyun", "截止时间往后推一周吧，元旦放假"),)
RATES: Final[tuple[Said, ...]] = (("hujie", "鄂城区96.2，华容区95.8，梁子湖区94.1"),)
ACCIDENT: Final[tuple[Said, ...]] = (("xieyun", "梁子湖区今年出了一起重大质量安全事故，要一票否决"),)

_OFF: Final[Mapping[str, Case]] = {
    "先不发了，我再改改": z("不办了", before=CALLED),
    "算了别延了": z("不办了", "7月5日", before=LATER),
    "算了先别锁": Case("fengxue", ("不办了",), before=LOCKED, then=("是",)),
    "等等，先不改时间": Case("xieyun", ("不办了",), before=MOVED),
    "5号是周日，那延到6号吧": z("7月6日18:00", before=LATER),
    "再多给两天，到7号": z("7月7日18:00", before=LATER),
    "还是推到1月10号吧": Case("xieyun", ("2014年1月10日18:00",), before=MOVED),
    "原因改成等统计局数据": Case("xieyun", ("原因：等统计局数据",), before=MOVED),
    "手机号错了，是13904105678": z("马丽", "13904105678", before=REPLACED),
    "名字写错了，叫马莉": z("马莉接县安监局", "13904101234", before=REPLACED),
}
# an order of time beside the draft of another one
_BESIDE: Final[Mapping[str, Case]] = {
    "县城建局延到7月2号": z("县城建局的哪一项", "（前面那份没有办：半年节点截止", before=ALL_MOVED),
    "截止改到7月6号": z("7月6日18:00", never=("前面那份",), before=ALL_MOVED),
    "统计局数据7月2号才出来": z("原因：统计局数据7月2号才出来", before=ALL_MOVED),
}
_NOTICES: Final[Mapping[str, Case]] = {
    "跟王敏说让他抓紧": z("【通知】请抓紧", never=("让他",)),
    "为什么没催旅游局": z("没有这个单位（人）的提醒、催办记录", never=("回“是”发送",)),
    "催旅游局": z("县旅游局 陈静", "回“是”发送"),
    "给所有联络员发个通知：半年材料6月30日截止，请抓紧填报": z("【通知】半年材料6月30日截止，请抓紧填报"),
    "@各单位 请于1月14日下班前把印证材料传上来": Case("qinfang", ("【通知】请于1月14日",)),
    "各位同事，印证材料请统一编号后上传": Case("qinfang", ("将发给6人",)),
    "17号来不及，改到20号吧，省里还没下数据": Case("qinfang", ("2022年1月20日18:00（周四）？",)),
}
_ASKED: Final[Mapping[str, Case]] = {
    "科技局那个12.6是谁报的，什么时候报的": Case(
        "fengxue", ("许娜，11月20日10:02报",), before=(("xuna", "12.6"),)
    ),
    "鄂城区96.2是哪天报的": Case("xieyun", ("胡杰，12月10日10:02报",), before=RATES),
    "1.2怎么算分的": Case("duhao", ("资质强办〔2016〕3号", "÷ 备案目标值（%） 96 × 8")),
    "华容区有没有否决情况": Case("xieyun", ("华容区：没有被否决",), before=ACCIDENT, never=("第1号",)),
    "梁子湖区那个事故的处理到哪一步了": Case("xieyun", ("第1号 梁子湖区",), before=ACCIDENT),
    "联系人名单还有哪几家没交": Case("qinfang", ("没交13家", "教育体育局")),
    "公安局和交通局的联系人名单昨天纸质交过了": Case("qinfang", ("公安局、交通运输局（2家）",), asks=True),
    "王敏手机多少": z("13904101111", before=(("zhouning", "王敏手机 13904101111"),)),
    "锁了以后许娜还能改吗": Case("fengxue", ("归档后不再收",), never=("绑定码：",)),
    "以后有人说“创新指数”就是12.6": Case("fengxue", ("没有编号“12.6”",)),
}
_SEVERAL: Final[Mapping[str, Case]] = {
    "先催一下安监局，再给农发局延到7月5号，他们材料没齐": z("将提醒1人", "县农发局 ①", "原因：他们材料没齐"),
    "王敏手机换成13904102222，顺便给她重发个绑定码": z("13904102222", "王敏（已绑定"),
    "公安局只剩2项了，催催，顺便问问万鹏电话": Case("qinfang", ("公安局 万鹏：2项", "没登记号码")),
    "材料先不收了，锁定吧": Case("fengxue", ("将归档全部指标",), asks=True),
    "旅游局两项都退": z("退回（原因接着问）", before=(("chenjing", "2 上半年没有发生重大旅游质量安全事故"),)),
    "加个审核员 孙悦 市质量强市办 13800003333": Case("fengxue", ("孙悦（审核员）13800003333",), asks=True),
    "乐至县没人报，让潘慧代报一下乐至的": Case("duhao", ("本来就由市质监局潘慧报",)),
    "李强下个月去党校学习，让钱伟替他审两个月": z("从哪天到哪天", never=("7天",)),
}

_INSTEAD: Final[Mapping[str, Case]] = {
    "取消 以后农业局指县农发局": Case("zhouning", ("前面那份不办了", "记住了"), _NOTICE, arranges=("alias",)),
    "算了 先看看还有谁没报": Case("zhouning", ("前面那份不办了", "未报20项"), _NOTICE, never=("还等您回答",)),
    "取消，领导还没签字": Case("zhouning", ("不办了，没有改动",), _NOTICE, never=("没看懂",)),
    "水利局还没有联络员 加上 周涛 13800002222": Case(
        "qinfang", ("新增1",), _MARKED, never=("理由：",), asks=True
    ),
    "催一下公安局": Case("qinfang", ("将提醒1人",), _MARKED, never=("理由：",), asks=True),
    "哪几家还没交": Case("qinfang", ("涉及12家",), _MARKED, never=("理由：",)),
    "通知下发得晚，缺两份台账": Case("qinfang", ("理由：通知下发得晚",), _MARKED, asks=True),
    "环保局 断面0个未达标": Case("fengxue", ("断面数：0",), never=("空气质量改善目标：否",), asks=True),
    "环保局 水和空气 空气达标 水1个断面未达标": Case("fengxue", (), never=("空气质量改善目标：否",)),
    "算了 先给我看看旅游局报的啥": Case("zhouning", ("前面那份不办了", "县旅游局"), _NOTICE),
    "城建局那边要抓紧": Case("zhouning", ("将提醒1人",), never=("旅游局",), asks=True),
    "提醒城建局每周报一次吗": Case("suntao", (), never=("已设",)),
    "城建局新来的赵新绑定码过期了 再给他发一个": Case("zhouning", ("赵新的绑定码：",)),
    "提醒改到9点": Case("zhouning", ("没有改动", "每人每天至多一次"), never=("已经过了",)),
    "早上好 今天有什么要处理的吗": Case("duhao", ("没有待办的事项",)),
    "东陈南通名牌报了没": Case("yaoqin", ("东陈：未报",), never=("评分标准",)),
    "白蒲罗莹说体系认证报少了一个，应该是5": Case("yaoqin", ("代白蒲填报1项", " 5"), asks=True),
}
_BEHIND: Final[tuple[Said, ...]] = (("zhouning", "催办"), ("zhouning", "报得怎么样啊那个"))
_UNSEEN: Final[Mapping[str, Case]] = {
    # a yes behind a list does nothing that the list has covered up; it is shown once more first
    "是": Case("zhouning", ("还没有办", "将提醒5人", "再回一次“是”"), _BEHIND, never=("已发给",)),
    "是的": Case("zhouning", ("已发给5人",), (*_BEHIND, ("zhouning", "是"))),
    "登记否决 华容区某企业造假，据省局通报": Case("xieyun", ("将登记华容区否决事件", "待认定"), asks=True),
    "旅游局第10项延到7月3号，规划要等局长办公会": Case(
        "zhouning", ("将单独给县旅游局 ①",), never=("2项延期",), asks=True
    ),
    "旅游局第9项延到7月3号，规划没好": Case("zhouning", ("哪一项",), never=("2项延期",), asks=True),
    "取消": Case(
        "duhao",
        ("现在没有等您回答的问题",),
        (("duhao", "安岳县10月份有个建筑工地塌了死了2个人，要记一下"), ("duhao", "没报")),
        never=("已撤回",),
    ),
    "有单位造假怎么办": Case("xieyun", ("原文未规定", "没有登记")),
}

DRAFTS_TYPED: Final[Mapping[str, Case]] = {
    **_OFF,
    **_BESIDE,
    **_NOTICES,
    **_ASKED,
    **_SEVERAL,
    **_INSTEAD,
    **_UNSEEN,
}
