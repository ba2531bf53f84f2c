"""Lines of several things at once, and talk that is told from a report: each part is stored, answered or refused."""

from collections.abc import Mapping
from typing import Any, Final

from tests.scenarios.lines.case import Case, Said

_NOTHING: Final = "没有记录任何数据"
_ALONE: Final = ("没看懂", "您是要", "没读进去")
_COVERED: Final = {"T17-H1": {"coverage_percent": "100"}}
_LINK: Final = "https://nyj.example.gov.cn/2021/zj.html"
_RETURNED: Final = (
    ("wangmin", "2 98.6"),
    ("liqiang", "城建局② 退回 缺监督台账"),
    ("liqiang", "是"),
)


def _said(speaker: str, *facts: str, before: tuple[Said, ...] = ()) -> Case:
    """Something that is answered and stores nothing."""
    return Case(speaker, facts, never=_ALONE, before=before)


def _stored(speaker: str, stored: Mapping[str, Mapping[str, Any]], *facts: str) -> Case:
    """A value that is stored at once beside what is answered."""
    return Case(speaker, facts, never=_ALONE, stored=stored)


def _heard_in_part(speaker: str, stored: Mapping[str, Mapping[str, Any]]) -> Case:
    """Values that are stored beside words of which it is said that they are not."""
    return Case(speaker, ("已收", "“数据来源是省局三季度抽查通报”没有哪一项要"), stored=stored)


PARTS_TYPED: Mapping[str, Case] = {
    # a value and a promise
    "鄂城区96.2，华容区还没出来，出来马上报": _stored(
        "hujie", {"1.1|鄂城区": {"actual_percent": "96.2"}}, "已收", "出来马上报”：知道了"
    ),
    "雁江区95.4%，安岳县93.8%，数据来源是省局三季度抽查通报": _heard_in_part(
        "panhui", {"1.3|雁江区": {"actual_percent": "95.4"}, "1.3|安岳县": {"actual_percent": "93.8"}}
    ),
    "2 100 辛苦了 剩下两项明天一早报": _stored("wangmin", _COVERED, "已收", "剩下两项明天一早报"),
    "我是赵新，王敏休产假了以后我来报，覆盖率100": _stored("wangmin", _COVERED, "名册不变", "1 登记人员交接"),
    "⑲事故率0.21，死亡率要等应急局给": _stored(
        "wulin", {"19.6": {"accident_rate": "0.21"}}, "死亡率要等应急局给”：知道了"
    ),
    "体系认证还差一家，目前三家": _stored(
        "gaofei", {"12|九华": {"new_certified_enterprises": 3}}, "“体系认证还差一家”：知道了"
    ),
    "规划没那么快，局里月底才上会": _said("chenjing", _NOTHING),
    # a promise that puts the value beside it in doubt, or forbids to store it
    "制造业合格率大概95左右，等省里通报": _said("luming", "没有入库", "定了"),
    "梁子湖94.1 偏低了 领导要再核一下 先别入库": _said("hujie", "没有入库", "定了"),
    "那个覆盖率先不要报 我再核一下": _said("wangmin", "没有入库", "2 数值"),
    "国抽没批次 省抽95.2": _stored(
        "gaofei",
        {"7|九华": {"provincial_pass_rate": "95.2"}},
        "1 ⑥制造业产品国家监督抽查合格率%：没有（不填）",
    ),
    # promises that look like questions or states
    "自评报告下午交": _said("jiangtao", "自评报告", "1月17日18:00截止", "没有登记已交"),
    "还有两个县的数没报上来 合格率明天给你行吗": _said("songli", "行，1月17日", _NOTHING),
    "消费投诉的数6月底才统计出来，7月2号给行不行": _said("liuyang", "超过时限", "1 申请延期"),
    "特种设备事故率市局没通报呢": _said("gaofei", "⑨", _NOTHING),
    "规划已经出台了，上周局务会通过的，文件等领导签字后补": Case(
        "chenjing", ("1 ①", "“文件等领导签字后补”：知道了"), asks=True
    ),
    "乐至还没检完": _said("caiming", "①", _NOTHING),
    "好的领导，马上安排": _said("luming", _NOTHING),
    # more time
    "半年的材料能不能拖到7月3号，盖章的人出差了": _said("wangmin", "申请延期（照您的原话", "截止时间不变"),
    # papers, and what was handed in elsewhere
    "联系人名单上周五就发市局邮箱了": _said("songli", "登记吗", "1 联系人名单已交"),
    "1": Case(
        "jiangtao",
        ("已登记", "自评报告已交", "印证材料已交"),
        before=(("jiangtao", "自评报告和印证材料一块送过去了"),),
        arranges=("handed", "handed"),
    ),
    "方案上周给质强办送过纸质的了，还用在这报吗": _said("heping", "①", "还要在这里报一下"),
    # a document that is asked for, or that there is none of
    "方案发我一份": _said("songli", "不转发", "1 把您这句话转给质强办"),
    "没有专门的文件，都是口头布置的": Case("liuyang", ("原文未规定", "审核员"), never=("没看懂",)),
    # others, one's own place, persons
    "还有谁没报啊 别就催我们": _said("liuyang", "不能看其他单位"),
    "第18项口岸检验检疫，我们区没有口岸，怎么报": _said("guolan", "⑱", "原文未规定", "转给质强办"),
    "市抽93.1 省抽95.2 国抽没抽到我们 这个咋填": Case(
        "gaofei",
        ("1 ⑥制造业产品国家监督抽查合格率%：没有（不填）",),
        stored={"8|九华": {"municipal_pass_rate": "93.1"}, "7|九华": {"provincial_pass_rate": "95.2"}},
    ),
    "手机号换了，新的是13700002222": _said("liuyang", "名册", "1 把您这句话转给质强办"),
    # more than one wish, and what is left of the line is no more than a sigh
    "覆盖率报100，方案能不能7月2号再交，谢谢": _stored("wangmin", _COVERED, "7月2日就超过时限", "1 申请延期"),
    "①②③今天报，④到⑨下周二之前": _said("liuyang", _NOTHING),
    "材料太多 想申请晚一周": _said("wanpeng", "申请延期（照您的原话"),
    "一周前提醒我一次就够了": _said("liuyang", "1 只提醒截止前一天"),
    "人手不够，9项能不能分两批报": _said("liuyang", "可以，分几次报"),
    "我同事小孙也要报这个，怎么加进来": _said("gaojun", "名册", "1 把您这句话转给质强办"),
    # what came back
    "怎么又给我打回来了，凭啥啊": _said("wangmin", "缺监督台账", before=_RETURNED),
    "气死我了又退回来了": _said("wangmin", "缺监督台账", "重发", before=_RETURNED),
    "又被退了 无语": _said("gaojun", "没有被退回"),
    # one piece of evidence for several items
    f"七八九写一块行不行，我一起发个总结链接 {_LINK}": _said("songli", "⑦", "⑧", "⑨", "原文未规定"),
    "7、8、9都是": _said("songli", "已归到⑦", "已归到⑧", "已归到⑨", before=(("songli", _LINK),)),
}
