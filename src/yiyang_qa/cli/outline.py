"""``yiyang-qa outline``: the table of contents of a file, as the parser sees it."""

from __future__ import annotations

import argparse

from yiyang_qa.cli.documents import document_at
from yiyang_qa.cli.parser import Parser
from yiyang_qa.cli.places import corpus_argument, json_argument
from yiyang_qa.config import Settings

NAME = "outline"
HELP = "列出一份文件的条款目录"


def arguments(parser: Parser) -> None:
    """Declare the options."""
    parser.operands.add_argument("file", metavar="文件", help="文件路径，或文件夹中一份文件的编号")
    corpus_argument(parser)
    json_argument(parser)


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Parse one document and print its clauses; no index is needed."""
    from yiyang_qa.parse.outline import table_of_contents

    document = document_at(args.file, settings.corpus)
    if args.json:
        from yiyang_qa.wire import clauses_body

        print(clauses_body(document, {}).model_dump_json(indent=2))
        return
    print(f"{document.title}\n")
    print(table_of_contents(document.text, document.clauses), end="")
