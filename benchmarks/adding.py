"""What adding one file costs beside reading it once: python benchmarks/adding.py [FILE]

Without a file, a scan of three pages is made up. Printed are the seconds to read the file (of a scan,
almost all of it recognition), those to add it to a small library, to settle one of its fields, to
give it another name, to add another file while it lies in the folder unread, and the ratios: no file need
be read a second time. The encoder costs next to nothing.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFont

from yiyang_qa.adding import Librarian, Parcel
from yiyang_qa.building import build
from yiyang_qa.embed import HashedEncoder
from yiyang_qa.formats import read

PAGES, LINES = 3, 30


def scan() -> tuple[str, bytes]:
    """Name and bytes of a PDF of pictures."""
    pages, font = [], ImageFont.load_default(26)
    for number in range(PAGES):
        page = Image.new("RGB", (1240, 1754), "white")
        for line in range(LINES):
            words = (
                f"{number * LINES + line + 1}. Homes with {50 + line} beds are given {900 + line} yuan a bed."
            )
            ImageDraw.Draw(page).text((120, 120 + 50 * line), words, font=font, fill="black")
        pages.append(page)
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=150, save_all=True, append_images=pages[1:])
    return "scan.pdf", out.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main(files: Sequence[Path]) -> None:
    """Print the figures for the first of ``files``."""
    name, data = (files[0].name, files[0].read_bytes()) if files else scan()
    with TemporaryDirectory() as folder:
        corpus, index, encoder = Path(folder, "corpus"), Path(folder, "index"), HashedEncoder()
        librarian = Librarian(corpus, index, encoder)
        librarian.add([_small("first.txt", "按时打扫房间")], "benchmark")
        read(name, data)  # the process that reads has its models then
        once = seconds(lambda: read(name, data))
        path = corpus / name
        took = {
            "added": seconds(lambda: librarian.add([Parcel(name, data)], "benchmark", force=True)),
            "a field settled": seconds(lambda: librarian.confirm(path.stem, {"kind": "办法"}, "benchmark")),
        }
        path.with_suffix(".toml").unlink()
        path.rename(renamed := path.with_stem("renamed"))
        took["renamed"] = seconds(lambda: build(corpus, index, encoder))
        renamed.unlink()
        build(corpus, index, encoder)
        path.write_bytes(data)
        took["dropped, another added"] = seconds(
            lambda: librarian.add([_small("second.txt", "每周更换被褥")], "benchmark")
        )
    print(f"read: {once:.2f} s")
    for what, cost in took.items():
        print(f"{what}: {cost:.2f} s, {cost / once:.2f} x reading it")


def _small(name: str, rule: str) -> Parcel:
    return Parcel(name, f"养老机构管理办法\n第一条 {rule}。\n".encode())


if __name__ == "__main__":
    main([Path(arg) for arg in sys.argv[1:]])
