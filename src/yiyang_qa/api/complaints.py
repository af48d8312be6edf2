"""What validation found wrong, in Chinese: one row per kind of error that pydantic names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

T = TypeVar("T")

_MESSAGES = {
    "missing": "缺少必填的{field}，请补上。",
    "extra_forbidden": "没有{field}这一项，请检查拼写；可用的字段见 /openapi.json。",
    "string_type": "{field}应是字符串。",
    "string_unicode": "{field}含有不成对的代理字符，不是合法的文字，请删去后再试。",
    "string_too_short": "{field}是空的，请填写。",
    "string_too_long": "{field}最长 {max_length} 个字符，请缩短后再试。",
    "string_pattern_mismatch": "{field}的写法不对，可用的写法见 /openapi.json。",
    "int_type": "{field}应是整数。",
    "int_parsing": "{field}应是整数。",
    "int_from_float": "{field}应是整数。",
    "greater_than_equal": "{field}不能小于 {ge}。",
    "less_than_equal": "{field}不能大于 {le}。",
    "bool_type": "{field}应是 true 或 false。",
    "float_type": "{field}应是数字。",
    "finite_number": "{field}应是有限的数字。",
    "dict_type": "{field}应是 JSON 对象。",
    "literal_error": "{field}只能是 {expected}。",
    "json_invalid": "{field}不是合法的 JSON。",
    "list_type": "{field}应是数组。",
    "too_short": "{field}至少要有 {min_length} 项。",
    "too_long": "{field}最多 {max_length} 项。",
    "enum": "{field}只能是 {expected}。",
    "model_type": "{field}应是 JSON 对象。",
    "model_attributes_type": "{field}应是 JSON 对象。",
    "value_error": "{field}{error}",
}
_OTHER = "{field}的值不合要求，可用的写法见 /openapi.json。"
_SOURCES = frozenset({"body", "query", "path"})


def complaint(error: Mapping[str, Any], whole: str = "请求体") -> tuple[str, str | None]:
    """Message and dotted path of one pydantic error; the path is ``None`` for what is ``whole``."""
    field = _dotted(error["loc"])
    template = _MESSAGES.get(error["type"], _OTHER)
    name = f" {field} " if field else whole
    context = {key: str(value).replace(" or ", ", ") for key, value in error.get("ctx", {}).items()}
    return template.format(field=name, **context).strip(), field


def read_or_complain(read: Callable[[], T]) -> T:
    """What ``read()`` gives.

    Raises:
        ValueError: the first thing that validation found wrong, in Chinese.
    """
    try:
        return read()
    except ValidationError as error:
        raise ValueError(complaint(error.errors()[0], whole="")[0]) from None


def _dotted(location: Sequence[int | str]) -> str | None:
    inner = location[1:] if location and location[0] in _SOURCES else location
    return ".".join(str(step) for step in inner)[:100] or None
