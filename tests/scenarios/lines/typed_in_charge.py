"""What reviewers and leaders order in words of their own: awards, decisions taken back, days away, who is told what."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.casts import Person
from tests.scenarios.lines.case import Case, Said

_PLAN: Final[tuple[Said, ...]] = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "材料 1 建发〔2015〕8号"),
    ("wangmin", "2 100"),
)
_PASSED: Final[tuple[Said, ...]] = (*_PLAN, ("liqiang", "待审"), ("liqiang", "1通过"))
_AWARD: Final[tuple[Said, ...]] = (
    ("wulin", "B 质量工作创新在全市推广的项数 1"),
    ("wulin", "1"),
    ("hetao", "待审"),
)
_MARKED: Final[tuple[Said, ...]] = (*_PLAN, ("liqiang", "待审"), ("liqiang", "评 1 2 缺过程记录"))
_CHANGED: Final[tuple[Said, ...]] = (("wangmin", "2 99.5"), ("wangmin", "2 100"), ("liqiang", "待审"))
_THREE: Final[tuple[Said, ...]] = (*_PLAN, ("wangmin", "3 有证明材料"), ("liqiang", "待审"))
_COLLAPSED: Final[tuple[Said, ...]] = (("wangmin", "6月18号有个工地模板塌了 没伤人 算不算"),)
_HEADS: Final = (Person("wanggang", "王刚", "县城建局", "supervisor", title="局长"),)

REVIEWERS_IN_CHARGE: Mapping[str, Case] = {
    # awards are read by the parts of their labels that stand in no other's, each with its own number
    "加分再补两条：全国推广 1项，国家知名品牌示范区 1个": Case(
        "hetao", ("加分合计3.5分", "全国推广的项数：1项×2分", "示范区"), _AWARD, kinds=("bonus",)
    ),
    "加两个鲁班奖 一个詹天佑": Case(
        "hetao", ("鲁班奖数：2项×0.5分", "詹天佑奖数：1项×1分"), _AWARD, kinds=("bonus",)
    ),
    "加分里再算上全省推广1分还有江苏省质量奖0.5": Case(
        "hetao", ("加分合计2分", "全省推广", "江苏省质量奖数：1项×0.5分"), _AWARD, kinds=("bonus",)
    ),
    "如果拿了詹天佑奖加1分": Case("hetao", ("还没有记录",), _AWARD),
    "詹天佑奖的证书没附": Case("hetao", ("还没有处理",), _AWARD),
    "国家科技进步奖拿了一个，詹天佑奖一个 加上": Case("hetao", ("还没有记录",), _AWARD),
    # what was decided a moment ago is taken back, whatever is said around it
    "我点快了，①还没看完呢，退回到待审": Case("liqiang", ("已撤销：制定方案", "回到待审"), _PASSED),
    "①退回待审区吧 看走眼了": Case("liqiang", ("已撤销：制定方案",), _PASSED),
    "刚才批的不作数，我再核核": Case("liqiang", ("已撤销：制定方案",), _PASSED),
    "不对不对 刚才审错了": Case("liqiang", ("已撤销：制定方案",), _PASSED),
    "头一件先别通过 我再看看": Case("liqiang", ("先不动",), (*_PLAN, ("liqiang", "待审"))),
    "第一个先别通过 我再看看": Case("liqiang", ("已撤销：制定方案",), _PASSED, never=("先不动，还在待审里",)),
    "第二个先别通过 我再看看": Case("liqiang", ("②先不动，还在待审里",), _PASSED),
    "城建局数报错了 退回": Case("liqiang", ("②退回",), _PASSED),
    # what was cut, and how far the reports are from what was given
    "核减了分的有哪些啊": Case("liqiang", ("暂得4→核定2",), _MARKED),
    "帮我看看差距最大的是哪几个，他们填的和咱给的": Case("liqiang", ("暂得4→核定2",), _MARKED),
    "他们报的跟通报差0.5": Case("liqiang", (), _MARKED, never=("核定2",)),
    "哪几项审核砍得多": Case("liqiang", ("暂得4→核定2",), _MARKED),
    "自己报的跟我们核下来的差几分": Case("liqiang", ("暂得4→核定2",), _MARKED),
    "暂得跟核定比比": Case("liqiang", ("暂得4→核定2",), _MARKED),
    "水分大的有哪些": Case("liqiang", ("暂得4→核定2",), _MARKED),
    "这个数水分太大，退": Case("liqiang", ("水分太大",), _THREE[:-1], never=("核定2",)),
    # pictures without words are told of where they are asked for, and are a reason where they are not
    "交通局的照片有没有没写字的": Case("liqiang", ("没有缺说明的图片",), _THREE),
    "把照片没标注的列出来": Case("liqiang", ("没有缺说明的图片",), _THREE),
    "1号的图没写说明": Case("liqiang", ("图没写说明", "退回"), _THREE),
    # the story of an item
    "②的修改记录给我调出来看看": Case("liqiang", ("上报 99.5%", "更正 100%"), _CHANGED),
    "王敏是不是改过数": Case("liqiang", ("上报 99.5%", "更正 100%"), _CHANGED),
    "城建局的有人动过没": Case("liqiang", ("上报 99.5%", "更正 100%"), _CHANGED),
    "谁改过评分标准": Case("liqiang", (), _CHANGED, never=("99.5%",)),
    # what has passed is proposed to be unlocked, and never taken for an accident
    "城建局那个锁死了 他们改不了 帮着解一下": Case(
        "liqiang", ("已登记解锁申请", "T16-H1"), _PASSED, kinds=("unlock",)
    ),
    "王敏说第一条还要补东西 可现在锁着呢": Case("liqiang", ("已登记解锁申请",), _PASSED, kinds=("unlock",)),
    "第2项解锁是啥意思": Case("liqiang", ("没有登记",), _PASSED),
    # whom one steps back from
    "我以前就是城建局的，这件换别人审吧": Case(
        "liqiang", ("已登记回避", "县城建局"), _PASSED, kinds=("recusal",)
    ),
    "避个嫌 1和2别让我审": Case("liqiang", ("1 回避县城建局", "没有登记"), _PASSED),
    "我老家单位的 这个让别人审中不中": Case("liqiang", ("1 回避县城建局", "没有登记"), _PASSED),
    # when evidence is complete
    "全和不全咋掌握啊": Case("liqiang", ("“不全”", "原文未规定", "口径"), _PASSED),
    "执法检查这项 光有方案没有检查记录 算全吗": Case("liqiang", ("证明材料不全", "原文未规定"), _PASSED),
    "1材料不全 退": Case("liqiang", ("①退回“材料不全”",), (*_PLAN, ("liqiang", "待审"))),
    # places as they are typed, and reasons without what only sends back
    "一和二过 三打回去 没盖章": Case("liqiang", ("①②通过，③退回“没盖章”",), _THREE),
    "12过3退 没章": Case("liqiang", ("①", "②", "③", "退回“没章”", "回“是”"), _THREE),
    "1过 2过 3退给他 让他把章盖了再来": Case("liqiang", ("③退回“让他把章盖了再来”",), _THREE),
    "第一条通过 第二条通过 第三条麻烦退一下因为没有盖章": Case("liqiang", ("③退回“没有盖章”",), _THREE),
    # events that were on the air, and praise that was
    "华容区假酒的事被焦点访谈播了，你们知道吗": Case("dengkai", ("疑似否决事件",), kinds=("veto",)),
    "听说华容区出了个食品安全的事 中央台都报了 算不算否决": Case("dengkai", ("1 登记", "2 只看条文")),
    "市电视台报道了华容区质量月活动 食品企业出了个先进": Case("dengkai", (), never=("已登记",)),
    "华容区有没有被媒体曝光的": Case("dengkai", (), never=("已登记",)),
    "还剩多少没审 审完的有多少": Case("liqiang", ("您已审1件", "还有1件待审"), _PASSED),
    # from when until when
    "29号到3号我去省里培训，审核的活让钱伟顶一下": Case(
        "liqiang", ("钱伟，6月29日–7月3日",), kinds=("substitute",)
    ),
    "从明天起到月底我出差，让老钱替我": Case("liqiang", ("钱伟，6月25日–6月30日",), kinds=("substitute",)),
    "下个星期出趟门 让钱伟先盯着审核这块": Case("liqiang", ("钱伟，6月29日–7月3日",), kinds=("substitute",)),
    "我明儿个得上医院 审核的事叫小钱替我弄一下中不": Case(
        "liqiang", ("钱伟，6月25日",), kinds=("substitute",)
    ),
}

LEADERS_IN_CHARGE: Mapping[str, Case] = {
    "请转告城建局王局长，材料务必于明日报送": Case(
        "suntao", ("县城建局 王刚（局长）", "材料务必于明日报送"), people=_HEADS
    ),
    "给城建局老王捎个话 后天上午之前报上来": Case("suntao", ("王刚（局长）", "6月26日"), people=_HEADS),
    "通知城建局的小王 明天交": Case("suntao", ("王敏（联络员）", "明天交"), people=_HEADS),
    "跟旅游局也说一声 抓紧": Case("suntao", ("陈静", "：抓紧"), never=("也说",)),
    "你替我催一下王局长": Case("suntao", ("转达县城建局 王刚",), never=("提醒5人",), people=_HEADS),
    "王局长那里你去说一下 25号交不上来我找他谈话": Case(
        "suntao", ("王刚（局长）", "：25号交不上来我找他谈话"), people=_HEADS
    ),
    "叫城建那边快点 明儿个必须给我交上来": Case("suntao", ("李刚", "王刚", "回序号"), people=_HEADS),
    "跟王局长说过了吗": Case("suntao", ("已转达",), never=("将以您的名义",), people=_HEADS),
    # of one bureau, of all towns, of one item of all towns
    "旅游那边咋样": Case("suntao", ("县旅游局·半年",)),
    "住建那边情况": Case("suntao", ("住建局", "没有叫这个的单位"), never=("暂得",)),
    "乡镇完成情况看一下": Case("tangbo", ("14家×13项",)),
    "各镇 江苏名牌申报 完成了几个": Case(
        "tangbo", ("1 江苏名牌申报数", "九华 2"), (("gaofei", "1 2"),), never=("×13项",)
    ),
    "王局那边你帮我敲打一下": Case("suntao", ("转达县城建局 王刚",), never=("提醒5人",), people=_HEADS),
    "你去提醒李刚副局长 别拖到最后": Case("suntao", ("李刚", "：别拖到最后")),
    "催一下王敏": Case("suntao", ("提醒1人", "王敏：")),
    "那个啥你帮我催催王局 就说我说的 明天之前得交齐": Case(
        "suntao", ("转达县城建局 王刚",), never=("提醒5人",), people=_HEADS
    ),
    "我的异议": Case("xuna", ("没有登记过异议",)),
    "那个我还有哪些没交的": Case("wangmin", ("②", "③"), (("wangmin", "1 有方案并有证明材料"),)),
    "12项的投诉处理 以后叫旅游局来报": Case("zhouning", ("改由县旅游局报",)),
    "叫旅游局明天来报": Case("zhouning", ("请明天来报",)),
    "半年的往后推推 推到7月3日吧": Case("zhouning", ("7月3日", "原因"), never=("原因：半年",)),
    # asking after an event registers none; one that is told is registered
    "城建局那个工地塌了的事查清没有": Case("suntao", ("第1号 县城建局·疑似事件", "待核实"), _COLLAPSED),
    "旅游局那个事故核实了没": Case("suntao", ("县旅游局没有登记过",), _COLLAPSED),
    "昨天工地塌了 还没查清": Case("suntao", ("已登记为“疑似事件",), kinds=("incident",)),
    "3号那条考的啥": Case("suntao", ("第3项",)),
    "明天上会要用，整一页材料给我": Case("suntao", ("一、总体",)),
    "每周一早上八点给我发一次": Case("suntao", ("08:00不在办公时间里",)),
}
