"""“没报的叫他们下班前必须报”“拖后腿的叫局长给我打电话”: what is ordered of whoever owes or lags, in the leader's words."""

import re
from typing import Final

from handlers.campaign.standing import standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.following import shown_item
from handlers.leading.one_unit.spoken_of import last_answer, last_unit
from handlers.leading.one_unit.unit_view import people_of, remember, view
from handlers.leading.orders.addressed import AS_MINE, DEMANDED, SAY, meant, parted, units_at_head
from handlers.leading.orders.relaying import (
    asked_of,
    asked_of_units,
    relay,
    relay_to_all,
    urge_owing,
    urged_of_units,
)
from handlers.leading.orders.urged import urged_behind
from handlers.leading.ranking.laggards import behind, most_behind
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.reading.tokens.asides import is_question
from handlers.reminding.urging import urge

_TOLD: Final = r"(?:(?:你|帮我|替我|麻烦你?)?(?:让|叫|请|要求|跟|给|告诉|通知|提醒|催)(?!我))?"
_WHO_OWES: Final = re.compile(
    rf"{_TOLD}(?:那些|这些|所有|全部|凡是?)?(?:还|仍|一直|到现在)*(?:没有?|未|欠)(?:报|交|动)(?:材料|数|齐|全|完)?的"
    r"(?:那?几家|各?单位|各?家|各?部门|县区|人|联络员)*[,，\s]*"
)
_WHO_LAGS: Final = re.compile(
    rf"{_TOLD}(?:那[些几]个?|这[些几]个?)?(?:拖后腿|最后|垫底|落后|最慢|最差|排(?:在)?(?:最后|后面))的(?:那?几?[个家]|单位|局|部门)*[,，\s]*"
)
_THEM: Final = re.compile(r"(?:让|叫|请|催(?:一下|催|促)?|督促|提醒)(?:一下)?(?:他们|它们|各家|大伙)[,，\s]*")
_SAID_TO: Final = re.compile(
    r"^(?:(?:你|就|都|也|再|给我|帮我|替我)*(?:让|叫|请|跟|告诉|通知|提醒|催)(?:一下|一声)?(?:他们|它们|人家)?(?:说|讲)?(?:一声)?|都|全部?|统统|一律)[,，\s]*"
)
_ORDERS: Final = re.compile(
    rf"必须|务必|一定|得|要|立即|限|之前|以前|前|给我|签字|开会|来一趟|回[个我]?电话|通报|报上来|交上来|补上|到位|{DEMANDED}"
)
_WANTS: Final = re.compile(rf"^还?[差缺欠]|^(?![那这让叫请]).*(?:{_ORDERS.pattern})")
"""催一下公安局 还差两个案例: what is said to it, beside what it owes."""
_PLAIN: Final = re.compile(
    r"(?:抓紧|快点|赶紧|赶快|尽快|加快|加紧)(?:报|交|办|弄|一?点|一下|吧|了|进度|时间)*"
)
_ASKED: Final = re.compile(r"[?？]|谁|哪|几家|多少|怎么|为什么|吗|名单|列|有没有|发我|看看")
_WHOEVER: Final = re.compile(r"谁[^，。\s]{1,6}谁|(?:通报|批评|问责|找|点名)谁")
"""谁不交通报谁 asks nothing."""
_SPARED: Final = re.compile(r"别催|不用催|先不催|不要催|不算")
_IN_CHARGE: Final = re.compile(
    r"(?P<unit>\S{2,12}?)(?:是|归|由)?(?:谁|哪个)(?:在)?(?:负责|管|分管|报|牵头)的?[,，。?？\s]*(?:让|叫|请|跟|告诉)(?:他|她|TA)们?(?P<what>\S.{1,60})"
)
_INQUIRES: Final = re.compile(r"(?>你|帮我|替我|给我|再|去|先|麻烦)*(?:问问|问一?[下声]|问)(?=\S{2})")
_UNKNOWN: Final = re.compile(
    r"(?:什么时候|啥时候?|几号|哪天|多久|几点)(?:能|可以|才|交|报|来|弄|完)|(?:为什么|为啥|怎么|咋)(?:还|到现在|一直|回事|不|[^,，。]{0,8}没)|困难|原因|打算|难处|卡在|有没有(?:问题|把握)|能不能(?:按时|报|交|完)|来得及"
)
_HURRIES: Final = re.compile("赶紧|抓紧|尽快|务必|必须|马上|快点")
_HURRY: Final = "请抓紧把还没报的报齐"
_SAYS: Final = re.compile(
    r"(?P<whom>(?!给我|跟我|再|你|多|先|请|把|将)[^\s,，。]{2,14}?)(?>帮我|替我|麻烦你|你|再|也|去|[跟给和](?:[他她]们?)?)*(?:(?:说|讲|招呼|知会|念叨|吱)(?:一声|一句|声)|(?:招呼|知会|提)(?:一下|一句))(?:吧|哈|啊)?(?:[,，\s]+(?P<own>\S.{1,80}))?"
)
_PLACE: Final = re.compile("(?:那边|那里|那儿|那头|那)$")
_URGES: Final = re.compile(
    r"(?>那|就|麻烦你|麻烦|帮我|替我|给我|你|再|去|也)*(?:催[办报]?|督促|敲打|提醒|盯)(?:一下|一催|一声|催|促|敲打|督促|提醒|盯)*[\s,，]*(?=\S{2})"
)
_THERE: Final = re.compile(
    r"(?P<whom>[^\s,，。]{2,10}?)(?:那里|那边|那儿|那头|那)[,，\s]*(?>帮我|替我|麻烦你|你|再|也|去|给)*(?:(?:说|讲|打个?招呼|通知|[带捎][个句]?话)(?:一下|一声|声)?[,，\s]+(?P<own>\S.{1,80})|(?:催|敲打|提醒|督促|盯)(?:一下|一催|一声|着点?)?(?:[,，\s]+(?P<beside>\S.{1,80}))?)"
)
_AND_SAY: Final = re.compile("^(?:就|跟他|给他|你)*说(?:是)?")
_TELL_THEM: Final = re.compile(
    r"(?P<own>.{4,60}?)[,，。\s]+(?:你|帮我|麻烦你?|就|请)?(?:(?:跟|给|和|告诉)(?:他们|大家|各家)(?:说|讲)(?:一下|一声|清楚|明白)?"
    r"|(?:跟|给|和|告诉|通知|转告|让|叫)(?P<whom>各(?:个?单位|区|县|镇|街道|局|部门)(?:的?(?:联络员|联系人|(?:分管)?领导|一把手))?)(?P<rest>.{0,40}))"
)
"""6月底报不完的要通报，你跟他们讲: to whoever owes."""
_OF_DESK: Final = re.compile("^(?:[\u4e00-\u9fff]{2,6}[局委办科股室])?的?(?![\u4e00-\u9fff])|^的")
_HIM: Final = re.compile(
    r"(?!跟|给|和|把|通知|告诉|转)(?P<about>[^?？让叫请催,，。]{2,30}?)[,，\s]*(?:你|帮我|就|得|要)*(?:让|叫|请)[他她它]们?(?P<own>\S.{2,60})"
)
"""安监局高军那个大检查方案让他今天报上来: to whoever stands before, with what it is about."""
_THEN: Final = re.compile(
    r"(?P<before>[^,，。?？]{2,30})[,，。?？\s]+(?:你|帮我)?(?:让|叫|请|跟|告诉)(?P<order>(?!他|她|我|各|大家|所有)\S.{2,60})"
)
"""市场局怎么回事，叫刘洋今天给我个说法: how it stands, and what would be passed on."""
_HEAD: Final = 8
_URGE_FIRST: Final = re.compile(
    r"^(?:(?:算了|那就?|行|好|就)[,，\s]*)?(?:你|帮我|再|给我)?(?P<all>(?>各单位|没[报交]的|各家|全[都部]|[都全])(?:再|都|给我)?)?催(?:一[下催遍轮次]|催|办|报)?(?P<owing>(?:那[些几]家?)?(?:还)?[没未欠][报交](?:齐|全)?的(?:单位|几家)?|各家)?(?:吧)?[,，。;；\s]+(?=\S{4})"
)
"""催一下，没报的明天下班前必须报齐: the words behind are what is to be said."""


def ordered_of(text: str, context: Context) -> Reply | None:
    """The draft that says whom it goes to and in which words; None for anything else."""
    words = text.strip(" 。!！")
    charge = _IN_CHARGE.fullmatch(words)
    if charge is not None:
        return _of_unit(charge["unit"], charge["what"], context)
    if _SPARED.search(words):
        return None
    them = _TELL_THEM.fullmatch(words)
    if them is not None and not _ASKED.search(them["own"]):
        own = f"{them['own'].strip(' ,，')} {SAY.sub('', them['rest'] or '')}".strip()
        return relay_to_all(f"转告{them['whom']} {own}", context) if them["whom"] else _urged(own, context)
    words = _URGE_FIRST.sub("", words)
    then = _THEN.fullmatch(words)
    if then is not None and any(row.name in then["order"][:_HEAD] for row in enrolled(context)):
        about = mentions(then["before"], context)
        rows = [row for row in view(about, context) if not row.startswith("按“")] if about.units else []
        return Reply.of(*rows[:1], relay(then["order"], context).text)
    for telling, told in ((_WHO_OWES, _urged), (_WHO_LAGS, _laggards), (_THEM, _urged)):
        found = telling.match(words)
        if found is not None:
            own = _own(words[found.end() :])
            return told(own, context) if _is_order(own) else None
    return _urged_at_once(text.strip(" 。!！"), context)


def about_him(text: str, context: Context) -> Reply | None:
    """To the person or the unit that stands before 让他, with what it is about; None for anything else."""
    words = text.strip(" 。!！")
    found = _HIM.fullmatch(words)
    if found is None or _ASKED.search(words) or is_question(words):
        return None
    about = mentions(found["about"], context)
    people = [row for row in enrolled(context) if row.name in about.rest]
    if len(people) > 1 or (not people and not about.units):
        return None
    rest = about.rest.replace(people[0].name, " ") if people else about.rest
    own = f"{_OF_DESK.sub('', ' '.join(rest.split()))} {found['own']}".strip()
    return asked_of(people[0], own, context) if people else asked_of_units(about.units, own, context)


def _urged_at_once(words: str, context: Context) -> Reply | None:
    """都催一遍 明天下班前; 催一下 明天下班前 of the unit that was just looked at."""
    urges = _URGE_FIRST.match(words)
    own = _own(words[urges.end() :]) if urges is not None else ""
    if urges is None or not _is_order(own) or mentions(own, context).units:
        return None
    unit = None if urges["all"] or urges["owing"] else last_unit(context)
    return urged_of_units([unit], own, context) if unit else urge_owing(own, context)


def to_somebody(text: str, context: Context) -> Reply | None:
    """催一下王局长; 王局长那里你去说一声 25号必须交: to him alone, whom nothing else would reach."""
    words = text.strip(" 。!！")
    early = _to_several(words, context) or _inquired(words, context)
    if early is not None:
        return early
    asks = _ASKED.search(words) is not None
    there, told = _THERE.fullmatch(words), _SAYS.fullmatch(words)
    if told is not None and not asks:
        return _said_on(told["whom"], (told["own"] or "").strip(), context)
    if there is not None and not asks:
        own = SAY.sub("", there["own"] or _AND_SAY.sub("", there["beside"] or "")).strip()
        whom = there["whom"]
    else:
        urged = _URGES.match(words)
        rest = words[urged.end() :] if urged is not None else ""
        whom, own = parted(rest, context) if rest and mentions(rest, context).rest.strip() else ("", "")
    own = _THEM.sub("", own, count=1) if _THEM.match(own) else own
    units = mentions(whom, context).units if _WANTS.search(own) and not _ASKED.search(own) else ()
    by_name = any(row.name in words for row in enrolled(context))
    alone = len(units) == 1 and not by_name and not mentions(whom, context).rest.strip()
    if alone and there is None:
        return urged_of_units(units, own, context)
    people = [person for person in meant(whom, context) if person.role != "contact"] if whom else []
    if alone and not people:
        return asked_of_units(units, own, context)
    if len(people) != 1 or _ASKED.search(own):
        return None
    return asked_of(people[0], own or _HURRY, context)


def _inquired(words: str, context: Context) -> Reply | None:
    """问问刘洋啥时候能交: what nobody but he can tell, put to him; what is on record the bot answers itself."""
    asks = _INQUIRES.match(words)
    whom, own = parted(words[asks.end() :], context) if asks is not None else ("", "")
    people = meant(whom, context) if own and _UNKNOWN.search(own) else []
    return asked_of(people[0], own, context) if len(people) == 1 else None


def _to_several(words: str, context: Context) -> Reply | None:
    """催一下城建局、旅游局; 城建局和旅游局让他们局长来开会: to each of the units at the head."""
    urged = _URGES.match(words)
    units, rest = units_at_head(words[urged.end() :] if urged is not None else words, context)
    if not units[1:]:
        return None
    own = _own(rest.lstrip(" ,，。"))
    if urged is not None and (not own or _PLAIN.fullmatch(own)):
        return urge("、".join(units), context)
    ordered = urged is not None or _SAID_TO.match(rest.strip(" ,，")) or _HURRIES.match(own)
    told = asked_of_units if urged is None else urged_of_units
    return told(units, own, context) if ordered and _is_order(own) else None


def _said_on(whom: str, own: str, context: Context) -> Reply | None:
    """城建的老李说一声 抓紧: to the one person that is called so; None where nobody is, or several may be."""
    called, rest = parted(f"{_PLACE.sub('', whom)} ", context)
    people = meant(called, context) if called and not rest else []
    return asked_of(people[0], own or _HURRY, context) if len(people) == 1 else None


def _own(words: str) -> str:
    """今天下班前必须报 of 叫他们今天下班前必须报."""
    before, words = "", AS_MINE.sub("", words.strip())
    while before != words:
        before, words = words, SAY.sub("", _SAID_TO.sub("", words.strip()))
    return words.strip(" ,，。!！")


def _is_order(words: str) -> bool:
    words = _WHOEVER.sub("", words)
    return bool(words) and not _ASKED.search(words) and not is_question(words) and bool(_ORDERS.search(words))


def _urged(own: str, context: Context) -> Reply:
    """To those who owe the item that was shown; else to the one unit that was looked at, or to all who owe anything."""
    leaf = shown_item(context)
    behind_it = urged_behind(leaf, last_answer(context), context, f"：{own}") if leaf is not None else None
    if behind_it is not None:
        return behind_it
    own = _FIRST.sub("", own)
    return urge(last_unit(context) or "", context) if _PLAIN.fullmatch(own) else urge_owing(own, context)


_FIRST = re.compile(r"^(?:先|赶紧|都|再|也)*(?:催|提醒)(?:一?[下遍催声])?[\s,，]+")
"""先催一下，周五前必须报: what is ordered first is no word for them."""


def _laggards(own: str, context: Context) -> Reply | None:
    """拖后腿的叫他们局长给我打电话: to those that lack most, whoever of them can be reached."""
    standing = standing_now(context)
    units = [one.unit for one in most_behind(behind(standing), standing.has_points)]
    if not units:
        return Reply("现在没有拖后腿的：各单位都报齐了。")
    told = asked_of_units(units, own, context)
    return told or Reply(
        f"差得最多的是{'、'.join(units[:4])}，名册里都没有能收到的人，没有发送。请质强办补人。"
    )


def _of_unit(unit: str, what: str, context: Context) -> Reply | None:
    """梁子湖区谁负责，叫他明天来汇报: who it is, and what would be passed on."""
    units = mentions(unit, context).units
    if len(units) != 1:
        return None
    remember(units[0], context)
    who = f"{units[0]} {people_of(context, units[0])}"
    told = asked_of_units(units, what.strip(" 。!！"), context)
    return Reply(
        f"{who}\n{told.text if told else '这家没有能收到的人，转达不了，没有发送；请质强办补名册。'}"
    )
