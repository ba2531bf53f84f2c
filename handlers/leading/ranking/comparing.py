"""“哪个区最低”“白蒲国抽比九华差多少”“安岳县98.2，雁江和乐至呢”: one leaf's reported values of the assessed units."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.leaf_rows import figure_of
from handlers.leading.one_unit import subject_view
from handlers.leading.topics import leaves_about, leaves_called, likest, topic_of
from handlers.lookups.explain import reckoned
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.review.decisions import STATUS_NAMES, LeafRecord, records_of
from handlers.review.sight import sees
from handlers.wording import leaf_name, listed, plain
from scoring.decimals import round_half_up
from scoring.model import Criterion

_COMPARED: Final = re.compile(
    r"(?:哪|谁).{0,6}最?(?:高|低|好|差|大|小|多|少)|最(?:高|低|好|差|大|小|多|少).{0,4}(?:哪|谁)|(?:比|跟|和|与)(?=.{1,10}(?:高|低|差|多|少))|[高低差多少](?:多少|几|吗|不)|平均"
    r"|排(?:个|一?下)?(?:序|名)|从[高低]到|对比|比一?比|(?:放|摆|搁)(?:在)?一(?:起|块儿?)(?:比|看)"
)
_AROUND: Final = re.compile(
    r"[三两几四五六七八九\d]个?(?:县区|区县|区|县|镇|街道)|个?(?:镇|区|县|街道|家|单位)$|[比跟和与高低]|多少"
)
_OTHERWISE: Final = re.compile("目标|去年|上年|往年|前年|同期")
"""What is compared with nobody else's value."""
_EVEN: Final = 2
_FEW: Final = 3
"""So many leaves are compared one by one where none is named."""
_WHY: Final = re.compile(r"为什么|为啥|怎么(?:会|就|这么|那么)?比|咋比|凭什么|原因")
_OTHERS: Final = re.compile(
    r"(?P<head>.{2,40}?\d.{0,6}?)[,，。;；\s]+(?:那)?(?P<others>[^\d,，。]{2,24}?)呢[?？]?"
)
_QUOTED: Final = re.compile(r"\d+(?:\.\d+)?")


_LACKED: Final = re.compile("还?[差缺](?:几|多少|哪)")
"""九华体系认证还差几个: how far one is from its own goal."""


def compared(words: str, said: tuple[Sequence[str], str], context: Context) -> Reply | None:
    """The values that the speaker may see, of the units named alone; None where they are of no one leaf.

    `said` are the units that the words name, and the words besides.
    """
    subjects = context.speaker.campaign.subjects
    if _COMPARED.search(words) is None or len(subjects) == 1 or _OTHERWISE.search(words):
        return None
    units, rest = said
    of = [unit for unit in units if unit in subjects]
    seen = _seen(context)
    named = _AROUND.sub(" ", _COMPARED.sub(" ", rest))
    if "排名" in words and len(topic_of(named)) <= 1:
        return None
    leaves = _meant(named, seen, context)
    if len(of) == 1 and _LACKED.search(words):
        return None
    if of or len(leaves) <= 1:
        return _of_leaf(leaves[0], words, of, seen, context) if len(leaves) == 1 else None
    if len(leaves) > _FEW or re.search("[分排总]", words):
        return None
    told = [_of_leaf(leaf, words, of, seen, context, least=1) for leaf in leaves]
    return Reply.of(*(one.text for one in told if one is not None))


def of_item(words: str, context: Context) -> Reply | None:
    """九华跟东陈江苏名牌谁报得多: the item that is named; of the units as such 一家 tells."""
    found = mentions(words, context)
    topic = topic_of(_AROUND.sub(" ", _COMPARED.sub(" ", found.rest)))
    return compared(words, (found.units, found.rest), context) if found.units and len(topic) > 1 else None


def values_of(leaf: Criterion, context: Context) -> Reply | None:
    """The values of one leaf from the highest to the lowest, of whoever has reported it."""
    return _of_leaf(leaf, "", (), _seen(context), context)


def _of_leaf(
    leaf: Criterion,
    words: str,
    of: Sequence[str],
    seen: Mapping[tuple[str, str], LeafRecord],
    context: Context,
    least: int = _EVEN,
) -> Reply | None:
    subjects = context.speaker.campaign.subjects
    rows = {
        one: record for (code, one), record in seen.items() if code == leaf.code and (not of or one in of)
    }
    gone = [one for one in of or subjects if one not in rows]
    if len(rows) < min(least, len(of) or least):
        alone = [f"{one} {values_text(leaf, record.reported)}，" for one, record in rows.items()]
        only = "".join(["只有" * bool(alone), *alone, listed(gone, 6, "家")])
        return Reply(f"{leaf.code} {leaf_name(leaf, 30)}：{only}还没有上报，比不了。")
    told = _told(leaf, rows, gone, average="平均" in words)
    if _WHY.search(words):
        told += [reckoned(leaf, one, context).text for one in _lowest(rows)]
    return Reply.of(*told)


def _lowest(rows: Mapping[str, LeafRecord]) -> Sequence[str]:
    """Whoever is asked about where one is lower: what its value came to, by which clause."""
    figures = {one: figure for one, record in rows.items() if (figure := _figure(record)) is not None}
    return [min(figures, key=lambda one: figures[one])] if len(figures) > 1 else []


def _seen(context: Context) -> dict[tuple[str, str], LeafRecord]:
    return {
        key: record
        for key, record in records_of(context.uow, context.speaker.campaign.id).items()
        if record.reported
        and key[0] in context.rubric.by_code
        and sees(context, context.rubric.criterion(key[0]), key[1])
    }


def _meant(rest: str, seen: Mapping[tuple[str, str], LeafRecord], context: Context) -> Sequence[Criterion]:
    """The leaves that the words name among those reported, else all of these."""
    leaves = [context.rubric.criterion(code) for code in dict.fromkeys(code for code, _ in seen)]
    topic = topic_of(rest)
    named = (leaves_about(topic, leaves) or likest(topic, leaves)) if len(topic) > 1 else ()
    return named or (leaves if len(topic) <= 1 else [])


def _told(
    leaf: Criterion, rows: Mapping[str, LeafRecord], gone: Sequence[str], *, average: bool
) -> list[str]:
    figures = {one: figure for one, record in rows.items() if (figure := _figure(record)) is not None}
    ordered = sorted(rows, key=lambda one: figures.get(one, Decimal(0)), reverse=True)
    lines = [
        f"{place} {one} {values_text(leaf, rows[one].reported)}" for place, one in enumerate(ordered, start=1)
    ]
    ends = f"最高与最低差{plain(max(figures.values()) - min(figures.values()))}。" if len(figures) > 1 else ""
    if average and figures:
        mean = round_half_up(sum(figures.values(), Decimal(0)) / len(figures), 2)
        ends += f"已报的{len(figures)}家平均{plain(mean)}。"
    missing = f"还没报：{listed(gone, 6)}。" if gone else ""
    head = f"{leaf.code} {leaf_name(leaf, 30)}，按上报的值从高到低："
    return list(filter(None, [head, *lines, ends + missing]))


def _figure(record: LeafRecord) -> Decimal | None:
    figures = map(figure_of, record.reported.values())
    return next((figure for figure in figures if figure is not None), None)


def others_too(text: str, context: Context) -> Reply | None:
    """The values of the others; None where the item is not certain or nobody else is asked about."""
    subjects = context.speaker.campaign.subjects
    said = _OTHERS.fullmatch(text.strip()) if len(subjects) > 1 and "呢" in text else None
    if said is None:
        return None
    head, standing = mentions(said["head"], context), standing_now(context)
    others = [unit for unit in mentions(said["others"], context).units if unit in subjects]
    quoted = {unit for unit in head.units if unit in subjects}
    if not quoted or not others:
        return None
    value = _QUOTED.findall(said["head"])[-1]
    leaves = [
        context.rubric.criterion(code)
        for (code, subject), record in standing.records.items()
        if subject in quoted and value in map(str, record.reported.values())
    ]
    if len(leaves) > 1:
        leaves = [*leaves_called(topic_of(_QUOTED.sub(" ", head.rest)), leaves)]
    if len(leaves) != 1:
        known = f"{'、'.join(sorted(quoted))}报{value}的{'不止一项' if leaves else '没有'}，没有改动。"
        return Reply.of(known, *(subject_view.in_short(standing, subject) for subject in others))
    (leaf,) = leaves
    return Reply.of(f"{leaf.code} {leaf_name(leaf)}：", *(_state(leaf, one, standing) for one in others))


def _state(leaf: Criterion, subject: str, standing: Standing) -> str:
    given = standing.reported(leaf.code, subject)
    if not given:
        return f"{subject}：还没有上报"
    return f"{subject}：{values_text(leaf, given)}（{STATUS_NAMES[standing.records[leaf.code, subject].status]}）"
