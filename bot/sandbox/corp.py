"""The stand-in enterprise: its app, members, media and tokens, and how a message is delivered to a member."""

import itertools
import json
import secrets
import time
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.sandbox.envelope import CorpApp
from bot.sandbox.faults import Faults
from bot.sandbox.media import MediaShelf
from bot.sandbox.members import Bubble, Content, Member, Signal, Way
from bot.sandbox.oauth import OAuthCodes
from bot.sandbox.outgoing import is_interactive, read_card, read_message
from bot.sandbox.refusal import RefusedError
from bot.sandbox.tokens import Tokens

_RECIPIENTS = 1000
_PER_MINUTE = 30
_PER_HOUR = 1000
_MINUTE = 60
_HOUR = 3600
_RESPONSE_CODE_SECONDS = 72 * _HOUR


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom a message reaches, and whom not and why; the last two are lower-cased userids."""

    members: tuple[Member, ...]
    invalid: tuple[str, ...] = ()
    unlicensed: tuple[str, ...] = ()


class Corp:
    """One enterprise with one self-built app; `now` stamps the bubbles, everything else keeps real time."""

    def __init__(self, app: CorpApp, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.app = app
        self.now = now
        self.members: dict[str, Member] = {}
        self.open_userids: dict[str, str] = {}
        self.media = MediaShelf()
        self.tokens = Tokens()
        self.faults = Faults()
        self.changed = Signal()
        self.oauth = OAuthCodes()
        self.calls: list[tuple[str, Mapping[str, Any]]] = []
        self.discarded: list[Content] = []
        self._numbers = itertools.count(1)
        self._recent: dict[str, deque[float]] = defaultdict(deque)
        self._seen: dict[str, float] = {}
        self._cards: dict[str, tuple[list[Bubble], float]] = {}

    def add_member(
        self, userid: str, name: str = "", *, licensed: bool = True, visible: bool = True
    ) -> Member:
        """Take a person into the enterprise; accounts differ by more than case."""
        member = Member(userid, name or userid, licensed, visible)
        self.members[userid.lower()] = member
        return member

    def member(self, userid: str) -> Member:
        """Return the person with this account; KeyError when there is none."""
        return self.members[userid.lower()]

    def show(self, member: Member, bubble: Bubble) -> Bubble:
        """Put a bubble into the member's conversation and wake who watches."""
        member.bubbles.append(bubble)
        self.changed.fire()
        return bubble

    def bubble(self, way: Way, content: Content, message_id: str = "") -> Bubble:
        """Make the next bubble; its number orders all conversations."""
        return Bubble(next(self._numbers), way, content, self.now(), message_id)

    def send(self, body: Mapping[str, Any]) -> dict[str, object]:
        """Do `message/send`; return the answer's fields. Raises RefusedError."""
        if body.get("agentid") != self.app.agent_id:
            raise RefusedError(40056, "invalid agentid")
        addressed = self._addressed(body)
        content = read_message(body, self.media)
        message_id = secrets.token_urlsafe(24)
        answer: dict[str, object] = {"msgid": message_id}
        if not self._is_duplicate(body):
            bubbles = [self._push(member, content, message_id) for member in addressed.members]
            if is_interactive(content.card):
                answer["response_code"] = self._response_code([bubble for bubble in bubbles if bubble])
        if addressed.invalid:
            answer["invaliduser"] = "|".join(addressed.invalid)
        if addressed.unlicensed:
            answer["unlicenseduser"] = "|".join(addressed.unlicensed)
        return answer

    def update_card(self, body: Mapping[str, Any]) -> dict[str, object]:
        """Do `message/update_template_card`: once for a response_code. Raises RefusedError."""
        bubbles, given = self._cards.pop(str(body.get("response_code", "")), ([], 0.0))
        if time.time() - given > _RESPONSE_CODE_SECONDS:
            raise RefusedError(40058, "response_code unknown, used or expired")
        card = body.get("template_card")
        replaced = (body.get("button") or {}).get("replace_name")
        if not card and not replaced:
            raise RefusedError(40058, "button.replace_name or template_card missing")
        for bubble in bubbles:
            bubble.content = read_card(card) if card else replace(bubble.content, button=str(replaced))
        self.changed.fire()
        return {}

    def recall(self, message_id: str) -> dict[str, object]:
        """Do `message/recall`. Raises RefusedError."""
        found = [
            bubble
            for member in self.members.values()
            for bubble in member.bubbles
            if bubble.message_id == message_id
        ]
        if not found or not message_id:
            raise RefusedError(40058, "msgid")
        for bubble in found:
            bubble.withdrawn = True
        self.changed.fire()
        return {}

    def click_code(self, bubble: Bubble) -> str:
        """Return the new response_code that a click on a card's button carries."""
        return self._response_code([bubble])

    def _push(self, member: Member, content: Content, message_id: str) -> Bubble | None:
        if self._is_too_often(member):
            self.discarded.append(content)
            return None
        return self.show(member, self.bubble("push", content, message_id))

    def _response_code(self, bubbles: list[Bubble]) -> str:
        code = secrets.token_urlsafe(24)
        self._cards[code] = (bubbles, time.time())
        for bubble in bubbles:
            bubble.response_code = code
        return code

    def _addressed(self, body: Mapping[str, Any]) -> Addressed:
        wanted = [name for name in str(body.get("touser") or "").split("|") if name]
        if not wanted and not body.get("toparty") and not body.get("totag"):
            raise RefusedError(82001, "touser, toparty and totag are all empty")
        if len(wanted) > _RECIPIENTS:
            raise RefusedError(40032, "more than 1000 userids")
        if wanted == ["@all"]:
            wanted = list(self.members)
        known = {name.lower(): self.members.get(name.lower()) for name in wanted}
        seen = {name: member for name, member in known.items() if member is not None and member.visible}
        addressed = Addressed(
            tuple(member for member in seen.values() if member.licensed),
            tuple(name for name in known if name not in seen),
            tuple(name for name, member in seen.items() if not member.licensed),
        )
        if not addressed.members:
            raise RefusedError(81013, "user & party & tag all invalid")
        return addressed

    def _is_duplicate(self, body: Mapping[str, Any]) -> bool:
        if body.get("enable_duplicate_check") != 1:
            return False
        request = json.dumps(body, sort_keys=True)
        now = time.monotonic()
        before = self._seen.get(request)
        self._seen[request] = now
        return before is not None and now - before < min(
            int(body.get("duplicate_check_interval", 1800)), 4 * _HOUR
        )

    def _is_too_often(self, member: Member) -> bool:
        """Tell whether the platform discards this push: over 30 a minute or 1000 an hour to one member."""
        now = time.monotonic()
        stamps = self._recent[member.userid]
        while stamps and now - stamps[0] >= _HOUR:
            stamps.popleft()
        in_last_minute = sum(1 for stamp in stamps if now - stamp < _MINUTE)
        if in_last_minute >= _PER_MINUTE or len(stamps) >= _PER_HOUR:
            return True
        stamps.append(now)
        return False
