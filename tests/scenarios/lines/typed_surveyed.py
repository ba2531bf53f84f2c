"""What the office enters and mends in a few words: a survey's figures, an event's particulars, another line than asked."""

from collections.abc import Mapping
from typing import Final, Unpack

from tests.scenarios.lines.case import Case, More, Said

MARKED: Final[tuple[Said, ...]] = (("duhao", "雁江区4.1给3.5分，规划没印发"), ("duhao", "是"))
FELL: Final[tuple[Said, ...]] = (("duhao", "安岳县10月份有个建筑工地塌了死了2个人，要记一下"),)
PLACED: Final[tuple[Said, ...]] = (("zhouning", "第2项 方案下发了，铁县质发〔2015〕6号"),)
SEEN: Final[tuple[Said, ...]] = (("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区94"),)


def _ziyang(*facts: str, before: tuple[Said, ...] = (), **more: Unpack[More]) -> Case:
    return Case("duhao", facts, before, **more)


SURVEYED_TYPED: Mapping[str, Case] = {
    "三个县社会满意度 雁江81.2 安岳79 乐至84": _ziyang(
        "8.1", "雁江区·81.2%", "安岳县·79%", "乐至县·84%", never=("目标",), asks=True
    ),
    "主要服务业顾客满意度 雁江区 81.2": _ziyang("3.1", "81.2%，得5/5分", never=("已收",), asks=True),
    "满意度 雁江81.2": _ziyang("是哪一项的", "1 3.1", "2 8.1", asks=True),
    "3.1目标80": _ziyang("目标80%", arranges=("target",)),
    "社会公众满意度 81.2": _ziyang("哪个单位", then=("雁江的", "取消")),
    "社会公众满意度 雁江81.2吗": _ziyang(never=("将评",)),
    "考核组打分了 4.1 雁江3.5 安岳4 乐至3": _ziyang(
        "4.1", "雁江区·核定3.5/4分", "乐至县·核定3/4分", asks=True
    ),
    "雁江呢 刚才那个3.5评上了吗": _ziyang("4.1", "雁江区：核定3.5/4分", before=MARKED),
    "4.1打了多少分": _ziyang("核定3.5/4分", "安岳县：还没有评", before=MARKED),
    "22.1 86.2 22.2 81.5": Case("fengxue", ("86.2，得2/2分", "81.5，得2/2分"), asks=True),
    "生产性服务业顾客满意度86.2 这个是我们办自己报的": Case("fengxue", ("将评22.1",), asks=True),
    "10月18号乐阳镇安置房工地，死2人伤1人，住建局已经报了市安监局": _ziyang("第1号", "的补充", before=FELL),
    "第1号那个事再补一句，省台12月6号晚上播的": _ziyang("第1号", "的补充", before=FELL),
    "雁江区也有一起，工地塌了死1人": _ziyang("第2号", before=FELL, kinds=("incident",)),
    "时间是10月15号 伤的都出院了": _ziyang("第1号", "的补充", before=FELL),
    "死了几个人啊": _ziyang(never=("已登记",)),
    "安岳县10月18日乐阳镇安置房工地坍塌，死亡2人，登记": _ziyang("已登记", "安岳县", kinds=("incident",)),
    "安岳那个塌方的事怎么撤了，重新登": _ziyang(
        "是您", "1 重新登记", before=(*FELL, ("duhao", "登记撤了")), asks=True
    ),
    "第2项 县质量工作奖励制度建了": Case("zhouning", ("哪一项的情况", "1 ①", "2 ②"), asks=True),
    "第1项 县质量工作奖励制度建了": Case("zhouning", ("1 ①建立县质量工作奖励制度：有奖励制度",), asks=True),
    "不是这个 是建立县质量工作奖励制度那项": Case(
        "zhouning", ("①建立县质量工作奖励制度是哪一种", "6号"), PLACED, asks=True
    ),
    "不是②，是奖励制度那项": Case("zhouning", ("①建立县质量工作奖励制度是哪一种",), PLACED, asks=True),
    "1.1为什么扣分": Case("xieyun", ("看哪一家的依据",), SEEN, then=("华容区",)),
    "1.1为什么扣了2分": Case("xieyun", ("华容区", "8/10"), SEEN),
    "鄂城区19项里头哪几项没交": Case("xieyun", ("鄂城区还差19项", "4.1")),
    "典型案例现在有哪几家报了？": Case("qinfang", ("公安局：识别到典型案例0个",)),
    "典型案例要写几个啊": Case("qinfang", ("没有点名",)),
    "农业农村局的宋莉交了哪些材料，我看看齐不齐": Case("qinfang", ("10项里", "没有材料")),
    "本周一共收到多少份材料": Case("qinfang", ("还没有收到材料",)),
    "教育体育局来电话，说10.2他们今年没受表彰，不用报了吧？": Case("qinfang", ("10.2", "也请它报一次")),
    "九华江苏名牌的证书交了没": Case("yaoqin", ("1 江苏名牌", "九华还没有交过材料")),
    "让九华补一下江苏名牌的证书": Case("yaoqin", (), never=("还没有交过材料",)),
    "许娜那个专利数有没有佐证材料": Case("fengxue", ("18 ", "还没有交过材料")),
    "今天哪几个镇有动静": Case("yaoqin", ("今天1人报了1项", "九华"), (("gaofei", "1 2"),)),
    "各镇里面体系认证没完成的有哪些": Case("yaoqin", ("12 ", "未报14家")),
    "今年加分项市里有报的吗": Case("fengxue", ("没有人报",)),
    "雁江区现在得多少分 能评几级": _ziyang("雁江区", "按分数为"),
    "雁江 等级": _ziyang("雁江区", "按分数为"),
    "分数和等次算出来给叶市长看一下": _ziyang("叶青", "按分数为", never=("时限",), asks=True),
    "九华江苏名牌目标2 体系认证目标4 对不对": Case("yaoqin", ("九华2", "九华4")),
    "丁堰 新增标准1 九华 先进方法1": Case("yaoqin", ("1 丁堰 新增标准1", "2 九华 先进方法1"), asks=True),
    "今年两个服务业满意度出来了，生产性86.2，生活性81.5，帮我录进去": Case(
        "fengxue", ("22.1 ", "86.2，得2/2分", "81.5，得2/2分"), never=("录进去",), asks=True
    ),
    "她5.1那项自评给自己打了多少分呢": Case(
        "qinfang", ("5.1",), (("songli", "5.1 有材料"),), never=("还没有评",)
    ),
    "公安局8.3报了没有": Case("qinfang", ("未报",), never=("还没有评",)),
    "让他们周五前报": Case(
        "zhouning",
        ("将提醒4人", "周五前报"),
        (("wangmin", "2 100"), ("zhouning", "还有哪几家一项都没报")),
        never=("王敏",),
        asks=True,
    ),
    "到今天为止半年的报了多少": Case("zhouning", ("半年节点", "未报"), never=("上报的有",)),
    "安监局高军打电话 6月11日滨河路工地脚手架倒了伤3个人 先登上": Case(
        "zhouning", ("疑似事件",), kinds=("incident",), then=("高军说轻伤2个重伤1个 没有死亡 补进去",)
    ),
    "登记疑似事件 县安监局 6月11日滨河路工地脚手架倒塌 伤3人": Case(
        "zhouning", ("疑似事件",), kinds=("incident",)
    ),
    "6月11日工地脚手架倒了伤3个人的事登记了吗": Case("zhouning", (), never=("已登记为",)),
    "刘洋问第13项晚两天行不行 让他延到7月2号": Case(
        "zhouning", ("制定重点产品监督抽查方案", "7月2日"), asks=True
    ),
    "我们局自己的还差哪些没有报": Case("zhouning", ("还差7项",), never=("县城建局",)),
    "把三个区总分发给林市长": Case("xieyun", ("将发给1人", "林峰"), never=("不改时限",), asks=True),
    "胡杰是不是把合格率报上来了呀，三个区分别是多少": Case("xieyun", ("1.1", "鄂城区95.2%"), SEEN),
    "九华报了几样了": Case("yaoqin", ("九华：已报",), never=("已绑定",)),
    "还有几个镇一项没报 催催": Case("yaoqin", ("将提醒", "白蒲"), asks=True),
    "还有几个镇一项没报": Case("yaoqin", ("一项都没报的",)),
    "白蒲的体系认证是不是报多了 他目标才几家": Case("yaoqin", ("12 ", "白蒲4")),
    "4.1 4.2现在哪些评了": _ziyang("雁江区：核定3.5/4分", "4.2", before=MARKED),
    "雁江4.1 3.5 规划没印发 安岳4.1 4 材料齐": _ziyang("雁江区·核定3.5/4分", "安岳县·核定4/4分", asks=True),
    "公众满意度8.1统计局报过来了 雁江区82 安岳县79 乐至县80.5": Case(
        "duhao", ("将评8.1", "雁江区·82%", "乐至县·80.5%"), never=("3.1",)
    ),
}
