"""Whom a decision supersedes that prints the amended text anew, and who does something to that text later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document, Level, Region
from yiyang_qa.versions import Change, Lineage, diff, lineage

PROVINCE = Region("云省", "910000", Level.PROVINCE, ("云省",))
CITY = Region("云州市", "910100", Level.CITY, ("云省", "云州市"))
SIGNED = "云州市人民政府\n{}\n"


def read(id_: str, text: str, region: Region = CITY) -> Document:
    source = SourceFile(id_, Path(f"{id_}.txt"), text, "0" * 64, "0" * 64, Sidecar())
    return replace(read_document(source), region=region)


OLD = read(
    "old",
    "云州市养老办法\n云政发〔2018〕1号\n第一条 甲。\n第二条 每月100元。\n第三条 丙。\n第四条 本办法自2019年1月1日起施行，有效期至2025年12月31日。\n"
    + SIGNED.format("2018年11月8日"),
)
ANEW = """云州市人民政府关于修改《云州市养老办法》的决定
云政发〔2023〕3号
一、将第二条修改为：“每月260元。”
二、将第四条中的“2025年”修改为“2027年”。
本决定自2023年7月1日起施行。《云州市养老办法》根据本决定作相应修改，重新公布。
云州市人民政府
2023年5月27日
云州市养老办法
第一条 甲。
第二条 每月260元。
第三条 丙。
第四条 本办法自2019年1月1日起施行，有效期至2027年12月31日。
"""
DECISION = read("decision", ANEW)


def later(text: str, day: str = "2024年3月1日", id_: str = "later", region: Region = CITY) -> Document:
    return read(id_, text + SIGNED.format(day), region)


def force(known: Lineage, id_: str, day: str) -> str:
    return known.standing(id_, date.fromisoformat(day)).force.value


def test_the_old_text_holds_to_the_day_and_the_new_one_from_it() -> None:
    known = lineage([OLD, DECISION])
    days = ("2023-06-30", "2023-07-01", "2025-12-31", "2026-01-01", "2028-01-01")
    assert [force(known, "old", day) for day in days] == [
        "in_force",
        "superseded",
        "superseded",
        "superseded",
        "superseded",
    ]
    assert [force(known, "decision", day) for day in days] == [
        "not_yet",
        "in_force",
        "in_force",
        "in_force",
        "expired",
    ]
    assert (known.superseded_by("old"), known.supersedes("decision")) == ("decision", ("old",))


def test_what_is_in_the_new_text_amends_nothing_beside() -> None:
    known = lineage([OLD, DECISION])
    assert not known.course("old").amendments
    assert known.amends("decision") == ()


def test_another_document_that_it_amends_too_is_amended() -> None:
    other = read("other", OLD.text.replace("养老办法", "助餐办法").replace("1号", "2号"))
    both = ANEW.replace("本决定自", "三、将《云州市助餐办法》第三条修改为：“丁。”\n本决定自")
    known = lineage([OLD, other, read("decision", both)])
    assert list(known.amended(other)) == ["other/第三条"]
    assert known.amends("decision") == ("other",)
    assert force(known, "decision", "2026-06-01") == "in_force"  # though 助餐办法 has expired


@pytest.mark.parametrize(
    ("old", "by"),
    [
        (OLD.text.replace("云州市养老办法", "云州市助餐办法"), ANEW),
        (OLD.text.replace("2019年", "2024年").replace("2018年", "2023年"), ANEW),
        (OLD.text, ANEW.replace("的决定\n", "的决定（征求意见稿）\n", 1)),
    ],
)
def test_who_is_not_superseded(old: str, by: str) -> None:
    known = lineage([read("old", old), read("decision", by)])
    assert force(known, "old", "2023-12-31") in ("in_force", "not_yet")
    assert known.superseded_by("old") is None


def test_an_old_text_of_other_issuers_is_superseded_for_it_is_named() -> None:
    theirs = replace(OLD, issuers=("云州市民政局",))
    assert lineage([theirs, DECISION]).superseded_by("old") == "decision"


class TestWhatComesLater:
    def test_a_new_version_supersedes_the_text_printed_anew(self) -> None:
        new = later("云州市养老办法\n第一条 甲。\n第二条 每月300元。\n")
        known = lineage([OLD, DECISION, new])
        assert [force(known, id_, "2024-03-01") for id_ in ("old", "decision", "later")] == [
            "superseded",
            "superseded",
            "in_force",
        ]
        assert known.superseded_by("old") == "decision"

    @pytest.mark.parametrize("named", ["《云州市养老办法》", "《云州市养老办法》（云政发〔2018〕1号）"])
    def test_a_repeal_by_name_ends_it(self, named: str) -> None:
        repeal = later(f"云州市人民政府关于废止部分文件的决定\n决定废止{named}。\n")
        assert force(lineage([OLD, DECISION, repeal]), "decision", "2024-03-01") == "repealed"

    def test_its_clauses_are_amended_not_the_items_above_them(self) -> None:
        second = later(
            "云州市人民政府关于修改《云州市养老办法》的决定\n一、将第二条修改为：“每月300元。”\n",
            id_="second",
        )
        known = lineage([OLD, DECISION, second])
        assert list(known.amended(DECISION)) == ["decision/第二条"]

    def test_in_a_text_without_articles_too(self) -> None:
        headed = ANEW
        for number, article in zip("一二三四", "一二三四", strict=True):
            headed = headed.replace(f"\n第{article}条 ", f"\n{number}、")
        second = later(
            "云州市人民政府关于修改《云州市养老办法》的决定\n一、将第二条修改为：“每月300元。”\n",
            id_="second",
        )
        known = lineage([document := read("decision", headed), second])
        assert list(known.amended(document)) == ["decision/二~2"]

    def test_its_term_is_extended_by_its_name(self) -> None:
        notice = later(
            "云州市人民政府关于延长《云州市养老办法》有效期的通知\n《云州市养老办法》有效期延长至2030年12月31日。\n"
        )
        assert force(lineage([OLD, DECISION, notice]), "decision", "2029-01-01") == "in_force"


def test_a_new_name_supersedes_the_old_one() -> None:
    renamed = ANEW.replace("\n云州市养老办法\n", "\n云州市居家服务办法\n").replace(
        "一、", "一、名称修改为《云州市居家服务办法》。\n二、", 1
    )
    anew = later("云州市居家服务办法\n第一条 甲。\n")
    known = lineage([OLD, read("decision", renamed), anew])
    assert (known.superseded_by("old"), known.superseded_by("decision")) == ("decision", "later")


def test_compared_with_the_old_text_clause_by_clause() -> None:
    changes = {c.old.label: c for c in diff(OLD, DECISION).changes if c.old and c.old.label}
    assert {label: change.change for label, change in changes.items()} == {
        "第一条": Change.UNCHANGED,
        "第二条": Change.CHANGED,
        "第三条": Change.UNCHANGED,
        "第四条": Change.CHANGED,
    }
    assert all(c.new and c.new.id == f"decision/{label}" for label, c in changes.items())
