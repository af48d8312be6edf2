"""Forks writers of an index on demand, from a process that has nothing else going on.

write FIRST LAST     a process that writes these editions one after the other; answers its id
crash EDITION PLACE  one that kills itself when it comes to the PLACEth line of the store's own code
limit EDITION BYTES  one that may not write a file beyond so many bytes
wait ID              answers how that process ended: 0, 3 when the disk refused, or minus the signal
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from sample_index import contents, write_build

from yiyang_qa import index
from yiyang_qa.errors import IndexUnusable

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


ORDERS: dict[str, Callable[..., int]] = {"write": write, "crash": crash, "limit": limit, "wait": wait}

for line in sys.stdin:
    order, *numbers = line.split()
    print(ORDERS[order](*map(int, numbers)), flush=True)
