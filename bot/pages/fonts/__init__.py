"""The shipped Chinese font: a subset of Noto Sans CJK SC Regular under the licence in OFL.txt."""

from pathlib import Path

FONT = Path(__file__).with_name("noto-sans-sc.woff2")
