"""``yiyang-qa build``: an index from a folder of documents, and a report on each of them."""

from __future__ import annotations

import argparse
import json
import sys

from yiyang_qa.cli.parser import Parser
from yiyang_qa.cli.places import json_argument, place_arguments
from yiyang_qa.cli.progress import progress
from yiyang_qa.config import Settings

NAME = "build"
HELP = "从一个文件夹的政策文件建立索引"


def arguments(parser: Parser) -> None:
    """Declare the options."""
    place_arguments(parser)
    parser.options.add_argument(
        "--force", action="store_true", help="全部重读、重新编码，索引已是最新时也重建"
    )
    json_argument(parser)


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Build when it is due, then report what was read."""
    from yiyang_qa.adding import mend
    from yiyang_qa.building import build, build_afresh, fits, open_index
    from yiyang_qa.cli import report
    from yiyang_qa.corpus import unread
    from yiyang_qa.embed import load_encoder

    encoder = load_encoder(settings)
    mend(settings.corpus)
    due = args.force or not fits(settings.corpus, settings.index, encoder)
    if due:
        make = build_afresh if args.force else build
        make(settings.corpus, settings.index, encoder, progress("正在编码"))
    index = open_index(settings.index, encoder)
    reports = [report.read_out(document) for document in index.documents]
    skipped = [path.name for path in unread(settings.corpus)]
    if args.json:
        facts = {"index": str(settings.index / index.build), "built": due, "skipped": skipped}
        json.dump({**facts, "documents": reports}, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return
    for each in reports:
        print(report.paragraph(each))
    for name in skipped:
        print(f"{name}：没有读取，格式不支持")
    print(
        f"已建立索引 {settings.index / index.build}，共 {len(reports)} 份文件。"
        if due
        else f"索引 {settings.index / index.build} 已是最新，没有重建；要重建请加 --force。"
    )
