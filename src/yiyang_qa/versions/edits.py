"""What changed inside a clause: spans taken out of the old text and put into the new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yiyang_qa.types import Span
from yiyang_qa.versions.wording import Wording, kept_runs

_STOPS, _COMMAS = frozenset("。;!?:"), frozenset(",、")
#: Words kept between two edits and shorter than this, and than either, are no longer seen as kept.
_SHORT = 3
#: Above this many pairs of tokens a run is taken as replaced whole.
_MOST_PAIRS = 16_000_000


@dataclass(frozen=True, slots=True)
class Edit:
    """``old`` of the old text became ``new`` of the new one; either may be empty, never both."""

    old: Span
    new: Span


_Run = tuple[int, int, int, int]  # tokens [a, b) of the old wording became [c, d) of the new


def edits(old: Wording, new: Wording) -> tuple[Edit, ...]:
    """The edits between two wordings, in order; none where only width or white space differs.

    Sentences first, then the tokens of those that differ.
    """
    runs: list[_Run] = []
    for a, b, c, d in _changed_sentences(old.tokens, new.tokens):
        if (b - a) * (d - c) > _MOST_PAIRS:
            runs.append((a, b, c, d))
        else:
            inner = _between(kept_runs(old.tokens[a:b], new.tokens[c:d]), b - a, d - c)
            runs += [(a + w, a + x, c + y, c + z) for w, x, y, z in inner]
    settled = (_slid(run, old.tokens, new.tokens) for run in _joined(runs))
    return tuple(Edit(_span(old, a, b), _span(new, c, d)) for a, b, c, d in settled)


def _changed_sentences(old: Sequence[str], new: Sequence[str]) -> Iterator[_Run]:
    ours, theirs = _sentences(old), _sentences(new)
    kept = kept_runs([old_text for _, old_text in ours], [new_text for _, new_text in theirs])
    for a, b, c, d in _between(kept, len(ours), len(theirs)):
        yield _start(ours, a, old), _start(ours, b, old), _start(theirs, c, new), _start(theirs, d, new)


def _sentences(tokens: Sequence[str]) -> list[tuple[int, str]]:
    """Position of the first token, and the text, of every sentence."""
    stops = [at + 1 for at, token in enumerate(tokens) if token in _STOPS and at + 1 < len(tokens)]
    starts = [0, *stops] if tokens else []
    ends = [*stops, len(tokens)]
    return [(a, "".join(tokens[a:b])) for a, b in zip(starts, ends, strict=False)]


def _start(sentences: Sequence[tuple[int, str]], at: int, tokens: Sequence[str]) -> int:
    return sentences[at][0] if at < len(sentences) else len(tokens)


def _between(kept: Sequence[tuple[int, int, int]], old: int, new: int) -> Iterator[_Run]:
    """What lies between the runs kept of sequences ``old`` and ``new`` long."""
    a = c = 0
    for b, d, length in (*kept, (old, new, 0)):
        if a < b or c < d:
            yield a, b, c, d
        a, c = b + length, d + length


def _joined(runs: Sequence[_Run]) -> list[_Run]:
    """Neighbours with hardly a word between them as one: a sentence rewritten is not confetti."""
    joined: list[_Run] = []
    for a, b, c, d in runs:
        if joined:
            w, x, y, z = joined[-1]
            if a - x < min(_SHORT, max(x - w, z - y), max(b - a, d - c)):
                joined[-1] = (w, b, y, d)
                continue
        joined.append((a, b, c, d))
    return joined


def _slid(run: _Run, old: Sequence[str], new: Sequence[str]) -> _Run:
    """What was put in or taken out whole begins behind a stop, not with one: ，分两年发放 is 分两年发放，.

    Only where the same stop follows it, so that nothing else changes.
    """
    a, b, c, d = run
    words, start, end = (new, c, d) if a == b else (old, a, b)
    whole = (a == b) != (c == d)
    if whole and end < len(words) and words[start] == words[end] and words[start] in _STOPS | _COMMAS:
        return a + 1, b + 1, c + 1, d + 1
    return run


def _span(words: Wording, start: int, end: int) -> Span:
    """From the first token to the end of the last; an empty span after the token before."""
    if start < end:
        return Span(words.spans[start].start, words.spans[end - 1].end)
    at = words.spans[start - 1].end if start else words.start
    return Span(at, at)
