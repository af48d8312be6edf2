"""The measures of the contract, one row each: what a trial contributes to which rate.

A rate is the mean over all contributions; a trial that a measure does not concern contributes none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from yiyang_qa.evaluate.trial import Trial
from yiyang_qa.wire import CitationBody

#: A quote is one clause's own text, or one part of a long one.
LONGEST_QUOTE = 1200
#: Citations whose responsible units count.
UNITS_WITHIN = 3

Measure = Callable[[Trial], Sequence[bool]]


def _hits(within: int) -> Measure:
    """Of the gold evidence, what one of the first ``within`` citations holds."""
    return lambda trial: [rank < within for rank in trial.ranks]


def _single(trial: Trial) -> Sequence[bool]:
    """Of questions with one piece of evidence, those whose first citation holds it."""
    return [trial.ranks[0] == 0] if len(trial.ranks) == 1 else []


def _wrong_region(trial: Trial) -> Sequence[bool]:
    """Of questions about regions, those with a citation, anywhere, from another one."""
    asked = set(trial.question.cities)
    if not asked or trial.question.type == "compare":
        return []
    return [any(not _regions(citation) & asked for citation in trial.answer.citations)]


def _contains(trial: Trial) -> Sequence[bool]:
    """Whether the answer holds one alternative of every group."""
    groups, answer = trial.question.answer_contains, fold(trial.answer.answer)
    return [all(any(fold(form) in answer for form in group) for group in groups)] if groups else []


def _units(trial: Trial) -> Sequence[bool]:
    """Whether the first citations of the right documents name every responsible unit."""
    right = {gold.doc for gold in trial.question.gold}
    cited = [c for c in trial.answer.citations[:UNITS_WITHIN] if c.document_id in right]
    places = {name for citation in cited for name in _regions(citation)} | set(trial.question.cities)
    named = {unit(u.name, places) for citation in cited for u in citation.responsible_units}
    wanted = {unit(name, places) for name in trial.question.units}
    return [wanted <= named] if wanted else []


def _exact(trial: Trial) -> Sequence[bool]:
    """Whether each quote is the document's own text at the stated location."""
    return [
        trial.documents[c.document_id].text[c.location.start : c.location.end] == c.quote
        for c in trial.answer.citations
    ]


#: Of questions that the documents answer.
ANSWERABLE: Mapping[str, Measure] = {
    "hit@1": _hits(1),
    "hit@3": _hits(3),
    "hit@5": _hits(5),
    "single_hit@1": _single,
    "all@5": lambda trial: [trial.found],
    "wrong_region": _wrong_region,
    "contains": _contains,
    "units": _units,
    "false_refusal": lambda trial: [trial.refused],
}
#: Of questions that they do not answer.
UNANSWERABLE: Mapping[str, Measure] = {"refusal": lambda trial: [trial.refused]}
#: Of every question.
ALWAYS: Mapping[str, Measure] = {
    "exact_quote": _exact,
    "short_quote": lambda trial: [len(c.quote) <= LONGEST_QUOTE for c in trial.answer.citations],
}


def contributions(trial: Trial) -> Mapping[str, Sequence[bool]]:
    """What ``trial`` contributes to each measure that concerns it."""
    concerning = ANSWERABLE if trial.answerable else UNANSWERABLE
    return {name: measure(trial) for name, measure in {**concerning, **ALWAYS}.items()}


def _regions(citation: CitationBody) -> set[str]:
    return {citation.region.name, *citation.region.path} if citation.region else set()


def fold(text: str) -> str:
    """``text`` without what a comparison ignores: width, spaces, thousands separators, brackets."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    return re.sub(r"[\s<>‹›〈〉《》\"“”'‘’]", "", text)


#: Long and short forms of 责任单位, applied in this order.
_SHORT_FORMS = (
    ("委员会", "委"),
    ("卫健委", "卫生健康委"),
    ("卫健局", "卫生健康局"),
    ("发改", "发展和改革"),
    ("发展改革", "发展和改革"),
    ("医疗保障局", "医保局"),
    ("人力资源和社会保障局", "人社局"),
    ("人力资源社会保障局", "人社局"),
    ("住房和城乡建设局", "住建局"),
    ("住房城乡建设局", "住建局"),
    ("工业和信息化局", "工信局"),
    ("市场监督管理局", "市场监管局"),
    ("镇乡", "乡镇"),
)


def unit(name: str, places: set[str]) -> str:
    """One spelling for a responsible unit: short forms, without a name of ``places`` in front."""
    name = fold(name)
    for long, short in _SHORT_FORMS:
        name = name.replace(long, short)
    for place in sorted(places):
        name = name.removeprefix(place[:-1]) if name.startswith(place) else name
    name = name.removesuffix("街道") if name.startswith("各乡镇") else name
    return re.sub(r"^[市县](?=.{2,})", "", name)
