"""找人: who somebody is, whether a name is on the roster, who was never seen; a name that is not, and the likest ones."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.staff.newcomers import NO_NAME, SURNAMES
from handlers.people.enrolled import enrolled
from handlers.people.whom import Heard
from handlers.reading.naming.syllables import sound
from handlers.review.listing import shown_only
from handlers.review.spoken.asked.progress import colleague
from handlers.review.waiting import waiting
from handlers.wording import listed
from store.records import Contact

_LOOKED_UP: Final = re.compile(
    r"是谁(?!的|家|负|审|报|在|管|定|改|填|弄)|哪个?(?:单位|局|部门|家|镇|区)的|是?哪[家里儿]?的(?!人|项|材)|什么(?:职务|角色|身份)|干[什嘛啥]么?的|有没有|有(?:个|一个)?(?:叫|姓)|有[\u4e00-\u9fff]{2,3}(?:这个?人|吗|么|[?？])"
    r"|这个?人|(?:名单|名册|群|系统)(?:里面?|上|中)*(?:有|没有|吗|么|[?？]|$)|是不是|里面(?:有|没有)|在不在|是.{1,12}(?:吧|吗|[?？])|认[识得]"
)
_ELSE: Final = re.compile(
    "[报审催延]|请假|休假|几分|得分|材料|换|改|接|通知|告诉|让|电话|手机|号码|负责|绑定码|没绑|待"
)
_NAME: Final = rf"(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
_UNKNOWN: Final = re.compile(
    rf"(?:有没有|有(?:个|一个)?(?:人)?叫|叫|查一?下|找一?下|(?<![\u4e00-\u9fff])有?){_NAME}"
    r"(?:的|是|这个?人|这人|在|哪|到底|[\s,，])*(?:是谁|这个?人|哪|在?(?:不在)?(?:名单|名册|群|系统)|不在|吗|么|[?？]|$)"
)
_IS_OURS: Final = re.compile(
    rf"(?:(?:名单|名册)?[上里]?面?的?[那这]个|那个|有个)?{_NAME}(?:同志)?(?:是不是|是|算不算|在不在|在)"
    r"(?:我们|咱们|你们|本|[^,，?？]{0,10})(?:的|局|委|办|单位)?(?:联络员|审核员|领导|人|名册|名单|的)[吗么?？啊,，\s]*(?:有这个?人)?[吗么?？]*$"
)
"""魏丽是不是我们联络员, 名单上那个鲁铭是市监局的，有这个人吗."""
_SILENT: Final = re.compile(
    r"(?:谁|哪[些几]?[个位]?|有没有人|多少人).{0,16}(?:没|未|不)(?:有|曾|怎么)?(?:登[录陆]|上线|上[来过]|说过?话|发过?(?:消息|话|言)|用过|吭声|冒泡|露面)"
)


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """高军是谁, 名单里有没有魏国强, 谁一直没登录过; None where nobody is looked for."""
    if _SILENT.search(text):
        return _silent(context)
    if (desk := _desk(text, context)) is not None or not _LOOKED_UP.search(text):
        return desk
    roster = context.uow.roster.list(context.speaker.campaign.id)
    named = sorted((row for row in roster if row.name in text), key=lambda row: text.find(row.name))
    if _ELSE.search(re.sub("|".join(row.name for row in named) or "\0", "", text)):
        return None
    if named:
        return Reply("\n".join(_row(row) for row in named))
    found = _UNKNOWN.search(text.strip()) or _IS_OURS.match(text.strip())
    if found is None or NO_NAME.search(found["name"]):
        return None
    return _nobody(found["name"], [row for row in roster if row.active])


def _desk(text: str, context: Context) -> Reply | None:
    """魏丹审核的哪几项, 有没有积压: what waits for that reviewer; None where no one reviewer's desk is asked about."""
    named = [row for row in enrolled(context, "reviewer") if row.name in text]
    if len(named) != 1 or _ORDERED.search(text):
        return None
    if not _DESK.search(text):
        return colleague(text, context)
    theirs = replace(context, speaker=replace(context.speaker, contact=named[0]))
    return shown_only(waiting(theirs), f"{named[0].name}能审的", context)


_DESK: Final = re.compile(
    "(?:[在管]|负责)?审核?的?(?:是|有)?(?:哪|几|多少|什么|啥)|(?:手[上里头]|名下|积压|压着|待审).{0,6}(?:哪|几|多少|什么|啥|[吗没])|有没有.{0,4}(?:积压|压着)"
)
_ORDERED: Final = re.compile("[让叫请催替我]|通知|告诉|设为|改[成为]|换|审完的")


def _row(row: Contact) -> str:
    title = f"，{row.title}" if row.title else ""
    bound = "已绑定" if row.account else f"还没有绑定，发码回“绑定码 {row.name}”"
    return f"{row.name}：{row.unit}{title}，名册里是{ROLE_NAMES[row.role]}，{bound if row.active else '已停用'}。"


def _nobody(name: str, people: Sequence[Contact]) -> Reply:
    """That the name is nobody's here, with those that sound or look like it."""
    alike = [
        row
        for row in people
        if sound(row.name) == sound(name) or (len(name) > _TWO and len(set(row.name) & set(name)) >= _TWO)
    ]
    rows = listed([f"{row.unit}{row.name}（{ROLE_NAMES[row.role]}）" for row in alike], 4, "人")
    near = f"音或字最近的是：{rows}。" if alike else ""
    return Reply(f"名册里没有“{name}”。{near}全部的人回“联系人”；要加进来发“新增联络员 单位 {name} 手机”。")


_TWO: Final = 2


def _silent(context: Context) -> Reply:
    """Who logs in or reads is not kept; who is not bound, and who never reported, is known."""
    campaign = context.speaker.campaign.id
    people = [row for row in context.uow.roster.list(campaign) if row.active]
    unbound = [f"{row.unit}{row.name}" for row in people if row.account is None]
    reported = {row.contact_id for row in context.uow.submissions.all(campaign)}
    idle = [
        f"{row.unit}{row.name}"
        for row in people
        if row.account is not None and row.role == "contact" and row.id not in reported
    ]
    return Reply(
        f"谁登录过、说过话不作统计，查不了。能查的：没绑定的{len(unbound)}人{_names(unbound)}；"
        f"绑定了、一次没报过数的联络员{len(idle)}人{_names(idle)}。\n哪天有谁报了问“本周都有谁报了”；要催回“催办”。"
    )


def _names(rows: Sequence[str]) -> str:
    return f"：{listed(rows, 8)}" if rows else ""
