"""印证材料的类别: which kind of the document's list a piece of evidence looks like, by its number or words."""

import re
from collections.abc import Mapping
from typing import Final

from handlers.evidence.naming import document_number
from scoring.materials import Materials
from store.records import EvidenceKind

KIND_NAMES: dict[EvidenceKind, str] = {
    "image": "图片",
    "voice": "语音",
    "video": "视频",
    "file": "文件",
    "link": "链接",
    "text": "文字材料",
    "location": "位置",
}
_SIGNS: Final[Mapping[str, re.Pattern[str]]] = {
    "宣传资料": re.compile("宣传|海报|指南|手册|折页|展板"),
    "信息": re.compile("新闻|报道|简报|信息|快讯"),
    "文稿": re.compile("讲话|方案|总结|汇报|报告|调研|要点|计划"),
    "文件": re.compile("通知|公告|通告|决定|意见|明电|红头|批复"),
}
"""By the kind's name in the document: words that are typical of it, the most telling kind first."""
_BY_MEDIUM: Final[Mapping[EvidenceKind, str]] = {"image": "图片", "link": "信息"}


def kind_of(materials: Materials, medium: EvidenceKind, words: str) -> str:
    """The kind that it looks like, “” where nothing tells or the document lists no kinds; only ever shown."""
    known = materials.evidence_kinds
    if document_number(words) and "文件" in known:
        return "文件"
    if _BY_MEDIUM.get(medium) in known:
        return _BY_MEDIUM[medium]
    return next((name for name, sign in _SIGNS.items() if name in known and sign.search(words)), "")
