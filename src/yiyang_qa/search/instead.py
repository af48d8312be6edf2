"""What a follow-up puts in the place of what was asked before: 那住医院护理呢."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yiyang_qa.dialogue.turns import asks_of_any
from yiyang_qa.search.announced import opens_list
from yiyang_qa.search.matters import Matter, matters
from yiyang_qa.search.ranking import At, Hit
from yiyang_qa.search.value import Value, given_in
from yiyang_qa.search.values import values_asked
from yiyang_qa.text import bigrams, fold, sentences
from yiyang_qa.types import Clause, Document

_WHAT_OF = re.compile(r"那?(?:么|如果|要是)?(?P<words>.{2,12})呢\??")
#: A sentence speaks of words when it has this share of their pairs.
_MOSTLY = 0.6
#: A clause that speaks of it leads when it scores this share of the best.
_AS_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Instead:
    """``words`` in the place of others, folded; empty where nothing is replaced."""

    words: str = ""
    values: tuple[Value, ...] = ()  # asked for before: 多少, of 送餐 instead of 就餐

    @classmethod
    def asked(cls, turn: str, whole: str) -> Instead:
        """What ``turn`` asks of instead; ``whole`` has the turns that it goes on from."""
        follows = _WHAT_OF.fullmatch(fold(turn))
        return cls(follows["words"], values_asked(whole)) if follows else cls()

    @property
    def is_a_matter(self) -> bool:
        """Whether what is put there is another matter: 护理员, not 材料, which is asked of any."""
        return bool(self.words) and not asks_of_any(self.words)

    @property
    def matters(self) -> list[Matter]:
        """The matters that it names, and whom: 护理员, after beds."""
        return [*matters(self.words, actors=True)] if self.is_a_matter else []

    def share(self, text: str) -> float:
        """The share of the words' pairs that ``text`` has; 0 of too few."""
        pairs = {*bigrams(self.words)}
        held = len(pairs.intersection(bigrams(fold(text)))) / len(pairs) if pairs else 0.0
        return held if held >= _MOSTLY else 0.0

    def spoken_in(self, sentence: str) -> bool:
        """Whether ``sentence`` speaks of it by itself; what opens a list (居家护理和医院护理的标准如下：) speaks of all."""
        return self.share(sentence) > 0 and not opens_list(sentence)

    def lead(self, hits: Sequence[Hit], at: At) -> list[Hit]:
        """The one of ``hits`` near enough with the sentence that speaks most of it; none where none does."""
        if not (hits and self.is_a_matter):
            return []
        near = [hit for hit in hits if hit.score >= _AS_NEAR * hits[0].score]
        best = max(near, key=lambda hit: self._most(*at(hit)))
        return [best] if self._most(*at(best)) else []

    def _most(self, document: Document, clause: Clause) -> float:
        told = (span.of(document.text) for span in sentences(document.text, clause.body))
        return max((self.share(said) * (1 + given_in(said, self.values)) for said in told), default=0.0)


NOTHING = Instead()
