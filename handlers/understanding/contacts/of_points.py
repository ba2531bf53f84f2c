"""“要是报100得几分”“公示的分不对”: what a contact says of points, by the kinds of words in it."""

import re
from typing import Final

from handlers.access import Act
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.kinds_of_words import Kind, all_of
from handlers.matters import appeals
from handlers.messages import Reply
from handlers.reporting import self_assessment, trial
from handlers.reporting.about import people
from handlers.understanding.contacts.of_pieces import PIECE


def _late(text: str, _: Context) -> Reply:
    """What is taken off for reporting late or not at all: the documents say nothing of it."""
    never = "没报的那项先不计分，不会按0记，合计里暂时没有它的分；" if re.search("[不没未]报", text) else ""
    return Reply(
        f"{never}迟报、不报另扣几分，原文未规定。过了截止还能报、能改，会记为逾期；节点归档之后就收不了，"
        "要质强办先解除归档。时限回“什么时候截止”看，赶不上请先申请延期。"
    )


def _appeal(text: str, context: Context) -> Reply | None:
    """An appeal in a command's words is registered; where other words may be one, that is asked."""
    known = "怎么" not in text and any(command.act is Act.CONTEST for command, _ in KNOWN.meant(text))
    if not known:
        return appeals.offered(text, context)
    return appeals.contest(text, context) if _SCORED.search(text) else None


_SCORED: Final = re.compile("公示|分|核定|通报")


_OWN: Final = "我们|咱们?|俺们?|我[局单]|本[局单]"
KINDS: Final[tuple[Kind, ...]] = (
    (all_of(trial.ASKS.pattern), trial.imagined),
    (people.THEIR_SCORE, people.of_others),
    (people.OF_INPUT, people.of_input),
    (
        all_of(
            "[不没未]报|[迟晚]报|[迟晚]交|[交报]晚|逾期|超期|过期|误了",
            "扣(?:多少|几)?分|扣不扣|扣多少|扣几|罚|影响[^，,]{0,8}(?:分|考核|结果|成绩)|[按算记]成?[0零]分?(?:吗|么|不|$)",
            without=r"\d|[昨今前]天|已经|为什么|为啥|怎么(?:就|还|又)|了我们",
        ),
        _late,
    ),
    (
        all_of(
            f"{self_assessment.SAYS_OWN}",
            "[几多]少?分|多少",
            "合适|好|妥|行|该|为宜|比较|怎么",
            without=r"[\d①-⑳]|报告|材料",
        ),
        self_assessment.advised,
    ),
    (
        all_of(
            "异议|申诉|复核|不服|(?:分|结果|成绩|核定|公示).{0,4}(?:有意见|不认可|不同意)",
            "怎么|咋|如何|哪里|哪儿|[找向跟]谁|流程|程序|渠道|(?:要|得|需要?|准备|[交附带写])[^，,。]{0,4}(?:什么|啥|哪些)|要不要|用不用|(?:可以|能)[^，,。]{0,3}[找向跟]",
            "[提办弄走整]|申请|反映|登记|申诉$|意见|写|流程|程序|渠道|[找向跟]谁|材料|证明|手续|证据|东西|说",
            without=r"处理|结果|回复|答复|[几多]久|什么时候|啥时候|怎么(?:还|才|没|就|又)|到哪|咋样|怎么样|进[展度]",
        ),
        appeals.how,
    ),
    (
        all_of(
            r"公示|公布|通报|公告|结果|核定|得分|分数|打分|评分|\d分|[这那]个?分",
            "没有?(?:什么|啥|任何)?(?:意见|异议|问题|说的)|无(?:意见|异议)|认可|同意|不申诉",
            without=r"[?？吗]|\d(?!\d|\.\d|分)|[没不](?:太|能|大)?(?:认可|同意)|但|不过|只是|就是|除了|怎么|谁|别人|他们|审核",
        ),
        appeals.agreed,
    ),
    (
        all_of(
            "自评|自己评",
            "高估|低估|[高低]了|[打评报填写算][高低错]|虚高|偏[高低]",
            without=r"[\d?？吗]|会怎|会咋|影响|怎么|为什么|报告|材料|审核|核定",
        ),
        self_assessment.misjudged,
    ),
    (
        all_of(
            self_assessment.SAYS_OWN,
            r"[\d一二两三四五六七八九十]\s*分|满分|[打报给拉评]满|自(?:[评估打给]|己).*\d",
            without="报告|材料|表|[?？吗]|怎么|为什么|不[是对一]|核定|审核|公示",
        ),
        self_assessment.compare,
    ),
    (
        all_of(
            "公示|异议|申诉|复核",
            "[公示议核诉]期|几天|多[久长]|几[号日]|(?:什么|啥)时候|哪[天日]|截[止至]|期限|时限",
            without=f"回复|答复|结果|处理|[报交]|{PIECE}",
        ),
        appeals.when,
    ),
    (
        all_of(
            "公示|公布|通报|公告|核定|结果|成绩|考核分|得分|分数|评分|打分|的分|\\d分|分[打给算]|[打给算扣][得的]?[低少错高]了.{0,3}分",
            r"有误|更正|实为|应为|[打给算扣][得的太]?(?:[低少错高]|多(?!少))|[少漏错][算给]|多扣|(?:[低错]|(?<!多)少)了|不对|不认|不服|有意见|有异议|没道理|[写登][成错]|(?:[写登打算]|公示|显示)[^，,]{0,4}\d.*(?:实际|应该?[是为有]|明明|我们)|(?:明明|实际).*\d.*(?:公示|显示)|[对]不上|不准|偏[低高]"
            "|[没不](?:太|能|大)?(?:同意|认可|接受)|(?:没有?|无)(?:什么|啥)?(?:意见|异议|问题).{0,3}(?:但|不过|只是|可是|除了).*\\d",
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
)
