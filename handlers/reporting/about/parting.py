"""拆成问和报: a message apart into what of it asks and what reports, and the facets that its words ask for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from handlers.access import Act, may
from handlers.context import Context
from handlers.reporting import report
from handlers.reporting.about import own, own_points
from handlers.reporting.about.facet import Facet
from handlers.reporting.about.numbered import without_places
from handlers.reporting.about.outright import ABSENT
from handlers.reporting.remarks import is_remark

ASKING: Final = re.compile(
    r"[?？]|[吗么呢呗](?:$|[\s,，。!！])|[吧不没](?:$|[\s,，。!！])|[了过好完齐到有去来上](?<!有有)没有$|[交传发]过(?:材料|东西|文件|照片|图片?)没有$|(?<=[分标格])没有?(?:$|[\s，,])|(?<![这那前后头])(?<![搞开办抽去]了)(?<!申报了)几|多少|(?<!没)(?<!没[有出])(?<!没[接收]到)(?<!没发现)(?:什么|啥)|谁|哪|怎么|怎样|咋|如何"
    r"|是不是|要不要|用不用|需不需要|能不能|可不可以|行不行|够不够|对不对|算不算|给不给|会不会|(?<!有)有没有|能否|是否|还是|为何|凭|来着|何时|多久|试算|要是|如果|假如|假设|万一"
    r"|(?P<verb>[包覆含涉管认收报填归该])(?:不|没)(?P=verb)|看看|^我?[想要]看|看一?下|查一?下|[列算排]一?下|给我看|区别|(?:才|会)[给扣]|顶天|我报的|[了过]没(?!有?[报交])"
)
PART: Final = re.compile(r"[^，,。；;！!\s?？]+[?？]*")
_MOST_FACETS: Final = 3


_WORDS_OF_QUESTION: Final = re.compile(
    r"[?？]|[吗么呢]$|(?<!要)不$|多少|多大|多久|多长|(?<!没)(?<!没[有出])(?<!没[接收]到)(?<!没发现)(?:什么|啥)|谁|哪|怎么|怎样|咋|如何|几[号点天分项个份页张家次件]|能不能|可不可以|行不行"
    r"|(?P<verb>[\u4e00-\u9fff])[不没](?P=verb)|会不会|能否|可否|是否|要不要|用不用|需不需要|有没有|是不是|算不算|还是"
)
_NO_MATTER: Final = re.compile(
    r"(?:请问|顺便|另外|还有|再|问一?下|我|想|这样|那|是|就|也|都|会|一下)*"
    r"(?:对|行|可以|好|成|是|在|有|知道|明白|懂)?(?:不对|不行|不可以|不好|不是)?[吗么吧呢不啊没?？]*"
    r"|[^几哪谁什啥怎多]{1,6}呢[?？]*"
    r"|[^几哪谁什啥怎多]{0,14}在[^几哪谁什啥怎多]{1,12}呢"
    r"|.{0,6}(?:怎么|咋|如何)(?:办|弄|整|搞|处理)[啊呢呀?？]*"
)
"""行吗, 对吧: what only asks whether the rest of the line is so."""


def is_question(part: str) -> bool:
    """Whether a part of a line puts a question of its own."""
    return _WORDS_OF_QUESTION.search(part) is not None and _NO_MATTER.fullmatch(part) is None


@dataclass(frozen=True, slots=True)
class Message:
    """A message, what of it asks, and what of it reports, each with blanks for the other."""

    said: str
    asking: str
    reported: str


def parted(text: str, context: Context) -> Message:
    """The parts that ask and those that do not; these belong to the question where they are no report by themselves."""
    asking, rest = list(text), list(text)
    for part in PART.finditer(text):
        for place in range(*part.span()):
            (rest if ASKING.search(part[0]) else asking)[place] = " "
    reported = "".join(rest).strip(" ，,。；;！!")
    if not reported or is_remark(reported) or not may(context.speaker.role, Act.REPORT):
        return Message(text, text, "")
    rows = report.read(reported, context)[1]
    has_figure = any(char.isdecimal() for char in without_places(reported)) and not ABSENT.telling.search(
        text
    )
    if not any(row.outcome == "certain" or (row.choices and has_figure) for row in rows):
        return Message(text, text, "")
    return Message(text, "".join(asking), reported)


def facets_in(text: str, table: Sequence[Facet]) -> tuple[list[Facet], str]:
    """What is asked, in the order of the table, and the words that tell none of it.

    Words that one facet has taken tell no other.
    """
    found: list[Facet] = []
    taken: set[int] = set()
    for facet in table:
        spans = [range(*one.span()) for one in facet.telling.finditer(text)]
        if any(taken.isdisjoint(span) for span in spans) and not (facet.shy and found):
            found.append(facet)
            taken.update(place for span in spans for place in span)
    if any(facet.of_list is own_points.weightiest for facet in found):
        found = [facet for facet in found if facet.of_list is not own.missing]
    return found[:_MOST_FACETS], "".join(" " if at in taken else char for at, char in enumerate(text))
