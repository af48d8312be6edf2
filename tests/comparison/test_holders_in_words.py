"""养老机构中护理型床位 and 养老机构护理型床位 are of one holder, however it is joined."""

from __future__ import annotations

from yiyang_qa.comparison.wording import wording_of


def test_what_is_in_an_institution_is_of_it() -> None:
    plain = wording_of({})
    assert plain.plain("民办养老机构中护理型床位的比例") == plain.plain("民办养老机构护理型床位的比例")
