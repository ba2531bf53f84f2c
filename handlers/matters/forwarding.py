"""转质强办: words for the people of the office, handed to them as they were said; nothing else comes of it."""

import re
from typing import Final

from handlers.access import Act, may
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.register import office_of
from handlers.messages import Reply
from handlers.no_order import spoken_of
from handlers.pushing.pushes import tell
from handlers.suggesting import offering
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


_CUE: Final = re.compile("转|告|通知|带话|说|讲|反映|汇报")
_TO: Final = (
    r"(?:请|麻烦|帮我|帮忙|替我|[你您再去那就])*(?:转告|转达给?|转给|告诉|通知|带话给|[跟和向给](?=.{1,9}(?:说|讲|反映|汇报)))(?:一?下)?"
    r"(?:质[强兴]办(?:的?(?:NAMES))?|NAMES)(?:说|讲|反映|汇报)?(?:一声|一?下)?[，,：:。\s]*(?P<rest>.{2,200}|)"
)


def to_office(text: str, context: Context) -> str | None:
    """What of 跟周宁说一声 材料明天送 is for the office; None where it is for nobody there, or was told before."""
    if (
        not _CUE.search(text)
        or may(context.speaker.role, Act.DEADLINE)
        or spoken_of(text, context.speaker.role)
    ):
        return None
    names = "|".join(re.escape(person.name) for person in office_of(context)) or "质强办"
    found = re.fullmatch(_TO.replace("NAMES", names), text.strip(), re.DOTALL)
    return None if found is None or _TOLD.fullmatch(found["rest"]) else found["rest"]


_TOLD: Final = re.compile("过?了?.{0,4}了|过")


def relayed(text: str, context: Context) -> Reply | None:
    """Offer to hand it on as it was said; None for anything else."""
    rest = to_office(text, context)
    if not rest:
        return None if rest is None else forward("", context)
    said = " ".join(context.as_said(text).split())
    head = f"“{clip(said, 40)}”：还没有转，要照原话转给质强办吗？"
    return offering.choose(head, [(f"转质强办 {said}", "把这句话转给质强办")], context)


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
