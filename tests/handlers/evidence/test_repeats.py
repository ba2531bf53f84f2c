"""The same file again, or nearly the same picture: told to its own sender and to the reviewer, to nobody else."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.evidence.keeping import keep
from handlers.evidence.repeats import NEAR, distance, near_pictures
from store.database import Store
from store.records import Evidence, ReceivedFile
from store.unit_of_work import UnitOfWork
from tests.scene import Scene

ONE = ReceivedFile(
    "a" * 64, 300, "image", "image/jpeg", "检查.jpg", "检查.jpg", picture_hash="00ff00ff00ff00ff"
)
NEARLY = replace(ONE, sha256="b" * 64, original_name="检查2.jpg", picture_hash="00ff00ff00ff00fc")
OTHER = replace(ONE, sha256="c" * 64, original_name="会议.jpg", picture_hash="ffff0000ffff0000")


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Give 平顶山 with contacts of two bureaus and the office."""
    scene = await Scene.open(memory, "pingdingshan-2021", "2022-01-12 10:00", deadline="2022-01-17 18:00")
    await scene.person("song", "农业农村局", name="宋莉")
    await scene.person("gao", "公安局", name="高远")
    await scene.person("office", "市场监督管理局", role="office")
    return scene


class Bringer:
    """Sends files whose bytes come at once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._ids = count(1)

    async def bring(self, account: str, received: ReceivedFile, place: str = "1 现场") -> list[str]:
        """Send it, file it, let it come; what the bot has pushed to that account since."""
        scene, number = self._scene, next(self._ids)
        before = {row.key for row in await scene.outbox()}
        await scene.send(account, "image", media_id=f"m{number}")
        await scene.say(account, place)

        def come(uow: UnitOfWork) -> None:
            keep(uow, uow.evidence.list(scene.campaign.id)[-1].id, received, scene.now)

        await scene.store.run(come)
        return [
            row.text for row in await scene.outbox() if row.key not in before and row.recipient == account
        ]


async def test_a_sender_hears_of_an_own_repetition_and_of_no_other(city: Scene) -> None:
    bringer = Bringer(city)
    assert await bringer.bring("song", ONE) == []
    assert await bringer.bring("gao", ONE) == []
    (told,) = await bringer.bring("song", ONE, "2 现场")
    assert "和您单位2022年1月12日交的图片“检查.jpg”（" in told
    assert "同一个文件" in told
    assert "公安" not in told
    (told,) = await bringer.bring("song", NEARLY)
    assert "看起来是同一张图片" in told
    assert await bringer.bring("gao", OTHER) == []


async def test_the_office_sees_all_repetitions_and_pictures_that_look_alike(city: Scene) -> None:
    bringer = Bringer(city)
    for account, received in (("song", ONE), ("gao", ONE), ("gao", NEARLY), ("song", OTHER)):
        await bringer.bring(account, received)
    reply = await city.say("office", "有没有交重的")
    assert "1组重复" in reply
    assert "农业农村局1份、公安局1份" in reply
    assert "2对图片看起来是同一张" in reply
    assert "会议.jpg" not in reply


async def test_what_was_taken_back_is_no_repetition(city: Scene) -> None:
    bringer = Bringer(city)
    await bringer.bring("song", ONE)
    await city.say("song", "撤回材料 1-1")
    assert await bringer.bring("song", ONE) == []
    assert "没有交重的" in await city.say("office", "有没有交重的")


HASHES = st.integers(1, (1 << 64) - 1)


async def _row(scene: Scene) -> Evidence:
    await Bringer(scene).bring("song", ONE)
    (row,) = await scene.store.read(lambda uow: uow.evidence.list(scene.campaign.id))
    return row


async def test_every_near_pair_is_found_and_no_other(city: Scene) -> None:
    row = await _row(city)

    @given(HASHES, st.sets(st.integers(0, 63), max_size=9))
    def check(first: int, flipped: set[int]) -> None:
        second = first
        for bit in flipped:
            second ^= 1 << bit
        one = replace(row, id=1, sha256="1" * 64, picture_hash=f"{first:016x}")
        other = replace(row, id=2, sha256="2" * 64, picture_hash=f"{second:016x}")
        assert distance(one, other) == len(flipped)
        assert near_pictures([one, other]) == ([(one, other)] if len(flipped) <= NEAR else [])

    check()
