"""Forks writers of an index on demand, from a process that has nothing else going on.

write FIRST LAST    a process that writes these editions one after the other; answers its id
crash EDITION STEP  one that kills itself just before its STEPth step on the file system
wait ID             answers how that process ended: 0, or minus the signal
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sample_index import contents, write_build

DIRECTORY = Path(sys.argv[1])
#: Audit events (Python's table of them) that come before something is done to files.
STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "shutil.rmtree"}


def forked(work: Callable[[], object]) -> int:
    if (child := os.fork()) == 0:
        work()
        os._exit(0)
    return child


def write(first: int, last: int) -> int:
    return forked(lambda: [write_build(DIRECTORY, contents(edition)) for edition in range(first, last + 1)])


def crash(edition: int, step: int) -> int:
    made, steps = contents(edition), count(1)

    def hook(event: str, _: object) -> None:
        if event in STEPS and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def work() -> None:
        sys.addaudithook(hook)
        write_build(DIRECTORY, made)

    return forked(work)


def wait(writer: int) -> int:
    _, status = os.waitpid(writer, 0)
    return os.waitstatus_to_exitcode(status)


ORDERS: dict[str, Callable[..., int]] = {"write": write, "crash": crash, "wait": wait}

for line in sys.stdin:
    order, *numbers = line.split()
    print(ORDERS[order](*map(int, numbers)), flush=True)
