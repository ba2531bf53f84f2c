"""Where an office keeps its own rubrics: the one setting that scoring needs, read without the others."""

import os
from pathlib import Path

from dotenv import dotenv_values


def own_rubrics() -> Path | None:
    """The folder that KAOHE_RUBRICS_DIR names in the environment or `.env`."""
    folder = {**dotenv_values(".env"), **os.environ}.get("KAOHE_RUBRICS_DIR")
    return Path(folder) if folder else None
