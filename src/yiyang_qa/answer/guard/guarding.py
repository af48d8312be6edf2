"""An answer without the sentences that its evidence does not bear out."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from yiyang_qa.answer import phrases
from yiyang_qa.answer.guard.asked import Asked
from yiyang_qa.answer.guard.check import unsupported
from yiyang_qa.answer.guard.claims import Claim
from yiyang_qa.answer.guard.scope import cited, paragraphs, sentence_spans
from yiyang_qa.types import Answer, Comparison, ComparisonRow, Evidence, Span

_log = logging.getLogger(__name__)

_SEE = "请看原文"


def guarded(answer: Answer, *told: str) -> Answer:
    """``answer`` without its unsupported sentences; the same object when all of it stands.

    ``told`` are more of the asker's words: earlier turns, a case. A paragraph that loses its last
    citation goes with it; evidence that nothing cites any more is then named by document and address,
    so that an answer of which nothing is left still says where to look. A refusal has nothing to guard.
    """
    if not answer.evidence:
        return answer
    asked = Asked.of(answer.query, *told)
    text = _borne_out(answer, asked)
    comparison = answer.comparison and _compared(answer.comparison, answer.evidence, asked)
    if text == answer.text and comparison == answer.comparison:
        return answer
    text = text if text == answer.text else name_uncited(text, answer.evidence)
    return replace(answer, text=text, comparison=comparison)


def name_uncited(text: str, evidence: Sequence[Evidence]) -> str:
    """``text``, and where the evidence that it does not cite is to be found."""
    left = [(n, item) for n, item in enumerate(evidence, 1) if n not in cited(text)]
    lines = [
        f"{phrases.region(item.document)}：{phrases.source(item.document)} {phrases.address(item)}".rstrip()
        + f"[{number}]"
        for number, item in left
    ]
    heading = ["相关条款，请看原文：" if text else "以下条款与问题有关，请看原文："] if lines else []
    return "\n\n".join(filter(None, [text, "\n".join([*heading, *lines])]))


def _borne_out(answer: Answer, asked: Asked) -> str:
    """The text less what nothing bears out; a notice is our own word on a document, cited or not."""
    text, warned = answer.text, _warned(answer)
    found = [
        c for c in unsupported(text, answer.evidence, asked) if not any(span.holds(c.span) for span in warned)
    ]
    if not found:
        return text
    _log.warning("回答中有未见于所引条款的内容，已略去：%s", "、".join(claim.text for claim in found))
    return _without(text, found)


def _warned(answer: Answer) -> list[Span]:
    """Where the text holds notices to the letter."""
    starts = ((answer.text.find(notice.message), len(notice.message)) for notice in answer.notices)
    return [Span(start, start + length) for start, length in starts if start >= 0]


def _without(text: str, found: Sequence[Claim]) -> str:
    """``text`` less the sentences in which a claim lies."""
    dropped = [s for s in sentence_spans(text) if any(s.overlaps(claim.span) for claim in found)]
    kept = (_rest(text, paragraph, dropped) for paragraph in paragraphs(text))
    return "\n\n".join(filter(None, kept))


def _rest(text: str, paragraph: Span, dropped: Sequence[Span]) -> str:
    pieces, at = [], paragraph.start
    for sentence in dropped:
        if paragraph.holds(sentence):
            pieces.append(text[at : sentence.start])
            at = sentence.end
    whole = paragraph.of(text)
    rest = "".join([*pieces, text[at : paragraph.end]])
    if rest == whole:
        return whole
    lost = bool(cited(whole)) and not cited(rest)
    return "" if lost else "\n".join(line for line in rest.split("\n") if line.strip())


def _compared(comparison: Comparison, evidence: Sequence[Evidence], asked: Asked) -> Comparison:
    return replace(comparison, rows=tuple(_row(row, evidence, asked) for row in comparison.rows))


def _row(row: ComparisonRow, evidence: Sequence[Evidence], asked: Asked) -> ComparisonRow:
    """A row is answered for by its own citations; the working of a difference by those of all rows."""
    if not row.found:
        return row
    own, every = phrases.marks(row.citations), phrases.marks(range(1, len(evidence) + 1))
    lines = [f"{line}{every if '=' in line else own}" for line in row.summary.split("\n")]
    stands = not unsupported("\n".join(lines), evidence, asked)
    return row if stands else replace(row, summary=_SEE)
