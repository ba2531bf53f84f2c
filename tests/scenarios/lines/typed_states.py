"""How far things are, in plain words, and what happened or did not: what contacts type instead of the printed options."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said, Stored
from tests.scenarios.lines.typed_contacts import level

_FORM: tuple[Said, ...] = (("guolan", "4.2 情况如下"),)
_POINTS = ("c1", "c2", "c3")
_LATER = "全年无质量安全事故"


def _tap(who: str, *facts: str, stored: Stored | None = None, before: tuple[Said, ...] = ()) -> Case:
    """One question whose first tap stores just that."""
    return Case(who, facts, before, stored=stored, then=("1",), asks=True)


def _coordination(meant: str) -> Stored:
    return {"4.2|鄂城区": {name: said == "1" for name, said in zip(_POINTS, meant, strict=True)}}


STATES_TYPED: Mapping[str, Case] = {
    "1.规划和标准都有了，材料也全 2.没出过事故，监测台账齐全": _tap(
        "chenjing",
        "0",
        stored={"T10-H1": level("full"), "T20-H1": {"level": "full", "major_accident_count": 0}},
    ),
    "执法检查做了，其他没做": _tap(
        "wangmin", "①", "③", stored={"T16-H1": level("full"), "T18-H1": level("none")}
    ),
    "规划已经报县政府了，等批": Case("chenjing", ("不算完成", "1 ①"), asks=True),
    "抽查合格率还没出来": Case("panhui", ("没有记录任何数据",), never=("是哪一项",)),
    "投诉件都按时处理完了，台账都有": Case("chenjing", ("由市场监督管理局报",)),
    "方案去年有，今年还没做": Case("heping", (), never=("是不是下面这个意思", "已收")),
    # the points of a line
    "15.3 除了领跑者都有": _tap(
        "luming", "领跑者", stored={"15.3": {f"focus_{at}": at != 2 for at in range(1, 7)}}
    ),
    "14除了经费保障其他都是": Case("wulin", ("型式评价经费：否",), never=("8条都是",), asks=True),
    # the answer to the form
    "都不是": _tap("guolan", "3条都否", stored=_coordination("000"), before=_FORM),
    "前两个是，第三个否": _tap("guolan", stored=_coordination("110"), before=_FORM),
    "第一第二是 第三不是": _tap("guolan", stored=_coordination("110"), before=_FORM),
    "做了两条": Case("guolan", ("哪几条是",), _FORM, asks=True),
    # counts
    "我们镇啥都没申报": _tap(
        "gaofei",
        stored={
            "1|九华": {"jiangsu_brand_applications": 0},
            "2|九华": {"nantong_brand_applications": 0},
            "4|九华": {"quality_pacesetter_applications": 0},
            "5|九华": {"credit_aa_aaa_applications": 0},
        },
    ),
    # what happened or did not
    "上半年安全事故0起": Case("gaojun", (_LATER, "T11-Y 0"), never=("旅游局",)),
    "6月20号有人举报超市卖过期奶粉 正在查 这要报吗": Case(
        "liuyang", ("先不计分", "待核实"), kinds=("incident",)
    ),
    "特种设备事故没有，产品质量事件也没有": Case("luming", ("已收", "④"), stored={"2.2": {"event_count": 0}}),
    "今天累死了 方案还没弄": Case("liuyang", (), never=("登记",)),
    # nothing happened: whose line that is, for who has none; no level of one's own
    **{
        said: Case(
            "wangmin", (f"{_LATER}（年终）”由县安监局报", "还缺①②③", "②"), never=("是不是", "请回序号")
        )
        for said in (
            "安全事故上半年一起都没出",
            "报一下，这个季度我们系统0事故",
            "没得事故，平安无事",
            "全年无质量安全事故这项我们填无",
            "建筑工地这边 二季度没出安全事顾 都好着呢",
        )
    },
    "旅游这边没有事故": Case("wangmin", ("县旅游局报",)),
    "工程质量事故没有": Case("songli", ("由住房和城乡建设局报",)),
    "没发生质量安全事故": Case("hujie", ("没有哪一项要报这个",)),
    "辖区内没有出过事故": _tap("songli", "②", stored={"2.3": {"event_count": 0}}),
    "今年出过事故没有": Case("wangmin", (), never=("未完成", "县安监局报")),
    "事故调查处理没有做": Case(
        "wangmin", ("未完成",), stored={"T16-H1": level("none")}, never=("县安监局报",)
    ),
    "没啥可报的": Case("wangmin", ("您名下没有“有无发生”的项", "还缺①②③")),
    "无事项上报": Case("wangmin", ("您名下没有“有无发生”的项",)),
    # what happened and is doubted: registered at once, as whose it is
    **{
        said: Case("wangmin", ("先不计分", "待核实"), never=("名下，",), kinds=("incident",))
        for said in (
            "昨天一个小区墙皮掉下来砸了车，这种算事故吗",
            "工地塔吊歪了一下 没伤着人 这也算啊？",
            "工地塌方了，没伤亡，咋整",
        )
    },
    "县医院那边昨天发生一起食物中毒，跟您说一声": Case(
        "wangmin", ("不记在县城建局名下，按市场监督管理局的事登记",), kinds=("incident",)
    ),
    "昨天有个工地塌了，死了1个": Case("liuyang", ("按县城建局的事登记",), kinds=("incident",)),
    "6月18号我们工地塌了 已经报给安监局了 算不算": Case(
        "wangmin", ("待核实",), never=("名下，",), kinds=("incident",)
    ),
    "去年的方案也算吗": Case("wangmin", (), never=("已登记",)),
    "塌方隐患排查做了": Case("wangmin", (), never=("已登记",)),
    "6.18 工地 模板坍塌 无伤亡 需不需要报": Case("wangmin", ("先不计分", "待核实"), kinds=("incident",)),
    # nothing happened, beside a value, of a time, in other words
    "安全事故没有，监督覆盖率100": Case(
        "wangmin", ("②", "县安监局报"), stored={"T17-H1": {"coverage_percent": "100"}}, never=("未完成",)
    ),
    "重大事故没有，例行监测合格率98": Case(
        "songli", (), stored={"2.3": {"event_count": 0}, "1.3": {"routine_pass_rate": "98"}}
    ),
    "4-6月安全事故：0起": Case("wangmin", ("县安监局报",), never=("4-6月",)),
    "这季度工程上太平，没死人没伤人": Case("wangmin", ("县安监局报",)),
    "城建局工程质量没有问题": Case("wangmin", ("县安监局报",)),
    "木有": Case("wangmin", ("您名下没有“有无发生”的项",)),
    "没啥": Case("wangmin", ("您名下没有“有无发生”的项",)),
    "没啥。": Case("songli", (), never=("0",)),
}
