"""原文怎么说: questions about the rules, answered in the document's own words or by 原文未规定."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from handlers.access import Act, may
from handlers.calendar.dates import day_in
from handlers.campaign.standing import standing_now
from handlers.command import command
from handlers.context import Context
from handlers.matters.register import SEEN_BY_LEADERS, standing
from handlers.messages import Reply
from handlers.receipts import target_text, values_text
from handlers.wording import clip, leaf_name, local, month_day, plain, shown
from scoring.decimals import ZERO
from scoring.model import Rubric

NOT_PRINTED = "原文未规定"
LONGEST = 320
QUOTED = 3
_LETTER = re.compile(r"[a-dA-D]")
_LIMIT = re.compile("不超过|最多|封顶|上限")
_SENTENCE = re.compile("[^。；\n]*[。；]?")
_PART = re.compile("[^。；\n]+")
_AWARD = re.compile(r"[\u4e00-\u9fff]{2}奖(?![励项])|示范区|(?:全国|全省|全市)推广")
_PUBLISHED = re.compile("公告|公布|公示|发布|通报|出来")
_MARKUP = re.compile(r"\*\*|\[bookmark: [^\]]*\]")
_LATE = re.compile("逾期|[未不]按时|[未不]及时|迟报")


def bonus(text: str, context: Context) -> Reply:
    """加分最多加几分, and what the document gives for the award that is named."""
    rubric = context.rubric
    if rubric.bonus is not None:
        criterion = rubric.criterion(rubric.bonus.code)
        limit = [part for part in _SENTENCE.findall(criterion.clause) if _LIMIT.search(part)]
        total = f"，总分最高{plain(rubric.bonus.total_max)}分" if rubric.bonus.total_max is not None else ""
        quoted = limit[0].strip("（） ") if limit else clip(criterion.clause, 120)
        award = _AWARD.search(text)
        of_it = [part for part in _PART.findall(criterion.clause) if award and award[0] in part]
        own = f"“{award[0]}”原文：“{clip('；'.join(of_it), 160)}”\n" if award and of_it else ""
        return Reply(
            f"{own}加分最多{plain(rubric.bonus.cap)}分{total}。\n原文：“{quoted}”\n怎么加：{clip(criterion.clause, 200)}"
        )
    leaves = [criterion for criterion in rubric.criteria if criterion.rule.most_bonus]
    if not leaves:
        return Reply(f"《{_title(rubric)}》没有加分项，加分上限{NOT_PRINTED}。")
    rows = [
        f"{leaf.code} {leaf_name(leaf, 20)}：最多加{plain(leaf.rule.most_bonus)}分，原文“{clip(leaf.clause, 100)}”"
        for leaf in leaves
    ]
    return Reply.of(f"没有另设加分项，加分合计的上限{NOT_PRINTED}；带加分的指标：", *rows)


def bonus_so_far(text: str, context: Context) -> Reply:
    """加分拿了几分: what has been reported of it and brings points so far, above what is printed."""
    printed = bonus(text, context)
    if context.rubric.bonus is None:
        return printed
    now = standing_now(context)
    leaf = context.rubric.criterion(context.rubric.bonus.code)
    several = len(now.sheets) > 1
    rows = [
        f"{subject if several else ''}{values_text(leaf, given)}，暂加{plain(sheet.bonus or ZERO)}分"
        for subject, sheet in now.sheets.items()
        if (given := now.reported(leaf.code, subject))
    ]
    told = rows or ["加分项现在没有人报，暂加0分。"]
    return Reply.of(*shown(told, LONGEST, ""), printed.text)


def veto(_text: str, context: Context) -> Reply:
    """出了事是不是直接d: the printed veto, and how many events are on record."""
    rubric = context.rubric
    if rubric.veto is None:
        return Reply(f"《{_title(rubric)}》没有否决项，出事按有关指标扣分，“直接定等次”{NOT_PRINTED}。")
    clause = rubric.criterion(rubric.veto.code).clause.splitlines()[0]
    records = context.uow.submissions.current(context.speaker.campaign.id, codes=[rubric.veto.code])
    states = [(row.inputs or {}).get(rubric.veto.input) for row in records]
    confirmed, pending = states.count("confirmed"), states.count("preliminary")
    seen = standing(context) if may(context.speaker.role, Act.MATTERS) else ()
    told = [row for row in seen if row.kind in SEEN_BY_LEADERS]
    suspected = f"；登记待核实的疑似事件{len(told)}起：" if told else ""
    suspected += "、".join(f"第{row.number}号{row.subject}" for row in told[:8])
    return Reply(
        f"要看是不是区域性、系统性质量安全事件。原文：“{clip(clause, 160)}”\n"
        f"认定后等次一律为“{rubric.veto.grade}”，分数不变；未认定时等次暂不定。一般事故按有关指标扣分。\n"
        f"目前登记：已认定{confirmed}起，待认定{pending}起{suspected}。"
    )


def consequence(text: str, context: Context) -> Reply:
    """得d会怎么样: what the document says follows from a grade."""
    found = _LETTER.search(text)
    letter = found[0].lower() if found else "d"
    pattern = re.compile(rf"考核结果为\s*{letter}\s*级", re.IGNORECASE)
    quotes = _quotes(context, pattern)
    if not quotes:
        return Reply(f"得{letter}级以后怎么办，《{_title(context.rubric)}》{NOT_PRINTED}。")
    return Reply.of(f"得{letter}级的，原文：", *(f"“{clip(quote, LONGEST)}”" for quote in quotes))


def rectification(text: str, context: Context) -> Reply:
    """整改报告什么时候交: the printed term, reckoned from the publication where there has been one."""
    duties = [duty for duty in context.rubric.schedule if "整改" in duty.what]
    quotes = _quotes(context, re.compile("考核结果.*整改"))
    if not duties and not quotes:
        return Reply(f"整改报告的时限，《{_title(context.rubric)}》{NOT_PRINTED}。")
    lines = [f"{duty.printed}，由{duty.by}交{duty.what}，报{duty.to}。" for duty in duties]
    publication = context.arranged.publication
    today = local(context.now).date()
    supposed = day_in(text, today) if _PUBLISHED.search(text) else None
    if supposed is not None:
        lines.append(f"{month_day(supposed)}公告的话，就是{month_day(month_later(supposed))}前。")
    elif publication is not None:
        day = local(publication.at).date()
        lines.append(f"结果{month_day(day)}发布，即{month_day(month_later(day))}前。")
    elif duties:
        lines.append(
            f"结果还没有发布；如果今天（{month_day(today)}）公告，就是{month_day(month_later(today))}前。"
        )
    lines += [f"原文：“{clip(quote, LONGEST)}”" for quote in quotes[:1]]
    return Reply.of(*lines)


def bands(_text: str, context: Context) -> Reply:
    """等次怎么分."""
    rubric = context.rubric
    if rubric.grades is None:
        only = f"只印了否决后为“{rubric.veto.grade}”。" if rubric.veto is not None else ""
        return Reply(f"等次怎么划分，《{_title(rubric)}》{NOT_PRINTED}。{only}")
    rows = [f"{band.grade}级：{band.printed}" for band in rubric.grades.bands]
    between = "、".join(f"{plain(low)}—{plain(high)}" for low, high in rubric.grades.gaps)
    gaps = [f"{between}之间{NOT_PRINTED}，取较低一等。"] if between else []
    return Reply.of(*rows, *gaps)


def look_up(text: str, context: Context) -> Reply:
    """原文 关键词: the paragraphs of the document that hold the words, verbatim."""
    word = text.strip()
    quotes = _quotes(context, re.compile(re.escape(word), re.IGNORECASE))
    if not quotes:
        return Reply(f"《{_title(context.rubric)}》里没有“{clip(word, 20)}”（{NOT_PRINTED}）。")
    return Reply.of(*(f"“{clip(quote, LONGEST)}”" for quote in quotes[:QUOTED]))


def quoted(pattern: re.Pattern[str], context: Context) -> list[str]:
    """The first paragraphs of the document that hold it, verbatim."""
    return list(_quotes(context, pattern)[:QUOTED])


def month_later(day: date) -> date:
    """The same day of the next month, or that month's last day."""
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = ((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))


def _quotes(context: Context, pattern: re.Pattern[str]) -> Sequence[str]:
    source = _MARKUP.sub("", context.library.source(context.speaker.campaign.rubric))
    lines = (re.sub(r"\s+", " ", line).strip() for line in source.splitlines())
    return [line for line in lines if pattern.search(line)]


def _title(rubric: Rubric) -> str:
    return rubric.title or rubric.name


def lateness(context: Context) -> Reply:
    """逾期怎么扣: what the document prints of it, 原文未规定 where it prints nothing."""
    printed = [
        f"{leaf.code}：{clip(' '.join(leaf.clause.split()), 120)}"
        for leaf in context.rubric.criteria
        if _LATE.search(leaf.clause)
    ]
    if printed:
        return Reply.of("原文写到报送时间的：", *shown(printed, 4, "……另有{}项"))
    return Reply(
        "逾期报送扣不扣分、怎么扣，原文未规定。这里只记为逾期、继续提醒并逐级上报，得分仍按报的数算，以核定为准；"
        "宽限由质强办定。"
    )


COMMANDS = (
    command(
        Act.RULES,
        "加分最多加几分",
        "加分 加分上限 加分最多加几分 最多加几分 加分怎么算 加分项",
        bonus,
        r".{0,6}加分(?![^,，。]{0,2}[拿得加有算][了到上]).{0,6}(?:最多|上限|封顶|几分|多少).{0,4}|.{0,4}最多(?:能|可以)?加到?(?:多少|几)分?.{0,3}",
    ),
    command(
        Act.FORECAST,
        "加分项有报的吗",
        "",
        bonus_so_far,
        r"(?!.*(?:怎么|条件|能不能|可不可以|能加)).{0,8}加分(?:项|这块|那块)?.{0,8}(?:[有没]人?(?:报|提|加)|(?:报|提|申报|加)(?:了|上来|过|的).{0,3}(?:没|吗)|(?:谁|哪[几些]?[家个]).{0,4}(?:报|提|加)).{0,6}"
        r"|(?:谁|哪[几些]?[家个]?(?:单位|镇)?|有没有(?:人|单位)?).{0,3}(?:报|提|加)(?:了|过)?(?:的)?加分(?:项|的|了)?.{0,4}",
        shy=True,
    ),
    command(
        Act.RULES,
        "得d会怎么样",
        "",
        consequence,
        r"(?P<rest>.{0,8}(?:(?:得|评|评了|评为|评成|评上|拿|是|为)了?[a-dA-D]\s*级?|[a-dA-D]级)(?:了|的话|的)?(?:会|有|要|能)?.{0,4}"
        r"(?:怎么样|怎样|后果|咋样|处理|怎么办|咋办|影响|好处|奖励|待遇|用处|表扬|下场).{0,3})",
    ),
    command(
        Act.RULES,
        "出了事是不是直接d",
        "一票否决 否决项 否决 否决条件 什么情况否决",
        veto,
        r"(?:要是|万一)?出了?(?:大|啥)?事(?:了|的话|会|要)*扣(?:多少|几)?分?[?？]?"
        r"|.{0,10}(?:出了?事|事故|事件).{0,6}(?:直接|就是|一律|算不算|是不是).{0,4}[dD未].{0,4}"
        r"|(?:这|那|它)?[个种件起样]?(?:事|情况)?(?:算不算|是不是|到底算不算|算(?=.*[吗么]))(?:一票)?否决(?:事件|项)?[吗么呢啊?？]*",
    ),
    command(
        Act.RULES,
        "整改报告什么时候交",
        "整改 整改期限 整改报告",
        rectification,
        r".{0,6}整改.{0,8}(?:什么时候|几号|多久|期限|时限|哪天|啥时候).{0,4}",
    ),
    command(
        Act.RULES,
        "等次怎么分",
        "等次怎么分 等级怎么分 怎么分等次 怎么分级 几个等次",
        bands,
        r".{0,4}(?:多少|几)分.{0,3}(?:算|是|为|评)[a-dA-D]级?.{0,3}|[a-dA-D]级.{0,4}(?:多少|几)分.{0,3}",
    ),
    command(Act.RULES, "原文 整改", "", look_up, r"(?:原文|查原文|文件里)[\s:：]+(?P<rest>.{2,30})"),
)


GOALS_FROM = re.compile(
    "(?:目标|任务数)[^,，。]{0,12}?(?:(?:哪[儿里个]?|谁|啥时候|什么时候|(?:什么|啥|哪个)文件?|怎么(?=[^,，。]{0,8}的)|根据(?:什么|啥|哪)|依据)[^,，。]{0,8}?[定来下出设]的?|定的?还是[^,，。]{0,6}定|出处|依据)(?:是?(?:什么|啥|哪[儿里]?))?的?[呢啊?？]*$"
)
"""目标95是哪儿定的."""


def goals_from(text: str, context: Context) -> Reply | None:
    """Who set the targets, by which document, and when: of the figure that is named; None for none set."""
    rows: dict[tuple[str, str], str] = {}
    for leaf in context.running:
        for subject in context.speaker.campaign.subjects:
            told = target_text(context, leaf, subject).lstrip("；")
            rows.setdefault((leaf.code, told), f"{leaf.code} {leaf_name(leaf, 24)}：{told}") if told else None
    figures = re.findall(r"\d+(?:\.\d+)?", text)
    named = [
        row for (_, told), row in rows.items() if any(told.startswith(f"目标{one}（") for one in figures)
    ]
    if not rows and context.rubric.has_targets:
        return Reply(f"各单位的目标是《{context.rubric.title}》里印的，回“详情 编号”看一项的。")
    overlay = context.library.overlay_of(context.speaker.campaign)
    paper = [f"定目标的文件：{overlay.data['document']}。"] if overlay is not None and rows else []
    return Reply.of(*paper, *shown(named or [*rows.values()], _GOALS, "……另有{}项")) if rows else None


_GOALS = 6
