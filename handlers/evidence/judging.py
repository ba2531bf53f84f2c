"""材料齐不齐: the reviewer sees what is proposed for a leaf and decides 全, 不全 or 无; points are not touched."""

import re
from typing import Final

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence.completeness import LEVELS, demands, propose
from handlers.matters.register import covers, recusals_of, tell_contacts
from handlers.messages import Reply
from handlers.review.sight import judges
from handlers.wording import clip, in_one_line, leaf_name, month_day
from scoring.model import Criterion
from store.records import CompletenessLevel, Evidence

_WORDS: Final[dict[str, CompletenessLevel]] = {
    "全": "full",
    "齐": "full",
    "齐全": "full",
    "不全": "partial",
    "不齐": "partial",
    "无": "none",
    "没有": "none",
}
_CODE: Final = re.compile(r"(?<![\w.])[A-Za-z]{0,2}\d[\w.-]*+(?!\s*分)", re.ASCII)
_DECIDED: Final = re.compile(r"材料(?P<level>齐全|不全|不齐|没有|全|齐|无)[\s:：]+(?P<what>\S.*)", re.DOTALL)


def show(text: str, context: Context) -> Reply:
    """材料齐不齐 5.1: what the document asks, what is there, what is proposed, what was decided."""
    found = _leaf(text, context)
    if isinstance(found, str):
        return Reply(found)
    criterion, subject, _ = found
    proposal = propose(criterion, _rows(context, criterion, subject))
    lines = [f"{criterion.code} {leaf_name(criterion, 30)}：{proposal.words}"]
    if asked := demands(criterion):
        lines.append(f"要求{len(asked)}项，材料里提到{len(proposal.there)}项（只看名称和说明）。")
    said = context.uow.completeness.of_campaign(context.speaker.campaign.id).get((criterion.code, subject))
    if said is not None:
        why = f"：{clip(said.reason, 60)}" if said.reason else ""
        lines.append(f"{said.contact_name or ''}{month_day(said.at)}已定“{LEVELS[said.level]}”{why}")
    lines.append(f"回“材料全 {criterion.code}”或“材料不全 {criterion.code} 缺什么”定下来；不改分。")
    return Reply("\n".join(lines))


def proposed(context: Context, criterion: Criterion, subject: str) -> list[str]:
    """A line for who looks at a leaf, where the document asks for evidence in particular."""
    if not demands(criterion):
        return []
    return [f"材料{clip(propose(criterion, _rows(context, criterion, subject)).words, 120)}"]


def decide(text: str, context: Context) -> Reply | None:
    """材料不全 5.1 缺台账: kept, and told to those who have handed in; points are decided elsewhere."""
    found = _DECIDED.fullmatch(text.strip())
    if found is None or _CODE.search(found["what"]) is None:
        return None
    leaf = _leaf(found["what"], context)
    if isinstance(leaf, str):
        return Reply(leaf)
    criterion, subject, reason = leaf
    level = _WORDS[found["level"]]
    context.uow.completeness.add(
        campaign_id=context.speaker.campaign.id,
        code=criterion.code,
        subject=subject,
        level=level,
        reason=reason,
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
    )
    what = f"leaf:{criterion.code}:{subject}"
    context.uow.audit.record(context.now, context.actor, "completeness", what, {"level": level})
    told = _tell(context, criterion, subject, reason) if level != "full" else 0
    heard = f"，通知到{told}人" if told else ""
    return Reply(
        f"{criterion.code} {leaf_name(criterion, 30)}：材料定为“{LEVELS[level]}”{heard}；分数没有改。"
    )


def _tell(context: Context, criterion: Criterion, subject: str, reason: str) -> int:
    units = dict.fromkeys(row.unit for row in _rows(context, criterion, subject)) or {
        criterion.reporter: None
    }
    why = f"：{in_one_line(reason)}" if reason else ""
    text = f"【材料不全】{criterion.code} {leaf_name(criterion, 30)}{why}。请补交，直接发图片、文件或链接。"
    return sum(tell_contacts(context, f"completeness:{unit}", unit, text) for unit in units if unit)


def _leaf(text: str, context: Context) -> tuple[Criterion, str, str] | str:
    """(leaf, assessed unit, the words besides), or what to answer where they are not certain."""
    found = _CODE.search(text)
    criterion = context.rubric.by_code.get(found[0]) if found else None
    if found is None or criterion is None:
        unknown = f"没有编号“{found[0]}”，" if found is not None else ""
        return f"{unknown}请写编号，如“材料齐不齐 {context.rubric.criteria[0].code}”。"
    if not judges(context, criterion):
        return "这项不归您审。"
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
    subjects = context.speaker.campaign.subjects
    named = [subject for subject in subjects if subject in rest] or list(subjects)
    if len(named) != 1:
        return f"请写明是哪个被考核单位的，如“材料齐不齐 {criterion.code} {subjects[0]}”。"
    if _is_recused(context, criterion, named[0]):
        return "您已申请回避，这项的材料不由您定。"
    return criterion, named[0], rest.replace(named[0], "").strip(" ，,：:")


def _is_recused(context: Context, criterion: Criterion, subject: str) -> bool:
    """Whether the speaker has stepped back from the leaf, or from a unit that reports it or has handed in for it."""
    units = {criterion.reporter, *(row.unit for row in _rows(context, criterion, subject))}
    recusals = recusals_of(context.uow, context.speaker.contact)
    return any(covers(recusals, unit, criterion.code, subject) for unit in units)


def _rows(context: Context, criterion: Criterion, subject: str) -> list[Evidence]:
    rows = context.uow.evidence.list(context.speaker.campaign.id, code=criterion.code, subject=subject)
    return [row for row in rows if row.state != "withdrawn"]


COMMANDS = (
    Command(
        Act.CHECK,
        "材料齐不齐 5.1",
        words(""),
        show,
        re.compile(r"材料(?:齐不齐|全不全|齐了没有?|齐全吗)[\s:：]*(?P<rest>\S.*)"),
    ),
    Command(Act.CHECK, "材料不全 5.1 缺台账", words(""), decide, _DECIDED),
)
