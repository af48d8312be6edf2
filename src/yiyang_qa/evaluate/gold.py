"""Gold files: JSON, one line a question, in one of two shapes.

*Gold questions* (标准问题) say what the answer has to cite and to contain; *pairs* say which
sentence of which document answers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from yiyang_qa.errors import RequestInvalid

T = TypeVar("T")
R = TypeVar("R")

UNANSWERABLE = "unanswerable"


@dataclass(frozen=True, slots=True)
class GoldEvidence:
    """A string that a citation of ``doc`` has to hold: any one of ``wordings``."""

    doc: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with all the evidence it needs; ``history`` holds the earlier user turns."""

    id: str
    type: str
    question: str
    gold: tuple[GoldEvidence, ...]
    history: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()  # regions that citations must belong to
    answer_contains: tuple[tuple[str, ...], ...] = ()  # of each group, one
    units: tuple[str, ...] = ()  # 责任单位


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and the one sentence that answers it."""

    id: str
    doc: str
    question: str
    evidence: str
    style: str


Gold = tuple[GoldQuestion, ...] | tuple[Pair, ...]


def read_gold(path: Path) -> Gold:
    """The questions of a file; all lines have the shape of the first.

    Raises:
        RequestInvalid: it cannot be read; names the line.
    """
    rows = list(_rows(path))
    if not rows:
        raise RequestInvalid(f"{path} 里没有题目。每行应是一道题的 JSON")
    if "gold" in rows[0][1]:
        return tuple(_parsed(path, number, _question, row) for number, row in rows)
    return tuple(_parsed(path, number, _pair, row) for number, row in rows)


def documents_of(gold: Gold) -> set[str]:
    """Ids of the documents that the questions are about."""
    return {doc for each in gold for doc in _documents(each)}


def _documents(each: GoldQuestion | Pair) -> Iterable[str]:
    return (each.doc,) if isinstance(each, Pair) else (evidence.doc for evidence in each.gold)


def _rows(path: Path) -> Iterable[tuple[int, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # a string may hold other breaks
    except FileNotFoundError:
        raise RequestInvalid(f"找不到题目文件 {path}。请检查路径") from None
    except UnicodeDecodeError:
        raise RequestInvalid(f"题目文件 {path} 不是 UTF-8 文本。请另存为 UTF-8 编码") from None
    except OSError as error:
        raise RequestInvalid(f"题目文件 {path} 打不开：{error.strerror}。请检查文件和权限") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _parsed(path, number, _object, line)


def _parsed(path: Path, number: int, parse: Callable[[R], T], row: R) -> T:
    try:
        return parse(row)
    except (KeyError, TypeError, ValueError) as error:
        what = f"缺少 {error}" if isinstance(error, KeyError) else "写得不对"
        raise RequestInvalid(f"题目文件 {path} 第 {number} 行{what}。每行应是一道题的 JSON") from None


def _object(line: str) -> dict[str, Any]:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise TypeError(row)
    return row


def _question(row: Mapping[str, Any]) -> GoldQuestion:
    return GoldQuestion(
        id=str(row["id"]),
        type=str(row["type"]),
        question=str(row["question"]),
        gold=tuple(GoldEvidence(str(gold["doc"]), _strings(gold["evidence"])) for gold in row["gold"]),
        history=_strings(row.get("history", [])),
        cities=_strings(row.get("cities", [])),
        answer_contains=tuple(_strings(group) for group in row.get("answer_contains", [])),
        units=_strings(row.get("units", [])),
    )


def _pair(row: Mapping[str, Any]) -> Pair:
    return Pair(
        id=str(row.get("id", "")),
        doc=str(row["doc"]),
        question=str(row["question"]),
        evidence=str(row["evidence"]),
        style=str(row.get("style", "")),
    )


def _strings(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
