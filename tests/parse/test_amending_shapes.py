"""How offices write what they amend: each shape is understood, or told as an amendment of no clause in particular."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document, Kind

NAME = "云州市养老办法"
ORDER, SOME, TITLE = ("条文顺序", "renumbered"), ("有关条款", "changed"), ("标题", "changed")


def read(*lines: str) -> Document:
    return read_document(
        SourceFile("d", Path("d.txt"), "\n".join(lines) + "\n", "0" * 64, "0" * 64, Sidecar())
    )


def decision(*items: str, title: str = f"云州市人民政府关于修改《{NAME}》的决定") -> Document:
    below = ("本决定自2023年7月1日起施行。", "云州市人民政府", "2023年5月27日")
    return read(title, "决定作如下修改：", *items, *below)


def told(document: Document) -> list[tuple[str, str]]:
    assert {amendment.title for amendment in document.amendments} <= {NAME}
    return [(amendment.address, amendment.change.value) for amendment in document.amendments]


def replaced(*addresses: str) -> list[tuple[str, str]]:
    return [(address, "replaced") for address in addresses]


def changed(*addresses: str) -> list[tuple[str, str]]:
    return [(address, "changed") for address in addresses]


def added(*addresses: str) -> list[tuple[str, str]]:
    return [(address, "added") for address in addresses]


def deleted(*addresses: str) -> list[tuple[str, str]]:
    return [(address, "deleted") for address in addresses]


def renumbered(*addresses: str) -> list[tuple[str, str]]:
    return [(address, "renumbered") for address in addresses]


@pytest.mark.parametrize(
    ("item", "amended"),
    [
        # 修改为
        ("一、将第十条修改为：按月发放，见第九条规定。", replaced("第十条")),
        ("一、第三条改为：“甲。”", replaced("第三条")),
        ("一、第三条更改为：“甲。”", replaced("第三条")),
        ("一、第三条表述为：“甲。”", replaced("第三条")),
        ("一、将原办法第三条修改为“甲。”", replaced("第三条")),
        ("一、将第十条和第十一条合并为一条，作为第十条，修改为：“甲。”", replaced("第十条", "第十一条")),
        ("一、将第十条、第十一条合并，作为第十条，修改为：“甲。”", replaced("第十条", "第十一条")),
        ("一、将第十条、第十一条合并为第十条。", changed("第十条", "第十一条")),
        ("一、将第十条拆分为两条，作为第十条、第十一条，修改为：“甲。”", replaced("第十条")),
        ("一、将第十条分为二条，作为第十条、第十一条，修改为：“甲。”", replaced("第十条")),
        # 部分修改
        ("一、第三条第一款第二项修改为：“（二）甲；”", changed("第三条")),
        ("一、第三条第三项、第五项修改为：“甲”", changed("第三条")),
        ("一、第七条中“甲”修改为“乙”。", changed("第七条")),
        ("一、第七条“甲”改为“乙”，“丙”改为“丁”。", changed("第七条")),
        ("一、第三条、第五条第一款、第七条中的“甲”修改为“乙”。", changed("第三条", "第五条", "第七条")),
        ("一、第十条第一款“甲”后增加“乙”。", changed("第十条")),
        ("一、第三条去掉“甲”。", changed("第三条")),
        ("一、在第三条中补充规定：“甲。”", changed("第三条")),
        ("一、对第三条作如下修改：将“甲”修改为“乙”。", changed("第三条")),
        ("一、第十条前款修改为：“甲。”", changed("第十条")),
        ("一、关于第三条\n将第一款修改为：“甲。”", changed("第三条")),
        ("一、第三条作如下修改：\n（一）第一款修改为：“甲。”\n（二）删去第二款。", changed(*["第三条"] * 3)),
        # 增加款、项
        ("一、第八条增加一款，作为第三款：“甲。”", changed("第八条")),
        ("一、第八条增加一项，作为第（五）项：“甲。”", changed("第八条")),
        ("一、第三条第一款后增加一款，作为第二款：“甲。”", changed("第三条")),
        ("一、第三条第（一）项后增加一项：“甲”", changed("第三条第（一）项")),
        # 增加条、章
        ("一、第十二条后增加一条，作为第十二条之一：按人发放。", added("第十二条之一")),
        ("一、在第十二条之后增加二条，分别作为第十二条之一、第十二条之二：“甲。”", added("第十二条之一", "第十二条之二")),
        ("一、在第十二条与第十三条之间增加一条，作为第十三条：“甲。”", added("第十三条")),
        ("一、在第二章增加一条，作为第十条：“甲。”", added("第十条")),
        ("一、在第三章中增加一节，作为第二节“甲”。", added("第二节")),
        ("一、新增一条作为第十一条：“甲。”", added("第十一条")),
        ("一、增加第十条之一：“甲。”", added("第十条之一")),
        ("一、第八条增加一款，第九条改为第十条。", [*changed("第八条"), *renumbered("第九条")]),
        # 删去
        ("一、删去第二十条至第二十五条。", deleted("第二十条至第二十五条")),
        ("一、取消第三条。", deleted("第三条")),
        ("一、第三条予以废止。", deleted("第三条")),
        ("一、第三条不再适用。", deleted("第三条")),
        ("一、第十条第二款删去。", changed("第十条")),
        # 条号
        ("一、第十五条改为第十六条。", renumbered("第十五条")),
        ("一、第十条修改为第十一条。", renumbered("第十条")),
        ("一、第十五条至第二十条改为第十六条至第二十一条。", renumbered("第十五条至第二十条")),
        ("一、第十五条、第十六条分别改为第十六条、第十七条。", renumbered("第十五条", "第十六条")),
        ("一、第十五条改为第十六条，第十六条改为第十七条。", renumbered("第十五条", "第十六条")),
        ("一、第十五条改为第十六条，第一款修改为：“甲。”", changed("第十五条")),
        ("一、第十五条改为第十六条，将其中的“甲”修改为“乙”。", changed("第十五条")),
        ("一、原第十一条改为第十二条，修改为：“甲。”", replaced("第十一条")),
        ("一、条文序号作相应调整。", [ORDER]),
        ("一、此外，对条文顺序和个别文字作相应调整和修改。", [ORDER, SOME]),
        # 没有条号
        ("一、将本办法中的“民政部门”统一修改为“卫生健康部门”。", changed("含“民政部门”的条款")),
        ("一、将文中“甲局”“乙局”修改为“丙局”。", changed("含“甲局”的条款", "含“乙局”的条款")),
        ("一、将“甲局”修改为“乙局”，“丙科”修改为“丁科”。", changed("含“甲局”的条款", "含“丙科”的条款")),
        ("一、删去全文中的“试行”。", changed("含“试行”的条款")),
        ("一、第三条修改为：“甲。”\n二、对部分条款的文字作相应修改。", [*replaced("第三条"), SOME]),
        ("一、第二章章名修改为“服务”。", changed("第二章章名")),
        ("一、名称修改为《云州市养老服务办法》。", [TITLE]),
        ("一、将题目修改为：“云州市养老服务办法”。", [TITLE]),
        # 什么也没有改
        ("一、各部门应当依照修改后的第三条办理。", []),
        ("一、对《云州市养老办法》作如下修改。", []),
        ("一、本决定自2023年7月1日起施行。", []),
    ],
)  # fmt: skip
def test_a_shape(item: str, amended: list[tuple[str, str]]) -> None:
    assert told(decision(item)) == amended


def test_several_amendments_of_one_clause_are_all_told() -> None:
    items = ("一、第三条第一款修改为：“甲。”", "二、第三条、第五条中的“乙”修改为“丙”。")
    document = decision(*items)
    assert told(document) == changed("第三条", "第三条", "第五条")
    assert [a.span.of(document.text) for a in document.amendments] == [items[0], items[1], items[1]]


NEW = "第十条　按月发放。\n前款见第九条，可以修改第八条。"


@pytest.mark.parametrize("opens", ["将第十条修改为：", "增加一条，作为第十条："])
def test_new_provisions_without_quotation_marks_are_the_item_s(opens: str) -> None:
    document = decision(f"一、{opens}\n{NEW}", "二、删去第五条。")
    assert [c.label for c in document.clauses if c.label] == ["一、", "二、"]
    assert [address for address, _ in told(document)] == ["第十条", "第五条"]
    assert document.amendments[0].span.of(document.text) == f"一、{opens}\n{NEW}"


def test_items_on_one_line() -> None:
    line = (
        "一、将第十条修改为：按月发放；二、第十二条后增加一条，作为第十二条之一：按人发放；三、删去第五条。"
    )
    assert told(decision(line)) == [*replaced("第十条"), *added("第十二条之一"), *deleted("第五条")]


def test_items_in_paragraphs_without_numbers() -> None:
    item = "一、在第七条中增加一项作为第六项，即：“甲；”\n第九条修改为：“乙。”\n第十三条后增加一条作为第十四条，即：“丙。”"
    assert told(decision(item)) == [*changed("第七条"), *replaced("第九条"), *added("第十四条")]


def test_items_numbered_like_articles() -> None:
    document = decision(
        "第一条　将第三条修改为：“甲。”", "第二条　增加一条，作为第四条：“乙。”", "第三条　删去第五条。"
    )
    assert told(document) == [*replaced("第三条"), *added("第四条"), *deleted("第五条")]
    assert [c.label for c in document.clauses if c.kind is Kind.ARTICLE] == ["第一条", "第二条", "第三条"]


@pytest.mark.parametrize(
    ("title", "amended"),
    [
        ("云州市养老条例修正案", "云州市养老条例"),
        ("《云州市养老条例》修正案", "云州市养老条例"),
        ("云州市养老条例修正案（二）", "云州市养老条例"),
        ("中华人民共和国老年人法修正案（十一）", "中华人民共和国老年人法"),
        ("云州市养老条例修正案（草案）", None),
        ("关于《云州市养老条例修正案》的说明", None),
    ],
)
def test_a_bill(title: str, amended: str | None) -> None:
    document = read(
        title,
        "（2023年5月27日云州市第十六届人民代表大会常务委员会第五次会议通过）",
        "一、第三条修改为：“甲。”",
        "二、增加一条，作为第十二条之一：“乙。”",
        "三、本修正案自2023年7月1日起施行。",
    )
    assert {a.title for a in document.amendments} == ({amended} if amended else set())
    if amended:
        assert [a.address for a in document.amendments] == ["第三条", "第十二条之一"]
        assert (document.kind, document.effective_on, document.title) == ("修正案", "2023-07-01", title)


def test_what_names_no_clause_in_a_notice_that_adjusts_is_not_taken_for_an_amendment() -> None:
    document = decision(
        "一、补贴由每月100元调整为200元。", title=f"云州市人民政府关于调整《{NAME}》补贴标准的通知"
    )
    assert not document.amendments


@pytest.mark.parametrize(
    "unit",
    [
        "将“甲”修改为“乙”、",
        "“甲”",
        "修改为：甲\n",
        "第三条改为第四条，",
        "增加一条，作为第三条：\n",
        "条文顺序",
    ],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    import time

    began = time.process_time()
    decision("一、" + unit * (20_000 // len(unit)))
    assert time.process_time() - began < 10
