"""Hostile lines for `kaohe score --cases`: real cases, bent in every way that a seed can think of.

`python -m tests.scoring.hostile [--lines N] [--seed N]` sends them through the command itself.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import IO, get_args

from rubrics import available, folder_of, load
from rubrics.worked import worked_cases
from scoring.errors import ErrorCode
from tests.rubrics.overlay import overlay
from tests.scoring.oddities import NAMES, RAW, VALUES, WORDS

Case = dict[str, object]
ERRORS = frozenset(get_args(ErrorCode))
POINTS = re.compile(r"-?\d+(\.\d+)?")


def real_cases() -> list[Case]:
    """The worked cases of all rubrics as questions, and questions about totals, grades and overlays."""
    cases: list[Case] = []
    for name in available():
        facts: dict[str, object] = {}
        for worked in worked_cases(folder_of(name)):
            asked = {
                "rubric": name,
                "code": worked.code,
                "inputs": dict(worked.inputs),
                "subject": worked.subject,
            }
            cases.append({key: value for key, value in asked.items() if value is not None})
            facts.setdefault(worked.code, dict(worked.inputs))
        cases += _whole(name, facts)
    signed = overlay()
    cases.append({"rubric": "ziyang-2016", "code": "$overlay", "inputs": {"overlay": signed}})
    facts = {code: {"assessed_points": "1"} for code in load("ziyang-2016").by_code}
    cases.append({"rubric": "ziyang-2016", "code": "$total", "inputs": {"overlay": signed, "facts": facts}})
    return cases


def _whole(name: str, facts: Mapping[str, object]) -> Iterator[Case]:
    for milestone in ({}, {"milestone": "H1"}, {"milestone": "annual", "policy": "min"}):
        yield {"rubric": name, "code": "$total", "inputs": {"facts": facts, **milestone}, "subject": "九华"}
    yield {"rubric": name, "code": "$grade", "inputs": {"total": "84.5", "veto": "none"}}


def lines(seed: int, number: int) -> Iterator[bytes]:
    """So many lines without newline, the same for the same seed."""
    draw, cases = random.Random(seed), real_cases()
    for place in range(number):
        case = json.loads(json.dumps(draw.choice(cases)))
        case["id"] = f"{seed}:{place}"
        for _ in range(draw.randint(0, 3)):
            draw.choice(BENDS)(draw, case)
        line = json.dumps(case, ensure_ascii=draw.random() < 0.5).encode("utf-8", "surrogatepass")
        yield _damaged(draw, line) if draw.random() < 0.1 else line


def _damaged(draw: random.Random, line: bytes) -> bytes:
    """Another line altogether, or the line with some bytes changed, cut off or doubled."""
    start, end = sorted((draw.randrange(len(line)), draw.randrange(len(line))))
    damaged = draw.choice(
        (
            draw.choice(RAW),
            line[:start],
            line[:start] + draw.randbytes(3) + line[end:],
            line[:end] + line[start:],
            line.replace(b'"', b"'"),
        )
    )
    return damaged.replace(b"\n", b" ").replace(b"\r", b" ")


def _tables(value: object) -> Iterator[dict[str, object]]:
    """A table and all tables inside it."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _tables(inner)


def _table(draw: random.Random, case: Case) -> dict[str, object]:
    return draw.choice([*_tables(case.get("inputs"))] or [case])


def _value(draw: random.Random) -> object:
    return deepcopy(draw.choice(VALUES))


def _change_value(draw: random.Random, case: Case) -> None:
    table = _table(draw, case)
    if table:
        table[draw.choice(list(table))] = _value(draw)


def _add_name(draw: random.Random, case: Case) -> None:
    _table(draw, case)[draw.choice(NAMES)] = _value(draw)


def _drop_name(draw: random.Random, case: Case) -> None:
    table = _table(draw, case)
    if table:
        table.pop(draw.choice(list(table)))


def _change_heading(draw: random.Random, case: Case) -> None:
    name = draw.choice(("rubric", "code", "subject", "inputs", "id"))
    case[name] = deepcopy(draw.choice((*VALUES, *WORDS, *available())))


def _swap_inputs(draw: random.Random, case: Case) -> None:
    case["inputs"] = deepcopy(draw.choice(list(_tables(case))))


def _nest(draw: random.Random, case: Case) -> None:
    value: object = _value(draw)
    for _ in range(draw.choice((3, 300))):
        value = {"overlay": value} if draw.random() < 0.5 else [value]
    _table(draw, case)[draw.choice(("facts", "overlay", "weights", "targets"))] = value


BENDS: tuple[Callable[[random.Random, Case], None], ...] = (
    *(
        _change_value,
        _change_value,
        _change_value,
        _add_name,
        _drop_name,
        _change_heading,
        _swap_inputs,
        _nest,
    ),
)


def wrong(line: bytes, answered: bytes) -> str | None:
    """What is wrong with an answer, None where nothing is: it must be one with points or a named error."""
    try:
        answer = json.loads(answered.decode("utf-8"))
    except ValueError as error:
        return f"not JSON: {error}"
    if not isinstance(answer, dict) or "id" not in answer or b"\n" in answered:
        return "not one JSON object with an id"
    if "error" in answer:
        told = isinstance(answer.get("message"), str) and answer["message"]
        return None if answer["error"] in ERRORS and told else "an error without a name or a message"
    if answer.get("valid") is True:
        return None
    points = answer.get("points", "absent")
    if points is not None and not (isinstance(points, str) and POINTS.fullmatch(points)):
        return f"points {points!r}"
    asked = json.loads(line).get("id")
    named = asked if isinstance(asked, str | int) else None
    return None if answer.get("why") and answer["id"] == named else "no explanation or id"


def main() -> None:
    parser = argparse.ArgumentParser(description="Hostile lines through kaohe score.")
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    arguments = parser.parse_args()
    sent = list(lines(arguments.seed, arguments.lines))
    command = [sys.executable, "-P", "-m", "bot", "score", "--cases", "-"]
    start = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as kaohe:
        assert kaohe.stdin is not None
        assert kaohe.stdout is not None
        writer = threading.Thread(target=_write, args=(kaohe.stdin, sent))
        writer.start()
        answers = [line.rstrip(b"\n") for line in kaohe.stdout]
        writer.join()
    found = [
        (line, fault) for line, given in zip(sent, answers, strict=False) if (fault := wrong(line, given))
    ]
    for line, fault in found[:10]:
        sys.stdout.write(f"{fault} {line[:300]!r}\n")
    took = time.perf_counter() - start
    errors = sum(b'"error"' in given[:200] for given in answers)
    sys.stdout.write(
        f"seed {arguments.seed}: {len(sent)} lines, {len(answers)} answers ({errors} of them errors), "
        f"{len(found)} wrong, exit {kaohe.returncode}, {took:.0f} s\n"
    )
    sys.exit(bool(found) or len(answers) != len(sent) or kaohe.returncode != 0)


def _write(pipe: IO[bytes], sent: list[bytes]) -> None:
    with pipe:
        for line in sent:
            pipe.write(line + b"\n")


if __name__ == "__main__":
    main()
