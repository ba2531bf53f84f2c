"""What contacts say of what came back, of a piece by its number, and of points that an assessor has set."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_KEPT: Final[tuple[Said, ...]] = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "材料 1 建发〔2015〕8号"),
)
_BACK: Final[tuple[Said, ...]] = (*_KEPT, ("liqiang", "待审"), ("liqiang", "1退回没盖章"))
_RATED: Final[tuple[Said, ...]] = (*_KEPT, ("liqiang", "待审"), ("liqiang", "评 1 2 缺过程记录"))
_TWO: Final[tuple[Said, ...]] = (
    ("songli", "材料 3 平农〔2021〕45号"),
    ("songli", "材料 3 平农〔2021〕46号"),
)
_ANEW: Final = ("还没有重新交审", "1 ①制定方案", "附您的说明")

SENT_BACK_TYPED: Mapping[str, Case] = {
    # a piece by its number or title, taken back or put elsewhere; a report is left alone
    "8号文放错了 应该是第三项的": Case("wangmin", ("“建发〔2015〕8号”归到③",), _KEPT),
    "8号文不是第一项的，是第三项的": Case("wangmin", ("“建发〔2015〕8号”归到③",), _KEPT),
    "上次交的建发8号文不要了 换成15号文": Case("wangmin", ("撤回“建发〔2015〕8号”", "材料 1"), _KEPT),
    "能不能帮我把8号文删了": Case("wangmin", ("撤回“建发〔2015〕8号”", "回1"), _KEPT),
    "45号文归到5去 46号不动": Case("songli", ("“平农〔2021〕45号”归到⑤",), _TWO, never=("46号",)),
    "3里面的两个文都应该放5": Case("songli", ("45号", "46号", "归到⑤"), _TWO),
    "第一项报错了 应该是材料不全": Case("wangmin", ("改为证明材料不全",), _KEPT),
    # mended, or right all along: handed in again at one tap, with what was said as a note
    "章盖好了 重新交": Case("wangmin", ("直接发来，我归到①", "附您的说明"), _BACK, then=("#image",)),
    "退回那个麻烦再看一眼 章在最后一页": Case(
        "wangmin", _ANEW, _BACK, then=("1",), stored={"T16-H1": {"level": "full"}}, asks=True
    ),
    "不是没盖章 是骑缝章 你们看看第二页": Case("wangmin", _ANEW, _BACK),
    "1 重新提交 说明：原件盖了章 扫描没扫上": Case(
        "wangmin", ("已重新交审", "重交说明：原件盖了章"), _BACK, stored={"T16-H1": {"level": "full"}}
    ),
    "不同意退回 章明明盖了": Case("wangmin", ("1 不同意退回：登记异议",), _BACK),
    "退回的那项要咋改": Case("wangmin", ("没盖章", "重交 1"), _BACK),
    # neither what did not come back nor what is still to come
    "重交 2": Case("wangmin", ("没有被退回", "重交 1"), _BACK, never=("已收",)),
    "盖了章的明天再交": Case("wangmin", ("没有记录任何数据",), _BACK, never=("重新交审",)),
    "覆盖率重新报 99": Case("wangmin", ("②", "99%"), _BACK, never=("重新交审",)),
    # papers that are still to come with a bare 有: asked, nothing complete first; a printed level is one
    "检查台账有，我让小张整理一下明天发": Case(
        "gaojun",
        ("1 ①制定方案开展安全生产大检查，对质量安全隐患及…：证明材料不全", "没有记录"),
        never=("已收",),
    ),
    "有方案并有证明材料，照片明天发": Case("gaojun", ("已收：①",), stored={"T11-H1": {"level": "full"}}),
    # a numbered list is one of places where a number of it is no code; the place is offered first where it is one
    "1 有材料，3 不全，4 有材料": Case(
        "liuyang",
        ("④制定整治方案",),
        stored={"T01-H1": {"level": "full"}, "T06-H1": {"level": "partial"}, "T07-H1": {"level": "full"}},
    ),
    "7有材料": Case("liuyang", ("1 ⑦处理12315", "2 ④制定整治方案"), asks=True),
    # more time, said as a plain demand; the day of the reason is not the day asked for
    "打假那项延到7月3号": Case("liuyang", ("要申请吗",)),
    "已经延期到7月3号了": Case("liuyang", ("没有办",), never=("要申请吗",)),
    # the list of one's own, that of a milestone by its month, and which item takes a figure
    "请问我们旅游局这次要报哪些内容呀？": Case(
        "chenjing", ("①出台旅游行业", "②加强旅游市场"), never=("T10-Y",)
    ),
    "九月份那个节点要报啥": Case("heping", ("前三季度您单位还要报1项", "T15-Q3")),
    "抽了32个样，合格31个，这个数报哪里": Case("heping", ("不填数，选一种",)),
    # what an assessor has set is what is shown
    "为什么第一项才2分": Case("wangmin", ("核定2/4分", "缺过程记录", "暂得4/4分"), _RATED),
    "第一项只给2分我们不认 过程记录都交了 要求复核": Case(
        "wangmin", ("已登记异议", "核定2/4分"), _RATED, kinds=("appeal",)
    ),
    "我们现在多少分": Case("wangmin", ("审核已定：①核定2/4分",), _RATED),
}
