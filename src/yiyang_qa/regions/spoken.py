"""The region that a text is of, where no body and no title names it: its number, its addressee, its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from yiyang_qa.regions.gazetteer import gazetteer
from yiyang_qa.regions.mentions import mentions
from yiyang_qa.text import fold
from yiyang_qa.types import NATION, Region

_NATIONAL_NUMBER = re.compile(r"国(?:发|办发|函|办函|令|卫|医保发|市监)|中(?:发|办发)|人社[部厅]发|医保发")
#: 湘政办发, 粤府: the character of a province with what cities do not write behind it (赣州 writes 赣市府).
_PROVINCIAL_NUMBER = re.compile(
    r"(?:([京津沪冀晋辽黑浙皖闽鲁豫鄂湘桂黔陕甘藏])政|([沪渝赣粤琼])府)(?:办|厅|发|函|字|规|令)"
)
#: 各省、自治区、直辖市: those whom only a body of the nation addresses.
_TO_PROVINCES = re.compile(r"各省[、,(及和]? ?自治区|各省\(自治区")
_UNIT = "(?P<{}>自治区|省|市|州|盟|地区|县|区|旗)"
_SELF = re.compile(
    rf"(?:我|本|全){_UNIT.format('own')}(?![级场域间块别容民际长])|"
    rf"(?<![一-龥、]){_UNIT.format('led')}(?:人民)?(?:政府|委)(?!、)|(?<=[经由报]){_UNIT.format('by')}(?:人民)?政府|"
    rf"(?<![一-龥、]){_UNIT.format('of')}(?!级)[一-龥]{{2,10}}?[局委]"
)
#: 国务院…部门主管全国的…, 由省、自治区、直辖市人民政府规定: what only a text of the nation rules; not 按照国务院…规定.
_RULES_NATION = re.compile(
    r"国务院(?<![按照据合执循]国务院)[^。;,]{0,24}(?:部门|机构)[^。;]{0,24}(?:主管|负责|应当|会同|制定|拟定)|中华人民共和国境内|"
    r"省、自治区、直辖市(?:人民政府)?[^。;,]{0,16}(?:可以|应当|规定|制定|确定)"
)
#: 县直各单位, 市政府各部门: in an addressee, and as good as three words.
_OWN_BODIES = re.compile(rf"{_UNIT.format('own')}(?:直(?:属|各|机关|有关)|(?:人民)?政府各|级各)")


def region_of_number(number: str | None) -> Region | None:
    """Where a 发文字号 is given: 国发〔2015〕68号 by the nation, 湘政办发〔2006〕28号 by 湖南省; else None."""
    words = fold(number or "")
    if _NATIONAL_NUMBER.match(words):
        return NATION
    provincial = _PROVINCIAL_NUMBER.match(words)
    named = gazetteer().named(provincial[1] or provincial[2]) if provincial else ()
    return named[0] if len(named) == 1 else None


def region_addressed(addressees: str) -> Region | None:
    """The nation, where those addressed are the provinces."""
    return NATION if _TO_PROVINCES.search(fold(addressees)) else None


def region_spoken_of(text: str) -> Region | None:
    """The region below the nation that ``text`` names most often, of the kind that it calls its own.

    A text that says 我市 and 市直各单位 is of a 市, whatever provinces and counties it cites; one that
    calls nothing its own is of the region named most, the smaller of equals. None on a tie between two
    of one level, and where no region of that kind is named; the nation where none is named at all and
    the text tells the provinces what to do.
    """
    folded = fold(text)
    counts = Counter(m.regions[0] for m in mentions(text) if len(m.regions) == 1 and m.regions[0] != NATION)
    if not counts:
        return NATION if _RULES_NATION.search(folded) else None
    own = _own_unit(folded)
    named = [(region, n) for region, n in counts.items() if own is None or region.name.endswith(own)]
    ranked = sorted(named, key=lambda item: (-item[1], -item[0].depth))
    tied = len(ranked) > 1 and ranked[0][1] == ranked[1][1] and ranked[0][0].level is ranked[1][0].level
    return ranked[0][0] if ranked and not tied else None


def narrowed(spoken: Region | None, text: str, site: Sequence[str]) -> Region | None:
    """``spoken``, or the place inside it whose bodies the page of ``text`` names: its ``site``, the source it gives.

    A form of the province (云南省…审批表) in a county's guide makes it no paper of the province; a text that
    calls itself of a 省 is of no county, on whatever site it stands.
    """
    told = (m.region for m in mentions("、".join(site)))
    named = [region for region in told if region and region != NATION]
    own = _own_unit(fold(text)) if named else None
    fits = (r for r in named if own is None or r.name.endswith(own))
    return next((r for r in fits if spoken is None or spoken.contains(r)), spoken)


def _own_unit(folded: str) -> str | None:
    """市, 县 … as the text calls what it is of; None where it calls nothing so, or two things as often."""
    said = Counter(found[found.lastgroup or 0] for found in _SELF.finditer(folded))
    for found in _OWN_BODIES.finditer(folded):
        said[found["own"]] += 3
    most = said.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None
