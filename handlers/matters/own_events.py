"""后来怎么样了: what became of an accident that the speaker has told of; asking after it registers none."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.wording import clip, clock
from store.records import Matter

_KINDS: Final = frozenset({"incident", "veto"})
_LONGEST: Final = 40
_EVENT: Final = re.compile("事故|事件|塌|炸|火灾|中毒|[那这]件事|登记的|疑似")
_AGAIN: Final = re.compile("上次|上回|之前|前面|前几天|[报登]的|登记的|那[个起件次]|疑似")
_BECAME: Final = re.compile(
    r"(?:后来|最后|现在)?.{0,6}(?:怎么样|咋样|如何|怎么[说定处])[了啊呀呢?？。\s]*$|结果(?:呢|出来|是|如何|怎么)"
    r"|(?:后来|最后|现在|到底).{0,8}(?:扣分?|算|认定|核实|处理|定)[^，,]{0,6}(?:没有?|吗|么|不)[啊呀呢?？。\s]*$"
    r"|(?:认定|核实|处理|定)(?:完|好|下来)?了?(?:没有?|吗|么)[啊呀呢?？。\s]*$"
)


def became(text: str, context: Context) -> Reply | None:
    """How the speaker's own events stand; None where he has told of none, or asks for something else."""
    if context.speaker.role not in ("contact", "supervisor") or len(text) > _LONGEST:
        return None
    if not (_EVENT.search(text) and _AGAIN.search(text) and _BECAME.search(text)):
        return None
    own = [
        row
        for row in context.uow.matters.of_campaign(context.speaker.campaign.id)
        if row.kind in _KINDS and row.contact_id == context.speaker.contact.id
    ]
    if not own:
        return None
    return Reply(
        "\n".join(
            [
                *map(_standing, own[-3:]),
                "是否扣分由考核组认定，进展请问质强办；补充情况直接发文字或图片。",
            ]
        )
    )


def _standing(row: Matter) -> str:
    state = "待核实，先不计分" if row.closed_at is None else f"{clock(row.closed_at)}已办结"
    return f"第{row.number}号（{clock(row.at)}报的“{clip(' '.join(row.text.split()), 24)}”）：{state}。"
