"""把目标改成96行不行, 目标还没定的话就定85: a target put as a wish; it is said back, and kept after a yes."""

import re
from typing import Final

from handlers.campaign.targets import target_input, target_of, with_targets
from handlers.context import Context
from handlers.leading.following import shown_item
from handlers.messages import Reply
from handlers.office.errands.several_goals import drafted
from handlers.office.target_leaves import leaves_said
from handlers.office.target_setting import names_leaf
from handlers.office.targets_told import printed
from handlers.people.whom import Heard
from handlers.wording import leaf_name
from scoring.model import Criterion

_FIGURE: Final = r"\d+(?:\.\d+)?\s*[%％]?"
_WISHED: Final = re.compile(
    rf"(?P<order>(?=.*目标)[^?？]{{2,40}}?(?:改|调|定|设)(?:[为成到])?\s*{_FIGURE})[,，\s]*"
    r"(?:行不行|行吗|可以吗|可不可以|好不好|好吗|中不中|成不成)[?？]?(?:[,，\s。].{2,40})?"
)
_UNLESS_SET: Final = re.compile(
    rf"(?P<asked>[^?？]{{2,30}}[?？])?[\s,，]*(?P<leaf>[^,，?？\s]{{0,14}}?)目标值?(?:要是|如果)?(?:还|都)?没有?(?:定|设|下)(?:过|呢|了)?(?:的话)?[,，\s]*(?:就|先|那就)+(?:定|设|按)(?:[为成到])?\s*(?P<figure>{_FIGURE})(?:吧|算)?"
)


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """The draft of the target that is wished; None where none is, or the document prints them all."""
    said = text.strip().rstrip("。!！")
    if context.rubric.has_targets:
        return None
    wished = _WISHED.fullmatch(said)
    if wished is not None:
        return drafted(_with_leaf(wished["order"], context), text, context)
    return _unless_set(said, text, context)


def _with_leaf(order: str, context: Context) -> str:
    """The order with the code of the item that was just looked at, where it names none by itself."""
    shown = shown_item(context)
    if shown is None or target_input(shown) is None or names_leaf(order, context):
        return order
    return f"{shown.code} {order}"


def _unless_set(said: str, text: str, context: Context) -> Reply | None:
    """满意度怎么没有分？目标还没定的话就定85: why first, then the draft; a target that is set already stays."""
    found = _UNLESS_SET.fullmatch(said)
    if found is None:
        return None
    words = re.sub(r"\d+(?:\.\d+)?", " ", f"{found['asked'] or ''}{found['leaf']}")
    leaves = leaves_said(words, with_targets(context.rubric), likely=True)
    if len(leaves) != 1:
        return None
    leaf, figure = leaves[0], found["figure"]
    if now := _set_already(leaf, context):
        return Reply(
            f"{leaf.code} {leaf_name(leaf, 24)}的目标{now}，没有改动。要改发“{leaf.code} 目标 {figure}”。"
        )
    draft = drafted(f"{leaf.code} 目标 {figure}", text, context)
    why = f"{leaf.code} {leaf_name(leaf, 24)}的目标还没有设，所以暂不计分。\n" if found["asked"] else ""
    return Reply(f"{why}{draft.text}") if draft is not None else None


def _set_already(leaf: Criterion, context: Context) -> str:
    """What the target is; "" where there is none."""
    item = target_input(leaf)
    if item is None or target_of(context.arranged, leaf.code, "") is not None:
        return "已经设过"
    now = printed(leaf, item, context)
    return "" if now.startswith("没有") else now
