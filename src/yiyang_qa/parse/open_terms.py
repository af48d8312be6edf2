"""期限未定: a term that ends with an event, or that runs from a day which the text does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.validity import Validity
from yiyang_qa.types import Kind, Oddity, PartialDate, Span

_CODE = "term_open"
_TERM = "(?:有效|执行|实施|试行|适用)(?:期限?|时间)"
#: 有效期至全省突发公共卫生事件一级响应解除; what lengthens a contract until then is no term of the document.
_UNTIL_EVENT = re.compile(
    rf"{_TERM}(?:(?!延长)[^,;。\n]){{0,12}}?[至到](?P<event>[^,;。0-9\n]{{3,40}}?(?:结束|解除|终止|取消))"
)
#: 执行期暂定为自发布之日起的3个月.
_FROM_ISSUE = re.compile(rf"{_TERM}[^。\n]{{0,12}}(?:发布|印发|公布)之日起[^。\n]{{0,12}}")
_LAST = 4  # numbered clauses in which a text says so


def open_terms(matter: Matter, force: Validity, until: PartialDate | None) -> Iterator[Oddity]:
    """What ``matter`` says of a term that gives no day; nothing where ``until`` is known."""
    if until:
        return
    ending = [clause for clause in matter.clauses if clause.kind in NUMBERED][-_LAST:]
    for clause in (*matter.of(Kind.EFFECT), *ending):
        if found := _UNTIL_EVENT.search(matter.folded, *clause.body):
            event = Span(*found.span("event")).of(matter.text)
            yield Oddity(
                _CODE, f"写明执行到“{event}”，终止的日期没有载明，请先核实是否仍在执行", Span(*found.span())
            )
        elif force.lasts and (found := _FROM_ISSUE.search(matter.folded, *clause.body)):
            said = Span(*found.span()).of(matter.text)
            yield Oddity(
                _CODE, f"写明“{said}”，从哪一天起算没有载明，请先核实是否仍在执行", Span(*found.span())
            )
