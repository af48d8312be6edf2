"""延长有效期: the documents whose term a text lengthens, as it names them, and until when.

``《A》（n）有效期延长至2027年12月31日``, ``《A》、《B》继续有效，有效期两年``, and a list under
``下列文件有效期延长至…：``. In a text whose title says that it lengthens a term, a sentence that names
no document speaks of those of the title. Without a last day only such a text counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from yiyang_qa.parse.dates import DATE, partial, said
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.named import NAME, InFull, Name, after, before, end_of_list, named, on_lines
from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.repeals import merely_tells
from yiyang_qa.parse.scan import trim
from yiyang_qa.parse.terms import DRAFTS
from yiyang_qa.types import Clause, Extension, Kind, PartialDate, Span

_TERM = r"(?:(?:有效|执行|试行|施行|实施|适用)期限?|有效时间)"
_LONGER = r"(?:延长|延期|顺延|延续|续期|展期)"
_ON = r"(?:有效|执行|实施|施行|试行|适用|使用)"
#: 有效期…延长, 延长有效期, 延期执行, 继续有效; not what may or must be asked for.
LENGTHENS = re.compile(
    rf"(?<![可不需请拟要])(?:{_TERM}[^,。;《》]{{0,20}}?(?<![可不需请拟要以]){_LONGER}|"
    rf"{_LONGER}(?:[^,。;《》]{{0,8}}?(?:{_TERM}|{_ON})|(?= ?《))|继续{_ON})(?![的后前过])"
)
#: What every such sentence has in it, sooner found.
_WORD = re.compile(rf"延[长期续]|顺延|续期|展期|继续{_ON}")
_ABOUT = re.compile(rf"{_LONGER}|继续(?:{_ON}|保持)")
_LISTS = re.compile(r"(?:下列|以下|所列|附件|目录|清单|如下)")
_UNTIL = re.compile(rf"(?:至|到) ?(?:{DATE})(?P<end>年?[底末])?")
_MONTHS = re.compile(
    r"(?<![0-9第〇零一二三四五六七八九十])(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,3}) ?(?P<unit>年|个月)(?![0-9月底末内])"
)
#: 延长至五年: five years in all, of which the text does not say from when.
_IN_ALL = re.compile(rf"[至到为] ?(?!{DATE})[0-9一二两三四五六七八九十]{{1,3}} ?(?:年|个月)")
_FROM = re.compile(rf"自 ?(?:{DATE}) ?(?:之日)?起")
_FROM_ISSUE = re.compile(r"自[^,。;《》]{0,8}(?:印发|发布|公布|下发|发文)之日起")
#: From the last name of a list to the verb, in one sentence.
_TO_VERB = re.compile(r"(?!\s*(?:第[^《》。;]{1,12}?[条款项章]|中))[^《》。;]{0,80}")
_REST = re.compile("")


def extensions(matter: Matter, title: str | None, issued_on: PartialDate | None) -> tuple[Extension, ...]:
    """Every document whose term the text lengthens, once each, in the order of the text."""
    heading = title or ""
    if not _WORD.search(matter.folded) or merely_tells(matter, title) or re.search(DRAFTS, heading):
        return ()
    once: dict[tuple[str | None, str | None], Extension] = {}
    for found in sorted(_Reading(matter, title, issued_on).all(), key=lambda e: e.span):
        had = once.setdefault((found.title, found.doc_number), found)
        if not (had.until or had.months):
            once[found.title, found.doc_number] = found
    return tuple(once.values())


class _Reading:
    """What one text lengthens."""

    def __init__(self, matter: Matter, title: str | None, issued_on: PartialDate | None) -> None:
        self._matter, self._issued_on = matter, issued_on
        self._in_full = InFull(matter)
        self._about = bool(title and _ABOUT.search(title))
        self._titled = [*self._of_title()] if self._about else []

    def all(self) -> Iterator[Extension]:
        """Said in sentences, and in lists below them."""
        until, term = -1, None
        for at, clause in enumerate(self._matter.clauses):
            if clause.kind in (Kind.TITLE, Kind.FURNITURE, Kind.FIELD):
                continue
            for sentence in self._sentences(clause):
                told = self._term(sentence)
                if told is None:
                    continue
                yield from (_of(name, told) for name in self._meant(sentence))
                if _LISTS.search(sentence.of(self._matter.folded)):
                    until, term = end_of_list(self._matter.clauses, at, everything=True), told
            if term and clause.span.start < until:
                yield from self._listed(clause, term)

    def _sentences(self, clause: Clause) -> Iterator[Span]:
        """The sentences of ``clause`` that lengthen a term, without their stops."""
        folded, end = self._matter.folded, clause.body.start
        for word in _WORD.finditer(folded, *clause.body):
            if word.start() < end:
                continue
            start = max(folded.rfind(stop, clause.body.start, word.start()) + 1 for stop in "。\n")
            stops = (folded.find(stop, word.end(), clause.body.end) for stop in "。\n")
            end = min((stop for stop in stops if stop >= 0), default=clause.body.end)
            sentence = Span(max(start, clause.body.start), end)
            if LENGTHENS.search(sentence.of(folded)):
                yield sentence

    def _term(self, sentence: Span) -> Extension | None:
        """How long the ``sentence`` makes a term, of no document yet; None where it does not say so firmly."""
        words = sentence.of(self._matter.folded)
        verb = LENGTHENS.search(words)
        rest = NAME.sub("", words[verb.end() if verb else 0 :])
        until, months = _until(rest), _months(rest)
        if _IN_ALL.match(rest) or (until is None and months is None and not self._about):
            return None
        since = _FROM.search(words)
        began = said(since) if since else self._issued_on if _FROM_ISSUE.search(words) else None
        return Extension(None, None, until, None if until else months, began, sentence)

    def _meant(self, sentence: Span) -> Iterator[Name]:
        """The documents that the ``sentence`` names before its verb or right after; else those of the title."""
        words = sentence.of(self._matter.folded)
        verb = LENGTHENS.search(words)
        start, end = verb.span() if verb else (0, 0)
        names = [*NAME.finditer(words)]
        told = names[: bisect_right([name.end() for name in names], start)]
        own = [*before(start, _TO_VERB, told, words, 0)][::-1]
        if not own and words[end:].lstrip()[:1] == "《":
            own = [*after(end, names[len(told) :], words)]
        meant = [self._in_full.of(named(self._matter, name, sentence.start)) for name in own]
        yield from filter(None, meant)
        if not any(meant) and not _LISTS.search(words):
            yield from self._titled

    def _of_title(self) -> Iterator[Name]:
        for clause in self._matter.of(Kind.TITLE):
            for name in NAME.finditer(self._matter.folded, *clause.body):
                yield named(self._matter, name)

    def _listed(self, clause: Clause, term: Extension) -> Iterator[Extension]:
        """The documents that lines of ``clause`` begin with; a line may give a last day of its own."""
        for name, line in on_lines(self._matter, clause, _REST):
            if not LENGTHENS.search(name.title or ""):  # a sentence, not a name
                whole = trim(self._matter.folded, Span(name.span.start, line.end))
                own = _until(self._matter.folded[name.span.end : line.end])
                yield replace(_of(name, term), until=own or term.until, span=whole)


def _of(name: Name, term: Extension) -> Extension:
    return replace(term, title=name.title, doc_number=name.doc_number)


def _until(words: str) -> PartialDate | None:
    found = _UNTIL.search(words)
    when = said(found) if found else None
    return partial(int(when), 12) if found and when and found["end"] and len(when) == 4 else when


def _months(words: str) -> int | None:
    found = _MONTHS.search(words)
    count = number(found["n"]) if found else None
    if found is None or count is None:
        return None
    return int(count) * (12 if found["unit"] == "年" else 1)
