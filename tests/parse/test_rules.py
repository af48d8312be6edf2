"""The rule table: what a rule says of a line's first and last character spares work and changes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.parse.rules import RULES, TEXT, Rule, first_match
from yiyang_qa.text import fold

_ROOT = Path(__file__).parents[2]
_SOURCES = [*(_ROOT / "corpus").glob("*.txt"), *(Path(__file__).parent / "families").glob("*.txt")]
LINES = sorted(
    {
        line.strip()
        for path in _SOURCES
        for line in fold(path.read_bytes().decode("utf-8")).splitlines()
        if line.strip()
    }
)


def plainly(line: str) -> tuple[Rule, re.Match[str] | None]:
    """Every rule tried in order."""
    found = ((rule, match) for rule in RULES if (match := rule.pattern.match(line)))
    return next(found, (TEXT, None))


def same(line: str) -> bool:
    (rule, match), (plain, found) = first_match(line), plainly(line)
    return rule is plain and (match and match.span()) == (found and found.span())


def test_every_line_finds_the_rule_that_it_finds_without_the_characters() -> None:
    assert [line for line in ("", *LINES) if not same(line)] == []


@given(st.sampled_from(LINES), st.integers(0, 200), st.sampled_from(["", ":", ")", "号", "?", "1", "印发"]))
def test_so_does_every_piece_of_a_line(line: str, cut: int, end: str) -> None:
    piece = (line[cut % len(line) :] + end).strip()
    assert not piece or same(piece)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.first], ids=lambda rule: rule.kind.value)
def test_a_first_character_is_one_that_the_pattern_can_begin_with(rule: Rule) -> None:
    begun = {line[0] for line in LINES if rule.pattern.match(line)}
    assert begun <= set(rule.first)
