"""A sentence about people: who of the roster is named in it, who is new, and the units."""

import re
from dataclasses import dataclass
from typing import Final

from handlers.people.enrolled import MOBILE
from store.records import Contact

_ASKED: Final = re.compile(r"[?？吗]\s*$|[了过]没有?\s*$|[吧呢]\s*$|多少|是谁|谁|哪|来着|什么|怎么")

_GIVEN_TO: Final = re.compile(r"(?P<whom>(?:[给成由让换归]|接手)(?!谁)[\u4e00-\u9fff]{2,8})吧[。!！\s]*$")
"""他的活给王五吧 orders, 李四走了吧 asks."""


@dataclass(frozen=True)
class Said:
    """A sentence about people: who of the roster is named in it, who is new, and the units."""

    text: str
    people: tuple[Contact, ...]
    new: str | None
    units: tuple[str, ...]

    @property
    def mobile(self) -> str:
        """The only mobile number in it, else ""."""
        found = MOBILE.findall(self.text)
        return found[0] if len(found) == 1 else ""

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return _ASKED.search(_GIVEN_TO.sub(r"\g<whom>", self.text)) is not None
