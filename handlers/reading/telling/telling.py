"""A whole message of plain words against one list: how far it says each thing is."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading.clauses import Clause
from handlers.reading.naming.locating import Locator
from handlers.reading.naming.topics import core
from handlers.reading.telling.clauses import clauses_of, points_of
from handlers.reading.telling.groups import counted_only, excepted, only, read_group, speaks_of_rest
from handlers.reading.telling.hearing import LEAD
from handlers.reading.telling.naming import Key, Naming
from handlers.reading.telling.several import Several
from handlers.reading.telling.standings import Saying, is_doubtful, read_saying
from handlers.reading.telling.told import Told
from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.reading.values import is_incident

_EVERY: Final = re.compile("都|全|均|样样|[啥什]么?都")
_FIGURE: Final = re.compile(r"\d|百分|[一二三四五六七八九]分$")
_NO_FIGURE: Final = re.compile(r"12315|12365|12331|12312|3·15|315|96333|352|\d[A-Z]|\d{4}年?|\d+月\S{0,3}")
_SILENT: Final = re.compile("(?:没有?|无|否|不是|没得)[了的吧啊呀。!]*")
"""So little, said of nothing in particular, is no report of the only line there is."""
_COUNT: Final = re.compile(r"\d\s*(?:[个件起家批项次人名台份条处户]|万)")
_SPELLED: Final = re.compile("[一二两三四五六七八九十百][个件起家批次名]$|[俩仨][个件家]?$")
"""标准一个 gives a figure; it heads no clause behind it."""
_CIRCLES: Final = re.compile("(?:[①-⑳㉑-㉟][\\s、，,和跟]*){2,}")
_CONTENT: Final = re.compile(
    "考核|培训|宣传|宣贯|检查|排查|整治|整改|交流|分享|监测|检测|抽查|评选|表彰|奖励|督办|督查|移送|公开|报送|销毁|申报"
)
"""Deeds that are themselves what is told of: 今年还没考核."""
_ASSESSED: Final = re.compile(r"自评.*$|\d+(?:\.\d+)?[分%个家件]?")
_TURNS: Final = re.compile("[是否有无√×]+")
_TURN: Final = re.compile("没有|没做|做了|[是否有没无√×]")
_HEADED_TURNS: Final = re.compile(
    rf"(?P<head>(?P<code>\d{{1,2}}\.\d{{1,2}})|(?P<place>{PATTERN}))\s*(?:[这那]?[两三四五六\d]?个?[条个项点]?要?点?)[\s:：，,]*"
    rf"(?P<turns>(?>(?:{_TURN.pattern})[\s，,、]*){{2,}})"
)
_SEVERAL: Final = 2
_TURNED: Final = re.compile("没|未[^来]|不[^断仅同良法正符]")
"""A name with a denial in it is two clauses that were not told apart."""
_LONGEST: Final = 300
_ONE_DEED: Final = re.compile(
    "[开办](?:了|过)?(?:个|一?次|[两三四五六七八九十]次)?[^，,]{0,3}[会班](?!议?室)|发(?:了|过)(?:文|函|通知)|^[开办发印下][的了]?$"
)
"""开了会 is no report that every point of a line is done."""
_DEATHS: Final = re.compile("死|亡人|伤亡|伤着?人")
_OF_PAPERS: Final = frozenset({"full", "partial", "bare"})
_BUT: Final = re.compile("(?:但是?|不过|可是|可|就是|只是)$")


def tell(text: str, locator: Locator) -> tuple[Told, ...]:
    """What the message says of the list in plain words, in each way that a number in it may be meant.

    Nothing where it doubts, asks or says nothing of the kind.
    """
    if len(text) > _LONGEST or "\t" in text or is_doubtful(text) or _is_of_incidents(text, locator):
        return ()
    text = _CIRCLES.sub(_numbered, text)
    clauses = points_of(text) or _in_turn(text, locator) or clauses_of(locator.book.joined(text))
    first = _Telling(locator)
    found = [first.heard(clauses)]
    if first.ambiguous:
        found.append(_Telling(locator, rank=1).heard(clauses))
    return tuple(told for told in found if told is not None and not (first.ambiguous and told.rest))


def _is_of_incidents(text: str, locator: Locator) -> bool:
    """Whether 无 answers how many accidents there were: it tells of nothing else."""
    asked = locator.tasks[locator.asked].inputs if locator.asked is not None else ()
    return _SILENT.fullmatch(text.strip()) is not None and any(map(is_incident, asked))


class _Telling(Several):
    """Takes a message clause by clause."""

    def heard(self, clauses: Sequence[str]) -> Told | None:
        """What all the clauses tell."""
        self._alone = len(clauses) == 1
        for at, words in enumerate(clauses):
            self.take(words, clauses[at + 1 :])
        return self.finished()

    def finished(self) -> Told | None:
        """What was told, once the last clause has been heard."""
        self.settle_vague()
        self.place_the_last()
        self.fill_some()
        told = self.told
        if self.lost or not (told.facts or told.vague or told.unnamed):
            return None
        told.rest += [piece for piece, keys in self.left_out if not any(key in told.facts for key in keys)]
        return told

    def take(self, words: str, later: Sequence[str]) -> None:
        """Take one more clause."""
        words = self.headed(words)
        if not words or self._of_point(words):
            return
        heading = self.told.heading
        if heading is not None and self.naming.points(heading) and counted_only(words):
            self.told.unnamed = words
            return
        left_out = excepted(words)
        if left_out is not None and (left_out.counted or speaks_of_rest(later) or self.some):
            self.leave_out(left_out, words, alone=not speaks_of_rest(later) and not self.some)
            return
        alone = only(words)
        if alone is not None and self.told.heading is not None and self.only_one(alone, words):
            return
        group = read_group(words)
        if group is not None and self.of_group(group, words):
            return
        saying = read_saying(words)
        if saying is None or _has_figure(saying.topic) or self._is_rate(saying):
            self._unsaid(words, later)
        else:
            self._say(_inner(saying), words)

    def _of_point(self, words: str) -> bool:
        """第三条没做, 2没有 below a heading; whether it was that."""
        lead = LEAD.match(words)
        saying = read_saying(words[lead.end() :]) if lead is not None else None
        point = self.point(words) if saying is not None else ()
        if saying is None or not point:
            return False
        self.tell(point, saying.standing, words)
        return True

    def _is_rate(self, saying: Saying) -> bool:
        """Whether 抽检任务完成93% gives the rate that a line asks for; of anything else it is under way."""
        if saying.standing != "going" or "%" not in saying.text:
            return False
        places = {place for place, _ in self.keys(saying.topic, saying.text)}
        inputs = [item for place in places for item in self._locator.tasks[place].inputs]
        return any(item.type == "percent" and "完成率" in item.label for item in inputs)

    def _unsaid(self, words: str, later: Sequence[str]) -> None:
        """What says no standing: a name that heads the next clause, a courtesy, or something to be read elsewhere."""
        if not core(words):
            return
        counts = _has_figure(words) or _SPELLED.search(words) is not None
        heads = later and not counts and not words.endswith(("了", "过"))
        line = self.naming.line(words, certain=True) if heads else None
        if line is None:
            self.told.rest += [] if self.tempered(words) else [words]
            self.counted = _COUNT.search(words) is not None
            self.beside = self.naming.line(_ASSESSED.sub("", words)) if later else None
        else:
            self.told.heading, self.current, self.named = line, (), words

    def _say(self, saying: Saying, piece: str) -> None:
        if saying.standing == "nothing":
            self._nothing(saying, piece)
        elif not core(saying.topic) and not self._of_deed(saying, piece):
            self._of_current(saying, piece)
        elif not core(saying.topic):
            return
        else:
            self._of_topic(saying, piece)

    def _nothing(self, saying: Saying, piece: str) -> None:
        """没出过事: the events that the list counts."""
        events = self.naming.events()
        events = self._of_deaths(events, _DEATHS.search(saying.text) is not None)
        here = tuple(key for key in events if key[0] == self.told.heading)
        called = self.keys(saying.topic, piece) if core(saying.topic) else ()
        named = tuple(key for key in called if key in events)
        keys = named or here or events
        kept_off = self.naming.kept_off(self.told.heading)
        if not keys and len(kept_off) == 1:
            self.told.add(kept_off, "done", piece)
        elif not keys:
            self.told.rest.append(piece)
        elif named or len({place for place, _ in keys}) == 1:
            self.told.add(keys, "nothing", piece)
        else:
            self.told.vague.append((piece, "nothing", keys))

    def _of_deaths(self, events: tuple[Key, ...], died: bool) -> tuple[Key, ...]:
        """零死亡 is of the deaths alone, and 零事故 of the accidents, where the list counts them apart."""
        meant = tuple(key for key in events if ("死亡" in self.naming.input(key).label) is died)
        return meant if died and not self._alone else meant or events

    def _of_deed(self, saying: Saying, piece: str) -> bool:
        """今年还没考核: what its verb names, or not to be read; whether it was such a clause."""
        deeds = _CONTENT.findall(saying.text)
        if not deeds or _EVERY.search(piece) or saying.standing not in ("done", "none", "going"):
            return False
        keys = self.naming.fitting(self.keys(deeds[0], deeds[0]), saying.standing, self.told.facts)
        if len(keys) == 1:
            self.tell(keys, saying.standing, piece)
        elif saying.standing == "none":
            self.told.rest.append(piece)
        return len(keys) == 1 or saying.standing == "none"

    def _of_current(self, saying: Saying, piece: str) -> None:
        """材料都有 behind what it is of; 都有 and 没有 below a heading of all its points."""
        keys = self.current
        if not keys and _ONE_DEED.search(saying.text) and len(self.things()) > 1:
            self.told.rest.append(piece)
            return
        if not keys and self.told.heading is None and self.told.vague and saying.standing in _OF_PAPERS:
            before, _, several = self.told.vague.pop()
            self.told.vague.append((f"{before}，{piece}", saying.standing, several))
            return
        if not keys and self.told.heading is None and self.beside is not None:
            keys = self.naming.things(self.beside)
        if not keys and saying.standing != "planned":
            keys = self.things() if self.told.heading is not None else self._of_everything(saying, piece)
        if keys:
            every = self.told.heading is not None and keys == self.things() and len(keys) > 1
            self.tell(keys, saying.standing, piece, of_all=every)
        elif core(piece):
            self.told.rest.append(piece)

    def _of_everything(self, saying: Saying, piece: str) -> tuple[Key, ...]:
        """啥都没申报: all that is called so; else the only open line."""
        if saying.standing == "none" and _EVERY.search(piece):
            found = self.keys("", piece)
            return found if all(self.naming.input(key).type == "count" for key in found) else ()
        return () if _SILENT.fullmatch(piece) else self.naming.open_line()

    def _of_topic(self, saying: Saying, piece: str) -> None:
        self.lost |= saying.standing in ("done", "full") and _TURNED.search(saying.topic) is not None
        listed, lost = self.naming.listed(saying.topic, self.told.heading, self.last())
        found = listed or self.keys(saying.topic, piece)
        heading = self.told.heading
        last = min(self.last()) if heading is None and len(self.last()) == 1 else heading
        others = [name for name in lost if self.naming.is_of_others(name, last)]
        self.told.not_ours += others
        self.unplaced += [(name, saying.standing) for name in lost if name not in others]
        if not listed and self.naming.is_of_others(saying.topic, last, found if heading is None else ()):
            self.told.not_ours.append(piece)
            return
        keys = self.naming.fitting(found, saying.standing, self.told.facts)
        if not keys and heading is not None and not self.naming.points(heading):
            keys = self.naming.main(heading)
        if not keys and (heading is not None or self.current):
            self.unplaced.append((piece, saying.standing))
        elif not keys:
            self.told.rest.append(piece)
        elif len(keys) == 1 or listed or self._all_meant(saying, keys):
            self.tell(keys, saying.standing, piece)
        else:
            self.told.vague.append((piece, saying.standing, keys))

    def _all_meant(self, saying: Saying, keys: Sequence[Key]) -> bool:
        """Whether the clause says it of each: all points of one line, 事故率死亡率都是零, 一个名牌都没报."""
        if not _EVERY.search(saying.text):
            return False
        one_line = len({place for place, _ in keys}) == 1
        counted = all(self.naming.input(key).type == "count" for key in keys)
        return one_line or saying.standing == "zero" or (saying.standing == "none" and counted)


def _in_turn(text: str, locator: Locator) -> list[str]:
    """是是否 of the three points that were asked for, or 4.1三条 有 有 没有, in their order."""
    said = text.strip("。.!， ")
    found = _HEADED_TURNS.fullmatch(said)
    if found is not None:
        turns = _TURN.findall(found["turns"])
        lead = LEAD.match(found["head"])
        clause = Clause(0, code=found["code"], place=place_of(found["place"]) if found["place"] else None)
        places = locator.locate(clause).places if lead is not None else ()
        points = Naming(locator.tasks, locator.book).points(places[0]) if len(places) == 1 else ()
        fits = len(points) == len(turns) >= _SEVERAL
        return [f"{found['head']}第1条{turns[0]}", *_counted_from(2, turns[1:])] if fits else []
    points = () if locator.asked is None else Naming(locator.tasks, locator.book).points(locator.asked)
    if len(said) < _SEVERAL or len(said) != len(points) or not _TURNS.fullmatch(said):
        return []
    return _counted_from(1, said)


def _counted_from(first: int, turns: Sequence[str]) -> list[str]:
    return [f"第{at}条{word}" for at, word in enumerate(turns, start=first)]


def _numbered(found: re.Match[str]) -> str:
    """④⑤ as 4、5项."""
    places = (str(place_of(circle)) for circle in found[0] if circle >= "①" and not circle.isspace())
    return "、".join(place for place in places if place != "0") + "项"


def _inner(saying: Saying) -> Saying:
    """措施制定了但是没有印证材料: what its papers are said of was done; it is named by what stands before."""
    if saying.standing not in ("full", "partial", "bare"):
        return saying
    inner = read_saying(_BUT.sub("", saying.topic))
    if inner is None or inner.standing not in ("done", "full"):
        return saying
    return Saying(inner.topic, saying.standing, saying.text, saying.hedged)


def _has_figure(words: str) -> bool:
    """Whether a figure stands in the words that is no part of a name or a date."""
    return _FIGURE.search(words) is not None and _FIGURE.search(_NO_FIGURE.sub("", words)) is not None
