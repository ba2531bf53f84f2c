"""全, 不全 or 无: proposed from what the document asks, decided by the reviewer, never touching the points."""

import pytest

from handlers.campaign.library import Library
from handlers.evidence.completeness import demands, mentions
from store.database import Store
from tests.scene import Scene

LIBRARY = Library()


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Give 平顶山 with a contact of 农业农村局, a reviewer and the office."""
    scene = await Scene.open(memory, "pingdingshan-2021", "2022-01-12 10:00", deadline="2022-01-17 18:00")
    await scene.person("song", "农业农村局", name="宋莉")
    await scene.person("gao", "公安局", name="高远")
    await scene.person("office", "市场监督管理局", name="李明", role="office")
    return scene


@pytest.mark.parametrize(
    ("rubric", "code", "asked"),
    [
        ("tieling-2015", "T01-H1", ("方案", "制度")),
        ("tieling-2015", "T03-Y", ()),
        (
            "pingdingshan-2021",
            "6.3",
            ("开展豇豆、韭菜常规药残超标大排查情况", "本地农产品质量安全监督抽查问题情况"),
        ),
        ("pingdingshan-2021", "1.1", ()),
        ("pingdingshan-2021", "V1", ()),
        ("ziyang-2016", "1.1", ()),
        ("ezhou-2013", "1.1", ()),
    ],
)
def test_what_the_document_asks_is_read_from_it(rubric: str, code: str, asked: tuple[str, ...]) -> None:
    assert demands(LIBRARY.rubric(rubric).by_code[code]) == asked


def test_numbered_parts_that_say_what_is_done_are_asked_for() -> None:
    asked = demands(LIBRARY.rubric("ezhou-2013").by_code["4.2"])
    assert [item[:6] for item in asked] == ["召开质量工作", "建立质量兴区", "开展全国“质"]


@pytest.mark.parametrize(
    ("words", "item", "said"),
    [
        ("豇豆韭菜药残大排查方案.docx", "开展豇豆、韭菜常规药残超标大排查情况", True),
        ("质量工作开展情况", "开展豇豆、韭菜常规药残超标大排查情况", False),
        ("年度工作总结", "总结", True),
        ("年度工作方案", "总结", False),
    ],
)
def test_words_mention_what_is_asked_or_do_not(words: str, item: str, *, said: bool) -> None:
    assert mentions(words, item) is said


async def test_what_is_missing_is_proposed_with_its_reasons_and_the_office_decides(city: Scene) -> None:
    assert "提议“无”：没有材料" in await city.say("office", "材料齐不齐 6.3")
    tasks = await city.say("song", "我的任务")
    place = next(row for row in tasks.splitlines() if "风险排查监测" in row)[0]
    await city.say("song", f"材料 {place} 豇豆韭菜常规药残大排查工作方案 2021年5月6日")
    reply = await city.say("office", "材料齐不齐 6.3")
    assert "提议“不全”：缺本地农产品质量安全监督抽查问题情况" in reply
    assert "要求2项，材料里提到1项" in reply
    before = await city.say("office", "现在多少分")
    assert "材料定为“不全”，通知到1人；分数没有改" in await city.say("office", "材料不全 6.3 缺抽查问题清单")
    assert "李明1月12日已定“不全”：缺抽查问题清单" in await city.say("office", "材料齐不齐 6.3")
    assert "定为“全”" in await city.say("office", "材料全 6.3")
    assert "已定“全”" in await city.say("office", "材料齐不齐 6.3")
    assert await city.say("office", "现在多少分") == before
    told = [row.text for row in await city.outbox() if row.recipient == "song"]
    assert told == [next(text for text in told if "材料不全】6.3" in text and "缺抽查问题清单" in text)]


async def test_where_the_document_asks_for_nothing_nothing_is_proposed(city: Scene) -> None:
    await city.say("song", "材料 1 抽检台账")
    reply = await city.say("office", "材料齐不齐 1.3")
    assert "原文未规定" in reply
    assert "提议“" not in reply


async def test_who_does_not_review_cannot_decide(city: Scene) -> None:
    for text in ("材料全 6.3", "材料齐不齐 6.3"):
        assert "定为" not in await city.say("song", text)
    assert await city.store.read(lambda uow: uow.completeness.of_campaign(city.campaign.id)) == {}


async def test_a_leaf_that_is_not_named_is_asked_for(city: Scene) -> None:
    assert "请写编号" in await city.say("office", "材料齐不齐 合格率")
    assert "请写编号" in await city.say("office", "材料全 99.9")


async def test_a_contact_sees_what_is_still_asked_of_its_own_lines(city: Scene) -> None:
    reply = await city.say("song", "还缺什么材料")
    assert "还缺材料的" in reply
    assert "没有材料" in reply
    both = await city.say("song", "还缺什么")
    assert "材料还缺" in both
    assert "项，还差" in both.splitlines()[0]


async def test_the_order_is_that_of_the_document_and_odd_numbers_are_pointed_out(city: Scene) -> None:
    assert "不用改文件名" in await city.say("song", "顺序对不对")
    await city.say("song", "[文件] 5.方案.pdf 平农〔2021〕46号.pdf")
    await city.say("song", "第1个归3，第2个归1")
    reply = await city.say("song", "顺序对不对")
    assert "①1件、③1件" in reply
    assert "顺序没有问题" in reply
    await city.send("song", "image", media_id="m1")
    assert "还没归类的1件" in await city.say("song", "顺序对不对")
