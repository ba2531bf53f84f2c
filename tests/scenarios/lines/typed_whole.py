"""What contacts ask of the assessment as a whole: its text, its total, shared work, where results stand, what is printed."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import COVERED, wang

_COVERED: Final = (("wangmin", "2 100"),)

WHOLE_TYPED: Mapping[str, Case] = {
    "能不能把细则原文发我一份": wang("详情 序号", "周宁", never=("没有现成答案",)),
    "第一项原文发我": wang("有方案并有证明材料得4分", never=("整份",)),
    "三个节点的分是加一起还是取最后一个": wang(
        "原文未规定", "默认取各项最后一个印出的节点", never=("item_mean",)
    ),
    "总分怎么算的": Case("panhui", ("总分这样算", "质量目标40分")),
    "完成率怎么算出来的": Case("luoying", ("报上来的数÷您单位的目标数",)),
    "我报了啥": Case("gaofei", ("目标0.3", "达到目标"), (("gaofei", "9 0.2"),), never=("还差0.1",)),
    "公示在哪看": Case("xuna", ("原文未规定", "通知您")),
    # work that several units share, or that others do
    "有几项是跟别的单位一起负责的": Case("liuyang", ("有2项", "县公安局", "县旅游局"), never=("不能看",)),
    "我们比别的局高还是低": Case("liuyang", ("不能看其他单位",)),
    "哪些项是市里帮我们报的": Case("guolan", ("1.1", "由市质监局报"), never=("19",)),
    # which lines, and what they come to
    "食品药品那几项加起来几分": Case("liuyang", ("这2项满分合计8分", "③4分", "⑤4分")),
    "你好，请问我局负责的指标有哪些？": Case("chenjing", ("共2项",)),
    "刚收到提醒 说我还差两项 哪两项": wang("①", "③", "还差2项", before=_COVERED, never=("原文未规定",)),
    "那就是2分是吧": wang(
        "证明材料不全得2分", before=(("wangmin", "第一项材料不全给几分"),), never=("投诉率",)
    ),
    "大检查查出来的隐患没整改完算完成吗": Case("gaojun", ("原文未规定", "未完成得0分", "回1")),
    # papers and cases, and what the document says of something that is no item
    "附件3的模板有吗": Case("songli", ("自评报告（附件3模板）", "空白模板"), never=("没有入库",)),
    "材料要扫描成一个pdf还是分开": Case("songli", ("纸质版和电子版（扫描件）",), never=("各项这样发",)),
    "案例能写去年的吗": Case("wanpeng", ("3个典型案例", "没有另写")),
    "案例是3个还是5个": Case("wanpeng", ("3个典型案例",), never=("没有另写",)),
    "现场核查会来我们局吗": Case("jiangtao", ("对抽查到的地市进行现场核查打分", "回1")),
    "我要看鄂城区的历史数据": Case("hujie", ("去年的数和得分这里没有",), never=("直接改分",)),
    "我负责的两项别的局有没有参与": Case("chenjing", ("只列了您单位", "相关成员单位")),
    "等相关成员单位是指哪些单位": Case("chenjing", ("没有列出是哪些", "原文未规定")),
    "农药这项是不是只有我们报": Case("heping", ("由县农发局报",), never=("原文未规定",)),
    "市质监局给我们区报的合格率是多少": Case("guolan", ("不能看",), never=("⑭",)),
    # what was got, what was not, and what is not full
    "咱们局这次考核总共有多少分，现在拿到手多少": wang("满分合计12分", "暂得4/12分", before=_COVERED),
    "已经报了的里面有没有不满分的": Case(
        "liuyang", ("没得满分的1项", "①"), (("liuyang", "1 证明材料不全"),), never=("满分合计",)
    ),
    "没有完成但是有材料算几分": Case("chenjing", ("问的是哪一项",), never=("暂得",)),
    "1到3项的评分标准发我": Case("liuyang", ("③", "领导机制和考核制度不全得2分")),
    "三个区的平均值是多少": Case("tangli", ("平均97",), (("tangli", "鄂城区96 华容区97 梁子湖区98"),)),
    "93.5和94.2是不是一个档": Case("hujie", ("8/10分", "9/10分")),
    "豇豆韭菜药残要报数还是交材料": Case("songli", ("⑥6.3", "回“是”或“否”")),
    "除了数还要交啥": wang("材料", "①", "③"),
    "今天几号 还来得及不": wang("今天6月24日", "还剩4个工作日", never=("没有现成答案",)),
    "截止日期是谁定的": Case("xuna", ("12月29日", "质强办定的")),
    "能让我们科长也收到提醒吗": wang("名册上的联络员", "1 把您这句话转给质强办"),
    "省质量信用2A企业 指的是累计还是新增": Case("gaofei", ("是“累计”还是“新增”",)),
    # what was lost, what is vetoed, what waits, who helps
    "我们局一共丢了几分": Case("liuyang", ("共丢5分", "①"), (("liuyang", "1 证明材料不全"),)),
    "被通报了算不算否决": Case("panhui", ("区域性、系统性质量安全事件",), never=("①",)),
    "年终的事故数要等12月才能报吧": Case("gaojun", ("T11-Y", "现在不用报"), never=("延期",)),
    "年终的等12月报": Case("gaojun", ("没有记录任何数据",)),
    "不会弄 谁能教一下": Case("heping", ("报数", "周宁"), never=("没有现成答案",)),
    "质量奖那项是县政府报还是我们": Case("liuyang", ("T03", "是您单位报"), never=("细则里都没有写",)),
    "第9项几个材料": Case("liuyang", ("⑨T14-H1", "要的材料")),
    "③到⑤现在啥情况": Case("songli", ("③5.1", "④5.2", "⑤5.3")),
    "如果鄂城区95.2改成94.8会掉几分": Case("hujie", ("94.8%：9/10分",), (("hujie", "鄂城区95.2"),)),
    "哪几项没有目标不用报": Case("gaofei", ("市以上质量奖申报数", "其余12项")),
    # what was reported is right, what comes after it, what is not known yet
    "有空帮我看看我报的对不对": wang("报过1项", "100%", before=_COVERED),
    "材料交了审核的会给我打几分": wang("以核定为准", "暂得"),
    "国家局要求的和你们这个细则不一样听谁的": Case("liuyang", ("以质强办的周宁明确的为准", "回1")),
    "我报完了 是不是就没事了": Case(
        "gaojun", ("会告诉您", "后面的节点还有1项"), (("gaojun", "1 有方案并有证明材料"),)
    ),
    "你把清单再发我一遍 刚删了": Case("heping", ("共1项", "①"), never=("撤回",)),
    "材料清单发我": Case("songli", ("材料",), never=("还差10项",)),
    "我们局还有要审别人的活吗": Case("hujie", ("只填报", "联络员")),
    "区里要报的跟市局报的重复吗": Case("guolan", ("1.1", "由市质监局报")),
    "大中型公路项目我们区没有 那条算几分": Case("guolan", ("⑭", "没有大中型")),
    "今年的权重跟去年一样吗": Case("caiming", ("去年的数和得分这里没有",)),
    "现在交了几项的材料": Case("songli", ("已交0件",), never=("已报0项",)),
    "统计局还没公布人口 先报个估算的行不": Case("xuna", ("估的数不要报",), never=("可以，有几个",)),
    # a figure that is low by so much, the points of lines, own districts, days off
    "94算低多少": Case("hujie", ("94%：9/10分",), never=("没有第94项",)),
    "我们有没有0.2分的项": Case("luming", ("0.2分的有1项", "㉛")),
    "11.9件算12件吗": Case("xuna", ("11.9：1.5/2分",)),
    "鄂城区和华容区哪个高": Case(
        "tangli", ("96%", "97%"), (("tangli", "鄂城区96 华容区97"),), never=("不能看",)
    ),
    "周末截止的话顺延吗": Case("jiangtao", ("原文未规定", "1月17日18:00")),
    "质强办办公室在哪": Case("heping", ("质强办的周宁", "回1")),
    "能告诉我审核员电话吗": wang("个人电话聊天里不发", "周宁"),
    "③满分的话要哪几样东西": Case("liuyang", ("要报到“有领导机制和考核制度”",)),
    "报完以后怎么知道过没过审": wang("会告诉您"),
    "我们局这次有几项要报数 几项要交材料": wang("要填数的有1项", "不填数"),
    "单位自评分和你给的分有啥区别": Case("songli", ("只作对照", "以核定为准")),
    "我们镇报得算快的吗": Case("gaofei", ("没法替您比",)),
    "名牌申报是申报就算还是要批下来": Case("gaofei", ("原文写的是“申报”",)),
    "下个月还有考核吗": Case("wanpeng", ("不分节点",)),
    # an item whose name speaks of appeals is reported, not contested
    "投诉申诉案件完成了 有证明材料": Case(
        "liuyang", ("1 ⑦处理12315", "完成任务并有证明材料"), never=("已登记异议",)
    ),
    # what is said twice, or says of what the figures are, is no material and is not lectured on
    "新开工的工程我们都监督了 全覆盖的": wang("1 ②", "100%", asks=True, stored=COVERED, then=("1",)),
    "新开工的建筑工程我们全都监督到了，覆盖率是100%": wang(
        asks=True, stored=COVERED, then=("1",), never=("文字材料",)
    ),
    "新开工的建筑工程我们全都监督到了，覆盖率是98%": wang("全都监督到了”这一项不收", asks=True),
    "质量监督覆盖率 100% 上半年的": wang(asks=True, stored=COVERED, then=("1",), never=("不收",)),
    "质量监督覆盖率 100% 一季度的": wang("“一季度的”这一项不收", asks=True),
    "三个区制造业产品合格率出来了，梁子湖96，华容93.5，鄂城95.2": Case(
        "hujie",
        ("96%（梁子湖区） 已收", "93.5%（华容区） 已收", "95.2%（鄂城区） 已收"),
        never=("没读进去",),
        stored={
            f"1.1|{district}": {"actual_percent": value}
            for district, value in (("梁子湖区", "96"), ("华容区", "93.5"), ("鄂城区", "95.2"))
        },
    ),
    "各项合格率如下：制造业95.2 食品药品92": Case("hujie", ("是哪个单位的", "市食品药品监管局报"), asks=True),
    # which of the list, how to go about it, what is not there yet
    "看看我这边还有哪几项没报": wang("②", "③", "还差2项", before=(("wangmin", "1 有方案并有证明材料"),)),
    "请问我该怎么往里报数？有没有操作说明": wang("可以这样用"),
    "45号文和46号文都发你了，看放哪项底下": Case("songli", ("没有收到图片或文件本身", "归哪一项由您定")),
    "您好，我是刚来的小赵，接李姐的联络员，需要办啥手续": wang("1 登记人员交接", "手机"),
    "[图片] 执法检查现场拍的": wang("“执法检查现场拍的”"),
    "那个数跟上次一样": wang("如“2 数值”"),
}
