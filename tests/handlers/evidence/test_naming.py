"""文号 and titles are found however they are written, and are nowhere made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.evidence.naming import document_number, title_in, title_of_file


@pytest.mark.parametrize(
    "text",
    [
        "平农〔2021〕45号",
        "平农[2021]45号.pdf",
        "平农（2021）45号",
        "平农(2021) 45 号",
        "平农【2021】45号",
        "平农 〔 2021 〕 第45号",
        "平农〔2021年〕45号",
        "平农〔２０２１〕４５号",
        "平农〔二〇二一〕四十五号",
        "平农〔2021〕045号",
        "平农﹝2021﹞45号",
        "平农「2021」45号",
        "平农〔2021〕45.pdf",
        "平农2021-45号.pdf",
        "平农_2021_45号.pdf",
        "平农2021第45号",
        "3.平农〔2021〕45号 关于开展整治的通知.pdf",
        "关于印发平农〔2021〕45号的通知",
        "根据平农〔2021〕45号文件",
        "通报文件号平农〔2021〕45号",
        "附件1：平农〔2021〕45号",
        "见平农〔2021〕45号和平农〔2021〕46号",
    ],
)
def test_one_number_in_many_forms(text: str) -> None:
    assert document_number(text) == "平农〔2021〕45号"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("国家市场监督管理总局公告2021年第12号", "国家市场监督管理总局公告2021年第12号"),
        ("〔2021〕7号", "〔2021〕7号"),
        ("豫政办〔2021〕7号", "豫政办〔2021〕7号"),
        ("平政字〔2019〕123号", "平政字〔2019〕123号"),
    ],
)
def test_other_numbers_are_kept_as_they_are_written(text: str, number: str) -> None:
    assert document_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021年6月10号检查",
        "于2021年12月3号召开会议",
        "照片(2021)3.jpg",
        "建设路(2021)45号楼",
        "45号",
        "质量强市2021年工作总结",
        "2021-06-10 现场",
        "覆盖率98%",
        "电话2021-4500",
        "联系人13800000000号",
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert document_number(text) == ""


BRACKETS = st.sampled_from([("〔", "〕"), ("[", "]"), ("［", "］"), ("（", "）"), ("(", ")"), ("【", "】")])
SPACES = st.sampled_from(["", " ", "\u3000"])


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str]:
    """A number in one of its forms with words around it, and what it is."""
    of = draw(st.text("平农豫政办市监质强", min_size=2, max_size=5))
    opened, closed = draw(BRACKETS)
    year, number = draw(st.integers(1990, 2049)), draw(st.integers(1, 99999))
    space, ordinal = draw(SPACES), draw(st.sampled_from(["", "第"]))
    before = draw(st.sampled_from(["", "3.", "附件：", "根据", "关于印发"]))
    after = draw(st.sampled_from(["", ".pdf", " 关于开展检查的通知.docx", "文"]))
    text = f"{before}{of}{space}{opened}{year}{closed}{space}{ordinal}{number}{space}号{after}"
    return text, f"{of}〔{year}〕{number}号"


@given(written())
def test_every_number_is_read_back_from_every_form(case: tuple[str, str]) -> None:
    text, number = case
    assert document_number(text) == number


@given(st.text(max_size=200))
def test_any_words_can_be_searched(text: str) -> None:
    number = document_number(text)
    assert number == "" or document_number(number) == number
    title_in(text)
    title_of_file(text)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("平农〔2021〕45号 关于开展专项整治的通知.pdf", "关于开展专项整治的通知"),
        ("3.2021年质量工作方案.docx", "2021年质量工作方案"),
        ("附件2：农产品抽检台账(1).xlsx", "农产品抽检台账"),
        ("《农产品质量安全法》宣传.pdf", "农产品质量安全法"),
        ("质量工作总结-最终版.doc", "质量工作总结"),
        ("IMG_20210610_101010.jpg", ""),
        ("微信图片_20211203101010.jpg", ""),
        ("扫描件.pdf", ""),
        ("1.pdf", ""),
    ],
)
def test_a_file_is_called_what_its_name_says(name: str, title: str) -> None:
    assert title_of_file(name) == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("平政办〔2021〕3号《平顶山市质量强市方案》已印发", "平顶山市质量强市方案"),
        ("转发关于做好合格证工作的通知，请查收", "关于做好合格证工作的通知"),
        ("6月10日工地检查", ""),
    ],
)
def test_a_title_in_words_is_quoted_or_begins_with_about(words: str, title: str) -> None:
    assert title_in(words) == title
