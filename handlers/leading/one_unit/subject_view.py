"""一个被考核单位: its own total over all who report for it, where it loses points and who still owes what."""

from collections import Counter

from handlers.calendar.deadlines import milestone_name
from handlers.campaign.standing import Standing
from handlers.receipts import values_text
from handlers.review.decisions import STATUS_NAMES, LeafRecord
from handlers.wording import clip, leaf_name, listed, plain, shown
from scoring.decimals import ZERO
from scoring.sheet import Line

LISTED = 8


def is_assessed_by_others(standing: Standing, subject: str) -> bool:
    """Whether several units report for that one assessed unit, so that its total is not what it reports itself."""
    if len(standing.sheets) == 1 or subject not in standing.sheets or not standing.has_points:
        return False
    lines = standing.sheets[subject].lines.values()
    return any(standing.unit_of(line.criterion, subject) != subject for line in lines)


def head(standing: Standing, subject: str) -> str:
    """“华容区：暂得8/348分（各单位报的都算在内）”, as the ranking counts it."""
    sheet = standing.sheets[subject]
    node = milestone_name(standing.rubric, standing.milestone)
    marks = f"暂得{plain(sheet.points or ZERO)}/{plain(sheet.full or ZERO)}分"
    return f"{subject}{'·' + node if node else ''}：{marks}（各单位报的都算在内）"


def in_full(standing: Standing, subject: str) -> list[str]:
    """The total, every reported line with who reported it, what is lost, and who owes how many lines."""
    lost = [(line, points) for line, of, points in standing.losses if of == subject]
    lines = [f"{head(standing, subject)}，还差{sum(owed(standing, subject).values())}项没报齐。"]
    lines += shown(_reported(standing, subject), LISTED, "……另有{}项已报")
    lines += shown(
        [f"丢{plain(points)}分：{line.code} {leaf_name(line.criterion, 24)}" for line, points in lost],
        LISTED,
        "……另有{}项",
    )
    owing = owed(standing, subject)
    if owing:
        lines.append(
            f"没报齐的：{listed([f'{unit}{count}项' for unit, count in owing.most_common()], 6, '家')}。"
        )
    if lost:
        lines.append(f"回“为什么 {subject} {lost[0][0].code}”看依据。")
    return lines


def in_short(standing: Standing, subject: str) -> str:
    """“华容区：暂得8/100分，已报2项（市质监局1、市农委1），还差22项（华容区19、市住建委3）”."""
    sheet, owing = standing.sheets[subject], owed(standing, subject)
    kept = [(code, standing.records.get((code, subject))) for code in sheet.lines]
    by = Counter(
        row.submission.unit for _, row in kept if row is not None and row.submission and row.reported
    )
    marks = (
        f"暂得{plain(sheet.points or ZERO)}/{plain(sheet.full or ZERO)}分，" if standing.has_points else ""
    )
    left = f"还差{sum(owing.values())}项（{_counted(owing)}）" if owing else "都报齐了"
    return f"{subject}：{marks}已报{sum(by.values())}项{f'（{_counted(by)}）' if by else ''}，{left}"


def _counted(units: Counter[str]) -> str:
    return listed([f"{unit}{count}" for unit, count in units.most_common()], 6, "家")


def owed(standing: Standing, subject: str) -> Counter[str]:
    """How many lines of that assessed unit each unit owes."""
    return Counter(row.unit for row in standing.units for _, of in row.missing if of == subject)


def _reported(standing: Standing, subject: str) -> list[str]:
    rows = []
    for line in standing.sheets[subject].lines.values():
        record = standing.records.get((line.code, subject))
        if record is None or record.submission is None or not record.reported:
            continue
        rows.append(reported_row(line, record, by=f"{record.submission.unit}报，"))
    return rows


def reported_row(line: Line, record: LeafRecord, place: str = "", by: str = "") -> str:
    """The reported leaf in a line: its value, what that gives and where it stands in review."""
    if line.met is not None:
        points = " 达到目标" if line.met else " 没达到目标"
    else:
        points = f" 得{plain(line.points)}分" if line.points is not None else ""
    values = clip(values_text(line.criterion, record.reported), 24)
    return f"{line.code} {leaf_name(line.criterion, 18)}{place} {values}{points}（{by}{STATUS_NAMES[record.status]}）"
