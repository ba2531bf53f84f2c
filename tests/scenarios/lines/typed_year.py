"""What the office types over a whole year: who reports for whom, locking, days of papers, roles, marks, questions."""

from collections.abc import Mapping

from tests.scenarios.lines.case import Case, Said

_DISTRICTS: tuple[Said, ...] = (("hujie", "鄂城区96.2 华容区95.8"),)
_COUNTIES: tuple[Said, ...] = (("panhui", "雁江区98.2 安岳县96.9"),)
_PATENTS: tuple[Said, ...] = (("xuna", "1 13.5"),)
_REPORTED: tuple[Said, ...] = (("caiming", "雁江区98 安岳县97.2 乐至县96"),)
_MARKED: tuple[Said, ...] = (("duhao", "E.1 安岳县 4 空气质量达标"), ("duhao", "是"))
_WISHED: tuple[Said, ...] = (("hujie", "能不能晚两天报，检测报告还没出"), ("hujie", "1"))
_EVENT: tuple[Said, ...] = (("duhao", "安岳出了个食品安全事件，算不算一票否决"), ("duhao", "1"))
_WHICH: tuple[Said, ...] = (("qinfang", "所有材料都延到20号"),)
_ORDERS = ("将归档", "回“是”")

YEAR_TYPED: Mapping[str, Case] = {
    # every row names the district
    "质监局报的数给我看一下": Case(
        "xieyun",
        ("（鄂城区） 96.2%", "（华容区） 95.8%", "未报：1.1 制造业产品质量合格率（梁子湖区）"),
        _DISTRICTS,
    ),
    "没报 市农委": Case("xieyun", ("（鄂城区）", "（华容区）", "（梁子湖区）")),
    "各区分别报了几项": Case(
        "xieyun", ("鄂城区：", "已报1项（市质监局1）", "梁子湖区：", "已报0项"), _DISTRICTS
    ),
    "各区制造业合格率分别是多少": Case("linfeng", ("鄂城区96.2%", "华容区95.8%", "梁子湖区未报"), _DISTRICTS),
    "江苏名牌各镇报了多少个 汇总一下": Case("yaoqin", ("九华2", "白蒲未报"), (("gaofei", "江苏名牌 2"),)),
    # an event that was registered by mistake
    "不是登记，我是问算不算": Case("duhao", ("已撤回第1号", "否决：“"), _EVENT),
    # told and asked in one breath: what is wanted is asked first
    "梁子湖区今年出了一起较大食品安全事故，这个要一票否决吧？": Case(
        "xieyun", ("1 登记为疑似否决事件", "2 只看条文"), never=("已登记",)
    ),
    "今天有什么要办的": Case("xieyun", ("延期申请", "同意请回", "未报72项"), _WISHED),
    "有没有人要延期的申请": Case("xieyun", ("转来1条", "晚两天报"), _WISHED),
    "现在谁逾期了": Case("xieyun", ("现在没有逾期的", "才截止")),
    # what is not the office's to do as it says: the right way, or the draft
    "乐至县农产品那个，农业局发的通报上是96.4不是96，我直接改行不行": Case(
        "duhao", ("您不能直接改", "代市农业局填报1项", "（乐至县） 96%→96.4%"), _REPORTED
    ),
    "我能不能改一下截止时间": Case("zhouning", (), never=("您不能直接改",)),
    "监管能力建设那项农业农村局说归我们市场监管局报，改一下": Case(
        "qinfang", ("将把7.1", "改由市场监督管理局报", "原来是农业农村局报"), asks=True
    ),
    "江苏精品认定下来一家，给市场监管局加分": Case("fengxue", ("没有加分", "最多5分"), never=("回1",)),
    # whose item it is tells which one; marks are given, not asked for
    "质监局那个合格率的目标值调了，改成95.5": Case("xieyun", ("将设目标", "1.1", "→95.5%"), asks=True),
    "住建委那个合格率目标改成97": Case("xieyun", ("将设目标", "2.1", "→97%"), asks=True),
    "4.1三个县区都给满分": Case("duhao", ("雁江区·核定4/4分", "安岳县·核定4/4分", "要写理由")),
    "4.1两个县区都给满分": Case("duhao", ("哪个单位",), never=("将评",)),
    "刚才那个安岳的分打错了，应该是3.5": Case("duhao", ("安岳县·核定3.5/5分", "空气质量达标"), _MARKED),
    "国家监督抽查合格率90以上那项是怎么打分的来着": Case("fengxue", ("19.1", "得1分")),
    "元旦前一天截止太紧，改到1月8号": Case(
        "xieyun", ("→2014年1月8日18:00", "原因：元旦前一天截止太紧"), asks=True, never=("2件事",)
    ),
    "年终自评报告12月20号前交，定一下": Case("duhao", ("12月20日18:00截止",), arranges=("deadline",)),
    "登错了，不是安岳是乐至": Case("duhao", ("已撤回第1号", "第2号，乐至县"), _EVENT, kinds=("veto",)),
    "有没有登记过事件": Case("duhao", ("第1号 安岳县",), _EVENT, never=("已撤回",)),
    "撤回": Case(
        "wangmin", ("已撤回第1号疑似事件",), (("wangmin", "2 100"), ("wangmin", "昨天工地塌了有人受伤"))
    ),
    # locking: an order, a refusal, a question
    "先锁了吧，别让他们再改了": Case("fengxue", ("“锁”就是归档", "将归档全部指标"), asks=True),
    "先别锁呢": Case("fengxue", ("没有锁",), never=_ORDERS),
    "可以锁了，12月30号以后谁也不许改": Case("duhao", ("没有锁", "12月30日"), never=_ORDERS),
    "归档了以后谁还能动数据": Case("qinfang", ("归档后不再收",), never=_ORDERS),
    "现在能锁吗": Case("fengxue", ("还没有归档",), never=_ORDERS),
    "把科技局的锁了": Case("fengxue", ("不能单锁市科技局",), never=_ORDERS),
    "到期了就自动锁吗": Case("fengxue", ("不会自动锁",), never=_ORDERS),
    # put in for a unit what was reported wrongly
    "许娜说报错了，应该是12.6，我帮她改了吧": Case("fengxue", ("代市科技局填报1项", "13.5→12.6"), _PATENTS),
    "质监局说报错了，应该是96.5，我帮他改了": Case(
        "xieyun", ("1 ①制造业产品质量合格率（鄂城区） 96.2%→96.5%", "（华容区） 95.8%→96.5%"), _DISTRICTS
    ),
    "蔡明不在，帮他报雁江97.8 安岳98": Case("duhao", ("填报2项", "（雁江区）", "（安岳县）")),
    "王敏在外面，她让我把监督覆盖率报成100": Case("zhouning", ("代县城建局填报1项", "100%")),
    "把白蒲的体系认证目标从4个改成3个": Case("yaoqin", ("没有改动", "印的是4"), never=("代白蒲",)),
    "许娜让我问一下她报的对不对": Case("fengxue", (), _PATENTS, never=("代市科技局",)),
    "宋莉报的农产品合格率是多少": Case("qinfang", ("1.3", "98.5%"), (("songli", "1 例行监测合格率98.5%"),)),
    "公安局第2项是交通局吗 弄错了吧": Case("qinfang", ("公安局②是11.2", "由公安局报")),
    "工程质量监督覆盖率99%算几分": Case("zhouning", ("报99%：得0/4分",)),
    "叶市长要材料，把目前三个县区的得分和没报的单位整理一下发我": Case(
        "duhao", ("被考核单位排名", "未报12项")
    ),
    "@所有人 各区各部门请于12月25日前把佐证材料报齐": Case("xieyun", ("将发给3人",), asks=True),
    "今天进度发我看下": Case("qinfang", ("暂得0/100分", "未报68项")),
    # the day of a printed paper
    "自评报告再宽限两天": Case("qinfang", ("1月17日18:00", "1月19日18:00"), asks=True),
    "公安局的自评报告延到20号": Case("qinfang", ("不能只给公安局延",), never=("回“是”",)),
    "是的": Case(
        "qinfang",
        ("已改：印证材料1月20日18:00截止",),
        (*_WHICH, ("qinfang", "2")),
        arranges=("deadline",),
    ),
    # roles, rights and codes
    "李强不当审核员了，改成一般联络员": Case("zhouning", ("李强由审核员改为联络员",), asks=True),
    "蔡明调走了，谁接手还没定，先停了他的权限": Case("duhao", ("将停用市农业局 蔡明",), asks=True),
    "哪些单位没有联络员": Case("zhouning", ("没有登记联络员的2家",)),
    "县教育局新来的联络员叫陆萍，电话13800001111，加一下": Case("zhouning", ("不在本次考核的单位里",)),
    "绑定码是几位的，多久过期": Case("fengxue", ("6位数字", "10分钟"), never=("请本人发",)),
    # what an item is worth, and what is asked before anything is done
    "打击侵权假冒昆仑那项公安局占几分": Case("qinfang", ("4分；公安局报",)),
    "19.2是谁报谁审": Case("fengxue", ("市场监管局报", "何涛审")),
    "要不要再催一下没报的": Case("fengxue", ("还没有发",), never=("回“是”",)),
    "如果有单位造假怎么处理": Case("duhao", ("虚报、瞒报、谎报",)),
    "市场监管局拿了省长质量奖，能加几分": Case("fengxue", ("加分最多5分", "没有记录")),
    "先把鄂城区的结果公布，其他两个等等": Case("xieyun", ("不能只发布鄂城区",), never=("将发布",)),
    "元旦放假那几天别提醒": Case("duhao", ("法定节假日不发",)),
    "大家都管覆盖率叫监督率": Case("zhouning", ("“监督率”＝T17-H1",), arranges=("alias",)),
    "这三天有谁报过数": Case("fengxue", ("这3天1人报了1项", "13.5"), _PATENTS),
    "全市平均值是多少，雁江高还是低": Case("duhao", ("简单平均97.55",), _COUNTIES),
    "白蒲一项没报，罗莹电话多少": Case("yaoqin", ("白蒲 罗莹",), never=("报齐了",)),
    "给三个区的都发个通知，让他们12月20号前把佐证整理好": Case(
        "xieyun", ("郭岚", "【通知】请12月20号前把佐证整理好"), asks=True
    ),
}
