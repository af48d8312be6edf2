"""发文机关: the bodies that issue a document, by their signatures or by what stands at its beginning."""

from __future__ import annotations

import re

from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.terms import GAP, ORGAN
from yiyang_qa.text import fold
from yiyang_qa.types import Kind

ISSUER_FIELD = re.compile(r"(?:发布|发文|制定|制发)(?:单位|机关|机构)\s*:\s*(\S+)")
_BEFORE_ABOUT = re.compile(
    r"(?<!\S)([一-龥]{2,30}?(?:人民政府|办公厅|办公室|委员会|国务院|局|厅|部))(?:关于|印发|转发)"
)
_CONGRESS = re.compile(
    r"((?!日)[一-龥]{2,8}(?:第[一-龥]{1,4}届)?(?:全国)?人民代表大会(?:常务委员会)?|国务院)"
)
_BY_DECREE = re.compile(r"^([一-龥]{2,20})令$")
#: What stands between those who sign, and before the day.
_BETWEEN = re.compile(rf"(?:{GAP})+|(?=(?:19|20)\d\d[-年])")
_ORGAN = re.compile(ORGAN)


def signatories(signature: str) -> tuple[str, ...]:
    """The bodies named in a 发文机关署名, in order."""
    return tuple(name for name in _BETWEEN.split(signature) if _ORGAN.fullmatch(fold(name)))


def issuers(matter: Matter, title: str | None) -> tuple[str, ...]:
    """Those who sign; else those that a field, the ``title``, the opening or the resolution names."""
    for clause in matter.of(Kind.SIGNATURE):
        if organs := signatories(clause.body.of(matter.text)):
            return organs
    for said in matter.said(Kind.FIELD, Kind.LEAD):
        if found := ISSUER_FIELD.search(said):
            return (found[1],)
    for said in filter(None, (title, matter.opening()[:120])):
        if found := _BEFORE_ABOUT.search(said):
            return (found[1],)
    for said in (*matter.said(Kind.ADOPTION), *matter.said(Kind.TITLE)):
        if found := _CONGRESS.search(said) or _BY_DECREE.search(said):
            return (found[1],)
    return ()
