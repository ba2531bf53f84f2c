"""“这是我们的联系人”“这不归我们管”: what a contact says of who does it, by the kinds of words in it."""

import re
from typing import Final

from handlers.access import Act
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.kinds_of_words import Kind, all_of
from handlers.matters import contact_info, duties
from handlers.messages import Reply
from handlers.reporting import report
from handlers.reporting.about import people
from handlers.reporting.about.meant import about, names_others
from handlers.suggesting import offering
from handlers.wording import clip


def _disowned(text: str, context: Context) -> Reply | None:
    """What is not the unit's own, and what is reported for certain beside it: 覆盖率100，第3项不归我们."""
    parts = duties.PART.findall(text)
    denied = [part for part in parts if duties.DENIED.search(part)]
    rest = "，".join(part for part in parts if part not in denied)
    told = report.read(rest, context)[1] if denied and any(map(str.isdigit, rest)) else ()
    if not any(row.item is not None for row in told):
        return duties.disowned(text, context)
    registered = duties.disowned("，".join(denied), context)
    given = report.report(rest, context) if registered is not None else None
    return Reply(f"{given.text}\n{registered.text}") if given and registered else registered


def _handover(text: str, context: Context) -> Reply | None:
    return _asked_first(text, "交接", "登记人员交接（照您的原话转质强办，确认前名册不变）", context)


def _asked_first(text: str, order: str, label: str, context: Context) -> Reply | None:
    """One tap hands the words on; None where a command knows the words itself."""
    if "怎么" not in text and any(command.act is Act.CONTEST for command, _ in KNOWN.meant(text)):
        return None
    said = " ".join(text.split())
    return offering.choose(
        f"“{clip(said, 30)}”还没有办理。是要：",
        ((f"{order} {said}", label), (f"转质强办 {said}", "把这句话转给质强办")),
        context,
    )


def _whose(text: str, context: Context) -> Reply | None:
    """7不归我们管吗: who reports the line that is named, as the document prints it."""
    said = _NUMBER.sub(r"第\g<0>项", text)
    question = about(said, said, said, "", context)
    if not question.leaves or names_others(text, context):
        return None
    return Reply("\n".join(people.reporters(question, leaf) for leaf in question.leaves[:3]))


_NUMBER: Final = re.compile(r"^\d{1,2}(?=[不是归该属由])")
_US: Final = "(?:我们|咱们?|俺们?|[我本](?=局|单位))(?:局|单位)?"
KINDS: Final[tuple[Kind, ...]] = (
    (
        all_of(
            rf"(?:归|属于|该|由|是)(?:不是)?{_US}(?:管|负责|报|牵头|的|办|做|来|这边)",
            r"[吗么?？]\s*$|是不是|归不归|该不该|不\s*$",
            without="数|多少|怎么|咋|为什么|为啥|凭|分|材料|文件",
        ),
        _whose,
    ),
    (
        all_of(
            r"(?<!\d)1[3-9]\d[\dxX*]{8}(?![\dxX*])|@[\w-]+\.\w",
            "[局处科院所]长|主任|科员|职员|民警|分管|主管|联络|联系人|工作人员|具体|办事|经办|跑腿|书记",
            without="接手|接替|调走|退休|换成|换人|改[为成]|以后|交给|交接|催|查|多少|是谁",
        ),
        contact_info.offer,
    ),
    (
        all_of("(?:分管|主管).*(?:工作人员|联[系络]人|联络员|经办)|(?:工作人员|联[系络]人|联络员).{0,20}@"),
        contact_info.offer,
    ),
    (
        all_of(
            "换成|换人|改[为成]|交给|接手|接替|交接",
            r"来[办报]|负责|对接|联络|经办|考核|接手|这[块摊事]",
            r"(?<!\d)1[3-9]\d{9}(?!\d)",
        ),
        _handover,
    ),
    (all_of("不|错|的[事活职业任]|那边|[头身]上|[分派找]到|[应该划归]|凭|别算"), _disowned),
)
