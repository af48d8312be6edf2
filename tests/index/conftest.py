"""Writers of an index in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SERVER = Path(__file__).with_name("writer_server.py")


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Callable[[str], int]]:
    """Sends an order to a writer server over ``tmp_path`` and returns its answer."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, SERVER, tmp_path], stdin=pipe, stdout=pipe, text=True) as server:
        assert server.stdin
        assert server.stdout
        orders, answers = server.stdin, server.stdout

        def ask(order: str) -> int:
            print(order, file=orders, flush=True)
            return int(answers.readline())

        yield ask
