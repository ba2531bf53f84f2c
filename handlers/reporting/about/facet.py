"""一面: one thing that a question may ask for, with the words that tell it and the function that answers it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from handlers.reporting.about.question import Question
from scoring.model import Criterion

OfLeaf = Callable[[Question, Criterion], str | None]
OfList = Callable[[Question], str | None]


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that can be asked: of a leaf, of the whole list where no leaf is meant, or of either.

    Without `of_list` a question that names no leaf is asked which one it is about, unless it is `shy`: its words
    may as well ask for something else. What is `open` may hold no answer to what was asked: below it the words
    are offered to be handed to the office.
    """

    telling: re.Pattern[str]
    of_leaf: OfLeaf | None = None
    of_list: OfList | None = None
    shy: bool = False
    open: bool = False


def of(
    telling: str,
    of_leaf: OfLeaf | None = None,
    of_list: OfList | None = None,
    *,
    shy: bool = False,
    is_open: bool = False,
) -> Facet:
    """`telling` is what people say, the ways to say it apart by blanks."""
    return Facet(re.compile("|".join(telling.split()), re.IGNORECASE), of_leaf, of_list, shy, is_open)


def either(answer: Callable[[Question, Criterion | None], str]) -> tuple[OfLeaf, OfList]:
    """The same answer where a leaf is meant and where none is."""
    return answer, lambda question: answer(question, None)


WHAT: Final = "(?:什么(?!时[候间])|啥(?!时)|哪些|哪几[样种份个项]?|几[样种份]|些啥|些什么)"
HOW: Final = "(?:怎么|咋|如何|怎样)"
WHEN: Final = "(?:什么时候|什么时间|啥时候?|哪一?[天日]|几月|几号|何时|多会儿)"
WHO: Final = "(?:谁|哪位|哪个人|哪个?(?:单位|部门|局|科室)|什么(?:单位|部门|人)|啥(?:单位|部门))"
JUDGE: Final = "(?:打分|评分|评判|评定|评价|考核|考评|认定|给分|核定|来评|来考|评(?!审)|考)"
OTHERS: Final = "(?:别的?|其他|其它|人家|兄弟|旁的?)(?:的)?(?:局|单位|镇|乡|区|县|家|部门)"
PAPER: Final = (
    "(?:照片|图片|截图|视频|录像|拍照|扫描件?|复印件?|原件|电子版|纸质版?|word|pdf|excel|表格|公章|盖章|盖[^，,]{1,6}章|签字|手写|格式|装订|排版"
    "|一式|几[份套页]|多大|多少字|字数|页数|链接|网盘|光盘|[uU]盘|压缩包|印发稿|征求意见稿|代拟稿|草稿|送审稿|[旧新]章|电子[章签]|红头|会议纪要|批示|聊天记录)"
)
OFF_HOURS: Final = (
    "(?:晚上|夜里|半夜|下班(?:以后|之后|后)?|零点|周[六日末]|星期[六天日]|节假日|休息日|放假|假期)"
)
EVIDENCE: Final = "(?:材料|印证|佐证|证明|资料|附件)"
