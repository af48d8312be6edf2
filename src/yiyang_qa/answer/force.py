"""How a document's force is said in Chinese: by whom it was ended, and from which day."""

from __future__ import annotations

from collections.abc import Sequence

from yiyang_qa.answer.phrases import in_words, source
from yiyang_qa.types import Alteration, Amended, Document, Ending, Extended, Force, PartialDate, Standing

NAMED = 3  # documents out of force that are told of by name
_ENDED = {Force.SUPERSEDED: "已有新版本{by}", Force.REPEALED: "已被{by}废止"}
_WILL_END = {Force.SUPERSEDED: "将由新版本{by}代替", Force.REPEALED: "将被{by}废止"}
_ALTERED = {
    Alteration.REPLACED: "修改，所引是修改前的文字，新的文字见该文件",
    Alteration.CHANGED: "部分修改，所引是修改前的文字，须与该文件对照",
    Alteration.DELETED: "删去，不再适用",
    Alteration.ADDED: "增加",
    Alteration.RENUMBERED: "改为别的条号，文字未变",
}
_DOES = {
    "修改": {Alteration.REPLACED, Alteration.CHANGED},
    "删去": {Alteration.DELETED},
    "增加": {Alteration.ADDED},
    "调整": {Alteration.RENUMBERED},
}
_STATED = {Force.EXPIRED: "失效", Force.REPEALED: "废止"}


def told(standing: Standing) -> str:
    """How a document that is not in force stands: 《甲》自2023年1月1日起已被《乙》废止。"""
    document, since = standing.document, in_words(standing.since) if standing.since else ""
    if standing.through:
        return f"{source(document)}只修改别的文件：{told(standing.through)}"
    if standing.by:
        return f"{source(document)}自{since}起{_ENDED[standing.force].format(by=source(standing.by))}。"
    if standing.force is Force.NOT_YET:
        return f"{source(document)}自{since}起施行，尚未生效。"
    if since:
        by = f"经{source(standing.extended.by)}延长，" if standing.extended else ""
        return f"{source(document)}的有效期{by}至{since}，已经届满。"
    return f"发布网页注明{source(document)}已{_STATED[standing.force]}，日期未载明。"


def foretold(ending: Ending) -> str:
    """What is going to end a document that is still in force."""
    by = _WILL_END[ending.force].format(by=source(ending.by))
    return f"自{in_words(ending.on)}起，这份文件{by}。"


def lengthened(document: Document, extended: Extended) -> str:
    """Until when another document has lengthened the term of one: 《甲》原定有效期至…，已由《乙》延长至…。"""
    before = f"{source(document)}" + (
        f"原定有效期至{in_words(document.valid_until)}，" if document.valid_until else "的有效期"
    )
    after = f"延长至{in_words(extended.until)}" if extended.until else "宣布继续有效，未载明截止日期"
    return f"{before}已由{source(extended.by)}{after}。"


def amended(clause: Amended) -> str:
    """What has become of a cited clause: 第三条自…起已由《乙》修改，…。"""
    return f"{clause.address}自{in_words(clause.on)}起已由{source(clause.by)}{_ALTERED[clause.change]}。"


def amendments_told(on: PartialDate, by: Document, changes: Sequence[Amended], *, begun: bool) -> str:
    """What one document amends in another, from its day ``on``: 自…起，《乙》修改第三条、第八条，删去第五条。"""
    done = {
        word: "、".join(dict.fromkeys(c.address for c in changes if c.change in kinds))
        for word, kinds in _DOES.items()
    }
    what = "，".join(f"{word}{addresses}" for word, addresses in done.items() if addresses)
    still = "，以下是修改前的正文" if begun else ""
    return f"{source(by)}{what}，自{in_words(on)}起施行{still}。"
