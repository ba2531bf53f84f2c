"""A file whose answer was lost is repeated as it was, whoever repeats it."""

from bot.sandbox.faults import Fault
from tests.bot.delivery.office import Office


async def test_a_document_whose_answer_was_lost_is_repeated_to_the_byte_by_another_process(
    office: Office,
) -> None:
    office.delivery = office.replica()
    office.platform.corp.faults.order("message/send", Fault(drop="after", times=1))
    await office.put_document()
    await office.rounds()
    assert await office.states() == ["pending"]
    office.later(seconds=20)
    office.delivery = office.replica()
    await office.until_settled()
    assert await office.states() == ["sent"]
    assert [b.content.name for b in office.platform.corp.member("wangmin").bubbles] == ["目录.txt"]
