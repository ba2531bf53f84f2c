"""One clause of a judgement: what it rules or orders, whether it speaks for or against, what points it gives."""

import re
from dataclasses import dataclass
from typing import Final

from handlers.reading.tokens.asides import is_question
from handlers.review.points_said import in_digits
from handlers.review.spoken.verdicts import Verdict, pieces_of, unruled

_BREATH: Final = re.compile(r"(?:[,，。;；!！…~～\n]|\s(?!\d)|(?<=[\u4e00-\u9fff])\s)+|(?<=[?？])")
_GOOD: Final = re.compile(
    r"没有?(?:啥|什么|任何|大)?(?:问题|毛病|意见|得说|说的|好说|异议|出入|差错|疑问|差别)|没错|[不没](?:错|差)|没少|不少"
    r"|(?<![没不未])(?:核|查|审|对|看)(?:实|对|准)?过|(?<![没不未])(?:核实|核准|查实)了"
    r"|(?<![没不未无太])(?:一致|属实|对得?上了?|的确|相符|吻合|符合|达标(?!率)|达到了?|够了|齐全|齐了|完整|真实|是真的|准确|无误|合规|合理|扎实|规范|清楚|认[可账了]|认(?=$)|到位|满意|有效|同意|不错|挺好|还行|可以|ok|(?<=[数都全也是])对(?=$|的))",
    re.IGNORECASE,
)
_BAD: Final = re.compile(
    r"没(?!事)|未(?!来)|缺|欠|无(?!误)|不|别(?!的)|差|错|疑|假|糊|过期|作废|重复|矛盾|出入|偏|太|[低高少多]了|有(?:问题|误|疑)|怎么|咋|凭什么|凭啥|抄|编|[去上前]年|乱|虚|水分|漏|只有|才|才能|低于|少|多报|明明"
)
_POINTS: Final = re.compile(
    r"(?<!自评)(?<![自差少多低高得第\d.])(?:得|给|打|评|扣|判|算|按)?(?:了|个|上)?\s*(?P<marks>满分|零分|一半的?分?|\d{1,3}(?:\.\d{1,2})?\s*分(?![之析类项钟档数]|(?:太|有点|偏|又|是)*[多少高低]了)|(?<=[给打评扣判])\d{1,2}(?:\.\d{1,2})?(?![\d.%％]))"
    r"|^(?>那|就|给|先|只能)*\s*(?P<bare>\d{1,2}(?:\.\d{1,2})?)\s*(?:吧|算了|得了)$"
)
_ASKS: Final = re.compile(r"(?:[吗呢么没]|没有|[对是]吧)$|([\u4e00-\u9fff])不\1")
_TOLD_TO: Final = re.compile("[让叫请]|要求|麻烦")
"""王敏重报了没 orders nothing."""
_SHARED: Final = re.compile(r"(?:给|打|评)(?:他们?|她们?|它)?(?:吧|了)?$")
_ASKED_OF: Final = re.compile(
    r"(?:^|(?<=[的边区县镇局委办]))(?>帮我|麻烦你?|先|再|我|得|要|你)*问(?:一?[下问声]|清楚?|他|她|对方|单位|一问)"
)
_LATER: Final = re.compile(r"(?:再|才)(?:给|能|可以|让)?(?:他们?|她们?)?(?:通过|过(?![程期往])|批|同意|放行)")
_SUPPOSED: Final = re.compile(r"(?:没有|有|不行|不然|对不上|是)的话|如果|要是|否则|不然")


@dataclass(frozen=True, slots=True)
class Clause:
    """What one clause says: `ruled` surely, `ordered` of somebody; `marks` and `deducts` the points it gives."""

    words: str
    ruled: frozenset[Verdict]
    ordered: frozenset[Verdict]
    good: bool
    bad: bool
    asks: bool
    marks: str = ""
    deducts: bool = False

    @property
    def judges(self) -> bool:
        """Whether it says how something is, or what becomes of it."""
        return bool(self.ruled or self.ordered or self.marks) or self.good or self.bad

    @property
    def unmarked(self) -> str:
        """Its words without the points."""
        return _SHARED.sub("", _POINTS.sub("", self.words)).strip() if self.marks else self.words


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a message, in its order."""
    return tuple(
        _read(part.strip()) for part in _BREATH.split(in_digits(text)) if part and part.strip(" ?？")
    )


def _read(words: str) -> Clause:
    asks = words.endswith(("?", "？")) or is_question(words) or _ASKS.search(words) is not None
    words = words.rstrip("?？ ")
    later = _LATER.search(words) is not None
    ruled, ordered = set[Verdict](), set[Verdict]()
    good = False
    for piece in pieces_of(words):
        if piece.verdict is Verdict.ACCEPT and not piece.sure:
            good = True
        elif piece.verdict is Verdict.ASK or (piece.verdict is Verdict.RETURN and not piece.sure):
            ordered.add(piece.verdict)
        elif piece.verdict is not None and not (later and piece.verdict is Verdict.ACCEPT):
            ruled.add(piece.verdict)
    if later:
        ruled.add(Verdict.HOLD)
    points = _POINTS.search(words) if not asks else None
    if asks and not _TOLD_TO.search(words):
        ordered.clear()
    if _ASKED_OF.search(words):
        ordered.add(Verdict.ASK)
    left = _GOOD.sub(" ", unruled(words))
    return Clause(
        words,
        frozenset(ruled),
        frozenset(ordered),
        good or _GOOD.search(words) is not None,
        _BAD.search(left) is not None,
        asks,
        (points["marks"] or points["bare"]) if points is not None else "",
        points is not None and "扣" in points[0],
    )


def supposes(text: str) -> bool:
    """没有的话退了: what is ruled holds only if something is so."""
    return _SUPPOSED.search(text) is not None
