"""已通过的要打开: which accepted item of whom is to be unlocked, and why, said in a sentence of one's own."""

import re
from typing import Final

from handlers.board import duties_of_unit
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days.items_named import leaf_named
from handlers.people.whom import MARK, Heard, with_units
from handlers.reading import read_ordinals
from handlers.review import unlocking
from handlers.review.decisions import LeafKey, LeafRecord, records_of

_OPENS: Final = re.compile(
    r"解个?锁|(?:给(?:他们?|她们?)?)?(?:打开|解开|放开|开一下|开个口子)|给开|退回(?:去|来)?|退给(?:他们?|她们?)|别算通过|打回(?:去|来)?|退了|不该(?:给?通?过|批)的?"
    r"|(?:通?过|批|审)错了|重新?(?:审|报|填)|收回来|让(?:他们?|她们?)(?:重报|改|重新报)"
)
_SENDS_BACK: Final = re.compile(r"退|打回|重新审")
_CUT: Final = re.compile(r"[,，。；;\s]+")
_PLAIN: Final = re.compile(
    r"原因是?|理由是?|因为|[:：]|^(?:了|吧|一下|下|的|把|那个|那项|给|他们|她们|帮|请|麻烦|我|要改|想改|说|要|反正|先|别算|算|那个数|都|已经|过了|通过|已|刚|刚才)+|(?:了|吧|一下)+$"
)
_NOT: Final = re.compile(
    r"[?？吗]\s*$|谁|怎么|哪|什么|取消|归档|看图|链接|文件打"
    r"|附件(?!.{0,3}(?:错|不对|不全|缺|漏))|都过|全过"
)


def unlock(heard: Heard, _text: str, context: Context) -> Reply | None:
    """城建局覆盖率报错了，给他们打开重报; None where nothing that was accepted is meant."""
    words = heard.marked
    if _NOT.search(words) or not _OPENS.search(words):
        return None
    units = _units(heard, context)
    if len(heard.whom) > 1 and len(units) != 1:
        return None
    records = records_of(context.uow, context.speaker.campaign.id)
    own = {key: record for key, record in records.items() if not units or _is_of(key, record, units)}
    accepted = [key for key, record in own.items() if record.status == "accepted"]
    waits = any(record.status == "waiting" for record in own.values())
    if not accepted:
        return None
    named = _placed(words, units, accepted, context) or _named(words, accepted, context)
    if named is None and (waits or (not units and _SENDS_BACK.search(words))):
        return None
    chosen = [key for key in accepted if named is None or key[0] == named]
    return unlocking.ask(chosen, _reason(words, named), context)


def _units(heard: Heard, context: Context) -> tuple[str, ...]:
    """The units that are named or whose people are."""
    named = [unit for whom in heard.whom if not whom.everybody for unit in with_units(whom, context).units]
    return tuple(dict.fromkeys(named))


def _placed(words: str, units: tuple[str, ...], accepted: list[LeafKey], context: Context) -> str | None:
    """The code of the accepted leaf that has this number on the unit's own list: 城建局②解锁."""
    if len(units) != 1:
        return None
    own = duties_of_unit(units[0], context)
    places = read_ordinals(_OPENS.split(words)[0].replace(MARK, " ").strip())
    codes = {duty.criterion.code for duty in own if duty.ordinal in places}
    found = {code for code, _ in accepted if code in codes}
    return found.pop() if len(found) == 1 else None


def _is_of(key: LeafKey, record: LeafRecord, units: tuple[str, ...]) -> bool:
    return key[1] in units or (record.submission is not None and record.submission.unit in units)


def _named(words: str, accepted: list[LeafKey], context: Context) -> str | None:
    """The code of the accepted leaf that the words name."""
    leaves = [context.rubric.criterion(code) for code in dict.fromkeys(code for code, _ in accepted)]
    for part in (*_CUT.split(words), words):
        said = _PLAIN.sub("", _OPENS.sub("", part.replace(MARK, "")))
        said = re.sub(r"报错了?|填错了?|弄错了?|写错了?|[的了那个项]", "", said)
        code = next((leaf.code for leaf in leaves if leaf.code == said), None)
        found = leaf_named(said, leaves) if len(said) > 1 else None
        if code or found is not None:
            return code or (found.code if found is not None else None)
    return None


def _reason(words: str, named: str | None) -> str:
    """The parts that give neither the order nor the item alone."""
    given = re.search(r"(?:原因|理由|因为)(?:是|为)?[\s:：]*(?P<reason>.{2,100})", words)
    if given is not None:
        return given["reason"].strip(" ,，。")
    del named
    parts = [part.replace(MARK, "") for part in _CUT.split(words) if part]
    rest = [
        part
        for part in parts
        if not _OPENS.search(part) and re.search("错|有误|缺|补|没|少|不对|改|漏|要", part)
    ]
    return "，".join(rest)
