"""What contacts type in whatever order, known by the kinds of words in it; and lines that only look like these."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case

_NO_POINTS = ("自评分不入库",)
_TO_OFFICE = ("还没有办理", "1 登记责任认领异议")
_CONTESTED = ("还没有办理", "1 登记异议")

_THREE = (("hujie", "制造业产品质量合格率 鄂城区95.2 华容区93.5 梁子湖区96"),)

KINDS_TYPED: Mapping[str, Case] = {
    # names of files and documents, each a piece of its own
    "平公〔2021〕18号.pdf、平公〔2021〕33号.pdf 两份红头": Case(
        "wanpeng", ("收到2个文件名", "文件本身没有随消息过来", "18号→1，33号→2")
    ),
    "平交〔2021〕9号 平交〔2021〕15号 两个红头文件": Case("jiangtao", ("收到2个文号", "9号→1，15号→2")),
    "[文件] 安全生产大检查实施方案.pdf 大检查通知.doc 都是第1项的": Case(
        "gaojun", ("收到2个文件名", "已归到①", "2件")
    ),
    "照片发你了 [图片]": Case("guolan", ("没有收到图片本身", "请直接发图片")),
    # how large a file may be
    "文件最大多少兆": Case("luming", ("最大50MB",), never=("回“上传”", "原文未规定")),
    "能传多大的文件": Case("heping", ("最大50MB",)),
    "自评报告.docx 有120兆 发得过来吗": Case("luming", ("120MB的文件收不了", "纸质、U盘报送")),
    # points that a unit gives itself
    "自评打4分": Case("gaojun", ("①4，合计4/4分", *_NO_POINTS)),
    "三项自评都是4分": Case("wangmin", ("①4、②4、③4", *_NO_POINTS)),
    "嗯自评呢就是执法检查四分覆盖率四分整体水平两分 你记一下": Case(
        "wangmin", ("①4、②4、③2，合计10/12", *_NO_POINTS), stored={}
    ),
    "自评的话 覆盖率给满分吧 其它两个各3": Case("wangmin", ("②4、①3、③3", *_NO_POINTS), stored={}),
    "检查方案自评4，整体水平自评扣1分": Case("wangmin", ("①4、③3", *_NO_POINTS), stored={}),
    "我局自评总分12分": Case("wangmin", ("自评合计12/12分", "还缺①②③"), stored={}),
    "自己估的 1项3分 2项4分 合计9": Case("wangmin", ("您说合计9分，各项加起来是7分",), stored={}),
    "自评高估了": Case("wangmin", ("没有改动", "不入库"), stored={}),
    "我们自己打分：合格证那项0.8分": Case(
        "songli", ("0.8",), then=("1",), stored={"5.1": {"self_points": "0.8"}}, asks=True
    ),
    "都报齐了": Case("wangmin", ("还没有都收到", "还缺①③"), (("wangmin", "2 100"),), stored={}),
    "自评分 第3项1分 第4项0.5": Case(
        "songli", ("已收",), stored={"5.1": {"self_points": "1"}, "5.2": {"self_points": "0.5"}}
    ),
    "破案30起，自评还没打分": Case("wanpeng", (), stored={}),
    # what was handed in, and cases
    "帮我看下我交过啥材料了": Case("heping", ("材料目录", "①制定农药质量市场抽查方案")),
    "自评里典型案例有数量要求没 我们交通局": Case("jiangtao", ("没有点名您单位", "不超过5个")),
    # what other values would give, however it is supposed; nothing is stored
    "2报100会得几分 先别记": Case("wangmin", ("试算（不入库）", "4/4分", "合计4/12"), stored={}),
    "假如我那个监督覆盖率填满分一百 单位总共多少分啊": Case(
        "wangmin", ("试算（不入库）", "合计4/12"), stored={}
    ),
    "先帮我算算哈，覆盖率100、方案也有证明，加一块多少分": Case("wangmin", ("②", "①", "合计8/12"), stored={}),
    "如果覆盖率报95，执法检查有方案没证明，一共能得几分": Case(
        "wangmin", ("0/4分", "“执法检查有方案没证明”没有算进去"), stored={}
    ),
    "假设整体水平那条也弄好了 咱局能到多少": Case("wangmin", ("③", "合计4/12"), stored={}),
    "要是公示的分不对怎么办": Case("wangmin", (), never=("要试算哪一项",), stored={}),
    "覆盖率低于100扣几分": Case("wangmin", ("原文",), never=("试算",), stored={}),
    # why so many points: of the one that has just these, or the only one that lost any
    "8分咋来的呀": Case("hujie", ("（华容区）：暂得8/10分",), _THREE),
    "嗯那个华融区的合格率为啥子只得八分喃": Case("hujie", ("（华容区）：暂得8/10分",), _THREE),
    "合格率这项是按哪条扣的分": Case("hujie", ("（华容区）：暂得8/10分",), _THREE),
    "9分咋来的": Case("hujie", ("看哪一家的依据",), _THREE),
    "县公安的 多少分": Case("wangmin", ("您不能看其他单位",), never=("暂得",)),
    "压缩包好几个G，能用U盘送吗": Case("songli", ("最大50MB", "U盘")),
    "材料涉密，能不能只报个数": Case("wangmin", ("保密规定", "可以先只报情况"), never=("问的是哪一项",)),
    # as last time
    "沿用上季度的数据": Case("wangmin", ("没有入库", "请直接发数"), stored={}),
    "跟去年一样": Case("caiming", ("没有入库", "请直接发数"), then=("1",), stored={}),
    "数没变 还是那个": Case("wulin", ("这次已报的：⑯", "93%"), (("wulin", "16 93%"),), stored={}),
    # people, disputes
    "分管副局长赵国强，男，手机13803750011，具体办事的是孙燕，女，科员，13800004444，邮箱sunyan@126.com": Case(
        "jiangtao",
        ("识别到2人", "分管领导 赵**（男，副局长，13803750011", "工作人员 孙*（女，科员，13800004444"),
    ),
    "领导：刘某 女 党组成员 电话0375-2577111 邮箱liu@163.com，经办人：王某 男 股长 13700002222": Case(
        "songli", ("①分管领导 刘*（女，党组成员，", "②工作人员 王*（男，股长，"), stored={}
    ),
    "联络人名单：1.张某某，副局长，13800000000 2.李某，四级主任科员，13911111111": Case(
        "songli", ("①分管领导 张**（副局长，", "②工作人员 李*（四级主任科员，"), stored={}
    ),
    "分管领导张某某，工作人员李某": Case("songli", ("识别到2人", "缺职务"), stored={}),
    "工作人员 李某 女 科员 13911111111": Case(
        "songli",
        ("①分管领导 张**", "②工作人员 李*"),
        (("songli", "分管领导 张某某 男 副局长 13800000000 nyj@163.com"),),
        then=("是",),
        kinds=("contacts",),
    ),
    "工作人员邮箱 liy@126.com": Case("songli", ("这是哪位的邮箱", "没有提交"), stored={}),
    "分管领导和联络员都报过了": Case("songli", (), never=("识别到",), stored={}),
    "公示里我们专利的分给低了，应该是12.3件": Case(
        "xuna", _CONTESTED, (("xuna", "8.4"), ("xuna", "1")), then=("1",), stored={}, kinds=("appeal",)
    ),
    "质量诚信标准不是我们旅游局制定的啊": Case(
        "chenjing", _TO_OFFICE, then=("1",), stored={}, kinds=("duty",)
    ),
    "7、9 不归我们": Case(
        "liuyang", ("2件", "T12-H1", "T14-H1", "不计您逾期"), stored={}, kinds=("duty", "duty")
    ),
    "第2项培育品牌不是我们的": Case("liuyang", ("T03-H1", "不计您逾期"), stored={}, kinds=("duty",)),
    "咋个啥子都算我们头上 旅游局的活嘛": Case("liuyang", (*_TO_OFFICE, "⑦"), then=("1",), kinds=("duty",)),
    "2 100，3不归我们管": Case(
        "wangmin",
        ("②", "责任认领异议"),
        stored={"T17-H1": {"coverage_percent": "100"}},
        kinds=("duty",),
    ),
    "这不是我们的数": Case("liuyang", (), never=("已登记",), stored={}),
    "不是我们不报，是数还没出来": Case("liuyang", (), never=("责任",)),
    "公安局的事报了吗": Case("wangmin", (), never=("责任",)),
    # an appeal with the item that it names, however it says so
    "跟你们反映下 专利这项给低了，要求复核": Case(
        "xuna", ("已登记异议", "18 万人发明专利", "系统8"), (("xuna", "1 8"),), kinds=("appeal",)
    ),
    "华容的得分算少了吧 我们报的是96.4": Case(
        "hujie",
        (*_CONTESTED, "华容区①", "您称96.4%", "2 是自己报错了"),
        (("hujie", "华容区93.5"),),
        then=("2", "1"),
        stored={"1.1|华容区": {"actual_percent": "96.4"}},
        asks=True,
    ),
    "公示那个发明专利 我们报错了 应该是12": Case(
        "xuna",
        ("1 是自己报错了：①", "2 登记异议"),
        (("xuna", "1 8"),),
        then=("1", "1"),
        stored={"18": {"patents_per_10k": "12"}},
        asks=True,
    ),
    "专利那项少给我们算了4件": Case("xuna", _CONTESTED, (("xuna", "1 8"),), never=("您称", "改成4")),
    "公示期到哪天？我们要提异议": Case("xuna", ("原文未规定", "发“申诉"), kinds=()),
    "异议提了没回复啊": Case("wangmin", (), never=("已登记",), kinds=()),
    # who takes over, in whatever words; and that the reminders are too many
    "王敏休产假了，这段时间由我小赵代": Case("wangmin", ("1 登记人员交接",), never=("您不能",)),
    "我刚接手城建局质量考核这摊，之前是李姐弄的": Case(
        "wangmin", ("1 登记人员交接",), then=("1",), kinds=("handover",)
    ),
    "联络员要变更怎么弄": Case("wangmin", ("由质强办确认", "1 登记人员交接")),
    "检查由监督站代做 覆盖率100%": Case(
        "wangmin",
        (),
        never=("登记人员交接",),
        then=("1",),
        stored={"T17-H1": {"coverage_percent": "100"}},
        asks=True,
    ),
    "新接手一个工地 覆盖率还是100": Case(
        "wangmin", (), never=("交接",), then=("1",), stored={"T17-H1": {"coverage_percent": "100"}}, asks=True
    ),
    "质强办的事我知道了": Case("wangmin", (), never=("责任认领",)),
    "检查结果错误率2%": Case("wangmin", (), never=("登记异议",)),
    "华容得分高了还是低了": Case("hujie", (), never=("登记异议",)),
    "食品药品这块早归食药监了": Case("liuyang", _TO_OFFICE),
    "方案交给小王写了 下周报": Case("wangmin", (), never=("登记人员交接",), stored={}),
    "正在开会呢 别老发了": Case("wangmin", ("抱歉打扰", "只提醒截止前一天")),
    "手机都被你震没电了 歇会儿吧": Case("wangmin", ("抱歉打扰", "只提醒截止前一天")),
    "电梯震得厉害 算事故不": Case("wangmin", (), never=("抱歉",)),
    "九华的质量工作换人了，新来的钱进负责，我不管了": Case("gaofei", ("交接",), never=("责任认领",)),
    "特种设备事故是不是我们报": Case("gaojun", (), never=("登记责任",)),
    "通报里写的专利12.6件": Case("xuna", (), never=("登记异议",)),
    "安全监测应该由我们报吧": Case("chenjing", (), never=("登记责任",)),
    "覆盖率100 视频和材料在U盘有200M": Case(
        "wangmin", (), never=("最大50MB",), stored={"T17-H1": {"coverage_percent": "100"}}
    ),
    # the printed name in full, with its own comma; two of three districts turned round; a copy is no count
    "鄂城区食品、药品质量合格率：97.2%": Case(
        "tangli", ("已收",), stored={"1.2|鄂城区": {"actual_percent": "97.2"}}
    ),
    "鄂城跟华容两个数填反了": Case(
        "tangli",
        ("（鄂城区）：95.2%→93.1%", "（华容区）：93.1%→95.2%"),
        (("tangli", "鄂城区食药95.2 华容区食药93.1 梁子湖区食药96"),),
        asks=True,
        never=("梁子湖",),
    ),
    "把我们交通局的考核任务发我一份，谢谢": Case("jiangtao", ("共4项", "①"), never=("示范项目数：1",)),
    "覆盖率我们申诉过了": Case("wangmin", ("没有办理",), never=("已登记",)),
    "26号没报的别催城建局": Case("zhouning", ("没有催", "没有改动"), never=("将提醒",)),
    "工业品抽查合格率今年目标值改成96个点": Case("duhao", ("目标96%", "3家"), arranges=("target",)),
}
