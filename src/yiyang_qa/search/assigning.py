"""Who has charge of what a clause says, where it assigns its units elsewhere: a note, a heading, 主管部门."""

from __future__ import annotations

import re
from dataclasses import replace

from yiyang_qa.dialogue.places import without_places
from yiyang_qa.parse.units import responsible_units, states_units
from yiyang_qa.text import bigrams, fold
from yiyang_qa.types import Clause, Document, Evidence, Kind, ancestors

#: Bodies that a sentence names as acting, though no duty is assigned apart.
ACTORS = re.compile(
    r"人民政府|办事处|部门|机关|委员会|居委会|村委会|[省市县区][一-龥]{1,8}[局委厅](?![托员])|服务中心|经办机构|窗口"
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
#: 市市场监管局负责食品安全监管: what a body is charged with, in a sentence.
_CHARGED = re.compile(
    r"(?:部门|机关|[局委厅办院]|委员会|机构|中心|政府)(?:具体|统一)?(?:负责|主管|牵头|承担)(?P<what>[^。;]{2,60})"
)
_SAME = 2  # pairs of 字 that a question shares with what a body is charged with, where it asks of that
#: Kinds of clause whose units answer for all of it.
_FOR_ALL = frozenset({Kind.SIGNATURE, Kind.ROW})
_GRAM = 3  # 字 of a document's title that a sentence shares when it is about the same


def charged_first(evidence: list[Evidence], question: str) -> list[Evidence]:
    """``evidence`` led by the sentence that charges a body with what ``question`` asks about, where the best names none."""
    if evidence[0].clause.units or ACTORS.search(_told(evidence[0])):
        return evidence
    asked = set(bigrams(fold(without_places(question))))
    leading = [
        item
        for item in evidence
        if item.document.id == evidence[0].document.id
        for charged in _CHARGED.finditer(fold(_told(item)))
        if len(asked.intersection(bigrams(charged["what"]))) >= _SAME
    ][:1]
    return [*leading, *(item for item in evidence if item not in leading)]


def _told(item: Evidence) -> str:
    """The sentences of ``item`` that are marked; all of it where none is."""
    return "".join(span.of(item.document.text) for span in item.highlights) or item.text


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
    if not (assigning or best.clause.units or ACTORS.search(_told(best))):
        assigning = [clause for clause in clauses if in_charge(best.document, clause)]
        assigning.sort(key=lambda clause: not _IN_CHARGE.search(fold(clause.body.of(best.document.text))))
        assigning = assigning[:1]
    cited = [replace(best, clause=each, quote=each.body, highlights=(), amendments=()) for each in assigning]
    return [best, *cited, *(item for item in evidence[1:] if item.clause not in assigning)]


def of_what_is_told(item: Evidence) -> Clause:
    """The clause of ``item``; where its units are only told in its sentences, with those of the sentences marked.

    民政部门主管养老服务工作。卫生健康部门负责医养结合。 One is not responsible for what the other does.
    """
    clause, text = item.clause, item.document.text
    told_apart = clause.units and item.highlights and clause.kind not in _FOR_ALL
    if not told_apart or states_units(clause.body.of(text)):
        return clause
    marked = {unit.name for span in item.highlights for unit in responsible_units(span.of(text))}
    return replace(clause, units=tuple(u for u in clause.units if u.inherited_from or u.name in marked))


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
