"""废止: which documents of a library the 废止 clauses of others end."""

from __future__ import annotations

from collections.abc import Iterator

from yiyang_qa.types import Ending, Force
from yiyang_qa.versions.order import earlier, first_day
from yiyang_qa.versions.register import Register


def repealed(register: Register) -> Iterator[tuple[str, Ending]]:
    """Ids of documents, each with a later document of its own or a superior region that ends it by name."""
    for by in register.documents:
        start = first_day(by)
        for repeal in by.repeals:
            on = repeal.on or start
            for document in register.meant(repeal, by) if on else ():
                began = first_day(document)
                if on and earlier(began, start) and earlier(began, on):
                    yield document.id, Ending(Force.REPEALED, on, by)
