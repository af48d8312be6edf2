"""From the source of a page to the text of its document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.formats.markup import Element, html_tree, local, text_of
from yiyang_qa.formats.web.body import main_body, strip_surroundings, strip_unseen, take_off
from yiyang_qa.formats.web.fields import fields, is_table_row, terms
from yiyang_qa.formats.web.labels import part_labels
from yiyang_qa.formats.web.lines import lines, one_line
from yiyang_qa.parse.rules import first_match
from yiyang_qa.text import fold
from yiyang_qa.types import Kind

_LONGEST_TABLE = 20  # lines
_HEAD = 3  # lines among which a text's own title stands
_NEAR = 6  # lines above the text among which a table that frames the page has its title and number
_GAP = re.compile(r"[\s\u3000]{2,}|\u3000")
_OPENING = 600  # 字 of the text among which its title is looked for
_SITE = re.compile(r"\s*[-_|－—]\s*[^-_|－—]*$")


def page_text(source: str) -> str:
    """Fields of the publication table, the title where the text lacks it, and the text, line by line.

    Raises:
        CorpusError: nothing of it is a page.
    """
    page = html_tree(source)
    meta = _meta(page)
    title = _head_title(page)
    strip_unseen(page)
    part_labels(page)
    surroundings = strip_surroundings(page)
    body = main_body(page)
    table, text = _apart(lines(body))
    near = _above(body)[-_NEAR:]
    take_off(body)
    shown = [line for part in (page, *surroundings) if part is not body for line in lines(part)]
    told = fields([*table, *shown], meta)
    titled = [*_title(page, meta, title, text)] or [*_headed(near, Kind.TITLE, text)]
    numbered = [line for line in _headed(near, Kind.NUMBER, text) if not any(line in said for said in told)]
    return "\n".join([*told, *titled, *numbered, *text])


def _apart(text: list[str]) -> tuple[list[str], list[str]]:
    """A publication table that the text opens with, and the text."""
    rows = {i for i, line in enumerate(text[:_LONGEST_TABLE]) if is_table_row(line)}
    told = rows | set(terms(text[:_LONGEST_TABLE]))
    return [text[i] for i in sorted(told)], [line for i, line in enumerate(text) if i not in told]


def _meta(page: Element) -> dict[str, str]:
    """Meta tags by lower-case name; the first counts."""
    said: dict[str, str] = {}
    for tag in page.iter("meta"):
        name, value = tag.get("name") or "", one_line(tag.get("content") or "")
        if name and value:
            said.setdefault(name.lower(), value)
    return said


def _head_title(page: Element) -> str:
    found = next(page.iter("title"), None)
    return one_line(found.text or "") if found is not None else ""


def _title(page: Element, meta: dict[str, str], head: str, text: list[str]) -> Iterator[str]:
    """The title as a line, unless the text opens with it, or with one while only the window's title is known."""
    opening = _plain("".join(text)[:_OPENING])
    window = "" if any(_is(Kind.TITLE, line) for line in text[:_HEAD]) else _SITE.sub("", head)
    for title in (meta.get("articletitle", ""), *_headlines(page), window):
        if len(title) > 5:
            if _plain(title) not in opening:
                yield title
            return


def _headlines(page: Element) -> Iterator[str]:
    for element in page.iter():
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if local(element) == "h1" or (re.search(r"\b\w*title\b", names) and len(element) < 4):
            yield one_line(text_of(element))


def _above(body: Element) -> list[str]:
    """The lines of the page above ``body``, what stands far apart in one of them on its own."""
    around = [*reversed([*body.iterancestors()]), body]
    before = (reversed([*each.itersiblings(preceding=True)]) for each in around)
    shown = (line for siblings in before for sibling in siblings for line in lines(sibling))
    return [piece for line in shown for piece in _GAP.split(line) if piece]


def _headed(near: list[str], kind: Kind, text: list[str]) -> Iterator[str]:
    """The title, or the number, that stands right above a text that has none at its head."""
    if not any(_is(kind, line) for line in text[:_LONGEST_TABLE]):
        yield from [line for line in near if _is(kind, line)][-1:]


def _is(kind: Kind, line: str) -> bool:
    return first_match(fold(line).strip())[0].kind is kind


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
