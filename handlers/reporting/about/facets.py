"""问的是哪一面: what a question may ask for, each with the words that tell it and the function that answers it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from handlers.reporting.about import figures, judging, materials, own, people, standing, timing
from handlers.reporting.about.question import Question
from scoring.model import Criterion

OfLeaf = Callable[[Question, Criterion], str | None]
OfList = Callable[[Question], str]


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that can be asked: of a leaf, of the whole list where no leaf is meant, or of either.

    Without `of_list` a question that names no leaf is asked which one it is about, unless it is `shy`: its words
    may as well ask for something else.
    """

    telling: re.Pattern[str]
    of_leaf: OfLeaf | None = None
    of_list: OfList | None = None
    shy: bool = False


def _of(
    telling: str, of_leaf: OfLeaf | None = None, of_list: OfList | None = None, *, shy: bool = False
) -> Facet:
    """`telling` is what people say, the ways to say it apart by blanks."""
    return Facet(re.compile("|".join(telling.split()), re.IGNORECASE), of_leaf, of_list, shy)


def _either(answer: Callable[[Question, Criterion | None], str]) -> tuple[OfLeaf, OfList]:
    """The same answer where a leaf is meant and where none is."""
    return answer, lambda question: answer(question, None)


_WHAT: Final = "(?:什么|啥|哪些|哪几[样种份个项]?|几[样种份]|些啥|些什么)"
_HOW: Final = "(?:怎么|咋|如何|怎样)"
_WHEN: Final = "(?:什么时候|什么时间|啥时候?|哪一?[天日]|几月|几号|何时|多会儿)"
_WHO: Final = "(?:谁|哪个?(?:单位|部门|局|科室)|什么(?:单位|部门|人)|啥(?:单位|部门))"
_JUDGE: Final = "(?:打分|评分|评判|评定|评价|考核|考评|认定|给分|核定|来评|来考|评(?!审)|考)"
_OTHERS: Final = "(?:别的?|其他|其它|人家|兄弟|旁的?)(?:的)?(?:局|单位|镇|乡|区|县|家|部门)"
_PAPER: Final = (
    "(?:照片|图片|截图|视频|录像|拍照|扫描件?|复印件?|原件|电子版|纸质版?|word|pdf|excel|表格|公章|盖章|签字|手写|格式|装订|排版"
    "|一式|几[份套页]|多大|多少字|印发稿|征求意见稿|红头)"
)
_EVIDENCE: Final = "(?:材料|印证|佐证|证明|资料|附件)"

TRIAL: Final = _of(judging.WORTH, judging.trial)
"""Only where the message holds a value."""
BY_DEFAULT: Final = _of(r"[?吗么呢不没]\s*$", judging.trial)
"""A value that is asked about by nothing but a question mark."""
COMPARING: Final = _of(
    f"(?:跟|和|与|比|同){_OTHERS} {_OTHERS}.{{0,6}}(?:多少|几|{_HOW}|高|低) 比谁"
    " 谁[^，,]{0,3}(?:高|低|好|差|强|重|轻|多(?!久)|少)(?!报)",
    None,
    people.others_closed,
)
"""The one thing that is asked of others, and is not told."""

FACETS: Final = (
    COMPARING,
    _of(
        "(?:让|要|叫)(?:我们?|咱)?(?:补|改|重)(?:充|报|交|传)?的 (?:退|打)(?:回|了)来?的? 退回了?[没吗]",
        None,
        own.returned,
    ),
    _of(
        "哪[一几]?[项个些].{0,5}(?:最(?!急|着急|紧|早|先)|容易|重要|要紧|分[高多值]|值钱|好拿)"
        " 最(?:容易|好)(?:丢|扣|拿|得)分 分最(?:大|高|多)",
        None,
        own.weightiest,
    ),
    _of(
        "最(?:着?急|要?紧|早(?!能)|先) (?:哪|啥|什么).{0,4}(?:先|急) 先(?:报|弄|交|做|搞)(?:哪|啥|什么)",
        None,
        timing.urgent,
    ),
    _of(
        "(?:下半年|下一?个?季度|第?[三四]季度|年底|年终|年末|后面|后头|接下来|往后|下一?个?节点|下一步)"
        "(?!.{0,4}(?:得|拿|考).{0,3}分).{0,8}(?:啥|什么|哪|几项|多少项|任务|没)"
        " 半年.{0,4}(?:跟|和|与|同).{0,2}(?:年|全年)",
        None,
        timing.later,
    ),
    _of(
        "(?:去年|上一?年度?|前年|往年|上次考核|上一?届).{0,12}(?:多少|几|啥|什么|咋|怎|来着|数)"
        " 目标.{0,4}(?:去年|上年).{0,3}(?:一样|相同)",
        figures.last_year,
        figures.no_last_year,
    ),
    _of(
        f"{_EVIDENCE}.{{0,6}}(?:收到|收着|存|到了|进去|传上)了?(?:没|吗|么)"
        " (?:文件|照片|图片|发的|交的|传的).{0,6}(?:收到|收着|存|到了|进去|传上)了?(?:没|吗|么)"
        f" {_EVIDENCE}.{{0,6}}(?:几件|多少件) {_EVIDENCE}.{{0,4}}(?:交|传|发)?(?:全|齐)了?(?:没|吗|不|么)",
        materials.needed,
        materials.received,
    ),
    _of(
        f"{_PAPER}.{{0,8}}(?:吗|么|不行|行|可以|还是|要不要|能不能|上传|多少|几|没有|怎么|咋|算|什么|啥)"
        " (?:要不要|需不需要|是不是要|得不得|用不用|要|几|能不能|可不可以|能|什么|啥|哪种|按什么)"
        f".{{0,8}}(?:{_PAPER}|字$) 多少字 几[套页] 算(?:不算)?(?:是)?{_EVIDENCE} (?:能|可以).{{0,6}}一份 合成一",
        *_either(materials.form),
    ),
    _of(
        f"(?:要|交|需|用|准备|附|补|有|得|算|提供).{{0,4}}{_WHAT}.{{0,4}}{_EVIDENCE}"
        f" (?:交|准备|附|补).{{0,3}}{_WHAT}东西"
        f" {_WHAT}.{{0,3}}(?:材料|印证|佐证|资料) {_EVIDENCE}(?:有|是|要|都|得|该)?(?:{_WHAT}|要求)"
        f" {_EVIDENCE}.{{0,4}}{_HOW}(?:准备|弄|交|要求) 都要(?:些)?(?:什么|啥|哪些)",
        materials.needed,
        materials.lacking_of_list,
    ),
    _of(
        "(?:材料|数|表|报告|要|的|都|这些).{0,4}(?:交|报|发|送|传|给)(?:到|给|去|往)?(?:哪(?!一?[天日年月项个]|些|几)|谁|啥地方|什么地方)"
        " (?:交|发|送)(?:到|给)?(?:哪|谁) 发邮箱"
        f" {_HOW}(?:上传|传|发送?|交|提交)(?:材料|照片|图片|文件|上来|上去|过来)?",
        *_either(materials.where),
    ),
    _of(
        "(?:为什么|为啥|凭什么|凭啥).{0,8}(?:分|扣|丢|低|少|没给) (?:怎么|咋)(?:才|就|只|会)(?:给|得|有|扣|是)?\\d"
        " (?:为什么|为啥|凭什么|凭啥|怎么|咋).{0,4}扣(?:了|我们?|掉)",
        judging.why,
        judging.why_so_many,
    ),
    _of(
        "(?:丢|失|扣)(?:了|的)?(?:多少|几)?分.{0,4}(?:哪|几|多少|了) (?:丢|扣|失)(?:在|到)哪"
        " 分.{0,3}(?:丢|扣|失)(?:在|到|了|哪) 哪.{0,4}(?:丢|扣|失)(?:了)?分",
        None,
        own.losses,
    ),
    _of(
        "(?:最多|顶多|最高|总共|一共|大概|到底|还|全年)?(?:能|可以)(?:拿|得|到|考|有)(?:到)?(?:多少|几)分?.{0,4}(?:顶天|最多)?"
        " 顶天 封顶",
        judging.worth,
        own.most,
    ),
    _of(
        f"{_WHEN}.{{0,6}}(?:为止|止的|的数|数据|人口|统计) 时间点 时点 统计(?:时间|期|口径|到) 哪一?年的"
        f" {_WHEN}.{{0,3}}(?:之?前|以前|以后)的"
        f" (?:报|算|取|截|统计)(?:到|至)?(?:{_WHEN}|哪一?年|哪个月) (?:截止?到?|截至|到)(?:{_WHEN}|哪)(?:的|为止)",
        figures.reference,
    ),
    _of(
        "(?:怎样|怎么|咋|如何|啥样|才)(?:样)?(?:才)?(?:能|算|给|会|叫)?.{0,5}满分? 满分.{0,3}(?:标准|条件|要求|怎)"
        " (?:就|算)是?满分 (?:不|别)(?:丢|扣)分 得满 拿满 打满 全拿",
        judging.full,
        judging.full_of_list,
    ),
    _of(
        f"审(?:核|批)?.{{0,4}}(?:几天|多久|多长|{_WHEN}) 多久.{{0,4}}(?:出|审|批)"
        f" (?:{_WHEN}|多久).{{0,4}}出(?:分|结果|成绩)",
        None,
        people.when_reviewed,
    ),
    _of(
        f"{_WHO}.{{0,8}}{_JUDGE} (?:打分|考核|评分|考评|评)(?:的|单位|部门|人)?是?{_WHO} 归谁{_JUDGE}"
        f" 打分的是 打分.{{0,6}}还是"
        f" {_WHO}.{{0,4}}(?:审(?!批)|把关) (?:下来|来)人查",
        people.assessor,
        people.reviewers,
    ),
    _of(
        f"{_WHO}.{{0,4}}(?:提供|测|检|给数|出数|出具|统计|的数)"
        f" (?:数|数据|数字).{{0,4}}(?:从哪|哪里?来|找谁|问谁|跟谁要|哪儿来)"
        " (?:没有?|拿不到|不掌握|不知道|没拿到)(?:这个|这些)?(?:数|数据)"
        f" (?:省|市|上级|第三方|别人).{{0,3}}(?:测|评|检|抽)的?.{{0,12}}{_HOW}(?:报|填|办)"
        " 还是(?:我们|咱们?)?自己(?:查|找|算|测|统计)",
        figures.whose_value,
        figures.whose_values,
    ),
    _of("没有(?=.{1,12}这一?项)", people.whether_own, own.tasks),
    _of(
        f"{_WHO}.{{0,5}}(?:报(?!错|的)|填(?!的)|负责|牵头|管|写|做|弄|交) (?<!分)归(?:谁|哪个|我们?|咱) 该谁 还有谁"
        " 一起报 挂我们"
        " (?:别的|其他|还有)(?:单位|局|部门|人).{0,4}报 是(?:不是)?(?:我们?|咱).{0,6}(?:报|写|管|填)"
        " 还是(?:我们|他们|.{1,6}[局站委办厅院所])报"
        " 要?(?:我们?|咱)自己(?:报|写|填) (?:责任|负责)单位 也(?:归|该|要|得).{0,3}报 应该是?.{1,8}报",
        people.reporters,
        own.tasks,
    ),
    _of(
        "目标(?:值|数|任务)?.{0,6}(?:多少|几|是|咋|怎|谁|哪|多大|一样|呢|啥|什么) 平均值?.{0,3}(?:多少|几)"
        " 要求(?:是)?(?:多少|几) (?:多少|几).{0,4}目标"
        " 指标(?:数|是).{0,3}(?:几|多少)"
        " 目标(?:值)?[?]?$"
        " (?:要|得)(?:几|多少)(?:家|个|件|项)",
        standing.target_of,
        own.targets,
    ),
    _of(
        "(?:数据?|数值|指标)?单位(?:是|用|按|写)?(?:啥|什么|%|个|万|哪) 还是\\d*% %还是"
        " (?:百分号|%).{0,4}(?:要|还是|写|带|用)"
        " 百分[比数].{0,4}还是 还是百分 带不带 是个数 个数还是 还是个数",
        figures.unit,
    ),
    _of("小数 几位 保留(?:到|几) 四舍五入 取整", *_either(figures.decimals)),
    _of(
        f"{_HOW}(?:报(?!错)|填|写|录) (?:填|写|报)(?:啥|什么|几$|几呢)"
        f" 没有?.{{0,3}}就?(?:写|填|报)(?:0|零|无) (?:填|写|报)(?:0|零|无).{{0,3}}还是 都要报[?？吗么]",
        figures.how,
        shy=True,
    ),
    _of(
        "先报.{0,6}(?:行|可以|能|吗|不) (?:材料|数).{0,3}(?:后|以后|回头|再)补 分(?:开|批|次|几次)报(?!还是)"
        " 一次(?:报|交)(?:完|齐)",
        *_either(timing.partly),
    ),
    _of(
        f"{_HOW}(?:个|样)?(?:来|给|去)?(?:算|评|计|记|打|考|给|扣|得|拿|拆|分(?!开)|判|定|衡量|个算) 扣(?:多少|几)"
        " 扣不?扣?分 少一个"
        " 差(?:一|两|几|1|2)个?(?:点|百分) (?:低于|不到|达不到|没达到|没到|超过|不够).{0,10}(?:分|扣|咋|怎|算)"
        " (?:才|怎么)算(?:完成|达标|合格|做到) (?:一半|部分|没做[完全]|不全|不齐).{0,8}(?:算|给|得|扣|分)"
        " (?:小项|每条|[一二两三四]条).{0,6}分"
        " 评分(?:标准|办法|细则) 计分 考核(?:标准|办法) 标准是 给不给分 有没有分 有分[吗不]"
        " (?:能|会|还|可以?|都)(?:给|得|有)分"
        " 给分[吗不] 才(?:给|得|有).{0,3}分 差一点 一点点 [有啥什]么?要求 要求是 几个算 (?:什么|啥)要求",
        judging.clause,
    ),
    _of(
        "(?:加起来|一共|总共|合计|加一块|全部|分别)[^，,]{0,6}分 \\d项.{0,4}(?:满分|分)"
        " (?:几|多少)分(?:的(?:任务|活)|归我们) 几项.{0,3}满分",
        judging.marks,
        judging.all_marks,
    ),
    _of(
        "满分(?:是|有)?(?:几|多少)?分? 分值 [值占](?:几|多少) 是\\d+(?:\\.\\d+)?分(?:吧|吗|不) 几分的 最高几分",
        judging.marks,
        judging.all_marks,
    ),
    _of("几分 多少分", judging.worth, own.score),
    _of(
        "(?:算|归|属于?|放|填|写)(?:在|到|进)?哪(?:一?项|个指标|里头?|一?条)",
        standing.state,
        own.tasks,
    ),
    _of(
        "(?:还|剩|差|欠|缺)(?:差|有|剩|下|了)?(?:几|多少|哪|啥|什么)(?!天|分) (?:没|未)(?:报|交|弄|填)的"
        " 哪.{0,3}(?:没|未)(?:报|交) 哪[些几][项个]?还没"
        " (?:剩|差|欠)哪 就剩"
        " (?:要|该|得|必须|需要)(?:交|报|弄|填|上报)(?:些|的)?(?:有)?(?:啥|什么|哪些|哪几) 还有别的",
        standing.owed,
        own.missing,
    ),
    _of(
        "(?:完成|报|弄|交|做)(?:了|好|完)?(?:几|多少)(?:项|个|样) (?:里头|里面|其中).{0,4}(?:报|完成)了?几"
        " 完成率(?:是)?(?:多少|几|咋|怎) 完成率$ 完成(?:多少|几)",
        standing.owed,
        own.done,
    ),
    _of(
        "(?:报|交|填)过(?:的|啥|什么|哪|没) 报了(?:些)?(?:啥|什么|哪)"
        " (?:昨天|今天|前天|上周|上次|之前).{0,3}报(?:了|的|过)"
        " 谁(?:报|填|弄)的 报的(?:给|看|都)",
        standing.state,
        own.history,
    ),
    _of(
        "(?:能|可以?|还能?|让).{0,6}(?:改(?!成|为)|更正|修改|补|重报|再报|动(?:不|吗|得))"
        " 报错了?.{0,6}(?:怎么|咋|办) 改得了"
        " 过(?:了|期).{0,8}(?:补|改|报|交) 截止(?:后|以后|之后|了)",
        timing.change,
        timing.changes,
    ),
    _of(
        f"{_WHEN}.{{0,6}}(?:交|报|截|前|最|弄|考核) (?:截止|最晚|最迟|期限|时限).{{0,6}} 几点 还剩?(?:几|多少)天 多久"
        " (?:今[天儿]|现在|提前|马上|明天|\\d+[号日]).{0,8}报.{0,4}(?:晚|迟|行|可以|来得及|不)"
        " (?:今天|现在|提前|马上).{0,3}(?:能|可以)报"
        " (?:过期|逾期|到期)了?(?:没|吗|不)? (?:月底|周[一二三四五]|下周).{0,3}(?:之?前|以前) 算(?:迟|晚|逾期)",
        timing.due,
        timing.dues,
    ),
    _of(
        "[报交](?:了|上)?(?:没|吗|么) 报(?:了|的)(?:是)?(?:多少|几) (?:审|批|核)(?:了|过|完)?(?:没|吗|么)"
        " (?:通过|过)了?(?:没|吗)"
        " (?:收到|进去|成功)了?(?:没|吗|么) 来着 现在(?:是)?(?:多少|几|啥|什么) 进度 完成(?:了)?(?:没|吗)"
        " 完事 暂时 定了 报多少 是多少",
        standing.state,
        own.tasks,
        shy=True,
    ),
    _of("口径 界定 定义 按.{1,10}还是.{0,2}按 是按.{1,10}还是", figures.meaning),
    _of(
        "(?:什么|啥)(?:意思|叫|是) 是(?:啥|什么) 口径 界定 定义 理解 指的?(?:是|什么|啥) 算不算"
        " 算.{0,8}[吗么不] (?:才|也)算 包[括含]"
        " 按.{1,10}还是 是.{1,14}还是 监测还是 区别 一回事 一样[吗么不] 一样行 是一[个份] 分开 合(?:起来|并)"
        " 还是.{1,10}的(?:数|吗)?$ 怎么没有 没有这?一?项",
        figures.meaning,
        shy=True,
    ),
    _of(
        "(?:现在|目前|到现在|到底|我们?|咱们?|这边|这块).{0,8}(?:得|拿|有|考|是)?(?:了)?(?:多少|几)分 总分 得分",
        None,
        own.score,
    ),
    _of(
        "几项 多少项 哪些项 任务.{0,3}(?:有|是)?(?:啥|什么|哪) (?:就|只)(?:这)?一项 哪几项 哪些是",
        None,
        own.tasks,
    ),
)

DOUBTING: Final = frozenset[OfLeaf](
    {
        judging.trial,
        judging.clause,
        judging.full,
        judging.marks,
        judging.worth,
        judging.why,
        standing.state,
        timing.change,
        figures.last_year,
        figures.reference,
        figures.whose_value,
        figures.unit,
        figures.decimals,
        figures.how,
        figures.meaning,
        people.reporters,
    }
)
"""Who asks so is not certain yet of what he says beside it."""
