"""Shapes of official documents on which retrieval systems are known to fail, each a short excerpt."""

from __future__ import annotations

from pathlib import Path

import pytest

from readers import Reading
from yiyang_qa.corpus import Sidecar, SourceFile, read_file
from yiyang_qa.parse.outline import outline
from yiyang_qa.parse.parts import LONG, LONGEST
from yiyang_qa.passages import citables, passages
from yiyang_qa.reading import read_document
from yiyang_qa.types import Clause, Kind, Question


def tree(text: str) -> list[str]:
    """Local identifiers of the numbered clauses, in order."""
    return [clause.id.removeprefix("d/") for clause in outline(text, "d") if clause.path]


def clause(text: str, local: str) -> Clause:
    return next(c for c in outline(text, "d") if c.id == f"d/{local}")


def own(text: str, local: str) -> str:
    return clause(text, local).body.of(text)


def test_more_items_than_headings_keep_their_parents() -> None:
    text = "一、支持政策\n1.建设补贴。给予补贴。\n2.运营补贴。按月发放。\n3.税费减免。依法减免。\n二、工作要求\n1.加强领导。"
    assert tree(text) == ["一", "一/1", "一/2", "一/3", "二", "二/1"]
    assert own(text, "一/3") == "3.税费减免。依法减免。"
    assert clause(text, "一/3").path == ("一、支持政策", "3.税费减免")


def test_chapters_sections_articles() -> None:
    text = "第一章 总则\n第一条 为了规范管理，制定本办法。\n第二章 服务\n第一节 机构\n第二条 机构应当备案。\n第二节 人员\n第三条 人员应当持证。"
    assert tree(text) == [
        "第一章", "第一章/第一条", "第二章", "第二章/第一节", "第二章/第一节/第二条", "第二章/第二节", "第二章/第二节/第三条",
    ]  # fmt: skip


def test_volumes_chapters_articles() -> None:
    text = "第一编 总则\n第一章 基本规定\n第一条 内容。\n第二编 物权\n第一章 一般规定\n第二百零五条 内容。"
    assert tree(text) == [
        "第一编",
        "第一编/第一章",
        "第一编/第一章/第一条",
        "第二编",
        "第二编/第一章",
        "第二编/第一章/第二百零五条",
    ]


def test_chapters_with_headings_below() -> None:
    text = "第一章 规划背景\n一、发展基础\n（一）体系完善。成效明显。\n（二）能力提升。\n第二章 总体要求\n一、指导思想\n坚持以人为本。"
    assert tree(text) == [
        "第一章", "第一章/一", "第一章/一/（一）", "第一章/一/（二）", "第二章", "第二章/一",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "label",
    ["第一百〇三条", "第一百零三条", "第一千二百条", "第十条之一", "第103条", "第 三 条", "第　3　条"],
)
def test_article_numbers_of_every_spelling(label: str) -> None:
    text = f"{label} 国家建立制度。\n本条所称制度，由国务院规定。"
    local = "".join(label.split())
    assert tree(text) == [local]
    assert clause(text, local).kind is Kind.ARTICLE
    assert own(text, local) == text


def test_numbers_in_one_character_are_those_in_several() -> None:
    text = "一．主要任务\n㈠增加供给。\n⒈新建站点。\n⑴新建5个。\n⑵改造5个。\n⒉改造站点。\n㈡提升质量。\n二．保障措施"
    assert tree(text) == ["一", "一/㈠", "一/㈠/⒈", "一/㈠/⒈/⑴", "一/㈠/⒈/⑵", "一/㈠/⒉", "一/㈡", "二"]
    assert clause("二.五倍以上的，按二.五倍计算。", "导语").kind is Kind.LEAD


@pytest.mark.parametrize("line_end", ["\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\r\n"])
def test_every_line_end_ends_a_line(line_end: str) -> None:
    lines = ["某县助餐办法", "一、对象", "老年人。", "二、标准", "（一）每餐2元。", "（二）每月60元。"]
    assert tree(line_end.join(lines)) == tree("\n".join(lines)) == ["一", "二", "二/（一）", "二/（二）"]


@pytest.mark.parametrize(
    "line",
    [
        "第三条规定的条件，由县级人民政府确认。",
        "第三条、第五条所列情形除外。",
        "第十条之一规定的，由民政部门责令改正。",
        "第十条第二款所称老年人，是指六十周岁以上的公民。",
        "3.5万元以上的项目，由市级审批。",
        "３．５万元以上的项目，由市级审批。",
        "20 张床位以上的机构，给予补贴。",
        "2022年底前完成。",
        "1.5倍的标准执行。",
        "二、三级医院应当设置老年医学科。",
        "（2022年修订）的规定继续有效。",
        "15%以上的资金用于养老。",
    ],
)
def test_references_amounts_and_years_open_nothing(line: str) -> None:
    text = f"一、支持政策\n（一）建设补贴。符合下列要求的机构，\n{line}\n（二）运营补贴。"
    assert tree(text) == ["一", "一/（一）", "一/（二）"]
    assert line in own(text, "一/（一）")


@pytest.mark.parametrize(
    "line", ["第一条 到2025年，建成体系。", "第二条　和谐社区由街道建设。", "第三章 所有制"]
)
def test_a_space_after_the_number_opens_whatever_follows(line: str) -> None:
    assert tree(line) == [line[:3]]


def test_a_heading_may_speak_of_the_grade_that_its_number_names() -> None:
    assert tree("一、起付标准。\n二、二级以上医院应当设立老年医学科。\n三、其他。") == ["一", "二", "三"]


def test_spaces_inside_the_brackets_of_a_number() -> None:
    text = "一、改造对象\n（一 ）特困老年人\n( 二 )低保老年人\n（ 1 ）单人户\n（ 2 ）多人户"
    assert tree(text) == ["一", "一/（一）", "一/（二）", "一/（二）/（1）", "一/（二）/（2）"]


def test_introduction_above_children_is_kept_once() -> None:
    text = (
        "一、主要任务\n各地要结合实际，抓好以下工作。\n（一）扩大供给。支持新建。\n（二）提升能力。加强培训。"
    )
    bodies = [c.body.of(text) for c in outline(text, "d")]
    assert sum("结合实际" in body for body in bodies) == 1
    assert own(text, "一") == "一、主要任务\n各地要结合实际，抓好以下工作。"
    assert not clause(text, "一").bare


def test_heading_without_body_is_context_never_an_answer() -> None:
    text = "一、主要任务\n（一）扩大供给\n1.支持新建。给予补贴。"
    assert clause(text, "一").bare
    assert clause(text, "一/（一）").bare
    assert [list(citables(c)) != [] for c in outline(text, "d")] == [False, False, True]


def test_signature_date_and_attachment_after_the_last_clause() -> None:
    text = (
        "一、工作目标\n建成体系。\n二、保障措施\n加强领导。\n附件：1.任务分工表\n2.评分表\n某县人民政府\n2022年5月11日\n"
        "附件1\n任务分工表\n一、市民政局\n负责统筹。"
    )
    kinds = [c.kind for c in outline(text, "d")]
    assert kinds[2:6] == [Kind.ENCLOSURES, Kind.SIGNATURE, Kind.DATE, Kind.ANNEX]
    assert own(text, "二") == "二、保障措施\n加强领导。"
    assert own(text, "附件说明") == "附件：1.任务分工表\n2.评分表"
    assert own(text, "署名") == "某县人民政府"
    assert own(text, "日期") == "2022年5月11日"
    assert clause(text, "附件1/一").path[-1] == "一、市民政局"


def test_unit_suffix_on_its_own_line_belongs_to_the_clause_above() -> None:
    text = "一、任务\n1.发展居家服务。提供上门服务。\n（责任单位：市民政局、市财政局）\n2.发展社区服务。"
    assert own(text, "一/1").endswith("（责任单位：市民政局、市财政局）")
    assert tree(text) == ["一", "一/1", "一/2"]


def test_one_heading_over_a_very_long_body_is_cut_at_paragraphs() -> None:
    paragraph = "支持社会力量举办医养结合机构，按规定给予补贴。" * 12
    text = "一、支持政策\n" + "\n".join(paragraph for _ in range(8))
    parts = clause(text, "一").parts
    assert len(parts) == 8
    assert all(part.span.of(text) == paragraph for part in parts)


def test_one_paragraph_too_long_to_quote_is_cut_between_sentences() -> None:
    text = "一、支持政策\n" + "支持社会力量举办医养结合机构，按规定给予补贴。" * 120
    parts = clause(text, "一").parts
    assert all(part.span.of(text).endswith("。") for part in parts)
    assert all(part.span.end - part.span.start <= LONG for part in parts)
    assert "".join(part.span.of(text) for part in parts) == text.split("\n")[1]


def test_a_sentence_without_stops_is_still_citable_in_full() -> None:
    text = "一、支持政策\n" + "支持" * 1500
    spans = [span for c in outline(text, "d") for _, span in citables(c)]
    assert all(span.end - span.start <= LONGEST for span in spans)
    assert sum(span.of(text).count("支持") for span in spans) >= 1500


def test_first_second_third_runs_are_numbered_parts() -> None:
    text = "（一）强化保障。一是建机制。安排资金。二是优政策。每张1万元。三是推试点，争取支持。"
    assert [part.label for part in clause(text, "（一）").parts] == ["一是", "二是", "三是"]
    assert clause(text, "（一）").parts[1].span.of(text) == "二是优政策。每张1万元。"


def test_bracketed_numbers_inside_a_paragraph_are_parts() -> None:
    text = "1. 机构资质：（1）持有有效的许可证。（2）是医保定点单位。"
    assert [part.label for part in clause(text, "1").parts] == ["（1）", "（2）"]


def test_items_of_an_article_are_its_parts_and_it_is_cited_whole() -> None:
    text = "第六条 有下列情形之一的，不予补贴：\n（一）未备案的；\n（二）被处罚的。\n第七条 本办法自公布之日起施行。"
    assert tree(text) == ["第六条", "第七条"]
    assert [part.label for part in clause(text, "第六条").parts] == ["（一）", "（二）"]
    ((_, span),) = citables(clause(text, "第六条"))
    assert span.of(text) == own(text, "第六条")


def test_flattened_table_is_put_back_together() -> None:
    text = (
        "（三）发展目标\n表1:预期指标\n主要指标\n指标\n类型\n2022年目标\n2023年目标\n1\n床位占比(%)\n国家\n指标\n52\n55\n2\n机构数(个)\n市级\n"
        "指标\n2\n≧160\n三、保障"
    )
    rows = [part.row for part in clause(text, "（三）/表1").parts]
    assert [row and row.label for row in rows] == ["床位占比(%)", "机构数(个)"]
    assert rows[1] is not None
    assert rows[1].cells == (("2022年目标", "2"), ("2023年目标", "≧160"))
    assert "三" in tree(text)


def test_page_furniture_is_never_citable() -> None:
    text = "首页 > 政务公开\n点击次数：15\n关于印发方案的通知\n一、目标\n建成体系。\n某市民政局\n2022年1月4日\n主办：某市民政局\nICP备案：1号\n返回顶部"
    cited = "".join(span.of(text) for c in outline(text, "d") for _, span in citables(c))
    assert not any(word in cited for word in ("首页", "点击次数", "主办", "ICP", "返回顶部"))


def test_title_may_wrap_and_a_second_one_may_be_cut_off() -> None:
    text = (
        "某县人民政府关于印发某县创建示范县\n工作实施方案的通知\n各乡镇人民政府：\n现印发给你们。\n某县人民政府\n2022年5月11日\n"
        "某县创建示范县工作实施方案\n一、目标\n建成。\n某县人民政府2022-05-13\n\n某县人民政府关于印发某县创建示范县\n\n工作实施方案的通知\n"
    )
    titles = [c.heading for c in outline(text, "d") if c.kind is Kind.TITLE]
    assert titles == [
        "某县人民政府关于印发某县创建示范县 工作实施方案的通知",
        "某县创建示范县工作实施方案",
        "某县人民政府关于印发某县创建示范县 工作实施方案的通知",
    ]


def test_markdown_hashes_are_no_part_of_the_title() -> None:
    text = "# 某省养老服务条例\n\n2020年3月26日 某省人民代表大会常务委员会通过\n\n## 第一章  总则\n\n第一条 为了规范，制定本条例。"
    clauses = outline(text, "d")
    assert [c.kind for c in clauses] == [Kind.TITLE, Kind.ADOPTION, Kind.CHAPTER, Kind.ARTICLE]
    assert clauses[2].path == ("第一章 总则",)


def test_circled_numbers_open_the_smallest_items() -> None:
    text = "一、条件\n（1）机构条件\n①持有许可证。\n②是定点单位。\n（2）人员条件"
    assert tree(text) == ["一", "一/（1）", "一/（1）/①", "一/（1）/②", "一/（2）"]


def test_a_notice_that_only_hands_on_what_it_encloses_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    head = "关于印发《滨州市助餐补贴办法》的通知\n各县（市、区）民政局：\n"
    for lead, searched in (
        ("《滨州市助餐补贴办法》已经市政府同意，现印发给你们，请认真贯彻执行。", False),
        ("现将《滨州市助餐补贴办法》转发给你们，请遵照执行。执行中遇到问题，请径向市民政局反映。", False),
        ("现将《滨州市助餐补贴办法》印发给你们，请于6月30日前报送台账。", True),
    ):
        path.write_text(f"{head}{lead}\n一、补贴对象\n年满60周岁的老年人。\n", encoding="utf-8")
        document = read_document(read_file(path))
        quoted = [passage.span.of(document.text) for passage in passages(document)]
        assert (lead in quoted) is searched


_LEAD = "为贯彻落实国家部署，结合我市实际，制定本方案。"
_PLAN = "清河市推进居家社区养老服务实施方案"
_TASKS = (
    "一、总体要求 （一）指导思想。服务群众。 （二）工作目标。建成100个。 二、保障措施 加强领导，落实经费。"
)


@pytest.mark.parametrize(
    "front",
    [
        f"{_LEAD} {_PLAN} ",
        f"{_LEAD}{_PLAN}",
        f"{_LEAD} {_PLAN}（2023—2025年） ",
        f"现将方案印发给你们。 清河市民政局 清河市财政局 2023年5月6日 {_PLAN} 为发展养老服务，制定本方案。 ",
    ],
)
def test_a_title_behind_the_lead_on_one_line_is_a_title(front: str) -> None:
    text = front + _TASKS
    (title,) = (clause for clause in outline(text, "d") if clause.kind is Kind.TITLE)
    assert title.body.of(text).startswith(_PLAN)
    assert tree(text) == ["一", "一/（一）", "一/（二）", "二"]
    assert clause(text, "一").path == ("一、总体要求",)
    assert clause(text, "二").heading == "保障措施"


def test_a_second_text_on_the_same_line_begins_anew() -> None:
    first = "清河市养老服务办法 第一条 为了养老，制定本办法。 第二条 本办法适用于本市。"
    second = "清河市医疗补助办法 第一条 为了就医，制定本办法。 第二条 本办法自公布之日起施行。"
    text = f"{first} {second}"
    titles = [c.body.of(text) for c in outline(text, "d") if c.kind is Kind.TITLE]
    assert titles == ["清河市养老服务办法", "清河市医疗补助办法"]
    assert [c.label for c in outline(text, "d") if c.path] == ["第一条", "第二条"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "按规定办理。 现制定如下实施方案 各区要抓好落实。",
        "依法办理。具体办法由市民政局会同市财政局制定。 各区制定实施办法",
        "二、加强领导。落实《清河市养老服务规划》 和实施方案。",
    ],
)
def test_what_is_said_of_a_plan_is_no_title(text: str) -> None:
    assert not any(c.kind is Kind.TITLE for c in outline(f"一、要求。\n{text}\n二、其他。", "d"))


def test_numbers_that_carry_those_of_the_headings_above_them() -> None:
    text = (
        "某市居家养老服务规范\n1 范围\n本规范适用于机构。\n2 服务内容\n2.1 助餐服务\n2.1.1 应提供午餐。\n2.1.2 应提供晚餐。\n"
        "2.2 助浴服务\n3 评价\n3.1 每年评价一次。\n2.5 倍以上的除外。\n"
    )
    assert tree(text) == ["1", "2", "2/2.1", "2/2.1/2.1.1", "2/2.1/2.1.2", "2/2.2", "3", "3/3.1"]
    assert clause(text, "2/2.1/2.1.2").path == ("2 服务内容", "2.1 助餐服务", "2.1.2 应提供晚餐")
    assert own(text, "3/3.1").endswith("2.5 倍以上的除外。")


@pytest.mark.parametrize(
    "line", ["1.5万元以内的，全额报销。", "2.1级以上的，另行规定。", "1.1，1.2两项除外。"]
)
def test_a_measure_with_a_decimal_opens_nothing(line: str) -> None:
    assert tree(f"一、报销。\n{line}\n二、其他。\n{line}") == ["一", "二"]


def test_headings_in_brackets_head_a_text_without_numbers() -> None:
    text = "补贴指南汇编\n【补贴对象】\n老年人。\n【补贴标准】\n每月50元。\n【申请材料】\n1.身份证。\n2.户口本。\n"
    assert tree(text) == ["（补贴对象）", "（补贴标准）", "（申请材料）", "（申请材料）/1", "（申请材料）/2"]
    assert own(text, "（补贴标准）") == "【补贴标准】\n每月50元。"
    numbered = f"一、总则\n为了养老。\n{text}"
    assert "（补贴对象）" not in tree(numbered)
    assert tree("（试行）\n一、总则\n为了养老。\n（此件公开发布）\n") == ["一"]


def test_marks_that_count_on_open_items() -> None:
    text = (
        "甘州区适老化改造实施方案\n\nⅠ、总体要求\n坚持自愿申请。\nA. 工作原则。公开公正。\nB. 工作目标。完成300户。\n"
        "Ⅱ、工作流程\n第一步：申请。向村（社区）提出。\n1.身份证。\n2.申请表。\n第二步：评估。入户评估。\n"
        "Ⅲ、实施阶段\n第一阶段（2024年3月）：动员部署。\n步骤一：开会。\n步骤二：分工。\n第二阶段（2024年10月）：总结。\n"
    )
    assert tree(text) == [
        "i", "i/a", "i/b", "ⅱ", "ⅱ/第一步", "ⅱ/第一步/1", "ⅱ/第一步/2", "ⅱ/第二步",
        "ⅲ", "ⅲ/第一阶段", "ⅲ/第一阶段/步骤一", "ⅲ/第一阶段/步骤二", "ⅲ/第二阶段",
    ]  # fmt: skip
    assert clause(text, "ⅱ/第二步").path == ("Ⅱ、工作流程", "第二步：评估")
    assert own(text, "i/a") == "A. 工作原则。公开公正。"


def test_tasks_and_points_that_count_on_open_items() -> None:
    plan = (
        "一、主要任务\n任务一：扩大供给\n支持办医。\n任务二：优化服务\n发展家庭病床。\n二、保障\n加强领导。"
    )
    assert tree(plan) == ["一", "一/任务一", "一/任务二", "二"]
    assert clause(plan, "一/任务二").path == ("一、主要任务", "任务二：优化服务")
    minutes = "云岭县政府常务会议纪要\n议题一：助餐\n每餐补3元。\n议题二：护理\n每日50元。"
    assert tree(minutes) == ["议题一", "议题二"]
    assert tree("看点1：免费体检\n每年一次。\n看点2：送餐上门\n每餐2元。") == ["看点1", "看点2"]


def test_marks_stand_below_what_is_open_and_in_an_article_stay_inside() -> None:
    text = "一、材料\n（一）个人\nA、身份证。\nB、户口簿。\n（二）单位\n1.证明。\n（A）执照。\n（B）合同。\na) 正本；\nb) 副本。"
    assert tree(text) == [
        "一", "一/（一）", "一/（一）/a", "一/（一）/b", "一/（二）", "一/（二）/1",
        "一/（二）/1/（a）", "一/（二）/1/（b）", "一/（二）/1/（b）/a）", "一/（二）/1/（b）/b）",
    ]  # fmt: skip
    article = clause("第一条 下列老人：\nI. 失能的；\nII. 高龄的。\n第二条 其他。", "第一条")
    assert [part.label for part in article.parts] == ["I.", "II."]


@pytest.mark.parametrize(
    "lines",
    [
        "第一步：摸清底数。\n随后开展评估。",
        "A、B两类机构。\nB、C两类机构。",
        "第一阶段、第二阶段的任务。\n第二阶段、第三阶段的任务。",
        "第一步\n第二步\n第三步",
        "第二步：评估。\n第三步：改造。",
    ],
)
def test_marks_that_do_not_count_on_open_nothing(lines: str) -> None:
    assert tree(f"一、流程\n{lines}\n二、其他\n{lines.splitlines()[0]}") == ["一", "二"]


def test_a_mark_does_not_count_on_across_what_holds_the_first() -> None:
    assert tree("一、申请\n第一步：填表。\n二、评估\n第二步：入户。") == ["一", "二"]


def test_cells_that_look_like_marks_stay_cells() -> None:
    assert tree("一、指标\n表1 评分\nA、优秀\nB、良好\n二、其他") == ["一", "一/表1", "二"]


def test_bold_of_markdown_hides_no_number() -> None:
    text = (
        "# **甘州区补贴办法**\n\n**一、补贴标准**\n\n**（一）高龄津贴。** 每月50元。\n\n1. **对象**：老人。\n**2. 标准**：50元。\n\n"
        "** 以上**标准** 每年调整。\n**注意** 不得重复。"
    )
    assert tree(text) == ["一", "一/（一）", "一/（一）/1", "一/（一）/2"]
    assert clause(text, "一/（一）/2").path == ("一、补贴标准", "（一）高龄津贴", "2. 标准")
    assert clause(text, "一/（一）/1").heading == "对象"
    assert own(text, "一").startswith("一、补贴标准")
    assert own(text, "一/（一）").startswith("（一）高龄津贴。** 每月50元。")
    articles = outline("甘州区补贴办法\n**第一条** 为了养老，制定本办法。\n**第二条** 每月50元。", "d")
    assert [c.path for c in articles if c.path] == [("第一条",), ("第二条",)]


def test_the_section_of_a_plan_may_be_quoted_and_a_chapter_that_only_holds_others_may_not() -> None:
    text = (
        "丽水市养老服务发展规划\n\n第一章 规划背景\n第一节 发展基础\n到2020年底，全市共有养老机构19家。\n"
        "第二节 面临形势\n老年人口占比逐年上升。\n第二章 重点任务\n设施配建应当与住宅同步。\n"
    )
    quoted = {c.label: [span.of(text) for _, span in citables(c)] for c in outline(text, "d")}
    assert quoted["第一章"] == []
    assert "到2020年底，全市共有养老机构19家。" in quoted["第一节"][0]
    assert "设施配建应当与住宅同步。" in quoted["第二章"][0]


def test_the_section_of_a_plan_answers(reading: Reading) -> None:
    plan = (
        "丽水市养老服务发展规划\n丽政发〔2025〕17号\n第一章 规划背景\n第一节 发展基础\n"
        "到2024年底，全市共有养老机构19家，养老床位2600张。\n第二章 重点任务\n第二节 助餐服务\n"
        "建成老年食堂40个，对低保老年人给予每餐4元优惠。\n丽水市人民政府\n2025年3月1日\n"
    )
    answer = reading({"plan": plan}).ask(Question("丽水老年食堂低保老人每餐优惠多少"))
    assert answer.evidence[0].clause.path == ("第二章 重点任务", "第二节 助餐服务")
    assert "每餐4元" in answer.text


def test_cells_before_the_serial_number_head_the_rows_below_them() -> None:
    text = (
        "云岭县基本养老服务清单\n类别\n序号\n服务项目\n服务对象\n责任单位\n物质帮助\n1\n高龄津贴\n80周岁以上\n县民政局\n"
        "2\n服务补贴\n低保老年人\n县民政局\n照护服务\n3\n家庭床位\n失能老年人\n县医保局\n"
    )
    document = read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))
    assert tree(text) == ["物质帮助", "物质帮助/第1行", "物质帮助/第2行", "照护服务", "照护服务/第3行"]
    assert clause(text, "照护服务/第3行").path == ("照护服务", "3 家庭床位")
    units = {c.id: [unit.name for unit in c.units] for c in document.clauses}
    assert units["d/物质帮助/第2行"] == ["县民政局"]
    assert document.issuers == ()


def test_a_cell_that_goes_on_below_leaves_such_a_table_as_it_is() -> None:
    rows = "物质帮助\n1\n津贴\n老年人\n县民政局\n2\n补贴\n低保老年人\n县民政局\n县财政局\n3\n床位\n失能老年人\n县医保局\n"
    assert tree(f"云岭县服务清单\n类别\n序号\n项目\n对象\n责任单位\n{rows}") == []


def test_cells_of_a_table_may_keep_the_bars_at_their_ends() -> None:
    text = (
        "| 云岭县任务分解 |\n| 序号 |\n重点任务 |\n责任单位 |\n完成时限 |\n| 1 |\n建设站点 |\n县民政局 |\n2025年12月底 |\n"
        "| 2 |\n①发放津贴；②开展培训。 |\n县财政局 |\n2025年6月底 |\n"
    )
    row = clause(text, "第2行").parts[0].row
    assert tree(text) == ["第1行", "第2行"]
    assert row is not None
    assert row.label == "①发放津贴；②开展培训。"
    assert row.cells == (("责任单位", "县财政局"), ("完成时限", "2025年6月底"))


def test_an_age_behind_the_number_of_an_item_is_no_decimal() -> None:
    text = "一、标准\n1.0—6周岁儿童，每人每月1200元。\n2.7—14周岁儿童，每人每月600元。\n3.60周岁以上老年人，每人每月100元。"
    assert tree(text) == ["一", "一/1", "一/2", "一/3"]
    assert tree("一、标准\n1.5倍以内的部分按月计算。") == ["一"]
