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
_A_DIGIT: Final = re.compile(
    rf"(?:[多少漏掉忘][{_DID}加]?|[{_DID}][多少漏])了?(?:[一1两]?[个位])?\s*[\d零一二三四五六七八九](?=[\s,，、。；;!！了的吧啊]|$)"
)
"""多打了个0: the digit by which the value is wrong, which is no value."""
_FIGURE: Final = re.compile(r"\d|[一二三四五六七八九十]+点[一二三四五六七八九]|[百千万]分之")


def without_excuse(text: str) -> str:
    """What is left of the words besides an excuse; "" where none stands there, or nothing with a figure."""
    said = _without_digit(text).strip().rstrip("。.!！").lstrip("，,、 ")
    if len(said) > LONGEST or not _FIGURE.search(said):
        return ""
    rest = _TAIL.sub("", said)
    head = _head(rest)
    if head < len(rest) and _STRONG.search(rest[:head]):
        found = _IS.match(rest, head)
        rest = rest[found.end() if found is not None else head :]
    return rest if rest != text.strip().rstrip("。.!！") and _FIGURE.search(rest) else ""


def _without_digit(text: str) -> str:
    """The words behind 多打了个0 at the head, with nothing but excuses before it; 12 多写了一个零 names its line."""
    found = _A_DIGIT.search(text)
    at_head = found is not None and _ROUND_IT.fullmatch(text[: found.start()]) is not None
    return text[found.end() :] if found is not None and at_head else text


def asks_for_the_whole(text: str) -> bool:
    """多打了个5, and no more: which of the digits that is, and so the value, cannot be told; a nought moves the point."""
    found = _A_DIGIT.search(text)
    if found is None or found[0][-1] in "0零":
        return False
    return _ROUND_IT.fullmatch(f"{text[: found.start()]}{text[found.end() :]}") is not None


_ROUND_IT: Final = re.compile(
    "(?>不好意思|对不起|抱歉|哎呀?|手滑|手误|刚才|刚刚|刚|前面|后面|那个|我|[了的吧啊哈]|[，,。!！\\s])*"
)


def _head(said: str) -> int:
    """Where the excuse at the head ends."""
    end = 0
    while (found := _HEAD.match(said, end)) is not None:
        end = found.end()
    return end
