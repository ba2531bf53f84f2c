"""What a leader reads at a glance names everything as the document prints it."""

from store.database import Store
from tests.scene import Scene


async def test_sections_are_shown_by_their_printed_names(memory: Store) -> None:
    city = await Scene.open(memory, "pingdingshan-2021", "2022-01-05 10:00")
    await city.person("shi", "平顶山市人民政府", "leader")
    total = await city.say("shi", "现在多少分")
    assert "一、质量水平状况0，二、质量政策体系0" in total


async def test_a_unit_without_marks_is_ranked_by_what_it_has_reported(memory: Store) -> None:
    city = await Scene.open(memory, "rugao-2018", "2018-12-20 10:00", deadline="2018-12-28 18:00")
    await city.person("zheng", "如皋市人民政府", "leader")
    ranking = await city.say("zheng", "排名")
    assert "1 市住建局 0/8，差8项" in ranking
    assert "1 市发改委 已报0/3项" in ranking


async def test_the_task_list_asks_for_a_figure_only_where_one_is_wanted(county: Scene) -> None:
    assert "直接发“1 情况”上报" in await county.say("wang", "我的任务")
    await county.say("wang", "1 齐全")
    assert "直接发“2 数值”上报" in await county.say("wang", "我的任务")


async def test_no_grade_is_named_in_small_letters(memory: Store) -> None:
    city = await Scene.open(memory, "pingdingshan-2021", "2022-01-05 10:00")
    await city.person("shi", "平顶山市人民政府", "leader")
    assert "评不出A、B、C级" in await city.say("shi", "能评上A级不")


async def test_a_doubt_does_not_list_the_reading_that_is_taken_among_the_others(county: Scene) -> None:
    doubt = await county.say("zhou", "疑点 1")
    assert "现按：0分：" in doubt
    assert "其他读法：5分" in doubt
