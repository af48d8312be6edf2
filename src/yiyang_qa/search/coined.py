"""专名: what a question names as the text coins it, in quotation marks or by its figure: “5046”工程, “1+X”."""

from __future__ import annotations

import re

from yiyang_qa.text import fold

_COINED = re.compile(
    r"\"(?P<quoted>[^\"]{2,16})\"|(?<![\d.])(?P<figure>\d{3,6}|\d[+a-z\d]{1,4})\"?(?=工程|行动|计划|模式|体系|机制|证书|制度|网络)"
)


def coined(question: str) -> tuple[str, ...]:
    """The names coined in ``question``, folded, without their marks."""
    return tuple(found["quoted"] or found["figure"] for found in _COINED.finditer(fold(question)))


def names(coined: tuple[str, ...], text: str) -> bool:
    """Whether ``text`` has one of the names ``coined``; in quotation marks, as a name is introduced."""
    folded = fold(text) if coined else ""
    return any(f'"{name}"' in folded for name in coined)
