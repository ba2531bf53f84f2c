"""哪一项: the words that ask for the list and its lines: which, how many, how they stand."""

from typing import Final

from handlers.reporting.about import (
    own,
    picked,
    standing,
    unlisted,
)
from handlers.reporting.about.facet import (
    of,
)

PICKED: Final = of(f"{picked.COUNTED} {picked.KIND}", None, picked.picked, shy=True)
MISSED: Final = of(unlisted.MISSED, None, unlisted.not_listed, shy=True)
LACKED: Final = of(unlisted.LACKED, unlisted.lacked, unlisted.lacked_of_list, is_open=True)
EACH: Final = of(
    "(?:各|每个?)(?:个)?(?:区|县|镇|县区|区县).{0,6}(?:怎么样|咋样|情况|进度|多少|几分|报)"
    " (?:各|[两三几]个?|哪个?)[县区镇][^，,]{0,6}最(?:高|低|好|差|多|少)",
    None,
    own.each,
)
LINES: Final = of(
    "(?:[一二两三四五六七八九十]+|\\d+|几|哪几)项.{0,4}(?:分别)?(?:都)?(?:是|有)(?:些)?(?:啥|什么|哪)",
    own.shown_line,
    own.tasks,
)
CONTENT: Final = of(
    "(?<!还)是(?:个)?(?:什么|啥|干什么|干啥|哪些|哪几个|哪个)(?:项|内容|东西|任务|指标|工作|来着|呀|啊|的|事)?[?？]?$"
    " (?:啥|什么)内容 (?:讲|说|写)(?:的|得)?(?:是)?(?:啥|什么)[?？]?$",
    own.shown_line,
    shy=True,
)
FINISHED: Final = of("算(?:不算)?(?:完成|达标|做到)(?:了)?(?:没|吗|不|么)", standing.state)
COUNTED: Final = of(
    "(?:为啥|为什么|怎么|咋).{0,3}(?:还|又)?(?:显示|说|写)?(?:还)?(?:差|缺|欠)[^，,]{0,3}(?:项|个|$)"
    " (?:还差|共)\\d+项.{0,4}(?:什么|啥)意思 (?:报|交|填)(?:完|好|齐|全)了?(?:没有?|吗|么|吧|不)"
    " 是不是(?:都|全)?(?:报|填)?(?:齐|全|完整)了?$ (?:报|填)的[^，,]{0,6}(?:齐|完整)了?(?:没有?|吗|么|吧|不)",
    standing.owed,
    own.missing,
)
RETURNED: Final = of(
    "(?:让|要|叫)(?:我们?|咱)?(?:补|改|重)(?:充|报|交|传)?的 (?:退|打)(?:回|了)来?的? 退回了?[没吗]",
    None,
    own.returned,
)
BELONGING: Final = of(
    "(?:算|归|属于?|放|填|写)(?:在|到|进)?哪(?:一?项|个指标|里头?|一?条)",
    standing.state,
    own.tasks,
)
OWED: Final = of(
    "(?:还|剩|差|欠|缺)(?:差|有|剩|下|了)?(?:几|多少|哪|啥|什么)(?!天|分) (?:没|未)(?:报|交|弄|填)的"
    " 哪.{0,3}(?:没|未)(?:报|交) 哪[些几][项个]?还没"
    " (?:剩|差|欠)哪 就剩"
    " (?:有没有|有)(?:什么|啥)?(?:要|该)(?:交|报|弄|填)的"
    " (?:要|该|得|必须|需要)(?:交|报|弄|填|上报)(?:些|的)?(?:有)?(?:啥|什么|哪些|哪几) 还有别的",
    standing.owed,
    own.missing,
)
DONE: Final = of(
    "(?:完成|报|弄|交|做)(?:了|好|完)?(?:几|多少)(?:项|个|样) (?:里头|里面|其中).{0,4}(?:报|完成)了?几"
    " 完成率(?:是)?(?:多少|几|咋|怎) 完成率$ 完成(?:多少|几)",
    standing.owed,
    own.done,
)
HISTORY: Final = of(
    "(?:报|交|填)过(?:的|啥|什么|哪|没) 报了(?:些)?(?:啥|什么|哪)"
    " (?:昨天|今天|前天|上周|上次|之前).{0,3}报(?:了|的|过)"
    " 谁(?:报|填|弄)的 报的(?:给|看|都)",
    standing.state,
    own.history,
)
REVIEWED: Final = of(
    "(?:审|批|核)(?:核|批|定|查)?(?:完|过|好)?(?:了|过)?(?:没有?|吗|么)(?!关系) (?<!自)[审批核](?:核|批|定)?通过"
    " (?:通过|(?<=[的个项数那这])过)(?:了)?(?:没有?|吗|么)"
    " (?:市里|县里|区里|省里|质强办|质兴办|审核员|领导|上面|他们|你们|有人)"
    "[^，,]{0,3}(?:看|审|批|核)(?:了|过|到)+(?:没有?|吗|么)"
    " (?:审|报|弄|走|进行)到(?:了)?(?:哪|什么程度)(?!一?[天日月年]) (?:退|打)(?:回|了)*(?:没有?|吗|么)",
    standing.state,
    own.reviewed,
)
STATE: Final = of(
    "[报交](?:了|上)?(?:没|吗|么) 报(?:了|的)(?:是)?(?:多少|几) (?:审|批|核)(?:了|过|完)?(?:没|吗|么)"
    " (?:通过|过)了?(?:没|吗)"
    " (?:收到|(?<![算计放加])进去|成功)了?(?:没|吗|么) 来着 现在(?:是)?(?:多少|几|啥|什么) (?:率|数|量|"
    "值)(?:现在|"
    "目前)?(?:是|有|到)?(?:多少|几) 多少了 进度 完成(?:了)?(?:没|吗)"
    " 完事 暂时 定了 报多少 是多少",
    standing.state,
    own.tasks,
    shy=True,
)
WORD: Final = of(picked.WORD, None, picked.picked, shy=True)
TASKS: Final = of(
    "(?<!那)几项 多少项 哪些项 任务.{0,3}(?:有|是)?(?:啥|什么|哪) (?:就|只)(?:这)?一项 哪几项 哪些是",
    None,
    own.tasks,
)
