"""A compound question taken apart: each thing that it asks, resolved by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from yiyang_qa.dialogue.intent import intent_of
from yiyang_qa.dialogue.parts import Part, parts
from yiyang_qa.dialogue.places import Places
from yiyang_qa.dialogue.resolve import JOINS, NearerIn, Resolved, intent_meant, resolve
from yiyang_qa.dialogue.subject import never
from yiyang_qa.thesaurus import corrected
from yiyang_qa.types import Intent, Question


@dataclass(frozen=True, slots=True)
class Asked:
    """One of several things asked: in the asker's words, and standing alone."""

    said: str
    resolved: Resolved


def each_asked(
    question: Question, whole: Resolved, places: Places, nearer: NearerIn = never
) -> tuple[Asked, ...]:
    """The things that a compound question asks, each resolved by itself; empty for a question that asks one.

    A part that names no region of its own is asked of those of the ``whole``.
    """
    asked = ((part, _part(part, question, whole, places, nearer)) for part in parts(whole.asked))
    return tuple(
        Asked(_called(_as_typed(part.said, question, whole), each, places), each) for part, each in asked
    )


def _as_typed(said: str, question: Question, whole: Resolved) -> str:
    """The asker's own words where one in them has been corrected."""
    at = whole.asked.find(said)
    typed = corrected(question.text) == whole.asked and len(question.text) == len(whole.asked)
    return question.text[at : at + len(said)] if typed else said


def _called(said: str, part: Resolved, places: Places) -> str:
    """What a part is called: in a comparison without the regions, which are its rows."""
    if part.query.intent is not Intent.COMPARE:
        return said
    return JOINS.sub("", places.without_names(said)) or said


def _part(part: Part, question: Question, whole: Resolved, places: Places, nearer: NearerIn) -> Resolved:
    text, *others = part.wordings
    alone = resolve(replace(question, text=text), places, whole.query.as_of, nearer)
    regions, compares = whole.query.regions, whole.query.intent is Intent.COMPARE
    if intent_of(part.said) is not Intent.COMPARE and (own := places.named(part.said)):
        regions, compares = own, compares and set(own) == set(regions)
    intent = Intent.COMPARE if compares else intent_meant(text, len(regions), case=bool(question.case))
    bare = (places.without_names(wording) for wording in others)
    variants = tuple(dict.fromkeys((*alone.query.variants, *bare)))
    query = replace(alone.query, intent=intent, regions=regions, variants=variants)
    return replace(alone, query=query, excluded=whole.excluded)
