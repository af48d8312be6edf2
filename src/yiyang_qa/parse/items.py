"""The items of an amending text, read one after the other: each says what is done to which clause of which document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.alterations import CITED, VERB, changes
from yiyang_qa.parse.brackets import MASK
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.named import NAME, InFull, Name, named
from yiyang_qa.parse.pointers import RUN, each, held
from yiyang_qa.parse.quoted import unquoted
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.unaddressed import unaddressed
from yiyang_qa.types import Alteration, Amendment, Clause, Kind, Span

_NEAR = 80  # 字 around an address that say what is done to it
_SENTENCE = re.compile(r"[^。;\n]+")
_POINTS = re.compile(rf"(?P<run>{RUN})|{NAME.pattern}")
_OF_THE_TEXT = re.compile(r"(?:中的|[改作]为:?)$")  # 第三条中的《甲法》 is no document amended

_Told = Iterator[tuple[str, Alteration]]


class Items:
    """Which document and which clause each item is about, as far as it has been read; those inside it go on from there.

    ``titled`` is the document that the title names; in a text that is ``plainly`` about amending it, what
    is altered is altered there, even if no clause is named.
    """

    def __init__(self, matter: Matter, titled: Name | None, *, plainly: bool) -> None:
        self._matter, self._plainly, self._in_full = matter, plainly, InFull(matter)
        self._holds = {clause.parent for clause in matter.clauses}
        self._targets: dict[int | None, Name | None] = {None: titled}
        self._near: dict[int | None, str | None] = {}

    def amendments(self) -> Iterator[Amendment]:
        """What every item amends, in the order of the text."""
        for at, clause in enumerate(_of_its_own(self._matter)):
            self._targets[at] = self._targets.get(clause.parent) or self._targets[None]
            self._near[at] = self._near.get(clause.parent)
            if clause.kind in NUMBERED or clause.kind is Kind.LEAD:
                yield from self._item(at, clause)
            if clause.kind is Kind.LEAD:
                self._targets[None] = self._targets[None] or self._targets[at]

    def _item(self, at: int, clause: Clause) -> Iterator[Amendment]:
        numbered = clause.kind in NUMBERED
        words = unquoted(self._matter.text, self._matter.folded, clause.body)
        words = MASK * len(clause.label) + words[len(clause.label) :]
        for sentence in _SENTENCE.finditer(words):
            span = Span(*sentence.span()).shift(clause.body.start)
            pointed, acts = False, VERB.search(sentence[0])
            for found in _POINTS.finditer(words, *sentence.span()):
                before = words[max(sentence.start(), found.start() - _NEAR) : found.start()]
                behind = words[found.end() : min(sentence.end(), found.end() + _NEAR)]
                if found["run"]:
                    pointed = True
                    told = self._pointed(at, found["run"], before, behind, acts)
                    yield from self._as_amendments(at, told, clause.body if numbered else span)
                else:
                    self._name(at, named(self._matter, found, clause.body.start), before)
            if acts and not pointed:
                told = self._unaddressed(at, sentence[0], span, numbered)
                yield from self._as_amendments(at, told, clause.body if numbered else span)

    def _pointed(self, at: int, run: str, before: str, behind: str, acts: object) -> _Told:
        """What is done to the clauses of ``run``, where the sentence ``acts`` at all."""
        if not CITED.search(before):
            self._near[at] = next(each(run))
        return changes(run, before, behind) if acts else iter(())

    def _unaddressed(self, at: int, words: str, span: Span, numbered: bool) -> _Told:
        """What a sentence without an address does; outside an item that is its own only words are taken for sure."""
        if not self._plainly or at in self._holds:
            return
        for address, change in unaddressed(words, span.of(self._matter.text), self._near[at]):
            if numbered or held(address):
                yield address, change

    def _name(self, at: int, name: Name, before: str) -> None:
        """A document named is what follows is about, unless it is only cited or part of a text."""
        meant = self._in_full.of(name)
        if meant and not CITED.search(before) and not _OF_THE_TEXT.search(before):
            self._targets[at] = meant

    def _as_amendments(self, at: int, told: _Told, span: Span) -> Iterator[Amendment]:
        target = self._targets[at]
        for address, change in told if target else ():
            if target:
                yield Amendment(target.title, target.doc_number, address, change, span)


def _of_its_own(matter: Matter) -> Iterator[Clause]:
    """The clauses of the text, up to the text as amended where that is printed below (重新公布)."""
    begun = False
    for clause in matter.clauses:
        begun = begun or clause.kind in NUMBERED
        if begun and clause.kind is Kind.TITLE:
            return
        yield clause
