"""From what a person says of his reports to the plans that it may mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Final

from handlers.board import BoardLine
from handlers.mending import plans
from handlers.mending.cues import MISPLACED, Cue, slipped
from handlers.mending.naming import Mention, Names, Reader, counts_several, pairs
from handlers.mending.plans import Plan
from handlers.mending.reported import Reported, before_last, last_withdrawn, of_last_message, withdrawn
from handlers.reading import MOST_CHOICES, Certain, read_number
from handlers.reading.values import verdict
from handlers.wording import plain
from scoring.model import Input

_ALL: Final = ("全部", "全都", "都撤", "都作废", "所有", "都不算", "都撤回")
_PAIR: Final = 2
_PLAINLY: Final = re.compile(
    "改[成为到]|改回|更正|订正|应该?[是为]|才[对是]|重报|不是|不算|刚[才刚报]|报错|前面|上一?[条个]"
)
_GIVEN: Final = re.compile(r"[是为成]\s*\d")
_DECIMALS: Final = re.compile(r"\d+\.\d+")
_MOST_UNREAD: Final = 16
_FEW_UNREAD: Final = 4
_SOME_UNREAD: Final = 7
"""So many characters may stay unexplained where everything is said back before it is done."""


@dataclass(frozen=True)
class Planner:
    """Finds the plans for one text; `text` is the whole of it, `cue` what is to be done."""

    reader: Reader
    text: str
    cue: Cue

    def plans(self) -> tuple[Plan, ...]:
        """What the text may mean, each at one yes; none where nothing of it can be told."""
        names = self.reader.names(self.cue.rest)
        if self.cue.act == "restore":
            return self._restoring(names) or self._back(names)
        if self.cue.act == "back" and (found := self._back(names)):
            return found
        return self._moved() or self._valued(names)

    def _valued(self, names: Names) -> tuple[Plan, ...]:
        """By the values that stand in the text, or by what is said of those that were reported."""
        if self.cue.act == "swap" and (swapped := self._swapping(names)):
            return swapped
        if slipped(self.text) and not _GIVEN.search(self.text):
            names.mentions = [replace(mention, new=None) for mention in names.mentions if mention.named]
        if any(mention.new is not None for mention in names.mentions):
            return self._amending(names) if self._is_told(names) else ()
        aimed = any(mention.named for mention in names.mentions) or names.old
        if self.cue.act not in ("wrong", "withdraw"):
            return ()
        few = _FEW_UNREAD if self.cue.act == "wrong" else _SOME_UNREAD
        return self._taken_back(names) if aimed or len(names.unread) <= few else ()

    def _is_told(self, names: Names) -> bool:
        """Whether the words say enough of which value they replace; 最新 and 其实 alone may begin a new report."""
        aimed = any(mention.named for mention in names.mentions) or bool(names.old)
        plainly = self.cue.act == "wrong" or _PLAINLY.search(self.text) is not None
        return len(names.unread) <= (_MOST_UNREAD if aimed or plainly else _FEW_UNREAD)

    @property
    def gives_value(self) -> bool:
        """Whether a new value stands in the text."""
        return any(mention.new is not None for mention in self.reader.names(self.cue.rest).mentions)

    @property
    def is_short(self) -> bool:
        """Whether next to nothing in the text is left unexplained."""
        return len(self.reader.names(self.cue.rest).unread) <= _FEW_UNREAD

    def _amending(self, names: Names) -> tuple[Plan, ...]:
        """The new values, each on the line that is named before it; several at one yes."""
        found = [self._ways(mention, names) for mention in _last_of_each(names.mentions)]
        if not all(found):
            return ()
        if len(found) == 1:
            return tuple(found[0][:MOST_CHOICES])
        if all(len(ways) == 1 for ways in found):
            return (plans.together([ways[0] for ways in found]),)
        every = [plans.together(list(way)) for way in product(*found)]
        return tuple(every) if len(every) <= MOST_CHOICES else ()

    def _ways(self, mention: Mention, names: Names) -> list[Plan]:
        rows = self.reader.meant(mention, names.old, self.text)
        meant: Sequence[tuple[BoardLine, Sequence[str]]] = [(one.line, tuple(one.row.given)) for one in rows]
        if not rows:
            meant = [(line, ()) for line in self.reader.lines(mention)]
        context = self.reader.context
        return [
            plans.storing(context, line, values)
            for line, given in meant
            for values in self.reader.values(line, mention, names.old, given)
            if any(line.known.get(name) != value for name, value in values.items())
        ]

    def _swapping(self, names: Names) -> tuple[Plan, ...]:
        """Two values that stand each in the other's place."""
        spoken = self.reader.numbered(self.text)
        if not spoken and any(mention.new is not None for mention in names.mentions):
            return ()
        spoken = spoken or [mention for mention in names.mentions if mention.named]
        rows = _distinct([one for mention in spoken for one in self.reader.meant(mention, (), "")])
        together = list(of_last_message(self.reader.rows))
        units = [one for one in self.reader.rows if self._names_unit(one)]
        if len(rows) != _PAIR and units:
            rows = units
        elif len(rows) != _PAIR:
            rows = together if len(together) == _PAIR else list(self.reader.rows[-_PAIR:])
        values = list(pairs(rows))
        if len(values) != _PAIR:
            return ()
        (one, name, value), (other, other_name, other_value) = values
        if not (_fits(one, name, other_value) and _fits(other, other_name, value)):
            return ()
        context = self.reader.context
        steps = [
            plans.storing(context, one.line, {name: other_value}),
            plans.storing(context, other.line, {other_name: value}),
        ]
        return (plans.together(steps),)

    def _names_unit(self, one: Reported) -> bool:
        """鄂城跟华容两个数填反了."""
        subject = one.line.subject
        return bool(subject) and (
            subject in self.text or (len(subject) > _PAIR and subject[:-1] in self.text)
        )

    def _restoring(self, names: Names) -> tuple[Plan, ...]:
        context = self.reader.context
        gone = withdrawn(context)
        spoken = [mention for mention in names.mentions if mention.named]
        if spoken:
            keys = {(line.code, line.subject) for mention in spoken for line in self.reader.lines(mention)}
            last = {(row.code, row.subject): row for row in gone if (row.code, row.subject) in keys}
            return tuple(plans.restoring(context, row) for row in last.values())
        rows = last_withdrawn(context) if gone else ()
        return (plans.together([plans.restoring(context, row) for row in rows]),) if rows else ()

    def _back(self, names: Names) -> tuple[Plan, ...]:
        """The value before the last one."""
        spoken = [mention for mention in names.mentions if mention.named]
        rows = [one for mention in spoken for one in self.reader.meant(mention, (), self.text)]
        rows = rows or list(of_last_message(self.reader.rows))
        context = self.reader.context
        earlier = [(one, before_last(context, one)) for one in rows]
        return tuple(plans.storing(context, one.line, values) for one, values in earlier if values)

    def _moved(self) -> tuple[Plan, ...]:
        """写成华容的了: the value taken from where it was put to where it belongs."""
        found = MISPLACED.search(self.text)
        if found is None:
            return ()
        at = [mention for mention in self.reader.names(found["at"]).mentions if mention.named]
        wrong = [one for mention in at for one in self.reader.meant(mention, (), "")]
        if len(at) != 1 or len(wrong) != 1 or len(wrong[0].row.given) != 1:
            return ()
        rest = f"{found['to']} {self.text[found.end() :]}"
        to = [mention for mention in self.reader.names(rest).mentions if mention.named]
        (value,) = wrong[0].row.given.values()
        lines = [line for mention in to for line in self.reader.lines(mention)]
        lines = lines or [line for line in self.reader.board.lines if line.code == wrong[0].line.code]
        context = self.reader.context
        taken = plans.withdrawing(context, wrong[0].row)
        return tuple(
            plans.together([taken, plans.storing(context, line, {item.name: value})])
            for line in {(line.code, line.subject): line for line in lines}.values()
            if (line.code, line.subject) != (wrong[0].line.code, wrong[0].line.subject)
            for item in line.duty.inputs
            if _takes(item, value)
        )[:MOST_CHOICES]

    def _taken_back(self, names: Names) -> tuple[Plan, ...]:
        """What is wrong without the right value: by a slip of the finger, or to be taken back."""
        if len(_DECIMALS.findall(self.cue.rest)) > len(names.old):
            return ()  # A value that was not read is no reason to take the other back.
        context = self.reader.context
        spoken = [mention for mention in names.mentions if mention.named]
        rows = [one for mention in spoken for one in self.reader.meant(mention, names.old, self.text)]
        everything = any(word in self.text for word in _ALL)
        if not rows and not spoken:
            rows = list(
                self.reader.rows if everything else self.reader.meant(Mention(), names.old, self.text)
            )
        rows = _distinct(rows)
        taken = [plans.withdrawing(context, one.row) for one in rows]
        if (
            self.cue.act == "withdraw"
            and len(taken) > 1
            and (everything or len(spoken) > 1 or counts_several(self.text))
        ):
            return (plans.together(taken),)
        slips = [self._slip(one) for one in rows] if self.cue.act == "wrong" else []
        return tuple([plan for found in slips for plan in found] + taken)[:MOST_CHOICES]

    def _slip(self, one: Reported) -> list[Plan]:
        """The value without the digit or with the point that was said to be amiss."""
        found = []
        for power in slipped(self.text):
            for name, value in one.row.given.items():
                number = read_number(str(value)) if not isinstance(value, bool) else None
                if number is None or number.value is None:
                    continue
                moved = read_number(plain(number.value * Decimal(10) ** power))
                judged = verdict(one.line.criterion.input(name), moved) if moved is not None else None
                if isinstance(judged, Certain):
                    found.append(plans.storing(self.reader.context, one.line, {name: judged.value}))
        return found


def _last_of_each(mentions: Sequence[Mention]) -> list[Mention]:
    """The new values: of several for one line the last, for what is said before it is only compared with."""
    valued = [mention for mention in mentions if mention.new is not None]
    last = {(mention.places, mention.subject, mention.inputs): mention for mention in valued}
    return [mention for mention in valued if mention in last.values()]


def _distinct(rows: Sequence[Reported]) -> list[Reported]:
    return list({one.row.id: one for one in rows}.values())


def _fits(one: Reported, name: str, value: object) -> bool:
    return _takes(one.line.criterion.input(name), value)


def _takes(item: Input, value: object) -> bool:
    """Whether a value that another input holds may stand in this one."""
    if isinstance(value, bool) or item.type in ("bool", "choice", "text"):
        return isinstance(value, bool) == (item.type == "bool") and item.type in ("bool", "choice")
    number = read_number(str(value))
    return number is not None and isinstance(verdict(item, number), Certain)
