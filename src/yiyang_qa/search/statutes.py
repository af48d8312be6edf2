"""法规名: a law or regulation that a question calls by its name, whole or cut short, and asks what it rules.

养老条例第三条 asks of 某省社会养老服务促进条例; 物业管理条例第三条 of none, where no document is called so. A text that
is attached to a document, with articles of its own, is asked of by its own name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from yiyang_qa.search.ranking import Mask
from yiyang_qa.text import fold, outside
from yiyang_qa.types import Document
from yiyang_qa.versions.names import called, in_order, stem

#: 法 is none in 办法, 做法, 依法; 民法典 is called 民法 of the kind 典.
_KIND = r"(?P<kind>条例|(?<=法)典|(?<![办方做用看说想执合违依司立守])法(?!典)|办法|规定|细则)"
_CALLED = rf"(?P<name>[^\W\da-z_的和与及或请问这那该个你我们按照依据]{{2,24}}?){_KIND}"
#: What asks of its text: 第三条, 里, 对…, 规定.
_ASKED = r"(?=的?第[〇零一二三四五六七八九十百千\d]+[编章节条]|[里中上]|(?:对|关于|有关)[^,。;]{2}|(?:怎么|如何|咋|有没有)?规定)"
_NUMBERED = re.compile("的?第")
_STATUTE = re.compile(rf"(?:现行|最新|现在|目前|新版?)?{_CALLED}》?{_ASKED}")
#: Kinds of which nobody means another document: 补贴办法 is said of many a notice.
_NO_OTHER = frozenset({"条例", "典", "法"})
_OF_A_STATUTE = re.compile(rf"{_KIND}$")
#: A statute whose name has this share of what the question calls it, in that order, is meant.
_SO_CALLED = 0.8
_QUESTIONS = 1 << 10  # of which it is remembered what they mean of a document
_TITLES = 1 << 16  # of which name and kind are remembered: a library asks for each several times a question


def statutes_meant(question: str, catalogue: Sequence[Document]) -> Mask | None:
    """Mask of the statutes that ``question`` calls by name, the likeliest; None when it calls none of them."""
    if not (asked := _STATUTE.search(fold(question))):
        return None
    shares = np.array([_so_called(asked["name"], asked["kind"], document) for document in catalogue])
    best = shares.max(initial=0.0)
    return shares == best if best >= _SO_CALLED else None


def without_statute(question: str, catalogue: Sequence[Document]) -> str:
    """``question`` without the name of the statute that it means: what remains is the matter.

    That of an attached text tells its clauses from the others of the document, unless they are pointed at by number.
    """
    asked = _STATUTE.search(fold(question))
    if not asked or (meant := statutes_meant(question, catalogue)) is None:
        return question
    numbered = _NUMBERED.match(asked.string, asked.end())
    if not numbered and any(attached_meant(question, catalogue[int(at)]) for at in np.flatnonzero(meant)):
        return question
    return outside(question, [asked.span()])


def calls_another(question: str, catalogue: Sequence[Document]) -> bool:
    """Whether ``question`` calls by its name a document that is none of ``catalogue``."""
    return bool(_STATUTE.search(fold(question))) and statutes_meant(question, catalogue) is None


def absent_statutes(question: str, catalogue: Sequence[Document]) -> tuple[str, ...]:
    """What ``question`` calls a statute that is none of ``catalogue``."""
    asked = _STATUTE.search(fold(question))
    if not asked or asked["kind"] not in _NO_OTHER or not calls_another(question, catalogue):
        return ()
    return (asked["name"] + asked["kind"],)


def attached_meant(question: str, document: Document) -> str | None:
    """What the text attached to ``document`` is called that ``question`` calls by name; None where it means the whole."""
    return _attached_meant(question, called(document), document.attached) if document.attached else None


@lru_cache(_QUESTIONS)
def _attached_meant(question: str, own: tuple[str, ...], attached: tuple[str, ...]) -> str | None:
    if not (asked := _STATUTE.search(fold(question))):
        return None
    shares = {name: _share(asked["name"], asked["kind"], (name,)) for name in attached}
    best = max(shares.values())
    meant = [name for name, share in shares.items() if share == best]
    clear = best >= _SO_CALLED and best > _share(asked["name"], asked["kind"], own)
    return meant[0] if clear and len(meant) == 1 else None


def _so_called(name: str, kind: str, document: Document) -> float:
    """The share of ``name`` in one of the names of ``document``, or of a text attached to it."""
    return _share(name, kind, (*called(document), *document.attached))


def _share(name: str, kind: str, titles: Sequence[str]) -> float:
    """The largest share of ``name`` in one of ``titles``; 0 where none ends in ``kind``."""
    own = map(_statute, titles)
    return max((in_order(name, before) for before, end in own if end == kind and before), default=0.0)


@lru_cache(_TITLES)
def _statute(title: str) -> tuple[str, str]:
    """The name of a statute before its kind, and the kind; empty where ``title`` is of none."""
    found = _OF_A_STATUTE.search(stem(title, None))
    return (found.string[: found.start()], found["kind"]) if found else ("", "")
