"""A term that ends with an event, or runs from a day not given, is told with every clause of its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from readers import Reading, talking
from yiyang_qa.corpus import read_file
from yiyang_qa.reading import read_document

MEASURES = "丹阳市支持中小企业政策措施\n一、免收三个月房租。（责任单位：市财政局）\n二、缓缴水电费。{tail}\n"


@pytest.mark.parametrize(
    ("tail", "said"),
    [
        ("本政策执行期限至省突发事件一级响应结束。", "写明执行到“省突发事件一级响应结束”，终止的日期没有载明，请先核实是否仍在执行"),
        ("本措施执行期暂定为自发布之日起的3个月。", "写明“执行期暂定为自发布之日起的3个月”，从哪一天起算没有载明，请先核实是否仍在执行"),
        ("本措施执行期暂定为自发布之日起的3个月。\n丹阳市人民政府\n2020年2月7日", None),
        ("合作有效期均延长至疫情解除日。", None),
        ("本措施有效期至2027年底，因响应结束等原因提前终止的另行通知。", None),
    ],
)  # fmt: skip
def test_a_term_without_a_last_day(tmp_path: Path, tail: str, said: str | None) -> None:
    path = tmp_path / "danyang.txt"
    path.write_text(MEASURES.format(tail=tail), encoding="utf-8")
    told = [o.message for o in read_document(read_file(path)).oddities if o.code == "term_open"]
    assert told == ([said] if said else [])


def test_every_answer_from_the_document_says_so(reading: Reading) -> None:
    tail = "本政策执行期限至省突发事件一级响应结束。"
    answer = talking(reading({"danyang": MEASURES.format(tail=tail)}))("丹阳中小企业免几个月房租")
    assert answer.evidence[0].clause.label == "一、"
    assert "term_open" in {notice.code for notice in answer.notices}
    assert "请先核实是否仍在执行" in answer.text
