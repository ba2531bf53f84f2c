"""The commands, in the order in which a message is held against them; add a command here and nowhere else."""

import re

from handlers import (
    comparison,
    evidence,
    explain,
    overview,
    progress,
    review_queue,
    reviewing,
    speaking,
    urging,
    withdraw,
)
from handlers.access import Act
from handlers.command import Command, words
from handlers.help import help_text

COMMANDS: tuple[Command, ...] = (
    Command(
        Act.HELP,
        "帮助",
        words("帮助 help 怎么用 怎么用啊 怎么弄 用法 使用说明 说明 怎么报 功能 菜单"),
        help_text,
    ),
    Command(
        Act.TASKS,
        "还差什么",
        words("还差什么 还差啥 还差啥没弄 还缺什么 还缺啥 欠什么 没交的 还差哪些 缺什么 还要报什么"),
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
    Command(
        Act.EVIDENCE,
        "我的材料",
        words("我的材料 材料 交了哪些材料 我们交了哪些材料 材料清单"),
        evidence.mine,
    ),
    Command(
        Act.EVIDENCE,
        "材料 1 平农〔2021〕45号",
        words(""),
        evidence.attach_text,
        re.compile(r"(?:证明|佐证|印证)?材料[\s:：]+(?P<rest>\S.*)", re.DOTALL),
    ),
    Command(
        Act.DETAIL,
        "详情 1",
        words("详情 要求"),
        explain.detail,
        re.compile(r"(?:详情|看要求|要求|怎么评|标准)[\s:：]*(?P<rest>.{1,40})"),
    ),
    Command(
        Act.WHY,
        "为什么 1",
        words("为什么 为啥 依据"),
        explain.why,
        re.compile(r"(?:为什么|为啥|依据|怎么算的?)[\s:：]*(?P<rest>.{1,40}?)[?？]?"),
    ),
    Command(Act.REVIEW, "撤销", words("撤销 撤销审核 点错了 刚才点错了撤销"), reviewing.undo),
    Command(
        Act.WITHDRAW,
        "撤回",
        words("撤回 撤销 收回 刚才报错了 报错了 发错了"),
        withdraw.withdraw,
        re.compile(r"(?:撤回|撤销)[\s:：]*(?P<rest>.{1,40})"),
    ),
    Command(
        Act.REVIEW,
        "待审",
        words("待审 审核 还有多少没看 待审清单 要审的 没审的"),
        review_queue.queue,
        re.compile(r"待审[\s:：]*(?P<rest>.{1,20})"),
    ),
    Command(
        Act.REVIEW,
        "看 1",
        words("看"),
        review_queue.view,
        re.compile(r"看[\s:：]*(?P<rest>[\d①-⑳]{1,2})"),
    ),
    Command(Act.REVIEW, "全部通过", words("全部通过 全过 都过 都通过"), reviewing.accept_all),
    Command(Act.REVIEW, "我审了多少", words("我审了多少 我的审核 审核统计"), reviewing.my_reviews),
    Command(
        Act.UNLOCK,
        "解锁 19.2 补盖章页",
        words("解锁"),
        reviewing.unlock,
        re.compile(r"解锁[\s:：]*(?P<rest>.{1,100})"),
    ),
    Command(
        Act.COMPARE,
        "对照",
        words("对照 自评核定对照 自评和审核差得多的 差异 自评和核定"),
        comparison.compare,
    ),
    Command(
        Act.RANKING,
        "排名",
        words("排名 排行 名次 排明 谁第一 各单位排名 排一下 各镇完成情况 完成情况"),
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
    Command(
        Act.URGE,
        "催办",
        words("催办 催一下 催 催报 提醒他们 都催一下"),
        urging.urge,
        re.compile(r"催办?(?:一下)?[\s:：]*(?P<rest>\S{2,20})"),
    ),
    Command(
        Act.BOUND,
        "绑定情况",
        words("绑定情况 谁没绑定 谁绑定了 绑定名单 未绑定"),
        urging.bound,
    ),
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
        words("现在多少分 多少分 分 分数 总分 情况 进度 怎么样了 啥情况了 什么情况 汇总 几分了 ? ？ ?? ？？"),
        overview.overview,
    ),
    Command(
        Act.UNIT,
        "城建局得了多少",
        words(""),
        overview.unit,
        re.compile(r"(?P<rest>[^\d\s]{2,14}?)(?:得了多少|得多少|多少分|几分|怎么样|情况|的情况)[?？]?"),
    ),
)
