"""The demo's stage: campaigns and people for every scene, one clock, and what a visitor can do to them."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.clock import MovableClock
from bot.sandbox.platform import Platform
from bot.sandbox.scenes import Person, Scene
from bot.sandbox.scoreboard import Board, scoreboard
from handlers.calendar.deadlines import Deadlines, at_close, deadlines_of
from handlers.calendar.working_days import add_working_days, last_working_day
from handlers.campaign.campaigns import Opening, open_campaign, year_of
from handlers.campaign.library import Library
from handlers.people.enrolment import enrol, fresh_code
from handlers.people.roster import Entry
from handlers.wording import SHANGHAI, local
from scoring.model import Rubric
from store.database import Store
from store.records import Campaign
from store.unit_of_work import UnitOfWork

MORNING = time(10, 7)
"""By then every reminder of the day has left: they are spread over the hour after nine."""
_DAYS_BEFORE = 8
_STEPS = {"eve": -1, "overdue": 1}
"""Working days from a deadline to where a button goes."""


class StageError(Exception):
    """What a visitor asks for cannot be done; the message is Chinese, one line."""


class Stage:
    """The scenes on one bot; one scene's campaign is open at a time, so that only its people are reminded."""

    def __init__(
        self, store: Store, library: Library, clock: MovableClock, remind: Callable[[], Awaitable[None]]
    ) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._remind = remind
        self._left_at: dict[str, datetime] = {}
        self.scenes: dict[str, Scene] = {}
        self.active = ""

    async def prepare(self, scenes: tuple[Scene, ...], platform: Platform) -> None:
        """Set up the campaign of every scene whose rubric is there, and take its people into the enterprise."""
        known = self._library.names()
        self.scenes = {scene.rubric: scene for scene in scenes if scene.rubric in known}
        for scene in self.scenes.values():
            await self._store.run(partial(self._set_up, scene))
            for person in scene.people:
                platform.corp.add_member(person.account, person.name)

    async def enter(self, scene: Scene) -> None:
        """Make this the running scene; the clock goes to where the scene was left, or to its beginning."""
        if self.active == scene.rubric:
            return
        if self.active:
            self._left_at[self.active] = self._clock.now()
        campaign = await self._store.run(lambda uow: self._open_only(uow, scene))
        self._clock.move_to(self._left_at.get(scene.rubric, campaign.opened_at))
        self.active = scene.rubric
        await self._remind()

    async def move(self, scene: Scene, how: str) -> None:
        """Move the clock by a button: day, workday, eve or overdue. Raises StageError."""
        now = local(self._clock.now())
        if how == "day":
            target = now + timedelta(days=1)
        elif how == "workday":
            target = _morning(add_working_days(now.date(), 1))
        elif how in _STEPS:
            target = await self._around_deadline(scene, now, _STEPS[how])
        else:
            raise StageError("没有这个按钮。")
        await self.move_to(target)

    async def move_to(self, at: datetime) -> None:
        """Put the clock to that time; what is due by then is pushed at once."""
        self._clock.move_to(at)
        await self._remind()

    async def fresh_code(self, scene: Scene, account: str) -> str:
        """Issue a binding code for a newcomer, as the office does. Raises StageError for somebody bound."""
        person = scene.person(account)
        return await self._store.run(lambda uow: self._fresh_code(uow, scene, person))

    async def board(self, scene: Scene) -> Board:
        """The score board of the scene as the store has it now."""
        now = self._clock.now()
        return await self._store.read(lambda uow: scoreboard(uow, _campaign(uow, scene), self._library, now))

    def now(self) -> datetime:
        """The time on the stage, in Shanghai."""
        return local(self._clock.now())

    def _set_up(self, scene: Scene, uow: UnitOfWork) -> None:
        campaign = uow.campaigns.by_name(scene.campaign) or self._opened(scene, uow)
        # Until somebody enters a scene the clock shows the real day, on which all of them are years overdue.
        uow.campaigns.close(campaign.id)

    def _opened(self, scene: Scene, uow: UnitOfWork) -> Campaign:
        rubric = self._library.rubric(scene.rubric)
        deadline = at_close(scene.deadline) if scene.deadline else None
        opening = Opening(
            name=scene.campaign, subjects=scene.subjects, deadline=deadline, overlay=scene.overlay
        )
        start = _beginning(scene, rubric)
        campaign = open_campaign(uow, self._library, scene.rubric, opening, start)
        enrol(uow, campaign, [_entry(row, person) for row, person in enumerate(scene.people, start=2)], start)
        return campaign

    def _open_only(self, uow: UnitOfWork, scene: Scene) -> Campaign:
        for campaign in uow.campaigns.list():
            if campaign.name == scene.campaign:
                uow.campaigns.reopen(campaign.id)
            else:
                uow.campaigns.close(campaign.id)
        return _campaign(uow, scene)

    def _fresh_code(self, uow: UnitOfWork, scene: Scene, person: Person) -> str:
        roster = uow.roster.list(_campaign(uow, scene).id)
        contact = next(one for one in roster if (one.name, one.unit) == (person.name, person.unit))
        if contact.account is not None:
            raise StageError(f"{person.name}已经绑定，可以直接报数了。")
        return fresh_code(uow, contact.id, self._clock.now())

    async def _around_deadline(self, scene: Scene, now: datetime, step: int) -> datetime:
        deadlines = await self._store.read(lambda uow: self._deadlines(uow, scene))
        dues = {*deadlines.milestones.values(), *({deadlines.whole} if deadlines.whole else ())}
        days = sorted(_morning(add_working_days(local(due).date(), step)) for due in dues)
        ahead = [day for day in days if day > now]
        if not ahead:
            raise StageError("后面没有截止时间了，可以自己选一个时间。")
        return ahead[0]

    def _deadlines(self, uow: UnitOfWork, scene: Scene) -> Deadlines:
        campaign = _campaign(uow, scene)
        return deadlines_of(uow, campaign, self._library.adopted(uow, campaign))


def _campaign(uow: UnitOfWork, scene: Scene) -> Campaign:
    campaign = uow.campaigns.by_name(scene.campaign)
    if campaign is None:
        raise StageError(f"没有《{scene.campaign}》")
    return campaign


def _beginning(scene: Scene, rubric: Rubric) -> datetime:
    """The working day before the first deadline's reminder of seven working days."""
    printed = [date.fromisoformat(item.due) for item in rubric.criteria if item.milestone and item.due]
    year = last_working_day(year_of(rubric, datetime.now(SHANGHAI)))
    first = min([scene.deadline] if scene.deadline else printed, default=year)
    return _morning(add_working_days(first, -_DAYS_BEFORE))


def _entry(row: int, person: Person) -> Entry:
    account = "" if person.newcomer else person.account
    return Entry(row, person.name, person.unit, person.role, account=account, subject=person.subject)


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, SHANGHAI)
