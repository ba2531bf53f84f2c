"""“26号停电那天先别发”“雁江区那个数谁动的”: what the office says, known by the kinds of words in it."""

import re
from typing import Final

from handlers.access import Act, may
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.kinds_of_words import Kind, all_of, first_answer
from handlers.leading import briefs
from handlers.leading.orders import urged
from handlers.leading.ranking import laggards
from handlers.messages import Reply
from handlers.office import kinds, machinery, target_setting
from handlers.office.day_kinds import DAY, DAY_KINDS, HOUR, NOT, QUESTION, TO_OTHERS, URGES
from handlers.office.days import moving
from handlers.office.days.day_words import in_digits
from handlers.office.errands import by_condition
from handlers.office.errands.asked import authorship
from handlers.office.results import archiving, counting, history
from handlers.reminding import record
from handlers.review.spoken.asked import decided

LONGEST: Final = 48
"""What is longer tells, or has several orders in it."""
_OWED: Final = "没动静|没反应|[没未](?:上?报|交|填)|欠"
_OWED_YET: Final = "(?:[没未](?:上?报|交|填|动)[齐全完]?|欠[报着]?|差[着]?)"
_PERSONAL: Final = "信息|资料|隐私|手机|号码|电话|微信|联系方式"


def told(text: str, context: Context) -> Reply | None:
    """The answer; None for anything else, and for who is not of the office."""
    words = in_digits(text.strip())
    if len(words) > LONGEST or not may(context.speaker.role, Act.BROADCAST) or "\n" in words:
        return None
    if not _ANY.search(words) or KNOWN.knows(words):
        return None
    found = by_condition.told(words, context) or urged.urged_short(words, context)
    return found or first_answer(words, context, _KINDS)


_KINDS: Final[tuple[Kind, ...]] = (
    (
        all_of(
            kinds.MATTERS,
            "哪|几|多少|情况|谁|啥|什么|内容|有没有|有人|[看列查瞧瞅]|名单|清单|[呢吗么没]$|[了完]没|还没|没[办处回定确批]|台账|还剩|进展|到哪|处理",
            without=r"我(?![看瞧])|成立|驳回|通过|怎么提|怎么申|第?\d+号?|办结|结了|投诉|案件|率|怎么办|原因|批了|同意|成[^,，]{1,4}$|联[系络][人员][换改]",
        ),
        kinds.matters,
    ),
    (
        re.compile(
            r"(?:那个?|看看)?第?\d{1,4}号(?:事项|异议|申诉|事)?(?:是|写|说)?(?:了|的)?(?:啥|什么|内容|怎么回事|咋回事).{0,3}"
        ),
        kinds.matter_asked,
    ),
    (
        all_of(
            "申诉|异议",
            "驳回|不(?:成立|支持|予)|成立|维持|通过|结了|结掉|销|同意|支持|采纳|属实",
            without="怎么|谁|[?？吗]|第\\d|几|没",
        ),
        kinds.appeal_settled,
    ),
    (
        all_of(
            "通报",
            "出|写|拟|起草|印|弄|做|稿|草",
            without="[?？吗]|谁|哪|什么时候|省里|上级|通报(?:的|过|了)|不一|群|表扬|批评|约谈|发出|发给",
        ),
        briefs.bulletin,
    ),
    (
        all_of(
            "退回|打回|退了|驳回|审核结果",
            "(?:通知|告诉|告知|发(?:消息|通知)|说)[^,，]{0,6}(?:没有?|吗|么)|知道(?:了|不|没|吗)|(?:收|看)到(?:了|没|吗)|(?:通知|告诉)到?没",
            without="帮|请|给我|谁退|为什么|申诉|异议",
        ),
        record.results,
    ),
    (re.compile(".*(?:退|通过|审|打回|驳回)"), decided.of_days),
    (
        all_of(
            "日志|审计|留痕|记录|数据|库",
            "篡改|被人?(?:偷偷|私下)?(?:[改动]过|动手脚)|完整性|校验|(?:日志|审计|留痕).*(?:改过|动过|完整|核对|问题)",
            without="过程记录|检查记录|会议记录",
        ),
        history.whole,
    ),
    (
        all_of(
            "^.{0,8}(?:年度|今年|本年|全年|这次|本次)的?(?:考核)?(?:的)?(?:数据)?(?:可以|都)?(?:存档|归档|封存)(?:了|吧)*$"
        ),
        archiving.lock,
    ),
    (all_of("(?:几|多少)[家个].{0,8}(?:一个|一项|什么|啥|全)都?没"), laggards.silent),
    (
        all_of(
            "[报填]|数",
            "不一样|不一致|对不上|不符|有出入|打架",
            "怎么办|咋办|咋弄|如何|以谁|以哪|怎么处理|咋处理|怎么弄",
        ),
        kinds.at_odds,
    ),
    (
        all_of(
            "说|短信|电话|微信|消息|来电|反映|讲",
            "[填报写弄录发]错",
            without="帮|代|改[成了为]|怎么|谁|[?？吗]",
        ),
        kinds.misreported,
    ),
    (all_of(kinds.UNCOUNTED, without="怎么|为什么|谁|延期"), kinds.left_out),
    (
        all_of("谁|哪个|哪位", "截止|时限|期限|节点", "改|动|延|挪|推|提前", without="申请|要|想|没|还|材料"),
        moving.arrangements,
    ),
    (all_of("目标", target_setting.BACK, without=rf"{QUESTION}|取消|\d|别|不"), target_setting.back),
    (
        all_of(
            "^(?:要不|要么|或者)?(?:那|就|还是|改|换|用|按|取|成)*(?:各区|各县|全市|大家)?的?(?:平均|均值)",
            r"^要不|[?？]|行不行|好不好|怎么样|要不要",
            without=r"多少|怎么(?!样)|谁|为什么|高于|低于|超|\d|什么|几|现在",
        ),
        target_setting.average_wondered,
    ),
    (
        all_of(
            r"平均值?(?:那个|这个|就|先|都|还是|,|，|\s)*(?:[不别](?:要|能|再)?(?:用|按|算|取)|取消|算了|不要)|(?:不|别)(?:再|要)?(?:用|按|取)(?:全市|各区)?的?平均",
            without=r"谁|怎么|为什么|[?？吗]|等|如果",
        ),
        target_setting.not_average,
    ),
    (
        all_of(
            "平均(?!得?分)",
            "先(?:按|用|就|不|别)|暂(?:时|估|且|不)|报齐|齐了再",
            "算|用|按",
            without=r"谁|怎么|为什么|[?？吗]|多少|什么|\d|催|通知|告诉|如果|改成|改为|换成|定为|[用按取](?:全市|各[区县])?平均",
        ),
        target_setting.average_wondered,
    ),
    (
        all_of(
            "[各每]一?[家个]?(?:单位|[局镇区县]|部门|家)",
            "(?:应报|要报|该报|已报|还差|没报).{0,6}(?:几|多少).{0,10}(?:应报|要报|该报|已报|报了|还差|没报)|应报.{0,6}(?:已报|实报|未报)",
            without="催|通知|谁",
        ),
        counting.by_unit,
    ),
    (
        all_of("谁|哪个|哪位", "目标|名册|角色|权限|审核员|联络员|领导", "[改动设定](?:了|过|的|成|$)"),
        history.arranged,
    ),
    (
        all_of(
            "(?:改动|变动|修改|更正|评审|审核)的?(?:记录|历史|情况|痕迹|过程)|[①-⑳项数值]的?历史",
            without="截止|时限|目标|名册|日历|设置|安排",
        ),
        authorship.ruled,
    ),
    (
        all_of(
            "谁|哪个|哪位|什么人|有(?:没有)?人|几点|什么时候|怎么",
            "通过|[审批打给评改动退](?:了|过|的|上来|成)|[改动]$|变(?:了|成)|成了",
            without="催|目标|截止|联络员|负责|提醒|绑|通知|申诉|异议|能|应该|要|会不会|帮",
        ),
        authorship.ruled,
    ),
    (
        all_of(
            "(?:谁|有(?:没有)?人).{0,4}[改动](?:过|了).{0,4}(?:分|数)|(?:分|数)[^,，]{0,4}(?:谁|有(?:没有)?人)[改动]",
            without="目标|截止",
        ),
        history.history,
    ),
    *DAY_KINDS,
    (
        all_of(
            r"(?:报|交|收|填|审|传|完成)(?:上来|进来|到|了|齐|过)?[^,，]{0,3}(?:多少|几|百分)(?![天点号次])|(?:多少|几)[项个家镇].{0,6}(?:报|交|收|填|动)"
            r"|进[度展].{0,6}(?:百分|多少|几|数字|程度)|(?:填报|完成|上报|报送)率|[报交]了的多"
            r"|(?:填报|上报|报送|报数|收数)的?(?:总体|整体)?(?:进[度展]|情况)(?:咋样?|怎么?样|如何|到哪|是?什么样)",
            without=rf"谁|哪|名单|列|时候|目标|平均|材料|交接|佐证|催|提醒|申诉|异议|分(?!之)|{TO_OTHERS}|率.{{0,3}}报|今天|昨天|本周|这周|星期|礼拜|谢|要报|该报|截止|第|排|汇总|各|每|报告|名单|联系人|附件|(?<!还是)[没未](?:上?报|交|动)",
        ),
        kinds.whole,
    ),
    (
        all_of(
            "清|删|抹|去掉|[别不](?:要|用|再)?留",
            _PERSONAL,
            without=rf"{QUESTION}|换[成了]|改成|删(?:错|了没)|[别不](?:要|用|能)?(?:删|清|抹)",
        ),
        kinds.erased,
    ),
    (
        re.compile(r".{0,8}(?:怎么|咋|为什么|为啥|为何).{0,3}(?:没有?|未|不)(?:去|给)?催(?!.*[,，])"),
        kinds.why_not_urged,
    ),
    (
        all_of(
            f"(?:怎么|怎样|咋|如何)(?:样|去|能|才能|来|给|样才能)?(?:{URGES})",
            without="怎么(?:还|没|不|又|都|老)|[了过](?:$|[?？])|给我|提醒我|收到",
        ),
        kinds.how_urged,
    ),
    (
        all_of(
            rf"^(?:再|都|帮我|帮忙|麻烦|请|给|统一|,|，|\s)*(?:(?:{URGES})一?)+(?:[下遍声次]|着)*(?:还|那些|那几家|这几家|所有|全部|各个?|有)*{_OWED_YET}的(?:那些|那几[家个]|这些|这几[家个]|各)?(?:单位|部门|人|各?家|几家|[局委办]|同志)*(?:吧|了|啊|哈|[\s。!！])*$",
            without=rf"{QUESTION}|{HOUR}|材料|佐证",
        ),
        kinds.urged,
    ),
    (
        all_of(
            rf"(?:{URGES}).{{0,4}}(?:一?下|一?遍|一?声|吧|了)?(?:$|[,，\s]+[^,，。]{{0,8}}$)|发.{{0,4}}(?:提醒|催).{{0,4}}给?|喊.{{0,4}}[没未][报交]",
            _OWED,
            without=rf"[?？吗么]\s*$|谁|{NOT}|几(?!家)|多少|怎么|记录|{HOUR}|{DAY}|每|材料|佐证|附件|{TO_OTHERS}",
        ),
        kinds.urged,
    ),
    (
        re.compile(
            r"(?:使用|操作|用户)?(?:说明书|手册)$|(?:我们?|[你您]|这个?|角色|身份|岗位|管理员|质强办|办公室|的人?|管理端?|后台|这边|这里|系统|都|有)*(?:能|可以|会)?(?:用[你您它]?(?:来)?|帮|给|替)?(?:我们?|咱们?)?(?:做|干|办|用|操作|管)(?:些|到|得了)?(?:什么|啥|哪些.{0,4})[呢啊?？]*$"
            r"|.{0,10}(?:功能|指令|命令|权限)(?:有|都|是)*(?:哪些|什么|啥|一览|大全|清单|列表)[?？]*$"
            r"|.{0,6}(?:有|都)(?:哪些|什么|啥|没有(?:什么|啥)?)(?:快捷)?(?:功能|指令|命令|权限)[呢啊?？]*(?:[\s,，]*(?:列|发|给|说|看).{0,5})?$"
            r"|(?:新接手|刚接手|新来的|我是新来的)?[\s,，]*(?:这个?|系统|机器人)?(?:怎么|咋|如何|教我|教教我)(?:怎么|咋)?(?:用|操作|使)(?:一下|呢|啊|的)?[\s,，]*(?:给个|有没有|发个)?(?:说明|教程|指南)?[?？]*$"
        ),
        kinds.helped,
    ),
    (all_of("back ?up|备份|备[个一].{0,1}[份库]", without="材料"), machinery.backup),
    (
        all_of(
            "扮演|当一?[回次]|假装|模拟|演练|演示|练习|试试|走一遍|预演|排练|试运行|试(?:着)?跑|先试一?[遍下]",
            "联络员|角色|流程|单位|[局委办镇]的?人|报数|填报|假的|领导看|试|练|预演|我是",
            without="设为|设成|改成|升|审核员手机|通过|测试工|切换|[切换转]到",
        ),
        machinery.rehearse,
    ),
)
_ANY: Final = re.compile(
    "[谁啥哪咋几排错退审史改动书册去诉议志存案通样致符打考算免催提发别不停放休假截期限收报交进填完清删抹留能做什功指命权用试演模扮备]|back|什么|怎么|deadline",
    re.IGNORECASE,
)
"""No line without one of these is of any kind here."""
