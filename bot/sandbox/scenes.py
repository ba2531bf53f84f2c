"""The demo's scenes: which rubric is played by which invented people, and what they may say at a touch."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from handlers.access import ROLE_NAMES
from rubrics.overlays import OverlayDocument, parse_overlay
from store.records import Role

_SAYINGS: Mapping[Role, tuple[str, ...]] = {
    "contact": ("我的任务", "还差什么", "详情 1", "我的得分", "撤回", "帮助"),
    "supervisor": ("我的任务", "我的得分", "帮助"),
    "leader": ("现在多少分", "没报", "排名", "丢分", "催办", "帮助"),
    "office": ("现在多少分", "没报", "催办", "绑定情况", "排名", "帮助"),
    "reviewer": ("待审", "看 1", "1通过", "1退回 缺红头文件", "全部通过", "帮助"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a scene; `newcomer` is on the roster but not bound yet."""

    account: str
    name: str
    unit: str
    role: Role
    subject: str = ""
    newcomer: bool = False
    say: tuple[str, ...] = ()

    @property
    def role_name(self) -> str:
        """The role in Chinese."""
        return "未绑定" if self.newcomer else ROLE_NAMES[self.role]

    @property
    def sayings(self) -> tuple[str, ...]:
        """The phrases at a touch: the role's first one, this person's own, then the rest."""
        first, *rest = _SAYINGS[self.role]
        return (first, *self.say, *rest)


@dataclass(frozen=True, slots=True)
class Scene:
    """A rubric put on stage.

    `subjects` is empty where the rubric names the assessed units itself; `deadline` is None where its lines
    print theirs, or nothing is printed and the year's last working day stands in; `overlay` is invented.
    """

    rubric: str
    label: str
    campaign: str
    people: tuple[Person, ...]
    subjects: tuple[str, ...] = ()
    deadline: date | None = None
    overlay: OverlayDocument | None = None

    def person(self, account: str) -> Person:
        """The person with that account; KeyError when there is none."""
        return {person.account: person for person in self.people}[account]


def all_scenes() -> tuple[Scene, ...]:
    """Every scene, in the order in which the page offers them."""
    written = tomllib.loads(Path(__file__).with_name("scenes.toml").read_text())
    return tuple(_scene(table) for table in written["scene"])


def _scene(table: Mapping[str, Any]) -> Scene:
    people = tuple(Person(**{**person, "say": tuple(person.get("say", ()))}) for person in table["people"])
    overlay = parse_overlay(table["overlay"]) if "overlay" in table else None
    subjects = tuple(table.get("subjects", ()))
    return Scene(**{**table, "people": people, "subjects": subjects, "overlay": overlay})
