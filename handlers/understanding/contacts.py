"""“能传多大的文件”“不是我们局制定的”: what a contact says, known by the kinds of words in it, in whatever order."""

import re
from typing import Final

from handlers import dialogs
from handlers.access import Act
from handlers.board import board_of
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.evidence import handed_in, lacking, unreceived
from handlers.evidence.asking_place import QUESTION as PLACE_ASKED
from handlers.kinds_of_words import Kind, all_of, first_answer
from handlers.lookups import example_cases
from handlers.matters import appeals, contact_info, duties
from handlers.messages import Reply
from handlers.receipts import still_missing, values_text
from handlers.reporting import self_assessment, trial
from handlers.reporting.about import materials, people
from handlers.reporting.about.question import Question
from handlers.suggesting import offering
from handlers.wording import clip, listed

LONGEST: Final = 120
"""What is longer is no one thing."""


def by_kind(text: str, context: Context) -> Reply | None:
    """The answer to a line of one of the kinds; None for anything else, and for the very words of a command."""
    if context.speaker.role != "contact" or len(text) > LONGEST or not _ANY.search(text):
        return None
    if _COMMAND.match(text) or "://" in text or KNOWN.knows(text):
        return None
    return first_answer(text, context, _KINDS)


def _large(text: str, context: Context) -> Reply | None:
    """The limit; None beside a figure of something else."""
    return None if _DIGIT.search(_SIZE.sub("", text)) else Reply(materials.large(Question(text, context)))


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
    if _SAME_WORDS.sub("", text):
        return None
    board = board_of(context)
    known = [line for line in board.lines if line.record.reported]
    if known:
        told = listed(
            [f"{line.title} {values_text(line.criterion, line.record.reported)}" for line in known[:3]], 3
        )
        return Reply(
            f"“{clip(text, 20)}”没有改动、没有入库。这次已报的：{told}。没变不用再报；要改请直接发“序号 数”。"
        )
    first = board.lines[0].how_to_report if board.lines else "我的任务"
    return Reply(
        f"“{clip(text, 20)}”没有入库：这次还没有报过，上次（去年）的数这里没有记录，不能照抄。请直接发数，如“{first}”。"
    )


_SAME_WORDS: Final = re.compile(
    r"(?>跟|和|与|同|照着?|按照?|还是|还用|[沿延]用|照搬|套用|就|都|全|均|也|数据?|情况|我们?|这边|[去往上]年|上[次回]|上半年|上季度|以前|原来|之前|那个|一个样|一样|相同"
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
    told = handed_in.mine("", context)
    return Reply(f"{told.text}\n{lacking.order('', context).text}") if _ORDER.search(text) else told


_ORDER: Final = re.compile("[顺次]序|按.{0,3}(?:目录|序号).{0,2}排|排.{0,3}(?:对|好)")


def _people(text: str, context: Context) -> Reply | None:
    return contact_info.offer(text, context)


def _appeal(text: str, context: Context) -> Reply | None:
    """An appeal in a command's words is registered; where other words may be one, that is asked."""
    known = "怎么" not in text and any(command.act is Act.CONTEST for command, _ in KNOWN.meant(text))
    if not known:
        return appeals.offered(text, context)
    return appeals.contest(text, context) if _SCORED.search(text) else None


_SCORED: Final = re.compile("公示|分|核定|通报")


def _disowned(text: str, context: Context) -> Reply | None:
    return duties.disowned(text, context)


def _handover(text: str, context: Context) -> Reply | None:
    return _asked_first(text, "交接", "登记人员交接（照您的原话转质强办，确认前名册不变）", context)


def _asked_first(text: str, order: str, label: str, context: Context) -> Reply | None:
    """One tap hands the words on; None where a command knows the words itself."""
    if "怎么" not in text and any(command.act is Act.CONTEST for command, _ in KNOWN.meant(text)):
        return None
    said = " ".join(text.split())
    return offering.choose(
        f"“{clip(said, 30)}”还没有办理。是要：",
        ((f"{order} {said}", label), (f"转质强办 {said}", "把这句话转给质强办")),
        context,
    )


_DIGIT: Final = re.compile(r"\d")
_SIZE: Final = re.compile(r"\d+(?:\.\d+)?\s*多?\s*(?:[MG]B?|兆)", re.IGNORECASE)
_PIECE: Final = r"文件|附件|视频|录像|压缩包|扫描件|材料|报告|图片|照片|(?<![a-z])(?:pdf|docx?|xlsx?|pptx?|zip|rar)(?![a-z])"
_OWN: Final = "我们|咱们?|俺们?|我[局单]|本[局单]"
_KINDS: Final[tuple[Kind, ...]] = (
    (
        all_of(
            _PIECE,
            r"最大|多大|[太过好][大]|超[了大限]|大小|上限|[几多两]少?\s*个?\s*(?:兆|[MG]B?(?![a-z]))|\d\s*多?(?:兆|[MG]B?(?![a-z]))",
            without=r"[\[【]|影响|压力|差距|工作量|字数|[几多]少?(?:[字页张份篇]|个(?!\s*(?:[GM]|兆)))|案例|\d[%％]|合格率|分数",
        ),
        _large,
    ),
    (
        all_of(
            r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|jpe?g|png|zip|rar|txt|mp4)(?![a-z])|号[^\d]{0,12}[〔\[【(（](?:19|20)\d\d",
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
    (all_of("试算|要是|如果|假如|假设|假使|万一|的话|先?[不别]|算"), trial.imagined),
    (people.THEIR_SCORE, people.of_others),
    (
        all_of(
            r"^(?>我们?|咱们?|这边|这次|已经?|都|全部?|应该|[，,\s])*[报交填弄](?:齐|完|全)(?:了|啦|咯)[吧啊哈。]*$"
        ),
        _all_in,
    ),
    (
        all_of(
            "自评|自己评",
            "高估|低估|[高低]了|[打评报填写算][高低错]|虚高|偏[高低]",
            without=r"[\d?？吗]|怎么|为什么|报告|材料|审核|核定",
        ),
        self_assessment.misjudged,
    ),
    (
        all_of(
            self_assessment.SAYS_OWN,
            r"[\d一二两三四五六七八九十]\s*分|满分|自[评估].*\d",
            without="报告|材料|表|[?？吗]|怎么|为什么|不[是对一]|核定|审核|公示",
        ),
        self_assessment.compare,
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
            "去年|上[次回年]|上半年|上季度|以前|原来|之前|往年|没[变动]|不变|无变化|还是那个|没区别",
            without=r"[\d①-⑳]",
        ),
        _same,
    ),
    (
        all_of(
            r"(?<!\d)1[3-9]\d[\dxX*]{8}(?![\dxX*])|@[\w-]+\.\w",
            "[局处科院所]长|主任|科员|职员|民警|分管|主管|联络|联系人|工作人员|具体|办事|经办|跑腿|书记",
            without="接手|接替|调走|退休|换成|换人|改[为成]|以后|交给|交接|催|查|多少|是谁",
        ),
        _people,
    ),
    (
        all_of("(?:分管|主管).*(?:工作人员|联[系络]人|联络员|经办)|(?:工作人员|联[系络]人|联络员).{0,20}@"),
        _people,
    ),
    (
        all_of(
            "换成|换人|改[为成]|交给|接手|接替|交接",
            r"来[办报]|负责|对接|联络|经办|考核|接手|这[块摊事]",
            r"(?<!\d)1[3-9]\d{9}(?!\d)",
        ),
        _handover,
    ),
    (
        all_of(
            "公示|异议|申诉|复核",
            "[公示议核诉]期|几天|多[久长]|几[号日]|(?:什么|啥)时候|哪[天日]|截[止至]|期限|时限",
            without=f"回复|答复|结果|处理|[报交]|{_PIECE}",
        ),
        appeals.when,
    ),
    (
        all_of(
            "公示|公布|通报|公告|核定|结果|成绩|考核分|得分|分数|评分|打分",
            r"[打给算扣][得的太]?(?:[低少错高]|多(?!少))|[少漏错][算给]|多扣|(?:[低错]|(?<!多)少)了|不对|不认|不服|有意见|有异议|没道理|[写登][成错]|(?:[写登打算]|公示|显示)[^，,]{0,4}\d.*(?:实际|应该?[是为有]|明明|我们)|(?:明明|实际).*\d.*(?:公示|显示)|[对]不上|不准|偏[低高]",
            without="[?？吗]|什么时候|谁|抽[检查]结果|检[测验]结果|怎么(?![给打才会扣公])|自评|自己打|还是",
        ),
        _appeal,
    ),
    (
        all_of(rf"[少漏错](?:给)(?:{_OWN})?[算计]|没给(?:{_OWN})[算计]|[少漏错][算计]了?(?:{_OWN})"),
        _appeal,
    ),
    (
        all_of(
            "[局委办站][^，,]{0,3}[报给算填]的?我们|[局委办站]给(?:我|本)[区县镇]",
            "偏[低高]|[对]不上|不准|有出入|错|不对|不认",
            without="[?？吗]|谁",
        ),
        _appeal,
    ),
    (all_of("不|错|的[事活职业任]|那边|[头身]上|[分派找]到|[应该划归]|凭|别算"), _disowned),
)
_ANY: Final = re.compile(
    rf"{_PIECE}|\.[a-z]{{2,4}}|[\[【号]|案例|自[评己打个估]|[佐印]证|证明|东西|资料|上[次回年半季]|[去往]年|原来|[以之]前|[变那动]|没区|1[3-9]\d[\dxX*]|@|公|异议|申诉|复核|[算计]|[几少多评打得]分|[如假]|[报交填弄][齐完全]|[分主]管|工作人员|联[系络]|要是|万一|的话|分数|通报|结果|成绩|考核|核定|[不分派找划归职错活事]|头上|那边|凭|应|该|别算|[多少]算",
    re.IGNORECASE,
)
"""No line without one of these is of any kind here."""
_COMMAND: Final = re.compile(
    r"(?:转质强办|交接|责任异议|申请延期|申诉|材料|证明材料|撤回|更正|登记|提醒|详情|原文|导出|日期|类别|改归)[\s:：]"
)
