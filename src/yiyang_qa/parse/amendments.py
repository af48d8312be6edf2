"""修改: the clauses of other documents that a text amends, item by item.

``一、将第三条修改为：“…”``, ``二、删去第五条``, ``三、第八条增加一款，作为第二款：“…”``. Which document is
meant an item says itself (``将《甲条例》第三条…``), or the heading above it, or the title. What stands in
quotation marks is new text, not an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.parse.items import Items
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.named import NAME, Name
from yiyang_qa.parse.quoted import quotations
from yiyang_qa.parse.repeals import tells
from yiyang_qa.parse.terms import DRAFTS, GENRES
from yiyang_qa.parse.validity import validity_of
from yiyang_qa.text import fold
from yiyang_qa.types import Amendment, Extension, Span

#: What the title of a text says that amends others.
ABOUT = re.compile(r"(?:(?:修改|修正|修订|调整|变更).*(?:决定|通知|公告|通告|令)|修正案)(?:\([^()]*\))*$")
_BARE = re.compile(
    rf"(?:修改|修正)(?P<title>(?!和|与|部分|若干)[^《》]{{2,60}}?{GENRES})"
    r"(?:(?:部分|个别|有关)条款|部分内容)?的(?:决定|通知|公告)"
)
#: 《甲条例》修正案（二）, 甲条例修正案.
_BILL = re.compile(r"(?:^|《)(?P<title>[^《》]{2,60}?)》?修正案(?:\([^()]*\))*$")
#: Titles of texts in which whatever is altered is altered in another one.
_AMENDS = re.compile(r"修改|修正|修订")


def amendments(matter: Matter, title: str | None) -> tuple[Amendment, ...]:
    """Every clause that the text amends, in the order of the text; none of a draft or of what explains one."""
    heading = fold(title or "")
    if not ABOUT.search(heading) or tells(heading) or re.search(DRAFTS, heading):
        return ()
    items = Items(matter, titled(heading), plainly=bool(_AMENDS.search(heading)))
    found: dict[tuple[str | None, str | None, str, Span], Amendment] = {}
    for each in items.amendments():
        found.setdefault((each.title, each.doc_number, each.address, each.span), each)
    return tuple(found.values())


def terms(matter: Matter, amended: Sequence[Amendment]) -> Iterator[Extension]:
    """The terms that new wordings give: 将“有效期至2023年12月31日”修改为“有效期至2027年12月31日”, the last of an item."""
    for item in {amendment.span: amendment for amendment in amended}.values():
        wordings = (
            validity_of(matter.folded[s.start + 1 : s.end - 1]) for s in quotations(matter.text, item.span)
        )
        if days := [force.until for force in wordings if force and force.until]:
            yield Extension(item.title, item.doc_number, days[-1], None, None, item.span)


def titled(heading: str) -> Name | None:
    """The document that the title names, where it names one alone."""
    about, bill = ABOUT.search(heading), _BILL.search(heading)
    names = [*NAME.finditer(heading, about.start() if about and not bill else 0)]
    if len(names) == 1 and names[0]["title"] and not heading.startswith("等", names[0].end()):
        return Name(names[0]["title"], None, Span(*names[0].span()))
    bare = bill or _BARE.search(heading)
    return None if names or bare is None else Name(bare["title"], None, Span(*bare.span("title")))
