"""The guard: what an answer says must stand in the clauses that it cites.

Figures with their units, dates, document numbers, places, numbers of articles and long quotations
are claims. A claim stands when a cited clause, or a field of its document, says the same value; when it
is the result of arithmetic shown in the answer; or when it is marked as the asker's own words.
A sentence with a claim that does not stand is dropped, and only that sentence. A model's sentence that
says yes where its clause says no, or the reverse, is dropped too.
"""

from yiyang_qa.answer.guard.arithmetic import Equation
from yiyang_qa.answer.guard.asked import NOTHING, Asked
from yiyang_qa.answer.guard.check import unsupported
from yiyang_qa.answer.guard.claims import Address, Claim, Day, Figure, Number, Place, Quotation
from yiyang_qa.answer.guard.guarding import guarded, name_uncited
from yiyang_qa.answer.guard.negation import turned_round
from yiyang_qa.answer.guard.scope import Marker, cited, denies, sentence_spans

__all__ = [
    "NOTHING",
    "Address",
    "Asked",
    "Claim",
    "Day",
    "Equation",
    "Figure",
    "Marker",
    "Number",
    "Place",
    "Quotation",
    "cited",
    "denies",
    "guarded",
    "name_uncited",
    "sentence_spans",
    "turned_round",
    "unsupported",
]
