"""What has been read of a reviewer's sentence: what is ruled of which places, and what stays unread."""

import re
from dataclasses import dataclass, field
from typing import Final

from handlers.review.rulings import Ruling, reason_in, unplaced
from handlers.review.spoken.places import Meant
from handlers.review.spoken.verdicts import Verdict, wanted

DOUBT: Final = re.compile(r"[不没无未缺疑但差]|虽然|[去上]年|可是|不过|假|糊|错|[?？]")
"""Such words may speak against what passes."""
_NONE_HAPPENED: Final = re.compile(
    r"(?:没有?|未|无)(?:发生|出现?|出过)|(?:没有?|无)(?:质量|安全|重大)*(?:事故|事件|投诉)"
)
"""2.1没有发生，认可 speaks for it."""


_COUNT: Final = re.compile(
    r"^(?:[这那]?(?:[一两二三四五六七八九十]+|\d+|几)[项件个条](?:都|全部?|统统)*|都|全部)[，,、\s]*(?=$|[，,、]|都|全)|^(?:[两二三四五六七八九十]+|几)[项件个条](?:都|全部?)+"
)
"""两项都: how many go back is no reason."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is ruled about some places; `named` where they cannot be others, `sure` where the verdict cannot be another."""

    places: tuple[int, ...]
    verdict: Verdict
    sure: bool
    named: bool
    reason: str = ""
    instead: Verdict | None = None
    """What as well may be meant, of the same places for the same reason."""
    judged: bool = False
    """Whether it goes back only because it will not do as it is."""

    @property
    def certain(self) -> bool:
        """Whether it can mean nothing else; a return without a reason asks anyway."""
        asks = self.verdict is Verdict.RETURN and not self.ruling.reason
        return self.named and (self.sure or asks)

    @property
    def wants(self) -> str:
        """What is wanted of it, where that is asked."""
        parts = [*filter(None, map(wanted, unplaced(self.reason).split("，")))]
        told = [one for one in parts if not any(one != other and one in other for other in parts)]
        return "，".join(dict.fromkeys(told)) or "证明材料"

    @property
    def ruling(self) -> Ruling:
        """As it is decided."""
        accept = self.verdict is Verdict.ACCEPT
        told = unplaced(_COUNT.sub("", self.reason).lstrip("，, "))
        return Ruling(self.places, accept, "" if accept else reason_in(told))


@dataclass(slots=True)
class Sentence:
    """What was read so far.

    `waits` is named without a verdict yet, `told` is what was said of it, `checked` that it was
    looked through; `used` is how much of `unread` stands
    beside what was ruled before; `gone` tells of what is named and does not wait in the list, `heading` of what numbers
    are that follow, `own` the places of the unit by whose
    own numbers is spoken.
    """

    said: list[Said] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    used: int = 0
    waits: Meant | None = None
    told: str = ""
    checked: bool = False
    goes_on: bool = False
    gone: list[str] = field(default_factory=list)
    heading: Meant | None = None
    own: tuple[int, ...] = ()

    @property
    def clashes(self) -> bool:
        """Whether two different things are said of one place."""
        verdicts: dict[int, set[Verdict]] = {}
        for one in self.said:
            for place in one.places:
                verdicts.setdefault(place, set()).add(one.verdict)
        return any(len(found) > 1 for found in verdicts.values())

    @property
    def doubtful(self) -> bool:
        """Whether something passes beside words that may speak against it."""
        passes = any(one.verdict is Verdict.ACCEPT for one in self.said)
        told = [_NONE_HAPPENED.sub("", words) for words in self.unread]
        return self.clashes or (passes and any(DOUBT.search(words) for words in told))

    @property
    def certain(self) -> bool:
        """Whether it may be done at once."""
        return not self.unread and all(one.certain for one in self.said)
