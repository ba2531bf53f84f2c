"""文号和标题: lifted from the name of a file or from words, however they are written; never made up."""

import re
import unicodedata
from typing import Final

from handlers.reading.numbers import numeral

_YEAR: Final = r"(?P<year>(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})"
_NUMBER: Final = r"第?\s*0*(?P<number>[1-9]\d{0,4}|[一二三四五六七八九十百]{1,6})"
_OF: Final = r"(?P<of>[\u4e00-\u9fff]{0,24})\s*"
_NOT_A_HOUSE: Final = r"号(?![楼线院门厂])"
_FORMS: Final = (
    # 平农〔2021〕45号 in whatever brackets; between these two 号 may be left out.
    re.compile(rf"{_OF}〔\s*{_YEAR}\s*年?\s*〕\s*{_NUMBER}(?:\s*号|(?![\d年月日.]*\d))"),
    re.compile(rf"{_OF}[\[(【<「{{]\s*{_YEAR}\s*年?\s*[\])】>」}}]\s*{_NUMBER}\s*{_NOT_A_HOUSE}"),
    # 平农2021-45号, 平农_2021_45号
    re.compile(
        rf"(?P<of>[\u4e00-\u9fff]{{1,23}}[^\W\d_年月日于在自])[\s_]*{_YEAR}\s*[-_—－\s]?\s*{_NUMBER}\s*{_NOT_A_HOUSE}"
    ),
)
_NOTICE: Final = re.compile(
    rf"(?P<of>[\u4e00-\u9fff]{{0,20}}(?:公告|通告|令))\s*{_YEAR}\s*年\s*{_NUMBER}\s*号"
)
_BEFORE: Final = re.compile(
    "关于|印发|转发|数据|来源|出自|来自|根据|按照|依据|贯彻|落实|执行|下发|文件号|文件|材料|附件|文号|(?<!信)用|凭|见|和|与|及|也|的|是|为|了|按"
)
"""Words that lead to a number and are no part of it."""
_DIGITS: Final = {character: str(digit) for digit, character in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
}

_QUOTED: Final = re.compile("《(?P<title>[^《》]{4,80})》")
_ABOUT: Final = re.compile(
    "(?P<title>关于[^\n。；;，,]{2,60}?的?(?:通知|意见|方案|报告|决定|公告|通告|函|批复|办法|规定|请示|纪要|总结|汇报|通报))"
)
_INDEX: Final = re.compile(r"^(?:附件)?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[.、．:：_-]+\s*")
_COPY: Final = re.compile(
    r"(?:\s*[(（]\d{1,3}[)）]|[-_\s]*(?:副本|最终版?|终稿|定稿|扫描件|盖章版?|修改版?|20\d{6}))+$"
)
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_CAMERA: Final = re.compile("微信|照片|图片|截图|截屏|扫描|屏幕|未命名|新建|录音|视频|文档$")
_CHARACTERS: Final = re.compile("[\u4e00-\u9fff]")
_LEAST: Final = 4


def document_number(text: str) -> str:
    """The first 文号 as 平农〔2021〕45号 or 公告2021年第45号; "" where there is none."""
    words = unicodedata.normalize("NFKC", text)
    found = _NOTICE.search(words)
    if found is not None:
        return f"{_agency(found['of'])}{_year(found)}年第{_count(found)}号"
    for form in _FORMS:
        if (found := form.search(words)) is not None:
            return f"{_agency(found['of'])}〔{_year(found)}〕{_count(found)}号"
    return ""


def title_in(words: str) -> str:
    """《…》 or 关于…的通知 in running words."""
    found = _QUOTED.search(words) or _ABOUT.search(words)
    return found["title"].strip() if found else ""


def title_of_file(name: str) -> str:
    """What a file is called, without its number, its place in a list and the marks of copies.

    It is "" for the names that telephones and cameras give.
    """
    stem = _ENDING.sub("", name.strip())
    if found := title_in(stem):
        return found
    bare = unicodedata.normalize("NFKC", stem)
    for form in (_NOTICE, *_FORMS):
        bare = form.sub("", bare)
    bare = _COPY.sub("", _INDEX.sub("", bare)).strip(" -_、.()")
    if _CAMERA.search(bare) or len(_CHARACTERS.findall(bare)) < _LEAST:
        return ""
    return bare


def _agency(run: str) -> str:
    """机关代字: what is left of the characters before the year, once the words that lead to it are gone."""
    return _BEFORE.split(run)[-1]


def _year(found: re.Match[str]) -> str:
    return "".join(_DIGITS.get(character, character) for character in found["year"])


def _count(found: re.Match[str]) -> str:
    value = numeral(found["number"])
    return str(int(value)) if value is not None else found["number"]
