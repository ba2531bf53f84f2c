"""按情况说到的单位: 一项都没报的, 报齐了的, 退回没改的, 没交联系人表的 — units named by how they stand."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.campaign.standing import standing_now
from handlers.context import Context
from handlers.papers.due import Paper, open_papers, seats_with_papers
from handlers.papers.naming import as_printed, shared, with_annexes
from handlers.people.enrolled import enrolled, printed_unit
from handlers.reading.numbers import whole_number
from handlers.reminding.owing import units_of_nobody
from handlers.wording import clock

_NOT: Final = "(?:没有?|未|不)"
_YET: Final = "(?>到现在|还|又|都|也|却|仍|一直|至今|始终|目前|现在|已经?)*"
_WAS_SENT: Final = "(?:上?报|交|填|送|给|发|提供)"
PAPER: Final = "(?:联系人|联络员|自评|总结|印证材料|月报|(?:质量年)?(?:活动|建设)?信息|整改报告|附件\\s?\\d)"


@dataclass(frozen=True, slots=True)
class Group:
    """Units that stand alike: how they are called, what each is short of, and what those are asked for who are urged.

    `owing`: what they are urged for is what they have not reported; `beside`: what is said of the others in a list.
    """

    called: str
    rows: Mapping[str, str]
    owing: bool = False
    asks: str = ""
    beside: str = ""

    def people(self, context: Context) -> frozenset[int]:
        """Their contacts on duty."""
        aliases = context.rubric.unit_aliases
        return frozenset(
            row.id
            for row in enrolled(context, "contact")
            if {row.subject, aliases.get(row.unit, row.unit)} & self.rows.keys()
        )


def _of_reports(
    called: str, asks: str, fits: Callable[[int, int], bool]
) -> Callable[[str, Context], Group | None]:
    """The units of which so many items of so many are missing."""

    def read(_said: str, context: Context) -> Group | None:
        rows = {
            unit.unit: f"差{missing}项" if 0 < missing < unit.leaves else f"{unit.leaves}项"
            for unit in standing_now(context).units
            if fits(missing := len(unit.missing), unit.leaves)
        }
        return Group(called, rows, owing=not asks, asks=asks, beside=_others(rows, context))

    return read


def _others(rows: Mapping[str, str], context: Context) -> str:
    """没报齐的2家：县城建局2项、县旅游局1项: who owes besides those, whoever owes most first."""
    owing = [unit for unit in standing_now(context).units if unit.missing and unit.unit not in rows]
    owing.sort(key=lambda unit: -len(unit.missing))
    names = "、".join(f"{unit.unit}{len(unit.missing)}项" for unit in owing[:_NAMED])
    else_ = "另有" if rows else ""
    return f"{else_}没报齐的{len(owing)}家：{names}{'等' if owing[_NAMED:] else ''}。" if owing else ""


_NAMED: Final = 3


def _nearly(said: str, context: Context) -> Group | None:
    """只差一两项的: as many at most."""
    found = re.search("[差缺欠剩](?P<most>[一二两三四五1-5]{1,2}|几)", said)
    most = _FEW.get(found["most"]) or whole_number(found["most"]) if found is not None else 0
    group = _of_reports(f"只差{most}项以内的", "", lambda missing, _leaves: 0 < missing <= most)
    return group(said, context)


_FEW: Final = {"一两": 2, "两三": 3, "几": 3}


def _returned(_said: str, context: Context) -> Group | None:
    """Whose items were sent back and have not come again, with the reason."""
    rows: dict[str, list[str]] = {}
    for (code, _), record in standing_now(context).records.items():
        if record.returned and record.submission is not None and record.last is not None:
            rows.setdefault(record.submission.unit, []).append(f"{code}“{record.last.reason}”")
    told = {unit: "；".join(items) for unit, items in rows.items()}
    return Group(
        "退回还没改的", told, asks="审核退回的项还没有改，请按退回原因改好重报（原因回“哪里不行”看）"
    )


def _no_material(_said: str, context: Context) -> Group | None:
    """材料一件没有的: the units that report and have handed in no evidence at all."""
    pieces = context.uow.evidence.list(context.speaker.campaign.id)
    given = {printed_unit(row, context) for row in pieces if row.state in _KEPT}
    rows = dict.fromkeys(unit.unit for unit in standing_now(context).units if unit.unit not in given)
    return Group(
        "材料一件没交的",
        dict.fromkeys(rows, ""),
        asks="佐证材料一件都还没有，请尽快发来（图片、文件、链接都行）",
    )


_KEPT: Final = ("stored", "pending")


def _lacking_paper(said: str, context: Context) -> Group | None:
    """没交联系人表的; where the document wants no list of contacts, those are meant for whom nobody is on the roster."""
    words = with_annexes(as_printed(said.replace("联络员", "联系人")), context.rubric.schedule)
    deadlines = context.deadlines
    papers = [
        paper
        for seat in seats_with_papers(deadlines)
        for paper in open_papers(deadlines, seat, context.now)
        if shared(words, paper.name)
    ]
    most = max((shared(words, paper.name) for paper in papers), default=0)
    wanted = [paper for paper in papers if shared(words, paper.name) == most]
    if wanted:
        return _of_papers(wanted)
    if "联系人" not in words:
        return None
    return Group("没有联络员的", dict.fromkeys(units_of_nobody(context), ""), asks="请报联系人")


def _of_papers(papers: Sequence[Paper]) -> Group:
    first = min(papers, key=lambda paper: paper.due)
    until = f"{first.name}还没有交（{clock(first.due)}截止）"
    asks = f"{until}，请尽快交；交了回“{first.name}已交”"
    return Group(f"没交{first.name}的", dict.fromkeys((paper.unit for paper in papers), ""), asks=asks)


_DONE: Final = "各项都已报齐，感谢支持配合"
_DONE_SO_FAR: Final = "报上来的已经收到，感谢支持配合"
_SILENT: Final = (
    rf"(?:一|半|任何)(?:个?字|[项个条样件]|点儿?)(?:数据?|东西|指标)?{_YET}{_NOT}(?:报|交|动|填|写)(?:过|上来)?"
    rf"|(?:什么|啥){_YET}{_NOT}(?:报|交|动|填)(?:过|上来)?|交白卷|挂零"
    rf"|(?<!材料){_YET}(?:根本|压根|完全)*(?:没有?|毫无)(?:一点|半点|任何|什么|啥)?(?:动静|动过|动手|反应|响应|开张|吭声|音信|回音)"
)
_COMPLETE: Final = (
    r"(?<![没未不全都已经])(?<!(?<!有)没有)(?>已经?|全都|都|全部?|按时|及时|提前|率先|最先|先)*(?:报|交|填)得?(?:齐全?|完|全)"
    r"|(?<![没未不])(?<!没有)(?:全部?|都|全都)(?:报|交|填)(?:上来|上)?(?=了)"
)
_BEGUN: Final = (
    "(?<![没未不数天周午刚新])(?:已经|已|都|凡是)?(?:报|填)(?:[过了](?=的)"
    "|过数据?(?=的(?!.{0,6}(?:不用|别|跳过|先不|不催|不必|算了))))"
)
"""Those who have reported figures; where they are left out, the figures are: who lacks the papers is urged all the same."""
_PART: Final = r"(?>只|才|就|仅)*(?:报|交|填)了?(?:一?部分|一半|几项|一些|个别)|(?:报|交|填)得?不[全齐]"
_NEARLY: Final = (
    r"(?>只|就|还|仅|光)*[差缺欠剩](?:[一二两三四五1-5]|一两|两三|几)[项个]"
    r"(?:没[报交填])?(?:就能?[齐完全够]了?)?"
)
_RETURNED: Final = (
    rf"(?:被|让|给)?(?:审核员?)?(?:退回|打回|退(?=了|的|还|没))(?:来|去|过|了|的)*(?:以?后|之后)?[,，]?{_YET}"
    rf"(?:{_NOT}(?:整?改|修改|补|重?新?再?[报交]|处理|动)(?:好|完|过|上来)?)?"
)
_WANTED: Final = rf"\d{{0,2}}月?的?{PAPER}(?:信息表?|报告|材料|名单|表)?"
_LACKING: Final = (
    rf"(?:{_NOT}{_WAS_SENT}(?:过|来|上来)?|[缺差欠](?!联)){_WANTED}"
    rf"|{_WANTED}(?:一[份件个张]|一点儿?)?{_YET}{_NOT}(?:{_WAS_SENT}|到|齐)(?:过|来|上来|齐)?"
)
_NO_MATERIAL: Final = (
    rf"(?<!印证)(?:材料|附件){_YET}(?:[一半任][何]?[件份个张点条](?:儿)?){_YET}{_NOT}(?:{_WAS_SENT}|有)?(?:过|来|上来)?"
    rf"|(?:[一半]|任何)[件份个张点](?:儿)?的?(?:佐证|证明)?(?:材料|附件){_YET}{_NOT}(?:{_WAS_SENT}|有)?(?:过|来|上来)?"
)
_CONDITIONS: Final[tuple[tuple[str, Callable[[str, Context], Group | None]], ...]] = (
    (_NO_MATERIAL, _no_material),
    (_SILENT, _of_reports("一项都没报的", "", lambda missing, leaves: 0 < missing == leaves)),
    (_COMPLETE, _of_reports("已报齐的", _DONE, lambda missing, leaves: missing == 0 < leaves)),
    (_BEGUN, _of_reports("已经报过的", _DONE_SO_FAR, lambda missing, leaves: missing < leaves)),
    (_PART, _of_reports("报了一部分的", "", lambda missing, leaves: 0 < missing < leaves)),
    (_NEARLY, _nearly),
    (_RETURNED, _returned),
    (_LACKING, _lacking_paper),
)
_UNITS: Final = (
    r"(?:[那这]?[几些]?[个家]?)(?:单位|部门|委?办?局|县区|区县|乡镇|[县区镇]|联络员|同志|同事|人)?们?"
)
_AT_ONCE: Final = "|".join(f"(?:{core})" for core, _ in _CONDITIONS)
_OF_REPORTS: Final = "|".join(f"(?:{core})" for core, _ in _CONDITIONS if core != _LACKING)
"""Who has not handed in a paper is asked of all papers alike."""
NAMED: Final = re.compile(
    rf"(?:那些|这些|[那这]?几[家个]|所有|全部|凡是|其他|其余)?{_YET}(?:{_AT_ONCE})了?(?:的{_UNITS}|(?=单位|部门|[几这那]家)(?:单位|部门|[几这那]家))"
)
"""报齐的, 还没动静的那几家: the units that stand so, in an order or a message."""
_WHO: Final = (
    r"(?>有没(?=有)|还有|都有|现在|目前|到现在|今天|截至目前|请问|看看|查一?下|统计一?下|列一?下|有|还|[,，\s])*"
    r"(?:谁|(?<=有没)有|(?:哪[些几]?|几|多少)[个家]?(?:单位|部门|局|委办局|县区|区县|[县区镇])?)(?:是|有|的)?"
)
_LISTS: Final = (
    r"(?>[,，\s]|都|还|是|有|的|帮我|给我|请|呢|啊|吗|[?？。])*"
    r"(?:(?:谁|哪[些几]?[个家]?|[几多]少?[个家])(?:单位|部门|局)?|列(?:一?下|出来|个单子)?|名单|清单|看看|看一?下|报给我|发我|说一?下|数一?下|统计一?下)"
    r"(?>列一?下|发我|给我|来|一下|出来|看看|看|[呢啊吗?？。,，\s])*"
)
ASKED: Final = re.compile(
    rf"{_WHO}{_YET}(?P<core>{_OF_REPORTS})了?(?:的|[呢啊吗?？。]|给我|列一?下|列出来|名单|[,，\s])*"
    rf"|(?>把|看看|列一?下|列出|给我看看|查一?下|那些|所有|有|[一二两三四五六七八九十几\d]+家)*{_YET}(?P<also>{_OF_REPORTS})了?的?{_UNITS}{_LISTS}"
    rf"|(?>列一?下|列出|看看|给我看看|查一?下|统计一?下|数一?下)(?P<shown>{_OF_REPORTS})了?的{_UNITS}"
)
"""谁报齐了, 报齐的单位有哪些, 把退回没改的列一下."""


def group_in(words: str, context: Context) -> Group | None:
    """The first group that the words name; None where they name none, or nothing of the kind is known here."""
    for core, read in _PATTERNS:
        found = core.search(words)
        if found is not None:
            return read(found[0], context)
    return None


_PATTERNS: Final = tuple((re.compile(core), read) for core, read in _CONDITIONS)
