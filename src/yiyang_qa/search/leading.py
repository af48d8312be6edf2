"""Which of the clauses near enough leads: what gives what is wanted, tells of the act asked about, names the benefit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.search.benefits import benefits_named, grants_benefit
from yiyang_qa.search.matters import told_lines
from yiyang_qa.search.ranking import At, Hit
from yiyang_qa.search.wanted import Said, Wanted
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document

_SENTENCE = re.compile(r"[^。;\n]+")
_RULES_OUT = re.compile("不(?:适用|纳入|列入|属于|予|得?享受|得?重复|再享受)|除外")
#: What tells of the act asked about leads when it scores this share of the best.
_AS_NEAR = 0.8
#: So many hits of one document, where no matter is named, say that it is meant.
_ALL_OF_IT = 4
#: And this share where it tells whether several benefits go together: 可同时申领 says so outright.
_OUTRIGHT = 0.65


def wanted_first(want: Wanted, hits: list[Hit], at: At, said: Said) -> list[Hit]:
    """``hits``, those that give what is wanted first; nothing when a benefit is wanted and none grants any.

    Conditions and procedures of a benefit need not name it: they keep their place.
    """
    granting = [hit for hit in hits if want.benefit and grants_benefit(*at(hit))]
    if want.benefit and not granting:
        return []
    near, own = _near(want, hits, at, _AS_NEAR), _in_its_own(want, hits, at)
    about = _near(want, hits, at, _OUTRIGHT) if want.several else near
    named = [hit for hit, _ in near]
    by_name = [*named, *(hit for hit in hits if hit not in named)]
    acting = _acting(want, [*about, *own])[:1]
    ahead = (
        (_acting(want, about)[:1] if want.act and want.act.answers else [])
        or _listing(want, want.giving(by_name, said), at)
        or _shutting_out(want, near)
        or _ruling_out(want, [*near, *own])[:1]
        or (granting if want.granted else [])
        or acting
        or _of_its_name(want, near, hits[:1])
        or want.instead.lead(hits, at)
    )
    return [*ahead, *(hit for hit in hits if hit not in ahead)]


def telling_from_afar(want: Wanted, hits: Sequence[Hit], at: At) -> list[Hit]:
    """What tells of the act asked about, and what rules out those of the status, where the document is about the matter.

    The document is that of the first of ``hits``. Such clauses need not name the matter again, so that they may be
    far from the question.
    """
    own = _in_its_own(want, hits, at)
    return [*_acting(want, own)[:1], *_ruling_out(want, own)[:1]]


def telling_further(want: Wanted, hits: Sequence[Hit], at: At) -> list[Hit]:
    """What gives what is asked by telling of the act, though less near than what leads: 满2个月后可以重新申请."""
    answers = want.act is not None and want.act.answers
    return _acting(want, _near(want, hits, at, _OUTRIGHT)) if answers else []


def _ruling_out(want: Wanted, told: Sequence[tuple[Hit, str]]) -> list[Hit]:
    """Of those ``told`` what leaves out those of the status asked about: 政府投资的养老机构不适用本办法."""
    return [
        hit
        for hit, body in told
        if any(_RULES_OUT.search(each) and want.status(each) for each in _SENTENCE.findall(fold(body)))
    ]


def _acting(want: Wanted, near: Sequence[tuple[Hit, str]]) -> list[Hit]:
    """Those ``near`` that tell of the act asked about, first what tells who does it, in the word asked with."""
    act = want.act
    if act is None:
        return []
    telling = [(hit, body) for hit, body in near if act.told.search(fold(body))]
    return [
        hit
        for hit, _ in sorted(
            telling, key=lambda each: (not act.names_who(each[1]), not act.as_asked(each[1]))
        )
    ]


def _in_its_own(want: Wanted, hits: Sequence[Hit], at: At) -> list[tuple[Hit, str]]:
    """Those of ``hits`` in the document of the first, with their texts, where that is about what is asked.

    Its title speaks of all the matters named; where none is, and the act is told of apart, the nearest are all of it.
    """
    if not hits:
        return []
    document, _ = at(hits[0])
    title = told_lines(document.title)
    if not all(matter.spoken_of(title) for matter in want.matters):
        return []
    apart = want.act is not None and want.act.apart
    if not want.matters and not (apart and all(at(hit)[0] is document for hit in hits[:_ALL_OF_IT])):
        return []
    return [(hit, _body(*at(hit))) for hit in hits if at(hit)[0] is document]


def _shutting_out(want: Wanted, near: Sequence[tuple[Hit, str]]) -> list[Hit]:
    """The nearest that bounds an age and leaves out the one told."""
    return [hit for hit, body in near if want.of_another_age(body)][:1]


def _of_its_name(want: Wanted, near: Sequence[tuple[Hit, str]], first: Sequence[Hit]) -> list[Hit]:
    """The nearest that names the benefit asked about, where the ``first`` only names others."""
    if near and near[0][0] in first:
        return []
    return [hit for hit, body in near if benefits_named(body) & want.benefits][:1]


def _near(want: Wanted, hits: Sequence[Hit], at: At, share: float) -> list[tuple[Hit, str]]:
    """Those nearly as near as the first, with their texts, but for what only names other benefits than the one asked about."""
    near = [(hit, _body(*at(hit))) for hit in hits if hit.score >= share * hits[0].score]
    told = [(hit, body, benefits_named(body)) for hit, body in near] if want.benefits else []
    return [(hit, body) for hit, body, named in told if not named or named & want.benefits] or near


def _listing(want: Wanted, giving: list[Hit], at: At) -> list[Hit]:
    """``giving``, first what announces all that is asked for: 提交以下材料：."""

    def announces(hit: Hit) -> bool:
        body = fold(_body(*at(hit)))
        return any(value.lists.search(body) for value in want.values)

    return sorted(giving, key=announces, reverse=True)


def _body(document: Document, clause: Clause) -> str:
    return clause.body.of(document.text)
