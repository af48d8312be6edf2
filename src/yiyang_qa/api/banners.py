"""What the source page says of a document's place among its versions, with links to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from yiyang_qa.answer.force import foretold, told
from yiyang_qa.types import Document, Force
from yiyang_qa.versions import Lineage, coming, standing
from yiyang_qa.wire.place import document_url


@dataclass(frozen=True, slots=True)
class Banner:
    """One sentence with (name, address) of links; ``still`` when it does not warn."""

    said: str
    links: tuple[tuple[str, str], ...] = ()
    still: bool = False


def banners(document: Document, lineage: Lineage, today: date) -> Iterator[Banner]:
    """How ``document`` stands, what will end it, and what it ended."""
    endings = lineage.endings(document.id)
    stands, pending = standing(document, endings, today), coming(endings, today)
    if stands.force is not Force.IN_FORCE:
        later = stands.by or next((ending.by for ending in endings), None)
        links = (("查看该文件", document_url(later)), _compared(document, later)) if later else ()
        yield Banner(told(stands), links)
    elif pending:
        yield Banner(
            foretold(pending), (("查看该文件", document_url(pending.by)), _compared(document, pending.by))
        )
    for earlier in map(lineage.document, lineage.supersedes(document.id)):
        links = ((earlier.title, document_url(earlier)), _compared(earlier, document))
        yield Banner("由本文件替代或废止的文件：", links, still=True)


def _compared(old: Document, new: Document) -> tuple[str, str]:
    return "逐条对照", f"{document_url(old)}/diff/{quote(new.id, safe='')}"
