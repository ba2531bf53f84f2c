"""The same thing said a little differently leads to the same place: what people put before and behind what they say."""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from typing import Final

from tests.scenarios.lines.case import Case, Heard
from tests.scenarios.lines.rehearsing import Stage
from tests.scenarios.lines.typed import TYPED

LINES: Final = int(os.environ.get("KAOHE_FRINGED_LINES", "45"))
"""Of so many lines each is said in three other ways."""
BEFORE: Final = (
    *("你好，", "领导好！", "语音输入 ", "报一下，", "收到，", "喂，", "跟您报一下：", "老师，"),
    *("好的，", "@质量小助手 ", "补报一下 ", "局里让报的，"),
)
BEHIND: Final = (
    *("，谢谢", "，麻烦了", "，领导已签字", "，请查收", "，有问题随时联系", "，辛苦了", "，刚下来的"),
    *("（数据来自统计局）", "，这是最终数", " 谢谢", "[玫瑰]", "，局长签过字了", "，盖过章了"),
    *("，数据是统计局给的", "，有啥问题再打我电话", "，就这些", "，收到请回复", "，刚核实过"),
)
PROMISES: Final = ("，文件下午传", "，材料随后补", "，照片回头发", "，佐证材料稍后上传")
ALIKE: Final = (
    ("T15", "wangmin", ("2 100%", "第2 100%", "第2项 100%", "② 100%", "第2，100%")),
    (
        "E13",
        "hujie",
        ("华容区93.5%，鄂城区95.2%", "华容区93.5%。鄂城区95.2%", "华容区93.5%，另外，鄂城区95.2%"),
    ),
    ("R18", "wulin", ("27.1 62家，事故率0.28，死亡率0.05", "27.1 62家，还有，事故率0.28，死亡率0.05")),
)
SAME: Final = (
    ("suntao", (), ("城建局报了吗", "哎，城建局报了么", "帮我看看城建局报了吗，在线等")),
    ("suntao", (), ("现在多少分了", "另外，现在多少分了哈", "查一下现在好多分了", "现在多少分了，领导要")),
    ("suntao", (), ("这项为什么丢分", "这项凭什么丢分", "这项为啥丢分，你查一下")),
    ("liqiang", (("wangmin", "2 100%"), ("liqiang", "待审")), ("1退", "1退哈", "收到，1退", "哎，1退啊")),
    ("liqiang", (("wangmin", "2 100%"), ("liqiang", "待审")), ("1给2分", "1给2分哈", "好的，1给2分~")),
    (
        "liqiang",
        (("wangmin", "2 100%"),),
        ("哪些没材料", "哪些没佐证", "哪些没证据啊", "麻烦问下，哪些没材料"),
    ),
)
"""Of people who do not report: each line of a row gets the same answer."""
DOUBTS: Final = (
    *("2 100%，这是初步数", "2 大概100%，谢谢", "你好，2 可能100%，就这些", "收到，2还没100%"),
    *(
        "领导好，要是2 100%能得几分，谢谢",
        "2 去年100%，领导已签字",
        "2 100%，还没核实，请查收",
        "没问题吧",
        "材料 5，谢谢",
    ),
    *("2 98.6[暂定]", "2 98.6[疑问]", "2 98.6[去年]", "2 98.6❌", "2 98.6 👎", "2 98.6❓", "2 98.6🤔谢谢"),
    *("2 98.6，还没盖章", "2 98.6，等审定", "2 98.6，待审核", "2 98.6，等领导看过", "2 98.6（没有签字）"),
    *("2 98.6，我再问清楚", "2 98.6，再核对好", "2 98.6，暂时这样", "听说覆盖率98.6", "2 98.6，据说"),
    *(
        "2 98.6，去年的",
        "覆盖率98.6，去年",
        "去年，2 98.6",
        "2 98.6，别报",
        "2 98.6，不是最终数据",
        "2 98.6，没领导看过",
    ),
)
GREETINGS: Final = ("您好，", "麻烦", "语音输入 ", "不好意思打扰一下，", "老师好 ")
THANKS: Final = ("，谢谢", "，麻烦了", " 谢谢", "，辛苦了[玫瑰]", "谢谢啦", "，麻烦改一下")
OTHERS: Final = ("admin", "leader", "reviewer")
_WORDED: Final = re.compile("[:：?？\n@#[]|就说|各位|谢|撤回")
"""What is said in very words, to the bot by a fixed word, or not in a line of its own."""
_CODES: Final = re.compile(r"“[^”]*”|\d{6}")
_QUOTED: Final = re.compile("“[^”]*”")
_CHOICE: Final = re.compile(r"^\d+ .*", re.MULTILINE)


def _led(heard: Heard) -> tuple[object, ...]:
    """What is stored and what is offered."""
    return heard.at_once, heard.kinds, heard.arranged, _CHOICE.findall(_QUOTED.sub("", heard.reply))


def _lines() -> Iterator[tuple[str, Case]]:
    """Every so many lines that store something, of all scenes."""
    lines = [(text, case) for text, case in TYPED["contact"].items() if case.wanted and "\n" not in text]
    return islice(iter(lines[:: max(1, len(lines) // LINES)]), LINES)


def _said(text: str, ways: Sequence[Iterator[str]]) -> tuple[str, ...]:
    before, behind, promise = (next(way) for way in ways)
    return f"{before}{text}", f"{text}{behind}", f"{before}{text}{behind}{promise}"


async def test_greetings_provenance_thanks_and_promised_papers_change_nothing_of_what_is_meant() -> None:
    stages: dict[str, Stage] = {}
    ways = (cycle(BEFORE), cycle(BEHIND), cycle(PROMISES))
    amiss = []
    for text, case in _lines():
        stage = stages.setdefault(case.scene, stages.get(case.scene) or await Stage.of(case.scene))
        plain = Case(case.speaker, (), case.before, people=case.people)
        meant = _led(await stage.rehearse(plain, text))
        for said in _said(text, ways):
            heard = await stage.rehearse(plain, said)
            if _led(heard) != meant:
                amiss.append((said, meant, heard.reply))
    for stage in stages.values():
        await stage.store.close()
    assert amiss == []


async def test_greetings_and_thanks_change_no_answer_to_those_who_do_not_report() -> None:
    stages: dict[str, Stage] = {}
    before, behind = cycle(GREETINGS), cycle(THANKS)
    lines = [one for role in OTHERS for one in TYPED[role].items() if not _WORDED.search(one[0])]
    amiss = []
    for text, case in lines[:: max(1, len(lines) // LINES)]:
        stage = stages.setdefault(case.scene, stages.get(case.scene) or await Stage.of(case.scene))
        plain = Case(case.speaker, (), case.before, people=case.people)
        said = f"{next(before)}{text}{next(behind)}"
        meant, heard = await stage.rehearse(plain, text), await stage.rehearse(plain, said)
        if (_CODES.sub("", meant.reply), meant.arranged) != (_CODES.sub("", heard.reply), heard.arranged):
            amiss.append((said, meant.reply, heard.reply))
    for stage in stages.values():
        await stage.store.close()
    assert amiss == []


async def test_a_place_and_a_stop_may_be_written_in_other_ways() -> None:
    heard: dict[tuple[str, ...], set[str]] = {}
    for scene, speaker, ways in ALIKE:
        stage = await Stage.of(scene)
        heard |= {ways: {str(_led(await stage.rehearse(Case(speaker, ()), said))) for said in ways}}
        await stage.store.close()
    assert [ways for ways, led in heard.items() if len(led) > 1] == []


async def test_a_sigh_haste_or_another_word_changes_nothing_of_what_is_asked_or_judged() -> None:
    stage = await Stage.of("T15")
    heard: dict[tuple[str, ...], set[str]] = {}
    for speaker, before, ways in SAME:
        answers = [await stage.rehearse(Case(speaker, (), before), said) for said in ways]
        heard[ways] = {_CODES.sub("", one.reply) for one in answers}
    await stage.store.close()
    assert {ways: replies for ways, replies in heard.items() if len(replies) > 1} == {}


async def test_what_has_not_happened_is_not_taken_for_the_choice_of_what_has() -> None:
    stage = await Stage.of("T15")
    ways = ("未发生", "没发生", "没有发生")
    heard = [await stage.rehearse(Case("chenjing", (), (("chenjing", "2"),)), said) for said in ways]
    await stage.store.close()
    assert {str(one.at_once) for one in heard} == {"{'T20-H1': {'major_accident_count': 0}}"}


async def test_a_figure_behind_a_word_is_not_taken_for_a_place_of_the_list() -> None:
    stage = await Stage.of("R18")
    ways = ("拿到了4完成了2", "今年有8已经完成3", "办了1全部完成了2是98")
    heard = {said: await stage.rehearse(Case("luoying", ()), said) for said in ways}
    await stage.store.close()
    assert {said: one.at_once for said, one in heard.items() if one.at_once} == {}


async def test_a_picture_that_doubts_or_denies_is_no_approval() -> None:
    stage = await Stage.of("T15")
    listed = (("wangmin", "2 98.6"), ("liqiang", "待审"))
    ways = ("1通过❌", "1通过[疑问]", "1通过👎", "1通过[误]")
    heard = {said: await stage.rehearse(Case("liqiang", (), listed), said) for said in ways}
    await stage.store.close()
    assert {said: one.reply for said, one in heard.items() if "已处理" in one.reply} == {}


async def test_what_is_taken_off_makes_nothing_certain_that_was_in_doubt() -> None:
    stage = await Stage.of("T15")
    heard = {said: await stage.rehearse(Case("wangmin", ()), said) for said in DOUBTS}
    await stage.store.close()
    assert {said: one.reply for said, one in heard.items() if one.at_once} == {}
