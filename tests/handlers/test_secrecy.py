"""Marks of state secrets are found however they are written; ordinary words never are."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.messages import Incoming, Media
from handlers.secrecy import rule_of, without_secrets
from tests.scene import Scene

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
CASES = Path(__file__).parents[3] / "shared" / "cases" / "chat.jsonl"
WHOLE = [
    "{}★1年 关于产品抽查的报告",
    "附件：{}★长期.docx",
    "本件{}★",
    "{}☆10年",
    "{} ★ 6个月",
    "{}\u200b★\u200b30天",
    "{}⭐️3年",
    "{}级★20年",
    "{}*10年",
    "{}＊1年",
    "{}·5年",
    "密级：{}",
    "密 级 ： {} 保密期限：1年",
    "份号：000017 {}",
    "份号 000001\n{}★10年",
]
APART = [
    "机*密★长期 覆盖率98",
    "秘-密-★-10-年",
    "绝.密｜★",
    "机-密-10年",
    "【机密】关于产品抽查的报告",
    "（秘密）抽查结果",
    "[绝密件] 2 98",
]
ORDINARY = [
    "保守秘密、长期坚持",
    "【保密】协议12份",
    "秘书，密切配合10年",
    "注意保护企业的商业秘密*",
    "商业秘密★★★",
    "国家秘密法宣传周",
    "本材料内容应不涉密",
    "（内容应不涉密）",
    "建立保密制度，签订保密协议12份",
    "涉密载体检查 3次",
    "秘密级载体的管理",
    "机密文件不得通过微信传送",
    "密级和保密期限由定密责任人确定",
    "覆盖率★100%",
    "工作秘密*1年",
    "稠密★1年",
]


def marked() -> Iterator[str]:
    for level in ("绝密", "机密", "秘密"):
        for frame in WHOLE:
            text = frame.format(level)
            yield from (text, " ".join(text), f"第一行\n{text}", f"２０１５年{text}")


def test_a_mark_is_found_however_it_is_written() -> None:
    assert [text for text in marked() if not rule_of(text)] == []


@pytest.mark.parametrize("text", APART)
def test_a_mark_that_is_taken_apart_or_put_in_brackets_is_found(text: str) -> None:
    assert rule_of(text) != ""


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_carry_no_mark(text: str) -> None:
    assert rule_of(text) == ""


def test_no_line_of_the_documents_and_of_the_chat_cases_carries_a_mark() -> None:
    if not SEEDS.exists():
        pytest.skip("the documents are not beside the repository")
    lines = [line for file in (*SEEDS.glob("*.txt"), CASES) for line in file.read_text("utf-8").splitlines()]
    assert len(lines) > 500
    assert [line for line in lines if rule_of(line)] == []


@pytest.mark.parametrize(
    "part",
    [{"text": "机密★1年"}, {"title": "机密★1年"}, {"url": "机密★1年"}, {"media": Media("m", "机密★1年.pdf")}],
)
def test_nothing_is_left_of_a_marked_message_but_who_and_when(part: dict[str, object]) -> None:
    whole = {
        "text": "抽查方案",
        "title": "附件",
        "url": "https://example.com",
        "media": Media("m", "方案.pdf"),
    } | part
    sent = Incoming("wecom", "1", "wang", "file", datetime(2015, 6, 24, tzinfo=UTC), **whole)  # type: ignore[arg-type]
    left = without_secrets(sent)
    assert (left.text, left.title, left.url, left.media) == ("", "", "", None)
    assert (left.sender, left.sent_at, left.secret) == (sent.sender, sent.sent_at, "密级★期限")
    assert without_secrets(left) == left


async def test_a_marked_message_gets_the_fixed_answer_and_the_office_is_told(county: Scene) -> None:
    reply = await county.say("wang", "覆盖率100 机密★1年")
    assert "没有保存" in reply
    assert "保密员" in reply
    assert await county.submissions() == ()
    (told,) = await county.outbox()
    assert told.recipient == "zhou"
    assert "王敏" in told.text
    assert "覆盖率" not in told.text
    (matter,) = await county.store.read(lambda uow: uow.matters.of_campaign(county.campaign.id))
    assert (matter.kind, "覆盖率" in matter.text) == ("secrecy", False)


async def test_a_stranger_gets_the_fixed_answer_too(county: Scene) -> None:
    assert "没有保存" in await county.say("nobody", "秘密★10年")
    assert await county.outbox() == ()
