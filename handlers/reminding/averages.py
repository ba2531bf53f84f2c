"""平均值目标: once every assessed unit has reported, the office and the contacts hear the final target."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handlers.calendar.hours import slot
from handlers.campaign.targets import AVERAGE as OF_AVERAGE
from handlers.campaign.targets import average_of
from handlers.messages import Push
from handlers.reminding.book import Book
from handlers.reminding.told import Saying, Told
from handlers.wording import leaf_name, shown
from scoring.model import Criterion
from store.records import Contact
from store.unit_of_work import UnitOfWork

AVERAGE = "average"
LISTED = 10


@dataclass(frozen=True, slots=True)
class Final:
    """A target that is an average of what all assessed units have reported; `arrangement` is what set it so."""

    arrangement: int
    criterion: Criterion
    value: str

    @property
    def about(self) -> str:
        """How it is noted that somebody was told: a later change of it is another one."""
        return f"{AVERAGE}:{self.arrangement}:{self.value}"


def finals(uow: UnitOfWork, book: Book) -> tuple[Final, ...]:
    """The averages of the campaign that are final now."""
    rows = [row for row in book.deadlines.arranged.targets.values() if row.value.get("method") == OF_AVERAGE]
    if not rows:
        return ()
    reported = {(row.code, row.subject): row for row in uow.submissions.current(book.campaign.id)}
    found = []
    for row in rows:
        average, criterion = (
            average_of(row, book.campaign.subjects, reported),
            book.rubric.by_code.get(row.code),
        )
        if average.final and average.value is not None and criterion is not None:
            found.append(Final(row.id, criterion, average.value))
    return tuple(found)


def announcements(uow: UnitOfWork, book: Book, people: Iterable[Contact]) -> Iterator[Saying]:
    """One message a person with all final averages that it has not heard of."""
    known = finals(uow, book)
    if not known:
        return
    for person in people:
        told = Told(uow.notices.of(person.id))
        news = [
            one for one in known if _concerns(one, person, book) and told.day(person.id, one.about) is None
        ]
        if (
            news
            and person.channel is not None
            and person.account is not None
            and not told.is_full(book.today)
        ):
            key, _ = told.next_key([person.id], f"{AVERAGE}:{book.campaign.id}:{person.id}:{book.today}")
            leaves = slot(book.now, person.id, book.deadlines.arranged.hours)
            push = Push(key, person.channel, person.account, _text(news, book), leaves)
            yield Saying(push, person, tuple((person.id, one.about) for one in news), book.today)


def still_so(uow: UnitOfWork, book: Book, contact: Contact, key: str) -> bool:
    """Whether every average that the message tells is the final one still."""
    told = {row.about for row in uow.notices.of(contact.id) if row.key == key}
    return bool(told) and told <= {one.about for one in finals(uow, book)}


def _concerns(final: Final, person: Contact, book: Book) -> bool:
    """The office, and the contacts of the unit that reports the leaf."""
    return person.role == "office" or (
        person.role == "contact" and book.seat(person).unit == final.criterion.reporter
    )


def _text(news: Sequence[Final], book: Book) -> str:
    count = len(book.campaign.subjects)
    if len(news) == 1:
        code = news[0].criterion.code
        return (
            f"【目标值】{code} {leaf_name(news[0].criterion)}：{count}家都已报齐，"
            f"目标按平均值定为{news[0].value}，得分已按此重算。回“为什么 {code}”看依据。"
        )
    rows = [f"{one.criterion.code} {leaf_name(one.criterion, 30)}：{one.value}" for one in news]
    head = f"【目标值】{count}家都已报齐，{len(news)}项的目标按平均值定了，得分已按此重算："
    how = f"回“为什么 {news[0].criterion.code}”看依据。"
    return "\n".join([head, *shown(rows, LISTED, "……另有{}项，回“目标”看全部"), how])
