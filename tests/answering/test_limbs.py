"""Limbs of a sentence that rest on one another are told together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.search.limbs import with_limbs
from yiyang_qa.text import sentences
from yiyang_qa.types import Span

FINES = "责令改正；逾期不改正的，处一千元罚款；情节严重的，处一万元罚款。其他人员不受罚款。"


def test_what_rests_on_it_and_what_it_rests_on_come_with_a_limb() -> None:
    limbs = sentences(FINES, Span(0, len(FINES)))
    for marked in limbs[:3]:
        assert set(with_limbs([marked], limbs, FINES)) == set(limbs[:3])
    assert with_limbs([limbs[3]], limbs, FINES) == [limbs[3]]


def test_alternatives_stand_by_themselves() -> None:
    text = "自有房屋的，每张1万元；租赁房屋的，每张5000元。"
    limbs = sentences(text, Span(0, len(text)))
    assert with_limbs([limbs[1]], limbs, text) == [limbs[1]]


_LIMB = st.sampled_from(
    ["责令改正；", "逾期不改正的，罚款；", "情节严重的，停业；", "公示结果。", "其他单位，不罚；", "\n"]
)


@given(st.lists(_LIMB, max_size=8).map("".join), st.data())
def test_marked_ones_stay_and_only_neighbours_come(text: str, data: st.DataObject) -> None:
    limbs = sentences(text, Span(0, len(text)))
    marked = data.draw(st.lists(st.sampled_from(limbs), unique=True)) if limbs else []
    told = with_limbs(marked, limbs, text)
    assert told[: len(marked)] == marked
    assert len(set(told)) == len(told)
    assert set(told) <= set(limbs)
    for added in told[len(marked) :]:
        at = limbs.index(added)
        assert {*limbs[max(at - 1, 0) : at], *limbs[at + 1 : at + 2]} & set(told)
