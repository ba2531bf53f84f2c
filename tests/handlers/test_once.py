"""What is found once for all readers of one message."""

from dataclasses import replace

from handlers.board import board_of
from handlers.campaign.library import Library
from handlers.context import Context
from handlers.messages import Incoming
from handlers.people.speaking import speaker_of
from store.database import Store
from store.unit_of_work import UnitOfWork
from tests.scene import CHANNEL, Scene, at


async def test_a_list_is_found_once_and_again_after_something_was_written(store: Store) -> None:
    scene = await Scene.open(store, "tieling-2015", "2015-06-24 10:00")
    await scene.person("wangmin", "县城建局")

    def work(uow: UnitOfWork) -> None:
        speaker = speaker_of(uow.accounts.speaker(CHANNEL, "wangmin"), uow)
        assert speaker is not None
        incoming = Incoming(CHANNEL, "1", "wangmin", "text", scene.now, text="我的任务")
        context = Context(incoming, uow, at("2015-06-24 10:00"), speaker, Library())
        first = board_of(context)
        assert board_of(context, "覆盖率 98") is first
        assert board_of(replace(context)) is not first
        uow.accounts.set_misunderstandings(speaker.account, 1)
        assert board_of(context) is not first

    await store.run(work)
