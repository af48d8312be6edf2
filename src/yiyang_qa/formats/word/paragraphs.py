"""The characters of one paragraph, as Word shows them."""

from __future__ import annotations

from collections.abc import Iterator

from yiyang_qa.formats.markup import Element, attribute, child, local

_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
#: Deleted, hidden, said twice (Fallback) or no text; text boxes are read after their paragraph.
_SKIPPED = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "Fallback", "txbxContent", "rt", "sdtPr"}
)


def written(paragraph: Element) -> str:
    """The text of a paragraph without its number; a note's mark is ``[注1]``."""
    return "".join(_pieces(paragraph))


def _pieces(element: Element) -> Iterator[str]:
    for part in element:
        name = local(part)
        if name == "t":
            yield part.text or ""
        elif name in _BREAKS:
            yield "" if attribute(part, "type") in {"page", "column"} else _BREAKS[name]
        elif name == "footnoteReference":
            yield f"[注{attribute(part, 'id')}]"
        elif name == "sym":
            yield _symbol(part)
        elif name not in _SKIPPED and not (name == "r" and _is_hidden(part)):
            yield from _pieces(part)


def _symbol(part: Element) -> str:
    """A character of a symbol font; its private code says nothing outside that font."""
    code = int(attribute(part, "char") or "20", 16)
    return "" if 0xE000 <= code <= 0xF8FF or not 0x20 <= code <= 0xD7FF else chr(code)


def _is_hidden(run: Element) -> bool:
    vanish = child(child(run, "rPr"), "vanish")
    return vanish is not None and (attribute(vanish, "val") or "1") not in {"0", "false", "off"}


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """The contents of the text boxes anchored in a paragraph, outermost first."""
    for part in paragraph:
        if local(part) == "txbxContent":
            yield part
        elif local(part) not in _SKIPPED:
            yield from text_boxes(part)


def is_mark_deleted(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one continues it."""
    return child(child(child(paragraph, "pPr"), "rPr"), "del") is not None


def is_deleted(row: Element) -> bool:
    """Whether a row of a table was deleted."""
    return child(child(row, "trPr"), "del") is not None
