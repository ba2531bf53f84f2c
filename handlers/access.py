"""权限: who may do what. Every command is checked here, before anything is read for it."""

from enum import Enum

from handlers.people.speaker import Seat
from scoring.model import Criterion, Input, Rubric
from store.records import Evidence


class Act(Enum):
    """What a message can ask for; the value is how a refusal names it."""

    HELP = "看帮助"
    TASKS = "看本单位任务"
    REPORT = "上报指标"
    WITHDRAW = "撤回上报"
    EVIDENCE = "交证明材料"
    DETAIL = "看指标要求"
    WHY = "看得分依据"
    OWN_SCORE = "看本单位得分"
    OVERVIEW = "看总分"
    UNIT = "看其他单位的情况"
    RANKING = "看排名"
    MISSING = "看未报名单"
    LOSSES = "看失分情况"
    URGE = "催办"
    BOUND = "看绑定情况"
    CAMPAIGNS = "切换考核任务"
    REVIEW = "审核上报"
    UNLOCK = "解锁已通过的项"
    COMPARE = "对照自评和核定"
    FORECAST = "看预测"
    TREND = "看变化"
    TRY = "试算"
    RULES = "查原文规定"
    RELAY = "转达"
    CARRY = "带话给本单位联络员"
    SUBSCRIBE = "设置推送"
    BRIEF = "看简报"
    PEOPLE = "看联系人"
    FILES = "调材料和文件"
    OPEN_CAMPAIGN = "开办考核"
    ROSTER = "管理名册"
    DEADLINE = "改时限"
    TARGET = "设目标"
    TARGETS_SET = "看目标"
    ENTER = "代填"
    REASSIGN = "改派填报单位"
    VETO = "登记否决事件"
    LOCK = "归档"
    PUBLISH = "发布结果"
    BROADCAST = "群发通知"
    CALENDAR = "设日历"
    PLAN = "看提醒计划"
    TEACH = "教别名"
    LEARN = "看没看懂的话"
    HISTORY = "查改动记录"
    DOUBTS = "看细则疑点"
    ADMINISTER = "管理系统"
    RESEND = "看没发出去的消息"
    TRY_OWN = "试算本单位得分"
    CHECK = "核对材料"
    REGISTER = "登记事项"
    CONTEST = "提异议"
    MATTERS = "看待办事项"
    SETTLE = "办结事项"
    WISH = "设提醒"
    HOUR = "定提醒的钟点"
    REQUEST = "要求补充材料"
    RECUSE = "申请回避和代审"
    BONUS = "提加分"
    STORY = "看一项的经过"
    EXPORT = "导出材料和表格"


_EVERYBODY = frozenset({"contact", "supervisor", "reviewer", "leader", "office"})
_REPORTERS = frozenset({"contact", "office"})
_OWN_UNIT = frozenset({"contact", "supervisor", "office"})
_WHOLE_CAMPAIGN = frozenset({"leader", "office"})
_OFFICE = frozenset({"office"})

MAY: dict[Act, frozenset[str]] = {
    Act.HELP: _EVERYBODY,
    Act.CAMPAIGNS: _EVERYBODY,
    Act.DETAIL: _EVERYBODY,
    Act.WHY: _EVERYBODY,
    Act.TASKS: _OWN_UNIT,
    Act.OWN_SCORE: _OWN_UNIT,
    Act.REPORT: _REPORTERS,
    Act.WITHDRAW: _REPORTERS,
    Act.EVIDENCE: _REPORTERS,
    Act.OVERVIEW: _WHOLE_CAMPAIGN,
    Act.UNIT: _WHOLE_CAMPAIGN,
    Act.RANKING: _WHOLE_CAMPAIGN,
    Act.LOSSES: _WHOLE_CAMPAIGN,
    Act.MISSING: _WHOLE_CAMPAIGN,
    Act.URGE: _WHOLE_CAMPAIGN,
    Act.BOUND: frozenset({"office"}),
    Act.REVIEW: frozenset({"reviewer", "office"}),
    Act.UNLOCK: frozenset({"office"}),
    **dict.fromkeys((Act.COMPARE, Act.TARGETS_SET), frozenset({"reviewer", "leader", "office"})),
    Act.RULES: _EVERYBODY,
    Act.TRY_OWN: _OWN_UNIT,
    Act.CONTEST: _OWN_UNIT,
    Act.WISH: frozenset({"contact"}),
    Act.HOUR: _OWN_UNIT,
    Act.REGISTER: _EVERYBODY,
    Act.CARRY: frozenset({"supervisor"}),
    **dict.fromkeys(
        (Act.CHECK, Act.REQUEST, Act.RECUSE, Act.BONUS, Act.STORY), frozenset({"reviewer", "office"})
    ),
    Act.EXPORT: _OWN_UNIT | _WHOLE_CAMPAIGN,
    Act.MATTERS: _WHOLE_CAMPAIGN,
    Act.SETTLE: frozenset({"office"}),
    Act.SUBSCRIBE: frozenset({"leader"}),
    **dict.fromkeys(
        (Act.FORECAST, Act.TREND, Act.TRY, Act.RELAY, Act.BRIEF, Act.PEOPLE, Act.FILES, Act.HISTORY),
        _WHOLE_CAMPAIGN,
    ),
    **dict.fromkeys(
        (
            Act.OPEN_CAMPAIGN,
            Act.ROSTER,
            Act.DEADLINE,
            Act.TARGET,
            Act.ENTER,
            Act.REASSIGN,
            Act.VETO,
            Act.LOCK,
            Act.PUBLISH,
            Act.BROADCAST,
            Act.CALENDAR,
            Act.PLAN,
            Act.TEACH,
            Act.LEARN,
            Act.DOUBTS,
            Act.ADMINISTER,
            Act.RESEND,
        ),
        _OFFICE,
    ),
}

ROLE_NAMES = {
    "contact": "联络员",
    "supervisor": "分管领导",
    "reviewer": "审核员",
    "leader": "领导",
    "office": "质强办",
}
"""角色 as the roster writes it."""


def may(role: str, act: Act) -> bool:
    """Whether that role allows the act at all."""
    return role in MAY[act]


def who_may(act: Act) -> str:
    """The roles that a refused person can turn to, in Chinese."""
    roles = [name for role, name in ROLE_NAMES.items() if role in MAY[act]]
    return "、".join(roles)


def instead(role: str, act: Act) -> str:
    """What a person of that role may do instead of an act about the whole campaign; "" where nothing is near."""
    if role in ("contact", "supervisor") and "leader" in MAY[act]:
        return "您只能看本单位的：回“我的得分”“我的任务”；结果由质强办统一通报。"
    if role == "reviewer" and act is Act.URGE:
        return "报上来的件要补材料发“让城建局补 什么材料”；还没报的请领导、质强办催。"
    return ""


def sees_values(seat: Seat, rubric: Rubric, criterion: Criterion, subject: str) -> bool:
    """Whether that seat may see what was reported and scored for the leaf of that assessed unit.

    Contacts and their supervisors see what their own unit answers for, reviewers what they assess, everybody
    else of the campaign all.
    """
    if seat.role == "reviewer":
        return assesses(seat, rubric, criterion)
    if seat.role not in ("contact", "supervisor"):
        return True
    if subject not in subjects_of(seat, rubric, criterion):
        return False
    shares = seat.unit in criterion.named_units and not reported_by_subjects(rubric, criterion)
    return shares or bool(duties(seat, rubric, criterion))


def sees_evidence(seat: Seat, rubric: Rubric, row: Evidence) -> bool:
    """Whether that seat may open what was handed in.

    Contacts and their supervisors open their own unit's, reviewers what they assess and what is not filed yet,
    everybody else of the campaign all.
    """
    if seat.role in ("contact", "supervisor"):
        unit = rubric.unit_aliases.get(row.unit, row.unit)
        return unit == seat.unit and seat.subject in ("", row.subject)
    criterion = rubric.by_code.get(row.code or "")
    return seat.role != "reviewer" or criterion is None or assesses(seat, rubric, criterion)


def reported_by_subjects(rubric: Rubric, criterion: Criterion) -> bool:
    """Whether each assessed unit reports that leaf for itself: towns, and where no unit is named for it."""
    if not criterion.reporter:
        return True
    return len(rubric.subjects) > 1 and set(criterion.named_units) <= set(rubric.subjects)


def duties(seat: Seat, rubric: Rubric, criterion: Criterion) -> tuple[Input, ...]:
    """The inputs of that leaf which the seat's unit reports; empty where it is not theirs.

    An input with `by` is that unit's; otherwise the leaf's first unit reports (多个责任单位: 第一个填报).
    What the rubric leaves to the office (目标值, 全市平均) is the office's.
    """
    by_subject = reported_by_subjects(rubric, criterion)
    return tuple(item for item in criterion.inputs if _reports(seat, criterion, item, by_subject=by_subject))


def reports(seat: Seat, rubric: Rubric, criterion: Criterion, subject: str) -> bool:
    """Whether that seat is to report the leaf of that assessed unit now; an item may have gone to another unit."""
    if seat.role != "contact":
        return sees_values(seat, rubric, criterion, subject)
    return subject in subjects_of(seat, rubric, criterion) and bool(duties(seat, rubric, criterion))


def _reports(seat: Seat, criterion: Criterion, item: Input, *, by_subject: bool) -> bool:
    if item.source == "assessor":
        return False
    if item.source in ("config", "overlay"):
        return seat.role == "office"
    if item.source == "subject" or (by_subject and not item.by):
        return (seat.subject or seat.unit) in seat.subjects
    return seat.unit in (item.by or (criterion.reporter,))


ASSESSING_COLUMN = "考核部门"
"""Where the document's column of units is headed so, those units judge the leaf as well as report it."""


def assesses(seat: Seat, rubric: Rubric, criterion: Criterion) -> bool:
    """Whether that seat may review the leaf: the office all, a reviewer those that its unit assesses.

    Where the document names no assessing unit, the campaign's reviewers review everything.
    """
    if seat.role == "office":
        return True
    if seat.role != "reviewer":
        return False
    return rubric.role != ASSESSING_COLUMN or seat.unit in criterion.named_units


def subjects_of(seat: Seat, rubric: Rubric, criterion: Criterion) -> tuple[str, ...]:
    """The assessed units for which that seat may report the leaf; one where there is no doubt."""
    own = seat.subject or seat.unit
    if own in seat.subjects and reported_by_subjects(rubric, criterion):
        return (own,)
    return (seat.subject,) if seat.subject else seat.subjects
