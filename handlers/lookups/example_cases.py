"""典型案例: how many a unit has to write, and how many of them have been handed in."""

import re
from typing import Final

from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.requests import unit_in
from handlers.messages import Reply
from handlers.wording import clip
from scoring.materials import ExampleCases
from store.records import Evidence

_CASE: Final = re.compile("案例")
_BARE: Final = 5
_NUMBER: Final = re.compile(r"几|多少|上限|要不要|必须|要写|要求|[\d一二三四五]个|我们?也|咱们?也")
_FORM: Final = re.compile("字|页|篇幅|格式|模板|排版|图|照片|怎么写|咋写|多长")
NOT_PRINTED = "这份细则没有典型案例的要求（原文未规定）。"


def how_many(text: str, context: Context) -> Reply:
    """What the document demands of the speaker's unit."""
    cases = context.rubric.materials.example_cases
    if cases is None:
        return Reply(NOT_PRINTED)
    if context.speaker.role == "leader":
        return check(text, context)
    unit = context.seat.unit
    if needed := cases.required.get(unit):
        first = f"{unit}的自评报告要写出{needed}个典型案例（原文明确要求）。"
    else:
        demanded = f"{'、'.join(cases.required)}的自评报告写出{_numbers(cases)}个典型案例"
        first = f"您单位是{unit}：原文只要求{demanded}，没有点名您单位。"
    limit = f"模板上限：案例不超过{cases.most}个，其中重点县区成效案例不超过{cases.most_of_counties}个。"
    unprinted = "\n字数、格式、配不配图等原文未规定，请问质强办。" if _FORM.search(text) else ""
    if len(text) > _BARE and not unprinted and not _NUMBER.search(text):
        unprinted = f"\n“{clip(text, 24)}”这一点原文没有另写（原文未规定），请问质强办。"
    return Reply(f"{first}\n{limit}{unprinted}")


def check(text: str, context: Context) -> Reply:
    """公安局案例够不够3个: what names itself a case among a unit's evidence, against what is demanded."""
    cases = context.rubric.materials.example_cases
    if cases is None:
        return Reply(NOT_PRINTED)
    said = mentions(text, context)
    named = said.units or tuple(unit for unit in cases.required if unit.rstrip("局委办") in text)
    named = named or tuple(filter(None, [unit_in(text, context)]))
    units = [unit for unit in named if unit in cases.required] or list(named[:1]) or list(cases.required)
    return Reply("\n".join([*(_checked(context, cases, unit) for unit in units), _FOOT.format(units[0])]))


_FOOT = "只数名称或说明里写明“案例”的材料；自评报告正文里的案例要人工看。要补交回“让{}补典型案例”。"


def _checked(context: Context, cases: ExampleCases, unit: str) -> str:
    rows = context.uow.evidence.list(context.speaker.campaign.id, unit=unit)
    found = [row for row in rows if row.state in ("stored", "pending") and _CASE.search(_words(row))]
    needed = cases.required.get(unit)
    demand = f"要求{needed}个" if needed else "原文没有点名要求"
    short = f"，差{needed - len(found)}个" if needed and len(found) < needed else ""
    names = "".join(f"\n  {place} {clip(_words(row), 40)}" for place, row in enumerate(found, start=1))
    return f"{unit}：识别到典型案例{len(found)}个（{demand}{short}）。{names}"


def _words(row: Evidence) -> str:
    return " ".join(part for part in (row.original_name, row.text, row.caption) if part)


def _numbers(cases: ExampleCases) -> str:
    return "、".join(dict.fromkeys(str(number) for number in cases.required.values()))


COMMANDS = (
    Command(
        Act.CHECK,
        "公安局案例够不够3个",
        words("案例够不够 案例够吗"),
        check,
        re.compile(
            r"(?P<rest>.{0,10}案例.{0,8}(?:哪[几些]?[家个]|谁|几家|有没有(?:人|单位)).{0,4}(?:报|交|没).{0,4}|.{0,16}案例.{0,4}(?:够不够|够吗|够了吗|齐不齐|齐吗|几个了|交了几个|交了(?:没|吗|没有)|交没交|有几个|多少个?).{0,6}"
            r"|(?!.*(?:要|得|必须|需)(?:写|交|报|有)?(?:几|多少)).{0,12}(?:(?:几|多少)[个篇件]|齐|够).{0,6}案例.{0,8}|.{0,16}案例.{0,8}(?:够|齐)(?:了|数|三个|\d个)*(?:没有?|吗|不).{0,4}(?:[\s,，]不是.{0,12})?)"
        ),
        shy=True,
    ),
    Command(
        Act.DETAIL,
        "典型案例要写几个",
        words("典型案例 案例"),
        how_many,
        re.compile(
            r".{0,10}案例.{0,10}(?:几个|多少|几篇|要不要|必须|上限).{0,6}"
            r"|(?!.*(?:交了|收到|传了|够|齐|发了)).{0,10}案例.{0,12}(?:吗|么|不|呢|[?？]|怎么写|咋写|哪一?年的?|什么样的?)"
        ),
    ),
)
