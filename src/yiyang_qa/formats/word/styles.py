"""Styles of paragraphs: names, and the numbering that they carry."""

from __future__ import annotations

from yiyang_qa.formats.markup import Element, attribute, child, local

_DEEPEST = 20  # styles based on styles


class Styles:
    """The paragraph styles of ``styles.xml``; none where it is missing."""

    def __init__(self, part: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in part if part is not None else ():
            if local(style) == "style" and attribute(style, "type") in {"paragraph", "numbering"}:
                identifier = attribute(style, "styleId") or ""
                self._styles[identifier] = style
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true"}:
                    self._default = identifier

    def of(self, properties: Element | None) -> str:
        """The style that a paragraph's properties name, else the default one."""
        named = child(properties, "pStyle")
        return (attribute(named, "val") or "") if named is not None else self._default

    def name(self, style: str) -> str:
        """How users see it; empty for a style that is not declared."""
        named = child(self._styles.get(style), "name")
        return (attribute(named, "val") or "") if named is not None else ""

    def numbering(self, style: str) -> tuple[Element, str] | None:
        """``w:numPr`` of a style or of what it is based on, and the style that has it."""
        for _ in range(_DEEPEST):
            declared = self._styles.get(style)
            if declared is None:
                return None
            found = child(child(declared, "pPr"), "numPr")
            if found is not None:
                return found, style
            above = child(declared, "basedOn")
            style = (attribute(above, "val") or "") if above is not None else ""
        return None
