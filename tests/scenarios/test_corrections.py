"""What is said against a report, by the state that the report is in: stored, asked about, drafted, passed."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said, Stored
from tests.scenarios.lines.rehearsing import Stage

_WHO: Final = "tangli"
_STORED: Final = (_WHO, "鄂城区 97.2")
_STATES: Final[Mapping[str, tuple[Said, ...]]] = {
    "stored": (_STORED,),
    "district asked": ((_WHO, "97.2"),),
    "figure asked": ((_WHO, "鄂城区 972"),),
    "inexact": ((_WHO, "鄂城区大概97.2"),),
    "several": ((_WHO, "鄂城区 97.2 华容区大概96 梁子湖区 965"),),
    "amendment drafted": (_STORED, (_WHO, "鄂城区改成97.5")),
    "withdrawal drafted": (_STORED, (_WHO, "华容区 96.5"), (_WHO, "鄂城区那条不要了")),
    "passed": (_STORED, ("xieyun", "待审"), ("xieyun", "1通过")),
    "returned": (_STORED, ("xieyun", "待审"), ("xieyun", "1退回 数据与年报不符")),
}
_DRAFTED: Final = "（鄂城区）由97.2%改为97.8%吗"
_DROPPED: Final = "没有入库，已经取消"
_LOCKED: Final = "请联系质强办解锁"
_RIGHT: Final = "（鄂城区）准的数是多少"


def _of(value: str, district: str = "鄂城区") -> Stored:
    return {f"1.2|{district}": {"actual_percent": value}}


def _gone(row: int, district: str = "鄂城区") -> Stored:
    return {f"1.2|{district}": {"withdraws": row}}


_CELLS: Final[Mapping[tuple[str, str], tuple[str, Stored]]] = {
    ("stored", "不对，是97.8"): (_DRAFTED, {}),
    ("stored", "错了"): ("1 是，撤回食品", {}),
    ("stored", "撤回"): ("已撤回", _gone(1)),
    ("stored", "不是鄂城，是华容的"): ("撤回食品、药品质量合格率（鄂城区） 97.2%；①", {}),
    ("district asked", "不对，是97.8"): ("1 ①食品、药品质量合格率（鄂城区）：97.8%", {}),
    ("district asked", "鄂城的，不过是97.8"): ("97.8%（鄂城区）", _of("97.8")),
    ("district asked", "撤了吧"): (_DROPPED, {}),
    ("district asked", "是华容的"): ("（华容区）", _of("97.2", "华容区")),
    ("figure asked", "97.8"): ("97.8%（鄂城区）", _of("97.8")),
    ("figure asked", "不对，是97.8"): ("97.8%（鄂城区）", _of("97.8")),
    ("figure asked", "不是97.2是97.8"): ("鄂城区", {}),
    ("figure asked", "错了"): (_RIGHT, {}),
    ("figure asked", "撤了吧"): (_DROPPED, {}),
    ("figure asked", "少了个点"): ("1 ①食品、药品质量合格率（鄂城区）：97.2%", {}),
    ("figure asked", "是华容的"): ("1 ①食品、药品质量合格率（华容区）：97.2%", {}),
    ("inexact", "不对，是97.8"): ("97.8%（鄂城区）", _of("97.8")),
    ("inexact", "不是鄂城，是华容的"): ("华容区大概97.2", {}),
    ("several", "错了"): ("没有动：食品、药品质量合格率（鄂城区） 97.2%", {}),
    ("several", "97.8"): ("97.8%（梁子湖区）", _of("97.8", "梁子湖区")),
    ("several", "鄂城的不对，应该97.8"): (_DRAFTED, {}),
    ("several", "撤回"): ("3 撤回食品、药品质量合格率（鄂城区） 97.2%\n4 以上3条都不要", {}),
    ("several", "取消"): ("没有动：食品、药品质量合格率（鄂城区） 97.2%", {}),
    ("several", "全部撤回"): ("已撤回", _gone(1)),
    ("amendment drafted", "不对，是97.8"): (_DRAFTED, {}),
    ("amendment drafted", "错了"): ("没有改动，还是食品、药品质量合格率（鄂城区） 97.2%", {}),
    ("amendment drafted", "撤回"): ("1 不改了，还是食品", {}),
    ("amendment drafted", "是华容的"): ("（华容区）报为97.5%吗", {}),
    ("withdrawal drafted", "不对，是97.8"): (_DRAFTED, {}),
    ("withdrawal drafted", "撤回"): ("已撤回：食品、药品质量合格率 97.2%（鄂城区）", _gone(1)),
    ("withdrawal drafted", "错了"): ("没有改动，还是食品、药品质量合格率（鄂城区） 97.2%", {}),
    ("passed", "不对，是97.8"): (_LOCKED, {}),
    ("passed", "错了"): (_LOCKED, {}),
    ("passed", "撤回"): (_LOCKED, {}),
    ("passed", "不是鄂城，是华容的"): (_LOCKED, {}),
    ("returned", "不对，是97.8"): (_DRAFTED, {}),
    ("returned", "撤回"): ("已撤回", _gone(1)),
}
"""What must be heard, and what is stored at once."""


async def test_a_correction_knows_the_state_of_what_it_corrects() -> None:
    stage = await Stage.of("E13")
    heard = {
        cell: (await stage.rehearse(case, cell[1])).faults(case)
        for cell, (fact, stored) in _CELLS.items()
        for case in [Case(_WHO, (fact,), _STATES[cell[0]], stored=stored)]
    }
    await stage.store.close()
    assert {cell: faults for cell, faults in heard.items() if faults} == {}
