"""谁报的、什么时候报的: who put a value in and when, found by unit, person, item or the value itself."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from handlers.board import duties_of_unit
from handlers.context import Context
from handlers.leading.topics import leaves_about, likest
from handlers.messages import Reply
from handlers.office.days.items_named import leaf_named
from handlers.office.results import history
from handlers.people.enrolled import printed_unit
from handlers.people.whom import MARK, Heard, Whom, hear, with_units
from handlers.reading import read_ordinals
from handlers.reading.numbers import whole_number
from handlers.receipts import values_text
from handlers.review.decisions import STATUS_NAMES, records_of
from handlers.wording import clip, clock, leaf_name, local, shown
from store.records import Submission

LISTED: Final = 10
_CUE: Final = re.compile("谁|还是|时候|哪天|几号|几点|何时|啥时|自己|本人|改过")
_DID: Final = r"(?:给|帮)?(?:上报|填报|报|填|交|录入?|传|弄|提交|改)(?:上来|进来|进去)?"
_ASKED: Final = re.compile(
    rf"是[\u4e00-\u9fff]{{2,4}}{_DID}的还是|谁(?:给|帮)?(?:[他她]们?)?{_DID}的(?!.{{0,3}}最)|(?:什么时候|啥时候?|哪天|几号|几点钟?|何时|哪一天|什么时间){_DID}(?:的|上来|了)"
    rf"|(?:最近|最后|上|这)一?次{_DID}(?:数|的)?(?:是|在)?(?:什么时候|哪天|几号|几点|何时|啥时)|(?<!我们)(?<!我们办)(?<!我们局)(?:自己|本人|亲自){_DID}的(?:吗|么|还是|不|[?？]|$)|{_DID}的?(?:数|值)?(?:有没有|是不是|后来)?(?:被)?(?:改过|动过|更正过|改动过)|(?:有没有|是不是)(?:被)?改过"
)
_NUMBERS: Final = re.compile(r"\d+(?:\.\d+)?")
_NOISE: Final = re.compile(
    rf"{_ASKED.pattern}|{MARK}|\d+(?:\.\d+)?\s*[%％个件项起家]?|什么|时候|那个|这个|那项|这项|是|的|和|跟|又|到底|有没有|没有|没|[?？,，。、\s]"
)
_WHO: Final = "(?:谁|哪[些几]?[家个]?(?:单位|人|局|镇)?|哪些人|什么人|几家(?:单位)?|多少(?:家|人)(?:单位)?)"
_HANDED: Final = (
    "(?:有(?:新的?)?(?:动静|进展|动作|更新)|动了|上?报|交|填报?|提交|传)(?:过|了|来|上来)*"
    "(?:的)?(?:数据?|东西|材料)?(?:的)?(?:上来)?"
)
_WHEN: Final = (
    r"(?:昨天(?:到|和|、)今天|今[天日儿]|昨[天日儿]|前天|(?:这|近|最近|过去)?[两二三四五六七\d]天(?:里|内|来)?|(?:这|近|最近)几天|最近"
    "|(?:这|本|上)个?(?:周|星期|礼拜))"
)
_FILL: Final = "(?:一共|到现在|到目前|都|有|又|总共|单位里?|各家|各单位|大家|单位|新)*"
_OF_DAY: Final = re.compile(
    rf"(?:那|麻烦看下|看下|看看|帮我看看?)?{_WHEN}{_FILL}{_WHO}(?:都|又|来|新)*{_HANDED}[呢啊]?"
    rf"(?:[\s,，、。和]*(?:都|分别|各|又|还)*(?:{_HANDED})(?:了|的)?(?:些|是|哪)*(?:什么|啥|哪些?|哪几项|多少|几项|几个)(?:数|东西|数据|项|指标)?[呢啊]?)?[?？]?"
    rf"|{_WHEN}{_FILL}{_HANDED}(?:些|哪)*(?:什么|啥|哪些?|哪?几[项个]|多少项?)(?:数|东西|数据)?[呢啊]?[?？]?"
    rf"|{_WHEN}(?:的)?(?:填报|上报|报送)(?:情况|清单|记录|明细)(?:呢|看看|给我看看?)?[?？]?"
)
_DAY: Final = re.compile(r"[那麻看帮我烦下]{0,4}(?:[今昨前这近最过本上两二三四五六七]|\d天)")
_LONG: Final = re.compile(r"(?P<count>[两二三四五六七\d])天")
_ACTS: Final = {"report": "报", "amend": "更正", "withdraw": "撤回"}


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """科技局那个12.6是谁报的，什么时候报的; None where nobody asks who reported, or nothing is named."""
    if _RULED.search(text) and heard.one is not None and not heard.one.everybody:
        return _ruled(heard, text, context)
    if _EARLIER.search(text) and heard.one is not None and not heard.one.everybody:
        return _earlier(heard, text, context)
    if not (_CUE.search(text) or _DAY.match(text.strip()) or "报的" in text):
        return None
    if _OF_DAY.fullmatch(text.strip()):
        return _of_day(text, context)
    value = _VALUE_OF.search(heard.marked)
    if value is not None and len(heard.whom) == 1 and not heard.whom[0].everybody:
        return _value_of(value["what"], heard, text, context)
    return _who(heard, text, context) if _ASKED.search(text) else None


_RULED: Final = re.compile(
    r"(?:分|通过|退|审)[^,，]{0,6}是?谁(?:给)?(?:打|评|审|核|批|退|定|通过)的|被谁(?:改|动|调|退|审)|谁(?:给|把)?[^,，]{0,8}(?:打|评|审|退回?|通过)的(?:分)?[?？]?$"
)
"""旅游局的分是谁打的, 农业局的数被谁动过."""


_EARLIER: Final = re.compile(
    r"(?<![日号天周月])(?:原来|原先|之前|以前|改之?前|本来)(?:是|得|有|打|给|报)?(?:了|的)?(?:多少|几|什么)(?!.{0,3}(?:目标|截止|时限))"
)


def _earlier(heard: Heard, text: str, context: Context) -> Reply | None:
    """城建局②原来多少分: all that was reported and decided of it, from which both stand out."""
    units = with_units(heard.whom[0], context).units
    places = read_ordinals("".join(_PLACE.findall(text)))
    own = duties_of_unit(units[0], context) if len(units) == 1 else ()
    code = next((duty.criterion.code for duty in own if duty.ordinal in places), None)
    told = history.of(units, code or leaf_in(heard.marked, context), context)
    once = told.text.count("上报 ") == 1 and not re.search("更正|通过 |退回 |评分 |撤", told.text)
    return Reply(f"没有改过，原来就是现在这样：\n{told.text}") if once else told


_PLACE: Final = re.compile(r"[①-⑳]|第[\d一二三四五六七八九十]{1,3}[项条]")


def ruled(text: str, context: Context) -> Reply | None:
    """覆盖率那个100是谁通过的: everything that was reported and decided there; that nobody has decided is said."""
    return _ruled(hear(text, context), text, context)


def _ruled(heard: Heard, text: str, context: Context) -> Reply | None:
    whom = with_units(heard.whom[0], context) if heard.whom and not heard.whom[0].everybody else None
    units = whom.units if whom is not None else ()
    code = leaf_in(heard.marked, context)
    if not units and code is None:
        code = _holding(_values(text, context), context)
    if not units and code is None:
        return None
    told = history.of(units, code, context)
    if _CHANGED.search(text) or re.search("通过 |退回 |评分 ", told.text) or "没有任何" in told.text:
        return told
    return Reply(f"{code or '、'.join(units)}还没有人审、没有打过分。\n{told.text}")


_CHANGED: Final = re.compile("改|动|调|变|成了|报")


def _holding(values: frozenset[Decimal], context: Context) -> str | None:
    """The one leaf for which that figure was ever given."""
    rows = context.uow.submissions.all(context.speaker.campaign.id)
    codes = {row.code for row in rows if values & {_decimal(value) for value in (row.inputs or {}).values()}}
    return codes.pop() if len(codes) == 1 else None


def _who(heard: Heard, text: str, context: Context) -> Reply | None:
    rows = context.uow.submissions.current(context.speaker.campaign.id)
    whom = heard.one if heard.one is not None and not heard.one.everybody else None
    leaf = leaf_in(heard.marked, context)
    values = _values(text, context)
    if whom is None and leaf is None and not values:
        return None
    of_whom = [row for row in rows if whom is None or _is_of(row, heard.whom, text, context)]
    of_leaf = [row for row in of_whom if leaf is None or row.code == leaf]
    found = [row for row in of_leaf if not values or _holds(row, values)]
    if not found:
        return _nothing(heard, of_leaf, values, context)
    unknown = _NOISE.sub("", heard.marked) if leaf is None and not values else ""
    head = [f"没有认出“{clip(unknown, 12)}”是哪一项。报过的是："] if len(unknown) > 1 else []
    return Reply("\n".join([*head, *shown([_row(row, context) for row in found], LISTED, "……另有{}项")]))


_VALUE_OF: Final = re.compile(
    rf"^{MARK}(?:上次|今天|昨天|那边)?(?:报|填)(?:上来)?的(?:那个)?(?P<what>[^\d,，。?？]{{2,16}}?)(?:到底|现在)?(?:是|报)?(?:多少|几|什么数|啥数)[?？]?$"
)


def _value_of(what: str, heard: Heard, text: str, context: Context) -> Reply | None:
    """宋莉报的农产品合格率是多少: what is on record, of the item that is named, else all that was reported there."""
    rows = context.uow.submissions.current(context.speaker.campaign.id)
    own = [row for row in rows if row.inputs and _is_of(row, heard.whom, text, context)]
    if not own:
        return Reply(f"{heard.names[0].strip()}还没有报过数。")
    leaves = [context.rubric.criterion(code) for code in dict.fromkeys(row.code for row in own)]
    meant = {leaf.code for leaf in leaves_about(what, leaves)} or {leaf.code for leaf in likest(what, leaves)}
    found = [row for row in own if row.code in meant]
    head = [] if found else [f"没有单独报“{clip(what, 16)}”，报过的是："]
    return Reply(
        "\n".join([*head, *shown([_row(row, context) for row in found or own], LISTED, "……另有{}项")])
    )


def _of_day(text: str, context: Context) -> Reply:
    """今天都有谁报了, 这三天谁动过数据: everything that was reported in the time, the latest last."""
    called, first, last = _span(text, local(context.now).date())
    rows = [
        row
        for row in context.uow.submissions.current(context.speaker.campaign.id)
        if first <= local(row.at).date() <= last
    ]
    if not rows:
        return Reply(f"{called}还没有人报过数。谁没报回“没报”。")
    rows.sort(key=lambda row: row.at)
    people = dict.fromkeys(f"{row.unit}{row.contact_name or ''}" for row in rows)
    head = f"{called}{len(people)}人报了{len(rows)}项：{'、'.join(people)}。"
    return Reply("\n".join([head, *shown([_row(row, context) for row in rows], LISTED, "……另有{}项")]))


def _span(text: str, today: date) -> tuple[str, date, date]:
    """What the time is called, its first and its last day."""
    if "昨" in text:
        both = re.search("到|和|、", text) is not None and "今" in text
        return ("昨天到今天" if both else "昨天"), today - timedelta(days=1), today - timedelta(days=not both)
    if "前天" in text:
        return "前天", today - timedelta(days=2), today - timedelta(days=2)
    monday = today - timedelta(days=today.weekday())
    if re.search("上个?(?:周|星期|礼拜)", text):
        return "上周", monday - timedelta(days=7), monday - timedelta(days=1)
    if re.search("[这本]个?(?:周|星期|礼拜)", text):
        return "本周", monday, today
    found = _LONG.search(text)
    count = whole_number(found["count"]) if found is not None else 0
    if count or re.search("几天|最近", text):
        days = count or _SOME
        return f"这{days}天", today - timedelta(days=days - 1), today
    return "今天", today, today


_SOME: Final = 7
"""最近, 这几天: a week."""


def _nothing(
    heard: Heard, others: Sequence[Submission], values: frozenset[Decimal], context: Context
) -> Reply:
    who = "".join(dict.fromkeys(heard.names)) or "这一项"
    if values and others:
        rows = shown([_row(row, context) for row in others], LISTED, "……另有{}项")
        return Reply("\n".join(["没有报过这个数。报过的是：", *rows]))
    return Reply(f"{who}还没有人报过，也没有代填。")


def _row(row: Submission, context: Context) -> str:
    criterion = context.rubric.criterion(row.code)
    several = len(context.speaker.campaign.subjects) > 1
    where = f"（{row.subject}）" if several else ""
    status = records_of(context.uow, context.speaker.campaign.id)[row.code, row.subject].status
    earlier = context.uow.submissions.history(context.speaker.campaign.id, row.code, row.subject)
    first = f"；第一次是{clock(earlier[0].at)}，共报改{len(earlier)}次" if len(earlier) > 1 else "；没有改过"
    value = clip(values_text(criterion, row.inputs), 40) if row.inputs else "已撤回"
    who = f"{row.unit} {row.contact_name or '（名册已注销）'}"
    did = f"{clock(row.at)}{_ACTS[row.act]}（{STATUS_NAMES[status]}）"
    return f"{row.code} {leaf_name(criterion, 18)}{where} {value}：{who}，{did}{first}"


def leaf_in(marked: str, context: Context) -> str | None:
    """The code of the one leaf that the words name."""
    code = next(
        (said for said in re.findall(r"[\w.\-]+", marked, re.ASCII) if said in context.rubric.by_code), None
    )
    words = _NOISE.sub("", marked)
    found = leaf_named(words, context.running) if code is None and len(words) > 1 else None
    return code or (found.code if found is not None else None)


def _values(text: str, context: Context) -> frozenset[Decimal]:
    said = [word for word in _NUMBERS.findall(text) if word not in context.rubric.by_code]
    return frozenset(map(Decimal, said))


def _holds(row: Submission, values: frozenset[Decimal]) -> bool:
    return any(_decimal(value) in values for value in (row.inputs or {}).values())


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)) if not isinstance(value, bool) else None
    except InvalidOperation:
        return None


def _is_of(row: Submission, whom: Sequence[Whom], text: str, context: Context) -> bool:
    """Whether the report is of a unit or about a place that is named, or by somebody who is."""
    unit = printed_unit(row, context)
    units = {name for one in whom for name in one.units}
    person = bool(row.contact_name) and (row.contact_name or "") in text
    return (unit in units or row.subject in units) if units and not person else person
