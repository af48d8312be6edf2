"""Figures that a sentence grants or demands: 每张 1万元, 20万元/个, 每人每月 400元, 给予 15万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from yiyang_qa.eligibility.costs import shares_of_costs
from yiyang_qa.eligibility.purposes import purpose_of
from yiyang_qa.eligibility.shares import BOUND, cap_after, caps, shares, shares_of_the_same
from yiyang_qa.eligibility.terms import Basis, Benefit
from yiyang_qa.eligibility.units import FIGURE, TIMES, decimal, in_scale
from yiyang_qa.types import Span

_AMOUNT = (
    rf"(?:{BOUND})? ?(?P<figure>{FIGURE})(?P<wan>万?)(?:(?:元|平方米)?[-~至到]{{1,2}} ?"
    rf"(?P<most>{FIGURE})(?P<mostwan>万?))? ?(?P<unit>元(?!旦)|平方米|㎡)"
)
_THINGS = r"张|个|户|家|所|间|处|床|件|台|名|位"
_GAP = r"[^,。;:!?\n\d元每]{0,22}?"
_VERBS = r"新增|增加|收住|收养|入住|招用|吸纳|聘用|服务|培训|培养|安置"
_EACH = (
    rf"每(?:{_VERBS})?(?P<lot>{FIGURE})?(?P<per>{_THINGS}|{TIMES})"
    rf"(?P<more>(?:[一-龥]{{0,8}}?每(?:{_THINGS}|{TIMES})){{0,3}})"
)
_OVER = rf"/ ?(?P<per>{_THINGS}|{TIMES})(?P<more>(?:[/·.每]? ?(?:{TIMES})(?![一-龥]))*)"
_GRANT = r"(?:给予?|予以|发放|发给|享受|增加|提高(?!到|至)|[增加][发补]|另[加增]|再加|奖励|补助|补贴|资助|奖补|标准(?:为|可达|是|按)?|贷款)"
_KIND = r"(?:补贴|补助|奖励|津贴|资助|奖补|经费|贷款)"
_PATTERNS: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    (Basis.COUNT, re.compile(rf"{_EACH}{_GAP}{_AMOUNT}")),
    (Basis.COUNT, re.compile(rf"{_AMOUNT} ?{_OVER}")),
    (Basis.ONCE, re.compile(rf"{_GRANT}{_GAP}{_AMOUNT}")),
    (Basis.ONCE, re.compile(rf"(?<=的){_AMOUNT}(?<!万)(?=[,。;]|$)")),
    (Basis.ONCE, re.compile(rf"(?:(?<=,)|给予|申请){_AMOUNT}的?[^,。;]{{0,10}}?{_KIND}")),
)
#: Figures in such words benefit nobody: penalties, totals, prices.
_ELSEWHERE = re.compile(
    r"罚款|(?<!每)处[一-九\d]|累计|共获得|总投资|计划投资|投资[\d约]|占[^地]{0,12}\d|增长|增速|\d倍|亿元|不裁|滞纳|起付|限额"
)
#: Figures that are paid, not given: 收费标准为每床每月1000元.
CHARGED = re.compile(r"收费|价格|收取|押金|起付|限额|罚款|工资标准|缴费标准")
_CHARGED_HERE = re.compile(r"标准投保|保费标准|收费(?:标准)?(?:分别)?(?:为|是|按|:)|价格为|押金")
#: 超过50张的部分: figures by steps, which no single product works out.
_BY_STEPS = re.compile(r"(?:超[过出]|高出)[^,。;]{0,12}部分")
_NOUN = re.compile(r"(?:^|[对、,。;:])对?(?P<noun>[一-龥]{3,16}?)(?:分别)?(?:按照?|给予|补贴|奖励)? ?$")
#: 每个日间照料中心给予…: what each one is.
_EACH_ONE = re.compile(
    r"^每(?:一|新[建增])?[个家所处](?P<noun>[一-龥]{3,12}?)(?:一次性)?(?:给予|予以|补[助贴]|奖|资助|按|最高|不)"
)
#: 每收住一名老年人,每月补助…: counted before the comma.
_FOR_EACH = re.compile(rf"每(?:{_VERBS})[^,。;\d]{{0,4}}?[一1]?(?P<per>[名人位张个])[^,。;]*,[^,。;]{{0,8}}$")
#: What else a figure is for: 月 of 每名护理员每月, of /人月.
_MORE = re.compile(rf"(?:(?<=[每/·. ])|^(?!{_THINGS}))({_THINGS}|{TIMES})")
_HEADS = {"名": "人", "位": "人"}
_NEXT = re.compile(
    rf" ?(?:、|和|,|以及|及) ?(?:每[^,、;。\d]{{1,8}})?(?P<figure>{FIGURE})(?P<wan>万?)(?P<unit>元|平方米|㎡)"
)
_AT_ONCE = re.compile(
    rf" ?、 ?{FIGURE}万?(?:元|平方米|㎡)"
)  # 300元、200元: dealt out, though 分别 is not said
_EXTRA = re.compile(
    r"再(?:行?增加|给予?|补|发|奖|加)|另(?:外|行)?(?:增加?|给予|加|发|补)|额外|(?<!每)增加|[增加][发补]|上浮|提高(?!到|至|为)|叠加"
)
_ADVERB = 3  # 字 before a figure that may say that it is added: 另加, 再
_TIMED = re.compile(TIMES)


def benefits(folded: str) -> tuple[Benefit, ...]:
    """The figures of one sentence in order, offsets in ``folded``; the first pattern that fits wins."""
    limits = caps(folded)
    of_costs = tuple(shares_of_costs(folded))
    found: list[Benefit] = [*shares_of_the_same(folded)]
    capped = [share.cap is not None for share in (*found, *shares(folded), *of_costs)]
    for basis, pattern in _PATTERNS:
        for benefit in _amounts(folded, basis, pattern):
            limit = (found or any(capped)) and any(benefit.span.overlaps(cap) for cap in limits)
            if not limit and not any(benefit.span.overlaps(other.span) for other in found):
                found.append(benefit)
    for share in (*shares(folded), *of_costs):
        if not any(share.span.overlaps(other.span) for other in found):
            found.append(share)
    return tuple(sorted(found, key=lambda benefit: benefit.span))


def by_steps(folded: str) -> bool:
    """Whether the figures of a sentence go by steps (超过…的部分), so that they add up as no rule here does."""
    return len(_BY_STEPS.findall(folded)) > len([share for share in shares_of_costs(folded) if share.floor])


def _amounts(folded: str, basis: Basis, pattern: re.Pattern[str]) -> Iterator[Benefit]:
    for match in pattern.finditer(folded):
        benefit = _amount(folded, basis, match)
        segment = _segment(folded, match)
        if benefit is None or _ELSEWHERE.search(segment) or _CHARGED_HERE.search(segment):
            continue
        if _is_dealt(benefit) and not (basis is Basis.ONCE and _goes_by_something(folded, match)):
            yield from _in_turn(folded, match, benefit)


def _amount(folded: str, basis: Basis, match: re.Match[str]) -> Benefit | None:
    groups = match.groupdict()
    value = in_scale(groups["figure"], groups["wan"] or groups["mostwan"] or "")
    lot = decimal(groups["lot"]) if groups.get("lot") else Decimal(1)
    if value is None or lot is None:
        return None
    counted = _FOR_EACH.search(folded, 0, match.start())
    each = [
        counted["per"] if counted else "",
        groups.get("per") or "",
        *_MORE.findall(groups.get("more") or ""),
    ]
    per = "".join(_HEADS.get(unit, unit) for unit in each)
    noun = _NOUN.search(folded, 0, match.start()) if "/" in match[0] else _EACH_ONE.match(match[0])
    bound = re.findall(BOUND, folded[max(match.start() - 4, 0) : match.end()])
    return Benefit(
        span=Span(*match.span()),
        value=value,
        most=in_scale(groups["most"], groups["mostwan"] or "") if groups["most"] else None,
        unit="平方米" if groups["unit"] == "㎡" else groups["unit"],
        basis=Basis.RATE if _TIMED.search(per) else basis,
        per=per,
        lot=lot,
        noun=noun["noun"] if noun else "",
        bound=bound[-1] if bound else "",
        cap=cap_after(folded, match.end())[0],
        extra=bool(_EXTRA.search(_before(folded, match)[-_ADVERB:] + match[0])),
        in_wan="万" in match[0],
        purpose=purpose_of(_before(folded, match) + match[0], _after(folded, match)),
    )


def _goes_by_something(folded: str, match: re.Match[str]) -> bool:
    """每公里补贴3元: so much for each of what is not counted here is no sum paid once."""
    return "每" in _before(folded, match)


def _is_dealt(benefit: Benefit) -> bool:
    """Floor area goes by households or heads; so much for each house (每处) is a standard of building."""
    return benefit.unit != "平方米" or benefit.per in ("户", "人", "张")


def _in_turn(folded: str, match: re.Match[str], benefit: Benefit) -> Iterator[Benefit]:
    """``benefit``, or where 分别 deals out a list of figures, each of them with its place."""
    if "分别" not in _segment(folded, match) and not _AT_ONCE.match(folded, match.end()):
        yield benefit
        return
    yield replace(benefit, turn=0)
    at, turn = match.end(), 1
    while following := _NEXT.match(folded, at):
        value = in_scale(following["figure"], following["wan"])
        if value is not None:
            yield replace(benefit, span=Span(*following.span()), value=value, turn=turn)
        at, turn = following.end(), turn + 1


def _before(folded: str, match: re.Match[str]) -> str:
    """From the stop before a match to its beginning."""
    return folded[max(folded.rfind(stop, 0, match.start()) for stop in ",。;:\n") + 1 : match.start()]


def _after(folded: str, match: re.Match[str]) -> str:
    """From the end of a match to the next stop."""
    ends = [end for stop in ",。;\n" if (end := folded.find(stop, match.end())) >= 0]
    return folded[match.end() : min(ends, default=len(folded))]


def _segment(folded: str, match: re.Match[str]) -> str:
    """From the stop before a match to the one after it."""
    return _before(folded, match) + match[0] + _after(folded, match)
