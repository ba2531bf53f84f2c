"""What reviewers look up, send on and put right in their own words: papers, points, awards, people."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case

_REPORTED: Final = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "材料 1 建发〔2015〕8号"),
    ("wangmin", "2 100"),
)
_LISTED: Final = (*_REPORTED, ("liqiang", "待审"))
_RETURNED: Final = (*_LISTED, ("liqiang", "2退回 数据存疑"))
_POINTED: Final = (*_LISTED, ("liqiang", "评 1 2 缺过程记录"))
_FOUR: Final = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "2 99.5"),
    ("wangmin", "3 有证明材料"),
    ("chenjing", "1 齐全"),
    ("liqiang", "待审"),
)
_MIXED: Final = (
    ("wangmin", "1 有方案并有证明材料"),
    ("wangmin", "2 99.5"),
    ("chenjing", "1 齐全"),
    ("heping", "1 有方案并有证明材料"),
    ("liqiang", "待审"),
)
_THREE: Final = (*_REPORTED, ("wangmin", "3 有证明材料"), ("liqiang", "待审"))
_ASKED: Final = (*_LISTED, ("liqiang", "问下王敏1的方案盖章了没"))
_ANSWERED: Final = (*_ASKED, ("wangmin", "盖了的，在第三页"), ("wangmin", "1"))
_AREAS: Final = (("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区96"), ("dengkai", "待审"))
_ONE_AREA: Final = (("hujie", "鄂城区制造业合格率95.2"),)
_FAR: Final = (("hujie", "华容区制造业合格率80"), ("dengkai", "看 1"))
_PICTURE: Final = (("songli", "#image"), ("songli", "3 检查"))
_OF_OTHERS: Final = (
    ("tangli", "鄂城区食品药品合格率98.1"),
    ("tangli", "异议 公示的分不对，我们是99.1不是98.1"),
    ("dengkai", "让食药局补抽检报告"),
    ("tangli", "材料 1 鄂食药监〔2013〕7号"),
    ("tangli", "1"),
)
_HIDDEN: Final = ("98.1", "99.1", "7号")
_BONUS: Final = ("2分", "詹天佑", "示范区", "中国质量奖")
_SPREAD: Final = (("wulin", "B 质量工作创新在全市推广的项数 1"), ("wulin", "1"))

LOOKED_UP_TYPED: Final[Mapping[str, Case]] = {
    # what somebody is told to hand in, his name as it sounds, and what stays meanwhile
    "跟胡洁说一下把抽检的台帐补一份，先不退": Case(
        "dengkai", ("请补“抽检的台账”",), _AREAS, then=("是",), never=("先不动",), kinds=("material",)
    ),
    "给王敏带个话：覆盖率要附监督台账": Case(
        "liqiang", ("②", "请补“监督台账”"), _LISTED, never=("带个话",), asks=True
    ),
    "城建局第3项说漏了一页，让他们补": Case(
        "liqiang", ("T18-H1", "还没有上报"), _LISTED, never=("①", "②"), asks=True
    ),
    # the papers of an item, of a unit, of a number
    "建发8号文放在哪一项底下的": Case("liqiang", ("建发〔2015〕8号", "T16-H1"), _REPORTED),
    "建发9号文放在哪一项底下的": Case("liqiang", ("没有这个文号",), _REPORTED, never=("T16",)),
    "农业农村局交了几张图": Case("baixue", ("图片1",), _PICTURE, never=("未报",)),
    "这个创新推广有没有文件": Case("hetao", ("证明材料0件",), _SPREAD, never=("回“是”",)),
    "覆盖率那个有佐证没有": Case("liqiang", ("T17-H1", "证明材料0件"), _LISTED, never=("T16",)),
    "我先看城建局的第2项": Case("liqiang", ("②", "T17-H1", "100%"), _LISTED, never=("待审2件",)),
    # what came in, what came back, how they stand beside each other
    "就看今儿报上来的，昨天的我看过了": Case("liqiang", ("6月24日新来的",), _REPORTED),
    "刚又交上来哪些 只要今天的": Case("liqiang", ("6月24日新来的",), _REPORTED),
    "我打回去那条他们动了没有": Case("liqiang", ("T17-H1", "还没有重报"), _RETURNED, never=("回“是”",)),
    "三个区放一块比比": Case("dengkai", ("梁子湖区 96%", "华容区 93.5%"), _AREAS),
    # points: of a printed deduction, given anew, and as reported
    "给2.5 两批没有记录": Case("dengkai", ("2.5/10", "两批没有记录", "回“是”评分"), _FAR, asks=True),
    "给5分 两批没有记录": Case("dengkai", ("扣5分", "没有记录"), _FAR, never=("回“是”评分",)),
    "1的2分改成4分": Case("liqiang", ("T16-H1", "4/4", "评分要写理由"), _POINTED, asks=True),
    "是": Case(
        "liqiang",
        ("评分要写理由", "没有记录", "T16-H1"),
        (*_POINTED, ("liqiang", "1的2分改成4分")),
        never=("回“是”评分",),
    ),
    "执法检查我给了2分，改成4分，他们补齐了": Case(
        "liqiang", ("T16-H1", "4/4", "他们补齐了", "回“是”评分"), _POINTED, asks=True
    ),
    # awards
    "全国推广2 质量奖提名1 詹天佑1 示范区1 都加上": Case("hetao", _BONUS, kinds=("bonus",)),
    "质量奖提名1 加上": Case("hetao", ("按哪一种加分", "市长质量奖"), asks=True),
    # away
    "下礼拜我不在 李梅替我审": Case(
        "liqiang", ("李*", "没有这位审核员", "6月29日–7月3日"), kinds=("substitute",)
    ),
    # numbers of a unit's own list, run together, and what does not wait
    "城建局1过，3打回没章": Case(
        "liqiang", ("②", "：通过", "④", "退回“没章”"), _FOUR, never=("③",), asks=True
    ),
    "城建局2退回 数不对，4过": Case(
        "liqiang", ("没有“4”", "④", "退回“数不对”"), _MIXED, never=("：通过", "已处理"), asks=True
    ),
    "12过 3没章退": Case("liqiang", ("①", "②", "③", "退回“没章”"), _THREE, asks=True),
    "城建局补了没": Case("liqiang", ("还没有要县城建局补过",), _LISTED),
    "水利局的审完了没": Case("liqiang", ("没有“水利局”",), _LISTED),
    "有几家没达标": Case("dengkai", ("待审1件", "华容区"), _AREAS, never=("梁子湖区",)),
    "我是不是把城建局的2审过了": Case("liqiang", ("T17-H1", "还没有人审"), _LISTED, never=("T16",)),
    "昨天我都审了啥": Case("liqiang", ("6月23日还没有审过",), _LISTED),
    "哪些项还没打分": Case("baixue", ("还没评完的63项",)),
    "折中给3分行不行": Case("liqiang", ("没有3分", "原文"), (*_LISTED, ("liqiang", "看 1"))),
    "没看的还多不多": Case("liqiang", ("待审2件",), _REPORTED),
    "帮我备注一下 旅游局那个下周去看现场": Case("liqiang", ("不记备忘", "没有记录"), _LISTED),
    "一二通过三退回没盖章": Case("liqiang", ("①②通过", "③退回“没盖章”"), _THREE),
    "刚才退错了 应该是退1不是2": Case("liqiang", ("已撤销", "退回①要写原因"), _RETURNED, asks=True),
    "麻烦质监局把抽检台账交上来": Case("dengkai", ("请补“抽检台账”",), _ONE_AREA, asks=True),
    "质监局把抽检台账交上来了": Case("dengkai", (), _ONE_AREA, never=("请补",), asks=True),
    "让农业农村局和交通局都把图片说明补上": Case(
        "baixue", ("农业农村局联络员", "交通运输局联络员"), _PICTURE, kinds=("material", "material")
    ),
    "他们还有加分没算：推广到全国2、质量奖提名1、詹天佑1、示范区1": Case("hetao", _BONUS, kinds=("bonus",)),
    # what a contact is asked to explain, and his answer
    "让城建局说明一下3里那个日期为啥是去年的": Case(
        "liqiang", ("T18-H1", "不算退回"), _LISTED, kinds=("material",)
    ),
    "问下王敏1的方案盖章了没": Case(
        "liqiang", ("说明：1的方案盖章了没", "T16-H1"), _LISTED, kinds=("material",)
    ),
    "王敏回话没": Case("liqiang", ("盖了的，在第三页", "T16-H1"), _ANSWERED),
    "那是方案印发日期，去年12月定的": Case(
        "wangmin", ("这句是回这个的吗", "1 是，转给李强"), _ASKED, never=("有证明材料",), asks=True
    ),
    "说明：方案已经盖章了": Case("wangmin", ("1 是，转给李强",), _ASKED, asks=True),
    "那是新开工的12个项目，覆盖率98": Case(
        "wangmin", ("是不是下面这个意思", "98%"), _ASKED, never=("转给李强",), asks=True
    ),
    # of what he does not assess he is shown nothing
    "有人提异议没有": Case("dengkai", ("由您审的各项还没有人提异议",), _OF_OTHERS, never=_HIDDEN),
    "食药局补了没": Case("dengkai", ("不由您单位考核",), _OF_OTHERS, never=_HIDDEN),
    "食药局交了几份材料": Case("dengkai", ("不由您单位考核",), _OF_OTHERS, never=_HIDDEN),
    "鄂食药监7号归哪项": Case("dengkai", (), _OF_OTHERS, never=("98.1", "99.1", "〔2013〕")),
}
