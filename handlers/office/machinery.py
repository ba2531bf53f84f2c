"""后台: what is done on the server and not in chat — backups, rehearsals, files — and how."""

import re

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply

_ROSTER = re.compile("名册|名单|花名册|联系人|联络员")
_RUBRIC = re.compile("细则|办法|方案")
_TARGETS = re.compile("分解|任务|目标")


def backup(_text: str, _context: Context) -> Reply:
    """备份."""
    return Reply(
        "备份不在聊天里做，没有执行。由信息人员在服务器上备份两样东西：数据库和材料文件夹（KAOHE_DATA_DIR）。\n"
        "步骤见部署文档“备份”一节；备份后用 kaohe audit verify 核对审计链。"
    )


def rehearse(_text: str, _context: Context) -> Reply:
    """测试模式."""
    return Reply(
        "现在是正式环境，没有进入测试模式，发的每一句都算数。\n"
        "要走一遍：信息人员在另一台机器上 make demo（自带替身平台，可扮演各角色、拨时钟），不会给任何人发消息；"
        "只看会提醒谁，回“提醒计划”。"
    )


def handed_in(text: str, _context: Context) -> Reply | None:
    """A file of the office's own work that was sent in chat: what to do instead; None for any other file."""
    if _TARGETS.search(text):
        return Reply(
            "聊天里读不了文件，任务分解表没有导入，没有改动。目标在这里设：“编号 目标 数值”“用平均值”；"
            "整张表由信息人员写进补充方案（targets），用 kaohe campaign adopt 挂接。"
        )
    if _ROSTER.search(text):
        return Reply(
            "聊天里读不了文件，没有导入，没有改动。两个办法：①在表格里全选复制，直接粘贴到这里（要有姓名、单位、角色三列表头），"
            "我会逐行检查，回“确认导入”才生效；②由信息人员 kaohe roster import 文件。"
        )
    if _RUBRIC.search(text):
        return Reply(
            "聊天里读不了文件，没有改动，细则没有导入。信息人员写成 rubric.toml 放进细则文件夹，用 kaohe rubric check 体检；"
            "装好后在这里“新建考核 名称”。现有疑点回“疑点”看。"
        )
    return None


COMMANDS = (
    Command(Act.ADMINISTER, "备份", words("备份 备份数据 数据备份 备份一下"), backup),
    Command(
        Act.ADMINISTER,
        "用测试模式走一遍",
        words("测试模式 沙箱 演练 模拟 试运行"),
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
        handed_in,
        re.compile(r"(?:\[文件\]|【文件】)\s*(?P<rest>.{1,80})"),
        shy=True,
    ),
)
