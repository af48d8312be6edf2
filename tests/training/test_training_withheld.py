"""Clauses that state a fact are found in every document, and what only stands near them is not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from training.near_misses import Blindfolded
from training.withheld import Facts

from yiyang_qa.building import build, open_index
from yiyang_qa.embed.hashed import HashedEncoder

TEXT = """青岛市养老服务办法
第一条 对新增床位给予每张一万元的建设补贴。
第二条 对养老机构按照入住人数给予运营补贴。
第三条 市财政对新增床位给予每张一万元的建设补贴，区财政再补一半。
"""


def test_every_clause_that_states_the_fact_is_out_of_sight(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    encoder = HashedEncoder()
    build(tmp_path, tmp_path / "index", encoder)
    index = open_index(tmp_path / "index", encoder)
    hidden = Facts(index).stating("对新增床位给予每张一万元的建设补贴")
    labels = [index.documents[0].clauses[int(c)].label for c in index.table.clause]
    assert {label for label, gone in zip(labels, hidden, strict=True) if gone} == {"第一条", "第三条"}
    ranker = Blindfolded(index, encoder)
    ranker.hidden = hidden
    read = ranker.read(["新增床位的建设补贴是多少"])
    seen = ranker.rank(read, np.ones_like(hidden))
    assert seen
    assert not hidden[[hit.row for hit in seen]].any()
    assert ranker.elsewhere(read, ~hidden) == -np.inf
