"""What reading one file may cost at most."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20

#: A larger file is refused before it is read.
LARGEST_FILE = 100 * MIB
#: Of one member of a package (docx, ofd, zip), unpacked.
LARGEST_MEMBER = 64 * MIB
#: Of all members that are read from one package, unpacked.
LARGEST_PACKAGE = 256 * MIB
MOST_MEMBERS = 5_000
#: Packages inside packages.
DEEPEST = 2
#: Of the text of one document, 字.
LONGEST_TEXT = 20_000_000
#: Pages of one document, and how many of them may be pictures to recognise.
MOST_PAGES = 3_000
MOST_SCANS = 150
#: Of one picture.
MOST_PIXELS = 120_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of the process that reads: memory in bytes, processor and waiting time in seconds per file.

    Files that may hold pages to recognise have ``drawn`` times as long.
    """

    memory: int = 3 << 30
    processor: int = 60
    wall: float = 120.0
    drawn: int = 10


BOUNDS = Bounds()
