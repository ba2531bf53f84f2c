"""What is handed over: in the order of the document, complete or saying what is missing, the same every time."""

import csv
import hashlib
import io
import random
import zipfile
from pathlib import Path

import pytest

from bot.documents.evidence_zip import EvidenceZip, evidence_zip
from bot.documents.manifest import harmless
from handlers.exports.scope import Scope
from store.records import EvidenceKind
from tests.bot.documents.desk import AGRICULTURE, PAPER, PICTURE, Desk
from tests.handlers.exports.test_names import hostile

FORTY = 40
KINDS: tuple[EvidenceKind, ...] = ("file", "image", "link", "text")


def opened(made: EvidenceZip) -> zipfile.ZipFile:
    content = b"".join(made.parts())
    assert len(content) == made.size
    return zipfile.ZipFile(io.BytesIO(content))


def listed(made: EvidenceZip) -> list[dict[str, str]]:
    text = opened(made).read(f"{made.catalogue.name}/00 校验清单.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


async def forty(desk: Desk) -> None:
    """Forty pieces of mixed kinds for leaves in no order, two of them not filed."""
    dice = random.Random(1)
    rubric = desk.scene.library.rubric("pingdingshan-2021")
    own = [criterion.code for criterion in rubric.criteria if AGRICULTURE in criterion.named_units]
    for number in range(FORTY):
        kind = KINDS[number % len(KINDS)]
        code = None if number < 2 else dice.choice(own)
        content = {"file": PAPER, "image": PICTURE}.get(kind)
        await desk.hand_in(
            kind,
            code,
            content=None if content is None else content + str(number).encode(),
            original_name=f"第{number}号材料.pdf" if kind == "file" else "",
            caption=f"第{number}张现场" if kind == "image" else "",
            text=f"平农〔2021〕{number}号" if kind in ("text", "link") else "",
            url=f"https://example.gov.cn/{number}" if kind == "link" else "",
        )


async def test_forty_pieces_lie_in_the_order_of_the_responsibility_table(desk: Desk) -> None:
    await forty(desk)
    made = evidence_zip(await desk.catalogue(), desk.files)
    names = [name for name in opened(made).namelist() if "/00 " not in name]
    assert len(names) == FORTY
    assert names == sorted(names), "as a file manager shows it"
    rubric = made.catalogue.rubric
    places = [
        [criterion.code for criterion in rubric.criteria].index(name.split("/")[-2].split()[1])
        for name in names[:-2]
    ]
    assert places == sorted(places)
    assert [name.split("/")[-2] for name in names[-2:]] == ["70 未归类"] * 2
    assert all(name.split("/")[-1].startswith(name.split("/")[-2][:2] + "-") for name in names)


async def test_the_same_evidence_makes_the_same_bytes_again(desk: Desk) -> None:
    await forty(desk)
    first, second = [b"".join(evidence_zip(await desk.catalogue(), desk.files).parts()) for _ in range(2)]
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()


async def test_the_checklist_bears_out_every_file(desk: Desk) -> None:
    await forty(desk)
    made = evidence_zip(await desk.catalogue(), desk.files)
    archive = opened(made)
    checked = 0
    for row in listed(made):
        if row["SHA-256"]:
            assert hashlib.sha256(archive.read(row["路径"])).hexdigest() == row["SHA-256"]
            assert row["报送人"] == "宋莉"
            checked += 1
    assert checked == FORTY // 2
    assert {row["状态"] for row in listed(made)} == {"在内", "没有材料"}


async def test_a_unit_gets_its_own_part(desk: Desk) -> None:
    await desk.hand_in("file", "1.3", content=PAPER, original_name="本局.pdf")
    await desk.hand_in("file", "1.1", content=PAPER, original_name="别局.pdf", unit="市场监督管理局")
    made = evidence_zip(await desk.catalogue(Scope(AGRICULTURE)), desk.files)
    assert [Path(name).name for name in opened(made).namelist()][2:] == ["03-01 本局.pdf"]
    assert {row["单位"] for row in listed(made)} == {AGRICULTURE}
    assert made.name == "农业农村局材料.zip"


async def test_what_is_not_there_is_named_and_never_left_out_in_silence(desk: Desk) -> None:
    await desk.hand_in("file", "1.3", content=PAPER, original_name="丢了.pdf")
    await desk.hand_in("file", "1.3", media_id="m", original_name="没取到.pdf")
    withdrawn = await desk.hand_in("file", "1.3", content=b"%PDF-1.5", original_name="撤了.pdf")
    now = desk.scene.now
    await desk.scene.store.run(lambda uow: uow.evidence.withdraw(withdrawn, now, "contact:1"))
    lost = hashlib.sha256(PAPER).hexdigest()
    desk.files.path(lost).unlink()
    made = evidence_zip(await desk.catalogue(), desk.files)
    states = {row["名称"]: row["状态"] for row in listed(made) if row["名称"]}
    assert states["丢了"].startswith("缺失：服务器上的文件不见了")
    assert states["没取到"].startswith("缺失：还在保存")
    assert states["撤了"].startswith("已撤回")
    assert len(opened(made).namelist()) == 2


async def test_300_hostile_names_stay_inside_their_folder(desk: Desk) -> None:
    for written in hostile(300):
        name = written.encode("utf-8", "ignore").decode()
        await desk.hand_in("file", "1.3", content=PAPER, original_name=name, caption=f"={name}")
    made = evidence_zip(await desk.catalogue(), desk.files)
    names = opened(made).namelist()
    assert len({name.casefold() for name in names}) == 302
    assert {name.count("/") for name in names[2:]} == {3}
    assert max(len(name.encode("utf-16-le")) // 2 for name in names) < 220
    assert [row for row in listed(made) for cell in row.values() if cell[:1] in tuple("=+-@\t\r\n")] == []


LEADS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BEFORE = ("", " ", "　", "\ufeff", "\u200b", "\n", "\r", "\t", '"', "'", "  ", "\u2060")


@pytest.mark.parametrize("lead", LEADS)
def test_no_cell_begins_a_formula(lead: str) -> None:
    for before in BEFORE:
        assert harmless(f"{before}{lead}cmd|' /C calc'!A0") == f"'{before}{lead}cmd|' /C calc'!A0"


def test_ordinary_words_stay_as_they_are() -> None:
    assert [harmless(words) for words in ("", "2021-12-01", "a=b", "平农〔2021〕45号")] == [
        "",
        "2021-12-01",
        "a=b",
        "平农〔2021〕45号",
    ]


async def test_it_is_streamed_off_the_loop_in_parts(desk: Desk) -> None:
    for number in range(3):
        await desk.hand_in("file", "1.3", content=bytes([number]) * (3 << 20), original_name=f"{number}.pdf")
    made = evidence_zip(await desk.catalogue(), desk.files)
    parts = [part async for part in made.stream()]
    assert max(map(len, parts)) <= 2 << 20
    assert b"".join(parts) == b"".join(made.parts())
