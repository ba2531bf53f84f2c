"""整个考核: what is asked of the document as a whole: its text, its total, who shares the work, where results stand."""

import re
from decimal import Decimal
from typing import Final

from handlers.access import reported_by_subjects
from handlers.campaign.targets import actual_input
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.help import help_text
from handlers.leading import provisions
from handlers.lookups import progress
from handlers.people import own_place
from handlers.reporting.about.clause import bare_words
from handlers.reporting.about.question import Question
from handlers.wording import clip, leaf_name, listed, plain, shown
from scoring.decimals import round_half_up

_LISTED: Final = 12
_READING: Final = 300
_QUOTED: Final = 160


def document(question: Question) -> str:
    """The whole text is not sent by chat; any part of it is shown."""
    return (
        "整份细则、通知的文件我这里不发，要向"
        f"{question.office}要。一项的原文回“详情 序号”，查一段回“原文 关键词”，我照原文给您看。"
    )


def total(question: Question) -> str:
    """How the total comes about, as it is printed or read."""
    reading = _CHOSEN.sub("默认", _OTHERWISE.sub("", question.context.rubric.total.reading))
    return f"总分这样算：{clip(reading, _READING)}\n原文没有写的是本系统的口径，以{question.office}定的为准。"


_CHOSEN: Final = re.compile("[a-z_]+（默认）")
_OTHERWISE: Final = re.compile("[，；][a-z_]+ ?(?!（默认）)[^，；。]*")
"""The settings that are not taken are the office's to know."""


def ratio(question: Question) -> str:
    """What 完成率 is."""
    if question.context.rubric.has_targets:
        return (
            "完成率＝报上来的数÷您单位的目标数；“低于”“事故率”一类不算完成率，只看到没到目标。"
            "原文只印了目标、没有分值，完成率是本系统算给您看进度的。"
        )
    return "完成率这里指报了几项：已报的项数÷应报的项数；得几分照各项评分标准算，回“我的得分”看。"


_MEMBERS: Final = "相关成员单位"


def shared(question: Question) -> str:
    """The own lines that the document gives to several units."""
    lines = {line.code: line for line in question.board.lines if len(line.criterion.named_units) > 1}
    source = question.context.library.source(question.context.speaker.campaign.rubric)
    unnamed = "原文写着“等相关成员单位”的，没有列是哪些（原文未规定）。" if _MEMBERS in source else ""
    if not lines:
        return f"您清单上的项都只列了您单位的名字，没有列别的单位。{unnamed}"
    rows = [
        f"{line.title}：由{line.criterion.reporter or question.context.seat.unit}报，"
        f"原文负责单位{listed(line.criterion.named_units, 5, '家')}"
        for line in lines.values()
    ]
    head = f"原文列了几家负责单位的有{len(rows)}项（列在后面的可以补充材料）："
    return "\n".join(filter(None, [head, *shown(rows, _LISTED, "……另有{}项"), unnamed]))


def by_others(question: Question) -> str:
    """What bureaus report of an assessed unit; who reports for himself has nobody else's lines on his list."""
    context = question.context
    if context.seat.own not in context.seat.subjects:
        return _of_units(question) or "您清单上的项都由您单位报；别的项由谁报，发“谁报 指标名”。"
    running = (None, context.milestone)
    rows = [
        f"{leaf.code} {leaf_name(leaf, 30)}：由{leaf.reporter}报"
        for leaf in context.rubric.criteria
        if leaf.milestone in running and leaf.reporter and not reported_by_subjects(context.rubric, leaf)
    ]
    if not rows:
        return f"没有别的单位替{context.seat.own}报的项，都在您的清单上（回“我的任务”）。"
    return "\n".join(
        [
            f"这{len(rows)}项由市直部门报，报了多少只有报的那家和质强办能看：",
            *shown(rows, _LISTED, "……另有{}项"),
        ]
    )


def _of_units(question: Question) -> str:
    """跟住建局的有啥不一样: what the units that are named report, beside one's own; "" for no such unit."""
    context = question.context
    named = mentions(question.text, context).units
    told = []
    for unit in (one for one in named if one != context.seat.unit):
        of_unit = [task.criterion for task in question.others() if task.criterion.reporter == unit]
        rows = shown([f"{leaf.code} {leaf_name(leaf, 30)}" for leaf in of_unit], _FEW, "另有{}项")
        told.append(f"{unit}报的是：{'；'.join(rows) or '原文没有列'}。")
    if not told:
        rows = [f"{question.title(leaf)}：原文：{question.quoted(leaf)}" for leaf in question.leaves]
        return "\n".join([*rows, "别家的怎么考、有什么不同原文没有另写（原文未规定）。"]) if rows else ""
    own = "、".join(leaf_name(leaf, 30) for leaf in question.leaves) or "您清单上的（回“我的任务”看）"
    return f"{''.join(told)}您单位报的是：{own}。各报各的，两家有什么不同原文没有另写（原文未规定）。"


_FEW: Final = 5


def members(question: Question) -> str:
    """等相关成员单位: where the document says so it names no more of them."""
    own = f"您清单上的项由{question.context.seat.unit}报，别的成员单位可以补充材料。"
    leaves = question.context.rubric.criteria
    printed = any(
        "成员单位" in unit for leaf in leaves for unit in (*leaf.responsible, leaf.responsible_printed)
    )
    says = "原文只写“等相关成员单位”，没有列出是哪些" if printed else "原文没有列“成员单位”是哪些"
    return f"{says}（原文未规定），由质强办明确。{own}"


def average(question: Question) -> str:
    """The mean of what the speaker reported for the assessed units; others' figures are not told."""
    rows = []
    for leaf in question.leaves_of_list():
        item = actual_input(leaf)
        lines = [line for line in question.board.lines if line.code == leaf.code]
        known = {
            line.subject: Decimal(str(line.known[item.name]))
            for line in lines
            if item is not None and isinstance(line.known.get(item.name), str | int)
        }
        if len(lines) > 1 and known:
            mean = plain(round_half_up(sum(known.values(), Decimal(0)) / len(known), 2))
            each = "、".join(f"{subject}{plain(value)}" for subject, value in known.items())
            left = f"，还有{len(lines) - len(known)}家没报" if len(known) < len(lines) else ""
            rows.append(f"{question.title(leaf)}：您报的{len(known)}家平均{mean}（{each}；简单平均{left}）。")
    told = rows or ["没有您报上来的数，算不出平均值。"]
    return "\n".join([*told, "目标值不随它变：目标由质强办定，回“目标多少”看。"])


def veto(question: Question) -> str:
    """What the document vetoes."""
    return provisions.veto("", question.context).text


def helped(question: Question) -> str:
    """How it goes, and who of the office may be asked."""
    return f"{help_text('', question.context).text}\n还不会就找{question.office}。"


def conflict(question: Question) -> str:
    """Where another paper says something else, the office decides."""
    source = clip(question.context.rubric.title or question.context.rubric.name, 40)
    decided = f"上级另有要求、两边不一致的，以{question.office}明确的为准。"
    return f"这里照《{source}》原文和质强办定的口径算分；{decided}"


def estimate(question: Question) -> str:
    """Only what is known is reported."""
    return (
        "估的数不要报：没有实际数据就先空着（不会按0记），出了再报；先报了的以后也能改。赶不上时限回“申请延期”。\n"
        f"{progress.head(question.context)}"
    ).rstrip()


def reviewing(question: Question) -> str:
    """Who reports does not review."""
    return f"您这个账号只填报，不审别人的。{own_place.who_am_i('', question.context).text}"


def published(question: Question) -> str:
    """Where results are to be seen: the document does not say."""
    return (
        "结果在哪里公示、公布，原文未规定：各项核定后由质强办发布，到时我会通知您。"
        f"本单位的分随时回“我的得分”看；别处的公示请问{question.office}。"
    )


def inspected(question: Question) -> str:
    """How those above come to look: what the document prints of it; the day, the places and the welcome it leaves open."""
    source = question.context.library.source(question.context.speaker.campaign.rubric)
    said = [" ".join(one.split()) for one in _SENTENCE.findall(source) if _LOOKED_AT.search(one)]
    printed = f"原文写的是：“{'”“'.join(clip(one, _QUOTED) for one in said[:_MOST])}”。" if said else ""
    return (
        f"{printed}上面哪天来、查哪几家、看电子版还是看现场、要不要陪同和汇报，"
        f"{'别的没写到的' if said else ''}原文未规定，以{question.office}通知的为准。"
        "该备的就是各项要的材料，交给我的回“我的材料”看，还缺的回“还差什么”看。"
    )


def private(question: Question) -> str:
    """What is personal in a piece of evidence and proves nothing is better covered."""
    return (
        "材料里跟考核无关的个人信息（身份证号、电话、住址、人脸、车牌等）请先遮住再发，留着能证明做了什么的就行；"
        "要不要遮原文未规定，审核要看原件时由"
        f"{question.office}另行要。已经发了的说“刚才那张不要了”，遮好重发。"
    )


_LOOKED_AT: Final = re.compile("(?:评价|核查)打分(?:（[^（）]*）)?$|听取汇报")


def in_document(text: str, context: Context) -> str:
    """What the document says of the longest telling words of the text; "" for none."""
    source = context.library.source(context.speaker.campaign.rubric)
    sentences = [" ".join(one.split()) for one in _SENTENCE.findall(source)]
    words = bare_words(text)
    pieces = {
        word[at:end] for word in words for at in range(len(word)) for end in range(at + _LEAST, len(word) + 1)
    }
    for piece in sorted(pieces, key=lambda one: (-len(one), text.find(one))):
        found = [one for one in sentences if piece in one]
        if 0 < len(found) <= _MOST:
            told = "”“".join(clip(one, _QUOTED) for one in dict.fromkeys(found))
            return f"原文说到“{piece}”的：“{told}”。别的没写到的原文未规定。"
    return ""


_SENTENCE: Final = re.compile(r"[^。；;\n]{6,}")
_LEAST: Final = 4
_MOST: Final = 3
"""What stands in more sentences tells nothing."""
