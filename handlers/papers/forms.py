"""电子版、纸质版: a paper that the document wants in several forms, each registered when it comes."""

import re
from collections.abc import Mapping
from typing import Final

from handlers.campaign.arrangements import Arranged
from handlers.context import Context
from handlers.office.arranging import arrange
from handlers.papers.due import Paper
from handlers.wording import clock

_SAID: Final = {
    "电子版": re.compile("电子|扫描|邮箱|邮件|[uU]盘|光盘|[Ww]ord|[Pp][Dd][Ff]"),
    "纸质版": re.compile("纸质|纸版|纸的|纸件|书面|原件|盖章的?|打印"),
}
_TO_COME: Final = re.compile(
    r"[\s,，。；;]*(?:但是?|不过|就是)?(?:电子|扫描|纸质|纸版|纸的|书面|原件)[^,，。；;\s]{0,6}?"
    r"(?:还没|没有?|未|明天|后天|下周|随后|回头|晚点|再|过[一两几]天|过后)[^,，。；;]*"
)
"""纸质的还没送: the form that is not there yet."""


def without_pending(text: str) -> str:
    """The words without the form that is still to come."""
    return _TO_COME.sub("", text)


def form_said(text: str, paper: Paper) -> str:
    """The one of the wanted forms that the words name; "" where they name none, both, or one alone is wanted."""
    text = without_pending(text)
    named = [
        wanted
        for wanted in paper.forms
        for form, pattern in _SAID.items()
        if wanted.startswith(form) and pattern.search(text)
    ]
    return named[0] if len(paper.forms) > 1 and len(named) == 1 else ""


def came(paper: Paper, form: str, context: Context) -> str:
    """Keep that it came in that form alone, and say which is still to come; "" where it is the last one."""
    before = forms_in(paper, context.arranged)
    lacking = [one for one in paper.forms if one != form and one not in before]
    if not lacking:
        return ""
    until = f"{clock(paper.due)}前两样都要"
    rest = (
        f"{'、'.join(lacking)}还没登记，{until}，照常提醒；到了说“{paper.unit}{paper.name}{lacking[0]}已交”"
    )
    if form in before:
        return f"{paper.unit}的{paper.name}{form}{before[form]}已登记收到；{rest}。没有改动。"
    arrange(context, "handed", {"forms": {form: clock(context.now)}}, code=paper.id, unit=paper.unit)
    return (
        f"已登记：{paper.unit}的{paper.name}{form}已交（{clock(context.now)}）；{rest}，"
        f"其实都交了回“{paper.unit}{paper.name}已交”。登记错了回“撤回{paper.unit}{paper.name}已交”。"
    )


def forms_in(paper: Paper, arranged: Arranged) -> Mapping[str, str]:
    """{form: when it was registered}, where not all that are wanted have come."""
    row = arranged.partly_in.get((paper.id, paper.unit))
    return row.value["forms"] if row is not None else {}


def partly(paper: Paper, arranged: Arranged) -> str:
    """（纸质版已收，缺电子版） of a paper of which one form has come; "" of any other."""
    before = forms_in(paper, arranged)
    lacking = [one for one in paper.forms if one not in before]
    return f"（{'、'.join(before)}已收，缺{'、'.join(lacking)}）" if before and lacking else ""
