"""退回的: why an item came back, what mends it, and how it is handed in again with what it was reported with."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.board import BoardLine, board_of
from handlers.context import Context
from handlers.evidence.putting import of_leaf
from handlers.evidence.sent_back import anew, order, own, reason, reported
from handlers.messages import Reply
from handlers.reading import ReportItem
from handlers.reading.numbers import numeral
from handlers.reading.widths import clean
from handlers.receipts import points_now
from handlers.reporting import report, resubmitting
from handlers.reporting.about import own as own_lines
from handlers.reporting.about.question import Question
from handlers.suggesting import offering
from handlers.wording import clip

LONGEST: Final = 30
LONGEST_NOTE: Final = 160
_ONE: Final = (
    r"(?:被?[退打](?:回|了)*(?:来|去)?的)?(?:[那这]一?[个项条]|材料|[，,\s])*"
    r"(?:第?(?:\d{1,2}|[一二三四五六七八九十])(?:个|项)?)?(?>那个|这个|那|这|就|我们|我|到底|现在|接下来|下一步|[，,\s])*"
)
_WHY: Final = re.compile(
    f"{_ONE}(?:(?:是)?(?:哪里|哪儿|哪)(?:有问题|不行|不对|不合格|没弄好|出问题)|(?:什么|啥)(?:问题|毛病|原因|理由)|[差缺少](?:的是)?(?:什么|啥|哪些?)(?:材料|东西)?|"
    ".{0,8}(?:为什么|为啥|怎么|咋|干嘛|凭什么)(?>又|就|给|会|被|我们|我)*(?:退|打回|驳回|不过|没过|不通过|不行)(?:回来|回去|回|了|掉)*(?:我们?(?:局|镇|单位)?|咱们?)?的?(?:材料|东西|数)?|退回?的?(?:原因|理由).{0,4})(?:了|的|呢|啊|呀|吗)*[?？]?"
)
_HOW: Final = re.compile(
    f"{_ONE}(?:(?:该|要|得|需要)*(?:怎么|咋|如何)(?:补|改|弄|办)(?:啊|呢|呀)?|(?:要|得|该|需要)?(?:补|改)(?:什么|啥|哪些?|成?多少)|"
    "(?:好|行|嗯)?[，,\\s]*(?:那)?我?(?:马上|现在|这就|先|再|去|来|回头)*补(?:一?下|上|个|一份|充|交)*(?:材料)?)(?:了|的|呢|啊|呀|吧|去|哈)*[?？]?"
    "|[^?？]{0,16}(?:怎么|咋|如何|[在从]?哪[里儿]?)(?:再|重新?)(?:提?交|报|传|发|上[交报传])(?:上去|一[次遍下]|审)?[^?？\\d]{0,4}[?？]?"
)
_AGAIN: Final = re.compile(
    r"(?:第?(?P<place>\d{1,2}|[一二三四五六七八九十])(?:个|项|条)?的?[\s，,:：]*)?"
    "(?>那就|那|我|就|请|把|它|这个|材料|[，,\\s])*(?:重交|重新(?:交|提交|报送|上报|报|送审)|再(?:交|报|提交|送)(?:一[次遍]|上去)|再送审|提交审核|交上去)(?:审|上去|一下|一[次遍])*[\\s:：]*(?P<which>[\\w.-]{0,12}?)(?:项|个)?(?:吧|了)?"
    r"(?:[\s，,。]*(?:说明|备注|附注|附言|理由|注)[\s:：]+(?P<note>\S.{0,120}))?"
)
_READY: Final = re.compile(
    f"{_ONE}(?:材料|文件|图|照片)?(?:都|已经?|也)*(?:补|改|交|传|弄|发|加)(?:好|完|上|齐|全|过去|上去|给你)*了|{_ONE}(?:现在|这下|这样|这回)?(?:就|总|应该)?(?:可以|行|好|够|对|齐)了?(?:吧|吗|没|不)[?？]?"
)


def told(text: str, context: Context) -> Reply | None:
    """The answer to what is said of items that came back; None where none has, or it is about something else."""
    if context.speaker.role != "contact" or len(text) > LONGEST_NOTE:
        return None
    words = clean(text).strip().rstrip("。!！ ")
    again = _AGAIN.fullmatch(words)
    if not again and (len(text) > LONGEST or not _is_told(words)):
        return resubmitting.spoken_of(text, context)
    lines = _meant(words, [line for line in board_of(context).lines if line.record.returned])
    if not lines:
        return _none_came_back(words, context) if _OF_RETURNED.search(words) else None
    if again is not None:
        meant = _of_which(again["which"] or again["place"] or "", lines)
        return _handed_in(meant, again["note"] or "", context) if meant else _not_back(lines)
    if _READY.fullmatch(words):
        ready = _ready([line for line in lines if resubmitting.added_since(line, context)], context)
        return ready or resubmitting.spoken_of(text, context)
    return Reply("\n".join([row for line in lines for row in _explained(line, context)]))


_MEANING: Final = re.compile(
    r"(?>[缺差少说写讲]的|[那这]个|退回|原因|里|上|[，,\s])*[“\"]?(?P<what>[\u4e00-\u9fff]{2,12}?)[”\"]?(?:到底|具体|究竟|说的|的)*(?:是指|指的是|指的|是|指)?(?:到底|具体)?(?:[缺差少](?:的是)?)?(?:什么|啥|哪[些个几]?)(?:意思|材料|记录|东西|过程)?"
)


def of_assessment(text: str, context: Context) -> Reply | None:
    """缺过程记录是缺什么: what an assessor wrote beside the points he set; None where none of it is asked about."""
    words = clean(text).strip()
    found = _MEANING.match(words) if context.speaker.role == "contact" else None
    if found is None:
        return None
    for line in board_of(context).lines:
        last = line.record.last if line.record.returned else None
        ruled = last or line.record.assessment
        if ruled is None or not ruled.reason or found["what"] not in ruled.reason:
            continue
        place, said = line.duty.ordinal, " ".join(context.as_said(words).split())
        points = points_now(context, line.criterion, line.subject, line.record)
        state, did = ("已退回", "退回") if last is not None else (points, "评分")
        head = (
            f"{line.title}：{state}。“{clip(ruled.reason, 40)}”是审核员{did}时写的，具体缺哪几样没有写；"
            f"您交的材料{len(of_leaf(context, line))}件，回“我的材料 {place}”看。要补直接把图片、文件发来归到{place}。"
        )
        choices = [
            (f"转质强办 {said}", "把您的原话转质强办，请审核员说明缺什么"),
            (f"申诉 {place} {said}", f"不同意这个分：登记异议（{line.title}）"),
        ]
        return offering.choose(head, choices, context)
    return None


def _is_told(words: str) -> bool:
    return any(told.fullmatch(words) is not None for told in (_WHY, _HOW, _READY))


_OF_RETURNED: Final = re.compile("补|退[回我了的]|打回|被退|哪里?不[行过]|重(?:新)?交")


def _none_came_back(words: str, context: Context) -> Reply:
    told = own_lines.returned(Question(words, context))
    return Reply(f"{told}\n要补材料，直接把图片、文件发来就行，会问您归到哪一项。")


def _explained(line: BoardLine, context: Context) -> list[str]:
    where = f"（{line.subject}）" if len(line.duty.subjects) > 1 else ""
    place = line.duty.ordinal
    pieces = len(of_leaf(context, line))
    how = f"补材料：把图片、文件直接发来归到{place}，再回“{order(line)}”重新交审"
    return [
        f"{line.title}{where}：已退回，原因：{reason(line)}。您报的是“{reported(line)}”，材料{pieces}件。",
        f"{how}；数或情况要改，直接发“{anew(line)}”。不同意回“申诉 {place} 为什么”。",
    ]


def _ready(lines: Sequence[BoardLine], context: Context) -> Reply | None:
    """What was added is there, and one tap hands the item in again; None where nothing was."""
    if not lines:
        return None
    head = "补的材料收到了，还没有重新交审："
    return offering.choose(
        head, [(order(line), f"{line.title}：按原来的“{reported(line)}”重新交审") for line in lines], context
    )


def _not_back(lines: Sequence[BoardLine]) -> Reply:
    told = "；".join(f"{line.title}，回“{order(line)}”" for line in lines)
    return Reply(f"这一项没有被退回，没有重新交审。退回的是：{told}。")


def _handed_in(lines: Sequence[BoardLine], note: str, context: Context) -> Reply:
    """Reported again with the same values and the note as words; of several it is asked which."""
    if len({line.code for line in lines}) > 1:
        behind = f" {resubmitting.NOTE}{note}" if note else ""
        choices = [(f"{order(line)}{behind}", line.title) for line in lines]
        return offering.choose("哪一项重新交审？", choices, context)
    said = f"重交{resubmitting.NOTE}{note}" if note else ""
    items = [ReportItem(line.criterion, line.subject, own(line), words=said) for line in lines]
    return Reply(f"已重新交审，审核员会看到。\n{report.take(context, items).text}")


def _meant(words: str, lines: Sequence[BoardLine]) -> Sequence[BoardLine]:
    """Those of the assessed unit or place that the words name; all where they name none of these."""
    of_subject = [line for line in lines if len(line.duty.subjects) > 1 and line.subject[:2] in words]
    return of_subject or lines


def _of_which(which: str, lines: Sequence[BoardLine]) -> Sequence[BoardLine]:
    """The line that the words name; all where they name none, and none where it did not come back."""
    named = re.sub(r"^第|[项个条]$", "", which)
    if named and not re.fullmatch(r"\d{1,2}|[一二三四五六七八九十]{1,3}|[\d.]+|\w+-\w+", named):
        return lines
    place = numeral(named) if named and not _CODED.search(named) else None
    return [line for line in lines if not named or named == line.code or place == line.duty.ordinal]


_CODED: Final = re.compile(r"[.\-A-Za-z]")
