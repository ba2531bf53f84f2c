"""否决事件: the office registers it as preliminary, then as confirmed or ruled out; leaders hear at once."""

import re
from collections.abc import Mapping
from typing import Any

from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.command import Command, nameless, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.no_order import is_no_order
from handlers.office.facts_of_office import Fact, store_fact
from handlers.pushing.pushes import tell
from handlers.wording import clip, listed
from scoring.errors import ScoringError
from scoring.inputs import check_inputs
from scoring.model import Veto

QUESTION = "veto"
_PARTS = re.compile(
    r"(?P<act>登记|疑似|初步|确认|认定|排除|撤销|解除)(?:疑似|[一1]?[个起条件项])?否决(?:事件|项)?[\s:：,，]*(?P<fact>.*)",
    re.DOTALL,
)
_STATUS = {
    "登记": "preliminary",
    "疑似": "preliminary",
    "初步": "preliminary",
    "确认": "confirmed",
    "认定": "confirmed",
}
_NAMES = {"preliminary": "待认定", "confirmed": "已认定", "none": "已排除"}
_SITUATION = re.compile(r"情形\s*(?P<number>[1-5])")


def register(text: str, context: Context) -> Reply:
    """Say back what would be registered; a confirmation needs a preliminary registration before it."""
    veto = context.rubric.veto
    if veto is None:
        return Reply("这份细则没有否决项（原文未规定），没有登记；一般事故按有关指标报。")
    found = _PARTS.fullmatch(text.strip())
    status = _STATUS.get(found["act"], "none") if found else ""
    fact = found["fact"].strip(" 。第号") if found else ""
    pending = {} if status == "preliminary" else _pending(veto, context)
    if status == "confirmed":
        pending = _suspected(context) | pending
    if len(pending) == 1 and (not fact or fact.isdecimal()):
        subject, known = next(iter(pending.items()))
        fact = known if subject in known else f"{subject} {known}"
    if found is None or not fact:
        return Reply("请写清事实和依据，如“登记否决 华容区某企业……，据省局通报”。没有登记。")
    return _asked(veto, status, fact, context)


def decide(text: str, context: Context) -> Reply | None:
    """安岳县那个事件核实了: confirms, or rules out, what stands as preliminary; None where nothing does."""
    veto = context.rubric.veto
    if is_no_order(text) or _NOT_YET.search(text):
        return None
    status = "none" if _RULED_OUT.search(text) else "preliminary" if _FIRST.search(text) else "confirmed"
    pending = _pending(veto, context) if veto is not None else {}
    if status != "none":
        pending = _suspected(context) | pending
    subject = _subject(text, context)
    if veto is None or not pending or (subject is not None and subject not in pending):
        return None
    return _asked(veto, status, text if subject else f"{' '.join(pending)} {text}", context)


def _pending(veto: Veto, context: Context) -> dict[str, str]:
    """{assessed unit: the fact} of everything that is registered as preliminary."""
    rows = context.uow.submissions.current(context.speaker.campaign.id, codes=[veto.code])
    return {row.subject: row.note for row in rows if (row.inputs or {}).get(veto.input) == "preliminary"}


def _suspected(context: Context) -> dict[str, str]:
    """{assessed unit: the words} of the suspected events that a reviewer has registered and nobody has settled."""
    rows = context.uow.matters.of_campaign(context.speaker.campaign.id)
    return {
        row.subject: row.text for row in rows if row.kind == "veto" and row.subject and row.closed_at is None
    }


_NOT_YET = re.compile("没有?|未|不了|等|再说|不是真")
"""还没核实, 等核实了再说: nothing is decided."""
_FIRST = re.compile("初步|初认|初审|初核")
"""考核组初步确认: the first of two steps."""
_RULED_OUT = re.compile("排除|不成立|不属实|查无|不是|不算|没有这")


def _asked(veto: Veto, status: str, fact: str, context: Context) -> Reply:
    """Say back what would be kept, and ask."""
    subject = _subject(fact, context)
    if subject is None:
        names = listed(context.speaker.campaign.subjects, 8, "家")
        return Reply(f"发生在哪个被考核单位？请带上单位名再发一次：{names}。没有登记。")
    given: dict[str, object] = {veto.input: status}
    if situation := _SITUATION.search(fact):
        given["situation"] = situation["number"]
    problem = _problem(veto, subject, given, context)
    if problem:
        return Reply(problem)
    known = _suspected(context).get(subject)
    lines = [
        f"将登记{subject}否决事件为“{_NAMES[status]}”：{clip(fact, 120)}",
        *([f"登记过的疑似事件：{clip(known, 60)}（办完再“办结”它）。"] if known and status != "none" else []),
        _effect(veto, status),
        "会立即告知领导并留痕。",
    ]
    return confirming.ask(context, QUESTION, {"subject": subject, "given": given, "fact": fact}, lines)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Store it for both sheets and tell the leaders."""
    veto = context.rubric.veto
    if veto is None:
        return Reply("这份细则没有否决项，没有登记。")
    subject, given, fact = str(state["subject"]), dict(state["given"]), str(state["fact"])
    store_fact(Fact(veto.code, subject, given, fact), "veto", context)
    status = _NAMES[given[veto.input]]
    text = f"【否决事件】{subject}：{status}。{clip(fact, 200)}\n{_effect(veto, given[veto.input])}"
    leaders = context.uow.roster.list(context.speaker.campaign.id, role="leader")
    told = tell(context, f"veto:{context.incoming.message_id}", leaders, text)
    return Reply(f"已登记：{subject}否决事件{status}，已告知{told}位领导。{_effect(veto, given[veto.input])}")


def _subject(fact: str, context: Context) -> str | None:
    subjects = context.speaker.campaign.subjects
    if len(subjects) == 1:
        return subjects[0]
    meant = [unit for unit in mentions(fact, context).units if unit in subjects]
    return meant[0] if len(meant) == 1 else None


def _problem(veto: Veto, subject: str, given: Mapping[str, object], context: Context) -> str:
    """Why it cannot be registered; "" where it can."""
    campaign = context.speaker.campaign.id
    known = context.uow.submissions.current(campaign, subject=subject, codes=[veto.code])
    now = (known[0].inputs or {}).get(veto.input) if known else None
    if given[veto.input] == now:
        return f"{subject}的否决事件已经是“{_NAMES[str(now)]}”，没有重复登记。"
    if given[veto.input] == "confirmed" and now != "preliminary" and subject not in _suspected(context):
        return f"{subject}还没有登记过疑似否决事件。先“登记否决 {subject} 事实”，按程序审定后再“认定否决”。没有登记。"
    try:
        check_inputs(context.rubric.criterion(veto.code), given, partial=True)
    except ScoringError as error:
        return f"没有登记：{error.message}"
    return ""


def _effect(veto: Veto, status: str) -> str:
    return {
        "preliminary": f"认定前等次暂不定，分数不变；认定后等次一律为“{veto.grade}”。",
        "confirmed": f"等次一律为“{veto.grade}”，分数不变。",
        "none": "等次恢复按分数定，分数不变。",
    }[status]


COMMANDS = (
    Command(
        Act.VETO,
        "登记否决 华容区某事件，据省局通报",
        words(""),
        register,
        re.compile(rf"(?P<rest>{nameless(_PARTS)})", re.DOTALL),
        shy=True,
    ),
    Command(
        Act.VETO,
        "安岳县那个事件核实了",
        words(""),
        decide,
        re.compile(
            r"(?P<rest>(?=.*(?:事件|否决|那个事|这个事|那事|这事)).{0,40}(?:核实|查实|坐实|确认|认定|审定|属实|定性|下(?:了)?结论|定了|定为?否决|排除|不成立|查无).{0,40})",
            re.DOTALL,
        ),
        shy=True,
    ),
)
CONFIRMATIONS = {QUESTION: Confirmation(Act.VETO, apply)}
