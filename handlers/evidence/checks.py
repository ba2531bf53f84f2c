"""查材料: pictures without words and files that were handed in twice, over all that the reviewer assesses."""

import re
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from handlers.access import Act
from handlers.campaign.standing import standing_now
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence.captions import is_bare
from handlers.evidence.naming import document_number
from handlers.evidence.repeats import near_pictures, same_files
from handlers.matters.register import tell_contacts
from handlers.messages import Reply
from handlers.people.enrolled import printed_unit
from handlers.review.sight import judges, sees
from handlers.review.waiting import recused
from handlers.wording import clip, leaf_name, listed, shown
from scoring.model import Criterion
from store.records import Evidence

LISTED = 12


def uncaptioned(_text: str, context: Context) -> Reply:
    """哪些图片没有说明: how many of each unit."""
    bare = [row for row in _seen(context) if is_bare(row)]
    if not bare:
        return Reply("没有缺说明的图片。")
    units = "、".join(f"{unit}{len(rows)}" for unit, rows in _by_unit(bare).items())
    return Reply(f"{len(bare)}张图片没有说明：{units}。\n回“全部退说明”要求补说明，不影响其他材料。")


def ask_captions(_text: str, context: Context) -> Reply:
    """全部退说明: each unit is asked for the words that its pictures lack; nothing is returned."""
    bare = [row for row in _seen(context) if is_bare(row)]
    told = 0
    for unit, rows in _by_unit(bare).items():
        codes = dict.fromkeys(row.code for row in rows if row.code)
        names = "、".join(f"{code} {leaf_name(context.rubric.criterion(code), 14)}" for code in codes)
        where = f"（{names}）" if names else "（还没有归类）"
        text = f"【补说明】{unit}有{len(rows)}张图片没有文字说明{where}，请回“说明 序号 时间地点内容”。"
        told += tell_contacts(context, "captions", unit, text)
    if not bare:
        return Reply("没有缺说明的图片。")
    return Reply(f"已要求{len(_by_unit(bare))}家补{len(bare)}张图片的说明，通知到{told}人；材料没有退回。")


def repeated(_text: str, context: Context) -> Reply:
    """有没有交重的: evidence with the same bytes at another leaf, unit or year, and pictures that look alike."""
    seen = _seen(context)
    mine = {row.id for row in seen}
    repeated_rows = context.uow.evidence.repeated()
    groups = [rows for rows in same_files(repeated_rows) if mine.intersection(row.id for row in rows)]
    near = near_pictures([row for row in seen if row.state == "stored"])
    numbered = _same_number(seen)
    if not groups and not near and not numbered:
        return Reply("没有交重的文件（按文件指纹、文号比对，图片另按画面比对）。")
    lines = [f"{place} {_group(rows, mine, context)}" for place, rows in enumerate(groups, start=1)]
    said = [f"{len(groups)}组重复（文件指纹相同）：", *shown(lines, LISTED, "……另有{}组")] if groups else []
    pairs = [f"· {_piece(one)} 和 {_piece(other)}" for one, other in near]
    said += [f"{len(near)}对图片看起来是同一张：", *shown(pairs, LISTED, "……另有{}对")] if near else []
    said += [f"{len(numbered)}个文号不止一家交：", *shown(numbered, LISTED, "……另有{}个")] if numbered else []
    return Reply("\n".join([*said, "不同单位交同一文件可以相互印证，是否都算由您判断。"]))


def _same_number(seen: Sequence[Evidence]) -> list[str]:
    """平农〔2021〕45号：农业农村局、交通运输局: documents that bear the number of another unit's."""
    units: dict[str, dict[str, None]] = defaultdict(dict)
    for row in seen:
        number = document_number(f"{row.document_number or ''} {row.text or ''} {row.caption or ''}")
        units[number][row.unit] = None
    return [f"· {number}：{'、'.join(of)}" for number, of in units.items() if number and len(of) > 1]


def _group(rows: Sequence[Evidence], mine: AbstractSet[int], context: Context) -> str:
    """The units whose pieces the speaker assesses; of the others only that there are some."""
    own = [row for row in rows if row.id in mine]
    units = "、".join(f"{unit}{len(items)}份" for unit, items in _by_unit(own).items())
    name = next((row.original_name or row.caption for row in own if row.original_name or row.caption), "")
    return f"{clip(name, 30) or '没有名称'}：{units}{_elsewhere(rows, mine, context)}"


def _elsewhere(rows: Sequence[Evidence], mine: AbstractSet[int], context: Context) -> str:
    others = [row for row in rows if row.id not in mine]
    campaigns = {row.campaign_id for row in others} - {context.speaker.campaign.id}
    found = [context.uow.campaigns.get(campaign) for campaign in sorted(campaigns)]
    years = "、".join(f"{campaign.year}年考核" for campaign in found if campaign is not None)
    here = any(row.campaign_id == context.speaker.campaign.id for row in others)
    places = "、".join(filter(None, ("您不审的项" if here else "", years)))
    return f"；另有{len(others)}份在{places}" if others else ""


def _piece(row: Evidence) -> str:
    name = clip(row.original_name or row.caption or "图片", 20)
    return f"{row.unit}“{name}”（{row.code or '未归类'}）"


def _by_unit(rows: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        found[row.unit].append(row)
    return found


def _seen(context: Context) -> list[Evidence]:
    """The evidence of the leaves that the speaker assesses; what is not filed yet is everybody's."""
    rows = context.uow.evidence.list(context.speaker.campaign.id)
    kept = [row for row in rows if row.state in ("stored", "pending")]
    by_code = context.rubric.by_code
    return [row for row in kept if _is_seen(row, by_code.get(row.code or ""), context)]


def _is_seen(row: Evidence, leaf: Criterion | None, context: Context) -> bool:
    """One gate for all of them: not of a unit that the reviewer has stepped back from."""
    unit = printed_unit(row, context)
    if recused(context, unit, row.code or "", row.subject):
        return False
    return row.code is None if leaf is None else sees(context, leaf, row.subject)


def of_unit(text: str, context: Context) -> Reply | None:
    """公安局交了几份: what a unit has handed in for which item, and for which there is none; None for no single unit."""
    units = mentions(text, context).units
    if len(units) != 1:
        return None
    if recused(context, units[0], "", units[0]):
        return Reply(f"您已对{units[0]}申请回避，看不到它报的数和材料。")
    rows = [row for row in _seen(context) if row.unit == units[0]]
    lines = [f"{units[0]}已交材料{len(rows)}件，其中{sum(map(is_bare, rows))}张图片没有说明。"]
    lines += shown([_filed(row, context) for row in rows], LISTED, "……另有{}件")
    proved = {row.code for row in rows}
    own = {line.code: line.criterion for line, _ in standing_now(context).tasks(units[0])}
    bare = [leaf for code, leaf in own.items() if code not in proved and judges(context, leaf)]
    lines += [f"没有材料的{len(bare)}项：{listed([_item(leaf) for leaf in bare], 8)}。"] if bare else []
    return Reply("\n".join(lines))


def _filed(row: Evidence, context: Context) -> str:
    leaf = context.rubric.by_code.get(row.code or "")
    name = clip(row.original_name or row.caption or row.text or "图片", 24)
    return f"{_item(leaf) if leaf is not None else '未归类'}：{name}"


def _item(leaf: Criterion) -> str:
    return f"{leaf.code} {leaf_name(leaf, 14)}"


COMMANDS = (
    Command(
        Act.CHECK,
        "哪些图片没有说明",
        words("没有说明的图片 缺说明的图片"),
        uncaptioned,
        re.compile(
            r".{0,6}(?:哪些|多少|几张|有没有).{0,4}(?:图片|照片).{0,4}(?:没有?|缺|无)(?:文字)?说明.{0,4}"
        ),
    ),
    Command(Act.CHECK, "全部退说明", words("全部退说明 全部补说明 都退说明"), ask_captions),
    Command(
        Act.CHECK,
        "有没有交重的",
        words("查重 重复材料 交重的"),
        repeated,
        re.compile(r".{0,6}(?:有没有|哪些|有无|查).{0,6}(?:交|传|报)?(?:重了?的|重复).{0,6}"),
    ),
    Command(
        Act.CHECK,
        "公安局交了几份",
        words(""),
        of_unit,
        re.compile(
            r"\D{2,14}交了(?:几|多少)[份件].{0,6}"
            r"|\D{2,14}(?:的)?(?:证明|佐证|印证)?材料(?:现在|都|还)*(?:交?到哪一?步了?|[交传报]?齐了?[没吗]|[差缺]了?(?:哪[些几]?|什么|啥)).{0,4}"
            r"|\D{2,14}(?:还|都)?[差缺少]了?(?:哪[些几]?|什么|啥)(?:证明|佐证|印证)?材料.{0,4}"
        ),
        shy=True,
    ),
)
