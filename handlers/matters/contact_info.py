"""联系人名单 (附件4): people typed in one line, said back with what is missing, handed to the office after 是."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.register import register
from handlers.messages import Reply
from handlers.wording import circled, masked

QUESTION: Final = "contacts"
Person = dict[str, str]
_LABELS: Final = {
    "title": "职务",
    "telephone": "电话、传真",
    "mobile": "手机",
    "email": "邮箱",
    "gender": "性别",
}
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_MOBILE: Final = re.compile(r"(?<![\d-])1\d{2}[\dxX*]{8}(?![\dxX*])")
_TELEPHONE: Final = re.compile(r"(?<!\d)(?:0\d{2,3}[-—－ ]?)?\d{4}[\dxX*]{3,4}(?![\dxX*])")
_GENDER: Final = re.compile(r"(?<![\u4e00-\u9fff])[男女](?![\u4e00-\u9fff])")
_ROLE: Final = re.compile(r"分管领导|工作人员|联络员|联系人")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff·]{2,12}")
_NAME: Final = re.compile(r"[\u4e00-\u9fff·]{2,4}")
_SEGMENTS: Final = re.compile(r"[；;\n]+")


def read_people(text: str) -> list[Person]:
    """The people of the text, one to a segment; who lacks a name is left out."""
    people = (_person(segment) for segment in _SEGMENTS.split(text))
    return [person for person in people if person.get("name")]


def offer(text: str, context: Context) -> Reply | None:
    """Say back who was read and what is missing; nothing is handed on before 是."""
    people = read_people(text)
    if not people or not any(person.get("mobile") or person.get("email") for person in people):
        return None
    return _asked(context, people)


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Hand the list to the office after 是; a mail address or a number completes the one who lacks it."""
    people: list[Person] = [dict(person) for person in state["people"]]
    said = dialogs.yes_or_no(text)
    if said is None:
        return _completed(context, people, text)
    dialogs.close(context)
    if not said:
        return Reply("好的，没有提交，名册没有改动。")
    names = "、".join(f"{person['role']}{masked(person['name'])}" for person in people)
    words_kept = f"附件4联系人{len(people)}人：{names}"
    number = register(
        context, "contacts", words_kept, unit=context.seat.unit, detail={"inbox": state["inbox"]}
    )
    return Reply(f"已提交给质强办（第{number}号）：{names}。质强办确认后更新名册，确认前名册不变。")


def _completed(context: Context, people: list[Person], text: str) -> Reply | None:
    for field, pattern in (("email", _MAIL), ("mobile", _MOBILE)):
        found = pattern.search(text)
        lacking = [person for person in people if not person.get(field)]
        if found is None or not lacking:
            continue
        named = [person for person in lacking if person["name"] in text] or lacking
        if len(named) != 1:
            return Reply(f"这是谁的{_LABELS[field]}？请带上姓名再发。")
        named[0][field] = found[0]
        return _asked(context, people)
    return None


def _asked(context: Context, people: Sequence[Person]) -> Reply:
    state = dialogs.open_question(context.speaker.account, context.now)
    earlier = state["inbox"] if state is not None and state["kind"] == QUESTION else []
    inbox = [*earlier, *([context.inbox_id] if context.inbox_id else [])]
    kept = {"people": list(people), "inbox": inbox}
    dialogs.ask(context, QUESTION, kept, again="联系人名单要回“是”才提交")
    lines = [f"识别到{len(people)}人："]
    lines += [f"{circled(place)}{_shown(person)}" for place, person in enumerate(people, start=1)]
    return Reply("\n".join([*lines, "回“是”提交给质强办，或直接补缺的邮箱、手机；回“取消”不提交。"]))


def _shown(person: Person) -> str:
    known = [
        person[field] for field in ("gender", "title", "telephone", "mobile", "email") if person.get(field)
    ]
    missing = [label for field, label in _LABELS.items() if not person.get(field)]
    partly = [
        value for field in ("telephone", "mobile") if re.search(r"[xX*]", value := person.get(field, ""))
    ]
    told = [*known, *([f"缺{'、'.join(missing)}"] if missing else [])]
    told += [f"号码不完整：{'、'.join(partly)}"] if partly else []
    return f"{person['role']} {masked(person['name'])}（{'，'.join(told)}）"


def _person(segment: str) -> Person:
    person: Person = {"role": "工作人员"}
    left = segment
    for field, pattern in (
        ("email", _MAIL),
        ("mobile", _MOBILE),
        ("telephone", _TELEPHONE),
        ("gender", _GENDER),
        ("role", _ROLE),
    ):
        found = pattern.search(left)
        if found is not None:
            person[field] = found[0]
            left = left[: found.start()] + " " + left[found.end() :]
    rest = _CHINESE.findall(left)
    if rest and _NAME.fullmatch(rest[0]):
        person["name"] = rest[0]
        if len(rest) > 1:
            person["title"] = rest[-1]
    return person


COMMAND = Command(
    Act.CONTEST,
    "分管领导 姓名 男 职务 电话 手机 邮箱；工作人员 …",
    words(""),
    offer,
    re.compile(r"(?=.*(?:分管领导|工作人员|联络员|联系人)).*(?:@|1\d{2}[\dxX*]{8}).*", re.DOTALL),
    shy=True,
)
