"""A folder of two plain documents without sidecars, and the command line over it, in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from yiyang_qa.cli import main

SHAOXING = """绍兴市居家养老服务实施方案
一、工作目标
到2025年，每个乡镇建成一家老年食堂。
二、重点任务
（一）发展家庭病床。医疗机构为失能老年人设立家庭病床，每床每日补贴30元。（责任单位：市卫生健康委员会）
绍兴市人民政府办公室
2022年3月1日
"""
NOTES = "养老机构要按时打扫房间，并且关心老年人的日常生活。\n"


class Result(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Command = Callable[..., Result]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "shaoxing.txt").write_text(SHAOXING, encoding="utf-8")
    (folder / "notes.txt").write_text(NOTES, encoding="utf-8")
    (folder / "scan.xlsx").write_bytes(b"PK")
    return folder


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs one command and gives its exit status and what it printed."""

    def run(*argv: object) -> Result:
        capsys.readouterr()
        try:
            status = main([str(each) for each in argv])
        except SystemExit as left:
            status = int(left.code or 0)
        return Result(status, *capsys.readouterr())

    return run


@pytest.fixture
def places(corpus: Path, index: Path) -> tuple[object, ...]:
    """The options that name the small corpus and its index."""
    return ("--corpus", corpus, "--index", index)
