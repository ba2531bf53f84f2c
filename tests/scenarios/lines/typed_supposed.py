"""What leaders suppose and ask of an item, an event or a goal in words of their own, and what only looks like it."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said
from tests.scenarios.lines.typed_leaders import REPORTED, sun

_BUILDERS: Final[tuple[Said, ...]] = (
    *REPORTED,
    ("wangmin", "材料 1 县质发〔2015〕3号"),
    ("suntao", "城建局"),
)
_TRIED: Final = "试算（不入库）：县旅游局 T20-H1"

SUPPOSED_TYPED: Mapping[str, Case] = {
    "假如旅游局那个事故算数 得少多少分": sun(_TRIED, "减4分"),
    "把旅游局的事故算进去还剩多少": sun(_TRIED),
    "试算一下 旅游局出一起重大事故": sun(_TRIED, never=("只是查规定",)),
    "万一第20项完不成呢": sun(_TRIED),
    "要是缺的都补齐了能到多少": sun("推算区间", never=("试算哪一项",)),
    "要是城建局缺的都补齐了能到多少": sun("县城建局现暂得4分", "12/12分"),
    "要是城建局那两项都没交 总分剩多少": sun("没报的一直不报，就还是4分"),
    "雁江区的98.2能得几分": Case("yeqing", ("试算哪一项", "2 1.2 "), never=("推算区间",)),
    "食品药品合格率": Case(
        "yeqing",
        ("试算（不入库）：雁江区·", "1.2 "),
        (("yeqing", "雁江区的98.2能得几分"),),
        never=("别家",),
    ),
    "雁江能到95吗": Case("yeqing", ("推算区间", "目标95分")),
    "到12月份咱们总分能上九十嘛": sun("全年推算区间", "目标90分"),
    "冲90有没有希望": sun("全年推算区间", "目标90分"),
    "半年能到90不": sun("半年推算区间", never=("全年",)),
    "九十家企业能到吗": sun(never=("推算区间",)),
    "发生系统性质量安全事件考核咋个算": Case("yeqing", ("没有登记", "一律为 d 级")),
    "出一起区域性事件是不是就完了": Case("yeqing", ("没有登记", "一律为 d 级")),
    "昨天出了一起食品安全事件 是不是要否决": Case("yeqing", ("还没有登记", "1 登记为"), asks=True),
    "发生一起系统性质量安全事件，20人中毒": Case("yeqing", ("已登记",), kinds=("veto",)),
    "万一今年出大事 等级是不是直接最低": Case("yeqing", ("一律为“d”",), never=("试算哪一项",)),
    "想拿个a 最省力咋个整": Case("yeqing", ("a级要95分",)),
    "最差那档要咋个罚": Case("yeqing", ("得d级的，原文",)),
    "整改材料报哪儿 几时报": Case("yeqing", ("1个月内",)),
    "较上年有没有进步": sun("没有导入"),
    "嗯 那个第三项啊 它是考什么的": sun("第3项：制定并实施培育品牌"),
    "第三项咋算分": sun("T03-H1", never=("未报18项",)),
    "3是哪个": sun("第3项："),
    "第2个单位是谁": sun(never=("第2项：",)),
    "他们传的啥材料": sun("县城建局材料1件", before=_BUILDERS),
    "把方案发给各单位": sun(never=("县城建局材料",), before=_BUILDERS),
    "药品那块呢": sun("第6项", "第8项"),
    "食品这一块现在怎么样": sun("第6项", "第8项", "第9项"),
    "嗯 那个 就是那个 覆盖律 是多少": sun("100%（县城建局"),
    "简报停一停": sun("已暂停摘要推送"),
    "每个月得分情况给个图": sun("逐周累计"),
    "自评报告收上来几家了": Case("shiyu", ("登记已交0家",)),
    "各单位报送情况汇总一下": Case("shiyu", ("准备情况",)),
    "我要给城建局联络员打个电话 号码给下": sun("聊天里不发", "县城建局 王敏", never=("转达",)),
    "让城建局给我回个电话": sun("转达", never=("聊天里不发",), asks=True),
    "导出联系人电话": sun("聊天里不发"),
    "我这个角色能做些什么": sun("可以这样用"),
}
