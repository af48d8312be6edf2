"""款、项 spoken of alone: 第四项呢, 第二款具体怎么说, of the article that the last answer cites."""

from __future__ import annotations

import re

from yiyang_qa.parse.terms import CN, NTH
from yiyang_qa.text import fold

_PART = re.compile(
    rf"(?:那么?|它|这一?条)?的?(?P<part>(?:第{NTH}款)?(?:第\(?{NTH}\)?项)?)"
    r"(?:具体|是|的|都|又|怎么|怎样|什么|啥|说|讲|写|规定|内容|原文|全文|呢|吗|[?\s])*"
)
#: 出处：《…条例》（2021年9月29日） 第七章 法律责任 › 第五十三条
_CITED = re.compile(
    rf"^出处：《(?P<title>.+?)》(?:（[^（）]*）)?\s(?:.*\s)?(?P<article>第{CN}+条(?:之{CN}+)?)[^›]*$",
    re.MULTILINE,
)


def part_alone(turn: str) -> str:
    """The 款 or 项 that is all that ``turn`` names: 第四项; empty where it names more, or none."""
    found = _PART.fullmatch(fold(turn))
    return found["part"] if found else ""


def with_its_article(turn: str, answer: str) -> str:
    """``turn``, with the only article that ``answer`` cites where it names but a part of one: 《…》第五十三条第四项."""
    part = part_alone(turn)
    cited = cited_articles(answer) if part else []
    if len(cited) != 1:
        return turn
    title, article = cited[0]
    return f"《{title}》{article}{part}"


def cited_articles(answer: str) -> list[tuple[str, str]]:
    """The articles that ``answer`` cites first for what it tells, each with the title of its document."""
    return _CITED.findall(answer)
