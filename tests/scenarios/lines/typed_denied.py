"""What is denied, heard of, wished for, supposed or doubted: nothing is stored, set, registered or cut by it."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said, Stored

_REPORTED: tuple[Said, ...] = (("gaofei", "12 4"),)
_CONTESTED: tuple[Said, ...] = (("wangmin", "2 98"), ("wangmin", "申诉 2 应该是100"))
_FIVE: Stored = {"12|九华": {"new_certified_enterprises": 5}}


def _none(who: str, *facts: str, before: tuple[Said, ...] = ()) -> Case:
    """Nothing is stored, not by the first tap either."""
    return Case(who, facts or ("没有入库",), before=before, never=("是就回1",), then=("1",))


def _office(*facts: str, who: str = "xieyun") -> Case:
    return Case(who, facts, never=("将设", "将解除"), then=("是",))


def _stands(*facts: str) -> Case:
    return Case("wangmin", facts or ("没有撤", "第1号"), _CONTESTED, never=("1 撤回",))


_SAID = (
    "听说体系认证4家 体系认证听人说4 他们说体系认证4 体系认证不是4 体系认证没有4家 体系认证不够4 体系认证争取4"
    " 体系认证上个月4 体系认证之前报的4 比如体系认证4 体系认证4作废 体系认证4报错了 体系认证4不要记 体系认证别报4"
    " 体系认证别改成4 体系认证4或者5 体系认证4还是5 体系认证十来家 体系认证几十家 体系认证一半 体系认证其中4"
    " 体系认证第8页 体系认证4起 体系认证3万家 隔壁体系认证4 体系认证还差4"
)

DENIED_TYPED: Mapping[str, Case] = {
    **{said: _none("gaofei") for said in _SAID.split()},
    "举个例子，体系认证 4": _none("gaofei"),
    "体系认证4": Case("gaofei", ("已收",), stored={"12|九华": {"new_certified_enterprises": 4}}),
    "16上半年98": Case("wulin", ("98",), asks=True, never=("已收",)),
    "雁江别报97": _none("caiming", "雁江"),
    "国抽两": Case("gaofei", ("2%",), asks=True, never=("已收",)),
    # by how much it was wrong
    "少报1家": Case("gaofei", ("4→5",), _REPORTED, stored=_FIVE, then=("1",), asks=True),
    "多1家": Case("gaofei", ("4→3", "4→5"), _REPORTED, never=("4→1",), asks=True),
    # objections
    "异议不撤": _stands(),
    "异议不要撤": _stands(),
    "撤了异议会怎样": _stands(),
    "听说异议撤了": _stands(),
    "旅游局异议撤了": _stands(),
    "异议不提了": Case("wangmin", ("1 撤回第1号",), _CONTESTED),
    "没有异议": Case("wangmin", ("没有登记异议",)),
    "听说旅游局有异议": Case("wangmin", ("没有登记异议",)),
    "我对第2项得分有异议": Case(
        "wangmin", ("已登记异议", "系统98%"), (("wangmin", "2 98"),), never=("您称",), kinds=("appeal",)
    ),
    "我对第2项有异议，应该是95": Case(
        "wangmin", ("第2号", "您称95%"), _CONTESTED, never=("按“",), kinds=("appeal",)
    ),
    # targets
    "1.1目标不是99": _office("现在是95%", "没有改动"),
    "1.1目标别改成99": _office("现在是95%", "没有改动"),
    "听说制造业目标99": _office("现在是95%", "没有改动"),
    "1.1目标改成99了没": _office("没有改动"),
    "1.3目标从97改成-5": _office("“-5”不能作", "不能小于0"),
    "1.1目标定为负3": _office("不能小于0"),
    "制造业目标120%": _office("不能大于100"),
    "1.1不改，1.2目标改成97": Case("xieyun", ("1.2", "97%"), asks=True),
    "不是99": Case("xieyun", ("没有入库",), (("xieyun", "制造业目标98"),), never=("已设",)),
    # said to be of another town, and of a grade that is no place of the list
    "体系认证4是白蒲的": _none("gaofei", "说的是白蒲的数"),
    "体系认证4是九华的": Case(
        "gaofei", ("⑫", "：4"), then=("1",), stored={"12|九华": {"new_certified_enterprises": 4}}, asks=True
    ),
    "2A信用企业没有": _none("luoying"),
    # bindings
    "不要取消王敏的绑定": _office("什么也没发、没改", who="zhouning"),
    "取消王敏的绑定吗": _office("什么也没发、没改", who="zhouning"),
    "取消王敏的绑定": Case("zhouning", ("将解除", "王敏"), then=("取消",)),
    "王敏换了手机号": Case("zhouning", ("还没有发绑定码", "原账号照旧"), never=("请本人发",)),
    "王敏没换手机号": Case("zhouning", ("没有发新码",), never=("请本人发",)),
    "给孙涛来个绑定码": Case("zhouning", ("还没有发绑定码",), never=("请本人发",)),
}
