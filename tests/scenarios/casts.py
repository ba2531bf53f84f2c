"""The five scenes of the chat contract: where and when they play, and who is in them. All people are invented."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from store.records import Role

STARTS = {"T15": "2015-06-24 10:02", "E13": "2013-12-10 10:02", "P21": "2022-01-12 10:02"}
STARTS |= {"R18": "2018-11-20 10:02", "Z16": "2016-12-05 10:02"}
"""The time at which each scene plays, on the office's wall clock."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a scene; `code` is the binding code of somebody who is not bound yet."""

    account: str
    name: str
    unit: str
    role: Role = "contact"
    subject: str = ""
    title: str = ""
    code: str = ""
    mobile: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """A campaign and its people; `opened` is when it was opened."""

    rubric: str
    name: str
    opened: str
    people: tuple[Person, ...]
    subjects: tuple[str, ...] = ()
    deadline: str | None = None
    overlay: Mapping[str, Any] = field(default_factory=dict)

    @property
    def accounts(self) -> frozenset[str]:
        """Who is in it."""
        return frozenset(person.account for person in self.people)


_COUNTY = "质量强县工作领导小组办公室"
_CITY = "市质量强市工作领导小组办公室"
_EZHOU_TARGETS = {
    "id": "2013年目标值",
    "base": "ezhou-2013",
    "issuer": "市质兴办",
    "document": "鄂质兴办〔2013〕8号",
    "date": "2013-11-30",
    "targets": {"1.1": "95.0", "1.2": "96.0", "1.3": "97.0", "2.1": "98.0"},
}
_ZIYANG_MARKS = {
    "id": "2016年补充方案",
    "base": "ziyang-2016",
    "issuer": "市质量强市工作领导小组办公室",
    "document": "资质强办〔2016〕3号",
    "date": "2016-03-01",
    "default_kind": "assessed",
    "kinds": dict.fromkeys(("1.1", "1.2", "1.3", "2.1", "3.1"), "proportional"),
    "targets": {"1.1": "97", "1.2": "96", "1.3": "95", "2.1": "98", "3.1": "80"},
    "units": {"1.1": ["市农业局"], "1.2": ["市食品药品监管局"], "1.3": ["市质监局"], "2.1": ["市住建局"]},
    "social": {"mode": "reference"},
    "weights": {
        "1.1": "8",
        "1.2": "8",
        "1.3": "8",
        "2.1": "6",
        "3.1": "5",
        "E.1": "5",
        "4.1": "4",
        "4.2": "4",
        "4.3": "3",
        "4.4": "3",
        "4.5": "3",
        "4.6": "3",
        "5.1": "4",
        "5.2": "3",
        "5.3": "4",
        "5.4": "3",
        "5.5": "4",
        "5.6": "4",
        "5.7": "4",
        "5.8": "4",
        "6.1": "4",
        "6.2": "3",
        "6.3": "3",
    },
}

CASTS: Mapping[str, tuple[Cast, ...]] = {
    "T15": (
        Cast(
            "tieling-2015",
            "2015年度县政府质量工作考核",
            "2015-05-04 09:00",
            (
                Person("wangmin", "王敏", "县城建局"),
                Person("xinren", "赵新", "县城建局", code="839201"),
                Person("ligang", "李刚", "县城建局", "supervisor", title="副局长"),
                Person("chenjing", "陈静", "县旅游局"),
                Person("liuyang", "刘洋", "市场监督管理局"),
                Person("heping", "何平", "县农发局"),
                Person("gaojun", "高军", "县安监局"),
                Person("liqiang", "李强", _COUNTY, "reviewer"),
                Person("qianwei", "钱伟", _COUNTY, "reviewer"),
                Person("suntao", "孙涛", "县政府", "leader", title="副县长"),
                Person("zhouning", "周宁", _COUNTY, "office"),
            ),
        ),
    ),
    "E13": (
        Cast(
            "ezhou-2013",
            "2013年度鄂州市质量工作考核",
            "2013-11-04 09:00",
            (
                Person("hujie", "胡杰", "市质监局"),
                Person("tangli", "唐莉", "市食品药品监管局"),
                Person("guolan", "郭岚", "鄂城区", subject="鄂城区"),
                Person("dengkai", "邓凯", "市质监局", "reviewer"),
                Person("linfeng", "林峰", "鄂州市人民政府", "leader", title="副市长"),
                Person("xieyun", "谢芸", "市质兴办", "office"),
            ),
            subjects=("鄂城区", "华容区", "梁子湖区"),
            deadline="2013-12-31 18:00",
            overlay=_EZHOU_TARGETS,
        ),
    ),
    "P21": (
        Cast(
            "pingdingshan-2021",
            "迎接2021年度河南省政府质量工作考核",
            "2022-01-05 09:00",
            (
                Person("songli", "宋莉", "农业农村局"),
                Person("wanpeng", "万鹏", "公安局"),
                Person("jiangtao", "江涛", "交通运输局"),
                Person("luming", "鲁明", "市场监督管理局"),
                Person("baixue", "白雪", "市场监督管理局", "reviewer"),
                Person("shiyu", "石宇", "平顶山市人民政府", "leader", title="副市长"),
                Person("qinfang", "秦芳", "市场监督管理局", "office"),
            ),
            deadline="2022-01-17 18:00",
        ),
    ),
    "R18": (
        Cast(
            "rugao-2018",
            "2018年度如皋市质量工作考核",
            "2018-05-07 09:00",
            (
                Person("xuna", "许娜", "市科技局"),
                Person("wulin", "吴琳", "市场监管局"),
                Person("hetao", "何涛", _CITY, "reviewer"),
                Person("zhengyi", "郑毅", "如皋市人民政府", "leader", title="副市长"),
                Person("fengxue", "冯雪", _CITY, "office"),
            ),
        ),
        Cast(
            "rugao-2018-towns",
            "2018年度如皋市各镇质量工作目标任务",
            "2018-05-07 09:00",
            (
                Person("gaofei", "高飞", "九华", subject="九华"),
                Person("luoying", "罗莹", "白蒲", subject="白蒲"),
                Person("peijun", "裴军", _CITY, "reviewer"),
                Person("tangbo", "唐波", "如皋市人民政府", "leader", title="副市长"),
                Person("yaoqin", "姚琴", _CITY, "office"),
            ),
        ),
    ),
    "Z16": (
        Cast(
            "ziyang-2016",
            "2016年度资阳市质量工作考核",
            "2016-03-07 09:00",
            (
                Person("caiming", "蔡明", "市农业局"),
                Person("panhui", "潘慧", "市质监局"),
                Person("weidan", "魏丹", "市质监局", "reviewer"),
                Person("yeqing", "叶青", "资阳市人民政府", "leader", title="副市长"),
                Person("duhao", "杜浩", _CITY, "office"),
            ),
            subjects=("雁江区", "安岳县", "乐至县"),
            deadline="2016-12-30 18:00",
            overlay=_ZIYANG_MARKS,
        ),
    ),
}
