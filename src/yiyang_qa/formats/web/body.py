"""正文: the part of a page that holds the document."""

from __future__ import annotations

import re

from yiyang_qa.formats.markup import Element, local, writable
from yiyang_qa.formats.web.grid import grid

#: Never shown, or never text of the document.
_UNSEEN_NAMES = """
    script style noscript template iframe frame object embed applet svg canvas math audio video map
    head button select input textarea option datalist
"""
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
#: Words of class names and ids that publishing systems give to what surrounds a document.
_AROUND = re.compile(
    r"(?:^|[-_\s])(?:bd|js)?(?:share\w*|jiathis\w*|toolbar|tool|tools|print\w*|crumbs?|breadcrumbs?|position|location|weizhi|"
    r"dqwz|nav\w*|menu\w*|foot\w*|copyright|qrcode|ewm|erweima|weixin|related|xgwj|recommend|pagination|pager|"
    r"fontsize|font-size|close|search\w*|login|sidebar|banner|logo|links?|friendlink|editor-name|bianji)(?=$|[-_\s\d])",
    re.IGNORECASE,
)
_AROUND_TAGS = frozenset({"nav", "footer", "aside", "menu"})
#: What government sites call the container of a document's text.
_CONTAINER = re.compile(
    r"(?:^|\s)(?:UCAP-?CONTENT|TRS_(?:Editor|PreAppend)|trs_editor_view|view|zoom|zoomcon|mainText|pages_content|"
    r"article-?(?:content|body|con|text)|(?:art|news|info|detail|xxgk|wz|text)[-_]?(?:content|con|body|txt|nr)|"
    r"content_?(?:body|text|main)|ewb-(?:info-content|article-info)|artibody|vsb_content\w*|nr)(?=\s|$)",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[，。；]")
_PART_OF_THE_DOCUMENT = 0.3
_MOST_OF_THE_DOCUMENT = 0.6
_NEARLY_ALL = 0.97


def strip_unseen(page: Element) -> None:
    """Take off what a browser does not show; scripts are never text."""
    for element in list(page.iter()):
        if _is_unseen(element):
            take_off(element)


def strip_surroundings(page: Element) -> list[Element]:
    """Take off navigation, footers, share buttons and the like, unless they hold the text; what was taken."""
    weights = _weights(page)
    whole = weights.get(page, 0)
    around = [
        element
        for element in page.iter()
        if _is_around(element) and weights.get(element, 0) <= whole * _PART_OF_THE_DOCUMENT
    ]
    for element in around:
        take_off(element)
    return around


def main_body(page: Element) -> Element:
    """The container that sites are known to use, else the smallest element with nearly all sentences."""
    weights = _weights(page)
    whole = weights.get(page, 0)
    for element in page.iter():
        if _CONTAINER.search(_names(element)) and weights.get(element, 0) > whole * _MOST_OF_THE_DOCUMENT:
            return element
    return _densest(page, weights)


def _densest(page: Element, weights: dict[Element, int]) -> Element:
    here = page
    while True:
        below = max(here, key=lambda child: weights.get(child, 0), default=None)
        if below is None or local(below) == "p" or (local(below) == "table" and grid(below)):
            return here
        if not weights.get(below, 0) or weights[below] < weights[here] * _NEARLY_ALL:
            return here
        here = below


def _weights(page: Element) -> dict[Element, int]:
    """Characters of sentences inside each element; text of links is none."""
    own: dict[Element, int] = {}
    for element in page.iter():
        linked = any(local(above) == "a" for above in (element, *element.iterancestors()))
        own[element] = own.get(element, 0) + (0 if linked else _sentence(element.text))
        if (parent := element.getparent()) is not None:
            own[parent] = own.get(parent, 0) + _sentence(element.tail)
    for element in reversed(list(page.iter())):
        if element is not page and (parent := element.getparent()) is not None:
            own[parent] += own[element]
    return own


def _sentence(text: str | None) -> int:
    return len(text.strip()) if text and _STOPS.search(text) else 0


def _is_unseen(element: Element) -> bool:
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    return local(element) in _UNSEEN or bool(hidden)


def _is_around(element: Element) -> bool:
    return local(element) in _AROUND_TAGS or bool(_AROUND.search(_names(element)))


def _names(element: Element) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def take_off(element: Element) -> None:
    """Remove ``element``, keeping the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is None:
        parent.text = writable((parent.text or "") + (element.tail or ""))
    else:
        before.tail = writable((before.tail or "") + (element.tail or ""))
    parent.remove(element)
