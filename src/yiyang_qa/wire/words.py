"""Checks of values that arrive; each raises ``ValueError`` with a Chinese message saying what to do."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

_LAYOUT = frozenset("\t\n\r")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


def whole(text: str) -> str:
    """``text``, unless it holds NUL, which some readers take for its end."""
    if "\0" in text:
        raise ValueError("含有控制字符 U+0000（NUL），请删去后再试。")
    return text


def legible(text: str) -> str:
    """``text``, unless it holds a control character other than tab and line breaks."""
    for character in text:
        if unicodedata.category(character) == "Cc" and character not in _LAYOUT:
            raise ValueError(f"含有控制字符 U+{ord(character):04X}，请删去后再试。")
    return text


def asked(text: str) -> str:
    """``text``, unless nothing in it can be seen."""
    if not any(character.isprintable() and not character.isspace() for character in legible(text)):
        raise ValueError("问题是空的，请写下要问的内容。")
    return text


def day(value: object) -> date:
    """A calendar day from ``2026-11-21``; numbers and times of day are not guessed at."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError("应是真实存在的日期，写成 2026-11-21 的样子。")


def partial_date(value: object) -> str:
    """A year, month or day of the calendar as ISO 8601: ``2021``, ``2021-09``, ``2021-09-30``."""
    found = _PARTIAL.fullmatch(value) if isinstance(value, str) else None
    try:
        if found:
            date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
            return found[0]
    except ValueError:
        pass
    raise ValueError("应是真实存在的日期，写成 2021、2021-09 或 2021-09-30 的样子。")


Day = Annotated[date, BeforeValidator(day), WithJsonSchema({"type": "string", "format": "date"})]
