"""What the service costs beside its encoder: python benchmarks/service.py

Start-up with a built index, resident memory, latency and throughput over HTTP. Absolute times vary
with the machine; the ratios are what to compare. The limit is the encoder's own time for one query
in the same run: a question cannot be answered faster, and each core can encode only so many.
"""

from __future__ import annotations

import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path

from yiyang_qa.building import build, fits, open_index
from yiyang_qa.config import Settings
from yiyang_qa.embed import Encoder, load_encoder

ASKED = 100  # questions for each number of clients
WARMED = 50  # questions before memory is read
COMMAND = [sys.executable, "-c", "from yiyang_qa.cli import main; raise SystemExit(main())", "serve"]


@contextmanager
def serving(settings: Settings) -> Iterator[tuple[int, int, float]]:
    """A service in a process of its own: (process id, port, seconds until /readyz answered)."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    places = ["--corpus", str(settings.corpus), "--index", str(settings.index), "--port", str(port)]
    began = time.perf_counter()
    process = subprocess.Popen([*COMMAND, *places], stderr=subprocess.DEVNULL)
    try:
        while not ready(port):
            if process.poll() is not None:
                raise SystemExit(f"the service ended with status {process.returncode}")
            time.sleep(0.05)
        yield process.pid, port, time.perf_counter() - began
    finally:
        process.terminate()
        process.wait()


def ready(port: int) -> bool:
    """Whether the index is loaded."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def ask_all(port: int, questions: list[str]) -> list[float]:
    """Milliseconds of each question, asked one after another over one connection."""
    connection, spent = HTTPConnection("127.0.0.1", port, timeout=60), []
    for question in questions:
        began = time.perf_counter()
        body = json.dumps({"question": question}).encode()
        connection.request("POST", "/v1/ask", body, {"content-type": "application/json"})
        response = connection.getresponse()
        response.read()
        spent.append((time.perf_counter() - began) * 1000)
        assert response.status == 200, response.status
    connection.close()
    return spent


def resident(process: int) -> float:
    """Megabytes of a process in memory now."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024


def prepared(settings: Settings, encoder: Encoder) -> list[str]:
    """Questions about the headings of an index that is there and fits."""
    if not fits(settings.corpus, settings.index, encoder):
        build(settings.corpus, settings.index, encoder)
    asked = dict.fromkeys(
        f"{document.region.name if document.region else ''}对{clause.heading}有什么规定？"
        for document in open_index(settings.index, encoder).documents
        for clause in document.clauses
        if 4 <= len(clause.heading) <= 40
    )
    return list(islice(cycle(asked), ASKED))


def per_query(encoder: Encoder, questions: list[str]) -> float:
    """Milliseconds in which the encoder reads one question, one after another."""
    encoder.encode_queries(questions[:1])
    began = time.perf_counter()
    for question in questions:
        encoder.encode_queries([question])
    return (time.perf_counter() - began) * 1000 / len(questions)


def loaded(port: int, questions: list[str], clients: int) -> tuple[float, float, float]:
    """Median and 95th percentile in milliseconds, and answers per second, under ``clients`` at once."""
    shares = [questions[i::clients] for i in range(clients)]
    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        spent = sorted(ms for share in pool.map(ask_all, [port] * clients, shares) for ms in share)
    rate = len(spent) / (time.perf_counter() - began)
    return statistics.median(spent), spent[int(len(spent) * 0.95)], rate


def main(settings: Settings) -> None:
    """Print the figures for the corpus and the index of ``settings``."""
    encoder, cores = load_encoder(settings), len(os.sched_getaffinity(0))
    questions = prepared(settings, encoder)
    limit = per_query(encoder, questions[:WARMED])
    print(f"the limit: {limit:.1f} ms to encode one query, {1000 * cores / limit:.0f} per s on {cores} cores")
    with serving(settings) as (process, port, seconds):
        ask_all(port, questions[:WARMED])
        print(f"start-up {seconds:.1f} s, resident after {WARMED} questions {resident(process):.0f} MB")
        print(
            f"{'clients':>8} {'p50 ms':>8} {'p95 ms':>8} {'per s':>8} {'p50 / limit':>12} {'rate / limit':>13}"
        )
        for clients in (1, 2, 4):
            p50, p95, rate = loaded(port, questions, clients)
            ratios = f"{p50 / limit:10.1f} x {rate * limit / 1000 / cores:13.0%}"
            print(f"{clients:8} {p50:8.1f} {p95:8.1f} {rate:8.1f} {ratios}")


if __name__ == "__main__":
    main(Settings.from_environment())
