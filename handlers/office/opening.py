"""新建考核: the office opens a campaign by chat: which document, which assessed units, then 是."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from rapidfuzz.distance import LCSseq

from handlers import dialogs
from handlers.access import Act, may
from handlers.campaign.campaigns import CampaignError, Opening, deadline_text, open_campaign
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.campaign_name import OPENS, name_in
from handlers.people.whom import Heard
from handlers.reading.tokens.asides import is_question
from handlers.suggesting import offering
from handlers.wording import clip, listed
from scoring.model import Rubric

QUESTION = "open_campaign"
_UNITS = re.compile(r"[\s,，;；]*(?:被考核)?单位[\s:：]+(?P<units>\S.*)$", re.DOTALL)
_SPLIT = re.compile(r"[、,，;；\s]+")
_STEPS = (
    "下一步：①名册：在这里粘贴表格（姓名、单位、角色…），或由信息人员 kaohe roster import；"
    "②时限：“改到7月3号 原因…”；③目标：“编号 目标 数值”。"
)


_NEW: Final = re.compile(
    f"(?:{OPENS.pattern}).{{0,30}}(?:考核|任务)|(?:考核|任务).{{0,30}}(?:{OPENS.pattern})"
)
BESIDE: Final = re.compile("什么|怎么|多少|何时|几号|启动会|通知|告诉|转告|台账|别|先不")
_CHEAP: Final = re.compile("20\\d\\d.*考核")


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """系统里再加一个任务，叫如皋市2019年度质量工作考核; None where no campaign surely is to be opened."""
    if not _CHEAP.search(text) or not _NEW.search(text) or BESIDE.search(text) or is_question(text):
        return None
    name = name_in(text)
    return start(name, context) if name and name != context.speaker.campaign.name else None


def start(text: str, context: Context) -> Reply:
    """Choose the document by its name, and say back what would be opened."""
    found = _UNITS.search(text)
    name = (text[: found.start()] if found else text).strip().strip("《》“”")
    if not name:
        return offering.ask_slot("新建考核 {campaign}", context)
    units = [unit for unit in _SPLIT.split(found["units"]) if unit] if found else []
    ranked = _ranked(name, context)
    if not ranked:
        return Reply("还没有装细则，请信息人员先装。没有新建。")
    dialogs.ask(context, QUESTION, {"name": name, "units": units, "rubrics": [row.name for row in ranked]})
    best = ranked[0]
    rows = [f"{place} {_title(rubric)}" for place, rubric in enumerate(ranked, start=1)]
    lines = [f"将新建《{clip(name, 40)}》，用哪份细则？最像的是第1份：", *rows]
    if not units and _needs_units(best):
        lines.append("第1份没有印出被考核单位的名称，请在后面写明，如“新建考核 名称 单位 甲区、乙区”。")
    return Reply("\n".join([*lines, "回序号新建（“是”＝第1份），回“取消”不建。"]))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Open it with the chosen document, and put the speaker on its roster."""
    names: Sequence[str] = state["rubrics"]
    said = dialogs.yes_or_no(text)
    place = 0 if said else dialogs.chosen(text, len(names))
    if said is False:
        dialogs.close(context)
        return Reply("好的，没有新建。")
    if place is None or not may(context.speaker.role, Act.OPEN_CAMPAIGN):
        return None
    dialogs.close(context)
    opening = Opening(str(state["name"]), subjects=tuple(state["units"]))
    try:
        campaign = open_campaign(context.uow, context.library, names[place], opening, context.now)
    except CampaignError as error:
        return Reply(f"没有新建：{error}。")
    contact, account = context.speaker.contact, context.speaker.account
    own = context.uow.roster.add(
        campaign_id=campaign.id, name=contact.name, unit=contact.unit, role="office", title=contact.title
    )
    context.uow.roster.bind(own, account.channel, account.userid, context.now)
    context.uow.accounts.set_current_campaign(account, campaign.id)
    rubric = context.library.rubric(names[place])
    lines = [
        f"已建《{campaign.name}》：{_title(rubric)}，{len(rubric.criteria)}项，被考核单位{listed(campaign.subjects, 6)}。",
        f"时限：{deadline_text(campaign, rubric)}。现在说的就是它，回“切换”换回别的。",
        _STEPS,
    ]
    return Reply("\n".join(lines))


_YEAR: Final = re.compile(r"迎接|20\d\d年?度?")


def _ranked(name: str, context: Context) -> list[Rubric]:
    """The documents at hand, the likest first by its title, the one in use also by the name of its campaign."""
    rubrics = [context.library.rubric(known) for known in context.library.names()]
    own, used = context.speaker.campaign.name, context.rubric.name

    def like(rubric: Rubric) -> float:
        titles = [rubric.title or rubric.name, *([own] if rubric.name == used else [])]
        return max(LCSseq.similarity(_YEAR.sub("", name), _YEAR.sub("", title)) for title in titles)

    return sorted(rubrics, key=lambda rubric: -like(rubric))


def _title(rubric: Rubric) -> str:
    return f"《{rubric.title or rubric.name}》（{rubric.name}）"


def _needs_units(rubric: Rubric) -> bool:
    """Whether the document only says what kind of units are assessed, not which."""
    return len(rubric.subjects) == 1 and re.search("（街）|（市、区）", rubric.subjects[0]) is not None


COMMANDS = (
    Command(
        Act.OPEN_CAMPAIGN,
        "新建考核 铁岭县2015年度质量工作",
        words("新建考核 开办考核 新建考核任务"),
        start,
        re.compile(r"(?:新建|开办|新开|创建)(?:一个)?考核(?:任务)?[\s:：]*(?P<rest>.{2,200})", re.DOTALL),
    ),
)
ANSWERS = {QUESTION: answer}
