"""疑点: what the document leaves open, one at a time, and the reading taken."""

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from handlers import dialogs
from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.whom import Heard, with_units
from handlers.reading.numbers import numeral
from handlers.wording import clip, leaf_name, listed, plain
from scoring.model import Ambiguity, Criterion

HOW_TO_DECIDE = (
    "聊天里不改细则口径：要另定，请质强办签发补充方案，由装系统的信息人员换上；个别得分可由审核员核定。"
)


_DOCUMENT = re.compile("细则|条款|条文|原文|分解表|(?:考核|评分|计分)(?:办法|标准|方案)")
_PUBLISHES = re.compile(
    "发布|下发|发(?:下去|出去|掉)|正式发|印发|启用|生效|定稿|(?:可以|能)发|发[了吧]*$|公布|带疑点"
)
_UNCLEAR = re.compile(
    "疑点|歧义|存疑|[拿吃说]不[准定]|疑[问义]|不(?:太|够|大)?(?:清楚|明确|清晰|具体)|含[糊混]|模糊|矛盾|打架|漏洞|体检|(?:没有?|啥|什么|哪[里些儿]?)[有的]*(?:问题|毛病)|对不上|说不清|不一致|[没未].{0,2}[写说定](?:清|明)|要(?:我们?|咱们?)(?:来)?(?:定|拍板|明确)"
)
_OTHERS = re.compile(
    "(?<!体检的)(?<!体检)结果|成绩|找谁|问谁|咨询|怎么办|通报|通知|转告|告诉|分数|排名|[发给]我|发给|发一份|群|材料|怎么(?:算|打|扣|评)|电子"
)
QUESTION = "doubts"
"""Which doubt comes next: the list of them is gone through."""
_NEXT = re.compile("(?:看|再看)?(?:下一?[个处条]|往下|接着|继续)(?:看|来|一?个|的)?(?:细则)?(?:疑点)?[吧呢]?")
_TO_SETTLE = re.compile(
    r"(?=.*(?:[拿吃说]不[准定]|没把握))(?=.*(?:哪|啥|什么|列|确认|我(?:来)?定))(?!.*(?:数|值|分|材料|审|单位|[局委办镇区县]|异议|事项|报)).{4,24}"
)
"""还有啥拿不准的没定 列出来我确认: the document's doubts, as long as nothing of what is reported is named."""
_PLACE = re.compile(
    r"(?:看|再看)?第(?P<place>\d{1,3}|[一二三四五六七八九十]{1,3})[个处条](?:疑点)?(?:呢|吧)?"
)
_LONGEST = 30
LISTED = 12


_SIZE = re.compile("(?:多少|几)[个条]?(?:[分项条]|节点|指标|要点)|[总满]分")
_NOT_SIZE = re.compile("我|咱|扣|得|报|交|加分|否决|第|现在|目前|疑点|编号")


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """细则没问题了，发布吧; 哪些条款写得不清楚; 细则一共多少项: what is said of the document itself."""
    about, unclear = _DOCUMENT.search(text), _UNCLEAR.search(text)
    if not (about or "疑点" in text) or _OTHERS.search(text) or len(text) > _LONGEST:
        return doubts("", context) if _TO_SETTLE.fullmatch(text) else None
    if _PUBLISHES.search(text) and not re.search(r"[发公]布的?(?:时候|那|是)", text):
        return published("", context)
    if _SIZE.search(text) and about and not _NOT_SIZE.search(text) and not heard.whom:
        return _size(context)
    units = {unit for whom in heard.whom for unit in with_units(whom, context).units}
    if units and "疑点" in text and not re.search(r"\d", text):
        return _of_units(units, context)
    numbers = re.findall(r"\d+", text)
    if unclear is None or (numbers and (len(numbers) > 1 or "疑点" not in text)):
        return None
    return doubts(numbers[0] if numbers else "", context)


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """下一个: the doubt behind the one that was shown last."""
    place = _PLACE.fullmatch(text.strip())
    if place is not None:
        return doubts(str(numeral(place["place"])), context)
    return doubts(str(state["place"]), context) if _NEXT.fullmatch(text.strip().rstrip("。.!！")) else None


def doubts(text: str, context: Context) -> Reply:
    """The first doubt, or the one of that number or of that leaf."""
    rows = _all(context)
    if not rows:
        return Reply("这份细则没有登记疑点。")
    said = text.strip()
    place = _place(said, rows)
    if place is None:
        return Reply(f"没有“{clip(said, 10)}”的疑点，共{len(rows)}处，回“疑点 1”—“疑点 {len(rows)}”。")
    criterion, doubt = rows[place]
    taken = {doubt.default, doubt.default.partition("：")[0]}
    others = [other for other in doubt.alternatives if other not in taken]
    lines = [
        f"{place + 1}/{len(rows)} {criterion.code} {leaf_name(criterion, 24)}：{clip(doubt.open, 140)}",
        f"现按：{clip(doubt.default, 80)}（{clip(doubt.reason.rstrip('。'), 80)}）",
    ]
    if others:
        lines.append(f"其他读法：{clip('；'.join(others), 140)}")
    lines.append(f"原文：{clip(criterion.clause, 140)}")
    if dialogs.present(context) is None or (dialogs.present(context) or {}).get("kind") == QUESTION:
        dialogs.ask(context, QUESTION, {"place": place + 2})
    if place + 1 < len(rows):
        lines.append(f"回“疑点 {place + 2}”看下一处。")
    return Reply("\n".join([*lines, HOW_TO_DECIDE]))


def _of_units(units: Collection[str], context: Context) -> Reply:
    """疑点里关于旅游局的: which doubts are about what those units report, and the first of them."""
    rows = _all(context)
    places = [
        place
        for place, (leaf, _) in enumerate(rows, start=1)
        if {leaf.reporter, *leaf.responsible} & {*units}
    ]
    called = "、".join(units)
    if not places:
        return Reply(f"{called}要报的项没有登记疑点。全部{len(rows)}处回“疑点”逐处看。")
    return Reply(
        f"{called}要报的项有疑点{len(places)}处，编号{listed([str(place) for place in places], LISTED)}，先看第一处：\n"
        f"{doubts(str(places[0]), context).text}"
    )


def _size(context: Context) -> Reply:
    """细则一共多少项、多少分: counted by milestone, as it is printed."""
    rubric = context.rubric
    parts = [(f"{node.name}", node.id) for node in rubric.milestones]
    rows = [
        _counted(name, [leaf for leaf in rubric.criteria if leaf.milestone == node]) for name, node in parts
    ]
    others = [leaf for leaf in rubric.criteria if leaf.milestone is None]
    rows += [_counted("另有" if parts else "", others)] if others else []
    most = f"总分最高{plain(rubric.total_max)}分。" if rubric.total_max is not None else ""
    return Reply(
        f"《{rubric.title or rubric.name}》共{len(rubric.criteria)}项：{'；'.join(rows)}。{most}\n"
        f"登记疑点{len(_all(context))}处，回“疑点”逐处看。"
    )


def _counted(name: str, leaves: Sequence[Criterion]) -> str:
    marks = sum((leaf.full_marks or Decimal(0) for leaf in leaves), Decimal(0))
    return f"{name}{len(leaves)}项{f'（分值合计{plain(marks)}分）' if marks else ''}"


def published(_text: str, context: Context) -> Reply:
    """发布细则: it is in force since the campaign was opened; how many doubts there are."""
    rubric = context.rubric
    return Reply(
        f"《{rubric.title or rubric.name}》从开办起就在用，版本 {rubric.version}，不用另外发布。\n"
        f"登记疑点{len(_all(context))}处，都按默认口径计分；原文没有定分的，得分标“原文未规定，待核定”或区间分。\n"
        f"回“疑点”逐处看。{HOW_TO_DECIDE}"
    )


def _all(context: Context) -> list[tuple[Criterion, Ambiguity]]:
    return [(criterion, doubt) for criterion in context.rubric.criteria for doubt in criterion.ambiguities]


def _place(said: str, rows: list[tuple[Criterion, Ambiguity]]) -> int | None:
    if not said:
        return 0
    own = next((place for place, (criterion, _) in enumerate(rows) if criterion.code == said), None)
    if own is not None:
        return own
    number = numeral(said) if re.fullmatch(r"\d{1,3}", said) else None
    return int(number) - 1 if number is not None and 1 <= number <= len(rows) else None


COMMANDS = (
    Command(
        Act.DOUBTS,
        "疑点 2",
        words("疑点 细则疑点 存疑 看疑点"),
        doubts,
        re.compile(r"疑点[\s:：]*(?P<rest>[\dA-Za-z.-]{1,8})"),
    ),
    Command(Act.DOUBTS, "发布细则", words("发布细则 细则发布 带疑点发布"), published),
)
ANSWERS = {QUESTION: answer}
