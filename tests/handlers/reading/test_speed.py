"""Reading stays far below the time of a network round trip; the bounds leave room for a busy machine."""

from time import process_time

from handlers.reading import Task
from tests.handlers.reading.lists import list_of, read

MILLISECOND = 0.001


def _everything() -> tuple[Task, ...]:
    return list_of("rugao-2018") + list_of("tieling-2015") + list_of("ezhou-2013")


def _median_time(text: str, name: str, tasks: tuple[Task, ...]) -> float:
    read(text, name, tasks)
    times = []
    for _ in range(200):
        start = process_time()
        read(text, name, tasks)
        times.append(process_time() - start)
    return sorted(times)[len(times) // 2]


def test_a_code_and_a_figure_take_next_to_no_time() -> None:
    assert _median_time("19.2 91.5", "rugao-2018", list_of("rugao-2018", "市场监管局")) < 0.2 * MILLISECOND


def test_a_named_line_among_hundreds_takes_a_few_milliseconds_at_most() -> None:
    assert _median_time("省级抽查合格率91.5%，覆盖率100%", "rugao-2018", _everything()) < 8 * MILLISECOND


def test_a_hostile_message_takes_no_more_than_seconds() -> None:
    tasks = list_of("rugao-2018", "市场监管局")
    for piece in ("是1", "1、", "做了1 ", "不是98是", "一", "(", "同比增长", "\t1", "鄂城区和", "an"):
        start = process_time()
        read((piece * 4000)[:3990], "rugao-2018", tasks)
        assert process_time() - start < 5


def test_letters_that_are_almost_pinyin_take_no_time() -> None:
    tasks = list_of("rugao-2018", "市场监管局")
    start = process_time()
    read("anan" * 9 + "xqx 98", "rugao-2018", tasks)
    assert process_time() - start < 1
