"""The founding documents' tables of contents, read against the sources by eye and kept here.

To renew one after reading it: ``yiyang-qa outline corpus/ID.txt > tests/parse/outlines/ID.txt``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.parse.outline import outline, table_of_contents

_ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(path.stem for path in (_ROOT / "corpus").glob("*.txt"))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_outline_is_the_one_that_was_read(document: str) -> None:
    text = (_ROOT / "corpus" / f"{document}.txt").read_bytes().decode("utf-8")
    kept = Path(__file__).parent / "outlines" / f"{document}.txt"
    assert table_of_contents(text, outline(text, document)) == kept.read_text(encoding="utf-8")
