"""各单位的数: what is said of the assessed units that somebody reports for, each put with its value behind its name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handlers import dialogs
from handlers.board import board_of
from handlers.context import Context
from handlers.evidence.asking_place import QUESTION

_SEVERAL: Final = 2
VALUE: Final = r"\d{1,9}(?:\.\d{1,6})?\s?[%％]?"
_ALL: Final = (
    r"(?P<all>(?P<count>[两二三四五六七八九]|\d)个?|各个?|每个?|全部|所有|其[他它余]的?|别的|剩下的?)?"
    r"(?:县区|区县|县|区|镇|地方|家)?的?(?:合格率)?(?:全部|都|全|均)"
)
_LESS: Final = r"[，,；;\s]*(?:但是?|不过|就|只有?|除了|除|唯独|唯有|其中|而)*"
_BEHIND: Final = (
    r"(?:那边|这边)?(?:的)?(?:[稍略]|有点|差点|差一点|最)?(?:低|高|少|多|差)?"
    r"(?:一?点|一?些)?(?:的)?(?:是|为|只有|有|：|:)?\s*"
)
_ALL_BUT: Final = re.compile(
    rf"{_ALL}(?:是|为|达到?)?\s*(?P<value>{VALUE}){_LESS}(?P<name>[\u4e00-\u9fff]{{2,4}}?){_BEHIND}(?P<own>{VALUE})"
)
_BUT_FIRST: Final = re.compile(
    rf"(?:除了?|就|只有)(?P<name>[\u4e00-\u9fff]{{2,4}}?){_BEHIND}(?P<own>{VALUE})(?:以外|之外|外)?[，,；;\s]*{_ALL}(?:是|为|达到?)?\s*(?P<value>{VALUE})"
)
_EVERY: Final = re.compile(
    rf"(?P<count>[两二三四五六七八九]|\d)个(?:都|全|全都)(?:是|为)?\s*(?P<value>{VALUE})"
)


def by_subject(text: str, context: Context) -> str:
    """What is said of the assessed units that somebody reports for: each with its value behind its name."""
    if not context.speaker.campaign.subjects or not ("点" in text or any(sign.isdigit() for sign in text)):
        return text
    if not (
        _ENDS_WITH_NAME.search(_CLOSING.sub("", text))
        or _VALUE_FIRST.fullmatch(text)
        or _BRACKETED.search(text)
        or _ALL_BUT.search(text)
        or _BUT_FIRST.search(text)
        or _EVERY.search(text)
        or _COUNTED.search(text)
        or _VALUES.search(text)
        or _OF_ALL.search(text)
        or _NOT_NOW.match(text)
    ):
        return text
    state = dialogs.present(context)
    if state is not None and state["kind"] == QUESTION and _PLACED.fullmatch(text):
        return text
    subjects = list(dict.fromkeys(line.subject for line in board_of(context, text).lines if line.subject))
    if len(subjects) < _SEVERAL:
        return text
    text = _CLOSING.sub("", _BRACKETED.sub(lambda found: _before(found, subjects), text))
    text = _OF_ALL.sub(r"\g<what> \g<told>", text)
    if _NOT_NOW.match(text):
        return _all_then(text, subjects)
    text = _in_turn(_uncounted(text, subjects), subjects)
    return _turned(text, subjects) or _all_but(text, subjects) or _value_last(text, subjects)


_PLACED: Final = re.compile(r"\d{1,2}\s*\D{2,6}")
"""1 鄂城 puts what waits to the first line."""
_COUNTED: Final = re.compile(
    r"(?:我们?|咱们?|这|全市|全县|下面|下辖|一共|总共|各)*(?P<count>[两二三四五六七八九]|\d)个(?:县区|区县|[县区镇]|街道|乡镇|地方|单位)的?"
    r"(?![都全均各平合加一总共里中除当])[:：\s]*(?=\D)"
)
_FIGURE: Final = r"(?:百分之)?[\d零一二三四五六七八九十百点.]{1,8}(?:\s?[%％])?"
_GAP: Final = r"(?:[、，,和跟与及/\s]{1,3})"
_VALUES: Final = re.compile(
    rf"(?:分别|依次|各)?[是为:：\s，]{{0,3}}(?P<values>(?>{_FIGURE})(?>{_GAP}{_FIGURE})+)[。\s]*$"
)
_TURN: Final = re.compile("分别|依次|各")
"""鄂城区 华容区 95.2 93.5, where nothing says so, is asked."""
_OF_ALL: Final = re.compile(
    rf"^(?P<told>.*{VALUE})[\s，,。；;]*(?:[这以]些?上?)?(?:数据?)?(?:都|全|均)+(?:是|为|报)?的?(?P<what>[\u4e00-\u9fff]{{2,14}}(?:率|满意度|指数))的?(?:数据?)?[。\s]*$"
)
"""鄂城95.2，华容93.5，都是食品合格率: of what the figures are stands behind them."""


def _uncounted(text: str, subjects: Sequence[str]) -> str:
    """三个区的制造业合格率 鄂城95.2 华容93.5 without the count of what is named there one by one."""
    found = _COUNTED.search(text)
    named = sum(one[:-1] in text for one in subjects)
    if found is None or named < _SEVERAL or named != _number(found["count"]):
        return text
    return text[: found.start()] + text[found.end() :]


def _in_turn(text: str, subjects: Sequence[str]) -> str:
    """制造业合格率鄂城、华容分别为95.2、93.5: each unit with the value that stands in its place."""
    found = _VALUES.search(text)
    names = "|".join(f"{one[:-1]}{one[-1]}?" if len(one) > _SEVERAL else one for one in subjects)
    listed = re.search(rf"(?:{names})(?:{_GAP}?(?:{names}))+", text)
    if found is None or listed is None or listed.end() > found.start():
        return text
    named = [_called(one, subjects) for one in re.findall(names, listed[0])]
    said = re.findall(_FIGURE, found["values"])
    words = f"{text[: listed.start()]} {text[listed.end() : found.start()]}"
    if len(named) != len(said) or len(set(named)) < len(named) or _ELSE.search(words):
        return text
    if found.start() == listed.end() and not _TURN.match(found[0]):
        return text
    told = words.strip(" ，,：:的")
    return "，".join(
        f"{told} {name} {value.strip()}".strip() for name, value in zip(named, said, strict=True)
    )


_NOT_NOW: Final = re.compile(
    rf"(?!.*[今本]年|.*[目当]前|.*现在)[^\d，,。；;]{{0,12}}?(?P<when>[去上前往]年|目标|计划)[^\d，,。；;]{{0,14}}{VALUE}[\s，,；;、]+[\u4e00-\u9fff]{{2,6}}[是为:：\s]*\d"
)
"""去年的合格率 鄂城95.2 华容93.5: said of each of them."""


def _all_then(text: str, subjects: Sequence[str]) -> str:
    found = _NOT_NOW.match(text)
    if found is None:
        return text
    names = "|".join(one[:-1] for one in subjects)
    start = found.end("when")
    later = re.sub(rf"(?<=[\d%％])[\s，,；;、]+(?={names})", f"，{found['when']}的", text[start:])
    return text[:start] + later


_ELSE: Final = re.compile("\\d|[没未差]|目标|计划|任务|去年|上年|平均|合计|增|提高|下降")


_BRACKETED: Final = re.compile(
    rf"(?P<value>{VALUE})\s*[(（](?P<name>[\u4e00-\u9fff]{{2,5}})[)）][\s，,；;、。]*"
)


def _before(found: re.Match[str], subjects: Sequence[str]) -> str:
    """98.1%(雁江) as 雁江区 98.1%."""
    name = _called(found["name"], subjects)
    return f"{name} {found['value'].strip()}，" if name is not None else found[0]


_CLOSING: Final = re.compile("[，,。；;\\s]+(?:以上|完毕|谢谢[您你]?|辛苦了?|请查收|报完了?|就这些)[。！!]*$")
_IS_OF: Final = r"\s*(?:[:：=＝—-]|[是给归算]|这?是)?\s*"
_ENDS_WITH_NAME: Final = re.compile(rf"{VALUE}{_IS_OF}[\u4e00-\u9fff]{{2,5}}[\s，,；;、。]*$")
_PAIR: Final = re.compile(rf"(?P<value>{VALUE}){_IS_OF}(?P<name>[\u4e00-\u9fff]{{2,5}})[\s，,；;、。]*")


def _turned(text: str, subjects: Sequence[str]) -> str:
    """95.2 安岳，93.8 乐至 with the names first."""
    start = next((at for at, sign in enumerate(text) if sign.isdigit()), 0)
    head = text[:start].strip(" ，,：:是为")
    pairs = each(_PAIR, text[start:])
    names = [_called(one["name"], subjects) for one in pairs]
    if not pairs or None in names or len(set(names)) < len(names) or _names_any(head, subjects):
        return ""
    told = zip(names, pairs, strict=True)
    return "，".join(f"{head} {name} {one['value'].strip()}".strip() for name, one in told)


_VALUE_FIRST: Final = re.compile(
    rf"(?P<value>{VALUE})[\s，,、；;:：]+(?P<words>[\u4e00-\u9fff\s，,]{{6,40}})"
)
_SAID_OF_IT: Final = re.compile("[没不还未差低高]|目标|去年|上年|平均|全市|合计")


def _value_last(text: str, subjects: Sequence[str]) -> str:
    """94，华容区制造业合格率 with its value behind what it is of; else the text."""
    found = _VALUE_FIRST.fullmatch(text)
    if found is None or _SAID_OF_IT.search(found["words"]):
        return text
    named = [one for one in subjects if one[:-1] in found["words"]]
    if len(named) != 1:
        return text
    words = " ".join(part for part in re.split(r"[，,\s]+", found["words"]) if part)
    return f"{words} {found['value'].strip()}"


def _all_but(text: str, subjects: Sequence[str]) -> str:
    """三个区都是98.6就华容低点97.9, 除了华容97.9其他都是98.6, and 3个都是98: one by one."""
    every = _EVERY.fullmatch(text)
    if every is not None and _counts(every["count"], subjects):
        return "，".join(f"{one} {every['value'].strip()}" for one in subjects)
    for pattern in (_ALL_BUT, _BUT_FIRST):
        found = pattern.search(text)
        own = _called(found["name"], subjects) if found is not None else None
        if found is None or own is None or text[found.end() :].strip("了的。 "):
            continue
        if found["count"] and not _counts(found["count"], subjects, found):
            continue
        head = text[: found.start()].strip(" ，,")
        if _names_any(head, subjects):
            continue
        return "，".join([*_values(head, found, own, subjects)])
    return ""


def _values(head: str, found: re.Match[str], own: str, subjects: Sequence[str]) -> Iterator[str]:
    for one in subjects:
        value = found["own"] if one == own else found["value"]
        yield f"{head} {one} {value.strip()}".strip()


def _counts(said: str, subjects: Sequence[str], found: re.Match[str] | None = None) -> bool:
    """Whether so many are all of them, or all but the one that is named."""
    count = _number(said)
    return count == len(subjects) or (found is not None and count == len(subjects) - 1)


def _names_any(words: str, subjects: Sequence[str]) -> bool:
    return any(one[:-1] in words for one in subjects)


def _called(name: str, subjects: Sequence[str]) -> str | None:
    """The unit that goes by that name, whole or without 县."""
    name = name.removesuffix("的")
    meant = [one for one in subjects if name == one or (len(one) > _SEVERAL and name == one[:-1])]
    return meant[0] if len(meant) == 1 else None


def each(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """What the pattern finds one behind the other, where that is all there is."""
    found: list[re.Match[str]] = []
    end = 0
    while end < len(text):
        one = pattern.match(text, end)
        if one is None:
            return []
        found.append(one)
        end = one.end()
    return found


def _number(said: str) -> int:
    return int(said) if said.isdigit() else "零一二三四五六七八九".find(said.replace("两", "二"))
