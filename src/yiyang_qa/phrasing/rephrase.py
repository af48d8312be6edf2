"""A composed answer said anew, sentence by sentence, each checked before it is shown."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from dataclasses import replace

from yiyang_qa.answer.guard import Asked, cited, denies, name_uncited, turned_round, unsupported
from yiyang_qa.phrasing.phraser import Phraser, PhrasingFailed
from yiyang_qa.phrasing.sentences import finished
from yiyang_qa.types import Answer, Intent

_log = logging.getLogger(__name__)

_LONGEST_DENIAL = 60  # characters; 文件未见规定 needs no citation


def phrased(answer: Answer, phraser: Phraser, *told: str) -> Answer:
    """``answer`` as ``phraser`` says it; the same object when nothing of that can stand."""
    saying = rephrasing(answer, phraser, *told)
    while True:
        try:
            next(saying)
        except StopIteration as end:
            said: Answer = end.value
            return said


def streamed(answer: Answer, phraser: Phraser, *told: str) -> Generator[str, None, Answer]:
    """The text of an answer as it is said, each piece past the guard; returns the answer, whose text the pieces are.

    What was said stays said: where the model fails on its way, the composed answer follows.
    """
    said, saying = "", rephrasing(answer, phraser, *told)
    while True:
        try:
            piece = next(saying)
        except StopIteration as end:
            final: Answer = end.value
            break
        said += piece
        yield piece
    if final is not answer:
        return final
    whole = followed(said, answer.text)
    yield whole[len(said) :]
    return replace(answer, text=whole) if said else answer


def followed(said: str, composed: str) -> str:
    """``said``, and after it the composed answer unless it has been said: what stands if the model says no more."""
    return said if said.endswith(composed) else "\n\n".join(filter(None, [said, composed]))


def rephrasing(answer: Answer, phraser: Phraser, *told: str) -> Generator[str, None, Answer]:
    """Pieces of text that have passed the guard, as they come; returns the answer that stands in the end.

    When that is not ``answer`` itself, the pieces joined are its text. Where the model fails, or nothing
    cited is left, it is ``answer`` unchanged, whatever was yielded. Refusals, comparisons and judgements of
    eligibility are not phrased. ``told`` are more of the asker's words.
    """
    if not answer.evidence or answer.comparison or answer.query.intent is Intent.ELIGIBILITY:
        return answer
    text = ""
    try:
        for piece in _passed(answer, phraser, Asked.of(answer.query, *told)):
            text += piece
            yield piece
    except PhrasingFailed as fault:
        _log.warning("%s；按规则组成的回答照常给出", fault.message)
        return answer
    if not cited(text):
        _log.warning("语言模型的回答没有可以采用的句子；按规则组成的回答照常给出")
        return answer
    complete = "\n\n".join([name_uncited(text, answer.evidence), *_kept(answer)])
    yield complete[len(text) :]
    return replace(answer, text=complete)


def _passed(answer: Answer, phraser: Phraser, asked: Asked) -> Iterator[str]:
    text = gap = ""
    for sentence in finished(phraser.phrase(answer.query, answer.evidence, answer.text)):
        gap += sentence.gap
        piece = f"{_separation(gap)}{sentence.text}" if text else sentence.text
        if not _may_stand(sentence.text) or _turns_round(sentence.text, answer):
            continue
        if not _adds_unsupported(text, piece, answer, asked):
            text, gap = text + piece, ""
            yield piece


def _may_stand(sentence: str) -> bool:
    """Whether the sentence cites, or says in a few words that the documents are silent."""
    return bool(cited(sentence)) or (len(sentence) <= _LONGEST_DENIAL and denies(sentence))


def _turns_round(sentence: str, answer: Answer) -> bool:
    """Whether the sentence denies what the clauses it cites affirm, or affirms what they deny."""
    items = [answer.evidence[n - 1] for n in cited(sentence) if 1 <= n <= len(answer.evidence)]
    turned = turned_round(sentence, (item.clause.span.of(item.document.text) for item in items))
    if turned:
        _log.info("语言模型的一句话与所引条款肯定、否定相反，不予采用")
    return turned


def _adds_unsupported(text: str, piece: str, answer: Answer, asked: Asked) -> bool:
    found = unsupported(text + piece, answer.evidence, asked)
    new = [claim.text for claim in found if claim.span.end > len(text)]
    if new:
        _log.info("语言模型的一句话未见于所引条款，不予采用：%s", "、".join(new))
    return bool(new)


def _separation(gap: str) -> str:
    lines = gap.count("\n")
    return "\n\n" if lines > 1 else "\n" if lines else ""


def _kept(answer: Answer) -> Iterator[str]:
    """Paragraphs of the composed answer that no phrasing may lose: notices, and what was not found."""
    for paragraph in answer.text.split("\n\n"):
        noticed = any(notice.message in paragraph for notice in answer.notices)
        if noticed or (not cited(paragraph) and denies(paragraph)):
            yield paragraph
