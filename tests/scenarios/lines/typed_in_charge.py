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
    "不对不对 刚才审错了": Case("liqiang", ("已撤销：制定方案",), _PASSED),
    "头一件先别通过 我再看看": Case("liqiang", ("先不动",), (*_PLAN, ("liqiang", "待审"))),
    "第一个先别通过 我再看看": Case("liqiang", ("已撤销：制定方案",), _PASSED, never=("先不动，还在待审里",)),
    "第二个先别通过 我再看看": Case("liqiang", ("②先不动，还在待审里",), _PASSED),
    "城建局数报错了 退回": Case("liqiang", ("②退回",), _PASSED),
    # from when until when
    "29号到3号我去省里培训，审核的活让钱伟顶一下": Case(
        "liqiang", ("钱伟，6月29日–7月3日",), kinds=("substitute",)
    ),
    "从明天起到月底我出差，让老钱替我": Case("liqiang", ("钱伟，6月25日–6月30日",), kinds=("substitute",)),
    "下个星期出趟门 让钱伟先盯着审核这块": Case("liqiang", ("钱伟，6月29日–7月3日",), kinds=("substitute",)),
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
    "催一下王敏": Case("suntao", ("提醒1人", "王敏：")),
}
