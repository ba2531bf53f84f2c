"""传话: somebody whom the office names is to do, explain, check or know something; he is told just that, after 是."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.matters import requests
from handlers.messages import Reply
from handlers.office.errands.messages.telling import NO_WORDS, told
from handlers.office.errands.messages.wishes import ASIDE, Wish, wish_in
from handlers.office.sending import broadcasting
from handlers.people.whom import Heard, Whom
from handlers.receipts import values_text
from handlers.reminding.urging import urge_those
from handlers.review.listed import rule
from handlers.review.rulings import Ruling
from handlers.review.spoken.judging.reported import item_spoken_of
from handlers.review.waiting import QueueItem, item_name, resolve
from handlers.wording import clip, leaf_name, listed

RETURN_OR_TELL: Final = "return_or_tell"
RETURN: Final = "return_told"
MATERIAL: Final = "material_told"
_AGAIN: Final = re.compile(r"重报|再报|重新|改(?!天|进|革)|更正|报错|填错|写错|填成|报成|重填|退")
_MATERIAL: Final = re.compile(
    r"(?:补(?:充|交|上|传)?|附上?|提供|传)(?:一?[下个份点些])*(?P<what>(?!报|充|一下$)[^,，。;；]{2,30})"
)
_PAPER: Final = re.compile("材料|依据|证明|通报|文件|报告|证书|名单|台账|记录|盖章|佐证|红头|方案|照片|扫描")
_SPARES: Final = re.compile(r"(?:别|不要|不用|甭|先不)再?(?:去|给|急着)?(?:催|提醒)")
_TO_ME: Final = re.compile(r"(?<=[给找跟回])我(?!们)")


def tell(heard: Heard, text: str, context: Context) -> Reply | None:
    """鲁明的合格率我看不对，让他核实一下再报; None where nobody who is named is to do or know anything."""
    if not heard.whom:
        return _unknown(heard.marked, context)
    wish = wish_in(heard, text, context)
    if wish is None or wish.whom.owing or _CODE_AGAIN.search(text):
        return None
    if wish.kind == "urge" and not wish.said:
        if _SPARES.search(text):
            return Reply(
                f"好的，没有催，没有改动。只是先不提醒，说“先别催{wish.whom.called}”；那天谁都不发，说“7月6日别发”。"
            )
        return _urged(wish, context) if wish.whom.people else None
    if wish.kind == "ask" and not wish.said and wish.whom.people and _SILENT.search(wish.before):
        return _urged(wish, context)
    return _drafted(wish, item_spoken_of(text, wish.whom, context), context)


_SILENT: Final = re.compile("没(?:有?什么|有|啥)?(?:动静|反应|消息|回音)")
"""旅游局一直没动静 问一下: they are reminded of what they owe."""


def _drafted(wish: Wish, item: QueueItem | None, context: Context) -> Reply | None:
    """The act that is wished where it is a known one, else the words as they would be sent."""
    if wish.kind == "back":
        return _sent_back(item, wish, context) if item is not None else None
    words, wanted = _worded(wish, context), _wanted(wish)
    if len(words) < _LEAST or NO_WORDS.fullmatch(words):
        return None
    if _ONLY_WHEN.fullmatch(words):
        called = wish.whom.called
        return Reply(f"{words}跟{called}说什么？请连话一起发：“{words}通知{called}：……”。没有发送。")
    if wish.kind == "let" and item is not None and _AGAIN.search(f"{wish.before}{wish.said}"):
        return _return_or_tell(item, wish, words, context)
    if wanted:
        return _material(wanted, item, wish, context)
    reply = told(wish.whom.people, wish.whom, _with_item(words, item, context), context)
    left = f"\n（没放进去的：“{clip(wish.left_out, 30)}”。）" if len(wish.left_out) >= _TELLING else ""
    return Reply(f"{reply.text}{left}")


_CODE_AGAIN: Final = re.compile("(?:绑定码|验证码).*(?:发|给|来|弄|换)[他她]?一?个?(?:新的?)?[吧啊呗]?[。]?$")
"""赵新绑定码过期了 再给他发一个: a code is made, nothing is passed on."""
_LEAST, _TELLING = 2, 5
_ONLY_WHEN: Final = re.compile(
    r"(?:今天|明[天早]|后天|[上下]午|中午|早上|晚上|下?周[一二三四五六日天]|\d{1,2}月|\d{1,2}[日号]|[\d一二三四五六七八九十]{1,3}点半?|的?时候|[\s,，])+"
)
"""An hour is no message."""
_NAMELESS: Final = re.compile(
    rf"(?P<unit>[\u4e00-\u9fff]{{1,8}}?(?:局|委|办|厅))(?:那边|那里|这边)?{ASIDE}*(?:问|说一声|告诉|通知)"
)


def _unknown(words: str, context: Context) -> Reply | None:
    """县农委那边你帮我问一下进度: nobody of that name is in this campaign."""
    found = _NAMELESS.search(words)
    if found is None:
        return None
    known = {
        row.subject or row.unit
        for row in context.uow.roster.list(context.speaker.campaign.id, role="contact")
    }
    return Reply(
        f"“{found['unit']}”没认出是这次考核的哪一家，没有发送。能收到的：{listed(sorted(known), 8)}。"
        "请带上其中的单位名再发一次。"
    )


def _worded(wish: Wish, context: Context) -> str:
    """What is to be read, in the office's own words."""
    said = _TO_ME.sub(context.speaker.contact.name, wish.said)
    if wish.kind == "let":
        said = said if said.startswith("请") else f"请{said}"
    if wish.kind == "ask":
        asked = "，".join(filter(None, [wish.before, said]))
        return f"问一下：{asked}。请回复。" if asked else ""
    return "，".join(filter(None, [wish.before, said]))


def _with_item(words: str, item: QueueItem | None, context: Context) -> str:
    return f"{words}（说的是：{_item(item, context)}）" if item is not None else words


def _item(item: QueueItem, context: Context) -> str:
    several = len(context.speaker.campaign.subjects) > 1 and item.subject != item.unit
    where = f"（{item.subject}）" if several else ""
    return f"{leaf_name(item.criterion, 30)}{where} {values_text(item.criterion, item.record.reported)}"


def _urged(wish: Wish, context: Context) -> Reply | None:
    """白雪审得太慢了，催催她: who reports nothing is told the words."""
    people = [
        row for row in context.uow.roster.list(context.speaker.campaign.id) if row.id in wish.whom.people
    ]
    if all(row.role == "contact" for row in people):
        return urge_those(wish.whom.people, wish.whom.called, "", context)
    words = wish.before or f"请抓紧{'审核' if people[0].role == 'reviewer' else '办理'}"
    words = words if "请" in words else f"{words}，请抓紧"
    return told(wish.whom.people, wish.whom, words, context)


def _wanted(wish: Wish) -> str:
    """What is to be handed in besides: 补个抽查通报."""
    found = _MATERIAL.search(wish.said or wish.before) if wish.kind != "ask" else None
    return found["what"] if found is not None and _PAPER.search(found["what"]) else ""


def _material(what: str, item: QueueItem | None, wish: Wish, context: Context) -> Reply | None:
    """The request for more, as it would be registered and sent."""
    units = (item.unit,) if item is not None else wish.whom.units or _units_of(wish.whom, context)
    if len(units) != 1:
        return told(wish.whom.people, wish.whom, _with_item(_worded(wish, context), item, context), context)
    about = f"（{_item(item, context)}）" if item is not None else ""
    lines = [
        f"将请{units[0]}补：{what}{about}。",
        f"期限{requests.WORKING_DAYS}个工作日，不算退回，已报的数不变；会通知这家的联络员。",
    ]
    of = {"code": item.criterion.code, "subject": item.subject} if item is not None else {}
    state = {"unit": units[0], "what": what, **of}
    return confirming.ask(context, MATERIAL, state, lines)


def _units_of(whom: Whom, context: Context) -> tuple[str, ...]:
    people = [row for row in context.uow.roster.list(context.speaker.campaign.id) if row.id in whom.people]
    return tuple(dict.fromkeys(row.subject or row.unit for row in people if row.role == "contact"))


def ask_for_material(state: Mapping[str, Any], context: Context) -> Reply:
    """Register the request and tell the unit."""
    of = (str(state.get("code", "")), str(state.get("subject", "")))
    return requests.sent(str(state["unit"]), str(state["what"]), context, *of)


def _reason(wish: Wish) -> str:
    said = "，".join(filter(None, [wish.before, f"请{wish.said}" if wish.kind == "let" else ""]))
    return clip(said, 80)


def _sent_back(item: QueueItem, wish: Wish, context: Context) -> Reply | None:
    """唐莉把梁子湖的填成华容的了，帮她把华容的退回去."""
    reason = _reason(wish)
    if not reason:
        return None
    lines = [
        f"将退回{item_name(item, context, 24)} {_item(item, context)}：",
        f"原因：{reason}（联络员会看到）。",
    ]
    return confirming.ask(context, RETURN, {"item": item.key, "reason": reason}, lines)


def send_back(state: Mapping[str, Any], context: Context) -> Reply:
    """Return it, unless it was changed or decided meanwhile."""
    items = resolve([state["item"]], context)
    return rule([Ruling((1,), False, str(state["reason"]))], items, context)


def _return_or_tell(item: QueueItem, wish: Wish, words: str, context: Context) -> Reply:
    """核实一下再报: is it returned, or is he only told."""
    reason, message = _reason(wish), _with_item(words, item, context)
    state = {
        "item": item.key,
        "reason": reason,
        "people": sorted(wish.whom.people),
        "whom": wish.whom.called,
        "text": message,
    }
    dialogs.ask(context, RETURN_OR_TELL, state, again=f"{clip(reason, 30)}：退回还是只发话")
    return Reply(
        f"{item.unit}的{_item(item, context)}还在待审，怎么办？还没有办：\n"
        f"1 退回请他重报，原因“{reason}”\n"
        f"2 不退回，只发给{wish.whom.called}：【通知】{message}\n"
        "回序号，都不是请回“取消”。"
    )


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """1 returns it, 2 tells him."""
    place = dialogs.chosen(text, 2)
    if place is None:
        return None
    dialogs.close(context)
    return broadcasting.send(state, context) if place else send_back(state, context)


ANSWERS: Final = {RETURN_OR_TELL: answer}
CONFIRMATIONS: Final = {
    RETURN: Confirmation(Act.REVIEW, send_back),
    MATERIAL: Confirmation(Act.REQUEST, ask_for_material),
}
