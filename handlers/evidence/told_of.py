"""话里的图片: a picture or document that somebody says he sends, has sent or asks about, while none is there."""

import re
from typing import Final

from handlers import dialogs
from handlers.board import board_of
from handlers.context import Context
from handlers.evidence.announced import keep_caption
from handlers.evidence.asking_place import QUESTION
from handlers.evidence.placing import described, named_in
from handlers.evidence.putting import NO_CAPTION
from handlers.evidence.worded import LATELY
from handlers.kinds_of_words import Kind, all_of
from handlers.messages import Reply
from handlers.reading.tokens.asides import COUNTED_PAPERS, is_question
from handlers.reporting import report
from handlers.wording import circled, listed

PICTURE: Final = "图片|[照相]片|截图|扫描件|(?<![地蓝企意试])图(?![书纸上])"
_NUMBERED: Final = r"\d{1,4}\s*号(?:文|函|红头)?(?=[\s，,。、和跟与及两三几都也已传发]|$)"
_SENDS: Final = "[发传给](?:给|到)?(?:你|您)?们?(?:那|这)?(?:过去|过来|上去|上来)?了?"
_LATER: Final = "(?:一会儿?|等[下会]儿?|待会儿?|回头|马上|晚点|稍后)"
_WHICH: Final = "(?>这|那|上面的|上面|下面的|下面|我|刚[才刚]|刚|[发传拍]的|[几两一][张些个]|[张些个])*"


def came(text: str, context: Context) -> Reply | None:
    """发了张图收到没: that none came; None where something did, and beside a value."""
    if _at_hand(context) or _reports(text, context):
        return None
    places = "归哪一项由您定：发来后每份各回一个序号。" if _ASKS_PLACE.search(text) else ""
    numbered = "文号也可以打字报，写全就行，如“某某〔2021〕45号归3”。" if _HAS_NUMBER.search(text) else ""
    return Reply(f"没有收到图片或文件本身，没有存成功，请再发一次：{_how_to_send(context)}{places}{numbered}")


def welcome(_text: str, context: Context) -> Reply | None:
    """发张现场照片给你, before it comes."""
    return None if _at_hand(context) else Reply(f"好，{_how_to_send(context)}")


def how(text: str, context: Context) -> Reply | None:
    """照片往哪发，要写说明不."""
    if _at_hand(context):
        return None
    head = f"要写：{NO_CAPTION}。" if _DESCRIBING.search(text) else ""
    return Reply(f"{head}{_how_to_send(context)}")


def caption(text: str, context: Context) -> Reply | None:
    """照片是执法检查现场的, said before it comes: kept for it; None for a question, and beside a value."""
    if is_question(text) or _at_hand(context) or _reports(text, context):
        return None
    parts = re.split("[，,\\s]+", text)
    kept = [part for part in parts if not _ABOUT_SENDING.fullmatch(part)]
    said = "，".join(kept) if len(kept) < len(parts) else text
    meant = named_in(said, board_of(context), context)
    if not said or not (described(said) or meant.certain):
        return None
    if not described(said) and said != text:
        said = f"图片是{'、'.join(f'第{place}项' for place in {line.duty.ordinal for line in meant.lines})}的"
    titles = list(dict.fromkeys(line.title for line in meant.lines)) if meant.certain else []
    return keep_caption(said, context, "", f"发来就归到{listed(titles, 3)}。" if titles else "")


def _at_hand(context: Context) -> bool:
    """Whether a piece waits to be filed, or came not long ago: of that other readers know."""
    asked = dialogs.open_question(context.speaker.account, context.now)
    if asked is not None and asked["kind"] == QUESTION:
        return True
    kept = context.uow.evidence.list(context.speaker.campaign.id, contact_id=context.speaker.contact.id)
    return any(row.kind != "text" and context.now - row.at <= LATELY for row in kept)


def _reports(text: str, context: Context) -> bool:
    """Whether it reports a value for certain."""
    return any(row.outcome == "certain" for row in report.read(text, context)[1])


def _how_to_send(context: Context) -> str:
    marks = "".join(dict.fromkeys(circled(line.duty.ordinal) for line in board_of(context).lines[:12]))
    return (
        f"直接发到这里就行，再回归属序号（{marks}）并加一句说明（时间、地点、内容）；"
        "发不上来、文件大的回“上传”取网页链接。"
    )


_TOGETHER: Final = "(?:一起|一块儿?|一并|一同|一道|一次性|都|全部?|统一)"
_PLACED: Final = (
    r"(?:[\u4e00-\u9fff]{0,4}(?>\d{1,4}号[文函]?[\s，,、和跟与及]*)+"
    r"|第?\d{1,2}[项条]?[\s，,、:：]+|[①-⑳]\s*)?"
)
_SENT: Final = (
    rf"(?:[\s，,]*(?>我们?|先|给[你您]|[\s，,]|{_TOGETHER})*(?:[提上报]?[交报传发送]|{_TOGETHER})"
    r"(?>上来|上去|过去|过来|给?[你您]|[吧了哈啊。!\s])*)"
)
_ABOUT_SENDING: Final = re.compile(
    rf"(?>我|先|再|就|{PICTURE})*(?:{_LATER}|明天|下午)(?:再)?[发传补拍](?>你|您|给|过去|[几一两]|[张个些]|{PICTURE})*[哈啊吧了]*|(?:我)?先(?:说|讲|打)[一个]?(?:声|下|招呼)"
)
"""我一会儿发, 先说一声: no part of what the picture shows."""
_HAS_NUMBER: Final = re.compile(_NUMBERED)
_ASKS_PLACE: Final = re.compile(
    "(?:归|放|挂|搁|算|属于?|对应|列)(?:到|在|进|入)?(?:第?几[项条个]|哪(?!个?(?:文件夹|柜|窗口)))"
)
"""看放哪项底下, 归第几项."""
_DESCRIBING: Final = re.compile("说明|文字|写字")
_SOON: Final = "(?>我们?|这就|现在|马上|先|再|要|想|准备|给|你|您|拍|[等一]会儿?|等下|回头|那|把)*"
_TO_YOU: Final = "(?:[给到][你您]们?|[你您])(?:们|这边|这里|过去|看看|看一?下|瞧瞧|哈|啊|吧|呗)*"
KINDS: Final[tuple[Kind, ...]] = (
    (
        all_of(
            rf"^{_SOON}[发传](?:[你您]|几|一|两|个|张|些|点|份|\d)*[^，,。]{{0,10}}(?:{PICTURE})[^，,。]{{0,4}}{_TO_YOU}[。!！\s]*$"
            rf"|^{_SOON}[^，,。]{{0,8}}(?:{PICTURE}){_SOON}[发传](?:一?下|过去)?{_TO_YOU}[。!！\s]*$"
            rf"|^{_SOON}[给发传][你您][发传]?(?:几|一|两|个|张|些|点|份|\d)*[^，,。了]{{0,10}}(?:{PICTURE})(?:看看|看一?下|哈|啊|吧|过去)*[。!！\s]*$",
            without=r"[?？吗了\[【]|[不没别]|收到|退|删|错|换|改|[发传]给我(?!们)|哪|怎么|谁|局|单位|领导",
        ),
        welcome,
    ),
    (
        all_of(
            f"{PICTURE}|{_NUMBERED}|(?:文件|附件)",
            rf"(?:(?<![没])(?:刚[才刚]?|已经?|都)?{_SENDS}).*(?:收[到着]没|看[到见]没|看一下$|看下|瞅|瞧|过目|有没有[收看]到)"
            rf"|^(?:(?>我|刚[才刚]|刚|已经|已|都|这几张|几张|这张|{PICTURE}|文件|附件)+|.{{0,20}}\d号文?[，,\s]*都?)[发传](?:给|到)?[你您](?:那|们)?(?:过去)?了"
            r"|\d\s*号文?(?>两|三|几|[个份]|都|也|已经?|一起)*(?:传(?:过去|上去|上来)?|发(?:过去|上去|上来))了$"
            rf"|^(?>我|刚[才刚]|刚|已经|已|[给你您])+[发传]了?[\d一两二三俩几]*[个份张]?(?:文件|附件|{PICTURE}).*(?:一个\d|\d号)",
            without=r"怎么|如何|咋|哪|[\[【]|[〔（(](?:19|20)\d\d|通过|审|退|催|提醒|错|撤|打不开|不[上了出]",
        ),
        came,
    ),
    (
        all_of(
            f"{PICTURE}|{_NUMBERED}|文件|附件|红头|材料",
            r"(?<![没不未别该往要])[发传](?:给|到)?(?:[你您]|过[去来]|上[去来]|了)",
            _ASKS_PLACE.pattern,
            without=r"怎么|如何|咋|[\[【]|[〔（(](?:19|20)\d\d|审|退|催|提醒|错|撤|打不开|不[上了出]|网址|链接|数据|等|明天|如果",
        ),
        came,
    ),
    (
        all_of(
            PICTURE,
            r"[发传交](?:到|给|在)?(?:哪|谁)|(?:怎么|咋|如何)(?:[发传交]|给你)|直接[发传]"
            r"|(?:要|用|需)[^，,]{0,4}(?:写|加|配|附)[^，,]{0,3}(?:说明|文字|字)|(?:说明|文字)[^，,]{0,3}(?:要不要|写不写|要写)",
            without=r"多大|太大|超|兆|[\d]M|打不开|不[上了出]|失败|[\[【]|格式|盖章|撤|删|错|数|填|报",
        ),
        how,
    ),
    (
        all_of(
            rf"^{_WHICH}(?:{PICTURE})(?:\s*[:：]|\s+(?=\S)|都?[是归]|[放算]到?|我?{_LATER})"
            rf"|^我?{_LATER}(?:再)?[发传补拍](?>你|您|[几一两]|[张个些])*(?:{PICTURE})[^，,]{{0,3}}[，,\s]+(?:都?是|归)",
            without=r"[%％?？\[【]|[不没]|收到|退|删|错|换|改|率\s*\d|撤|多少|[发传][你您]|[发传]了|[发传]给",
        ),
        caption,
    ),
    (
        all_of(
            rf"^{_PLACED}(?>我们?|这|那|还有|先|把|就|有|[\s，,])*(?:(?:{COUNTED_PAPERS}|几[个份张](?:文件|材料|照片|图片)){_SENT}?|(?<=\s)[两三四几]个{_SENT})$",
            without=r"[?？吗\[【〔]|[没未不别]|[归放]|撤|删|错|改|退|谁|哪|怎么|什么|明天|下午|一会|等",
        ),
        came,
    ),
)
"""What is said of pictures that are not there."""
