"""材料: which evidence there is of whom (the files follow as a package), and for which items there is none."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from handlers.access import Act
from handlers.campaign.standing import standing_now
from handlers.campaign.units import mentions
from handlers.command import command
from handlers.context import Context
from handlers.elsewhere import ORIGINALS
from handlers.exports.asking import send_package
from handlers.leading.leaf_rows import running
from handlers.leading.one_unit.spoken_of import last_unit
from handlers.leading.one_unit.unit_view import remember
from handlers.leading.topics import leaves_about, topic_of
from handlers.messages import Reply
from handlers.papers.due import papers_of_all
from handlers.people.enrolled import enrolled, is_of, kept_evidence, printed_unit
from handlers.wording import clip, clock, leaf_name, listed, local, month_day, shown
from store.records import Evidence, EvidenceKind

LISTED = 12
KIND_NAMES: dict[EvidenceKind, str] = {
    "image": "图片",
    "voice": "语音",
    "video": "视频",
    "file": "文件",
    "link": "链接",
    "text": "文字",
    "location": "位置",
}
_CODE = re.compile(r"[A-Za-z]?\d[\dA-Za-z.\-]*")
_MATERIAL: Final = re.compile("材料|佐证|印证|证明|台账|附件")
_STATE: Final = re.compile(
    "怎么?样|咋样|如何|齐|全不全|全了?[没吗]|到位|进[度展]|情况|[差缺欠](?:哪|什么|啥|多少|几)|好了?[没吗]|(?:交|传|报|弄|准备)(?:得|了|没|上来)|有没有|够不够|几份|几件|哪一步"
)
_LACKED: Final = re.compile("[差缺欠少]了?(?:哪[些几]?|什么|啥)")
"""还差哪些材料 asks for the state, and not for which pieces there are."""
_NOT: Final = re.compile(
    "发我|给我|发来|看看|看一下|瞧|调|拿|打开|翻|导|打包|催|让|叫|通知|告诉|转[告达]|提醒|[跟给].{1,6}[说讲]|[带捎传][个句]?话|扣|得(?:了|几|多少|分)|标准|为什么|为啥|审|谁|哪[个家些]|多少分|几分"
    "|交了?(?:些|哪些)?(?:什么|啥|哪)|都(?:交|传|报)了"
)
_PIECES: Final = re.compile(f"{_MATERIAL.pattern}|证书|批文|扫描件|复印件|原件|照片|文件(?!夹)")
_SHOW: Final = re.compile("看一?看|看一?下|查一?下|发我|给我|调出来|打开|[吗么]$|交没交|[？?]$|没有?$")
_ORDER: Final = re.compile("催|让|叫|通知|告诉|转[告达]|提醒|补|退|通过|打包|导出|撤|标准|模板|怎么[写交报]")
_ASIDE: Final = re.compile("[那这]个|[那这][项条]|的|数(?=\\s|$)|交|传|报|了")
_WHOLE: Final = re.compile("齐不齐|齐[了全]?[没吗]|全不全|全[了]?[没吗]|齐了")
_FEW: Final = 8


def files(text: str, context: Context) -> Reply:
    """The evidence of the leaf or the units that are named, else of the unit last looked at, else how many each has."""
    code = next((said for said in _CODE.findall(text) if said in context.rubric.by_code), None)
    unit = next(iter(mentions(text, context).units), None) or (None if code else last_unit(context))
    rows = kept_evidence(context)
    if code is not None:
        return Reply.of(*_of_leaf(code, [row for row in rows if row.code == code], context))
    if unit is None:
        return Reply.of(*_by_unit(rows))
    own = [row for row in rows if is_of(unit, row, context)]
    if _WHOLE.search(text):
        return Reply.of(*of_unit(unit, context))
    if not own:
        return Reply(f"{unit}还没有交过材料。回“催 {unit}”可以催办。")
    order = {criterion.code: place for place, criterion in enumerate(context.rubric.criteria)}
    own.sort(key=lambda row: (order.get(row.code or "", len(order)), row.id))
    lines = [f"{unit}材料{len(own)}件："]
    lines += shown([_row(row, context) for row in own], LISTED, "……另有{}件")
    whole = send_package(unit, context) if any(row.state == "stored" for row in own) else ""
    return Reply.of(*lines, whole or ORIGINALS)


def of_item(text: str, context: Context) -> Reply | None:
    """九华江苏名牌的证书交了没, 许娜那个专利有没有佐证: the pieces of the one item; None where none is asked for."""
    if not _PIECES.search(text) or not (_STATE.search(text) or _SHOW.search(text)) or _ORDER.search(text):
        return None
    found = mentions(text, context)
    people = {row.name: printed_unit(row, context) for row in enrolled(context) if row.name in text}
    units = found.units or tuple(people.values())
    topic = _PIECES.sub(" ", _STATE.sub(" ", _SHOW.sub(" ", _named_out(found.rest, people))))
    standing = standing_now(context)
    leaves = leaves_about(topic_of(_ASIDE.sub(" ", topic)), running(standing))
    if len(units) > 1 or len(leaves) != 1:
        return None
    rows = [row for row in kept_evidence(context) if row.code == leaves[0].code]
    own = [row for row in rows if not units or is_of(units[0], row, context)]
    return Reply.of(*_of_leaf(leaves[0].code, own, context, *units))


def received(text: str, context: Context) -> Reply:
    """本周一共收到多少份材料: how many pieces have come since then, and whose they are."""
    today = local(context.now).date()
    first = next((back(today) for word, back in _SINCE.items() if re.search(word, text)), None)
    rows = [row for row in kept_evidence(context) if first is None or local(row.at).date() >= first]
    since = f"{month_day(first)}以来" if first is not None else "到现在"
    if not rows:
        return Reply(f"{since}还没有收到材料。")
    counts = [f"{unit}{count}件" for unit, count in Counter(row.unit for row in rows).most_common()]
    return Reply(f"{since}收到材料{len(rows)}件，涉及{len(counts)}家：{listed(counts, 8, '家')}。")


_SINCE: Final[Mapping[str, Callable[[date], date]]] = {
    "今[天日早]": lambda today: today,
    "昨天": lambda today: today - timedelta(days=1),
    "(?:这|本)个?(?:周|星期|礼拜)|周内": lambda today: today - timedelta(days=today.weekday()),
    "(?:这|本)个?月": lambda today: today.replace(day=1),
}


def _named_out(text: str, people: Iterable[str]) -> str:
    for name in people:
        text = text.replace(name, " ")
    return text


def _of_leaf(code: str, rows: list[Evidence], context: Context, unit: str = "") -> list[str]:
    """What was handed in for one leaf; a package is made of a whole unit."""
    leaf = context.rubric.criterion(code)
    name = f"{code} {leaf_name(leaf, 24)}"
    whose = f"（{leaf.reporter}报）" if leaf.reporter else ""
    if not rows:
        return [f"{name}{'' if unit else whose}：{unit or '还没有人'}{'还没有' * bool(unit)}交过材料。"]
    listed = [f"{row.unit} {_row(row, context)}" for row in rows]
    packed = f"材料包按单位出：回“导出 {rows[0].unit} 材料”。"
    return [f"{name}{whose}材料{len(rows)}件：", *shown(listed, LISTED, "……另有{}件"), packed]


def _by_unit(rows: list[Evidence]) -> list[str]:
    if not rows:
        return ["各单位都还没有交过材料。"]
    listed = [f"{unit} {count}件" for unit, count in Counter(row.unit for row in rows).most_common()]
    return ["看哪家的材料？请回“材料 单位名”：", *shown(listed, LISTED, "……另有{}家"), ORIGINALS]


def _row(row: Evidence, context: Context) -> str:
    leaf = context.rubric.by_code.get(row.code or "")
    where = f"{row.code} {leaf_name(leaf, 14)}" if leaf is not None else "未归类"
    saving = "（保存中）" if row.state == "pending" else ""
    return f"{where}：{KIND_NAMES[row.kind]} {clip(_name(row), 30)}{saving}"


def _name(row: Evidence) -> str:
    return row.caption or row.original_name or row.text or row.url or "没有说明"


def state_asked(text: str, context: Context) -> Reply | None:
    """The state of the one unit that is named; None for anything else."""
    if not (_MATERIAL.search(text) and _STATE.search(text)) or _NOT.search(_LACKED.sub(" ", text)):
        return None
    units = mentions(text, context).units
    return Reply.of(*of_unit(units[0], context)) if len(units) == 1 else None


def of_unit(unit: str, context: Context) -> list[str]:
    """Its items with and without evidence, and the papers that it still owes."""
    standing = standing_now(context)
    rows = [row for row in kept_evidence(context) if is_of(unit, row, context)]
    leaves = {line.code: line.criterion for line, _ in standing.tasks(unit)}
    proved = {row.code for row in rows if row.code in leaves}
    bare = [leaf for code, leaf in leaves.items() if code not in proved]
    remember(unit, context)
    lines = [f"{unit}的材料：交了{len(rows)}件，{len(leaves)}项里{len(proved)}项有材料、{len(bare)}项没有。"]
    lines += [f"已交：{listed([clip(_name(row), 24) for row in rows], 6)}"] if rows else []
    lines += shown([f"没有材料：{leaf.code} {leaf_name(leaf, 28)}" for leaf in bare], _FEW, "……另有{}项没有")
    handed = context.arranged.handed_in
    lines += [
        f"{paper.name}：{'登记已交' if (paper.id, unit) in handed else '没有登记已交'}（{clock(paper.due)}截止）"
        for paper in papers_of_all(standing.deadlines)
        if paper.unit == unit
    ][:_FEW]
    return [*lines, f"看材料回“材料 {unit}”，催请回“催 {unit}”。"]


COMMANDS = (
    command(
        Act.FILES,
        "本周一共收到多少份材料",
        "",
        received,
        r"(?!.*[我您你]们?(?:单位|局|交)).{0,10}(?:收到|收了|收上来|交上来|交来|报来)(?:了|的)?(?:有)?(?:多少|几)[份件个]?(?:的)?(?:佐证|印证|证明)?(?:材料|附件|文件).{0,4}"
        r"|.{0,10}(?:材料|附件)(?:一共|总共|都)?(?:收到|收了|收上来|交上来)(?:了)?(?:多少|几)[份件个]?.{0,3}",
        shy=True,
    ),
    command(
        Act.FILES,
        "把材料发我看看",
        "看材料 材料发我 把材料发我看看 材料发我看看 发材料",
        files,
        r"(?!.*(?:扣|得|几|多少)).{0,14}材料.{0,4}(?:发我|给我|看看|看一下|拿来|有哪些).{0,4}|材料[\s:：]*(?![不没齐缺])[^\d\s]{2,14}"
        r"|(?:我|那|就)?(?:只|就|光|单独?)(?:要|看|导|打包)?\s*[A-Za-z]?\d[\dA-Za-z.\-]{0,8}\s*(?:那|这)?一?项?的(?:全部|所有|佐证|印证|证明)*材料(?:就行|就好|吧|了)*",
        shy=True,
    ),
)
