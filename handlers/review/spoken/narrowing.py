"""Which of several items are called by code, person, value or name, and the words that are left."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.context import Context
from handlers.leading.topics import leaves_about, leaves_called
from handlers.people.enrolled import enrolled
from handlers.review.waiting import QueueItem
from handlers.wording import clip

Pool = dict[int, QueueItem]
_LEAST: Final = 2
_FILLER: Final = re.compile(
    r"^(?>[那这]一?[个项件条](?=..)|我觉得|那就|那么|我看|看了|上?[报交](?:上?来)?的(?=..)|关于|其中|那(?!一?[个项件条家]$)|就|把|将|给|让|先|的|和|跟)+|(?:上?报的|上?交的|写的|那边|这边|那里|这里|那家|这家|那一?[项件条个]|这一?[项件条个]|的|那|我看|看着|就|也|可|给)+$"
)


def of_code(words: str, pool: Pool) -> tuple[str, Pool] | None:
    """1.1三家: the items of that code."""
    found = _CODE.match(words)
    kept = {place: item for place, item in pool.items() if found and item.criterion.code == found[0]}
    return (words[found.end() :], kept) if found is not None and kept else None


def of_person(words: str, pool: Pool) -> tuple[str, Pool] | None:
    """王敏报的那个: the items that somebody reported."""
    for item in pool.values():
        name = item.record.submission.contact_name if item.record.submission else None
        if name and words.startswith(name):
            kept = {
                place: one
                for place, one in pool.items()
                if one.record.submission and one.record.submission.contact_name == name
            }
            return stripped(words.removeprefix(name).lstrip("报交填写")), kept
    return None


def of_branch(words: str, pool: Pool) -> tuple[str, Pool] | None:
    """城建那个: the items of the one unit whose name begins so, without its 局 or 委."""
    found = _BRANCH.match(words)
    kept = {
        place: item
        for place, item in pool.items()
        if found and found[1] == item.unit.lstrip("省市县区").rstrip("局委办")
    }
    return (words[found.end() :], kept) if found is not None and kept else None


_BRANCH: Final = re.compile(
    r"([\u4e00-\u9fff]{2,4}?)(?=$|[那这的报交]|[两三四]项)(?:那边?|这边?|的|报的|交的)?[个项件条家]?"
)


def of_value(words: str, pool: Pool) -> tuple[str, Pool] | None:
    """鄂城95.2, 98点几: the items whose reported value that is; a number that is nobody's value means nothing."""
    found = _VALUE.search(words)
    if found is None:
        return None
    about = f"{found['value']}." if found["about"] else ""
    kept = {
        place: item
        for place, item in pool.items()
        if any(
            said == found["value"] or (about and said.startswith(about))
            for said in map(str, item.record.reported.values())
        )
    }
    return (words[: found.start()] + words[found.end() :], kept) if kept else None


_CODE: Final = re.compile(r"(?:[A-Z]\d\d-[A-Z]\d?|\d{1,2}\.\d{1,2})(?!\d)")
_VALUE: Final = re.compile(r"(?P<value>\d+(?:\.\d+)?)(?P<about>点[几多])?[%％]?(?:的|那个)?")


def called(topic: str, pool: Pool, *, by_sound: bool) -> Pool:
    """Those of the pool whose name the topic is, as printed, shortened or by sound, or whose two names it runs together."""
    found = _called(topic, pool, by_sound=by_sound)
    return found or _two_called(topic, pool, by_sound=by_sound)


def _called(topic: str, pool: Pool, *, by_sound: bool) -> Pool:
    if len(topic) < _LEAST:
        return {}
    held = {place: item for place, item in pool.items() if topic in item.criterion.name}
    if held:
        return held
    leaves = (leaves_about if by_sound else leaves_called)(
        topic, list({item.criterion.code: item.criterion for item in pool.values()}.values())
    )
    return {place: item for place, item in pool.items() if item.criterion in leaves}


def _two_called(topic: str, pool: Pool, *, by_sound: bool) -> Pool:
    """江苏名牌南通名牌: two names run together, each of one item of its own; nothing for anything else."""
    for at in range(len("名牌"), len(topic) - 1):
        parts = [_called(part, pool, by_sound=by_sound) for part in (topic[:at], topic[at:])]
        if [len(part) for part in parts] == [1, 1] and parts[0].keys() != parts[1].keys():
            return {place: pool[place] for place in sorted({*parts[0], *parts[1]})}
    return {}


def stripped(words: str) -> str:
    """The words without what is only said around a name."""
    before = ""
    while before != words:
        before, words = words, _FILLER.sub("", words.strip())
    return words


_FIGURE: Final = re.compile(r"(?<![\d.第])\d{1,3}\.\d{1,2}(?![\d.])|(?<![\d.第])\d{1,3}(?=[%％])")
_WHOLE: Final = re.compile(r"(?<![\d.第、,，和到至~-])(?:\d{2,3})(?=$|的|没|是|这)")
_SELECTING: Final = re.compile(r"(?<![\d.第])\d{1,3}\.\d{1,2}(?=[%％]?个?[这那])")
"""98.6这个: the figure tells which item is meant, whatever is ruled."""
_BESIDE: Final = re.compile(r"目标|要求|标准|应该|超|高于|低于|达|≥|以上")


def unfitting(
    words: str, places: Sequence[int], items: Sequence[QueueItem | None], context: Context, *, figures: bool
) -> str:
    """What to say where the words name a person, or with `figures` a value, that none of those items has; "" for none."""
    meant = [items[place - 1] for place in places if 1 <= place <= len(items)]
    found = [item for item in meant if item is not None]
    if not found:
        return ""
    people = enrolled(context, "contact")
    named = [person.name for person in people if person.name in words]
    told = {item.record.submission.contact_name for item in found if item.record.submission}
    strange = [name for name in named if name not in told] if not told & set(named) else []
    if not strange and not _BESIDE.search(words):
        said = [*_FIGURE.findall(words), *_WHOLE.findall(words)] if figures else _SELECTING.findall(words)
        strange = _strange_figures(said, found)
    if not strange:
        return ""
    return f"待审的里没有“{clip(words, 30)}”（{'、'.join(strange)}对不上），没有处理。回“待审”看清单。"


def _strange_figures(said: Sequence[str], items: Sequence[QueueItem]) -> list[str]:
    values = {str(value) for item in items for value in item.record.reported.values()}
    codes = {item.criterion.code for item in items}
    return [] if values & set(said) else [one for one in said if one not in codes]
