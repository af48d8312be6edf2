"""A last day that somebody gave by hand is told as such, never as one worked out."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.assistant import Assistant
from yiyang_qa.building import build, open_index
from yiyang_qa.embed import Encoder
from yiyang_qa.types import Question

TEXT = """平度市老年食堂办法
第一条 老年食堂每餐补助3元。
第二条 本办法自2024年5月1日起施行{term}。
平度市民政局
2024年4月1日
"""


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        (("，有效期5年", ""), "推算至2029年5月1日", "核定"),
        (("，有效期5年", 'valid_until = "2029-04-30"'), "至2029年4月30日（经人工核定，原文未写明）", "推算"),
        (("，有效期至2029年4月30日", 'valid_until = "2029-04-30"'), "2029年4月30日", "核定"),
    ],
)
def test_a_last_day_is_told_by_where_it_comes_from(
    tmp_path: Path, encoder: Encoder, text: tuple[str, str], said: str, unsaid: str
) -> None:
    term, notes = text
    (tmp_path / "meals.txt").write_text(TEXT.format(term=term), encoding="utf-8")
    (tmp_path / "meals.toml").write_text(notes, encoding="utf-8")
    build(tmp_path, tmp_path / "index", encoder)
    assistant = Assistant(open_index(tmp_path / "index", encoder, tmp_path), encoder)
    answer = assistant.ask(Question("平度市老年食堂办法有效期到什么时候"))
    assert said in answer.text
    assert unsaid not in answer.text
