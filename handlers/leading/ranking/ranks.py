"""名次: the rows of the ranking that are meant (“前三名”“白蒲排第几”), and the units by how much is reported."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from handlers.campaign.standing import UnitStanding, standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.one_unit.spoken_of import by_stem
from handlers.leading.one_unit.unit_view import remember, several_viewed
from handlers.lookups import overview
from handlers.lookups.overview import ranking_rows
from handlers.messages import Reply
from handlers.reading.numbers import numeral, whole_number
from handlers.wording import listed, shown
from scoring.decimals import round_half_up

_END: Final = "(?:的|了|呢|啊|呀|嘛|吧)*[?？]*"
_NUMBER: Final = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
_NTH: Final = re.compile(
    rf"(?:那|那么)?(?:排|排名)?(?:第(?P<place>{_NUMBER})(?:名|位|(?=呢))|倒数第(?P<back>{_NUMBER})(?:名|位)?|(?P<last>最后(?:一?名|一?位)|末位|倒数第一))(?:的)?(?:是|又是)?(?:谁|哪.{{0,4}}|啥)?{_END}"
)
_SOME: Final = re.compile(
    rf"(?:给我|说说|看看|报|列)?(?:(?P<top>前|头)|倒数|最后|后)(?:的)?(?P<count>{_NUMBER})(?:名|位|家|个(?:县区|区县|区|县|镇|乡镇|街道|局|单位)|$)(?:的)?(?:是|都是|都有|有|分别是)?(?:谁|哪.{{0,6}}|报给我|报我|报一下|说一下|发我|列一下|给我看看)?{_END}"
)
_SUBJECTS: Final = re.compile(
    r"(?:给我|看看|把)?(?:[三3各几]个?)?(?:县区|区县|区|县|镇|乡镇|街道)(?:都|之间|里)?(?:给我)?(?:排个?名|排一?下|排个?序|排名|名次|谁第一|谁最好|谁最高|比一比)(?:情况|看看|一下|吧|呢)*[?？]?"
)
_BEST: Final = re.compile(
    rf"(?:现在|目前)?(?:(?:这|那)?几个?(?:局|单位|镇|区|县|家)(?:里头?|里面|当中|中)?)?(?:谁|哪家|哪个(?:单位|局|区|县|镇|街道)?)(?:现在|目前)?(?:(?:完成|做|报|干|搞|进展|表现|任务完成)(?:得|的)?)?(?:最|比较|更)(?:积极|快|主动|靠前|领先|上心|认真|好|强|高|全|齐){_END}"
    rf"|最(?:积极|快|主动|好|强|高)的(?:是)?(?:谁|哪一?[家个](?:单位|局|区|县|镇)?){_END}"
)
_WHICH_PLACE: Final = re.compile(
    r"(?P<who>[^\d]{2,12}?)(?:现在|目前|这次)?(?:在?[各全几所][^\d]{1,4}[里中](?:头|面|间)?)?(?:现在|目前)?(?:能)?(?:排|是|在)?(?:到)?(?:了)?(?:第几(?:名|位)?|[几多][少]?[名位]|(?:排名|名次)(?:多少|怎么样|咋样|如何|呢|靠[前后]吗)|(?:什么|啥|哪个?)(?:位置|名次))(?:了|呢|啊)*[?？]?"
)
_THAN: Final = re.compile(
    r"(?:比|排在?|落在?)(?P<than>[^\d,，。]{2,10}?)(?:还|更)?(?:(?P<behind>差|低|慢|少|靠?后面?|之后)|(?:好|高|快|强|多|靠?前面?|之前))的?(?:还|都|就)?(?:有|是)?(?:谁|哪[些几]?[个家]?|几家)[^,，。]{0,6}"
)
_TO_FIRST: Final = re.compile(
    r"(?P<who>[^\d,，。]{2,10}?)(?:现在)?(?:离|跟|和|比|与|距)(?:第一名?|头名|最高的|排?最?前面的)(?:还|要)?(?:差|少|低)了?(?:多少|几分|多远).{0,2}"
)
_LISTED: Final = 14
Row = tuple[int, str]
"""The place, and the row as the ranking prints it."""
_NO_PLACE: Final = re.compile(
    rf"(?:为什么|为啥|怎么|咋)?(?P<who>[^\d]{{2,12}}?)(?:为什么|为啥|怎么|咋)?(?:没有|没|不)(?:参加)?(?:名次|排名|排上|上榜|在(?:排名|榜)(?:里|上)?|进排名){_END}"
)
OF_COMPLETION: Final = re.compile(r"(?:完成|填报|上报|报送|报数)(?:[率数度]|进[度展]|情况)?|进[度展]")
_MANY: Final = 20


def ordered(words: str, context: Context) -> Reply | None:
    """The part of the ranking that is asked for; None for anything else."""
    nth, some, which = _NTH.fullmatch(words), _SOME.fullmatch(words), _WHICH_PLACE.fullmatch(words)
    several = len(context.speaker.campaign.subjects) > 1
    best = _BEST.fullmatch(words) is not None
    if not (nth or some or which or best or (several and _SUBJECTS.fullmatch(words))):
        return _without_place(words, context) or _than(words, context) or _to_first(words, context)
    standing = standing_now(context)
    rows = [(int(row.partition(" ")[0]), row) for row in ranking_rows(standing)]
    if some is not None:
        remember("", context)
        return _edge(some, rows)
    if nth is not None:
        return _nth(nth, rows, context)
    if best:
        return _told([row for place, row in rows if place == 1], "现在排在最前的：")
    if which is None:
        return _told([row for _, row in rows], "被考核单位按名次：")
    units = mentions(which["who"], context).units or by_stem(which["who"], context)
    kept = [row for _, row in rows if row.split(" ")[1] in units]
    return _told(kept, f"共{len(rows)}家，名次：") if kept else None


def _to_first(words: str, context: Context) -> Reply | None:
    """城建局跟第一名差多少: the two beside each other."""
    found = _TO_FIRST.fullmatch(words)
    units = (
        (mentions(found["who"], context).units or by_stem(found["who"], context)) if found is not None else ()
    )
    rows = ranking_rows(standing_now(context)) if len(units) == 1 else ()
    return several_viewed("、".join((*units, rows[0].split(" ")[1])), context) if rows else None


def _than(words: str, context: Context) -> Reply | None:
    """比城建差的有哪几家: the rows behind that unit's, or before it."""
    found = _THAN.fullmatch(words)
    if found is None:
        return None
    units = mentions(found["than"], context).units or by_stem(found["than"], context)
    rows = [(int(row.split(" ")[0]), row) for row in ranking_rows(standing_now(context))]
    own = [place for place, row in rows if row.split(" ")[1] in units]
    if not own:
        return None
    kept = [row for place, row in rows if (place > own[0] if found["behind"] else place < own[0])]
    side = "后" if found["behind"] else "前"
    return _told(kept, f"{units[0]}第{own[0]}名，排在它{side}面的{len(kept)}家：")


def _without_place(words: str, context: Context) -> Reply | None:
    """为什么县政府没有名次: only those that report something themselves are ranked."""
    asks = _NO_PLACE.fullmatch(words)
    units = mentions(asks["who"], context).units if asks is not None else ()
    if not units:
        return None
    standing = standing_now(context)
    rows = [row for row in ranking_rows(standing) if row.split(" ")[1] in units]
    if rows:
        return _told(rows, "有名次：")
    shared = [leaf.code for leaf in context.rubric.criteria if units[0] in leaf.named_units]
    beside = f"，只列名参与{listed(shared, 6)}" if shared else ""
    return Reply(f"{units[0]}没有牵头填报的项{beside}，所以不单独排名；名次只排有填报任务的单位。")


def _edge(some: re.Match[str], rows: Sequence[Row]) -> Reply:
    """前三名, 倒数三名, with all that share the last place of them."""
    count = min(whole_number(some["count"]), len(rows))
    edge = rows[count - 1 if some["top"] else -count][0] if count else 0
    kept = [row for place, row in rows if (place <= edge if some["top"] else place >= edge)]
    tied = f"（有并列，共{len(kept)}家）" if len(kept) > count else ""
    return _told(kept, f"{'前' if some['top'] else '最后'}{count}名{tied}：")


def _nth(nth: re.Match[str], rows: Sequence[Row], context: Context) -> Reply | None:
    """第二名, 最后一名; who is alone there is remembered."""
    if not rows:
        return None
    wanted = _wanted(nth, [place for place, _ in rows])
    kept = [row for place, row in rows if place == wanted]
    if not kept:
        return Reply(f"没有单独的第{wanted}名：有并列。回“排名”看全部。")
    remember(kept[0].split(" ")[1] if len(kept) == 1 else "", context)
    return _told(kept, f"第{wanted}名{len(kept)}家{'，并列' if len(kept) > 1 else ''}：")


def _wanted(nth: re.Match[str], places: list[int]) -> int:
    """The place that is asked for."""
    if nth["place"]:
        return whole_number(nth["place"])
    back = 1 if nth["last"] else int(numeral(nth["back"]) or 1)
    return places[-min(back, len(places))]


def _told(rows: Sequence[str], head: str) -> Reply:
    lines = [head, *shown(list(rows), _LISTED, "……另有{}家")]
    return Reply.of(*lines, "未报的按0分计，均为暂得。回单位名看明细，回“排名”看全部。")


def completion(_text: str, context: Context) -> Reply:
    """“1 县旅游局 1/2项（50%）”, the fullest first; towns are ranked by the targets they reach."""
    standing = standing_now(context)
    if standing.rubric.has_targets:
        return overview.ranking("", context)
    rows = sorted((unit for unit in standing.units if unit.leaves), key=lambda unit: -_share(unit))
    lines = [
        f"{1 + sum(_share(other) > _share(unit) for other in rows)} {unit.unit} "
        f"{unit.leaves - len(unit.missing)}/{unit.leaves}项（{round_half_up(100 * _share(unit), 0)}%）"
        for unit in rows
    ]
    head = "各单位完成率（已报/应报，不论得分；并列的名次相同）："
    return Reply.of(head, *shown(lines, _MANY, "……另有{}家"), "按得分率排回“排名”，缺哪几项回“没报 单位名”。")


def _share(unit: UnitStanding) -> Decimal:
    return Decimal(unit.leaves - len(unit.missing)) / unit.leaves
