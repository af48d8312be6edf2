"""The order of work: resolve, search, compose, guard; and, where a model is set, phrase."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import date

from yiyang_qa.answer import compose
from yiyang_qa.answer.guard import guarded
from yiyang_qa.building import Progress, build, fits, open_index
from yiyang_qa.config import Settings
from yiyang_qa.dialogue import Resolved, comparing, resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed import Encoder, load_encoder
from yiyang_qa.errors import CorpusError, IndexUnusable
from yiyang_qa.index import DocumentsById, OpenIndex
from yiyang_qa.phrasing import OpenAIPhraser, Phraser, phrased
from yiyang_qa.search.finding import Finder
from yiyang_qa.search.ranking import Ranker
from yiyang_qa.types import Answer, Document, Evidence, Filters, Question, Speaker

_log = logging.getLogger(__name__)


class Assistant:
    """Answers questions over one open index. Immutable; safe to share between threads."""

    def __init__(self, index: OpenIndex, encoder: Encoder, phraser: Phraser | None = None) -> None:
        self.documents: Mapping[str, Document] = DocumentsById(index.documents)
        self._places = Places(document.region for document in index.documents.catalogue)
        self._finder = Finder(index, Ranker(index, encoder))
        self._phraser = phraser

    def ask(self, question: Question) -> Answer:
        """The answer to ``question`` with its evidence, or a refusal with its reason."""
        told = tuple(turn.content for turn in question.history if turn.speaker is Speaker.USER)
        answer = self._answered(question, resolve(question, self._places, today=date.today()), told)
        return phrased(answer, self._phraser, *told) if self._phraser else answer

    def compare(self, topic: str, regions: Sequence[str], as_of: date | None, filters: Filters) -> Answer:
        """What ``regions`` say on ``topic``, one row each; every region with a document when none is named.

        Raises:
            RequestInvalid: a name that is no region's.
        """
        question = Question(topic, filters=filters, top_k=20, as_of=as_of)
        resolved = resolve(question, self._places, today=date.today())
        return self._answered(question, comparing(resolved, self._places.given(regions)))

    def search(self, text: str, region: str | None = None, k: int = 5) -> tuple[Evidence, ...]:
        """The ``k`` clauses nearest to ``text``, those of ``region`` when one is named."""
        filters = Filters(regions=(region,) if region else ())
        resolved = resolve(Question(text), self._places, today=date.today())
        return self._finder.find(resolved, filters, k).evidence

    def _answered(self, question: Question, resolved: Resolved, told: Sequence[str] = ()) -> Answer:
        """Search, compose, guard: nothing leaves here that its citations do not bear out."""
        finding = self._finder.find(resolved, question.filters, question.top_k)
        answer = compose(resolved.query, finding, question.top_k)
        compared = [row.region for row in answer.comparison.rows] if answer.comparison else []
        return guarded(answer, *told, *compared)


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
            return Assistant(open_index(settings.index, encoder), encoder, _phraser(settings))
        except IndexUnusable:
            raise fault from None
    return Assistant(open_index(settings.index, encoder), encoder, _phraser(settings))


def _phraser(settings: Settings) -> Phraser | None:
    """The language model that the settings name; none leaves nothing missing."""
    if not (settings.llm_url and settings.llm_model):
        return None
    return OpenAIPhraser(settings.llm_url, settings.llm_model, settings.llm_key, settings.llm_timeout)
