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
#: What an answer that cites a document names it after.
CITES = "出处："
#: What is asked of a document, or of where the last answer stands, without saying of which.
_OF_IT = frozenset({Intent.DATE, Intent.UNITS})
_NUMBER = re.compile("文号|字号")
#: A time that is up: 期限过了没有, 到期了吗, 还有效吗.
_UP = re.compile(
    r"文号|字号|期限|日期|时间|署名|落款|(?:印|签|颁)?发布?|过(?:期|时|去)?了?|到期|失效|作废|废止|有效|作数|管用|"
    r"施行|实施|执行|生效|通过|开始|结束|截止|现在|已经|还|没|有|吗|什么|时候"
)


#: 还有效吗, 过期了没: asked of whatever the last answer cites.
_IN_FORCE = re.compile(
    r"(?:那么?|现在|目前|如今|到现在|今天|它|是不是|是否|已经|都|还|在)*(?:有效|作数|算数|管用|执行|施行|过期|过了?有效期|到期|失效|废止|作废)"
    r"(?:了|着|的|期内)*(?:吗|没有?|么|不|[?。])*"
)
#: 现在还能申请吗: asked of the document where its term is known to be in doubt.
_STILL = re.compile(
    r"(?:那么?|我们?|现在|目前|如今|今年|今天)*还(?:能|可以|能够)(?:再|去)?(?:申[请领报]|办理?|领取?|享受|用|报销?)(?:吗|么|不|[?。])*"
)
_IN_DOUBT = re.compile("写明执行到“|规划期为[^，。]*，已经结束|有效期至[^，。]*，已经届满")
#: The same, asked of it by name.
_ASKED_OF_IT = "这份文件还有效吗"


def asks_if_in_force(turn: str) -> bool:
    """Whether ``turn`` only asks if something, a document, is in force: 还有效吗."""
    return _IN_FORCE.fullmatch(fold(turn).strip()) is not None


def of_its_document(turn: str, answer: str) -> str:
    """``turn`` put as a question of the document that the last ``answer`` cites where it only asks if that is in force."""
    of_its_force = asks_if_in_force(turn) or (
        _IN_DOUBT.search(answer) and _STILL.fullmatch(fold(turn).strip())
    )
    return _ASKED_OF_IT if CITES in answer and of_its_force else turn


def points_at_document(turn: str) -> bool:
    """Whether ``turn`` asks of a document spoken of before: it names none, and no matter of its own."""
    folded = fold(turn)
    if _OWN.search(folded):
        return False
    asks_of_it = intent_of(folded) in _OF_IT or _NUMBER.search(folded)
    return bool(_THIS.search(folded) or (asks_of_it and names_no_matter(_UP.sub("", folded))))
