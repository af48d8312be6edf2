"""Forks writers of an index on demand, from a process that has nothing else going on.

write FIRST LAST     a process that writes these editions one after the other; answers its id
crash EDITION PLACE  one that kills itself when it comes to the PLACEth line of the store's own code
limit EDITION BYTES  one that may not write a file beyond so many bytes
keep PLACE           one that keeps three pieces of vectors and kills itself at the PLACEth line of that
build CALL           one that builds corpus/ into index/ and kills itself when it encodes the CALLth time
wait ID              answers how that process ended: 0, 3 when the disk refused, or minus the signal
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from sample_index import DIMENSION, contents, piece, write_build

from yiyang_qa import index
from yiyang_qa.building import build
from yiyang_qa.embed import HashedEncoder
from yiyang_qa.embed.encoder import Progress, Vectors
from yiyang_qa.errors import IndexUnusable
from yiyang_qa.index import Pieces

DIRECTORY = Path(sys.argv[1])
STORE = str(Path(index.__file__).parent)


def forked(work: Callable[[], object]) -> int:
    if (child := os.fork()) == 0:
        work()
        os._exit(0)
    return child


def write(first: int, last: int) -> int:
    return forked(lambda: [write_build(DIRECTORY, contents(edition)) for edition in range(first, last + 1)])


def crash(edition: int, place: int) -> int:
    made, places = contents(edition), set[tuple[str, int]]()

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if not frame.f_code.co_filename.startswith(STORE):
            return None
        places.add((frame.f_code.co_filename, frame.f_lineno))
        if len(places) == place:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    def work() -> None:
        sys.settrace(trace)
        write_build(DIRECTORY, made)

    return forked(work)


def keep(place: int) -> int:
    lines = count(1)

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if not frame.f_code.co_filename.endswith("pieces.py"):
            return None
        if event == "line" and next(lines) == place:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    def work() -> None:
        sys.settrace(trace)
        pieces = Pieces(DIRECTORY, "e", DIMENSION)
        pieces.taken_up()
        for number in range(3):
            pieces.add(*piece(number))

    return forked(work)


class Dying(HashedEncoder):
    """Kills its process when it is asked for passages so many times."""

    def __init__(self, call: int) -> None:
        super().__init__(DIMENSION)
        self._calls, self._last = count(1), call

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        if next(self._calls) == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().encode_passages(texts, progress)


def build_of(call: int) -> int:
    return forked(lambda: build(DIRECTORY / "corpus", DIRECTORY / "index", Dying(call)))


def limit(edition: int, size: int) -> int:
    made = contents(edition)

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        try:
            write_build(DIRECTORY, made)
        except IndexUnusable as error:
            os._exit(3 if "索引写不进" in error.message else 4)

    return forked(work)


def wait(writer: int) -> int:
    _, status = os.waitpid(writer, 0)
    return os.waitstatus_to_exitcode(status)


ORDERS: dict[str, Callable[..., int]] = {
    "write": write,
    "crash": crash,
    "limit": limit,
    "keep": keep,
    "build": build_of,
    "wait": wait,
}

for line in sys.stdin:
    order, *numbers = line.split()
    print(ORDERS[order](*map(int, numbers)), flush=True)
