"""没看懂的: what the bot could make nothing of this week, so that the office can teach it."""

from collections import Counter
from datetime import timedelta

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.wording import clip, month_day, shown

LISTED = 15
WEEK = timedelta(days=7)


def misunderstood(_text: str, context: Context) -> Reply:
    """The messages of the last seven days, the commonest first."""
    since = context.now - WEEK
    rows = context.uow.misunderstood.since(context.speaker.campaign.id, since)
    if not rows:
        return Reply(f"{month_day(since)}以来没有没看懂的话。")
    said = Counter(row.text.strip() for row in rows)
    people = {row.contact_name for row in rows}
    lines = [f"{month_day(since)}以来没看懂{len(rows)}条，来自{len(people)}人："]
    ranked = [f"“{clip(text, 40)}”{f' {count}次' if count > 1 else ''}" for text, count in said.most_common()]
    lines += shown(ranked, LISTED, "……另有{}条")
    return Reply("\n".join([*lines, "是指标的叫法就教我：“叫法”=编号。"]))


COMMANDS = (
    Command(
        Act.LEARN,
        "没看懂的",
        words("没看懂的 没看懂的话 看不懂的 没看懂什么 哪些没看懂 本周没看懂的 没听懂的"),
        misunderstood,
    ),
)
