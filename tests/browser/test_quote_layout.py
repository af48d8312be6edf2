"""What the page does to quotes and answers before they are drawn: nothing may be lost or altered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.types import Kind, Question, Span, Speaker, Turn, UnitRole
from yiyang_qa.ui.comparison import rows
from yiyang_qa.ui.conversation import Exchange, growing, objection, question_in
from yiyang_qa.ui.prose import fragments, said
from yiyang_qa.ui.quote import Look, cut, is_tabular, lay_out
from yiyang_qa.ui.render import by_role, chinese_date, foremost, header, past, safe_address, welcome

QUOTES = st.text("甲乙丙。1 \n\r\t　<&", max_size=400)
MARKS = st.lists(
    st.tuples(st.integers(-5, 400), st.integers(-5, 400)).map(lambda ends: Span(*ends)), max_size=4
)
ANSWERS = st.text("甲乙。[]12\n", max_size=200)


@given(QUOTES, MARKS)
def test_the_pieces_of_a_quote_are_the_quote(quote: str, marks: list[Span]) -> None:
    pieces = list(cut(quote, marks))
    assert "".join(piece.text for piece in pieces) == quote
    assert all(not piece.text.strip() for piece in pieces if piece.look is Look.BLANK)


@given(QUOTES, MARKS)
def test_marked_is_what_any_mark_covers(quote: str, marks: list[Span]) -> None:
    looks = [piece.look for piece in cut(quote, marks) for _ in piece.text]
    for at, look in enumerate(looks):
        covered = any(mark.start <= at < mark.end for mark in marks)
        assert look is Look.BLANK or (look is Look.MARKED) == covered


@given(QUOTES, MARKS)
def test_an_excerpt_shows_every_marked_sentence(quote: str, marks: list[Span]) -> None:
    layout = lay_out(quote, 1000, [mark.shift(1000) for mark in marks])
    marked = [piece for piece in layout.whole if piece.look is Look.MARKED]
    if layout.excerpt and marked:
        assert [piece for piece in layout.excerpt if piece.look is Look.MARKED] == marked


def test_blank_lines_are_hidden_and_a_table_becomes_cells() -> None:
    assert [p.text for p in cut("甲\n\n\n乙", []) if p.look is not Look.BLANK] == ["甲\n", "乙"]
    table = "指标\n\n52\n\n55\n\n58\n\n60"
    assert is_tabular(table)
    assert [p.text for p in cut(table, []) if p.look is not Look.BLANK] == ["指标", "52", "55", "58", "60"]


@given(ANSWERS, ANSWERS, st.integers(1, 20))
def test_an_answer_grows_to_itself_and_never_breaks_a_reference(said: str, more: str, steps: int) -> None:
    prefixes = list(growing(said, said + more, steps))
    assert len(prefixes) <= steps
    assert prefixes[-1:] == ([said + more] if more else [])
    for prefix in prefixes:
        written, rest = prefix.removeprefix(said), (said + more).removeprefix(prefix)
        assert said + written + rest == said + more
        for number in ("[1]", "[12]"):
            assert written.count(number) + rest.count(number) == more.count(number)


def test_a_text_that_does_not_go_on_is_written_anew() -> None:
    assert list(growing("甲。", "乙。", 2)) == ["乙", "乙。"]


@given(ANSWERS, st.lists(st.integers(1, 22)))
def test_fragments_are_the_answer_and_refer_only_to_what_is_cited(answer: str, cited: list[int]) -> None:
    found = fragments(answer, cited)
    assert "".join(fragment.text for fragment in found) == answer
    assert all(
        f.reference is None or (f.reference in cited and f.text == f"[{int(f.text[1:-1])}]") for f in found
    ) or ("[0" in answer)


def _answer(text: str, notices: Sequence[str] = (), indexes: Sequence[int] = ()) -> dict[str, Any]:
    return {
        "answer": text,
        "notices": [{"message": message, "citation": 1} for message in notices],
        "citations": [{"index": index} for index in indexes],
        "comparison": None,
        "eligibility": None,
    }


def test_what_a_notice_says_is_not_said_twice() -> None:
    answer = _answer(
        "补贴1万元[1]\n——《办法》\n\n提示：规划期已结束。[1]\n\n相关条款：甲[2]", ["规划期已结束。"]
    )
    assert said(answer) == "补贴1万元[1]\n——《办法》\n\n相关条款：甲[2]"


def test_only_a_paragraph_that_is_nothing_but_a_notice_is_left_out() -> None:
    answer = _answer("补贴1万元[1]，规划期已结束。[1]\n\n提示：规划期已结束。", ["规划期已结束。"])
    assert said(answer) == "补贴1万元[1]，规划期已结束。[1]"


def test_a_table_says_its_rows_once_and_the_silent_together() -> None:
    told = [
        ("甲市", True, "每张1万元"),
        ("乙市", False, "未见"),
        ("丙县", False, "未见"),
        ("丁市", False, "没有文件"),
    ]
    listed = [
        {"region": region, "found": found, "summary": summary, "citations": [1] * found}
        for region, found, summary in told
    ]
    table = {"topic": "补贴", "rows": listed}
    answer = _answer("甲市：每张1万元[1]\n\n乙市、丙县：未见\n\n丁市：没有文件\n\n乙市、戊市：另一回事")
    answer["comparison"] = table
    assert said(answer) == "乙市、戊市：另一回事"
    assert [(row.regions, row.summary, row.found) for row in rows(table)] == [
        (("甲市",), "每张1万元", True),
        (("乙市", "丙县"), "未见", False),
        (("丁市",), "没有文件", False),
    ]


def test_the_open_cards_are_the_first_whatever_has_been_said() -> None:
    assert [each["index"] for each in foremost(_answer("甲[5]", indexes=range(1, 6)))] == [1, 2, 3]


def _units(kind: Kind, *roles: UnitRole) -> dict[str, Any]:
    return {"clause_kind": kind, "responsible_units": [{"name": role, "role": role} for role in roles]}


def test_units_stand_under_what_they_do_and_who_signs_is_not_responsible() -> None:
    item = _units(Kind.ITEM, UnitRole.SUPPORT, UnitRole.LEAD, UnitRole.SUPPORT)
    assert [(role, len(units)) for role, units in by_role(item)] == [("牵头单位", 1), ("配合单位", 2)]
    signed = _units(Kind.SIGNATURE, UnitRole.RESPONSIBLE, UnitRole.RESPONSIBLE)
    assert [(role, len(units)) for role, units in by_role(signed)] == [("署名单位", 2)]
    assert by_role(_units(Kind.SIGNATURE)) == []


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("/documents/a?mark=1-2#c0", True),
        ("https://www.example.gov.cn/a.html", True),
        ("javascript:alert(1)", False),
        ("//elsewhere.example/x", False),
        ("data:text/html,x", False),
        (" /x", False),
        (None, False),
    ],
)
def test_only_addresses_of_pages_become_links(url: str | None, safe: bool) -> None:
    assert (safe_address(url) is not None) == safe


def test_dates_keep_the_precision_of_the_source() -> None:
    assert [chinese_date(day) for day in ("2021", "2021-09", "2021-09-03")] == [
        "2021年",
        "2021年9月",
        "2021年9月3日",
    ]


def test_a_question_brings_the_last_twenty_turns_along() -> None:
    before = tuple(Exchange(f"问{n}", {"answer": f"答{n}"}) for n in range(12))
    question = question_in(before, "  现在问  ")
    assert question == Question("现在问", question.history)
    assert len(question.history) == 20
    assert question.history[0] == Turn(Speaker.USER, "问2")
    assert question.history[-1] == Turn(Speaker.ASSISTANT, "答11")


def test_length_is_counted_in_characters() -> None:
    assert objection("\U00020000" * 500) is None
    assert "501" in str(objection("\U00020000" * 501))
    assert objection(" \n") is not None


def test_nothing_asked_is_nothing_drawn() -> None:
    assert past(()).strip() == ""


def test_a_library_without_documents_says_so_and_offers_nothing() -> None:
    assert "还没有收录文件" in header((), date(2026, 11, 22))
    assert "开始" not in welcome(())
    assert "<ul" not in welcome(())
