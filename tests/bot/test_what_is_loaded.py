import subprocess
import sys

_SAID = "import sys, bot.app; print(*sorted({'requests', 'rich', 'urllib3', 'jinja2'} & sys.modules.keys()))"


def test_the_service_starts_without_the_libraries_that_it_does_not_use() -> None:
    started = subprocess.run([sys.executable, "-c", _SAID], capture_output=True, text=True, check=True)
    assert started.stdout.split() == []
