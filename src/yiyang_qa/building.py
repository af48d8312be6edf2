"""From a folder of documents to an index in use; and whether the one in use still fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from yiyang_qa.corpus import SourceFile, read_corpus
from yiyang_qa.embed import Encoder
from yiyang_qa.index import Contents, LexicalIndex, OpenIndex, Recipe, is_current, open_build, write_build
from yiyang_qa.passages import tabulate
from yiyang_qa.reading import read_document
from yiyang_qa.text import bigrams

#: Told of passages as they are encoded: (done, of how many).
Progress = Callable[[int, int], None]

#: What decides how a text is cut and read; an index made by other rules is stale.
_RULES = ("parse", "regions", "text.py", "types", "passages.py", "reading.py", "doubts.py")


def build(corpus: Path, index: Path, encoder: Encoder, progress: Progress | None = None) -> Path:
    """Read every document of ``corpus`` and put a new index in use; the old one serves until then.

    Raises:
        CorpusError: a file cannot be read; each is named, and the index in use stays.
        IndexUnusable: the index cannot be written.
    """
    sources = read_corpus(corpus)
    documents = [read_document(source) for source in sources]
    table = tabulate(documents)
    vectors = encoder.encode_passages(table.dense_texts, _counting(progress, len(table)))
    lexical = LexicalIndex.build(map(bigrams, table.lexical_texts))
    return write_build(index, Contents(_recipe(encoder, sources), documents, table, vectors, lexical))


def fits(corpus: Path, index: Path, encoder: Encoder) -> bool:
    """Whether the index in use was made from this corpus, by this encoder and these rules."""
    wanted = _recipe(encoder, read_corpus(corpus))
    return is_current(index, wanted.encoder_digest, wanted.rules_digest, wanted.corpus)


def open_index(index: Path, encoder: Encoder, corpus: Path | None = None) -> OpenIndex:
    """The index in use, checked against the encoder, the rules and, where given, the corpus.

    Raises:
        IndexUnusable: missing, damaged or made from something else; names the mend.
    """
    fingerprints = None if corpus is None else {s.id: s.fingerprint for s in read_corpus(corpus)}
    return open_build(index, encoder_digest=encoder.digest, rules_digest=rules_digest(), corpus=fingerprints)


@cache
def rules_digest() -> str:
    """SHA-256 of the code that reads and cuts documents."""
    digest = sha256()
    package = files("yiyang_qa")
    for path in sorted((p for name in _RULES for p in _sources(package / name)), key=lambda p: p.name):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(path: Traversable) -> Iterable[Traversable]:
    if path.is_file():
        return [path] if path.name.endswith((".py", ".json", ".toml")) else []
    return [source for child in path.iterdir() for source in _sources(child)]


def _recipe(encoder: Encoder, sources: Iterable[SourceFile]) -> Recipe:
    return Recipe(
        encoder=encoder.name,
        encoder_digest=encoder.digest,
        rules_digest=rules_digest(),
        corpus={source.id: source.fingerprint for source in sources},
    )


def _counting(progress: Progress | None, total: int) -> Callable[[int], None] | None:
    if progress is None:
        return None
    done = 0

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress(done, total)

    return count
