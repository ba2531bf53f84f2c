"""替人报: a unit's report that the office puts in for it, with the wish to do so said anywhere in the sentence."""

import re
from itertools import pairwise
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days.items_named import leaf_named
from handlers.office.entering import corrected_for, enter_certain, enter_for
from handlers.office.for_unit import parts, read_as
from handlers.people.enrolled import unit_of
from handlers.people.whom import MARK, Heard, Whom
from handlers.reading.tokens.asides import is_question

_WISH: Final = re.compile(
    rf"(?:我|麻烦你?|请)?(?:来|先|就)?(?:帮忙?|替|代|给)(?:[他她它]们?{MARK}?|{MARK}|着)?(?:的)?(?:代)?补?(?:填报|上报|填|报|录入?|登记|登|记|改成?|更正)(?:成|为|作|[一]?下|上|个|进去|过来|了|吧|他们?|数)*"
    r"|(?:都|就|先)?(?:由我|我)(?:来)?(?:替|代|帮)(?:他们|她们|[他她它]|着)?(?:全部)?(?:填报|上报|填|报|录入?|登)(?:一下|进去|上|了|吧)*"
    r"|[,，。\s]+(?:请|麻烦)您?你?先?(?:登记|记|录入?)(?:一下|上|下来?|吧)*$"
    r"|(?:那|就)?我来?(?:填|报|录|登|改|更正)(?:(?:一下|过来|吧|了)+|(?=$|[,，。]))|代填报?(?:一下)?|(?:帮忙?)?录(?:一下|进去|入)(?:吧)?"
    rf"|(?:[他她{MARK}]们?)?(?:让|叫|托|请|喊|委托)我(?:们)?(?:帮忙?|替|代)?(?:[他她]们?)?(?:把)?"
)
_ASIDE: Final = re.compile(
    rf"{MARK}?(?:[这那]边|今天|这几天|这两天|现在|刚好|正好)?(?:请(?:了)?[病事产年婚]?假|休[病产年婚]?假|出差|住院|外出|培训|学习|下乡|驻村|出国|生病|在(?:外地|外面|乡下|路上|开会|出差|住院|下乡)+)(?:去|了|呢|没网|没信号|不在|开会|培训|学习)*|"
    r"(?:他们|她们|那边)?(?:的人)?(?:都)?(?:不会|不太会|没法|不方便|没有?人会|手机坏了?)(?:弄|用|搞|操作|上报|报)?(?:手机|电脑|系统|微信|这个)?"
    r"|(?:的)?(?:方案|材料|表)?我?(?:已经)?收到(?:了)?纸质的?(?:材料)?(?:了)?"
    r"|(?:系统)?把?的?(?:话|数)?看错了|(?:人|今天|这几天)?不在(?:单位|家|岗)?(?=[,，\s])|人?(?:现在|这几天)?在(?:外地|外面|开会|出差|路上|住院)|(?<=\s)那边|^那边"
)
_SOURCE: Final = re.compile(
    rf"(?:{MARK}|[他她]们?|那边|单位)?(?>自己|本人|刚才|刚刚|今天|昨天|上午|下午|昨晚|刚|是)*(?:在|发|打|来)?了?个?"
    r"(?:电话|微信|短信|口头|当面|邮件|传真|书面|QQ|qq|群)(?:里|上|中|来|跟我|给我|我)*(?:报|说|讲|告知|确认|发|通知|反映|更正|核实)(?:我|了|过来|给我)*的?(?:是)?"
    rf"|{MARK}(?:那边|[\u4e00-\u9fff]{{1,2}}?(?:科|股|处|局)长|[\u4e00-\u9fff]{{1,2}}?主任|[老小][\u4e00-\u9fff])?(?>刚才|刚刚|刚|也|都|今天|昨天)*"
    r"(?:来了?个?电话?|打了?个?电话来?|(?:说|讲)(?=了[^?？]*\d))[了过来]*(?=[\s,，:：]|$)"
    rf"|{MARK}[说讲](?=[^?？吗]{{1,20}}不是\s*\d[^?？吗]*$)"
)
"""蔡明刚打电话说, 市农委胡科长来电：, 住建局也说了，98.5: how the figure came to the office."""
_WRONG: Final = re.compile(
    r"(?:[他她]们?)?(?:刚才|刚刚|昨天|前天|上次)?(?:来电话|打电话)?(?:说|讲)?(?:是)?(?:自己)?(?:那个|的)?(?:数|项|值)?(?:是)?(?:刚才|刚刚|昨天)?(?:(?:报|填|写|录|打|发|输)错了?(?:个?数)?|(?:[少多漏][报填]|[报填][少多漏])了?(?:[一两二三四五\d]+[个家件])?)(?=[,，\s。]|$|应|是|改)"
)
_SHOULD_BE: Final = re.compile(
    r"(?:正确的?(?:数)?)?(?:应该?|应当)(?:是|为|改成|改为|报)|应(?:是|为)|更正(?:为|成)|(?:报|改|填|录)(?:成|为)|(?<=[,，\s])是(?=\s*\d)"
)
_COUNTED: Final = re.compile(r"(?:就|先)?按\s*(\d[\d.]*\s*[%％个家件项起]?)\s*(?:算|报|填|记)(?:吧|上)?")
"""按3个算: the office says what is to be put in."""
_NOBODY: Final = re.compile(
    rf"(?:[\u4e00-\u9fff]{{2,6}}|{MARK})?(?:那边|那块|那里|现在|都|也|还|又)*(?:没有?|无|缺)(?:派|设|报|指定|配)?(?:联络员|联系人|人(?!员|次)|{MARK})(?:在里面|在群里|在名册里?|报|填|管|进来|了|呢)*(?=[\s,，。;；]|$|\d)"
)
"""住建委没有联络员在里面: why somebody else reports."""
_SELF_MARKED: Final = re.compile(
    r"[^给评]*自评[分得了打是为:：\s]*[\d一二两三四五](?!.*(?:[太偏]|高了|低了|[给评扣核])).*"
)
"""卫健委1.10自评2分: what a unit gives itself is its report, never a mark."""
_GONE: Final = "\0"
"""Stands for a name that was said in passing only."""
_PARTS: Final = re.compile(r"[,，。;；\s]+")
_CODE: Final = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.%％])")
_LEAD: Final = re.compile(r"^(?:[\s,，。的:：说讲]|就是|刚才|刚刚)+")
_VALUE: Final = re.compile(r"\d|齐|有|没|是|做|完成|出台|印发")
_FIGURE: Final = re.compile(r"\d")
_BARE: Final = re.compile(r"\d+(?:\.\d+)?\s*[%％件个家项起]?")
_NOT: Final = re.compile(
    r"否决|撤|问|对不对|退|删|目标|延|审|通过|怎么|[?？吗]\s*$|谁|能不能|可以.{0,6}[吗?？]"
)


def enter(heard: Heard, text: str, context: Context) -> Reply | None:
    """旅游局不会弄手机 我替他们报吧 …, 住建委没人，2.1鄂城区99.1，我代录; None where nobody is to be reported for."""
    if _NOT.search(_PLEASE.sub("给改", _NOBODY.sub(" ", heard.marked))):
        return None
    changed = _changed(heard, context)
    if changed is not None:
        return changed
    return _of_named(heard, context) or _of_leaf(heard, text, context)


def _changed(heard: Heard, context: Context) -> Reply | None:
    """华容区的93.5帮我改成94.5: the one value on record there that is so much, whoever reported it."""
    marked = _PLEASE.sub("给改", heard.marked)
    found = _FROM_TO.search(marked) or _IS_NOT.search(marked)
    units = set(heard.whom[0].units) if len(heard.whom) == 1 and not heard.whom[0].everybody else set()
    if found is None or not units or _ASKS.search(marked):
        return None
    rows = [
        row
        for row in context.uow.submissions.current(context.speaker.campaign.id)
        if units & {row.unit, row.subject} and found["old"] in map(str, (row.inputs or {}).values())
    ]
    if len(rows) != 1:
        return None
    subject = rows[0].subject if len(context.speaker.campaign.subjects) > 1 else ""
    return enter_for(rows[0].unit, f"{subject}{rows[0].code} {found['new']}", context)


_PLEASE: Final = re.compile(
    "(?:能不能|能否|可不可以|可以|麻烦你?)(?:帮|替|给)?(?:我|[他她]们?)?改(?:一?下|过来|了)*[吗呢吧]?$"
)
"""是1个不是2个 能不能给她改一下 is an order."""
_IS_NOT: Final = re.compile(
    rf"{MARK}[^\d]{{0,24}}?错了?[^\d,，]{{0,4}}[,，\s]*应?该?是\s*(?P<new>\d+(?:\.\d+)?\s*[%％]?)[个家件项起]?[,，\s]*(?:而)?不是\s*(?P<old>\d+(?:\.\d+)?)(?![\d.])"
)
"""报错了 是1个不是2个."""
_ASKS: Final = re.compile(r"是不是|是否|有没有|[?？吗没]\s*$|谁|怎么|为什么")
_FROM_TO: Final = re.compile(
    rf"{MARK}[^\d,，、]{{0,16}}?(?P<old>\d+(?:\.\d+)?)\s*[%％]?[^\d,，]{{0,8}}?(?:改成?|改为|更正[为成]|换成|应该?[是为])\s*(?P<new>\d+(?:\.\d+)?\s*[%％]?)"
)


def _of_named(heard: Heard, context: Context) -> Reply | None:
    """For the one unit that is named, or whose person is, beside assessed units."""
    told = _of_unit(heard, context)
    if told is None:
        return None
    unit, said = told
    marked = _COUNTED.sub(r" \1 ", _NOBODY.sub(" ", said))
    wished = _WISH.search(marked)
    told_of = marked != said or _SOURCE.search(marked) is not None
    told_of |= "说" in marked and _WRONG.search(marked) is not None
    told_of |= _SELF_MARKED.fullmatch(marked) is not None
    if wished is None and not (told_of and _VALUE.search(marked)):
        return _headed(unit, marked, context)
    if wished is not None and wished[0].endswith("把") and not _FIGURE.search(marked):
        return None
    if unit in context.speaker.campaign.subjects and _other_reporter(marked, context):
        return None
    rest = _ASIDE.sub(" ", _WISH.sub(" ", _SOURCE.sub(" ", marked))).replace(MARK, " ")
    rest = _WRONG.sub(" ", rest)
    rest = _LEAD.sub("", re.sub(r"[\s,，。]{2,}", " ", _SHOULD_BE.sub(" ", rest.replace("把", " "))))
    rest = rest.strip(" ,，。:：的")
    if _WRONG.search(marked) is not None and _BARE.fullmatch(rest):
        return corrected_for(unit, rest, context)
    return enter_for(unit, rest, context)


def _headed(unit: str, marked: str, context: Context) -> Reply | None:
    """粮食局：库存检查搞了: what stands under the unit's name, where it certainly reports something of it."""
    found = _HEADED.fullmatch(marked)
    if found is None or not parts(read_as(unit, found["said"], context))[0]:
        return None
    return enter_for(unit, found["said"], context)


_HEADED: Final = re.compile(
    rf"{MARK}[:：]\s*(?P<said>(?!.*(?:[请让叫]|务必|必须|抓紧|尽快|通知|开会|[明后]天|下周|之前)).+)"
)


def _of_leaf(heard: Heard, text: str, context: Context) -> Reply | None:
    """For the unit that reports the leaf: the values are of assessed units, each named before its own."""
    if not (_WISH.search(heard.marked) or _NOBODY.search(heard.marked)) or not re.search(r"\d", text):
        return None
    subjects = context.speaker.campaign.subjects
    said = [(name, whom) for name, whom in zip(heard.names, heard.whom, strict=True) if not whom.everybody]
    named = dict.fromkeys(unit for _, whom in said for unit in whom.units if unit not in subjects)
    names, marked = iter(heard.names), heard.marked
    for aside in (_NOBODY, _WISH, _ASIDE):
        marked = aside.sub(lambda found: f" {_GONE * found[0].count(MARK)}", marked)
    shown = (next(names) if one in (MARK, _GONE) else one for one in marked)
    rest = "".join(
        one if kept not in (MARK, _GONE) else _in_full(one, subjects, context) if kept == MARK else ""
        for one, kept in zip(shown, marked, strict=True)
    )
    unit = _other_reporter(rest, context) or (next(iter(named)) if len(named) == 1 else None)
    own = [unit for _, whom in said for unit in whom.units]
    if unit is None and len(own) == 1:
        unit, rest = own[0], rest.replace(own[0], " ")
    rest = re.sub(r"\s{2,}", " ", rest).strip(" ,，。:：的")
    return enter_for(unit, rest, context) if unit is not None else None


def offer(_heard: Heard, text: str, context: Context) -> Reply | None:
    """2.1鄂城区99.1: values of what another unit reports, and nothing beside them, are drafted as put in for it."""
    if _NOT.search(text) or not re.search(r"\d", text) or is_question(text):
        return None
    wrong = _WRONG.search(text)
    text = re.sub(r"\s+", " ", _SHOULD_BE.sub(" ", _WRONG.sub(" ", text))) if wrong is not None else text
    unit = _other_reporter(text, context)
    if unit is None or unit == context.seat.unit:
        return None
    return enter_certain(unit, text, context)


def _in_full(name: str, subjects: tuple[str, ...], context: Context) -> str:
    """The assessed units of the name in full; who reports for them is left out."""
    units = [unit for unit in mentions(name, context).units if unit in subjects]
    return f" {'、'.join(units)} " if units else " "


def _other_reporter(words: str, context: Context) -> str | None:
    """The unit, no assessed one, that reports the leaf which stands before the first figure of any part."""
    for part in _PARTS.split(words):
        code = next((found[0] for found in _CODE.finditer(part) if found[0] in context.rubric.by_code), "")
        before = re.split(r"[\d◇]", mentions(part, context).rest, maxsplit=1)[0].strip(" 的")
        leaf = (
            context.rubric.by_code.get(code)
            if code
            else leaf_named(before, context.running)
            if len(before) > 1
            else None
        )
        if leaf is not None and leaf.reporter:
            return leaf.reporter
    return None


def _of_unit(heard: Heard, context: Context) -> tuple[str, str] | None:
    """The one unit that is named, or whose person is, and the text with a MARK for it alone; assessed units stay."""
    subjects = context.speaker.campaign.subjects
    own = [place for place, whom in enumerate(heard.whom) if not _is_place(whom, subjects)]
    kept = own if own or len(heard.whom) != 1 else [0]
    units = {_unit(heard.whom[place], context) for place in kept}
    unit = units.pop() if len(units) == 1 else None
    if unit is None:
        return None
    marks = [place for place, said in enumerate(heard.marked) if said == MARK]
    ends = [-1, *(marks[place] for place in kept), len(heard.marked)]
    return unit, MARK.join(heard.restored(start + 1, end) for start, end in pairwise(ends))


def _is_place(whom: Whom, subjects: tuple[str, ...]) -> bool:
    return bool(whom.units) and not whom.everybody and all(unit in subjects for unit in whom.units)


def _unit(whom: Whom, context: Context) -> str | None:
    if whom.everybody or len(whom.units) > 1:
        return None
    if whom.units:
        return whom.units[0]
    people = [row for row in context.uow.roster.list(context.speaker.campaign.id) if row.id in whom.people]
    units = {unit_of(row, context) for row in people}
    return units.pop() if len(units) == 1 else None
