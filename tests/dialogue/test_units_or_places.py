"""哪几家 asks for units, unless it counts hospitals, homes or shops."""

from __future__ import annotations

import pytest

from yiyang_qa.dialogue.intent import intent_of
from yiyang_qa.types import Intent


@pytest.mark.parametrize("question", ["助餐助浴由哪几家负责", "这事归哪几家管", "哪几家单位配合"])
def test_bodies_that_act_are_units(question: str) -> None:
    assert intent_of(question) is Intent.UNITS


@pytest.mark.parametrize("question", ["试点有哪几家医院", "护理院有哪几家定点机构", "买药能去哪几家药店"])
def test_places_to_go_to_are_none(question: str) -> None:
    assert intent_of(question) is not Intent.UNITS
