"""看的是哪件: “第一个咋回事” shows that item, and what an answer was about is “this one” for what is said next."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from handlers import dialogs
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.reading.widths import clean
from handlers.review.listed import keys_of
from handlers.review.spoken.mentioned import mentioned
from handlers.review.spoken.places import Sheet, places_meant
from handlers.review.waiting import LIFETIME, QUEUE, QueueItem, listed_items, view, waiting

LONGEST: Final = 24
_IT_IS: Final = (
    "(?:(?>他们|她们|他|她|它|又|到底|具体|都)*(?:是|写|报|填|说)?(?:的|了)?是?个?(?:啥|什么)(?:意思|情况|内容|问题|东西|样|数)?"
    "|怎么回事|咋回事|怎么样|咋样|呢)(?>的|啊|呀|呢|来着)*"
)
_PLACED: Final = re.compile(
    rf"(?>那|这|再看|看看|看一下|看下)*(?P<place>{PATTERN}|(?P<last>最后(?:那|这)?一?[个件条项]))(?:那个)?{_IT_IS}[?？]?"
)
_CALLED: Final = re.compile(
    r"(?>那|先看|看看|看一下|看下)*(?P<what>\D{2,10}?)(?:的?(?:[那这][个件项条]|那边)(?:呢|看看|看一?下|(?:打开|点开|翻开|调出来)(?:看看|看一?下|给我看看?)?|咋样|怎么样|什么情况|啥情况)?|的?(?:看看|看一?下|呢|打开|点开|翻开|调出来)(?:看看|看一?下|给我看看?)?)[?？]?"
)
"""鄂城那个, 安岳的看看: one item by its unit or name, and nothing said of it."""
_LOOK: Final = re.compile(
    r"(?>我|先|再|想|要|给我|帮我|那|就|来)*(?:看看|看一?[下眼]|看|瞧瞧|瞅瞅|打开|点开|翻开|调出来)(?P<what>(?=.*[\u4e00-\u9fff])[^,，。?？!！]{2,16}?)(?:吧|呗|先)*"
)
"""先瞧瞧覆盖率那个, 我先看城建局的第2项, before any list too."""
_SHOWN: Final = re.compile(r"(?P<circle>[①-⑳])(?=[\u4e00-\u9fff]{2})|看 (?P<number>\d{1,2})”")


def shown(text: str, context: Context) -> Reply | None:
    """The item of that place of the open list, where the words only ask what it is."""
    if len(text) > LONGEST:
        return None
    items, words = listed_items(context), clean(text).strip()
    look = _LOOK.fullmatch(words)
    if look is not None:
        return _opened(look["what"], items, context)
    if not items:
        return None
    found, called = _PLACED.fullmatch(words), _CALLED.fullmatch(words)
    if called is not None and found is None:
        meant = places_meant(called["what"], Sheet(items), context)
        return view(str(meant.places[0]), context) if meant and len(meant.places) == 1 else None
    if found is None:
        return None
    open_places = [place for place, item in enumerate(items, start=1) if item is not None]
    place = open_places[-1] if found["last"] and open_places else place_of(found["place"])
    return view(str(place), context) if 1 <= place <= len(items) else None


def _opened(what: str, items: list[QueueItem | None] | None, context: Context) -> Reply | None:
    """The one item of the list, or of all that waits, that is called so; a unit alone calls none."""
    opened = items if items is not None else [*waiting(context)]
    if not mentions(what, context).rest.strip(" 的"):
        return None
    meant = places_meant(what, Sheet(opened), context, by_sound=False)
    if meant is None or len(meant.places) != 1 or not 1 <= meant.places[0] <= len(opened):
        return None
    if items is None:
        dialogs.ask(context, QUEUE, {"items": keys_of(opened)}, lifetime=LIFETIME)
    return view(str(meant.places[0]), context)


def keep(text: str, reply: Reply, context: Context) -> None:
    """Keep which one item was spoken of: the list stays as it is, and so does a question above it."""
    if reply.text.startswith("已处理"):
        return
    state = dialogs.present(context)
    opened = listed_items(context) if state is not None else None
    items = opened if opened is not None else [*waiting(context)]
    pool = {place: item for place, item in enumerate(items, start=1) if item is not None}
    places = {*mentioned(clean(text), pool, context)} or _told(reply.text)
    if len(places) != 1 or not places <= pool.keys():
        return
    at = places.pop()
    if state is None:
        dialogs.ask(context, QUEUE, {"items": [item.key for item in pool.values()], "at": at}, LIFETIME)
        return
    until = datetime.fromisoformat(state["until"])
    context.uow.accounts.set_dialog(context.speaker.account, _looking(state, at), until)


def _told(answer: str) -> set[int]:
    """The places that an answer speaks of."""
    found = [
        place_of(one["circle"]) if one["circle"] else int(one["number"]) for one in _SHOWN.finditer(answer)
    ]
    return set(found)


def _looking(state: Mapping[str, Any], at: int) -> Mapping[str, Any]:
    """The state with that place as the one looked at, in it or below it."""
    if "items" in state:
        return {**state, "at": at}
    below = state.get("below")
    return {**state, "below": _looking(below, at)} if below else state
