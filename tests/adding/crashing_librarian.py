"""Forks, on demand, a librarian that kills itself just before its STEPth step in the corpus folder.

add STEP FOLDER / remove STEP FOLDER / confirm STEP FOLDER   answers how it ended: 0, or minus the signal

Steps in the index folder are left out: those of a writer of the index are tried in tests/index.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

from small_library import BEDS, ENCODER

from yiyang_qa.adding import Librarian, Parcel

#: Audit events (Python's table of them) that come before something is done to files.
STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}
WORK = {
    "add": lambda desk: desk.add([Parcel("beds.txt", BEDS.encode(), b'kind = "x"')], "张三"),
    "remove": lambda desk: desk.remove(["meals"], "张三"),
    "confirm": lambda desk: desk.confirm("meals", {"kind": "方案"}, "张三", as_read=["title"]),
}


def crash(work: str, folder: Path, step: int) -> int:
    if (child := os.fork()) == 0:
        steps, corpus = count(1), str(folder / "corpus")

        def hook(event: str, given: tuple[object, ...]) -> None:
            inside = any(str(each).startswith(corpus) for each in given)
            if event in STEPS and inside and next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        WORK[work](Librarian(folder / "corpus", folder / "index", ENCODER))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


for line in sys.stdin:
    order, number, directory = line.rstrip("\n").split(" ", 2)
    print(crash(order, Path(directory), int(number)), flush=True)
