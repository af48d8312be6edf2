"""``yiyang-qa diff``: two versions of a document, clause by clause."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from yiyang_qa.cli.documents import document_at
from yiyang_qa.cli.parser import Parser
from yiyang_qa.cli.places import corpus_argument, json_argument
from yiyang_qa.config import Settings

if TYPE_CHECKING:
    from yiyang_qa.versions import ClauseChange, Diff

NAME = "diff"
HELP = "逐条对照一份文件的两个版本"


def arguments(parser: Parser) -> None:
    """Declare the options."""
    for name, which in (("old", "旧版"), ("new", "新版")):
        parser.operands.add_argument(name, metavar=which, help=f"{which}的文件路径，或文件夹中的编号")
    corpus_argument(parser)
    json_argument(parser)


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Compare two documents; no index is needed."""
    from yiyang_qa.versions import diff

    found = diff(document_at(args.old, settings.corpus), document_at(args.new, settings.corpus))
    if args.json:
        from yiyang_qa.wire import diff_body

        print(diff_body(found).model_dump_json(indent=2))
        return
    _print(found)


def _print(found: Diff) -> None:
    """The changes for people; what is unchanged is only counted."""
    from yiyang_qa.versions.telling import became, tally

    print(
        f"旧版  《{found.old.title}》\n新版  《{found.new.title}》\n{tally(found)}\n记号  [-删去-]{{+新增+}}"
    )
    for change in found.changes:
        if change.edits or not (change.old and change.new) or change.moved:
            print(f"\n【{became(change)}】{_place(change)}{_words(found, change)}")


def _place(change: ClauseChange) -> str:
    from yiyang_qa.versions.telling import called

    names = dict.fromkeys(called(clause) for clause in (change.old, change.new) if clause)
    return " → ".join(names)


def _words(found: Diff, change: ClauseChange) -> str:
    """The clause with what was taken out and put in; nothing of one that only moved."""
    old, new = change.old, change.new
    if not (old and new):
        clause, text = (new, found.new.text) if new else (old, found.old.text)
        return f"\n{clause.body.of(text)}" if clause else ""
    pieces, at = [], new.body.start
    for edit in change.edits:
        removed, added = edit.old.of(found.old.text), edit.new.of(found.new.text)
        pieces += [found.new.text[at : edit.new.start]]
        pieces += [f"[-{removed}-]"] * bool(removed) + [f"{{+{added}+}}"] * bool(added)
        at = edit.new.end
    return "\n" + "".join([*pieces, found.new.text[at : new.body.end]]) if pieces else ""
