"""哪几项: the lines of the own list by points, by target, by the kind of value, or by a word of their names."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from handlers.board import BoardLine
from handlers.lookups.progress import task_row
from handlers.reading.naming.mentions import spoken_of
from handlers.reading.numbers import numeral
from handlers.receipts import line_of
from handlers.reporting.about.question import Question
from handlers.wording import clip, plain, shown
from scoring.model import Criterion, Input

_GOT: Final = "(?<![才只得给扣丢拿有是差了])(?<!只有)(?<!得了)"
_NUMBER: Final = r"(?P<points>\d{1,3}(?:\.\d{1,2})?|[一二两三四五六七八九十]|半)"
POINTS: Final = re.compile(
    rf"{_GOT}(?<![\d.]){_NUMBER}分(?:的(?!值|数)|(?=那?[一两二三几]?[个项条]|那)|(?=有(?:哪|几|多少))|(?=是哪))"
    rf"|(?:(?:哪|几|多少)(?:些|几|一)?[项个条]?(?:是|有)?|有没有)(?P<then>\d{{1,3}}(?:\.\d{{1,2}})?|[一二两三四五六七八九十])分"
)
"""The points that an item is worth, where they name it: 那个4分的, 10分那项."""
_BOUND: Final = re.compile(
    r"(?:(?P<than>超过|高于|大于|多于|不到|低于|少于|小于|不足)(?P<a>\d{1,3}(?:\.\d{1,2})?|[一二两三四五六七八九十])分"
    r"|(?P<b>\d{1,3}(?:\.\d{1,2})?|[一二两三四五六七八九十])分(?:及|或)?(?P<side>以上|以下))"
)
"""2分以上的."""
_UNPRICED: Final = re.compile("(?:不给|没有?|没给|不计|无|零|(?<![\\d.])0)分值?的?")
_TARGET: Final = re.compile(r"目标(?:值|数)?(?:是|为|定的|都是)*(?P<target>\d{1,4}(?:\.\d{1,2})?)")
_LISTED: Final = 24
_NAMED: Final = 2
_FIGURES: Final = {"percent": "百分数", "number": "数", "count": "个数", "money": "金额"}
_FIGURE_WANTED: Final = re.compile(r"数(?!据库)|数字|百分|比率|指标值")
_NO_FIGURE: Final = re.compile("(?:不用?|不需要|没有?|别|无需)(?:再|要|填|写|报|交|给)*(?:数字|数值|数据|数)")
"""只要材料不要数."""
_WORDS_WANTED: Final = re.compile("情况|文字|是否|是或否|有没有|有无|选|档|总结|写|材料|文件")


def by_points(text: str, leaves: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The leaves that have the points by which the text names them; none where it names none so."""
    wanted = _wanted(text)
    return tuple(leaf for leaf in leaves if leaf.full_marks in wanted)


def _wanted(text: str) -> frozenset[Decimal]:
    said = [found["points"] or found["then"] for found in POINTS.finditer(text)]
    points = [Decimal("0.5") if one == "半" else numeral(one) for one in said]
    return frozenset(one for one in points if one is not None)


def picked(question: Question) -> str | None:
    """The lines that the words pick, by points, by kind, by a word of their names; None where they pick none."""
    if (target := _TARGET.search(question.text)) is not None:
        return _of_target(question, target["target"])
    if (bound := _BOUND.search(question.text)) is not None:
        return _beyond(question, bound)
    if _UNPRICED.search(question.text) is not None:
        return _of_none(question)
    if POINTS.search(question.text) is not None:
        return _of_points(question)
    return of_kind(question) if _KIND.search(question.text) else _of_word(question)


def _of_points(question: Question) -> str:
    leaves = question.leaves_of_list()
    codes = {leaf.code for leaf in by_points(question.text, leaves)}
    said = "、".join(f"{plain(points)}分" for points in sorted(_wanted(question.text)))
    if codes:
        lines = [line for line in question.board.lines if line.code in codes]
        return "\n".join([f"{said}的有{len(codes)}项：", *_rows(lines)])
    worth = sorted({leaf.full_marks for leaf in leaves if leaf.full_marks is not None})
    has = (
        f"；有的是{'、'.join(f'{plain(one)}分' for one in worth)}"
        if worth
        else "，原文没有给分值（原文未规定）"
    )
    return f"您清单上没有{said}的项{has}。"


def _beyond(question: Question, bound: re.Match[str]) -> str:
    """2分以上的: what lies on that side of so many points."""
    said = numeral(bound["a"] or bound["b"]) or Decimal(0)
    more = bound["side"] == "以上" or (bound["than"] or "") in ("超过", "高于", "大于", "多于")
    lines = [
        line
        for line in question.board.lines
        if (full := line.criterion.full_marks) is not None
        and ((full > said if more else full < said) or (full == said and bound["side"] is not None))
    ]
    rows = sorted(lines, key=lambda line: -(line.criterion.full_marks or Decimal(0)))
    count = len({line.code for line in rows})
    return (
        "\n".join([f"{bound[0]}的有{count}项：", *_rows(rows)]) if rows else f"您清单上没有{bound[0]}的项。"
    )


def _of_none(question: Question) -> str:
    """0分的: what the document gives no points, and what has none by now."""
    unpriced = [line for line in question.board.lines if line.criterion.full_marks is None]
    context = question.context
    lost = [
        line
        for line in question.board.lines
        if line.known and line_of(context, line.criterion, line.subject, line.known).points == 0
    ]
    rows = [f"原文没有给分值的有{len({line.code for line in unpriced})}项：", *_rows(unpriced)[:-1]]
    rows = rows if unpriced else ["您清单上每一项原文都给了分值。"]
    got = [f"报了暂得0分的有{len(lost)}项：", *_rows(lost)[:-1]] if lost else ["报过的没有暂得0分的。"]
    return "\n".join([*rows, *got, "一项的要求回“详情 序号”。"])


def _of_target(question: Question, said: str) -> str:
    """目标是1的."""
    lines = [
        line
        for line in question.board.lines
        if (target := line.criterion.targets.get(line.subject)) is not None and target == Decimal(said)
    ]
    if not lines:
        return f"您清单上没有目标是{said}的项。目标都有多少回“目标”。"
    return "\n".join([f"目标是{said}的有{len(lines)}项：", *_rows(lines)])


def of_kind(question: Question) -> str:
    """Which lines take a figure, and which are told by a choice, by words and by papers."""
    lines = list({line.code: line for line in question.board.lines}.values())
    figures = [line for line in lines if _figures(line.duty.inputs)]
    others = [line for line in lines if line not in figures]
    text = _NO_FIGURE.sub("材料", question.text)
    words = _WORDS_WANTED.search(_FIGURE_WANTED.sub("", text)) is not None
    rows: list[str] = []
    if not words or _FIGURE_WANTED.search(text):
        rows += [_counted("要填数的", figures)]
        rows += shown([_row(line) for line in figures], _LISTED, "……另有{}项")
        if others and not words:
            rows.append(f"其余{len(others)}项不填数：{_told(others)}。")
    if words:
        rows += [
            f"{_counted(f'不填数、报情况的（{_told(others)}）', others)}" if others else "没有不填数的项。"
        ]
        rows += shown([line.title for line in others], _LISTED, "……另有{}项")
    return "\n".join([*rows, "材料（文件、照片）各项都可以发；一项要报什么回“详情 序号”。"])


def _counted(what: str, lines: Sequence[BoardLine]) -> str:
    return f"{what}有{len(lines)}项：" if lines else f"{what}没有。"


def _figures(inputs: Sequence[Input]) -> list[str]:
    return list(dict.fromkeys(_FIGURES[item.type] for item in inputs if item.type in _FIGURES))


def _row(line: BoardLine) -> str:
    named = [clip(item.label, 24) for item in line.duty.inputs if item.type in _FIGURES]
    more = f"等{len(named)}个" if len(named) > _NAMED else ""
    return f"{line.title}：{'、'.join(named[:_NAMED])}{more}（{'、'.join(_figures(line.duty.inputs))}）"


def _told(lines: Sequence[BoardLine]) -> str:
    """How the lines that take no figure are told."""
    kinds = {item.type for line in lines for item in line.duty.inputs}
    told = [name for kind, name in _OTHERWISE.items() if kind in kinds]
    return "、".join(told) or "发一句情况"


_OTHERWISE: Final = {"choice": "选一种", "bool": "回“是”或“否”", "text": "写文字", "points": "单位自评分"}


def _of_word(question: Question) -> str | None:
    """The lines whose names hold the longest word that the text shares with any; None for none."""
    found = spoken_of(_ASKED.sub(" ", question.text), question.leaves_of_list(), most=_LISTED)
    codes = {leaf.code for leaf in found}
    if not codes or len(codes) == len(question.leaves_of_list()):
        return None
    lines = [line for line in question.board.lines if line.code in codes]
    return "\n".join([f"说到这个的有{len(codes)}项：", *_rows(lines)])


_ASKED: Final = re.compile("哪[些几]?[项个条]?|几[项个条]|有关|相关|[是的跟和与有]")


def _rows(lines: Sequence[BoardLine]) -> list[str]:
    many = len({line.subject for line in lines}) > 1
    rows = [f"{task_row(line)}{f'（{line.subject}）' if many else ''}" for line in lines]
    return [*shown(rows, _LISTED, "……另有{}项"), "一项的要求回“详情 序号”。"]


_WHICH: Final = "(?:(?:哪(?:些|几)?(?:一)?|几)[项个条些](?:任务|指标)?|有(?:的|些)(?:项|指标|任务)?)"
_TAKES: Final = (
    "(?:填|写|报|交|发|用|要)(?:的是|上|个|一个|具体)?(?:的)?"
    "(?:数字?|数值|数据|百分[数比]|情况|文字|是否|是或否|总结|有没有|有无|材料(?=就|不|没有?数|$|[?？]))"
)
KIND: Final = (
    rf"{_WHICH}(?>需要?|直接|是|都|要(?!材料)|得|只|光|就|用|不用?)*{_TAKES}(?!.{{0,3}}(?:没|未|缺)) "
    rf"{_WHICH}(?:是)?(?:数字|数值|定量|定性|百分[数比])(?:的|型)?(?!据)"
)
_KIND: Final = re.compile("|".join(KIND.split()))
"""哪些是要填数字的."""
WORD: Final = rf"{_WHICH}(?:是|跟|和|涉及|属于|管|讲)(?!我们?|不是|要|没|最)[\u4e00-\u9fff]{{3,12}}"
"""哪几项是抽查合格率."""
_NUM: Final = "[\\d一二两三四五六七八九十.]{1,4}"
_SIDE: Final = f"(?:(?:超过|高于|大于|多于|不到|低于|少于|小于|不足){_NUM}分|{_NUM}分[及或]?以[上下])"
_NONE: Final = "(?:不给|没有?|没给|不计|无|零|(?<![\\d.])0)分"
_MANY: Final = "(?:哪[些几]?|几|多少)[项个条]?"
_ARE: Final = "的?[项个条]?(?:一共|总共|全部|分别|都|有|是){0,2}(?:哪|几[项个条]|多少[项个条])"
COUNTED: Final = (
    f"{_MANY}[^，,]{{0,6}}{_SIDE} {_SIDE}{_ARE} {_NONE}值?{_ARE} {_MANY}(?:是|都)?{_NONE}"
    f" 目标(?:值|数)?(?:是|为|定的|都是){{0,2}}[\\d.]{{1,6}}%?{_ARE}"
    f" (?:有没有|有){_NUM}分的(?:项|任务|指标|吗|么|没)"
    f" (?:{_MANY}|一共|总共)[^，,]{{0,4}}[项个条]?.{{0,3}}(?:是|有)?{_NUM}分的 {_NUM}分{_ARE}"
)
"""6分的有哪些, 2分以上的是哪些."""
