"""How a document's force is said in Chinese: by whom it was ended, and from which day."""

from __future__ import annotations

from yiyang_qa.answer.phrases import in_words, source
from yiyang_qa.types import Ending, Force, Standing

_ENDED = {Force.SUPERSEDED: "已有新版本{by}", Force.REPEALED: "已被{by}废止"}
_WILL_END = {Force.SUPERSEDED: "将由新版本{by}代替", Force.REPEALED: "将被{by}废止"}
_STATED = {Force.EXPIRED: "失效", Force.REPEALED: "废止"}


def told(standing: Standing) -> str:
    """How a document that is not in force stands: 《甲》自2023年1月1日起已被《乙》废止。"""
    document, since = standing.document, in_words(standing.since) if standing.since else ""
    if standing.by:
        return f"{source(document)}自{since}起{_ENDED[standing.force].format(by=source(standing.by))}。"
    if standing.force is Force.NOT_YET:
        return f"{source(document)}自{since}起施行，尚未生效。"
    if since:
        return f"{source(document)}的有效期至{since}，已经届满。"
    return f"发布网页注明{source(document)}已{_STATED[standing.force]}，日期未载明。"


def foretold(ending: Ending) -> str:
    """What is going to end a document that is still in force."""
    by = _WILL_END[ending.force].format(by=source(ending.by))
    return f"自{in_words(ending.on)}起，这份文件{by}。"
