"""Whose term is lengthened and whose clauses are amended, by whom and from which day; and laws of both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import (
    Alteration,
    Amendment,
    Document,
    Extension,
    Force,
    Level,
    PartialDate,
    Region,
    Repeal,
    Revision,
    Span,
)
from yiyang_qa.versions import Lineage, lineage

PROVINCE = Region("云省", "910000", Level.PROVINCE, ("云省",))
CITY = Region("云州市", "910100", Level.CITY, ("云省", "云州市"))
OTHER = Region("雾州市", "910200", Level.CITY, ("云省", "雾州市"))
NOWHERE = Span(0, 1)
NAME, NUMBER = "云州市养老补贴办法", "云政发〔2018〕1号"


def document(id_: str, title: str, start: PartialDate | None = None, **facts: object) -> Document:
    settled: dict[str, object] = {"region": CITY, "kind": "通知", "issuers": ("云州市人民政府",)}
    return Document(id_, "", "0" * 64, title, clauses=(), effective_on=start, **(settled | facts))  # type: ignore[arg-type]


MEASURE = document("measure", NAME, "2019-01-01", kind="办法", doc_number=NUMBER, valid_until="2023-12-31")


def to(until: PartialDate | None = None, months: int | None = None, **named: object) -> Extension:
    settled: dict[str, object] = {"title": NAME, "doc_number": None, "since": None, "span": NOWHERE}
    return Extension(until=until, months=months, **(settled | named))  # type: ignore[arg-type]


def notice(
    *extensions: Extension, start: PartialDate = "2023-12-01", id_: str = "notice", **facts: object
) -> Document:
    return document(id_, "云州市关于延长有效期的通知", start, extensions=extensions, **facts)


def terms(known: Lineage) -> list[tuple[str | None, str, str]]:
    return [(each.until, each.on, each.by.id) for each in known.course("measure").extensions]


def force(known: Lineage, day: str, id_: str = "measure") -> str:
    return known.standing(id_, date.fromisoformat(day)).force.value


class TestExtensions:
    def test_the_term_follows_from_the_day_of_the_notice(self) -> None:
        known = lineage([MEASURE, notice(to("2027-12-31"))])
        assert terms(known) == [("2027-12-31", "2023-12-01", "notice")]
        assert known.extends("notice") == ("measure",)
        days = {
            "2023-12-31": "in_force",
            "2024-01-01": "in_force",
            "2027-12-31": "in_force",
            "2028-01-01": "expired",
        }
        assert {day: force(known, day) for day in days} == days
        stands = known.standing("measure", date(2028, 1, 1))
        assert (stands.since, stands.extended and stands.extended.by.id) == ("2027-12-31", "notice")

    def test_late_notice_lengthens_from_its_own_day_on(self) -> None:
        known = lineage([MEASURE, notice(to("2027-12-31"), start="2024-03-01")])
        days = {"2024-02-29": "expired", "2024-03-01": "in_force"}
        assert {day: force(known, day) for day in days} == days

    @pytest.mark.parametrize(
        ("extension", "until"),
        [
            (to(months=24), "2025-12-31"),
            (to(months=36, since="2024-01-01"), "2027-01-01"),
            (to(), None),
            (
                to(
                    "2027-12-31", title="关于印发《云州市养老补贴办法》的通知", doc_number="云政发[2018]第1号"
                ),
                "2027-12-31",
            ),
            (to("2027-12-31", title=None, doc_number=NUMBER), "2027-12-31"),
        ],
    )
    def test_until_when(self, extension: Extension, until: str | None) -> None:
        assert [each[0] for each in terms(lineage([MEASURE, notice(extension)]))] == [until]

    @pytest.mark.parametrize(
        "extension",
        [
            to("2022-12-31"),  # shorter
            to("2023"),  # the same, for all that is known
            to("2027-12-31", title="云州市另一办法"),
            to("2027-12-31", title="实施方案"),
            to("2027-12-31", doc_number="云政发〔2018〕9号"),
        ],
    )
    def test_what_is_no_extension_of_it(self, extension: Extension) -> None:
        assert not terms(lineage([MEASURE, notice(extension)]))

    def test_months_on_a_term_that_is_not_known_give_no_day(self) -> None:
        assert not terms(lineage([replace(MEASURE, valid_until=None), notice(to(months=24))]))
        assert terms(lineage([replace(MEASURE, valid_until=None), notice(to("2027-12-31"))]))

    @pytest.mark.parametrize("facts", [{"region": OTHER}, {"region": None}, {"start": "2018-12-01"}])
    def test_who_may_not(self, facts: dict[str, object]) -> None:
        assert not terms(lineage([MEASURE, notice(to("2027-12-31"), **facts)]))  # type: ignore[arg-type]

    def test_one_after_the_other(self) -> None:
        second = notice(to(months=12), start="2025-12-01", id_="second")
        known = lineage([second, MEASURE, notice(to(months=24))])
        assert terms(known) == [
            ("2025-12-31", "2023-12-01", "notice"),
            ("2026-12-31", "2025-12-01", "second"),
        ]
        assert [force(known, day) for day in ("2025-11-30", "2026-12-31", "2027-01-01")] == [
            "in_force"
        ] * 2 + ["expired"]

    def test_a_repeal_ends_what_was_extended(self) -> None:
        repeal = document("repeal", "云州市决定", "2025-06-01", repeals=(Repeal(NAME, None, None, NOWHERE),))
        known = lineage([MEASURE, notice(to("2027-12-31")), repeal])
        assert [force(known, day) for day in ("2025-05-31", "2025-06-01", "2029-01-01")] == [
            "in_force",
            "repealed",
            "repealed",
        ]


EXTENSIONS = st.builds(
    to,
    st.none() | st.sampled_from(("2022", "2024-06", "2024-12-31", "2027-12-31")),
    st.none() | st.integers(1, 60),
    since=st.none() | st.just("2024-01-01"),
)
NOTICES = st.lists(
    st.tuples(EXTENSIONS, st.sampled_from(("2018-01-01", "2023-06-01", "2024-02-01", "2025-01-01"))),
    max_size=4,
)


@settings(max_examples=50)
@given(NOTICES, st.permutations(range(5)))
def test_terms_only_grow_and_never_depend_on_the_order(
    told: list[tuple[Extension, str]], order: list[int]
) -> None:
    library = [MEASURE, *(notice(e, start=start, id_=f"n{i}") for i, (e, start) in enumerate(told))]
    known, plain = lineage(library), lineage([MEASURE])
    turned = lineage([library[i] for i in order if i < len(library)])
    assert terms(known) == terms(turned)
    ends = [MEASURE.valid_until, *filter(None, (until for until, _, _ in terms(known)))]
    assert all(one < other for one, other in pairwise(filter(None, ends)))
    for n in range(20):
        day = date(2018, 6, 1) + timedelta(days=200 * n)
        if plain.standing("measure", day).force is Force.IN_FORCE:
            assert known.standing("measure", day).force is Force.IN_FORCE


def read(id_: str, text: str) -> Document:
    source = SourceFile(id_, Path(f"{id_}.txt"), text, "0" * 64, "0" * 64, Sidecar())
    return replace(read_document(source), region=CITY)


STATUTE = read(
    "statute",
    "云州市养老办法\n第一章 总则\n第一条 甲。\n第二条 乙。\n第二条之一 乙又。\n第二章 服务\n第三条 丙：\n（一）丁；\n（二）戊。\n第四条 己。\n"
    "云州市人民政府\n2018年1月1日\n附件\n合同\n第一条 庚。\n第五条 辛。\n",
)
PLAIN = read(
    "plain",
    "云州市养老意见\n一、目标\n到2025年建成。\n二、任务\n（一）办食堂。\n（二）建床位。\n三、保障\n加强领导。\n云州市人民政府\n2018年1月1日\n",
)


def decision(
    *addresses: str, title: str = "云州市养老办法", start: PartialDate = "2023-07-01", **facts: object
) -> Document:
    amendments = tuple(Amendment(title, None, each, Alteration.CHANGED, NOWHERE) for each in addresses)
    return document(
        "decision", f"关于修改《{title}》的决定", start, kind="决定", amendments=amendments, **facts
    )


def amended(known: Lineage, text: Document) -> list[str]:
    return [id_.partition("/")[2] for id_ in known.amended(text)]


class TestAmendments:
    @pytest.mark.parametrize(
        ("address", "clauses"),
        [
            ("第一条", ["第一章/第一条"]),
            ("第二条", ["第一章/第二条"]),
            ("第二条之一", ["第一章/第二条之一"]),
            ("第三条第（二）项", ["第二章/第三条"]),
            ("第二条至第三条", ["第一章/第二条", "第一章/第二条之一", "第二章/第三条"]),
            ("第二章", ["第二章", "第二章/第三条", "第二章/第四条"]),
            ("第二章章名", ["第二章"]),
            ("标题", ["标题"]),
            ("条文顺序", []),
            ("含“戊”的条款", ["第二章/第三条"]),
            ("含“没有的字”的条款", []),
            (
                "有关条款",
                [
                    *("第一章", "第一章/第一条", "第一章/第二条", "第一章/第二条之一", "第二章"),
                    *("第二章/第三条", "第二章/第四条", "附件/导语", "附件/第一条", "附件/第五条"),
                ],
            ),
            ("第五条", ["附件/第五条"]),
            ("第九条", []),
        ],
    )
    def test_clauses_of_a_statute(self, address: str, clauses: list[str]) -> None:
        assert amended(lineage([STATUTE, decision(address)]), STATUTE) == clauses

    @pytest.mark.parametrize(
        ("address", "clauses"),
        [
            ("第二条第（二）项", ["二/（二）"]),
            ("第二部分", ["二", "二/（一）", "二/（二）"]),
            ("第三条", ["三"]),
        ],
    )
    def test_clauses_of_a_text_without_articles(self, address: str, clauses: list[str]) -> None:
        known = lineage([PLAIN, decision(address, title="云州市养老意见")])
        assert amended(known, PLAIN) == clauses

    def test_from_which_day_and_by_whom(self) -> None:
        known = lineage([STATUTE, decision("第四条")])
        (change,) = known.amended(STATUTE)["statute/第二章/第四条"]
        assert (change.on, change.by.id, known.amends("decision")) == ("2023-07-01", "decision", ("statute",))
        assert [change.begun(date(2023, 6, 30)), change.begun(date(2023, 7, 1))] == [False, True]

    @pytest.mark.parametrize(
        "facts", [{"region": OTHER}, {"region": None}, {"start": "2017-07-01"}, {"title": "云州市助餐办法"}]
    )
    def test_who_may_not(self, facts: dict[str, object]) -> None:
        assert not amended(lineage([STATUTE, decision("第四条", **facts)]), STATUTE)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("on", "came_of_it"), [("2023-05-27", True), ("2023", True), ("2021-05-27", False)]
    )
    def test_a_text_made_anew_by_the_decision_is_not_amended_by_it(
        self, on: PartialDate, came_of_it: bool
    ) -> None:
        anew = replace(STATUTE, revisions=(Revision("修正", on, NOWHERE),))
        known = lineage([anew, decision("第四条", issued_on="2023-06-02")])
        assert (amended(known, anew) == []) == came_of_it

    def test_the_year_in_a_title_says_no_more_than_the_day_below_it(self) -> None:
        anew = replace(
            STATUTE, revisions=tuple(Revision("修正", on, NOWHERE) for on in ("2023", "2023-01-10"))
        )
        assert amended(lineage([anew, decision("第四条", issued_on="2023-06-02")]), anew)

    def test_a_text_that_only_amends_is_over_with_what_it_amends(self) -> None:
        ending = replace(STATUTE, valid_until="2024-12-31")
        known = lineage([ending, decision("第四条")])
        assert [force(known, day, "decision") for day in ("2024-12-31", "2025-01-01")] == [
            "in_force",
            "expired",
        ]
        both = replace(
            decision("第四条"),
            amendments=(*decision("第四条").amendments, *decision("第一条", title="云州市他法").amendments),
        )
        assert force(lineage([ending, both]), "2025-01-01", "decision") == "in_force"


def steps(*told: tuple[str, Alteration], id_: str, start: PartialDate) -> Document:
    amendments = tuple(Amendment("云州市养老办法", None, *each, NOWHERE) for each in told)
    return document(id_, "关于修改《云州市养老办法》的决定", start, kind="决定", amendments=amendments)


class TestNumbersThatMoved:
    """What a second text calls 第三条 is not what the first edition called so, once another has renumbered it."""

    @pytest.mark.parametrize(
        "first",
        [
            (("第三条", Alteration.ADDED),),
            (("第三条", Alteration.RENUMBERED),),
            (("第三条", Alteration.DELETED), ("条文顺序", Alteration.RENUMBERED)),
        ],
    )
    def test_from_there_on_it_is_told_of_all_that_it_may_mean(
        self, first: tuple[tuple[str, Alteration], ...]
    ) -> None:
        second = steps(
            ("第二条", Alteration.REPLACED), ("第四条", Alteration.REPLACED), id_="second", start="2024-01-01"
        )
        known = lineage([STATUTE, steps(*first, id_="first", start="2020-01-01"), second])
        found = {
            clause.partition("/")[2]: [(a.address, a.change.value) for a in each if a.by.id == "second"]
            for clause, each in known.amended(STATUTE).items()
        }
        vague = [("有关条款（改号后的第四条）", "changed")]
        assert found == {
            "第一章/第二条": [("第二条", "replaced")],
            "第二章/第三条": vague,
            "第二章/第四条": vague,
        }

    @pytest.mark.parametrize(
        "first",
        [
            (("第三条之一", Alteration.ADDED),),
            (("第三条", Alteration.DELETED),),
            (("第三条", Alteration.CHANGED),),
        ],
    )
    def test_what_moves_no_number(self, first: tuple[tuple[str, Alteration], ...]) -> None:
        second = steps(("第四条", Alteration.REPLACED), id_="second", start="2024-01-01")
        known = lineage([STATUTE, steps(*first, id_="first", start="2020-01-01"), second])
        assert [a.address for a in known.amended(STATUTE)["statute/第二章/第四条"]] == ["第四条"]

    def test_one_text_counts_by_the_numbers_it_found(self) -> None:
        one = steps(
            ("第三条", Alteration.ADDED), ("第四条", Alteration.REPLACED), id_="one", start="2020-01-01"
        )
        assert [id_.partition("/")[2] for id_ in lineage([STATUTE, one]).amended(STATUTE)] == [
            "第二章/第四条"
        ]


def test_a_text_that_may_do_more_than_amend_lives_on_by_itself() -> None:
    ending = replace(STATUTE, valid_until="2024-12-31")
    vague = steps(("有关条款", Alteration.CHANGED), id_="decision", start="2023-07-01")
    assert force(lineage([ending, vague]), "2025-01-01", "decision") == "expired"
    notice = replace(vague, kind="通知")
    assert force(lineage([ending, notice]), "2025-01-01", "decision") == "in_force"
