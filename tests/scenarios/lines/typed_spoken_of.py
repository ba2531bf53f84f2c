"""Messages in a row: a later one leans on what was said just before."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said

_BUILDING: tuple[Said, ...] = (("suntao", "城建呢"),)
_TOURISM: tuple[Said, ...] = (("chenjing", "1 齐全"), ("zhouning", "旅游局报了没"))
_SAID_FRIDAY: Said = ("zhouning", "城建局说周五才能交")
_BOTH: tuple[Said, ...] = (*_BUILDING, ("suntao", "那旅游局呢"))
_FARMING: tuple[Said, ...] = (("shiyu", "农业那边呢"),)

_QUEUE: tuple[Said, ...] = (
    ("wangmin", "2 98"),
    ("chenjing", "1 齐全"),
    ("heping", "1 齐全"),
    ("liqiang", "待审"),
)
_DISTRICTS: tuple[Said, ...] = (("hujie", "96.2 95.8 94.9"), ("hujie", "1"), ("dengkai", "待审"))
_RETURNED: tuple[Said, ...] = (("wangmin", "2 100"), ("liqiang", "待审"), ("liqiang", "1退 没附检查记录"))
_ADDED: tuple[Said, ...] = (*_RETURNED, ("wangmin", "#image"), ("wangmin", "2"))
_AGAIN = {"T17-H1": {"coverage_percent": "100"}}

_URGED: Said = ("zhouning", "催一下旅游局")
_RELAYED: tuple[Said, ...] = (("suntao", "旅游局呢"), ("suntao", "叫她抓紧"))
_ANYUE: Said = ("caiming", "农产品合格率安岳97.5")
_REPORTED: tuple[Said, ...] = (_ANYUE, ("caiming", "农产品合格率乐至96"))
_PASSING: tuple[Said, ...] = (*_REPORTED, ("weidan", "安岳的过"))
_TO_20: Said = ("qinfang", "截止改到20号")
_VALUES: tuple[Said, ...] = (("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区96"),)
_TOWNS: tuple[Said, ...] = (
    ("gaofei", "制造业产品省级监督抽查合格率 93"),
    ("luoying", "制造业产品省级监督抽查合格率 96"),
    ("tangbo", "九华省抽多少"),
)

SPOKEN_OF_TYPED: Mapping[str, Case] = {
    # the unit that was spoken of last, called 他 or not at all
    "让他们抓紧": Case("suntao", ("县城建局",), _BUILDING, never=("刘洋",)),
    "催 县城建局": Case("suntao", ("提醒1人", "县城建局 王敏"), never=("转达",)),
    "催一下吧": Case("suntao", ("提醒1人", "县城建局"), _BUILDING),
    "再催一遍": Case("suntao", ("提醒5人",), (*_BUILDING, ("suntao", "没报"))),
    "提醒一下": Case("shiyu", ("提醒1人", "农业农村局 宋莉"), _FARMING),
    "还差哪些": Case("shiyu", ("农业农村局还差10项",), _FARMING),
    "自评报告交了没": Case("qinfang", ("没交1家：公安局",), (("qinfang", "公安局啥情况"),)),
    "叫他们快点": Case("zhengyi", ("市场监管局 吴琳", "快点"), (("zhengyi", "市场监管局呢"),)),
    "催他": Case(
        "fengxue",
        ("何涛", "请抓紧审"),
        (("xuna", "12.5"), ("fengxue", "科技局的专利审了没"), ("fengxue", "谁审的")),
    ),
    "给他们延到7月2号": Case("zhouning", ("县城建局的哪一项",), (_SAID_FRIDAY,), never=("影响7家",)),
    "给她宽限两天": Case("zhouning", ("县旅游局的哪一项", "7月2日"), _TOURISM),
    "他怎么样": Case("zhouning", ("县旅游局",), _TOURISM),
    "材料齐吗": Case("suntao", ("县城建局的材料",), _BUILDING),
    "审了没": Case("suntao", ("县城建局：报上来0项",), _BUILDING),
    "还差多少": Case("suntao", ("县城建局还差3项",), (*_BUILDING, ("suntao", "什么时候截止"))),
    # “it” is over where what was asked since is of all; what is complete by itself takes nobody from before
    "那还差多少": Case(
        "suntao", ("未报20项",), (*_BUILDING, ("suntao", "现在全县多少分了")), never=("县城建局还差",)
    ),
    "那为什么扣分": Case(
        "suntao", ("市场监督管理局·半年", "县城建局·半年"), (*_BUILDING, ("suntao", "谁没报"))
    ),
    "市场局怎么差那么多啊 9项一项没报 他们谁管这个事": Case(
        "suntao", ("市场监督管理局 联络员：刘洋",), _BUILDING, never=("县城建局",)
    ),
    "跟去年这个时候比是好了还是差了": Case("suntao", ("2014年的结果没有导入",), _BOTH, never=("县城建局",)),
    "咱县政府自己头上那几项谁在弄": Case(
        "suntao",
        ("县政府没有牵头填报的项", "T02-H1", "质量强县工作领导小组办公室"),
        _BOTH,
        never=("县城建局",),
    ),
    "比它高还是低": Case("suntao", ("按得分率",), _BOTH),
    # the one item that was shown is “it” as well
    "哪个区最低": Case(
        "linfeng", ("1.1 制造业", "3 华容区 93.5%"), (*_VALUES, ("linfeng", "制造业怎么这么低"))
    ),
    "离目标还差多少": Case(
        "linfeng", ("目标95", "华容区93.5%（差1.5）"), (*_VALUES, ("linfeng", "制造业怎么这么低"))
    ),
    "那比九华高3个点": Case(
        "tangbo",
        ("7 制造业产品省级", "白蒲：96%", "九华：93%"),
        (*_TOWNS, ("tangbo", "白蒲省抽多少")),
        never=("按完成率",),
    ),
    "催一催": Case(
        "tangbo",
        ("九华 高飞", "省级监督抽查合格率%还没有达到目标"),
        (*_TOWNS, ("tangbo", "省抽谁没达到")),
        asks=True,
    ),
    "省抽为啥没达到": Case(
        "tangbo", ("（九华）：未达到目标",), (*_TOWNS, ("tangbo", "九华呢")), never=("白蒲",)
    ),
    "案例够不够": Case(
        "shiyu", ("公安局：识别到典型案例0个",), (("shiyu", "公安局呢"),), never=("您单位", "文化广电")
    ),
    "让他们月底前想办法补上": Case(
        "tangbo",
        ("九华 高飞", "：月底前想办法补上"),
        (*_TOWNS, ("tangbo", "省抽没达到的是哪些镇")),
        asks=True,
        never=("罗莹",),
    ),
    "都催一遍": Case("shiyu", ("请尽快交联系人名单",), (("shiyu", "联系人名单哪几家没交"),), asks=True),
    "自评报告呢": Case("shiyu", ("没交：农业农村局",), (("shiyu", "农业局材料交了没"),)),
    # two of them
    "和城建比": Case("suntao", ("县旅游局", "县城建局"), (("suntao", "旅游局呢"),)),
    "这俩谁差": Case("suntao", ("县旅游局", "县城建局"), _BOTH, never=("市场监督管理局",)),
    "跟公安比呢": Case("shiyu", ("农业农村局", "公安局"), _FARMING),
    # others are meant: nobody is put in
    "各家都催一下": Case("suntao", ("提醒5人",), _BUILDING),
    "其他单位呢": Case("suntao", (), _BUILDING, never=("县城建局·半年",)),
    # by the beginning of a name
    "公安呢": Case("shiyu", ("公安局：暂得",)),
    "不是 只催农业": Case("shiyu", ("提醒1人", "农业农村局"), (("shiyu", "没报的催一下"),)),
    # the item of that place on the list just shown
    "第一个是谁的事": Case(
        "yeqing",
        ("1.3", "负责单位：市质监局"),
        (("panhui", "雁江96 安岳95.5 乐至94"), ("yeqing", "丢分在哪儿")),
    ),
    # who is replaced, and then by whom
    "县旅游局陈静要换人": Case("zhouning", ("陈静换成", "是谁")),
    "换成刘丽": Case("zhouning", ("将停用县旅游局 陈静", "刘丽"), (("zhouning", "县旅游局陈静要换人"),)),
    "换个人吧": Case("zhouning", ("陈静换成", "是谁"), _TOURISM),
    "陈静先别换人": Case("zhouning", ("不动", "没有改动")),
    # what is asked for first, and what is no answer to it
    "都延": Case("zhouning", ("写原因", "3项"), (_SAID_FRIDAY, ("zhouning", "给他们延到7月2号"))),
    "家里有事请假": Case(
        "zhouning", ("原因：家里有事请假", "哪一项"), (*_TOURISM, ("zhouning", "给她宽限两天")), asks=True
    ),
    "陈静要换人": Case(
        "zhouning",
        ("陈静换成",),
        (_SAID_FRIDAY, ("zhouning", "给他们延到7月2号"), ("zhouning", "全部")),
        never=("原因：",),
    ),
    "改回来": Case("zhouning", (), (("zhouning", "半年节点改到7月2号"),), never=("已改",)),
    "省局数据没出来": Case(
        "zhouning", ("原因：省局数据没出来", "回“是”"), (("zhouning", "半年节点改到7月2号"),)
    ),
    # an item of the list: it is shown, and is “this one” from then on
    "第一个咋回事": Case("liqiang", ("①县旅游局", "上报："), _QUEUE),
    "最后一个呢": Case("liqiang", ("③县城建局", "98%"), _QUEUE),
    "鄂城那个": Case("dengkai", ("③市质监局·鄂城区", "96.2%"), _DISTRICTS, never=("退回“",)),
    "够了没": Case(
        "dengkai", ("鄂城区", "目标95"), (*_DISTRICTS, ("dengkai", "鄂城那个")), never=("华容区",)
    ),
    "那过吧": Case("dengkai", ("③通过",), (*_DISTRICTS, ("dengkai", "鄂城那个"))),
    "他这个98是不是没到100啊": Case("liqiang", ("暂得0/4分", "98"), _QUEUE, never=("请补",)),
    "通过吧": Case("liqiang", ("③通过",), (*_QUEUE, ("liqiang", "他这个98是不是没到100啊"))),
    "再下一个": Case("liqiang", ("前面还有没审的", "①县旅游局"), (*_QUEUE, ("liqiang", "看 3"))),
    # taken back, or ruled otherwise
    "看错了，撤回来": Case("liqiang", ("已撤销",), (*_QUEUE, ("liqiang", "1退 没材料"))),
    "错了 退回去": Case("liqiang", ("已撤销", "退回①要写原因"), (*_QUEUE, ("liqiang", "2通过"))),
    "退早了": Case("liqiang", ("已撤销",), (*_QUEUE, ("liqiang", "1退 没材料"))),
    # what came back: why, what mends it, and handed in again by one tap
    "哪里不行": Case("wangmin", ("没附检查记录", "重交 2"), _RETURNED),
    "差啥": Case("wangmin", ("没附检查记录", "重交 2"), _RETURNED),
    "那我补一下": Case("wangmin", ("没附检查记录", "归到2"), _RETURNED, never=("交接",)),
    "我补": Case("heping", ("没有被退回",), never=("交接",)),
    "1": Case("wangmin", ("已重新交审", "100%"), _ADDED, stored=_AGAIN),
    "补好了": Case("wangmin", ("1 ②", "重新交审"), _ADDED, stored=_AGAIN, then=("1",), asks=True),
    "重新交上去吧": Case("wangmin", ("已重新交审",), _RETURNED, stored=_AGAIN),
    "有新的没": Case("liqiang", ("退回后重报",), (*_ADDED, ("wangmin", "1"))),
    # what somebody who reports asks on about what he has before him
    "第二个啥意思": Case("wangmin", ("T17-H1", "要报：")),
    "那一项具体要干啥": Case("gaojun", ("T11-H1", "要报：")),
    "好了没": Case("wangmin", ("还差3项",)),
    "齐了吗": Case("chenjing", ("还差1项",), (("chenjing", "1 齐全"),)),
    "没我事了吧": Case("gaojun", ("都报齐了",), (("gaojun", "1 齐全"),)),
    "发错了怎么办": Case("chenjing", ("直接重发", "撤回"), (("chenjing", "1 齐全"),), never=("申诉",)),
    "为什么": Case(
        "caiming", ("（乐至县）", "计算："), (("caiming", "三个县都97"), ("caiming", "乐至那个能得几分"))
    ),
    "前面标准说错了是2个": Case(
        "gaofei", ("⑬", "由3改为2"), (("gaofei", "江苏名牌2"), ("gaofei", "标准3个")), asks=True
    ),
    "那个质量标兵没有": Case("luoying", ("④质量标兵申报数：0",), (("luoying", "2也是1"),), asks=True),
    "0": Case(
        "luoying",
        ("是哪一项的", "1 ⑪", "2 ⑫"),
        (("luoying", "12 6"), ("luoying", "哦不对5个"), ("luoying", "第11个是啥")),
        asks=True,
    ),
    "看看我交的": Case("songli", (), (("songli", "#image"),), never=("说明记下了",)),
    "方案在局里公示了 红头文件也有": Case(
        "heping",
        ("1 把这句话记作①",),
        (("heping", "1 齐全"), ("liqiang", "待审"), ("liqiang", "1退 没附文件")),
    ),
    "哦不对5个": Case(
        "luoying", ("1 ⑫", "2 ④"), (("luoying", "质量标兵没有"), ("luoying", "体系认证6个")), asks=True
    ),
    # the first of a list is the one; all others, and they as well; asked back in the words just said
    "他们差啥": Case("suntao", ("市场监督管理局", "还差9项"), (("suntao", "没报"), ("suntao", "哪家最多"))),
    "找谁问": Case("tangbo", ("白蒲 罗莹",), (("tangbo", "白蒲缺啥"),), never=("九华",)),
    "让她这周弄好": Case(
        "yeqing",
        ("市质监局 潘慧",),
        (("panhui", "雁江96 安岳95.5 乐至94"), ("yeqing", "丢分在哪儿"), ("yeqing", "第一个是谁的事")),
    ),
    "别家呢": Case("qinfang", ("未报68项",), (("qinfang", "公安局啥情况"),)),
    "也发": Case("qinfang", ("将提醒4人",), (("qinfang", "公安局啥情况"), ("qinfang", "别家呢"))),
    "问问他": Case(
        "duhao", ("市农业局蔡明", "安岳的数不对吧"), (("caiming", "三个县都97"), ("duhao", "安岳的数不对吧"))
    ),
    "改成2": Case(
        "yaoqin", ("白蒲的目标", "您说的是2"), (("yaoqin", "白蒲缺啥"), ("yaoqin", "江苏名牌目标是几"))
    ),
    "把这个发我一份": Case("suntao", ("计分表",), _BUILDING),
    "催一遍": Case("zhouning", ("提醒5人",), (("zhouning", "谁还没弄"),)),
    # what names nobody and was not just said of anybody is of all
    "延三天": Case("zhouning", ("影响7家",), (*_TOURISM, ("zhouning", "没报")), never=("县旅游局的哪一项",)),
    "差哪了": Case("liqiang", ("暂得0/4分",), (*_QUEUE, ("liqiang", "城建那个呢"))),
    "怎么补": Case("wangmin", ("没有被退回", "直接把图片"), (("wangmin", "2 100"),)),
    # somebody more, or somebody less, beside a message that waits for its 是
    "农发的也催": Case("zhouning", ("提醒2人", "县旅游局 陈静", "县农发局 何平"), (_URGED,), never=("5人",)),
    "城建的也说一声": Case("suntao", ("转达3人", "王敏", "内容：抓紧"), _RELAYED),
    "算了城建不用了": Case(
        "suntao", ("不发给县城建局王敏", "县旅游局 陈静"), (*_RELAYED, ("suntao", "城建的也说一声"))
    ),
    "安监先不催": Case("zhouning", ("没有这一位",), (_URGED,)),
    # not known yet to be wrong, and then known
    "安岳那个好像不对 我问问": Case("caiming", ("没有改动", "97.5%"), (_ANYUE,), never=("撤回",)),
    "问过了 97.2": Case(
        "caiming", ("哪个单位",), (_ANYUE, ("caiming", "安岳那个好像不对 我问问")), never=("不在名单里",)
    ),
    # where a piece goes is no word of what it shows
    "就放第一个里头": Case(
        "songli", ("说明：这是省厅通报",), (("songli", "#image"), ("songli", "这是省厅通报"))
    ),
    # another order is no reason, an hour is of the day that was said
    "公安局的可以晚两天": Case("qinfang", ("公安局的哪一项", "1月19日"), (_TO_20,), never=("原因：",)),
    "15点": Case("qinfang", ("1月20日15:00", "请补原因"), (_TO_20,)),
    "别的不变": Case("qinfang", ("其他的都不动",), (_TO_20,), never=("原因：",)),
    # one more beside a draft that waits, and one that has just passed unseen
    "乐至的也过": Case("weidan", ("②市农业局·安岳县", "①市农业局·乐至县"), _PASSING, never=("已处理",)),
    "不对 乐至的我还没看": Case(
        "weidan",
        ("已撤销：乐至县",),
        (*_REPORTED, ("weidan", "待审"), ("weidan", "安岳的过"), ("weidan", "乐至的也过")),
    ),
    "白蒲的体系认证也是4": Case(
        "yaoqin",
        ("白蒲2项，是目标还是完成数", "①", "⑫"),
        (("yaoqin", "白蒲 江苏名牌1"),),
        stored={
            "1|白蒲": {"jiangsu_brand_applications": 1},
            "12|白蒲": {"new_certified_enterprises": 4},
        },
        then=("2",),
        asks=True,
    ),
    "白蒲呢 江苏名牌1": Case(
        "yaoqin",
        ("白蒲1项，是目标还是完成数", "前面那份没有入库：代九华填报1项"),
        (("yaoqin", "九华 江苏名牌2"),),
        asks=True,
    ),
}
