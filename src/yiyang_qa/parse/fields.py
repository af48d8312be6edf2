"""What a site's page tells of a document in a table or in lines above it: 索引号、发文字号、成文日期 ….

Pages print these with a colon or without, in brackets or behind a bullet, several on a line or
the value on the next one. A name that prose may begin with (来源, 名称) counts only with a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from yiyang_qa.parse.dates import dates_of
from yiyang_qa.parse.terms import DAY, ORGAN, REFERENCE, VERDICT
from yiyang_qa.types import PartialDate


class Field(StrEnum):
    """What the value of a field is."""

    NUMBER = "发文字号"
    ISSUER = "发文机关"
    ISSUED = "成文日期"
    PUBLISHED = "发布日期"
    EFFECTIVE = "施行日期"
    UNTIL = "失效日期"
    FORCE = "有效性"
    TITLE = "标题"
    OTHER = "其他"


#: Names that hardly begin a line of prose.
_SURE = {
    Field.NUMBER: "发文字号 发文文号 文件编号 文件字号 公文字号",
    Field.ISSUER: "发文机关 发文机构 发文单位 发布机构 发布机关 发布单位 发布部门 制发机关 制定机关 颁布单位 颁布机关 公开机构",
    Field.ISSUED: "成文日期 成文时间 生成日期 生成时间 发文日期 发文时间 印发日期 印发时间 签发日期",
    Field.PUBLISHED: "发布日期 发布时间 公开日期 公开时间 公布日期 颁布日期 颁布时间 发表时间 发表日期",
    Field.EFFECTIVE: "实施日期 施行日期 生效日期 实施时间 施行时间 生效时间 执行日期",
    Field.UNTIL: "失效日期 失效时间 废止日期 废止时间 有效期至",
    Field.FORCE: "有效性/截止日期 有效性 时效性 公文时效 效力状态 文件状态 有效状态",
    Field.TITLE: "信息名称 文件名称",
    Field.OTHER: "信息索引号 索引号 统一编号 统一登记号 规范性文件编号 规范性文件登记号 主题分类 主题词 内容分类 体裁分类 组配分类 "
    "信息分类 公开方式 公开形式 公开范围 公开属性 公开类别 公文种类 效力级别 效力位阶 法规类别 所属主题 内容概述 信息来源 "
    "发布来源 签发人 来源网站 登记编号 备案登记号 法定主动公开分类",
}  # fmt: skip
#: Names that count with a colon or in brackets only.
_WITH_COLON = {
    Field.NUMBER: "文号 字号 发文号",
    Field.PUBLISHED: "日期",
    Field.FORCE: "时效 状态",
    Field.TITLE: "标题 名称",
    Field.OTHER: "来源 新闻来源 稿件来源 文章来源 类别 体裁 关键词 导航 备注 法规来源 法规全文",
}
_DATED = frozenset({Field.ISSUED, Field.PUBLISHED, Field.EFFECTIVE, Field.UNTIL})
_LONGEST_VALUE = 60  # 字, on a line of its own
_PUNCTUATED = re.compile("[。;,:]")


def _names(table: dict[Field, str]) -> dict[str, Field]:
    return {name: field for field, names in table.items() for name in names.split()}


_FIELD_OF = _names(_SURE) | _names(_WITH_COLON)


def _any_of(table: dict[Field, str]) -> str:
    spaced = (" *".join(name) for name in sorted(_names(table), key=len, reverse=True))
    begins = "".join(sorted({name[0] for name in _names(table)}))
    return f"(?=[{begins}])(?:{'|'.join(spaced)})"  # the set fails sooner than the names do


_NAME = (
    rf"(?:{_any_of(_SURE)}|{_any_of(_WITH_COLON)}(?= ?(?:\)| *(?:\*\*)? *\|? *:))|文 *号(?= *{REFERENCE}))"
)
_BULLET = r"[·*|\- ]*"
#: What a line of fields begins with.
BEGINS = "".join(sorted({name[0] for name in _FIELD_OF})) + "·*|-("
#: One field with its colon.
COLONED = rf"{_BULLET}\(? ?{_NAME} ?\)? *(?:\*\*)? *\|? *:"
#: One in brackets, as a list may number it: 1. (发布日期)2022-11-30.
BRACKETED = rf"{_BULLET}(?:\d{{1,2}}\. *)?\( ?{_NAME} ?\)"
#: A sure name without a colon, its value behind it or on the next line.
BARE = rf"{_BULLET}\(?(?:{_any_of(_SURE)}|文 *号(?= *{REFERENCE}))\)?[^。;,:]{{0,80}}$"

#: The day of the page with the time, fields behind it: 2023-05-06 10:00 来源:市民政局.
DATED = rf"{DAY}(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?(?=\s+{_NAME}\s*:)"
_OPENING_DAY = re.compile(DATED)

_PAIR = re.compile(rf"(?:(?<![^\s|·*(,;-])|(?<=\d\.))(?P<name>{_NAME}) ?\)? *(?:\*\*)? *\|? *:?")
_MARGIN = " \t\r\n|·*:>-"


def pairs(folded: str) -> Iterator[tuple[Field, int, int]]:
    """Each field of a ``folded`` block with the half-open range of its value, which may be empty."""
    if opening := _OPENING_DAY.match(folded):
        yield Field.PUBLISHED, *opening.span()
    found = [*_PAIR.finditer(folded)]
    ends = [*(name.start() for name in found[1:]), len(folded)]
    for name, end in zip(found, ends, strict=False):
        value = folded[name.end() : end]
        start = name.end() + len(value) - len(value.lstrip(_MARGIN))
        said = folded[start:end].rstrip(_MARGIN + "(")
        field = _FIELD_OF["".join(name["name"].split())]
        yield field, start, start + len(said)


def lacks(words: str) -> Field | None:
    """The field that a line names last without giving its value."""
    last = next(iter([*pairs(words)][-1:]), None)
    return last[0] if last and last[1] == last[2] else None


def may_be(field: Field, words: str) -> bool:
    """Whether a line by itself can be the value of ``field``."""
    if field in _DATED:
        return len(words) <= _LONGEST_VALUE and day(words) is not None
    if len(words) > _LONGEST_VALUE or _PUNCTUATED.search(words):
        return False
    pattern = {
        Field.NUMBER: REFERENCE,
        Field.FORCE: rf"{VERDICT}(?:[/、或]{VERDICT})*",
        Field.ISSUER: rf"{ORGAN}|[一-龥]{{2,16}}",
    }
    return field not in pattern or re.fullmatch(pattern[field], words) is not None


def day(value: str) -> PartialDate | None:
    """The date that ``value`` begins with, as pages write it with or without the time of day."""
    found = dates_of(value[:24])
    return found[0][0] if found else None
