"""A campaign of 铁岭 on 24 June 2015 with people in it; the store is in memory, the rest is real."""

from collections.abc import AsyncIterator

import pytest

from store.database import Store
from tests.scene import Scene


@pytest.fixture
async def memory() -> AsyncIterator[Store]:
    """Give an empty store in memory."""
    store = await Store.open("sqlite+aiosqlite:///:memory:")
    yield store
    await store.close()


@pytest.fixture
async def county(memory: Store) -> Scene:
    """Give the county: contacts of three bureaus, a supervisor, a reviewer, a leader and the office."""
    scene = await Scene.open(memory, "tieling-2015", "2015-06-24 10:00", opened="2015-05-04 09:00")
    await scene.person("wang", "县城建局", name="王敏")
    await scene.person("chen", "县旅游局", name="陈静")
    await scene.person("zhao", "县城建局", "supervisor", name="赵亮")
    await scene.person("li", "质量强县工作领导小组办公室", "reviewer", name="李强")
    await scene.person("sun", "县政府", "leader", name="孙涛")
    await scene.person("zhou", "质量强县工作领导小组办公室", "office", name="周宁")
    await scene.person("", "市场监督管理局", name="吴越")
    return scene
