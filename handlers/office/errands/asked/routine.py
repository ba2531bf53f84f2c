"""日常问话: who was or will be reminded, what is open, what was done today, asked in everyday words."""

import re
from collections.abc import Callable
from typing import Final

from handlers.context import Context
from handlers.leading import provisions, reviewers
from handlers.lookups import overview
from handlers.matters import listing
from handlers.messages import Reply
from handlers.office.days import moving
from handlers.office.errands import publication
from handlers.office.errands.asked import everyday, instead
from handlers.office.results import history, publishing
from handlers.office.sending import group_posting
from handlers.people.whom import Heard
from handlers.reminding.urging import too_often

_WAYS: Final[tuple[tuple[re.Pattern[str], Callable[[str, Context], Reply | None]], ...]] = (
    (
        re.compile(
            r"(?:明天|明早|下次|后天|下周|接下来|今天下午|下午).{0,6}(?:会|要|还|自动)*.{0,3}(?:催|提醒|发).{0,4}(?:谁|哪|几|什么|吗)"
        ),
        everyday.plan,
    ),
    (
        re.compile(
            r"(?:昨天|前天|今天|上午|刚才|这周|上周|之前|近几天|一共|都).{0,6}(?:催|提醒)(?:了|过|的)?.{0,4}(?:谁|哪|几)"
            r"|(?:催|提醒)过?了(?:哪|谁|几)|(?:谁|哪[些几]?[个家位]?人?).{0,4}(?:催|提醒)(?:过|了)"
            r"|(?:提醒|催办|催).{0,6}(?:看到|看了|收到|送到|发到|已读|读了)(?:没|吗|了没)|(?:看到|收到).{0,4}(?:提醒|催办)(?:没|吗|了)"
        ),
        everyday.reminded,
    ),
    (
        re.compile(r"审核?(?:那边|那头|员|这块)?[^,，]{0,6}(?:卡住|卡着|卡在|停了|太慢|拖着|没动静|不动)"),
        lambda _said, context: reviewers.audited("", context),
    ),
    (instead.ANOTHER, instead.another_person),
    (
        re.compile(
            r"^(?!.*(?:群|谁|提醒))(?=.*(?:简报|摘要|[日周早]报(?!表)|推送)).*(?:停|[别不甭](?:用|要|再)?发|取消|关掉|免了)(?!.*[?？吗]$)"
        ),
        instead.digests,
    ),
    (everyday.STANDING, everyday.standing),
    (
        re.compile(
            r"(?:每天|一天|天天).{0,4}(?:催|提醒).{0,3}[一1两2]次|(?:不要|别).{0,3}(?:催|提醒).{0,2}[两2三3]次"
        ),
        too_often,
    ),
    (
        re.compile(r"第?\d{1,4}号(?:事项|申请|异议|申诉|那个|那件|事).{0,4}(?:办|处理|批|结|怎么样|咋样)"),
        listing.one,
    ),
    (
        re.compile(
            r"(?:成绩|分数?|得分|结果|排名).{0,4}(?:先|暂时)?(?:别|不要|不能|不让).{0,8}(?:看|公布|知道|公开|发布|外传)"
        ),
        everyday.hidden,
    ),
    (
        re.compile(
            r"(?:新的?|明|下一?|\d{4}).{0,2}年度?的?(?:考核(?:任务)?)?(?:怎么|咋|如何|要)?(?:开|建|启动|办)"
            r"|(?:开|建|启动)(?:一?个)?(?:\d{4}年度?|新年度|明年|下一?年)的?.{0,4}考核"
        ),
        everyday.opened,
    ),
    (
        re.compile(
            r"(?:今天|昨天|我(?![能会可该要想用得])|刚才).{0,4}(?:干|做|办|弄|安排)了?(?:些|哪些)?(?:啥|什么|哪些事)"
        ),
        history.arranged,
    ),
    (
        re.compile(
            r"(?:今天|昨天|刚才|最近|这几天|都)?(?:给谁|给哪些人|给哪几家)发(?:过|了|送)?(?:什么|啥|东西|消息|提醒)?"
        ),
        everyday.reminded,
    ),
    (
        re.compile(
            r"考核(?:任务)?(?:是)?(?:什么时候|哪天|几号|啥时候)(?:开始|建|启动|开)的|考核(?:任务)?(?:的)?(?:叫什么|名称|全称|名字)|(?:叫什么|什么名字).{0,4}考核"
        ),
        everyday.campaign,
    ),
    (
        re.compile(
            "(?:没有?|未|不)(?:上)?[报交](?:齐|完)?的?(?:话|项|单位)?(?:会|要|将|又)?(?:怎么?样|咋样|有什么(?:后果|影响)|(?:怎么|咋)(?:处理|办|算)|(?:什么|啥)后果|扣分吗|扣几分|扣多少)"
        ),
        everyday.unreported,
    ),
    (
        re.compile(
            "(?:没有?|未)(?:上)?报的?(?:项|单位)?(?:一律|都|全部?|统统|就|先|[\\s,，])*(?:算|记|按|给|打)(?:作|成|为)?(?:零|0|０)分"
        ),
        everyday.unreported,
    ),
    (re.compile("公[布示开]|发布|(?:结果|成绩|得分|排名).{0,3}发(?:出去|下去|了)"), publication.told),
    (re.compile("(?:权重|分值).{0,12}[改调设定换]|[改调设定换].{0,12}(?:权重|分值)"), instead.told),
    (everyday.WORKED, everyday.worked),
    (re.compile(r"加分.{0,4}(?:有没有人|谁|哪[家些]|有人|都有).{0,3}(?:报|提|申请)"), everyday.bonuses),
    (
        re.compile(r"考核(?:任务)?(?:什么时候|啥时候|哪天|几号)(?:才)?(?:能|可以|要)?(?:新)?(?:开|建|启动)"),
        everyday.when_opened,
    ),
    (
        re.compile(r"加分.{0,8}(?:要|需要|得有|用).{0,4}(?:什么|哪些|啥).{0,4}(?:证明|材料|依据|文件)"),
        provisions.bonus,
    ),
    (everyday.GROUP, group_posting.sample),
    (re.compile(r"^群里?(?:先|就|暂时)?(?:别|不要|不用|停)(?:再)?(?:发|推|通报)"), group_posting.turn_off),
    (
        re.compile(r"(?:提醒|催办?)(?:改|换|定|调)(?:成|到|为|在)?(?:每天|天天|工作日|以后).{0,8}点"),
        everyday.daily,
    ),
    (
        re.compile(
            r"(?:通知|消息|转达).{0,8}(?:谁|哪些?|几个?).{0,6}(?:没看|看了|没读|读了|已读)"
            r"|(?:谁|哪些).{0,4}(?:没看|看了).{0,4}(?:通知|消息)"
        ),
        everyday.unread,
    ),
    (
        re.compile(
            r"(?:截止|时限|期限|节点).{0,8}(?:是不是|是否|有没有)(?:改|延|推|提前)|(?:截止|时限|期限|节点).{0,4}(?:改|推|延|提前)[^,，]{0,12}(?:了吗|[了过]没有?[?？]?$)"
            r"|节点.{0,4}(?:是|到)?(?:哪[天一]|几号|什么时候|还[剩有]|几月)|延期.{0,4}(?:批|同意|准|办)(?:下来)?了?(?:没有?|吗)|(?:延期?|宽限).{0,4}(?:到|了)?(?:什么时候|哪[天一]|几号|多久|谁|哪几?[家个项])|(?:谁|哪[些几]?[家个]).{0,4}延(?:期|了)"
            r"|(?:截止|时限|最晚).{0,10}(?:几点|还是|什么时候|哪天|几号)"
        ),
        moving.arrangements,
    ),
    (re.compile(r"通过(?:了|过)?的?.{0,6}(?:还)?(?:能|可以)(?:改|撤|退|动|更正)"), everyday.locked),
    (
        re.compile(
            r"(?:期间|放假|周末|节假日|国庆|春节|五一|端午|中秋|元旦|晚上|夜里).{0,6}(?:催|提醒|发).{0,3}(?:吗|不|么|[?？])"
        ),
        everyday.days_off,
    ),
    (
        re.compile(
            r"(?:放假|放几天|元旦|春节|国庆|五一|端午|中秋|清明|周末).{0,12}(?:影响|耽误).{0,4}(?:提醒|催|发)|^(?:周末|周六|周日|星期[六日天]|礼拜[六日天])(?:两天|都|就)?(?:停|别|不要?|不用)(?:再)?(?:发|催|提醒)"
        ),
        everyday.days_off,
    ),
    (
        re.compile(
            r"(?:欠报|未报|没报|没交)(?:的)?(?:单位)?(?:名单|清单|表|.{0,4}列(?:一?[个张份])?(?:表|出来|清单))"
        ),
        overview.missing,
    ),
    (
        re.compile(r"发布.{0,6}(?:之?前|先).{0,8}(?:看|样子|预览)|先.{0,4}看.{0,6}发布.{0,6}(?:样|啥)"),
        publishing.publish,
    ),
    (
        re.compile(r"考核(?:任务)?.{0,6}(?:删|不要了|撤了|作废)|(?:删|撤)掉?.{0,8}考核(?:任务)?$"),
        everyday.no_deletion,
    ),
    (re.compile(r"(?:删|去掉|不要|忘|作废|取消)"), everyday.alias),
    (
        re.compile(
            r"(?:帮|替|给|把)(?![^,，]{0,12}(?:审核员|联络员|角色|权限|绑定|否决|公示|改派|别名|安排|日历|归档)).{1,12}(?:撤回|撤销|撤了|撤掉)(?!.{0,4}(?:通知|延期|目标))"
        ),
        everyday.no_withdrawal,
    ),
    (
        re.compile(
            r"(?:排除|不成立|查无|不属实|(?<![算先时])不算).{0,8}否决|否决.{0,10}(?:排除|不成立|查无|不属实|撤[了掉销]?$)|排除否决"
        ),
        everyday.ruled_out,
    ),
    (
        re.compile(
            r"(?:那[个起件]?|这[个起件]?|上次|投诉|事故|事件|异议|申诉|热搜).{0,14}(?:核实|查清|属实|不成立|处理完|办完|解决)(?:了|清楚)?.{0,16}$"
        ),
        everyday.settled,
    ),
    (everyday.OF_LEAF, everyday.leaf),
    (re.compile(r"(?:那个事|这个事|那事|否决).{0,6}(?:不算|撤|作废|取消|不是)"), everyday.no_veto),
    (re.compile(r"[个项次][\u4e00-\u9fff]{2,16}|加分.*[个项次]"), everyday.award),
)


def answer(_heard: Heard, text: str, context: Context) -> Reply | None:
    """What one of the everyday questions is answered with."""
    if len(text) > _LONGEST:
        return None
    said = text.strip()
    return next(
        (
            reply
            for pattern, run in _WAYS
            if pattern.search(said) and (reply := run(said, context)) is not None
        ),
        None,
    )


_LONGEST: Final = 40
