"""“26号停电那天先别发”“截止改到7月3号”: what the office says of days and hours, known by the kinds of words in it."""

import re
from typing import Final

from handlers.kinds_of_words import Kind, all_of
from handlers.office import kinds
from handlers.office.days import calendar_days
from handlers.office.sending import at_an_hour

HOUR: Final = r"\d{1,2}[:：]\d\d|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?!分)"
DAY: Final = (
    r"\d{1,2}[日号]|\d{1,2}[./月]\d{1,2}|(?:周|星期|礼拜)[一二三四五六日天]|明[天早晚]|后天|当[天日]|(?:截止|到期|最后)(?:那|的|这)*一?[天日]"
    "|到日子(?:的?那[一]?天)?|前[一两三1-3]天|头一天"
)
URGES: Final = "催|提个?醒|再发一?[遍次]|[再都]喊一?[遍次下声]|喊(?=.{0,4}[没未][报交])"
NOT: Final = "别(?!忘)|不|甭|停|免|取消|算了"
QUESTION: Final = r"[?？吗么呢]\s*$|谁|怎么|为什么|为啥|多少|[了过]没有?$|要不要|用不用|该不该|能不能"
TO_OTHERS: Final = "通知|告诉|转告|转达|[跟让叫和](?!我们).{1,8}(?:说|讲|报|交|补|抓)|群发"
_FESTIVAL: Final = "|".join(calendar_days.FESTIVALS)

DAY_KINDS: Final[tuple[Kind, ...]] = (
    (
        all_of(
            rf"(?:{DAY}).{{0,14}}(?:{URGES})|(?:{URGES}).{{0,8}}(?:{HOUR}|{DAY})|(?:{HOUR}).{{0,12}}(?:{URGES})",
            without=rf"{QUESTION}|{NOT}|{TO_OTHERS}|提醒我|每|记录|计划|昨|前天|之前|以前|延|宽|截止(?:改|到)|上班|照常",
        ),
        at_an_hour.remind,
    ),
    (
        all_of(
            URGES,
            f"(?:{_FESTIVAL}|节|月底|年底|下周|下个?月).{{0,4}}(?:{URGES})",
            without=f"{QUESTION}|{NOT}|{TO_OTHERS}|{HOUR}|提醒我|每|记录|计划|之前|以前|[没未](?:报|交)的",
        ),
        kinds.when,
    ),
    (
        all_of(
            r"(?:提前|截止前|前)[一两二三四五六七\d]+个?(?:工作日|天)",
            "提醒|催",
            without=rf"{QUESTION}|{HOUR}|提醒我",
        ),
        kinds.standing,
    ),
    (
        all_of(
            DAY,
            "(?<!大)(?<!老)(?<!好)(?<!了)(?:上|下)?半天",
            "假|休|停|上班|[别不].{0,3}(?:发|催|提醒)",
            without=f"{TO_OTHERS}|截止|延|宽|材料",
        ),
        kinds.half_day,
    ),
    (
        all_of(
            r"\d{1,2}[日号]|\d{1,2}[./月]\d{1,2}|(?:周|星期|礼拜)[一二三四五六日天]|明天|后天",
            rf"(?:{NOT}).{{0,5}}(?:发|推|催|提醒|打扰|消息|通知)|停.{{0,4}}(?:提醒|推送|催)|停(?:发)?[一两]天|不(?:算|计|是)工作日",
            without=rf"{QUESTION}|以?前|之?后|截止|延|宽|材料|[几哪]|(?<![催醒扰发给])人|单位的|补休|取消|推[迟后到]|算了|{HOUR}",
        ),
        kinds.off,
    ),
    (
        re.compile(
            r".{0,16}(?:停发|暂停|停止|停掉?)(?:自动|发)?(?:提醒|催办?|推送).{0,4}$|(?!.*催.*催|.*(?:假|节|元旦|国庆|天))[^,，。\d]{0,12}(?:(?<![要用])不|别)(?:用|要|再|急着)?(?:催|提醒)(?:了|吧|没报的|他们|先){0,3}[。!！]?$"
        ),
        kinds.not_urged,
    ),
    (
        all_of(
            "假",
            "(?:还|都)?有(?:什么|啥|哪些|几个).{0,2}假|假.{0,4}(?:有哪|还有|有几)|放哪[些几]",
            without=f"{_FESTIVAL}|报|交|催|材料",
        ),
        calendar_days.ahead,
    ),
    (
        all_of(
            _FESTIVAL,
            "什么时候|几[天号]|哪[天几]|怎么|咋|放|休|班|安排|调|工作日",
            without="报|交|催|提醒|通知|截止|[前后]|改|延|别|不[要用]发",
        ),
        calendar_days.festival,
    ),
    (all_of(DAY, calendar_days.ASKED), kinds.day_asked),
    (
        all_of(
            DAY,
            "放假|休息|上班|补班|补[休假]|调休|轮休|[对调互][调换]|工作日|照[常发催]",
            without=rf"{QUESTION}|{TO_OTHERS}|截止|延|宽|材料|之?[前后]|[填上]?报|交|我(?!们)|人|{HOUR}",
        ),
        kinds.declared,
    ),
    (
        all_of("假日|假期|节假|调休|工作日", "看|查|安排|哪些|日历", without=f"{_FESTIVAL}|截止|催|提醒|报"),
        calendar_days.calendar,
    ),
    (
        re.compile(
            r"(?:把|那|就)?(?:改|调|挪)?(?:一下)?(?:上?半年|年终|年底|全年)?(?:节点)?(?:的|[那这]个)?(?:截止|期限|时限|收口|deadline|(?:上报|报送|填报|交材料的?|报)?时间(?=[改调挪推延]))(?:时间|日期|日|期)?(?:[改调]一下[,，\s]*)?"
            r"(?>[改变换调挪推拖移弄搞定延到成为至往后放提前:：\s]*)(?:20\d\d[年.])?\d{1,2}[./月-]\d{1,2}[日号]?(?:[\s,，]*(?:收|吧|了|去|来|哈|啊|(?:帮我|给我)?[改调挪变]一?下))*(?:[\s,，]*(?:也?就|往后|推)?(?:晚|推迟|延|多)[一两二三四五六七八九十\d]{1,2}天)?(?:[\s,，]*(?:原因|因为|由于|理由).{1,40})?$",
            re.IGNORECASE,
        ),
        kinds.moved,
    ),
    (
        re.compile(
            r"(?:那就?|就|定在|改[成到为]?)?(?:20\d\d[年.])?\d{1,2}[./月-]\d{1,2}[日号]?(?:就|为|是|当)?(?:截止|收口|到期)(?:日期?|时间)?[\s,，]*(?:请|帮我|给我|你|就)?(?:[改调变换挪定]|设)(?:成|为)?(?:一?下|这个|这天|吧|了)*[。!！]?$"
        ),
        kinds.moved_to_day,
    ),
)
