"""Values survive the round trip through JSON, types and all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiyang_qa.index.codec import encode, reader
from yiyang_qa.types import Clause, Document, Kind, Part, Rank, Span, UnitRole

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
SPANS = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))
st.register_type_strategy(str, TEXT)
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))

read_document = reader(Document)


@given(st.from_type(Document))
@settings(deadline=None)  # a whole document takes long to draw on a busy machine
def test_a_document_is_one_line_and_comes_back_equal(document: Document) -> None:
    (line,) = encode(document).splitlines()
    assert read_document(line) == document


@given(st.from_type(Clause))
def test_a_clause_comes_back_with_its_types(clause: Clause) -> None:
    back = reader(Clause)(encode(clause))
    assert back == clause
    assert type(back.span) is Span
    assert type(back.kind) is Kind
    assert type(back.rank) is Rank
    assert [type(unit.role) for unit in back.units] == [UnitRole] * len(clause.units)
    assert (type(back.path), type(back.parts)) == (tuple, tuple)


@given(st.binary(max_size=8), st.integers(0))
def test_what_is_not_its_json_is_a_value_error(noise: bytes, at: int) -> None:
    data = encode(Part("一是", Span(0, 4)))
    at %= len(data)
    spoiled = data[:at] + noise + data[at + len(noise) :]
    try:
        assert isinstance(reader(Part)(spoiled), Part)
    except ValueError:
        assert spoiled != data


def test_types_are_held_to() -> None:
    with pytest.raises(ValueError, match="label"):
        reader(Part)(b'{"label": 1, "span": [0, 4], "row": null}')
    with pytest.raises(ValueError, match="int"):
        reader(Span)(b'[0, "4"]')


def test_a_date_too() -> None:
    assert reader(date)(encode(date(2023, 10, 18))) == date(2023, 10, 18)
