"""What a text has been through, and how the page that carries it says it stands (修订沿革、有效性)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.dates import DATE, said
from yiyang_qa.parse.fields import Field
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.terms import VERDICT
from yiyang_qa.types import Kind, Revision, Span, StatedForce

_MADE_ANEW = r"(?:修订|修正|修改)"
#: （2023年修订）, （2019修正）, （2023年5月修订版）: the end of a title.
_IN_TITLE = re.compile(
    rf"\((?:(?P<y>(?:19|20)[0-9]{{2}}) ?年?(?: ?(?P<m>[0-9]{{1,2}}) ?月)? ?)?(?P<word>{_MADE_ANEW})(?:版|本|稿)?\)"
)
#: 根据2021年5月27日…《关于修改…的决定》修正: the 题注 below it.
_IN_HISTORY = re.compile(
    rf"(?:{DATE})(?:(?!(?:19|20)[0-9]{{2}} ?年)[^。;\n]){{0,120}}?(?<!于)(?P<word>{_MADE_ANEW})"
)
#: The same on a line of its own, where the 题注 runs over several.
_ON_A_LINE = re.compile(
    rf"^[ \t]*\(?(?:根据)? *(?:{DATE})[^。;\n]{{0,160}}?(?<!于)(?P<word>{_MADE_ANEW})\)?[ \t]*$", re.MULTILINE
)
_WHERE = {Kind.TITLE: _IN_TITLE, Kind.ADOPTION: _IN_HISTORY, Kind.LEAD: _ON_A_LINE}
#: Not 部分失效, 尚未废止.
_STATED = re.compile(rf"(?<!部分)(?<![未不非])(?P<word>{VERDICT})")
#: …实施方案的通知(有效), as sites add it to a title.
_BEHIND_TITLE = re.compile(rf"\((?P<word>{VERDICT})\)$")


def revisions(matter: Matter) -> tuple[Revision, ...]:
    """修订、修正、修改 named in the title line or under it, in the order of the text."""
    return tuple(_revisions(matter))


def _revisions(matter: Matter) -> Iterator[Revision]:
    for clause in matter.of(*_WHERE):
        for found in _WHERE[clause.kind].finditer(matter.folded, *clause.body):
            yield Revision(found["word"], said(found), Span(*found.span()))


def stated_force(matter: Matter) -> StatedForce | None:
    """有效性 among the fields of the page, or as it is printed behind the title."""
    told = ((_STATED, span) for span in matter.told(Field.FORCE))
    behind = ((_BEHIND_TITLE, clause.body) for clause in matter.of(Kind.TITLE))
    for pattern, span in (*told, *behind):
        if found := pattern.search(matter.folded, *span):
            word = Span(*found.span("word"))
            return StatedForce(word.of(matter.text), found["word"].endswith("有效"), word)
    return None
