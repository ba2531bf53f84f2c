"""“那4分怎么来的”“为什么扣分”“那个93.5是怎么回事”: what gave points, what lost them, which value a figure is."""

import re
from decimal import Decimal
from typing import Final

from handlers.access import Act
from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions
from handlers.command import shy
from handlers.context import Context
from handlers.leading.leaf_rows import about, figure_of, running
from handlers.leading.one_unit.unit_view import remember, view
from handlers.leading.topics import leaves_about, leaves_called, topic_of
from handlers.lookups.explain import reckoned, why
from handlers.messages import Reply
from handlers.reading.numbers import in_figures
from handlers.review.decisions import records_of
from handlers.wording import leaf_name, month_day, plain, shown
from scoring.decimals import ZERO
from scoring.model import Criterion

_ASKED: Final = re.compile(
    r"(?:分|得分|分数).{0,4}(?:怎么|咋|如何|哪里?|哪儿|从哪)(?:来|得|算|打|评|挣|出)|(?:怎么|咋|如何)(?:得|算|打|评|拿|挣)(?:的|出来的?|来的|到的?)?(?:这|那)?\d*(?:\.\d+)?分"
    r"|(?:分|得分).{0,3}(?:凭什么|凭啥|依据|根据)|(?:凭什么|凭啥|依据|根据)(?:是)?(?:什么|啥)?.{0,4}(?:得|给|有|拿).{0,4}分"
    r"|(?:为什么|为啥|怎么|咋)(?:只|才|会|就)?(?:是|给|得|有)?(?:了)?\d+(?:\.\d+)?分?(?:[,，]?不是|[,，]?没到|[,，]?而不是)"
    r"|(?:为什么|为啥)(?:能|会|就)?(?:得|有|给|拿|是)(?:了|到)?\d+(?:\.\d+)?分[的呢啊]*[?？]?$"
    r"|(?:为什么|为啥|怎么|咋)(?:会|就|能)?(?:是|得|拿|给)?(?:了|到)?满分[的呢啊]*[?？]?$"
    r"|(?:为什么|为啥|怎么|咋)[^\d]{2,10}(?:是|得|给|有)(?:了)?\d+(?:\.\d+)?分.{0,2}(?:不是|没到|而不是)"
)
_SO_FEW: Final = re.compile(
    r"(?P<what>.{2,16}?)(?:[那这]一?[项个条])?(?:怎么|为什么|为啥|咋|凭什么)(?:会|就|还|都|报了?)*(?:只有|只|才|是)+\s*\d+(?:\.\d+)?(?![\d.]|\s*(?:分|项|家))"
)
_NOT_REACHED: Final = re.compile(
    r"(?P<what>.{2,24}?)(?:[那这]一?[项个条])?(?:怎么|为什么|为啥|咋)?(?:会|就|还|都)*(?:只有|只|才|是)(?P<figure>\d+(?:\.\d+)?)[%％]?[啊呀呢嘛]?[,，\s]*"
    r"(?:怎么|为什么|为啥|咋)(?:会|就|还|都)*(?:没有?|不)(?:到|够|达到?|过).{0,10}"
)
"""省级抽查才91.5啊 咋没到92呢."""
_NOT_EARNED: Final = re.compile(r"[扣丢失掉]|要是|如果|假如|怎么(?:才能|样才)|还能")
_FEW: Final = 3
_WHY: Final = re.compile(
    r"(?:为什么|为啥|怎么|咋|凭什么|凭啥)(?!办|算|报|样)[^,，。]{0,8}?(?:[扣丢掉少](?:了|的|掉)*(?:\d+(?:\.\d+)?)?分|[扣丢]了?\d|掉了|没拿?到?满分|没得满|[低少](?:了|[啊呀呢嘛]|$)|[没不]达标|才|只有|只得|这么[低少]|没有?分|[0零]分)"
    r"|[扣丢](?:了)?分.{0,4}(?:原因|为什么|为啥|怎么回事|依据|理由|根据)|分.{0,4}(?:怎么|为什么|为啥|咋)(?:就|会)?(?:扣|丢|掉|少|低)"
)
_SO_MUCH: Final = re.compile(r"[扣丢掉少](?:了|的|掉)*(\d+(?:\.\d+)?)")
_ASIDE: Final = re.compile(
    "那个|啊|[这那]么|为什么|为啥|怎么回事|怎么|咋|凭什么|凭啥|扣|丢|掉|少|满分|没拿到?|得|分|只有|才|就|了|的|低|原因|依据|理由|根据|[给跟]我|[念讲说看]|一下|[\\d.]+|那项|这项"
)
_OF_ALL: Final = re.compile(r"^(?!.*(?:[扣丢掉]|\d分)).*(?:才|只|这么)")
"""城建局怎么才这么点: what is not reported is why, too."""
_CUE: Final = re.compile("[为怎咋凭原依理根]")
_BY_WHOM: Final = re.compile(
    r"[,，。;；\s]*(?:是|又是|都是)?(?:谁|哪[个家](?:单位|局|部门)?)(?:给)?(?:报|填|交)的?(?:数|上来的)?[?？]?"
)
_CODE: Final = re.compile(r"(?<![\d.A-Z])(?:[A-Z]\d\d-[A-Z]\d?|\d{1,2}\.\d{1,2})(?![\d.%％])")
LISTED: Final = 6
_FIGURE: Final = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]|分)")


def earned(text: str, context: Context) -> Reply | None:
    """What the one unit's points are made of, or why an item has no more; None for anything else."""
    if _ASKED.search(text) is None or _NOT_EARNED.search(text):
        return _so_few(text, context)
    units = mentions(text, context).units
    standing = standing_now(context)
    lines = _of_unit(units[0], standing, context) if len(units) == 1 and standing.has_points else []
    return Reply.of(*lines) if lines else None


def _so_few(text: str, context: Context) -> Reply | None:
    """专利那项怎么只有8件: the reckoning of the one item that is named, with what is reported of it now."""
    text = in_figures(text)
    asked = _SO_FEW.match(text) or _NOT_REACHED.fullmatch(text)
    if asked is None:
        return None
    standing, found = standing_now(context), mentions(asked["what"], context)
    leaves = leaves_called(topic_of(_ASIDE.sub(" ", found.rest)), running(standing))
    if asked.re is _NOT_REACHED and len(leaves) != 1:
        held = (one for one, _ in _holding(Decimal(asked["figure"]), context))
        leaves = tuple(one for one in held if not leaves or one in leaves)
    subjects = [one for one in standing.sheets if one in found.units] or [*standing.sheets]
    if len(leaves) != 1:
        return None
    return (
        reckoned(leaves[0], subjects[0], context)
        if len(subjects) == 1
        else Reply.of(*about("", leaves, standing, context))
    )


def _of_unit(unit: str, standing: Standing, context: Context) -> list[str]:
    own = standing.tasks(unit)
    given = [
        (line, subject, record)
        for line, subject in own
        if (record := standing.records.get((line.code, subject))) is not None and record.reported
    ]
    if not own:
        return []
    remember(unit, context)
    sheet = standing.sheets.get(unit)
    points = sheet.points if sheet is not None else sum((line.points or ZERO for line, _ in own), ZERO)
    full = sheet.full if sheet is not None else sum((line.full_marks or ZERO for line, _ in own), ZERO)
    lines = [f"{unit}暂得{plain(points or ZERO)}/{plain(full or ZERO)}分，{len(given)}项有上报："]
    for line, subject, record in given[:_FEW]:
        submission = record.submission
        who = f"（{submission.unit}{month_day(submission.at)}报）" if submission is not None else ""
        lines.append(f"{line.code}{who}{reckoned(line.criterion, subject, context).text}")
    lines += [f"……另有{len(given) - _FEW}项，回单位名看"] if len(given) > _FEW else []
    reported = {(line.code, subject) for line, subject, _ in given}
    open_ = [
        f"没报、还没有分：{line.code} {leaf_name(line.criterion, 24)}（满分{plain(line.full_marks or ZERO)}分）"
        for line, subject in own
        if (line.code, subject) not in reported
    ]
    return [*lines, *shown(open_, _FEW, "……另有{}项没报")]


def lost(text: str, context: Context) -> Reply | None:
    """华容为什么扣分: the one item's reckoning, else how the unit stands; None where neither is certain."""
    if not _CUE.search(text) or not _WHY.search(text):
        return None
    asked, _, besides = (
        text.partition(who[0]) if (who := _BY_WHOM.search(text)) is not None else (text, "", "")
    )
    found = mentions(f"{asked} {besides}", context)
    codes = [one[0] for one in _CODE.finditer(text) if one[0] in context.rubric.by_code]
    topic = topic_of(_ASIDE.sub(" ", found.rest))
    standing = standing_now(context)
    units, so_much = set(found.units), _SO_MUCH.search(text)
    rows = [
        (line.criterion, subject)
        for line, subject, gone in standing.losses
        if so_much is None or not codes or plain(gone) == so_much[1]
        if not units or subject in units or standing.unit_of(line.criterion, subject) in units
    ]
    lost_of = [criterion for criterion, _ in rows]
    called = leaves_called(topic, lost_of) or leaves_about(topic, lost_of) if len(topic) > 1 else ()
    meant = [context.rubric.criterion(code) for code in codes] or called
    rows = [row for row in rows if row[0] in meant] if meant else rows
    owing = any(row.missing for row in standing.units if row.unit in units)
    if len(rows) == 1 and (meant or (units and not (owing and _OF_ALL.search(text)))):
        told = reckoned(*rows[0], context)
        return Reply(f"{told.text}\n{_by_whom(*rows[0], standing)}") if who is not None else told
    if len(codes) == 1 and not units:
        return why(codes[0], context)
    return Reply.of(*view(found, context)) if units else None


def _by_whom(criterion: Criterion, subject: str, standing: Standing) -> str:
    """是哪家报的, beside why it lost."""
    record = standing.records.get((criterion.code, subject))
    if record is None or record.submission is None:
        return "还没有人报。"
    given = record.submission
    return f"由{given.unit}{month_day(given.at)}报。"


def figure(text: str, context: Context) -> Reply | None:
    """Explain the one reported value that the figure is, list several; None where there is none."""
    figures = _FIGURE.findall(text)
    if len(figures) != 1:
        return None
    units = mentions(text, context).units
    found = [
        (criterion, subject)
        for criterion, subject in _holding(Decimal(figures[0]), context)
        if not units or subject in units or criterion.reporter in units
    ]
    if len(found) == 1:
        ((criterion, subject),) = found
        several = len(context.speaker.campaign.subjects) > 1
        told = why(f"{subject} {criterion.code}" if several else criterion.code, context)
        return Reply(f"{figures[0]}是{_who(criterion, subject, context)}的：\n{told.text}")
    rows = [f"{criterion.code} {leaf_name(criterion, 24)}（{subject}）" for criterion, subject in found]
    if not rows:
        return _nobody_reports(text, figures[0], context)
    return Reply.of(
        f"报{figures[0]}的有{len(rows)}项：", *shown(rows, LISTED, "……另有{}项"), "回“为什么 编号”看依据。"
    )


def _nobody_reports(text: str, figure: str, context: Context) -> Reply | None:
    """那个93.5是怎么回事, where no value is 93.5; a figure that is a code or a score is not meant so."""
    if _THAT_FIGURE.match(text) is None or figure in context.rubric.by_code:
        return None
    return Reply(
        f"现在报着的数里没有{figure}。是得分请发“现在多少分”或单位名；是某一项报的数请带指标名再问。"
    )


_THAT_FIGURE = re.compile(r"那个?\d+\.\d+%?是?(?:怎么回事|咋回事|怎么来的|哪来的|谁报的)")


def _who(criterion: Criterion, subject: str, context: Context) -> str:
    submission = records_of(context.uow, context.speaker.campaign.id, [criterion.code])[
        criterion.code, subject
    ].submission
    return f"{submission.unit}{month_day(submission.at)}报" if submission is not None else "质强办定"


def _holding(figure: Decimal, context: Context) -> list[tuple[Criterion, str]]:
    rows = records_of(context.uow, context.speaker.campaign.id).items()
    return [
        (context.rubric.criterion(code), subject)
        for (code, subject), record in rows
        if code in context.rubric.by_code and figure in map(figure_of, record.reported.values())
    ]


COMMANDS = (
    shy(
        Act.UNIT,
        "那个93.5是怎么回事",
        figure,
        r"(?=.*(?:怎么回事|咋回事|怎么来的|哪来的|哪儿来的|是谁报的?|谁报的|哪家报?的|哪个(?:单位|局|区|县)报?的|是哪一?项|(?:怎么|咋|为什么|为啥)[就才会还只是得给算了]*(?:[0零]分|没[有得]?分|扣分|[低少])|是啥意思|什么意思|准不准|对不对|靠谱吗))(?P<rest>.{0,12}\d.{2,20})",
    ),
)
