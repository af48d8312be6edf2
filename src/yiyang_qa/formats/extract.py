"""What reading a file yields."""

from __future__ import annotations

from dataclasses import dataclass

from yiyang_qa.types import Layout


@dataclass(frozen=True, slots=True)
class Extract:
    """The one text of a file, kept for ever: every citation is a span of it.

    ``layout`` says where the text stands on the pages of a format that has pages.
    """

    text: str
    layout: Layout | None = None
