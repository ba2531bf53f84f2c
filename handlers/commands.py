"""The commands, in the order in which a message is held against them; add a command here and nowhere else."""

import re

from handlers import secrecy
from handlers.access import Act
from handlers.calendar import schedule
from handlers.command import Command, CommandList, words
from handlers.evidence import (
    captions,
    checks,
    handed_in,
    items,
    judging,
    lacking,
    receiving,
    unreceived,
    upload_links,
)
from handlers.exports import asking
from handlers.help import help_text
from handlers.leading import briefs, materials, provisions, readiness, reviewers, subscribing, why
from handlers.leading.one_unit import people, unit_view
from handlers.leading.orders import relaying
from handlers.leading.over_time import forecast, trend, what_if
from handlers.leading.ranking import grades, laggards, towns
from handlers.lookups import (
    comparison,
    definitions,
    example_cases,
    explain,
    leaf_history,
    of_group,
    overview,
    progress,
)
from handlers.matters import (
    appeals,
    bonus,
    contact_info,
    duties,
    extensions,
    forwarding,
    handover,
    incidents,
    listing,
    recusals,
    replying,
    requests,
    settling,
    substitutes,
    taking_back,
)
from handlers.office import doubts, learning, machinery, opening, target_setting, teaching, veto_facts
from handlers.office.days import calendar_days, extending, moving, office_hours, paper_days
from handlers.office.errands.messages import bare_reports
from handlers.office.people import adding, bindings, erasing, roster_changes, roster_details
from handlers.office.results import archiving, counting, history, publishing
from handlers.office.sending import broadcasting, group_posting, planning, resending
from handlers.papers import handing, months
from handlers.people import own_place, speaking
from handlers.reminding import record, urging, wishes
from handlers.reporting import self_assessment, trial, withdraw
from handlers.review import commands as review
from handlers.understanding import complaints

COMMANDS: tuple[Command, ...] = (
    Command(
        Act.HELP,
        "帮助",
        words(
            "帮助 help 怎么用 怎么用啊 怎么弄 用法 使用说明 说明 怎么报 功能 菜单 管理员能干啥 能干啥 你能干啥"
        ),
        help_text,
    ),
    secrecy.COMMAND,
    *people.LISTS,
    *what_if.COMMANDS,
    *asking.COMMANDS,
    *provisions.COMMANDS,
    *machinery.COMMANDS,
    *opening.COMMANDS,
    *adding.COMMANDS,
    *bindings.COMMANDS,
    *roster_changes.COMMANDS,
    *roster_details.COMMANDS,
    *erasing.COMMANDS,
    *extending.COMMANDS,
    *paper_days.COMMANDS,
    *moving.COMMANDS,
    *office_hours.COMMANDS,
    *calendar_days.COMMANDS,
    *target_setting.COMMANDS,
    *veto_facts.COMMANDS,
    *archiving.COMMANDS,
    *publishing.COMMANDS,
    *broadcasting.COMMANDS,
    *planning.COMMANDS,
    *group_posting.COMMANDS,
    *resending.COMMANDS,
    record.COMMAND,
    *towns.EACH,
    *counting.COMMANDS,
    *teaching.COMMANDS,
    *learning.COMMANDS,
    *doubts.COMMANDS,
    Command(
        Act.TASKS,
        "还差什么",
        words("还差什么 还差啥 还差啥没弄 欠什么 没交的 还差哪些 还要报什么"),
        progress.still_open,
    ),
    Command(
        Act.TASKS,
        "我的任务",
        words("我的任务 任务 待办 清单 我的清单 任务清单 我要报什么 我的待办 我负责什么 有什么任务"),
        progress.my_tasks,
    ),
    Command(
        Act.OWN_SCORE,
        "我的得分",
        words("我的得分 我的分 我们多少分 我们得了多少 本单位得分 我单位得分 我得几分 我们几分 得分"),
        overview.own_score,
    ),
    *handing.COMMANDS,
    months.COMMAND,
    *lacking.COMMANDS,
    *items.COMMANDS,
    handed_in.COMMAND,
    receiving.COMMAND,
    upload_links.COMMAND,
    captions.COMMAND,
    unreceived.COMMAND,
    *own_place.COMMANDS,
    forwarding.COMMAND,
    handover.NAMED,
    duties.NAMED,
    extensions.NAMED,
    contact_info.COMMAND,
    incidents.COMMAND,
    appeals.COMMAND,
    duties.COMMAND,
    handover.COMMAND,
    taking_back.COMMAND,
    *wishes.COMMANDS,
    extensions.COMMAND,
    *complaints.COMMANDS,
    self_assessment.COMMAND,
    trial.COMMAND,
    *example_cases.COMMANDS,
    schedule.COMMAND,
    *listing.COMMANDS,
    settling.COMMAND,
    Command(
        Act.DETAIL,
        "详情 1",
        words("详情 要求"),
        explain.detail,
        re.compile(r"(?:(?:详情|看要求|怎么评)[\s:：]*|(?:要求|标准)[\s:：]+)(?P<rest>.{1,40})"),
    ),
    Command(
        Act.DETAIL,
        "覆盖率怎么评",
        words("这个标准是什么 标准是什么 什么标准 怎么评 要求是什么"),
        explain.judged,
        re.compile(
            r"(?P<rest>.{1,24}?)(?:是?(?:怎么|咋|如何)(?:算分?|评分?|计分|打分|给分|得分)的?|报了没有?|报了吗|报没报|达标了?(?:没有?|吗)|完成了?(?:没有?|吗)"
            r"|要?(?:什么|啥|哪些)材料|的?(?:评分)?(?:标准|要求)是?(?:什么|啥)?)[?？]?"
        ),
        shy=True,
    ),
    *overview.COMMANDS,
    Command(
        Act.WHY,
        "为什么 1",
        words("为什么 为啥 依据"),
        explain.why,
        re.compile(
            r"(?!依据(?:是|为|有|：)|.*[要让叫]我?[再来]?确认)(?=为什么|为啥|依据|怎么算|.{1,30}的依据$)(?:为什么|为啥|依据|怎么算的?)?[\s:：]*(?P<rest>.{1,40}?)(?:的依据)?[?？]?"
        ),
    ),
    Command(
        Act.DETAIL,
        "覆盖率谁牵头",
        words(""),
        explain.judged,
        re.compile(
            r"(?=.*(?:谁|哪个?(?:单位|局|家))(?:牵头|负责|在?管))(?:(?:谁|哪个?(?:单位|局|家))(?:牵头|负责|在?管))?"
            r"(?P<rest>.{2,24}?)(?:[那这]项|的)?(?:是?(?:谁|哪个?(?:单位|局|家))(?:牵头|负责|在?管)的?)?[?？]?"
        ),
        shy=True,
    ),
    Command(
        Act.WHY,
        "华容区制造业为什么扣2分",
        words(""),
        explain.why_so,
        re.compile(
            r"(?P<rest>.{2,24}?)(?:为什么|为啥|咋|怎么)(?:就|只|才|会)?(?:扣|得|丢|给|是|有)?了?(?:\d.{0,6}分)[?？]?"
        ),
        shy=True,
    ),
    *review.COMMANDS,
    withdraw.COMMAND,
    review.TAKE_BACK,
    Command(
        Act.DETAIL,
        "看第1项",
        words(""),
        explain.detail,
        re.compile(
            r"(?:看|打开|点开)(?:一?下|看)?[\s:：]*第?(?P<rest>[\d①-⑳]{1,2}|[一二三四五六七八九十]{1,2}(?=[个项条]))[个项号条]?"
        ),
    ),
    *checks.COMMANDS,
    *judging.COMMANDS,
    requests.COMMAND,
    replying.COMMAND,
    recusals.DOUBT,
    recusals.COMMAND,
    substitutes.BACK,
    substitutes.COMMAND,
    bonus.COMMAND,
    leaf_history.COMMAND,
    definitions.COMMAND,
    Command(
        Act.COMPARE,
        "对照",
        words("对照 自评核定对照 自评和审核差得多的 差异 自评和核定"),
        comparison.compare,
        re.compile(
            r"(?!.*(?:退|通过|\d)).{0,12}自评(?!报告).{0,12}(?:对不上|差得?[多大远]|不一[样致]|虚高|偏高|[高低]了|打高|出入|差距|相差|水分|差别).{0,8}"
        ),
        shy=True,
    ),
    *why.COMMANDS,
    *grades.COMMANDS,
    *forecast.COMMANDS,
    *trend.COMMANDS,
    *laggards.COMMANDS,
    *of_group.COMMANDS,
    reviewers.COMMAND,
    *towns.COMMANDS,
    *briefs.COMMANDS,
    *readiness.COMMANDS,
    *subscribing.COMMANDS,
    *people.COMMANDS,
    *materials.COMMANDS,
    *relaying.COMMANDS,
    *history.COMMANDS,
    Command(
        Act.RANKING,
        "排名",
        words("排名 排行 名次 排明 谁第一 各单位排名 排一下 完成情况"),
        overview.ranking,
    ),
    Command(
        Act.LOSSES,
        "丢分",
        words("丢分 丢分在哪 失分 失分在哪 哪里丢分 丢在哪 扣分 哪里扣分 扣在哪"),
        overview.losses,
    ),
    Command(
        Act.MISSING,
        "没报",
        words("没报 谁没报 谁没交 未报名单 未报 没交 还有谁没报 哪些没报 欠报 缺报 谁还没报"),
        overview.missing,
        re.compile(r"(?:没报|未报|谁没报)[\s:：]+(?P<rest>.{1,20})"),
    ),
    *bare_reports.COMMANDS,
    *urging.COMMANDS,
    Command(
        Act.CAMPAIGNS,
        "考核任务",
        words("考核任务 切换 切换考核 换考核 有哪些考核"),
        speaking.switch,
        re.compile(r"(?:切换|换到)(?:考核)?[\s:：]*(?P<rest>.{1,40})"),
    ),
    Command(
        Act.OVERVIEW,
        "现在多少分",
        words(
            "现在多少分 多少分 得分 分 分数 总分 情况 进度 怎么样 怎么样？ "
            "怎么样了 啥情况了 什么情况 汇总 几分了 ? ？ ?? ？？"
        ),
        overview.overview,
    ),
    *unit_view.COMMANDS,
)
KNOWN = CommandList(COMMANDS)
