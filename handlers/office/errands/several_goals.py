"""几个目标一起定: every target that a sentence gives, item by item and for whom, said back before it is kept."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act
from handlers.campaign.targets import FIXED, target_input, target_of, with_targets
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation, State
from handlers.leading.following import shown_item
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.target_leaves import AROUND, CUT, EVERY, NO_SETTING, leaves_said
from handlers.office.target_setting import LAST, names_leaf, sets, value_of, which_leaf
from handlers.office.targets_told import goal_now, not_set
from handlers.people.whom import Heard
from handlers.reading.numbers import numeral
from handlers.suggesting import offering
from handlers.wording import clip, leaf_name, value_text
from scoring.model import Criterion

QUESTION: Final = "targets"
LONGEST: Final = 160
_SETS: Final = re.compile(r"目标值?|指标值")
_NOT: Final = re.compile(
    r"[?？吗呢]\s*$|多少|[^.\d]几|什么|啥|怎么|是不是|对不对|对的?吧|没错吧|来着|没变|达到|完成|差|算分|几分"
    r"|撤|取消|恢复|(?<!分)别改|先不|不改|不动(?:了|吧|$)|别动"
)
_DOCUMENT: Final = re.compile(
    r"[\u4e00-\u9fff]{0,10}[〔\[（(【]20\d\d[〕\]）)】]\s*第?\d+\s*号|20\d\d年度?(?:的|目标)?|\d{1,2}月\d{1,2}[日号]"
)
_FIGURE: Final = re.compile(
    r"(?:(?<![\d.%])[-－负]\s*)?(?<![\d.])\d+(?:\.\d+)?(?:\s*[%％])?(?![\d.]|\s*[个项家区县条]|级)"
)
_RATHER: Final = re.compile(
    r"\d+(?:\.\d+)?[%％]?[\s,，。…]*(?:哦|噢|啊|等等|不对|错了|说错了|写错了|不是)+[\s,，]*(?:应该?)?(?:是|改成)?\s*(?=\d+(?:\.\d+)?[%％]?(?:吧|才对|了|\s|$))"
)
"""96，不对，95.5: the figure that is taken back at once."""
INSTEAD_OF: Final = re.compile(
    r"(?:从|由|原来是?|不是|(?<=目标)改|(?<=目标值)改|(?<=目标)是?|(?<=目标值)是?|的)\s*\d+(?:\.\d+)?[%％个家件]?\s*[,，]?\s*(?:(?:改|调|提|降|变|上|下)[整高低升调]?(?:成|为|到|至)?|到|是|而是)\s*(?=[-－负]?\s*\d)"
)
"""从80改成82: the figure that stood before."""
_SPOKEN: Final = re.compile(
    "(?=[一二三四五六七八九十])[一二三四五六七八九]?十?[一二三四五六七八九]?点[零一二三四五六七八九]+|[二三四五六七八九]十[一二三四五六七八九]?(?![个家项区县])"
)
"""九十八点五."""
_ORDERS: Final = re.compile(r"一律|统一|下达|(?:定|改|调|设)(?:[为成到]|(?=\d))")
_MEAN_IS: Final = re.compile(
    r"(?:今年|去年|刚|省里?|统计局)?(?:的)?(?:全[省市县区]|各区|各县)的?(?:平均(?:值|数|水平)?|均值)(?:出来了?|定了?|算出来|下来了?|[,，\s])*(?:就?是|为|定为|按|有)?\s*(?P<value>\d{1,3}(?:\.\d+)?\s*[%％]?)(?:了|吧)?"
)
"""全市平均值是94.6, with no item."""
_UNCHANGED: Final = re.compile(r"[^,，。;；]{0,20}(?:不动|不变|照旧|不改)[,，。;；\s]*")
Row = tuple[str, str, str]
"""(code, assessed unit or "" for all, the value as it is stored)"""


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure with the leaves and the assessed units (none: all) that it is for."""

    leaves: tuple[Criterion, ...]
    units: tuple[str, ...]
    figure: str


def set_several(_heard: Heard, text: str, context: Context) -> Reply | None:
    """制造业的目标鄂城区97华容区96，食品改98: the draft of all of them; None where no target surely is given."""
    if not context.rubric.has_targets and (wished := _wished(text, context)) is not None:
        return wished
    mean = _MEAN_IS.fullmatch(text.strip())
    if mean is not None and not context.rubric.has_targets:
        leaves = with_targets(context.rubric)
        return which_leaf(f"{mean['value']}是哪一项的平均值？", f" 目标 {mean['value']}", leaves, context)
    if (
        not (_SETS.search(text) or _tells_means(text, context))
        or len(text) > LONGEST
        or (sets(text) and not _only_by_unit(text, context))
    ):
        return None
    text = _SPOKEN.sub(lambda found: str(numeral(found[0]) or found[0]), text)
    said = INSTEAD_OF.sub("", _RATHER.sub("", _DOCUMENT.sub(" ", text)))
    said = _UNCHANGED.sub(" ", said) if _FIGURE.search(_UNCHANGED.sub(" ", said)) else said
    if context.rubric.has_targets:
        return None
    if NO_SETTING.search(said) and "均" not in said and _figures(said, context):
        return not_set(text, context)
    return None if _NOT.search(said) else _draft(said, text, context)


_NUMBER: Final = r"\d+(?:\.\d+)?\s*[%％]?"
_WISHED: Final = re.compile(
    rf"(?P<order>(?=.*目标)[^?？]{{2,40}}?(?:改|调|定|设)(?:[为成到])?\s*{_NUMBER})[,，\s]*"
    r"(?:行不行|行吗|可以吗|可不可以|好不好|好吗|中不中|成不成)[?？]?(?:[,，\s。].{2,40})?"
)
_UNLESS_SET: Final = re.compile(
    rf"(?P<asked>[^?？]{{2,30}}[?？])?[\s,，]*(?P<leaf>[^,，?？\s]{{0,14}}?)目标值?(?:要是|如果)?(?:还|都)?没有?(?:定|设|下)(?:过|呢|了)?(?:的话)?[,，\s]*(?:就|先|那就)+(?:定|设|按)(?:[为成到])?\s*(?P<figure>{_NUMBER})(?:吧|算)?"
)


def _wished(text: str, context: Context) -> Reply | None:
    """把目标改成96行不行: the draft of it, of the item that was just looked at where none is named."""
    said = text.strip().rstrip("。!！")
    if (found := _WISHED.fullmatch(said)) is None:
        return _unless_set(said, text, context)
    shown = shown_item(context)
    open_ = shown is not None and target_input(shown) is not None and not names_leaf(found["order"], context)
    return _draft(f"{shown.code} {found['order']}" if shown and open_ else found["order"], text, context)


def _unless_set(said: str, text: str, context: Context) -> Reply | None:
    """满意度怎么没有分？目标还没定的话就定85: why first, then the draft; a target that is set already stays."""
    found = _UNLESS_SET.fullmatch(said)
    words = re.sub(r"\d+(?:\.\d+)?", " ", f"{found['asked'] or ''}{found['leaf']}") if found else ""
    leaves = leaves_said(words, with_targets(context.rubric), likely=True) if found else ()
    if found is None or len(leaves) != 1:
        return None
    order, name = f"{leaves[0].code} 目标 {found['figure']}", f"{leaves[0].code} {leaf_name(leaves[0], 24)}"
    now = "已经设过" if target_of(context.arranged, leaves[0].code, "") else goal_now(leaves[0], "", context)
    if not now.startswith("没有"):
        return Reply(f"{name}的目标{now}，没有改动。要改发“{order}”。")
    draft = _draft(order, text, context)
    why = f"{name}的目标还没有设，所以暂不计分。\n" if found["asked"] else ""
    return Reply(f"{why}{draft.text}") if draft is not None else None


def _figures(said: str, context: Context) -> list[re.Match[str]]:
    """Every figure that is no code of a leaf with a target."""
    codes = {leaf.code for leaf in with_targets(context.rubric)}
    return [found for found in _FIGURE.finditer(said) if codes and found[0] not in codes]


def _tells_means(text: str, context: Context) -> bool:
    """全市平均值定了 制造业94.8 食药96.3, of a document whose targets are the means of all."""
    targets = [item for leaf in context.rubric.criteria if (item := target_input(leaf)) is not None]
    return _MEANS.search(text) is not None and any("平均" in item.label for item in targets)


_MEANS: Final = re.compile("(?:平均(?:值|数)?|均值)[^\\d]{0,12}(?:出来|定|下来|算|[:：是为])")


def _draft(said: str, text: str, context: Context) -> Reply | None:
    candidates = with_targets(context.rubric)
    told = list(_told(said, candidates, context)) if candidates else []
    if not told or not (any(one.leaves for one in told) or _ORDERS.search(said)):
        return None
    told = _one_each(told, said)
    unread = next((one.figure for one in told if not one.leaves), None)
    if unread is None:
        return _checked(told, text, context)
    known = (f"，{unit}{leaf.code} 目标 {one.figure}" for one, leaf, unit in _single(told))
    return which_leaf(f"{unread}是哪一项的目标？", f" 目标 {unread}{''.join(known)}", candidates, context)


def _single(told: Sequence[_Said]) -> Iterator[tuple[_Said, Criterion, str]]:
    return ((one, leaf, unit) for one in told for leaf in one.leaves for unit in one.units or ("",))


def _told(said: str, candidates: Sequence[Criterion], context: Context) -> Iterator[_Said]:
    """Every figure that is no code with what stands before it; a unit alone goes with the leaf that was named before."""
    at = 0
    leaves: tuple[Criterion, ...] = ()
    for found in _figures(said, context):
        before = said[at : found.start()]
        at = found.end()
        mentioned = mentions(before, context)
        units = tuple(unit for unit in mentioned.units if unit in context.speaker.campaign.subjects)
        units = () if EVERY.search(before) and len(units) != 1 else units
        mine = leaves_said(before if not units else mentioned.rest, candidates, likely=True)
        mine = mine or _of_reporter(mentioned.units, candidates) or _all_of(before, candidates)
        leaves = mine or (leaves if units or not _named_something(mentioned.rest) else ())
        yield _Said(tuple(leaves), units, found[0])


def _one_each(told: list[_Said], said: str) -> list[_Said]:
    """1.1、1.2的目标分别改成96、97: as many figures as codes, in the order in which they were said."""
    codes = sorted(told[0].leaves, key=lambda leaf: said.find(leaf.code))
    shared = all(one.leaves == told[0].leaves and not one.units for one in told)
    if len(codes) != len(told) or not shared or any(leaf.code not in said for leaf in codes):
        return told
    return [_Said((leaf,), told[0].units, one.figure) for leaf, one in zip(codes, told, strict=True)]


def _all_of(words: str, candidates: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """所有合格率目标: each whose name holds what is said; without a name, all there are."""
    if _ALL.search(words) is None:
        return ()
    name = AROUND.sub("", EVERY.sub("", _ALL.sub("", words))).strip(" ,，。的项")
    return tuple(leaf for leaf in candidates if name in leaf.name) if len(name) != 1 else ()


_ALL: Final = re.compile("所有|全部|各项|每一?项|统统|所有项?的?|这几项|都")


def _only_by_unit(text: str, context: Context) -> bool:
    """住建委那个合格率目标改成97: no item is named, but its unit reports only one that has a target."""
    candidates = with_targets(context.rubric)
    own = _of_reporter(mentions(text, context).units, candidates)
    return bool(own) and not context.rubric.has_targets and not names_leaf(text, context)


def _of_reporter(units: Sequence[str], candidates: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """质监局那个合格率的目标: the only one that the named unit reports."""
    own = tuple(leaf for leaf in candidates if leaf.reporter in units)
    return own if len(own) == 1 else ()


def _named_something(words: str) -> bool:
    """Whether the words may name an item that was not recognised."""
    left = AROUND.sub("", EVERY.sub("", CUT.split(words.strip(" ,，。"))[-1]))
    return len(re.findall(r"[\u4e00-\u9fff]", left)) > 1


def _checked(told: Sequence[_Said], text: str, context: Context) -> Reply:
    """Ask for the yes where every figure is one of its leaf's."""
    values: dict[tuple[str, str], str] = {}
    for one, leaf, unit in _single(told):
        value = value_of(leaf, one.figure)
        if isinstance(value, Reply):
            return value
        if values.setdefault((leaf.code, unit), value) != value:
            orders = [f"{unit}{leaf.code} 目标 {which}" for which in (values[leaf.code, unit], value)]
            head = f"{leaf.code} {leaf_name(leaf, 20)}说了两个目标，用哪一个？没有改动。"
            return offering.choose(head, list(zip(orders, orders, strict=True)), context)
    rows = [(code, unit, value) for (code, unit), value in values.items()]
    lines = [
        f"将设{len(rows)}个目标：" if len(rows) > 1 else "将设目标：",
        *(_row(row, context) for row in rows),
    ]
    lines.append("已报的得分按新目标重算；设错了可以取消。")
    return confirming.ask(
        context, QUESTION, {"rows": [list(row) for row in rows], "why": clip(text, 100)}, lines
    )


def _row(row: Row, context: Context) -> str:
    code, unit, value = row
    leaf = context.rubric.criterion(code)
    item = target_input(leaf)
    shown = value_text(item, value) if item is not None else value
    subjects = context.speaker.campaign.subjects
    whom = unit or (f"{len(subjects)}家被考核单位" if len(subjects) > 1 else "")
    return f"{code} {leaf_name(leaf, 24)}{f'（{whom}）' if whom else ''}：原来{goal_now(leaf, unit, context)}→{shown}"


def apply(state: State, context: Context) -> Reply:
    """Keep every target."""
    rows: list[Row] = [(str(code), str(unit), str(value)) for code, unit, value in state["rows"]]
    for code, unit, value in rows:
        item = target_input(context.rubric.criterion(code))
        if item is None:
            continue
        content: Mapping[str, Any] = {"input": item.name, "method": FIXED, "value": value}
        arrange(context, "target", dict(content), code=code, unit=unit, reason=str(state["why"]))
    codes = dict.fromkeys(code for code, _, _ in rows)
    if len(rows) == 1:
        dialogs.ask(context, LAST, {"code": rows[0][0], "units": [rows[0][1]]})
    return Reply(
        f"已设{len(rows)}个目标：{'、'.join(codes)}，得分已按新目标算。看全部回“目标”；"
        f"设错回“取消目标 {next(iter(codes))}”。"
    )


_RATHER_THIS: Final = re.compile(
    r"(?=.*(?:错|不对|不是|还是|改成|应该)).{0,24}?(?<![\d.])(?P<value>\d{1,3}(?:\.\d{1,2})?)[%％]?(?:吧|才对|了)?"
)


def redraft(state: State, text: str, context: Context) -> Reply | None:
    """改错了，还是95: the same target with the other figure."""
    found, rows = _RATHER_THIS.fullmatch(text.strip().rstrip("。.!！")), state["rows"]
    if found is None or len(rows) != 1 or found["value"] in context.rubric.by_code:
        return None
    code, unit, _ = rows[0]
    return _checked(
        [_Said((context.rubric.criterion(code),), (unit,) if unit else (), found["value"])], text, context
    )


CONFIRMATIONS = {QUESTION: Confirmation(Act.TARGET, apply, redraft=redraft, changes=frozenset({"target"}))}
