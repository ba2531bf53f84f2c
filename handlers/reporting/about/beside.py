"""问的旁边报的: what is reported in the message of a question is taken in, unless the question puts it in doubt."""

import re
from collections.abc import Sequence
from typing import Final

from handlers import dialogs
from handlers.context import Context
from handlers.reporting import report
from handlers.reporting.about.facet import Facet
from handlers.reporting.about.facets import BY_DEFAULT, DOUBTING, TRIAL
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import clip

_SUPPOSED: Final = re.compile("要是|如果|假如|假设|假使|倘若|万一")


def beside(reported: str, asking: str, facets: Sequence[Facet], context: Context) -> list[str]:
    """What is reported in the same message is taken in, unless the question puts it in doubt."""
    if not reported:
        return []
    tried = facets[0] in (TRIAL, BY_DEFAULT) or _SUPPOSED.search(asking)
    if tried or any(facet.of_leaf in DOUBTING for facet in facets):
        return [_kept_back(reported, facets, context)]
    taken = report.report(reported, context)
    return [taken.text] if taken is not None else []


def _kept_back(reported: str, facets: Sequence[Facet], context: Context) -> str:
    """What is not certain yet: one tap takes it in, where no other question waits for a number."""
    if dialogs.present(context) is not None or any(facet.open for facet in facets):
        return f"“{clip(reported, 30)}”没有入库；定了请单独再发一次。"
    dialogs.ask(context, offering.QUESTION, {"choices": [[reported, Way.DOES.name]]})
    return f"“{clip(reported, 30)}”没有入库；定了就这样报请回1，要改直接发新的。"
