"""How large a file may be, and what to do with one that is larger."""

from typing import Final

LARGEST_MEGABYTES: Final = 50
WAYS_FOR_LARGE: Final = "可以压缩图片后再发、拆成两份，或回“材料 序号 纸质报送 材料名”登记纸质、U盘报送"
