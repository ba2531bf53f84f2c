"""三句话, 一页纸, 通报稿: the state of the campaign in a given length, in words that can be read out."""

from collections.abc import Sequence
from datetime import datetime

from handlers.access import Act
from handlers.calendar.deadlines import milestone_name
from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.command import Command, command, words
from handlers.context import Context
from handlers.elsewhere import NO_FILES
from handlers.leading.provisions import veto
from handlers.leading.ranking.laggards import behind
from handlers.messages import Reply
from handlers.papers.words import not_handed_in
from handlers.wording import clip, clock, listed, local, month_day, plain
from scoring.decimals import ZERO

NAMED = 5


def three_sentences(_text: str, context: Context) -> Reply:
    """Exactly three: the total, what is missing, what is most urgent."""
    standing = standing_now(context)
    return Reply.of(f"①{_total(standing)}", f"②{_missing(standing)}", f"③{_urgent(standing, context.now)}")


def one_page(_text: str, context: Context) -> Reply:
    """Total, ranking, losses, what is due, and what needs a word from above, as text."""
    standing = standing_now(context)
    node = milestone_name(standing.rubric, standing.milestone)
    lines = [
        f"《{clip(standing.campaign.name, 30)}》{node}情况（截至{clock(context.now)}，按上报暂得，未审定）",
        f"一、总体：{_total(standing)}",
        f"二、单位：{_ranking(standing)}",
        f"三、失分：{_losses(standing)}",
        f"四、临期：{_missing(standing)}{_urgent(standing, context.now)}",
        f"五、需要协调：{_to_settle(standing)}",
        NO_FILES,
    ]
    return Reply.of(*lines)


def bulletin(_text: str, context: Context) -> Reply:
    """A draft of the bulletin (通报稿), marked as not verified."""
    standing = standing_now(context)
    node = milestone_name(standing.rubric, standing.milestone)
    lines = [
        f"【草稿·未审定】关于《{clip(standing.campaign.name, 40)}》{node}进展情况的通报",
        f"截至{local(context.now):%Y年%m月%d日%H时%M分}，{_total(standing)}",
        f"完成较好的：{_ranking(standing)}",
        f"尚未报齐的：{_missing(standing)}",
        f"主要失分：{_losses(standing)}",
        f"请{_owing_names(standing)}抓紧补报，{_urgent(standing, context.now)}",
        "以上数字按上报计算，以核定为准；审定前不得对外发布。",
        NO_FILES,
    ]
    return Reply.of(*lines)


def risks(_text: str, context: Context) -> Reply:
    """What may go wrong: points lost, reports missing and sent back, what falls due, events under a veto."""
    standing = standing_now(context)
    returned = [
        f"{record.submission.unit}{code}"
        for (code, _), record in standing.records.items()
        if record.status == "returned" and record.submission is not None
    ]
    late = not_handed_in(standing.deadlines, context.now)
    lines = [
        f"失分：{_losses(standing)}",
        f"没报：{_missing(standing)}{_urgent(standing, context.now)}",
        f"退回还没改的：{listed(returned, NAMED) if returned else '没有'}。",
        f"否决：{veto('', context).text.splitlines()[-1]}",
        *late,
    ]
    return Reply.of("眼下的风险：", *lines, "单位自己没说的困难，这里没有记录。")


def _total(standing: Standing) -> str:
    node = milestone_name(standing.rubric, standing.milestone)
    leaves = sum(unit.leaves for unit in standing.units)
    done = leaves - standing.missing
    progress = f"{node + '节点' if node else ''}应报{leaves}项，已报齐{done}项"
    if standing.rubric.has_targets:
        met = sum(sheet.met or 0 for sheet in standing.sheets.values())
        return f"{len(standing.sheets)}家被考核单位{progress}，达到目标{met}项（分解表没有分值）。"
    if not standing.has_points:
        return f"{progress}；文件没有规定分值，不计总分。"
    if len(standing.sheets) > 1:
        scores = sorted(
            ((sheet.points or ZERO, name) for name, sheet in standing.sheets.items()), reverse=True
        )
        names = listed([f"{name}{plain(points)}分" for points, name in scores], NAMED, "家")
        return f"{progress}；暂得：{names}。"
    ((subject, sheet),) = standing.sheets.items()
    verified = standing.verified[subject].points or ZERO
    return (
        f"{progress}；满分{plain(sheet.full or ZERO)}分，已核定{plain(verified)}分、"
        f"连同待核定的暂得{plain(sheet.points or ZERO)}分。"
    )


def _missing(standing: Standing) -> str:
    owing = standing.owing
    if not owing:
        return "各单位都报齐了。"
    return f"缺{standing.missing}项，在{len(owing)}家：{_counted(owing)}。"


def _urgent(standing: Standing, now: datetime) -> str:
    due = standing.deadlines.current(standing.milestone)
    if due is None:
        return "细则没有印完成时限。"
    until = f"{month_day(due)}截止（{standing.deadlines.left(now, due)}）"
    owing = standing.owing
    if not owing:
        return f"{until}，没有缺项。"
    worst = owing[0]
    names = listed(worst.owed(14), 2)
    return f"最急：{worst.unit}{len(worst.missing)}项（{names}），{until}。"


def _counted(units: Sequence[UnitStanding]) -> str:
    head = "、".join(f"{unit.unit}{len(unit.missing)}项" for unit in units[:NAMED])
    return head + ("等" if len(units) > NAMED else "")


def _owing_names(standing: Standing) -> str:
    names = [unit.unit for unit in standing.owing]
    return "、".join(names[:NAMED]) + ("等单位" if len(names) > NAMED else "") if names else "各单位"


def _ranking(standing: Standing) -> str:
    best = [unit for unit in standing.units if unit.share > 0][:3]
    if not best:
        return "还没有单位得分。"
    if not standing.has_points:
        return (
            "、".join(f"{unit.unit}{unit.leaves - len(unit.missing)}/{unit.leaves}项" for unit in best) + "。"
        )
    return "、".join(f"{unit.unit}{plain(unit.points)}/{plain(unit.full)}分" for unit in best) + "。"


def _losses(standing: Standing) -> str:
    if not standing.has_points:
        return "没有分值，不计失分。"
    rows = [
        f"{line.code}丢{plain(lost)}分（{standing.unit_of(line.criterion, subject)}）"
        for line, subject, lost in standing.losses[:3]
    ]
    return "、".join(rows) + "。" if rows else "已报的没有失分。"


def _to_settle(standing: Standing) -> str:
    rows = [
        f"{unit.unit}差{plain(unit.full - unit.points)}分"
        if unit.full
        else f"{unit.unit}缺{len(unit.missing)}项"
        for unit in behind(standing)[:3]
    ]
    return "、".join(rows) + "。" if rows else "没有。"


COMMANDS = (
    command(
        Act.BRIEF,
        "三句话",
        "三句话 三句话说 用三句话说 说三句 简单说 简要说 一句话",
        three_sentences,
        r"(?!.*[跟让给对叫](?!我)[^,，。]{1,6}[说带讲捎]).{0,8}(?:[三两几3]句话?|[写整凑编攒理]{1,2}(?:一下|成|为|个)*(?:一|几)?(?:小)?段(?:话|文字)|(?:浓缩|归纳|总结|提炼|压缩|精简)(?:成|为|出|一下)*[三两几3][条点]|一句话(?=.{0,4}[概总汇小说讲])|[概总]括).{0,14}",
    ),
    command(
        Act.BRIEF,
        "一页纸",
        "一页纸 简报 汇报材料 给我个一页纸明天开会用",
        one_page,
        r".{0,8}一页纸.{0,12}|.{0,14}一页(?:纸的?)?材料.{0,6}|.{0,10}(?:开会|上会|汇报|会议|会上|发言|讲话)(?:要)?用.{0,14}",
    ),
    Command(Act.BRIEF, "通报稿", words("通报稿 出个通报稿 写个通报 通报 出通报 起草通报 通报草稿"), bulletin),
)
