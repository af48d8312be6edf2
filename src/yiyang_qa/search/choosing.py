"""Of the clauses ranked, those that are cited: answering, asked about, near enough to the best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from yiyang_qa.dialogue import Resolved
from yiyang_qa.dialogue.asking import without_asking
from yiyang_qa.parse.amounts import amounts
from yiyang_qa.search.addresses import addressed, addresses
from yiyang_qa.search.ages import of_the_age
from yiyang_qa.search.announced import announces
from yiyang_qa.search.aspects import MATTER, aspects, preference
from yiyang_qa.search.beneficiaries import asked_for_a_person, granted_to_persons
from yiyang_qa.search.calibration import confidence, relevant
from yiyang_qa.search.coined import coined, names
from yiyang_qa.search.counts import count_asked
from yiyang_qa.search.entries import asks_for_papers, entries_asked, is_paper
from yiyang_qa.search.founding import same_founding
from yiyang_qa.search.groups import all_offers, tasks_of_unit, whole_list
from yiyang_qa.search.headed import under_heading_named, under_heading_numbered
from yiyang_qa.search.mentioned import mentions, numbers_of_others
from yiyang_qa.search.ranking import At, Hit
from yiyang_qa.search.statuses import of_the_status
from yiyang_qa.search.titles import asks_of_a_document, is_place, is_source, source_of
from yiyang_qa.search.value import given_in
from yiyang_qa.search.value_headings import headed
from yiyang_qa.search.values import values_asked
from yiyang_qa.text import fold
from yiyang_qa.types import NATION, Amount, Clause, Document, Intent, Region

#: A citation scores at least this share of the best one; in a comparison, of each region's best.
_CLOSE = 0.5
#: Where no region was asked for, a clause of another region than the best one's scores at least this share.
_AS_GOOD = 0.95
#: Clauses of each region that a comparison chooses from.
_TURNS = 4
#: How sure a clause of a remote superior must be to speak for a region whose own documents are silent.
_CERTAIN = 0.7
#: What a clause gains in score when the question gives its own number.
_ADDRESSED = 2.0
#: When it speaks of a document not held here that the question names by its number: more than any aspect gives.
_MENTIONED = 10.0
#: What it gains when its heading names the value asked for: more than likeness gives.
_HEADED = 1.0
#: And when the last answer cites its document: a conversation stays where it is.
_GOES_ON = 0.15
#: And besides when it cites the very clause, which gives what a turn with hardly a word of its own asks: 多久批下来.
_GOES_ON_THERE, _HARDLY_A_WORD = 0.1, 3
#: And when it announces a list (采取以下方式：), where one is asked for.
_LISTS = 0.15
#: And when it has the very figures that the question names: 到什么时候床位要有500张.
_FIGURE_NAMED = 0.2
#: And when the age told lies in the band that it is of: 80至89周岁.
_OF_THE_AGE = 0.3
#: And when it speaks of those of the status that is asked about: 特困.
_OF_THE_STATUS = 0.1
#: And when it counts the very thing asked for: all of it, or that of the year named.
_COUNTS = 0.3
#: And when it has the same kind of institution run the other: 医院办养老院, not 养老院办医务室.
_FOUNDS = 0.1
#: And when it grants to persons and a person asks; what it loses when it only grants to bodies.
_TO_PERSONS = 0.1
#: And when it has a name that the question has in quotation marks: “5046”工程.
_COINED = 0.3
#: And when it is the nation's, where no place is named: it holds wherever the asker is.
_EVERYWHERE = 0.1
#: What a paper of a list loses where no papers are asked for: it has the name of the benefit and says nothing of it.
_A_PAPER = 0.6
#: 哪个城市提倡: the place is what is asked for.
_WHERE = re.compile(r"哪[个些几一]?(?:城市|地方|地区|[省市县区地])|哪[儿里]")
#: Questions whose figures are those of the text, not of a case that is told.
_OF_FIGURES = frozenset({Intent.DATE, Intent.LOOKUP, Intent.UNITS})


def preferred(hits: Sequence[Hit], answering: Sequence[Hit], resolved: Resolved, at: At) -> list[Hit]:
    """Hits in the order that the aspects and addresses asked for give them, irrelevant ones left out."""
    figures = _figures(amounts(resolved.asked)) if resolved.query.intent in _OF_FIGURES else frozenset()
    sure, moved = {hit.row for hit in answering}, []
    each_region, before = resolved.query.intent is Intent.COMPARE, source_of(resolved.last_answer)
    lists = resolved.query.intent is Intent.LIST
    called, count = coined(resolved.asked), count_asked(resolved.asked)
    for_person = asked_for_a_person(resolved.query.variants[0])
    anywhere = not (resolved.query.regions or each_region or _WHERE.search(fold(resolved.asked)))
    fits_age, fits_status = of_the_age(resolved.asked), of_the_status(resolved.asked)
    others = numbers_of_others(resolved.asked, [at(hit)[0] for hit in hits])
    under = headed(resolved.asked, hits, at, each_region=each_region) if answering else frozenset()
    papers = asks_for_papers(resolved.asked)
    for hit in hits:
        document, clause = at(hit)
        body = clause.body.of(document.text)
        by = _ADDRESSED * addressed(document, clause, resolved.query.variants[0]) or preference(
            clause, document.text, resolved.asked
        )
        by += _MENTIONED * mentions(clause, document, others)
        by += _LISTS * bool(lists and announces(body))
        by += _COINED * names(called, body)
        by += _HEADED * (hit.row in under)
        if is_source(document, before):
            by += _GOES_ON + _GOES_ON_THERE * _gives_more(document, clause, resolved)
        if by > 0 or (hit.row in sure and relevant(hit)):
            by += _FIGURE_NAMED * bool(figures and figures <= _figures(clause.amounts))
            by += _OF_THE_AGE * fits_age(body)
            by += _OF_THE_STATUS * fits_status(body)
            by += _COUNTS * (count is not None and count.given_in(body))
            by += _EVERYWHERE * (anywhere and document.region == NATION)
            by += _TO_PERSONS * (for_person and granted_to_persons(body))
            by -= _A_PAPER * (not papers and is_paper(document, clause))
            by += _FOUNDS * same_founding(resolved.query.variants[0], body)
            moved.append(replace(hit, score=hit.score + by))
    moved.sort(key=lambda hit: (-round(hit.score, 6), hit.row))
    if not moved or at(moved[0])[1].kind not in MATTER:
        return moved
    # asked of the document itself: nothing that it rules bears on it
    return [hit for hit in moved if _tells_of_itself(*at(hit), resolved.asked)]


def _gives_more(document: Document, clause: Clause, resolved: Resolved) -> bool:
    """Whether the last answer cites ``clause``, and it gives the value that is asked on about it."""
    if len(without_asking(resolved.asked)) > _HARDLY_A_WORD or not is_place(clause, resolved.last_answer):
        return False
    values = values_asked(resolved.asked)
    return bool(values) and given_in(clause.body.of(document.text), values)


def _tells_of_itself(document: Document, clause: Clause, asked: str) -> bool:
    """Whether ``clause`` is front or back matter, or an article that says what is ``asked`` of the document."""
    said = (a.place(clause, document.text) for a in aspects(asked) if a.decisive)
    return clause.kind in MATTER or any(place is not None for place in said)


def _figures(said: Iterable[Amount]) -> frozenset[tuple[float, str]]:
    return frozenset((amount.value, amount.unit) for amount in said)


def by_likeness(resolved: Resolved, members: Sequence[Hit], at: At) -> bool:
    """Whether what is cited is found by likeness: no ``members`` of a list, no number or aspect named, nor region by region.

    The one task that a unit has is a list whole.
    """
    listed_whole = len(members) > 1 or tasks_of_unit(resolved.asked, members, at)
    named = aspects(resolved.asked) or addresses(resolved.query.variants[0])
    return not (listed_whole or named or resolved.query.intent is Intent.COMPARE)


def chosen(hits: Sequence[Hit], members: Sequence[Hit], resolved: Resolved, at: At) -> list[Hit]:
    """The hits to cite: ``members`` of a list, else near enough to the best; another region's, unasked for, nearer still."""
    query = resolved.query
    if query.intent is Intent.COMPARE:
        return _each_region(hits, at, _AS_GOOD if resolved.excluded else _CLOSE)
    if members:
        return list(members)
    if query.regions or not hits:
        return _close(hits)
    home, best = at(hits[0])[0].region, hits[0].score
    return [hit for hit in _close(hits) if hit.score >= _AS_GOOD * best or at(hit)[0].region == home]


def listed(ranked: Sequence[Hit], resolved: Resolved, at: At, *, answering: bool) -> list[Hit]:
    """What the structure of documents gives: the tasks of a unit, all that is offered, or a list whole.

    Where nothing is ``answering``, however little of what a region offers, or has under a heading named, is near
    the question: so general a question is near nothing.
    """
    asked = resolved.asked
    if tasks := tasks_of_unit(asked, ranked, at):
        return tasks
    if numbered := under_heading_numbered(asked, ranked, at):
        return numbered
    if resolved.query.intent is Intent.UNITS:  # 找哪几家: of the bodies, no list of clauses
        return []
    if (answering or resolved.query.regions) and (headed := under_heading_named(asked, ranked, at)):
        return headed
    if not answering:
        return all_offers(asked, ranked, at, fewest=1) if resolved.query.regions else []
    return entries_asked(asked, ranked, at) or all_offers(asked, ranked, at) or whole_list(asked, ranked, at)


def certain(ranked: Sequence[Hit], asked: str) -> bool:
    """Whether a superior's document may speak: it surely says so, and no document of its own is asked about."""
    return not asks_of_a_document(asked) and any(confidence(hit) >= _CERTAIN for hit in ranked)


def by_region(hits: Sequence[Hit], at: At) -> dict[Region | None, list[Hit]]:
    """The hits of each region, in their order."""
    regions: dict[Region | None, list[Hit]] = {}
    for hit in hits:
        regions.setdefault(at(hit)[0].region, []).append(hit)
    return regions


def _each_region(hits: Sequence[Hit], at: At, share: float) -> list[Hit]:
    """The best hits of each region, near enough to its own best, region by region in each turn."""
    turns = [_close(of, share) for of in by_region(hits, at).values()]
    return [hits[i] for i in range(_TURNS) for hits in turns if i < len(hits)]


def _close(hits: Sequence[Hit], share: float = _CLOSE) -> list[Hit]:
    """The hits that score at least ``share`` of the best."""
    best = max((hit.score for hit in hits), default=0.0)
    return [hit for hit in hits if hit.score >= share * best]
