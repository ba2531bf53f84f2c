"""后台: what is done on the server and not in chat — backups, rehearsals, files — and how."""

import re

from handlers.access import Act
from handlers.command import Command, saying, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.staff.newcomers import newcomer
from handlers.office.targets_told import where
from handlers.people.enrolled import MOBILE
from handlers.people.whom import Heard
from handlers.suggesting import offering

_ROSTER = re.compile("名册|名单|花名册|联系人|联络员|通讯录|人员(?:信息|名单|表)")
_RUBRIC = re.compile(
    "细则|(?<!工作)(?:办法|方案)|评分|计分|打分|考核(?:标准|要点|内容|指标|规定|规则|体系)|指标体系|考核.{0,8}(?:要点|指标|标准)"
)
_TARGETS = re.compile("分解|任务|目标|指标(?=.{0,10}[表输录])")
_PIECE = re.compile("总结|报告|情况|自评|证明|照片|台账|通报|纪要|简报|工作(?:办法|方案)|记录")
"""What calls a file a piece of evidence."""
_IMPORTS = re.compile(
    r"[往从放搁]哪[里儿]?(?:放|传|导|发|贴|$)|[放搁]哪|啥格式|什么格式|格式[是要]|几列|哪[几些]列|模板|有错的行|[弄录放搞加填]进(?:去|来|系统)|我.{0,10}发(?:到|在)?(?:群里|这[里儿]?)?了|收一下|(?:发|传|给)(?:给)?[你您]了|[你您](?:先|帮我|来)*(?:读|认|识别|解析)(?!.{0,5}第?\d)|(?:读|认|识别|解析)一?下(?!.{0,3}第?\d)|重新?(?:发|传)一?[遍次份]|导入|导进|(?:在|就是)[这那]个?(?:表格?|文件|附件|名单|excel).{0,4}[里上中]?[\s,，]*(?:麻烦|帮我?|给我|你|您|都|请)*(?:录|登|加|填|读|弄|收)(?:一?下|入|进)|导上|导得|能导|可以导|导一下|导不|上传|传上|录进(?:去|来|系统)|(?:excel|word|表格?).{0,8}(?:导|传|[发给]你|贴过来)|(?:导|传|[发给]你).{0,8}(?:excel|word)",
    re.IGNORECASE,
)
_BROUGHT = re.compile(r"导[入进](?:来|去)?的.{0,8}(?:毛病|问题|疑点|不清|矛盾|错)")
"""导入的细则有没有毛病: it is here already."""
_FORMER = re.compile(
    r"(?:(?:20\d\d|[去前往上])年|往届).{0,8}(?:结果|成绩|得分|分数|(?<=\d年)的?数据?)[^,，]{0,6}"
    r"(?:导[入进]|补录|[录弄放]进(?:来|去|系统)|能导(?!出)|怎么导(?!出))"
)
_BESIDE = re.compile(
    "导出|导成|[导出拉弄做]一?[个份张](?!进)|下载|材料|证明|照片|佐证|结果|得分|通知|告诉|转告|催|提醒|[让叫请]|认得|写[成错]"
)
_LONGEST = 40
"""Who is named, or has a number, is put on the roster himself; no file of names is."""


backup = saying(
    "备份不在聊天里做，没有执行。由信息人员在服务器上备份两样东西：数据库和材料文件夹（KAOHE_DATA_DIR）。\n"
    "步骤见部署文档“备份”一节；备份后由他核对审计链。"
)
_former_year = saying(
    "聊天里读不了文件，也没有一次导入往年结果的命令，没有改动。要放进来：\n"
    "①信息人员装好那年的细则，您在这里发“新建考核 名称”；\n"
    "②回“切换”换过去，补录：“单位名 编号 数值”代填。两年的各自看，机器人不跨年比。"
)
rehearse = saying(
    "现在是正式环境，没有进入测试模式，发的每一句都算数。\n"
    "要走一遍：信息人员在另一台机器上 make demo（自带替身平台，可扮演各角色、拨时钟），不会给任何人发消息；"
    "只看会提醒谁，回“提醒计划”。"
)


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """联络员名单我有个表 怎么导进去: what is to be imported, in any words; None for anything else."""
    if len(text) <= _LONGEST and _FORMER.search(text):
        return _former_year(text, context)
    if len(text) > _LONGEST or _IMPORTS.search(text) is None or _BESIDE.search(text) or _BROUGHT.search(text):
        return None
    if MOBILE.search(text) or newcomer(text, frozenset()) is not None:
        return None
    return handed_in(text, context)


def sent(text: str, context: Context) -> Reply | None:
    """A file of the office's own work that was sent in chat: what to do instead; None for a piece of evidence."""
    if (reply := None if _PIECE.search(text) else handed_in(text, context)) is not None:
        return reply
    if "考核" not in text or _PIECE.search(text):
        return None
    return offering.choose(
        "聊天里读不了文件，没有导入，没有改动（要登记成材料，请发图片或链接）。这份文件是：",
        (("导入细则", "考核细则"), ("导入名册", "联络员名册"), ("导入分解表", "任务、目标的分解表")),
        context,
    )


def handed_in(text: str, context: Context) -> Reply | None:
    """How a roster, a document or a table of targets is brought in instead."""
    if _TARGETS.search(text):
        return Reply(
            f"聊天里读不了文件，任务分解表没有导入，没有改动。{where(context).removesuffix('没有改动。')}"
            "整张表由信息人员写进补充方案换上。"
        )
    if _ROSTER.search(text):
        return Reply(
            "聊天里读不了文件，没有导入，没有改动。两个办法：①在表格里全选复制，直接粘贴到这里（要有姓名、单位、角色三列表头），"
            "我会逐行检查，回“确认导入”才生效；②文件交装系统的信息人员导入。"
        )
    if _RUBRIC.search(text):
        return Reply(
            "聊天里读不了文件，没有改动，细则没有导入。把文件交给装系统的信息人员录成细则、检查过；"
            "装好后在这里“新建考核 名称”。现有疑点回“疑点”看。"
        )
    return None


COMMANDS = (
    Command(Act.ADMINISTER, "备份", words("备份 备份数据 数据备份 备份一下"), backup),
    Command(
        Act.ADMINISTER,
        "用测试模式走一遍",
        words("测试模式 沙箱 沙盒 演练 模拟 试运行"),
        rehearse,
        re.compile(r".{0,6}(?:测试模式|沙箱|演练模式|模拟模式).{0,8}"),
    ),
    Command(
        Act.ADMINISTER,
        "导入名册",
        words(""),
        handed_in,
        re.compile(r"导入(?P<rest>名册|名单|细则|办法|方案|分解表|任务表|目标表)"),
        shy=True,
    ),
    Command(
        Act.ADMINISTER,
        "[文件] 联系人名单.xlsx",
        words(""),
        sent,
        re.compile(r"(?:\[文件\]|【文件】)\s*(?P<rest>.{1,80})"),
        shy=True,
    ),
)
