"""A library of its own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_library import BEDS, Library, small_library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return small_library(tmp_path)


@pytest.fixture
def beds(tmp_path: Path) -> Path:
    """A document outside the corpus."""
    path = tmp_path / "beds.txt"
    path.write_text(BEDS, encoding="utf-8")
    return path
