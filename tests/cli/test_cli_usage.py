"""Help, versions and usage errors: all in Chinese, all without a traceback."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest

from yiyang_qa.cli.entry import COMMANDS
from yiyang_qa.cli.parser import chinese
from yiyang_qa.cli.progress import progress
from yiyang_qa.corpus import FIELDS

Command = Callable[..., Any]

NAMES = [command.NAME for command in COMMANDS]
#: Words that may stand in Chinese help: names of options, of places and of formats.
_SPOKEN = re.compile(
    r"--?[a-z][a-z-]*|[A-Z][A-Z_]+(\.jsonl)?|yiyang-?_?qa|sentence-transformers|(?<=默认 )\w+"
)


def _english(text: str) -> list[str]:
    """Words left when the names of things are taken out."""
    without = _SPOKEN.sub("", text)
    for name in (*NAMES, *FIELDS):
        without = re.sub(rf"\b{name}\b", "", without)
    return re.findall(r"[A-Za-z]{3,}", without)


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help_is_chinese(command: Command, name: str) -> None:
    status, out, err = command(*([name] if name else []), "--help")
    assert (status, err) == (0, "")
    assert out.startswith("用法：yiyang-qa")
    assert out.count("用法：") == 1
    assert not set(_english(out)) - {"JSON", "Ctrl"}


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], "缺少 命令"),
        (["fly"], "没有 fly"),
        (["ask"], "缺少 问题"),
        (["ask", ""], "问题：问题是空的"),
        (["ask", "\u3000\n"], "问题：问题是空的"),
        (["ask", "问" * 501], "最长 500 个字符"),
        (["ask", "问\x00"], "U+0000"),
        (["ask", "问\udce4"], "UTF-8"),
        (["ask", "问", "--top-k", "0"], "--top-k：应是 1 到 20 的整数"),
        (["ask", "问", "--top-k", "三"], "--top-k：应是 1 到 20 的整数"),
        (["ask", "问", "--top-k"], "--top-k：后面要跟一个值"),
        (["ask", "问", "--case", "{"], "--case：不是合法的 JSON"),
        (["ask", "问", "--case", '{"床铺": 1}'], "--case：没有 床铺 这一项"),
        (["ask", "问", "--case", "没有的文件"], "--case：读不出文件 没有的文件"),
        (["ask", "问", "--as-of", "明天"], "--as-of：应是真实存在的日期"),
        (["ask", "问", "--as-of", "2026-02-30"], "--as-of：应是真实存在的日期"),
        (["ask", "问", "--after", ""], "--after：问题是空的"),
        (["ask", "问", "--tpo-k", "3"], "不认识 --tpo-k 3"),
        (["ask", "问", "--json=1"], "--json：不带值"),
        (["serve", "--port", "65536"], "--port：应是 1 到 65535 的整数"),
        (["eval"], "缺少 QUESTIONS.jsonl"),
        (["add"], "缺少 路径"),
        (["remove"], "缺少 编号"),
        (["confirm", "x"], "缺少 字段=值"),
    ],
)
def test_usage_errors_are_chinese(command: Command, argv: list[str], said: str) -> None:
    status, out, err = command(*argv)
    assert (status, out) == (2, "")
    assert said in err
    complaint = err.splitlines()[0]
    assert not set(_english(complaint)) - {"UTF", "fly", "tpo", "openapi", "json"}


def test_an_unknown_complaint_is_passed_on() -> None:
    assert chinese("argument --port: something new") == "--port：something new"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from yiyang_qa.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(*{'numpy', 'pydantic', 'faiss', 'fastapi', 'gradio', 'jieba'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.split() == []


def test_lines_of_progress_come_at_every_tenth() -> None:
    stream = StringIO()
    show = progress("编码", stream)
    for done in range(1, 101):
        show(done, 100)
    shown = [line.split()[1] for line in stream.getvalue().splitlines()]
    assert shown == ["1/100", *(f"{tenth}0/100" for tenth in range(1, 11))]


class Terminal(StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_one_line_that_grows() -> None:
    stream = Terminal()
    show = progress("编码", stream)
    for done in (0, 1, 2, 4):
        show(done, 4)
    written = stream.getvalue()
    assert [frame.count("█") for frame in written.split("\r")[1:]] == [0, 7, 15, 30]
    assert written.count("\n") == 1
    assert written.endswith("4/4\n")
