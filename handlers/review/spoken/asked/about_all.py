"""“哪个区最低”“谁审”“审完了”“还没交的有哪些”: what a reviewer asks of all that he assesses, or of who else does."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from handlers.context import Context
from handlers.leading.ranking import comparing
from handlers.messages import Reply
from handlers.review.listing import queue
from handlers.review.sight import judges
from handlers.review.spoken.asked import fullest
from handlers.review.spoken.elsewhere import judged_by, named, told, units_named
from handlers.review.waiting import waiting
from handlers.wording import leaf_name, listed, shown

_LISTED: Final = 12
_JUDGED_BY: Final = re.compile(
    r"(?:归|由|该|是|给)?(?:谁|哪个?(?:人|位|单位|部门))来?审|我(?:能|可以|该|要|用)(?:不能|不用)?审(?:吗|不|么)|(?:能|该)不(?:能|该)(?:由|归)?我审|归我审吗"
)
_DONE: Final = re.compile(
    r"(?:我|都|全)*审(?:核)?完了?(?:吧|没有?|吗|么|了吧|呀|啊)?|(?:今天|现在)?还有(?:我的)?(?:活|事|要审的|没审的)(?:儿)?(?:没有?|吗|么)?"
)
_MISSING: Final = re.compile(
    r"(?:还)?(?:没|未)(?:有)?(?:报|交)(?:上?来)?的.{0,4}(?:哪|谁|有几)|(?:谁|哪[些几]?个?家?(?:单位|部门|局|区|县|镇)?)的?(?:材料|数据?)?(?:还|都)?(?:没|未)有?(?:报|交|动)|(?:哪些|谁).{0,4}(?:没|未)(?:报|交)"
    r"|(?:有|还有|还)(?:几|多少)家(?:还)?(?:没|未)有?(?:报|交)"
)


_WHICH_UNITS: Final = r"(?:谁|(?:哪[些几]?|几|多少)(?:个|家)?(?:单位|部门|局|区县|县区|区|县|镇)?)"
_NOTHING: Final = re.compile(
    rf"{_WHICH_UNITS}[^,，]{{0,6}}?(?:一(?:样|项|个|条)|什么|啥|任何|东西)(?:东西)?(?:都|也)?(?:没|未)有?(?:上?报|交|动|填)"
)
_NO_PAPERS: Final = re.compile(
    rf"{_WHICH_UNITS}[^,，]{{0,6}}?(?:(?:证明|佐证)?(?:材料|附件)(?:都|也|还)?(?:没|未)有?[交传附报]?|(?:没|未)有?[交传附给]过?(?:任何|证明|佐证|一[份件个])?(?:材料|附件))"
)


def asked(words: str, context: Context) -> Reply | None:
    """The answer; None for anything else."""
    if _DONE.fullmatch(words):
        return _finished(context)
    if _NO_PAPERS.search(words):
        return _without(fullest.without_papers(context), "一件材料都没交")
    if _NOTHING.search(words):
        his = {unit: [*records.values()] for unit, records in fullest.wanted(context).items()}
        none = [
            unit for unit, rows in his.items() if rows and all(one.status == "unreported" for one in rows)
        ]
        return _without(none, "一项都没报") if context.speaker.role == "reviewer" else None
    if _JUDGED_BY.search(words):
        return _judges(words, context)
    if _MISSING.search(words):
        return _missing(words, context)
    handed = _HANDED_IN.fullmatch(words) or fullest.ASKS.search(words)
    told_of = fullest.told(words, context) if handed else None
    return told_of or comparing.compared(words, units_named(words, context), context)


def _without(units: Sequence[str], what: str) -> Reply:
    """Which units have done nothing of it yet."""
    if not units:
        return Reply(f"由您审的没有{what}的单位。")
    return Reply(f"由您审、{what}的{len(units)}家：{listed(units, _LISTED, '家')}。催报由质强办、领导办。")


def _finished(context: Context) -> Reply:
    """What still waits, or that nothing does."""
    if not waiting(context):
        return queue("", context)
    return Reply(f"还没审完。\n{queue('', context).text}")


def _judges(words: str, context: Context) -> Reply | None:
    """Who reviews what is named, and whether the speaker may."""
    leaves = named(_JUDGED_BY.sub(" ", words), context)
    codes = list(dict.fromkeys(code for code, _ in leaves))
    rows = []
    for code in codes[:_LISTED]:
        criterion = context.rubric.criterion(code)
        own = judges(context, criterion)
        who = "您能审，" if own else "不由您单位考核，"
        rows.append(f"{code} {leaf_name(criterion, 20)}：{who}{judged_by(criterion, context)}。")
    return Reply("\n".join(rows)) if rows else None


def _missing(words: str, context: Context) -> Reply:
    """Which units owe reports that the speaker assesses; of those that are named alone, item by item."""
    if units_named(words, context)[0]:
        rows = told(named(words, context, by_topic=False), context, "")
        if rows:
            return Reply("\n".join(rows))
    owed = _owed(context)
    if not owed:
        return Reply("由您审的都报上来了。")
    rows = [f"{unit} {count}项" for unit, count in owed.most_common()]
    return Reply(
        "\n".join(
            [
                f"由您审、还没报的{sum(owed.values())}项，{len(owed)}家：",
                *shown(rows, _LISTED, "……另有{}家"),
                "催报由质强办、领导办。",
            ]
        )
    )


_UNITS: Final = r"(?:(?:几|多少)(?:个|家)?|哪[些几]?(?:个|家)?|谁家?)(?:单位|部门|局|区县|县区|区|县|镇)?"
_HAS: Final = r"(?:已经|都|是|现在|目前)*(?:交|报)(?:上来|齐|过|了|的|完)+(?:都|是|有|的)*"
_HANDED_IN: Final = re.compile(
    rf"(?:现在|目前|一共|总共|到底|都)*(?:{_HAS}{_UNITS}|(?:有)?{_UNITS}{_HAS})(?:数据?|材料|东西)?[了呢啊]?"
)


def _owed(context: Context) -> Counter[str]:
    """How many reports each unit owes that the speaker would review."""
    owed = {
        unit: sum(record.status == "unreported" for record in his.values())
        for unit, his in fullest.wanted(context).items()
    }
    return +Counter(owed)
