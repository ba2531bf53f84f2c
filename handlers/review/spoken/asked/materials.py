"""“安监局的材料发我看下”“名牌数要什么证明材料”: what evidence a unit has handed in, and what the document asks of a leaf."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from handlers.board import duties_of_unit
from handlers.context import Context
from handlers.evidence.completeness import NOT_PRINTED, demands
from handlers.evidence.kinds import KIND_NAMES
from handlers.evidence.naming import document_number
from handlers.exports.looking import send_pictures
from handlers.leading.topics import leaves_about, likest, topic_of
from handlers.messages import Reply
from handlers.people.enrolled import printed_unit
from handlers.review.arrivals import span_in
from handlers.review.sight import concerned, sees
from handlers.review.spoken.elsewhere import named, told, units_named
from handlers.review.waiting import recused, waiting
from handlers.wording import clip, in_one_line, leaf_name, month_day, shown
from scoring.model import Criterion
from store.records import Evidence

_PAPERS: Final = r"(?:(?:证明|佐证|支撑|印证)?(?:材料|附件)|佐证|原件|扫描件)"
_HANDED: Final = re.compile(
    rf"{_PAPERS}(?:都|全|先|给|帮我)*(?:发|拿|调|传|打开|给|找|转|推)(?:来|给|出来|过来)?(?:我|一下)?(?:看|瞧|瞅|审|过目)?|看(?:一?下|看|一眼)?.{{2,14}}{_PAPERS}$|{_PAPERS}(?:我)?(?:看看|看一?下|看一眼)$|{_PAPERS}(?:都|放|存)*(?:在)?(?:哪|怎么)(?:里|儿|个)?(?:能|可以)?(?:看|找|调)"
)
_WANTED: Final = re.compile(
    rf"(?:都|应该?|一般|到底)?(?:要|需要?|得|应该?|该|用)(?:他们)?(?:交|附|有|提供|提交|传|看|报|准备)?(?:些)?(?:什么|哪些|啥|几[样份种])(?:样)?的?{_PAPERS}|{_PAPERS}(?:应该?|都)?(?:要|需要?|得|有|是)(?:交|附|提供)?(?:些)?(?:什么|哪些|啥|几[样份种])"
)
_PIECE: Final = (
    r"(?:(?:证明|佐证|印证|支撑|检测|检验|原始)?(?:材料|附件|文件|依据|凭据|佐证|资料)|(?<!自评)报告"
    r"|[图照]片?|相片|扫描件|台账|证书|原件)"
)
_WHAT: Final = r"(?:些)?(?:哪[些几][个份件]?|什么|啥)"
_TO_ME: Final = r"(?:给)?我?(?:看看|看一?下|看|瞧瞧|一?下|一份)?"
PIECES: Final = re.compile(
    rf"{_PIECE}[^,，]{{0,5}}(?:几|多少)[个件份张页]?|(?:几|多少)(?:[个件份张页]|的)?{_PIECE}"
    rf"|{_PIECE}(?:都|全|是|有|叫|名)*{_WHAT}|[交传附报带给](?:(?:了|过|的)(?:都|是)*{_WHAT}{_PIECE}|{_WHAT}{_PIECE}了)"
    rf"|{_PIECE}(?:都|也|一起|给|帮|直接)*(?:发|传|推|拿|调|转)(?:一?下|来|过来|出来)?{_TO_ME}$"
    rf"|(?:发|传|给|拿|调)(?:一?下|来|出来)?我?(?:看看|看一?下|瞧瞧)?(?:他们?|她们?)?(?:交|传|附|报)?的?{_PIECE}$"
    rf"|看一?[看下]?(?:他们?|她们?)?(?:交|传|附)?的?{_PIECE}$|^(?:把|先|再|帮我|给我)*(?:看一?[看下眼]?|打开|点开|调出)(?=[^,，]{{1,14}}{_PIECE}$)"
    rf"|{_PIECE}(?:都|给我|帮我|先)*(?:打开|点开|调出来)(?:来)?给?我?(?:看看|看一?下|看|瞧瞧)?$"
)
"""交了几张图, 都交了啥文件: the pieces of one item or one unit."""
HAS: Final = (
    rf"(?:有没有|有无|附没附|带没带)[附带交传]?上?{_PIECE}(?![\u4e00-\u9fff])|[有附带交传](?:了|上)?{_PIECE}了?(?:没有?|吗|么)$"
    rf"|{_PIECE}(?:有没有?|有吗|附了吗|交了吗|传了吗)$"
)
"""有没有佐证: whether there is any."""
_OF_WORDS: Final = re.compile("(?:让|叫|要求|通知)(?:[他她]们?|对方|单位)|说明|标注|备注|写|规定")
_NUMBERED: Final = re.compile(r"(?<![\d.])(?P<count>\d{1,4})\s*号(?P<paper>文)?")
_WHERE: Final = re.compile("哪|谁|归|放|算|有没有|在不在|[交传报]了?没|[吗么没]$|什么|啥")
_AROUND: Final = re.compile(r"[的把将请麻烦帮我给那这项个]|几样|都")
_LISTED: Final = 8


def of_unit(words: str, context: Context) -> Reply | None:
    """农业局交了几张图: what the unit has handed in, of whatever item; 建发8号归哪项: where that document is."""
    asks = PIECES.search(words) and not _OF_WORDS.search(words)
    return _filed(words, context) or (_handed(words, context) if asks else None)


_PICTURES: Final = re.compile(
    r"^(?!.*(?:几|多少|说明|没|哪|谁|糊|清|[吗么退补催让]|问题))(?:.*[图照相]片?(?>都|全|给我|帮我|先|一起)*(?:看|发|打开|调|传|给)(?:给|我|看|一?下|来|过来|出来)*$"
    r"|.*(?:看|发|打开|调|传)(?:[^,，]{0,16}的?)[图照相]片?(?:给我|出来|看看)*$|看图)"
)


def pictures(words: str, context: Context) -> Reply | None:
    """农业局的图发我看看: the pictures of the only unit that is named come into the chat."""
    unit = _only_unit(words, context) if _PICTURES.search(words) else ""
    return send_pictures(context, _own(unit, context), unit) if unit else None


def _only_unit(words: str, context: Context) -> str:
    units = {*units_named(words, context)[0]}
    return units.pop() if len(units) == 1 else ""


def _filed(words: str, context: Context) -> Reply | None:
    """Of which items those are that bear the number, of what the speaker may see; None where none is asked for."""
    said = _NUMBERED.search(words)
    if said is None or not _WHERE.search(words):
        return None
    rows, units = [], units_named(words, context)[0] if said["paper"] else []
    for row in context.uow.evidence.list(context.speaker.campaign.id):
        number = document_number(f"{row.document_number or ''} {row.text or ''} {row.caption or ''}")
        agency = number.partition("〔")[0]
        of = agency in words or {printed_unit(row, context), row.subject} & {*units}
        borne = agency and number.endswith(f"〕{said['count']}号") and of
        if borne and row.state in ("stored", "pending") and _is_shown(row, context):
            by = f"{row.contact_name or row.unit} {month_day(row.at)}"
            rows.append(f"{number}：{row.unit}·{_name(row.code or '', context)}（{by}）")
    none = "由您审的材料里没有这个文号的。" if said["paper"] or "〔" in words else ""
    return Reply("\n".join(shown(rows, _LISTED, "……另有{}件"))) if rows else Reply(none) if none else None


def asked(words: str, context: Context) -> Reply | None:
    """The answer; None for anything else."""
    if _WANTED.search(words):
        return _demanded(_WANTED.sub(" ", words), context)
    return _handed(words, context) if _HANDED.search(words) else None


def _handed(words: str, context: Context) -> Reply | None:
    """How many pieces there are for each leaf of the only unit that is named."""
    unit = _only_unit(words, context)
    papers = handed_in(unit, context) if unit else ""
    if papers or not unit:
        return Reply(papers) if papers else None
    others = told(named(words, context, by_topic=False), context, "")
    if others and all("不由您单位考核" in row for row in others):
        return Reply("\n".join(others))
    places = enumerate(waiting(context), start=1)
    listed = [f"第{at}件" for at, one in places if _is_of(unit, (one.criterion.code, one.subject), context)]
    here = f"待审的{'、'.join(listed)}只有上报，没有附材料。" if listed else "待审里也没有它的件。"
    return Reply(f"{unit}由您审的项还没有交过材料。{here}要他们补请发“让{unit}补 什么材料”。")


def handed_in(unit: str, context: Context) -> str:
    """The unit's pieces by leaf, of what the speaker may see; "" where there are none."""
    own = _own(unit, context)
    if not own:
        return ""
    counted = Counter((row.code or "", row.subject or "") for row in own)
    rows = [
        f"{_name(key[0], context)}：{count}件"
        + "".join(
            f"；文字“{clip(in_one_line(row.text), 120)}”"
            for row in own
            if (row.code or "", row.subject or "") == key and row.kind == "text" and row.text
        )
        + "".join(f"；{name}" for name in _called(own, key))
        for key, count in counted.items()
    ]
    kinds = Counter(KIND_NAMES[row.kind] for row in own)
    kinds_told = "、".join(f"{kind}{count}" for kind, count in kinds.items())
    pictures = f"，回“看图 {unit}”看图片" if any(row.kind == "image" for row in own) else ""
    head = f"{unit}材料{len(own)}件（{kinds_told}）{pictures}："
    return "\n".join([head, *shown(rows, _LISTED, "……另有{}项")])


def came_in(words: str, context: Context) -> str:
    """今天谁交了: how many pieces each unit has handed in on the days that the words name; "" for none."""
    span, units = span_in(words, context.now), {*units_named(words, context)[0]}
    rows = [row for row in _all_shown(context) if span is not None and span.holds(row.at)]
    handed = Counter(printed_unit(row, context) for row in rows)
    told = [f"{unit}{count}件" for unit, count in handed.items() if not units or unit in units]
    return f"交来的材料：{'、'.join(told)}。回单位名加“交了什么材料”看是哪些。" if told else ""


def handed_in_by(words: str, unit: str, context: Context) -> tuple[str, str]:
    """5.1那张图片: whose it is and of which item, where material of it is in; the unit alone where none is."""
    keys = named(words, context)
    rows = [row for row in _all_shown(context) if (row.code, row.subject) in keys]
    of = {(printed_unit(row, context), row.code or "") for row in rows}
    of = {one for one in of if unit in ("", one[0])}
    return of.pop() if len(of) == 1 else (unit, "")


def _own(unit: str, context: Context) -> list[Evidence]:
    """What the unit has handed in and the speaker may see."""
    aliases = context.rubric.unit_aliases
    return [row for row in _all_shown(context) if unit in (aliases.get(row.unit, row.unit), row.subject)]


def _all_shown(context: Context) -> list[Evidence]:
    rows = context.uow.evidence.list(context.speaker.campaign.id)
    return [row for row in rows if row.state in ("stored", "pending") and _is_shown(row, context)]


def _is_shown(row: Evidence, context: Context) -> bool:
    """What is not filed yet is shown to whoever assesses something of the unit and has not stepped back from it."""
    leaf = context.rubric.by_code.get(row.code or "")
    if leaf is not None:
        return sees(context, leaf, row.subject)
    unit = printed_unit(row, context)
    return concerned(context, unit) and not recused(context, unit, "", row.subject)


def _called(own: Sequence[Evidence], key: tuple[str, str]) -> list[str]:
    """图片“路面检测”: what is not typed, as it is called or explained."""
    of = [row for row in own if (row.code or "", row.subject or "") == key and row.kind != "text"]
    names = [row.caption or row.title or row.original_name or row.url or "没有说明" for row in of]
    return [
        f"{KIND_NAMES[row.kind]}“{clip(in_one_line(name), 30)}”" for row, name in zip(of, names, strict=True)
    ][:_LISTED]


def _is_of(unit: str, key: tuple[str, str], context: Context) -> bool:
    return key[1] == unit or any(duty.criterion.code == key[0] for duty in duties_of_unit(unit, context))


def _name(code: str, context: Context) -> str:
    leaf = context.rubric.by_code.get(code)
    return f"{code} {leaf_name(leaf, 20)}" if leaf is not None else "未归类"


def _demanded(words: str, context: Context) -> Reply | None:
    """What the clause of the leaf that is named asks for; which there are where several are."""
    _, rest = units_named(words, context)
    topic = topic_of(_AROUND.sub("", rest))
    here = list({item.criterion.code: item.criterion for item in waiting(context)}.values())
    leaves = (
        (leaves_about(topic, context.running) or likest(topic, context.running))
        if len(topic) > 1
        else here
        if len(here) == 1
        else ()
    )
    if not leaves:
        return None
    return Reply("\n".join(shown([_told(leaf) for leaf in leaves], _LISTED, "……另有{}项")))


def _told(leaf: Criterion) -> str:
    wanted = demands(leaf)
    said = f"条文要的：{clip('；'.join(wanted), 160)}" if wanted else f"{NOT_PRINTED}，由审核员按条文定"
    return f"{leaf.code} {leaf_name(leaf, 24)}：{said}。条文：{clip(' '.join(leaf.clause.split()), 80)}"
