"""“群众满意度占多少分”“江苏名牌哪些镇还没动静”“质量事故有没有”: one thing about an item that the words name."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from handlers.calendar.deadlines import milestone_name
from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.kinds_of_words import Kind, first_answer, kind
from handlers.leading.leaf_rows import about, running
from handlers.leading.topics import item_number, leaves_about, leaves_called, likest, topic_of
from handlers.lookups.explain import of_leaf
from handlers.messages import Reply
from handlers.reading.tokens.asides import bare
from handlers.receipts import target_text, values_text
from handlers.wording import clip, leaf_name, listed, plain, shown
from scoring.model import Criterion

_LONGEST: Final = 40
_LISTED: Final = 8
_FEW: Final = 4
_HALF: Final = 0.5
_ASIDE: Final = re.compile(
    r"占(?:了|到)?|(?:多少|几)分|分值|满分|总分里?|权重|比重|分(?:数)?(?=$|是|有)|多少|几[家个件项户]?|目标值?|指标|任务数?|今年|全年|年底|要|得|应该?|需要|必须|培育|完成|达到|做到|定的?|设的?|是|有|的|哪[些几]?[个家]?|谁"
    r"|(?:镇|区|县|街道|单位|部门|局)(?:里)?|还?没(?:有)?(?:动静|报|交|动|填|数)?|(?:报|交|填)(?:上来|上)?(?:了|过|的)|动了|[未缺差欠](?:报|交)?|一直|到现在|现在|目前|[?？]|那个|那项|这项|那块"
)
_ORDERS: Final = re.compile("催|告诉|转[告达]|通知|[让叫]|提醒|要是|如果|假如|改成|调[到成]|设[成为]")
_ANY: Final = re.compile(
    "占|[核审]|意思|理解|负责|牵头|部门|要干|考|具体|分值|满分|目标|任务|培育|[没未缺差欠]|几[家个件]|[报交填动]了|[报交]的|上来|完成"
)
_SUMMED: Final = re.compile("一共|总共|总计|合计|加起来|总(?=任务|目标)|全[市县区]")
_REVIEW: Final = re.compile(
    "他们|自己|自|你们|还是|[核审](?:过|定|了|没[核审]|核)?|报的?|是不是|经过|有没有|[的没吗]"
)
_MEANS: Final = re.compile(
    "[那这]?一?[项条]?(?:到底)?(?:是)?(?:什么|啥)意思|怎么理解|具体(?:要|指)(?:什么|啥|干啥)|要干(?:什么|啥)|(?:是)?考(?:的|核)?(?:是)?(?:什么|啥|哪些)"
)
_BY_WHOM: Final = re.compile(
    r"[\s,，]*(?:是|由|归|该|要)*(?:谁|哪[个家](?:单位|局|部门)?)(?:来|在)?(?:报|填|交|管|负责|牵头)[?？]?$"
)
"""投诉那项考啥 谁报: whose it is stands beside what it demands anyway."""
_REPORTED: Final = re.compile("(?:报|交|完成|做|搞|办|拿|评)[了到上](?:多少|几|没)|现在|实际|进度")
"""九华的江苏名牌申报了几个 任务是几个 asks for both."""
_EVENT: Final = re.compile("事故|事件")
_INCIDENTS: Final = re.compile(
    r"(?:没(?:有|出|发生)(?:过|啥|什么)*(?=.*[吧吗])|有没有|有无|出没出|发生没发生|出过|发生过|出了|有过|有).{0,10}(?:事故|事件)|(?:事故|事件).{0,4}(?:有没有|有无|有吗|发生|出过|出了|几起|多少起|了没|没有)"
)
_NO_INCIDENTS: Final = re.compile("否决|要是|如果|假如|万一|扣|算|登记|认定|上报|怎么办|查处|报一下")
_SHORT: Final = 24


def asked(text: str, context: Context) -> Reply | None:
    """The answer; None for anything else."""
    if len(text) > _LONGEST or _ORDERS.search(text) or not _ANY.search(text):
        return None
    return first_answer(text.strip(), context, _KINDS)


def _meant(text: str, context: Context, leaves: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The leaves that the words name, else whose clause holds all that they say."""
    topic = topic_of(_ASIDE.sub(" ", mentions(text, context).rest))
    if len(topic) <= 1:
        return ()
    found = (
        leaves_called(topic, leaves)
        or tuple(leaf for leaf in leaves if topic in bare(f"{leaf.name} {leaf.clause}"))
        or leaves_about(topic, leaves)
        or likest(topic, leaves, _HALF)
    )
    return found if len(found) <= _LISTED else ()


def _title(leaf: Criterion, context: Context) -> str:
    number = item_number(context.rubric, leaf)
    code = "" if number == leaf.code else f" {leaf.code}"
    return f"{number}{code} {leaf_name(leaf, 40)}"


def _marks(text: str, context: Context) -> Reply | None:
    """How many points the item has in print, or by the office's overlay."""
    standing = standing_now(context)
    leaves = _meant(text, context, running(standing))
    if not leaves:
        return None
    printed = {leaf.code: leaf.full_marks for leaf in context.rubric.criteria}
    rows = []
    for leaf in leaves:
        if leaf.full_marks is None:
            rows.append(f"{_title(leaf, context)}：原文未规定分值。")
            continue
        beside = "（原文未规定分值，按质强办的补充方案）" if printed.get(leaf.code) is None else ""
        rows.append(f"{_title(leaf, context)}：{plain(leaf.full_marks)}分{beside}。")
    return Reply.of(*shown(rows, _LISTED, "……另有{}项"), f"回“详情 {leaves[0].code}”看评分标准。")


def _targets(text: str, context: Context) -> Reply | None:
    """What is to be reached: the office's figures or the table's, else the clause that says so."""
    leaves = _meant(text, context, standing_now(context).rubric.criteria)
    return targets(text, leaves, context) if leaves else None


def targets(text: str, leaves: Sequence[Criterion], context: Context) -> Reply:
    """Each leaf's target, of the units that the text names or of all."""
    standing, units = standing_now(context), mentions(text, context).units
    subjects = [one for one in standing.sheets if not units or one in units]
    rows = [_target(leaf, subjects, context) for leaf in leaves]
    done = about("", leaves, standing, context, units) if _REPORTED.search(text) else []
    return Reply.of(*shown(rows, _FEW, "……另有{}项"), *done)


def _target(leaf: Criterion, subjects: Sequence[str], context: Context) -> str:
    """“1 江苏名牌申报数：九华目标2、白蒲目标1”; the print where there is no figure."""
    told = {one: figure for one in subjects if (figure := _figure(leaf, one, context))}
    if told:
        figures = list(dict.fromkeys(told.values()))
        alike = len(figures) == 1 and len(told) > 1
        rows = figures if alike else [f"{one}{figure}" for one, figure in told.items()]
        return f"{_title(leaf, context)}：{listed(rows, 16)}。"
    node = milestone_name(context.rubric, leaf.milestone)
    of = f"（{node}，{leaf.reporter}）" if node else f"（{leaf.reporter}）" if leaf.reporter else ""
    return f"{_title(leaf, context)}{of}：没有另定目标值，原文：{clip(' '.join(f'{leaf.name} {leaf.clause}'.split()), 160)}"


def _figure(leaf: Criterion, subject: str, context: Context) -> str:
    """What the office has set for that unit, else the table's; "" for neither."""
    own = target_text(context, leaf, subject).removeprefix("；")
    printed = leaf.targets.get(subject)
    return own or (f"目标{plain(printed)}" if printed is not None else "")


def _in_all(text: str, context: Context) -> Reply | None:
    """江苏名牌全市一共几个 完成几个: the counted item's targets and reports summed up over the assessed units."""
    standing = standing_now(context)
    leaves = [
        leaf for leaf in _meant(_SUMMED.sub(" ", text), context, standing.rubric.criteria) if leaf.targets
    ]
    if (
        len(leaves) != 1
        or [one.type for one in leaves[0].inputs] != ["count"]
        or mentions(text, context).units
    ):
        return None
    (leaf,) = leaves
    given = [value for one in standing.sheets for value in standing.reported(leaf.code, one).values()]
    done = [Decimal(str(value)) for value in given]
    targets = [goal for goal in leaf.targets.values() if goal is not None]
    lines = [sheet.lines[leaf.code] for sheet in standing.sheets.values() if leaf.code in sheet.lines]
    met = sum(line.met is True for line in lines)
    return Reply(
        f"{_title(leaf, context)}：{len(targets)}家有任务，目标合计{plain(sum(targets, Decimal(0)))}；"
        f"已报{len(done)}家，合计{plain(sum(done, Decimal(0)))}，达到目标{met}家。\n各家目标问“各镇目标多少”带上指标名。"
    )


def _who_owes(text: str, context: Context) -> Reply | None:
    """Which of the assessed units have not reported the item: those without such a task owe nothing."""
    standing = standing_now(context)
    if len(standing.sheets) == 1:
        return None
    leaves = _meant(text, context, running(standing))
    if not leaves or len(leaves) > _FEW:
        return None
    if units := [one for one in mentions(text, context).units if one in standing.sheets]:
        return Reply.of(*about("", leaves, standing, context, units))
    return Reply.of(*(_owing(leaf, standing, context) for leaf in leaves), "回“催一下”提醒没报的。")


def _owing(leaf: Criterion, standing: Standing, context: Context) -> str:
    tasked = [
        one
        for one, sheet in standing.sheets.items()
        if (line := sheet.lines.get(leaf.code)) is not None and line.state != "no_task"
    ]
    done = {one: values_text(leaf, given) for one in tasked if (given := standing.reported(leaf.code, one))}
    open_ = [one for one in tasked if one not in done]
    rest = len(standing.sheets) - len(tasked)
    without = f"；另{rest}家没有这项任务" if rest else ""
    by = {standing.unit_of(leaf, one) for one in tasked}
    whose = f"由{by.pop()}报。" if len(by) == 1 and not by & {*tasked} else ""
    head = f"{_title(leaf, context)}：{len(tasked)}家有任务，已报{len(done)}家，没报{len(open_)}家{without}。{whose}"
    lines = [head, f"没报：{listed(open_, 16)}"] if open_ else [head]
    return "\n".join(
        [*lines, f"已报：{listed([f'{one} {value}' for one, value in done.items()], 16)}"] if done else lines
    )


def _checked(text: str, context: Context) -> Reply | None:
    """覆盖率是自己报的还是核过的: the item's value, who reported it and where it stands in review."""
    standing = standing_now(context)
    leaves = _meant(_REVIEW.sub(" ", text), context, running(standing))
    units = mentions(text, context).units
    return Reply.of(*about("", leaves, standing, context, units)) if leaves else None


def _meaning(text: str, context: Context) -> Reply | None:
    """城建局整体水平那项啥意思: what the one item demands."""
    standing = standing_now(context)
    said = _MEANS.sub(" ", _BY_WHOM.sub(" ", text))
    leaves = _meant(said, context, running(standing))
    if len(leaves) == 1:
        return of_leaf(leaves[0], context)
    return Reply.of(*about(topic_of(said), leaves, standing, context)) if 0 < len(leaves) <= _FEW else None


def _shared(_text: str, context: Context) -> Reply | None:
    """哪项是两家一起负责的: the items for which several units are named."""
    leaves = [leaf for leaf in running(standing_now(context)) if len(leaf.named_units) > 1]
    if not leaves:
        return Reply("现在考的项都只有一家负责，没有几家一起负责的。")
    rows = [f"{_title(leaf, context)}：{listed(leaf.named_units, 6, '家')}" for leaf in leaves]
    return Reply.of(f"几家一起负责的{len(leaves)}项（先列的牵头填报）：", *shown(rows, _LISTED, "……另有{}项"))


def incidents(text: str, context: Context) -> Reply | None:
    """The leaves that count incidents, those alone that the words are about; None for anything else."""
    if len(text) > _SHORT or _INCIDENTS.search(text) is None or _NO_INCIDENTS.search(text):
        return None
    standing = standing_now(context)
    found = mentions(text, context)
    leaves = [
        leaf
        for leaf in _counting(standing)
        if not found.units or set(found.units) & {leaf.reporter, *leaf.named_units}
    ]
    topic = topic_of(
        re.sub(
            "有没有|发生|出过|有无|重大|特大|较大|质量|安全|事故|事件|今年|到现在|什么|[有没过了出啥吧]",
            "",
            found.rest,
        )
    )
    kept = [leaf for leaf in leaves if topic and topic in leaf.name] or list(likest(topic, leaves))
    kept = kept or ([] if len(topic) > 1 else leaves)
    if not kept:
        return None
    rows = [row for leaf in kept for row in _incident_rows(leaf, standing)]
    return Reply.of(
        *shown(rows, _LISTED, "……另有{}行"), "只有上报的数；没报的不等于没有。疑似事件、否决回“否决”看。"
    )


def _counting(standing: Standing) -> list[Criterion]:
    return [
        leaf
        for leaf in running(standing)
        if any(one.type == "count" and _EVENT.search(one.label) for one in leaf.inputs)
    ]


def _incident_rows(leaf: Criterion, standing: Standing) -> list[str]:
    names = {one.name for one in leaf.inputs if one.type == "count" and _EVENT.search(one.label)}
    rows = []
    for subject in standing.sheets:
        given = standing.reported(leaf.code, subject)
        told = {name: value for name, value in given.items() if name in names}
        where = f"{subject}·" if len(standing.sheets) > 1 else ""
        unit = standing.unit_of(leaf, subject)
        state = f"报{clip(values_text(leaf, told).rpartition('：')[2], 20)}起" if told else "还没报"
        rows.append(f"{where}{leaf.code} {leaf_name(leaf, 26)}：{state}（{unit}）")
    return rows


_KINDS: Final[tuple[Kind, ...]] = (
    kind(_meaning, _MEANS.pattern, without="分是|得分|排名"),
    kind(
        _shared,
        "(?:[两三几多]个?(?:家|部门|单位|局))(?:一起|共同|联合|都)?(?:负责|牵头|管|报|参与)|共同负责|联合(?:负责|牵头)|多部门",
        "哪|几|多少|什么|啥|有没有",
        without="[没未]|催|得|情况|怎么样",
    ),
    kind(
        _checked,
        "(?:自己|自)报的|[核审](?:过|定过?)的|[核审](?:过|定|核)?了?(?:没有?|吗)|[核审]没[核审]|是不是[核审]",
        without="谁|哪[些几个家]|几|多少|催",
    ),
    kind(
        _marks,
        "占(?:了|到|总分|比)?.{0,4}(?:多少|几|分)|(?:分值|满分|权重)(?:是|有|占)?(?:多少|几)|(?:一共|总共|本来|应该)?(?:值|算)(?:多少|几)分|(?:多少|几)分的?(?:分值|权重)",
        without="最|哪[些项]|加分|[扣丢失得拿]了?(?:多少|几)分",
    ),
    kind(_in_all, _SUMMED.pattern, "(?:多少|几)(?:家|个|件|项|户)?", without="分|材料|单位|谁|哪"),
    kind(
        _targets,
        "目标值?(?:是|定|设|要|有)?(?:的|了|到|成)?(?:多少|几|什么|啥)|(?:要|得|应该?|需要|必须)(?:完成|达到|做到|培育|争创|申报|新增|报|有|搞|弄)?(?:多少|几)(?:家|个|件|项|户|%|％)|任务(?:数)?是?(?:多少|几)",
        without="材料|还[差缺要]|[没未]|分|谁|哪[家个]|最",
    ),
    kind(
        _who_owes,
        "哪[些几]?(?:个|家)?(?:镇|区|县|街道|县区|单位|家|地方)?|谁|几[个家](?:镇|区|县|街道)?",
        "[没未](?:有)?(?:动静|报|交|动|填|数)|还?[缺差欠]着?$|(?:报|交|填)(?:上来|上)?(?:了|过|的)|动了",
        without="今天|昨天|最近|刚|这周|上周|多少[项个次]|几[项次]|一[项个条]|啥都|什么都|联系人|自评|材料|[通退][过回]",
    ),
)
