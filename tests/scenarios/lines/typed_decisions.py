"""What reviewers decide about what does not wait for them, about several that are named together, and in part."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_RATES: Final[tuple[Said, ...]] = (("hujie", "鄂城区96.2，华容区95.8，梁子湖区94.1"), ("dengkai", "待审"))
_COVER: Final[tuple[Said, ...]] = (("wangmin", "2 98.6"),)
_BOTH: Final[tuple[Said, ...]] = (*_COVER, ("chenjing", "2 上半年没有发生重大旅游质量安全事故"))
_LISTED: Final[tuple[Said, ...]] = (*_BOTH, ("liqiang", "待审"))
_COUNTIES: Final[tuple[Said, ...]] = (("panhui", "雁江96.1 安岳95.3 乐至94"), ("weidan", "待审"))
_TOWN: Final[tuple[Said, ...]] = (("gaofei", "国抽96 省抽97.2 市抽95"), ("peijun", "待审"))
_TWO_TOWNS: Final[tuple[Said, ...]] = (("gaofei", "国抽96 省抽97.2"), ("luoying", "1 2"))
_FARMS: Final[tuple[Said, ...]] = (
    ("caiming", "雁江区98 安岳县97.2 乐至县96"),
    ("panhui", "雁江96.1 安岳95.3 乐至94"),
)
_PLAN: Final[tuple[Said, ...]] = (("heping", "农药质量市场抽查方案已印发，农发〔2015〕12号"), ("heping", "1"))
_EVENT: Final[tuple[Said, ...]] = (("luming", "⑤没有发生"), ("baixue", "待审"))

DECISIONS_TYPED: Mapping[str, Case] = {
    "农发局的方案通过": Case(
        "liqiang", ("T15-H1", "还没有上报", "没有处理"), (*_COVER, ("liqiang", "待审")), ("①", "回“是”")
    ),
    "农发局、城建局的过": Case(
        "liqiang", ("T15-H1", "还没有上报", "①县城建局"), (*_COVER, ("liqiang", "待审"))
    ),
    "城建局覆盖率通过": Case(
        "liqiang", ("已由李强6月24日10:02通过",), (*_LISTED, ("liqiang", "1通过")), ("回“是”",)
    ),
    "1.2鄂城区通过": Case(
        "dengkai", ("不由您单位考核", "请质强办审"), (("tangli", "鄂城97.1 华容96.5 梁子湖96"),), ("回“是”",)
    ),
    "公安局这个写得太简单，退回去补充佐证材料": Case("baixue", ("8.3", "还没有上报"), _EVENT, ("①",)),
    "鲁明报的④通过，⑤等特设科核实了再说": Case(
        "baixue", ("2.1", "还没有上报", "①先不动"), _EVENT, ("已处理", "回“是”")
    ),
    "⑤通过，④退回 没材料": Case("baixue", ("①市场监督管理局", "④不在清单里"), _EVENT, asks=True),
    "雁江、安岳的过，乐至的我再看看": Case("weidan", ("③②通过", "①先不动"), _COUNTIES),
    "先过雁江": Case("weidan", ("③通过",), _COUNTIES),
    "鄂城、华容通过，梁子湖区退回，请核实94.1": Case("dengkai", ("③①通过，②退回“请核实94.1”",), _RATES),
    "华容的先过，鄂城、梁子湖的等省局数据": Case("dengkai", ("①通过", "③②先不动"), _RATES),
    "跟市统计局的数对不上，退回": Case(
        "dengkai", ("①退回“跟市统计局的数对不上”",), (*_RATES, ("dengkai", "看1"))
    ),
    "九华的 6通过 7通过 8退回没盖章": Case(
        "peijun", ("①九华", "②九华", "③九华", "：退回“没盖章”"), _TOWN, ("⑥",)
    ),
    "6、7、8都通过": Case("peijun", ("①九华", "②九华", "③九华"), _TOWN, asks=True),
    "安监局报上来没有，报上来我就批了": Case("liqiang", ("报了0项",), _COVER, ("1通过",)),
    "都通过": Case("liqiang", ("将通过2件", "每件都有要留意的"), _LISTED, asks=True),
    "旅游局的撤回来，城建局的不动": Case(
        "liqiang", ("已撤销：加强旅游",), (*_LISTED, ("liqiang", "1 2 通过")), ("新开工",)
    ),
    "食药局报的三个都通过": Case(
        "dengkai", ("不由您单位考核", "请质强办审"), (("tangli", "鄂城97.1 华容96.5 梁子湖96"),)
    ),
}

INQUIRIES_TYPED: Mapping[str, Case] = {
    "旅游局说没事故，有证明材料吗": Case("liqiang", ("T20-H1", "证明材料0件"), _BOTH),
    "这项怎么打分": Case("qianwei", ("现在没有待审的件",)),
    "梁子湖区94.1不达标能得几分": Case("dengkai", ("暂得9/10分", "目标95"), _RATES[:1]),
    "梁子湖94.1扣1分合理吗": Case("dengkai", ("暂得9/10分", "扣1分，得9分"), _RATES),
    "三个区哪个最低": Case("dengkai", ("1 鄂城区 96.2%", "3 梁子湖区 94.1%", "差2.1"), _RATES),
    "胡杰报的这几个数有检测报告吗": Case("dengkai", ("3件里3件没有证明材料", "梁子湖区"), _RATES),
    "唐莉报的我能审吗": Case(
        "dengkai", ("1.2", "不由您单位考核"), (("tangli", "鄂城97.1 华容96.5 梁子湖96"),)
    ),
    "九华国抽96有依据吗": Case("peijun", ("九华·6", "证明材料0件"), _TOWN, ("未报",)),
    "潘慧报的有没有改过": Case(
        "weidan", ("（乐至县）", "上报 工业品质量抽查合格率：94%", "（雁江区）"), _COUNTIES
    ),
    "还没交的有哪些单位": Case("qianwei", ("还没报的23项", "市场监督管理局 9项"), _COVER),
    "审完了": Case("liqiang", ("还没审完", "待审2件"), _BOTH),
    "城建局覆盖率是多少来着，谁报的": Case("liqiang", ("王敏 上报 98.6%",), _COVER),
}
_TWO: Final[tuple[Said, ...]] = (("gaofei", "国抽96 省抽97.2 市抽95"), ("luoying", "国抽91 市抽88"))

LEADERS_ON_FIGURES: Mapping[str, Case] = {
    "合格率都达标了吧": Case(
        "linfeng", ("目标95", "达到2家：鄂城区96.2%", "没达到1家：梁子湖区94.1%"), _RATES[:1]
    ),
    "制造业合格率哪个区没到95": Case("linfeng", ("没达到1家：梁子湖区94.1%",), _RATES[:1]),
    "白蒲国抽比九华差多少": Case("tangbo", ("1 九华 96%", "2 白蒲 91%", "差5"), _TWO),
    "农药抽查搞了没有": Case("suntao", ("制定农药质量市场抽查方案：未报（县农发局）",)),
    "重大事故有没有发生过": Case("shiyu", ("2.2", "报0起", "2.1", "还没报"), _EVENT[:1]),
    "鄂城区一项都没报？": Case("linfeng", ("鄂城区：暂得10/100分", "鄂城区19项"), _RATES[:1]),
    "白蒲怎么一项都没报？联系人是谁": Case("tangbo", ("已报0/11项", "联络员：罗莹")),
    "今年能得多少分，能进A档吗": Case("shiyu", ("推算区间", "没有印等次")),
    "让市质监局把乐至的再核一下": Case(
        "yeqing", ("转达市质监局 潘慧", "把乐至的再核一下"), _COUNTIES[:1], asks=True
    ),
}
SUPERVISORS_TYPED: Mapping[str, Case] = {
    "我替王敏报吧，覆盖率99": Case("ligang", ("不能上报", "没有存", "王敏"), never=("暂得",)),
    "提醒王敏今天下班前全报上来": Case("ligang", ("不能催办", "没有发送", "还差①、②、③")),
    "98.6能得几分？不到100是不是一分没有": Case("ligang", ("暂得0/4分", "低于100%得0分", "王敏"), _COVER),
    "审核通过了没": Case("ligang", ("98.6%：待审",), _COVER),
    "我们局还差什么没报": Case("ligang", ("①", "③", "由本单位联络员发"), _COVER, ("直接发",)),
    "王敏干得怎么样": Case("ligang", ("已报 98.6%",), _COVER, ("不能",)),
}

DECIDED_IN_WORDS: Mapping[str, Case] = {
    "98.6这个我不认，让王敏重新核实再报": Case("liqiang", ("①退回“我不认，让王敏重新核实再报”",), _LISTED),
    "农发局方案退回，要把文件扫描件传上来，光报个文号不行": Case(
        "liqiang", ("退回“要把文件扫描件传上来，光报个文号不行”",), _PLAN, asks=True
    ),
    "退回，只有文号不行": Case("liqiang", ("退回“只有文号不行”",), _PLAN, asks=True),
    "农发那份没盖章只能退回": Case("liqiang", ("没盖章”",), _PLAN, ("只能”",), asks=True),
    "农发局条件不符合，退": Case("liqiang", ("退回“条件不符合”",), _PLAN, asks=True),
    "农发局的不要退回，我再问问": Case("liqiang", ("①先不动",), _PLAN, ("退回“",)),
    "城建局第2项光有个数不行，退回，让他附上新开工项目清单": Case(
        "qianwei", ("退回“光有个数不行，让他附上新开工项目清单”",), _COVER, asks=True
    ),
    "把城建局覆盖率退回去，说明一下为什么没到100": Case(
        "qianwei", ("①县城建局", "退回“说明一下为什么没到100”"), _BOTH, asks=True
    ),
    "通过城建局，退回旅游局（没有监测记录）": Case("liqiang", ("①通过，②退回“没有监测记录”",), _LISTED),
    "鄂城和华容都没问题，梁子湖存疑": Case(
        "dengkai", ("①市质监局·华容区", "梁子湖区·制造业产品质量合格率：先不动"), _RATES
    ),
    "安岳、乐至退回 数字重填，雁江通过": Case(
        "weidan", ("③通过", "②退回“数字重填”", "①退回“数字重填”"), _COUNTIES
    ),
    "旅游局这条先不处理": Case("liqiang", ("②先不动",), _LISTED),
    "通过了又想退怎么办": Case("liqiang", ("撤销", "解锁"), (*_LISTED, ("liqiang", "1通过"))),
    "规划那个文件我看了，可以，4分": Case(
        "liqiang", ("①县旅游局", "：通过"), (("chenjing", "1 完成任务并有证明材料"),), asks=True
    ),
    "规划那个文件一般，3分，没有标准": Case(
        "liqiang", ("没有3分", "2 给2分"), (("chenjing", "1 完成任务并有证明材料"),)
    ),
    "安岳97.2跟省上通报的96.8不一样，先不过，让蔡明核一下": Case(
        "weidan",
        ("市农业局·安岳县", "1 请补“安岳97.2跟省上通报的96.8不一样，让蔡明核一下”", "2 退回“"),
        _FARMS,
        ("乐至", "雁江"),
        then=("1",),
        kinds=("material",),
    ),
    "雁江98跟省上通报的不一样，先不过，让蔡明核一下": Case(
        "weidan", ("市农业局·雁江区",), _FARMS, ("乐至", "安岳"), then=("2",)
    ),
    "华容93.8鄂城96.2我都核过了，梁子湖的94.1等省局数": Case(
        "dengkai",
        (
            "①市质监局·华容区·制造业产品质量合格率：通过",
            "③市质监局·鄂城区",
            "梁子湖区·制造业产品质量合格率：先不动",
        ),
        (("hujie", "鄂城区96.2，华容区93.8，梁子湖区94.1"),),
    ),
    "王敏那个监督覆盖率连台账都没附，这样不能算数": Case(
        "liqiang", ("①县城建局", "1 退回“王敏那个监督覆盖率连台账都没附，这样不能算数”", "2 请补“"), _COVER
    ),
    "城建局98.6凭什么，有没有台账，让王敏交一份": Case(
        "liqiang", ("证明材料0件", "1 请补“城建局98.6凭什么，有没有台账，交一份”", "2 退回“"), _COVER
    ),
    "白蒲的先压一压，别的过": Case(
        "peijun",
        ("③白蒲·江苏名牌申报数：先不动", "①九华", "②九华"),
        _TWO_TOWNS,
        ("③白蒲·江苏名牌申报数：通过",),
    ),
    "高飞的两个都行，罗莹的名牌材料没附": Case(
        "peijun", ("1 退回“罗莹的名牌材料没附”", "2 请补“罗莹的名牌材料没附”", "同时①九华"), _TWO_TOWNS
    ),
    "9到13项怎么都没报": Case("peijun", (), _TOWN[:1], ("没有记录。", "给的是哪个单位")),
}
ASKED_TOGETHER: Mapping[str, Case] = {
    "目前进展怎么样，有什么风险": Case(
        "suntao", ("暂得0/80分", "眼下的风险", "失分：T17-H1丢4分", "退回还没改的"), _COVER
    ),
    "还剩几天，来得及吗": Case("suntao", ("还剩4个工作日", "还有19项没报"), _COVER),
    "梁子湖怎么扣分了": Case("linfeng", ("目标95", "扣1分", "0.9"), _RATES[:1]),
    "谁申请延期了呀": Case("suntao", ("近30天没有人申请延期",)),
    "让周宁盯紧点，周五之前我要看到全部报齐": Case(
        "suntao", ("转达", "周宁", "盯紧点，周五之前我要看到全部报齐"), asks=True
    ),
    "月底报不完的要通报，你跟他们讲": Case("suntao", ("提醒5人", "附一句：月底报不完的要通报")),
    "王敏报的98.6？不是100吗，让她核对一下": Case(
        "ligang", ("暂得0/4分", "带给联络员王敏", "不是100吗，让她核对一下"), _COVER, ("您不能催办",)
    ),
    "离截止还有几天，还差多少项": Case("suntao", ("还剩4个工作日", "未报19项"), _COVER),
    "让城建局和旅游局周五前报齐": Case(
        "suntao", ("转达2人", "县城建局 李刚、县旅游局 陈静", "内容：周五前报齐"), asks=True
    ),
    "梁子湖离目标差多少": Case("linfeng", ("目标95", "94.1%（差0.9）"), _RATES[:1]),
    "城建局98.6是谁报的 啥时候": Case("suntao", ("县城建局6月24日报",), _COVER),
    "九华国抽省抽市抽都达标了？": Case("tangbo", ("九华96%", "九华97.2%", "九华95%"), _TOWN[:1]),
}
