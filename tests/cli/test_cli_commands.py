"""What the commands do, over a real index of a small corpus, with the packaged encoder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from yiyang_qa.wire import AnswerBody, ClausesBody

Command = Callable[..., Any]
Places = tuple[object, ...]

RUN = [sys.executable, "-c", "from yiyang_qa.cli import main; raise SystemExit(main())"]


def test_build_reports_each_document_and_what_is_uncertain(
    command: Command, corpus: Path, tmp_path: Path
) -> None:
    status, out, err = command("build", "--corpus", corpus, "--index", tmp_path)
    assert status == 0
    assert "shaoxing  《绍兴市居家养老服务实施方案》  浙江省 绍兴市" in out
    about_notes = out[out.index("notes") : out.index("shaoxing")]
    assert "地区不明" in about_notes
    assert "没有认出地区" in about_notes
    assert "没有带编号的条款" in about_notes
    assert "scan.xlsx：没有读取" in out
    assert "已建立索引" in out
    assert "正在编码" in err


def test_build_again_only_when_forced(command: Command, places: Places, index: Path) -> None:
    command("build", *places)
    before = (index / "CURRENT").read_text()
    status, out, err = command("build", *places)
    assert (status, err) == (0, "")
    assert "已是最新" in out
    assert (index / "CURRENT").read_text() == before
    forced = json.loads(command("build", *places, "--force", "--json").out)
    assert (index / "CURRENT").read_text() != before
    assert forced["built"] is True
    assert forced["skipped"] == ["scan.xlsx"]
    assert {d["document_id"]: d["region"] for d in forced["documents"]} == {
        "notes": None,
        "shaoxing": ["浙江省", "绍兴市"],
    }
    assert json.loads(command("build", *places, "--json").out)["built"] is False


def test_an_unreadable_corpus_is_an_error_that_keeps_the_index(
    command: Command, places: Places, tmp_path: Path
) -> None:
    command("build", *places)
    status, out, err = command("build", "--corpus", tmp_path / "none", "--index", places[-1])
    assert (status, out) == (1, "")
    assert err.startswith("错误：找不到文件夹")
    assert command("ask", "绍兴市家庭病床补贴多少", *places).status == 0


def test_ask_prints_the_answer_and_its_addresses(command: Command, places: Places) -> None:
    status, out, _ = command("ask", "绍兴市家庭病床每床每日补贴多少", *places)
    assert status == 0
    assert "每床每日补贴30元" in out
    assert "[1] shaoxing/二/（一）" in out


def test_ask_json_is_the_answer_object(command: Command, places: Places) -> None:
    options = ("--region", "绍兴市", "--top-k", 1, "--as-of", "2023-05-01", "--json")
    body = AnswerBody.model_validate_json(command("ask", "家庭病床补贴多少", *options, *places).out)
    assert [citation.document_id for citation in body.citations] == ["shaoxing"]
    assert body.query.as_of.isoformat() == "2023-05-01"
    assert body.timings_ms["total"] > 0


def test_ask_scopes_to_a_region_failing_closed(command: Command, places: Places) -> None:
    body = AnswerBody.model_validate_json(
        command("ask", "家庭病床补贴多少", "--region", "拉萨市", "--json", *places).out
    )
    assert (body.status, body.citations) == ("no_evidence", [])


def test_ask_after_an_earlier_question(command: Command, places: Places) -> None:
    alone, after = (
        AnswerBody.model_validate_json(command("ask", "由谁负责？", *earlier, "--json", *places).out)
        for earlier in ([], ["--after", "绍兴市家庭病床每床每日补贴多少"])
    )
    assert alone.query.regions == []
    assert after.query.regions == ["绍兴市"]


def test_outline_of_a_path_and_of_an_id_agree(command: Command, corpus: Path) -> None:
    by_path = command("outline", corpus / "shaoxing.txt")
    by_id = command("outline", "shaoxing", "--corpus", corpus)
    assert by_path == by_id
    assert by_path.status == 0
    assert "（一）发展家庭病床" in by_path.out
    body = ClausesBody.model_validate_json(command("outline", corpus / "shaoxing.txt", "--json").out)
    assert body.clauses[0].start == 0
    assert all(a.end == b.start for a, b in zip(body.clauses, body.clauses[1:], strict=False))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("none", "没有编号为 none 的文件。已有：notes、shaoxing"),
        ("none.txt", "找不到文件 none.txt"),
        ("{corpus}/empty.dat", "空文件"),
        ("{corpus}/binary.dat", "不是文本文件"),
    ],
)
def test_outline_of_what_cannot_be_read(
    command: Command, corpus: Path, tmp_path: Path, wanted: str, said: str
) -> None:
    (tmp_path / "empty.dat").write_bytes(b"")
    (tmp_path / "binary.dat").write_bytes(bytes(range(256)))
    status, out, err = command("outline", wanted.format(corpus=tmp_path), "--corpus", corpus)
    assert (status, out) == (1, "")
    assert said in err


def test_outline_of_a_zip_is_that_of_each_document_in_it(
    command: Command, corpus: Path, tmp_path: Path
) -> None:
    path = tmp_path / "several.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name in ("shaoxing.txt", "notes.txt"):
            packed.write(corpus / name, f"政策/{name}")
        packed.writestr("政策/empty.txt", "")
    status, out, err = command("outline", path)
    singly = [command("outline", corpus / name).out for name in ("shaoxing.txt", "notes.txt")]
    assert (status, out) == (0, "\n".join(singly))
    assert "several.zip/empty.txt 是空文件" in err
    bodies = json.loads(command("outline", path, "--json").out)
    assert [body["document_id"] for body in bodies] == ["shaoxing", "notes"]
    status, out, err = command("diff", path, corpus / "shaoxing.txt")
    assert (status, out) == (1, "")
    assert "不止一份文件。请解压后指定其中一份" in err


def test_outline_of_a_zip_without_documents(command: Command, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as packed:
        packed.writestr("a.exe", "MZ")
    status, out, err = command("outline", tmp_path / "none.zip")
    assert (status, out) == (1, "")
    assert "none.zip 中没有文件可读" in err


def test_eval_prints_measures_and_misses(command: Command, places: Places, tmp_path: Path) -> None:
    asked = {"id": "1", "type": "number", "question": "绍兴市家庭病床每床每日补贴多少", "cities": ["绍兴市"]}
    gold = [{"doc": "shaoxing", "evidence": "每床每日补贴30元"}]
    lost = {"id": "2", "type": "number", "question": "绍兴市食堂", "gold": [{"doc": "gone", "evidence": "x"}]}
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in (asked | {"gold": gold}, lost)), encoding="utf-8")
    status, out, err = command("eval", path, "--json", "--show", 5, *places)
    measures = json.loads(out)
    assert status == 0
    assert measures["hit@1"] == 0.5
    assert measures["by_type"] == {"number": "1/2"}
    assert "不在索引中，必定失分：gone" in err
    assert "2  前 5 条没有依据" in err
    assert "number  1/2" in command("eval", path, *places).out


def test_eval_of_pairs(command: Command, places: Places, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    pair = {"doc": "shaoxing", "question": "家庭病床补贴", "evidence": "每床每日补贴30元", "style": "keyword"}
    path.write_text(json.dumps(pair), encoding="utf-8")
    assert "shaoxing  n 1  hit@1 1.0" in command("eval", path, *places).out


def test_eval_of_a_missing_file(command: Command) -> None:
    status, out, err = command("eval", "none.jsonl")
    assert (status, out) == (1, "")
    assert err.startswith("错误：找不到题目文件")


def test_a_reader_that_goes_away_is_no_error(corpus: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    argv = [*RUN, "outline", str(corpus / "shaoxing.txt")]
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(argv, stdout=gone, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_output_that_cannot_be_written_is_an_error_in_words(corpus: Path) -> None:
    argv = [*RUN, "outline", str(corpus / "shaoxing.txt")]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(argv, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("错误：")
    assert "Traceback" not in done.stderr


def test_interrupted_it_says_so_without_a_traceback(tmp_path: Path) -> None:
    """Ctrl-C while a file is read that never ends."""
    endless = tmp_path / "endless.jsonl"
    os.mkfifo(endless)
    # In the background of a shell, Ctrl-C is ignored and children inherit that; at a terminal it is not.
    command = ["env", "--default-signal=INT", *RUN, "eval", str(endless)]
    with (
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process,
        endless.open("w"),  # opens when the command does
    ):
        err = _interrupted(process)
    assert (process.returncode, err) == (130, "\n已中断。\n")


def _interrupted(process: subprocess.Popen[str]) -> str:
    """What it says when Ctrl-C is pressed: again after a while, for one that comes just before it reads is not heard."""
    while True:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=5)[1]
