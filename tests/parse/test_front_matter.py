"""眉首和落款 as pages really print them: titles, numbers, bodies and days, each the text's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document, Kind

BODY = "各乡镇人民政府：\n现就有关事项通知如下。\n一、对象\n老年人。\n二、标准\n每餐补贴2元。\n"


def read(text: str) -> Document:
    return read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("庆元县民政局\n关于对县政协十届三次会议第52号提案的答复", "庆元县民政局关于对县政协十届三次会议第52号提案的答复"),
        ("庆元县助餐服务待遇支付方案 |", "庆元县助餐服务待遇支付方案"),
        ("庆元县民政局关于助餐服务的通知(有效)", "庆元县民政局关于助餐服务的通知"),
        ("庆元县民政局关于助餐服务的通知（庆民发〔2020〕7号）", "庆元县民政局关于助餐服务的通知"),
        ("庆元县民政局2023年助餐工作总结", "庆元县民政局2023年助餐工作总结"),
        ("HCSD01-2023-0006\n庆元县民政局关于助餐服务的通知", "庆元县民政局关于助餐服务的通知"),
        ("关于印发庆元县助餐实施方案的通知\n庆元县助餐实施方案", "关于印发庆元县助餐实施方案的通知"),
        ("信用信息公示\n庆元县民政局关于助餐服务的通知", "庆元县民政局关于助餐服务的通知"),
        ("庆元县民政局 庆元县财政局\n关于印发《庆元县助餐办法》的\n通  知", "庆元县民政局庆元县财政局关于印发《庆元县助餐办法》的通知"),
        ("庆元县民政局\n关于对人大第71号建议的\n答 复", "庆元县民政局关于对人大第71号建议的答复"),
        ("庆元县民政局办公室 二O一O年四月六日\n庆元县政府第三次常务会议纪要", "庆元县政府第三次常务会议纪要"),
        ("庆元县政府专题会议纪要\n〔2024〕12号\n庆元县政府办公室 2024年3月5日\n关于研究助餐的会议纪要", "关于研究助餐的会议纪要"),
        ("庆元县助餐办法\n（试行）", "庆元县助餐办法（试行）"),
        ("庆元县助餐条例\n（草案修改二稿征求意见稿）", "庆元县助餐条例（草案修改二稿征求意见稿）"),
        ("无障碍浏览 长者模式\n《〈庆元县政府工作报告〉任务分工方案》政策解读", "《〈庆元县政府工作报告〉任务分工方案》政策解读"),
        ("《庆元县关于印发〈助餐办法〉的通知》\n庆民发〔2020〕7号", "庆元县关于印发〈助餐办法〉的通知"),
        ("中共庆元县委办公室 庆元县政府办公室印发《关于推进助餐的实施方案》", "中共庆元县委办公室庆元县政府办公室印发《关于推进助餐的实施方案》"),
    ],
)  # fmt: skip
def test_title(line: str, title: str) -> None:
    assert read(f"{line}\n{BODY}").title == title


@pytest.mark.parametrize(
    ("front", "number"),
    [
        ("庆元县民政局关于助餐服务的通知（庆民发〔2020〕7号）", "庆民发〔2020〕7号"),
        ("庆元县民政局转发关于助餐服务的通知（丽民发〔2020〕7号）", None),
        ("庆民发〔2020〕7号《庆元县民政局关于助餐服务的通知》\n庆元县民政局关于助餐服务的通知", "庆民发〔2020〕7号"),
        ("庆元县民政局关于助餐服务的通知\n（庆民发〔2020〕7号 2020年3月1日）", "庆民发〔2020〕7号"),
        ("庆元县民政局关于助餐服务的通知\n庆民发【2020】7号", "庆民发【2020】7号"),
        ("庆元县人民政府令第55号\n庆元县助餐服务管理规定", "庆元县人民政府令第55号"),
        ("庆元县民政局关于助餐服务的通知\n根据庆政发〔2019〕1号，", None),
        ("庆元县民政局关于助餐服务的通知\n2020年3月1日 庆民发〔2020〕7号", "庆民发〔2020〕7号"),
        ("助餐服务办法\n（庆民规〔2020〕2号 2020年11月5日县民政局、县财政局印发）", "庆民规〔2020〕2号"),
        ("庆元县民政局公告\n2024年第3号", "庆元县民政局公告2024年第3号"),
        ("丽水市人民代表大会常务委员会公告（第25号）\n丽水市助餐服务条例", "丽水市人民代表大会常务委员会公告第25号"),
    ],
)  # fmt: skip
def test_number_is_its_own(front: str, number: str | None) -> None:
    assert read(f"{front}\n{BODY}").doc_number == number


@pytest.mark.parametrize(
    ("front", "back", "issuers"),
    [
        ("庆元县民政局 庆元县财政局 中共庆元县委社会工作部 关于印发助餐方案的通知", "", ("庆元县民政局", "庆元县财政局", "中共庆元县委社会工作部")),
        ("中共丽水市委、丽水市人民政府关于加快发展助餐服务的意见", "", ("中共丽水市委", "丽水市人民政府")),
        ("发布机构：庆元县政府信息中心\n庆元县民政局关于助餐服务的通知", "", ("庆元县民政局",)),
        ("关于转发市财政局关于助餐服务的通知", "", ()),
        ("关于助餐服务的通知", "庆元县卫生健康局\n县老龄办\n2023年1月2日\n", ("庆元县卫生健康局", "县老龄办")),
        ("关于助餐服务的通知", "庆元县卫生健康局（代章）\n2023年1月2日\n", ("庆元县卫生健康局",)),
        ("关于助餐服务的通知", "庆元县卫生健康局\n2020227\n", ("庆元县卫生健康局",)),
        ("助餐服务办法\n（庆民规〔2020〕2号 2020年11月5日县民政局、县财政局印发）", "", ("县民政局", "县财政局")),
        ("财政部、国家税务总局关于助餐服务的通知", "", ("财政部", "国家税务总局")),
        ("发布机构：县政府网站\n关于助餐服务的通知", "", ()),
        ("庆元县人民政府令第55号\n庆元县助餐服务管理规定", "", ("庆元县人民政府",)),
    ],
)  # fmt: skip
def test_issuers_one_by_one(front: str, back: str, issuers: tuple[str, ...]) -> None:
    assert read(f"{front}\n{BODY}{back}").issuers == issuers


@pytest.mark.parametrize(
    ("front", "back", "issued", "published"),
    [
        ("关于助餐服务的通知\n2019-12-26\n庆民发〔2017〕35号", "庆元县民政局\n2017年2月21日\n", "2017-02-21", "2019-12-26"),
        ("关于助餐服务的通知", "庆元县民政局\n二OO八年六月四日\n", "2008-06-04", None),
        ("关于助餐服务的通知", "一九九六年五月十五日\n", "1996-05-15", None),
        ("庆元县民政局公告\n2024年第3号", "", None, None),
        ("关于助餐服务的通知\n庆民发〔2018〕39号\n2018年12月5日", "", "2018-12-05", None),
        ("关于助餐服务的通知\n（庆民发〔2018〕39号 2018年12月5日）", "", "2018-12-05", None),
    ],
)  # fmt: skip
def test_the_day_of_the_text_and_that_of_the_page(
    front: str, back: str, issued: str | None, published: str | None
) -> None:
    d = read(f"{front}\n{BODY}{back}")
    assert (d.issued_on, d.published_on) == (issued, published)


def test_a_long_addressee_is_one() -> None:
    bodies = "、".join(
        ["民政厅（局）", "卫生健康委", "医疗保障局", "财政厅（局）", "教育厅（教委、局）", "老龄办"] * 5
    )
    d = read(f"关于助餐服务的通知\n各省、自治区、直辖市{bodies}：\n一、对象\n老年人。\n")
    assert [c.kind for c in d.clauses][:2] == [Kind.TITLE, Kind.ADDRESSEE]
    assert d.region is not None
    assert d.region.name == "全国"


def test_an_addressee_may_end_in_a_ratio_sign() -> None:
    d = read("关于助餐服务的通知\n各乡镇人民政府∶\n一、对象\n老年人。\n")
    assert [c.kind for c in d.clauses][:2] == [Kind.TITLE, Kind.ADDRESSEE]


@pytest.mark.parametrize(
    "line",
    [
        "解读：《镇江市养老服务补贴办法》",
        "解读《镇江市养老服务补贴办法》：让老年人安享晚年",
        "一图读懂《镇江市养老服务补贴办法》",
        "一图读懂 | 镇江市养老服务补贴政策",
        "【政策解读】关于《镇江市养老服务补贴办法》的解读说明",
        "《镇江市养老服务补贴办法》政策解读",
        "图解：《镇江市养老服务补贴办法》",
    ],
)
def test_a_text_that_explains_another_is_known_by_its_title(line: str) -> None:
    body = (
        "2023-05-06\n一、出台背景\n为规范补贴，废止《镇江市养老服务补贴规定》。\n二、主要内容\n办法共五章。\n"
    )
    document = read(f"首页 > 政务公开 > 政策解读\n{line}\n{body}")
    assert (document.title, document.kind) == (line, "解读")
    assert document.region
    assert document.region.name == "镇江市"
    assert document.repeals == ()


def test_a_link_to_an_explanation_is_no_title() -> None:
    notice = "关于发放补贴的通知\n各区民政局：\n一、按月发放。\n二、按时报送。\n市民政局\n2023年5月6日\n"
    document = read(f"{notice}相关解读\n一图读懂《镇江市养老服务补贴办法》\n")
    assert (document.title, document.kind) == ("关于发放补贴的通知", "通知")
    assert document.clauses[-1].kind is Kind.FURNITURE


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("2023年养老服务政策汇总\n一、补贴\n每月50元。\n", "2023年养老服务政策汇总"),
        (
            "来源：日报\n镇江市召开养老服务工作推进会\n2023-05-06\n会议今日召开。\n",
            "镇江市召开养老服务工作推进会",
        ),
        (
            "# 镇江市护理补贴标准表\n\n|项目|标准|\n|---|---|\n|津贴|50元|\n|补贴|80元|\n",
            "镇江市护理补贴标准表",
        ),
        ("镇江市护理补贴一览\n项目      对象      标准\n津贴  老年人  50元\n", "d"),
        ("附件\n镇江市重点任务安排\n一、建站。\n二、助餐。\n", "镇江市重点任务安排"),
        ("镇江市卫生健康委员会\n现将有关事项通知如下。\n一、建站。\n", "d"),
        ("首页 政务公开 政策文件 互动交流\n一、建站。\n", "d"),
        ("为了推进养老服务发展\n一、建站。\n", "d"),
        ("健全服务网络\n提升服务能力\n一、建站。\n", "d"),
    ],
)
def test_a_title_that_no_kind_of_document_ends(text: str, title: str) -> None:
    assert read(text).title == title


def test_the_day_of_a_page_may_stand_before_its_fields() -> None:
    document = read(f"镇江市助餐服务办法\n2023-05-06 10:00 来源：镇江市民政局 编辑：张三\n{BODY}")
    assert (document.published_on, document.clauses[1].kind) == ("2023-05-06", Kind.FIELD)


@pytest.mark.parametrize(
    "fields",
    [
        "> 文号：甘政发〔2023〕5号\n> 成文日期：2023年4月5日\n> 发文机关：甘州区人民政府\n> 有效性：有效",
        "> **发文字号**：甘政发〔2023〕5号\n> **成文日期**：2023年4月5日\n> **发文机关**：甘州区人民政府\n> **有效性**：有效",
        "> **发文字号：** 甘政发〔2023〕5号\n>\n> - **成文日期：** 2023-04-05\n> - **发文机关：** 甘州区人民政府\n> - **有效性：** 有效",
        "- **文号**：甘政发〔2023〕5号\n- **成文日期**：2023年4月5日\n- **发文机关**：甘州区人民政府\n- **有效性**：有效",
        "**文号：甘政发〔2023〕5号**\n\n**成文日期：2023年4月5日**\n\n**发文机关：甘州区人民政府**\n\n**有效性：有效**",
    ],
)
def test_fields_in_a_block_quote_and_in_bold(fields: str) -> None:
    document = read(f"# 养老服务补贴办法\n\n{fields}\n\n## 一、补贴标准\n每人每月100元。\n")
    assert (document.doc_number, document.issuers) == ("甘政发〔2023〕5号", ("甘州区人民政府",))
    assert str(document.issued_on) == "2023-04-05"
    assert document.stated_force is not None
    assert (document.stated_force.word, document.title) == ("有效", "养老服务补贴办法")


def test_what_a_path_of_menus_leads_to_is_no_title() -> None:
    document = read("首页\n> 政策文件\n> 甘州区养老服务规划\n# 甘州区养老服务规划\n一、目标\n建成十家。\n")
    assert [clause.kind for clause in document.clauses] == [Kind.FURNITURE, Kind.TITLE, Kind.HEADING]


def test_an_entry_of_a_list_does_not_sign() -> None:
    lists = "庆元县民政局公告\n现将评定结果公告如下：\n1.三级：城南养老院\n2.二级：\n南湖敬老院\n特此公告。\n"
    document = read(f"{lists}庆元县民政局\n2024年11月5日\n")
    assert document.issuers == ("庆元县民政局",)
    assert read("庆元县服务清单\n项目\n津贴\n老年人\n县民政局\n补贴\n残疾人\n县残联\n").issuers == ()


def test_who_signs_without_a_day_ends_the_text() -> None:
    assert read(f"关于助餐服务的通知\n{BODY}庆元县民政局\n").issuers == ("庆元县民政局",)


@pytest.mark.parametrize(
    "line", ["各镇（街道）：", "各口岸养老院、社会福利所：", "各缴存单位、缴存职工：", "广大市民："]
)
def test_whom_a_notice_addresses_below_a_county(line: str) -> None:
    assert [c.kind for c in read(f"关于助餐服务的通知\n{line}\n一、对象\n老年人。\n").clauses][
        1
    ] is Kind.ADDRESSEE


def test_a_first_sentence_that_lost_its_stop_is_no_title() -> None:
    document = read(
        "庆元县助餐实施办法\n为解决就餐困难，根据上级文件，现制定以下实施办法\n一、对象\n老年人。\n"
    )
    assert document.title == "庆元县助餐实施办法"
    assert [c.kind for c in document.clauses] == [Kind.TITLE, Kind.LEAD, Kind.HEADING]


def test_what_is_printed_is_titled_by_the_name_that_the_notice_gives_it() -> None:
    document = read(
        "关于印发重点事项的通知\n各乡镇人民政府：\n现将《2026年〈政府工作报告〉重点做好的事项（2026年版）》印发给你们。\n"
        "庆元县人民政府\n2026年4月8日\n2026年《政府工作报告》重点做好的事项\n（2026年版）\n一、建站\n建成十家。\n"
    )
    titles = [c.body.of(document.text) for c in document.clauses if c.kind is Kind.TITLE]
    assert titles[1:] == ["2026年《政府工作报告》重点做好的事项\n（2026年版）"]


def test_a_short_title_is_printed_again_below_what_the_site_says() -> None:
    document = read(
        "庆元县助餐条例\n时间：2024-07-22 18:31:41 来源： 法律网 作者：法律网 阅读：9379\n庆元县人大常委会\n"
        "庆元县助餐条例\n第一条 为了老年人，制定本条例。\n第二条 每餐补贴2元。\n"
    )
    assert [c.kind for c in document.clauses][1:3] == [Kind.FURNITURE, Kind.FIELD]
