"""``yiyang-qa remove``: documents leave the corpus and are kept aside."""

from __future__ import annotations

import argparse
import json
from getpass import getuser

from yiyang_qa.cli.parser import Parser
from yiyang_qa.cli.places import json_argument, place_arguments
from yiyang_qa.cli.progress import progress
from yiyang_qa.config import Settings

NAME = "remove"
HELP = "移出文件，原件另行保存"


def arguments(parser: Parser) -> None:
    """Declare the options."""
    parser.operands.add_argument("ids", metavar="编号", nargs="+", help="文件的编号，即不带扩展名的文件名")
    place_arguments(parser)
    json_argument(parser)


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Remove all of them or none."""
    from yiyang_qa.adding import Librarian
    from yiyang_qa.embed import load_encoder

    librarian = Librarian(settings.corpus, settings.index, load_encoder(settings))
    kept = librarian.remove(args.ids, getuser(), progress("正在编码"))
    if args.json:
        print(
            json.dumps(
                {"removed": args.ids, "kept": [str(path) for path in kept]}, ensure_ascii=False, indent=2
            )
        )
    else:
        print("\n".join([f"已移出 {len(args.ids)} 份文件，原件保存在：", *map(str, kept)]))
