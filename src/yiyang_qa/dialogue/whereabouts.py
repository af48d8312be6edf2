"""人在何处: places of a person, not of the matter: where he is registered, works, comes from, or where his children live."""

from __future__ import annotations

import re

from yiyang_qa.types import Span

#: 户口是佛山的, 户口迁到佛山, 佛山户口.
_REGISTERED = (
    re.compile(
        r"户[口籍](?:还|就|都|也|早就?|已经?|后来|刚|[今去前]年|[上这]个?月)*(?:(?:[迁转落挪搬](?:到|去|往|在|进|回|至)?)|在|是|为|属于?)?$"
    ),
    re.compile(r"[省市县区]?的?(?:本地)?(?:户[口籍]|籍(?!贯))"),
)
_AREA = "[省市县区州]?"
_WORK = r"(?:上班|工作|打工|务工|读书|上学|上大学|念书|做生意|当兵|服役|出差|旅游|教书|定居|安家|成家)"
_KIN = r"(?:[我俺咱他她]们?|儿子|女儿|闺女|[儿女]|[哥弟姐妹叔伯舅姑姨]{1,2}|亲戚|孙子|孙女|外孙女?|女婿|媳妇)"
_TREATED = r"(?:看病|看医生|治|就[医诊]|住院|做手术|手术|化疗|透析|复查)"
_CHILD = r"(?:儿子|女儿|子女|儿女|孩子|小孩|媳妇|女婿|孙子|孙女|[哥弟姐妹]{1,2}|亲戚)们?[都全还人现也住工作上班定居]*在$"
#: What stands before and after: 刚从武汉回来, 在广东上班, 住在上海我们家, 老公是四川人, 公司在河北注册.
_PASSING = tuple(
    (re.compile(before), re.compile(after))
    for before, after in (
        (r"(?:从|自)$", rf"{_AREA}(?:那边|这边|老家)?(?:刚|才)?(?:回|过来|搬|迁|转|调|退休|来|出发)"),
        (r"(?:在|去|到|回)$", rf"{_AREA}的?{_WORK}"),
        (
            r"住(?:在|到|去|进)?$",
            rf"{_AREA}(?:[那这][边里儿]?)?的?{_KIN}(?:的?家|[那这][边里儿]?)?(?=[^一-龥]|[家那这住里]|$)",
        ),
        (rf"(?:跟着?|随着?){_KIN}[^,。;]{{0,4}}住?(?:在|到|去)$", ""),
        (r"(?:[在去上]|(?<!从..)(?<!从...)到)$", rf"{_AREA}(?:的?大?医院)?{_TREATED}"),
        (r"(?:是|老家)$", rf"{_AREA}人(?=[,。;!?\s住在]|$)"),
        (r"在$", rf"{_AREA}(?:注册|登记)(?![吗么不行])"),
        (r"(?:总部|注册地址?|公司|老家)在$", rf"{_AREA}(?=[,。;的\s]|$)"),
    )
)
#: 儿子在上海: not he is asked about, whatever it is.
_OF_ANOTHER = (re.compile(_CHILD), re.compile(rf"{_AREA}(?!的?(?:养老|住院|医院|看病|.{{0,3}}失能))"))


def is_register(folded: str, span: Span) -> bool:
    """Whether the place at ``span`` is that of a household register."""
    before, after = _REGISTERED
    return bool(before.search(folded, 0, span.start) or after.match(folded, span.end))


def is_passing(folded: str, span: Span) -> bool:
    """Whether the place at ``span`` is only where somebody works or comes from."""
    return any(_stands(folded, span, *each) for each in _PASSING)


def is_of_another(folded: str, span: Span) -> bool:
    """Whether the place at ``span`` is only where a relative lives who is not asked about."""
    return _stands(folded, span, *_OF_ANOTHER)


def _stands(folded: str, span: Span, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    return bool(before.search(folded, 0, span.start) and after.match(folded, span.end))
