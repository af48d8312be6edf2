"""What a reader must know beside the answer, judged on the day ``as_of``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from yiyang_qa.answer.force import NAMED, amended, foretold, lengthened, told
from yiyang_qa.answer.phrases import in_words, names_of, source
from yiyang_qa.dialogue.scope import everywhere
from yiyang_qa.search.provisions import absent
from yiyang_qa.types import NATION, Evidence, Force, Notice, Query, Region, Standing, over
from yiyang_qa.versions import coming, standing

_OF_THE_PLACE = re.compile("(?:具有|持有|属于|拥有)?本[省市区县州旗]户[籍口]")
_REPLIES = ("答复函", "复函", "答复")


def notices(evidence: Sequence[Evidence], as_of: date) -> tuple[Notice, ...]:
    """Notices on the cited clauses and their documents, each once, in the order of the citations."""
    found: dict[tuple[str, str], Notice] = {}
    for number, item in enumerate(evidence, 1):
        for notice in _of(item, number, as_of):
            found.setdefault((notice.code, notice.message), notice)
    return tuple(found.values())


def nearest_only(number: int) -> Notice:
    """That the citation ``number`` comes near the question and may not answer it."""
    message = "引用的条款与所问相近，不一定直接写明了所问的内容，请对照原文核实。"
    return Notice("nearest_only", message, number)


def provision_absent(query: Query, evidence: Sequence[Evidence]) -> tuple[Notice, ...]:
    """That an article has no such 款 or 项 as is asked for: the whole of it is quoted."""
    found = ((absent(query.variants[0], item), number) for number, item in enumerate(evidence, 1))
    return tuple(
        Notice("provision_absent", f"这一条没有“{part}”，引用的是整条。", number)
        for part, number in found
        if part
    )


def registers_apart(query: Query, evidence: Sequence[Evidence]) -> tuple[Region, ...]:
    """The places where somebody is registered for which no document speaks that is cited."""
    spoken = [item.document.region for item in evidence if item.document.region]
    return tuple(place for place in query.registers if not any(region.contains(place) for region in spoken))


def registered_elsewhere(query: Query, evidence: Sequence[Evidence]) -> tuple[Notice, ...]:
    """That the place where somebody is registered is not the one answered for, and may have rules of its own.

    Where a cited clause demands that he be registered there, with its words.
    """
    asked = names_of(query.regions)
    demands = ((_OF_THE_PLACE.search(item.text), number) for number, item in enumerate(evidence, 1))
    demanded, at = next(((found[0], number) for found, number in demands if found), ("", None))
    demand = f"，引用的条款写有“{demanded}”" if demanded else ""
    return tuple(
        Notice(
            "registered_elsewhere",
            f"把{place.name}看作户籍地，这里按{asked}的规定回答{demand}；{place.name}对本地户籍人员的规定，请另问。",
            at,
        )
        for place in registers_apart(query, evidence)
        if asked
    )


def place_unsaid(
    query: Query, searched: Sequence[Region], evidence: Sequence[Evidence]
) -> tuple[Notice, ...]:
    """That, no place being named or asked for, the rule cited is that of one of several ``searched``, not the nation's."""
    spoken = dict.fromkeys(item.document.region for item in evidence if item.document.region)
    others = [region for region in searched if region not in (*spoken, NATION)]
    if query.regions or everywhere(query.text) or NATION in spoken or len(spoken) != 1 or not others:
        return ()
    message = (
        f"问题没有说是哪里，以上只是{names_of(spoken)}文件的规定，不是全国的；别处可能不同，请说出地名再问。"
    )
    return (Notice("place_unsaid", message),)


def lapsed(standings: Sequence[Standing]) -> tuple[Notice, ...]:
    """That documents out of force came nearer to the question, and are not answered from."""
    return tuple(
        Notice(standing.force.value, f"{told(standing)}其中有更接近所问的内容，不据以回答。")
        for standing in standings[:NAMED]
    )


def _of(item: Evidence, number: int, as_of: date) -> Iterator[Notice]:
    document = item.document
    for deadline in item.clause.deadlines:
        marked = any(span.holds(deadline.span) for span in item.highlights)
        if marked and over(deadline.due, as_of.isoformat()):
            yield Notice(
                "target_date_passed",
                f"所定期限{in_words(deadline.due)}已过，是否完成、有无新的安排，文件未见说明。",
                number,
            )
    if document.period and document.period[1] < as_of.year:
        first, last = document.period
        yield Notice("plan_period_over", f"{source(document)}的规划期为{first}—{last}年，已经结束。", number)
    yield from _of_course(item, number, as_of)
    if document.kind in _REPLIES:
        yield Notice(
            "reply_letter",
            f"{source(document)}是答复函，不是规范性文件，办理前请向发文机关核实现行规定。",
            number,
        )
    for oddity in document.oddities:
        if oddity.code == "term_open":  # of the whole document
            yield Notice(oddity.code, f"{source(document)}{oddity.message}。", number)
        elif item.quote.holds(oddity.span):
            yield Notice(oddity.code, f"{oddity.message}。", number)


def _of_course(item: Evidence, number: int, as_of: date) -> Iterator[Notice]:
    """What other documents have done to the one cited, and to the clause."""
    stands, pending = standing(item.document, item.course, as_of), coming(item.course.endings, as_of)
    if stands.force is not Force.IN_FORCE:
        yield Notice(stands.force.value, told(stands), number)
    elif pending:
        yield Notice("newer_version_pending", foretold(pending), number)
    if stands.force is Force.IN_FORCE and stands.extended:
        yield Notice("term_extended", lengthened(item.document, stands.extended), number)
    for change in item.amendments:
        yield Notice("clause_amended", amended(change), number)
