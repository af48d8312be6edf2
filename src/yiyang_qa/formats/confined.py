"""Reading in another process, so that a hostile file harms nothing but itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Lock, Timer
from typing import Any

import yiyang_qa
from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.extract import Extract
from yiyang_qa.formats.frames import Frame, extract_of, receive, send
from yiyang_qa.formats.kinds import Format, format_of
from yiyang_qa.formats.limits import BOUNDS, Bounds

#: What the process needs to know of this one's environment; keys and passwords are no part of it.
_ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV")
#: May hold pages to recognise; and the member that a package has which may.
_DRAWN, _OFD = frozenset({Format.PDF, Format.PICTURE}), b"OFD.xml"
_ALARM = -getattr(signal, "SIGALRM", 14)
_PROCESSOR = -getattr(signal, "SIGXCPU", 24)

_PARTING = 5  # seconds for a process to end by itself

_TOO_LONG = "读了很久还没有读完，已经中止。请拆成几份，或另存后再放入"
_BROKE_OFF = "使读取程序中途退出（文件可能已损坏，或超出内存限度）。请重新取得原文件，或另存后再放入"


class ConfinedReader:
    """One confined process, started when first needed and replaced when it died.

    Files are read one at a time, from whatever threads.
    """

    def __init__(self, bounds: Bounds = BOUNDS) -> None:
        self._bounds = bounds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str, data: bytes) -> Extract:
        """The text of a file of any format; raises CorpusError, which does not name the file."""
        return extract_of(self._answer("read", name, data).head)

    def members(self, name: str, data: bytes) -> tuple[tuple[str, bytes], ...]:
        """File names and bytes of the documents in a zip; raises CorpusError as ``read`` does."""
        answer = self._answer("members", name, data)
        return tuple(zip(answer.head["names"], answer.blobs, strict=True))

    def close(self) -> None:
        """End the process; the next file starts another."""
        with self._lock:
            self._end()

    def _answer(self, ask: str, name: str, data: bytes) -> Frame:
        bounds = self._bounds
        patience = bounds.drawn if _may_be_drawn(name, data) else 1
        frame = Frame({"ask": ask, "name": name, "processor": bounds.processor * patience}, [data])
        with self._lock:
            wall = bounds.wall * patience
            answer = self._asked(frame, wall) or self._asked(frame, wall)  # one that ended idle is replaced
            if answer is not None and answer.head.get("spent"):
                self._end()
        if answer is None:
            raise CorpusError(_BROKE_OFF)
        if error := answer.head.get("error"):
            raise CorpusError(str(error))
        return answer

    def _asked(self, frame: Frame, wall: float) -> Frame | None:
        """The answer; None when the process had ended by itself before it took the question."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        expired = Event()
        late = Timer(wall, _stop, (process, expired))
        late.start()
        try:
            send(process.stdin, frame)
            return receive(process.stdout)
        except (OSError, EOFError, ValueError):
            pass
        finally:
            late.cancel()
        self._mourn(process, expired)
        return None

    def _mourn(self, process: subprocess.Popen[bytes], expired: Event) -> None:
        self._end()
        if expired.is_set() or process.returncode == _PROCESSOR:
            raise CorpusError(_TOO_LONG)
        if process.returncode not in {0, _ALARM}:
            raise CorpusError(_BROKE_OFF)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                _command(self._bounds),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                close_fds=True,
            )
        return self._process

    def _end(self) -> None:
        if (process := self._process) is None:
            return
        self._process = None
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                _closed(stream)
        try:
            process.wait(timeout=_PARTING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _may_be_drawn(name: str, data: bytes) -> bool:
    kind = format_of(name, data)
    return kind in _DRAWN or (kind is Format.PACKAGE and _OFD in data)


def _stop(process: subprocess.Popen[bytes], expired: Event) -> None:
    expired.set()
    process.kill()


def _closed(stream: Any) -> None:
    try:
        stream.close()
    except OSError:
        return  # what was still to be written has no reader any more


def _command(bounds: Bounds) -> list[str]:
    return [sys.executable, "-P", "-m", "yiyang_qa.formats.worker", str(bounds.memory)]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    home = str(Path(yiyang_qa.__file__).parent.parent)
    return {**kept, "PYTHONPATH": home, "PYTHONUTF8": "1", "OMP_NUM_THREADS": "2"}
