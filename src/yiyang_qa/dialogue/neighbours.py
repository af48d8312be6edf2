"""上一条、下一条: a clause named by where it stands beside the one spoken of last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.terms import NTH

_ARTICLE = re.compile(rf"第({NTH})条")
_BESIDE = re.compile(r"(?<![以综])(?P<before>[上前]|再上)一条|(?P<after>[下后]|再下)一条")


def beside(turns: Sequence[str]) -> list[str]:
    """``turns`` with 上一条 and 下一条 put as 第八条, where an earlier turn or the same names an article."""
    last: int | None = None
    put: list[str] = []
    for turn in turns:
        found, named = _BESIDE.search(turn), _ARTICLE.search(turn)
        if named:
            ordinal = number(named[1])
            last = None if ordinal is None else int(ordinal)
        elif found and last:
            last = max(1, last + (1 if found["after"] else -1))
            put.append(f"{turn[: found.start()]}第{last}条{turn[found.end() :]}")
            continue
        put.append(turn)
    return put
