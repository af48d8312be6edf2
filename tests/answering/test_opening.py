"""Opening an assistant: what is missing or stale is built, what cannot be read keeps the index in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.assistant import open_assistant
from yiyang_qa.building import build, open_index
from yiyang_qa.config import Settings
from yiyang_qa.embed import HashedEncoder, load_encoder
from yiyang_qa.errors import CorpusError, IndexMismatch
from yiyang_qa.types import Question

PLAN = "一、支持政策\n（一）建设补贴。每张床位给予1万元建设补贴。\n某市民政局\n2022年5月11日\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "plan.txt").write_text(PLAN, encoding="utf-8")
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")


def test_missing_index_is_built_and_a_changed_corpus_rebuilds_it(settings: Settings) -> None:
    assert set(open_assistant(settings).documents) == {"plan"}
    (settings.corpus / "more.md").write_text(PLAN, encoding="utf-8")
    assert set(open_assistant(settings).documents) == {"more", "plan"}


def test_gb18030_and_a_text_without_numbers_are_read(settings: Settings) -> None:
    (settings.corpus / "letter.txt").write_bytes(
        "我市支持建设护理院，每张床位补贴2万元。\n".encode("gb18030")
    )
    answer = open_assistant(settings).ask(Question("护理院每张床位补贴多少"))
    assert "每张床位补贴2万元" in answer.text


@pytest.mark.parametrize("bad", [b"", b"\x00\x01\x02\xff" * 50], ids=["empty", "binary"])
def test_unreadable_file_is_named_and_the_index_in_use_keeps_serving(settings: Settings, bad: bytes) -> None:
    open_assistant(settings)
    (settings.corpus / "broken.txt").write_bytes(bad)
    assert set(open_assistant(settings).documents) == {"plan"}
    with pytest.raises(CorpusError, match=r"broken\.txt"):
        build(settings.corpus, settings.index, load_encoder(settings))


def test_unreadable_file_without_an_index_is_an_error(settings: Settings) -> None:
    (settings.corpus / "broken.txt").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"broken\.txt"):
        open_assistant(settings)


def test_index_of_another_encoder_is_refused_with_the_mend(settings: Settings) -> None:
    build(settings.corpus, settings.index, HashedEncoder())
    with pytest.raises(IndexMismatch, match="yiyang-qa build"):
        open_index(settings.index, load_encoder(settings))
