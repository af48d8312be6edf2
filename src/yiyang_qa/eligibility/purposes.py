"""用途: what a sum is for (建设补贴, 运营补贴), so that several benefits are worked out and told apart."""

from __future__ import annotations

import re

_GIVEN = r"(?:补[贴助]|奖[励补]|津贴|资助|经费)"
#: Purpose → how clauses and people name it before 补贴; also what it is called in an answer.
_STEMS = (
    ("建设", r"(?:一次性)?(?:床位)?建设(?:性|床位)?"),
    ("开办", r"开办(?:费用?)?"),
    ("运营", r"(?:日常)?(?:运营|运行)(?:服务|费用?)?"),
    ("改造", r"改造(?:费用?)?"),
    ("设备", r"(?:设施)?设备(?:购置|采购)?(?:费用?)?"),
    ("租金", r"(?:房屋|创业|经营)?(?:租金|房租|租赁|场地(?:租赁|租金)?)"),
    ("入职", r"入职(?:一次性)?"),
    ("岗位", r"岗位"),
    ("培训", r"培训(?:费用?)?"),
    ("高龄", r"高龄(?:老年?人)?"),
    ("护理", r"(?<!养老)护理(?:服务|费用?)?"),
)
_NAMED = tuple((name, re.compile(rf"(?:{stem}){_GIVEN}")) for name, stem in _STEMS)
#: 建设和运营补贴: the last of several carries the word.
_TOLD = tuple(
    (
        name,
        re.compile(
            rf"(?:{stem})(?:{_GIVEN}|的?钱|(?:[、和与及跟](?:[一-龥]{{2,4}}[、和与及跟])?[一-龥]{{2,4}}{_GIVEN}))"
        ),
    )
    for name, stem in _STEMS
)
_HEADING = re.compile(r"[^,。;:\n元]{2,24}(?=[。:\n]|$)")
_TOTAL = re.compile(
    r"(?:一共|总共|共计|合计|总计)(?:大概|大约)?(?:能|可|会|该|应|补|拿|领|得|给|发|是|有?多少|几)|加起来|加一起|加在一起|总额|一起(?:能|可以)?[拿领得]"
)
#: 不重复享受, 就高不就低: sums that a text forbids to add up.
_EXCLUSIVE = re.compile(
    r"不(?:得|能|可|再)?(?:重复|叠加|同时|累加)(?:享受|领取|补|申[请领]|发放|奖)|不(?:得|能|可|予)?(?:叠加|累加)|"
    r"就高不(?:就低|重复)|[就按从择]高(?:原则|不|享受|给予|执行|奖)|只(?:能|可)?(?:享受|领取|申请)(?:其中)?一[项种次]"
)


def purpose_of(before: str, after: str) -> str:
    """What a figure is for: the purpose named last ``before`` it in its stretch, else first ``after`` it."""
    named = [(m.end(), name) for name, pattern in _NAMED for m in pattern.finditer(before)]
    following = [(m.start(), name) for name, pattern in _NAMED for m in pattern.finditer(after)]
    return max(named)[1] if named else min(following)[1] if following else ""


def heading_purpose(folded: str) -> str:
    """What a clause is for by its heading: （一）建设补贴。"""
    heading = _HEADING.match(folded)
    return purpose_of(heading[0], "") if heading else ""


def purposes_told(folded: str) -> frozenset[str]:
    """The purposes that a question asks about."""
    return frozenset(name for name, pattern in _TOLD if pattern.search(folded))


def purposes_in(folded: str) -> frozenset[str]:
    """The purposes of the benefits that a text names."""
    return frozenset(name for name, pattern in _NAMED if pattern.search(folded))


def asks_total(folded: str) -> bool:
    """Whether all that is due is asked for together: 一共能拿多少."""
    return bool(_TOTAL.search(folded))


def exclusive(folded: str) -> bool:
    """Whether a text forbids to have its benefits side by side."""
    return bool(_EXCLUSIVE.search(folded))
