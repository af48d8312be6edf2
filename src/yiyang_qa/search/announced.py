"""Lists inside a clause: the sentence that opens one, its items, and how much of it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from yiyang_qa.text import fold
from yiyang_qa.types import Span

_ITEM = re.compile(r"\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)]|[一二三四五六七八九十]是")
_NUMBER = re.compile(r"[一二三四五六七八九十\d]+")
#: What announces a list, with its first item or without: 采取以下方式：, 下列情形应当停发：.
_ANNOUNCES = re.compile(r"(?:以下|下列|如下)[^。;:]{0,16}:")
#: An item that is named and no more: (1)社会办一级医疗机构。
_HEADS = re.compile(
    r"(?:.{0,16}:)?\s*(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)])\s*[^,;:。\d]{2,16}。\s*"
)
#: What the clause is of, and no more: 租房补贴。
_TITLE = re.compile(r"\s*(?:第[一二三四五六七八九十百\d]{1,5}条\s*)?[一-龥]{2,12}。\s*")
#: An item of goals set apart by dashes: ——护理型床位占比达到55%.
_DASHED = re.compile(r"\s*(?:[—－–-]{1,2}|[●▪■◆·])\s*(?=[^\s\d])")
#: The date in front of such a list, which holds for each of its items: 到2025年，….
_BY = re.compile(r"\s*(?P<by>(?:力争|计划|争取)?(?:[到至]|截至)?\d{4}年[^,。;:\d]{0,6},)")
_YEAR = re.compile(r"\d{4}年")
#: What a sentence says by pointing at the one before it.
_REFERS = re.compile("前款(?!第)|前列|前述|上述(?:标准|条件|优待|补贴|补助|待遇|费用|情形|人员|规定)")
#: What is granted as in the sentence before it, be that an item: …免费乘坐公共交通工具，…的一名陪护人员享受同等待遇.
_ALIKE_TO = re.compile("(?:享受|给予|享有)(?:同等|同样|同一|相同)")
_LONGEST = 400  # 字 of a list that is told whole


def opens_list(sentence: str) -> bool:
    """Whether ``sentence`` announces a list: 提交下列材料:."""
    return fold(sentence).rstrip().endswith(":")


def announces(sentence: str) -> bool:
    """Whether ``sentence`` announces a list, be its first item in it: 下列情形应当停发：1、死亡."""
    return bool(_ANNOUNCES.search(fold(sentence)))


def announced(opens: Span, told: Sequence[Span], text: str) -> list[Span]:
    """The items of the list that ``opens`` announces; of one too long, or without numbers, the nearest of ``told``."""
    rest = [span for span in told if not opens_list(span.of(text))]
    items = [span for span in rest if span.start >= opens.end and _ITEM.match(fold(span.of(text)))]
    short = sum(span.end - span.start for span in items) <= _LONGEST
    return items if items and short else rest[:1]


def cut_short(marked: Sequence[Span], quote: Sequence[Span], text: str) -> Sequence[Span]:
    """The items of the list that the last one ``marked`` opens, by which what is told would end: 符合以下条件之一的老年人:."""
    last = max(marked, default=None)
    if last is None or not opens_list(last.of(text)):
        return ()
    following = [span for span in quote if span.start >= last.end]
    labels = [_ITEM.match(fold(span.of(text))) for span in following]
    of_another = (
        at for at, label in enumerate(labels) if label and not (labels[0] and _alike(label, labels[0]))
    )
    items = following[: next(of_another, len(following))] if labels and labels[0] else []
    return items if sum(span.end - span.start for span in items) <= _LONGEST else ()


def _alike(label: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two items are numbered in one way: 1. and 2., not 1. and (二)."""
    return _NUMBER.sub("", label[0]) == _NUMBER.sub("", other[0])


def opening(marked: Sequence[Span], spans: Sequence[tuple[Span, float]], text: str) -> tuple[Span, ...]:
    """The sentence that opens the list of which an item is ``marked``: the item says nothing by itself."""
    items = [span for span in marked if _ITEM.match(fold(span.of(text)))]
    opens = (span for span, _ in spans if opens_list(span.of(text)))
    before = [span for span in opens if items and span.end <= items[0].start]
    return (max(before),) if before else ()


def whole_stem(marked: Sequence[Span], quote: Sequence[Span], text: str) -> list[Span]:
    """The limbs in front of one ``marked`` that opens a list: 责令改正；拒不改正的，处以罚款；构成犯罪的，追究刑事责任：."""
    stems = []
    for opens in (span for span in marked if opens_list(span.of(text))):
        at = opens
        for before in (span for span in reversed(quote) if span.end <= opens.start):
            said = before.of(text)
            if text[before.end : at.start].strip() or not fold(said).endswith(";") or _ITEM.match(fold(said)):
                break
            stems.append(before)
            at = before
    return stems


def under_heading(marked: Sequence[Span], quote: Sequence[Span], text: str) -> list[Span]:
    """The sentence after one ``marked`` that is only the heading of an item: （1）社会办一级医疗机构。应持有…."""
    follows = dict(pairwise(quote))
    heads = [span for span in marked if _HEADS.fullmatch(fold(span.of(text)))]
    return [
        follows[span] for span in heads if span in follows and not _ITEM.match(fold(follows[span].of(text)))
    ]


def under_title(marked: Sequence[Span], quote: Sequence[Span], text: str) -> list[Span]:
    """The sentence after one ``marked`` that only names what the clause is of: 租房补贴。未享受购房补贴的，…."""
    follows = dict(pairwise(quote))
    return [follows[span] for span in marked if span in follows and _TITLE.fullmatch(fold(span.of(text)))]


def referred(marked: Sequence[Span], quote: Sequence[Span], text: str) -> list[Span]:
    """The sentence before one ``marked`` that refers to it: …享受半价优惠。65周岁以上老年人免费享受前款优待。"""
    before = {after: span for span, after in pairwise(quote)}
    return [
        before[span] for span in marked if span in before and _refers(before[span].of(text), span.of(text))
    ]


def _refers(before: str, said: str) -> bool:
    """Whether ``said`` refers to what stands ``before`` it: to an item only where as much is granted."""
    refers = _REFERS.search(fold(said)) and not _ITEM.match(fold(before))
    return bool(refers or _ALIKE_TO.search(fold(said)))


def dating(marked: Sequence[Span], quote: Sequence[Span], text: str) -> list[Span]:
    """The date that stands before the list of goals of which an item is ``marked``, in the sentences of a ``quote``."""
    undated = [s for s in marked if _DASHED.match(s.of(text)) and not _YEAR.search(fold(s.of(text)))]
    if not undated:
        return []
    before = [s for s in quote if s.end <= undated[0].start and not _DASHED.match(s.of(text))]
    said = _BY.match(fold(before[-1].of(text))) if before and before[-1] not in marked else None
    return [Span(before[-1].start + said.start("by"), before[-1].start + said.end("by"))] if said else []


def to_the_last_item(quote: Sequence[Span], text: str, begins: Callable[[str], object]) -> Sequence[Span]:
    """Of the sentences of a ``quote`` the list that one of them ``begins``."""
    start = next((at for at, span in enumerate(quote) if begins(span.of(text))), len(quote))
    listed = quote[start:]
    items = [at for at, span in enumerate(listed) if _ITEM.match(fold(span.of(text)))]
    return listed[: items[-1] + 1] if items else _run(listed, text)


def _run(listed: Sequence[Span], text: str) -> Sequence[Span]:
    """What ``listed`` begins with where its items have no numbers, each but the last ends with ；: 病情加重的；死亡的。"""
    ends = (at for at, span in enumerate(listed) if not fold(span.of(text)).rstrip().endswith(";"))
    items = listed[: next(ends, len(listed) - 1) + 1]
    short = sum(span.end - span.start for span in items) <= _LONGEST
    return items if len(items) > 1 and short else ()
