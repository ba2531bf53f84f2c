"""More time that was given to an assessed unit counts for its people, whatever their own unit is called."""

from handlers.notices import remind
from store.database import Store
from tests.scene import Scene, at


async def test_more_time_for_a_town_counts_for_its_contact(memory: Store) -> None:
    town = await Scene.open(memory, "rugao-2018-towns", "2018-11-20 10:00", deadline="2018-11-23 18:00")
    await town.person("jiu", "九华安监站", subject="九华")
    await town.person("off", "质强办", "office")
    await town.say("off", "九华① 延到12月10日 原因材料在审")
    assert "已延期" in await town.say("off", "是")
    town.now = at("2018-11-27 10:00")
    pushes = await town.store.run(lambda uow: remind(uow, town.now, town.library))
    text = next(push.text for push in pushes if push.recipient == "jiu")
    assert "还有11项没报" in text
    assert "逾期" not in await town.say("jiu", "1 2")
    assert [row.late for row in await town.submissions()] == [False]
