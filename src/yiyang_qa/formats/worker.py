"""The confined process: ``python -m yiyang_qa.formats.worker MEMORY``.

It takes one file after another on its standard input, with a ceiling on its memory, on the
processor time of each file and on files written (none), and ends itself when idle.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import BinaryIO

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.archive import members_of
from yiyang_qa.formats.frames import Frame, extract_head, receive, send
from yiyang_qa.formats.reading import read_here

_IDLE = 60  # seconds without a file

try:
    import resource
except ImportError:  # Windows: the wall clock alone confines there
    _POSIX = False
else:
    _POSIX = True


def main(memory: int) -> None:
    """Serve until the other side closes or is silent for long."""
    answers = _private_output()
    _confine(memory)
    while True:
        _alarm(_IDLE)
        try:
            asked = receive(sys.stdin.buffer)
        except EOFError:
            return
        _alarm(0)
        _allow(asked.head["processor"])
        answer = _answered(asked)
        send(answers, answer)
        if answer.head.get("spent"):
            return


def _private_output() -> BinaryIO:
    """Where answers go; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    return answers


def _confine(memory: int) -> None:
    if _POSIX:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _alarm(seconds: int) -> None:
    if _POSIX:
        signal.alarm(seconds)


def _allow(seconds: int) -> None:
    """Processor time from now on; beyond it the kernel ends this process."""
    if _POSIX:
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _answered(asked: Frame) -> Frame:
    name, data = asked.head["name"], asked.blobs[0]
    try:
        if asked.head["ask"] == "members":
            found = members_of(name, data)
            return Frame({"names": [member for member, _ in found]}, [content for _, content in found])
        return Frame(extract_head(read_here(name, data)))
    except CorpusError as error:
        return Frame({"error": error.message})
    except MemoryError:
        return Frame({"error": "展开后太大，超出内存限度。请拆成几份再放入", "spent": True})
    except Exception as error:  # a library's own, on a damaged file
        return Frame(
            {"error": f"已损坏，读不出来（{type(error).__name__}）。请重新取得原文件，或另存后再放入"}
        )


if __name__ == "__main__":
    main(int(sys.argv[1]))
