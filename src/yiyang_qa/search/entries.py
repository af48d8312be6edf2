"""标题点名的条目: 三、申报材料 and the numbered papers under it, 一、服务对象 and each kind of them.

Each is a clause by itself and says little alone: 1.补贴申请表. Asked 要交哪些材料, all of them are the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.search.benefits import benefits_asked, benefits_named
from yiyang_qa.search.ranking import At, Hit
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document, Kind

#: What is asked a list of → what ends a heading under which it stands.
_KINDS = tuple(
    (re.compile(asked), re.compile(headed))
    for asked, headed in (
        (
            r"(?:什么|哪[些几]种?|啥|几[样种份])(?:申[请报])?(?:材料|资料|证件|手续)|(?:材料|资料)(?:都|要|需要?|包括|[是有])*(?:哪些|什么|啥)|"
            r"(?:带|[提递]?交|准备)(?:哪些|什么|啥)(?!时)",
            r"(?:材料|资料|要件)$",
        ),
        (r"(?:什么|哪些|啥)(?:样的)?条件|条件(?:都|[是有])*(?:哪些|什么|啥)", r"条件$"),
        (
            r"(?:什么|哪[些几]种?|啥)(?:样的)?(?:人|对象|老年?人|群体|家庭|机构)|(?:对象|谁)(?:都|[是有])*(?:哪些|什么|谁|可以|能)",
            r"对象$",
        ),
    )
)
_PAPERS = re.compile(r"(?:材料|资料|要件)(?:清单)?$")
_OF_PAPERS = re.compile(r"材料|资料|证|表|复印|原件|照片|手续|带|[提递]?交|准备|书|花名册|要件|什么|哪些|啥")
#: What says more than what a paper is called.
_RULES = re.compile(r"。.*。|\d[^。;]{0,6}[元日月%]|应当|不得")
_FEWEST, _MOST = 2, 20
_NEAREST = 3  # hits of which one stands under the heading
_HEADINGS = frozenset({Kind.HEADING, Kind.SUBHEADING, Kind.ITEM, Kind.ARTICLE})


def entries_asked(question: str, ranked: Sequence[Hit], at: At) -> list[Hit]:
    """The hits under a heading of what ``question`` asks a list of, as one of the best does, in the order of the text.

    None without such a heading. Where only some name the benefit asked about and others name another, they are no one list.
    """
    folded = fold(question)
    headed = [headed for asked, headed in _KINDS if asked.search(folded)]
    if not ranked or len(headed) != 1:
        return []
    document = at(ranked[0])[0]
    near = [clause.parent for d, clause in map(at, ranked[:_NEAREST]) if d is document]
    of = next((p for p in near if p is not None and _heads(headed[0], document.clauses[p])), None)
    beside = [hit for hit in ranked if of is not None and at(hit)[0] is document and at(hit)[1].parent == of]
    few = _FEWEST <= len({at(hit)[1].id for hit in beside}) <= _MOST
    return sorted(beside, key=lambda hit: hit.row) if few and not _of_others(question, beside, at) else []


def is_paper(document: Document, clause: Clause) -> bool:
    """Whether ``clause`` is one of the papers listed under a heading, which answers nothing but what papers it takes."""
    heading = None if clause.parent is None else document.clauses[clause.parent]
    return (
        heading is not None and _heads(_PAPERS, heading) and not _RULES.search(fold(_text(document, clause)))
    )


def asks_for_papers(question: str) -> bool:
    """Whether ``question`` may ask for papers, or of one of them."""
    return bool(_OF_PAPERS.search(fold(question)))


def _of_others(question: str, beside: Sequence[Hit], at: At) -> bool:
    """Whether one of ``beside`` names the benefit that ``question`` asks about, and another only other ones."""
    asked = benefits_asked(question)
    named = [benefits for hit in beside if (benefits := benefits_named(_text(*at(hit))))]
    return any(asked & each for each in named) and not all(asked & each for each in named)


def _heads(headed: re.Pattern[str], clause: Clause) -> bool:
    """Whether ``clause`` is a heading of its own, and one of what is asked for."""
    return clause.kind in _HEADINGS and bool(headed.search(fold(clause.heading).strip()))


def _text(document: Document, clause: Clause) -> str:
    return clause.body.of(document.text)
