"""手误: the excuse around a value that takes the place of another, 94.7 手误; 对不起是99.4; 98.6 刚才少打个点."""

import re
from typing import Final

LONGEST: Final = 40
_DID: Final = "打写输点按敲填报说看发抄录"
_SLIP: Final = (
    rf"(?:手误|手滑|笔误|眼花|[{_DID}](?:错|漏|岔|串|反)|(?:少|漏|掉|多|忘)[{_DID}]?)了?"
    "(?:[一1]?个|[一1]位|[一1]?行)?(?:小数)?(?:点|数|字|位)?了?"
)
_HEAD: Final = re.compile(
    "(?:不好意思|对不起|抱歉|哎呀?|唉|哦不?|噢|啊不?|呃|嗯|等等|等一?下|不对不对|不对|错了|我是说"
    rf"|我的意思是|我说的是|我报的是|更正|刚才|刚刚|{_SLIP})[，,。！!、:：\s]*"
)
_STRONG: Final = re.compile("[^嗯哦噢啊呃唉哎呀刚才，,。！!、:：\\s]|哦不|啊不")
"""More than an interjection, which begins any message."""
_IS: Final = re.compile(
    r"(?:应该|应|其实|正确的|准确的)?(?:是|为|报)?[:：]?\s*(?=[\d一二三四五六七八九十百])"
)
_TAIL: Final = re.compile(
    rf"[，,。\s(（]+(?:(?:刚才|刚刚|前面|上面|之前)?(?:那个)?(?:我)?{_SLIP}|(?:刚才|刚刚|前面|上面|之前)的?(?:那个)?(?:数)?是[^，,\s]{{1,10}}的(?:数)?|不好意思|对不起|抱歉|才对)[了啊哈)）。!！]*$"
)
_FIGURE: Final = re.compile(r"\d|[一二三四五六七八九十]+点[一二三四五六七八九]|[百千万]分之")


def without_excuse(text: str) -> str:
    """What is left of the words besides an excuse; "" where none stands there, or nothing with a figure."""
    said = text.strip().rstrip("。.!！")
    if len(said) > LONGEST or not _FIGURE.search(said):
        return ""
    rest = _TAIL.sub("", said)
    head = _head(rest)
    if head < len(rest) and _STRONG.search(rest[:head]):
        found = _IS.match(rest, head)
        rest = rest[found.end() if found is not None else head :]
    return rest if rest != said and _FIGURE.search(rest) else ""


def _head(said: str) -> int:
    """Where the excuse at the head ends."""
    end = 0
    while (found := _HEAD.match(said, end)) is not None:
        end = found.end()
    return end
