"""Which of the reported rows the words of a mending mean, and which values stand in it, old and new."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from handlers.board import Board, BoardLine
from handlers.context import Context
from handlers.mending.reported import Reported, of_last_message
from handlers.reading.certainty.verdicts import meanings
from handlers.reading.clauses import Clause
from handlers.reading.naming.book import book_of
from handlers.reading.naming.locating import Locator
from handlers.reading.numbers import Quantity, whole_number
from handlers.reading.tokens.asides import bare, split_times, without_asides, without_courtesy
from handlers.reading.tokens.ordinals import read_ordinals
from handlers.reading.values import Said, verdict
from handlers.reading.widths import clean
from scoring.model import Input

_OLD: Final = re.compile(
    r"(?:不是|把|将|从|由|原来(?:是|的|报的?)?|[报写打填输记弄发搞]错?[成为的]了?的?|错为|前面(?:那个|的)?|之前(?:报|的)?)的?\s*$"
)
_MARKED: Final = re.compile(r"(?<=[\d%])\s*(?:误|错)?[报写打填输记弄发搞](?:错)?成")
_AND: Final = re.compile("和|跟|与|还有|以及")
_HEAD: Final = re.compile(r"(?P<name>.{2,20}?)(?:[那这]一?[个项条块]|的(?=.{2}))")
_LAST: Final = re.compile("最后(?:一|那)?[个条项]|最近(?:一|那)?[个条项]|后(?:面)?那?一?[个条项]")
_RIGHT: Final = re.compile(
    r"(?:第\s?(?:\d{1,2}|[一二三四五六七八九十])\s?[个条]|(?:最|中)?[前后上下间](?:面|边)?那?一?[个条])[^，,。\d]{0,4}?"
    r"(?:没错|没问题|不变|不用改|不改|留着|保留|不动|别动|不撤|(?<!不)对)"
)
"""第一个对: no place of what is to be changed."""
_BOTH: Final = 2
_FORMER: Final = re.compile("前(?:面)?一?[个条项](?!月|季|年)|前面那一?[个条项]|再前面")
_ENDS: Final = re.compile("(?P<end>[前后])(?:面|边)?的?(?P<number>[两二三四五])[个条项](?!月|季|年)")
"""前两个 of those that came together, else of all, the oldest first."""
_MIDDLE: Final = re.compile("中间(?:一|那)?[个条项]|正中")
_ORDERED: Final = re.compile("[最前中后上下](?:面|边|间)?那?一[个条项]")
"""后一个 counts nothing."""
_NTH: Final = re.compile(r"第\s?(?P<nth>\d{1,2}|[一二三四五六七八九十])\s?[个条](?!月|季)")


_TWO_NUMBERS: Final = re.compile(r"(?<![\d.])(?P<one>\d{1,2})\s*[和跟与、]\s*(?P<other>\d{1,2})(?![\d.])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A line, an assessed unit or both that the words name, and the value behind them.

    `rated` says that the value is the points which the unit gives itself.
    """

    places: tuple[int, ...] = ()
    inputs: tuple[tuple[int, frozenset[str]], ...] = ()
    subject: str | None = None
    new: Said | None = None
    rated: bool = False

    @property
    def named(self) -> bool:
        """Whether the words say of which line or unit they speak."""
        return bool(self.places) or self.subject is not None


@dataclass(slots=True)
class Names:
    """All that a mending names: mentions in their order, the values that it says are wrong, and the words left."""

    mentions: list[Mention] = field(default_factory=list)
    old: list[Said] = field(default_factory=list)
    unread: str = ""


@dataclass(frozen=True)
class Reader:
    """Reads what is named against the speaker's list and his reports.

    `asked` are the codes of the lines about which the bot has asked and nothing is stored yet, `asked_of` the
    assessed units of its choices.
    """

    context: Context
    board: Board
    rows: tuple[Reported, ...]
    asked: frozenset[str] = frozenset()
    asked_of: frozenset[str] = frozenset()

    def names(self, text: str) -> Names:
        """What the words name."""
        found = Names()
        body = _MARKED.sub(r"，\g<0>", without_asides(_ORDERED.sub(" ", clean(text))))
        now = Mention(rated="自评" in body)
        for at, clause in enumerate(self._clauses(body)):
            where = self._where(clause)
            if at == 0 and (place := self._head(clause)) is not None:
                now = Mention(self.locator.book.places[place])
                found.mentions.append(now)
                continue
            if where.named:
                merges = where.subject is not None and not where.places
                now = replace(now, subject=where.subject) if merges else replace(where, rated=now.rated)
            if clause.said is not None and self._is_old(clause, now):
                found.old.append(clause.said)
            elif clause.said is not None and not _tells_nothing(clause.said):
                found.mentions.append(replace(now, new=clause.said))
            elif where.named:
                found.mentions.append(now)
            else:
                found.unread += without_courtesy(split_times(bare(_OLD.sub("", clause.words)))[0])
        return found

    def numbered(self, text: str) -> list[Mention]:
        """6和7, where both are numbers of the list and no values."""
        found = _TWO_NUMBERS.search(text)
        places = self.locator.book.places
        numbers = [int(found["one"]), int(found["other"])] if found else []
        return [Mention(places[number]) for number in numbers] if all(n in places for n in numbers) else []

    def meant(self, mention: Mention, old: Sequence[Said], text: str) -> tuple[Reported, ...]:
        """The reported rows that a mention speaks of; those of the last message where it names none."""
        by_order = self._by_order(text)
        if by_order:
            return by_order
        if mention.named:
            codes = {self.locator.tasks[place].criterion.code for place in mention.places}
            return tuple(
                one
                for one in self.rows
                if (not codes or one.line.code in codes) and mention.subject in (None, one.line.subject)
            )
        holding = tuple(one for one in self.rows if self._holds(one, old))
        return holding or (() if self.asked else of_last_message(self.rows))

    def lines(self, mention: Mention) -> tuple[BoardLine, ...]:
        """The lines of the list that a mention names, reported or not."""
        codes = [self.locator.tasks[place].criterion.code for place in mention.places]
        if not codes and mention.subject:
            codes = list(dict.fromkeys(one.line.code for one in self.rows))
        if not codes or not mention.named:
            codes += sorted(self.asked)
        units = self.asked_of if not mention.named else frozenset()
        return tuple(
            line
            for line in self.board.lines
            if line.code in codes
            and mention.subject in (None, line.subject)
            and (not units or line.subject in units)
        )

    def values(
        self, line: BoardLine, mention: Mention, old: Sequence[Said], given: Sequence[str]
    ) -> list[dict[str, object]]:
        """What the mention's value would report on that line: for the input named, replaced, or reported last."""
        said = mention.new
        if said is None:
            return []
        fitting = [item for item in line.duty.inputs if meanings(verdict(item, said))]
        if mention.rated:
            fitting = [item for item in fitting if item.type == "points"]
        named = {
            name
            for place, names in mention.inputs
            for name in names
            if self.locator.tasks[place].criterion.code == line.code
        }
        held = {
            item.name
            for item in fitting
            if item.name in line.known and _is_one_of(line.known[item.name], item, old)
        }
        wanted = next(
            (chosen for chosen in (named, held, set(given)) if any(i.name in chosen for i in fitting)), set()
        )
        items = [item for item in fitting if item.name in wanted] or fitting
        return [{item.name: value} for item in items for value in meanings(verdict(item, said))]

    def _clauses(self, body: str) -> Iterator[Clause]:
        """The clauses; several names in one are several."""
        for clause in self.locator.book.clauses(body):
            parts = _AND.split(clause.words)
            named = [Clause(clause.segment, part, text=part) for part in parts]
            if clause.said is None and len(parts) > 1 and all(self._where(part).places for part in named):
                yield from named
            else:
                yield clause

    @property
    def locator(self) -> Locator:
        """Finds the lines of the speaker's list."""
        tasks = self.board.tasks()
        book = book_of(tasks, self.context.rubric.criteria, self.context.speaker.campaign.subjects)
        return Locator(tasks, book, year=self.context.speaker.campaign.year)

    def _where(self, clause: Clause) -> Mention:
        words = _OLD.sub("", clause.words)
        located = self.locator.locate(Clause(0, words, clause.place, clause.code))
        head = _HEAD.match(words)
        if head is not None and not (located.places and located.sure):
            located = self.locator.locate(Clause(0, head["name"], clause.place, clause.code))
        subject = self.locator.book.subjects.get(clause.subject or "")
        known = {one.line.code for one in self.rows} | self.asked
        places = located.places
        if not located.sure:
            places = tuple(at for at in places if self.locator.tasks[at].criterion.code in known)
        return Mention(places, located.inputs, subject)

    def _head(self, clause: Clause) -> int | None:
        """The 12 of 12 多写了一个零: the number of a reported line and no value of any."""
        said = clause.said
        if not isinstance(said, Quantity) or said.unit or not said.text.isdecimal() or clause.meaning:
            return None
        ordinals = {one.line.duty.ordinal for one in self.rows if not self._holds(one, [said])}
        held = any(self._holds(one, [said]) for one in self.rows)
        return int(said.text) if int(said.text) in ordinals and not held else None

    def _is_old(self, clause: Clause, now: Mention) -> bool:
        """Whether the words before the value, or the value itself, say that it is the one to be replaced."""
        if _OLD.search(clause.words.rstrip()):
            return True
        codes = {self.locator.tasks[place].criterion.code for place in now.places}
        of_named = [one for one in self.rows if one.line.code in codes]
        return clause.said is not None and any(
            self._holds(one, [clause.said])
            for one in of_named or self.rows
            if now.subject in (None, one.line.subject)
        )

    def _holds(self, one: Reported, old: Sequence[Said]) -> bool:
        given = one.row.given
        return any(
            _is_one_of(given[item.name], item, old) for item in one.line.duty.inputs if item.name in given
        )

    def _by_order(self, text: str) -> tuple[Reported, ...]:
        """第二个 of several that came together, 最后那个 of all."""
        together = of_last_message(self.rows)
        text = _RIGHT.sub("", text)
        nth = _NTH.search(text)
        if nth is not None and len(together) > 1:
            place = next(iter(read_ordinals(f"第{nth['nth']}项")), 0)
            return together[place - 1 : place]
        ends = _ENDS.search(text)
        if ends is not None:
            several = together if len(together) > 1 else self.rows
            number = whole_number(ends["number"])
            rows = several[:number] if ends["end"] == "前" else several[-number:]
            return rows if number <= len(several) else ()
        if _FORMER.search(text) and len(self.rows) > 1:
            return self.rows[-2:-1] if len(together) == 1 else together[:1] if len(together) == _BOTH else ()
        if _MIDDLE.search(text) and len(together) % 2 and len(together) > 1:
            return together[len(together) // 2 : len(together) // 2 + 1]
        return self.rows[-1:] if _LAST.search(text) else ()


def counts_several(text: str) -> bool:
    """Whether the words speak of several reports by their order: 前两个."""
    return _ENDS.search(text) is not None


def _tells_nothing(said: Said) -> bool:
    """其它不变, 还不知道, the 对 of 13.2对 and the 五月 of 五月份有一起 give no value."""
    if isinstance(said, Quantity):
        return said.unit in ("年", "月", "日", "号")
    return said.kind in ("same", "unknown") or said.text in ("对", "是")


def _is_one_of(value: object, item: Input, said: Sequence[Said]) -> bool:
    return any(value in meanings(verdict(item, one)) for one in said)


def pairs(rows: Sequence[Reported]) -> Iterator[tuple[Reported, str, object]]:
    """Every single value among those reports: the report, the input and the value."""
    for one in rows:
        for name, value in one.row.given.items():
            yield one, name, value
