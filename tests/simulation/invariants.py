"""What has to be true of every history, whatever went wrong in it."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from tests.simulation.history import History
from tests.simulation.platform import Call
from tests.simulation.world import START

ACKNOWLEDGED_SECONDS = 4.9
_PERMANENT = {81013, 45002, 999999}
_FOR_THE_LANE = 60.0


def broken(history: History) -> list[str]:
    """What is not as it has to be, in words; empty where all is well."""
    return [f"{check.__name__}: {words}" for check in CHECKS for words in check(history)]


def all_comes_to_an_end(history: History) -> Iterator[str]:
    """Every message has a final state, every file is taken off, every reminder was queued (I4, I8, I10)."""
    if not history.settled:
        yield f"not settled at {history.ended:.0f}: {_states(history)}"


def what_is_acknowledged_is_there_once(history: History) -> Iterator[str]:
    """An acknowledged message is in the inbox, with one effect, its push and its answer (I1, I2, I3, I6)."""
    inbox = _numbers(history, "SELECT message_key FROM inbox WHERE state = 'done'")
    effects = [
        json.loads(detail)["message"]
        for (detail,) in history.database.rows("SELECT detail FROM audit WHERE act = 'effect'")
    ]
    pushed = _numbers(history, "SELECT key FROM outbox WHERE key LIKE 'receipt:%'")
    acknowledged = {str(said.number) for said in history.acknowledged}
    if not acknowledged <= set(inbox):
        yield f"lost {acknowledged - set(inbox)}"
    if not len(inbox) == len(set(inbox)) == len(effects) == len(pushed):
        yield f"inbox {inbox}, effects {effects}, pushed {pushed}"
    if not set(inbox) == set(effects) == set(pushed):
        yield f"inbox {inbox}, effects {effects}, pushed {pushed}"


def answers_are_given(history: History) -> Iterator[str]:
    """Within five seconds, and in words: at once, or by the outbox."""
    late = set(_numbers(history, "SELECT text FROM inbox JOIN outbox ON outbox.key = 'reply:' || inbox.id"))
    at_once = {str(said.number) for said in history.acknowledged if said.text}
    for said in history.acknowledged:
        if said.seconds > ACKNOWLEDGED_SECONDS:
            yield f"message {said.number} after {said.seconds:.1f} seconds"
        if str(said.number) not in at_once | late:
            yield f"message {said.number} was never answered"


def the_chain_of_acts_is_whole(history: History) -> Iterator[str]:
    """The audit verifies to its head (I7)."""
    if (bad := history.database.first_broken_link()) is not None:
        yield f"row {bad}"


def nothing_arrives_twice(history: History) -> Iterator[str]:
    """Repeated attempts are the same to the byte and arrive once; what is sent has arrived (I5)."""
    arrived: dict[str, int] = defaultdict(int)
    for arrival in history.platform.arrivals:
        arrived[arrival.text] += 1
    bodies: dict[str, set[bytes]] = defaultdict(set)
    for text, call in _sends(history):
        bodies[text].add(call.body)
    for text, count in arrived.items():
        if count > 1:
            yield f"{text} arrived {count} times"
    for text, different in bodies.items():
        if len(different) > 1:
            yield f"{text} was worded in {len(different)} ways"
    for key, recipient, text, state, answer, _ in _outbox(history):
        yield from _wrong_end(key, text, state, answer, arrived[text], recipient in history.plan.unreachable)


def _wrong_end(
    key: str, text: str, state: str, answer: dict[str, Any], arrived: int, away: bool
) -> Iterator[str]:
    unsure = "unsure_since" in answer
    if state == "sent" and (arrived != 1 or away):
        yield f"{key} is {state} and arrived {arrived} times ({text})"
    if state in {"refused", "dead", "superseded"} and arrived and not unsure:
        yield f"{key} is {state} and arrived"
    if state == "refused" and not (answer.get("code") in _PERMANENT or answer.get("invaliduser")):
        yield f"{key} is refused for {answer}"
    if state == "dead" and answer.get("failures", 0) < 4:
        yield f"{key} is given up after {answer}"
    if state == "ambiguous" and not unsure:
        yield f"{key} is ambiguous without a reason"


def each_person_reads_in_order(history: History) -> Iterator[str]:
    """Routine messages arrive as they were put in, unless the clock went wrong or one had a lost answer."""
    if not history.plan.orderly:
        return
    order = {text: number for number, (_, _, text, *_) in enumerate(_outbox(history))}
    last: dict[str, int] = defaultdict(lambda: -1)
    for arrival in history.platform.arrivals:
        if arrival.text.startswith("answer:"):
            continue
        if order[arrival.text] < last[arrival.recipient]:
            yield f"{arrival.text} after a later one to {arrival.recipient}"
        last[arrival.recipient] = max(last[arrival.recipient], order[arrival.text])


def one_process_writes_to_a_person(history: History) -> Iterator[str]:
    """No two processes call for one person at the same time, unless the clock or the store went wrong."""
    if not history.plan.orderly or history.plan.stalls:
        return
    killed = [kill.at for kill in history.plan.kills]
    last: dict[str, Call] = {}
    for _, call in _sends(history):
        person = json.loads(call.body)["touser"]
        before = last.get(person)
        overlap = before is not None and before.process != call.process and call.at < before.ended
        if before is not None and overlap and not any(at <= before.ended for at in killed):
            yield f"{person} at {call.at:.2f} by {before.process} and {call.process}"
        last[person] = call


def nobody_is_reminded_of_what_is_done(history: History) -> Iterator[str]:
    """A reminder whose matter was settled a good while before the call is not sent."""
    if not history.plan.orderly or history.plan.stalls:
        return
    done = dict(history.database.rows("SELECT key, strftime('%J', created_at) FROM outbox"))
    start = history.database.rows(f"SELECT strftime('%J', '{START:%Y-%m-%d %H:%M:%S}')")[0][0]
    for text, call in _sends(history):
        due = next((one for one in history.plan.dues if text == f"remind:{one.number}"), None)
        settled = done.get(f"receipt:{due.done_by}") if due is not None else None
        if settled is None or _fetched_just_before(history, call):
            continue
        if call.at - (float(settled) - float(start)) * 86400 > 2.0:
            yield f"{text} at {call.at:.1f}"


def _fetched_just_before(history: History, call: Call) -> bool:
    """A token that comes late holds the message up after it was asked whether it is still wanted."""
    return any(
        one.path == "gettoken" and one.process == call.process and -1.0 < one.ended - call.at < 0.01
        for one in history.platform.calls
    )


def the_platform_is_not_stormed(history: History) -> Iterator[str]:
    """At most two tokens a minute are fetched; after 45009 the process is silent for a minute."""
    fetched: dict[int, list[float]] = defaultdict(list)
    began: dict[int, float] = {}
    silent_until: dict[int, float] = {}
    for call in sorted(history.platform.calls, key=lambda one: one.ended):
        if call.path == "gettoken":
            fetched[call.process].append(call.at)
        elif (
            not history.plan.stalls
            and began.get(call.process, 1e9) + 0.1 < call.at < silent_until[call.process]
        ):
            yield f"process {call.process} calls at {call.at:.1f} in its minute of silence"
        if call.answer == 45009:
            began[call.process] = call.ended
            silent_until[call.process] = call.ended + _FOR_THE_LANE
    for process, times in fetched.items():
        for first, third in zip(times, times[2:], strict=False):
            if third - first < 60.0:
                yield f"process {process} fetched three tokens in {third - first:.0f} seconds"


CHECKS: tuple[Callable[[History], Iterator[str]], ...] = (
    all_comes_to_an_end,
    what_is_acknowledged_is_there_once,
    answers_are_given,
    the_chain_of_acts_is_whole,
    nothing_arrives_twice,
    each_person_reads_in_order,
    one_process_writes_to_a_person,
    nobody_is_reminded_of_what_is_done,
    the_platform_is_not_stormed,
)


def _numbers(history: History, sql: str) -> list[str]:
    return [found.rpartition(":")[2] for (found,) in history.database.rows(sql)]


def _sends(history: History) -> Iterator[tuple[str, Call]]:
    for call in history.platform.calls:
        if call.path == "message/send":
            yield json.loads(call.body)["text"]["content"], call


def _outbox(history: History) -> Iterator[tuple[str, str, str, str, dict[str, Any], int]]:
    sql = "SELECT key, recipient, content, state, answer, attempts FROM outbox ORDER BY id"
    for key, recipient, content, state, answer, attempts in history.database.rows(sql):
        said = json.loads(answer) if answer.startswith("{") else {}
        yield key, recipient, json.loads(content)["text"], state, said, attempts


def _states(history: History) -> list[tuple[Any, ...]]:
    sql = "SELECT key, state, attempts, not_before, lease_until, answer FROM outbox WHERE closed_at IS NULL"
    return history.database.rows(sql)
