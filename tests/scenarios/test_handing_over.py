"""From forwarded messages to an ordered folder: everything is sent in chat, asked for in chat and opened from a file."""

import asyncio
import csv
import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.media import StoredMedia
from tests.scenarios.play import PNG, Play, playing

FORTY = 40
OWN = ("1.3", "5.1", "5.2", "5.3", "6.3", "7.1", "7.2", "7.3", "8.1")


@pytest.fixture
async def play(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Play]:
    """Plays 平顶山 on 12 January 2022."""
    async with playing("P21", sqlite_url, tmp_path) as made:
        yield made


async def received(play: Play, account: str, kind: str, count: int = 1) -> list[StoredMedia]:
    """The files or pictures that have come into somebody's chat, once there are so many."""
    corp = play.platform.corp
    async with asyncio.timeout(20):
        while True:
            pushed = [bubble for bubble in corp.members[account].bubbles if bubble.way == "push"]
            ids = [bubble.content.media_id for bubble in pushed if bubble.content.kind == kind]
            if len(ids) >= count:
                return [corp.media.get(media_id) for media_id in ids]
            await asyncio.sleep(0.02)


async def hand_in(play: Play, number: int) -> None:
    """One of forty: a file, a picture, a link or the name of a document, filed to a leaf in no order."""
    place = (number * 7) % len(OWN) + 1
    kind = number % 4
    if kind == 0:
        await play.file("songli", f"平农〔2021〕{number}号 工作通知.pdf", b"%PDF-1.4 " + str(number).encode())
        await play.say("songli", f"{place} 通知")
    elif kind == 1:
        await play.image("songli", PNG + str(number).encode())
        await play.say("songli", f"{place} 6月{number % 28 + 1}日合格证检查现场")
    elif kind == 2:
        await play.say("songli", f"材料 {place} https://example.gov.cn/{number}")
    else:
        await play.say("songli", f"材料 {place} 平农〔2021〕{100 + number}号")


async def test_forty_forwarded_pieces_come_back_in_the_order_of_the_responsibility_table(play: Play) -> None:
    for number in range(FORTY):
        await hand_in(play, number)
    await play.fetched()
    assert "正在做农业农村局的材料包" in await play.say("songli", "导出材料")
    (file,) = await received(play, "songli", "file")
    assert file.name == "农业农村局材料.zip"
    archive = zipfile.ZipFile(io.BytesIO(file.data))
    assert archive.testzip() is None
    names = [name for name in archive.namelist() if "/00 " not in name]
    assert len(names) == FORTY
    rubric = play.library.rubric("pingdingshan-2021")
    order = [criterion.code for criterion in rubric.criteria]
    places = [order.index(name.split("/")[1].split()[1]) for name in names]
    assert names == sorted(names)
    assert places == sorted(places)
    listed = list(
        csv.DictReader(io.StringIO(archive.read("农业农村局材料/00 校验清单.csv").decode("utf-8-sig")))
    )
    assert sum(row["状态"] == "在内" for row in listed) == FORTY
    assert {row["报送人"] for row in listed if row["状态"] == "在内"} == {"宋莉"}


async def test_each_gets_what_is_theirs(play: Play) -> None:
    await play.file("songli", "农业.pdf")
    await play.say("songli", "1 通知")
    await play.file("wanpeng", "公安.pdf", b"%PDF-1.5 ")
    await play.say("wanpeng", "1 通知")
    await play.fetched()
    assert "不能导出农业农村局的" in await play.say("wanpeng", "导出农业农村局材料")
    assert "您不能导出材料和表格" in await play.say("baixue", "导出计分表")
    await play.say("wanpeng", "打包")
    await play.say("qinfang", "导出材料")
    await play.say("shiyu", "打包公安局")
    for account, units in (("wanpeng", ["公安"]), ("qinfang", ["农业", "公安"]), ("shiyu", ["公安"])):
        (file,) = await received(play, account, "file")
        names = zipfile.ZipFile(io.BytesIO(file.data)).namelist()
        found = [unit for unit in ("农业", "公安") if any(f"{unit}.pdf" in name for name in names)]
        assert sorted(found) == sorted(units), account


async def test_the_report_and_the_sheet_come_as_files(play: Play) -> None:
    assert "自评报告" in await play.say("wanpeng", "自评报告")
    assert "计分表" in await play.say("wanpeng", "导出计分表")
    assert "材料目录" in await play.say("wanpeng", "导出目录")
    names = {file.name for file in await received(play, "wanpeng", "file", 3)}
    assert names == {
        "公安局自评报告.docx",
        "迎接2021年度河南省政府质量工作考核公安局计分表.xlsx",
        "公安局材料目录.docx",
    }


async def test_a_reviewer_sees_the_pictures_of_an_item(play: Play) -> None:
    await play.image("songli", PNG)
    await play.say("songli", "1 6月10日检查现场")
    await play.say("songli", "1 自评1分")
    await play.fetched()
    await play.say("baixue", "待审")
    seen = await play.say("baixue", "看 1")
    assert "图片 6月10日检查现场（宋莉" in seen
    assert "回“看图”把1张图片发到这里" in seen
    assert "马上发来1张图片" in await play.say("baixue", "看图")
    (picture,) = await received(play, "baixue", "image")
    assert picture.data == PNG
