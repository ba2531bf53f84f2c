"""What leaders ask on about a list, one item, one paper, points and what was urged; and what must not be taken so."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said
from tests.scenarios.lines.typed_leaders import REPORTED, sun

_OWING: Final[tuple[Said, ...]] = (*REPORTED, ("suntao", "谁没交"))
_TWO: Final[tuple[Said, ...]] = (*REPORTED, ("suntao", "城建局和旅游局"))
_DISTRICTS: Final[tuple[Said, ...]] = (("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区96"),)
_TOWN: Final[tuple[Said, ...]] = (("gaofei", "1 2"),)

LEADING_TYPED: Mapping[str, Case] = {
    "就催前两家": sun("提醒1人", "刘洋", "催不到的1家", never=("王敏",), before=_OWING, asks=True),
    "除了第一家都催": sun("提醒4人", "王敏", never=("刘洋",), before=_OWING, asks=True),
    "后面那三家也催一下": sun("提醒2人", "何平", "高军", never=("王敏",), before=_OWING, asks=True),
    "第二家缺哪几项": sun("质量强县工作领导小组办公室·半年", "T02-H1", before=_OWING),
    "前三名是谁": sun("1 县旅游局 4/8", before=_OWING),
    "催一下他们两家": sun("提醒2人", "王敏", "陈静", never=("刘洋", "转达"), before=_TWO, asks=True),
    "他俩谁多": sun("县旅游局靠前", never=("市场监督管理局",), before=_TWO),
    "催一下城建局、旅游局": sun("提醒2人", "王敏", "陈静", never=("转达",), asks=True),
    "催一下城建局和旅游局，让他们明天交": sun("转达2人", "内容：明天交", never=("【转达】",), asks=True),
    "城建局和旅游局让他们局长来开会": sun("转达2人", "李刚", "陈静", asks=True),
    "城建局和旅游局都报齐了吗": sun("县城建局·半年", "县旅游局·半年", never=("转达",)),
    "刚催过了吗": sun("没有发送", "没有提醒、催办记录", never=("回“是”",)),
    "催了没": sun("没有发送", "王敏 催办", before=(*REPORTED, ("suntao", "催 城建局"), ("suntao", "是"))),
    "催一下没报的": sun("提醒5人", asks=True),
    "月底前哪些项悬": sun("眼下的风险", "缺18项"),
    "食品药品那块有没有啥风险": sun("“食品药品”相关3项", never=("县城建局",)),
    "不用天天发 周五下午发一次就行": sun("已设：每周五15:00"),
    "2014年咱们在哪儿丢的分": sun("2014年的结果没有导入", never=("没有丢分",)),
    "市长质量奖今年要培育几家": sun("2家市长质量奖企业"),
    "旅游局那4分怎么来的": sun("县旅游局暂得4/8分", "原文：完成任务并有证明材料得4分", "T20-H1"),
    "有没有报上来还没审的": sun("还没审的2件", "待审：T17-H1", never=("未报18项",)),
    "全部交齐能有多少分": sun("推算区间8—80分"),
    "群众满意度占多少分": Case("yeqing", ("8.1", "原文未规定分值")),
    "公安局那边材料弄得怎么样了": Case(
        "shiyu", ("交了1件", "没有材料：11.2", "自评报告：没有登记已交"), (("wanpeng", "材料 1 打假案例"),)
    ),
    "自评报告还有几家没给": Case("shiyu", ("登记已交0家，没交13家", "教育体育局"), never=("没看懂",)),
    "江苏名牌哪些镇还没动静": Case(
        "tangbo", ("没报6家", "搬经", "另7家没有"), _TOWN, never=("没报：九华", "东陈")
    ),
    "白蒲跟丁堰比哪个强": Case("tangbo", ("现在并列",)),
    "三个区哪个最差": Case("linfeng", ("最低的是华容区，8分",), _DISTRICTS, never=("市住建委",)),
    "制造业那个目标是多少": Case("linfeng", ("目标95",), _DISTRICTS, never=("95.2",)),
    "安全生产那块现在谁在管": sun("县安监局（联络员 高军）"),
    "这周报上来多少": sun("6月22日到6月24日上报的有2家", "T17-H1"),
    "谁今天报了": sun("6月24日上报的有2家"),
    "这周谁没报": sun("未报18项", never=("上报的有",)),
    "分值最高还没报的前三项": sun("1 T01-H1", "10分", "另有15项"),
    "那几项最要紧": sun("县城建局还没报的2项", never=("T01-H1",), before=(*REPORTED, ("suntao", "城建局"))),
    "最大的那项分是哪个 报了没": sun("10分，1项", "未报"),
    "最大的问题是什么": sun("眼下的风险"),
    "前三季度要考些啥": sun("前三季度节点考17项", "县城建局 3项"),
    "问问刘洋啥时候能交": sun("转达市场监督管理局 刘洋", "什么时候能交", never=("时限：",), asks=True),
    "问一下城建局多少分": sun("县城建局·半年", never=("转达",)),
    "给李刚发个信息 让他周五前把执法检查方案交上来": sun(
        "【转达】孙涛（副县长）：周五前把执法检查方案交上来（即6月26日）", asks=True
    ),
    "把这个情况发给王局长看看": sun("没有发送", "只有领导、质强办能看"),
    "下次什么时候给我推送": sun("每周一", never=("时限",)),
    "改成每月一号发行不行": sun("按月的还定不了，没有改动"),
    "把他们排个序 从差到好": sun("责任单位排名", before=_OWING),
    "这几家一共差几项": sun("合计缺18项", before=_OWING),
    "跟王敏说 月底前一定报完": Case("ligang", ("王敏吗（会留痕）：“月底前一定报完”",), asks=True),
    "住建局的3个案例写了没": Case("shiyu", ("典型案例0个（要求3个，差3个）",)),
    "国抽合格率哪些镇报了": Case("tangbo", ("14家有任务，已报0家",), _TOWN),
    "昨天交了几项": sun("6月23日没有单位报数"),
    "第三家是谁负责的": sun("县城建局·半年", "分管领导：李刚", never=("T01-H1",), before=_OWING),
    "食药这一块谁管 联系谁": sun("“食药”相关3项", "市场监督管理局 联络员：刘洋"),
    "那覆盖率是他们自己报的还是你们核过的": sun("县城建局6月24日报，待审", never=("原文未规定",)),
    "有没有被退回的": sun("没有被退回"),
    "为什么县政府没有名次": sun("没有牵头填报的项", "不单独排名"),
    "这个月的信息报了吗 帮我查下": sun("6月“质量年”建设活动信息", "没交1家"),
    "每天都发吧 截止前这几天": sun("每个工作日", never=("时限",)),
    "改回每周一": sun("已设：每周一", before=(*REPORTED, ("suntao", "每天发我"))),
    "17号之前弄得完吗": Case("shiyu", ("还差68项", "还剩3个工作日")),
    "上面催我们了吗": Case(
        "ligang", ("王敏 催办",), (*REPORTED, ("suntao", "催 城建局"), ("suntao", "是")), never=("requeue",)
    ),
    "催王敏了没": Case("ligang", ("没有",), REPORTED, never=("回“是”",)),
}
