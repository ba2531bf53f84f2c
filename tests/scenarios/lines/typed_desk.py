"""What the office wants at its desk in any words: files, people looked up, several orders in one line."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

Z = "zhouning"
REPORTED: Final[tuple[Said, ...]] = (("caiming", "安岳县 98.7%"),)

FILES: Final[Mapping[str, Case]] = {
    "导出未报清单excel": Case("fengxue", ("计分表", "筛“未报”", "未报70项")),
    "要一份催办名单的word": Case("qinfang", ("计分表", "筛“未报”"), never=("将提醒",)),
    "各镇完成情况给我导一份表": Case("yaoqin", ("正在做全部单位的计分表",)),
    "排名表发我邮箱": Case("xieyun", ("计分表", "邮箱发不了")),
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
DESK_TYPED: Final[Mapping[str, Case]] = {**FILES, **WHO_IS}
