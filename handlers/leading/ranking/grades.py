"""能评上a级不: how far each assessed unit is from a grade, and the least effort that would get it there."""

import re
from dataclasses import dataclass
from decimal import Decimal

from handlers.access import Act
from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions
from handlers.command import command
from handlers.context import Context
from handlers.leading.over_time.forecast import forecast, interval
from handlers.lookups.overview import UNPRICED
from handlers.messages import Reply
from handlers.wording import leaf_name, plain, shown
from scoring.decimals import ZERO
from scoring.grading import graded
from scoring.model import GradeBand, GradeScale, Rubric
from scoring.sheet import Line, ScoreSheet

LISTED = 8
STEPS = 3
_LETTER = re.compile(r"(?P<letter>[a-dA-DＡ-Ｄａ-ｄ])\s*(?:级|等|档)?")
_POINTS = re.compile("多少分|几分")
_WIDE = str.maketrans("ＡＢＣＤａｂｃｄ", "ABCDabcd")


@dataclass(frozen=True, slots=True)
class Gain:
    """Points that could still be had on a leaf: it is open, or points were lost on it."""

    line: Line
    points: Decimal

    @property
    def text(self) -> str:
        """“4.4 质量统计分析制度（补报，+3）”."""
        how = "补报" if self.line.state != "scored" else "更正或补材料"
        return f"{self.line.code} {leaf_name(self.line.criterion, 16)}（{how}，+{plain(self.points)}）"


def reach(text: str, context: Context) -> Reply:
    """The distance to the grade that the words name, else to the best one."""
    standing = standing_now(context)
    scale = standing.rubric.grades
    if scale is None:
        one = set(mentions(text, context).units) & set(standing.sheets)
        also = f"{forecast(text, context).text}\n" if one or _POINTS.search(text) else ""
        return Reply(also + _no_grades(standing.rubric))
    band = _asked(text, scale)
    if standing.rubric.unpriced:
        return Reply(f"{band.grade}级为{band.printed}。{UNPRICED}")
    wanted = standing.assessed(mentions(text, context).units)
    if len(wanted) == 1:
        return Reply.of(*_one(standing, wanted[0], band), _gaps(scale))
    rows = [_row(subject, standing.sheets[subject], band, standing.rubric) for subject in wanted]
    head = f"{band.grade}级要{band.printed}："
    ask = f"回“单位名能评上{band.grade}级不”看最省力的补法。"
    return Reply.of(head, *shown(rows, LISTED, "……另有{}家"), _gaps(scale), ask)


def now(text: str, context: Context) -> Reply | None:
    """雁江区现在多少分 能评几级, 雁江 等级: what the points so far come to; None where something else is named."""
    rest = _SAID.sub("", mentions(text, context).rest)
    return reach(text, context) if not rest.strip() and not _LETTER.search(text) else None


_SAID = re.compile(
    "等级|等次|评级|[几哪什么多少]+[个一]?[级等档分][次级]?|现在|目前|到现在|按[分数这个照]*|能不能|[能可以会到底是评属于的得暂总]|分数|呢|啊|吧|了|[，,。？?\\s]"
)


def gains(sheet: ScoreSheet) -> list[Gain]:
    """What could still be had, the most on one leaf first."""
    found = []
    for line in sheet.lines.values():
        full = line.full_marks
        if not full:
            continue
        had = line.points if line.state == "scored" and line.points is not None else ZERO
        if full > had:
            found.append(Gain(line, full - had))
    return sorted(found, key=lambda gain: -gain.points)


def _one(standing: Standing, subject: str, band: GradeBand) -> list[str]:
    sheet = standing.sheets[subject]
    now, _ = interval(sheet)
    lines = [
        f"{subject}：现暂得{plain(now)}分（{_grade_text(standing.rubric, sheet)}），{band.grade}级要{band.printed}。"
    ]
    if band.minimum is None or now >= band.minimum:
        return [*lines, f"按上报已够{band.grade}级，以核定为准{_withheld(sheet)}。"]
    needed = band.minimum - now
    possible = gains(sheet)
    most = sum((gain.points for gain in possible), ZERO)
    opened = [gain for gain in possible if gain.line.state != "scored"]
    lines.append(
        f"还差{plain(needed)}分。可补：未报{len(opened)}项{plain(sum((gain.points for gain in opened), ZERO))}分，"
        f"已报丢的{plain(most - sum((gain.points for gain in opened), ZERO))}分，全补为{plain(now + most)}分。"
    )
    if most < needed:
        return [*lines, f"全补也到不了{band.grade}级。"]
    lines.append(f"最省力：{_least(possible, needed, now)}{_withheld(sheet)}。")
    return lines


def _least(possible: list[Gain], needed: Decimal, now: Decimal) -> str:
    """The fewest leaves whose full marks are enough; of single ones that are, the smallest."""
    single = [gain for gain in possible if gain.points >= needed]
    chosen = [min(single, key=lambda gain: gain.points)] if single else []
    for gain in possible if not chosen else []:
        chosen.append(gain)
        if sum((row.points for row in chosen), ZERO) >= needed:
            break
    total = now + sum((gain.points for gain in chosen), ZERO)
    names = "、".join(gain.text for gain in chosen[:STEPS])
    more = f"等{len(chosen)}项" if len(chosen) > STEPS else ""
    return f"补{names}{more}→{plain(total)}分"


def _row(subject: str, sheet: ScoreSheet, band: GradeBand, rubric: Rubric) -> str:
    now, high = interval(sheet)
    stands = f"{subject} {plain(now)}分（按分数为{graded(rubric, now, 'none').grade}）"
    if band.minimum is None or now >= band.minimum:
        return f"{stands}，已够{_withheld(sheet)}"
    short = band.minimum - now
    most = now + sum((gain.points for gain in gains(sheet)), ZERO)
    can = "够得着" if most >= band.minimum else "够不着"
    lost = f"，丢的也全补{plain(most)}分" if most > high else ""
    return f"{stands}，差{plain(short)}分；未报全得为{plain(high)}分{lost}，{can}"


def _grade_text(rubric: Rubric, sheet: ScoreSheet) -> str:
    if sheet.veto:
        return f"否决事件已认定，等次一律为{sheet.grade}"
    found = graded(rubric, sheet.points, "none")
    text = f"按分数为{found.grade}"
    if found.in_gap:
        text += "，落在原文没有规定的空档里，取较低一等"
    return text + ("，否决项还没有核定，等次暂不定" if sheet.pending else "")


def _withheld(sheet: ScoreSheet) -> str:
    if sheet.veto:
        return "；但否决事件已认定，分数够也不评"
    return "；否决项没有核定前等次暂不定" if sheet.pending else ""


def _gaps(scale: GradeScale) -> str:
    between = "、".join(f"{plain(low)}—{plain(high)}" for low, high in scale.gaps)
    return (
        f"注意：{between}之间（如{plain(scale.gaps[0][0] + Decimal('0.5'))}）原文没有规定等次，取较低一等。"
        if between
        else ""
    )


def _asked(text: str, scale: GradeScale) -> GradeBand:
    found = _LETTER.search(text.translate(_WIDE))
    letter = found["letter"].lower() if found else ""
    return next((band for band in scale.bands if band.grade.lower() == letter), scale.bands[0])


def _no_grades(rubric: Rubric) -> str:
    printed = f"只印了否决后为“{rubric.veto.grade}”，" if rubric.veto is not None else ""
    return (
        f"《{rubric.title or rubric.name}》没有印等次，{printed}评不出A、B、C级（原文未规定）。"
        "回“年底能到90吗”可看分数区间。"
    )


COMMANDS = (
    command(
        Act.FORECAST,
        "雁江区现在多少分 能评几级",
        "等级 现在什么等级",
        now,
        r"(?!.*(?:规定|标准|怎么定|怎么评|怎么算|划分|公示|通知|通报|企业|信用)).{0,20}(?:等级|等次|评级|[几哪][一个]?[级等档]|什么[级等档]次?).{0,8}",
        shy=True,
    ),
    command(
        Act.FORECAST,
        "能评上a级不",
        "等次 评级 能评几级 什么等次 能评什么等次",
        reach,
        r".{0,20}?(?:能|可以|有没有可能)(?:不能)?(?:评|评上|评到|上|拿|得|达到?|够|进|冲|到)(?:得?上|到)?\s*[a-dA-DＡ-Ｄａ-ｄ]\s*(?:级|等|档).{0,4}"
        r"|.{0,20}?(?:离|距离?|到)[a-dA-DＡ-Ｄａ-ｄ]\s*(?:(?:级|等|档).{0,8}|.{0,3}(?:差|多远|多少).{0,6})",
    ),
)
