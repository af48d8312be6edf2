"""编号格式: how Word writes the n-th number (ECMA-376 part 1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
)
_ROMAN_ONES = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PLAIN = ("〇一二三四五六七八九", "十百千")
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_LARGEST = 9999


def numeral(form: str, value: int) -> str:
    """``value`` in the number format ``form``; decimal in a format that is not known here."""
    return _FORMS.get(form, str)(value) if 0 < value <= _LARGEST else str(value)


def _chinese(value: int, figures: str, places: str) -> str:
    """一百零三, 二十; ten to nineteen without 一 where figures are plain."""
    zero = "零"
    digits = [int(d) for d in str(value)]
    said = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            said += figures[digit] + (places[place - 1] if place else "")
        elif said and not said.endswith(zero):
            said += zero
    said = said.rstrip(zero)
    return said[1:] if said.startswith("一十") else said


def _roman(value: int) -> str:
    said = ""
    for worth, letters in _ROMAN + _ROMAN_ONES:
        times, value = divmod(value, worth)
        said += letters * times
    return said


def _letters(value: int) -> str:
    times, letter = divmod(value - 1, 26)
    return chr(ord("A") + letter) * (times % 26 + 1)


def _digits(value: int) -> str:
    return "".join(_PLAIN[0][int(d)] for d in str(value))


def _run(first: str, last: int, value: int) -> str:
    """A character of a run of Unicode that counts from ``first``; decimal beyond ``last``."""
    return chr(ord(first) + value - 1) if value <= last else str(value)


def _cycle(characters: str, value: int) -> str:
    return characters[value - 1] if value <= len(characters) else str(value)


_counting = partial(_chinese, figures=_PLAIN[0], places=_PLAIN[1])
_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "koreanCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "ideographLegalTraditional",
        ),
        _counting,
    ),
    "chineseLegalSimplified": partial(_chinese, figures=_LEGAL[0], places=_LEGAL[1]),
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "decimalFullWidth": lambda value: "".join(chr(ord("０") + int(d)) for d in str(value)),
    "decimalEnclosedCircle": partial(_run, "①", 20),
    "decimalEnclosedCircleChinese": partial(_run, "①", 20),
    "decimalEnclosedParen": partial(_run, "⑴", 20),
    "decimalEnclosedFullstop": partial(_run, "⒈", 20),
    "ideographEnclosedCircle": partial(_run, "㊀", 10),
    "ideographTraditional": partial(_cycle, "甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": partial(_cycle, "子丑寅卯辰巳午未申酉戌亥"),
}
