"""说了几样: what one line says at once is taken apart, and every part of it gets its answer."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.access import may
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.evidence import asking_place, receiving, unreceived
from handlers.evidence.limits import too_large
from handlers.messages import Reply
from handlers.people.speaking import afresh
from handlers.reading import RowReading, read_state
from handlers.reading.tokens.asides import bare, is_question
from handlers.reading.tokens.ordinals import PATTERN
from handlers.reporting import questions, report
from handlers.reporting.about.asked import ROLES
from handlers.reporting.about.outright import no_talk
from handlers.reporting.remarks import is_remark
from handlers.reporting.situations import levels
from handlers.reporting.situations.items import code_of
from handlers.suggesting import offering
from handlers.suggesting.guessing import guess
from handlers.talking.answers import answer_to
from handlers.talking.kinds import Kind
from handlers.talking.promises import waits
from handlers.talking.revising import less_than_told
from handlers.talking.said import Said
from handlers.talking.taking_apart import FIGURE, Line, apart, is_command
from handlers.talking.topic import papers_in, topic_of
from handlers.understanding import beyond
from handlers.wording import clip, local

LONGEST: Final = 200
_CUE: Final = re.compile("[\u4e00-\u9fff]{2}")
"""There is no talk without words."""
_COMMAND: Final = re.compile(
    r"(?:忽略|无视|绕过)|(?:转质强办|交接|责任异议|申请延期|申诉|材料|原文|详情|导出|撤回|更正|登记|提醒)[\s:：]"
)
_ELSE: Final = re.compile(
    "其[他余]|另外|剩|别的|还有|方案|材料|文件|总结|佐证|照片|依据|规划|台账|名单|证书|附件|文号|扫描"
)
_OF_PERSONS: Final = frozenset({Kind.HANDOVER, Kind.NUMBER, Kind.LEAVE, Kind.WISH})
"""Names and numbers beside these are theirs."""
_ANSWERED_BY: Final[Mapping[Kind, tuple[Kind, ...]]] = {
    Kind.TIGHT: (Kind.EXTENSION,),
    Kind.LEAVE: (Kind.EXTENSION, Kind.HANDOVER),
    Kind.CEASE: (Kind.RETURNED,),
    Kind.NUMBER: (Kind.HANDOVER,),
    Kind.WISH: (Kind.HANDOVER, Kind.LEAVE),
    Kind.RELAY: (Kind.EXTENSION, Kind.HANDOVER, Kind.NUMBER),
}
"""What needs no answer of its own beside another."""
_SHORT: Final = 20
_FEW: Final = 8
"""What is no longer, and not understood, is hardly more than a sigh."""
Say = Callable[[str, Context], Reply]
"""Answers a text as if it had just been typed."""


def talk(text: str, before: Mapping[str, Any] | None, context: Context, say: Say) -> Reply | None:
    """An answer to each part of a line of which at least one is talk; None for any other line."""
    if context.speaker.role not in ROLES or len(text) > LONGEST or _CUE.search(text) is None:
        return None
    if "[文件]" in text and too_large(text):  # what is said of a file that did not arrive is answered with it
        return unreceived.unreceived(text, context)
    line = apart(text, context)
    if line is None or no_talk(text) or _is_order(text, context) or _is_not_talk(line, before, context):
        return None
    return less_than_told(text, context) or _told(line, context, say)


def promised(answer: Reply, said: str, context: Context) -> Reply:
    """The answer, with that to the promise which stands beside what was answered; no promise is ""."""
    if not said:
        return answer
    told = answer_to(Kind.PROMISE, said, said, topic_of(said, context), context, beside=True).text
    return Reply(f"{_with_rest_open(answer.text, [said], context)}\n{told}")


def _is_order(text: str, context: Context) -> bool:
    """Whether the words order something of the bot, whatever they speak of."""
    return KNOWN.knows(text) or _COMMAND.match(text) is not None or beyond.injected(text, context) is not None


def _told(line: Line, context: Context, say: Say) -> Reply | None:
    """The answer to a line of which something is talk or courtesy."""
    if not line.talk:
        return say(line.rest, context)
    rows = report.read(line.rest, context)[1] if line.rest else ()
    settled = _reports(rows) or (FIGURE.search(line.rest) is not None and len(line.rest) <= _SHORT)
    if settled and _in_doubt(line, context):
        return _held(line, context) if FIGURE.search(line.rest) else None
    if Kind.HOLD in line.kinds:
        return _held(line, context)
    main = _main(line, rows, context, say)
    return _answered(line, main, afresh(context))  # What the rest of the line has asked goes on waiting.


def _is_not_talk(line: Line, before: Mapping[str, Any] | None, context: Context) -> bool:
    """Whether it is a command, the caption of a piece that waits, or mere courtesy beside an open question."""
    if not line.talk:
        return before is not None
    waits_for_place = before is not None and before["kind"] == asking_place.QUESTION
    return is_command(line, context) or (waits_for_place and not line.rest)


def _reports(rows: Sequence[RowReading]) -> bool:
    return any(row.item is not None or row.choices for row in rows)


def _main(line: Line, rows: Sequence[RowReading], context: Context, say: Say) -> Reply | None:
    """The answer to what is left of the line; an address keeps the words that tell where it belongs."""
    if "://" in line.rest:
        return receiving.linked(_WILL_DO.sub("", line.rest), context)
    owed = _owed(line, rows, context)
    if owed is not None:
        return report.answered(context, report.read(line.rest, context)[0], owed)
    return _understood(_named(line, rows, context), context, say) if _is_more(line, rows, context) else None


def _owed(line: Line, rows: Sequence[RowReading], context: Context) -> Sequence[RowReading] | None:
    """台账有，明天发: the rows, what they would report complete asked about; None where nothing of it is to come."""
    promises = [part.said for part, kind in line.talk if kind is Kind.PROMISE and not part.said[0].isdigit()]
    codes = {one.code for said in promises for one in topic_of(said, context).lines}
    asked = tuple(_asked(row) if not codes or code_of(row) in codes else row for row in rows)
    return asked if promises and asked != tuple(rows) else None


def _asked(row: RowReading) -> RowReading:
    """The level as a question where a bare 有 is all that was said of it; 齐全 and 有方案并有证明材料 are levels."""
    item, state = row.item, read_state(_PLACE.sub("", row.piece))
    told = state is not None and state.kind in ("label", "full") and not state.text.endswith("有")
    if item is None or row.task is None or told or "full" not in item.inputs.values():
        return row
    return levels.of_line(row.task, row.piece, item.subject)


def _named(line: Line, rows: Sequence[RowReading], context: Context) -> str:
    """What is left, with the only item that the talk beside it names where the figures in it name none."""
    words = "，".join(part.said for part, _ in line.talk)
    found = {one.code: one.duty.ordinal for one in topic_of(words, context).lines}
    open_rows = rows and all(row.item is None and len(row.choices) > 1 for row in rows)
    if not open_rows or len(found) != 1 or topic_of(line.rest, context).lines:
        return line.rest
    return f"{next(iter(found.values()))} {line.rest}"


def _understood(rest: str, context: Context, say: Say) -> Reply | None:
    """The answer to what is left; where it was not understood, only that, and nothing of a few words."""
    reply, account = say(rest, context), context.speaker.account
    found = context.uow.accounts.find(account.channel, account.userid)
    if found is None or found.misunderstandings <= account.misunderstandings:
        return reply
    if found.dialog is not None and found.dialog["kind"] == offering.QUESTION:
        dialogs.close(context)
    return Reply(f"“{clip(rest, 30)}”这句没看懂，请单独再发。") if len(rest) > _FEW else None


_WILL_DO: Final = re.compile("[吧]?(?:行不行|行吗|行不|可以吗|可以不|好吗|好不好)[？?]?")


def _is_more(line: Line, rows: Sequence[RowReading], context: Context) -> bool:
    """Whether what is left of the line says something by itself, and does not only give the reason of the talk."""
    rest = line.rest
    if rest and (is_remark(rest) or _only_names(rest, context)):
        return False
    if not rest or (not _reports(rows) and line.kinds & _OF_PERSONS):
        return False
    if _reports(rows) or FIGURE.search(rest) or is_question(rest) or rest[-1] in "？?吗么呢":
        return True
    if papers_in(rest, context):
        return False
    if any(may(context.speaker.role, command.act) for command, _ in KNOWN.meant(rest)):
        return True
    found = guess(rest, context)
    return found.told and not found.talk and found.beyond is None


def _only_names(rest: str, context: Context) -> bool:
    """Whether what is left only says of which item the talk is; a figure in it is a value: ②100% of 确保达到100%."""
    words = bare(_PLACE.sub("", rest))
    return (
        bool(words)
        and FIGURE.search(words) is None
        and any(words in bare(one.title) for one in topic_of(rest, context).lines)
    )


_PLACE: Final = re.compile(PATTERN)


def _in_doubt(line: Line, context: Context) -> bool:
    """Whether what is reported is said together with that it still has to be settled."""
    today = local(context.now).date()
    return any(
        kind is Kind.PROMISE and waits(part.said, today) and not _is_of_another(part.said, line, context)
        for part, kind in line.talk
    )


def _is_of_another(said: str, line: Line, context: Context) -> bool:
    """Whether the promise is about something else than the value beside it."""
    if _ELSE.search(said) or any(_stem(name) in said for name in context.speaker.campaign.subjects):
        return True
    if _GRANTED.search(said) and _is_of_applying(line.rest, context):
        return True
    named, told = _MEASURED.search(said), _MEASURED.findall(line.rest)
    if named is not None and told and not any(named[0] in one or one in named[0] for one in told):
        return True
    what = _SUBJECT.match(said)
    if what is not None and not _SAME.search(what["what"]) and not _shared(what["what"], line.rest):
        return True
    meant = {one.code for one in topic_of(said, context).lines}
    return bool(meant) and not meant & {one.code for one in topic_of(line.rest, context).lines}


def _is_of_applying(rest: str, context: Context) -> bool:
    """Whether it counts what was applied for: 质量标兵推荐1个 of 质量标兵申报数."""
    lines = topic_of(rest, context).lines
    return "申报" in rest or (bool(lines) and all("申报" in one.title for one in lines))


_GRANTED: Final = re.compile("批|授|评|认定|公布|结果|下来|[没未]出")
"""申报了1个，还没批: what was applied for is certain before it is granted."""
_SUBJECT: Final = re.compile(
    "(?:但是?|不过|就是|只是)?(?![还尚正仍都也])(?P<what>[\u4e00-\u9fff]{2,8}?)(?:的|得|都|也|要|需|只能|可能)*(?:还|尚|暂时?|目前)?(?:没|未|等|在(?!建)|待|下周|明天|后天|下个?月|月底|过[几两]天)"
)
_SAME: Final = re.compile(
    "数|结果|报告|检[测验查]|复检|通报|领导|局长|[省市县上厅局]|我们|他们|人家|企业|最终|正式|具体|准确|签|章|核|[这那它这][个项条块边]|统计|汇总|科里|会计|所里|院里"
)
"""What is still to come is the very figure: 省里还没通报, 正式结果还没出."""


def _shared(words: str, rest: str) -> bool:
    return any(words[at : at + _SOME] in rest for at in range(len(words) - 1))


_SOME: Final = 2
_MEASURED: Final = re.compile("[\u4e00-\u9fff]{1,4}(?:率|数量|人数|总数|金额|产值)")
"""What a figure is of."""


def _stem(subject: str) -> str:
    return subject[:-1] if subject[-1] in "区县市镇乡" else subject


def _held(line: Line, context: Context) -> Reply:
    """Nothing is stored of a value that is still to be settled."""
    asked = dialogs.open_question(context.speaker.account, context.now)
    said = answer_to(Kind.HOLD, line.text, line.text, topic_of(line.text, context), context, beside=False)
    head = f"“{clip(line.text, 30)}”" if line.rest else ""
    if asked is not None and asked["kind"] == questions.QUESTION and not line.rest:
        dialogs.close(context)
        return Reply(f"好的，那一条没有入库，已经取消（{clip(asked['again'], 40)}）。定了直接重发就行。")
    return _reply(f"{head}{said.text}", said.choices, context)


def _answered(line: Line, main: Reply | None, context: Context) -> Reply:
    """The answer to what is left, and one to each part of the talk."""
    beside = main is not None or len(line.kinds) > 1
    said: list[Said] = []
    for kind in dict.fromkeys(kind for _, kind in line.talk):
        if not line.kinds.isdisjoint(_ANSWERED_BY.get(kind, ())):
            continue
        words = "，".join(part.said for part, one in line.talk if one is kind)
        words = words if main is not None or len(line.kinds) > 1 else line.text
        about = "，".join(filter(None, [line.rest if main is None else "", words]))
        if kind is Kind.ELSEWHERE and papers_in(line.text, context):
            about = line.text
        said.append(answer_to(kind, words, line.text, topic_of(about, context), context, beside=beside))
    promises = [part.said for part, kind in line.talk if kind is Kind.PROMISE]
    rows = [_with_rest_open(main.text, promises, context)] if main is not None and main.text else []
    rows += [one.text for one in said if main is None or one.text not in main.text]
    choices = tuple(dict.fromkeys(choice for one in said for choice in one.choices))
    if choices and main is not None and dialogs.present(context) is not None:
        rows += [f"要{label}，请发“{typed}”。" for label, typed in choices]
        choices = ()
    return _reply("\n".join(rows), choices, context)


def _with_rest_open(told: str, promises: Sequence[str], context: Context) -> str:
    """The question that the rest asks, no complete level first where its papers or a part of it are still to come."""
    codes = {line.code for said in promises for line in topic_of(said, context).lines}
    papers = any(map(_PAPERS.search, promises))
    return questions.lacking_first(context, told, codes, papers=papers) if promises else told


_PAPERS: Final = re.compile("材料|文件|佐证|印证|扫描|台账|总结|盖章|签字|照片")


def _reply(text: str, choices: Sequence[tuple[str, str]], context: Context) -> Reply:
    """The text, with the choices numbered below."""
    if not choices:
        return Reply(text)
    return offering.choose(text, [(typed, label) for label, typed in choices], context)
