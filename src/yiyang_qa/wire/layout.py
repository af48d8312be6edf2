"""版面: the pages of a file, and where on them its lines are printed."""

from __future__ import annotations

from pydantic import BaseModel, Field

from yiyang_qa.types import Layout


class PrintedLineBody(BaseModel):
    """One printed line: its part of the text and its rectangle in points from the upper left corner."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


class PageBody(BaseModel):
    """One page of the file, its size in points, the text that begins on it, and its lines."""

    number: int = Field(description="页码，从 1 起")
    start: int
    end: int
    width: float
    height: float
    lines: list[PrintedLineBody]


def page_bodies(layout: Layout) -> list[PageBody]:
    """The pages in their order, each with its lines."""
    lines: dict[int, list[PrintedLineBody]] = {page.number: [] for page in layout.pages}
    for box in layout.boxes:
        place = box.rect._asdict()
        lines[box.page].append(PrintedLineBody(start=box.span.start, end=box.span.end, **place))
    return [
        PageBody(
            number=page.number,
            start=page.span.start,
            end=page.span.end,
            width=page.width,
            height=page.height,
            lines=lines[page.number],
        )
        for page in layout.pages
    ]
