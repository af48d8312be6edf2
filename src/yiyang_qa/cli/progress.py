"""进度: a bar on a terminal, a line for every tenth elsewhere. Both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

Progress = Callable[[int, int], None]

_WIDTH = 30


def progress(what: str, stream: TextIO | None = None) -> Progress:
    """Shows how much of ``what`` is done; call with (done, of how many)."""
    stream = stream or sys.stderr
    return _bar(what, stream) if stream.isatty() else _lines(what, stream)


def _bar(what: str, stream: TextIO) -> Progress:
    def show(done: int, total: int) -> None:
        filled = _WIDTH * done // max(total, 1)
        bar = "█" * filled + "░" * (_WIDTH - filled)
        stream.write(f"\r{what} {bar} {done}/{total}" + ("\n" if done >= total else ""))
        stream.flush()

    return show


def _lines(what: str, stream: TextIO) -> Progress:
    shown = -1

    def show(done: int, total: int) -> None:
        nonlocal shown
        tenth = 10 * done // max(total, 1)
        if tenth > shown:
            shown = tenth
            print(f"{what} {done}/{total}", file=stream, flush=True)

    return show
