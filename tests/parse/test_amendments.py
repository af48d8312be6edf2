"""修改决定: its outline, and the clauses of other documents that it amends."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.parse.pointers import ORDER, SOMEWHERE, TITLE, Pointer, held, pointer
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document


def read(text: str) -> Document:
    return read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))


def decision(*items: str, title: str = "云州市人民政府关于修改《云州市养老办法》的决定") -> Document:
    lines = (
        title,
        "决定作如下修改：",
        *items,
        "本决定自2023年7月1日起施行。",
        "云州市人民政府",
        "2023年5月27日",
    )
    return read("\n".join(lines) + "\n")


def told(document: Document) -> list[tuple[str | None, str, str]]:
    return [(a.title, a.address, a.change.value) for a in document.amendments]


def ids(document: Document) -> list[str]:
    return [clause.id.removeprefix("d/") for clause in document.clauses if clause.label]


@pytest.mark.parametrize(
    ("item", "amended"),
    [
        ("一、将第三条修改为：“新的文字，见第九条。”", [("第三条", "replaced")]),
        ("一、第三条修改为：“第三条　新的文字。”", [("第三条", "replaced")]),
        ("一、删去第五条。", [("第五条", "deleted")]),
        ("一、第五条予以删去。", [("第五条", "deleted")]),
        ("一、删去第五条、第六条第二款。", [("第五条", "deleted"), ("第六条", "changed")]),
        ("一、删去第七条第（二）项。", [("第七条第（二）项", "changed")]),
        ("一、第八条增加一款，作为第二款：“签约。”", [("第八条", "changed")]),
        ("一、增加一条，作为第十条之一：“按月发放。”", [("第十条之一", "added")]),
        ("一、在第二十条后增加一条，作为第二十一条：“释义。”", [("第二十一条", "added")]),
        ("一、将第十二条改为第十三条，修改为：“监督。”", [("第十二条", "replaced")]),
        ("一、将第七条中的“甲”修改为“乙”。", [("第七条", "changed")]),
        ("一、将第七条至第九条中的“甲”修改为“乙”。", [("第七条至第九条", "changed")]),
        ("一、将第二章章名修改为“服务”。", [("第二章章名", "changed")]),
        ("一、第三条第一款修改为：“甲。”\n增加一款，作为第三款：“乙。”", [("第三条", "changed")]),
        ("一、将第三十条改为第七十条，作为第八章第七十条，修改为：“应急。”", [("第三十条", "replaced")]),
        (
            "一、增加一章，作为第八章“应急”，包括第七十条至第七十二条。",
            [("第八章", "added"), ("第七十条至第七十二条", "added")],
        ),
        (
            "一、将第十条第二款和第九条、第八条中的“依法”删去。",
            [("第十条", "changed"), ("第九条", "changed"), ("第八条", "changed")],
        ),
        ("一、《办法》第五条“8000元”修改为“10000元”。", [("第五条", "changed")]),
        ("一、条文顺序作相应调整。", [("条文顺序", "renumbered")]),
        ("一、依照第三条规定办理。", []),
    ],
)
def test_an_item(item: str, amended: list[tuple[str, str]]) -> None:
    document = decision(item)
    assert told(document) == [("云州市养老办法", *each) for each in amended]
    assert {a.span.of(document.text) for a in document.amendments} <= {item}


QUOTED = (
    "一、将第三条修改为：“第三条　政府负责。\n“坚持下列原则：\n（一）政府主导；\n（二）社会参与。”",
    "二、增加一条，作为第四条：\n“第四条　发放补贴。\n一、按月发放。\n二、按人发放。\n第五条　另行规定。”",
    "三、删去第五条。",
)


def test_quoted_provisions_open_nothing() -> None:
    document = decision(*QUOTED)
    assert ids(document) == ["一", "二", "三"]
    assert told(document) == [
        ("云州市养老办法", "第三条", "replaced"),
        ("云州市养老办法", "第四条", "added"),
        ("云州市养老办法", "第五条", "deleted"),
    ]
    assert [a.span.of(document.text) for a in document.amendments] == [*QUOTED]


def test_straight_marks_quote_as_well() -> None:
    document = decision(*(item.replace("“", '"').replace("”", '"') for item in QUOTED))
    assert ids(document) == ["一", "二", "三"]


def test_a_mark_that_is_missing_swallows_no_other_item() -> None:
    document = decision(
        QUOTED[0].replace("。”", "。"), "二、将第四条修改为：“按月发放。”", "三、删去第五条。"
    )
    assert {"一", "二", "三"} <= set(ids(document))
    assert [address for _, address, _ in told(document)] == ["第三条", "第四条", "第五条"]


def test_several_documents_by_heading_and_by_item() -> None:
    document = decision(
        "一、《云州市甲办法》（云政发〔2018〕1号）",
        "（一）将第三条修改为：“甲。”",
        "（二）删去第四条。",
        "二、将《云州市乙规定》第五条中的“《旧法》”修改为“《新法》”。",
        "三、根据《云州市上位条例》，删去《云州市丙细则》第六条。",
        title="云州市人民政府关于修改部分规章的决定",
    )
    assert told(document) == [
        ("云州市甲办法", "第三条", "replaced"),
        ("云州市甲办法", "第四条", "deleted"),
        ("云州市乙规定", "第五条", "changed"),
        ("云州市丙细则", "第六条", "deleted"),
    ]
    assert document.amendments[0].doc_number == "云政发〔2018〕1号"


def test_a_single_amendment_without_a_number() -> None:
    document = decision("将第三条修改为：“甲。”", title="云州市人民政府关于修改云州市养老办法的决定")
    assert told(document) == [("云州市养老办法", "第三条", "replaced")]
    assert document.amendments[0].span.of(document.text) == "将第三条修改为：“甲。”"


def test_paragraphs_of_one_item_without_numbers() -> None:
    item = "一、将《云州市甲办法》第四条第一款修改为：“应当遵守。”\n第五条修改为：“第五条　新的文字。”\n第六条增加一款：“乙。”"
    document = decision(item, "二、删去《云州市乙办法》第七条。", title="关于修改部分规章的决定")
    assert ids(document) == ["一", "二"]
    assert told(document) == [
        ("云州市甲办法", "第四条", "changed"),
        ("云州市甲办法", "第五条", "replaced"),
        ("云州市甲办法", "第六条", "changed"),
        ("云州市乙办法", "第七条", "deleted"),
    ]


def test_a_document_called_by_a_short_name() -> None:
    document = decision(
        "一、对《云州市甲办法》（云政发〔2018〕1号，以下简称《甲办法》）作如下修改。",
        "二、《甲办法》第五条修改为“甲”。",
        title="关于修改部分规章的决定",
    )
    assert told(document) == [("云州市甲办法", "第五条", "replaced")]


@pytest.mark.parametrize(
    ("item", "until"),
    [
        ("一、将第九条中的“有效期至2023年12月31日”修改为“有效期至2027年12月31日”。", ["2027-12-31"]),
        ("一、将第九条修改为：“本办法自2019年1月1日起施行，有效期至2027年底。”", ["2027-12"]),
        ("一、将第九条中的“2023年12月31日”修改为“2027年12月31日”。", []),
    ],
)
def test_a_new_wording_of_the_term_is_a_new_term(item: str, until: list[str]) -> None:
    document = decision(item, "二、删去第五条。")
    assert [(e.title, e.until, e.span.of(document.text)) for e in document.extensions] == [
        ("云州市养老办法", day, item) for day in until
    ]


def test_the_text_printed_anew_below_is_no_list_of_amendments() -> None:
    document = read(
        "云州市人民政府关于修改《云州市养老办法》的决定\n一、删去第五条。\n本决定自2023年7月1日起施行。\n"
        "《云州市养老办法》根据本决定作相应修改，重新公布。\n云州市人民政府\n2023年5月27日\n"
        "云州市养老办法\n第一条 为了养老，制定本办法。\n第二条 需要修改第三条的方案，报市政府。\n第三条 有方案。\n"
    )
    assert told(document) == [("云州市养老办法", "第五条", "deleted")]
    assert "第三条" in ids(document)


@pytest.mark.parametrize(
    "title",
    [
        "云州市养老办法",
        "关于修改《云州市养老办法》的决定（征求意见稿）",
        "《关于修改〈云州市养老办法〉的决定》解读",
        "云州市人民政府关于修改部分规章的决定",
    ],
)
def test_what_amends_nothing(title: str) -> None:
    assert not decision("一、将第三条修改为：“甲。”", title=title).amendments


@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("第三条", Pointer("条", 3, 3)),
        ("第十条之一", Pointer("条", 10, 10, 1)),
        ("第一百〇三条", Pointer("条", 103, 103)),
        ("第7条至第9条", Pointer("条", 7, 9)),
        ("第三条第（二）项", Pointer("条", 3, 3, 0, 2)),
        ("第四章", Pointer("章", 4, 4)),
        ("第四章至第五条", None),
        ("附则", None),
    ],
)
def test_addresses(address: str, to: Pointer | None) -> None:
    assert pointer(address) == to


_WORDS = [
    "一、",
    "二、",
    "（一）",
    "第三条",
    "第五条第二款",
    "将",
    "删去",
    "修改为",
    "增加一条，作为",
    "：",
    "“",
    "”",
    '"',
    "。",
    "，",
    "\n",
    "《云州市甲办法》",
    "中的",
    "、",
    "至",
    "第四章",
    "之一",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=40).map("".join))
def test_whatever_is_said_the_outline_holds_all_of_it(text: str) -> None:
    document = decision(text)
    assert "".join(c.span.of(document.text) for c in document.clauses) == document.text
    for amendment in document.amendments:
        unnumbered = amendment.address in (SOMEWHERE, TITLE, ORDER) or held(amendment.address) is not None
        assert unnumbered or pointer(amendment.address) is not None or "至" in amendment.address
        assert amendment.span.of(document.text).strip()


@pytest.mark.parametrize(
    "unit", ["修改为：“", "将第三条修改为：“甲。”\n", "第三条、", "《", "“", "删去第三条，"]
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    import time

    began = time.process_time()
    decision("一、" + unit * (30_000 // len(unit)))
    assert time.process_time() - began < 15
