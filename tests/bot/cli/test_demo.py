"""`kaohe demo` looks after its own folder and its port."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.demo import _make_ready
from bot.cli.failures import CommandError


def test_a_folder_with_something_else_in_it_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "报告.docx").write_text("x")
    with pytest.raises(CommandError, match="没有动它"):
        _make_ready(tmp_path, keep=False)
    assert (tmp_path / "报告.docx").exists()


def test_the_demo_starts_afresh_unless_told_to_keep(tmp_path: Path) -> None:
    data = tmp_path / "data" / "demo"
    _make_ready(data, keep=False)
    (data / "kaohe.db").write_text("x")
    _make_ready(data, keep=True)
    assert (data / "kaohe.db").exists()
    _make_ready(data, keep=False)
    assert not (data / "kaohe.db").exists()


def test_a_busy_port_is_passed_over_and_an_interrupt_ends_the_demo(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "bot", "demo", "--port", port, "--data", str(tmp_path / "demo")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as demo:
            assert demo.stdout is not None
            said = demo.stdout.readline()
            demo.send_signal(signal.SIGINT)
            rest, log = demo.communicate(timeout=20)
    assert "http://127.0.0.1:" in said
    assert f":{port} " not in said
    assert (demo.returncode, rest, log) == (0, "", "")
