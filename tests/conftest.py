"""What holds for all tests: a property is not timed, for a busy machine would fail it; documents are read for real."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from readers import Indexed, Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.building import build, open_index
from yiyang_qa.config import Settings
from yiyang_qa.embed import Encoder, load_encoder
from yiyang_qa.index import OpenIndex

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The packaged one."""
    return load_encoder(Settings())


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Indexed:
    """Write documents, given by name, and index them for real."""

    def indexing(documents: Mapping[str, str]) -> OpenIndex:
        corpus: Path = tmp_path_factory.mktemp("corpus")
        for name, text in documents.items():
            (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
        build(corpus, corpus / "index", encoder)
        return open_index(corpus / "index", encoder, corpus)

    return indexing


@pytest.fixture(scope="session")
def reading(indexed: Indexed, encoder: Encoder) -> Reading:
    """An assistant that has read these documents."""
    return lambda documents: Assistant(indexed(documents), encoder)
