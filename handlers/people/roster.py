"""花名册: a table of people, checked as a whole before anybody of it gets onto a roster."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from handlers.access import ROLE_NAMES
from scoring.model import Rubric
from store.records import Contact, Role

COLUMNS = {
    "姓名": "name",
    "性别": "gender",
    "单位": "unit",
    "职务": "title",
    "电话、传真": "telephone",
    "手机": "mobile",
    "邮箱": "email",
    "企业微信账号": "account",
    "角色": "role",
    "被考核单位": "subject",
}
"""Heading as 附件4 prints it, and what we need besides → field of an entry."""

_NEEDED = ("name", "unit", "role")
_AS_GIVEN = ("gender", "title", "telephone", "mobile", "email")
_HEADING_OF = {field: heading for heading, field in COLUMNS.items()}
_OTHER_HEADINGS = {"电话": "telephone", "电话传真": "telephone", "电话/传真": "telephone", "手机号": "mobile"}
_OTHER_HEADINGS |= {"手机号码": "mobile", "电子邮箱": "email", "企业微信帐号": "account", "账号": "account"}
_FIELD_OF = COLUMNS | _OTHER_HEADINGS
_ROLES: dict[str, Role] = {name: role for role, name in ROLE_NAMES.items()}  # type: ignore[misc]
_SEARCHED_FOR_HEADINGS = 20
_LONGEST_CELL = 200
_ACCOUNT = re.compile(r"[a-z0-9][a-z0-9_@.-]{0,63}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CHINESE_NAME = re.compile(r"[\u3400-\u9fff·\s\u3000]+")


class RosterError(Exception):
    """The table cannot be taken as it is; `problems` holds a sentence for each row at fault."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the table, checked; `row` counts from 1 as the table program does."""

    row: int
    name: str
    unit: str
    role: Role
    gender: str = ""
    title: str = ""
    telephone: str = ""
    mobile: str = ""
    email: str = ""
    account: str = ""
    subject: str = ""


def read_entries(
    table: Sequence[Sequence[str]], rubric: Rubric, subjects: Sequence[str]
) -> tuple[Entry, ...]:
    """The people of a table whose headings stand somewhere in its first rows, columns in any order.

    Raises RosterError with every problem of every row.
    """
    first, fields = _headings(table)
    units = _known_units(rubric, subjects)
    entries: list[Entry] = []
    problems: list[str] = []
    for row, cells in enumerate(table[first:], start=first + 1):
        given = {field: cells[at].strip() if at < len(cells) else "" for field, at in fields.items()}
        if not any(given.values()):
            continue
        entry = _entry(row, given, rubric)
        found = [*_problems(given, entry), *_unit_problems(entry, units, subjects)]
        problems += [f"第{row}行：{problem}" for problem in found]
        entries.append(entry)
    problems += _repeated(entries)
    if problems:
        raise RosterError(*problems)
    if not entries:
        raise RosterError("表里没有人员")
    return tuple(entries)


def _headings(table: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """The index of the first row below the headings, and which column holds which field."""
    for index, cells in enumerate(table[:_SEARCHED_FOR_HEADINGS]):
        headings = [re.sub(r"\s", "", cell) for cell in cells]
        if "姓名" not in headings:
            continue
        fields = {_FIELD_OF[heading]: at for at, heading in enumerate(headings) if heading in _FIELD_OF}
        missing = [_HEADING_OF[field] for field in _NEEDED if field not in fields]
        if missing:
            raise RosterError(f"第{index + 1}行是表头，但缺少“{'”“'.join(missing)}”列")
        return index + 1, fields
    raise RosterError("没有找到表头：前几行里应有“姓名”“单位”“角色”等列名")


def _entry(row: int, given: dict[str, str], rubric: Rubric) -> Entry:
    unit = re.sub(r"\s", "", given["unit"])
    subject = re.sub(r"\s", "", given.get("subject", ""))
    return Entry(
        row=row,
        name=_name(given["name"]),
        unit=rubric.unit_aliases.get(unit, unit),
        role=_ROLES.get(given["role"], "contact"),
        account=given.get("account", "").lower(),
        subject=rubric.unit_aliases.get(subject, subject),
        **{field: given.get(field, "") for field in _AS_GIVEN},
    )


def _name(text: str) -> str:
    """Tables pad two-character names with a space (张　三)."""
    return re.sub(r"\s", "", text) if _CHINESE_NAME.fullmatch(text) else text


def _problems(given: dict[str, str], entry: Entry) -> Iterator[str]:
    yield from (f"缺少{_HEADING_OF[field]}" for field in _NEEDED if not given[field])
    if given["role"] and given["role"] not in _ROLES:
        yield f"不认识角色“{given['role']}”，只能是{'、'.join(_ROLES)}"
    if entry.gender not in ("", "男", "女"):
        yield f"性别只能是男或女，不能是“{entry.gender}”"
    if entry.email and not _MAIL.fullmatch(entry.email):
        yield f"邮箱“{entry.email}”不像邮箱"
    if entry.account and not _ACCOUNT.fullmatch(entry.account):
        yield f"企业微信账号“{entry.account}”不合规：只能有字母、数字和_-@."
    too_long = (field for field, text in given.items() if len(text) > _LONGEST_CELL)
    yield from (f"{_HEADING_OF[field]}超过{_LONGEST_CELL}个字" for field in too_long)


def _unit_problems(entry: Entry, units: frozenset[str], subjects: Sequence[str]) -> Iterator[str]:
    if entry.subject and entry.subject not in subjects:
        yield f"被考核单位“{entry.subject}”不在本次考核的名单里{_perhaps(entry.subject, subjects)}"
    if entry.unit and entry.role in ("contact", "supervisor") and entry.unit not in units:
        yield f"细则里没有单位“{entry.unit}”{_perhaps(entry.unit, sorted(units))}"


def _perhaps(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"，是不是“{close[0]}”？" if close else ""


def _known_units(rubric: Rubric, subjects: Sequence[str]) -> frozenset[str]:
    """Every unit that the rubric gives something to do, and the assessed units."""
    units = {*subjects, *rubric.unit_aliases.values()}
    for criterion in rubric.criteria:
        units |= {*criterion.named_units, criterion.reporter}
        units.update(unit for item in criterion.inputs for unit in item.by)
    return frozenset(units - {""})


def _repeated(entries: Sequence[Entry]) -> Iterator[str]:
    people: dict[tuple[str, ...], int] = {}
    accounts: dict[str, int] = {}
    for entry in entries:
        if entry.name and people.setdefault(identity(entry), entry.row) != entry.row:
            yield f"第{entry.row}行：{entry.name}与第{people[identity(entry)]}行重复"
        if entry.account and accounts.setdefault(entry.account, entry.row) != entry.row:
            yield f"第{entry.row}行：企业微信账号“{entry.account}”与第{accounts[entry.account]}行重复"


def identity(person: Entry | Contact) -> tuple[str, ...]:
    """Who counts as the same person on one roster."""
    return person.name, person.unit, person.role, person.subject
