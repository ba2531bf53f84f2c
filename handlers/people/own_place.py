"""我是谁、谁审我的、什么时候提醒我: how the speaker himself stands in the campaign."""

from handlers.access import ROLE_NAMES, Act, may
from handlers.board import board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.lookups.progress import next_deadline_of
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.reminding.wishes import EVE, IN_WORDS
from handlers.wording import clock, listed


def who_am_i(_text: str, context: Context) -> Reply:
    """Name, unit, role and campaign, and whether the unit is assessed or reports for those that are."""
    role, seat = ROLE_NAMES[context.speaker.role], context.seat
    lines = [
        f"您是{context.speaker.contact.name}，{seat.unit}的{role}，参加《{context.speaker.campaign.name}》。"
    ]
    if seat.own in seat.subjects:
        lines.append(f"{seat.own}是被考核单位之一。")
    elif may(context.speaker.role, Act.TASKS):
        lines.append(f"被考核的是{listed(list(seat.subjects), 6, '家')}；您单位按细则分工报数、交材料。")
    lines.append("名字、单位或身份不对，请联系质强办改名册。")
    return Reply("\n".join(lines))


def who_reviews(_text: str, context: Context) -> Reply:
    """Who decides about what was reported, and whom of the office to turn to; no telephone."""
    active = enrolled(context)
    units = list(dict.fromkeys(person.unit for person in active if person.role == "reviewer"))
    office = [person.name for person in active if person.role == "office"]
    by = f"由{listed(units, 5, '家')}的审核员审" if units else "由质强办审"
    ask = f"有问题请找质强办的{listed(office, 3, '人')}。" if office else "有问题请找质强办。"
    return Reply(f"您报的数和材料{by}，通过或退回都会告诉您（退回写明原因）。{ask}\n审到哪了回“我的任务”。")


def when_reminded(_text: str, context: Context) -> Reply:
    """When reminders come, whether any is still to come, and how to have fewer."""
    board = board_of(context)
    if not board.missing:
        return Reply("您的任务都报齐了，不会再提醒。")
    due = next_deadline_of(context.deadlines, board.missing, *context.seat.names)
    until = f"您还差{len(board.missing)}项" + (f"，{clock(due)}截止" if due is not None else "")
    return Reply(
        "提醒在截止前15、7、3、1个工作日和当天的办公时间发，报齐就不再提醒，逾期的每天提醒。"
        f"{until}。\n要少些回“{EVE}”，要换钟点回“每天下午3点提醒我”，现在忙回“稍后”，看不到卡片回“{IN_WORDS}”。"
    )


COMMANDS = (
    Command(Act.HELP, "我是谁", words("我是谁 我的身份 我的信息"), who_am_i),
    Command(Act.TASKS, "谁审我的", words("谁审我的 谁审核 谁审我 审核员是谁"), who_reviews),
    Command(Act.WISH, "提醒安排", words("提醒安排 什么时候提醒我 多久提醒一次"), when_reminded),
)
