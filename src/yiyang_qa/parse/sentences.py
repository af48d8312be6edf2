"""Responsible units told in running text: 市民政部门负责…, 由…牵头, 会同…, 由…部门责令…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.brackets import MASK, masked
from yiyang_qa.parse.duties import SHARED, units
from yiyang_qa.parse.lists import listed
from yiyang_qa.parse.names import is_organ
from yiyang_qa.types import Unit, UnitRole

_SPEAKS = re.compile(r"负责|牵头|会同|经与|由")
_DUTIES, _JOINS = re.compile("负责|牵头"), re.compile("会同|经与")
_CLAUSE = re.compile(r"[^。；;：:，,\n]+")
#: 第三条, （二）, 1., “ in front of the sentence.
_NUMBER = re.compile(rf"(?:第[一-龥]{{1,8}}?条|[\d一二三四五六七八九十]{{1,3}}[、.．]|[{MASK}\s“「『])+")
_ATTRIBUTE = r"(?!人|的|[^，,。；;]{0,30}的(?:工作)?(?:机构|部门|人员|组织))"
_DUTY = re.compile(rf"{SHARED}{{0,4}}(?:(?P<leads>牵头)|负责{_ATTRIBUTE})")
_ACTS = re.compile(
    r"由(?P<names>[^由的]{2,60}?)(?=责令|给予|予以|依法|依照|依据|按照|制定|规定|会同|另行|统一|处[以理]|"
    r"取消|吊销|列入|审核|认定|组织)"
)
_OTHERS = r"(?P<others>等(?:[\d一二三四五六七八九十]{1,4}个)?(?:有关|相关)?部门)"
_WITH = re.compile(
    rf"(?:会同|经与)(?P<names>[^的由]{{2,120}}?)(?:{_OTHERS}|等|共同|联合|研究|制定|规定|印发|出台|开展|组织|实施|落实|推进|审核|办理|依[法照]|按照?|"
    r"根据|对|另行|自|负责|牵头|$)"
)
_ASSEMBLES = re.compile(rf"(?:并?组织|联合|协调)(?P<names>[^的由]{{2,120}}?){_OTHERS}")
_WILL = re.compile(r"(?:应当|可以|[应要将须])?$")
_HELPS = re.compile(rf"{SHARED}{{0,4}}(?:配合|协助|参与|参加)")
_FIELD = re.compile(r"[一-龥、]{2,10}")
_UNLIKELY = re.compile(r"[\d的年月前后应须要可我]|负责|会同|[兴举开创]办|投资|社会力量")


def told(text: str) -> tuple[Unit, ...]:
    """The units that sentences of ``text`` make responsible; empty where none clearly does."""
    speaks = _SPEAKS.search(text)
    return tuple(_told(text, speaks.start())) if speaks else ()


def _told(text: str, begins: int) -> Iterator[Unit]:
    """``told`` of a text that does not speak of duties before the offset ``begins``."""
    plain = masked(text)
    led = False  # a body took the lead in this sentence
    for clause in _CLAUSE.finditer(plain, plain.rfind("。", 0, begins) + 1):
        led = led and plain[clause.start() - 1] not in "。\n"
        if not (led or _SPEAKS.search(clause[0])):
            continue
        for names, role in _parts(text[clause.start() : clause.end()], clause[0], led):
            led = led or (bool(names) and role is UnitRole.LEAD)
            yield from units(names, role)


def _parts(said: str, blank: str, led: bool) -> Iterator[tuple[tuple[str, ...], UnitRole]]:
    """Who does what between two commas; ``blank`` is ``said`` with its brackets blanked out."""
    others = (_JOINS.search(blank) and _WITH.search(blank)) or (_ASSEMBLES.match(blank) if led else None)
    if _DUTIES.search(blank) and (duty := _DUTY.search(blank)):
        yield _organs(_subject(said, blank, duty)), UnitRole.LEAD if duty["leads"] else UnitRole.RESPONSIBLE
    elif "由" in blank and (acts := _ACTS.search(blank)):
        yield _organs(said[acts.start() : acts.end()]), UnitRole.RESPONSIBLE
    elif led and (helps := _HELPS.search(blank)):
        yield _organs(_subject(said, blank, helps)), UnitRole.SUPPORT
    elif others and (will := _WILL.search(blank, 0, others.start())):
        yield _organs(_subject(said, blank, will)), UnitRole.RESPONSIBLE
    if others:
        names = said[slice(*others.span("names"))]
        yield _organs(names, fields=others["others"] is not None), UnitRole.SUPPORT


def _subject(said: str, blank: str, verb: re.Match[str]) -> str:
    number = _NUMBER.match(blank, 0, verb.start())
    return said[number.end() if number else 0 : verb.start()]


def _organs(text: str, fields: bool = False) -> tuple[str, ...]:
    """The names listed in ``text`` if every one is an organ, or a field (民政、财政) where 部门 follows."""
    fields = fields or text.rstrip().endswith("部门")
    names = listed(text, fields)
    return names if all(_is_sure(name, fields) for name in names) else ()


def _is_sure(name: str, fields: bool) -> bool:
    if _UNLIKELY.search(name):
        return False
    return is_organ(name) or (fields and _FIELD.fullmatch(name) is not None)
