"""Numbers as official documents write them: 1,550 · 1.5万 · 一百二十 · 二〇二三 · 百分之三十."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from yiyang_qa.text import fold

#: Chinese figures, 大写 included (GB/T 15835—2011, 出版物上数字用法).
FIGURES = {c: n for row in ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖") for n, c in enumerate(row)} | {
    "两": 2
}
PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
GROUPS = {"万": 10**4, "亿": 10**8}
_SCALES = PLACES | GROUPS

#: Longer runs of digits are registration numbers, and no float holds them exactly.
ARABIC_REST = r"(?:[0-9]{0,2}(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{0,14})(?:\.[0-9]{1,15})?"
ARABIC = rf"[0-9]{ARABIC_REST}"
CHINESE_FIGURES = "".join(FIGURES | _SCALES)
CHINESE = rf"[{CHINESE_FIGURES}]{{1,24}}"
_SCALED = re.compile(rf"({ARABIC})\s*([{''.join(_SCALES)}]{{0,3}})")
_PERCENT = "百分之"


@lru_cache(maxsize=4096)
def number(text: str) -> float | None:
    """The value that the whole of ``text`` writes; None where it is no number.

    ``1.5万`` is 15000.0, ``二〇二三`` 2023.0, ``三千五`` 3500.0, ``百分之三十`` 0.3.
    """
    said = fold(text).strip()
    if said.startswith(_PERCENT):
        share = _value(said.removeprefix(_PERCENT).strip())
        return None if share is None else float(share / 100)
    value = _value(said)
    return None if value is None else float(value)


def _value(said: str) -> Decimal | None:
    if found := _SCALED.fullmatch(said):
        value = Decimal(found[1].replace(",", ""))
        for scale in found[2]:
            value *= _SCALES[scale]
        return value
    if not 1 <= len(said) <= 24 or not all(c in FIGURES or c in _SCALES for c in said):
        return None
    if len(said) > 1 and all(c in FIGURES for c in said):
        return Decimal("".join(str(FIGURES[c]) for c in said))
    return _counted(said)


def _counted(said: str) -> Decimal | None:
    """A number read by its places: 一亿三千二百万零三."""
    total = section = 0
    figure: int | None = None
    place = 1  # just read; a figure right after it counts its tenths: 三千五
    for c in said:
        if c in FIGURES:
            if figure:
                return None  # 三四十 is no one number
            figure = FIGURES[c]
            place = place if figure else 1
        elif c in PLACES:
            section += (1 if figure is None else figure) * PLACES[c]
            figure, place = None, PLACES[c]
        else:
            section += figure or 0
            total = total * GROUPS[c] if total and not section else total + (section or 1) * GROUPS[c]
            section, figure, place = 0, None, GROUPS[c]
    return Decimal(total + section + (figure or 0) * max(place // 10, 1))
