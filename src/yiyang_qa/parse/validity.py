"""From when and until when a document is in force (施行日期、有效期), as its text states it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from yiyang_qa.parse.dates import DATE, partial, said
from yiyang_qa.parse.extensions import LENGTHENS
from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.terms import GENRES
from yiyang_qa.text import fold
from yiyang_qa.types import PartialDate

_FORCE = r"(?:正式)?(?:施行|实施|执行|生效|试行)(?![的过中])"
_ISSUE = r"(?:印发|发布|公布|颁布|下发|签发|发文)之日起"
_CN = "一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾"
_COUNT = rf"(?P<n>[0-9]{{1,3}}|[{_CN}]{{1,3}}) ?"
_ISSUED = re.compile(_ISSUE)
_SENTENCE = re.compile(r"[^。\n]+")
#: One of these is in all that SPEAKS matches.
WORDS = re.compile("施行|实施|执行|生效|试行|之日起|有效|失效")
#: A term of its own: 有效期三年 after it has said from when, or 本办法有效期三年, in an article of its own, too.
_OWN_TERM = (
    r"^ *(?:本[^,。]{0,12})?(?:有效期|执行期|试行期)|"
    rf"(?<=[ 条.、)])本[一-龥]{{0,8}}(?:{GENRES}|文件|政策)的?(?:有效期|执行期|试行期)|^ *(?:政策)?(?:执行|实施|有效)时间[为:]"
)
SPEAKS = re.compile(rf"{_FORCE}|{_ISSUE}|{_OWN_TERM}")
_TELLS_TERM = re.compile(_OWN_TERM)
_STARTS = re.compile(rf"(?:{DATE}) {{0,3}}(?:之日)?(?:(?:起|起? ?开始) ?{_FORCE}|起(?=至)|{_FORCE})")
_ON_ISSUE = re.compile(rf"{_ISSUE},? ?{_FORCE}")
_AFTER = re.compile(rf"{_ISSUE}满? ?{_COUNT}(?P<unit>个?工作日|日|天|个月)后?,? ?(?:起 ?)?{_FORCE}")
_TERM = r"(?:(?:有效期|执行期|试行期|施行期|适用期|实施期)(?:限(?!内))?(?![限届内满])|(?:执行|实施|有效)时间)"
_LASTS = re.compile(rf"(?:{_TERM}[^,;0-9{_CN}]{{0,16}}|暂定){_COUNT}(?P<unit>年|个月)")
#: 2027年8月31日自动失效; 2027年9月1日起失效 is not in force on that day.
_LAPSES = re.compile(rf"(?:{DATE})(?P<from>起)?,? ?(?:自[动行]|即行)?(?:失效|停止(?:执行|施行|实施))")
_UNTIL = re.compile(rf"(?:截?至|截止[到至]?|到) ?(?:{DATE})(?P<end>年?[底末])?")
#: What stands before it; 执行期限为2023年4月1日至… gives the first day as well.
_LIMIT = re.compile(rf"{_TERM}[为定暂:自从]*(?:[0-9年月日. -]{{6,14}}起?)?$|[起行效施]$")
_ENDS = re.compile(r" ?(?:日 ?)?(?:为?止|终止)")


@dataclass(frozen=True, slots=True)
class Validity:
    """施行与有效期: what a text says of itself; ``lasts`` in months, counted from the start.

    ``from_issue``: in force from the day of issue, ``after_days`` days later where stated;
    false where the text counts in working days or months, which give no day.
    """

    effective_on: PartialDate | None = None
    from_issue: bool = False
    after_days: int | None = None
    lasts: int | None = None
    until: PartialDate | None = None

    @property
    def starts(self) -> bool:
        """Whether it says from when."""
        return self.effective_on is not None or self.from_issue

    @property
    def ends(self) -> bool:
        """Whether it says for how long, or until when."""
        return self.lasts is not None or self.until is not None

    def joined(self, other: Validity) -> Validity:
        """This, with the half that it does not say from ``other``, where that says no more than this half."""
        if not self.ends and other.ends and not other.starts:
            return replace(self, lasts=other.lasts, until=other.until)
        if not self.starts and other.starts and not other.ends:
            return replace(other, lasts=self.lasts, until=self.until)
        return self


def validity(text: str) -> Validity | None:
    """What ``text`` says of its own force, in one sentence or in two; None where none does.

    ``自2021年9月  日起施行``, ``自印发之日起施行，有效期5年``, ``自2024年9月1日起施行。有效期三年。``
    """
    return validity_of(fold(text))


def validity_of(folded: str) -> Validity | None:
    """``validity`` of a text that is folded already."""
    told: Validity | None = None
    for sentence in _SENTENCE.findall(folded) if WORDS.search(folded) else ():
        if WORDS.search(sentence) and SPEAKS.search(sentence) and not _is_of_another(sentence):
            read = _read(sentence)
            if told is None:
                told = read if read != Validity() else None
            elif read.starts or _TELLS_TERM.search(sentence):
                told = told.joined(read)
    return told


def first_day(force: Validity, issued_on: PartialDate | None) -> PartialDate | None:
    """施行日期 that ``force`` gives a document issued on that day; None where it cannot be counted.

    ``自公布之日起30日后``: the day of issue does not count, thirty days run after it, and the day
    after the last of them is the first (民法典 第二百零一条): issued on 1 January, from 1 February.
    """
    if force.effective_on or not force.from_issue or issued_on is None:
        return force.effective_on
    if force.after_days is None:
        return issued_on
    if len(issued_on) < len("2021-09-30"):
        return None
    return (date.fromisoformat(issued_on) + timedelta(days=force.after_days + 1)).isoformat()


def _is_of_another(sentence: str) -> bool:
    """Whether the term is that of a document named: 《甲办法》继续有效，有效期至…."""
    return "《" in sentence and bool(LENGTHENS.search(sentence))


def _read(sentence: str) -> Validity:
    starts = _STARTS.search(sentence)
    after, lasts = _AFTER.search(sentence), _LASTS.search(sentence)
    months = _whole(lasts) if lasts else None
    days = _whole(after) if after and after["unit"] in ("日", "天") else None
    at_once = _ON_ISSUE.search(sentence) or (lasts and not after and _ISSUED.search(sentence))
    return Validity(
        effective_on=said(starts) if starts else None,
        from_issue=bool(at_once or days),
        after_days=days,
        lasts=months * 12 if lasts and months and lasts["unit"] == "年" else months,
        until=_until(sentence),
    )


def _until(sentence: str) -> PartialDate | None:
    for found in _UNTIL.finditer(sentence):
        before = sentence[max(found.start() - 24, 0) : found.start()].rstrip()
        if _LIMIT.search(before) or (before.endswith(",") and _ENDS.match(sentence, found.end())):
            when = said(found)
            return partial(int(when), 12) if when and found["end"] and len(when) == 4 else when
    return _lapses(sentence)


def _lapses(sentence: str) -> PartialDate | None:
    """The last day in force of what lapses on a day, or from it on."""
    when = said(found) if (found := _LAPSES.search(sentence)) else None
    if found and found["from"] and when and len(when) == len("2021-09-30"):
        return (date.fromisoformat(when) - timedelta(days=1)).isoformat()
    return when


def _whole(found: re.Match[str]) -> int | None:
    value = number(found["n"])
    return None if value is None else int(value)
