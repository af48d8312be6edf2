"""From a hit to evidence: what is quoted, which of its sentences answer, whose note binds its units."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from yiyang_qa.dialogue.places import without_places
from yiyang_qa.index import OpenIndex
from yiyang_qa.passages import read_out
from yiyang_qa.search.calibration import confidence
from yiyang_qa.search.limbs import with_limbs
from yiyang_qa.search.ranking import Hit
from yiyang_qa.text import fold, sentences
from yiyang_qa.types import Clause, Document, Evidence, Kind, Span, ancestors
from yiyang_qa.versions import Lineage

#: A second sentence is marked when it scores nearly as well as the best.
_ALSO_MARKED = 0.93
_MOST_MARKED = 3
_NOTE = re.compile(r"[(\[][^()\[\]]*(?:责任|牵头)(?:单位|部门)(?:[^()\[\]]|\([^()]*\))*[)\]]\s*(?=.)")
_ITEM = re.compile(r"\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)]|[一二三四五六七八九十]是")
_LONGEST_LIST = 400  # 字 of a list that is told whole
#: One that gives a value as the best does is marked when it scores this share of it.
_GIVES_TOO = 0.8
#: A sentence that scores this share of the best bears on the question.
_BEARS = 0.7
#: Bodies that a sentence names as acting, though no duty is assigned apart.
ACTORS = re.compile(
    r"人民政府|办事处|部门|机关|委员会|居委会|村委会|[省市县区][一-龥]{1,8}[局委厅](?![托员])"
)
#: 县级以上人民政府民政部门主管本行政区域内的养老服务工作; 市医疗保障局是本市医疗保障的主管部门.
_IN_CHARGE = re.compile(
    r"[^。;\n]{0,60}(?:部门|局|厅|委员会|机构)(?:主管|负责|是)[^。;,\n]{0,10}(?:本(?:行政区域|辖区|[省市县区])|全[国省市县区])"
    r"[^。;,\n]{0,40}(?:工作|管理|组织实施|主管部门)[^。;\n]*"
)
#: 公安机关负责居住证的申领受理、制作、发放等证件管理工作; 社会保障部门主管地方养老保险工作.
_KEEPS = re.compile(
    r"(?m)^\s*(?:第[一-龥]{1,5}条\s*)?(?P<who>[^。;,:()\n]{0,24}(?:部门|机关|局|厅|委员会|机构|中心)(?:\(以下[^()\n]{2,24}\))?)(?:具体)?(?:主管|负责)"
    r"(?P<what>[^。;,\n]{2,50})(?:工作|运作|事务|管理)[。;,\n]"
)
_GRAM = 3  # 字 of a document's title that a sentence shares when it is about the same
#: A heading that says something: （二）…提供家庭病床服务，建床周期不超过90天。
_SAYS = re.compile(r"[,，].*\d")
Holds = Callable[[str], object]  # whether a sentence has what is wanted


class Signs(NamedTuple):
    """What the sentences that answer have in them: one of them each of ``one``, and every one ``all`` if any has.

    What gives a value asked for is told beside another that ``gives`` one: 每人每天300元 beside 200元 for others.
    """

    one: Sequence[Holds] = ()
    all: Holds = bool
    gives: Holds = lambda _: False
    begins: Holds = lambda _: False  # a list that is wanted to its last item: 提交下列材料:
    stated: Sequence[Holds] = ()  # in one sentence of the quote, though none that was ranked has it


_ANY = Signs()

#: What the sentence that answers has in it when a figure is asked for.
FIGURE = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千万]+[个张名家次元]")


def clause_of(index: OpenIndex, hit: Hit) -> tuple[Document, Clause]:
    """The clause that ``hit`` found, and its document."""
    document = index.documents[int(index.table.document[hit.row])]
    return document, document.clauses[int(index.table.clause[hit.row])]


def said(index: OpenIndex, hit: Hit) -> str:
    """The sentences of ``hit`` that bear on the question, best first; the whole where it has none apart.

    A row of a table is read out with the headings of its columns, which say what its figures count.
    """
    document, clause = clause_of(index, hit)
    rows = {part.span: read_out(part) for part in clause.parts if part.row}
    near = [row for row, score in hit.sentences if score >= _BEARS * hit.sentences[0][1]]
    spans = [_span(index, row) for row in near or [hit.row]]
    return "\n".join(rows.get(span) or span.of(document.text) for span in spans)


def nearest_sentence(index: OpenIndex, hit: Hit) -> str:
    """The sentence of ``hit`` that comes nearest to the question; the whole where it has none apart."""
    row = hit.sentences[0][0] if hit.sentences else hit.row
    return _span(index, row).of(clause_of(index, hit)[0].text)


def quoted(index: OpenIndex, hit: Hit) -> str:
    """What is quoted of ``hit``, under its headings and the title of its document."""
    document, clause = clause_of(index, hit)
    return "\n".join((document.title, *clause.path, _span(index, hit.row).of(document.text)))


def evidence_of(
    index: OpenIndex,
    hit: Hit,
    lineage: Lineage,
    day: date,
    wanted: Signs = _ANY,
) -> Evidence:
    """``hit`` as evidence on ``day``, the sentences marked that answer what is ``wanted``."""
    document, clause = clause_of(index, hit)
    marked = _marked(index, hit, clause, document.text, wanted)
    return Evidence(
        document,
        clause,
        _span(index, hit.row),
        marked,
        confidence(hit),
        lineage.course(document.id),
        amendments=tuple(each for each in lineage.amended(document).get(clause.id, ()) if each.begun(day)),
        nearness=hit.score,
    )


def with_assigning(evidence: list[Evidence]) -> list[Evidence]:
    """``evidence`` with what assigns the best clause's units right after it.

    That is the clause whose note they are inherited from; where it has none, the nearest heading above it that has,
    or else the clause of the document that says who is in charge of its matter (主管).
    """
    best = evidence[0]
    bound = {unit.inherited_from for unit in best.clause.units if unit.inherited_from}
    clauses = best.document.clauses
    above = () if best.clause.units else ancestors(clauses, best.clause)
    assigning = [
        *(clause for clause in clauses if clause.id in bound),
        *[clauses[at] for at in above if clauses[at].units][:1],
    ]
    said = "".join(span.of(best.document.text) for span in best.highlights) or best.text
    if not (assigning or best.clause.units or ACTORS.search(said)):
        assigning = [clause for clause in clauses if in_charge(best.document, clause)]
        assigning.sort(key=lambda clause: not _IN_CHARGE.search(fold(clause.body.of(best.document.text))))
        assigning = assigning[:1]
    cited = [replace(best, clause=each, quote=each.body, highlights=(), amendments=()) for each in assigning]
    return [best, *cited, *(item for item in evidence[1:] if item.clause not in assigning)]


def in_charge(document: Document, clause: Clause) -> str:
    """The sentence of ``clause`` that says which body is in charge of what ``document`` is about; empty without one.

    In charge of all of it (主管), or of what the title names: 公安机关负责居住证的…管理工作.
    """
    text = clause.body.of(document.text)
    folded = fold(text)
    if found := _IN_CHARGE.search(folded):
        return text[found.start() : found.end()]
    found = _KEEPS.search(folded)
    title = without_places(fold(document.title))
    grams = (title[i : i + _GRAM] for i in range(len(title) - _GRAM + 1))
    if not found or not any(gram in found["what"] for gram in grams):
        return ""
    return text[found.start("who") : found.end()].rstrip("\n")


def _marked(index: OpenIndex, hit: Hit, clause: Clause, text: str, wanted: Signs) -> tuple[Span, ...]:
    """Spans of the sentences that answer, in the order of the text; never the heading alone.

    Of what is ``wanted`` and the nearest sentences have not, the nearest that has it is added.
    """
    if clause.kind is Kind.SIGNATURE:  # lines, not sentences
        return (_span(index, hit.row),)
    spans = [(_span(index, row), score) for row, score in hit.sentences]
    told = [
        (span, score)
        for span, score in spans
        if not _is_heading(span, clause) or _SAYS.search(span.of(text)) or wanted.gives(span.of(text))
    ]
    told = [each for each in told if wanted.all(each[0].of(text))] or told
    marked = [span for span, score in told if score >= _ALSO_MARKED * told[0][1]][:_MOST_MARKED]
    if any(wanted.gives(span.of(text)) for span in marked):
        also = (s for s, score in told if score >= _GIVES_TOO * told[0][1] and wanted.gives(s.of(text)))
        marked = list(dict.fromkeys((*marked, *also)))[:_MOST_MARKED]
    if marked and all(_opens_list(span.of(text)) for span in marked):  # it says nothing without what follows
        marked += _announced(max(marked), [span for span, _ in told], text)
    for holds in wanted.one:
        if not any(holds(span.of(text)) for span in marked):
            marked += [span for span, _ in told if holds(span.of(text))][:1]
    for states in wanted.stated:
        if not any(states(span.of(text)) for span in marked):
            stating = [s for s in sentences(text, _span(index, hit.row)) if states(s.of(text))]
            marked = [_without_note(span, text) for span in stating[-1:]] or marked
    marked += _opening(marked, spans, text)
    marked += _to_the_last_item(sentences(text, _span(index, hit.row)), text, wanted.begins)
    return tuple(sorted({*with_limbs(marked, [span for span, _ in spans], text)}))


def _without_note(sentence: Span, text: str) -> Span:
    """``sentence`` without the note on units that ends what stands before it: (责任单位:…) 本措施执行期限至…."""
    note = _NOTE.match(fold(sentence.of(text)))
    return Span(sentence.start + note.end(), sentence.end) if note else sentence


def _opens_list(sentence: str) -> bool:
    return fold(sentence).rstrip().endswith(":")


def _announced(opens: Span, told: Sequence[Span], text: str) -> list[Span]:
    """The items of the list that ``opens`` announces; of one too long, or without numbers, the nearest of ``told``."""
    rest = [span for span in told if not _opens_list(span.of(text))]
    items = [span for span in rest if span.start >= opens.end and _ITEM.match(fold(span.of(text)))]
    short = sum(span.end - span.start for span in items) <= _LONGEST_LIST
    return items if items and short else rest[:1]


def _opening(marked: Sequence[Span], spans: Sequence[tuple[Span, float]], text: str) -> tuple[Span, ...]:
    """The sentence that opens the list of which an item is ``marked``: the item says nothing by itself."""
    items = [span for span in marked if _ITEM.match(fold(span.of(text)))]
    opens = (span for span, _ in spans if _opens_list(span.of(text)))
    before = [span for span in opens if items and span.end <= items[0].start]
    return (max(before),) if before else ()


def _to_the_last_item(quote: Sequence[Span], text: str, begins: Holds) -> Sequence[Span]:
    """Of the sentences of a ``quote`` the list that one of them ``begins``."""
    start = next((at for at, span in enumerate(quote) if begins(span.of(text))), len(quote))
    items = [at for at in range(start, len(quote)) if _ITEM.match(fold(quote[at].of(text)))]
    return quote[start : items[-1] + 1] if items else ()


def _span(index: OpenIndex, row: int) -> Span:
    return Span(int(index.table.start[row]), int(index.table.end[row]))


def _is_heading(span: Span, clause: Clause) -> bool:
    named = len(clause.label) + len(clause.heading)
    return span.start == clause.body.start and span.end - span.start <= named + 2 and span != clause.body
