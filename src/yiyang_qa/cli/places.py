"""Where the documents and the index are: options that several commands share."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from yiyang_qa.cli.parser import Parser
from yiyang_qa.config import Settings


def place_arguments(parser: Parser) -> None:
    """``--corpus`` and ``--index``; left out, they are those of the environment."""
    corpus_argument(parser)
    parser.options.add_argument(
        "--index", metavar="DIR", type=Path, help="索引目录，默认 index；缺失或过时会先重建"
    )


def corpus_argument(parser: Parser) -> None:
    """``--corpus`` alone, for what needs no index."""
    parser.options.add_argument(
        "--corpus", metavar="DIR", type=Path, help="政策文件所在的文件夹，默认 corpus"
    )


def json_argument(parser: Parser) -> None:
    """``--json``: output for programs."""
    parser.options.add_argument("--json", action="store_true", help="输出 JSON，供程序读取")


def settings_of(args: argparse.Namespace) -> Settings:
    """Settings of the environment, with what the command line says instead."""
    given = {name: getattr(args, name, None) for name in ("corpus", "index")}
    return replace(Settings.from_environment(), **{name: path for name, path in given.items() if path})
