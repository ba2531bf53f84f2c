"""What contacts type of their plainest matters: how to begin, what is theirs, what is left, and their figures."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import ALMOST, COVERED, city, wang

_HOW = ("可以这样用", "①报数")
_LEFT = ("还差2项", "②新开工", "③采取措施")
_FIRST = (("wangmin", "1 有方案并有证明材料"),)
_NO_LAST_TIME = ("没有入库", "这次还没有报过", "不能照抄")
_ALL_DISTRICTS = {"鄂城区": "95.2", "华容区": "93.5", "梁子湖区": "96"}


def _left(fact: str = "还差2项", never: str = "①制定方案，强化工程质量执法检查 4分") -> Case:
    return wang(fact, *_LEFT, before=_FIRST, never=(never,))


PLAINLY_TYPED: Mapping[str, Case] = {
    # how to begin
    "请问操作步骤能发我一份吗": wang(*_HOW),
    "要报个数该发啥给你": wang(*_HOW),
    "格式有要求吗？该怎么个发法": wang(*_HOW),
    "嗯那个我刚接手 不晓得从哪块开始弄": wang(*_HOW),
    "照片怎么传 数怎么填 都跟我说说": wang(*_HOW),
    "材料什么格式": wang("原文未规定"),
    # whose lines
    "看看我名下": wang("共3项，还差3项"),
    "俺单位头上有几条": wang("共3项，还差3项"),
    "把我们城建局要报的东西拉个单子": wang("共3项，还差3项"),
    "领导问我咱们局这次考核摊上哪些活": wang("共3项，还差3项"),
    "咱局考核占几分": wang("满分合计12分"),
    # what is left beside what is named
    "剩下的是哪些": _left(),
    "除了方案我还缺啥": _left(),
    "方案交了，其他的还要补什么": _left(),
    "方案报完了，接下来还要弄啥": _left(),
    "没弄完的有哪些 顺便问下几号截止": _left("最早的6月30日18:00截止"),
    "方案交了还要交什么材料": wang("要的材料", before=_FIRST),
    # as last time
    "还按上回那个数报": wang(*_NO_LAST_TIME),
    "没变还那样": wang(*_NO_LAST_TIME),
    "和上个季度报的相同": wang(*_NO_LAST_TIME),
    "覆盖率跟前次一个样": wang("②新开工", *_NO_LAST_TIME, never=("①",)),
    # figures in unusual dress, and with a pause in them
    "二 100%": wang("100%", stored=COVERED),
    "覆盖率.100": wang("没有入库", "请直接发"),
    "覆盖率.98": wang("没有入库", asks=True),
    "95%q": wang("没看懂"),
    "2-100%": wang("100%", stored=COVERED),
    "2.100%": wang("100%", stored=COVERED),
    "2.95%": wang(asks=True),
    "2-10%": wang("没有入库"),
    "喂，帮我报个数啊，覆盖率是百分之九十九点五": wang("99.5%", stored=ALMOST, never=("没有哪一项要",)),
    "覆盖率没有空白": wang(asks=True, then=("1",), stored=COVERED),
    "哎我说一下覆盖率哈 是那个百分之九十九 点五": wang("99.5%", stored=ALMOST),
    "覆盖率一个不落": wang(asks=True, then=("1",), stored=COVERED),
    "我们新开工的工地个个都办了质量监督": wang(asks=True, then=("1",), stored=COVERED),
    "覆盖率：没有漏的，都监督了": wang(asks=True, then=("1",), stored=COVERED),
    "制造业产品质量合格率：鄂城区95.2%；华容区93.5%；梁子湖区96%": city(stored=_ALL_DISTRICTS),
    "鄂城95.2，华容93.5，梁子湖96，制造业合格率": city(stored=_ALL_DISTRICTS, never=("请直接发",)),
    "1 95.2 2 93.5 3 96": city(asks=True, then=("1",), stored=_ALL_DISTRICTS),
    # what is still to come beside a figure
    "覆盖率百分之九十九点五，别的还没有": wang("到时候直接发", stored=ALMOST),
    "第一项方案在做，晚两天": wang("“晚两天”：知道了", never=("T16-H1",)),
    "我那个自评报告刚才传上去了吗": Case("songli", ("还没有登记已交",)),
    "自评报告发了三遍都失败": Case("songli", ("最大50MB",)),
    # 百分之 behind its figure belongs to it
    "复盖率啊九十九点二 百分之": wang("99.2%", stored={"T17-H1": {"coverage_percent": "99.2"}}),
    "九十九点五 百分之的覆盖率": wang("99.5%", stored=ALMOST),
    "覆盖率占百分之多少": wang(stored={}),
    # all are covered, said twice; not all are
    "覆盖率 都覆盖了 没有漏的": wang("都覆盖了", asks=True, then=("1",), stored=COVERED),
    "覆盖率 没有都覆盖": wang("没有入库", "请直接发", never=("100%。",)),
    "覆盖率 都覆盖了 漏了一个": wang("没有入库", "请直接发", never=("：100%",)),
    "覆盖率 全覆盖 除了一个小工地": wang("没有入库", never=("：100%",)),
    # lines of which the document names no papers lack material too
    "那个 帮我看看哈 还缺些啥材料": wang("还缺材料的3项", "①", "②新开工", "③采取措施", before=_FIRST),
    # what fell, with a day or a place, and is asked about: registered; not what is only supposed, nor a line that broke
    "跟你说个事 上周有个工地塔吊倒了 人没事 这要扣分不": wang("疑似事件，待核实", kinds=("incident",)),
    "要是塔吊倒了人没事 要扣分不": wang(never=("已登记",)),
    "上周网断了没报上 要扣分不": wang("原文未规定", never=("已登记",)),
    # a picture that is going to be sent
    "发张现场照片给你": wang("好，直接发", "①②③", "加一句说明"),
    "给你发几张执法检查的照片": wang("好，直接发"),
    "照片发你了": wang("没有收到图片", never=("好，",)),
    "把照片发给我看看": wang(never=("好，直接发",)),
    "[文件] 质量工作自评报告.doc（98MB） 收到没": Case("songli", ("98MB", "没有存成功")),
    "[文件] 质量工作自评报告.doc 收到没": Case("songli", ("没有存成功",), never=("超过",)),
    # reminders that are too many; not one's own
    "一天到晚催催催 能不能少发点": wang("抱歉打扰", never=("不能催办",)),
    "我催一下领导再报": wang(never=("抱歉打扰",)),
    # whose duty it is comes first
    "这项咋派给我们了 应该旅游局报吧": Case("liuyang", ("1 登记责任认领异议", "照您的原话"), asks=True),
    "派给我们的这项怎么报": Case("liuyang", (), never=("责任认领异议",)),
    # figures that count papers are nobody's value
    "平农〔2021〕45号、46号 这两个红头文件一块儿交": Case(
        "songli", ("收到2个文号", "分别归哪项"), never=("发生重大农产品质量事故：2",)
    ),
    "这两个文件一块交": Case("songli", ("没有收到图片或文件本身",)),
    "45号、46号 两个红头一块儿交": Case("songli", ("没有收到", "文号也可以打字报")),
    "2 3个文件": Case("songli", ("没有收到",)),
    "四张照片 一起": Case("songli", ("没有收到",)),
    "2 两个": Case("songli", ("②发生重大农产品质量事故：2",), stored={"2.3": {"event_count": 2}}),
    "事故两起 两份材料一起交": Case(
        "songli",
        ("1 ②发生重大农产品质量事故：2",),
        then=("1",),
        stored={"2.3": {"event_count": 2}},
        asks=True,
    ),
    "这两个红头都是关于事故的 一起交": Case("songli", (), never=("发生重大农产品质量事故：2",)),
    # a place written out before its figure; every pair of an own assessment; a bureau by the name of its people
    "二 百分之百": Case("wangmin", ("②", "100%"), stored={"T17-H1": {"coverage_percent": "100"}}),
    "二，全覆盖": Case("wangmin", ("1 ②", "：100%"), never=("：2%",)),
    "我们自己打分：1打4分，2打4分，3打2分": Case("wangmin", ("①4、②4、③2", "合计10/12分")),
    "公安他们考了几分啊": Case("wangmin", ("不能看其他单位",), never=("暂得",)),
    "别老给我发提醒了行不行": Case("wangmin", ("抱歉打扰", "只提醒截止前一天")),
    "第12项不该我们报吧 旅游局的活": Case("liuyang", ("“第12项不该我们报吧", "1 登记责任认领异议：⑦")),
}
