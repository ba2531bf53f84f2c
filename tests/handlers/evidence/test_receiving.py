"""What is handed in as proof: files, names of files, captions, and the list of what is missing."""

import pytest

from handlers.campaign.library import Library
from handlers.evidence.kinds import kind_of
from store.database import Store
from store.records import Evidence, EvidenceKind
from tests.scene import Scene

KINDS = Library().rubric("pingdingshan-2021").materials


@pytest.fixture
async def city(memory: Store) -> Scene:
    """Give 平顶山 with a contact of 农业农村局."""
    scene = await Scene.open(memory, "pingdingshan-2021", "2022-01-12 10:00", deadline="2022-01-17 18:00")
    await scene.person("song", "农业农村局", name="宋莉")
    return scene


async def evidence(scene: Scene) -> tuple[Evidence, ...]:
    return await scene.store.read(lambda uow: uow.evidence.list(scene.campaign.id))


@pytest.mark.parametrize(
    ("medium", "text", "kind"),
    [
        ("file", "平农〔2021〕45号.pdf", "文件"),
        ("text", "豫政办[2021]7号", "文件"),
        ("file", "关于开展专项整治的通知.docx", "文件"),
        ("file", "2021年工作方案.docx", "文稿"),
        ("file", "在全市会上的讲话.doc", "文稿"),
        ("image", "", "图片"),
        ("link", "平顶山日报", "信息"),
        ("file", "质量月简报第3期.pdf", "信息"),
        ("file", "办事指南.pdf", "宣传资料"),
        ("file", "台账.xlsx", ""),
    ],
)
def test_the_kind_is_told_by_number_or_words(medium: EvidenceKind, text: str, kind: str) -> None:
    assert kind_of(KINDS, medium, text) == kind


def test_a_document_without_kinds_names_none() -> None:
    assert kind_of(Library().rubric("tieling-2015").materials, "file", "平农〔2021〕45号.pdf") == ""


async def test_names_of_files_are_registered_as_words_and_filed_apart(city: Scene) -> None:
    reply = await city.say("song", "[文件] 平农〔2021〕45号.pdf 平农〔2021〕46号.pdf 两个一起")
    for fact in ("2个文件名", "“文件”类", "没有存成功", "45号→1，46号→2"):
        assert fact in reply
    assert {(row.text, row.code) for row in await evidence(city)} == {
        ("平农〔2021〕45号.pdf", None),
        ("平农〔2021〕46号.pdf", None),
    }
    assert "47号" in await city.say("song", "47号→3")
    reply = await city.say("song", "45号→3，46号→5")
    assert "已归到③" in reply
    assert "已归到⑤" in reply
    assert [(row.text[-7:-4], row.code) for row in await evidence(city)] == [("45号", "5.1"), ("46号", "5.3")]


async def test_what_is_left_keeps_waiting(city: Scene) -> None:
    await city.say("song", "[文件] 平农〔2021〕45号.pdf 平农〔2021〕46号.pdf")
    assert "还有1件没有归类" in await city.say("song", "46号→5")
    assert "已归到③" in await city.say("song", "3")
    assert [row.code for row in await evidence(city)] == ["5.1", "5.3"]


@pytest.mark.parametrize(
    "text", ["[文件] 自评报告.doc（98MB）", "[文件]自评报告.doc 1.2G", "【附件】自评.pdf（51MB）"]
)
async def test_a_file_that_is_too_large_is_said_not_to_be_stored(city: Scene, text: str) -> None:
    reply = await city.say("song", text)
    assert "没有存成功" in reply
    assert "50MB" in reply
    assert "纸质" in reply
    assert await evidence(city) == ()


@pytest.mark.parametrize("text", ["[图片]", "[照片]", "【图片】", "[文件]", "[视频]"])
async def test_words_for_a_picture_are_no_picture(city: Scene, text: str) -> None:
    assert "没有存成功" in await city.say("song", text)
    assert await evidence(city) == ()


async def test_the_list_follows_the_document_and_names_what_is_missing(city: Scene) -> None:
    await city.send("song", "image", media_id="m1")
    await city.say("song", "3")
    await city.say("song", "材料 3 平农〔2021〕45号")
    reply = await city.say("song", "我们交了哪些材料 顺序对不对")
    rows = reply.splitlines()
    assert "农业农村局材料目录（按细则顺序），已交2件" in rows[0]
    assert [row[0] for row in rows[1:11]] == list("①②③④⑤⑥⑦⑧⑨⑩")
    assert "图片1、文件1" in rows[3]
    assert "1张图片没有说明" in rows[3]
    assert "共10项，缺9项" in reply


async def test_a_caption_can_be_added_later(city: Scene) -> None:
    await city.send("song", "image", media_id="m1")
    assert "回“说明 3" in await city.say("song", "3")
    assert "已给③" in await city.say("song", "说明 3 1月6日基地检查")
    assert [row.caption for row in await evidence(city)] == ["1月6日基地检查"]
    assert "没有缺说明" in await city.say("song", "说明 3 再来一次")


async def test_words_beside_a_waiting_picture_are_its_caption_once_its_place_is_said(city: Scene) -> None:
    await city.send("song", "image", media_id="m1")
    assert "说明记下了：“在基地检查合格证”" in await city.say("song", "在基地检查合格证")
    assert [(row.code, row.caption) for row in await evidence(city)] == [(None, "")]
    await city.say("song", "3")
    assert [(row.code, row.caption) for row in await evidence(city)] == [("5.1", "在基地检查合格证")]


async def test_a_caption_that_names_its_line_files_the_picture_at_once(city: Scene) -> None:
    await city.send("song", "image", media_id="m1")
    assert "已归到③" in await city.say("song", "这是第3项的，6月10日基地合格证检查")
    assert [row.code for row in await evidence(city)] == ["5.1"]


async def test_a_value_beside_a_waiting_picture_is_a_report_and_no_caption(city: Scene) -> None:
    await city.send("song", "image", media_id="m1")
    await city.say("song", "第3项自评0.9分")
    assert [(row.code, row.caption) for row in await evidence(city)] == [(None, "")]


async def test_a_piece_for_two_lines_is_kept_for_each(city: Scene) -> None:
    await city.send("song", "image", media_id="m1")
    await city.say("song", "这张3和4都能用")
    assert [(row.code, row.media_id) for row in await evidence(city)] == [("5.1", "m1"), ("5.2", "m1")]


async def test_an_address_is_kept_as_a_link_with_its_words(city: Scene) -> None:
    reply = await city.say("song", "[链接] https://example.gov.cn/1.html 合格证制度推进会")
    assert "收到链接1个" in reply
    if "归到哪一项" in reply:
        await city.say("song", "3")
    (row,) = await evidence(city)
    assert (row.kind, row.url, row.code) == ("link", "https://example.gov.cn/1.html", "5.1")
    assert row.text == "合格证制度推进会"


async def test_the_same_words_are_kept_once(city: Scene) -> None:
    await city.say("song", "材料 3 平农〔2021〕45号")
    assert "没有重复记录" in await city.say("song", "材料 3 平农〔2021〕45号")
    assert len(await evidence(city)) == 1


async def test_an_address_beside_a_value_is_evidence_of_its_line(city: Scene) -> None:
    reply = await city.say("song", "第3项自评0.9分 https://example.gov.cn/3.html")
    assert "已收" in reply
    assert [(row.code, row.url) for row in await evidence(city)] == [("5.1", "https://example.gov.cn/3.html")]
    assert [row.given for row in await city.submissions()] == [{"self_points": "0.9"}]
