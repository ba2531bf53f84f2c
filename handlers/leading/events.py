"""“质量事故有没有”: what has been reported of incidents, item by item; nothing reported is not none."""

import re
from typing import Final

from handlers.campaign.standing import Standing, standing_now
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named
from handlers.leading.topics import likest, topic_of
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.wording import clip, leaf_name, shown
from scoring.model import Criterion

_EVENT: Final = re.compile("事故|事件")
_ASKED: Final = re.compile(
    r"(?:有没有|有无|出没出|发生没发生|出过|发生过|出了|有过|有).{0,10}(?:事故|事件)|(?:事故|事件).{0,4}(?:有没有|有无|有吗|发生|出过|出了|几起|多少起|了没|没有)"
)
_OTHERS: Final = re.compile("否决|要是|如果|假如|万一|扣|算|登记|认定|上报|怎么办|查处|报一下")
_LONGEST: Final = 24
_LISTED: Final = 8


def asked(text: str, context: Context) -> Reply | None:
    """The leaves that count incidents, those alone that the words are about; None for anything else."""
    if len(text) > _LONGEST or _ASKED.search(text) is None or _OTHERS.search(text):
        return None
    standing = standing_now(context)
    found = named(text, context)
    leaves = [
        leaf
        for leaf in _counting(standing)
        if not found.units or set(found.units) & {leaf.reporter, *leaf.named_units}
    ]
    topic = topic_of(
        re.sub("有没有|发生|出过|有无|重大|特大|较大|质量|安全|事故|事件|[有没过了]", "", found.rest)
    )
    kept = [leaf for leaf in leaves if topic and topic in leaf.name] or list(likest(topic, leaves))
    kept = kept or ([] if len(topic) > 1 else leaves)
    if not kept:
        return None
    rows = [row for leaf in kept for row in _rows(leaf, standing)]
    return Reply.of(
        *shown(rows, _LISTED, "……另有{}行"), "只有上报的数；没报的不等于没有。疑似事件、否决回“否决”看。"
    )


def _counting(standing: Standing) -> list[Criterion]:
    sheet = next(iter(standing.sheets.values()))
    leaves = [line.criterion for line in sheet.lines.values()]
    return [
        leaf
        for leaf in leaves
        if any(one.type == "count" and _EVENT.search(one.label) for one in leaf.inputs)
    ]


def _rows(leaf: Criterion, standing: Standing) -> list[str]:
    names = {one.name for one in leaf.inputs if one.type == "count" and _EVENT.search(one.label)}
    rows = []
    for subject in standing.sheets:
        record = standing.records.get((leaf.code, subject))
        told = {name: value for name, value in (record.reported if record else {}).items() if name in names}
        where = f"{subject}·" if len(standing.sheets) > 1 else ""
        unit = standing.unit_of(leaf, subject)
        state = f"报{clip(values_text(leaf, told).rpartition('：')[2], 20)}起" if told else "还没报"
        rows.append(f"{where}{leaf.code} {leaf_name(leaf, 26)}：{state}（{unit}）")
    return rows
