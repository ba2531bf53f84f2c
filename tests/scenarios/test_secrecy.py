"""What is marked as secret never reaches the disk."""

from pathlib import Path

from tests.scenarios.conftest import Enter
from tests.scene import at

WORDS = "绕城公路检测数据"


def files_with(folder: Path, words: str) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


async def test_no_file_of_the_bot_holds_the_words_of_a_marked_message(enter: Enter, tmp_path: Path) -> None:
    play = await enter("T15")
    assert "没有保存" in await play.say("wangmin", f"机密★1年 {WORDS}")
    assert "没有保存" in await play.file("wangmin", f"{WORDS} 秘密★10年.pdf", WORDS.encode())
    await play.say("wangmin", "覆盖率100")
    assert files_with(tmp_path, "覆盖率100")
    assert files_with(tmp_path, WORDS) == []
    assert await play.evidence() == ()
    rows = await play.store.read(lambda uow: [uow.inbox.get(number) for number in (1, 2)])
    kept = [(row.sender, row.text, row.payload, row.state) for row in rows if row is not None]
    assert kept == [("wangmin", "", {"secret": "密级★期限"}, "done")] * 2
    assert all(row is not None and row.received_at >= at("2015-06-24 10:02") for row in rows)
    (stored,) = await play.submissions()
    assert stored.inputs == {"coverage_percent": "100"}
