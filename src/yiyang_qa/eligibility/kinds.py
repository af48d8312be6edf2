"""主体: the kinds of bodies and persons that a sentence is about; rules about another kind do not fit a case."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Kind → how a clause names it, how people do.
_KINDS = tuple(
    (kind, re.compile(clause), re.compile(told))
    for kind, clause, told in (
        (
            "养老机构",
            r"养老机构|养老院|敬老院|福利院|养老服务?设施|养老服务组织",
            r"养老院|敬老院|福利院|养老机构|老人院|养老公寓|养老的?地方|(?<!家庭)养老床位|收住|收养|收了|[我咱]们?院|"
            r"^(?!.*(?:医院|卫生院|护理院|诊所|病床|小区|户)).*张[一-龥]{0,4}床",  # 我们公司新增了80张床
        ),
        (
            "社区养老",
            r"社区养老|居家养老|养老服务(?:设施|中心|站|组织)|日间照料|照料中心|颐康",
            r"社区养老|养老[点站]|服务[站中]|驿站|日间照料|照料中心|颐康|托老|一级(?:的)?中心|村级站|养老(?:服务)?组织",
        ),
        (
            "医养结合",
            r"医养(?:结合)?|医办养|养办医",
            r"医养",
        ),
        (
            "医疗",
            r"医院|卫生院|医疗(?:卫生)?机构|诊所|护理院|护理站|卫生服务中心",
            r"医院|卫生院|诊所|护理[院站]|医疗机构|医务室",
        ),
        ("居住区", r"居住区|住宅小区|住宅|小区", r"小区|楼盘|新盘|住宅|居住区"),
        ("助餐", r"助餐|长者饭堂|老年食堂|就餐", r"饭堂|食堂|助餐|[吃送]饭"),
        ("企业", r"企业|公司|用人单位", r"公司|企业|厂|我们店"),
        (
            "个人",
            r"老年人|参保人|人员|公民|职工|残疾人|患者|毕业生|对象|家庭|居民",
            r"[我俺](?:们?两口|老?[妈爸娘爹奶爷姥婆公叔姨舅姑哥弟姐妹儿女孙侄伴]|爱人|媳妇|外[婆公])|老(?:人|伴|两口)|"
            r"岁|今年[\d五六七八九]|毕业|上班|护工|护士|户口|户籍",
        ),
    )
)
#: 养老机构收住失能老年人的: what is granted is the home's.
_TAKES = re.compile(r"(?P<who>[^,;。]{2,24}?)(?:收住|收养|接收|招用|招收|聘用|吸纳)")
#: (四)收住重度失能老年人的: the home is not named again.
_HOME_TAKES = re.compile(r"[ ,]*(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])? *(?:每?(?:收住|收养))")
#: 我们收了50个老人: a body speaks, of those whom it houses.
_HOUSES = re.compile(r"(?:我们|[我咱]们?院|本院|养老院|机构|公寓)[^,。;]{0,6}(?:收住|收养|收了|住着|住了)")
#: Every kind by name.
KINDS = tuple(kind for kind, _, _ in _KINDS)
#: What 机构 may also be called; a case of one fits a sentence about the other.
_KIN = frozenset({"养老机构", "医养结合"})


def kinds_in_clause(folded: str) -> frozenset[str]:
    """The kinds of bodies and persons that a sentence is about; of a body that takes persons in, that body."""
    if _HOME_TAKES.match(folded):
        return _with_kin({"养老机构"})
    takes = _TAKES.match(folded)
    taker = {kind for kind, clause, _ in _KINDS if takes and clause.search(takes["who"])}
    return _with_kin(taker or {kind for kind, clause, _ in _KINDS if clause.search(folded)})


def told_kinds(folded: str) -> frozenset[str]:
    """The kinds of bodies and persons that a question is about."""
    found = {kind for kind, _, told in _KINDS if told.search(folded)}
    return _with_kin(found - {"个人"} if _HOUSES.search(folded) else found)


def kinds_named(names: Iterable[str]) -> frozenset[str]:
    """The kinds called ``names``, with those that also pass for them."""
    return _with_kin({name for name in names if name in KINDS})


def _with_kin(kinds: set[str]) -> frozenset[str]:
    return frozenset(kinds | _KIN) if kinds & _KIN else frozenset(kinds)
