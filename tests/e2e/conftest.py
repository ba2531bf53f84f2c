"""The demo as a real process and a real browser; run by `make e2e`, left out of the other tests."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Collect these only when they are asked for by name."""
    return None if any("e2e" in argument for argument in config.args) else True


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address that `kaohe demo` prints, on free ports and with fresh data."""
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--data", str(tmp_path / "demo")]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KAOHE_")}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as demo:
        assert demo.stdout is not None
        said = next((line for line in demo.stdout if "http://" in line), "")
        found = re.search(r"http://\S+", said)
        assert found is not None, demo.communicate()[1]
        yield found[0]
        demo.terminate()
        _, log = demo.communicate(timeout=20)
        assert demo.returncode == 0, log
        assert "Traceback" not in log, log


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium without a screen."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: "Browser") -> Iterator["BrowserContext"]:
    """A fresh profile in Chinese."""
    context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    yield context
    context.close()


@pytest.fixture
def page(context: "BrowserContext") -> Iterator["Page"]:
    """A desktop window; the test fails when the page complains or something does not load."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda answer: complaints.append(answer.url) if answer.status >= 400 else None)
    yield page
    assert complaints == []
