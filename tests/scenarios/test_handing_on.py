"""回1转质强办: whatever the words ask, choosing to hand them on hands them to the office, once."""

from typing import Final

from handlers.reporting.about.facets import FACETS
from handlers.reporting.about.outright import OUTRIGHT
from tests.scenarios.lines.case import Case
from tests.scenarios.lines.rehearsing import Stage

_ASKED: Final = (
    ("T15", "wangmin", "第三项怎么算完成，要交啥材料"),
    ("T15", "wangmin", "覆盖率是按面积算还是按项目个数算啊"),
    ("T15", "wangmin", "覆盖率的数截止到几号"),
    ("P21", "jiangtao", "第1项的数谁提供"),
    ("P21", "songli", "例行监测合格率什么时候出"),
    ("E13", "guolan", "有个项目我们区没有口岸，第18项怎么弄"),
    ("E13", "guolan", "质量投入那项指啥，是看财政给了多少钱吗"),
    ("E13", "guolan", "第6项的口径以谁为准"),
    ("E13", "guolan", "怎么没有发明专利那一项"),
    ("R18", "gaofei", "5个目标超了会多给分吗"),
    ("E13", "guolan", "19项太多了 有没有不用报的"),
    ("T15", "wangmin", "覆盖率99算完成没"),
    ("T15", "wangmin", "碰到周末截止日顺延吗"),
    ("T15", "wangmin", "不懂打哪个电话问"),
    ("T15", "wangmin", "两个文件的要求不一样听谁的"),
    ("T15", "wangmin", "相关成员单位都有哪些"),
    ("R18", "gaofei", "成员单位有谁"),
    ("P21", "songli", "省里啥时候下来查"),
    ("E13", "guolan", "我们跟市局报的有啥不同"),
)
_OFFER: Final = "回1把您的原话转给"
_HANDED: Final = "已把这句话转给质强办"


def test_every_facet_that_may_hold_no_answer_is_asked_for_here() -> None:
    offering = [facet for facet in (*FACETS, *OUTRIGHT) if facet.open]
    unasked = [facet for facet in offering if not any(facet.telling.search(text) for *_, text in _ASKED)]
    assert offering
    assert unasked == []


async def test_words_that_are_offered_to_the_office_are_handed_to_it_once_and_so_it_is_said() -> None:
    stages = {scene: await Stage.of(scene) for scene in {scene for scene, *_ in _ASKED}}
    for scene, speaker, text in _ASKED:
        said = (speaker, text)
        first = await stages[scene].rehearse(Case(speaker, ()), text)
        chosen = await stages[scene].rehearse(Case(speaker, (), before=(said,)), "1")
        again = await stages[scene].rehearse(Case(speaker, (), before=(said, (speaker, "1"))), "1")
        assert _OFFER in first.reply, text
        assert chosen.reply.startswith(_HANDED), text
        assert f"“{text}”" in chosen.reply, text
        assert _HANDED not in again.reply, text
    for stage in stages.values():
        await stage.store.close()
