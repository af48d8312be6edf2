"""Who ends whom, from which day: on documents written for it, and as laws over libraries drawn at random."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.types import Document, Force, Level, PartialDate, Region, Repeal, Revision, Span, StatedForce
from yiyang_qa.versions import Lineage, lineage

PROVINCE = Region("云省", "910000", Level.PROVINCE, ("云省",))
CITY = Region("云州市", "910100", Level.CITY, ("云省", "云州市"))
OTHER = Region("雾州市", "910200", Level.CITY, ("云省", "雾州市"))
COUNTY = Region("云山县", "910121", Level.COUNTY, ("云省", "云州市", "云山县"))
GOVERNMENT = "云州市人民政府"
NOWHERE = Span(0, 1)


def document(id_: str, title: str, start: PartialDate | None = None, **facts: object) -> Document:
    settled: dict[str, object] = {"region": CITY, "kind": "办法", "issuers": (GOVERNMENT,)}
    return Document(id_, "", "0" * 64, title, clauses=(), effective_on=start, **(settled | facts))  # type: ignore[arg-type]


def repeal(title: str | None = None, number: str | None = None, on: PartialDate | None = None) -> Repeal:
    return Repeal(title, number, on, NOWHERE)


def forces(known: Lineage, day: str) -> dict[str, str]:
    return dict(zip(known._documents, map(str, known.forces(date.fromisoformat(day))), strict=True))


OLD = document("old", "云州市养老服务补贴办法（试行）", "2015-06-01")
NEW = document("new", "云州市养老服务补贴办法", "2022-07-01")


def ended(*documents: Document) -> dict[str, tuple[str, str, str]]:
    """What ends each document first: how, when and by whom; the order of the library makes no difference."""
    known, turned = lineage(documents), lineage(documents[::-1])
    firsts = {d.id: known.endings(d.id)[0] for d in documents if known.endings(d.id)}
    assert {d.id: turned.endings(d.id)[0] for d in documents if turned.endings(d.id)} == firsts
    return {id_: (ending.force.value, ending.on, ending.by.id) for id_, ending in firsts.items()}


SUPERSEDED = {"old": ("superseded", "2022-07-01", "new")}


@pytest.mark.parametrize(
    "title",
    [
        "云州市养老服务补贴办法（2022年修订）",
        "云州市养老服务补贴办法(修订版)",
        "云州市 养老服务补贴 办法",
        "养老服务补贴办法",
        "云州市养老服务补贴暂行办法",
        "云州市人民政府关于印发《云州市养老服务补贴办法》的通知",
        "关于重新印发云州市养老服务补贴办法的通知",
    ],
)
def test_a_later_document_of_the_same_name(title: str) -> None:
    assert ended(OLD, replace(NEW, title=title)) == SUPERSEDED


@pytest.mark.parametrize(
    "change",
    [
        {"title": "云州市养老服务补贴实施办法"},
        {"region": OTHER},
        {"region": COUNTY},
        {"region": None},
        {"issuers": ("云州市民政局",)},
        {"kind": "通知"},
        {"kind": None},
        {"title": "云州市养老服务补贴办法（征求意见稿）"},
        {"effective_on": None},
        {"effective_on": "2015"},
        {"effective_on": "2015-06-01"},
    ],
)
def test_what_is_not_surely_a_later_version_ends_nothing(change: dict[str, object]) -> None:
    assert not ended(OLD, replace(NEW, **change))  # type: ignore[arg-type]


def test_departments_are_compared_by_name_through_their_reorganisation() -> None:
    before = replace(OLD, issuers=("云州市卫生和计划生育委员会", "云州市民政局"))
    assert ended(before, replace(NEW, issuers=("云州市卫生健康委员会",))) == SUPERSEDED
    assert not ended(before, replace(NEW, issuers=("云州市医疗保障局",)))


def test_plans_for_other_years_are_other_documents() -> None:
    plan = {"kind": "规划"}
    first = document("14", "云州市“十四五”养老规划", "2021-06-01", period=(2021, 2025), **plan)
    second = document("15", "云州市“十五五”养老规划", "2026-06-01", period=(2026, 2030), **plan)
    assert not ended(first, second)
    named = document("a", "云州市养老规划（2022—2024年）", "2022-01-14", period=(2022, 2024), **plan)
    later = document("b", "云州市养老规划（2025—2027年）", "2025-01-14", period=(2025, 2027), **plan)
    again = replace(named, id="c", title="云州市养老规划（2022—2024年）（修订）", effective_on="2023-05-01")
    assert ended(named, later, again) == {"a": ("superseded", "2023-05-01", "c")}
    assert not ended(
        document("2022", "2022年云州市养老工作要点", "2022-01-01", kind="要点"),
        document("2023", "2023年云州市养老工作要点", "2023-01-01", kind="要点"),
    )


def test_versions_follow_each_other_in_turn() -> None:
    middle = document("middle", "云州市养老服务补贴办法（2018年修订）", "2018-01-01")
    known = lineage([NEW, OLD, middle])
    assert [known.superseded_by(id_) for id_ in ("old", "middle", "new")] == ["middle", "new", None]
    assert [known.supersedes(id_) for id_ in ("old", "middle", "new")] == [(), ("old",), ("middle",)]


def test_a_title_that_names_nothing_is_no_name() -> None:
    assert not ended(replace(OLD, title="关于印发实施方案的通知"), replace(NEW, title="云州市实施方案"))


def test_an_amended_statute_begins_with_its_amendment() -> None:
    amended = replace(OLD, id="new", revisions=(Revision("修正", "2022-07-01", NOWHERE),))
    assert ended(OLD, amended) == SUPERSEDED


def test_the_same_number_printed_again() -> None:
    letter = {"kind": "通知", "doc_number": "云民发〔2020〕3号", "issued_on": "2020-03-01"}
    first = document("old", "关于老年人护理补贴的通知", published_on="2020-03-02", **letter)
    again = document(
        "new",
        "关于老年人护理补贴的通知（更正版）",
        published_on="2020-04-01",
        **letter | {"doc_number": "云民发[2020]3号"},
    )
    assert ended(first, again) == {"old": ("superseded", "2020-04-01", "new")}
    assert not ended(first, replace(again, published_on="2020-03-02"))
    assert not ended(first, replace(again, doc_number="云民发〔2020〕4号"))


class TestRepeals:
    FORMER = document("old", "云州市旧办法", "2015-06-01", doc_number="云府发〔2015〕1号")

    def by(self, *repeals: Repeal, **facts: object) -> Document:
        return document("new", "云州市新办法", "2022-07-01", repeals=repeals, **facts)

    @pytest.mark.parametrize(
        "named",
        [
            repeal("云州市旧办法", "云府发〔2015〕1号"),
            repeal("云州市旧办法"),
            repeal("旧办法"),
            repeal("关于印发《云州市旧办法》的通知", "云府发[2015]第1号"),
            repeal(None, "云府发〔2015〕1号"),
        ],
    )
    def test_by_title_or_number(self, named: Repeal) -> None:
        assert ended(self.FORMER, self.by(named)) == {"old": ("repealed", "2022-07-01", "new")}

    @pytest.mark.parametrize(
        "named",
        [
            repeal("云州市另一办法"),
            repeal(None, "云府发〔2015〕11号"),
            repeal("云州市旧办法", "云府发〔2011〕9号"),
        ],
    )
    def test_a_name_that_matches_no_document_repeals_nothing(self, named: Repeal) -> None:
        assert not ended(self.FORMER, self.by(named))

    def test_a_day_of_its_own(self) -> None:
        later = self.by(repeal("云州市旧办法", on="2023-01-01"))
        assert ended(self.FORMER, later) == {"old": ("repealed", "2023-01-01", "new")}

    def test_a_superior_repeals_by_number_or_by_a_title_that_names_the_region(self) -> None:
        for named, repeals in (
            (repeal(None, "云府发〔2015〕1号"), True),
            (repeal("云州市旧办法"), True),
            (repeal("旧办法"), False),
        ):
            assert bool(ended(self.FORMER, self.by(named, region=PROVINCE))) == repeals

    @pytest.mark.parametrize("region", [OTHER, COUNTY, None])
    def test_nobody_else_does(self, region: Region | None) -> None:
        assert not ended(self.FORMER, self.by(repeal("云州市旧办法", "云府发〔2015〕1号"), region=region))

    def test_a_document_of_the_same_name_does_not_repeal_itself_or_what_came_later(self) -> None:
        again = replace(NEW, repeals=(repeal("云州市养老服务补贴办法"),))
        last = replace(NEW, id="last", effective_on="2025-01-01")
        assert ended(OLD, again, last) == {
            "old": ("repealed", "2022-07-01", "new"),
            "new": ("superseded", "2025-01-01", "last"),
        }


class TestStanding:
    def test_day_by_day(self) -> None:
        known = lineage([OLD, NEW])
        assert forces(known, "2015-05-31") == {"old": "not_yet", "new": "not_yet"}
        assert forces(known, "2015-06-01") == {"old": "in_force", "new": "not_yet"}
        assert forces(known, "2022-06-30") == {"old": "in_force", "new": "not_yet"}
        assert forces(known, "2022-07-01") == {"old": "superseded", "new": "in_force"}

    def test_a_term_that_ends_first_is_what_ended_it(self) -> None:
        known = lineage([replace(OLD, valid_until="2020-05-31"), NEW])
        assert forces(known, "2020-05-31")["old"] == "in_force"
        assert forces(known, "2020-06-01")["old"] == forces(known, "2023-01-01")["old"] == "expired"
        assert forces(lineage([replace(OLD, valid_until="2030")]), "2030-12-31") == {"old": "in_force"}

    def test_the_word_of_the_page(self) -> None:
        for word, force in (("失效", "expired"), ("已废止", "repealed"), ("现行有效", "in_force")):
            stated = replace(OLD, stated_force=StatedForce(word, word == "现行有效", NOWHERE))
            assert forces(lineage([stated]), "2016-01-01") == {"old": force}
            assert forces(lineage([stated, NEW]), "2016-01-01")["old"] == "in_force"

    def test_a_document_without_any_date_is_in_force(self) -> None:
        assert forces(lineage([replace(OLD, effective_on=None)]), "1999-01-01") == {"old": "in_force"}


TITLES = (
    "云州市甲办法",
    "云州市甲办法（试行）",
    "甲办法（2020年修订）",
    "关于印发云州市乙规划的通知",
    "云州市乙规划",
)
NUMBERS = (None, "云府发〔2015〕1号", "云府发〔2015〕2号")
DATES = st.none() | st.sampled_from(("2014", "2015-06", "2015-06-01", "2018-01-01", "2020", "2022-07-01"))
REPEALS = st.builds(
    Repeal, st.sampled_from((None, *TITLES)), st.sampled_from(NUMBERS), DATES, st.just(NOWHERE)
)
DOCUMENTS = st.builds(
    document,
    st.uuids().map(str),
    st.sampled_from(TITLES),
    DATES,
    region=st.sampled_from((CITY, CITY, COUNTY, PROVINCE, None)),
    kind=st.sampled_from(("办法", "规划", "通知")),
    doc_number=st.sampled_from(NUMBERS),
    issued_on=DATES,
    published_on=DATES,
    valid_until=DATES,
    repeals=st.lists(REPEALS, max_size=2).map(tuple),
)
LIBRARIES = st.lists(DOCUMENTS, max_size=8, unique_by=lambda d: d.id)


@given(LIBRARIES)
def test_nobody_ends_himself_through_whomever(library: list[Document]) -> None:
    known = lineage(library)
    for document in library:
        seen, reached = set[str](), {document.id}
        while reached:
            seen |= reached
            reached = set(chain.from_iterable((e.by.id for e in known.endings(id_)) for id_ in reached))
            assert document.id not in reached
            reached -= seen


@given(st.data(), LIBRARIES)
def test_the_order_of_the_library_makes_no_difference(data: st.DataObject, library: list[Document]) -> None:
    known = lineage(library)
    shuffled = lineage(data.draw(st.permutations(library)))
    assert all(known.endings(d.id) == shuffled.endings(d.id) for d in library)


@given(LIBRARIES)
def test_both_ends_know_of_each_other(library: list[Document]) -> None:
    known = lineage(library)
    pairs = {(d.id, known.superseded_by(d.id)) for d in library if known.superseded_by(d.id)}
    assert pairs == {(old, d.id) for d in library for old in known.supersedes(d.id)}


@given(LIBRARIES)
def test_once_out_of_force_for_ever(library: list[Document]) -> None:
    known = lineage(library)
    days = [date(2013, 1, 1) + timedelta(days=100 * n) for n in range(40)]
    over = {Force.EXPIRED, Force.SUPERSEDED, Force.REPEALED}
    for document in library:
        stood = [known.standing(document.id, day).force in over for day in days]
        assert stood == sorted(stood)
        begun = [known.standing(document.id, day).force is not Force.NOT_YET for day in days]
        assert begun == sorted(begun)
