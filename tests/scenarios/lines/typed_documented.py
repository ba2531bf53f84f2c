"""Examples of the documents where they have nothing to be about, or stand in the middle of something."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said

_PICTURE: Final[tuple[Said, ...]] = (("wangmin", "#image"),)
_FILED: Final[tuple[Said, ...]] = (*_PICTURE, ("wangmin", "1"))
_DUTY: Final[tuple[Said, ...]] = (("wangmin", "责任异议 第3项是水利局的"),)
_MOVED: Final[tuple[Said, ...]] = (("zhouning", "半年节点改到7月3号 原因省局延期"),)

DOCUMENTED_CONTACTS: Final[Mapping[str, Case]] = {
    "整改报告什么时候交": Case("songli", ("整改报告的时限", "原文未规定"), never=("最早的",)),
    "自评报告什么时候交": Case("wangmin", ("自评报告的时限", "原文未规定"), never=("最早的",)),
    "导出计分表": Case("wangmin", ("正在做县城建局的计分表",), _PICTURE, never=("说明记下了",)),
    "回审核 是方案印发日期": Case("wangmin", ("没有转",), _PICTURE, never=("说明记下了",)),
    "归错了，应该是第3项的": Case("wangmin", ("归到③", "是就回1"), _FILED, stored={}),
    "上次报的事故后来怎么样了": Case("wangmin", ("没有登记过事故",)),
    "异议撤回吧": Case("wangmin", ("撤回第1号",), _DUTY),
}
DOCUMENTED_LEADERS: Final[Mapping[str, Case]] = {
    "本周一共收到多少份材料": Case("suntao", ("还没有收到材料",), never=("联络员",)),
    "那个93.5是怎么回事": Case("suntao", ("没有93.5",), never=("暂得",)),
    "自评报告什么时候交": Case("shiyu", ("1月17日下午下班前",), never=("联系人：",)),
}
DOCUMENTED_OFFICE: Final[Mapping[str, Case]] = {
    "不是周五是周四": Case("zhouning", ("7月2日18:00（周四）",), _MOVED),
    "加上安监局": Case("zhouning", ("已经在名单里", "将提醒5人"), (("zhouning", "没报的催一下"),)),
    "没交自评报告的再催一遍": Case("zhouning", ("没有要交自评报告", "没有发送")),
    "自评报告定在12月25日": Case("zhouning", ("没有要交自评报告", "没有改动")),
}
DOCUMENTED_REVIEWERS: Final[Mapping[str, Case]] = {
    "让质监局补抽检台账": Case("liqiang", ("没有“质监局”",)),
    "材料齐不齐 5.1": Case("liqiang", ("没有编号“5.1”", "T01-H1")),
}
