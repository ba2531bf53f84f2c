"""What is told to who runs the bot when the machine or the database refuses."""

import errno
import os

import pytest

from bot.refusals import database_line, system_line
from store.errors import StoreUnavailableError


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "data/evidence：磁盘满了"),
        (errno.EROFS, "data/evidence：磁盘只读，不能写"),
        (errno.EACCES, "data/evidence：没有权限"),
        (errno.ENOENT, "data/evidence：没有这个文件或文件夹"),
        (errno.EISDIR, "data/evidence：是文件夹，不是文件"),
        (errno.EXDEV, f"data/evidence：{os.strerror(errno.EXDEV)}"),
    ],
)
def test_what_the_system_refuses_is_told_behind_the_file(number: int, told: str) -> None:
    assert system_line(OSError(number, os.strerror(number), "data/evidence")) == told


def test_a_port_in_use_names_its_settings() -> None:
    line = system_line(OSError(errno.EADDRINUSE, "error while attempting to bind on address"))
    assert "KAOHE_PORT" in line
    assert "已被占用" in line


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database or disk is full", "磁盘满了（database or disk is full）"),
        (
            "attempt to write a readonly database",
            "数据库文件只读，不能写（attempt to write a readonly database）",
        ),
        ("the server is tired", "the server is tired"),
    ],
)
def test_what_the_database_refuses_keeps_its_own_words(said: str, told: str) -> None:
    assert database_line(StoreUnavailableError(said)) == told
