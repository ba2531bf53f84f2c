"""How large a file may be, and what to do with one that is larger."""

import re
from decimal import Decimal
from typing import Final

LARGEST_MEGABYTES: Final = 50
WAYS_FOR_LARGE: Final = "可以压缩图片后再发、拆成两份，或回“材料 序号 纸质报送 材料名”登记纸质、U盘报送"
_SIZE: Final = re.compile(
    r"(?<![\d.])(?P<size>\d{1,6}(?:\.\d{1,3})?)\s*多?\s*(?P<unit>[MG]|兆)", re.IGNORECASE
)


def too_large(text: str) -> str:
    """The size that the text gives to a file, where that is more than is taken in; "" for any other text."""
    found = _SIZE.search(text)
    if found is None:
        return ""
    unit = "G" if found["unit"].upper() == "G" else "M"
    megabytes = Decimal(found["size"]) * (1024 if unit == "G" else 1)
    return f"{found['size']}{unit}B" if megabytes > LARGEST_MEGABYTES else ""
