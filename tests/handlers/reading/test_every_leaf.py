"""Whatever a contact reports, in whatever form: what is stored is what was meant, or nothing is stored."""

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.reading import Task
from handlers.wording import circled, leaf_name
from scoring.model import Input
from tests.handlers.reading.forms import forms_of
from tests.handlers.reading.lists import every_list, read, stored

NUMBERS = ("0", "1", "2", "3", "12", "7.5", "12.25", "85.5", "88", "96.2", "99.95", "100")
SEPARATORS = ("，", "；", "\n", " ", "、", ",", "。", ";", "\n\n", "，还有", "；另外")
OPENINGS = ("", "", "上报：", "报一下 ", "领导好，数据如下：\n", "您好，", "6月24日 ", "1月份 ")
ENDINGS = (
    "",
    "",
    "。",
    "，请查收",
    "，谢谢",
    "（盖章版后补）",
    "\n以上数据请审核",
    "同比增长0.3个百分点",
    "，还没最终确定",
)


@cache
def _cases() -> tuple[tuple[str, tuple[Task, ...], Task, Input], ...]:
    """Every input of every line of every list."""
    return tuple(
        (name, tasks, task, item)
        for name, tasks in every_list()
        for task in tasks
        for item in task.inputs
        if item.type != "text"
    )


def _places(task: Task, item: Input) -> list[str]:
    """The ways to say which input of which line is meant."""
    label = item.label
    named = [f"{label} ", label, f"{task.criterion.code} {label} ", f"{circled(task.ordinal)}{label}"]
    if len(task.inputs) > 1:
        return named
    name = leaf_name(task.criterion, 99)
    place = task.ordinal
    numbered = [
        circled(place),
        f"第{place}项",
        f"{place}、",
        f"{place}. ",
        f"{place} ",
        f"{task.criterion.code} ",
    ]
    return [*named, *numbered, f"上报 {task.criterion.code} ", f"{name} ", f"{name}\t", f"{name}："]


@pytest.mark.parametrize("kind", ["percent", "number", "count", "money", "bool", "choice"])
def test_there_are_twenty_forms_of_every_kind_of_value(kind: str) -> None:
    item = next(item for *_, item in _cases() if item.type == kind)
    assert len(forms_of(item, Decimal(88))) >= 20


def test_a_value_is_stored_as_it_was_meant_or_not_at_all() -> None:
    """Every form of a value for every input, the number and the way to name the line changing from case to case."""
    for turn, (name, tasks, task, item) in enumerate(_cases()):
        places = _places(task, item)
        for step, (typed, meant) in enumerate(forms_of(item, Decimal(NUMBERS[turn % len(NUMBERS)]))):
            text = places[(turn + step) % len(places)] + typed
            expected = {task.criterion.code: {item.name: meant}} if meant is not None else {}
            assert stored(read(text, name, tasks)) in ({}, expected), text


@settings(max_examples=200)
@given(st.data())
def test_so_it_is_with_any_number_and_place(data: st.DataObject) -> None:
    name, tasks, task, item = data.draw(st.sampled_from(_cases()))
    number = data.draw(st.decimals(min_value=0, max_value=100, places=2))
    typed, meant = data.draw(st.sampled_from(forms_of(item, number)))
    text = data.draw(st.sampled_from(_places(task, item))) + typed
    expected = {task.criterion.code: {item.name: meant}} if meant is not None else {}
    assert stored(read(text, name, tasks)) in ({}, expected), text


def test_clear_forms_are_certain_nearly_always() -> None:
    """Of unmistakable messages, code or place of a line with one input and a plain value, all are stored."""
    for name, tasks, task, item in _cases():
        if len(task.inputs) > 1 or item.type == "text":
            continue
        for number in ("96.2", "12"):
            for typed, meant in forms_of(item, Decimal(number))[:3]:
                found = stored(read(f"{circled(task.ordinal)} {typed}", name, tasks))
                if meant is not None and found:
                    assert found == {task.criterion.code: {item.name: meant}}
                assert found or meant is None or not _fits(item, meant), (name, task.criterion.code, typed)


def _fits(item: Input, meant: object) -> bool:
    """Whether the value lies within the printed bounds."""
    if isinstance(meant, bool) or item.type == "choice":
        return True
    number = Decimal(str(meant))
    return (item.minimum or 0) <= number <= (item.maximum if item.maximum is not None else number)


@settings(max_examples=400)
@given(st.data())
def test_of_several_values_in_one_message_none_lands_elsewhere(data: st.DataObject) -> None:
    name, tasks = data.draw(st.sampled_from(every_list()))
    chosen = data.draw(
        st.lists(st.sampled_from(tasks), min_size=1, max_size=4, unique_by=lambda task: task.ordinal)
    )
    separator = data.draw(st.sampled_from(SEPARATORS))
    meant: dict[str, tuple[str, object]] = {}
    parts = []
    for task in chosen:
        inputs = [item for item in task.inputs if item.type != "text"]
        if not inputs:
            continue
        item = data.draw(st.sampled_from(inputs))
        clear = [
            form
            for form in forms_of(item, Decimal(data.draw(st.sampled_from(NUMBERS))))
            if form[1] is not None
        ]
        typed, value = data.draw(st.sampled_from(clear or [("", None)]))
        places = [
            f"{task.criterion.code} {item.label} ",
            f"{circled(task.ordinal)}{item.label}：",
            f"{item.label} ",
        ]
        alike = sum(one.label == item.label for other in tasks for one in other.inputs)
        parts.append(data.draw(st.sampled_from(places if alike == 1 else places[:2])) + typed)
        meant[task.criterion.code] = (item.name, value)
    text = data.draw(st.sampled_from(OPENINGS)) + separator.join(parts) + data.draw(st.sampled_from(ENDINGS))
    for code, values in stored(read(text, name, tasks)).items():
        assert code in meant, text
        assert values == dict([meant[code]]), text
