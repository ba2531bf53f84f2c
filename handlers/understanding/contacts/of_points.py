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


def _appeal(text: str, context: Context) -> Reply | None:
    """An appeal in a command's words is registered; where other words may be one, that is asked."""
    known = "怎么" not in text and any(command.act is Act.CONTEST for command, _ in KNOWN.meant(text))
    if not known:
        return appeals.offered(text, context)
    return appeals.contest(text, context) if _SCORED.search(text) else None


_SCORED: Final = re.compile("公示|分|核定|通报")


_OWN: Final = "我们|咱们?|俺们?|我[局单]|本[局单]"
KINDS: Final[tuple[Kind, ...]] = (
    (all_of("试算|要是|如果|假如|假设|假使|万一|的话|先?[不别]|算"), trial.imagined),
    (people.THEIR_SCORE, people.of_others),
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
            "公示|异议|申诉|复核",
            "[公示议核诉]期|几天|多[久长]|几[号日]|(?:什么|啥)时候|哪[天日]|截[止至]|期限|时限",
            without=f"回复|答复|结果|处理|[报交]|{PIECE}",
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
)
