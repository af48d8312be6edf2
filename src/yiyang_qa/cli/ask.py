"""``yiyang-qa ask``: one question, its answer and where each sentence stands."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from time import perf_counter

from yiyang_qa.cli.parser import Parser, checked, whole_number
from yiyang_qa.cli.places import json_argument, place_arguments
from yiyang_qa.cli.progress import progress
from yiyang_qa.config import Settings
from yiyang_qa.types import Answer, Evidence, Fact, Filters, Question

NAME = "ask"
HELP = "提一个问题，得到逐字引自条款的回答"


def arguments(parser: Parser) -> None:
    """Declare the options; the limits are those of the endpoint."""
    parser.operands.add_argument("question", metavar="问题", type=checked(_question), help="要问的一句话")
    add = parser.options.add_argument
    add("--region", metavar="NAME", action="append", default=[], help="只看这个地区的文件；可写多次")
    add(
        "--after",
        metavar="TEXT",
        action="append",
        default=[],
        type=checked(_question),
        help="此前问过的一句，按先后可写多次",
    )
    add("--top-k", metavar="N", type=whole_number(1, 20), default=5, help="最多引用几条，1 到 20，默认 5")
    add("--as-of", metavar="DATE", type=checked(_day), help="按哪一天判断有效期，如 2026-11-21；默认今天")
    add(
        "--case",
        metavar="JSON",
        type=checked(_case),
        default=(),
        help='申请人的情况，JSON 或其文件，如 {"床位数": 60, "房屋产权": "自有"}',
    )
    place_arguments(parser)
    json_argument(parser)


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Ask in this process."""
    from yiyang_qa.assistant import open_assistant
    from yiyang_qa.evaluate import converse
    from yiyang_qa.wire import answer_body

    assistant = open_assistant(settings, progress("正在编码"))
    filters = Filters(regions=tuple(args.region))
    question = Question(args.question, filters=filters, top_k=args.top_k, as_of=args.as_of, case=args.case)
    began = perf_counter()
    answer = converse(assistant.ask, question, args.after)
    total = (perf_counter() - began) * 1000
    if args.json:
        print(answer_body(answer, {"total": total}).model_dump_json(indent=2))
    else:
        print(_for_people(answer))


def _for_people(answer: Answer) -> str:
    """The answer, then the address of each citation."""
    addresses = [f"[{n}] {_address(evidence)}" for n, evidence in enumerate(answer.evidence, 1)]
    return "\n".join([answer.text, *(["", "出处：", *addresses] if addresses else [])])


def _address(evidence: Evidence) -> str:
    start, end = evidence.quote
    return f"{evidence.clause.id}  第 {start}–{end} 字"


def _question(text: str) -> str:
    from yiyang_qa.wire.request import LONGEST_QUESTION
    from yiyang_qa.wire.words import asked

    if len(text) > LONGEST_QUESTION:
        raise ValueError(f"最长 {LONGEST_QUESTION} 个字符，请缩短后再试")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("含有无法识别的字节，请用 UTF-8 编码的终端")
    return asked(text)


def _case(text: str) -> tuple[Fact, ...]:
    from yiyang_qa.api.complaints import read_or_complain
    from yiyang_qa.wire import CaseBody

    try:
        given = text if text.lstrip().startswith("{") else Path(text).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ValueError(f"读不出文件 {text}；请写 JSON 对象，或一个 UTF-8 的 JSON 文件") from None
    return read_or_complain(lambda: CaseBody.model_validate_json(given)).facts()


def _day(text: str) -> date:
    from yiyang_qa.wire.words import day

    return day(text)
