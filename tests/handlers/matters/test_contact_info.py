"""Who is read out of a list of people typed in one line."""

import pytest

from handlers.matters.contact_info import read_people

PEOPLE = [("分管领导", "吴兵", "副局长"), ("工作人员", "马丽", "科员")]


@pytest.mark.parametrize(
    "text",
    [
        "分管领导 吴兵 男 副局长 13700001111；工作人员 马丽 女 科员 13800002222",
        "分管领导：吴兵，男，副局长，0375-2661000，13700001111，a@b.com。工作人员：马丽，女，科员，13800002222",
        "联系人报一下 分管领导吴兵 男 副局长 13700001111 a@b.com 办事的马丽 女 科员 13800002222 c@d.com",
        "我局分管领导是吴兵 副局长 13700001111 经办人是马丽 科员 13800002222",
        "分管领导吴兵（男，副局长，13700001111）工作人员马丽（女，科员，13800002222）",
        "吴兵 分管领导 男 副局长 13700001111 马丽 工作人员 女 科员 13800002222",
        "分管领导吴兵男副局长13700001111工作人员马丽女科员13800002222",
        "姓名：吴兵\n分管领导\n职务：副局长\n手机：13700001111\n姓名：马丽\n工作人员\n职务：科员\n手机：13800002222",
    ],
)
def test_a_role_a_name_or_a_second_number_begins_the_next_person(text: str) -> None:
    people = read_people(text)
    assert [(one["role"], one["name"], one["title"]) for one in people] == PEOPLE
    assert [one["mobile"] for one in people] == ["13700001111", "13800002222"]


@pytest.mark.parametrize("order", ["报下联系人", "填一下联络员"])
def test_what_is_to_be_registered_is_no_role_of_the_first(order: str) -> None:
    said = f"{order} 副局长吴兵（男）13700001111 分管质量工作 工作人员是马丽 女 科员 13800002222"
    people = read_people(said)
    assert [(one["role"], one["name"], one["title"]) for one in people] == PEOPLE
    assert [one["mobile"] for one in people] == ["13700001111", "13800002222"]


def test_two_numbers_of_one_person_make_no_second_one() -> None:
    (one,) = read_people("联系人 马丽 女 13700001111/13800002222")
    assert one["mobile"] == "13700001111、13800002222"


def test_a_title_is_no_name() -> None:
    assert "name" not in read_people("分管领导 刘副局长 13700001111")[0]
