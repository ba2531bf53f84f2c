"""What contacts ask about one line of their list, what they promise and sigh: nothing of it is stored."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import FIRST_98, wang

_PATENTS = (("xuna", "万人发明专利拥有量12.3"),)

QUESTIONS_TYPED: Mapping[str, Case] = {
    # its target, its points, how far it is
    "食药的目标多少": Case("tangli", ("1.2", "目标96")),
    "满分几分": Case("heping", ("T15-H1", "3分")),
    "体系认证还差几家": Case("gaofei", ("目标4", "还差1"), (("gaofei", "新增质量管理体系认证获证企业数3"),)),
    "我那个专利报多少来着": Case("xuna", ("12.3",), _PATENTS),
    "豇豆那个叫啥项目来着 几分": Case("songli", ("6.3", "0.5分")),
    "目标97 雁江差多少": Case("caiming", ("雁江区", "目标97")),
    "12件得几分 11.9呢": Case("xuna", ("不入库", "2/2分", "1.5/2分")),
    "梁子湖要是95.0差一点 94.9扣几分": Case("hujie", ("不入库", "94.9%：9/10分")),
    "知识产权是8.4还是11.3": Case("luming", ("⑮", "⑱")),
    "哪项最容易扣分": Case("liuyang", ("按分值", "10分")),
    "年终那个现在能报不": Case("gaojun", ("T11-Y", "全年质量安全事故")),
    # whose it is
    "12315那个应该是市场局报吧？怎么挂我们头上": Case("chenjing", ("T12-H1", "市场监督管理局、县旅游局")),
    "农产品合格率谁报": Case("hujie", ("1.3", "市农委")),
    # whether it has arrived, and who reviews it
    "刚报的收到没有啊": wang("收到了", "98%", "待审", before=FIRST_98),
    "谁审我的？": wang("审核员", "质强办"),
    # only the district that is named is taken back
    "先撤掉梁子湖的": Case("hujie", ("没有可以撤回的",)),
    # promises and sighs
    "专利数统计局还没出来 月底给你": Case("xuna", ("没有记录任何数据", "还缺①")),
    "数据要省局反馈了才有 估计月底": Case("tangli", ("没有记录任何数据", "12月31日")),
    "嗨呀忙得脚打后脑勺 明儿再弄": Case("chenjing", ("没有记录任何数据", "还缺①②")),
    "好的马上报": wang("好的", "还缺①②③"),
    # other units stay closed
    "旅游局那边交了没有": wang("不能看其他单位"),
}
