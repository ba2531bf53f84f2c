"""What the office has done in sentences of its own: objects, days and reasons in any order."""

from collections.abc import Mapping
from typing import Final, Unpack

from tests.scenarios.lines.case import Case, More, Said

W: Final[tuple[Said, ...]] = (("wangmin", "覆盖率100%"),)
PASSED: Final[tuple[Said, ...]] = (*W, ("liqiang", "待审"), ("liqiang", "看 1"), ("liqiang", "通过"))
NOTICE: Final[tuple[Said, ...]] = (("zhouning", "通知各单位：本周五上午把半年材料交到312室"),)
GRANTED: Final[tuple[Said, ...]] = (("zhouning", "城建局② 延到7月3日 原因材料在审"),)


def z(*facts: str, before: tuple[Said, ...] = (), **more: Unpack[More]) -> Case:
    return Case("zhouning", facts, before, **more)


TOLD: Final[Mapping[str, Case]] = {
    "给还没交的挨个发个提醒，就说17号下班前必须交": z("将提醒5人", "附一句：17号下班前必须交"),
    "没报的单位发个通知说周五前必须报完": z("将提醒5人", "附一句：周五前必须报完"),
    "除了城建局 其他没报的都催": z("将提醒4人", never=("王敏",)),
    "安监局农发局旅游局 这仨催下": z("将提醒3人"),
    "就给审核员发 今天下班前把待审清掉": z("将发给2人", "李强", "钱伟", "今天下班前把待审清掉"),
    "给城建局和旅游局各发一条：明天上午开会，9点": z("将发给2人", "【通知】明天上午开会，9点"),
    "城建局说数填错了 想改": z(never=("将发给",)),
    "通知三个区 年底前把自评报告送到质兴办": Case(
        "xieyun", ("郭岚", "年底前把自评报告送到质兴办", "华容区、梁子湖区在名册里没有联络员")
    ),
    "只催公安局和交通局 别的别动": Case("qinfang", ("将提醒2人",)),
    "领导也发一份": z("将发给7人", before=NOTICE),
    "不是312 是321室": z("交到321室", before=NOTICE),
    "别提312室了 就说交到质强办": z("【通知】本周五上午把半年材料交到质强办", before=NOTICE),
    "电话打过了，农发局说下午报，今天就别再催他们了": z("县农发局何平在6月25日08:30前不发自动提醒"),
    "各县区现在几分": Case("duhao", ("被考核单位排名", "雁江区")),
    "公安局材料打包发我": Case("qinfang", ("公安局的材料包",)),
    "公安局的材料齐了没": Case("qinfang", ("有材料的0项", "8.3")),
    "明天9点302开会，叫城建旅游农发三家来": z("将发给3人", "何平", "【通知】明天9点302开会"),
    "别群发了 就发给王敏一个": z("将发给1人（县城建局王敏）", before=NOTICE),
    "地点改成会议中心二楼": z("交到会议中心二楼", before=NOTICE),
    "何平生病住院 这周别发他": z("县农发局何平在6月29日08:30前"),
    "国庆期间还催吗": z("不发", never=("将提醒",)),
    "请各联络员注意：材料统一用A4，周五交我": z("将发给5人", "【通知】材料统一用A4，周五交我"),
    "改一下 周三上午": z("【通知】周三上午把半年材料交到312室", before=NOTICE),
    "上次发的通知谁没看": z("平台不告诉对方看没看"),
}
"""Whom the words mean, and what is said to them."""

GRANTS: Final[Mapping[str, Case]] = {
    "区里说数据元旦后才出来 截止改成1月8号吧": Case(
        "xieyun", ("→2014年1月8日", "原因：区里说数据元旦后才出来")
    ),
    "半年报截止改1月8号": Case("xieyun", ("没有“半年”节点", "→2014年1月8日")),
    "所有镇延到12月30号，理由：统计口径调整": Case("yaoqin", ("→2018年12月30日", "统计口径调整")),
    "九华的2号项延到12月30 等认证": Case("yaoqin", ("九华 ②", "12月30日", "等认证")),
    "安岳县晚几天 到1月5号": Case("duhao", ("要写原因", "1月5日")),
    "农业农村局5.1 5.2两项给到19号 领导出差": Case(
        "qinfang", ("2项延期", "1月19日", "领导出差"), never=("5月1日",)
    ),
    "白蒲 东陈 两个镇到12月31 别的不变": Case("yaoqin", ("白蒲", "12月31日"), never=("全部指标",)),
    "全县统一延期一周 县里开两会": z("→2015年7月7日", "县里开两会"),
    "陈静说15号前弄不完，让她缓到7月6日": z("县旅游局的哪一项"),
    "城建局第2个延两天": z("要写原因", "7月2日"),
    "农药那个方案给农发局宽限到下月5号": z("县农发局", "7月5日"),
    "城建局想缓两天，到7月2号，他们在搞主体验收": z("县城建局的哪一项"),
    "多给一天": z("→7月4日18:00", before=GRANTED),
    "①": z("回“是”办理", before=GRANTED, never=("奖励制度",)),
    "城建局的延期作废": z("将取消延期", "T17-H1", before=(*GRANTED, ("zhouning", "是"))),
}
"""More time, for whom and why."""

PEOPLE: Final[Mapping[str, Case]] = {
    "县农发局何平调走了，换成张丽，手机13900005678": z("停用县农发局 何平", "张丽接", "13900005678"),
    "安监局新的联系人叫马超 号码13900002202 高军退二线了": z("停用县安监局 高军", "马超接"),
    "商业局派了个人 叫赵倩 13900002205 当联络员": z("县商业局 赵倩", "新增1"),
    "高军号码换成13900002203": z("高军的手机现在是13900002203", never=("绑定码",)),
    "李刚升局长了 职务改下": z("李刚的职务现在是局长"),
    "我下个月休产假 这摊子交给钱伟": z("钱伟由审核员改为质强办"),
    "刘洋借调走了 市监局这摊给李娜": z("停用", "转李娜", never=("质强办，",)),
    "李刚调县委办了": z("将停用县城建局 李刚"),
    "赵新绑不上 说输错太多次了": z("锁30分钟", never=("停用",)),
    "王敏改名叫王明敏 身份证上的": z("名字改为王明敏"),
}
"""Who goes, who comes, and how somebody is reached."""

OTHERS: Final[Mapping[str, Case]] = {
    "旅游局不会弄手机 我替他们报吧 旅游市场安全监测完成任务但没有证明材料": Case(
        "zhouning",
        ("代县旅游局", "无证明材料"),
        then=("1",),
        stored={"T20-H1": {"level": "no_evidence"}},
        asks=True,
    ),
    "质量信用2A按3个算，九华": Case("yaoqin", ("代九华填报", "3")),
    "城建局覆盖率报错了，给他们打开重报": z("将解锁T17-H1", "覆盖率报错了", before=PASSED),
    "覆盖率退回 缺盖章页": z("将解锁T17-H1", "缺盖章页", before=PASSED),
    "专利拥有量目标多少件": Case("fengxue", ("万人发明专利拥有量12件",)),
    "九华体系认证目标是几家": Case("yaoqin", ("九华4",)),
    "“监督率”就认作②": z("请写编号", never=("哪一种",)),
    "覆盖率报上来没": z("100%", "T17-H1", before=W),
    "那个热搜的事核实了 不属实": z(
        "将办结第1号", before=(("zhouning", "县旅游局有起游客投诉上了热搜 记一下"),)
    ),
    "给市交通局加分 詹天佑奖一个": Case("fengxue", ("詹天佑", "1项×1分")),
    "农产品目标调到97.2 市农委同意了": Case("xieyun", ("1.3", "→97.2%", "回“是”办理")),
    "明天早上会催谁": z("会发5条"),
    "昨天都提醒哪些人了": z("提醒、催办记录"),
}
"""Reports put in for others, what was accepted and is opened again, targets, everyday questions."""

ERRANDS_TYPED: Final[Mapping[str, Case]] = {**TOLD, **GRANTS, **PEOPLE, **OTHERS}
