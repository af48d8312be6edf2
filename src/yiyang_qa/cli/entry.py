"""From the words of a command line to an exit status.

Exit statuses: 0 done · 1 a ``PolicyError``, its message on standard error · 2 a usage error ·
130 interrupted (Ctrl-C) · 141 the reader of our output went away (as in ``… | head``).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from yiyang_qa import __version__
from yiyang_qa.cli import adding, ask, build, confirming, diff, evaluation, outline, removing, serve
from yiyang_qa.cli.parser import Parser
from yiyang_qa.cli.places import settings_of
from yiyang_qa.errors import PolicyError

#: Each has ``NAME``, ``HELP``, ``arguments(parser)`` and ``run(args, settings)``.
COMMANDS = (build, ask, serve, adding, removing, confirming, outline, diff, evaluation)

_EPILOG = """环境变量（命令行选项优先）：
  YIYANG_CORPUS   文件夹，默认 corpus
  YIYANG_INDEX    索引目录，默认 index
  YIYANG_ENCODER  编码器，默认自带；可写 sentence-transformers 模型的名称或路径
  YIYANG_ADMIN_KEY  管理密钥；设置后可以在页面和接口上添加、核对、移出文件

各命令的选项：yiyang-qa build --help"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; ``argv`` defaults to that of the process. Usage errors raise ``SystemExit(2)``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a character shows "?"
            stream.reconfigure(errors="replace")
    try:
        args = command_line().parse_args(argv)
        args.run(args, settings_of(args))
        sys.stdout.flush()
    except PolicyError as error:
        print(f"错误：{error.message}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n已中断。", file=sys.stderr)
        return 130
    except BrokenPipeError:
        _drop_output()
        return 141
    except OSError as error:  # … > a full disk
        _drop_output()
        print(f"错误：{error.strerror or error}。请检查磁盘空间和权限后再试", file=sys.stderr)
        return 1
    return 0


def _drop_output() -> None:
    """What is still in the buffer would fail again when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def command_line() -> Parser:
    """The parser of all commands."""
    parser = Parser(
        prog="yiyang-qa", description="医养问答：面向政策文件的问答，答案逐字引自条款。", epilog=_EPILOG
    )
    parser.options.add_argument(
        "--version", action="version", version=f"yiyang-qa {__version__}", help="显示版本并退出"
    )
    commands = parser.add_subparsers(title="可用的命令", metavar="命令", required=True, parser_class=Parser)
    for command in COMMANDS:
        added = commands.add_parser(command.NAME, help=command.HELP, description=f"{command.HELP}。")
        command.arguments(added)
        added.set_defaults(run=command.run)
    return parser
