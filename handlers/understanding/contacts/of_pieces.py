"""“能传多大的文件”“都报齐了”: what a contact says of his pieces and of what has come in, by the kinds of words in it."""

import re
from collections.abc import Sequence
from typing import Final

from handlers import dialogs
from handlers.board import Board, BoardLine, board_of
from handlers.context import Context
from handlers.evidence import handed_in, items, lacking, told_of, unreceived
from handlers.evidence.asking_place import QUESTION as PLACE_ASKED
from handlers.evidence.limits import too_large
from handlers.evidence.placing import named_in
from handlers.kinds_of_words import Kind, all_of
from handlers.lookups import example_cases
from handlers.matters.register import standing, until_of
from handlers.messages import Reply
from handlers.reading import match_criterion
from handlers.receipts import still_missing, values_text
from handlers.reporting.about import materials, own
from handlers.reporting.about.question import Question
from handlers.suggesting import offering
from handlers.wording import clip, listed


def _large(text: str, context: Context) -> Reply | None:
    """The limit; None beside a figure of something else."""
    return None if _DIGIT.search(_SIZE.sub("", text)) else Reply(materials.large(Question(text, context)))


def _too_large(text: str, context: Context) -> Reply | None:
    """[文件] 报告.doc（98MB） 收到没: not stored, whatever is asked besides."""
    return unreceived.unreceived(text, context) if too_large(text) else None


def _named_only(text: str, context: Context) -> Reply | None:
    """Names of files; not where pieces wait to be filed, or have these names."""
    asked = dialogs.open_question(context.speaker.account, context.now)
    if asked is not None and asked["kind"] == PLACE_ASKED:
        return None
    kept = context.uow.evidence.list(context.speaker.campaign.id, unit=context.seat.unit)
    if any(row.original_name and row.original_name in text for row in kept):
        return None
    return unreceived.only_named(text, context)


def _same(text: str, context: Context) -> Reply | None:
    """跟去年一样: nothing is kept of last time; of this time, what has come in."""
    board = board_of(context)
    lines = _meant(_SAME_WORDS.sub(" ", text).strip(), board)
    known = [line for line in lines if line.record.reported]
    if known:
        told = listed(
            [f"{line.title} {values_text(line.criterion, line.record.reported)}" for line in known[:3]], 3
        )
        return Reply(
            f"“{clip(text, 20)}”没有改动、没有入库。这次已报的：{told}。没变不用再报；要改请直接发“序号 数”。"
        )
    if board.lines and not lines:
        return None
    ways = [line.how_to_report for line in lines]
    first = next((way for way in ways if "数" in way), ways[0] if ways else "我的任务")
    which = lines[0].title if len(lines) == 1 else ""
    return Reply(
        f"“{clip(text, 20)}”没有入库：{which}这次还没有报过，上次（去年）的数这里没有记录，不能照抄。"
        f"请直接发数，如“{first}”。"
    )


def _meant(words: str, board: Board) -> Sequence[BoardLine]:
    """The lines that the words besides are of: all where there are none, else the one that they name."""
    if not words:
        return board.lines
    found = match_criterion(words, board.tasks())
    if not found or not found[0].sure:
        return ()
    return [line for line in board.lines if line.criterion == found[0].task.criterion]


_SAME_WORDS: Final = re.compile(
    r"(?>跟|和|与|同|照着?|按照?|还是|还用|[沿延]用|照搬|套用|就|都|全|均|也|数据?|情况|我们?|这边|[去往上]年|[上前][次回期]|上半年|上个?季度|上个?月|还|的(?=数|情况|报|填|一样|相同|吧|$)|数值|以前|原来|之前|那个|[那这]样|老样子|一个数|一个样|一样|相同"
    r"|没有?(?:什么|啥)?(?:变化?|变动|区别|动)|不变|无变化|持平|差不多|照抄|[的用报填来走吧了呀啊你帮给上抄]|就?行|可以|三个[区县]|各[区县]|\W)+"
)
"""What says that it is as before, and of what."""


def _all_in(text: str, context: Context) -> Reply | None:
    """都报齐了: whether that is so; not as an answer to an open question."""
    if dialogs.open_question(context.speaker.account, context.now) is not None:
        return None
    board = board_of(context)
    if not board.missing:
        return Reply("是的，您的任务都报齐了，谢谢！")
    again = f"没收到的请再发一次，如“{board.missing[0].how_to_report}”。"
    return Reply(f"“{clip(text, 20)}”没有记录任何数据，我这里还没有都收到：{still_missing(board)}{again}")


def _listed(text: str, context: Context) -> Reply:
    """What has been handed in, or whether it stands in order."""
    board = board_of(context)
    meant = named_in(_SO_CALLED.sub(" ", text), board, context)
    places = {line.duty.ordinal for line in meant.lines} if meant.certain and len(board.lines) > 1 else set()
    if len(places) == 1 and (shown := items.show(str(places.pop()), context)) is not None:
        return shown
    told = handed_in.mine("", context)
    return Reply(f"{told.text}\n{lacking.order('', context).text}") if _ORDER.search(text) else told


def _wanted_more(text: str, context: Context) -> Reply:
    """审核员让补什么来着: what came back, and what is asked for besides."""
    return Reply(own.returned(Question(text, context)))


def _later(text: str, context: Context) -> Reply | None:
    """台账下周一给行不行: until when the reviewer wants it, and how more time is asked for; None for anything else."""
    rows = [row for row in standing(context, "material") if row.unit == context.seat.unit]
    rows = [row for row in rows if row.text[-2:] in text]
    if not rows:
        return None
    said = " ".join(context.as_said(text).split())
    return offering.choose(
        f"“{clip(rows[-1].text, 30)}”是审核要求补的，{until_of(rows[-1])}给得了就直接发来；要晚给由质强办批，还没有申请：",
        [(f"申请延期 {said}", "申请延期（照您的原话转质强办）")],
        context,
    )


def _ordered(text: str, context: Context) -> Reply:
    """Whether it stands in order, with the list where what is in it is asked as well."""
    return _listed(text, context) if _WHICH.search(text) else lacking.order("", context)


_SO_CALLED: Final = re.compile("(?:证明|[佐印]证)?材料|文件|附件|东西|资料")
"""材料 names pieces here, and is no part of the name of an item."""
_WHICH: Final = re.compile("几[样个件]|哪[些几]|[了些]啥|什么(?!顺)|齐|清单|目录|都在|看.{0,4}交")
_IN_ORDER: Final = "[顺次排]序|按.{0,3}(?:目录|序号).{0,2}排|排.{0,4}[对好乱错]"
_ORDER: Final = re.compile(_IN_ORDER)


_DIGIT: Final = re.compile(r"\d")
_SIZE: Final = re.compile(r"\d+(?:\.\d+)?\s*多?\s*(?:[MG]B?|兆)", re.IGNORECASE)
PIECE: Final = r"文件|附件|视频|录像|压缩包|扫描件|材料|报告|图片|照片|(?<![a-z])(?:pdf|docx?|xlsx?|pptx?|zip|rar)(?![a-z])"
KINDS: Final[tuple[Kind, ...]] = (
    (re.compile(r"\s*[\[【](?:文件|视频|附件)[\]】].*\d\s*多?(?:[MG]|兆)", re.IGNORECASE), _too_large),
    *told_of.KINDS,
    (
        all_of(
            PIECE,
            r"最大|多大|[太过好][大]|超[了大限]|大小|上限|[几多两]少?\s*个?\s*(?:兆|[MG]B?(?![a-z]))|\d\s*多?(?:兆|[MG]B?(?![a-z]))|[发传][^，,]{0,8}(?:失败|[不没]成功|报错|出错|转圈|超时)",
            without=r"[\[【]|影响|压力|差距|工作量|字数|[几多]少?(?:[字页张份篇]|个(?!\s*(?:[GM]|兆)))|案例|\d[%％]|合格率|分数",
        ),
        _large,
    ),
    (
        all_of(
            r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|jpe?g|png|zip|rar|txt|mp4)(?![a-z])|号.{0,12}[〔\[【(（](?:19|20)\d\d|[〕\])】）]第?\d{1,4}号.{0,4}\d{1,4}号|[\u4e00-\u9fff](?:19|20)\d\d年?\s*\d{1,4}号.{0,4}\d{1,4}号",
        ),
        _named_only,
    ),
    (
        all_of(
            "案例",
            "数量|[几多]少?[个篇]|多少|上限|最多|够|硬性|必须|规定|要不要|有要求",
            without="[传交发]了|收到|已经|按要求",
        ),
        example_cases.how_many,
    ),
    (
        all_of(
            r"^(?>我们?|咱们?|这边|这次|已经?|都|全部?|应该|[，,\s])*[报交填弄](?:齐|完|全)(?:了|啦|咯)[吧啊哈。]*$"
            r"|^(?>我们?|咱们?|这边|[我本]?局|单位|负责|承担|名下|手头|该[报做干]|要[报做干]|的|已经?|[，,\s])*(?:事|活|工作|任务|项目|指标)[情儿]?(?:都|全部?|已经?|统统)+(?:做|干|办|完成|弄|报|搞)(?:完|好|齐)?(?:了|啦|咯)[吧啊哈。]*$"
        ),
        _all_in,
    ),
    (
        all_of(
            "材料|[佐印]证|证明|文件|附件|东西|资料",
            "[交传发报](?:过|上来|上去|的|了(?:[哪啥]|什么))|上[传交]的?|已经?提?[交传发]|[提递]交的?",
            "列|清单|目录|看|哪[些几]|啥|什么|[顺次]序|排",
            without="缺|差|没[交传放有]|空|够|怎么|为什么|要[交传]|该|撤|删|改|错|算|退|打不开|给你|别的|其[他它]|时候|截止|几[号天点]|哪[天儿里]",
        ),
        _listed,
    ),
    (
        all_of(
            "材料|[佐印]证|证明|文件|附件|资料|[交传发]的",
            _IN_ORDER,
            "[顺次排]序.{0,6}(?:对|乱|错|毛病|问题|正确)|(?:核对|检查|看).{0,4}[顺次排]序|排.{0,4}[对好乱错]|是不是按|按(?:啥|什么)",
            without="退|换成?|改|审|[排弄]错了|报告",
        ),
        _ordered,
    ),
    (
        all_of(
            "行不|行吗|可以[吗不么]|成不|成吗|好不|晚|宽限|来得及",
            "[下这]?(?:周|礼拜|星期)|明天|后天|过[几两]?天|[几两三]天|\\d+[号日天]|月底|晚[点些]?",
            without="报告|自评|率",
        ),
        _later,
    ),
    (
        all_of(
            "审核|审的|质强办|领导|上面|他们|人家",
            "(?:让|叫|要|要求|说)(?:我们?|咱们?)?(?:再|得)?补(?:的是|的|充|交|一下)*(?:什么|啥|哪[些个几样])",
            without="怎么补|时候|几号|哪天|谁补",
        ),
        _wanted_more,
    ),
    (
        all_of(
            "传[了过](?:[些哪几啥]|什么|多少)",
            "看|缺|差|列|数|几|[?？]|$",
            without="没传|怎么|为什么|别人|其他|时候",
        ),
        _listed,
    ),
    (
        all_of(
            "去年|[上前][次回]|上[年期]|上半年|上个?季度|以前|原来|之前|往年|没[变动]|不变|无变化|还是那个|没区别",
            without=r"[\d①-⑳]",
        ),
        _same,
    ),
)
