"""Gold files that cannot be read are named with their line; pairs are ranked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from yiyang_qa.assistant import Assistant
from yiyang_qa.errors import RequestInvalid
from yiyang_qa.evaluate import Pair, measure, read_gold
from yiyang_qa.evaluate.pairs import DEPTH, Ranked, summary

PAIRS = (
    Pair("1", "shaoxing", "家庭病床每床每日补贴多少", "每床每日补贴30元", "plain"),
    Pair("2", "qingdao", "认知症照护机构建几家", "建成两家认知症照护机构", "plain"),
    Pair("3", "qingdao", "家庭病床每床每日补贴", "没有这句话", "keyword"),
)


def test_pairs_are_read_and_ranked(assistant: Assistant, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    rows = [{f: getattr(p, f) for f in ("id", "doc", "question", "evidence", "style")} for p in PAIRS]
    path.write_text("\ufeff" + "\n".join(map(json.dumps, rows)), encoding="utf-8")
    gold = read_gold(path)
    assert gold == PAIRS
    measures = measure(assistant, gold).measures
    assert measures["n"] == 3
    assert measures["by_style"]["keyword"] == {"n": 1, "hit@1": 0.0, "hit@5": 0.0, "mrr@10": 0.0}
    assert measures["by_document"]["shaoxing"] == {"n": 1, "hit@1": 1.0, "hit@5": 1.0, "mrr@10": 1.0}


def test_reciprocal_ranks_by_hand() -> None:
    ranks = (1, 2, 4, None)
    report = summary([Ranked(PAIRS[0], rank, 1.0) for rank in ranks])
    assert report.measures["hit@1"] == 0.25
    assert report.measures["hit@5"] == 0.75
    assert report.measures["mrr@10"] == round((1 + 1 / 2 + 1 / 4) / 4, 4)
    assert [line.split("  ")[1] for line in report.misses] == ["第 2 位", "第 4 位", f"第 {DEPTH} 以后 位"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "没有题目"),
        ("\n \n", "没有题目"),
        ("不是 JSON", "第 1 行"),
        ("[]", "第 1 行"),
        ('{"question": "问"}', "第 1 行缺少 'doc'"),
        ('\n{"gold": [], "id": "1"}', "第 2 行缺少 'type'"),
        ('{"id": "1", "type": "a", "question": "问", "gold": [3]}', "第 1 行"),
        ('{"id": "1", "type": "a", "question": "问", "gold": []}\n{', "第 2 行"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RequestInvalid, match=said):
        read_gold(path)


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(RequestInvalid, match="找不到"):
        read_gold(tmp_path / "none.jsonl")
    with pytest.raises(RequestInvalid, match="打不开"):
        read_gold(tmp_path)
    (tmp_path / "gbk.jsonl").write_bytes("问题".encode("gbk"))
    with pytest.raises(RequestInvalid, match="UTF-8"):
        read_gold(tmp_path / "gbk.jsonl")
