"""指代文件: turns that ask of the document which the last answer cites: 这个条例什么时候通过的, 文号是多少."""

from __future__ import annotations

import re

from yiyang_qa.dialogue.intent import intent_of
from yiyang_qa.dialogue.turns import names_no_matter
from yiyang_qa.parse.terms import GENRES, REFERENCE
from yiyang_qa.text import fold
from yiyang_qa.types import Intent

#: 这份文件, 该办法, 上面那个通知; not 这类文件.
_THIS = re.compile(
    rf"(?:[这那此该]|上述|上面|刚才|前面)(?:说|提|讲)?的?(?:[那这]?[个份部项篇])?(?:文件|政策|法规|规章|{GENRES})"
)
#: A document by its own name or number.
_OWN = re.compile(rf"{REFERENCE}|《")
#: What is asked of a document, or of where the last answer stands, without saying of which.
_OF_IT = frozenset({Intent.DATE, Intent.UNITS})
_NUMBER = re.compile("文号|字号")
#: A time that is up: 期限过了没有, 到期了吗, 还有效吗.
_UP = re.compile(
    r"文号|字号|期限|日期|时间|署名|落款|(?:印|签|颁)?发布?|过(?:期|时|去)?了?|到期|失效|作废|废止|有效|作数|管用|"
    r"施行|实施|执行|生效|通过|开始|结束|截止|现在|已经|还|没|有|吗|什么|时候"
)


def points_at_document(turn: str) -> bool:
    """Whether ``turn`` asks of a document spoken of before: it names none, and no matter of its own."""
    folded = fold(turn)
    if _OWN.search(folded):
        return False
    asks_of_it = intent_of(folded) in _OF_IT or _NUMBER.search(folded)
    return bool(_THIS.search(folded) or (asks_of_it and names_no_matter(_UP.sub("", folded))))
