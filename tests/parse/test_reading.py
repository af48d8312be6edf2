"""What documents say of themselves: read from the founding documents, and from short excerpts."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile, read_corpus
from yiyang_qa.parse.titles import kind_of_title
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document, UnitRole

CORPUS = {source.id: source for source in read_corpus(Path(__file__).parents[2] / "corpus")}

#: region path, number, issuers, 成文, 发布, 施行, 规划期, 文种
FACTS = {
    "chongqing-2023": (
        ("重庆市",),
        "渝卫函〔2023〕574号",
        1,
        "2023-10-18",
        "2023-10-19",
        None,
        None,
        "答复函",
    ),
    "jiangkou-2022": (
        ("贵州省", "铜仁市", "江口县"),
        None,
        1,
        "2022-05-11",
        "2022-05-13",
        None,
        None,
        "实施方案",
    ),
    "weihai-2022": (
        ("山东省", "威海市"),
        "威民发〔2022〕3号",
        4,
        "2022-01-14",
        None,
        None,
        (2022, 2024),
        "规划",
    ),
    "zhengzhou-2021": (("河南省", "郑州市"), None, 0, None, None, "2021-09", None, "实施方案"),
    "zhenjiang-2023": (("江苏省", "镇江市"), None, 12, "2023-12-12", None, None, None, "实施方案"),
}


def source(text: str, id_: str = "d", sidecar: Sidecar | None = None) -> SourceFile:
    return SourceFile(id_, Path(f"{id_}.txt"), text, "0" * 64, "0" * 64, sidecar or Sidecar())


def facts(document: Document) -> tuple[object, ...]:
    return (
        document.region.path if document.region else None,
        document.doc_number,
        len(document.issuers),
        document.issued_on,
        document.published_on,
        document.effective_on,
        document.period,
        document.kind,
    )


@pytest.mark.parametrize("id_", FACTS)
def test_founding_documents(id_: str) -> None:
    assert facts(read_document(CORPUS[id_])) == FACTS[id_]


@pytest.mark.parametrize("id_", FACTS)
def test_region_is_found_without_a_sidecar(id_: str) -> None:
    bare = read_document(source(CORPUS[id_].text, id_))
    assert bare.region is not None
    assert bare.region.path == FACTS[id_][0]


def test_note_binds_the_items_after_it_and_says_so() -> None:
    document = read_document(CORPUS["zhenjiang-2023"])
    items = [c for c in document.clauses if c.kind == "item"]
    assert len(items) == 20
    local = {"各市、区人民政府", "镇江经开区、高新区管委会"}
    for item in items:
        assert local <= {unit.name for unit in item.units}
    inherited = [unit for unit in items[14].units if unit.inherited_from]
    assert {unit.name for unit in inherited} == local
    assert {unit.inherited_from for unit in inherited} == {items[0].id}
    assert all(unit.role is UnitRole.LOCAL for unit in inherited)
    after = next(c for c in document.clauses if c.id.endswith("三/（一）"))
    assert not after.units, "the note ends with the heading it stands under"


def test_units_have_full_names_where_region_and_level_give_them() -> None:
    document = read_document(CORPUS["zhengzhou-2021"])
    clause = next(c for c in document.clauses if c.id.endswith("二/（六）"))
    assert [(u.name, u.full_name) for u in clause.units] == [
        ("市卫生健康委", "郑州市卫生健康委"),
        ("医保局", "郑州市医保局"),
        ("财政局", "郑州市财政局"),
        ("区县（市）人民政府", None),
    ]


def test_own_number_is_never_one_that_it_cites() -> None:
    text = "某市实施方案\n根据《省民政厅关于开展工作的通知》（黔卫健函〔2022〕44号）要求，制定本方案。\n一、目标\n建成体系。"
    assert read_document(source(text)).doc_number is None


def test_front_matter_on_one_line() -> None:
    text = (
        "北京市人民政府办公厅关于促进企业健康发展的若干措施 京政办发〔2020〕7号 各区人民政府，市政府各委、办、局：\n"
        "一、减轻负担\n1.停征收费。\n北京市人民政府办公厅 2020年2月5日"
    )
    document = read_document(source(text))
    assert document.title == "北京市人民政府办公厅关于促进企业健康发展的若干措施"
    assert document.doc_number == "京政办发〔2020〕7号"
    assert document.issued_on == "2020-02-05"
    assert document.region is not None
    assert document.region.name == "北京市"


def test_term_of_validity_is_counted_from_the_day_of_issue() -> None:
    text = (
        "广州市居家养老服务管理办法\n第一条 为了规范服务，制定本办法。\n第二条 本办法自印发之日起施行，有效期5年。\n"
        "广州市人民政府办公厅\n2022年9月6日"
    )
    document = read_document(source(text))
    assert (document.effective_on, document.valid_until) == ("2022-09-06", "2027-09-06")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于印发《某市养老服务发展规划(2022—2024年)》的通知", "规划"),
        ("某县人民政府关于印发某县工作实施方案的通知", "实施方案"),
        ("关于第0006号建议办理情况的答复函", "答复函"),
        ("国务院关于加快发展的指导意见", "指导意见"),
        ("某市老年人优待办法(试行)", "办法"),
        ("中华人民共和国慈善法", "法"),
        ("一份没有文种的材料", None),
    ],
)
def test_kind_is_that_of_the_printed_text(title: str, kind: str | None) -> None:
    assert kind_of_title(title) == kind


def test_sidecar_goes_before_the_text() -> None:
    document = read_document(source("一、目标\n建成体系。", sidecar=Sidecar(title="某方案", region="370000")))
    assert document.title == "某方案"
    assert document.region is not None
    assert document.region.name == "山东省"


def test_a_term_counted_from_issue_elsewhere_is_no_entry_into_force() -> None:
    text = "国务院关于促进就业的若干意见\n一、落实责任\n自本意见印发之日起30日内制定实施细则。\n国务院\n2018年11月16日"
    assert read_document(source(text)).effective_on is None


def test_issuer_is_never_the_one_of_a_cited_document() -> None:
    text = "关于保障医务人员的若干措施 根据《国务院办公厅转发通知》（国办发〔2020〕4号）精神，制定以下措施。\n一、改善条件\n改造设施。"
    assert read_document(source(text)).issuers == ()


def test_signature_with_date_and_share_button_on_one_line() -> None:
    text = "一、目标\n建成体系。\n北京市人民政府办公厅 2020年2月3日\u200d\u200d 分享："
    document = read_document(source(text))
    assert (document.issuers, document.issued_on) == (("北京市人民政府办公厅",), "2020-02-03")
