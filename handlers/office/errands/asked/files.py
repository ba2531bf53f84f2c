"""要文件: whatever is wanted as a file, in any words, is the file that holds it, with what else there is to say of it."""

import re
from collections.abc import Callable
from typing import Final

from handlers.commands import KNOWN
from handlers.context import Context
from handlers.exports import asking
from handlers.leading.one_unit.people import people
from handlers.lookups import overview
from handlers.messages import Reply
from handlers.people.whom import Heard, with_units
from handlers.suggesting.offering import choose

_FILE: Final = re.compile(
    r"(?i)excel|xlsx?|word|pdf|zip|压缩|汇编|下下来|电子[版表档]|文档|文件(?=发|给|存|[\s,，。吧]|$)|[计打得评]分表|(?:明细|汇总|总|排名|进度|情况|报送|成绩|数据|名单)表|表格"
    r"|[一那这][份张]\S{0,8}表|[列做弄整汇打成]+[个一张]{0,2}表|导|下载|打(?:一?个)?包|打印|存档|归档用|邮箱|台账"
    r"|(?:总结|自查|目录|自评报告|明细).{0,6}(?:发我|给我|一份)|(?:发我|给我|要|来)一?份"
)
_FETCHES: Final = re.compile(
    r"导|打印|下载|下下来|压缩|打成|汇编|打(?:一?个)?包|生成|拉(?:一?[个份张]|出来)|[出做发给要来弄拿](?:我|一下)?一?[份张个](?!通知|消息|通报|码)|发(?:给)?我|给我|我(?:想)?要|[做弄整列汇打]成|发.{0,2}邮箱|存档|出个(?=表)|整理(?:一?下|好)?(?:发|给|成)"
)
_ASKED: Final = re.compile(
    r"[?？吗]\s*$|怎么|什么时候(?!报|交|填)|不(?:要|用|行)|别|错|打不开|下(?:载)?不了|图片|截图"
)
_TO_OTHERS: Final = re.compile(
    r"通知|告诉|告知|转告|提醒|让|叫|催(?!办?名单|办?清单)|请(?:各|他|她|大家)|(?:跟|和|对|向|给).{1,8}?(?:说|讲|发[个条])|给(?!我)[^,，]{1,8}?发一?份[,，\s]*[说讲]|绑定|[码撤审]|否决|加分|宽限|延[到至期长]|换成|改成|改为|设[为成]|停用|锁定|发布|新增"
)
_OTHER_PAPERS: Final = re.compile("通报(?!的)|简报|一页纸|讲话|方案|通知稿|协议|函|细则|原文|模板|日历")
"""What others make, or nobody does."""
_OWING: Final = re.compile("没报|未报|欠报|缺报|没交|没填|没齐|催办|催报")
_PEOPLE: Final = re.compile("名册|花名册|通讯录|联系人|联络员")
_LOG: Final = re.compile("操作记录|日志|留痕|审计|改动记录")
_WHO_WHEN: Final = re.compile(rf"{_LOG.pattern}|(?:谁|什么时候|哪天|几点)(?:报|交|填|改)")


def _of_owing(text: str, context: Context) -> Reply | None:
    """Who owes stands in the sheet, leaf by leaf; how many there are is said at once."""
    made = asking.sheet(text, context)
    if made is None:
        return None
    now = overview.missing("", context).text.splitlines()[0].rstrip("：:")
    return Reply(f"{made.text}\n没报的名单不单出文件，在表里：“状态”一列筛“未报”。现在{now}。")


def _of_people(text: str, context: Context) -> Reply | None:
    told = people(text, context)
    return Reply(f"名册不导成文件（里面有个人信息），先列给您；要整册文件请系统管理员导。\n{told.text}")


def _who_when(text: str, context: Context) -> Reply | None:
    if _LOG.search(text):
        return Reply(
            "整本操作记录不从聊天导出，由系统管理员导。近期改了什么回“改动记录”；谁报的问“本周都有谁报了”。"
        )
    made = asking.sheet(text, context)
    return (
        Reply(f"{made.text}\n谁、哪天报的不在表里：问“本周都有谁报了”；单看一项问“编号 谁报的”。")
        if made is not None
        else None
    )


def _in_words(text: str, context: Context) -> Reply | None:
    """Of a summary there is no file but the self-assessment."""
    if not re.search("(?i)word|文档", text):
        return asking.sheet(text, context)
    return Reply(
        "现成的汇总文档没有，没有生成。能做的：“自评报告”（Word，按细则逐项列出已报的数和材料）、“导出计分表”（Excel）、"
        "“一页纸”（几句话的情况，直接发给您）。回其中一个就做。"
    )


_SHEET_TOO: Final = re.compile(
    r"(?:[计得评打]分|汇总|自评打分|总)表[^,，]{0,4}(?:[和跟与及、]|连同|加)|(?:[和跟与及、,，]|连同|加上?|还有).{0,6}(?:[计得评打]分|汇总|总)表"
)


def _evidence_and_sheet(text: str, context: Context) -> Reply | None:
    """佐证材料和得分表都导出来: the one and the other."""
    made = [
        reply.text for make in (asking.evidence, asking.sheet) if (reply := make(text, context)) is not None
    ]
    return Reply("\n".join(made)) if made else None


_FILES: Final[tuple[tuple[re.Pattern[str], Callable[[str, Context], Reply | None]], ...]] = (
    (
        re.compile(
            r"(?=.*(?:材料|佐证|印证|附件))(?!.*(?:材料|佐证|印证)的?目录)(?=.*(?:打(?:一?个)?包|打成|压缩|zip|(?:按|照着?|依)[^,，把]{0,8}目录))"
        ),
        asking.evidence,
    ),
    (re.compile(r"(?<![按带附有和])目录"), asking.catalogue),
    (re.compile("自评报告"), asking.report),
    (re.compile("材料|原件|附件|佐证"), asking.evidence),
    (_PEOPLE, _of_people),
    (_WHO_WHEN, _who_when),
    (_OWING, _of_owing),
    (
        re.compile(
            r"(?i)得分|[计打评]分|成绩|结果|分数|进度|情况|进展|完成|汇总|总结|自查|总表|台账|明细|数据?(?=$|都|全|的|导|做|弄|整|拉|列|打|发|给)|上报|填报|报送|报上?来?的|排名|名次|表.{0,8}几分|几分.{0,6}表|表格|excel|全部"
        ),
        _in_words,
    ),
    (re.compile("打(?:一?个)?包"), asking.evidence),
)


def fetch(heard: Heard, text: str, context: Context) -> Reply | None:
    """到今天的计分表给我导一个, 公安局材料打包发我, 未报清单excel: a file, of the unit that is named."""
    if not _FILE.search(text) or not _FETCHES.search(text) or _TO_OTHERS.search(text) or _ASKED.search(text):
        return None
    if _OTHER_PAPERS.search(text) or KNOWN.knows(text):
        return None
    make = next((make for pattern, make in _FILES if pattern.search(text)), None)
    if make is asking.evidence and _SHEET_TOO.search(text):
        make = _evidence_and_sheet
    whom = with_units(heard.whom[0], context) if heard.whom else None
    if make is asking.evidence and whom is not None and len(whom.units) > 1 and not whom.everybody:
        packs = [(f"打包 {unit}", f"打包{unit}的材料") for unit in whom.units[:_MOST]]
        return choose(
            "材料包一次做一家的或全部的，先做哪一个？", [*packs, ("导出材料", "全部单位的")], context
        )
    named = f"{'、'.join(whom.units)} " if whom is not None and not heard.whom[0].units else ""
    reply = make(f"{named}{text}", context) if make is not None else None
    if reply is None or "邮箱" not in text:
        return reply
    return Reply(f"{reply.text}\n邮箱发不了，文件直接发到这里。")


_MOST: Final = 8
_SORTED_OUT: Final = re.compile("整理|汇总|归拢|列|理一?下|弄一?下")


def told_together(heard: Heard, text: str, context: Context) -> Reply | None:
    """把得分和没报的单位整理一下发我: both as they stand, in words; None where a file or one thing alone is wanted."""
    if (
        not _SORTED_OUT.search(text)
        or re.search("(?i)表|excel|word|打包|下载|导", text)
        or _ASKED.search(text)
    ):
        return None
    ranks = re.search("得分|分数|排名|几分", text) is not None
    owing = _OWING.search(text) is not None or (heard.one is not None and heard.one.owing)
    if not (ranks and owing and re.search("发我|发给我|给我", text)):
        return None
    return Reply(f"{overview.ranking('', context).text}\n{overview.missing('', context).text}")
