"""``yiyang-qa add``: files come into the corpus, each with a report."""

from __future__ import annotations

import argparse
import sys
from getpass import getuser
from itertools import chain
from pathlib import Path

from yiyang_qa.cli.parser import Parser
from yiyang_qa.cli.places import json_argument, place_arguments
from yiyang_qa.cli.progress import progress
from yiyang_qa.config import Settings
from yiyang_qa.errors import CorpusError

NAME = "add"
HELP = "添加文件或整个文件夹，逐份报告读出了什么"


def arguments(parser: Parser) -> None:
    """Declare the options."""
    parser.operands.add_argument(
        "paths", metavar="路径", type=Path, nargs="+", help="文件，或文件夹（含其下各层）"
    )
    parser.options.add_argument("--force", action="store_true", help="与已收录的文件几乎相同也添加")
    place_arguments(parser)
    json_argument(parser)


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Add what can be added; an error only when nothing was."""
    from yiyang_qa.adding import Librarian, parcels
    from yiyang_qa.cli import report
    from yiyang_qa.embed import load_encoder
    from yiyang_qa.wire import add_body

    librarian = Librarian(settings.corpus, settings.index, load_encoder(settings))
    files = chain.from_iterable(map(parcels, args.paths))
    outcomes = librarian.add(files, getuser(), force=args.force, progress=progress("正在编码"))
    body = add_body(outcomes)
    if args.json:
        print(body.model_dump_json(indent=2))
    else:
        print("\n".join(report.on_file(file) for file in body.files))
        print(f"共 {len(body.files)} 份，添加了 {body.added} 份。")
    sys.stdout.flush()
    if not body.added:
        raise CorpusError("没有添加任何文件，原因见上" if body.files else "这里没有文件可以添加")
