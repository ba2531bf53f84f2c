import asyncio
import gc
import json
import logging
from typing import Any

import pytest
import structlog

from bot import logs

SECRET = "canary-Secret-1"


class Written:
    """What has been logged since the last look."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        logs.configure([SECRET, ""])

    def lines(self) -> list[dict[str, Any]]:
        said = self._capsys.readouterr()
        assert said.out == ""
        return [json.loads(line) for line in said.err.splitlines()]


@pytest.fixture
def written(capsys: pytest.CaptureFixture[str]) -> Written:
    return Written(capsys)


def test_a_line_is_json_with_time_and_level(written: Written) -> None:
    structlog.get_logger().info("听着", port=8080)
    (line,) = written.lines()
    assert (line["event"], line["level"], line["port"]) == ("听着", "info", 8080)
    assert line["timestamp"].endswith("Z")


def test_a_secret_is_blotted_out_wherever_it_stands(written: Written) -> None:
    structlog.get_logger().info(f"get {SECRET}", url=f"http://x/?k={SECRET}", inner={"deep": [SECRET]})
    logging.getLogger("aiohttp.client").warning("calling %s", f"/gettoken?corpsecret={SECRET}")
    assert SECRET not in json.dumps(written.lines())


@pytest.mark.parametrize("name", ["text", "body", "content", "access_token"])
def test_what_has_no_place_in_a_log_is_not_in_it(written: Written, name: str) -> None:
    structlog.get_logger().info("something", **{name: "上报 19.2 91.5%"})
    (line,) = written.lines()
    assert line[name] == "***"


def fail_twice() -> None:
    """One error caused by another, both with words that nobody else may read."""
    try:
        int("上报 19.2 91.5%")
    except ValueError as cause:
        raise LookupError(SECRET) from cause


def test_an_exception_is_told_by_kind_and_place_not_by_its_words(written: Written) -> None:
    try:
        fail_twice()
    except LookupError as error:
        structlog.get_logger().exception("message_failed")
        logging.getLogger("aiohttp.server").exception("Error handling request")
        structlog.get_logger().error("again", exc_info=error)
    for line in written.lines():
        assert "LookupError at" in line["exception"]
        assert "ValueError at" in line["exception"]
        assert "test_logs.py" in line["exception"]
        assert "91.5" not in json.dumps(line)
        assert SECRET not in json.dumps(line)


def test_a_chain_of_causes_without_end_ends(written: Written) -> None:
    error = LookupError()
    error.__cause__ = ValueError()
    error.__cause__.__cause__ = error
    assert logs.trace(error).count(" from ") < 10


async def test_what_goes_wrong_in_the_event_loop_is_told_without_its_words(written: Written) -> None:
    asyncio.get_running_loop().set_exception_handler(logs.quiet_loop)

    async def fail() -> None:
        raise ValueError("上报 19.2 91.5%")

    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    del task
    gc.collect()
    (line,) = written.lines()
    assert line["event"] == "loop_error"
    assert "ValueError at" in line["exception"]
    assert "91.5" not in json.dumps(line)
