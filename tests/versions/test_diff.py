"""Two versions side by side: what became of each clause, and the laws that any two texts obey."""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document, Span
from yiyang_qa.versions import Change, ClauseChange, Diff, diff

OLD = """云州市养老服务条例
第一章 总则
第一条 为了规范养老服务，制定本条例。
第二条 对新增床位60张以上的养老机构，每张补贴1万元。
第三条 市民政部门负责养老服务工作。
第四条 社区应当每年组织一次老年人健康检查。
第二章 附则
第五条 本条例自2015年1月1日起施行。
"""
NEW = """云州市养老服务条例（2022年修订）
第一章 总则
第一条  为了规范养老服务,制定本条例。
第二条 对新增床位80张以上的养老机构，每张补贴1.5万元，分两年发放。
第二条之一 支持家庭养老床位建设，具体办法另行制定。
第三条 养老服务坚持政府主导、社会参与。
第四条 市民政部门负责养老服务工作。
第二章 附则
第五条 本条例自2022年1月1日起施行。
"""


def read(text: str, id_: str = "d") -> Document:
    return read_document(SourceFile(id_, Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))


def labels(found: Diff) -> list[tuple[str, str | None, str | None]]:
    return [
        (c.change.value, c.old and c.old.label, c.new and c.new.label)
        for c in found.changes
        if (c.old or c.new or OLD_CLAUSE).label
    ]


OLD_CLAUSE = read(OLD).clauses[0]


def words(change: ClauseChange, found: Diff) -> list[tuple[str, str]]:
    return [(edit.old.of(found.old.text), edit.new.of(found.new.text)) for edit in change.edits]


def test_what_became_of_each_article() -> None:
    assert labels(diff(read(OLD, "old"), read(NEW, "new"))) == [
        ("unchanged", "第一章", "第一章"),
        ("unchanged", "第一条", "第一条"),
        ("changed", "第二条", "第二条"),
        ("added", None, "第二条之一"),
        ("added", None, "第三条"),
        ("moved", "第三条", "第四条"),
        ("removed", "第四条", None),
        ("unchanged", "第二章", "第二章"),
        ("changed", "第五条", "第五条"),
    ]


def test_edits_are_the_texts_own_words_and_figures_change_whole() -> None:
    found = diff(read(OLD), read(NEW))
    by_label = {c.new.label: words(c, found) for c in found.changes if c.new and c.change is Change.CHANGED}
    assert by_label == {
        "": [("", "（2022年修订）")],
        "第二条": [("60", "80"), ("1", "1.5"), ("", "，分两年发放")],
        "第五条": [("2015", "2022")],
    }


def test_renumbered_and_changed_is_both() -> None:
    found = diff(read(OLD), read(NEW.replace("负责养老服务工作", "主管养老服务工作")))
    (change,) = [c for c in found.changes if c.old and c.old.label == "第三条"]
    assert (change.change, change.moved, words(change, found)) == (Change.CHANGED, True, [("负责", "主管")])


def test_an_article_under_another_chapter_has_moved() -> None:
    moved = OLD.replace("第四条 社区应当每年组织一次老年人健康检查。\n", "").replace(
        "第二章 附则\n", "第二章 附则\n第四条 社区应当每年组织一次老年人健康检查。\n"
    )
    assert ("moved", "第四条", "第四条") in labels(diff(read(OLD), read(moved)))


def test_a_sentence_written_anew_is_one_edit() -> None:
    old = "云州市养老办法\n第一条 补贴标准由市财政局确定并按季度发放。申请人到社区办理。\n第二条 本办法自印发之日起施行。\n"
    new = old.replace("补贴标准由市财政局确定并按季度发放", "县级民政部门负责审核和支付全部款项")
    found = diff(read(old), read(new))
    (change,) = [c for c in found.changes if c.change is Change.CHANGED]
    assert words(change, found) == [
        ("补贴标准由市财政局确定并按季度发放", "县级民政部门负责审核和支付全部款项")
    ]


def test_a_sentence_put_in_begins_behind_the_stop() -> None:
    found = diff(read("第一条 发放补贴。"), read("第一条 发放补贴。具体办法另行制定。"))
    (change,) = [c for c in found.changes if c.change is Change.CHANGED]
    assert words(change, found) == [("", "具体办法另行制定。")]


# --- laws --------------------------------------------------------------------

_LINES = st.lists(
    st.sampled_from(
        [
            *"甲乙\n",
            "第一条 为了养老，制定本办法。\n",
            "第二条 每张床补贴60元。\n",
            "第三条 每张床补贴80元，分两年发放。\n",
            "第二条之一 每张床补贴60元。\n",
            "第一章 总则\n",
            "一、工作目标\n",
            "（一）建成老年食堂100家。\n",
            "云州市养老办法\n",
            "附件\n",
            "1.\n",
        ]
    ),
    max_size=14,
).map("".join)
_TEXTS = st.one_of(_LINES, st.text(max_size=80))


def squeezed(text: str) -> str:
    return "".join(fold(text).split())


def without(text: str, within: Span, spans: list[Span]) -> str:
    """The characters of ``within`` that lie in none of ``spans``."""
    return "".join(text[i] for i in range(*within) if not any(span.start <= i < span.end for span in spans))


def worded(clause: Clause, text: str) -> Span:
    labelled = text.startswith(clause.label, clause.body.start)
    return Span(clause.body.start + len(clause.label) * labelled, clause.body.end)


@given(_TEXTS, _TEXTS)
@settings(max_examples=150)
def test_laws_of_any_two_texts(one: str, other: str) -> None:
    old, new = read(one, "one"), read(other, "other")
    found = diff(old, new)
    assert Counter(c.old.id for c in found.changes if c.old) == Counter(c.id for c in old.clauses)
    assert [c.new for c in found.changes if c.new] == [*new.clauses]
    for change in found.changes:
        assert (change.old is None, change.new is None) == (
            change.change is Change.ADDED,
            change.change is Change.REMOVED,
        )
        assert bool(change.edits) == (change.change is Change.CHANGED)
        if change.old and change.new:
            before, after = worded(change.old, old.text), worded(change.new, new.text)
            assert all(before.holds(edit.old) and after.holds(edit.new) for edit in change.edits)
            assert all(edit.old.of(old.text) or edit.new.of(new.text) for edit in change.edits)
            # What neither takes out nor puts in is the same in both: applied, the edits turn one into the other.
            kept = without(old.text, before, [edit.old for edit in change.edits])
            assert squeezed(kept) == squeezed(without(new.text, after, [edit.new for edit in change.edits]))


@given(_TEXTS)
def test_a_text_is_its_own_version(text: str) -> None:
    found = diff(read(text), read(text, "again"))
    assert all(
        c.change is Change.UNCHANGED and c.old and c.new and c.old.span == c.new.span for c in found.changes
    )


@given(_LINES)
def test_width_and_white_space_are_no_change(text: str) -> None:
    wide = text.replace("，", ",").replace("。\n", "。 \n").translate(str.maketrans("068", "０６８"))
    assert {c.change for c in diff(read(text), read(wide)).changes} <= {Change.UNCHANGED}


def test_four_hundred_rewritten_and_renumbered_articles() -> None:
    drawn = random.Random(7)
    letters = "养老服务机构应当按照规定为老年人提供生活照料护理康复精神慰藉政府部门负责监督管理补贴标准"
    articles = ["".join(drawn.choices(letters, k=200)) for _ in range(400)]
    rewritten = [article[:50] + "".join(drawn.choices(letters, k=20)) + article[70:] for article in articles]
    old = read("条例\n" + "".join(f"第{n}条 {article}。\n" for n, article in enumerate(articles, 1)))
    new = read("条例\n" + "".join(f"第{n}条 {article}。\n" for n, article in enumerate(rewritten, 2)))
    began = time.process_time()
    found = diff(old, new)
    assert time.process_time() - began < 5
    pairs = [
        (c.old.label, c.new.label) for c in found.changes if c.change is Change.CHANGED and c.old and c.new
    ]
    assert pairs == [(f"第{n}条", f"第{n + 1}条") for n in range(1, 401)]


def test_one_endless_clause_is_compared_in_bounded_time() -> None:
    old, new = read("养老机构" * 50_000), read("护理机构" * 50_000)
    began = time.process_time()
    assert [c.change for c in diff(old, new).changes]
    assert time.process_time() - began < 5
