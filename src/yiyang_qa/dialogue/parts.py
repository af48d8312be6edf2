"""The parts of a compound question (复合问句): 上门护理怎么收费、能不能报销 asks two things of one matter.

A stretch between two stops asks, or it tells of the matter (我妈瘫痪在床). What is told belongs to every
part; what a later part does not name itself, it has from the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yiyang_qa.dialogue.asking import BESIDE, WHO, about_what_was_asked, kind_of, without_asking
from yiyang_qa.dialogue.intent import asks_which, intent_of
from yiyang_qa.dialogue.places import without_places
from yiyang_qa.dialogue.speech import unspoken_stops
from yiyang_qa.dialogue.topic import spoken_of
from yiyang_qa.parse.brackets import masked
from yiyang_qa.text import fold
from yiyang_qa.types import Intent

_SENTENCE = re.compile(r"[^。?!;\n]+[。?!;\n]*")
_BESIDES = r"(?:以及|并且|另外|顺便)(?:再|想|请)*(?:问一?[下句]?)?"
_STRETCH = re.compile(rf"(?:{_BESIDES})?(?P<said>[^,:、。?!;\n]+?)(?P<stop>[,:、。?!;\n]+|{_BESIDES}|$)")
_ATTRIBUTES = r"(?:条件|标准|材料|流程|手续|程序|时间|期限|金额|费用|对象|范围|要求|单位|部门)"
_NAMES_ATTRIBUTE = re.compile(_ATTRIBUTES)
_ONE = re.compile(
    r"(?:申请|申报|办理|审批|审核|受理|发放|补[贴助]|收费|认定|评定|享受|所需|具体|责任|牵头|主管|经办)?(?:的)?"
    + _ATTRIBUTES
)
_LISTED = re.compile(
    rf"(?P<of>.+?)的?(?P<list>{_ONE.pattern}(?:、{_ONE.pattern})*(?:以及|和|及|与|、){_ONE.pattern})"
    r"(?:分别|各|都|是|有|为|要|怎么|怎样|如何|什么|哪些|啥|多少|样|规定|呢|的|[?。!])*"
)
#: Asks on about what was just asked: 分几步走，每步什么时间; 谁牵头，还有谁一起.
_OF_EACH = re.compile(r"每(?![月年天周人])|各|分别|依次|还有[谁哪什啥]")
#: A goal is told with its year: 目标是多少，到哪一年.
_GOAL = re.compile("目标|指标|比例|占比|[达做建]到")
_LISTING = re.compile(r"^(?:[、和与及跟同比的]|以及)+")
#: 字 of its own matter with which a part stands alone; with fewer it may, and is searched both ways.
_OWN, _SOME = 10, 4
_LEAST = 2  # 字 that name something
_MOST = 5  # things asked at once; whoever asks more is answered as if it were one


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked: in its own words, and in wordings that stand alone, the fullest first."""

    said: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is said between two stops; ``kind`` of what it asks, empty where it tells."""

    said: str
    sentence: int
    kind: str

    @property
    def own(self) -> int:
        """字 that it says of the matter itself."""
        return len(without_asking(self.said))


def parts(question: str) -> tuple[Part, ...]:
    """The things that ``question`` asks, in its order; nothing where it asks for one."""
    stretches = list(_stretches(question))
    asking = [stretch for stretch in stretches if stretch.kind not in ("", BESIDE)]
    asked = list(_different(asking))
    if len(asked) < 2:
        return tuple(_listed(question))
    if len(asked) > _MOST or about_what_was_asked(fold(asked[-1].said)):
        return ()
    told = [s for s in stretches if not s.kind or (s.kind == BESIDE and _compares(s.said))]
    busy = {stretch.sentence for stretch in asking}
    return tuple(_part(each, asked[0], _frame(each, asked[0], told, busy)) for each in asked)


def _listed(question: str) -> Iterator[Part]:
    """The attributes of one matter that end a question: 床位补贴的申请条件、标准和材料."""
    found = _LISTED.fullmatch(masked(fold(question)))
    if found is None or len(without_asking(found["of"])) < _LEAST:
        return
    of = question[: found.end("of")]
    for each in _ONE.finditer(found["list"]):
        start = found.start("list") + each.start()
        said = question[start : start + len(each[0])]
        yield Part(said, (f"{of} {said}",))


def _stretches(question: str) -> Iterator[_Stretch]:
    """The stretches in order; those of a list (轮椅、拐杖) go with what follows them."""
    folded = masked(fold(question))
    for number, sentence in enumerate(_SENTENCE.finditer(folded)):
        last, held = sentence.end() == len(folded), -1
        for found in _STRETCH.finditer(folded, *sentence.span()):
            start, end = found.span("said")
            start = start if held < 0 else held
            for until in (*unspoken_stops(folded, start, end), end):
                asks = _of_no_place(folded[start:until])
                kind = kind_of(asks, last=last and until == end and found.end() == len(folded))
                held = start if not kind and until == end and found["stop"].startswith("、") else -1
                if held < 0:
                    yield _Stretch(question[start:until].strip(), number, kind)
                start = until


def _of_no_place(said: str) -> str:
    """怎么规定 of 广州、浙江怎么规定."""
    return _LISTING.sub("", without_places(said))


def _different(asking: Sequence[_Stretch]) -> Iterator[_Stretch]:
    """Those that ask something new: another kind of thing, or the same of another matter."""
    last: _Stretch | None = None
    for stretch in asking:
        if last is None or not _goes_on(stretch, last):
            yield stretch
            last = stretch


def _goes_on(stretch: _Stretch, last: _Stretch) -> bool:
    """Whether it asks on about what ``last`` asks: of each of them, or the same with hardly a word more."""
    if asks_which(_of_no_place(stretch.said)):  # 各地罚多少，谁罚得最重
        return True
    if stretch.own <= _SOME and _OF_EACH.match(fold(stretch.said)):
        return True
    if stretch.kind == "何时" and stretch.own < _LEAST and _GOAL.search(fold(last.said)):
        return True
    anew = stretch.sentence != last.sentence or (
        stretch.kind != WHO and _NAMES_ATTRIBUTE.search(stretch.said)
    )
    enough = _LEAST if anew else _OWN if stretch.kind == WHO else _SOME
    return stretch.kind == last.kind and stretch.own < enough


def _frame(part: _Stretch, first: _Stretch, told: Sequence[_Stretch], busy: set[int]) -> str:
    """What is told for ``part``: in its own sentence, else in that of the first; and in sentences that only tell."""
    own = part.sentence if any(t.sentence == part.sentence for t in told) else first.sentence
    return "，".join(t.said for t in told if t.sentence == own or t.sentence not in busy)


def _part(stretch: _Stretch, first: _Stretch, frame: str) -> Part:
    alone = "，".join(filter(None, (frame, stretch.said)))
    topic = "" if stretch is first or stretch.own >= _OWN else spoken_of(first.said, first.kind)
    if not topic and stretch is not first and stretch.own <= _LEAST:  # 去哪申请: nothing of its own
        topic = first.said
    whole = "，".join(filter(None, (frame, f"{topic} {stretch.said}" if topic else stretch.said)))
    return Part(stretch.said, (whole,) if stretch.own < _SOME or whole == alone else (whole, alone))


def _compares(words: str) -> bool:
    return intent_of(words) is Intent.COMPARE
