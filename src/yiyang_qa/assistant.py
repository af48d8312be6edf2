"""The order of work: resolve, search, compose."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date

from yiyang_qa.answer import compose
from yiyang_qa.building import Progress, build, fits, open_index
from yiyang_qa.config import Settings
from yiyang_qa.dialogue import resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed import Encoder, load_encoder
from yiyang_qa.errors import CorpusError, IndexUnusable
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.finding import Finder
from yiyang_qa.types import Answer, Document, Evidence, Filters, Question

_log = logging.getLogger(__name__)


class Assistant:
    """Answers questions over one open index. Immutable; safe to share between threads."""

    def __init__(self, index: OpenIndex, encoder: Encoder) -> None:
        self.documents: Mapping[str, Document] = {document.id: document for document in index.documents}
        self._places = Places(document.region for document in index.documents.catalogue)
        self._finder = Finder(index, encoder)

    def ask(self, question: Question) -> Answer:
        """The answer to ``question`` with its evidence, or a refusal with its reason."""
        resolved = resolve(question, self._places, today=date.today())
        finding = self._finder.find(resolved, question.filters, question.top_k)
        return compose(resolved.query, finding)

    def search(self, text: str, region: str | None = None, k: int = 5) -> tuple[Evidence, ...]:
        """The ``k`` clauses nearest to ``text``, those of ``region`` when one is named."""
        filters = Filters(regions=(region,) if region else ())
        resolved = resolve(Question(text), self._places, today=date.today())
        return self._finder.find(resolved, filters, k).evidence


def open_assistant(settings: Settings, progress: Progress | None = None) -> Assistant:
    """The assistant that ``settings`` describe; an index that is missing or stale is built first.

    When the corpus cannot be read, the previous index keeps serving and the fault is logged.

    Raises:
        PolicyError: no encoder, or neither a readable corpus nor a usable index.
    """
    encoder = load_encoder(settings)
    try:
        if not fits(settings.corpus, settings.index, encoder):
            build(settings.corpus, settings.index, encoder, progress)
    except CorpusError as fault:
        _log.error("%s", fault.message)
        try:
            return Assistant(open_index(settings.index, encoder), encoder)
        except IndexUnusable:
            raise fault from None
    return Assistant(open_index(settings.index, encoder), encoder)
