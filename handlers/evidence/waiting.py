"""待归类: pieces that wait until their sender says to which leaf, and of which assessed unit, they belong."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers import dialogs
from handlers.board import BoardLine, board_of
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.drafts import choosing
from handlers.evidence import several
from handlers.evidence.announced import BEFORE
from handlers.evidence.asking_place import QUESTION, ask_unsure, ask_which, choices_of, wait, which_unit
from handlers.evidence.filing import Filing, names_another, of_one, pieces_named, read_filing
from handlers.evidence.naming import document_number
from handlers.evidence.placing import described, is_caption, is_name, named_in, of_unit
from handlers.evidence.putting import NO_CAPTION, filed_to_all, pieces, pieces_of
from handlers.messages import Reply
from handlers.reading import read_number
from handlers.reading.tokens.asides import is_question, without_asides
from handlers.reporting import report
from handlers.suggesting.suggestion import OFFERED
from store.records import Evidence


def ask_place(context: Context, evidence: Sequence[int], received: str, caption: str = "") -> Reply:
    """Ask to which leaf these pieces and those that wait already belong; `received` is the first line.

    What a `caption` said with them or before them names is where they go.
    """
    state = dialogs.present(context)
    if state is not None and state["kind"] == OFFERED and (state.get("below") or {}).get("kind") == BEFORE:
        dialogs.close(context)
        state = dialogs.present(context)
    asked = state if state is not None and state["kind"] in (QUESTION, BEFORE) else {}
    if state is not None and state["kind"] == BEFORE:
        dialogs.close(context)
    caption = caption or asked.get("caption", "")
    waiting = [*asked.get("ids", ()), *evidence]
    wait(context, waiting, caption)
    if caption:
        placed = answer({"ids": waiting, "caption": caption}, caption, context)
        return (
            Reply(f"{received}。\n{placed.text}")
            if placed is not None
            else ask_which(context, waiting, caption)
        )
    if len(waiting) > 1:
        apart = _apart(context, waiting)
        return Reply(
            f"{received}（共{len(waiting)}件待归类）。分别归哪项？回{apart}或“都归1”；序号见“我的任务”。"
        )
    lines = [f"{received}。归到哪一项？请回序号："]
    lines += choices_of(board_of(context))
    lines.append(f"序号后面请加一句说明（时间、地点、内容），如“1 6月10日工地检查”；{NO_CAPTION}。")
    return Reply("\n".join(lines))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """File what waits under the leaves that the text names; None where the text is something else."""
    rows = pieces(context, state["ids"])
    if not rows or state.get("code"):
        return _of_unit(state, rows, text, context) if rows else None
    if (
        shared := _again(state, text, context)
        or _with_last(state, rows, text, context)
        or _to_several(rows, text, context, state.get("caption", ""))
    ) is not None:
        return shared
    filings = read_filing(text, [row.original_name or row.text for row in rows])
    if isinstance(filings, str):
        return Reply(f"“{filings}”对不上待归类的{len(rows)}件材料，还没有归类。请用文号或“第1个归3”这样写。")
    board = board_of(context, text)
    lines = {filing: board.of_ordinal(filing.place) for filing in filings}
    if not filings or not all(lines.values()):
        return _held(state, text) or _told(rows, text, state.get("caption", ""), context)
    another = any(names_another(filing.caption, board.of_ordinal) for filing in filings)
    if another or any(_is_value(filing, text, context) for filing in filings):
        return _ask_apart(rows, context) if another else None
    dialogs.close(context)
    before = state.get("caption", "")
    said = _all_settled(context, rows, lines, "" if before == text else before)
    filed = {row.id for filing in filings for row in pieces_of(rows, filing)}
    left = [row.id for row in rows if row.id not in filed]
    if left:
        wait(context, left, "")
        said.append(f"还有{len(left)}件没有归类，请回序号。")
    return Reply("\n".join(said))


def _ask_apart(rows: Sequence[Evidence], context: Context) -> Reply:
    if len(rows) == 1:
        return Reply("1件材料说了几项，还没有归类：几项都用回“1和3”，只归一项回序号加一句说明。")
    apart = _apart(context, [row.id for row in rows])
    return Reply(f"{len(rows)}件材料还没有归类。分别归请回{apart}，归同一项回“都归1”。")


def _again(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """你看放哪: the question once more, with its numbers."""
    asks = len(text) <= _SHORT and _WHERE.search(text) is not None
    return ask_which(context, state["ids"], state.get("caption", "")) if asks else None


def _with_last(
    state: Mapping[str, Any], rows: Sequence[Evidence], text: str, context: Context
) -> Reply | None:
    """跟上一张放一起: where the speaker's last piece went."""
    if _WITH_LAST.fullmatch(text) is None:
        return None
    kept = context.uow.evidence.list(context.speaker.campaign.id, unit=context.seat.unit)
    last = [row for row in kept if row.code and row.contact_id == context.speaker.contact.id]
    line = board_of(context).line(last[-1].code or "", last[-1].subject) if last else None
    if line is None:
        return ask_which(context, state["ids"], state.get("caption", ""))
    dialogs.close(context)
    return Reply(filed_to_all(context, rows, state.get("caption", ""), [line]))


def _to_several(rows: Sequence[Evidence], text: str, context: Context, caption: str) -> Reply | None:
    """7 8 9: the pieces go to each of these lines; several pieces only where all are meant for all."""
    lines = several.lines_together(text, board_of(context, text), context)
    if not lines:
        return None
    if len(rows) > 1 and not several.of_all(text):
        listed = "、".join(str(place) for place in sorted({line.duty.ordinal for line in lines}))
        return Reply(
            f"{len(rows)}件材料都归到{listed}，请回“都归{listed}”；分别归请回{_apart(context, [row.id for row in rows])}。"
        )
    dialogs.close(context)
    head = "可以，一份材料可以归到几项。" if several.asks_whether(text) else ""
    said = several.caption_of(text)
    caption = said or ("" if caption == text else caption)
    return Reply(f"{head}{filed_to_all(context, rows, caption, lines)}")


def _told(rows: Sequence[Evidence], text: str, caption: str, context: Context) -> Reply | None:
    """What the words say of the pieces: of each apart, of all, or beside a value."""
    return (
        _apart_by_name(rows, text, context)
        or _captioned(rows, text, caption, context)
        or _captioned_and_more(rows, text, context)
    )


_WHERE = re.compile(
    "(?:归|放|算|挂)(?:到|在|进|入)?(?:哪|什么地方|几项|第几)|^(?:你|就|那)*(?:随便|看着|都行|都可以|无所谓)[^，,\\d]{0,6}$"
)
_WITH_LAST = re.compile(
    "(?:也|都|还|就|是|归|放|到|在)*(?:跟|和|与|同)?(?:上一?|刚才?那?|前面?那?一?)[张个件份次项条](?:的)?(?:那|这)?(?:一?[项个])?"
    "(?:也|都|还|就|是|归|放|算|到|在)*(?:一起|一样|一块|同?一?项|那项|里面?)*(?:的|吧|就行|就好)*[。!！]?"
)
_HOLD = re.compile(
    r"(?:先|暂时?)(?:别|不|甭)(?:要|用)?(?:急着?)?(?:归|放|交|算|传|提交|入)|先放着|先存着|[还没]*(?:没|未)定稿|等(?:我|会|一下).{0,6}再(?:归|说|定)"
)
_NONE = re.compile(
    r"(?:^|[，,。\s]|[里上]头?|[哪这][几个些]?[个项条]|一[个项条])(?:都|全|也)+(?:不是|不对|不归|不属于|不合适|对不上)(?!.*[?？吗])"
)


_SHORT = 30


def _held(state: Mapping[str, Any], text: str) -> Reply | None:
    """先别归，还没定稿, 都不是: nothing is filed, and the question stays."""
    held = _HOLD.search(text) and not is_question(text)
    if not (held or _NONE.search(text)) or len(text) > _SHORT:
        return None
    return Reply(f"好的，{len(state['ids'])}件材料先放着，没有归类；要归的时候回序号，不要了回“取消”。")


_JOIN = re.compile(r"^(?:都|全|均)?(?:是|归到?|放到?|给|算|到|→|-+>)?\s*")


def _apart_by_name(rows: Sequence[Evidence], text: str, context: Context) -> Reply | None:
    """图一是合格证的，图二是标准化的: each piece where its own words name a leaf for certain."""
    parts = [part.strip() for part in _SEGMENTS.split(text) if part.strip()]
    board = board_of(context, text)
    found: list[tuple[tuple[int, ...], str, Sequence[BoardLine]]] = []
    for part in parts:
        places, words = pieces_named(part, len(rows))
        words = _JOIN.sub("", words)
        said = f"第{words}项" if words.isdecimal() else words
        meant = named_in(said, board, context)
        if not places or not meant.certain:
            return None
        found.append((places, described(said), meant.lines))
    named = [place for places, _, _ in found for place in places]
    if not found or len(set(named)) != len(named):
        return None
    dialogs.close(context)
    told = [
        filed_to_all(context, [rows[at] for at in places], words, lines) for places, words, lines in found
    ]
    left = [row.id for at, row in enumerate(rows) if at not in named]
    if left:
        wait(context, left, "")
        told.append(f"还有{len(left)}件没有归类，请回序号。")
    return Reply("\n".join(told))


_SEGMENTS = re.compile(r"[，,。；;！!\n]+")


def _captioned_and_more(rows: Sequence[Evidence], text: str, context: Context) -> Reply | None:
    """图片是执法检查的，覆盖率99: the caption files the pieces, what reports a value is a report."""
    board = board_of(context, text)
    parts = [part.strip() for part in _SEGMENTS.split(text) if part.strip()]
    shows = [is_caption(part, board, context) for part in parts]
    if len(parts) < len("两段") or not shows[0] or all(shows):
        return None
    caption = "，".join(part for part, one in zip(parts, shows, strict=True) if one)
    rest = "，".join(part for part, one in zip(parts, shows, strict=True) if not one)
    if not report.read(rest, context)[1]:
        return None
    placed, told = _captioned(rows, caption, "", context), report.report(rest, context)
    return Reply("\n".join(one.text for one in (told, placed) if one is not None))


def _is_value(filing: Filing, text: str, context: Context) -> bool:
    """Whether what stands behind the number is a value of that line rather than a caption: 2 98.5, 3 自评0.9分."""
    if read_number(filing.caption) is not None:
        return True
    figures = any(map(str.isdigit, without_asides(filing.caption)))
    return figures and any(row.outcome == "certain" for row in report.read(text, context)[1])


def _settled(
    context: Context, rows: Sequence[Evidence], filing: Filing, lines: Sequence[BoardLine], caption: str
) -> str:
    """File the pieces to the leaf; where it has several assessed units and none is named, ask which."""
    filing = replace(filing, caption=filing.caption or caption)
    meant = of_unit(filing.caption, tuple(lines), board_of(context), context)
    said = "" if any(line.subject.startswith(filing.caption) for line in lines) else filing.caption
    if meant.certain:
        return filed_to_all(context, pieces_of(rows, filing), said, meant.lines)
    return which_unit(context, pieces_of(rows, filing), said, lines).text


def _all_settled(
    context: Context,
    rows: Sequence[Evidence],
    lines: Mapping[Filing, Sequence[BoardLine]],
    caption: str,
) -> list[str]:
    """What is said of each filing; several of the same pieces make copies of them."""
    filings = list(lines)
    if len(filings) > 1 and all(filing.at is None for filing in filings):
        meant = [line for filing in filings for line in lines[filing]]
        return [filed_to_all(context, rows, filings[0].caption or caption, meant)]
    return [_settled(context, rows, filing, lines[filing], caption) for filing in filings]


def _captioned(rows: Sequence[Evidence], text: str, caption: str, context: Context) -> Reply | None:
    """The pieces go where the words name a leaf for certain; otherwise the words stay their caption.

    Where the words only name the place, what was said of the pieces before stays their caption.
    """
    board = board_of(context, text)
    meant = named_in(text, board, context)
    if not is_caption(text, board, context) and not (meant.lines and is_name(text, board, context)):
        return None
    if len(rows) > 1 and of_one(text):
        return _ask_apart(rows, context)
    if not meant.certain:
        return ask_unsure(context, rows, text, meant.lines)
    dialogs.close(context)
    before = "" if caption == text else caption
    said = described(text) if described(mentions(text, context).rest) else ""
    return Reply(filed_to_all(context, rows, said or before, meant.lines))


def _of_unit(state: Mapping[str, Any], rows: Sequence[Evidence], text: str, context: Context) -> Reply | None:
    """The assessed units that the answer picks."""
    lines = [line for line in board_of(context, state["code"]).lines if line.code == state["code"]]
    places = choosing.picked(text, [line.subject for line in lines])
    if not places:
        return None
    dialogs.close(context)
    return Reply(filed_to_all(context, rows, state["caption"], [lines[place] for place in places]))


def cancel(state: Mapping[str, Any], context: Context) -> Reply:
    """The person does not want to file what was sent: it is marked withdrawn, the record stays."""
    for evidence in state["ids"]:
        context.uow.evidence.withdraw(evidence, context.now, context.actor)
    return Reply(f"已取消，{len(state['ids'])}件材料没有归入任何指标。")


def _apart(context: Context, waiting: Sequence[int]) -> str:
    """“45号→1，46号→2”, with the numbers of the documents that wait where they have some."""
    names = [row.original_name or row.text for row in pieces(context, waiting)[:2]]
    # Of 平农〔2021〕45号 people say 45号.
    numbers = [re.split("[〕第]", number)[-1] for name in names if (number := document_number(name))]
    of = numbers if len(set(numbers)) == len(names) else ["第1个", "第2个"]
    return f"“{of[0]}→1，{of[1]}→2”"
