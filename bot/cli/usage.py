"""What is said of a command line that cannot be read, and what typer's help says in English, put into Chinese."""

import re
from functools import partial
from unicodedata import east_asian_width

from typer.exceptions import TyperException

_LINES = (
    (r"No such command '(.+?)'\. Did you mean (.+)\?", "没有“{}”这个命令，是不是 {}"),
    (r"No such command '(.+)'\.", "没有“{}”这个命令"),
    (r"Missing command\.", "没有写要做什么"),
    (r"No such option: (\S+) \(Possible options: (.+)\)", "没有“{}”这个选项，是不是 {}"),
    (r"No such option: (.+)", "没有“{}”这个选项"),
    (r"Option '(.+)' does not take a value\.", "选项“{}”后面不跟内容"),
    (r"Option '(.+)' requires .+", "选项“{}”后面要写内容"),
    (r"Got unexpected extra argument\(s\) \((.*)\)", "多写了“{}”"),
    (r"Missing (?:argument|option|parameter) (.+?)\.(?: .*)?", "没有写 {}"),
    (r"Invalid value: (.+)", "{}"),
    (r"Invalid value for (.+?): (.+)", "{}：{}"),
)
_VALUES = (
    (r"Input should be a valid integer.*", "应为整数"),
    (r"Input should be less than or equal to (\d+)", "不能大于{}"),
    (r"Input should be greater than or equal to (\d+)", "不能小于{}"),
)
_HELP = (
    (r"^ Usage: (.*)\[OPTIONS\] COMMAND \[ARGS\]\.\.\.", " 用法：{}[选项] 命令 …"),
    (r"^ Usage: (.*)\[OPTIONS\](.*)", " 用法：{}[选项]{}"),
    (r"─ (?:Options) ─+", "─ 选项 ─"),
    (r"─ (?:Arguments) ─+", "─ 参数 ─"),
    (r"─ (?:Commands) ─+", "─ 命令 ─"),
    (r"Show this message and exit\.", "显示这段说明"),
    (r"<bool>", ""),
    (r"\[required\]", "（必填）"),
    (r"\[default: ([^\]]+)\]", "（默认 {}）"),
)
"""Typer's fixed words in what it shows for --help; a word cut in two by the end of a line stays as it is."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def usage_line(error: TyperException) -> str:
    """The line: what is wrong, and where the usage of the command can be read."""
    said = _translated(error.format_message(), _LINES) or "命令写得不对"
    context = getattr(error, "ctx", None)
    return f"{said.rstrip('。')}（用法见 {context.command_path if context else 'kaohe'} --help）"


def help_in_chinese(shown: str) -> str:
    """Typer's help with its own words in Chinese; each takes the columns of the old one, so that the frames stay whole."""
    for english, chinese in _HELP:
        shown = re.sub(english, partial(_as_wide, chinese), shown, flags=re.MULTILINE)
    return shown


def _as_wide(chinese: str, found: re.Match[str]) -> str:
    new = chinese.format(*found.groups())
    filling = found[0][-1] if found[0][-1] == "─" else " "
    return new + filling * (_columns(found[0]) - _columns(new)) if found.end() < len(found.string) else new


def _columns(text: str) -> int:
    return sum(1 + (east_asian_width(sign) in "WF") for sign in text)


def _translated(message: str, table: tuple[tuple[str, str], ...]) -> str:
    message = " ".join(message.split())
    for english, chinese in table:
        found = re.fullmatch(english, message)
        if found:
            return chinese.format(*map(_value, found.groups()))
    return ""


def _value(part: str) -> str:
    """A part of the message: what was typed or is in Chinese stays, a reason in English is told in Chinese."""
    if part.startswith("Input should"):
        return _translated(part, _VALUES) or "不是这里能写的内容"
    return part if _CHINESE.search(part) else part.replace("'", "").replace(", ", "、")
