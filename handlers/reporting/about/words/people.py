"""谁: the words that ask who reports, who judges, who reviews, and how others stand."""

from typing import Final

from handlers.reporting.about import (
    own,
    people,
    unlisted,
)
from handlers.reporting.about.facet import (
    HOW,
    JUDGE,
    OTHERS,
    WHEN,
    WHO,
    of,
)

COMPARING: Final = of(
    f"(?:跟|和|与|比|同){OTHERS} {OTHERS}.{{0,6}}(?:多少|几|{HOW}|高|低) 比谁"
    " 谁[^，,]{0,3}(?:高|低|好|差|强|重|轻|多(?!久)|少)(?!报)"
    " (?<=[，,。?？])(?:在?全[市县区])?(?:我们|咱们?)?(?:能)?排(?:在)?(?:第几|多少名|几名|名第几)",
    None,
    people.others_closed,
)
"""The one thing that is asked of others, and is not told."""
_SEERS: Final = (
    "(?:谁|哪些人|什么人|领导|局长|市长|县长|区长|镇长|上面|上级|外面|社会上|公众|企业|"
    "(?:别|其他|其它|别的|人家|兄弟)(?:的)?(?:人|局|单位|镇|乡|区|县|家|部门)?|他们|市里|县里|区里|省里)"
)
SEEN: Final = of(
    f"{_SEERS}(?:也|都|还|是不是|会不会|能不能|可不可以|能|会|可以|随便)*(?:看(?:得|不)(?:到|见)|(?<=[能会以便])看(?:到|见|得到|得见)?(?:$|[吗么不啊呢，,?？]|我们|这|的|里))"
    " (?:数|报的|材料|填的|分)[^，,]{0,6}(?:会不会|会|要不要|是不是|要)(?:对外|被|给)?(?:公开|公示|公布出去|外传|泄露)",
    None,
    people.seen_by,
)
WHEN_REVIEWED: Final = of(
    f"审(?:核|批)?.{{0,4}}(?:几天|多久|多长|{WHEN}) 多久.{{0,4}}(?:出|审|批)"
    f" (?:{WHEN}|多久).{{0,4}}出(?:分|结果|成绩)",
    None,
    people.when_reviewed,
)
ASSESSOR: Final = of(
    f"{WHO}.{{0,8}}{JUDGE} (?:打分|考核|评分|考评|评)(?:的|单位|部门|人)?是?{WHO} 归谁{JUDGE}"
    f" 打分的是 打分.{{0,6}}还是"
    f" {WHO}.{{0,4}}(?:审(?!批)|把关) (?:下来|来)人查",
    people.assessor,
    people.reviewers,
)
WHETHER_OWN: Final = of(
    "没有(?=.{1,12}这一?项) (?:不用|不要|用不用|不该|不归|是不是不用)(?:我们?|咱们?|本?区|"
    "本?局)(?:来)?(?:报|填|管|写)",
    unlisted.lacked,
    own.tasks,
)
DELEGATED: Final = of(
    "(?:让|由|叫|给)[^，,我咱]{1,8}(?:自己|直接|来)(?:来)?(?:报|填)(?:$|[吗么行可？?，,])",
    None,
    people.delegated,
)
REPORTERS: Final = of(
    f"{WHO}.{{0,5}}(?:报(?!错|的)|填(?!的)|负责|牵头|管|写|做|弄|交) (?<!分)归(?:谁|哪个|我们?|咱) 该谁 还有谁"
    " 一起报 挂我们"
    " (?:别的|其他|还有)(?:单位|局|部门|人).{0,4}报 是(?:不是)?(?:我们?|咱).{0,6}(?:报|写|管|填)"
    " 还是(?:我们|他们|.{1,6}[局站委办厅院所])报"
    " (?:就|只|光)(?:是|有)?(?:我们?|咱们?)(?:局|镇|单位|区)?(?:自己)?一家(?:单位)?(?:报|填|管|负责)(?!了)"
    " 要?(?:我们?|咱)自己(?:报|写|填) (?:责任|负责)单位 也(?:归|该|要|得|在我).{0,3}报 应该是?.{1,8}报",
    people.reporters,
    own.tasks,
)
