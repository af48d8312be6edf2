"""重新公布: a decision with the text that it amends printed below it, in all the shapes that offices give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.passages import passages
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document, Kind

ABOVE = """云州市人民政府关于修改《云州市养老办法》的决定
云政发〔2023〕3号
市人民政府决定对《云州市养老办法》（云政发〔2018〕1号）作如下修改：
一、将第二条修改为：“每人每月补贴260元。”
二、删去第五条。
"""
ITS_DAY = "本决定自2023年7月1日起施行。\n"
ANNOUNCED = "《云州市养老办法》根据本决定作相应修改，重新公布。\n"
SIGNED = "云州市人民政府\n2023年5月27日\n"
NAME = "云州市养老办法"
BELOW = """第一章 总则
第一条 为了养老，制定本办法。
第二条 每人每月补贴260元。
第三条 办事可以修改第一条所称方案。
第四条 本办法自2019年1月1日起施行，有效期至2027年12月31日。《云州市敬老办法》同时废止。
"""
WHOLE = ABOVE + ITS_DAY + ANNOUNCED + SIGNED + NAME + "\n" + BELOW


def read(text: str) -> Document:
    return read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))


def articles(document: Document) -> dict[str, str]:
    return {c.label: c.id for c in document.clauses if c.kind is Kind.ARTICLE}


@pytest.mark.parametrize(
    ("between", "printed"),
    [
        (ITS_DAY + ANNOUNCED + SIGNED + NAME + "\n", NAME),
        (ITS_DAY + ANNOUNCED + NAME + "\n", NAME),
        (ITS_DAY + SIGNED + NAME + "\n", NAME),
        (ITS_DAY.strip() + ANNOUNCED + NAME + "\n", NAME),
        ("三、" + ITS_DAY + ANNOUNCED + NAME + "\n", NAME),
        (ITS_DAY + ANNOUNCED + SIGNED + "养老办法\n", "养老办法"),
        (ITS_DAY + ANNOUNCED + SIGNED + NAME + "（2023年修正）\n", NAME + "（2023年修正）"),
        (ITS_DAY + ANNOUNCED + SIGNED + "附件\n" + NAME + "\n", NAME),
        (ITS_DAY + ANNOUNCED + SIGNED + "附件：" + NAME + "（修正本）\n", NAME + "（修正本）"),
        (ITS_DAY + ANNOUNCED + SIGNED + f"附：{NAME}\n", NAME),
        (
            ITS_DAY
            + SIGNED
            + NAME
            + "\n（2018年11月8日公布　根据2023年5月27日《云州市人民政府关于修改〈云州市养老办法〉的决定》修正）\n",
            NAME,
        ),
        (ITS_DAY + SIGNED + NAME + "\n目录\n第一章 总则\n", NAME),
    ],
)
def test_shapes(between: str, printed: str) -> None:
    document = read(ABOVE + between + BELOW)
    assert document.reprint is not None
    assert (document.reprint.title, document.reprint.doc_number) == (NAME, "云政发〔2018〕1号")
    assert document.reprint.printed == printed
    assert document.reprint.span.of(document.text).endswith(BELOW)
    assert [a.address for a in document.amendments] == ["第二条", "第五条"]
    assert (document.effective_on, document.valid_until) == ("2023-07-01", "2027-12-31")
    assert (document.doc_number, document.kind) == ("云政发〔2023〕3号", "办法")
    assert "".join(c.span.of(document.text) for c in document.clauses) == document.text


def test_its_clauses_bear_its_title_and_their_own_numbers() -> None:
    document = read(WHOLE)
    assert articles(document)["第二条"] == "d/第一章/第二条"
    clause = next(c for c in document.clauses if c.label == "第二条")
    assert clause.path == (NAME, "第一章 总则", "第二条")
    assert clause.body.of(document.text) == "第二条 每人每月补贴260元。"
    assert {c.path for c in document.clauses if c.id in ("d/一", "d/二")} == {
        ("一、将第二条修改为",),
        ("二、删去第五条",),
    }


def test_what_it_amends_is_said_once_in_the_text_as_amended() -> None:
    document = read(WHOLE)
    found = {document.clauses[passage.clause].id for passage in passages(document)}
    assert {"d/第一章/第二条", "d/施行"} <= found
    assert not {"d/一", "d/二"} & found
    alone = read(ABOVE + ITS_DAY + SIGNED)
    assert "d/一" in {alone.clauses[passage.clause].id for passage in passages(alone)}


def test_a_decree_in_front_of_it() -> None:
    decree = (
        "云州市人民政府令\n第123号\n《云州市人民政府关于修改〈云州市养老办法〉的决定》已经2023年5月20日市人民政府第5次常务会议通过，"
        "现予公布，自2023年7月1日起施行。\n市长 张三\n2023年5月27日\n"
    )
    document = read(decree + ABOVE.replace("云政发〔2023〕3号\n", "") + ANNOUNCED + NAME + "\n" + BELOW)
    assert document.reprint is not None
    assert (document.effective_on, document.issued_on) == ("2023-07-01", "2023-05-27")


def test_new_words_about_the_force_of_the_text_say_nothing_of_the_decision() -> None:
    item = "三、将第四条修改为：“本办法自2019年1月1日起施行。”\n"
    document = read(
        ABOVE.replace("作如下修改：", "作如下修改，自2023年7月1日起施行。")
        + item
        + SIGNED
        + NAME
        + "\n"
        + BELOW
    )
    assert document.effective_on == "2023-07-01"


def test_what_the_text_ends_it_ended_when_it_began_itself() -> None:
    assert [(r.title, r.on) for r in read(WHOLE).repeals] == [("云州市敬老办法", "2019-01-01")]
    undated = WHOLE.replace("自2019年1月1日起施行，", "")
    assert not read(undated).repeals


def test_a_new_name() -> None:
    new = "云州市居家服务办法"
    renamed = WHOLE.replace("二、删去第五条。", f"二、名称修改为《{new}》。\n三、删去第五条。").replace(
        f"\n{NAME}\n", f"\n{new}\n"
    )
    anew = read(renamed).reprint
    assert anew is not None
    assert (anew.title, anew.printed) == (NAME, new)


OTHER = "云州市助餐办法"


@pytest.mark.parametrize(
    "text",
    [
        ABOVE + ITS_DAY + SIGNED,
        ABOVE + ITS_DAY + SIGNED + OTHER + "\n" + BELOW,  # another text
        WHOLE.replace(f"\n{NAME}\n", f"\n{NAME}（修改前）\n"),
        WHOLE + OTHER + "\n第一条 甲。\n",
        WHOLE.replace("的决定\n", "的决定（征求意见稿）\n", 1).replace(f"\n{NAME}\n", f"\n{NAME}（草案）\n"),
        WHOLE.split(NAME + "\n" + BELOW)[0] + NAME + "\n",  # cut off behind its title
        NAME + "\n" + BELOW,
    ],
)
def test_what_prints_nothing_anew(text: str) -> None:
    assert read(text).reprint is None
