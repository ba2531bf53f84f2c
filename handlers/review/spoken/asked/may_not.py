"""What a reviewer asks whether he may, or until when he must: to change a value, to go back on a decision, to urge."""

import re
from typing import Final

from handlers.access import Act, instead
from handlers.context import Context
from handlers.leading.one_unit.spoken_of import spoken_of
from handlers.matters.requests import unit_in
from handlers.messages import Reply
from handlers.suggesting import offering

_HOW_LONG: Final = re.compile(
    r"(?:什么时候|啥时候|几号|几天|多久|多长时间|多少天).{0,4}(?:内|前|之前)?(?:要|得|必须)?审(?:完|好|核)|审(?:核|完).{0,4}(?:期限|时限|几天|多久|有没有时间)"
)
_FIT_TO_JUDGE: Final = re.compile(
    r"我(?:来|去)?审(?:他们?|她们?|这个?|那个?)?的?(?:[件项])?(?:是不是)?(?:合适|行|可以|妥|要紧|合规)(?:吗|不|么)|(?:要不要|用不用|该不该|需不需要|用|要|需要|该|得)回避[吗么不]"
    r"|(?:一个|同一?|我们?)(?:处室|单位|科室|部门|局)的?.{0,8}(?:合适|能审|可以审|能不能审)"
)
_KIN: Final = re.compile(r"口子|爱人|老[婆公]|亲[戚属]|夫妻|儿子|女儿|兄弟|姐妹|父|母")
"""Kin step back: that is asked of elsewhere."""
_BACK_OUT: Final = re.compile(
    r"(?:通过|过|退回?|批|审)了?.{0,6}(?:想|能|可以|要).{0,4}(?:退|改|撤|反悔|收回).{0,6}(?:怎么|吗|不|咋|办)|怎么(?:撤销|反悔|收回)"
)
_CHANGES: Final = re.compile(
    r"自己(?:能|可以|来)?改|能改.{0,8}[不吗]$|我?(?:能不能|可不可以|可以|能)(?:直接|帮)?(?:给)?(?:改|动|调)(?:一下)?(?:他们?|单位)?(?:报)?的?(?:这个|上报)?(?:数|值)"
)


_RECKONS: Final = re.compile(
    r"分.{0,6}(?:系统|机器人|你|自动).{0,4}(?:算|打|给|出).{0,8}我.{0,2}(?:给|打|评|定)|分.{0,4}我.{0,2}(?:给|打|评|定).{0,4}还是.{0,4}(?:系统|机器人|自动)"
)


def may_not(words: str) -> Reply | None:
    """The answer; None for anything else."""
    if _FIT_TO_JUDGE.search(words) is not None and _KIN.search(words) is None:
        return Reply(
            "按人回避：您本人报的件不能自己审，同单位别人报的您可以审（既报又考核的单位，由另一个人或质强办审）。"
            "觉得不合适就发“某某单位的我回避”，那家的件转质强办审，会留痕。"
        )
    if _HOW_LONG.search(words) is not None:
        return Reply("多久审完，原文未规定；没审的分都按暂得算。回“待审”看还有几件。")
    if _BACK_OUT.search(words) is not None:
        return Reply(
            "5分钟内回“撤销”就回到待审，再退；过了5分钟发“把城建局那个打开一下 原因”申请解锁，质强办解锁后重新审。"
        )
    if _RECKONS.search(words) is not None:
        return Reply(
            "暂得分是机器人按上报的数和条文算的，您回“1通过”就按它核定；印着由考核部门评的项才由您给分，"
            "发“评 1 分数 理由”，只能在印出的档次、幅度里给。"
        )
    if _CHANGES.search(words) is not None:
        return Reply(
            "上报的数审核员不能改：不对请退回让他们更正（“1退回 原因”）；要核定别的分请发“评 1 分数 理由”。"
        )
    return None


_URGES: Final = re.compile(
    r"(?>那|你|就|麻烦|帮我|再|去|请)*(?:跟|和|给|告诉|通知|提醒|催|叫|让)(?:一下)?(?P<who>[^\s,，。;；\d]{1,8}?)(?:说|讲|带个?话|提醒|催)?(?:一?[下声句])*[啊呀吧]*[\s,，:：]*"
    r"(?:[叫让请](?:[他她]们?)?)?(?:抓紧|赶紧|尽快|赶快|快[点些]|早[点些]|按时|及时|别拖|把)*(?:时间)?(?:上?报|填报?|[报交]一?[下报]|报材料|报数)(?:上来|数据?|材料|一下|了|吧|啊)*"
)
_MENDS: Final = re.compile("补|改|重新?|退|核|查")


def urged(words: str, context: Context) -> Reply | None:
    """跟郭岚说一声，叫她抓紧报: whose that is, and the words for the office; None for anything else."""
    found = _URGES.fullmatch(words)
    unit = unit_in(found["who"], context) or spoken_of(context, within=1) if found is not None else ""
    if not unit or _MENDS.search(words):
        return None
    order = f"请催{unit}抓紧报"
    head = f"没有转告：{instead('reviewer', Act.URGE)}您是要："
    return offering.choose(head, [(f"转质强办 {order}", f"转质强办：{order}")], context)
