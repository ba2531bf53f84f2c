"""谁改过这个数: every report and decision on one leaf, with persons and times, and whether the log is whole."""

import re

from handlers.access import Act, may
from handlers.command import Command, words
from handlers.context import Context
from handlers.lookups.leaf_meant import find_leaf, subject_named
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.review.decisions import ACT_NAMES, DECISION_NAMES, LeafKey
from handlers.review.sight import sees
from handlers.review.waiting import current
from handlers.wording import clip, clock, leaf_name, shown

LISTED = 12


def story(text: str, context: Context) -> Reply | None:
    """The leaf that is named, else the one looked at last; oldest first.

    None where whoever may ask of everything that was changed names no leaf.
    """
    leaf = _leaf(text.strip(), context)
    if isinstance(leaf, str):
        return Reply(leaf) if not may(context.speaker.role, Act.HISTORY) or not text.strip() else None
    return of_leaf(leaf, context)


def of_leaf(leaf: LeafKey, context: Context) -> Reply:
    """What was reported and decided for that leaf of that assessed unit."""
    code, subject = leaf
    criterion = context.rubric.criterion(code)
    where = f"（{subject}）" if len(context.speaker.campaign.subjects) > 1 else ""
    if not sees(context, criterion, subject):
        return Reply("这一项不由您审，看不到经过。")
    campaign = context.speaker.campaign.id
    rows = [
        (
            row.at,
            f"{row.unit} {row.contact_name or ''} {ACT_NAMES[row.act]} {_values(context, code, row.inputs)}",
        )
        for row in context.uow.submissions.history(campaign, code, subject)
    ]
    rows += [
        (row.at, f"{row.unit} {row.contact_name or ''} {DECISION_NAMES[row.act]}{_because(row.reason)}")
        for row in context.uow.reviews.history(campaign, code, subject)
    ]
    if not rows:
        return Reply(f"{code} {leaf_name(criterion, 30)}{where}：没有人报过或改过。")
    lines = [f"{clock(at)} {clip(said, 80)}" for at, said in sorted(rows, key=lambda row: row[0])]
    bad = context.uow.audit.verify()
    whole = "校验：完整" if bad is None else f"校验：第{bad}条起与当时写入的不符，请告知管理员"
    return Reply(
        "\n".join(
            [f"{code} {leaf_name(criterion, 30)}{where}：", *shown(lines, LISTED, "……另有{}次"), f"{whole}。"]
        )
    )


_THIS_ONE = re.compile(
    r"(?:这个?|那个?|它|他)?(?:数据?|值|件|项|数字)?(?:有没有|有)?(?:人)?(?:改|动)过(?:没有?|吗|几次)?[\s,，]*(?:是?谁(?:改|动)过?的)?[?？]?"
    r"|(?:这个?|那个?)(?:数据?|值|件|项)?是?谁(?:改|动)过?的[?？]?"
)
_RECORD = re.compile(
    r"(?:[那这]个)?的?(?:数据?|值)?的?(?:修改|改动|变更|更正|变动)的?(?:记录|经过|情况|过程|历史)[?？]?$"
)

_SHOW = re.compile(
    r"^(?>帮我|给我|麻烦你?|请|把|我|想)*(?:看|查|调|瞧|瞅)(?:一下|一看|看|下|出|取)?\s*(?=\S{2})"
)


def _leaf(words_said: str, context: Context) -> LeafKey | str:
    words_said = "" if _THIS_ONE.fullmatch(words_said) else _RECORD.sub("", _SHOW.sub("", words_said))
    if words_said:
        subject, rest = subject_named(context, words_said)
        found = find_leaf(context, rest if subject is not None and rest else words_said)
        return found if isinstance(found, str) else (found[0].code, subject or found[1])
    item = current(context)
    if item is None:
        return "是哪一项？请先发“看 序号”，或写明编号，如“谁改过 19.2”。"
    return item[1].criterion.code, item[1].subject


def _values(context: Context, code: str, inputs: object) -> str:
    return (
        values_text(context.rubric.criterion(code), inputs)
        if isinstance(inputs, dict) and inputs
        else "（空）"
    )


def _because(reason: str) -> str:
    return f"（原因：{reason}）" if reason else ""


COMMAND = Command(
    Act.STORY,
    "谁改过这个数",
    words("谁改过 谁改过这个数 谁动过 改动历史 谁改的"),
    story,
    re.compile(
        rf"{_THIS_ONE.pattern}"
        r"|.{2,24}?(?:[那这]个)?的?(?:数据?|值)?的?(?:修改|改动|变更|更正|变动)的?(?:记录|经过|情况|过程|历史)[?？]?"
        r"|(?:谁(?:改|动)过?(?:这个|这)?数?[\s:：]+|(?=.{1,30}谁[报改填]))(?P<rest>.{1,30}?)(?:是?谁[报改填](?:过|了)?的?)?[?？]?"
    ),
    shy=True,
)
