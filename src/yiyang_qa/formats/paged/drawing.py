"""Pages of a PDF drawn by pdfium. The only door to pypdfium2."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.errors import CorpusError

#: Height × width × red, green and blue.
Pixels = NDArray[np.uint8]


def drawn(
    data: bytes, numbers: Collection[int], dpi: Callable[[float, float], float]
) -> Iterator[tuple[Pixels, float]]:
    """The pages ``numbers`` (from 0), each with the dots an inch that ``dpi`` gives a page of so many points.

    Raises:
        CorpusError: pdfium cannot open the PDF or one of the pages.
    """
    if not numbers:
        return
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        for number in numbers:
            page = document[number]
            dots = dpi(*page.get_size())
            yield page.render(scale=dots / 72, rev_byteorder=True).to_numpy(), dots
    except pypdfium2.PdfiumError:
        raise CorpusError("里有一页画不出来，可能已损坏。请重新取得原文件，或另存后再放入") from None
