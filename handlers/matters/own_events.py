"""那个事故已经报县里了: more of an accident that the speaker has told of, for who looks into it."""

import re
from typing import Final

from handlers.context import Context
from handlers.matters import incidents
from handlers.matters.register import KIND_NAMES, office_of, standing, tell
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reporting.about.meant import said_before
from handlers.wording import clip, listed

_EVENT: Final = re.compile("事故|事件|塌|炸|火灾|中毒|[那这]件事|登记的|疑似")
_AGAIN: Final = re.compile("上次|上回|之前|前面|前几天|[报登]的|登记的|那[个起件次]|疑似")


def added(text: str, context: Context) -> Reply | None:
    """那个事故已经报县里了，在凡河大道: more of the speaker's open event, for who looks into it; None for anything else."""
    if context.speaker.role not in ("contact", "supervisor") or len(text) > _LONGEST_MORE:
        return None
    if _MORE.search(text) is None or _OF_ITEMS.search(text) or is_question(text):
        return None
    before = said_before(context)
    asked = before is not None and _ASKED_FOR in before[1]
    if not asked and not (_EVENT.search(text) and _AGAIN.search(text)):
        return None
    own = [
        row for row in standing(context, "incident", "veto") if row.contact_id == context.speaker.contact.id
    ]
    if not own:
        return incidents.keep(text, context) if _ACCIDENT.search(text) else None
    row, said = own[-1], " ".join(context.as_said(text).split())
    reviewing = (
        context.uow.roster.list(context.speaker.campaign.id, role="reviewer")
        if row.kind == "incident"
        else ()
    )
    people = [*office_of(context), *(person for person in reviewing if person.active)]
    tell(context, row.number, people, f"【{KIND_NAMES[row.kind]}】第{row.number}号补充：{clip(said, 200)}")
    detail = {"text": said}
    context.uow.audit.record(
        context.now, context.actor, "matter.more", f"matter:{row.campaign_id}:{row.number}", detail
    )
    lacking = listed([name for name, told in _WANTED.items() if not re.search(told, f"{row.text}{said}")], 4)
    more = f"还没说的：{lacking}，直接发就行。" if lacking else ""
    return Reply(
        f"“{clip(said, 60)}”已作为第{row.number}号“{KIND_NAMES[row.kind]}”的补充转给质强办"
        f"{'和审核员' if row.kind == 'incident' else ''}，没有入库；仍待核实，先不计分。{more}"
    )


_LONGEST_MORE: Final = 120
_ACCIDENT: Final = re.compile("事故|事件|塌|炸|火灾|中毒")
_ASKED_FOR: Final = "请补：时间、地点"
_MORE: Final = re.compile(
    "(?:已经?|也|都|当[天时场])(?:上?报|告诉|通知)[过给到了]*(?:了|县|市|省|区|镇|局|主管|应急|住建|安监|[^，,。\\s]{1,6}[局委办])|上报(?:了|过)|地点|(?:就|是|发生)?在[^，,。\\s]{2,16}(?:路|街|道|工地|小区|村|镇|厂|项目|大桥)"
    "|(?:没有?|未|无)(?:人员)?(?:伤|死|人伤|人死)|[轻重受]伤|伤亡|损失|停工了?|(?:处理|处置|清理|整改)(?:完|好|了)"
)
"""Where it was, whom it hurt, to whom it was told."""
_OF_ITEMS: Final = re.compile(r"第.{1,2}项|[①-⑳]|方案|材料|率|指标|^\s*\d{1,2}\s")
_WANTED: Final = {
    "时间": r"\d[号日点月]|[昨前今]天|上周|[早晚]上|[上下]午",
    "地点": "在.{2}|路|街|道|镇|村|区|工地",
    "伤亡": "伤|死|亡",
    "损失": "损失|万元|元",
    "是否已上报主管部门": "报[了给到过县市省局]|上报",
}
