"""怎么算分、目标谁定的: how an item is scored, with its target, the reading taken and an example of the engine's."""

import re
from decimal import Decimal
from typing import Final

from handlers.access import assesses
from handlers.board import duties_of_unit
from handlers.campaign.targets import actual_input, target_input, target_of
from handlers.context import Context
from handlers.leading.topics import leaves_about, likest
from handlers.lookups import explain
from handlers.messages import Reply
from handlers.office.days.items_named import leaf_named
from handlers.people.enrolled import enrolled
from handlers.people.speaker import Seat
from handlers.people.whom import MARK, Heard
from handlers.receipts import line_of, points_text, target_text
from handlers.suggesting.alike import LEAF
from handlers.suggesting.named import named_in
from handlers.wording import clip, leaf_name, listed, marks_of, plain, value_text
from scoring.model import Criterion

_CUE: Final = re.compile("算|扣|公式|打分|计分|评分|给分|得分|哪来|出处|依据|文件|谁定|得几分|多少分")
_ASKED: Final = re.compile(
    r"(?:怎么|咋|如何|怎样|按(?:什么|啥)(?:公式|标准|办法|规则)?)(?:来|个)?(?:算|计|打|评|给|扣|得)(?:的)?(?:分|法|的|$|[?？呢啊])|(?:公式|计分规则|计分办法|计分方法|评分标准|评分办法|算法)(?:是)?(?:什么|啥|多少|怎么|哪|$|[?？呢])"
    r"|(?:达不到|不到|低于|不达标|没达到|差).{0,8}(?:怎么|咋|如何)(?:扣|算|办|给|计)|(?:目标|任务数).{0,10}(?:哪来的?|出处|依据|哪个文件|什么文件|谁定|哪里来|怎么来|怎么定)"
)
_NOISE: Final = re.compile(
    rf"{_ASKED.pattern}|{MARK}|目标值?|合格率的?(?=目标)|那项|这项|那个|这个|定的?|是|的|报?\d+(?:\.\d+)?\s*[%％]?|[?？,，。\s]|(?:能|可以|会|算|得|给|拿)*(?:几|多少)分|来着|以上|以下|达不到|不到|低于|多少|怎么|呢|啊"
)
_WHY: Final = re.compile(r"(?:为什么|为啥|凭什么|咋|怎么)(?:会|就)?(?:只|才|没|不|扣|丢|少|得).{0,8}分")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_SHORT_OF: Final = Decimal(5)


_WORTH: Final = re.compile(
    r"占(?:了|的)?(?:多少|几|啥)分?|(?:是|有|值|算)(?:多少|几)分的?|(?:一共|总共|合计|加起来|总)(?:是|有)?(?:多少|几)分的|满分(?:是)?(?:多少|几)?|(?:[那这]一?[项个条块]?|[\d.])(?:是|有)?(?:几|多少)分(?!钟)|分值|(?:谁|哪[家个]).{0,4}(?:审|考核|打分|评分|评的)|(?:谁|哪家)报.{0,2}(?:谁|哪家)审"
)
_WORTH_NOISE: Final = re.compile(
    rf"{_WORTH.pattern}|{MARK}|那一?项|这一?项|那个|这个|那[块边]|名下|所有|各项|全部|加起来|合计|一共|总共|总|的|呢|啊|分|怎么扣|谁报|[?？,，。、\s]"
)


_VALUED: Final = re.compile(
    r"\d+(?:\.\d+)?\s*[%％个家件]?(?:的话|那)?(?:能|可以|会|算|得|给|拿|有)+(?:了)?(?:多少|几)分"
)
"""覆盖率99%算几分: what a value would earn."""
_OWN_ITEM: Final = re.compile(
    rf"^{MARK}的?(?:第(?P<place>\d{{1,2}})项|(?P<code>\d{{1,2}}\.\d{{1,2}})(?:项)?).{{0,6}}(?:是|归|该|算)(?:不是|不该)?{MARK}(?:的|管的?|负责的?)?(?:吗|吧|[?？])"
)


def _whose(heard: Heard, context: Context) -> Reply | None:
    """公安局第2项是交通局吗: which item it is, and to whom the document gives it."""
    found, units = _OWN_ITEM.search(heard.marked), heard.whom[0].units
    if found is None or len(units) != 1:
        return None
    own = duties_of_unit(units[0], context)
    duty = next(
        (duty for duty in own if duty.criterion.code == found["code"] or str(duty.ordinal) == found["place"]),
        None,
    )
    if duty is None:
        return Reply(f"{units[0]}名下没有这一项（共{len(own)}项）。没有改动。")
    leaf = duty.criterion
    also = [unit for unit in leaf.named_units if unit != leaf.reporter]
    others = f"，列名参与：{'、'.join(also)}" if also else ""
    return Reply(
        f"{units[0]}{duty.mark}是{leaf.code} {leaf_name(leaf, 40)}：细则印的由{leaf.reporter or '各被考核单位'}报{others}。"
        "只是查，没有改动；要换填报单位得有签发的补充方案。"
    )


def assessed_by(leaf: Criterion, context: Context) -> str:
    """Who of the roster reviews it."""
    campaign = context.speaker.campaign
    rows = enrolled(context, "reviewer")
    people = [row for row in rows if assesses(Seat.of(row, campaign, context.rubric), context.rubric, leaf)]
    names = listed([f"{row.unit}{row.name}" for row in people], 3, "人")
    return f"{names}审" if names else "名册里没有能审的审核员，由质强办审"


def _worth(heard: Heard, context: Context) -> Reply | None:
    """昆仑那项占几分, 19.2谁报谁审: the printed marks of what is named, who reports it and who assesses it."""
    marked = heard.marked
    running = context.running
    codes = re.findall(r"[A-Za-z]*\d[\w.\-]*", marked, re.ASCII)
    said = _WORTH_NOISE.sub("", marked)
    found = [leaf for leaf in running if leaf.code in codes] or list(leaves_about(said, running))
    if not found:
        one = leaf_named(said, running) if len(said) > 1 else None
        found = [one] if one is not None else list(likest(said, running, _ALIKE))
    if not said:
        found = _all_of_unit(heard, context)
    if not found and re.search("占|分值", marked) and MARK not in marked:
        return Reply("没认出是哪一项。请带编号或指标名，如“1.1占几分”；各项的分值都在“导出计分表”里。")
    if not found or len(found) > _MOST:
        return None
    rows = []
    for leaf in found:
        full = f"{plain(leaf.full_marks)}分" if leaf.full_marks is not None else "没有印分值（原文未规定）"
        by = leaf.reporter or "各被考核单位"
        rows.append(f"{leaf.code} {leaf_name(leaf, 40)}：{full}；{by}报，{assessed_by(leaf, context)}")
    marks = [leaf.full_marks for leaf in found if leaf.full_marks is not None]
    total = [f"合计{plain(sum(marks, Decimal(0)))}分。"] if len(marks) > 1 else []
    clause = (
        [f"原文：{clip(' '.join(found[0].clause.split()), 160)}"]
        if len(found) == 1 and found[0].clause
        else []
    )
    return Reply("\n".join([*rows, *total, *clause]))


_MOST: Final = 12
_WHOLE: Final = re.compile("一共|总共|合计|加起来|满分|总分|占|那块|那边|名下")
_GIVEN: Final = re.compile(
    r"(?:给|打|评|都|得|算)(?:个|它|他们|上)*满分(?!(?:是)?(?:多少|几))|[县区市镇]\s*\d[\d.]*分?[,，\s]*满分$"
)
"""三个县区都给满分: marks are given, not asked for."""
_NOT_WORTH: Final = re.compile("得了?(?:多少|几)分|现在|报了|为什么|等次|[A-Da-d]级|总分")
_ALIKE: Final = 0.5


def _worth_or_whose(heard: Heard, text: str, context: Context) -> Reply | None:
    if _OWN_ITEM.search(heard.marked):
        return _whose(heard, context)
    marks = (
        _WORTH.search(text)
        and not _GIVEN.search(text)
        and not _NOT_WORTH.search(text)
        and not _VALUED.search(text)
    )
    return _worth(heard, context) if marks else None


def _all_of_unit(heard: Heard, context: Context) -> list[Criterion]:
    """农发局那块总共多少分的: all that the one unit reports now."""
    units = heard.whom[0].units if len(heard.whom) == 1 else ()
    if len(units) != 1 or not _WHOLE.search(heard.marked):
        return []
    own = duties_of_unit(units[0], context)
    return list({duty.criterion.code: duty.criterion for duty in own}.values())


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """1.2怎么算分的, 制造业目标哪个文件定的; None where no item is named or nothing of it is asked."""
    asked = _worth_or_whose(heard, text, context)
    if asked is not None:
        return asked
    if _REQUIRED.search(text):
        code = named_in(text, context).fills.get(LEAF, "")
        return explain.detail(code, context) if code in context.rubric.by_code else None
    why = _WHY.search(text) is not None
    if not why and not (_CUE.search(text) and (_ASKED.search(text) or _VALUED.search(text))):
        return None
    leaf = _leaf(heard.marked, context)
    if leaf is None:
        return None
    if why:
        named = next((unit for whom in heard.whom for unit in whom.units), "")
        return explain.why_so(f"{named} {leaf.code}".strip(), context)
    lines = [
        f"{leaf.code} {leaf_name(leaf, 40)}{marks_of(leaf)}",
        f"原文：{clip(' '.join(leaf.clause.split()), 200)}",
    ]
    subject = next((unit for whom in heard.whom for unit in whom.units), "")
    subjects = context.speaker.campaign.subjects
    lines += _target(leaf, subject if subject in subjects else "", context)
    lines += _examples(leaf, subject if subject in subjects else subjects[0], text, context)
    if leaf.ambiguities:
        first = leaf.ambiguities[0]
        taken = re.sub(r"（[a-z_]+）", "", first.default)
        lines.append(f"口径：原文未规定“{clip(first.open.rstrip('。'), 60)}”，按“{clip(taken, 60)}”。")
    return Reply("\n".join(lines))


_REQUIRED: Final = re.compile(
    "^(?!.*(?:[让叫催]|通知|告诉|达到)).*(?:(?:看|查|讲|说)(?:一?下|一?看|讲|说)?[^,，。]{0,14}?要求(?:[吗吧呗呢]|是什么|$|[?？,，。\\s])"
    "|(?:不清楚|不知道|不会|不懂|不晓得)(?:该|要|应该)?(?:怎么|咋|如何)[填报])"
)
"""竣工验收合格率他们不清楚怎么填，能看下这项要求吗: what the document wants of it."""


def _leaf(marked: str, context: Context) -> Criterion | None:
    leaves = context.running
    codes = re.findall(r"[A-Za-z]*\d[\w.\-]*", marked, re.ASCII)
    by_code = next((leaf for leaf in leaves if leaf.code in codes), None)
    said = _NOISE.sub("", marked)
    if by_code is not None or len(said) < _SAID:
        return by_code
    one = leaf_named(said, leaves)
    if one is not None or _EVENT.search(marked):
        return one
    found = leaves_about(said, leaves) or likest(said, leaves, _ALIKE)
    return found[0] if len(found) == 1 else None


_EVENT: Final = re.compile("事故|事件|出事")
"""What an event costs is told of the whole document."""


_SAID: Final = 2


def _target(leaf: Criterion, subject: str, context: Context) -> list[str]:
    """The target and who set it, with the document's name where there is one."""
    if target_input(leaf) is None:
        return []
    said = target_text(context, leaf, subject or context.speaker.campaign.subjects[0]).lstrip("；")
    if not said:
        return ["目标：没有设；没有目标的不算分。设目标发“编号 目标 数值”。"]
    overlay = context.library.overlay_of(context.speaker.campaign)
    by_chat = target_of(context.arranged, leaf.code, subject) is not None
    paper = f"，文件{overlay.data['document']}" if overlay is not None and not by_chat else ""
    return [f"{said}{paper}。"]


def _examples(leaf: Criterion, subject: str, text: str, context: Context) -> list[str]:
    """What the engine makes of the value that is said, or of the target and of one below it."""
    numbers = [item for item in leaf.inputs if item.type in ("percent", "number", "count")]
    item = actual_input(leaf) or (numbers[0] if len(numbers) == 1 else None)
    if item is None:
        return []
    said = [word for word in _NUMBER.findall(text) if word != leaf.code]
    goal = _NUMBER.search(target_text(context, leaf, subject).removeprefix("；目标"))
    short = [plain(Decimal(goal[0])), plain(Decimal(goal[0]) - _SHORT_OF)] if goal is not None else []
    rows = []
    for value in dict.fromkeys([*said[:1], *short]):
        line = line_of(context, leaf, subject, {item.name: value})
        points = points_text(line).replace("暂得", "得")
        steps = line.why().steps
        if points:
            rows.append(
                f"报{value_text(item, value)}：{points}{'，' + clip(steps[-1].rstrip('。'), 80) if steps else ''}"
            )
    return [f"算法（举例，不入库）：{'；'.join(rows)}"] if rows else []
