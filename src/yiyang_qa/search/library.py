"""What search sees of one open index: its documents and how they stand, its clauses, how they rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from yiyang_qa.dialogue import Resolved
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.absence import absent_numbers, absent_terms
from yiyang_qa.search.addresses import absent_addresses, documents_named, only_addressed
from yiyang_qa.search.admission import Admitted, mask_of, of_kind
from yiyang_qa.search.evidence import clause_of, nearest_sentence, quoted, said
from yiyang_qa.search.exact import exact_rows
from yiyang_qa.search.mentioned import mentions, numbers_of_others
from yiyang_qa.search.ranking import Hit, Mask, Ranker, Wording
from yiyang_qa.search.statutes import absent_statutes, calls_another, without_statute
from yiyang_qa.search.titles import asks_of_a_document, meant
from yiyang_qa.types import Clause, Document, Intent, Region
from yiyang_qa.versions import Lineage

#: Documents that are read through; with more in scope what is looked for is taken to be somewhere.
_MOST_READ = 40


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """One open index with its ranker, and who ends, lengthens and amends whom in it."""

    index: OpenIndex
    ranker: Ranker
    lineage: Lineage

    @property
    def catalogue(self) -> Sequence[Document]:
        """All documents, without their texts' clauses read."""
        return self.index.documents.catalogue

    def in_question(self, admitted: Admitted, resolved: Resolved) -> Mask:
        """The documents ``admitted``; where no region is named, of the kind of region that a comparison compares."""
        query = resolved.query
        if query.intent is not Intent.COMPARE or query.regions:
            return admitted.documents
        return admitted.documents & of_kind(self.catalogue, f"{query.text}，{resolved.asked}")

    def taking_no_side(self, rows: Mask, admitted: Admitted) -> Mask:
        """``rows`` and what does not speak against them: kin, and what is out of force against its successor."""
        return rows | (admitted.out_of_force | admitted.kin)[self.index.table.document]

    def ranked(
        self, wordings: Sequence[Wording], rows: Mask, resolved: Resolved, documents: Mask
    ) -> list[Hit]:
        """Hits among ``rows``, and the clauses that the question points at even if nothing else found them."""
        ranked = self.ranker.rank(wordings, rows)
        if documents.sum() > _MOST_READ or (exact := exact_rows(self.index, documents, resolved)) is None:
            return ranked
        found = {hit.row for hit in ranked}
        return [*ranked, *(hit for hit in self.ranker.rank(wordings, exact) if hit.row not in found)]

    def meant(self, wordings: Sequence[Wording], admitted: Admitted, resolved: Resolved) -> Admitted:
        """Of ``admitted`` what a question about a document itself may mean, in force or not; all for other questions.

        When it was made, and until when it held, one out of force still tells where no other is meant.
        """
        if not asks_of_a_document(resolved.asked):
            return admitted
        admitted = self._speaking_of_another(admitted, resolved)
        documents = admitted.documents | admitted.out_of_force
        if documents.sum() > 1:
            hits = self.ranker.rank(wordings, documents[self.index.table.document])
            ids = meant(hits, resolved, self.clause)
            admitted = admitted.only(mask_of(self.catalogue, lambda d: d.id in ids))
        return admitted if admitted.documents.any() else replace(admitted, documents=admitted.out_of_force)

    def _speaking_of_another(self, admitted: Admitted, resolved: Resolved) -> Admitted:
        """Of ``admitted`` the documents that speak of one not held here, which the question names by its number."""
        numbers = numbers_of_others(resolved.asked, self.catalogue)
        documents = self.read_through(admitted.documents | admitted.out_of_force) if numbers else []
        speaking = {d.id for d in documents if any(mentions(clause, d, numbers) for clause in d.clauses)}
        return admitted.only(mask_of(self.catalogue, lambda d: d.id in speaking)) if speaking else admitted

    def nearer(self, regions: tuple[Region, ...], one: str, other: str) -> bool:
        """Whether what holds in ``regions``, anywhere where there are none, comes as near to ``one`` as to ``other``."""
        documents = mask_of(
            self.catalogue,
            lambda d: not regions or (d.region is not None and any(map(d.region.touches, regions))),
        )
        return self.ranker.nearer(one, other, documents[self.index.table.document])

    def clause(self, hit: Hit) -> tuple[Document, Clause]:
        """Where ``hit`` stands."""
        return clause_of(self.index, hit)

    def said(self, hit: Hit) -> str:
        """The sentences of ``hit`` that answer."""
        return said(self.index, hit)

    def nearest_sentence(self, hit: Hit) -> str:
        """The sentence of ``hit`` that comes nearest to the question; the whole where it has none apart."""
        return nearest_sentence(self.index, hit)

    def quoted(self, hit: Hit) -> str:
        """What is quoted of ``hit``, under its headings."""
        return quoted(self.index, hit)

    def regions(self, documents: Mask) -> tuple[Region, ...]:
        """Regions of the documents in the mask, each once, in the order of the catalogue."""
        found = dict.fromkeys(document.region for document in self.listed(documents))
        return tuple(filter(None, found))

    def unnamed(self, question: str) -> str:
        """``question`` without the name of the statute that it means."""
        return without_statute(question, self.catalogue)

    def points_elsewhere(self, question: str, documents: Mask) -> bool:
        """Whether ``question`` points at a clause of a document that is none of ``documents``: 第二条, of no superior's."""
        named = documents_named(question, self.catalogue) is not None
        return (only_addressed(question) and not named) or calls_another(question, self.listed(documents))

    def listed(self, documents: Mask) -> list[Document]:
        """The documents in the mask, without their clauses."""
        return [self.catalogue[int(at)] for at in np.flatnonzero(documents)]

    def read_through(self, documents: Mask) -> list[Document]:
        """The documents in the mask with their clauses; none where they are too many to be read through."""
        if documents.sum() > _MOST_READ:
            return []
        return [self.index.documents[int(at)] for at in np.flatnonzero(documents)]

    def absent(self, resolved: Resolved, documents: Mask) -> tuple[str, ...]:
        """What the question speaks of and no document in scope does; a comparison says so row by row."""
        if resolved.query.intent is Intent.COMPARE:
            return ()
        asked, whole = resolved.asked, resolved.query.variants[0]
        if unknown := absent_statutes(whole, self.listed(documents)):
            return unknown
        scope = self.read_through(documents)
        if not scope:
            return ()
        if numbers_of_others(asked, self.catalogue):  # what speaks of it need not say when it ends
            return absent_numbers(asked, scope)
        unnumbered = absent_addresses(self.unnamed(whole), whole, scope)
        return absent_numbers(asked, scope) or unnumbered or absent_terms(whole, scope, asked)
