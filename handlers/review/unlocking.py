"""解锁: the office lets a contact change an accepted value, with a reason; a reviewer may propose it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Answer, Confirmation
from handlers.leading.topics import leaves_called, likest, topic_of
from handlers.matters.register import register
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.review.deciding import record_decision
from handlers.review.decisions import LeafKey, LeafRecord, records_of
from handlers.review.results import tell_unlocked
from handlers.review.rulings import untold
from handlers.review.sight import sees
from handlers.review.waiting import waiting
from handlers.suggesting import offering
from handlers.wording import clip, leaf_name, listed

QUESTION: Final = "unlock"
WHICH: Final = "unlock_which"
REASON: Final = "unlock_reason"
_LISTED: Final = 12
_LEAST: Final = 2


def unlock(text: str, context: Context) -> Reply:
    """解锁 编号 原因: let a contact change an accepted value; the office only, with a reason."""
    code, _, reason = text.strip().partition(" ")
    criterion = context.rubric.by_code.get(code)
    if criterion is None or not reason.strip():
        example = criterion.code if criterion is not None else "19.2"
        return Reply(f"请这样发：“解锁 {example} 补盖章页”，编号后面写原因。没有解锁。")
    name = f"{code} {leaf_name(criterion, 24)}"
    found = records_of(context.uow, context.speaker.campaign.id, codes=[code])
    locked = [(key, record) for key, record in found.items() if record.status == "accepted"]
    if not locked:
        return Reply(f"{name}没有锁定，不用解锁。")
    return _unlocked(locked, name, reason.strip(), context)


def _unlocked(
    locked: Sequence[tuple[LeafKey, LeafRecord]], name: str, reason: str, context: Context
) -> Reply:
    if any(context.arranged.is_locked(context.rubric.criterion(leaf)) for (leaf, _), _ in locked):
        return Reply(f"{name}已归档，没有解锁；请先“解除归档”，写上原因。")
    for (leaf, subject), record in locked:
        revision = record.submission.revision if record.submission else 0
        record_decision(context, leaf, subject, revision, "unlock", reason=reason)
    tell_unlocked(context, [record for _, record in locked], reason)
    return Reply(f"已解锁{name}，联络员可以更正，更正后重新待审。原因已留痕。")


def ask(keys: Sequence[LeafKey], reason: str, context: Context) -> Reply:
    """Which of several accepted items, then why, then the yes."""
    if len(keys) > 1:
        dialogs.ask(
            context, WHICH, {"keys": [list(key) for key in keys], "reason": reason}, again="解锁哪一项"
        )
        rows = [f"{place} {_called(key, context)}" for place, key in enumerate(keys[:_LISTED], start=1)]
        return Reply("\n".join(["已通过的有几项，解锁哪一项？", *rows, "回序号，或回“取消”。"]))
    state = {"key": list(keys[0])}
    if not reason:
        dialogs.ask(context, REASON, state, again="解锁还要写原因")
        return Reply(
            f"{_called(keys[0], context)}已通过，要解锁才能改。为什么解锁？直接写原因；回“取消”不解锁。"
        )
    lines = [
        f"将解锁{_called(keys[0], context)}（已通过）：联络员可以更正，更正后重新待审。",
        f"原因：{clip(reason, 60)}。全程留痕，会通知该单位。",
    ]
    return confirming.ask(context, QUESTION, {**state, "reason": reason}, lines)


def answer_which(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The number of the item."""
    keys = [(str(code), str(subject)) for code, subject in state["keys"]]
    place = dialogs.chosen(text, min(len(keys), _LISTED))
    if place is None:
        return None
    dialogs.close(context)
    return ask([keys[place]], str(state["reason"]), context)


def answer_reason(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The reason, in the office's own words."""
    if text.strip().startswith("解锁"):
        dialogs.close(context)  # the whole command was typed once more
        return None
    said = untold(text)
    if dialogs.yes_or_no(said) is not None or dialogs.chosen(said, 99) is not None:
        return Reply("解锁要写原因，请直接写；回“取消”不解锁。没有解锁。")
    if is_question(said) or len(said) < _LEAST:
        return None
    dialogs.close(context)
    code, subject = state["key"]
    return ask([(str(code), str(subject))], said, context)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Unlock it, where it is accepted still."""
    code, subject = state["key"]
    found = records_of(context.uow, context.speaker.campaign.id, codes=[code])
    record = found.get((code, subject))
    name = _called((code, subject), context)
    if record is None or record.status != "accepted":
        return Reply(f"{name}现在没有锁定，不用解锁。")
    return _unlocked([((code, subject), record)], name, str(state["reason"]), context)


def _called(key: LeafKey, context: Context) -> str:
    code, subject = key
    place = f"{subject} " if len(context.speaker.campaign.subjects) > 1 else ""
    return f"{place}{code} {leaf_name(context.rubric.criterion(code), 24)}"


def propose(text: str, context: Context) -> Reply | None:
    """城建局那个打开一下: the office unlocks at once with code and reason; a reviewer's wish is registered."""
    if _STAYS.search(text):
        return None
    if _ASKS.search(text):
        return Reply(
            "没有登记。已通过的件是锁着的，要改先由质强办解锁：写明编号和原因，全程留痕，更正后重新待审；"
            "期限原文未规定。要申请，发“城建局那个打开一下 原因”。"
        )
    ordered = text.startswith(_REGISTER)
    text = text.removeprefix(_REGISTER)
    found = mentions(text, context)
    units = found.units
    locked = _locked(units, context)
    called = leaves_called(topic_of(found.rest), [context.rubric.criterion(code) for code, _ in locked])
    open_ = [] if called else _still_open(found.rest, context)
    if open_:
        return Reply(f"{listed(open_, 6)}：没有已通过的，没有锁，不用解锁，联络员可以直接更正。没有登记。")
    locked = [pair for pair in locked if not called or context.rubric.criterion(pair[0]) in called]
    names = listed([f"{code} {clip(leaf_name(context.rubric.criterion(code)), 14)}" for code, _ in locked], 6)
    which = (
        f"已通过、要解锁才能改的：{names}。" if locked else "没有已通过的项，不用解锁，联络员可以直接更正。"
    )
    how = "解锁要写编号和原因，全程留痕：“解锁 编号 补盖章页”。解锁期限原文未规定，更正后重新待审。"
    if context.speaker.role == "office" or not locked:
        return Reply(f"{which}\n{how}")
    if not ordered and _WONDERS.search(text):
        head = f"可以改，但要先解锁；解锁由质强办办理。没有登记。{which}\n{how}\n要现在就申请吗？"
        return offering.choose(head, [(_REGISTER + text, f"登记解锁申请“{clip(text, 40)}”")], context)
    number = register(context, "unlock", text, unit=units[0] if units else "")
    own = "您不能解锁，" if "解锁" in text else ""
    return Reply(f"{own}解锁由质强办办理，已登记解锁申请（第{number}号）并告知质强办。{which}\n{how}")


def _still_open(rest: str, context: Context) -> list[str]:
    """覆盖率那项, where it waits still: what the words name and nobody has passed, as it is called."""
    leaves = {item.criterion.code: item.criterion for item in waiting(context)}
    called = likest(topic_of(_OPENED.sub(" ", rest)), [*leaves.values()])
    return [f"{leaf.code} {clip(leaf_name(leaf), 14)}" for leaf in called]


_OPENED: Final = re.compile("(?:[那这]一?[项件条个]|给|帮|把|让).*")
_STAYS: Final = re.compile("(?<![要用])不(?:用|要|必|需).{0,4}[锁开]|别.{0,3}[锁开]")
"""不用解锁."""
_ASKS: Final = re.compile("什么|啥|条件|怎么|咋|多久|几天|锁了[没吗]|谁能")
"""解锁要什么条件 wants nothing unlocked."""
_WONDERS: Final = re.compile(
    r"吗|(?<![什怎那这])么(?=$|\W)|[?？]|能不能|可不可以|要不要|用不用|该不该|[能可]否|可以不|行不行|好不好"
    r"|[改补换锁开]不(?=$|\W)"
)
"""还能让他们改吗: registered only once that is said yes to."""
_REGISTER: Final = "登记解锁申请:"


def _locked(units: Sequence[str], context: Context) -> list[tuple[str, LeafRecord]]:
    """What is accepted of all the districts and of all the reporting units that are named, by code.

    Only what the person may see: whether anything else is passed is not his to know.
    """
    subjects = context.speaker.campaign.subjects
    districts = [unit for unit in units if unit in subjects]
    reporters = [unit for unit in units if unit not in subjects]
    return [
        (code, record)
        for (code, subject), record in records_of(context.uow, context.speaker.campaign.id).items()
        if record.status == "accepted"
        and sees(context, context.rubric.criterion(code), subject)
        and (not districts or subject in districts)
        and (not reporters or (record.submission is not None and record.submission.unit in reporters))
    ]


COMMANDS = (
    Command(
        Act.UNLOCK,
        "解锁 19.2 补盖章页",
        words("解锁"),
        unlock,
        re.compile(r"解锁[\s:：]*(?P<rest>.{1,100})"),
    ),
    Command(
        Act.RECUSE,
        "城建局那个打开一下 他们要补",
        words("打开一下 开一下"),
        propose,
        re.compile(
            r"(?!解锁|.*(?:附件|文件|材料打开|考核|任务|审核|权限|后台|系统|第?[\d一二三四五六七八九十]+[个件项条]|看看|瞧|列表|清单)).{0,16}(?:打开|解开|解个?锁|放开|给(?:他们?)?开(?=一?下|[\s,，]|$)|开个?口子|开一)一?下?.{0,20}"
            rf"|{_REGISTER}.{{1,300}}"
            r"|(?!解锁).{2,20}(?:放开|解开|解个?锁|开个?口子)一?下?.{0,20}"
        ),
        shy=True,
    ),
)
ANSWERS: dict[str, Answer] = {
    WHICH: answer_which,
    REASON: answer_reason,
    QUESTION: Confirmation(Act.UNLOCK, apply).answer,
}
