"""``yiyang-qa outline``: the table of contents of a file, as the parser sees it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from yiyang_qa.cli.parser import Parser
from yiyang_qa.cli.places import corpus_argument, json_argument
from yiyang_qa.config import Settings
from yiyang_qa.errors import NotFound

if TYPE_CHECKING:
    from yiyang_qa.corpus import SourceFile

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
    from yiyang_qa.reading import read_document

    document = read_document(_source(args.file, settings.corpus))
    if args.json:
        from yiyang_qa.wire import clauses_body

        print(clauses_body(document).model_dump_json(indent=2))
        return
    print(f"{document.title}\n")
    print(table_of_contents(document.text, document.clauses), end="")


def _source(wanted: str, corpus: Path) -> SourceFile:
    """The file at a path, or the document with that id in the corpus."""
    from yiyang_qa.corpus import read_corpus, read_file

    path = Path(wanted)
    if path.is_file():
        return read_file(path)
    if path.suffix or len(path.parts) > 1:
        raise NotFound(f"找不到文件 {wanted}。请检查路径")
    found = {source.id: source for source in read_corpus(corpus)}
    if wanted not in found:
        raise NotFound(f"{corpus} 中没有编号为 {wanted} 的文件。已有：{'、'.join(found)}")
    return found[wanted]
