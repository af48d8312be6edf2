"""Whether a case tells that something holds which a text describes in words: 户口迁走了 of 户籍迁出本市的."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto

from yiyang_qa.eligibility.having import has_already
from yiyang_qa.eligibility.units import FIGURE, decimal
from yiyang_qa.text import fold, words

#: How people say what texts write; both are brought to the latter.
_PLAIN = tuple(
    (re.compile(spoken), written)
    for spoken, written in (
        (r"户口(?:本|簿)?", "户籍"),
        (r"老人家?(?!院)|老年人", "老年人"),
        (r"养老院|敬老院|福利院|老人院|养老公寓", "养老机构"),
        (r"(?<![入居])(?:住|搬|送)(?:进|在|到|去|进了)?了?(?=[^,]{0,3}养老机构)", "入住"),
        (r"去世|过世|逝世|走了|死了|没了", "死亡"),
        (r"坐牢|蹲(?:监狱|大牢)", "在监狱服刑"),
        (r"长护险?", "长期护理保险"),
        (r"护理型?床位?", "护理型床位"),
        (r"社保", "社会保险"),
        (r"房子|房屋", "住房"),
        (r"断缴|断保|停缴|漏缴", "中断缴费"),
        (r"签(?![订约字])了?", "签订"),
        (r"出[过了](?!院)", "发生"),
        (r"[被受]?罚[过了]款?|被罚款?", "受到处罚"),
        (r"今年|年度", "当年"),
        (r"(?<![尚还])(?:没有|没|冇|从未)|(?:尚|还)没?未?有?(?=[办做签交])", "未"),
        (r"照护|照料", "护理"),
        (r"(?:在|已经)(?:使?用)(?:着|上)?(?=[^,]{0,12}(?:险|护理|服务|补[贴助]))", "正在享受"),
        (r"(?:在)?(?:领取?|拿|吃)(?:着|过|了)|领取", "享受"),
        (r"市里|咱们?市|我们市", "本市"),
        (r"假(?:的)?材料|假证明", "虚假材料"),
        (r"公务员", "机关人员"),
        (r"辞职|走人|跳槽|不干了", "离职"),
    )
)
#: Words that a description may have and a case need not.
_IDLE = re.compile(
    r"进行|发生|规定|按规定|按照|相关|有关|情形|情况|行为|以及|或者|超过|连续|期间|范围|待遇|费用|应当|已经|受到|人员|对象|参保|参保人员|服务对象|"
    r"老年人|残疾人|申请人|机构|同一|单位|工作|从事|其他|属于|患有|护理费|补贴|补助|治疗|以上|以内|正在|目前|现在"
)
_SUBJECT = re.compile(
    r"^(?:同一|入住|收住|参保|服务|申请|补贴)?(?:老年人|残疾人|人员|对象|申请人|本人|机构|单位)(?=[已未被因有在不])|(?<=与)(?:入住|服务)?(?=老年人)"
)
_HEAD = re.compile(r"(?:的(?:老年人|残疾人|人员?|对象|机构|单位|情形|情况|行为|费用|护理费用)?|人员|者)$")
_ALTERNATIVES = re.compile(r"或者?(?!以)|、|以及")
#: What is asked begins here; what stands before it in a breath is told.
_ASKS = re.compile(
    r"算不算|是不是|会不会|能不能|可不可以|要不要|有没有?得?|(?<![不失功智半性])能(?!力|自理)|可以|还(?=[能可有给发享领拿补付])|多少|怎么|如何|想|打算|准备|考虑"
)
_BREATH = re.compile(r"[^,。;:?!\n]+")
_NO = re.compile(r"(?:未(?!成年)|非(?!法)|无(?!障碍|偿|故)|不(?![满足少低超动]))")
_NEAR = 7  # 字 before the words denied
#: 生存认证没做: denied behind.
_NOT_DONE = re.compile(r"[^,]{0,2}未(?![满超到足])")
_DAYS = {"日": 1, "天": 1, "周": 7, "个月": 30, "月": 30, "年": 365}
_LASTS = re.compile(
    rf"(?P<over>超过|超)?(?P<figure>{FIGURE}|半)(?P<some>[多几余])? ?(?P<unit>个月|[日天周年])(?P<more>多)?(?P<within>[以之]?内)?"
)
#: 已享受: what has come about must be told so; 享受…多少钱 only asks.
_DONE, _TOLD_DONE = re.compile(r"已|曾|正在|过(?!期|程|错)"), re.compile(r"已|曾|正|[了过着]|在")
#: 以前服过刑: what was so once need not be so now.
_ONCE = re.compile(r"以前|曾经|从前|早年|早先|原来|过去")
_LEAST = 2  # 字 of a word that says something


class Said(Enum):
    """How far a case tells what is described."""

    HOLDS = auto()
    PERHAPS = auto()  # some of it is spoken of
    DENIED = auto()
    UNTOLD = auto()


@dataclass(frozen=True, slots=True)
class Telling:
    """How far, and the breath of the case that says so."""

    said: Said
    words: str = ""


_UNTOLD = Telling(Said.UNTOLD)


def told_of(description: str, question: str, place: str, elsewhere: str) -> Telling:
    """How far ``question`` tells what ``description`` says.

    ``place`` is the 本市 of the text; a word that ``elsewhere`` has too, in what the text says beside, names nothing by itself.
    """
    if had := has_already(description, question):
        return Telling(Said.HOLDS, had)
    breaths = [(m[0], _plain(m[0], place)) for m in _BREATH.finditer(fold(question))]
    stretches = [
        [_told(part, at, breaths, elsewhere) for at, part in enumerate(_alternatives(stretch))]
        for stretch in _HEAD.sub("", fold(description)).split(",")
    ]
    best = [max(each, key=_firmness, default=_UNTOLD) for each in stretches]
    if all(each.said is Said.HOLDS for each in best):
        return best[0]
    told = max(best, key=_firmness)
    return Telling(Said.PERHAPS, told.words) if told.said is Said.HOLDS else told


def _firmness(telling: Telling) -> int:
    return (Said.UNTOLD, Said.DENIED, Said.PERHAPS, Said.HOLDS).index(telling.said)


def _alternatives(stretch: str) -> Iterator[str]:
    """死亡, 被宣告失踪: each with the 未 that governs them all."""
    parts = [part for part in _ALTERNATIVES.split(stretch) if part.strip()]
    lacks = bool(parts) and _NO.match(_SUBJECT.sub("", parts[0]))
    for at, part in enumerate(parts):
        yield f"未{part}" if at and lacks and not _NO.search(part) else part


def _plain(said: str, place: str) -> str:
    for spoken, written in _PLAIN:
        said = spoken.sub(written, said)
    return re.sub(f"{re.escape(place)}|{re.escape(place[:-1])}", "本市", said) if place else said


def _told(description: str, at: int, breaths: Iterable[tuple[str, str]], elsewhere: str) -> Telling:
    plain = _plain(_SUBJECT.sub("", description), "")
    units = [
        w for w in dict.fromkeys(words(_LASTS.sub("", plain))) if len(w) >= _LEAST and not _IDLE.fullmatch(w)
    ]
    wanted = _Wanted(plain, tuple(units), elsewhere)
    lone = at > 0 and len(units) == 1 and len(units[0]) == _LEAST  # 被注销: of what, stands before
    found = (_in_breath(wanted, said) for _, said in breaths)
    telling = [Telling(each, raw) for each, (raw, _) in zip(found, breaths, strict=False)]
    best = max(telling, key=_firmness, default=_UNTOLD)
    return replace(best, said=Said.PERHAPS) if lone and best.said is Said.HOLDS else best


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One alternative of a description: its words, and what is said elsewhere."""

    plain: str
    units: tuple[str, ...]
    elsewhere: str


def _in_breath(wanted: _Wanted, breath: str) -> Said:
    asks = _ASKS.search(breath)
    told = breath[: asks.start()] if asks else breath
    said = [unit for unit in wanted.units if unit in told]
    whole = bool(said) and len(said) == len(wanted.units)
    if not whole and all(unit in wanted.elsewhere for unit in said):
        return Said.UNTOLD
    turned = _denied(told, said, behind=True) != _denied(wanted.plain, said, behind=False)
    lasting = _lasting(wanted.plain, told)
    if turned or lasting is False:
        return Said.DENIED
    done = bool(_TOLD_DONE.search(told)) or not _DONE.search(wanted.plain)
    over = bool(_ONCE.search(told)) and not _DONE.search(wanted.plain)
    return Said.HOLDS if whole and lasting and done and not over else Said.PERHAPS


def _denied(text: str, units: Sequence[str], *, behind: bool) -> tuple[bool, ...]:
    """Whether each of ``units`` is denied in ``text``: by what stands before it, or ``behind`` them all."""
    first = max(min(text.index(unit) for unit in units) - _NEAR, 0)
    last = max(text.index(unit) + len(unit) for unit in units)
    after = behind and bool(_NOT_DONE.match(text, last))
    return tuple(after or bool(_NO.search(text, first, text.index(unit))) for unit in units)


def _lasting(described: str, told: str) -> bool | None:
    """Whether what is told lasts as long as is described; None where it does not say how long."""
    asked = _LASTS.search(described)
    if asked is None:
        return True
    days = [value for found in _LASTS.finditer(told) if (value := _days(found)) is not None]
    bound = _days(asked, exact=True)
    if len(days) != 1 or bound is None:
        return None
    if asked["within"]:
        return days[0] <= bound
    return days[0] >= bound if re.search("满|以上", described) else days[0] > bound


def _days(found: re.Match[str], *, exact: bool = False) -> Decimal | None:
    """So many days; 超过30天 and 30多天 are more."""
    value = decimal(found["figure"])
    more = bool(found["over"] or found["some"] or found["more"]) and not exact
    return None if value is None else value * _DAYS[found["unit"]] + more
