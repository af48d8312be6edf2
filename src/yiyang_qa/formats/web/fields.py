"""信息公开表: what a government page says of its document, as lines 键：值."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from yiyang_qa.parse.columns import CELL

#: 政府信息公开目录 of the sites, in the order in which the lines are written.
_KEYS = """
    标题 名称 信息名称 文件名称 索引号 信息索引号 统一登记号 统一编号 发文机关 发文机构 发布机构 发布机关 发布单位 发布部门
    发文单位 制发机关 制定机关 发文字号 发文文号 文号 文件编号 主题分类 内容分类 信息分类 体裁分类 组配分类 公文种类 公开方式
    公开形式 公开范围 公开属性 主题词 签发人 成文日期 成文时间 生成日期 生成时间 印发日期 印发时间 发文日期 发文时间 签发日期
    发布日期 发布时间 公开日期 公开时间 公布日期 颁布日期 实施日期 实施时间 施行日期 施行时间 生效日期 生效时间 失效日期
    失效时间 废止日期 废止时间 有效期至 有效性 时效性 有效状态 效力状态 文件状态 公文时效 时效 状态 来源 来源网站
"""
KEYS = tuple(_KEYS.split())
_TITLES = frozenset(KEYS[:4])
#: A value without a figure is none of these.
_DAYS = ("日期", "时间", "期至")
_ISSUERS = frozenset(key for key in KEYS if key.endswith(("机关", "机构", "单位", "部门")))
_PUBLISHED = frozenset({"发布日期", "发布时间", "公开日期", "公开时间"})
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

    The first value of a key counts; an empty value says nothing. PubDate, ContentSource and SiteName are
    meta tags that the 政府网站发展指引 (2017), annex 2, asks pages to carry; the site counts where no body is named.
    """
    found: dict[str, str] = {}
    for key, value in _pairs(_cells(shown)):
        dated = any(c.isdigit() for c in value) or not key.endswith(_DAYS)
        if value and dated and len(value) <= _LONGEST_VALUE:
            found.setdefault(key, value)
    if not found.keys() & _PUBLISHED and (day := meta.get("pubdate")):
        found["发布日期"] = day
    if source := meta.get("contentsource"):
        found.setdefault("来源", source)
    if not found.keys() & _ISSUERS and (site := meta.get("sitename")):
        found["来源网站"] = site
    return [f"{key}：{found[key]}" for key in KEYS if key in found and key not in _TITLES]


def is_key(words: str) -> bool:
    """Whether ``words`` are the name of a field and nothing else."""
    return _BARE_KEY.fullmatch(words) is not None


def is_table_row(line: str) -> bool:
    """Whether a line is a row of a publication table."""
    return CELL in line and next(_pairs(_cells([line])), None) is not None


def terms(shown: Sequence[str]) -> Iterator[int]:
    """Positions of the lines that are fields with their values on the next one, where several stand together."""
    found = [i for i, line in enumerate(shown[:-1]) if is_key(line) and _is_value(shown[i + 1])]
    for i in found if len(found) > 1 else ():
        if "".join(shown[i].split()).strip("[]【】:：") not in _TITLES:
            yield from (i, i + 1)


def _is_value(line: str) -> bool:
    return len(line) <= _LONGEST_VALUE and "。" not in line and not is_key(line)


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
