"""The comparison as a file to pass on: csv and md here, xlsx in ``sheet``."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator

from yiyang_qa.types import Comparison, Evidence

COLUMNS = ("地区", "有无规定", "内容", "文件", "文号", "条款", "责任单位", "成文日期", "原文链接")

#: The address of the page on which a quote can be read.
Link = Callable[[Evidence], str]

#: A spreadsheet takes a cell that begins so for a formula (OWASP, CSV Injection).
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def lines(comparison: Comparison, evidence: tuple[Evidence, ...], link: Link) -> Iterator[tuple[str, ...]]:
    """The cells of each row under ``COLUMNS``; what several citations say stands on lines of its own."""
    for row in comparison.rows:
        cited = [evidence[number - 1] for number in row.citations]
        yield (row.region, "有" if row.found else "未见", row.summary, *_sources(cited, link))


def as_csv(comparison: Comparison, evidence: tuple[Evidence, ...], link: Link) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, so that Excel reads the Chinese; no cell is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in cells] for cells in lines(comparison, evidence, link))
    return out.getvalue().encode("utf-8-sig")


def as_markdown(comparison: Comparison, evidence: tuple[Evidence, ...], link: Link) -> bytes:
    """A table of GitHub Flavored Markdown under the topic as its heading; the text is never markup."""
    table = [COLUMNS, ("---",) * len(COLUMNS)]
    for *cells, address in lines(comparison, evidence, link):
        links = "<br>".join(f"[原文](<{line}>)" for line in address.splitlines())
        table.append((*map(_escaped, cells), links))
    body = "\n".join(f"| {' | '.join(cells)} |" for cells in table)
    return f"# {_escaped(comparison.topic)}\n\n{body}\n".encode()


def _sources(cited: list[Evidence], link: Link) -> tuple[str, ...]:
    """Document, number, clause, units, date and address: one line a citation, one in all where they agree."""
    columns = (
        [item.document.title for item in cited],
        [item.document.doc_number or "" for item in cited],
        [" › ".join(item.clause.path) for item in cited],
        ["、".join(unit.name for unit in item.clause.units) for item in cited],
        [item.document.issued_on or "" for item in cited],
        [link(item) for item in cited],
    )
    return tuple("\n".join(filter(None, dict.fromkeys(column))) for column in columns)


def _harmless(cell: str) -> str:
    plain = _CONTROLS.sub("", cell)
    return f"'{plain}" if _FORMULA.search(plain) else plain


def _escaped(cell: str) -> str:
    return _MARKUP.sub(r"\\\1", _CONTROLS.sub("", cell)).replace("&", "&amp;").replace("\n", "<br>")
