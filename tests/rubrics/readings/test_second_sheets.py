"""Whole sheets of chance facts add up as the documents say, reckoned without the engine."""

import functools
import random
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from rubrics import load
from rubrics.cases import answer
from tests.rubrics.readings import ezhou_2013, pingdingshan_2021, rugao_2018, tieling_2015
from tests.rubrics.readings.second import Expected, F, Line, Said, half_up, text

Reported = Mapping[str, tuple[Said, Expected]]
VETO = {"ezhou-2013": "D", "pingdingshan-2021": "D", "rugao-2018": "未完成"}
SHEETS = range(25)


@functools.cache
def cases(line: Line) -> tuple[tuple[Said, Expected], ...]:
    return tuple(line.cases())


def reported(lines: tuple[Line, ...], chosen: random.Random) -> Reported:
    """A case of every line by chance, about one line in ten left out."""
    by_code: dict[str, tuple[Said, Expected]] = {}
    for line in chosen.sample(lines, len(lines)):
        if chosen.random() > 0.1:
            by_code[line.code] = chosen.choice(cases(line))
    return by_code


def facts(given: Reported) -> dict[str, Said]:
    return {code: said for code, (said, _) in given.items()}


def base(expected: Expected) -> Fraction:
    return (expected.points or F(0)) - (expected.bonus or F(0))


def total(name: str, asked: Mapping[str, object]) -> dict[str, object]:
    return answer({"id": 1, "rubric": name, "code": "$total", "inputs": asked})


def vetoed(name: str, chosen: random.Random) -> tuple[dict[str, Said], dict[str, object]]:
    """A status of the event by chance (None: unreported), and what the sheet says of it."""
    status = chosen.choice(("none", "preliminary", "confirmed", None))
    more = {"situation": "1"} if name == "ezhou-2013" and status in ("preliminary", "confirmed") else {}
    said: dict[str, Said] = {} if status is None else {"V1": {"event_status": status, **more}}
    return said, {
        "veto": status == "confirmed",
        "pending": status in ("preliminary", None),
        "grade": VETO[name] if status == "confirmed" else None,
    }


def flags(given: Reported) -> dict[str, bool]:
    found = [expected for _, expected in given.values()]
    return {"gap": any(e.gap for e in found), "provisional": any(e.provisional for e in found)}


def seen(given: Mapping[str, object], wanted: Mapping[str, object]) -> dict[str, object]:
    return {key: given.get(key) for key in wanted}


def sections(given: Reported, section: Callable[[str], str], names: tuple[str, ...]) -> dict[str, Fraction]:
    sums = dict.fromkeys(names, F(0))
    for code, (_, expected) in given.items():
        if code != "B":
            sums[section(code)] += base(expected)
    return sums


def absent(name: str, asked: Mapping[str, Said]) -> list[str]:
    return [code for code in load(name).by_code if code not in asked]


@pytest.mark.parametrize("seed", SHEETS)
def test_rugaos_lines_add_up_by_section_and_the_bonus_comes_on_top(seed: int) -> None:
    chosen = random.Random(f"rugao {seed}")
    given = reported(rugao_2018.LINES, chosen)
    veto, judged = vetoed("rugao-2018", chosen)
    asked = {**facts(given), **veto}
    names = ("质量宏观管理", "质量安全监管", "质量基础建设", "质量结果")
    sums = sections(given, rugao_2018.section, names)
    # A count that is not given is none, so the bonus is never missing.
    bonus = given["B"][1].points or F(0) if "B" in given else F(0)
    wanted = {
        "points": text(sum(sums.values(), bonus)),
        "full": "100",
        "bonus": text(bonus),
        "sections": {name: text(points) for name, points in sums.items()},
        "missing": [code for code in absent("rugao-2018", asked) if code != "B"],
        "warnings": [],
        **judged,
        **flags(given),
    }
    assert seen(total("rugao-2018", {"facts": asked}), wanted) == wanted


@pytest.mark.parametrize("seed", SHEETS)
@pytest.mark.parametrize("policy", ["scale", "cap", "raw", None])
def test_ezhous_section_4_is_squared_and_the_others_add_up(policy: str | None, seed: int) -> None:
    chosen = random.Random(f"ezhou {seed}")
    given = reported(ezhou_2013.LINES, chosen)
    veto, judged = vetoed("ezhou-2013", chosen)
    asked = {**facts(given), **veto}
    sums = sections(given, ezhou_2013.section, ("goals", "4", "5", "6"))
    squared = {"cap": min(F(16), sums["4"]), "raw": sums["4"]}
    sums["4"] = squared.get(policy or "", half_up(sums["4"] * 16 / 18))
    wanted = {
        "points": text(sum(sums.values(), F(0))),
        "full": "102" if policy == "raw" else "100",
        "sections": {name: text(points) for name, points in sums.items()},
        "missing": absent("ezhou-2013", asked),
        "warnings": ["section_sum_mismatch:4"],
        **judged,
        **flags(given),
    }
    more = {} if policy is None else {"section4_policy": policy}
    assert seen(total("ezhou-2013", {"facts": asked, **more}), wanted) == wanted


@pytest.mark.parametrize("seed", SHEETS)
def test_pingdingshans_incidents_come_off_the_first_domain_down_to_nothing(seed: int) -> None:
    chosen = random.Random(f"pingdingshan {seed}")
    given = dict(reported(pingdingshan_2021.LINES, chosen))
    if seed % 2:  # little else in the first domain, so that the incidents reach its floor
        given = {code: case for code, case in given.items() if not code.startswith("1.") or code == "1.5"}
    veto, judged = vetoed("pingdingshan-2021", chosen)
    asked = {**facts(given), **veto}
    sums = sections(given, pingdingshan_2021.section, tuple("一二三四五"))
    sums["一"] = max(F(0), sums["一"])
    wanted = {
        "points": text(sum(sums.values(), F(0))),
        "full": "100",
        "sections": {name: text(points) for name, points in sums.items()},
        "missing": absent("pingdingshan-2021", asked),
        "warnings": [],
        **judged,
        **flags(given),
    }
    assert seen(total("pingdingshan-2021", {"facts": asked}), wanted) == wanted


def node(code: str) -> str:
    """The evaluation that counts a line; the four of the 注 come with the year's end."""
    return code.partition("-")[2] or "Y"


def taken(nodes: Mapping[str, Fraction], policy: str) -> Fraction:
    """One item's points under a policy, from its printed nodes in order."""
    points = list(nodes.values())
    if policy == "latest":
        return points[-1]
    if policy == "min":
        return min(points)
    if policy == "item_mean":
        return half_up(sum(points, F(0)) / len(points))
    if policy == "year_end_only":
        return nodes.get("Y", F(0))
    return sum(points, F(0))


def items(given: Reported) -> dict[str, dict[str, Fraction]]:
    """The base points of each item by its printed nodes, 0 where nothing was reported."""
    found: dict[str, dict[str, Fraction]] = {}
    for code in load("tieling-2015").by_code:
        points = base(given[code][1]) if code in given else F(0)
        found.setdefault(code.partition("-")[0], {})[node(code)] = points
    return found


ANNUAL = {"latest": "100", "min": "100", "item_mean": "100", "year_end_only": "96", "sum": "245"}


@pytest.mark.parametrize("seed", SHEETS)
@pytest.mark.parametrize("policy", [*ANNUAL, None])
def test_tielings_year_is_put_together_as_its_policy_says(policy: str | None, seed: int) -> None:
    given = reported(tieling_2015.LINES, random.Random(f"tieling {seed}"))
    bonus = given["T04-Y"][1].bonus or F(0) if "T04-Y" in given else F(0)
    named = policy or "latest"
    points = sum((taken(nodes, named) for nodes in items(given).values()), bonus)
    last = {code.partition("-")[0]: code for code in load("tieling-2015").by_code}
    counts = {
        "latest": set(last.values()),
        "year_end_only": {c for c in load("tieling-2015").by_code if node(c) == "Y"},
    }
    counted = counts.get(named, set(load("tieling-2015").by_code))
    wanted = {
        "points": text(points),
        "full": ANNUAL[named],
        "bonus": text(bonus),
        "policy": named,
        "missing": [code for code in absent("tieling-2015", facts(given)) if code in counted],
        "warnings": ["annual_policy_not_printed"],
        "grade": None,
    }
    more = {} if policy is None else {"policy": policy}
    assert (
        seen(total("tieling-2015", {"facts": facts(given), "milestone": "annual", **more}), wanted) == wanted
    )


@pytest.mark.parametrize("seed", SHEETS)
@pytest.mark.parametrize(("milestone", "full"), [("H1", "80"), ("Q3", "69"), ("Y", "96")])
def test_an_evaluation_of_tieling_counts_its_own_lines(milestone: str, full: str, seed: int) -> None:
    given = reported(tieling_2015.LINES, random.Random(f"tieling {seed}"))
    counted = {code: case for code, case in given.items() if node(code) == milestone}
    bonus = counted["T04-Y"][1].bonus or F(0) if "T04-Y" in counted else F(0)
    wanted = {
        "points": text(sum((base(expected) for _, expected in counted.values()), bonus)),
        "full": full,
        "bonus": text(bonus),
        "missing": [code for code in absent("tieling-2015", facts(given)) if node(code) == milestone],
        **flags(counted),
    }
    assert seen(total("tieling-2015", {"facts": facts(given), "milestone": milestone}), wanted) == wanted
