"""责任认领异议: a unit says that lines are not its own; not counted late until the office has decided."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act
from handlers.board import BoardLine, board_of
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.register import register, standing
from handlers.messages import Reply
from handlers.reading.tokens.heads import REST_NOT_OURS
from handlers.reading.tokens.ordinals import PATTERN
from handlers.reporting.about.meant import about, without_own_unit
from handlers.reporting.about.people import of_input
from handlers.suggesting import offering
from handlers.wording import circled, clip, leaf_name

QUESTION: Final = "duty"
_PENDING: Final = "明确前这项不计您逾期。"
_US: Final = "(?:我们|咱们?|俺们?|[我本](?=[局委办站科单]))(?:局里?|单位|委|办|站|科室?|这边)?(?![区县市镇省]|辖区|地[盘界])"
_DUTY: Final = "的?(?:事|活|职责|职能|业务|任务|工作|范围)"
_END: Final = r"(?=[\s，,。!！;；]|[了啊呀哦嘛]*$)"
DENIED: Final = re.compile(
    rf"(?<![归该是就])不(?:归属?|属于?|(?:应?该|应当)(?:归|是|由)?|应该?由|由){_US}(?!的?(?:扣|数|分|问题|错|原因))"
    rf"|(?<![是就])不是{_US}(?:{_DUTY}|负责|主?管|牵头|该报|要报|的{_END})|[跟和]我们(?:局|单位)?没(?:有|啥|什么)?关系|与我(?:们|局|单位)?无关"
)
"""What says that something is not the speaker's to do; not that somebody's district is not his."""
_SENT_ASTRAY: Final = re.compile(
    rf"[搞弄分派找挂填]错了?(?:单位|部门|人|局|对象)|[分派找]到{_US}|(?:咋|怎么|为[啥何]|为什么|凭啥|凭什么|又)(?:会|就|又|还|是)?[分派推甩塞安]给?了?{_US}|(?<![我本们强兴])(?:局|委|办|站|中心)(?:那边)?{_DUTY}(?!情况|进展)"
    rf"|(?:[算安压推挂分派](?:到|在|给)*{_US}(?:的?[头身]上)|凭(?:啥|什么)[分派算压安][到给在])|别算(?:到|在)?{_US}|[\u4e00-\u9fff]那边(?:管|负责)?的[啊呀嘛吧]*$"
    "|(?:应|该)(?:该|当)?(?:去|是|由|归|让|叫|找)(?!我|咱|本|俺)[^，,]{1,10}(?:负责|管|报|牵头|办|的活|的职责)"
    "|(?:应该?|该)(?!我|咱|本|俺|由|是|归|局|单位)[^，,\\d]{1,7}(?:局|委|办|站|中心)来?(?:报|管|牵头|负责)(?!的)"
    rf"|(?<!不是){_US}不(?:牵头|负责|主?管|承担)|是[^，,]{{2,8}}的?职责|(?:[这该那]一?[条项个块]|[这该那])[^，,]{{0,4}}[归属]于?(?!我|咱|本|俺|类)[^，,]{{2,8}}(?:局|委|办|站|中心)(?:管|负责|报|的)*(?=[\s，,。]|$)"
    rf"|早?[就已]?划[给到归]|早[就已]?(?:归|转给|移交给?)[^，,]{{2,10}}"
)
"""What says so in other words; the speaker is asked whether he means it."""
PART: Final = re.compile(r"[^，,；;。\n]+")
_MADE: Final = re.compile(rf"(?<!是)不是{_US}[^，,]{{0,8}}(?:制定|定的|出的|干的|报的)")
"""不是我们局制定的: beside a number or 有 it tells of the document."""
_TELLS: Final = re.compile(rf"有|{PATTERN}")
_NO_DISPUTE: Final = re.compile(
    r"[?？吗呢谁哪]|么$|是不是|转告|换人|调走|新来|照片|图片|材料|文件|附件|事故|事件|企业|公司|[这那个]数|数[字据值]|\d\s*[%％]|(?:^|[，,；;。\n])\s*\d{1,2}\s+(?:\d|[未已有无])|(?:应该|明明|其实|实际)是?\d"
)
"""Questions; what may be another's besides an item; a report beside it."""
_RHETORICAL: Final = re.compile(
    rf"(?:难道|本来|明明|应该|不都|早就)*不(?:应?该|应当)?(?:是|归|由|属于?)(?!{_US})[^，,。\\s?？]{{2,10}}?(?:管|负责|牵头|报|做|干|弄|该做)的?(?:事|活|职责|吗|么|嘛|吧|啊)+[?？]*"
)
"""这不是旅游局管的么 says whose it is, and asks nothing."""
_SURE_OF_IT: Final = re.compile("吧[?？]")
"""不该是我们吧？ says so rather than asks."""
_IN_DOUBT: Final = re.compile("吧|咋|怎么|凭")
_MOST: Final = 6


def disowned(text: str, context: Context) -> Reply | None:
    """What the words say is not the unit's own: registered where they say so plainly; None where they do not."""
    said, text = text, without_own_unit(text, context)
    denied = DENIED.search(text) is not None
    typed = _RHETORICAL.sub(" ", context.as_said(said))
    if REST_NOT_OURS.search(text) or _NO_DISPUTE.search(_SURE_OF_IT.sub("吧 ", typed) if denied else typed):
        return None
    made = _MADE.search(text) is not None and _TELLS.search(text) is None
    if not denied and not made and _SENT_ASTRAY.search(text) is None:
        return None
    lines, _ = _meant(text, context)
    if denied and _IN_DOUBT.search(text) is None:
        return disown(said, context)
    named = f"：{'、'.join(clip(line.title, 20) for line in lines)}" if lines else ""
    return offering.choose(
        f"“{clip(context.as_said(said), 30)}”还没有办理。是要：",
        (
            (
                f"责任异议 {context.as_said(said)}",
                f"登记责任认领异议{named}（照您的原话转质强办，由他们明确归谁）",
            ),
            (f"转质强办 {context.as_said(said)}", "把这句话转给质强办"),
        ),
        context,
    )


def disown(text: str, context: Context) -> Reply:
    """Register that the lines are said to be another unit's; ask for the line where none is certain.

    A figure of a shared line that the document gives to that unit needs no dispute: it is only said so.
    """
    figure = of_input(text, context)
    if figure is not None and "不用您单位报" in figure.text:
        return figure
    lines, others = _meant(text, context)
    said = f"您称属{'、'.join(others)}；" if others else ""
    if lines:
        rows = [(_registered(context, text, line, others), line) for line in lines]
        told = "\n".join(f"（第{number}号）：{_printed(line)}" for number, line in rows)
        head = f"{len(rows)}件\n" if len(rows) > 1 else ""
        return Reply(f"已登记“责任认领异议”{head}{told}{said}转质强办明确，{_PENDING}")
    number = _registered(context, text, None, others)
    board = board_of(context)
    marks = "".join(dict.fromkeys(circled(row.duty.ordinal) for row in board.lines[:12]))
    state = {"number": number, "text": text, "others": list(others)}
    dialogs.ask(context, QUESTION, state, again=f"责任认领异议（第{number}号）说的是哪一项")
    return Reply(
        f"已登记“责任认领异议”（第{number}号），{said}转质强办明确。是哪一项？请回序号（{marks}）；"
        "登记到项之后，明确前那一项不计您逾期。"
    )


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The number of the line that the registered dispute is about."""
    board = board_of(context)
    place = dialogs.chosen(text, max((line.duty.ordinal for line in board.lines), default=0))
    lines = board.of_ordinal(place + 1) if place is not None else ()
    if not lines:
        return None
    dialogs.close(context)
    number = _registered(context, state["text"], lines[0], state["others"])
    earlier = next((row for row in standing(context, "duty") if row.number == state["number"]), None)
    if earlier is not None and earlier.number != number:
        context.uow.matters.close(
            earlier,
            outcome=f"已写明哪一项，并入第{number}号",
            contact_id=context.speaker.contact.id,
            inbox_id=context.inbox_id,
            at=context.now,
        )
    return Reply(f"已记到{_printed(lines[0])}（第{number}号），转质强办明确，{_PENDING}")


def _registered(context: Context, text: str, line: BoardLine | None, others: Sequence[str]) -> int:
    code, subject = (line.criterion.code, line.subject) if line is not None else ("", "")
    said = f"{text}（{code}）" if code else text
    return register(
        context,
        "duty",
        said,
        unit=context.seat.unit,
        code=code,
        subject=subject,
        detail={"others": list(others)},
    )


def _meant(text: str, context: Context) -> tuple[tuple[BoardLine, ...], tuple[str, ...]]:
    """The own lines that the words name, else the only one that names the other unit as well; the other units."""
    board = board_of(context)
    found = mentions(text, context).units
    others = tuple(unit for unit in found if unit != context.seat.unit)
    question = about(text, text, text, "", context)
    named = {leaf.code: line for leaf in question.leaves if (line := board.line(leaf.code)) is not None}
    if named:
        return tuple(named.values())[:_MOST], others
    shared = {line.code: line for line in board.lines if set(others) & set(line.criterion.named_units)}
    only = shared or {line.code: line for line in board.lines}
    return tuple(only.values()) if len(only) == 1 else (), others


def _printed(line: BoardLine) -> str:
    criterion = line.criterion
    units = criterion.responsible_printed or "、".join(criterion.named_units)
    return f"{criterion.code} {clip(leaf_name(criterion), 30)}，负责单位原文“{units}”。"


COMMAND = Command(
    Act.CONTEST,
    "这个不归我们管 是旅游局的",
    words(""),
    disowned,
    re.compile(rf".{{0,40}}(?:{DENIED.pattern}).{{0,60}}", re.DOTALL),
    shy=True,
)
NAMED = Command(
    Act.CONTEST,
    "责任异议 第3项是水利局的",
    words(""),
    disown,
    re.compile(r"责任(?:认领)?异议[\s:：]+(?P<rest>.{2,200})", re.DOTALL),
    shy=True,
)
