"""发布结果: the verified result goes to everybody whom it concerns, each contact only its own unit's."""

from collections.abc import Mapping
from typing import Any

from handlers.access import Act
from handlers.campaign.standing import Standing, standing_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.leading.provisions import month_later
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.days import moving
from handlers.office.results.readiness_check import check
from handlers.people.enrolled import enrolled, unit_of
from handlers.pushing.pushes import tell
from handlers.review.decisions import verified_facts
from handlers.wording import clip, clock, listed, local, month_day, plain, shown
from scoring.decimals import ZERO
from scoring.sheet import ScoreSheet
from store.records import Contact

QUESTION = "publish"
WITHOUT = "publish_without"
"""Whether to publish though items are not reported."""
LISTED = 8


def publish(_text: str, context: Context) -> Reply:
    """Show what would be published and to how many, and ask; not before everything is decided.

    Where items are not reported yet, it is first asked whether to wait for them.
    """
    found = check(context.milestone, context)
    if not found.passed:
        return Reply(f"还不能发布结果：{found.text}。处理完再发“发布结果”；待审回“待审”。")
    return _ask_without(found.unreported, context) if found.unreported else _draft(context)


def _ask_without(unreported: int, context: Context) -> Reply:
    """How much is missing and until when it may come; 是 only shows the draft."""
    due = moving.due_of(context.milestone or "", context)
    open_yet = due is not None and context.now < due
    until = f"，{clock(due)}才截止（{context.deadlines.left(context.now, due)}）" if open_yet and due else ""
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    owing = sorted((unit for unit in standing.units if unit.missing), key=lambda unit: -len(unit.missing))
    names = listed([f"{unit.unit}{len(unit.missing)}项" for unit in owing], LISTED, "家")
    lines = [
        f"还不齐，没有发布：未报{unreported}项{until}，涉及{len(owing)}家：{names}。",
        "现在发布，这些都按不得分算，发出去撤不回来。先催回“催办”，看名单回“没报”。",
        "不等他们、照现在的发布？回“是”先给您看要发的内容，再确认一次才发。",
    ]
    return confirming.ask(context, WITHOUT, {}, lines)


def _shown_without(_state: Mapping[str, Any], context: Context) -> Reply:
    """The draft, which is asked about once more."""
    found = check(context.milestone, context)
    return _draft(context) if found.passed else Reply(f"刚有新的变化，没有发布：{found.text}。")


def _draft(context: Context) -> Reply:
    """What would be published and to how many."""
    found = check(context.milestone, context)
    rows = _rows(standing_of(context.uow, context.speaker.campaign, context.library, context.now))
    people = [person for person in _people(context) if person.account is not None]
    lines = [
        "将发布核定结果：",
        *shown(rows, LISTED, "……另有{}家"),
        f"告知{len(people)}人：联络员、分管领导只看到本单位的，领导看到全部；未报的{found.unreported}项不得分。",
    ]
    return confirming.ask(context, QUESTION, {"rows": rows, "milestone": context.milestone or ""}, lines)


def _rows(standing: Standing) -> list[str]:
    """Every assessed unit with its result."""
    return [f"{subject}：{_result(sheet)}" for subject, sheet in standing.verified.items()]


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Publish, unless something has come in since."""
    found = check(context.milestone, context)
    if not found.passed:
        return Reply(f"刚有新的变化，没有发布：{found.text}。")
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    if state.get("rows", _rows(standing)) != _rows(standing) or state["milestone"] != (
        context.milestone or ""
    ):
        return Reply("刚有新的变化，结果与给您看的不一样了，没有发布。请再发“发布结果”，看过再定。")
    results = {subject: _result(sheet) for subject, sheet in standing.verified.items()}
    arrangement = arrange(context, "publication", results, milestone=context.milestone or "")
    told = 0
    for person in _people(context):
        told += tell(context, f"publish:{arrangement}", [person], _text(person, standing, results, context))
    day = local(context.now).date()
    return Reply(
        f"已发布，{month_day(day)}告知{told}人，已留痕。"
        f"“公告后1个月内”的事项按{month_day(month_later(day))}前计（原文有规定的才适用）。"
    )


def _people(context: Context) -> list[Contact]:
    people = enrolled(context)
    return [person for person in people if person.role in ("contact", "supervisor", "leader")]


def _result(sheet: ScoreSheet) -> str:
    """“93.4分，等次b”, “达到10/12项”; what the document does not give is not invented."""
    if sheet.assigned is not None:
        return f"达到{sheet.met}/{sheet.assigned}项"
    if sheet.points is None:
        return "文件没有规定分值，不计总分"
    grade = f"，等次{sheet.grade}" if sheet.grade else "，等次暂不定" if sheet.pending else ""
    return f"核定{plain(sheet.points)}分{grade}"


def _text(person: Contact, standing: Standing, results: Mapping[str, str], context: Context) -> str:
    title = f"【结果】《{clip(standing.campaign.name, 30)}》"
    if person.role == "leader":
        return "\n".join([f"{title}核定结果：", *(f"{subject}：{text}" for subject, text in results.items())])
    unit = unit_of(person, context)
    own = results.get(unit) if len(results) > 1 else None
    return f"{title}{unit}：{own or _of_unit(unit, standing)}。有异议请直接回我，并附证明。"


def _of_unit(unit: str, standing: Standing) -> str:
    """The verified points of the leaves that the unit answers for."""
    lines = [
        line
        for subject, sheet in standing.verified.items()
        for line in sheet.lines.values()
        if standing.unit_of(line.criterion, subject) == unit
    ]
    if not lines:
        return "没有单独计分的项"
    reported = sum(bool(facts) for facts in verified_facts(standing.records).values())
    points = sum((line.points or ZERO for line in lines), ZERO)
    full = sum((line.full_marks or ZERO for line in lines), ZERO)
    return (
        f"核定{plain(points)}/{plain(full)}分，共{len(lines)}项"
        if reported
        else f"没有核定的项，共{len(lines)}项"
    )


COMMANDS = (
    Command(
        Act.PUBLISH, "发布结果", words("发布结果 公布结果 公示结果 发布考核结果 公布考核结果 公示"), publish
    ),
)
CONFIRMATIONS = {
    QUESTION: Confirmation(Act.PUBLISH, apply),
    WITHOUT: Confirmation(Act.PUBLISH, _shown_without),
}
