"""词表: what people say, and what documents write for it; and mistyped words put right."""

from yiyang_qa.thesaurus.expansion import Expansion, expansions, rewritten, tokens
from yiyang_qa.thesaurus.spelling import Correction, corrected, corrections
from yiyang_qa.thesaurus.vocabulary import matters_at_large, matters_of_other_fields

__all__ = [
    "Correction",
    "Expansion",
    "corrected",
    "corrections",
    "expansions",
    "matters_at_large",
    "matters_of_other_fields",
    "rewritten",
    "tokens",
]
