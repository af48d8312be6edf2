"""``yiyang-qa outline``: the table of contents of a file, as the parser sees it."""

from __future__ import annotations

import argparse
import sys

from yiyang_qa.cli.documents import documents_at
from yiyang_qa.cli.parser import Parser
from yiyang_qa.cli.places import corpus_argument, json_argument
from yiyang_qa.config import Settings
from yiyang_qa.types import Document

NAME = "outline"
HELP = "列出一份文件的条款目录"


def arguments(parser: Parser) -> None:
    """Declare the options."""
    parser.operands.add_argument(
        "file", metavar="文件", help="文件路径（压缩包则逐份列出），或文件夹中一份文件的编号"
    )
    corpus_argument(parser)
    json_argument(parser)


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Parse a document, or each in a zip, and print its clauses; no index is needed."""
    from yiyang_qa.formats import ARCHIVE

    faults: list[str] = []
    documents = documents_at(args.file, settings.corpus, faults)
    if args.json:
        told = list(map(_json, documents))
        print("[" + ",\n".join(told) + "]" if args.file.lower().endswith(ARCHIVE) else told[0])
    else:
        print("\n".join(map(_listed, documents)), end="")
    for fault in faults:
        print(f"注意：{fault}", file=sys.stderr)


def _json(document: Document) -> str:
    from yiyang_qa.wire import clauses_body

    return clauses_body(document, {}).model_dump_json(indent=2)


def _listed(document: Document) -> str:
    from yiyang_qa.parse.outline import table_of_contents

    return f"{document.title}\n\n{table_of_contents(document.text, document.clauses)}"
