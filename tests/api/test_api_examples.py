"""Example questions are asked before they are shown."""

from __future__ import annotations

from dataclasses import replace

from yiyang_qa.api.examples import examples
from yiyang_qa.regions import gazetteer
from yiyang_qa.types import Document

DOCUMENTS = tuple(
    Document(name, "", "", name, gazetteer().named(name)[0], ()) for name in ("青岛市", "烟台市", "青岛市")
)


def test_only_what_is_answered_is_an_example() -> None:
    asked = examples(DOCUMENTS, lambda _: True)
    assert [("青岛市" in question, "烟台市" in question) for question in asked] == [
        (True, False),
        (False, True),
        (True, True),
    ]
    benefits = examples(DOCUMENTS, lambda question: "补贴" in question)
    assert len(benefits) == len(DOCUMENTS)
    assert all("补贴" in question for question in benefits)
    assert examples(DOCUMENTS, lambda _: False) == ()


def test_documents_of_no_region_have_none() -> None:
    assert examples([], lambda _: True) == ()
    assert examples([replace(document, region=None) for document in DOCUMENTS], lambda _: True) == ()
