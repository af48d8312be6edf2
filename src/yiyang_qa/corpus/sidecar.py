"""旁注: what a document's own text cannot say, in ``<id>.toml`` beside it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.decoding import decode
from yiyang_qa.types import PartialDate


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Fields of a document given by hand; they go before what its text says."""

    title: str | None = None
    source: str | None = None  # URL of the publication
    region: str | None = None  # name or code of a division
    doc_number: str | None = None  # 发文字号
    issuers: tuple[str, ...] | None = None  # 发文机关
    issued_on: PartialDate | None = None  # 成文日期
    published_on: PartialDate | None = None  # 发布日期
    effective_on: PartialDate | None = None  # 施行日期
    valid_until: PartialDate | None = None  # 有效期至
    kind: str | None = None  # 文种


def _phrase(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value.splitlines()) > 1:
        raise ValueError("应为一行非空文字，写在引号里")
    return value.strip()


def _address(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"https?://\S+", value):
        raise ValueError("应为以 http:// 或 https:// 开头的网址")
    return value


def _names(value: object) -> tuple[str, ...]:
    try:
        return tuple(map(_phrase, value if isinstance(value, list) else [None]))
    except ValueError:
        raise ValueError('应为机关名称的列表，例如 ["市民政局", "市卫生健康委员会"]') from None


def _day(value: object) -> PartialDate:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value) if isinstance(value, str) else None
    try:
        if parts is None:
            raise ValueError
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        raise ValueError('应为日期，例如 "2023-10-18"、"2023-10" 或 "2023"') from None
    return parts[0]


_FIELDS: dict[str, Callable[[object], Any]] = {
    "title": _phrase,
    "source": _address,
    "region": _phrase,
    "doc_number": _phrase,
    "issuers": _names,
    "issued_on": _day,
    "published_on": _day,
    "effective_on": _day,
    "valid_until": _day,
    "kind": _phrase,
}


def read_sidecar(data: bytes) -> Sidecar:
    """The fields of a sidecar file.

    Raises:
        CorpusError: not TOML, a key that does not exist, or a value of the wrong kind;
            every fault is named.
    """
    try:
        given = tomllib.loads(decode(data)) if data.strip() else {}
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"不是合法的 TOML：{error}") from None
    fields: dict[str, Any] = {}
    faults = []
    for key, value in given.items():
        try:
            if key not in _FIELDS:
                raise ValueError(f"没有这个字段，可用的有 {'、'.join(_FIELDS)}")
            fields[key] = _FIELDS[key](value)
        except ValueError as fault:
            faults.append(f"{key} {fault}")
    if faults:
        raise CorpusError("；".join(faults))
    return Sidecar(**fields)
