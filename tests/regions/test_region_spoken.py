"""The region of a text that neither a body nor a title places: its number, whom it addresses, what it calls its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.regions import region_addressed, region_of_number, region_spoken_of


@pytest.mark.parametrize(
    ("number", "region"),
    [
        ("国办发〔2020〕52号", "全国"),
        ("国卫老龄发〔2022〕4号", "全国"),
        ("湘政办发〔2006〕28号", "湖南省"),
        ("粤府办〔2003〕53号", "广东省"),
        ("青政发〔2013〕1号", None),  # 青海, 青岛
        ("苏府办〔2013〕1号", None),  # 苏州
        ("赣市府发〔2013〕1号", None),
        ("财社〔2015〕257号", None),  # provinces leave their character out
        ("镇政发〔2024〕7号", None),
        (None, None),
    ],
)
def test_a_number_tells_only_where_no_other_gives_it(number: str | None, region: str | None) -> None:
    found = region_of_number(number)
    assert (found.name if found else None) == region


def test_only_the_nation_addresses_the_provinces() -> None:
    nation = region_addressed("各省、自治区、直辖市及新疆生产建设兵团卫生健康委：")
    assert nation is not None
    assert nation.name == "全国"
    assert region_addressed("各市、县（市、区）人民政府，省政府各部门：") is None


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("根据河南省有关规定，三门峡市和三门峡市印发了办法，我区组织实施，区民政局负责。本文所称区是三门峡市陕州区。", "陕州区"),
        ("全省各医疗机构：甘肃省已实施。（一）兰州市共有23家。（二）兰州市城关区有2例，兰州市皋兰县有1例。", "甘肃省"),
        ("各镇人民政府，区人民政府各部门：根据河南省有关规定，经区政府研究，现予以公布。", None),
        ("市直各单位：按照浙江省、浙江省民政厅和浙江省财政厅的要求，丽水市试点。", "丽水市"),
        ("本州城乡居民参保。", None),
        ("学习宁波市的做法，学习温州市的做法。", None),
        ("丽水市的做法值得推广。", "丽水市"),
        ("全市场推广，本区域适用。丽水市试点。", "丽水市"),
        ("第三条 国务院民政部门主管全国的救助工作。救助标准由省、自治区、直辖市人民政府规定。", "全国"),
        ("第三条 按照国务院民政部门制定的办法执行。", None),
        ("第三条 国务院民政部门主管全国的救助工作。本市由丽水市民政局负责。", "丽水市"),
    ],
)  # fmt: skip
def test_a_text_is_of_the_kind_of_region_that_it_calls_its_own(text: str, region: str | None) -> None:
    found = region_spoken_of(text)
    assert (found.name if found else None) == region


def test_a_title_that_names_another_region_gives_way_to_the_number() -> None:
    text = "关于学习推广上海市助餐经验的通知\n湘政办发〔2022〕3号\n各市州人民政府：\n一、要求\n认真学习。\n"
    d = read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))
    assert d.region is not None
    assert d.region.name == "湖南省"


GUIDE = """社会保险补贴申领指南
来源：{source}
社会保险补贴申领指南
一、办理条件
{condition}
二、申请
填写《云南省社会保险补贴申报审批表》。
"""


@pytest.mark.parametrize(
    ("source", "condition", "region"),
    [
        ("昆明市呈贡区人力资源和社会保障局", "经认定为就业困难人员。", "呈贡区"),
        (
            "昆明市呈贡区人力资源和社会保障局",
            "全省就业困难人员，由省人民政府确定。",
            "云南省",
        ),  # it calls itself a 省
        ("镇江市人力资源和社会保障局", "经云南省认定为就业困难人员。", "云南省"),  # a site elsewhere
        ("人民网", "经认定为就业困难人员。", "云南省"),
    ],
)
def test_the_source_of_a_page_narrows_the_region_that_its_text_names(
    source: str, condition: str, region: str
) -> None:
    text = GUIDE.format(source=source, condition=condition)
    d = read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))
    assert d.region is not None
    assert d.region.name == region


def test_the_head_of_a_site_narrows_it_too() -> None:
    text = """嵊州市人民政府
您当前的位置: >> 走进嵊州 >> 投资政策
加快工业经济发展若干政策
发布日期:2022-12-19
一、数字经济
(一)奖励。对绍兴市级数字化车间给予10万元奖励。(责任单位:市经信局)
"""
    d = read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))
    assert d.region is not None
    assert (d.region.name, d.title) == ("嵊州市", "加快工业经济发展若干政策")
