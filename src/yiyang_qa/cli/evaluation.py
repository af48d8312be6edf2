"""``yiyang-qa eval``: gold questions put to the assistant in this process."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from yiyang_qa.cli.parser import Parser, whole_number
from yiyang_qa.cli.places import json_argument, place_arguments
from yiyang_qa.cli.progress import progress
from yiyang_qa.config import Settings

NAME = "eval"
HELP = "用标准问题评测，按题型和文件列出指标"


def arguments(parser: Parser) -> None:
    """Declare the options."""
    parser.operands.add_argument(
        "questions", metavar="QUESTIONS.jsonl", type=Path, help="每行一题：标准问题，或问题与依据的对"
    )
    parser.options.add_argument(
        "--show", metavar="N", type=whole_number(0, 10**6), default=0, help="在标准错误上列出前 N 道失分的题"
    )
    place_arguments(parser)
    json_argument(parser)


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Ask every question and print the measures."""
    from yiyang_qa.assistant import open_assistant
    from yiyang_qa.evaluate import documents_of, measure, read_gold

    gold = read_gold(args.questions)
    assistant = open_assistant(settings, progress("正在编码"))
    if absent := sorted(documents_of(gold) - set(assistant.documents)):
        print(f"注意：题目所依据的文件不在索引中，必定失分：{'、'.join(absent)}", file=sys.stderr)
    report = measure(assistant, gold, progress("正在答题"))
    for miss in report.misses[: args.show]:
        print(miss, file=sys.stderr)
    if args.json:
        print(json.dumps(report.measures, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(report.measures)))


def _lines(measures: Mapping[str, object], indent: str = "") -> Iterator[str]:
    """Measures one a line; groups indented below their name."""
    width = max(map(len, measures), default=0)
    for name, value in measures.items():
        if isinstance(value, Mapping) and all(not isinstance(v, Mapping) for v in value.values()) and indent:
            yield f"{indent}{name:<{width}}  " + "  ".join(f"{k} {v}" for k, v in value.items())
        elif isinstance(value, Mapping):
            yield f"{indent}{name}"
            yield from _lines(value, indent + "  ")
        else:
            yield f"{indent}{name:<{width}}  {value}"
