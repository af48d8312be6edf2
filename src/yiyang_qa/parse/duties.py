"""Who has which part in a task: the words for it, and an assignment such as ``A牵头，B、C配合`` read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from yiyang_qa.parse.brackets import masked
from yiyang_qa.parse.lists import listed
from yiyang_qa.parse.names import is_body, is_local
from yiyang_qa.types import Unit, UnitRole

_LABELS = {
    UnitRole.LEAD: r"(?:第一|主要)?(?:牵头|主责)(?:责任|负责)?",
    UnitRole.RESPONSIBLE: r"责任|负责|实施|落实|执行|完成",
    UnitRole.SUPPORT: r"配合|协办|参与|参加|协同|协作|支持|协助",
}
_VERBS = {
    UnitRole.LEAD: r"牵头(?:负责|组织|落实|实施|办理|推进)?|主办",
    UnitRole.RESPONSIBLE: r"负责(?:落实|实施|组织实施|办理|推进)?|(?:组织|贯彻|推进|抓好)?(?:落实|实施)|承办",
    UnitRole.SUPPORT: r"配合|协助|参与|参加|支持|协办|协同",
}


_ROLES = {role.value: role for role in _LABELS}


def _by_role(table: dict[UnitRole, str]) -> str:
    return "|".join(f"(?P<{role.value}>{pattern})" for role, pattern in table.items())


_BEARERS = ("单位", "部门", "科室", "处室", "股室", "主体")
_WHO = f"(?:{'|'.join(_BEARERS)})"
#: 责任单位： in front of its names; a word before it (各责任单位：) makes it an address.
LABEL = re.compile(rf"(?<![一-龥])(?:{_by_role(_LABELS)}){_WHO}\s?(?:[:：]|为(?=[^主牵]))")
#: What every label ends with; words that begin with a plain character each are found soonest.
LABEL_ENDS = re.compile("|".join(rf"{who}\s?[:：为]" for who in _BEARERS))
#: How a duty is shared, never part of a name: 按职责分工, 分别, 在各自职责范围内.
SHARED = (
    r"(?:(?:按照?|根据|依据?|依照)(?:各自)?的?(?:职责|职能|任务|管理权限)(?:和|与)?(?:任务)?(?:分工|范围)?|"
    r"在(?:各自)?的?(?:职责|职权|业务)范围内|分别|共同|具体|联合|各自|均需|均要|均须|统筹|依法|"
    r"会同(?:有关|相关)(?:部门|方面|单位)(?:和单位)?)"
)
_TAIL = re.compile(rf"{SHARED}{{0,4}}(?:{_by_role(_VERBS)})$")
_DUE = r"(?:完成|办理|办结)?(?:时限|期限|时间|节点|进度)(?:要求)?\s?[:：]"  # by when, beside the names
_DUE_LABEL = re.compile(_DUE)
_PIECE = re.compile(rf"[，,；;]|(?<=牵头|负责|配合)、|\s+(?=[牵主责配协参]|{_DUE})")
_SENTENCE = re.compile(r"[^。\n]+")
#: Remarks on the list itself.
_REMARK = re.compile(r"下同|不再|以下|以上|第一[位者个]|首位|^其中|^详见|^具体")
_LEADS = re.compile(r"(?:第一|首)(?:个|位|者){1,2}[^，,。]{0,6}(?:为|是)(?:牵头|主办|主责)")


def role_of(match: re.Match[str]) -> UnitRole:
    """The role whose word a label or a verb is."""
    return _ROLES[match.lastgroup or ""]


def units(names: Iterable[str], role: UnitRole) -> Iterator[Unit]:
    """``names`` with their role; a government below that does not lead is 地方."""
    for name in names:
        local = role is not UnitRole.LEAD and is_local(name)
        yield Unit(name, UnitRole.LOCAL if local else role)


def first_leads(text: str) -> bool:
    """Whether ``text`` says that the first unit of each list leads: 列首位的为牵头单位，下同."""
    return _LEADS.search(text) is not None


def assigned(text: str) -> tuple[Unit, ...]:
    """The units of an assignment, such as a bracket holds; empty where ``text`` is none."""
    found = [unit for sentence in _SENTENCE.findall(text) for unit in _sentence(sentence)]
    if found and first_leads(text):
        found[0] = Unit(found[0].name, UnitRole.LEAD)
    return tuple(found)


def _sentence(text: str) -> Iterator[Unit]:
    """Pieces between commas; one without a verb waits for the verb after it (各部门，各省按职责分工负责)."""
    label: UnitRole | None = None
    spoken = False
    waiting: list[str] = []
    for piece in _pieces(text):
        labelled = LABEL.match(piece)
        if labelled:
            label = role_of(labelled)
        elif _DUE_LABEL.match(piece):
            label, spoken = None, False  # what follows says by when
            continue
        said = piece[labelled.end() :] if labelled else piece
        tail = _TAIL.search(masked(said))
        names = [name for name in listed(said[: tail.start()] if tail else said) if label or is_body(name)]
        if _REMARK.search(said):
            continue
        if tail or label or spoken:
            role = label or UnitRole.RESPONSIBLE
            if tail and (label is None or role_of(tail) is not UnitRole.RESPONSIBLE):
                role = role_of(tail)
            yield from units([*waiting, *names], role)
            waiting, spoken = [], True
        else:
            waiting += names


def _pieces(text: str) -> Iterator[str]:
    plain = masked(text)
    edges = {0, len(plain), *(label.start() for label in LABEL.finditer(plain))}
    edges |= {edge for cut in _PIECE.finditer(plain) for edge in cut.span()}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        if piece := text[start:end].strip(" \t\r\n\u3000、，,；;"):
            yield piece
