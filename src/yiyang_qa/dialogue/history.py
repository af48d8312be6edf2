"""The conversation as it is handed in: what the asker has said, and what was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.dialogue.items import Pointed, listing, with_its_item
from yiyang_qa.dialogue.phatic import phatic, without_phatic
from yiyang_qa.dialogue.pointing import CITES, asks_if_in_force
from yiyang_qa.thesaurus import corrected
from yiyang_qa.types import Speaker, Turn

MAX_TURNS = 20
#: What a refusal says that the documents do not tell.
_UNSAID = re.compile("没有写明“([^”]+)”")


def without_slips(turn: str) -> str:
    """``turn`` without politeness and slips of the pen."""
    return corrected(without_phatic(turn))


def said_before(history: Sequence[Turn]) -> list[str]:
    """What the asker has said, turn by turn, as far as later ones may lean on it."""
    return [without_slips(turn.content) for turn in history if _is_asked(turn)]


def told(history: Sequence[Turn]) -> Iterator[Pointed]:
    """The same, items of lists by their names."""
    for at, turn in enumerate(history):
        if _is_asked(turn):
            yield with_its_item(without_slips(turn.content), listing(history[:at]))


def last_answer(history: Sequence[Turn]) -> str:
    """The last answer; empty before any."""
    return next((turn.content for turn in reversed(history) if turn.speaker is not Speaker.USER), "")


def refuses(answer: str, said: Sequence[str]) -> bool:
    """Whether ``answer`` tells that nothing is found of the matter, not only of a value that was not ``said`` (金额)."""
    unsaid = _UNSAID.search(answer)
    only_a_value = unsaid is not None and not any(unsaid[1] in turn for turn in said)
    return bool(answer) and CITES not in answer and not only_a_value


def _is_asked(turn: Turn) -> bool:
    """Whether ``turn`` is one that later ones may lean on: not politeness, nor whether a document is in force."""
    said = turn.content
    return turn.speaker is Speaker.USER and not (phatic(said) or asks_if_in_force(said))
