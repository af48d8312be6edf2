"""解读: texts that explain another one, told by how their titles begin: 解读：《甲办法》, 一图读懂《甲办法》.

A site also links to such texts below a document, so that only what stands above a text without another
title is one.
"""

from __future__ import annotations

import re

from yiyang_qa.parse.pages import body_range
from yiyang_qa.parse.scan import Lines
from yiyang_qa.types import Kind

_HEAD = r"(?:(?:政策|文件|图文|图片|音频|视频|动漫|专家|媒体|权威|部门|一图)?(?:解读|图解)|一图(?:读懂|看懂|速览|了解)|[图漫]说)"
_INTERPRETS = re.compile(
    rf"\(?{_HEAD}\)?\s*[:|丨·-]{{0,2}}\s*(?:(?:关于)?《[^。;]{{4,80}}》[^。;《》]{{0,40}}|[^。;:|>《》\s]{{8,60}})$"
)
_MAY_BE = frozenset({Kind.TEXT, Kind.FURNITURE})


def interprets(title: str) -> bool:
    """Whether a folded ``title`` says by its beginning that the text explains another one."""
    return _INTERPRETS.match(title) is not None


def interpreting_titles(lines: Lines) -> Lines:
    """The first such line above the body is the title, where nothing else there is."""
    first, _ = body_range(lines)
    if any(line.kind is Kind.TITLE for line in lines[:first]):
        return lines
    for i, line in enumerate(lines[:first]):
        if line.kind in _MAY_BE and interprets(line.words):
            lines[i] = line.renamed(Kind.TITLE)
            break
    return lines
