"""要交什么: what evidence a line asks for, in what form and where it goes, as far as the document says."""

import re
from collections.abc import Iterable
from typing import Final

from handlers.calendar.schedule import duty_meant, when_due
from handlers.evidence import handed_in, items, lacking
from handlers.evidence.completeness import NOT_PRINTED, demands
from handlers.evidence.limits import LARGEST_MEGABYTES, WAYS_FOR_LARGE, too_large
from handlers.evidence.putting import NO_CAPTION
from handlers.reporting.about.question import Question, clause_of
from handlers.reporting.about.sending import form_of_list
from handlers.wording import clip, shown
from scoring.model import Criterion

_LISTED: Final = 5
_BARE: Final = re.compile("[没不](?:有|写|带|加|附|配|要)*(?:文字)?说明|说明(?:没|不)")
_HOW_CAPTION: Final = re.compile(
    "(?:图片?|照片|[图配]的?)[^，,。]{0,8}(?:说明|图注|文字|[写标注带加]上?(?:日期|时间|地点|字))|^(?:文字)?(?:说明|图注)(?!书|材料|情况|报告)"
)
_CAPTION: Final = (
    "补一句时间、地点、内容就行：没归类的跟序号一起回“1 6月10日工地检查”，归好的回“说明 1 时间地点内容”。"
)
_PAPER: Final = "纸质版"
_ON_PAPER: Final = re.compile("纸质|盖章的|原件|送(?:到|去)哪|寄|当面|邮箱|光盘|[uU]盘")
_COMPUTER: Final = re.compile("电脑|网页|PC|浏览器", re.IGNORECASE)
_SEND: Final = "直接发图片、文件或链接给我就行。"


def needed(question: Question, leaf: Criterion) -> str:
    """What the document asks for, and what has come in."""
    asked = demands(leaf)
    told = (
        "；".join(shown([clip(item, 60) for item in asked], _LISTED, "等共另{}条")) if asked else NOT_PRINTED
    )
    return (
        f"{question.title(leaf)}要的材料：{told}。原文：{question.quoted(leaf)}\n"
        f"已交{_kept(question, leaf)}件；{_SEND}"
    )


def _kept(question: Question, leaf: Criterion) -> int:
    context = question.context
    rows = context.uow.evidence.list(context.speaker.campaign.id, code=leaf.code, unit=context.seat.unit)
    return sum(row.state in ("stored", "pending") for row in rows)


def lacking_of_list(question: Question) -> str:
    """What is still wanted of every line; where the document names no pieces, what it prints of each."""
    leaves = question.leaves_of_list()
    if leaves and not any(map(demands, leaves)):
        rows = [
            f"{question.title(leaf)}：{clip(clause_of(leaf), 60)}（已交{_kept(question, leaf)}件）"
            for leaf in leaves
        ]
        told = shown(rows, _LISTED, "……另有{}项，单看一项回“详情 序号”")
        return "\n".join([f"{NOT_PRINTED}，够不够由审核员定。原文写的是：", *told, _SEND])
    return lacking.lacking("", question.context).text


def form(question: Question, leaf: Criterion | None = None) -> str:
    """原件、盖章、份数: what the document prints of it; hardly ever anything."""
    duty = duty_meant(question.text, question.context.rubric.schedule)
    if kinds := _kinds_named(question):
        return f"{question.title(leaf) + '：' if leaf is not None else ''}{kinds}"
    if duty is not None and leaf is None:
        told = when_due(question.text, question.context).text
        return f"{told}\n没写的（字数、份数、盖章等）原文未规定，请问{question.office}。"
    head = f"{question.title(leaf)}：" if leaf is not None else ""
    if _BARE.search(question.text):
        return f"{head}{NO_CAPTION}。{_CAPTION}"
    if _HOW_CAPTION.search(question.text):
        return f"图片说明写什么格式、多少字原文未规定，{NO_CAPTION}。{_CAPTION}"
    clause = f"原文只写“{clip(clause_of(leaf), 60)}”，" if leaf is not None else ""
    if how_many := _how_many(question.text):
        return f"{head}{how_many}{NO_CAPTION}。"
    return (
        f"{head}{clause}材料的形式（原件或复印件、盖不盖章、格式、份数、排版、算不算数）原文未规定。\n"
        f"清楚的照片、扫描件、PDF、Word、表格、网页链接直接发给我都收；够不够由审核员定，要纸质或有别的要求以{question.office}说的为准。"
        f"{'标了密级、注明内部不外传的不要发到这里。' if '批示' in question.text else ''}"
    )


def _how_many(text: str) -> str:
    """How many pieces may come, and whether one after the other; "" where it asks of neither."""
    if _ONE_BY_ONE.search(text):
        return (
            "不用一张一张来：几张连着发就行，我都收着，最后回一次“序号 一句说明”就一起归好；"
            "分属几项的回“第1个→1，第2个→2”。"
        )
    return (
        f"交几件、几张原文未规定，这里不限，一件最大{LARGEST_MEGABYTES}MB；" if _HOW_MANY.search(text) else ""
    )


def _kinds_named(question: Question) -> str:
    """The kinds of evidence that the document lists, where the text asks whether one of them serves."""
    kinds = question.context.rubric.materials.evidence_kinds
    named = [kind for kind, members in kinds.items() if _names(question.text, (kind, *members))]
    asks = named or (kinds and _COUNTS.search(question.text))
    if not asks or _OF_PIECES.search(question.text):
        return ""
    ours = f"，都算（{'、'.join(named)}在内）" if named else ""
    others = "" if named else "没列到的算不算原文未规定，发来我也收。"
    listed = "；".join(
        f"{kind}（{'、'.join(members)}）" if members else kind for kind, members in kinds.items()
    )
    return f"原文列的印证材料有这些{ours}：{listed}。{others}图片要有文字说明，链接也收；够不够由审核员定。"


def _names(text: str, words: Iterable[str]) -> bool:
    return any(word in text or (len(word) > _SHORT and word[:_SHORT] in text) for word in words)


_ONE_BY_ONE: Final = re.compile(
    "一[张个件份][地的]?一[张个件份]|逐[张个件]|(?:几|多|好几|\\d)[张个件][^，,]{0,4}(?:一起|一块|一次|同时)"
    "|(?:一次|一起|同时)[^，,]{0,6}(?:几|多|好几|\\d)(?:少)?[张个件]"
)
_HOW_MANY: Final = re.compile(
    "(?:最多|最少|至少|能|要|得|准备|必须)[^，,。]{0,6}[几多]少?[张个件]|[几多]少?[张个件][^，,。]{0,6}[够行吗]"
)
_COUNTS: Final = re.compile("(?:算(?:不算)?(?:是)?|(?:当|作为?|充)成?)(?:印证|佐证|证明)?材料")
_SHORT: Final = 2
_OF_PIECES: Final = re.compile(
    "几[份张个]|多少|份数|盖章|原件|复印|扫描|格式|多大|字数|说明|word|pdf", re.IGNORECASE
)
"""What asks of a piece's shape, not whether its kind serves."""


def large(question: Question, _leaf: Criterion | None = None) -> str:
    """How large a file may be, and the ways that are open for one that is larger."""
    size = too_large(question.text)
    first = f"{size}的文件收不了，发来也不算已交：" if size else ""
    page = (
        "聊天里发不动的，回“上传”取网页链接，手机、电脑都能打开，断了能接着传。"
        if question.context.links is not None
        else ""
    )
    if _COMPUTER.search(question.text):
        first = f"可以，电脑上登录企业微信，同样在这里发就行。{first}"
    return (
        f"{first}一个文件最大{LARGEST_MEGABYTES}MB。{page}再大的{WAYS_FOR_LARGE}（“我的任务”里有序号）。"
        f"还不行请找{question.office}。"
    )


def where(question: Question, leaf: Criterion | None = None) -> str:
    """Values and evidence are sent here."""
    rubric = question.context.rubric
    duty = duty_meant(question.text, rubric.schedule) if leaf is None else None
    told = f"\n{when_due(question.text, question.context).text}" if duty is not None else ""
    if _ON_PAPER.search(question.text) and rubric.enquiries:
        printed = told.strip() or "\n".join(
            when_due(one.what, question.context).text for one in rubric.schedule if _PAPER in one.form
        )
        return f"{printed}\n送到：{rubric.enquiries}。"
    if _FIGURE.search(question.text) and "传" not in question.text:
        return form_of_list(question)
    return (
        "直接发到这里就行：数发“序号 数值”，材料把图片、文件或链接发给我（大文件回“上传”），"
        f"我归到您单位名下，交审核员和质强办。{told}"
    )


_FIGURE: Final = re.compile("\\d(?:个|批|件|起|家|条|%|％)")
"""抽了32个样，这个数报哪里: which item takes it."""


def received_of(question: Question, leaf: Criterion) -> str:
    """What has come in for one line, piece by piece, before what it asks for."""
    place = next((line.duty.ordinal for line in question.lines_of(leaf)), 0)
    shown_rows = items.show(str(place), question.context) if place and _kept(question, leaf) else None
    if shown_rows is None:
        return needed(question, leaf)
    wanted = needed(question, leaf).split("\n", 1)[0] if _ENOUGH.search(question.text) else ""
    return "\n".join(filter(None, [shown_rows.text, wanted, wanted and "够不够由审核员定。"]))


_ENOUGH: Final = re.compile("够|齐|全")


def received(question: Question) -> str:
    """What has come in."""
    return handed_in.mine("", question.context).text
