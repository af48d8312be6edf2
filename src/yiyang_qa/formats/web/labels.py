"""A label and its value that only the look of a page sets apart: <span>索引号</span><span>0001</span>."""

from __future__ import annotations

from collections.abc import Iterator

from yiyang_qa.formats.markup import Element, local, text_of
from yiyang_qa.formats.web.fields import is_key

_INLINE = frozenset({"span", "em", "b", "strong", "i", "font", "label", "u", "a"})


def part_labels(page: Element) -> None:
    """Make such labels and values what they are, terms and descriptions (dt, dd): a browser sets these on lines of their own.

    They are known where nothing stands before them, or where several stand side by side.
    """
    for parent in page.iter():
        labels = [child for child in parent if _is_label(child)]
        if len(labels) > 1 or (labels and _opens(labels[0], parent)):
            for label in labels:
                _part(label)


def _is_label(element: Element) -> bool:
    return local(element) in _INLINE and is_key(text_of(element).strip()) and "。" not in _value(element)


def _opens(label: Element, parent: Element) -> bool:
    before = (parent.text, *(f"{text_of(child)}{child.tail or ''}" for child in _before(label)))
    return not any(said and said.strip() for said in before)


def _before(element: Element) -> Iterator[Element]:
    while (before := element.getprevious()) is not None:
        yield before
        element = before


def _value(label: Element) -> str:
    """What stands right behind ``label``."""
    behind = label.getnext()
    return (label.tail or "").strip() or (text_of(behind).strip() if behind is not None else "")


def _part(label: Element) -> None:
    behind = label.getnext()
    label.tag = "dt"
    told = (label.tail or "").strip()
    if not told and behind is not None and local(behind) in _INLINE and not is_key(text_of(behind).strip()):
        behind.tag = "dd"
