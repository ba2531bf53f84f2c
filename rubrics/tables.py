"""Reading TOML tables by key: wrong or unknown keys are collected, so that one reading finds them all."""

from collections.abc import Mapping
from decimal import Decimal

from rubrics.errors import Problem
from scoring.conditions import Condition, parse_condition
from scoring.decimals import ZERO


class Table:
    """One TOML table. A wrong key is noted and read as empty; `close` notes the keys nobody asked for."""

    def __init__(self, data: object, where: str, problems: list[Problem]) -> None:
        self.where = where
        self._problems = problems
        self._asked: set[str] = set()
        self._data: Mapping[str, object] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            self.note("应为表")

    def note(self, message: str) -> None:
        """Note a problem at this table."""
        self._problems.append(Problem(self.where, message))

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        return key in self._data

    def holds_table(self, key: str) -> bool:
        """Whether the key is given and holds a table."""
        return isinstance(self._data.get(key), dict)

    def refuse(self, key: str, message: str) -> None:
        """Note why a key, if given, cannot stand here."""
        self._asked.add(key)
        if self.has(key):
            self.note(message)

    def close(self) -> None:
        """Note every key that was not asked for."""
        for key in self._data:
            if key not in self._asked:
                self.note(f"不认识“{key}”")

    def text(self, key: str, default: str | None = None) -> str:
        """A string; without `default` it is needed."""
        value = self._get(key, default)
        if isinstance(value, str):
            return value
        self._note_type(key, "文字")
        return ""

    def optional_text(self, key: str) -> str | None:
        """A string, None when not given."""
        return self.text(key) if self.has(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, empty when not given."""
        values = self._get(key, [])
        if isinstance(values, list) and all(isinstance(value, str) for value in values):
            return tuple(values)
        self.note(f"“{key}”应为文字列表")
        return ()

    def flag(self, key: str) -> bool:
        """A boolean, False when not given."""
        value = self._get(key, default=False)
        if isinstance(value, bool):
            return value
        self.note(f"“{key}”应为 true 或 false")
        return False

    def decimal(self, key: str, default: Decimal | None = None) -> Decimal:
        """A number; without `default` it is needed."""
        value = self._get(key, default)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return Decimal(value)
        self._note_type(key, "数字")
        return ZERO

    def optional_decimal(self, key: str) -> Decimal | None:
        """A number, None when not given."""
        return self.decimal(key) if self.has(key) else None

    def condition(self, key: str) -> Condition:
        """A condition written as text; an unreadable one is noted and never holds."""
        return self._condition(self.text(key))

    def optional_condition(self, key: str) -> Condition | None:
        """A condition, None when not given."""
        return self.condition(key) if self.has(key) else None

    def conditions(self, key: str) -> tuple[Condition, ...]:
        """A list of conditions."""
        return tuple(self._condition(text) for text in self.texts(key))

    def table(self, key: str) -> "Table":
        """A table, empty when not given."""
        return type(self)(self._get(key, {}), f"{self.where}.{key}", self._problems)

    def optional_table(self, key: str) -> "Table | None":
        """A table, None when not given."""
        return self.table(key) if self.has(key) else None

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables, empty when not given."""
        values = self._get(key, [])
        if not isinstance(values, list):
            self.note(f"“{key}”应为列表")
            return ()
        return tuple(
            type(self)(value, f"{self.where}.{key}[{number}]", self._problems)
            for number, value in enumerate(values, 1)
        )

    def needed_tables(self, key: str) -> tuple["Table", ...]:
        """A list of at least one table."""
        tables = self.tables(key)
        if not tables:
            self.note(f"“{key}”至少要有一条")
        return tables

    def names(self) -> tuple[str, ...]:
        """The keys in their order."""
        return tuple(self._data)

    def _note_type(self, key: str, expected: str) -> None:
        # A key that is missing has been noted as that.
        if self.has(key):
            self.note(f"“{key}”应为{expected}")

    def _condition(self, text: str) -> Condition:
        try:
            return parse_condition(text)
        except ValueError as error:
            self.note(str(error))
            return Condition(text, ())

    def _get(self, key: str, default: object) -> object:
        self._asked.add(key)
        if key not in self._data and default is None:
            self.note(f"缺“{key}”")
        return self._data.get(key, default)
