"""Adding, removing and correcting documents: nothing is lost, everything is said."""

from yiyang_qa.adding.beside import Difference, Side
from yiyang_qa.adding.journal import changes, mend
from yiyang_qa.adding.judging import Outcome, Twin, Verdict
from yiyang_qa.adding.librarian import Librarian
from yiyang_qa.adding.notes import Value
from yiyang_qa.adding.parcels import Parcel, parcels, uploaded

__all__ = [
    "Difference",
    "Librarian",
    "Outcome",
    "Parcel",
    "Side",
    "Twin",
    "Value",
    "Verdict",
    "changes",
    "mend",
    "parcels",
    "uploaded",
]
