"""What contacts say of pictures and links: to which line they belong, of which unit, what they show."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said


def _of_picture(who: str, *facts: str, then: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> Case:
    """A picture has just come."""
    before: tuple[Said, ...] = ((who, "#image"),)
    return Case(who, facts, before, never=never, then=then)


_TWO_NAMED: tuple[Said, ...] = (("songli", "[文件] 平农〔2021〕45号.pdf 平农〔2021〕46号.pdf 两个一起"),)
_TWO_PICTURES: tuple[Said, ...] = (("wangmin", "#image"), ("wangmin", "#image"))
_IN_THREE: tuple[Said, ...] = (("songli", "材料 3 平农〔2021〕45号"),)

EVIDENCE_TYPED: Mapping[str, Case] = {
    # where it goes, said with a number
    "这张图是6月10号在城东工地检查拍的，放1": _of_picture("wangmin", "已归到①", "2015年6月10日"),
    "归到三吧，6月12日的巡查": _of_picture("wangmin", "已归到③"),
    "放3张检查的照片": _of_picture("wangmin", never=("已归到③",)),
    "给你几张图 你看放哪": _of_picture("wangmin", "归到哪一项", "1 制定方案"),
    "[文件] 平农〔2021〕45号.pdf 归到3": Case("songli", ("已归到③",)),
    "刚才那个文件放错了，应该放到农业标准化生产那项": Case(
        "songli", ("④推进农业标准化生产", "回1"), _IN_THREE, never=("撤回",)
    ),
    "刚才那个文件传错了，不要了": Case("songli", ("撤回“平农〔2021〕45号”",), _IN_THREE),
    "45号归三，四十六号归五": Case("songli", ("已归到③", "已归到⑤"), _TWO_NAMED),
    # what was handed in, of one line or of all
    "之前交上去的文件有几个": Case(
        "songli", ("材料目录", "③开展食用农产品合格证制度提升行动：文件1"), _IN_THREE
    ),
    "俺们交了几样材料了 顺序中不中": Case("songli", ("材料目录", "已交1件"), _IN_THREE),
    "合格证那项我交过材料没": Case("songli", ("3-1", "45号"), _IN_THREE, never=("原文未规定",)),
    "标准化生产那项交过材料没有": Case("songli", ("④", "已交0件"), _IN_THREE, never=("转给", "否")),
    "交了材料没分怎么办": Case("songli", (), never=("材料目录",)),
    "能不能把我们的材料清单导出来": Case("songli", ("正在做农业农村局的材料目录",)),
    "照片没写说明行不行": Case("wangmin", ("没有文字说明的图片不能算完整材料",)),
    # what only says where a piece goes is no caption; what is said next is
    "归到执法检查": _of_picture("wangmin", "已归到①", "没有文字说明", never=("说明：",)),
    "合格证那项的": _of_picture("songli", "已归到③", never=("说明：",)),
    "6月18日锦绣家园施工现场检查": Case(
        "wangmin", ("刚交的1张图片的说明",), (("wangmin", "#image"), ("wangmin", "第1项的"))
    ),
    "1 鄂城": _of_picture("hujie", "已归到①制造业产品质量合格率（鄂城区）", never=("100%",)),
    "这几个里头都不是": _of_picture("wangmin", "没有归类", never=("说明记下了",)),
    "跟上一张放一起": Case(
        "songli", ("已归到③",), (("songli", "#image"), ("songli", "3 检查现场"), ("songli", "#image"))
    ),
    "随便放一个吧": _of_picture("songli", "归到哪一项", never=("说明记下了",)),
    "1吧": _of_picture("wangmin", "已归到①", never=("说明：",)),
    "不是这张 我重新发": _of_picture("songli", "撤回“图片”", never=("说明记下了",)),
    "1月10号在叶县查合格证": _of_picture("songli", "序号：\n3 开展食用农产品合格证"),
    "我刚发的45号文是不是放错地方了，应该放标准化那项": Case("songli", ("归到④",), _IN_THREE),
    "刚交的那个文号打错了，是54号不是45号": Case("songli", ("平农〔2021〕54号", "再撤回"), _IN_THREE),
    "图片的说明该怎么写": Case("songli", ("时间、地点、内容",)),
    "上面这张是第1项的": _of_picture("wangmin", "已归到①", never=("说明：",)),
    "这张1和3都能用": _of_picture("wangmin", "已归到①", "已归到③"),
    "这张照片1和3都能用": Case(
        "wangmin", ("也归到③", "回1"), (("wangmin", "#image"), ("wangmin", "1")), never=("3%", "归到①")
    ),
    "这张照片2和3都能用": Case("wangmin", ("发来就归到②", "、③", "还没有收到")),
    "刚才那张归到第2项": Case("wangmin", ("没有收到过您的图片", "发来就归到②"), then=("1",), stored={}),
    "在建项目执法检查现场，6月12日拍的": _of_picture("wangmin", "说明记下了", "请回序号", then=("1",)),
    "这是华容区抽检报告": _of_picture("hujie", "已归到①", "华容区"),
    "三个区共用这一份报告": _of_picture("hujie", "鄂城区", "华容区", "梁子湖区"),
    "1 监督抽查结果": _of_picture("hujie", "是哪个单位的", "3 梁子湖区"),
    "监测报告，安岳县的": _of_picture("caiming", "已归到①", "安岳县"),
    "4.2会议照片": _of_picture("guolan", "已归到②", "说明：4.2会议照片"),
    "2 有证明材料": _of_picture("chenjing"),
    "https://mp.weixin.qq.com/s/abcDEF123": Case("chenjing", ("收到链接", "归到哪一项")),
    "这是诚信规划的新闻链接 https://www.example.gov.cn/1.html": Case("chenjing", ("收到链接", "已归到①")),
    "[链接] https://www.example.gov.cn/2.html 昆仑行动集中销毁新闻": Case(
        "wanpeng", ("收到链接", "说明记下了：“昆仑行动集中销毁新闻”"), then=("1",)
    ),
    # what was wrong with a piece
    "照片发重了，删一张": Case(
        "wangmin",
        ("1 撤回您发的第2件", "2 撤回您发的第1件"),
        (("wangmin", "#image"), ("wangmin", "#image")),
        then=("1",),
    ),
    "刚才那张图片发错了，不要了": Case(
        "chenjing", ("撤回", "回1"), (("chenjing", "#image"), ("chenjing", "1 检查"))
    ),
    "刚才那张归错了，应该是第3项的": Case(
        "wangmin", ("归到③", "回1"), (("wangmin", "#image"), ("wangmin", "1 检查"))
    ),
    "材料同时也算第3项的": Case(
        "wangmin", ("也归到③", "回1"), (("wangmin", "#image"), ("wangmin", "1 检查")), then=("1",)
    ),
    "刚发的图先别归，还没定稿": _of_picture("wulin", "先放着"),
    "图片是执法检查的，覆盖率99": Case(
        "wangmin",
        ("已收：②", "已归到①"),
        (("wangmin", "#image"),),
        stored={"T17-H1": {"coverage_percent": "99"}},
    ),
    # words before the piece itself, a document's number, a promise, where to send
    "这是5月20日在凡河新区工地检查的照片": Case("wangmin", ("说明记下了", "直接发过来")),
    "县旅发〔2015〕12号 关于印发旅游诚信规划的通知": Case(
        "chenjing", ("①", "文字材料", "县旅发〔2015〕12号")
    ),
    "图片稍后发": Case("wangmin", ("好的",)),
    "昆仑行动的照片一共12张，怎么传": Case("wanpeng", ("直接发",)),
    "新闻报道链接算不算印证材料": Case("wanpeng", ()),
    # what another unit gave for one's own is contested, never reported
    "市质监局报我们93.5不对，我们自己统计95.6": Case(
        "guolan", ("已登记异议", "1.1"), (("hujie", "鄂城区制造业合格率93.5"),), kinds=("appeal",)
    ),
    "前两张1，后一张2": Case(
        "wangmin",
        ("已归到①", "2件", "已归到②"),
        (("wangmin", "#image"), ("wangmin", "#image"), ("wangmin", "#image")),
    ),
    "第一张是执法检查，第二张是质量提升会议": Case("wangmin", ("2件材料还没有归类",), _TWO_PICTURES),
    "这张是1的那张是3的": Case("wangmin", ("2件材料还没有归类",), _TWO_PICTURES),
    "两张都是1的": Case("wangmin", ("已归到①", "2件"), _TWO_PICTURES),
    "1 现场照片 3 宣传照片": Case("wangmin", ("还没有归类",), _TWO_PICTURES[:1]),
    "1 执法检查 3 张照片": Case("wangmin", ("已归到①",), _TWO_PICTURES[:1]),
    "食药的": _of_picture("liuyang", "归到哪一项"),
    "照片补一张更清楚的": Case("wangmin", ("直接发来",), (("wangmin", "#image"), ("wangmin", "1 检查"))),
    # said of a picture before it comes, or in its place
    "图片是①的": Case("wangmin", ("发来就归到①", "还没有收到图片"), then=("#image",), never=("说明记下了",)),
    "[图片] 这个是报在哪一项的呀？": Case("wangmin", ("还没有收到图片", "归哪一项"), never=("说明记下了",)),
    "图片我等下发，先说一声，是项目2的": Case("wangmin", ("发来就归到②", "还没有收到图片")),
    "图片 2015年6月18日 县医院工地 质量执法检查": Case("wangmin", ("说明记下了", "发来就归到①")),
    "刚给你发了张图，收到没": Case("wangmin", ("没有收到图片", "没有存成功")),
    "发图了，要写说明不": Case("wangmin", ("要写", "没有文字说明的图片不能算完整材料")),
    "手机里有张检查的照片 传哪": Case("wangmin", ("直接发到这里",)),
    "照片已经拍了，覆盖率100": Case("wangmin", ("100%",), stored={"T17-H1": {"coverage_percent": "100"}}),
    "45号文和46号文，都发你了": Case("songli", ("没有收到图片或文件本身",)),
    "平农2021 45号跟46号两个pdf": Case("songli", ("平农〔2021〕45号、平农〔2021〕46号", "45号→1，46号→2")),
    "平农〔2021〕45号、46号": Case("songli", ("平农〔2021〕45号、平农〔2021〕46号",)),
    "平农[2021]45号归3 平农[2021]46号归5": Case("songli", ("已归到③", "已归到⑤")),
    # what was handed in and whether it is in order
    "帮我看看材料交了几样了，排的顺序有没有毛病": Case("songli", ("材料目录", "顺序没有问题"), _IN_THREE),
    "看看都传了些啥，缺哪几样": Case("songli", ("已交1件", "缺9项"), _IN_THREE, never=("没有现成答案",)),
    "材料排序排对没": Case("songli", ("顺序没有问题",), _IN_THREE),
    # the number of a document behind a picture is the picture's caption, and no second piece
    "平农〔2021〕45号": Case(
        "songli",
        ("说明记下了：“平农〔2021〕45号”", "1件材料归到哪一项"),
        (("songli", "#image"),),
        never=("2件",),
    ),
    # that it is handed over is no part of what it shows
    "这张图片你收一下": _of_picture("wangmin", "归到哪一项", never=("说明记下了",)),
    "现场照片收一下": _of_picture("wangmin", "说明记下了：“现场照片”"),
    "发你一张照片 执法检查的现场": Case("wangmin", ("说明记下了：“执法检查的现场”", "还没有收到图片")),
    "这个是安岳的": _of_picture("caiming", "（安岳县）：1件", never=("说明：这个",)),
}
