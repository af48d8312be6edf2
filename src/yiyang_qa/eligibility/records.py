"""Clean records (无违规记录) that a clause demands, and the blots that a case tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yiyang_qa.eligibility.terms import Unblemished
from yiyang_qa.eligibility.units import FIGURE, decimal
from yiyang_qa.types import Span

#: Events: how a clause names them, how people do.
_EVENTS = tuple(
    (name, re.compile(clause), re.compile(told))
    for name, clause, told in (
        ("违规", r"违[法规纪]", r"违[法规纪]"),
        ("整改", r"整改|责令改正", r"整改|责令改正"),
        ("处罚", r"处罚|罚款", r"处罚|罚款|罚[过了]|被罚"),
        ("暂停", r"暂停|停业|中止", r"暂停|停业|停[过了]|中止"),
        ("通报", r"通报", r"通报"),
        ("失信", r"失信|黑名单|经营异常名录", r"失信|黑名单|老赖|经营异常"),
        ("事故", r"事故|感染事件", r"事故|出过事|感染事件"),
        ("骗保", r"骗取|骗保|欺诈", r"骗取|骗保|欺诈|套取"),
        ("吊销", r"吊销", r"吊销"),
    )
)
_SUBJECTS = re.compile(r"医保|医疗保险|消防|食品|环保|税务|安全生产|劳动")
#: All that a blot may be, and all that it may concern.
EVENTS = frozenset(name for name, _, _ in _EVENTS)
SUBJECTS = frozenset(["医保", "消防", "食品", "环保", "税务", "安全生产", "劳动"])
_GRAVE = re.compile(r"重大|严重")
_SAME_SUBJECT = {"医疗保险": "医保"}
_WITHIN = re.compile(rf"(?:近|最近|前)(?P<years>{FIGURE})(?:个)?年(?:度)?(?:内|以?来|之内)?")
_FREE = re.compile(
    r"(?:未(?!发现|依法|按|及时|履行|经|取得|达|将)|没有|不存在|不得有|(?<![有])无(?!障碍|偿))(?P<what>[^,。;]{2,60})"
)
#: Without years, only words that speak of a record: 未按规定…违规 is an offence itself.
_ON_RECORD = re.compile(r"记录|情况|名单|处罚|事件|事故")
_SENTENCE = re.compile(r"[^。;\n]+")


def clean_records(folded: str) -> Iterator[tuple[Unblemished, Span]]:
    """Conditions of a clean record: 近三年内未发生…, 无医保违规被…责令整改…情况.

    The years stand in the same sentence, at the condition or before it.
    """
    for sentence in _SENTENCE.finditer(folded):
        years: int | None = None
        at = sentence.start()
        spoken_for = False  # the words about years already belong to a record
        for free in _FREE.finditer(folded, sentence.start(), sentence.end()):
            for within in _WITHIN.finditer(folded, at, free.start()):
                years = _years(within["years"])
                at, spoken_for = within.start(), False
            events = frozenset(name for name, clause, _ in _EVENTS if clause.search(free["what"]))
            if events and (years is not None or _ON_RECORD.search(free["what"])):
                start = free.start() if years is None or spoken_for else at
                spoken_for = True
                grave = bool(_GRAVE.search(free["what"]))
                yield Unblemished(events, years, _subjects(free["what"]), grave), Span(start, free.end())


def events_named(folded: str) -> frozenset[str]:
    """The blots that a clause names."""
    return frozenset(name for name, clause, _ in _EVENTS if clause.search(folded))


@dataclass(frozen=True, slots=True)
class Event:
    """A blot told of, ``years_ago`` by the calendar (None: not said); ``denied``: 从没被罚过."""

    events: frozenset[str]
    subjects: frozenset[str]
    years_ago: int | None
    grave: bool
    said: str
    denied: bool = False


_PIECE = re.compile(r"[^,。;!?\n]+")
_AGO = {"今年": 0, "最近": 0, "刚": 0, "上个月": 0, "大前年": 3, "前年": 2, "去年": 1}
_WHEN = re.compile(rf"大前年|前年|去年|今年|最近|刚|上个月|(?P<ago>{FIGURE})年(?:以)?前|(?P<year>20\d\d)年")
_DENIES = re.compile(r"(?:没有?|从没|从未|未|无)(?:被|受|有|过|发生)?[^,]{0,8}$")


def told_events(folded: str, as_of: date) -> Iterator[Event]:
    """The blots that a question tells of, with when they happened."""
    for piece in _PIECE.finditer(folded):
        found = {name: m for name, _, told in _EVENTS if (m := told.search(piece[0]))}
        if found:
            first = min(m.start() for m in found.values())
            yield Event(
                frozenset(found),
                _subjects(piece[0]),
                _years_ago(piece[0], as_of),
                bool(_GRAVE.search(piece[0])),
                piece[0].strip(),
                bool(_DENIES.search(piece[0], 0, first)),
            )


def _years_ago(piece: str, as_of: date) -> int | None:
    when = _WHEN.search(piece)
    if when is None:
        return None
    if when["year"]:
        return as_of.year - int(when["year"])
    return _years(when["ago"]) if when["ago"] else _AGO[when[0]]


def _years(written: str) -> int | None:
    value = decimal(written)
    return None if value is None else int(value)


def _subjects(folded: str) -> frozenset[str]:
    return frozenset(_SAME_SUBJECT.get(word, word) for word in _SUBJECTS.findall(folded))
