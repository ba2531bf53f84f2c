"""The pages that people open in a browser: templates, style, scripts, and the font and icon that they share."""

from pathlib import Path

ICON = Path(__file__).with_name("icon.svg")
