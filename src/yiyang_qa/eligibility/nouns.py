"""What a bound counts where no table measures it (护理员不少于5名), and how far a count told is one of the same."""

from __future__ import annotations

import re
from enum import Enum, auto

from yiyang_qa.eligibility.measures import NEW, OF_EACH, OF_TIME
from yiyang_qa.eligibility.terms import Counted, Interval
from yiyang_qa.eligibility.units import Quantity
from yiyang_qa.thesaurus import rewritten
from yiyang_qa.types import Span

#: Units that count; a thing counted goes by any of them: 护理员 6个, 6名护理员.
COUNTING = frozenset(["个", "人", "家", "所", "处", "间", "张", "户", "台", "层", "人次"])
_STOPS = ",、;。:()"
#: What one has, before the thing that is counted: 养老机构配备护理员不少于5名, 且有执业医师3人以上.
_HAS = (
    r"配[备有置]|设[置有立]|具[有备]|拥有|聘[用请]|招[用聘]|吸纳|收[住养]|入住(?!率)|建有|[新增]?增[加设]|新[增设建]|"
    r"(?<![自没所含国])有(?![效偿关机])"
)
_LEADING = re.compile(
    rf"^(?:[^的]*(?:{_HAS})了?|且|并|同时|其中|凡|对(?!口)于?|应当?|须|要|必须|[机单]构?位?的|本?(?:院|站|机构|单位)(?=[一-龥]{{2}}))+"
)
_TRAILING = re.compile(
    r"(?:总人?数|总量|人数|数量?|规模|应当?|必?须|需要?|要|原则上|一般|均|都|达到?|在|为|至|是|有|的|[ :])+$"
)
#: What ends a thing counted that stands behind the figure: 3名注册护士的, 10名以上老年人入住.
_NOUN = re.compile(r"(?:[一-龥](?!(?:入住|居住|就餐|参加|接受|在|从事|的(?:$|[,;。])|$)))*[一-龥]")
#: What people put round the thing that they count: 我们院现在有护理员一共.
_SPEAKERS = re.compile(
    r"^(?:[我俺咱]们?(?:[院家店站厂]|公司|机构|这里|单位)?|这里|这边|院里|[店家站]里|机构|公司|目前|现在|已经?|刚|一共|总共|共|"
    r"只|才|就|也|还|都|都?有|是|聘了?|招了?|请了?|配了?|收了?|住了?|新增了?|增加了?|[添加]了|里|的|和|与|及|了|,| )+"
)
_LINKS = re.compile(
    r"(?:一共|总共|大概|大约|目前|现在|只|才|就|也|还|都|已经?|不到|超过|是|为|有|达到?|到|了|共|招|聘|配|数|数量|人数|总?数|:| )+$"
)
#: Of what is told behind a figure this is said of the thing, not its name: 6名护理员能补多少.
_SAYS = re.compile(r"[能可得会算够,?。补给领]|行不|是不|有没|符合")
#: What goes without saying in this field.
_PLAIN = (
    (re.compile(r"养老(?:服务|机构)?(?=[一-龥]{2})"), ""),
    (re.compile("老年人"), "老人"),
    (re.compile("人员"), "员"),
    (re.compile("座位|位子|餐位"), "座"),
)
_LEAST = 2  # 字 of a noun


class Extent(Enum):
    """How what is told stands to what is asked: the same, some of it (持证护理员), or more than it (人员)."""

    SAME = auto()
    PART = auto()
    WHOLE = auto()

    def bounds(self, told: Interval) -> Interval:
        """What ``told`` says of the thing asked about."""
        if self is Extent.PART:
            return Interval(low=told.low, above=told.above)
        if self is Extent.WHOLE:
            return Interval(high=told.high, below=told.below)
        return told


def counted(folded: str, bound: Quantity, scope: Span) -> tuple[Counted, Span] | None:
    """The thing that ``bound`` counts with the words that say so; None where none is named, or it goes by each of another."""
    start = max(scope.start, *(folded.rfind(stop, 0, bound.span.start) + 1 for stop in _STOPS))
    before = folded[start : bound.span.start]
    if bound.unit in OF_TIME or OF_EACH.search(before):
        return None
    added = bool(NEW.search(before))
    noun = _TRAILING.sub("", _LEADING.sub("", before.strip()))
    if len(noun) >= _LEAST:
        return Counted(noun, bound.interval, added, bound.unit), Span(start, bound.span.end)
    behind = _NOUN.match(folded, bound.span.end, scope.end)
    if behind is None or len(behind[0]) < _LEAST or behind[0].startswith("的"):
        return None
    return Counted(behind[0], bound.interval, added, bound.unit), Span(start, behind.end())


def comparable(one: str, other: str) -> bool:
    """Whether counts in the units ``one`` and ``other`` are of one kind."""
    return one == other or {one, other} <= COUNTING


def extent(asked: str, lead: str, behind: str, *, of_things: bool) -> Extent | None:
    """How what is told around a figure (``lead``, ``behind``) stands to what is ``asked``; None: it is another thing.

    Of sums and shares (not ``of_things``) only the very same will do.
    """
    noun, behind = _plain(asked), _plain(behind)
    named = _plain(_LINKS.sub("", _SPEAKERS.sub("", _LINKS.sub("", lead))))
    if named == noun or behind.startswith(noun):
        return Extent.SAME
    if not of_things:
        return None
    at = behind.find(noun)
    if named.endswith(noun) or (at > 0 and not _SAYS.search(behind[:at])):
        return Extent.PART
    heads = [noun[i:] for i in range(1, len(noun) - 1)]
    return Extent.WHOLE if any(named == head or behind.startswith(head) for head in heads) else None


def _plain(words: str) -> str:
    said = rewritten(words)
    for pattern, short in _PLAIN:
        said = pattern.sub(short, said)
    return said
