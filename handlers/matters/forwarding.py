"""转质强办: words for the people of the office, handed to them as they were said; nothing else comes of it."""

import re

from handlers.access import Act, may
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.register import office_of
from handlers.messages import Reply
from handlers.pushing.pushes import tell
from handlers.wording import clip, in_one_line


def forward(text: str, context: Context) -> Reply | None:
    """Hand the words to the office under the speaker's name; None for the office itself."""
    if may(context.speaker.role, Act.DEADLINE):
        return None
    if not text:
        return Reply("要转什么话？请连话一起发，如“转质强办 我们的联系人换了”。还没有转。")
    who = f"{context.seat.unit} {context.speaker.contact.name}"
    words_said = clip(in_one_line(text), 200)
    said = f"【转来的话】{who}：{words_said}\n回话请直接联系本人，或回“跟{context.speaker.contact.name}说一声 ……”。"
    told = tell(context, f"forward:{context.incoming.message_id}", office_of(context), said)
    if not told:
        return Reply("质强办还没有人绑定，转不到，请直接联系质强办。")
    names = "、".join(person.name for person in office_of(context)[:3])
    return Reply(f"已把这句话转给质强办（{names}），由他们直接答复您：“{clip(text, 60)}”。数据没有改动。")


COMMAND = Command(
    Act.REGISTER,
    "转质强办 我们的联系人换了",
    words("转质强办"),
    forward,
    re.compile(
        r"(?:请|麻烦|帮我)?(?:把这句话)?(?:转|转告|转给|转达|留言给)质强办[\s:：,，]+(?P<rest>.{1,400})",
        re.DOTALL,
    ),
    shy=True,
)
