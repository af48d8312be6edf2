"""Families of official documents, each an excerpt with the table of contents that was read against it by eye.

To renew one after reading it: ``yiyang-qa outline families/NAME.txt > families/NAME.outline``.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.parse.outline import outline, table_of_contents
from yiyang_qa.passages import citables, passages
from yiyang_qa.reading import read_document
from yiyang_qa.types import Clause, Document, Kind, UnitRole

FAMILIES = Path(__file__).parent / "families"


def read(name: str) -> Document:
    text = (FAMILIES / f"{name}.txt").read_bytes().decode("utf-8")
    return read_document(SourceFile(name, Path(f"{name}.txt"), text, "0" * 64, "0" * 64, Sidecar()))


def clause(document: Document, local: str) -> Clause:
    return next(c for c in document.clauses if c.id == f"{document.id}/{local}")


@pytest.mark.parametrize("name", sorted(path.stem for path in FAMILIES.glob("*.txt")))
def test_outline_is_the_one_that_was_read(name: str) -> None:
    text = (FAMILIES / f"{name}.txt").read_bytes().decode("utf-8")
    kept = (FAMILIES / f"{name}.outline").read_text(encoding="utf-8")
    assert table_of_contents(text, outline(text, name)) == kept


#: name: title, number, issuers, 成文, 施行, 文种
SAID = {
    "decree": ("广州市老年人优待办法", "广州市人民政府令第179号", ("广州市人民政府",), "2021-01-29", "2021-05-01", "办法"),
    "front-on-one-line": (
        "北京市人民政府办公厅关于进一步支持打好新型冠状病毒感染的肺炎疫情防控阻击战若干措施",
        "京政办发〔2020〕5号", ("北京市人民政府办公厅",), "2020-02-03", None, "若干措施",
    ),
    "front-and-signature-on-one-line": (
        "遂宁市人民政府办公室印发《关于进一步支持中小微企业等领域打好新型冠状病毒感染肺炎疫情防控阻击战的若干措施》的通知",
        "遂府办发〔2020〕2号", ("遂宁市人民政府办公室",), "2020-02-04", "2020-02-04", "若干措施",
    ),
    "front-with-a-title-in-three-pieces": (
        "铁岭市人民政府关于印发铁岭市应对新型冠状病毒感染的肺炎疫情支持中小企业发展政策措施的通知",
        None, ("铁岭市人民政府",), "2020-02-07", None, "政策措施",
    ),
    "front-behind-a-menu": (
        "关于印发辽宁省应对新型冠状病毒感染的肺炎疫情支持中小企业生产经营若干政策措施的通知",
        None, (), None, None, "政策措施",
    ),
    "notice-on-a-site-read-aloud": (
        "广州市人民政府办公厅关于进一步加强特困人员救助供养工作的通知",
        "穗府办规〔2021〕7号", ("广州市人民政府办公厅",), "2021-04-13", "2021-04-13", "通知",
    ),
    "resolutions-run-together": (
        "青岛市养老服务促进条例", None, ("青岛市第十五届人民代表大会常务委员会",), "2018-09-07", "2015-05-01", "条例",
    ),
    "contents-before-a-statute": (
        "某市养老服务条例", None, ("某市第十五届人民代表大会常务委员会",), "2022-03-04", "2020-05-01", "条例",
    ),
    "lost-newlines-in-an-opinion": (
        "某市人民政府关于加快发展养老服务的实施意见", "某政发〔2021〕7号", ("某市人民政府",), "2021-03-05", None, "实施意见",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_what_the_document_says_of_itself(name: str) -> None:
    d = read(name)
    assert (d.title, d.doc_number, d.issuers, d.issued_on, d.effective_on, d.kind) == SAID[name]


#: name, row: its units with their roles, its deadlines as written
TASKS = [
    ("task-table-with-tabs", "第1行", ["市卫生健康委 responsible", "市民政局 responsible"], ["2024年12月底前"]),
    ("task-table-with-tabs", "一/第2行", ["市财政局 responsible"], ["2025年6月"]),
    ("task-table-with-tabs", "一/第3行", ["各县（市、区） local"], []),
    ("task-table-with-bars", "一/第1行", ["市民政局 lead", "市财政局 support", "市医保局 support"], ["2024年底"]),
    ("task-table-with-bars", "一/第2行", ["市财政局 lead"], ["2025年6月"]),
    ("task-table-flattened", "附件1/第1行", ["市民政局 responsible"], ["2024年底"]),
    ("task-table-flattened", "附件1/第2行", ["市财政局 responsible", "市医保局 responsible"], ["2025年6月"]),
    ("task-table-without-numbers", "附件/一/行", ["市民政局 lead", "市自然资源局 support", "各区人民政府 local"], ["2024年12月底前"]),
    ("task-table-without-numbers", "附件/一/行~2", ["市发展改革委 lead"], []),
    ("task-table-without-numbers", "附件/二/行", ["市卫生健康委（市老龄办） lead", "市民政局 support", "医保局 support"], ["2024年6月底前"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "local", "units", "due"), TASKS)
def test_a_row_of_a_task_table_is_a_clause_with_its_units_and_deadline(
    name: str, local: str, units: list[str], due: list[str]
) -> None:
    document = read(name)
    row = clause(document, local)
    assert row.kind is Kind.ROW
    assert [f"{unit.name} {unit.role.value}" for unit in row.units] == units
    assert [deadline.span.of(document.text) for deadline in row.deadlines] == due


_LISTED = "清河市养老服务政策清单\n序号\n政策名称\n补贴标准\n办理部门\n1\n高龄津贴\n每月50元\n市民政局\n2\n长护险\n每月1500元\n市医保局\n"


def test_any_table_with_numbers_is_put_back_into_rows() -> None:
    title, heads, *rows = outline(_LISTED, "d")
    assert (title.kind, heads.kind) == (Kind.TITLE, Kind.LEAD)
    assert [(row.label, row.heading) for row in rows] == [("1", "高龄津贴"), ("2", "长护险")]
    assert [part.row and part.row.cells for row in rows for part in row.parts] == [
        (("补贴标准", "每月50元"), ("办理部门", "市民政局")),
        (("补贴标准", "每月1500元"), ("办理部门", "市医保局")),
    ]


@pytest.mark.parametrize("left", ["每人一份\n", "3\n护理补贴\n"])
def test_a_table_with_numbers_and_a_cell_too_many_stays_as_it_is(left: str) -> None:
    assert not any(clause.kind is Kind.ROW for clause in outline(_LISTED + left, "d"))


_HEADS = "附件\n任务分工\n工作任务\n责任单位\n"


@pytest.mark.parametrize(
    "cells",
    [
        "新建机构\n市民政局\n各区政府\n签约合作\n市卫生健康委\n",  # one name a line
        "新建机构\n签约合作\n市卫生健康委\n改造机构\n市民政局\n",  # a cell is empty
        "新建机构\n市民政局\n签约合作\n市卫生健康委\n改造机构\n",  # a cell is left over
    ],
)
def test_a_table_that_one_row_does_not_fit_stays_as_it_is(cells: str) -> None:
    (notice,) = outline("一、按时完成。\n", "d")
    first, *_, last = outline(f"一、按时完成。\n某市民政局\n2024年3月6日\n{_HEADS}{cells}", "d")
    assert (first.kind, last.kind, first.body) == (notice.kind, Kind.LEAD, notice.body)
    assert last.body.of(f"一、按时完成。\n某市民政局\n2024年3月6日\n{_HEADS}{cells}").endswith(cells.strip())


def test_a_signature_ends_a_table_without_numbers() -> None:
    text = "工作任务\n责任单位\n新建机构\n市民政局\n签约合作\n市卫生健康委\n清河市人民政府\n2024年3月6日\n"
    assert [c.kind for c in outline(text, "d")][1:] == [Kind.ROW, Kind.ROW, Kind.SIGNATURE, Kind.DATE]


def test_a_note_below_a_numbered_table_is_no_cell() -> None:
    text = "序号\n任务\n责任单位\n1\n新建机构\n市民政局\n2\n签约\n市医保局\n注：按季度报送。\n"
    *_, last = outline(text, "d")
    assert [part.row and part.row.cells for part in last.parts] == [(("责任单位", "市医保局"),)]


def test_a_row_is_searched_with_the_headings_of_its_columns() -> None:
    texts = [p.dense for p in passages(read("task-table-with-bars"))]
    assert any(
        "支持建设：牵头单位市民政局，配合单位市财政局、市医保局，时限2024年底" in text for text in texts
    )


def test_rows_of_another_table_are_parts_of_the_clause_around_them() -> None:
    document = read("standards-in-a-markdown-table")
    around = clause(document, "一")
    assert [part.row and part.row.cells for part in around.parts] == [
        (("补贴标准", "每张1万元"), ("说明", "一次性")),
        (("补贴标准", "每张5000元"), ("说明", "一次性")),
    ]
    ((_, quoted),) = citables(around)
    assert quoted == around.body, "a short table is quoted whole, with its headings"


_STOREYS = "一、补贴标准见下表：\n等级 | 每月（元） | 每月（元）\n等级 | 机构 | 居家\n重度 | 300 | 200\n"


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("", (("机构每月(元)", "300"), ("居家每月(元)", "200"))),
        ("中度 | 180 | 100 | 另议", (("机构每月(元)", "300"), ("居家每月(元)", "200"))),
    ],
)
def test_a_value_stands_under_both_storeys_of_its_heading_or_under_none(
    below: str, told: tuple[tuple[str, str], ...]
) -> None:
    (clause,) = outline(_STOREYS + below, "d")
    assert [part.row and part.row.cells for part in clause.parts] == [told]


def test_a_task_under_two_storeys_keeps_its_units() -> None:
    text = (
        "序号 | 任务 | 责任单位 | 责任单位\n序号 | 任务 | 牵头 | 配合\n1 | 新建床位 | 市民政局 | 市财政局\n"
    )
    assert [c.id for c in outline(text, "d") if c.kind is Kind.ROW] == ["d/第1行"]


def test_a_line_that_groups_the_rows_below_it_ends_no_table() -> None:
    text = "序号 | 任务 | 牵头单位\n一、增加供给\n1 | 新建床位 | 市民政局\n2 | 改造床位 | 市财政局\n二、医养结合\n3 | 签约 | 市医保局\n"
    rows = [c.id for c in outline(text, "d") if c.kind is Kind.ROW]
    assert rows == ["d/一/第1行", "d/一/第2行", "d/二/第3行"]
    text = (
        "一、标准\n项目 | 标准\n一次性补贴\n床位补贴 | 8000元\n运营补贴 | 200元\n经常性补贴\n助餐补贴 | 3元\n"
    )
    (clause,) = outline(text, "d")
    assert [part.row and (part.row.label, *part.row.cells) for part in clause.parts] == [
        ("床位补贴", ("标准", "8000元")),
        ("运营补贴", ("标准", "200元")),
        ("助餐补贴", ("标准", "3元")),
    ]


def test_a_row_with_a_value_heads_no_column() -> None:
    (clause,) = outline("一、标准\n床位补贴 | 8000元\n运营补贴 | 200元\n", "d")
    assert clause.parts == ()


def test_roles_come_from_the_column() -> None:
    lead = clause(read("task-table-with-bars"), "一/第1行").units[0]
    assert lead.role is UnitRole.LEAD


def test_an_answer_stays_with_its_question() -> None:
    document = read("interpretation-with-questions")
    asked = clause(document, "二/问")
    assert asked.heading == "哪些老年人可以申请补贴"
    assert asked.body.of(document.text).endswith("答：符合下列条件的老年人：")
    assert clause(document, "二/问/1").path[-2] == "问：哪些老年人可以申请补贴"


def test_a_copy_read_aloud_is_never_cited() -> None:
    document = read("notice-on-a-site-read-aloud")
    cited = [span.of(document.text) for c in document.clauses for _, span in citables(c)]
    assert sum("现行特困人员" in text or "认定条件按国家" in text for text in cited) == 1


_SECTIONS = [
    "某市养老服务实施方案",
    "一、总体要求",
    "（一）指导思想。以人民为中心。",
    "（二）工作目标。到2025年，床位达到5000张。",
    "二、主要任务",
    "（一）扩大供给。违反第三条、第五条规定的，不予补贴。",
    "1.支持新建。每张床位补贴1.5万元。",
    "2.支持改建。二、三级医院应当设置老年医学科。",
    "（二）提升质量。（市民政局、市财政局负责）",
    "三、保障措施",
    "（一）加强领导。一是建机制。二是抓落实。",
    "（二）加强宣传。",
    "某市人民政府",
    "2022年5月11日",
]


def test_newlines_that_became_spaces_leave_the_front_and_the_signature_whole() -> None:
    front = [
        "某市人民政府关于加强养老服务的实施意见",
        "某政发〔2024〕3号",
        "各区人民政府，市直各单位：",
        "为加强养老服务，提出如下意见。",
    ]
    lines = [*front, *_SECTIONS[1:]]
    whole, spaced = (outline(between.join(lines), "d") for between in "\n ")
    assert [c.kind for c in spaced[:4]] == [Kind.TITLE, Kind.NUMBER, Kind.ADDRESSEE, Kind.LEAD]
    assert {c.id for c in spaced if c.path} == {c.id for c in whole if c.path}
    assert spaced[-1].body.of(" ".join(lines)) == "某市人民政府 2022年5月11日"


@pytest.mark.parametrize("kept", range(1, len(_SECTIONS)))
def test_headings_are_the_same_wherever_newlines_were_lost(kept: int) -> None:
    """Newlines are kept at every ``kept``-th line only."""
    whole = outline("\n".join(_SECTIONS), "d")
    lines = ["".join(_SECTIONS[i : i + kept]) for i in range(0, len(_SECTIONS), kept)]
    found = outline("\n".join(lines), "d")
    numbered = [c.id for c in whole if c.path]
    assert {c.id for c in found if c.path} == set(numbered)


@pytest.mark.parametrize(
    "line",
    [
        "第三条 依照本办法第一条、第二条申请的，应当提交材料。第四条规定的除外，但是申请人另有说明的，从其说明办理，不受前款限制。",
        "一、工作目标。到2025年，医养结合机构达到20家，二、三级医院全部设置老年医学科，一、二类机构全部签约，床位达到5000张。",
        "1.市民政局、市财政局 市医保局关于印发的有关方案应当公布，某某〔2021〕7号文件同时废止，各区人民政府要落实各项工作任务。",
    ],
)
def test_a_line_with_references_is_not_cut(line: str) -> None:
    assert len(line) > 40
    assert len(outline(line, "d")) == 1


def test_headings_of_columns_without_rows_cost_no_more_than_their_number() -> None:
    began = time.process_time()
    outline("工作任务\n责任单位\n" * 10_000, "d")
    assert time.process_time() - began < 8
