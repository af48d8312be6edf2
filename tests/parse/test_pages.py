"""Pages of government and law sites: what they print around a text, and what of it is the text's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.parse.fields import Field, pairs
from yiyang_qa.reading import read_document
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document, Kind

NUMBER, TITLE = "庆政办发〔2023〕47号", "庆元县人民政府办公室关于印发《庆元县助餐服务实施办法》的通知"
BODY = """各乡镇人民政府：
现将《庆元县助餐服务实施办法》印发给你们，请认真组织实施。
一、服务对象
本县六十周岁以上老年人。
二、补贴标准
每餐补贴2元。
"""
SHAPES = {
    "colons, several on a line": f"索引号: 0216-2023 公开方式: 主动公开\n文号: {NUMBER} 成文日期: 2023-06-26\n发布日期：2023-07-05 有效性: 有效\n",
    "values below their names": f"  • 文号:\n\n    {NUMBER}\n  • 统一编号：\n    HCSD01-2023-0006\n  • 成文日期:\n    2023年06月26日 16:40\n"
    "  • 内容概述:\n  • 发布日期:\n\n    2023-07-05 17:10\n  • 有效性:\n    有效\n",
    "cells of a table": f"索引号: | 0216-2023 | 主题分类: | |\n发文文号: | {NUMBER} | 成文日期: | 2023年06月26日 |\n"
    "发布日期: | 2023-07-05 15:34 | 公文时效: | 有效 |\n",
    "no colons": f"索 引 号 0216-2023 主题分类 民政\n文  号 {NUMBER} 成文日期 2023-06-26\n发布日期 2023-07-05 时效性 有效\n",
    "nothing between": f"- 索引号0216-2023\n- 发文日期2023-06-26\n- 文号{NUMBER}\n- 发布日期2023-07-05\n- 有效性有效\n",
    "brackets": f"【法规类别】民政\n【发文字号】{NUMBER}\n【成文日期】2023.06.26\n【发布日期】2023.07.05\n【时效性】现行有效\n",
    "brackets, numbered": f"1. 【颁布时间】2023-07-05\n2. 【标题】{TITLE}\n3. 【发文号】{NUMBER}\n4. 【成文日期】2023-06-26\n5. 【有效性】有效\n",
}  # fmt: skip


def read(text: str) -> Document:
    document = read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))
    assert "".join(clause.span.of(text) for clause in document.clauses) == text
    return document


def at(document: Document, words: str) -> Clause:
    """The clause in which ``words`` stand first."""
    place = document.text.index(words)
    return next(c for c in document.clauses if c.span.start <= place < c.span.end)


def labels(document: Document) -> list[str]:
    return [clause.label for clause in document.clauses if clause.label]


@pytest.mark.parametrize("table", SHAPES.values(), ids=SHAPES)
def test_a_table_of_fields_is_read_in_every_shape(table: str) -> None:
    d = read(f"{table}{TITLE}\n{BODY}")
    assert (d.title, d.doc_number, d.issued_on, d.published_on) == (TITLE, NUMBER, "2023-06-26", "2023-07-05")
    assert d.stated_force is not None
    assert d.stated_force.in_force
    assert d.region is not None
    assert d.region.name == "庆元县"
    assert labels(d) == ["一、", "二、"]


def test_an_empty_field_takes_neither_the_title_nor_the_addressee() -> None:
    d = read(f"发布机构：\n内容概述：\n{TITLE}\n文号：\n{BODY}")
    assert (d.title, d.doc_number, at(d, "各乡镇").kind) == (TITLE, None, Kind.ADDRESSEE)


def test_prose_that_begins_with_the_name_of_a_field_is_prose() -> None:
    d = read(f"{TITLE}\n{BODY}三、公开\n发布机构、发布日期应当公开，由县民政局负责。\n来源可靠的资金优先。\n")
    assert {at(d, words).kind for words in ("发布机构、", "来源可靠")} == {Kind.HEADING}


@given(
    st.lists(
        st.sampled_from(
            ["文号", "有效性", "：", ":", "|", "【", "】", "\n", " ", "甲", "2023-01-02", "•", "来源"]
        )
    )
)
def test_values_lie_in_order_and_apart(pieces: list[str]) -> None:
    folded, end = fold("".join(pieces)), 0
    for field, start, stop in pairs(folded):
        assert field in Field
        assert end <= start <= stop <= len(folded)
        end = stop


AROUND = (
    "访问次数：208", "字体大小：大 中 小", "视力保护色：", "归档时间：2018-11-21", "作者：某网 时间：2024-07-09 21:02 阅读：86",
    "下载地址: 点击此处下载", "首页/ 政府信息公开 / 建议提案 / 正文", "收藏本站| 设为首页| 首页", "庆元县助餐办法.docx",
    "《助餐办法》由会员分享，可在线阅读，更多相关请搜索。", "登录 注册", "• 庆元县人民政府网站",
)  # fmt: skip


@pytest.mark.parametrize("line", AROUND)
def test_what_a_site_prints_around_a_text_is_no_clause(line: str) -> None:
    d = read(f"{line}\n{TITLE}\n• 发布日期：2023-07-05\n{line}\n{BODY}")
    assert {c.kind for c in d.clauses if line in c.body.of(d.text)} <= {Kind.FURNITURE}
    assert (d.title, d.published_on) == (TITLE, "2023-07-05")


def test_what_stands_between_two_printings_of_the_title_is_the_sites() -> None:
    d = read(f"{TITLE}\n法治资料库 2024年录入\n浙江省庆元县人民政府办公室\n{TITLE}\n{NUMBER}\n{BODY}")
    assert (d.title, d.doc_number) == (TITLE, NUMBER)
    assert at(d, "法治资料库").kind is Kind.FURNITURE


def test_a_body_alone_between_two_printings_of_the_title_issues_the_text() -> None:
    title = "庆元县助餐服务实施办法"
    d = read(f"{title}\n\n浙江省庆元县政府\n\n{title}\n第一条 本办法适用于本县。\n第二条 每餐补贴2元。\n")
    assert (d.title, d.issuers) == (title, ("浙江省庆元县政府",))


def test_a_sentence_between_two_titles_is_not_lost() -> None:
    d = read(f"{TITLE}\n每餐补贴2元，从七月起发放。\n{TITLE}\n{BODY}")
    assert at(d, "从七月起").kind is Kind.LEAD


def test_the_tail_of_a_page_is_no_part_of_the_last_clause() -> None:
    d = read(f"{TITLE}\n{BODY}分享到：\n无需注册,免费咨询\n")
    assert at(d, "无需注册").kind is Kind.FURNITURE


def test_a_numbered_menu_is_no_outline() -> None:
    menu = "政府信息公开\n1. 目录\n2. 旗人民政府\n1. 专项规划\n2. 区域规划\n"
    assert labels(read(f"{menu}{TITLE}\n{BODY}")) == ["一、", "二、"]
    assert labels(read("1. 目录\n2. 补贴标准\n3. 附则\n每餐补贴2元。\n")) == ["1.", "2.", "3."]


def test_chapters_listed_above_a_statute_are_no_outline() -> None:
    listed = "第一章总则\n第二章补贴\n第三章附则\n"
    text = "第一章总则\n第一条 为了规范助餐。\n第二章补贴\n第二条 每餐2元。\n第三章附则\n第三条 本办法自公布之日起施行。\n"
    d = read(f"庆元县助餐服务办法\n{listed}{text}")
    assert labels(d) == ["第一章", "第一条", "第二章", "第二条", "第三章", "第三条"]


def test_a_chapter_glued_into_a_line_with_its_article_below_opens() -> None:
    d = read(
        "第一章 总则第一条 为了规范助餐。第二条 每餐2元，其任务是：\n"
        "    助餐。第三条 鼓励捐赠。第二章 管理与服务第四条 由县民政局管理。第五条 由财政补贴。\n"
    )
    assert [label for label in labels(d) if "章" in label] == ["第一章", "第二章"]


def test_a_long_name_of_an_attachment_goes_on_the_list_and_the_day_may_follow() -> None:
    name = "关于将人工耳蜗纳入社会医疗保险统筹基金支付范围并解决有关人员待遇问题的通知（征求意见稿）"
    d = read(
        f"{TITLE}\n一、对象\n老年人。\n附件：1.{name}\n2.庆元县财政局庆元县卫生健康局{name}\n2023年6月26日\n"
    )
    assert (at(d, "2.庆元县财政局").kind, d.issued_on) == (Kind.ENCLOSURES, "2023-06-26")


_TWO = "附件：1.庆元县助餐办法\n2.申请表\n"


@pytest.mark.parametrize(
    "text",
    [
        f"庆元县民政局 庆元县财政局\n{TITLE}\n各乡镇人民政府：\n请遵照执行。\n{_TWO}庆元县民政局\n2023年6月26日\n",
        f"{TITLE}\n各乡镇人民政府：\n请遵照执行。\n庆元县民政局\n2023年6月26日\n{_TWO}",
    ],
    ids=["below issuers named at the head", "below the date"],
)
def test_a_list_of_attachments_is_one_wherever_it_stands(text: str) -> None:
    d = read(f"{text}附件1\n庆元县助餐办法\n第一条 每餐2元。\n")
    assert (at(d, "附件：1.").kind, at(d, "2.申请表").kind) == (Kind.ENCLOSURES, Kind.ENCLOSURES)
    assert at(d, "第一条").id.endswith("附件1/第一条")


def test_those_to_whom_a_copy_goes_are_no_part_of_the_last_article() -> None:
    text = "某市助餐办法\n第一条 为了助餐，制定本办法。\n第二条 本办法由市民政局解释。\n抄送：市委办公室，市政府办公室。\n"
    document = read(text)
    assert (document.clauses[-1].kind, document.clauses[-2].body.of(text)) == (
        Kind.FIELD, "第二条 本办法由市民政局解释。",
    )  # fmt: skip
