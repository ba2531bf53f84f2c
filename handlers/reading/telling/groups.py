"""Several things named by their number or by what is left: 前三个, 后两条, 一到六项, 四块材料, 除了…其他, 就差…那份."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from handlers.reading.numbers import whole_number

Kind = Literal["first", "last", "these", "every", "rest", "except", "some"]

_N: Final = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,2})"
_UNIT: Final = "(?:个要点|要点|小项|大项|[个项条块点份样种])"
_AND: Final = r"\s*[、，,和跟及与]\s*"
_DONE: Final = "做了|做好|完成了?|落实了?|办了|弄了|搞了|开展了|有|已做"
_OTHERS: Final = "(?:其他|其它|其余|别的|剩下|剩余|另外|余下)"
_OF_ALL: Final = "(?=[^，,]{0,8}(?:都|全|均|一[个条项]|完成|齐|是|否|有$|有了$|没有$))"
_THEN: Final = "(?=[都全均也材资齐做没弄完有还])"
_SOME: Final = rf"{_N}{_UNIT}(?:要点)?(?:里头?|里面|中|当中)(?:头|边)?(?:{_DONE})\s*(?P<n>{_N}){_UNIT}?"
_SPAN: Final = rf"第?(?P<a>{_N})\s*{_UNIT}?(?:到|至|-|~)第?(?P<b>{_N})\s*{_UNIT}"
_FORMS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("some", re.compile(_SOME)),
    ("first", re.compile(rf"(?:前|头|前面|前头)(?:的|这|那)?(?P<n>{_N}){_UNIT}")),
    ("last", re.compile(rf"(?:最后|后面|后头|后|末)(?:的|这|那)?(?P<n>{_N}){_UNIT}")),
    ("these", re.compile(_SPAN)),
    ("these", re.compile(rf"(?P<list>第?{_N}{_UNIT}?(?>{_AND}第?{_N}{_UNIT}?)+)")),
    ("these", re.compile(rf"^(?P<list>{_N}(?>(?:{_AND}|\s+){_N})+)\s*{_THEN}")),
    ("these", re.compile(rf"^第?(?P<a>{_N})(?:到|至|-|~)第?(?P<b>{_N})\s*{_THEN}")),
    (
        "these",
        re.compile(rf"^第?(?P<a>{_N})(?:到|至|-|~)第?(?P<b>{_N})\s*(?=(?:方案|制度|措施|文件|工作|任务))"),
    ),
    ("these", re.compile(rf"^(?P<list>第{_N}{_UNIT}?(?>(?:{_AND})?第{_N}{_UNIT}?)+)")),
    ("these", re.compile(rf"^(?P<list>第{_N})(?=[是否不没有做都])")),
    ("these", re.compile(r"(?P<each>[一二三四五六七八九]{2,9})(?P<n>[两三四五六七八九])(?:项|条|个)")),
    ("these", re.compile(rf"(?P<list>第\s*{_N}\s*{_UNIT})")),
    ("rest", re.compile(rf"{_OTHERS}(?:的)?(?:这|那)?(?P<n>{_N})?(?:{_UNIT})?(?:的)?")),
    (
        "every",
        re.compile(rf"(?:这|那|全部|所有|一共)?(?P<n>{_N})(?:{_UNIT})(?:要点|工作|任务|指标)?{_OF_ALL}"),
    ),
    (
        "every",
        re.compile("(?:全部|所有|全都|统统|样样|各[项条个]|每[项条个]|通通)(?:任务|工作|指标|要点)?"),
    ),
)
_HINT: Final = re.compile(r"[\d一二两三四五六七八九十其余别剩另全所统样各每通]")
_LEFT_OUT: Final = "除(?:了|开|去)?(?P<what>.+?)(?:之外|以外|外)?"
_EXCEPT: Final = re.compile(f"{_LEFT_OUT}$")
_EXCEPT_ALL: Final = re.compile(f"{_LEFT_OUT}[，,]?(?P<rest>(?:其他|其它|其余|别的|剩下|都|全|均).*)$")
_LACKS: Final = re.compile(
    rf"(?P<all>{_N}{_UNIT}(?:要点|材料|任务|工作)*)?(?:里头?|里面|其中)?(?:(?:就|只|还|仅|单)+|(?<=[个项条块点份样种料]))(?:差|缺|剩|少)(?P<what>.+?)"
    r"(?:还)?(?:没[有弄做办搞齐交]?.{0,3})?$"
)


@dataclass(frozen=True, slots=True)
class Group:
    """What a clause says of several: `head` stands before their number, `rest` behind it."""

    kind: Kind
    head: str
    rest: str
    count: int = 0
    members: tuple[int, ...] = ()

    def places(self, total: int) -> tuple[int, ...] | None:
        """Which of so many, counted from 0; None where there are not so many, or only the exceptions tell."""
        every = tuple(range(total))
        if self.kind == "first":
            return every[: self.count] if 0 < self.count <= total else None
        if self.kind == "last":
            return every[-self.count :] if 0 < self.count <= total else None
        if self.kind == "these":
            return (
                tuple(at - 1 for at in self.members)
                if set(self.members) <= {at + 1 for at in every}
                else None
            )
        if self.kind == "every":
            return every if self.count in (0, total) else None
        return None


def read_group(words: str) -> Group | None:
    """The group that a clause is about, by the first way that fits."""
    if _HINT.search(words) is None:
        return None
    for kind, pattern in _FORMS:
        found = pattern.search(words)
        if found is not None:
            named = found.groupdict()
            members = _members(named)
            if kind == "these" and not members:
                continue
            count = whole_number(named.get("n"))
            if kind == "every" and count == 1:
                continue
            return Group(kind, words[: found.start()], words[found.end() :], count, members)
    return None


def _members(named: dict[str, str | None]) -> tuple[int, ...]:
    if named.get("a") and named.get("b"):
        first, last = whole_number(named["a"]), whole_number(named["b"])
        return tuple(range(first, last + 1)) if 0 < first < last else ()
    each = named.get("each")
    if each:
        return tuple(whole_number(one) for one in each) if len(each) == whole_number(named.get("n")) else ()
    return tuple(whole_number(one) for one in _NUMBERS.findall(named.get("list") or ""))


_NUMBERS: Final = re.compile(_N)


_MADE: Final = re.compile(
    rf"(?:就|只|也就)?(?:{_DONE}|没做|没有|没弄)(?P<n>{_N}){_UNIT}[了的]?"
    rf"|有{_N}{_UNIT}(?:没.{{1,3}}|做了|有)|{_N}{_UNIT}.{{0,2}}(?:有|做|没).{{0,3}}一{_UNIT}(?:没|有|做|不).{{0,3}}"
)


def counted_only(words: str) -> bool:
    """做了两条, 有一条没做, 两条一条有一条没有: how many, but not which."""
    return _MADE.fullmatch(words) is not None


_LEAVING: Final = frozenset("除剩少差缺")
_HEADED: Final = re.compile(
    rf"(?P<head>[^除]{{2,12}}?)(?:除[^，,]+[都全均]|{_N}{_UNIT}(?:要点|材料)*(?:就|只|还|仅)*[差缺少])"
)
"""昆仑四块缺宣传, 标准化那项除地理标志都有: what stands before is the name of the line."""


class LeftOut(NamedTuple):
    """What is left out of all, what the clause says of the rest, and whether it is clear that there is a rest."""

    what: str
    rest: str
    counted: bool
    head: str = ""


def excepted(words: str) -> LeftOut | None:
    """What 除了X and 就差X leave out; None for neither."""
    if _LEAVING.isdisjoint(words):
        return None
    headed = _HEADED.match(words)
    head = headed["head"] if headed is not None else ""
    for pattern in (_EXCEPT_ALL, _EXCEPT, _LACKS):
        found = pattern.match(words, len(head))
        if found is not None:
            named = found.groupdict()
            counted = bool(named.get("all")) or pattern is not _LACKS
            return LeftOut(found["what"], named.get("rest") or "", counted, head)
    return None


_ONLY: Final = re.compile(
    rf"(?:(?:{_N}{_UNIT}|全部|所有)(?:要点|材料|任务|工作)?(?:里头?|里面|中|当中)?)?(?:就|只有|只|仅有?|单)(?![是差缺剩少])(?P<what>.+)"
)


def only(words: str) -> str | None:
    """四个要点就执法检查那个没有: what is said of one alone, so that the others are the opposite; None for anything else."""
    found = _ONLY.fullmatch(words)
    return found["what"] if found is not None else None


def speaks_of_rest(parts: Sequence[str]) -> bool:
    """Whether a later clause tells of all others."""
    return any(re.match(f"{_OTHERS}|[都全均]", part) for part in parts)
