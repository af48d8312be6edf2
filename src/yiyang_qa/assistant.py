"""The order of work: resolve, search, compose, guard; and, where a model is set, phrase."""

from __future__ import annotations

import logging
from collections.abc import Generator, Mapping, Sequence
from datetime import date

from yiyang_qa.adding import mend
from yiyang_qa.answer import compose
from yiyang_qa.answer.guard import guarded
from yiyang_qa.building import build, fits, open_index
from yiyang_qa.config import Settings
from yiyang_qa.dialogue import Resolved, comparing, each_asked, resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed import Encoder, load_encoder
from yiyang_qa.encoding import Progress
from yiyang_qa.errors import CorpusError, IndexUnusable
from yiyang_qa.index import DocumentsById, OpenIndex, current
from yiyang_qa.phrasing import OpenAIPhraser, Phraser, phrased, streamed
from yiyang_qa.search.compound import find_all
from yiyang_qa.search.finding import Finder
from yiyang_qa.search.ranking import Ranker
from yiyang_qa.text import bigrams
from yiyang_qa.types import Answer, Document, Evidence, Filters, Question, Speaker
from yiyang_qa.versions import Lineage, lineage

_log = logging.getLogger(__name__)


class Assistant:
    """Answers questions over one open index. Immutable; safe to share between threads."""

    def __init__(self, index: OpenIndex, encoder: Encoder, phraser: Phraser | None = None) -> None:
        self.build, self.encoder = index.build, encoder
        self.documents: Mapping[str, Document] = DocumentsById(index.documents)
        self.catalogue: Sequence[Document] = index.documents.catalogue
        self._places = Places(
            (document.region for document in self.catalogue),
            written=lambda word: index.lexical.holds(bigrams(word)),
        )
        self.lineage: Lineage = lineage(self.catalogue)
        self._finder = Finder(index, Ranker(index, encoder), self.lineage)
        self._phraser = phraser

    def over(self, index: OpenIndex) -> Assistant:
        """The same assistant over another index."""
        return Assistant(index, self.encoder, self._phraser)

    def ask(self, question: Question) -> Answer:
        """The answer to ``question`` with its evidence, or a refusal with its reason."""
        answer, told = self._composed(question)
        return phrased(answer, self._phraser, *told) if self._phraser else answer

    def telling(self, question: Question) -> tuple[Answer, Generator[str, None, Answer] | None]:
        """The answer to ``question`` as composed, and its text as a language model says it.

        Query and evidence are those of the first; the pieces are sentences that have passed the guard, and
        what they return is the answer that stands. No pieces where no model is set.
        """
        answer, told = self._composed(question)
        return answer, streamed(answer, self._phraser, *told) if self._phraser else None

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

    def _composed(self, question: Question) -> tuple[Answer, tuple[str, ...]]:
        """The answer before any phrasing, and the asker's earlier words."""
        told = tuple(turn.content for turn in question.history if turn.speaker is Speaker.USER)
        resolved = resolve(question, self._places, date.today(), self._finder.nearer)
        return self._answered(question, resolved, told), told

    def _answered(self, question: Question, resolved: Resolved, told: Sequence[str] = ()) -> Answer:
        """Search, compose, guard: nothing leaves here that its citations do not bear out."""
        parts = each_asked(question, resolved, self._places, self._finder.nearer)
        found = find_all(self._finder, resolved, parts, question.filters, question.top_k)
        answer = compose(resolved.query, found, question.top_k)
        compared = [row.region for row in answer.comparison.rows] if answer.comparison else []
        case = "，".join(fact.words for fact in question.case)
        return guarded(answer, question.text, *told, *compared, case)


def open_assistant(
    settings: Settings, progress: Progress | None = None, encoder: Encoder | None = None
) -> Assistant:
    """The assistant that ``settings`` describe; an index that is missing or stale is built first.

    ``encoder`` is theirs, when it has been loaded already. A change of the corpus that was broken off
    is finished. When the corpus cannot be read, the previous index keeps serving and the fault is logged.

    Raises:
        PolicyError: no encoder, or neither a readable corpus nor a usable index.
    """
    encoder = encoder or load_encoder(settings)
    try:
        mend(settings.corpus)
        if not fits(settings.corpus, settings.index, encoder):
            build(settings.corpus, settings.index, encoder, progress)
    except CorpusError as fault:
        _log.error("%s", fault.message)
        try:
            return reopened(settings, encoder)
        except IndexUnusable:
            raise fault from None
    return reopened(settings, encoder)


def reopened(settings: Settings, encoder: Encoder) -> Assistant:
    """The assistant over the build in use, whatever the corpus has become.

    Raises:
        IndexUnusable: missing, damaged, or made by another encoder or other rules.
    """
    return Assistant(open_index(settings.index, encoder), encoder, _phraser(settings))


class Renewal:
    """Opens each build that is put in use by another process, once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._seen = ""

    def __call__(self, serving: object) -> Assistant | None:
        """An assistant over the build in use; None where it is that of ``serving``, or was looked at before.

        Raises:
            PolicyError: it cannot be opened with the encoder and the rules of this process.
        """
        build, known = current(self._settings.index), serving if isinstance(serving, Assistant) else None
        if build == self._seen or (known and known.build == build):
            return None
        self._seen = build
        if known:
            return known.over(open_index(self._settings.index, known.encoder))
        return reopened(self._settings, load_encoder(self._settings))


def _phraser(settings: Settings) -> Phraser | None:
    """The language model that the settings name; none leaves nothing missing."""
    if not (settings.llm_url and settings.llm_model):
        return None
    return OpenAIPhraser(settings.llm_url, settings.llm_model, settings.llm_key, settings.llm_timeout)
