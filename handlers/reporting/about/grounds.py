"""凭什么: which document says so, what an empty cell means, whether last year's pieces serve, what may add points."""

import re
from typing import Final

from handlers.leading import provisions
from handlers.lookups import progress
from handlers.reporting.about.own import targets
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import origin
from handlers.understanding.own_staff import staff_names
from handlers.wording import leaf_name, listed
from scoring.model import Criterion

_NAMED: Final = 6


def basis(question: Question, leaf: Criterion) -> str:
    """哪个文件规定的, of a line: the document with its clause."""
    return origin(question, leaf).removesuffix("为什么这么定，原文未规定。")


def basis_of_all(question: Question) -> str:
    """The same of everything: the document, the paper that sets targets beside it, and how to see the text."""
    if "目标" in question.text:
        return targets(question)
    context = question.context
    overlay = context.library.overlay_of(context.speaker.campaign)
    beside = f"；目标等照{overlay.data['document']}" if overlay is not None else ""
    title = context.rubric.title or context.rubric.name
    return f"照的是《{title}》{beside}。一项的原文回“详情 序号”，查一段回“原文 关键词”。"


def empty_cell(question: Question) -> str:
    """A cell without a task or a target is none to report, and none that is not done."""
    context = question.context
    own = context.seat.subject or context.seat.unit
    if not context.rubric.has_targets:
        return (
            "细则表里哪个节点的格子空着，就是这一项在那个节点没有考核内容：不在您的清单上，不用报，不算没完成（原文没有另写的是原文未规定）。"
            f"清单上的都要报。\n{progress.head(context)}"
        )
    empty = [
        f"第{leaf.code}项{leaf_name(leaf, 16)}"
        for leaf in context.rubric.criteria
        if leaf.targets and leaf.targets.get(own) is None
    ]
    told = f"{own}空着的是{listed(empty, _NAMED)}。" if empty else f"{own}没有空着的。"
    return f"分解表里空着的格＝原文没有给{own}这项任务：不用报，也不算没完成、不算0。{told}"


def former_pieces(question: Question) -> str:
    """Whether what served last time may serve again: the document does not say; nothing of it is here."""
    year = question.context.speaker.campaign.year
    return (
        f"以前（上年度、上一次）的材料能不能接着用，原文未规定：考核的是{year}年度，能不能算由审核员定。"
        "还有效的制度、方案可以再发一次，发来归到哪一项、说明文号日期就行；以前交的不会自动转过来。这次已交的回“我的材料”看。"
    )


def bonus(question: Question) -> str:
    """What adds points, and which lines of the own list do."""
    context = question.context
    told = provisions.bonus(question.text, context).text
    if context.rubric.bonus is None and not context.rubric.gives_bonus:
        return told
    awards = context.rubric.bonus.code if context.rubric.bonus is not None else ""
    own = dict.fromkeys(
        f"{line.mark}{leaf_name(line.criterion, 20)}".strip()
        for line in (*question.board.lines, *question.later.lines)
        if line.code == awards or line.criterion.rule.most_bonus
    )
    if own:
        return f"您清单上带加分的：{listed(list(own), _NAMED)}。\n{told}"
    how = f"；得了下面写到的奖、推广的，把情况发“转质强办 情况”，由{question.office}认定" if awards else ""
    return f"您清单上没有带加分的项{how}。\n{told}"


def staff(question: Question) -> str:
    """Who of the own unit reports."""
    return (
        f"{question.context.seat.own}由{staff_names(question.context)}报，谁报都算单位的。"
        f"要换人、加人由质强办改名册：把谁接谁、姓名、职务、手机发来登记，或找{question.office}。"
    )


def reminded(question: Question) -> str:
    """今天提醒的是哪两项: what reminders tell of is what is still open."""
    return f"提醒的是还没报齐的，就是这些：\n{progress.still_open('', question.context).text}"


def year_meant(question: Question, leaf: Criterion | None = None) -> str:
    """年度内是指哪年: the year that is assessed, and the one before it."""
    year = question.context.speaker.campaign.year
    named = f"{question.title(leaf)}：" if leaf is not None else ""
    before = f"，上年（去年）是{year - 1}年" if _BEFORE.search(question.text) else ""
    outside = _OUTSIDE if _COUNTS.search(question.text) else ""
    return (
        f"{named}本次考核的是{year}年度{before}。条文写“年度”“当年”没有另外说明的，"
        f"按{year}年1月1日至12月31日理解；原文另写了时段的照原文（回“详情 序号”）。{outside}"
    )


_COUNTS: Final = re.compile("算")
_OUTSIDE: Final = "日期不在这一年里的算不算，原文没有另写（原文未规定），由审核员定。"
_BEFORE: Final = re.compile("[上去前]一?年|往年")
