"""名单、自评报告交没交: the papers of several units registered as handed in at once, and who still owes one."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.papers.due import Paper, all_papers, open_papers, seats_with_papers
from handlers.papers.forms import came, form_said, partly, without_pending
from handlers.papers.handing import hand_in, take_back
from handlers.papers.naming import as_printed, shared
from handlers.people.speaker import Seat
from handlers.people.whom import Heard, with_units
from handlers.reading.tokens.asides import is_question
from handlers.suggesting import offering
from handlers.wording import clock, local

QUESTION: Final = "handed_papers"
_THING: Final = re.compile(
    r"名单|联系人?(?:信息)?表|附件\s?[\d一二三四五六七八九]|报告|总结|材料|佐证|信息|措施|月报|方案|(?:纸质|电子)版"
)
_DONE: Final = re.compile(
    r"(?:交|报|送|寄|拿|递|给)(?:过来|过|来|齐|上来|到|了过来)?了|(?:已经?|都|已|刚)(?:交|报|送|寄|收)(?:到|齐|来|过)?|收到|收齐|收下|收了|登记(?:一下|上|为已交)|(?:纸质|书面|邮箱|传真).{0,6}(?:交|报|送|收)"
)
_OWED: Final = re.compile(
    r"(?<!要)(?:交|报|送|收)(?:上来|过来|到|齐)?(?:了|的)?(?:有)?(?:几|多少)[家份个]|(?:几|多少)[家份个](?:单位)?(?:都|已经?)?(?:交|报|送)|(?:没|未)(?:有)?(?:交|报|送|收到|拿到|见到)|(?:谁|哪[些几]?[家个]?).{0,6}(?:交|报|送)|(?:交|报|送|收)(?:上来|齐|来|到)?了(?:吗|么|没)|是不是.{0,6}(?:交|报|送)|(?:交|报|送)了?没(?:有)?(?:交|报)?|都没交|还差|还缺|欠|[交报送收][^,，。]{0,10}的(?:都)?[有是]?(?:几|多少|哪|谁)"
)
_NOT: Final = re.compile(
    r"让|请|叫|要求|必须|务必|尽快|抓紧|赶紧|记得|之前|撤|取消|退|几分|审|通知|催|提醒|转告|告诉|打包|导出?|延|截止改|改到"
)
_WRONGLY: Final = re.compile("登记错|记错|弄错|搞错|点错|其实没|没交")
_ASKS: Final = re.compile(
    r"[?？吗呢]\s*$|没(?:有)?(?:交|报|$)|谁|哪|是不是|有没有|是否|了没|没收|未收|没有收|没拿|没送|没见"
)
_OWN: Final = re.compile(
    "(?=.*(?:名单|报告|总结|信息|月报)).*(?:我们|咱们?|本办|我办|办公室).{0,12}?(?<![批印转])(?:[交报送发]|上报|报送)(?:过|上去|出去|过去)?了"
)
_CLEARLY: Final = 2


def registered(heard: Heard, text: str, context: Context) -> Reply | None:
    """公安局和交通局的联系人名单昨天纸质交过了; None where no unit has handed in what it owes as a paper."""
    text = without_pending(text)
    if not heard.whom or not _says_it_came(text):
        return None if heard.whom else _own(text, context)
    units = tuple(dict.fromkeys(unit for whom in heard.whom for unit in with_units(whom, context).units))
    if not units or any(whom.everybody for whom in heard.whom):
        return None
    name = paper_named(heard.marked, context)
    if name is None:
        return _which(units, text, context)
    papers = [paper for unit in units for paper in _papers(unit, context) if paper.name == name]
    lacking = [unit for unit in units if unit not in {paper.unit for paper in papers}]
    fresh = [paper for paper in papers if (paper.id, paper.unit) not in context.arranged.handed_in]
    note = f"{'、'.join(lacking)}不用交{name}。" if lacking else ""
    if not fresh:
        done = f"{'、'.join(paper.unit for paper in papers)}的{name}已经登记过交了。" if papers else ""
        return Reply(f"{done}{note}没有改动。")
    form = form_said(text, fresh[0])
    if len(units) == 1:
        return hand_in(f"{units[0]}{name}{form}已交", context)
    late = [paper.unit for paper in fresh if context.now > paper.due]
    lines = [
        f"将登记{name}{form}已交：{'、'.join(paper.unit for paper in fresh)}（{len(fresh)}家），"
        + (f"要交{'和'.join(fresh[0].forms)}，都收到了才不再提醒。" if form else "之后不再提醒。")
    ]
    if late and not form:
        lines.append(f"截止是{clock(fresh[0].due)}，按今天登记记为逾期：{'、'.join(late)}。")
    state = {"papers": [[paper.id, paper.unit] for paper in fresh], "name": name, "form": form}
    return confirming.ask(context, QUESTION, state, [*lines, *([note] if note else [])])


def _own(text: str, context: Context) -> Reply | None:
    """六月份信息我们办公室已经发了3条: the office's own paper."""
    asked = _NOT.search(text) or _ASKS.search(text) or is_question(text)
    return hand_in(text, context) if _OWN.search(text) and not asked else None


def _which(units: Sequence[str], text: str, context: Context) -> Reply | None:
    """公安局纸质版交过来了: of which of its papers, where several are wanted in that form."""
    open_ = [
        (paper, form)
        for unit in units
        for paper in _papers(unit, context)
        if (form := form_said(text, paper)) and (paper.id, paper.unit) not in context.arranged.handed_in
    ]
    if len(units) != 1 or not open_:
        return None
    orders = [f"{paper.unit}{paper.name}{form}已交" for paper, form in open_]
    return offering.choose(
        "交来的是哪一件？没有改动。", [(order, f"登记{order}") for order in orders], context
    )


def _says_it_came(text: str) -> bool:
    said = _THING.search(text) is not None and _DONE.search(text) is not None
    return said and not _NOT.search(text) and not _ASKS.search(text) and not is_question(text)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Keep that each was handed in."""
    units, half = [], False
    for code, unit in state["papers"]:
        paper = next((paper for paper in _papers(unit, context) if paper.id == code), None)
        if paper is None or (code, unit) in context.arranged.handed_in:
            continue
        units.append(unit)
        if state["form"] and came(paper, state["form"], context):
            half = True
            continue
        late = context.now > paper.due
        arrange(context, "handed", {"handed": True, "late": late}, code=code, unit=unit)
    what = f"{state['name']}{state['form']}"
    done = (
        f"已登记：{'、'.join(units)}的{what}已交，{'另一样到了再登记' if half else '不再提醒'}。"
        if units
        else "都登记过了，没有改动。"
    )
    return Reply(f"{done}登记错了回“撤回{units[0]}{state['name']}已交”。" if units else done)


def owed(heard: Heard, text: str, context: Context) -> Reply | None:
    """联系人名单还有哪几家没交: every unit by its name; None where no paper of the document is named."""
    if not _THING.search(text) or not _OWED.search(text) or _NOT.search(text):
        return None
    name = paper_named(heard.marked, context)
    units = {unit for whom in heard.whom for unit in whom.units if not whom.everybody}
    if (
        name is None
        or (units and name == "印证材料")
        or (heard.whom and not units and not heard.whom[0].everybody)
    ):
        return None
    papers = [
        paper
        for seat in seats_with_papers(context.deadlines)
        for paper in all_papers(context.deadlines, seat)
        if paper.name == name
    ]
    is_open = {
        (paper.id, paper.unit)
        for seat in seats_with_papers(context.deadlines)
        for paper in open_papers(context.deadlines, seat, context.now)
    }
    papers = [paper for paper in papers if not units or paper.unit in units]
    lacking = [paper.unit for paper in papers if (paper.id, paper.unit) in is_open]
    handed = [paper.unit for paper in papers if (paper.id, paper.unit) in context.arranged.handed_in]
    if not papers:
        return None
    over = f"，{context.deadlines.left(context.now, papers[0].due)}" if context.now > papers[0].due else ""
    lines = [f"{name}（{clock(papers[0].due)}截止{over}）：应交{len(papers)}家。"]
    rows = [f"{paper.unit}{partly(paper, context.arranged)}" for paper in papers if paper.unit in lacking]
    lines += [f"没交{len(lacking)}家：{'、'.join(rows)}。"] if lacking else ["没有没交的。"]
    lines += [f"已交{len(handed)}家：{'、'.join(handed)}。"] if handed else ["登记已交的0家。"]
    if lacking:
        lines.append(f"收到了说“{lacking[0]}的{name}交了”，要催回“没交{name}的催一下”，先给您看。")
    return Reply("\n".join(lines))


_EXCUSED: Final = re.compile("(?:不用|不要|不必|免|无需|别)(?:再|了)?(?:交|报|送)|免(?:交|报)")


def excused(heard: Heard, text: str, context: Context) -> Reply | None:
    """各县区联系人名单不用交了: what the document wants is not waived here."""
    name = paper_named(heard.marked, context) if _EXCUSED.search(text) and not is_question(text) else None
    if name is None:
        return None
    return Reply(
        f"{name}是原文要交的，聊天里不能免，没有改动，没交的照常提醒。已经交到的登记“某单位{name}已交”；"
        f"改日子说“{name}改到某日”；要告诉大家不用交，发“通知全体：……”，先给您看再发。"
    )


def undone(heard: Heard, text: str, context: Context) -> Reply | None:
    """刚才登记错了，公安局名单没交: taken back; None where nothing of the kind was registered for the unit."""
    if not _WRONGLY.search(text) or not _THING.search(text):
        return None
    units = mentions(text, context).units
    said = as_printed(heard.marked)
    here = [paper for unit in units for paper in _papers(unit, context)]
    registered = {*context.arranged.handed_in, *context.arranged.partly_in}
    kept = [paper for paper in here if (paper.id, paper.unit) in registered]
    meant = [paper for paper in kept if shared(said, paper.name)]
    return take_back(f"{meant[0].unit}{meant[0].name}", context) if len(meant) == 1 else None


def paper_named(text: str, context: Context) -> str | None:
    """The one paper's name that the words hold the most of."""
    said, today = as_printed(text), local(context.now).date()
    names = {
        paper.name
        for seat in seats_with_papers(context.deadlines)
        for paper in all_papers(context.deadlines, seat)
        if paper.begins <= today
    }
    best = max((shared(said, name) for name in names), default=0)
    likely = [name for name in names if shared(said, name) == best]
    return likely[0] if best >= _CLEARLY and len(likely) == 1 else None


def _papers(unit: str, context: Context) -> tuple[Paper, ...]:
    return all_papers(context.deadlines, Seat.of_unit(unit, context.speaker.campaign.subjects))


CONFIRMATIONS: Final = {QUESTION: Confirmation(Act.ENTER, apply)}
