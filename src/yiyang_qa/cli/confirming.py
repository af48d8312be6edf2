"""``yiyang-qa confirm``: what a document is, settled by somebody who looked."""

from __future__ import annotations

import argparse
import re
from getpass import getuser

from yiyang_qa.cli.parser import Parser
from yiyang_qa.cli.places import json_argument, place_arguments
from yiyang_qa.cli.progress import progress
from yiyang_qa.config import Settings

NAME = "confirm"
HELP = "确认或改正一份文件的字段，记入旁注和修改记录"

_EPILOG = """写法：
  title=某市实施方案   改成这个值；多个发文机关用顿号隔开
  title                照现在的值确认
  doc_number=          确认这份文件没有发文字号

字段：{}"""


def arguments(parser: Parser) -> None:
    """Declare the options."""
    from yiyang_qa.corpus import FIELDS

    parser.epilog = _EPILOG.format("、".join(f"{name}（{title}）" for name, title in FIELDS.items()))
    parser.operands.add_argument("id", metavar="编号", help="文件的编号，即不带扩展名的文件名")
    parser.operands.add_argument("fields", metavar="字段=值", nargs="+", help="要确认的字段，可写多个")
    place_arguments(parser)
    json_argument(parser)


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Write the sidecar and rebuild; then say what is still in doubt."""
    from yiyang_qa.adding import Librarian, Value
    from yiyang_qa.corpus import FIELDS
    from yiyang_qa.embed import load_encoder
    from yiyang_qa.wire import review_body

    given = [field.partition("=") for field in args.fields]
    values: dict[str, Value] = {
        name: _names(value) if name == "issuers" and value else value or None
        for name, sign, value in given
        if sign
    }
    as_read = [name for name, sign, _ in given if not sign]
    librarian = Librarian(settings.corpus, settings.index, load_encoder(settings))
    document = librarian.confirm(args.id, values, getuser(), as_read=as_read, progress=progress("正在编码"))
    if args.json:
        print(review_body(document).model_dump_json(indent=2))
        return
    left = [f"    请核对{FIELDS[doubt.field]}：{doubt.reason}" for doubt in document.doubts]
    print("\n".join([f"{document.id}：已确认 {'、'.join(FIELDS[name] for name, _, _ in given)}。", *left]))


def _names(value: str) -> list[str]:
    return [name.strip() for name in re.split("[、,，]", value) if name.strip()]
