"""一个人的各栏: the number, title and sex that are said of somebody, in any order; and another name for him."""

import re
from typing import Final

from handlers.people.enrolled import MOBILE

TITLE: Final = re.compile(
    r"(?P<title>(?:(?<=[,，、\s])[\u4e00-\u9fff]{1,5}?[科股处室])?(?:常务)?副?"
    r"(?:局长|主任|科长|股长|处长|书记|镇长|区长|县长|市长|部长|队长|站长|主席|所长|院长|调研员|科员|干事))"
)
_FIELDS: Final = {
    "性别": re.compile(r"(?<![\u4e00-\u9fff])[男女](?![\u4e00-\u9fff])"),
    "职务": TITLE,
    "手机": MOBILE,
    "电话、传真": re.compile(
        r"(?<![\d-])(?:0\d{2,3}[-—－ ]?\d{7,8}|(?<=[话机是为:： ])[2-8]\d{6,7})(?![\d-])"
    ),
    "邮箱": re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
}
"""{the heading of the roster's column: what is written in it}"""
_NOT_BUT: Final = re.compile(
    r"(?:名字)?不(?:是|叫)[\u4e00-\u9fff·]{2,4}[\s,，]*(?:而)?(?:是|叫)(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:吧)?"
)
_RENAMED: Final = re.compile(
    r"(?:不对|错了|等等|[\s,，])*(?:是)?(?:那个|新来的?)?(?:人|他|她)?的?(?:名字|姓名|人名|名)?(?:也)?(?:写|打|弄|说|搞)?(?:错了?|反了?|不对)?[\s,，]*"
    r"(?:应该)?(?:是|叫|改成|改为|改叫|换成)(?:叫|做)?[\s:：]*(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:吧|才对|，?1\d{10})?"
)


def fields_in(text: str) -> dict[str, str]:
    """{heading: value} of each column of which just one value is said."""
    found = {heading: list(pattern.finditer(text)) for heading, pattern in _FIELDS.items()}
    return {heading: hits[0][0] for heading, hits in found.items() if len(hits) == 1}


def without_fields(text: str) -> str:
    """What is left of the words."""
    for pattern in _FIELDS.values():
        text = pattern.sub(" ", text)
    return text


def renamed_to(said: str) -> str:
    """名字写错了，叫马莉; "" for no other name."""
    found = _NOT_BUT.fullmatch(said) or _RENAMED.fullmatch(said)
    return found["name"] if found is not None else ""
