"""The outside: HTTP, channels, delivery, clock and command line; wires everything, and nothing imports it."""

import sys
from importlib import import_module


def _without_painting() -> None:
    """Load structlog without rich, which it would load (3 MB of memory) to paint logs that no terminal shows."""
    if not {"rich", "structlog"} & sys.modules.keys():
        sys.modules["rich"] = None  # type: ignore[assignment]  # the import system's own mark for "not there"
        import_module("structlog")
        del sys.modules["rich"]


_without_painting()
