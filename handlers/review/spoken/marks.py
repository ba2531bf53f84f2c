"""“公安局那项我给满分”“给个2分吧 写得不错”: points in everyday words, said back before they count."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from handlers import dialogs
from handlers.access import assesses
from handlers.board import duties_of_unit
from handlers.campaign.units import mentions, mentions_of
from handlers.context import Context
from handlers.leading.topics import leaves_about, leaves_called, topic_of
from handlers.messages import Reply
from handlers.reading.numbers import numeral
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.receipts import line_of
from handlers.review import direct, points_said
from handlers.review.assessed_only import takes_points
from handlers.review.listed import rule_listed
from handlers.review.rulings import Ruling
from handlers.review.spoken.mark import Mark, mark_in, unjudged
from handlers.review.spoken.mentioned import mentioned
from handlers.review.spoken.places import Meant, Sheet, places_meant
from handlers.review.waiting import QueueItem, current, listed_items, waiting
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import circled, clip, leaf_name, plain, shown
from scoring.model import Criterion

_CODE: Final = re.compile(r"[A-Z]\d\d-[A-Z]\d?|(?<![\d.A-Z])(?:[A-Z]\.)?\d{1,2}(?:\.\d{1,2})?(?![\d.])")
_ORDINAL: Final = re.compile(r"第([\d一二三四五六七八九十]{1,3})[项个条]")
_BETWEEN: Final = re.compile(
    r"我|把|将|给|的|[那这]几[项个件家]|那一?[块项个家]|这一?[块项个家]|就|只|个|项|都|全|各|每|[三3两2]个?(?:县区|区县|县|区|镇)|[:：,，。、\s]"
)
_CODES: Final = re.compile(r"\d\.\d{1,2}\s*(?:到|至|[-~—])\s*\d{1,2}\.\d")
_GIVEN: Final = re.compile(r"(?:给|打|评|扣|得|核)(?:个|了)?\s*$")
_POINTS: Final = re.compile(r"\d\s*分|满|(?:给|打|评|扣|得分)\s*\d")
_CODE_FIRST: Final = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\s+\d(?:\.\d{1,2})?(?=\s+[\u4e00-\u9fff])")
"""雁江4.1 3.5 规划没印发: the code, the points, the reason."""
_OF_POINTS: Final = re.compile(r"\s*分(?![别开])")
"""1.3 1.7分: points, though an item has that code."""
_MANY: Final = 2
_SAID: Final = 4
"""诚信标准还没出来: so much of a reason may name its item."""
_EVERY: Final = re.compile(
    r"(?:[三两四五六七八九\d]|各|每|所有|全部)个?(?:县区|区县|县|区|镇|街道|单位)|都|全部"
)
_SO_MANY: Final = re.compile(r"([两三四五六七八九]|(?<![\d.])\d)个(?:县区|区县|县|区|镇|街道|单位)")
_LISTED: Final = 6


def mark_spoken(text: str, context: Context) -> Reply | None:
    """Say back what would be given, ask of which item, or what for; None for anything else."""
    words = clean(text).strip()
    pointed = _POINTS.search(words) or _CODE_FIRST.search(words)
    several = _several(words, context) if pointed and not is_question(words) else None
    if several is not None:
        return several
    mark = mark_in(text, context)
    if mark is None or (mark.marks in context.rubric.by_code and re.search(r"\d", mark.reason)):
        return None
    return (
        _of_code(mark, context)
        or _of_list(mark, context)
        or _of_name(mark, context)
        or _why_first(mark, context)
    )


def _why_first(mark: Mark, context: Context) -> Reply | None:
    """材料不全，按2分算: the reason stands before the points of the item looked at."""
    why = mark.about.strip(" ,，。")
    return _of_list(replace(mark, about="", reason=mark.reason or why), context) if len(why) > _MANY else None


def _several(text: str, context: Context) -> Reply | None:
    """5.1到5.3都给满, 8.3 4分 11.2 1分: each takes points and a reason of its own."""
    said = (found for found in _CODE.finditer(text) if not _GIVEN.search(text[: found.start()]))
    codes = [found[0] for found in said if not _OF_POINTS.match(text, found.end())]
    known = [code for code in dict.fromkeys(codes) if "." in code and code in context.rubric.by_code]
    spanned = _CODES.search(text)
    if spanned is not None and len(known) > 1:
        everything = [leaf.code for leaf in context.rubric.criteria]
        known = everything[everything.index(known[0]) : everything.index(known[-1]) + 1]
    if len(known) < _MANY and not (known and len(codes) > 1 and _CODE_FIRST.search(text)):
        return None
    if spanned is None and (each := _each_marked(text, known, context)) is not None:
        return each
    rows = [f"{code} {leaf_name(context.rubric.criterion(code), 24)}" for code in known]
    head = f"说的有{len(known)}项，评分要逐项写理由，请一项一项发，如“{known[0]} 分数 理由”。没有记录："
    return Reply("\n".join([head, *shown(rows, _LISTED, "……另有{}项")]))


def _each_marked(text: str, known: Sequence[str], context: Context) -> Reply | None:
    """安岳4.1 4分 都有 4.2 3分 缺记录: each with its own points and reason; None unless all have both."""
    codes = [found for found in _CODE.finditer(text) if found[0] in known]
    starts = [_with_unit(text, found.start(), context) for found in codes]
    unit, states = "", []
    for at, end in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True):
        piece = text[at:end]
        named = mentions(piece, context).units
        leaf, rest = points_said.leaf_in(
            points_said.in_digits(piece if named else f"{unit} {piece}"), context
        )
        unit = named[0] if named else unit
        said = points_said.points_in(rest, context) if leaf is not None else None
        if leaf is None or said is None or not said[1]:
            return None
        state = direct.drafted(leaf, *said, context)
        if isinstance(state, str):
            return Reply(state)
        states.append(state)
    return direct.ask_all(states, context)


def _with_unit(text: str, at: int, context: Context) -> int:
    """Where 安岳4.2 begins: at the name right before the code."""
    before = _NAME_BEFORE.search(text[:at])
    return before.start() if before is not None and mentions(before[0], context).units else at


_NAME_BEFORE: Final = re.compile(r"[^\s,，。;；\d]{2,8}\s*$")


def _of_code(mark: Mark, context: Context) -> Reply | None:
    """鄂城区5.6给满分: the leaf of that code."""
    for found in _CODE.finditer(mark.about):
        if found[0] in context.rubric.by_code and ("." in found[0] or mark.about.startswith(found[0])):
            about = f"{mark.about[: found.start()]} {mark.about[found.end() :]}"
            return _offered(context.rubric.criterion(found[0]), about, mark, context)
    return None


def _of_list(mark: Mark, context: Context) -> Reply | None:
    """给个2分吧, 旅游局那个给一半: an item of the list, or the one looked at."""
    opened = listed_items(context)
    items: Sequence[QueueItem | None] = opened if opened is not None else waiting(context)
    found = current(context) if opened is not None else None
    sheet = Sheet(items, found[0] if found is not None else 1 if len(items) == 1 else None)
    meant = places_meant(mark.about, sheet, context)
    meant = meant or _headed_by(mark.about) or _named_in(mark.about, sheet, context)
    if meant is None or len(meant.places) != 1 or meant.places[0] not in sheet.open:
        return None
    place = meant.places[0]
    item = items[place - 1]
    points = mark.points(item.criterion) if item is not None else None
    if item is None or points is None:
        return None
    judged = bool(mark.reason) and takes_points(item.criterion)
    if as_reckoned(mark, item, context) and not judged and opened is not None:
        points = mark.left(item.criterion) or points
        if found is not None and found[0] == place and len(mark.about) <= _MANY:
            told = rule_listed([Ruling((place,), accept=True, reason="")], context).text
            return Reply(
                f"{plain(points)}/{plain(item.criterion.full_marks or points)}分，与上报一致。{told}"
            )
        dialogs.ask(context, offering.QUESTION, {"choices": [[f"{place}通过", Way.DOES.name]]})
        return Reply(
            f"{circled(place)}按上报算出来就是{plain(points)}分，没有处理。\n1 {place}通过\n回序号，不办请回“取消”。"
        )
    return direct.offered(
        item.criterion, [points_said.Said(item.subject, points, mark.deduct)], mark.reason, context
    )


def as_reckoned(mark: Mark, item: QueueItem, context: Context) -> bool:
    """Whether that is what the report comes to by the document alone."""
    line = line_of(context, item.criterion, item.subject, item.record.inputs)
    return line.points == mark.left(item.criterion) and not line.gap and not line.provisional


def _headed_by(about: str) -> Meant | None:
    """2的自评0.8偏高，给0.6: the number of the list that it begins with, whatever is said of it."""
    found = _HEADED.match(about)
    return Meant((int(numeral(found[1]) or 0),)) if found is not None else None


_HEADED: Final = re.compile(r"\s*第?([1-9]\d?)(?:[项号件条]的?|那[个项]|的)(?=[\u4e00-\u9fff])")


def _named_in(about: str, sheet: Sheet, context: Context) -> Meant | None:
    """农业局合格证那项自评1分太高了: the one item that is spoken of, whatever is said of it."""
    words = unjudged(about.strip())
    pool = {place: item for place, item in enumerate(sheet.items, start=1) if item is not None}
    found = tuple(mentioned(words, pool, context) or _of_stem(words, pool)) if words else ()
    return Meant(found) if len(found) == 1 else None


def _of_stem(words: str, pool: Mapping[int, QueueItem]) -> Sequence[int]:
    """农业这项, where 农业农村局 has sent what waits."""
    stem = _ITS_ITEM.sub("", words)
    return [at for at, item in pool.items() if len(stem) >= _MANY and item.unit.startswith(stem)]


_ITS_ITEM: Final = re.compile("(?:那边|这边)?的?[那这]一?[项个件条]$")


def _of_name(mark: Mark, context: Context) -> Reply | None:
    """公安局的典型案例我给满分: a leaf that the speaker may mark, by its unit and what it is about."""
    subjects = context.speaker.campaign.subjects
    named = mentions(mark.about, context)
    units = [unit for unit in named.units if unit not in subjects]
    topic = _BETWEEN.sub("", unjudged(named.rest.strip()))
    leaves = [leaf for leaf in _markable(context) if not units or set(units) & set(leaf.named_units)]
    meant = _numbered(mark.about, units, context) or _about(topic, leaves)
    if len(meant) > 1 and mark.reason:
        meant = leaves_called(topic_of(mark.reason)[:_SAID], meant) or meant
    if not topic and not units:
        return _which_leaf(mark, context) if not mark.about else None
    if not meant:
        return None
    if len(meant) == 1:
        return _offered(meant[0], mark.about, mark, context)
    return _which(meant, mark, context)


def _numbered(about: str, units: Sequence[str], context: Context) -> Sequence[Criterion]:
    """旅游局第一项: as it is numbered on that unit's own list."""
    found = _ORDINAL.search(about)
    number = numeral(found[1]) if found is not None else None
    own = duties_of_unit(units[0], context) if number is not None and len(units) == 1 else ()
    return [duty.criterion for duty in own if duty.ordinal == number]


def _about(topic: str, leaves: Sequence[Criterion]) -> Sequence[Criterion]:
    """The leaves that the topic is about: by name, else by their clause; all of the unit's where neither tells."""
    if not topic:
        return leaves
    called = leaves_about(topic, leaves) or [leaf for leaf in leaves if topic in leaf.clause]
    ends = (topic[:2], topic[-2:])
    return called or [leaf for leaf in leaves if all(end in leaf.name for end in ends)] or leaves


def _markable(context: Context) -> list[Criterion]:
    return [
        leaf
        for leaf in context.running
        if takes_points(leaf) and assesses(context.seat, context.rubric, leaf)
    ]


def _offered(leaf: Criterion, about: str, mark: Mark, context: Context) -> Reply:
    """Of one leaf: the assessed units that are named, or all of them where that is said."""
    points = mark.points(leaf)
    if points is None:
        return Reply(f"{leaf.code} {leaf_name(leaf, 30)}没有印分值，给不了，没有记录。")
    subjects = context.speaker.campaign.subjects
    named = [unit for unit in mentions(about, context).units if unit in subjects]
    if len(subjects) == 1 or (not named and _is_of_every(about, len(subjects))):
        named = [*subjects]
    said: list[points_said.Said | None] = [points_said.Said(one, points, mark.deduct) for one in named]
    return direct.offered(leaf, said or [None], mark.reason, context)


def _is_of_every(about: str, units: int) -> bool:
    """三个县区都 of three; 两个县区都 leaves open which."""
    counted = _SO_MANY.search(about)
    count = numeral(counted[1]) if counted is not None else None
    return _EVERY.search(about) is not None and (count is None or int(count) == units)


def _which(leaves: Sequence[Criterion], mark: Mark, context: Context) -> Reply | None:
    """Ask which of several leaves; each takes a reason of its own."""
    if len(leaves) > _LISTED and not mentions_of(mark.about, context.rubric, ()).units:
        return None
    rows = [
        f"{leaf.code} {leaf_name(leaf, 24)}（{plain(leaf.full_marks or Decimal(0))}分）" for leaf in leaves
    ]
    if "都" in mark.about or len(leaves) > _LISTED:
        head = f"说的有{len(leaves)}项，评分要逐项写理由，请一项一项发，如“{leaves[0].code} 分数 理由”。没有记录："
        return Reply("\n".join([head, *shown(rows, _LISTED, "……另有{}项")]))
    verb = "扣" if mark.deduct else "给"
    choices = [[f"{leaf.code} {verb}{mark.marks} {mark.reason}".strip(), Way.DOES.name] for leaf in leaves]
    dialogs.ask(context, offering.QUESTION, {"choices": choices})
    lines = [f"{place} {row}" for place, row in enumerate(rows, start=1)]
    head = f"{verb}{mark.marks}，是哪一项？没有记录。"
    return Reply("\n".join([head, *lines, "回序号，都不是请回“取消”。"]))


def _which_leaf(mark: Mark, context: Context) -> Reply:
    verb = "扣" if mark.deduct else "给"
    nothing = "" if waiting(context) else "现在没有待审的件。"
    return Reply(
        f"{nothing}{verb}{clip(mark.marks, 8)}，给哪一项？请带上编号、单位或指标名，如“8.3 {verb}{mark.marks} 理由”；"
        "审上报的件请先回“待审”“看 1”。没有记录。"
    )
