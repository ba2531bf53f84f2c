"""No pattern that typed text is held against can be made to run for ever."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from time import process_time
from types import ModuleType

import pytest

import handlers
from tests.handlers.ambiguity import ambiguous_groups
from tests.scenarios.lines.case import Case
from tests.scenarios.lines.rehearsing import Stage

DEEP = 4


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
        yield importlib.import_module(found.name)


def _patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < DEEP and isinstance(value, Mapping):
        for one in list(value.values()):
            yield from _patterns(one, depth + 1)
    elif depth < DEEP and isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _patterns(one, depth + 1)
    elif depth < DEEP and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _patterns(getattr(value, field.name, None), depth + 1)


def test_no_repeated_group_takes_a_text_apart_in_two_ways() -> None:
    found: dict[str, str] = {}
    for module in _modules():
        for name, value in vars(module).items():
            for pattern in _patterns(value):
                found.setdefault(pattern.pattern, f"{module.__name__}.{name}")
    assert len(found) > 1000
    amiss = {where: groups for text, where in found.items() if (groups := ambiguous_groups(re.compile(text)))}
    assert amiss == {}, "write such a group as an atomic one, the longest first: (?>全都|全|都)*"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?:嗯+|哦)*1", ["哦 嗯 嗯嗯"]),
        ("^(?:全都|全|都)+$", ["全 全都 都"]),
        ("(?:错了?|了){2,}", ["了 错 错了"]),
        ("(?>全都|全|都)+", []),
        ("(?:全|都)+[的了]*", []),
        ("(?:一{1,2}家){2,3}", []),
    ],
)
def test_a_group_with_two_ways_is_told(pattern: str, words: list[str]) -> None:
    assert ambiguous_groups(re.compile(pattern)) == words


@pytest.mark.parametrize("speaker", ["hujie", "zhouning", "liqiang", "linfeng"])
async def test_a_long_run_of_one_word_is_answered_in_seconds(speaker: str) -> None:
    case = Case(speaker, ())
    stage = await Stage.of(case.scene)
    start = process_time()
    for piece in ("嗯", "全都", "那就，", "一二三", "不对", "给", "请你", "只应该是", "手机号", "1、"):
        await stage.rehearse(case, piece * 120)
    await stage.store.close()
    assert process_time() - start < 10


@pytest.mark.parametrize("speaker", ["zhouning", "liqiang"])
async def test_a_flood_of_few_signs_is_no_text(speaker: str) -> None:
    case = Case(speaker, ())
    stage = await Stage.of(case.scene)
    start = process_time()
    for flood in ("都" * 3900, "除了" * 1900, "给2分" + "　 " * 1900 + "缺", "没" + "有，" * 1900 + "了"):
        assert "重复的字" in (await stage.rehearse(case, flood)).reply
    for said in ("除1" * 600, "都1" * 600, "除了第1个" * 300 + "都给2分"):
        assert "系统出错" not in (await stage.rehearse(case, said)).reply
    await stage.store.close()
    assert process_time() - start < 10
