"""加分: awards as counts of the printed marks; a reviewer proposes, the office decides, the cap is the document's."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from handlers.access import Act, may
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.matters.register import register, standing, tell
from handlers.messages import Reply
from handlers.office.facts_of_office import Fact, store_fact
from handlers.reading.numbers import numeral
from handlers.receipts import line_of
from handlers.review.decisions import records_of
from handlers.suggesting import offering
from handlers.wording import clip, plain
from scoring.model import Criterion, Input
from store.records import Matter

ZERO: Final = Decimal(0)
_HEAD: Final = re.compile(
    r"^(?:.{0,4}加分项?(?:里|中|那块)?(?:的|记一下|补一?[条个])*[\s:：,，]+|再?补一?[条个]加分[\s:：,，]*)"
)
"""加分：詹天佑奖1分: what only says that points are to be added."""
_ITEM: Final = re.compile(
    r"(?P<name>[^\d\s，,、；;+＋]{2,24})\s*[+＋]?\s*(?P<points>\d{1,2}(?:\.\d{1,2})?)\s*分"
)
_TRAIL: Final = re.compile(r"(?:的?(?:经验|成果|项目|奖项))?(?:再|另|还|各)?(?:给|加|算)(?:上)?$")
"""全国推广的经验再加2分: what stands between an award and its points."""
_COUNTED: Final = re.compile(
    r"(?P<name>[^\d\s，,、；;+＋]{2,24}?)(?:给|加|算|得了?|有|增加|计)?(?P<count>\d{1,2}|[一二两三四五六七八九十])(?:个|项|次)(?!\s*\d)"
)
_LEAD: Final = re.compile(r"^(?:再|另|还)?加(?:上)?")
_NOISE: Final = re.compile(r"[“”（）()数]|获得?|命名|称号|提名奖?|的|项")


def propose(text: str, context: Context) -> Reply | None:
    """Price every award by its printed mark; None where the text names none."""
    text = _HEAD.sub("", text)
    pairs = [
        (_TRAIL.sub("", _LEAD.sub("", found["name"])), Decimal(found["points"]))
        for found in _ITEM.finditer(text)
    ]
    if not pairs:
        return _by_count(text, context)
    if context.rubric.bonus is None:
        return Reply("这份细则没有加分项（原文未规定），没有记录。")
    criterion = context.rubric.criterion(context.rubric.bonus.code)
    counts: dict[str, int] = {}
    for name, points in pairs:
        item = _meant(name, criterion) or _told(name, criterion)
        if item is None:
            return which(text, context)
        mark = _mark(context, criterion, item)
        if not mark or points % mark:
            why = f"原文每项{plain(mark)}分，{plain(points)}分不是整数项"
            return Reply(f"“{clip(name, 16)}{plain(points)}分”：{why}，没有记录。加分条文回“加分”看。")
        counts[item.name] = counts.get(item.name, 0) + int(points / mark)
    return _proposed(text, context, criterion, counts)


def which(text: str, context: Context) -> Reply | None:
    """咱们的经验被省里推广了，加个分吧: the awards that the words may mean, each with its mark, to choose from."""
    if context.rubric.bonus is None:
        return Reply("这份细则没有加分项（原文未规定），没有记录。")
    criterion = context.rubric.criterion(context.rubric.bonus.code)
    said = _MARKS.findall(text)
    awards = [item for item in criterion.inputs if item.type == "count" and not item.name.startswith("_")]
    told = _told(text, criterion)
    like = [told] if told is not None else [item for item in awards if _shares(text, item)] or awards
    marks = {item.name: _mark(context, criterion, item) for item in like}
    fitting = [item for item in like if not said or marks[item.name] == Decimal(said[-1])] or like
    choices = [
        (
            f"再加{item.label.partition('（')[0]}{plain(marks[item.name])}分",
            f"{item.label}：{plain(marks[item.name])}分",
        )
        for item in fitting
    ]
    return offering.choose("按哪一种加分？认定前不计入总分，还没有记录。", choices, context)


_MARKS: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)\s*分")
_GRAM: Final = 3
_GENERAL: Final = re.compile("[全国中江苏省市质量工作]+")
"""全国质量工作会 names no award."""


def _told(words: str, criterion: Criterion) -> Input | None:
    """The one award of whose label three characters that stand in no other are said."""
    labels = {item.name: _NOISE.sub("", item.label) for item in criterion.inputs if item.type == "count"}
    said = _NOISE.sub("", words)
    grams = [said[at : at + _GRAM] for at in range(len(said) - _GRAM + 1)]
    only = [[name for name, label in labels.items() if gram in label] for gram in grams]
    sure = "奖" in words
    names = {
        found[0]
        for gram, found in zip(grams, only, strict=True)
        if len(found) == 1 and (sure or _GENERAL.fullmatch(gram) is None)
    }
    return criterion.input(names.pop()) if len(names) == 1 else None


def _shares(words: str, item: Input) -> bool:
    label = _NOISE.sub("", item.label)
    return any(label[at : at + 2] in words for at in range(len(label) - 1) if label[at : at + 2] != "质量")


def _by_count(text: str, context: Context) -> Reply | None:
    """加分里詹天佑奖给1个: so many of one award; None where the words name none."""
    if context.rubric.bonus is None:
        return None
    criterion = context.rubric.criterion(context.rubric.bonus.code)
    counts: dict[str, int] = {}
    for found in _COUNTED.finditer(_LIST.sub("", text)):
        item = _meant(_LEAD.sub("", found["name"]), criterion)
        if item is None:
            return None
        counts[item.name] = counts.get(item.name, 0) + int(numeral(found["count"].replace("两", "二")) or 0)
    return _proposed(text, context, criterion, counts) if any(counts.values()) else None


_LIST: Final = re.compile("^(?:加分项?(?:里|中)?的?|加分)[\\s:：]*")


def _proposed(text: str, context: Context, criterion: Criterion, counts: Mapping[str, int]) -> Reply:
    subject = context.speaker.campaign.subjects[0]
    record = records_of(context.uow, context.speaker.campaign.id, [criterion.code], subject).get(
        (criterion.code, subject)
    )
    known = dict(record.inputs) if record is not None else {}
    whole = {**known, **{name: int(str(known.get(name, 0))) + count for name, count in counts.items()}}
    raw = sum(
        (_mark(context, criterion, criterion.input(name)) * int(str(count)) for name, count in whole.items()),
        ZERO,
    )
    points = line_of(context, criterion, subject, whole).points or ZERO
    rows = [
        f"{criterion.input(name).label}：{count}项×{plain(_mark(context, criterion, criterion.input(name)))}分"
        for name, count in whole.items()
        if count
    ]
    capped = f"，超过上限，按{plain(points)}分计" if raw > points else ""
    limit = next((part for part in re.split("[（）。]", criterion.clause) if "不超过" in part), "")
    lines = [f"加分合计{plain(raw)}分{capped}（原文“{limit}”），明细保留：", *rows]
    if may(context.speaker.role, Act.SETTLE):
        state = {
            "code": criterion.code,
            "subject": subject,
            "counts": dict(counts),
            "words": text,
            "known": known,
        }
        return confirming.ask(context, QUESTION, state, [*lines, "认定后计入总分，会留痕。"])
    number = register(
        context,
        "bonus",
        text,
        unit=context.seat.unit,
        code=criterion.code,
        subject=subject,
        detail=dict(counts),
    )
    said = f"加分由质强办认定：已作为加分提议登记（第{number}号），认定前不计入总分。"
    return Reply("\n".join([*lines, said]))


def ask_to_grant(row: Matter, context: Context) -> Reply:
    """办结 3 同意 of a proposal: what would be counted is said back first."""
    counts = {name: int(count) for name, count in row.detail.items()}
    criterion = context.rubric.criterion(row.code)
    rows = [f"{criterion.input(name).label}：{count}项" for name, count in counts.items()]
    state = {
        "code": row.code,
        "subject": row.subject,
        "counts": counts,
        "words": row.text,
        "matter": row.number,
    }
    return confirming.ask(
        context, QUESTION, state, [f"将认定加分（第{row.number}号）：{'；'.join(rows)}，认定后计入总分。"]
    )


def grant(state: Mapping[str, Any], context: Context) -> Reply:
    """Count it in both sheets, and close the proposal that it came from."""
    code, subject = str(state["code"]), str(state["subject"])
    campaign = context.speaker.campaign.id
    record = records_of(context.uow, campaign, [code], subject).get((code, subject))
    known = dict(record.inputs) if record is not None else {}
    number = state.get("matter")
    row = next((row for row in standing(context, "bonus") if row.number == number), None)
    if number is not None and row is None:
        return Reply(f"第{number}号刚刚已经办结，没有再计。回“待办”看还有哪些。")
    if known != state.get("known", known):
        return Reply("加分项在您确认之前有变动，没有再计；请看过现在的加分，要加请再发一次。")
    given = {name: int(str(known.get(name, 0))) + int(count) for name, count in state["counts"].items()}
    store_fact(Fact(code, subject, given, str(state["words"])), "bonus", context)
    if row is not None:
        context.uow.matters.close(
            row,
            outcome="同意，已计入总分",
            contact_id=context.speaker.contact.id,
            inbox_id=context.inbox_id,
            at=context.now,
        )
        person = context.uow.roster.get(row.contact_id) if row.contact_id is not None else None
        if person is not None and person.active:
            tell(
                context,
                row.number,
                [person],
                f"【事项办结】您提议的加分（第{row.number}号）已认定，计入总分。",
            )
    line = line_of(context, context.rubric.criterion(code), subject, {**known, **given})
    return Reply(f"已认定加分，现在加分项{plain(line.points or ZERO)}分，已计入总分。")


QUESTION: Final = "bonus"


def _mark(context: Context, criterion: Criterion, item: Input) -> Decimal:
    """What the engine gives for one of it."""
    subject = context.speaker.campaign.subjects[0]
    return line_of(context, criterion, subject, {item.name: 1}).points or ZERO


def _meant(name: str, criterion: Criterion) -> Input | None:
    """The one award whose label holds all that is named; None where it is none or several."""
    word = _NOISE.sub("", name)
    found = [item for item in criterion.inputs if item.type == "count" and word in _NOISE.sub("", item.label)]
    return found[0] if len(found) == 1 and len(word) > 1 else None


COMMAND = Command(
    Act.BONUS,
    "再加全国推广2分 詹天佑1分",
    words(""),
    propose,
    re.compile(
        r"加分(?:项)?(?:里|中)?(?!最多|上限|条件|怎么).{2,40}(?:\d|[一二两三四五])(?:个|项).{0,20}|(?:再|另|还)?加(?:上)?\D{2,24}\d{1,2}(?:\.\d{1,2})?\s*分.{0,200}"
        r"|[^\d,，。]{2,20}(?:再|另|还|各|给)?加\d{1,2}(?:\.\d{1,2})?\s*分.{0,200}",
        re.DOTALL,
    ),
    shy=True,
)
CONFIRMATIONS: Final = {QUESTION: Confirmation(Act.SETTLE, grant)}
