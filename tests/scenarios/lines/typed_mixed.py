"""A hundred lines of all roles, written after the others; none was known when the reading was made."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.typed_contacts import ALMOST, COVERED, FIRST_98, city, level, market, town, wang
from tests.scenarios.lines.typed_leaders import sun
from tests.scenarios.lines.typed_office import zhou
from tests.scenarios.lines.typed_others import li_gang, stranger
from tests.scenarios.lines.typed_reviewers import HANDED_IN, LISTED, SEEN, li

MIXED_TYPED: Mapping[str, Case] = {
    # contacts
    "新开工工程监督覆盖率 百分百": wang("100%", stored=COVERED),
    "领导好，覆盖率我们是99.5%，麻烦登记下": wang("99.5%", stored=ALMOST),
    "2.  99.5": wang("99.5%", stored=ALMOST),
    "②：99．5％": wang("99.5%", stored=ALMOST),
    "覆盖率九成五": wang("95%", asks=True),
    "覆盖率千分之九百九十五": wang("99.5%", stored=ALMOST),
    "质量监督覆盖率为99.50": wang("99.5%", stored=ALMOST),
    "覆盖率比上季度提高2个百分点": wang("②", asks=True),
    "覆盖率99.5或者99.6吧": wang(asks=True),
    "覆盖率100%，已上传台账，整体水平材料不全": wang(stored={**COVERED, "T18-H1": level("partial")}),
    "第一项没做，第二项100，第三项齐全": wang(
        stored={"T16-H1": level("none"), **COVERED, "T18-H1": level("full")}
    ),
    "执法检查：未完成": wang("①", stored={"T16-H1": level("none")}),
    "方案做了没有材料": wang(asks=True),
    "覆盖率 9 9 . 5": wang(asks=True),
    "覆盖率写错了，改99.5": wang("98%", "99.5%", before=FIRST_98, asks=True, then=("是",), stored=ALMOST),
    "覆盖率应该是99.5不是98": wang("99.5%", before=FIRST_98, asks=True, then=("是",), stored=ALMOST),
    "覆盖率撤回": wang("撤回", before=FIRST_98, stored={"T17-H1": {"withdraws": 1}}),
    "我们报全了吗": wang("还差3项"),
    "要交哪些材料啊": wang("①"),
    "这个月几号前报完": wang("6月30日"),
    "为啥是0分": wang("0/4", before=FIRST_98),
    "电话多少 我找质强办": wang("质强办"),
    "晚上好": wang("帮助"),
    "人家旅游局都报了吧": wang("不能看其他单位"),
    "江苏名牌俩 南通名牌一个": town(
        stored={"1": {"jiangsu_brand_applications": 2}, "2": {"nantong_brand_applications": 1}}
    ),
    "省抽97.5%市抽96": town(
        stored={"7": {"provincial_pass_rate": "97.5"}, "8": {"municipal_pass_rate": "96"}}
    ),
    "今年新增体系认证4家，去年3家": town("⑫", stored={"12": {"new_certified_enterprises": 4}}),
    "1\t2\n2\t1\n12\t4": town(
        stored={
            "1": {"jiangsu_brand_applications": 2},
            "2": {"nantong_brand_applications": 1},
            "12": {"new_certified_enterprises": 4},
        }
    ),
    "事故率为零": town("已收", stored={"9": {"accident_rate": "0"}}),
    "质量标兵申报了一家企业": town(
        "④", asks=True, then=("1",), stored={"4": {"quality_pacesetter_applications": 1}}
    ),
    "省抽九十三点二": market(stored={"19.2": {"provincial_pass_rate": "93.2"}}),
    "国抽91点5，食品抽检96点7": market(
        stored={"19.1": {"national_pass_rate": "91.5"}, "19.5": {"food_sampling_pass_rate": "96.7"}}
    ),
    "死亡率0.05": market("死亡率", stored={"19.6": {"death_rate": "0.05"}}),
    "鄂城区制造业95.2%；华容区制造业93.5%": city(stored={"鄂城区": "95.2", "华容区": "93.5"}),
    "梁子湖96 其他两个区还没出来": city("“其他两个区还没出来”", stored={"梁子湖区": "96"}),
    # reviewers
    "有新件吗": li("待审", before=HANDED_IN),
    "把清单发我": li("待审3件", before=HANDED_IN),
    "看一下第三个": li("③"),
    "2没问题": li("②通过"),
    "第2个通过，第3个退回，缺会议纪要": li("②通过", "③退回“缺会议纪要”"),
    "1过，2过，3过": li("①②③通过"),
    "三个都过": li("回“是”", asks=True),
    "1、2通过": li("①②通过"),
    "2打回 数不对": li("②退回“数不对”"),
    "退回2，照片看不清": li("②退回“照片看不清”"),
    "通过吧": li("①通过", before=SEEN),
    "打回，缺签字": li("①退回“缺签字”", before=SEEN),
    "这个给2分 缺过程记录": li("核定2/4", before=SEEN),
    "旅游局报的是啥": li("县旅游局"),
    "刚刚点错了": li("已撤销", before=(*LISTED, ("liqiang", "1通过"))),
    "我审几个了": li("您已审0件"),
    "2是谁报的": li("陈静"),
    "1怎么评的": li("4分"),
    "替我催一下城建局": li("不能催办"),
    "好的收到": li("好的"),
    # leaders
    "得分": sun("暂得8/80分"),
    "咋回事": sun("暂得8/80分"),
    "现在什么进度了": sun("暂得8/80分"),
    "有多少分了现在": sun("暂得8/80分"),
    "哪几个单位没动静": sun("一项都没报的5家"),
    "谁还没弄完": sun("未报"),
    "哪家最好": sun("排名"),
    "农发局呢": sun("县农发局"),
    "安监局和财政局什么情况": sun("县安监局", "县财政局"),
    "城建局差哪几项": sun("县城建局", "T16-H1"),
    "为什么丢分": sun("丢"),
    "跟上个月比呢": sun("分"),
    "离满分还差多少": sun("72"),
    "下周一之前能报完吗": sun("还差18项"),
    "督促一下市监局": sun("市场监督管理局", asks=True),
    "让城建局今天报": sun("城建局", asks=True),
    "一句话说说": sun("①"),
    "这个考核总共多少分": sun("80"),
    "质量奖励制度那项谁牵头": sun("负责单位：县政府"),
    "好的，辛苦了": sun(silent=True),
    # office
    "现在几家报齐了": zhou("没有已报齐的单位。没报齐的7家"),
    "谁没报 列个名单": zhou("未报18项"),
    "给没报的发提醒": zhou("将提醒", asks=True),
    "提醒一下城建局": zhou("县城建局", asks=True),
    "时限延长到7月3日": zhou("7月3日", asks=True),
    "旅游局那项宽限到7月5号": zhou("县旅游局的哪一项", asks=True),
    "发通知：明天上午培训": zhou("将发给", asks=True),
    "王敏没收到绑定码，再发一个": zhou("王敏"),
    "把陈静改成审核员": zhou("陈静", asks=True),
    "财政局加一个联络员 赵六": zhou("新增1", asks=True),
    "没绑定的有谁": zhou("赵新"),
    "机器人哪些没听懂": zhou("没看懂"),
    "城建局报了啥": zhou("100%"),
    "收到谢谢": zhou("好的"),
    # others
    "喂": stranger("还没有绑定"),
    "我要报数": stranger("还没有绑定"),
    "绑定码 839201": Case("xinren", ("绑定成功",)),
    "邦定839201": Case("xinren", ("绑定成功",)),
    "你们负责人是谁": stranger("还没有绑定"),
    "得几分了": li_gang("县城建局"),
    "小王报了没": li_gang("县城建局"),
    "哪些没弄": li_gang("①"),
    "全部通过": li_gang("不能审核"),
    "2 98": li_gang("不能上报"),
}
