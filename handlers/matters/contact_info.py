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
from handlers.office.errands.staff.newcomers import SURNAMES
from handlers.wording import circled, masked

QUESTION: Final = "contacts"
_SEVERAL: Final = "、"
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
_ROLES: Final = {
    "分管领导": "分管领导",
    "主管领导": "分管领导",
    "主管局长": "分管领导",
    "分管": "分管领导",
    "局领导": "分管领导",
    "负责领导": "分管领导",
    "领导": "分管领导",
    "跑腿的": "工作人员",
    "工作人员": "工作人员",
    "联络员": "联络员",
    "联络人": "联络员",
    "联络": "联络员",
    "联系人": "联系人",
    "干活的": "工作人员",
    "具体干活的": "工作人员",
    "经办人": "工作人员",
    "经办": "工作人员",
    "办事员": "工作人员",
    "办事的": "工作人员",
    "具体办事": "工作人员",
    "具体办事的": "工作人员",
    "具体负责": "工作人员",
}
"""{what people call it: the role}"""
_ROLE: Final = "|".join(sorted(_ROLES, key=len, reverse=True))
_LABEL: Final = re.compile(
    "[我本](?:们?[局委办站]|单位)|我们|(?:手机|电话|号码?|邮箱)(?:换|变|改)了|(?:手机|电话|号码?|邮箱|传真|座机)(?:都|也)?(?:暂?没有?|无|暂缺)|(?:暂?没有?|暂?无)(?:手机|电话|邮箱|传真|座机)|现在是?|(?:姓名|性别|职务|座机|(?:办公室?|联系|固定)?电话|手机号?码?|(?:电子)?邮箱|邮件|传真|单位|科室|号码)(?:是|为)?|(?<![\u4e00-\u9fff])(?:是|叫)(?![\u4e00-\u9fff])"
)
_HEADING: Final = re.compile(
    "(?:联[系络]人|联络员|工作人员)(?:名单|信息|登记)表?(?:[里上中]的?|如下)?"
    f"|(?:报|填|登记|提交)(?:一?[下个])?(?:联[系络]人|联络员)(?=.*(?:分管|主管|领导).*(?:{_ROLE}))"
    f"|(?:联[系络]人|联络员)(?:有|是|就是)?(?:[两2]个)?[:：](?=.*(?:分管|主管|[局处科所院股站]长|主任|书记).*(?:{_ROLE}|科员|干事|专干))"
)
"""What stands above a list is nobody's role."""
_AT_WORK: Final = re.compile(
    rf"(?<![\u4e00-\u9fff])工作(?=[{SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:[男女]|\s|\d|$))"
)
"""工作李某女科员."""
_TOKENS: Final = re.compile(
    rf"(?P<email>{_MAIL.pattern})|(?P<mobile>{_MOBILE.pattern})|(?P<telephone>{_TELEPHONE.pattern})"
    rf"|(?P<role>{_ROLE})|(?P<gender>(?<![\u4e00-\u9fff])[男女](?![\u4e00-\u9fff]))"
    r"|(?P<end>[；;\n]|(?<![\d.])\d{1,2}[.、．)）](?=\s*[\u4e00-\u9fff]))|(?P<word>[\u4e00-\u9fff·]{1,12})",
    re.ASCII,
)
_NAME: Final = re.compile(rf"[{SURNAMES}某][\u4e00-\u9fff·]{{1,3}}")
_AROUND: Final = re.compile("^(?:是|叫|为|换成|换了|改成|改为|由)|(?:了|同志)$")
"""What stands around a name without a blank."""
_GLUED: Final = re.compile(
    rf"([{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)([男女])(?=[\u4e00-\u9fff]{{0,6}}(?:长|员|主任|师|民警|书记|干部|干事))"
)
"""李梅女科员."""
_TITLED: Final = "[副正]?(?:[局处科所院股站]长|主任|书记|总工)(?!科员)|(?:[一二三四]级)?(?:主任)?科员|民警"
_RUN_ON: Final = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?<![副正])(?<!主任)(?<![一二三四]级)(?<![一二三四室部科处站])(?=(?:{_TITLED}))|(?:(?<=[局处科所院股站]长)|(?<=主任)|(?<=书记)|(?<=总工)|(?<=[科职]员)|(?<=民警))(?=[{SURNAMES}])"
    rf"|的?(?:就|现在)?是我?(?=[{SURNAMES}小老])|[小老](?P<again>[{SURNAMES}])(?=(?P=again))"
)
"""副局长赵国强, 具体办事的是孙燕, 小陈陈晨: names and titles without a blank between them."""
_TITLE: Final = re.compile(
    "(?:长|员|主任|师|民警|书记|干部|干事|专干|主管|经理|秘书|会计|总工|助理|负责人|[局科室办处队级])$"
)
_BETWEEN: Final = frozenset(["", "和", "跟", "及", "还有", "另", "另外", "的", "名单"])
_NUMBERS: Final = frozenset({"email", "mobile", "telephone"})
Token = tuple[str, str]
"""(what it is: a field, role, word; how it is written)"""


def read_people(text: str) -> list[Person]:
    """The people of the text: a role, a name, a second gender or number begins the next; () who lacks a name."""
    return [_person(group) for group in _groups(text)]


def _groups(text: str) -> list[list[Token]]:
    """The tokens of the text, one list a person."""
    labelled = re.sub(_ROLE, r" \g<0> ", _AT_WORK.sub("工作人员", _HEADING.sub(" ", text)))
    apart = _GLUED.sub(r"\1 \2 ", _LABEL.sub(" ", labelled))
    apart = _RUN_ON.sub(" ", apart)
    groups: list[list[Token]] = [[]]
    for found in _TOKENS.finditer(apart):
        kind = found.lastgroup or ""
        token, current = (kind, _AROUND.sub("", found[0].strip())), groups[-1]
        if token[1] in _BETWEEN and kind == "word":
            continue
        if kind == "end":
            groups.append([])
        elif kind != "word" and kind in {one for one, _ in current}:
            at = _next_person(current, kind)
            groups[-1:] = [current[:at], [*current[at:], token]] if at is not None else [[*current, token]]
        else:
            current.append(token)
    joined: list[list[Token]] = []
    for group in groups:
        if joined and not (_name_at(group) is not None and _name_at(joined[-1]) is not None):
            joined[-1] = joined[-1] + group
        else:
            joined.append(group)
    return [group for group in joined if group]


def _next_person(current: list[Token], kind: str) -> int | None:
    """Where in the tokens the next person begins, now that there is a second of that kind; None where none does."""
    first = _name_at(current)
    if first is None:
        return None
    told = max((at for at, (one, _) in enumerate(current) if one in _NUMBERS), default=first)
    later = _name_at(current, max(told, first) + 1)
    if later is not None:
        kind, word = current[later - 1]
        return later - 1 if kind == "word" and later - 1 > told and _TITLE.search(word) else later
    return len(current) if kind == "role" else None


def _name_at(tokens: Sequence[Token], start: int = 0) -> int | None:
    """The place of the first word that is a name."""
    return next((at for at, token in enumerate(tokens) if at >= start and _is_name(token)), None)


def _is_name(token: Token) -> bool:
    kind, word = token
    return kind == "word" and _NAME.fullmatch(word) is not None and _TITLE.search(word) is None


def _person(tokens: Sequence[Token]) -> Person:
    """The fields of one person; a second number of a kind stands behind the first."""
    person: Person = {}
    for kind, value in tokens:
        if kind == "role":
            person["role"] = _ROLES[value]
        elif kind != "word":
            person[kind] = f"{person[kind]}{_SEVERAL}{value}" if kind in person else value
    at = _name_at(tokens)
    if at is not None:
        person["name"] = tokens[at][1]
        words_of = [value for kind, value in (*tokens[:at], *tokens[at + 1 :]) if kind == "word"]
        titles = [value for value in words_of if _TITLE.search(value)]
        if titles:
            person["title"] = titles[-1]
    leads = _LEADS.search(person.get("title", "")) is not None
    return {"role": "分管领导" if leads else "工作人员", **person}


_LEADS: Final = re.compile("(?:[局县市区镇乡]长|书记|党[组委]成员)$")
"""Whose title says so is the leader in charge, where no role is named."""


def offer(text: str, context: Context) -> Reply | None:
    """Say back who was read and what is missing; nothing is handed on before 是."""
    people = read_people(context.as_said(text))
    if not any(person.get("name") for person in people):
        return _nameless(text, people)
    told = any(person.get("mobile") or person.get("email") for person in people)
    if not told and not _BOTH.search(text):
        return None
    if not all(person.get("name") and _SEVERAL not in person.get("gender", "") for person in people):
        return Reply(
            "没读全是哪几个人，没有提交。请一人一行再发：角色 姓名 性别 职务 电话 手机 邮箱，"
            "如“工作人员 李某 女 科员 13900000000”。"
        )
    return _asked(context, people)


_BOTH: Final = re.compile(
    rf"^(?!.*(?:[?？吗呢]|谁|[报交]过|都)).*(?:分管|主管)(?:领导|局长)?[是为：:\s]*[{SURNAMES}].*(?:工作人员|联[系络]人|联络员|经办人?)[是为：:\s]*[{SURNAMES}]"
)
"""分管领导张某某，工作人员李某: two people with their roles, before any number."""


def _nameless(text: str, people: Sequence[Person]) -> Reply | None:
    """Whose the address is, where only a role is told with it."""
    only = people[0] if len(people) == 1 else {}
    if _NAMES_ROLE.search(text) is None or set(only) - {"role", "email", "mobile", "telephone"}:
        return None
    label = next((_LABELS[field] for field in ("email", "mobile") if field in only), None)
    if label is None:
        return None
    return Reply(
        f"这是哪位的{label}？没有提交。请带上姓名再发，如“{only['role']} 李某 {only.get('email') or only['mobile']}”。"
    )


_NAMES_ROLE: Final = re.compile(_ROLE)


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
    """Say back the list; who was named before in another role, and is still to be confirmed, stays on it."""
    state = dialogs.open_question(context.speaker.account, context.now)
    waits = state if state is not None and state["kind"] == QUESTION else {"people": (), "inbox": []}
    roles = {person["role"] for person in people}
    if len(roles) == len(people) == 1:
        people = [*(dict(one) for one in waits["people"] if one["role"] not in roles), *people]
    inbox = [*waits["inbox"], *([context.inbox_id] if context.inbox_id else [])]
    kept = {"people": list(people), "inbox": inbox}
    dialogs.ask(context, QUESTION, kept, again="联系人名单回“是”提交给质强办")
    lines = [f"识别到{len(people)}人："]
    lines += [f"{circled(place)}{_shown(person)}" for place, person in enumerate(people, start=1)]
    return Reply(
        "\n".join([*lines, "联系人名单回“是”提交给质强办，或直接补缺的邮箱、手机；回“取消”不提交。"])
    )


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


COMMAND = Command(
    Act.CONTEST,
    "分管领导 姓名 男 职务 电话 手机 邮箱；工作人员 …",
    words(""),
    offer,
    re.compile(r"(?=.*(?:分管领导|工作人员|联络员|联系人)).*(?:@|1\d{2}[\dxX*]{8}).*", re.DOTALL),
    shy=True,
)
