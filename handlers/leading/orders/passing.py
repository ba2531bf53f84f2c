"""“能不能放宽两天”“叫秦芳周五前收齐”: a wish, handed with its own words to who can carry it out; files are not."""

import re
from typing import Final

from handlers.access import Act, who_may
from handlers.campaign.units import Mentions, mentions
from handlers.context import Context
from handlers.leading.one_unit.unit_view import view
from handlers.leading.orders.addressed import AS_MINE, meant, parted
from handlers.leading.orders.relaying import asked_of, asked_of_units
from handlers.matters.passed_on import EXTENSIONS, passed_on
from handlers.matters.register import office_of
from handlers.messages import Reply
from handlers.people.enrolled import enrolled, unit_of
from handlers.reading.tokens.asides import is_question

_WISH: Final = re.compile(
    r"放宽|宽限|太[严松紧狠苛]|不合理|(?:我)?(?:建议|希望|觉得|认为|看)(?:这|那|应该|可以|是不是|还是|把|给|要)|(?:能不能|可不可以|能否|是不是(?:可以|能))(?:再)?(?:调|改|缓|加|减|取消|重新|放|提前|推迟)|研究(?:一下|研究)|考虑(?:一下|考虑)?"
)
_LONGER: Final = re.compile(
    r"(?:截止|时限|期限).{0,8}(?:放宽|延|推迟|改|顺延|提前)|(?:给|把).{2,12}(?:延|宽限|推迟|顺延|放宽)(?:到|至|[一两二三四五\d])"
    r"|(?:推迟|延[后期]|[晚迟缓]|宽限|往后[推延放])[个上]?[一两二三四五几\d]{1,2}(?:天|日|周|个?星期).{0,8}(?:行|可以|好不好|成不成|吧$)"
    r"|^申请延期|(?:能不能|可不可以|能否|要不).{0,6}(?:推迟|延[后期]|[晚迟缓][一两二三四五几\d]|宽限)"
)
_EXTENSIONS: Final = re.compile(
    r"(?:谁|哪[些几个]?家?(?:单位)?|有没有|有无|有人|几家).{0,8}(?:申请)?(?:延期|宽限|推迟|延长|[晚迟缓][几两一二三\d]天)|(?:延期|宽限)(?:的)?(?:申请)?.{0,4}(?:谁|哪[些几家]|几[家个])|谁要延|(?:延期|宽限)申请(?:有|呢)"
)
_LISTED: Final = 12
_ORDERED: Final = re.compile(
    r"^(?:你|帮我|请你?|麻烦你?|那)?(?:让|叫|请|要|催|督促)(?P<who>[\u4e00-\u9fff]{2,4}?)"
    r"(?P<what>(?:再|也|都|就|去|把|给|盯|抓|负责|今天|明天|后天|周|下周|这周|本周|月底|尽快|赶紧|务必|必须|督促|催|收|弄|办|来|说|写|查|核).{2,80})$"
)
_FOR_OFFICE: Final = re.compile(
    r"[,，。]?\s*(?:你|就|请|帮我)?(?:跟|和|给|向)?质强办(?:的)?(?:同志)?(?:说|讲|反映)(?:一下|一声|说)?"
)
_REPORTED_ANEW: Final = re.compile(
    r"(?:再|重新|重)[报填交](?!上?[一两几]项)[^，,。]{0,6}(?:能|可以|可不可以|行不行)|(?:能|可以)(?:不能|不可以)?(?:再|重新)(?:报|填|改)|[报填](?:错|低|少)了?[^，,。]{0,4}(?:能|可以)(?:不能)?[改重]|[补追挣捞找]得?回来"
)
_OWN_QUESTION: Final = re.compile(r"[谁哪]|多少|几[分项家个]|怎么样|为什么|怎么")
_SHOWN: Final = 4
_FOR_ME: Final = re.compile(r"^\s*(?:你|麻烦你?|请)?[替帮代]我(?=(?:好好|多)?(?:谢|感谢|表扬|夸|问候|慰问))")
_FOR_HIMSELF: Final = re.compile(
    r"发我|给我|我(?:要|想|得|来|先|再)?(?:看|瞧|听|查|翻|核|过)|瞅|看[一]?[下眼]|看看|拿[来给过]|来着|忘了|想不起|记不|多少|几[分项个]|百分之几|调出来|打开|叫(?:什么|啥)"
)
"""What the leader wants to see or know himself is for nobody else to read."""
_SURMISED: Final = re.compile("(?:没|已经?|应该|都)[^,，。]{1,12}吧[?？。]*$")
"""旅游局没出事吧 asks."""
_ORDERS: Final = re.compile(r"[让请催]|叫(?!什么|啥)|告诉|通知|跟.{1,6}说|转[告达]")
FILES_NOT_SENT: Final = (
    "文件我不能代您发给各单位，没有发送；请让质强办发。"
    "要以您的名义带句话，回“通知各单位 要说的话”，先给您看再发。"
)
"""把方案发给各单位: files go to nobody but who asks for them."""
NOT_FORWARDED: Final = (
    "查到的情况我不能代您转给别人，没有发送：里面有别的单位的数，只有领导、质强办能看，各单位可以自己查本单位的。"
    "要带句话，回“跟某某说一声 要说的话”；要提醒欠报的，回“催办”。"
)
"""把这个情况发给王局长看看: what a leader is shown is for him; what others may see they can ask themselves."""


def asked(text: str, context: Context) -> Reply | None:
    """Who wants more time, told; a wish or an order to somebody of the roster, said back as it would be sent."""
    if _REPORTED_ANEW.search(text):
        return _reported_anew(text, context)
    if _FOR_ME.match(text):
        return noticed(text, context)
    if _EXTENSIONS.search(text):
        return _wants_time(context)
    if _LONGER.search(text):
        return to_office(text, context, f"您不能改时限（由{who_may(Act.DEADLINE)}改），没有改动。")
    if _WISH.search(text) and not _OWN_QUESTION.search(text):
        found = mentions(text, context)
        state = view(found, context)[:1] if len(found.units) == 1 else []
        return to_office(text, context, "\n".join([*state, "这由质强办定，机器人不改细则和数。"]))
    return _of_person(text, context)


_ASKED_AND_TOLD: Final = re.compile(
    r"(?P<asked>[^,，。?？\s]{4,24})[\s,，。?？]+(?:那?[你就]*)(?:跟|给|让|叫|通知|告诉)(?:他们?|她们?|这家|那家|人家)的?(?P<own>.{2,60})"
)
_WHY_NOT: Final = re.compile("(?:为什么|为啥|咋|怎么)[^,，。]*没")


def asked_and_told(text: str, context: Context) -> Reply | None:
    """市场局为啥一个没报 跟他们局长说今天必须报: how that unit stands, and the order as it would be sent."""
    parts = _ASKED_AND_TOLD.fullmatch(text.strip(" 。!！"))
    found = mentions(parts["asked"], context) if parts is not None else None
    if parts is None or found is None or len(found.units) != 1 or is_question(parts["own"]):
        return None
    if not (_OWN_QUESTION.search(parts["asked"]) or _WHY_NOT.search(parts["asked"])):
        return None
    state = _briefly(found, context)
    whom, own = parted(f"{found.units[0]}{parts['own']}", context)
    people = meant(whom, context)
    told = (
        asked_of(people[0], own, context) if len(people) == 1 else asked_of_units(found.units, own, context)
    )
    why = ["为什么没报，单位没有说过。"] * bool(_WHY_NOT.search(parts["asked"]))
    return Reply.of(*state, *why, told.text) if own and told is not None else None


def _briefly(found: Mentions, context: Context) -> list[str]:
    rows = [row for row in view(found, context) if not row.startswith(("未报", "按“", "联络员", "要催"))]
    return rows[:_SHOWN]


def _reported_anew(text: str, context: Context) -> Reply | None:
    """华容再报一次能改成95吗: who may, until when, and that a figure is what it is; None for no single unit."""
    found = mentions(text, context)
    if len(found.units) != 1:
        return None
    told = (
        "能重报：截止前联络员可以改数、重报，之前报的留痕；已核定通过的要请质强办解锁。"
        "报多少以实际结果和证明材料为准，由审核员核，不能为够线改数。您这里不能代报，没有改动。"
    )
    trial = f"改了会得几分请发“要是 {found.units[0]} 指标名 数值 得几分”试算。"
    return Reply.of(*view(found, context)[:1], told, trial)


def _of_person(text: str, context: Context) -> Reply | None:
    """让秦芳盯紧点，周五之前我要看到全部报齐: to the one of that name, with all of it."""
    found = _ORDERED.match(text.strip())
    if found is None or is_question(text):
        return None
    people = [row for row in enrolled(context) if row.name == found["who"]]
    return asked_of(people[0], found["what"].strip(), context) if len(people) == 1 else None


def _wants_time(context: Context) -> Reply:
    rows = passed_on(EXTENSIONS, context)
    if not rows:
        return Reply("近30天没有人申请延期。")
    told = [row.split("。同意请回")[0] for row in rows[-_LISTED:]]
    return Reply.of(f"近30天申请延期的{len(rows)}条：", *told, "准不准由质强办定。")


def to_office(text: str, context: Context, head: str) -> Reply:
    """The draft to the first of the office who can be reached."""
    reached = [person for person in office_of(context) if person.account is not None]
    if not reached:
        return Reply(f"{head}\n质强办还没有人绑定，转不到，请直接联系。")
    words = _FOR_OFFICE.sub("", text).strip(" ,，。")
    return Reply(f"{head}\n{asked_of(reached[0], words, context).text}")


def noticed(text: str, context: Context) -> Reply | None:
    """How the one unit or person named stands, where nothing else reads the words, and the words as they would be sent."""
    people = [row for row in enrolled(context) if row.name in text]
    found = mentions(text, context)
    if len(people) == 1:
        found = mentions(unit_of(people[0], context), context)
    if len(people) > 1 or len(found.units) != 1:
        return None
    if (is_question(text) or _FOR_HIMSELF.search(text) or _SURMISED.search(text)) and not _ORDERS.search(
        text
    ):
        return Reply.of(*view(found, context))
    state = _briefly(found, context)
    own = AS_MINE.sub("", text.strip())
    if _FOR_ME.match(own):
        own = mentions(_FOR_ME.sub("", own), context).rest
        own = " ".join(own.replace(people[0].name if people else " ", " ").split())
    elif people:
        own = re.sub(rf"^[^,，。]{{0,10}}{people[0].name}[,，\s]*(?:[让叫请][他她]?)?", "", own) or own
    told = asked_of(people[0], own, context) if people else asked_of_units(found.units, own, context)
    return Reply.of(*state, told.text) if told is not None else None
