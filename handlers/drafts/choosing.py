"""选答: which of the numbered choices a short answer picks, by place or by words of it: 第二个, 上面那个, 食品的, 前两个."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Final

from rapidfuzz.distance import LCSseq

from handlers import dialogs
from handlers.reading.numbers import numeral, read_number, whole_number
from handlers.reading.tokens.asides import bare, is_question, without_courtesy
from handlers.reading.widths import clean
from handlers.wording import circled

LONGEST: Final = 24
_LEAD: Final = re.compile(
    r"^(?>(?:[你您]们?(?:刚才?)?(?:列|说|给|问|发)(?:出来)?的|(?:列表?|选项|上面)里?(?:的|头的)?(?=第)|嗯+|哦+|噢|啊|呃|额|好的?|对的?|那|就|是|选|要|报|按|我?(?:说|指|报|要|选)的?(?:就?是)?|应该是?|当然是?|指的是?|只有|只|应|约等于|大约是?|大概是?|约|都?是指|那是)[,，\s]*)+"
)
_TAIL: Final = re.compile(
    r"(?>[那这][个项条种档一张份件]+|那边|就可以|没错|就行|就好|谢谢|[个项条种档]|的|吧|啊|呀|呢|哈|哦|噢|了|嘛|啦|[,，。.!！~～\s])+$"
)
_NONE: Final = re.compile(
    r"(?:不[是对][的啊]?[，,\s]*)?(?:以上|这[些几]个?|上面(?:的|几个)?)?(?:全|都|全都|一个都|哪个都|哪一?个也|一个也)(?:不是|不对|没有|没选)[的了啊吧]*"
    r"|(?:没有一个|没一个)(?:是|对)的?|(?:没有?|不在)(?:我要的|我报的|里面|这里面)[的了]*|不是这[些几][个种]?的?"
)
_ALL: Final = re.compile(
    r"(?>[二两三四五六几\d]+(?:个|项|条|家|区|县|种)+|这[些几]个?|全部?|所有)*(?:都|全|全都|均)(?:是|要|对|一样|有|选|算|报|这个数|一个数|这么多|这样)*(?:这个数|共?用(?:[这同]一?[份个件](?:材料|文件|通报)?)?|在(?:里[面头边]?|上面|其中))?"
    r"|共用|全部|全选|所有|各[区县家个项]都?(?:是|一样)?|每[个项家]都?(?:是|一样)?"
)
_OTHERS_NOT: Final = re.compile(
    r"(?<=.)(?:其[他余它]|别的|剩下)的?(?:都|全)?(?:不对|不是|错了?|不要|不算)[的了吧]*$"
)
"""第一个吧其他不对."""
_COUNTED: Final = re.compile(r"[二两三四五六\d]")
_ALL_ALIKE: Final = re.compile(
    r"(?:(?P<count>[二两三四五六])(?:个|项|条|家)?[区县镇市]?|全部?|\d+[条家区县]|这[些几]个?"
    r"|(?P<which>(?>第?[一二三四五六\d]+[个项]?[、,，和跟与及\s]*)+))"
    r"(?:都|全|均)(?:是|报|按)?(?P<figure>\d[\d.%]*)"
)
_SEVERAL: Final = re.compile(
    r"最?(?P<end>前|后|头|末|上|下)(?:面|边)?的?(?P<number>[两二三四五\d])(?:个|项|条|种|家)?[区县镇]?(?:都|全|均)?(?:是|对|要|报)?的?"
)
_FIRST: Final = re.compile("(?:最?(?:上|前)(?:面|边|头)?|头一?|首|开头|最先|第一)(?:那|这)?[一个项条种]*")
_LAST: Final = re.compile("(?:最[下后末](?:面|边|头)?|末尾|末|倒数第?[一1]|底下)(?:那|这)?[一个项条种]*")
_LATTER: Final = re.compile("(?:[下后](?:面|边|头)?|底下)(?:那|这)?[一个项条种]*")
_MIDDLE: Final = re.compile("(?:最?中间|当中|居中)(?:那|这)?[一个项条种档]*[区县项]?")
_FROM_END: Final = re.compile("倒数第?(?P<number>[一二三四五六\\d])")
_NTH: Final = re.compile(
    r"第?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})(?:[个项号条种档家]+[区县市镇]?)?"
)
_LETTER: Final = re.compile("[A-Fa-f]")
_AND: Final = re.compile(r"[、,，/和跟与及\s]+|还有|以及")
_DO_IT: Final = re.compile(
    r"(?>(?:是|对|嗯|好|行|可以|没错)+[的啊吧]*[,，\s]*)*(?>(?:就)?(?:这么|这样|照这个|按这个|帮我|请|给我)?(?:改|撤|报|存|入库|记上|恢复|换|归|删)(?:回|掉|上|过来)?[吧了呗]*[,，\s]*)+"
)
_WAIT: Final = re.compile(
    r"(?:先|再)?(?:等等|等一?下下?|等会儿?|稍等|慢着|别急|不急|我也?(?:不知道|不清楚|不确定|没数)|不知道|不清楚|拿不准|说不准|不确定)[吧啊哈呀]*[,，\s]*"
    r"(?:(?:先)?(?:让)?我?(?:们)?(?:再|先|去|得|要|还得|回去|赶紧)*(?>确认|核实|核对|了解|核|查|看|问|想|对|翻)+.{0,8})?"
    r"|(?:先)?(?:让|容)?我(?:们)?(?:再|先|去|得|要|还得|回去)+(?>确认|核实|核对|了解|核|查|看|问|想|对|翻)+.{0,8}"
)
_IT_IS: Final = re.compile(
    r"(?P<of>[^\d，,。？?是不没嗯对]{2,8})?(?:嗯|对|是|就是|报的是|说的是|[，,\s]){1,4}(?P<name>[^\d，,。?？不没]{2,20}?)(?:的|那个|那项)*[吧啊。]?"
)
"""是万人发明专利, 食品是省级的那个."""
_BARE_COUNT: Final = re.compile(r"([两二三四五六七八九十\d]{1,2})个[的吧啊呀]*")
"""三个 counts; it is not 第三个."""
_ALL_BUT: Final = re.compile(
    r"除了?(?P<out>[^，,\s]+?)(?:以外|之外|外)?[，,\s]*(?:其他|其它|其余|别的|剩下)?的?(?:[两二三四五六几\d]+个)?(?:都|全|均)+(?:是|要|对|报|一样)?[的了]*"
)
_NOT_THAT: Final = re.compile(
    r"(?!都|全|以上|这|上面|没|一个)是?(?P<yes>[^，,\s不]+?)[，,\s]*(?:而)?不是[^，,\s]+"
)
_NOT_THIS: Final = re.compile(r"不是[^，,\s是]+?[，,\s]*(?:而|应该)?是(?P<yes>[^，,\s不]+)")
_CONTRARY: Final = re.compile(
    r"(?:.{1,8}[，,。\s])?(?:哦不|不是|不对|错了?|说错了|搞错了)[的了啊吧呀]*[，,、。\s]+(?:应该|我要的?|我说的?|要)?(?:就?是|选|报)?(?P<yes>.+)"
)
_EACH: Final = re.compile(r"[、/和跟与及]|还有|以及")
_APART: Final = re.compile(r"[，,。\s]+|那[个项条种家]|这[个项条种家]|的")
_ALL_OF_THEM: Final = re.compile("(?:[两二三四五]个?)?(?:都|全|全都)(?:是|要|报|对|算|选)*$")
_FILLING: Final = re.compile("[里上局厅头边级]|抽到|[抽检]查?出来")
_LISTED: Final = re.compile("第?(?P<number>\\d{1,2}|[一二三四五六七八九十]{1,3})[项号]?|(?P<circle>[①-⑳])")
_DOUBT: Final = re.compile("好像就?是?|应该就?是?|可能就?是?|大概就?是?|估计就?是?|也许是?|貌似是?|[吧呢]+")
_FIGURE: Final = re.compile(r"\d")
_ODD: Final = 2


def picked(
    text: str, labels: Sequence[str], values: Sequence[Collection[Decimal]] = ()
) -> tuple[int, ...] | None:
    """The places (from 0) of the choices that the whole text picks: () for none of them, None for other words.

    Several come from 都是, 1和3 and 前两个, and from words that fit several `labels` alike. `values` are the
    figures of each choice: 98.6的那个 picks by its figure.
    """
    said = clean(text).strip().rstrip("。.!！~～ ")
    if not labels or len(said) > LONGEST or is_question(said) or said.endswith(("?", "吗", "呢")):
        return None
    if _NONE.fullmatch(said):
        return ()
    said = _OTHERS_NOT.sub("", said)
    return _positively(_affirmed(said), labels, values)


def _positively(
    said: str, labels: Sequence[str], values: Sequence[Collection[Decimal]]
) -> tuple[int, ...] | None:
    if (counted := _BARE_COUNT.fullmatch(said)) is not None:
        return tuple(range(len(labels))) if numeral(counted[1]) == len(labels) else None
    if (all_but := _ALL_BUT.fullmatch(said)) is not None:
        out = _positively(all_but["out"], labels, values)
        return tuple(at for at in range(len(labels)) if at not in out) if out else None
    short = _TAIL.sub("", _LEAD.sub("", said)) or said
    for tried in dict.fromkeys((said, short)):
        places = _by_place(tried, len(labels))
        if places is not None:
            return places
    alike = _ALL_ALIKE.fullmatch(said)
    if alike is not None and _by_figure(alike["figure"], values) == tuple(range(len(labels))):
        return _alike(alike, len(labels))
    if len(labels) < _ODD:
        return _by_figure(short, values)
    return _by_figure(short, values) or _by_words(short, labels) or _by_several(short, labels)


def _alike(found: re.Match[str], count: int) -> tuple[int, ...] | None:
    """All of them, so many as are said, or those of 第一和第三都是97."""
    if found["which"]:
        return _by_place(found["which"].strip(), count)
    return tuple(range(count)) if not found["count"] or numeral(found["count"]) == count else None


def _affirmed(said: str) -> str:
    """The third of 是第三个不是第二个: what is affirmed beside what is denied."""
    found = _CONTRARY.fullmatch(said) or _NOT_THAT.fullmatch(said) or _NOT_THIS.fullmatch(said)
    return found["yes"] if found is not None else said


def picks_a_place(text: str, count: int) -> bool:
    """Whether the text points at one of so many choices by its place alone: 上面那个, 第二个吧."""
    said = clean(text).strip().rstrip("。.!！~～ ")
    return any(_by_place(one, count) for one in (said, _TAIL.sub("", _LEAD.sub("", said))) if one)


def names_several(text: str) -> bool:
    """Whether the text says that more than one is meant, rather than fitting several by chance."""
    said = _affirmed(clean(text).strip().rstrip("。.!！~～ "))
    short = _TAIL.sub("", _LEAD.sub("", said)) or said
    return any(
        _ALL.fullmatch(tried)
        or _ALL_ALIKE.fullmatch(tried)
        or _SEVERAL.fullmatch(tried)
        or _BARE_COUNT.fullmatch(tried)
        or _ALL_BUT.fullmatch(tried)
        or len(_EACH.split(tried)) > 1
        or (len(parts := _AND.split(tried)) > 1 and all(map(_LISTED.fullmatch, parts)))
        for tried in (said, short)
    )


def names_it(text: str, label: str) -> bool:
    """Whether the text says that it is what the only choice is called: 是万人发明专利."""
    found = _IT_IS.fullmatch(clean(text).strip())
    said = [bare(part or "") for part in found.groups()] if found is not None else []
    return found is not None and all(part in bare(clean(label)) for part in said)


def agrees(text: str) -> bool:
    """Whether the text says to do the one thing that was asked: 是的改吧, 撤吧撤吧, 就按这个报."""
    said = clean(text).strip().rstrip("。.!！~～ ")
    return dialogs.yes_or_no(said) is True or _DO_IT.fullmatch(said) is not None


def waits(text: str) -> bool:
    """Whether the text asks for time before it answers: 等等我再核一下, 我也不清楚得问问."""
    said = clean(text).strip().rstrip("。.!！~～ ")
    return len(said) <= LONGEST and _WAIT.fullmatch(said) is not None


def doubtful(text: str) -> str:
    """The words of a choice that is made with a doubt, 乐至县吧好像是; "" where none is doubted."""
    said = clean(text).strip().rstrip("。.!！~～ ")
    rest = _DOUBT.sub("", said)
    return rest if rest != said and len(said) <= LONGEST else ""


def left_by(text: str, labels: Sequence[str]) -> tuple[int, ...]:
    """The choices that vague words leave: those below the first for 下面那个, all but the one of 不是国抽的."""
    said = clean(text).strip().rstrip("。.!！~～ ")
    if len(said) > LONGEST or len(labels) < _ODD or is_question(said):
        return ()
    if _LATTER.fullmatch(_TAIL.sub("", _LEAD.sub("", said))):
        return tuple(range(1, len(labels)))
    found = _DENIED.fullmatch(said)
    out = _positively(found["no"], labels, ()) if found is not None else None
    return tuple(at for at in range(len(labels)) if at not in out) if out else ()


_DENIED: Final = re.compile(r"(?:反正|肯定|应该)?不是(?P<no>[^，,\s是不]+)")


def _by_place(said: str, count: int) -> tuple[int, ...] | None:
    if _ALL.fullmatch(said):
        counted = _COUNTED.match(said)
        return tuple(range(count)) if counted is None or numeral(counted[0]) in (None, count) else None
    several = _SEVERAL.fullmatch(said)
    if several is not None:
        number = whole_number(several["number"])
        if not 1 <= number <= count:
            return None
        return tuple(range(number)) if several["end"] in "前头上" else tuple(range(count - number, count))
    place = _relative(said, count)
    if place is not None:
        return (place,)
    parts = [_place(part, count) for part in _AND.split(said) if part]
    known = [part for part in parts if part is not None]
    return tuple(dict.fromkeys(known)) if known and len(known) == len(parts) else None


def _relative(said: str, count: int) -> int | None:
    if count < _ODD:
        return None
    if _FIRST.fullmatch(said):
        return 0
    if _LAST.fullmatch(said) or (_LATTER.fullmatch(said) and count == _ODD):
        return count - 1
    if _MIDDLE.fullmatch(said) and count % _ODD:
        return count // _ODD
    backwards = _FROM_END.fullmatch(said)
    number = whole_number(backwards["number"]) if backwards else 0
    return count - number if 1 <= number <= count else None


def _place(said: str, count: int) -> int | None:
    chosen = dialogs.chosen(said, count)
    if chosen is not None:
        return chosen
    found = _NTH.fullmatch(said)
    number = whole_number(found["number"]) if found else 0
    number = ord(said.upper()) - ord("A") + 1 if _LETTER.fullmatch(said) else number
    return number - 1 if 1 <= number <= count else None


def _by_figure(said: str, values: Sequence[Collection[Decimal]]) -> tuple[int, ...] | None:
    number = read_number(said)
    if number is None:
        return None
    return tuple(at for at, figures in enumerate(values) if number.value in figures) or None


_NOTHING_HAPPENED: Final = re.compile("(?:没有?|未曾?|无)(?:发生|出[过现事])")
"""Not the pieces of 未完成（发生事故的也按此项）."""


def _by_words(said: str, labels: Sequence[str]) -> tuple[int, ...] | None:
    """The choices that hold the words: as they stand, else as pieces in their order."""
    word = bare(said)
    if not without_courtesy(word) or _FIGURE.search(word):
        return None
    names = [bare(clean(label)) for label in labels]
    holding = [at for at, name in enumerate(names) if word in name]
    if holding or len(word) < len("省抽") or _NOTHING_HAPPENED.match(word):
        return _few(holding, labels)
    in_order = [at for at, name in enumerate(names) if int(LCSseq.similarity(word, name)) == len(word)]
    return _few(in_order or _by_halves(word, names), labels)


def _by_halves(word: str, names: Sequence[str]) -> list[int]:
    """省级产品 of 产品省级监督抽查合格率: the only choice that holds both words, in whatever order."""
    halves = (word[:2], word[2:])
    holding = [at for at, name in enumerate(names) if all(half in name for half in halves)]
    return holding if len(word) == len("省级产品") and len(holding) == 1 else []


def _by_several(said: str, labels: Sequence[str]) -> tuple[int, ...] | None:
    """鄂城和华容: the choices of each name; 产品的，省级那个: the one that has all of it; 六和七: of the list's numbers."""
    names = [name for name in _EACH.split(_ALL_OF_THEM.sub("", said)) if name]
    found = [_by_name(name, labels) for name in names]
    if not names or None in found:
        return None
    return _few(sorted({place for places in found for place in places or ()}), labels)


def _by_name(said: str, labels: Sequence[str]) -> tuple[int, ...] | None:
    number = _LISTED.fullmatch(said)
    if number is not None:
        circle = number["circle"] or circled(whole_number(number["number"]))
        return tuple(at for at, label in enumerate(labels) if label.startswith(circle)) or None
    words = [word for word in _APART.split(said) if word]
    found = [_by_place(word, len(labels)) or _by_words(_FILLING.sub("", word), labels) for word in words]
    left = set(range(len(labels)))
    for places in found:
        left &= set(places or ())
    return _few(sorted(left), labels)


def _few(places: Sequence[int], labels: Sequence[str]) -> tuple[int, ...] | None:
    """What tells some of the choices from the others; nothing where it fits none or all."""
    return tuple(places) if 0 < len(places) < len(labels) else None
