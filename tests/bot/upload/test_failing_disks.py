"""Uploads where the disk is full or fails, or the database is gone: nothing is said to be saved that is not."""

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

import pytest

from bot.keys import STORE
from tests.bot.upload.desk import Desk, pdf

MEGABYTE = 1 << 20


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond `size` bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_on_a_full_disk_nothing_is_said_to_be_saved_and_it_goes_on_later(desk: Desk) -> None:
    browser, data = await desk.entered(), pdf(2 * MEGABYTE)
    number = (await browser.begin("方案.pdf", len(data)))["id"]
    with files_up_to(1_500_000):
        assert (await browser.put(number, 0, data[:MEGABYTE])).status == 200
        full = await browser.put(number, MEGABYTE, data[MEGABYTE:])
        assert (full.status, "磁盘满了" in full["problem"], "没有保存" in full["problem"]) == (
            507,
            True,
            True,
        )
    offset = (await browser.call("GET", f"files/{number}"))["offset"]
    assert MEGABYTE <= offset <= 1_500_000
    assert (await browser.put(number, offset, data[offset:])).status == 200
    assert (await desk.evidence(), desk.kept(), await desk.pushes()) == ((), set(), [])
    assert (await browser.finish(number, data))["state"] == "done"
    assert desk.kept() == {sha256(data).hexdigest()}


async def test_bytes_that_the_disk_failed_to_write_are_not_trusted_but_sent_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, data = await desk.entered(), pdf(MEGABYTE)
    number = (await browser.begin("方案.pdf", len(data)))["id"]
    await browser.put(number, 0, data)
    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", _fail)
        failed = await browser.finish(number, data)
    assert (failed.status, "没有保存" in failed["problem"]) == (507, True)
    assert (await desk.evidence(), desk.kept(), await desk.pushes()) == ((), set(), [])
    # A second fsync would succeed: the system has given up on what it could not write.
    again = await browser.finish(number, data)
    assert (again.status, again["offset"]) == (409, 0)
    await browser.put(number, 0, data)
    assert (await browser.finish(number, data))["state"] == "done"
    assert desk.kept() == {sha256(data).hexdigest()}


def _fail(_handle: int) -> None:
    raise OSError(errno.EIO, "Input/output error")


async def test_a_database_that_is_gone_is_said_to_be_busy(desk: Desk) -> None:
    browser = await desk.entered()
    await desk.app[STORE].close()
    answer = await browser.begin("方案.pdf", 100)
    assert (answer.status, "没有保存" in answer["problem"]) == (503, True)
