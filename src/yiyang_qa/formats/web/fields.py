"""信息公开表: what a government page says of its document, as lines 键：值."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from yiyang_qa.parse.columns import CELL

#: 政府信息公开目录 of the sites, in the order in which the lines are written.
_KEYS = """
    标题 名称 信息名称 索引号 统一登记号 发文机关 发布机构 发布机关 发布单位 发文单位 制发机关 发文字号
    文号 文件编号 主题分类 内容分类 体裁分类 组配分类 公文种类 公开方式 公开范围 公开属性 主题词 成文日期
    成文时间 生成日期 印发日期 发文日期 发布日期 发布时间 公开日期 实施日期 施行日期 生效日期 失效日期
    废止日期 有效期至 有效性 效力状态 来源
"""
KEYS = tuple(_KEYS.split())
_TITLES = frozenset(KEYS[:3])
#: Ends a value on a line that holds several things.
_OTHER = (
    r"字\s*[体号]|打\s*印|分\s*享|(?:浏览|阅读|点击)(?:次数|量|数)|责任编辑|作\s*者|扫一扫|收\s*藏|关\s*闭"
)
_LONGEST_VALUE = 120  # 字


def _spaced(word: str) -> str:
    return r"[\s\u3000]*".join(word)


_KEY = "|".join(map(_spaced, sorted(KEYS, key=len, reverse=True)))
_FIELD = re.compile(
    rf"(?<![\w〕\]）)])[\[【]?({_KEY})[\]】]?\s*[:：]\s*(.*?)(?=\s*[\[【（(]?(?:{_KEY}|{_OTHER})"
    r"[\]】]?\s*(?:[:：]|$|\s)|\s*$)"
)
_BARE_KEY = re.compile(rf"[\[【]?({_KEY})[\]】]?\s*[:：]?")


def fields(shown: Iterable[str], meta: Mapping[str, str]) -> list[str]:
    """Lines ``键：值`` of what the lines around a document, and the page's meta tags, say of it.

    The first value of a key counts; an empty value says nothing. PubDate is the meta tag that
    the 政府网站发展指引 (2017), annex 2, asks every page to carry.
    """
    found: dict[str, str] = {}
    for key, value in _pairs(_cells(shown)):
        if value and len(value) <= _LONGEST_VALUE:
            found.setdefault(key, value)
    if not found.keys() & {"发布日期", "发布时间", "公开日期"} and (day := meta.get("pubdate")):
        found["发布日期"] = day
    return [f"{key}：{found[key]}" for key in KEYS if key in found and key not in _TITLES]


def is_table_row(line: str) -> bool:
    """Whether a line is a row of a publication table."""
    return CELL in line and next(_pairs(_cells([line])), None) is not None


def _cells(shown: Iterable[str]) -> Iterator[str]:
    for line in shown:
        yield from (cell.strip() for cell in line.split(CELL.strip()))


def _pairs(cells: Iterable[str]) -> Iterator[tuple[str, str]]:
    waiting: str | None = None  # a key that stands alone, its value in the next cell
    for cell in cells:
        if bare := _BARE_KEY.fullmatch(cell):
            waiting = "".join(bare[1].split())
            continue
        found = list(_FIELD.finditer(cell))
        if waiting and not found:
            yield waiting, cell
        waiting = None
        yield from (("".join(each[1].split()), each[2].strip()) for each in found)
