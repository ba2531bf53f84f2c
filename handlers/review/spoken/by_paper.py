"""“农业那边的45号文是去年的，退”: the item where that document lies goes back for it, drafted first."""

import re
from collections.abc import Sequence
from typing import Final

from handlers import dialogs
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.evidence.which import of_number
from handlers.leading.one_unit.spoken_of import by_stem
from handlers.messages import Reply
from handlers.review.sight import sees
from handlers.review.spoken.asked.of_one import named_so
from handlers.review.spoken.judging.drafts import Beside, said_back
from handlers.review.spoken.ruling import QUESTION
from handlers.review.spoken.said import Said
from handlers.review.spoken.verdicts import Verdict
from handlers.review.waiting import listed_items, waiting
from handlers.wording import clip, shown
from store.records import Evidence

_RETURNED: Final = re.compile(
    r"(?P<about>[^,，。；;\d]{0,20}?)(?P<why>(?:[\u4e00-\u9fff]{1,6}[〔\[（(]\d{4}[〕\]）)])?\d{1,5}号文件?[^,，。；;?？]{1,30}?)"
    r"[\s,，。；;]*(?:先|就|都|给)?(?:他们?)?(?:退回?|打回|驳回)(?:去|来|了|吧|掉|重报|重交|他们)*[。.!！]?"
)
_ITEM: Final = re.compile(r"[第①-⑳项条件个]")
_LACKS: Final = re.compile("[没缺少未差]|补")
"""没有8号文，退: that it is not there is the reason itself."""
_FEW: Final = 4


def returned(text: str, context: Context) -> Reply | None:
    """The draft of the return; where it lies at what has not been reported, what can be done; None for anything else."""
    found = _RETURNED.fullmatch(text.strip())
    if found is None or _ITEM.search(found["about"]):
        return None
    rows = _pieces(found["why"], found["about"], context)
    units = _units(found["about"], context)
    if not rows and not _LACKS.search(found[0]):
        whose = "、".join(units)
        return Reply(f"由您审的项里，{whose}没有交过这个号的文件，没有处理。要退哪一件，发“1退回 原因”。")
    keys = list(dict.fromkeys((row.code or "", row.subject) for row in rows))
    opened = listed_items(context)
    items = opened if opened is not None else [*waiting(context)]
    places = tuple(
        place
        for place, item in enumerate(items, start=1)
        if item is not None and (item.criterion.code, item.subject) in keys
    )
    if not places:
        return _unreported(rows, keys, found["why"], context) if rows else None
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is not None and state["kind"] == QUESTION:
        dialogs.close(context)
    said = [Said((place,), Verdict.RETURN, sure=True, named=True, reason=found["why"]) for place in places]
    return said_back(said, items, context, Beside())


def _units(about: str, context: Context) -> Sequence[str]:
    return mentions(about, context).units or by_stem(about, context)


def _pieces(words: str, about: str, context: Context) -> list[Evidence]:
    """What was handed in under that number, of the unit where one is named, and for what the speaker may see."""
    units = set(_units(about, context))
    aliases, leaves = context.rubric.unit_aliases, context.rubric.by_code
    rows = [
        row
        for row in context.uow.evidence.list(context.speaker.campaign.id)
        if row.state != "withdrawn"
        and (leaf := leaves.get(row.code or "")) is not None
        and sees(context, leaf, row.subject)
    ]
    return [
        row
        for row in of_number(words, rows)
        if not units or units & {aliases.get(row.unit, row.unit), row.subject}
    ]


def _unreported(rows: list[Evidence], keys: list[tuple[str, str]], why: str, context: Context) -> Reply:
    where = shown([named_so(key, context) for key in keys], _FEW, "另有{}项")
    return Reply(
        f"这份文件归在{'、'.join(where)}，那项现在没有待审的上报，没有可退的，没有处理。\n"
        f"要他们换成对的，发“让{rows[0].unit}补 {clip(why, 40)}，请换”。"
    )
