"""评分的话: points as a reviewer says them: of what, how many, given or taken, and why."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.reading.numbers import numeral
from handlers.reading.tokens.asides import is_question
from handlers.review.points_said import in_digits
from handlers.review.rulings import untold
from scoring.model import Criterion

_MARK: Final = re.compile(
    r"(?P<about>.*?)(?>我觉得|我看|只能|最多|顶多|勉强|折中(?:一下)?|应该?|可以|让他|我|就|只|该|先|还是|[预初](?=[评打]))*(?P<act>给他?们?|(?:评分|打分)[:：是为]?|打|(?<!自)评|记(?:为|作|个)?|扣(?:他们?|掉)?|判|按|核定?|算|(?<![\u4e00-\u9fff])得分?|得分|值|同意(?=\s*\d+(?:\.\d+)?\s*分)|(?:改成|改为|调成)(?=\s*\d+(?:\.\d+)?\s*分))(?:个|上|了)?\s*"
    r"(?P<marks>满分?|一?半的?分?|零分|\d{1,3}(?:\.\d{1,2})?\s*分?)"
    r"(?>算了?|就行|得了|吧|了|呗|(?:比较|挺|最|更)?合适|差不多)*(?:(?:再|就|然后|给他?)+(?:通过|过)(?:吧|了)?)?(?:[\s,，。:：;；]+(?P<reason>.{1,80}))?",
    re.DOTALL,
)
_BARE: Final = re.compile(
    r"(?P<about>\D{1,20}?[项条块个])(?P<act>)(?:满分)?[\s,，:：]*(?P<marks>\d{1,3}(?:\.\d{1,2})?\s*分)(?:吧|了|算了|呗)*(?:[\s,，。:：;；]+(?P<reason>.{1,80}))?"
)
"""昆仑行动那项 4分: what is named as an item needs no 给."""
_JUDGED: Final = re.compile(
    r"(?:单位)?自评(?:了|得|分)?\d+(?:\.\d+)?分?|[,，。\s](?!.*(?:通过|退回)).*$|(?:写|报|做|弄)得.*$|太[高低多少松].*$"
)
"""合格证那项自评1分太高了: what is said of an item is no part of its name."""
_THOSE: Final = re.compile("[那这]几[项个件家]")
"""那几项 asks nothing."""
_PASSES: Final = re.compile(r"^(?:就|可以|让他)*(?:通过|过|同意|批准?)(?:了|吧|掉)*$")
"""给2分，过: that it passes is no reason."""
_NAMING: Final = re.compile(
    r".*(?:[那这]一?[项个件条块]|(?<![\d.])(?:[A-Z]\d\d-[A-Z]\d?|(?:[A-Z]\.)?\d{1,2}\.\d{1,2})(?![\d.%％]))"
)
_TELLS: Final = re.compile(r"[不没无未缺有对全齐只太够好少多差符实真假错糊晚迟已]|一致|达到|超|低于|高于")
"""What may be a reason and not the name of what is marked."""
_HALF: Final = Decimal(2)
_SHORT: Final = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """Points as they were said: `about` what, so many of the full ones or a number, `deduct` where taken off."""

    about: str
    marks: str
    deduct: bool
    reason: str

    def points(self, leaf: Criterion) -> Decimal | None:
        """The number that they mean for the leaf; None where it has no printed marks to take them of."""
        full = leaf.full_marks
        if self.marks.startswith("满"):
            return full
        if "半" in self.marks:
            return full / _HALF if full is not None else None
        return numeral(self.marks.removesuffix("分").strip().replace("零", "0"))

    def left(self, leaf: Criterion) -> Decimal | None:
        """What the leaf gets then: what is taken off is taken off its full marks."""
        points, full = self.points(leaf), leaf.full_marks
        if not self.deduct or points is None:
            return points
        return full - points if full is not None else None


_TURNED: Final = re.compile(
    r"(?P<marks>满分|零分|\d{1,2}(?:\.\d)?分)[吧啊]?给[他她它]?们?[吧了]*(?=$|[\s,，])"
)
_BREATHED: Final = re.compile(r"^(?:[嗯呃额哦]|都?不是(?=[,，\s]+是))[嗯呃额哦,，\s]*")


def mark_in(text: str, context: Context) -> Mark | None:
    """The points that the text gives or takes; None for anything else."""
    words = _BREATHED.sub("", in_digits(text))
    turned = _TURNED.match(words)
    words = f"给{turned['marks']}{words[turned.end() :]}" if turned is not None else words
    found = _MARK.fullmatch(words) or _BARE.fullmatch(words)
    if found is None or is_question(_THOSE.sub("", text)) or _again(found):
        return None
    reason = _PASSES.sub("", untold(found["reason"] or ""))
    reason = reason or _said_before(found["about"], context)
    return Mark(found["about"].strip(), found["marks"], found["act"].startswith("扣"), reason)


def unjudged(words: str) -> str:
    """The words without what is said of the item that they name."""
    return _JUDGED.sub("", words)


def _again(found: re.Match[str]) -> bool:
    """Whether the words behind give points of something else; 给3.5，没有分工扣0.5 says what was taken off."""
    also = _MARK.fullmatch(found["reason"] or "")
    return also is not None and (also["act"] != "扣" or found["act"] == "扣")


def _said_before(about: str, context: Context) -> str:
    """只有方案，没看到检查记录 of 安监局这项只有方案，没看到检查记录: why, where that stands before the points."""
    first, *others = (part.strip() for part in re.split(r"[,，。;；]", about))
    named = _NAMING.match(first)
    left = mentions(first[named.end() :] if named else first, context)
    behind = left.rest.strip().lstrip("的那个项 ") if named else ""
    judged = _JUDGED.search(first) if not behind else None
    behind = behind or (judged[0] if judged is not None else "")
    told = [one for one in [behind, *others] if len(one) > _SHORT and _TELLS.search(one)]
    return "，".join(one.removeprefix("按照").removeprefix("按") for one in told)
