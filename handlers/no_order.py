"""别让城建局补了, 听说要换码, 核实了没: words that hold an order's verb, and order nothing."""

import re
from typing import Final

_DENIED: Final = re.compile(
    "(?<![特个分级区告辨])别(?![的人家处])|(?<!要)不(?:要|用|必|想|需要?|准|许)(?!紧)|甭|无需|不管(?!什么|怎)|先不|暂不|停一?停|算了"
)
_ASKED: Final = re.compile(
    "[?？吗么]\\s*$|(?:了|过|到|好)没有?[啊呀呢，,\\s]*(?:$|[，,])|[要用该会是]不[要用该会是](?!了)|需不需要|有没有|谁|什么|啥|怎么|怎样|多少"
)
_HEARD: Final = re.compile("听说|据说|听人说|好像|似乎")


def is_denied(text: str) -> bool:
    """Whether it says that something is not to be done."""
    return _DENIED.search(re.sub("[要用能该会是]不[要用能该会是]", "", text)) is not None


def is_no_order(text: str) -> bool:
    """Whether it denies, asks or passes on, so that nothing may be done or drafted for its verb."""
    return is_denied(text) or _ASKED.search(text) is not None or _HEARD.search(text) is not None
