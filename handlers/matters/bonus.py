"""加分: awards as counts of the printed marks; a reviewer proposes, the office decides, the cap is the document's."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from handlers.access import Act, may
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.matters.awards import awards_said
from handlers.matters.register import register, standing, tell
from handlers.messages import Reply
from handlers.office.facts_of_office import Fact, store_fact
from handlers.receipts import line_of
from handlers.review.decisions import records_of
from handlers.suggesting import offering
from handlers.wording import plain
from scoring.decimals import ZERO
from scoring.model import Criterion, Input
from store.records import Matter

_NOISE: Final = re.compile(r"[“”（）()数]|获得?|命名|称号|提名奖?|的|项")


def propose(text: str, context: Context) -> Reply | None:
    """Price every award by its printed mark; None where the text names none."""
    if context.rubric.bonus is None:
        return Reply("这份细则没有加分项（原文未规定），没有记录。") if _POINTS.search(text) else None
    counts = _said(text, context)
    if counts:
        return _proposed(text, context, _criterion(context), counts)
    return which(text, context) if _POINTS.search(text) else None


def told_of(text: str, context: Context) -> Reply | None:
    """又拿了个詹天佑奖: proposed where all that is named is certain; None for anything else."""
    counts = _said(text, context) if context.rubric.bonus is not None else {}
    return _proposed(text, context, _criterion(context), counts) if counts else None


def _criterion(context: Context) -> Criterion:
    return context.rubric.criterion(context.rubric.bonus.code if context.rubric.bonus is not None else "")


def _said(text: str, context: Context) -> dict[str, int]:
    criterion = _criterion(context)
    if _UNCERTAIN.search(text):
        return {}
    return awards_said(text, criterion, lambda item: _mark(context, criterion, item))


_UNCERTAIN: Final = re.compile(
    "如果|要是|假如|假设|万一|听说|据说|可能|估计|准备|打算|争取|要拿|要获|快拿|[?？]|吗$"
)
"""如果拿了詹天佑奖: it has not been won, or is only asked about."""


_POINTS: Final = re.compile(r"\d\s*分|加个分|加\s*\d")


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
    stranger = _not_printed(text, awards)
    head = f"加分项里没有“{stranger}”（原文没有列），是下面哪一种？" if stranger else "按哪一种加分？"
    return offering.choose(f"{head}认定前不计入总分，还没有记录。", choices, context)


_PRIZE: Final = re.compile(r"[\u4e00-\u9fff]{2,12}奖(?!项|励)")
_WON: Final = re.compile("^.*(?:[拿得获](?:了|到)|获得|评[上了为]|加上?|还有|一?个|的)")


def _not_printed(words: str, awards: Sequence[Input]) -> str:
    """The 省长质量奖 that the document has not; "" where every prize named is one of its own."""
    labels = " ".join(item.label for item in awards)
    for found in _PRIZE.finditer(words):
        said = _WON.sub("", found[0])
        known = next((said[at:] for at in range(len(said) - _GRAM + 1) if said[at:] in labels), "")
        if known != said and (
            not known or _GENERAL.fullmatch(known.removesuffix("奖")) or known[0] in "长国苏作"
        ):
            return said
    return ""


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
    said = f"加分由质强办认定：已作为加分提议登记（第{number}号），认定前不计入总分。5分钟内可回“撤回”。"
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
