"""“哪个区最好哪个最差”“哪几家一分都没有”“总共多少项”: what a leader asks in one line of all units or items."""

import re
from decimal import Decimal
from typing import Final

from handlers.campaign.standing import standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.leaf_rows import about, row, running, units_of
from handlers.leading.one_unit.unit_view import remember, view, viewed
from handlers.leading.orders import urged
from handlers.leading.over_time.reported_since import NEWLY, reported_on
from handlers.leading.ranking.comparing import compared
from handlers.leading.ranking.laggards import laggards
from handlers.leading.topics import leaves_about, leaves_of_item, likest, topic_of
from handlers.lookups.overview import overview, ranking_rows
from handlers.messages import Reply
from handlers.reading.tokens.asides import bare
from handlers.reminding.urging import urge
from handlers.wording import leaf_name, listed, plain, shown
from scoring.decimals import ZERO, round_half_up
from scoring.model import Criterion

_LISTED: Final = 12
BOTH_ENDS: Final = re.compile(
    r"(?=.*(?:最(?:好|高|快|强)|第一))(?=.*(?:最(?:差|低|慢|弱|后)|垫底|倒数|拖后腿))(?=.*(?:哪|谁|的[?？]?$))"
)
_MEAN: Final = re.compile(r"平均(?:分|得分|下来)?(?:是|有|得)?(?:多少|几)分?")
_HOW_MANY: Final = re.compile(r"(?:总共|一共|总计|合计|全部|共)(?:有|是)?(?:多少|几)(?:个)?(?:项|指标|条|分)")
_STATE: Final = re.compile(r"[报缺差丢扣审欠]|得了?多少|没|完成|通过")
_MADE_OF: Final = re.compile(
    r"(?:构成|组成|分布|分几(?:大)?[块部类个]|几(?:大块|大类|个部分|部分|块)|哪几(?:大)?[块部类])(?!报|没)"
)
_EARNED: Final = re.compile(r"拿了?(?:多少|几)|现在(?:多少|几)分")
_NONE: Final = r"(?<![\d.])(?:[一1半]分(?:都|也|还)*没|[0零]分)"
_NO_POINTS: Final = re.compile(rf"(?:哪|谁).{{0,8}}{_NONE}|{_NONE}[^,，。]{{0,6}}(?:哪|谁|几家)")
_DEAREST: Final = re.compile(
    r"(?<![丢扣失])(?:分值?|满分|权重)最(?:多|高|大|重)的?.{0,8}(?:哪|什么|啥)"
    r"|(?<![丢扣失差欠缺])(?<!问题)最(?:大|重|值钱)的?(?:[那一几])?(?:一)?(?:项|个指标|块)"
    r"|(?:哪|什么)[一几些]?(?:项|个?指标|块|条)[^,，。]{0,3}(?<![丢扣失得])分值?最?(?:重|大|高|多)"
    r"|项.{0,3}哪[一]?个分值?最?(?:高|多|大|重)|(?:哪|什么).{0,4}(?<![丢扣失])(?:分值|满分|权重|占分)最?(?:多|高|大|重)"
)
_WHOSE: Final = re.compile("[没未欠差].*(?:哪[一几]?家|谁|哪个(?:单位|局|部门|镇|区|县))")
_OWES_MOST: Final = re.compile(
    r"[欠缺差](?:得)?最多的(?:[那这是]|一|家|个|单位|局|镇|区|县){0,4}(?:都|还|是)*[欠缺差](?:了|的|着|是)*(?:哪|什么|啥|几)"
)
_HEAVIEST: Final = re.compile(
    r"(?:哪|谁).{0,6}(?<!完成)(?:任务|担子)最?(?:多|重)|(?<!完成)(?:任务|担子)最(?:多|重)的?.{0,4}(?:哪|谁)"
)
_EVERYBODY: Final = re.compile(r"(?:没报|没交|所有|全部|各家?|都).{0,6}催.{0,8}(?:特别|尤其|重点)")
"""没报的都催一遍，特别是市场局: all of them, him among them."""
_OPEN_MARKS: Final = re.compile(
    r"(?:还?有|还?剩)(?:多少|几)分(?:的)?(?:还)?(?:没|未)(?:有)?(?:落实|到手|拿到|着落|落地|兑现)|(?:没|未)(?:有)?(?:落实|到手|着落|落地)的?(?:还)?(?:有|剩)?(?:多少|几)分"
)
_RANGE: Final = re.compile(r"第?(\d{1,2})项?(?:到|至|-|—|~)第?(\d{1,2})项")
_CARRIED_OUT: Final = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,12}?)(?:都|到底|今年|我们|现在)*(?:搞|办|做|弄|开|落实|组织|开展|举办)(?:了|过|得|起来|完)*(?:没有?|吗|怎么样了?|如何)[?？]?"
)
_UNITS: Final = re.compile(
    "^(?:各|每|所有|下面|底下|[两三四几]个).{0,3}(?:[镇区县局家委]|单位|部门|街道)$|^(?:大家|他们|下面|底下)$"
)
_TOWNS_TOO: Final = re.compile(
    r"(?:市|县)(?:里|级|直|本级)的?(?:和|跟|与|、)?.{0,2}(?:各)?(?:镇|乡|街道)(?:里|级|上|的)"
)
_MOSTLY: Final = 0.6
_PROVISIONAL: Final = "未报的按0分计，均为暂得。"
_FULL: Final = re.compile(
    r"^(?!.*(?:要是|如果|假如|的话|[能会可]以?(?:得|拿|到|有))).*(?:(?<!能)(?<!能[得拿])满分(?:的(?:有|是|都有)?(?:几(?![级等档])|哪|多少)|(?:有|是)?(?:几|哪|多少)[项个些条])|(?:几|哪|多少)[项个些条家]?[^,，。\d]{0,6}(?<!能)(?:得|拿|是)了?满分|[都全](?:得|拿|是)了?满分了?(?:没|吗))"
)
_IN_GENERAL: Final = re.compile(
    r"(?:我们|全县|全市|全区|今年|质量)*(?:的)?(?:考核|质量考核|质量工作|这个?事儿?|这件事|这项工作)(?:工作|的事儿?|这事儿?|这块)?(?:的)?(?:现在|目前|眼下|到底|整体|总体)*(?:进展)?(?:是|到|得|搞得|弄得)?(?:什么|啥|怎么|咋|如何|到哪|进展)(?:个)?"
    r"(?:情况|样子|程度|样|一步|步)?(?:了)?[?？呢啊]*"
)


def asked(text: str, context: Context) -> Reply | None:
    """The answer; None for anything else."""
    words = text.strip()
    before = urged.asked_before(words)
    if before is not None:
        return urged.urged(before, context)
    for telling, answer in _ANSWERS:
        if telling.search(words):
            return answer(words, context)
    if _IN_GENERAL.fullmatch(words):
        return overview("", context)
    done = _CARRIED_OUT.fullmatch(words)
    return _carried_out(done["what"], context) if done is not None else None


def both_ends(text: str, context: Context) -> Reply | None:
    """完成率最高的镇是哪个，最低的呢; None for anything else."""
    rows = [row.split(" ", 1) for row in ranking_rows(standing_now(context))]
    if not rows or BOTH_ENDS.search(text) is None:
        return None
    first, last = rows[0][0], rows[-1][0]
    best, worst = ([row for place, row in rows if place == end] for end in (first, last))
    if first == last:
        return Reply(f"现在{len(rows)}家并列，分不出最好和最差：{listed(best, 6, '家')}。")
    if len(worst) == 1:
        remember(worst[0].partition(" ")[0], context)
    return Reply(
        f"最好：{listed(best, 6)}。\n最差：{listed(worst, 6)}。\n{_PROVISIONAL}回单位名看明细，回“排名”看全部。"
    )


def _mean(words: str, context: Context) -> Reply | None:
    """三个区平均多少: of one leaf's values where one is meant, else of the totals."""
    found = mentions(words, context)
    told = compared(words, (found.units, found.rest), context)
    standing = standing_now(context)
    if told is not None or len(standing.sheets) == 1 or not standing.has_points:
        return told
    if topic_of(
        re.sub(
            r"[一二三四五六七八九两\d几各]*个?(?:县区|区县|区|县|镇|街道|家|单位)", "", _MEAN.sub("", words)
        )
    ):
        return None
    totals = {subject: sheet.points or ZERO for subject, sheet in standing.sheets.items()}
    mean = round_half_up(sum(totals.values(), Decimal(0)) / len(totals), 2)
    rows = [f"{subject} {plain(points)}分" for subject, points in totals.items()]
    return Reply(
        f"{len(totals)}家暂得平均{plain(mean)}分：{listed(rows, 12, '家')}。未报的按0分计。问某一项请带上指标名。"
    )


def _how_many(words: str, context: Context) -> Reply | None:
    """总共多少项多少分: of the whole document, and of the units that are named."""
    if _STATE.search(words):
        return None
    if re.search("什么|啥|哪", words) and (of_unit := viewed(words, context)) is not None:
        return of_unit
    earned = f"\n{overview('', context).text}" if _EARNED.search(words) else ""
    standing = standing_now(context)
    leaves = running(standing)
    total = sum((leaf.full_marks or ZERO for leaf in leaves), ZERO)
    several = f"（{len(standing.sheets)}家被考核单位各算各的）" if len(standing.sheets) > 1 else ""
    marks = f"，共{plain(total)}分" if total else "，文件没有规定分值"
    lines = [f"《{context.speaker.campaign.name}》现在考{len(leaves)}项{marks}{several}。"]
    units = mentions(words, context).units
    for one in standing.units:
        if one.unit in units:
            share = f"，{plain(one.full)}分" if one.full else ""
            lines.append(f"{one.unit}负责{one.leaves}项{share}，还有{len(one.missing)}项没报。")
    return Reply("\n".join(lines) + earned)


def _made_of(words: str, context: Context) -> Reply | None:
    """怎么构成的: the parts of the document with their items and points."""
    if not re.search("考核|分|项|指标|细则", words) or re.search("丢|扣|失|[没未]", words):
        return None
    standing = standing_now(context)
    now = running(standing)
    whole = [leaf for leaf in standing.rubric.criteria if leaf.milestone is None and leaf not in now]
    lines = [f"《{context.speaker.campaign.name}》："]
    for leaves, called in ((now, ""), (whole, "（不随现在的节点，全年算）")):
        parts: dict[str, list[Criterion]] = {}
        for leaf in leaves:
            parts.setdefault(leaf.section, []).append(leaf)
        for name, own in parts.items():
            total = sum((leaf.full_marks or ZERO for leaf in own), ZERO)
            lines.append(f"{name}：{len(own)}项{f' {plain(total)}分' if total else ''}{called}")
    return Reply.of(*lines)


def _spanned(words: str, context: Context) -> Reply | None:
    """9到13项怎么都没报: how each of them stands."""
    found = _RANGE.search(words)
    first, last = (int(found[1]), int(found[2])) if found is not None else (1, 0)
    standing = standing_now(context)
    items = [leaves_of_item(number, standing.rubric) for number in range(first, last + 1)]
    leaves = [leaf for item in items for leaf in item if leaf in running(standing)]
    if not leaves:
        return None
    rows = [row(leaf, standing, context) for leaf in leaves]
    return Reply.of(
        f"第{first}到{last}项，共{len(leaves)}条：",
        *shown(rows, _LISTED, "……另有{}条"),
        "回“催 单位名”催办。",
    )


def _carried_out(what: str, context: Context) -> Reply | None:
    """质量月活动搞了吗: how the leaves stand that speak of it, by name or in their clause."""
    standing = standing_now(context)
    topic, leaves = topic_of(what), running(standing)
    core = re.sub("(?:活动|工作|情况|行动|会)$", "", topic)
    if len(topic) <= 1 or _UNITS.search(topic) or mentions(what, context).units:
        return None
    spoken = [leaf for leaf in leaves if len(core) > 1 and core in bare(f"{leaf.name} {leaf.clause}")]
    found = leaves_about(topic, leaves) or spoken or likest(topic, leaves, _MOSTLY)
    if not found:
        return Reply(
            f"本次考核现在考的项里没有写“{topic}”的（原文未规定），这里没有它的记录。各单位还缺什么回“没报”。"
        )
    return Reply.of(*about(topic, found, standing, context))


def _no_points(_words: str, context: Context) -> Reply | None:
    """哪几家一分都没有: the units that could have points and have none."""
    standing = standing_now(context)
    if not standing.has_points:
        return None
    rows = [one for one in standing.units if one.full and not one.points]
    if not rows:
        return Reply("没有一分都没有的单位。回“排名”看各家暂得。")
    lines = [f"{one.unit} 0/{plain(one.full)}分，还有{len(one.missing)}项没报" for one in rows]
    return Reply.of(f"现在一分都没有的{len(rows)}家：", *shown(lines, _LISTED, "……另有{}家"), _PROVISIONAL)


def _dearest(words: str, context: Context) -> Reply | None:
    """分最多的是哪项: the leaves with the highest full marks; 还没报的: of those that are owed."""
    if _WHOSE.search(words):
        return laggards("", context)
    standing = standing_now(context)
    owed = {leaf.code for unit in standing.units for leaf, _ in unit.missing}
    wanted = owed if re.search("[没未](?:有)?报", words) else {leaf.code for leaf in running(standing)}
    leaves = [leaf for leaf in running(standing) if leaf.full_marks is not None and leaf.code in wanted]
    units = set(mentions(words, context).units)
    leaves = [leaf for leaf in leaves if not units or units & units_of(standing, leaf)]
    if not leaves:
        return None
    most = max(leaf.full_marks or ZERO for leaf in leaves)
    rows = [row(leaf, standing, context) for leaf in leaves if leaf.full_marks == most]
    return Reply.of(f"分值最高的是{plain(most)}分，{len(rows)}项：", *shown(rows, _LISTED, "……另有{}项"))


def _of_most_owing(context: Context) -> Reply | None:
    """欠得最多的那家欠了哪些: how it stands."""
    owing = standing_now(context).owing
    return Reply.of(*view(mentions(f"{owing[0].unit}欠哪些", context), context)) if owing else None


def _heaviest(_words: str, context: Context) -> Reply:
    """哪个镇任务最重: the units by how many items they report."""
    rows = sorted(standing_now(context).units, key=lambda one: (-one.leaves, -one.full))
    lines = [f"{one.unit} {one.leaves}项{f' {plain(one.full)}分' if one.full else ''}" for one in rows]
    return Reply.of("各家任务从多到少（按项数，没看难易）：", *shown(lines, _LISTED, "……另有{}家"))


def _towns_too(_words: str, context: Context) -> Reply | None:
    """市里跟镇里的都报给我看看: what this campaign holds, and that the towns are in none that he is in."""
    if len(context.speaker.campaign.subjects) > 1:
        return None
    told = overview("", context)
    return Reply(
        f"{told.text}\n镇里的不在这次考核里，您也不在各镇那份名册里，这里看不到；要看请质强办把您加进去。"
    )


def _with_full_marks(_words: str, context: Context) -> Reply | None:
    """满分的有几项: what was reported and has all its points so far."""
    standing = standing_now(context)
    if not standing.has_points:
        return None
    several = len(standing.sheets) > 1
    rows = [
        f"{f'{subject}·' if several else ''}{line.code} {leaf_name(line.criterion, 24)} {plain(line.full_marks)}分"
        for subject, sheet in standing.sheets.items()
        for line in sheet.lines.values()
        if line.full_marks and line.points is not None and line.points >= line.full_marks
        if (record := standing.records.get((line.code, subject))) is not None and record.inputs
    ]
    if not rows:
        return Reply("已报的里现在没有得满分的。回“丢分”看差在哪。")
    return Reply.of(
        f"现在得满分的{len(rows)}项：", *shown(rows, _LISTED, "……另有{}项"), "都是暂得，以核定为准。"
    )


_ANSWERS: Final = (
    (BOTH_ENDS, both_ends),
    (_MEAN, _mean),
    (_MADE_OF, _made_of),
    (_HOW_MANY, _how_many),
    (_RANGE, _spanned),
    (_NO_POINTS, _no_points),
    (_EVERYBODY, lambda _, context: urge("", context)),
    (_HEAVIEST, _heaviest),
    (_OWES_MOST, lambda _, context: _of_most_owing(context)),
    (_DEAREST, _dearest),
    (_TOWNS_TOO, _towns_too),
    (NEWLY, reported_on),
    (_OPEN_MARKS, lambda words, context: viewed(words, context) or overview("", context)),
    (_FULL, _with_full_marks),
)
