"""考核的名称: the name of a new campaign, as it stands in a sentence that opens one."""

import re
from typing import Final

OPENS: Final = re.compile(
    r"(?:再|新|就|也|来|给我|帮我|帮忙|麻烦|请|要|该)*(?:新建|建立|创建|开办|开通|启动|新增|新开|新设|设立|增加|建|开|加|搞|起|弄)"
    r"(?:一下子?|一个|一轮|个|新的|一?下)+|新建|建立|创建|开办|开通|启动|新增|新开|设立|先?(?:建|开)上|[建开搞立弄整]起来|整一?个"
)
_CALLED: Final = re.compile(r"(?:名字|名称)(?:就|还)?(?:叫做?|是|为)?|(?:就|名)?叫做?|(?:任务|考核)[:：]")
_NAME_AROUND: Final = re.compile(
    r"^(?>[:：\s]|考核(?:任务)?(?=.{4})|今年的?|明年的?|迎接的|把|将|的|为|是|帮忙|帮我|帮|请|麻烦|再|任务吧|吧|给我|要|想|我们?|新)+|(?>起来|项目|(?<=考核)的?任务|一下|[吧了啊呢的。！!\s])+$"
)
_NAME: Final = re.compile(r"(?=.*(?:20\d\d|.{6})).*(?:考核|考评|评价|工作|检查|任务)$")
_LONGEST_NAME: Final = 60


def name_in(text: str) -> str:
    """2017年度资阳市质量工作考核 of 建一个…, of 名字就叫…; "" where no name surely is given."""
    called = _CALLED.split(text, maxsplit=1)[1:]
    for said in (*called, text):
        pieces = [piece for part in re.split("[,，。;；]", said) for piece in OPENS.split(part)]
        names = [_NAME_AROUND.sub("", piece.strip(' 《》“”"')).strip(' 《》“”"') for piece in pieces]
        named = [name for name in names if _NAME.search(name) and len(name) > len("2017年的考核")]
        if len(named) == 1 and len(named[0]) <= _LONGEST_NAME:
            return named[0]
    return ""
