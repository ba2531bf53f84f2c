"""新建考核: the office opens a campaign by chat: which document, which assessed units, then 是."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from rapidfuzz.distance import LCSseq

from handlers import dialogs
from handlers.access import Act, may
from handlers.calendar.dates import last_day_in as day_in
from handlers.calendar.deadlines import at_close
from handlers.calendar.printed import in_year
from handlers.campaign.campaigns import CampaignError, Opening, deadline_text, open_campaign
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.campaign_name import OPENS, name_in
from handlers.people.whom import Heard
from handlers.reading.tokens.asides import is_question
from handlers.suggesting import offering
from handlers.wording import clip, listed, local
from scoring.model import Rubric

QUESTION = "open_campaign"
_UNITS = re.compile(r"[\s,，;；]*(?:被考核)?单位[\s:：]+(?P<units>\S.*)$", re.DOTALL)
_SPLIT = re.compile(r"[、,，;；\s]+")
_UNITS_SAID = re.compile(r"(?:被考核)?单位(?:是|改成|就是|有|为|[\s:：]){1,2}(?P<units>\S.*)", re.DOTALL)
_CALLED = re.compile(
    r"(?:名称|名字)?(?:改成|改为|改叫|名称是|名字是|就叫|叫|名称)[\s:：]*(?P<name>\S.{4,58}(?:考核|工作|任务|评价))"
)
_OTHER_YEAR = re.compile(
    r"(?:年度|年份)?(?:是|改成|改为|应该是|[\s:：])*(?P<year>20\d\d)年?(?:度)?(?:的|吧)?"
)
_DUE = re.compile("(?:时限|截止|期限|最后|就?定|改[到成]|到|延)|(?:20\\d\\d年)?\\d{1,2}月")
_FIRST_HALF: Final = 6
_HOW_TO_OPEN: Final = "回“是”按上面新建；要改发“时限 几月几日”“单位 甲区、乙区”；回“取消”不建。"
_STEPS = (
    "下一步：①名册：在这里粘贴表格（姓名、单位、角色…），或把文件交信息人员导入；"
    "②时限：“改到7月3号 原因…”；③目标：“编号 目标 数值”。"
)


_NEW: Final = re.compile(
    f"(?:{OPENS.pattern}).{{0,30}}(?:考核|任务)|(?:考核|任务).{{0,30}}(?:{OPENS.pattern})"
)
BESIDE: Final = re.compile("什么|怎么|多少|何时|几号|启动会|通知|告诉|转告|台账|别|先不")
_CHEAP: Final = re.compile("考核")


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """系统里再加一个任务，叫如皋市2019年度质量工作考核; None where no campaign surely is to be opened."""
    text = _HOW.sub("", _FOR_NOW.sub("", text))
    if not _CHEAP.search(text) or not _NEW.search(text) or BESIDE.search(text):
        return None
    left = _YEAR_ONLY.sub("", OPENS.sub("", text))
    named = re.search(r"20\d\d", text) is not None and not is_question(text)
    name = (name_in(text) or ("" if left else _of_place(text) or of_year(text, context))) if named else ""
    if name and name != context.speaker.campaign.name:
        return start(name, context, text)
    return None if left else offering.ask_slot("新建考核 {campaign}", context)


_YEAR_ONLY: Final = re.compile(
    r"20\d\d|[今明][年后]|年度?|的|质量|工作|考核|任务|可以|开始|起来|一下|[个该要请给新先吧了啊呗呃嗯那得咱我你您,，。\s]|帮我|帮忙|你好|您好|麻烦"
    r"|[\u4e00-\u9fff]{2,3}[县市区镇](?!级)"
)
_FOR_NOW: Final = re.compile(
    r"[\s,，。]*(?:先|暂时?)[别不](?:要|用|急着)?(?:发布?|公布|公开|启用|通知)(?:了|吧|出去)*$"
)
"""先别发布: nothing of a campaign that is only opened is."""
_HOW: Final = re.compile(r"[\s,，]+(?:从哪|在哪|怎么|咋|如何)[儿里]?(?:弄|建|开|搞|办|起)[啊呀呢?？]*$")


def _of_place(text: str) -> str:
    """铁岭县2015年度的 你先建一个: as such campaigns are called; "" without a place before the year."""
    found = re.search(r"(?P<place>[\u4e00-\u9fff]{2,3}[县市区镇])(?P<year>20\d\d)", text)
    return f"{found['place']}{found['year']}年度质量工作考核" if found is not None else ""


def of_year(text: str, context: Context) -> str:
    """This campaign's name with the year that is said; "" for none."""
    year = re.search(r"20\d\d", text)
    return re.sub(r"\d{4}年度?", f"{year[0]}年度", context.speaker.campaign.name) if year else ""


def start(text: str, context: Context, said: str = "") -> Reply:
    """Choose the document by its name, and say back all that would be stored."""
    found = _UNITS.search(text)
    name = (text[: found.start()] if found else text).strip().strip("《》“”")
    if not name or is_question(name):
        return offering.ask_slot("新建考核 {campaign}", context)
    ranked = [row.name for row in _ranked(name, context)]
    if not ranked:
        return Reply("还没有装细则，请信息人员先装。没有新建。")
    year = re.search(r"20\d\d", name) or re.search(r"20\d\d", said)
    state = {"name": name, "year": int(year[0]) if year else local(context.now).year, "rubrics": ranked}
    return _draft({**state, "units": _units(found["units"]) if found else []}, context)


def _draft(state: Mapping[str, Any], context: Context) -> Reply:
    """The campaign as it would be stored with the first of the documents, and the other ones to choose from."""
    chosen, *others = (context.library.rubric(known) for known in state["rubrics"])
    units = _assessed(state, context)
    again = f"将新建《{clip(state['name'], 40)}》，{state['year']}年度"
    dialogs.ask(context, QUESTION, state, again=again)
    unsaid = (
        ""
        if re.search(r"20\d\d", state["name"]) or state["year"] != local(context.now).year
        else "（名称里没写，按今年；不对请发“年度 几几年”）"
    )
    return Reply(
        "\n".join(
            [
                f"{again}{unsaid}：",
                f"细则：1 {_title(chosen)}，{len(chosen.criteria)}项。",
                f"被考核单位：{_units_text(units, state, chosen)}",
                f"时限：{_due(state, units, context)}",
                f"名册：先只有您（质强办）{_kept_days(context)}。",
                f"要换细则回序号：{'；'.join(f'{at} {_title(one)}' for at, one in enumerate(others, start=2))}。",
                _HOW_TO_OPEN if units else "请发“单位 甲区、乙区”，再给您看一遍；回“取消”不建。没有新建。",
            ]
        )
    )


def _assessed(state: Mapping[str, Any], context: Context) -> Sequence[str]:
    """The units that are said, else printed, else assessed now by the same document; () where none is known."""
    rubric, now = context.library.rubric(state["rubrics"][0]), context.speaker.campaign
    if state["units"] or not _needs_units(rubric):
        return state["units"] or rubric.subjects
    return now.subjects if now.rubric == rubric.name and now.subjects != rubric.subjects else ()


def _units_text(units: Sequence[str], state: Mapping[str, Any], rubric: Rubric) -> str:
    if not units:
        return f"文件只印了“{rubric.subjects[0]}”，没有写明是哪几家。"
    borrowed = not state["units"] and _needs_units(rubric)
    return "、".join(units) + ("（文件没有写明，同现在这次考核）" if borrowed else "") + "。"


def _due(state: Mapping[str, Any], units: Sequence[str], context: Context) -> str:
    """What the document prints, what is said, or how the days are counted until one is set."""
    planned = replace(
        context.speaker.campaign,
        year=state["year"],
        rubric=state["rubrics"][0],
        subjects=tuple(units),
        deadline=_deadline(state, context),
    )
    return f"{deadline_text(planned, context.library.rubric(planned.rubric), context.arranged)}。"


def _deadline(state: Mapping[str, Any], context: Context) -> datetime | None:
    day = state.get("deadline")
    return at_close(date.fromisoformat(day), context.arranged.hours) if day else None


def _kept_days(context: Context) -> str:
    """That the days off and hours of the campaign that was opened last are kept for this one too."""
    newest = context.uow.campaigns.list()[-1]
    rows = context.uow.arrangements.of_campaign(newest.id)
    kept = any(row.kind in ("day", "hours") for row in rows)
    return f"；放假和办公时间沿用《{clip(newest.name, 30)}》的" if kept else ""


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Open it after 是; show it anew with another document, other units, another day or year."""
    said = dialogs.yes_or_no("是" if dialogs.chosen(text, 1) == 0 else text)
    if said is False:
        dialogs.close(context)
        return Reply("好的，没有新建。")
    if said is None:
        changed = None if is_question(text) else _changed(state, text, context)
        return changed if changed is None or isinstance(changed, Reply) else _draft(changed, context)
    if not may(context.speaker.role, Act.OPEN_CAMPAIGN):
        return None
    return _open(state, context) if _assessed(state, context) else _draft(state, context)


def _changed(state: Mapping[str, Any], text: str, context: Context) -> Mapping[str, Any] | Reply | None:
    """The draft with what the words say otherwise; None where they say nothing of it."""
    words, known = text.strip().rstrip("。.!！ "), list(state["rubrics"])
    place = dialogs.chosen(words, len(known))
    if place is not None:
        return {**state, "rubrics": [known.pop(place), *known]}
    named = _CALLED.fullmatch(words)
    if named is not None:
        return {**state, "name": named["name"].strip("《》“”")}
    year = _OTHER_YEAR.fullmatch(words)
    if year is not None:
        return {**state, "year": int(year["year"])}
    due = _DUE.match(words)
    day = _day(words, state["year"], context) if due is not None else None
    if due is not None and day is not None:
        early = day.year < state["year"]
        return _too_early(day, state) if early else {**state, "deadline": day.isoformat()}
    units = _UNITS_SAID.fullmatch(words)
    if units is not None or (not _assessed(state, context) and _SPLIT.search(words)):
        return {**state, "units": _units(units["units"] if units else words)}
    return None


def _day(words: str, year: int, context: Context) -> date | None:
    """The day that is said; without a year the first half's is of the year behind the assessed one."""
    day = day_in(words, local(context.now).date())
    if day is None or re.search(r"20\d\d|[今明后次来]年|[今明后]天|周|星期", words):
        return day
    return in_year(day, year + (day.month <= _FIRST_HALF) - day.year)


def _too_early(day: date, state: Mapping[str, Any]) -> Reply:
    return Reply(
        f"时限{day:%Y-%m-%d}在{state['year']}年度之前，没有改动。请带年份再发，如“时限 {state['year'] + 1}年1月20日”。"
    )


def _open(state: Mapping[str, Any], context: Context) -> Reply:
    """Open it as it was shown, and put the speaker on its roster."""
    dialogs.close(context)
    opening = Opening(
        str(state["name"]),
        year=state["year"],
        subjects=tuple(_assessed(state, context)),
        deadline=_deadline(state, context),
    )
    rubric = context.library.rubric(state["rubrics"][0])
    try:
        campaign = open_campaign(context.uow, context.library, rubric.name, opening, context.now)
    except CampaignError as error:
        return Reply(f"没有新建：{error}。")
    contact, account = context.speaker.contact, context.speaker.account
    own = context.uow.roster.add(
        campaign_id=campaign.id, name=contact.name, unit=contact.unit, role="office", title=contact.title
    )
    context.uow.roster.bind(own, account.channel, account.userid, context.now)
    context.uow.accounts.set_current_campaign(account, campaign.id)
    subjects = listed(campaign.subjects, 6, "家")
    lines = [
        f"已建《{campaign.name}》：{_title(rubric)}，{len(rubric.criteria)}项，被考核单位{subjects}。",
        f"时限：{_due(state, campaign.subjects, context)}\n现在说的就是它，回“切换”换回别的。",
        _STEPS,
    ]
    return Reply("\n".join(lines))


def _units(text: str) -> list[str]:
    return [unit for unit in _SPLIT.split(text) if unit]


_OF_NOWHERE: Final = re.compile("(?:20\\d\\d)?年?度?的?质量(?:工作)?(?:考核|考评|评价|工作|任务)*")
"""2015年的质量考核: of here, by the document that is in use."""
_YEAR: Final = re.compile(r"迎接|20\d\d年?度?")


def _ranked(name: str, context: Context) -> list[Rubric]:
    """The documents at hand, the likest first by its title, the one in use also by the name of its campaign."""
    rubrics = [context.library.rubric(known) for known in context.library.names()]
    own, used = context.speaker.campaign.name, context.rubric.name

    def like(rubric: Rubric) -> float:
        titles = [rubric.title or rubric.name, *([own] if rubric.name == used else [])]
        return max(LCSseq.similarity(_YEAR.sub("", name), _YEAR.sub("", title)) for title in titles)

    general = _OF_NOWHERE.fullmatch(name) is not None
    return sorted(rubrics, key=lambda rubric: (not (general and rubric.name == used), -like(rubric)))


def _title(rubric: Rubric) -> str:
    return f"《{rubric.title or rubric.name}》（{rubric.name}）"


def _needs_units(rubric: Rubric) -> bool:
    """Whether the document only says what kind of units are assessed, not which."""
    return len(rubric.subjects) == 1 and re.search("（街）|（市、区）", rubric.subjects[0]) is not None


COMMANDS = (
    Command(
        Act.OPEN_CAMPAIGN,
        "新建考核 铁岭县2015年度质量工作",
        words(
            "新建考核 建考核 开考核 建个考核 开办考核 新建考核任务 新建一个考核 "
            "新建一个考核任务 新开考核 新开一个考核 创建考核"
        ),
        start,
        re.compile(
            r"(?:新建|开办|新开|创建)(?:一个)?(?:新的?)?考核(?:任务)?+[\s:：,，]*(?:名称|名字|名为|叫)*(?P<rest>.{2,200})",
            re.DOTALL,
        ),
    ),
)
ANSWERS = {QUESTION: answer}
