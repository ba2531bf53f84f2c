"""怎么用, 有哪些: whether a line asks how to go about it here, or for the list, and names nothing that is to be reported."""

import re
from typing import Final

from handlers.kinds_of_words import all_of

_HOW: Final = re.compile(
    "怎|咋|如何|[哪啥][儿里]|从哪|往哪|流程|步骤|教|(?:操作|使用|填报|上报|填写|报送)说明|说明书|用法|方法|不(?:太|大)?会|不(?:太|大)?懂|第一[次回]|头一[次回]|手册|指南|举个?例|示范|例子|范例|样例|不明白|不晓得|[打输](?:入|个|些)?(?:什么|啥)|该发(?:什么|啥)|发(?:什么|啥)给[你您]|干(?:啥|什么)[使用]"
)
_OF_SOMETHING: Final = re.compile(
    "(?:怎么?样?|咋|如何)(?:又|还|不|没|让|叫|来|是)|[弄发传用看打][不没]|没了|[来算定]的|[得的](?:怎么样|咋样|如何)|(?:怎么样|咋样|如何)了|[这那]个?(?:该|要|应该)?(?:怎么|怎样|咋|如何)个?[报填交写办发]|(?:怎么|咋|[报填交写办发])了|^不[会懂]的?$"
)
"""怎么又要报, 怎么没了, 这个怎么报, 弄得怎么样了: asks why, or of what was spoken of before."""
_GENERAL: Final = re.compile(
    r"(?>格式有要求|格式要求|什么格式|操作说明|使用说明|填报说明|上报说明|填写说明|报送说明|第一步|头一步|举个例子|举个例|举例|示范|范例|样例|例子|的话|这玩意儿|说明书|这玩意|第一次|第一回|头一次|头一回|有没有|不知道|不清楚|不明白|不晓得|怎么样|接下来|机器人|小程序|从哪儿|往哪儿|加进来|一步步|玩意|系统|平台|软件|上面|上头|里面|里头|群里|这儿|那儿|这边|这里|哪里|哪儿|从哪|往哪|怎么|怎样|咋个|如何|什么|应该|需要|不太|不大|格式|哪块|操作|使用|输入|一份|上报|填报|报送|报数据|报数|上传|提交|填写|开始|着手"
    r"|上手|入手|下手|东西|数据|数字|这个|那个|流程|步骤|教程|用法|方法|手册|指南|领导|刚才|新手|新来|新人|进来|接手|接触|接到|安排|我们|咱们|你们|你好|您好|请问|麻烦|现在|一下|一点|教教|讲讲|说说|告诉|一步|从头|发法|报法|填法|嗯|块|咋|哪|啥|才|使|打|输|个|该|要|想|能|得|会|不|没|太|报|填|交|弄|搞|整|用|发|做|干|走|办|看|学|懂|数|这|那|刚|让|叫|我|咱|俺|你|您|请|点|给|把|往|在|到|去|来|跟|向|里|上|教|讲|说|是|有|了|的|地|呀|啊|呢|吧|吗|呗|哦|哈|嘛|也|就|先|都|急"
    r"|[\s，,。.!！?？、~～…])+"
)
"""The longest words first: no word is a piece of another one that follows it."""
_FIGURES: Final = re.compile("数[据字]?(?=怎么|咋|如何|往哪|在哪)")
_PIECES: Final = re.compile("(?:照片|图片?|材料|文件)(?:该?(?:怎么|咋|如何)?(?:上?传|发|交))?")
"""照片怎么传 数怎么填 asks of both, and so of everything."""
_LONGEST: Final = 30
_SHORTEST: Final = 4


def asks_how(text: str) -> bool:
    """Whether every word of it is of asking how: 你好，请问我该怎么在这上面报东西？"""
    if not _SHORTEST <= len(text) <= _LONGEST or _HOW.search(text) is None:
        return False
    if _FIGURES.search(text):
        text = _PIECES.sub("", text)
    return _OF_SOMETHING.search(text) is None and _GENERAL.fullmatch(text) is not None


_LIST: Final = re.compile(
    r"(?:请问|那|看看|现在)?(?:我们?|咱们?|本单位|俺)(?:[\u4e00-\u9fff]{1,6}[局委办镇区])?(?:这边|今年|这[次回])*(?:(?:要|该)(?:上报|报|填)|要?(?:负责|分到|承担|认领|考核?))(?:的|了)?(?:是|有|都)*(?:指标|任务|内容)?(?:都|是|有)*"
    r"(?:哪几|哪些|什么|啥|几)[项条个样块]?(?:指标|任务|内容|项目|东西|数据?|活)?[啊呀呢\s?？]*"
)
_LONGEST_OF_LIST: Final = 22


_OWN_LIST: Final = all_of(
    "我|咱|俺|本[局单]",
    "名下|头上|轮到|负责|摊[上到]|分到|[派归]给?|[要该](?:上报|[报交填弄])|考核|承担|认领",
    "清单|单子|列表|[拉列开][个出一]|[哪几](?:些|几|两|三)?[个项条点样活块摊]|(?:什么|啥|哪些)(?:活|事|指标|任务|东西|内容|项目|数据?)|多少[项个条]|[是有](?:什么|啥|哪些)[啊呀]?$",
    without=r"材料|[佐印]证|证明|照片|文件|报告|截止|时候|几[号天家次份]|扣|分(?!到)|得|[还剩][差剩有]|没|别的|其[他它余]|谁|怎么|咋|为|审|退|目标|年|上次|[报交填弄][了过完]|完成|[区县镇村](?!政府|局|质)|导出|打印|下载|[①-⑳\d]|第|电话|不|最|先|属于|算",
)
"""把我们局要报的东西拉个单子, 我这边有几个考核点: the same by the kinds of words in it."""
_NAMED_LIST: Final = re.compile(
    "(?:看看?|查查?|列|显示|给我看看?)?(?:一下)?(?:我们?|咱们?|俺们?|本单位)(?:局|单位)?名下(?:的|有)*(?:任务|指标|清单|项目|内容|东西)?[啊呀吧呢]?"
)


def asks_list(text: str) -> bool:
    """我负责的指标有哪些, 我们公安局考核哪几条: which lines are the speaker's."""
    if len(text) > _LONGEST_OF_LIST:
        return False
    return any(one.fullmatch(text) for one in (_LIST, _NAMED_LIST)) or _OWN_LIST.match(text) is not None
