"""发文机关: the bodies that issue a document, by their signatures or by what stands at its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.fields import Field
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.terms import BODY, GAP, ORGAN
from yiyang_qa.text import fold
from yiyang_qa.types import Kind

_ISSUER_FIELD = re.compile(r"(?:发布|发文|制定|制发)(?:单位|机关|机构)\s*:\s*(\S+)")
_BEFORE_ABOUT = re.compile(
    r"(?<!\S)(?!关于|转发|批转|印发)([一-龥]{2,30}?(?:政府|公署|办公厅|办公室|委员会|国务院|局|厅|部|委|管委会|联合会))"
    r"(?:《|关于|印发|转发|批转)"
)
_ABOUT = re.compile("关于|印发|转发|批转")
#: What stands between bodies in a title: a space, a break of the line or 、.
_AND = re.compile(rf"(?:{GAP})+|、")
_SITE = re.compile("网站?$|门户$|平台$")  # publishes, but issues nothing
_PRINTED_BY = re.compile(
    r"日\s*([一-龥、 ]{2,60}?)\s*(?:印发|发布|公布)\)?$"
)  # (甲规〔2020〕2号 2020年11月5日市甲局印发)
_CONGRESS = re.compile(
    r"((?!日)[一-龥]{2,8}(?:第[一-龥]{1,4}届)?(?:全国)?人民代表大会(?:常务委员会)?|国务院)"
)
_BY_DECREE = re.compile(r"^([一-龥]{2,20})令(?=$|\s*第)")
#: What stands between those who sign, behind them in brackets, and before the day.
_BETWEEN = re.compile(rf"(?:{GAP})+|[（(][一-龥]{{0,3}}[章印][)）]|(?=(?:19|20)\d\d[-年])")
_ORGAN = re.compile(ORGAN)
_BODY = re.compile(BODY)


def signatories(signature: str) -> tuple[str, ...]:
    """The bodies named in a 发文机关署名, in order."""
    return tuple(name for name in _BETWEEN.split(signature) if _ORGAN.fullmatch(fold(name)))


def issuers(matter: Matter, title: str | None) -> tuple[str, ...]:
    """Those who sign; else those that the ``title``, a field, the opening or the resolution names."""
    for clause in matter.of(Kind.SIGNATURE):
        if organs := signatories(clause.body.of(matter.text)):
            return organs
    if headed := _heading(matter) or _about(title or ""):
        return headed
    if told := _told(matter):
        return (told,)
    if about := _about(matter.opening()[:120]) or _printing(matter):
        return about
    for said in (*matter.said(Kind.ADOPTION), *matter.said(Kind.TITLE), *matter.said(Kind.NUMBER)):
        if found := _CONGRESS.search(said) or _BY_DECREE.search(said):
            return (found[1],)
    return ()


def _heading(matter: Matter) -> tuple[str, ...]:
    """The bodies that a title names one by one before 关于: 甲委员会 乙局关于印发…."""
    for clause in matter.of(Kind.TITLE):
        about = _ABOUT.search(matter.folded, *clause.body)
        said = matter.text[clause.body.start : about.start()] if about else ""
        names = _AND.split(said.strip())
        if len(names) > 1 and all(map(_is_whole, names)):
            return tuple(names)
    return ()


def _printing(matter: Matter) -> tuple[str, ...]:
    """The bodies that the number below a title says have printed the text."""
    for said in matter.said(Kind.NUMBER):
        names = _AND.split(found[1]) if (found := _PRINTED_BY.search(said)) else []
        if names and all(map(_is_whole, names)):
            return tuple(names)
    return ()


def _is_whole(name: str) -> bool:
    """Whether ``name`` says whose body it is: 甲县民政局, but not 民政局; 财政部 is that of the nation."""
    return _ORGAN.fullmatch(fold(name)) is not None and (len(name) > 3 or name.endswith("部"))


def _about(said: str) -> tuple[str, ...]:
    found = _BEFORE_ABOUT.search(said)
    return (found[1],) if found else ()


def _told(matter: Matter) -> str | None:
    """The body that a field names first, or that stands alone among the fields."""
    for span in matter.told(Field.ISSUER):
        if not _SITE.search(said := span.of(matter.text).split()[0]):
            return said
    for said in matter.said(Kind.FIELD):
        if alone := next((line for line in map(str.strip, said.splitlines()) if _BODY.fullmatch(line)), None):
            return alone
    return next(named_in_lead(matter), None)


def named_in_lead(matter: Matter) -> Iterator[str]:
    """The bodies that a field names which stands in the lead of the text: 发布单位：市民政局."""
    found = map(_ISSUER_FIELD.search, matter.said(Kind.LEAD))
    return (match[1] for match in found if match)


def bodies_of_page(matter: Matter) -> Iterator[str]:
    """The bodies that the page names as its source (来源：县人社局), or that stand alone on a line at its head."""
    told = (span.of(matter.folded) for span in matter.told(Field.OTHER))
    lines = (line.strip() for said in matter.said(Kind.FURNITURE) for line in said.splitlines())
    return (name for name in (*told, *lines) if _BODY.fullmatch(name))
