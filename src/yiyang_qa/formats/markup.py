"""HTML and XML as trees. The only door to lxml.

Entities are never resolved and nothing is fetched; a tree deeper or larger than libxml2's
own limits is refused.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from yiyang_qa.errors import CorpusError

Element: TypeAlias = etree._Element

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def html_tree(text: str) -> Element:
    """The page ``text``, mended as a browser would.

    Raises:
        CorpusError: nothing of it is a page.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    tree = _parsed(text.encode("utf-8", errors="replace"), parser)
    if tree is None:
        raise CorpusError("网页中没有内容。请在浏览器中打开后另存为完整的 .html")
    return tree


def xml_tree(data: bytes) -> Element:
    """The document ``data``.

    Raises:
        CorpusError: no well-formed XML, or one that declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    tree = _parsed(data, parser)
    if tree is None:
        raise CorpusError("内部的 XML 已损坏。请重新取得原文件")
    if tree.getroottree().docinfo.internalDTD is not None:  # ECMA-376 part 2 forbids it in packages
        raise CorpusError("内部声明了 XML 实体，不予读取。请用 Word 或 WPS 另存后再放入")
    return tree


def _parsed(data: bytes, parser: etree.XMLParser | etree.HTMLParser) -> Element | None:
    """The root; None where it cannot be parsed. Out of memory is said by its own name."""
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        return None


def local(element: Element) -> str:
    """The name of ``element`` without its namespace, lower case for HTML as it was read."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """The attribute ``name`` of any namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, name: str) -> Element | None:
    """The first child called ``name``, of any namespace."""
    if element is None:
        return None
    return next((found for found in element if local(found) == name), None)


def writable(text: str) -> str:
    """``text`` as lxml lets one write it into a tree, with spaces for what no XML may hold (XML 1.0, 2.2)."""
    return _UNWRITABLE.sub(" ", text)


def text_of(element: Element) -> str:
    """All characters inside ``element``."""
    return "".join(map(str, element.itertext()))
