"""Headings that name what is asked for and nothing else: 办理时限, 收费标准, 申请材料.

In a guide (办事指南) the matter is in the title and what stands under such a heading need not repeat it (60个工作日。),
so that likeness does not find it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.search.ranking import At, Hit
from yiyang_qa.search.values import values_asked
from yiyang_qa.text import fold
from yiyang_qa.types import Region

_DOES = "(?:办理|申请|申报|申领|受理|提交|所需|需要|应?提供|审批|办结|承诺|法定|咨询|联系|监督|投诉|是否)?"
#: Kind of value → what heads it; a sum is one that is paid, or one that is given.
_NAMES = {
    "办理地点或渠道": "(?:地[点址]|窗口|渠道|方式|途径|机构|地点和(?:办理)?机构)",
    "电话": "(?:电话|热线|方式|联系方式)",
    "网址或平台": "(?:网址|平台|渠道|网站)",
    "天数": "(?:时限|期限)",
    "期限": "(?:时限|期限)",
    "时间": "(?:时间|时限)",
    "材料": "(?:材料|资料|要件|材料清单)",
    "停止或取消的情形": "(?:停发|停止|终止|取消|退出|注销)(?:的)?(?:情形|情况|条件|机制)?",
}
#: 怎么申请, and what heads how it is done.
_HOW = re.compile(r"(?:怎么|如何|咋|怎样)(?:去|来|才能)?(?:办理?|申[请领报])")
_PROCEDURE = re.compile(r"(?:申[请领报]|办理|受理)(?:和?(?:审[核批]|发放))?(?:程序|流程|步骤)")
#: 哪些老人能领, and what heads whom it is for.
_WHO_MAY = re.compile(
    r"(?:哪些|什么(?:样的)?|啥样?的?|哪[类种]|谁|怎样的)(?:老?人员?|对象|家庭|残疾人|患者|病人|居民|职工|机构)?[^,。;?!]{0,4}"
    r"(?:能|可以|可|才|算|有资格|符合)(?!不能)|(?:哪些|什么)(?:老?人员?|对象|家庭|残疾人)(?:享受|申请)"
)
_FOR_WHOM = re.compile(
    r"(?:补[贴助]|发放|保障|服务|改造|适用|资助|救助|享受|待遇|申[请报领]|参保|收住|实施)?(?:对象|人群)(?:[和及与]?(?:范围|条件))?|"
    r"(?:适用|发放|保障|实施|享受|对象)范围|(?:申[请报领]|享受|领取|待遇)(?:资格|条件)"
)
_PAID = re.compile("(?:收费|收费标准|收费依据和标准|收费情况|费用|(?:筹资|缴费)(?:标准|水平))")
_GIVEN = re.compile("(?:补[贴助]|资助|奖励|奖补|救助)标准")
_RECEIVES = re.compile("[补领贷奖发贴](?!办)")
_PAYS = re.compile("收费|[要收交缴花][^补领]{0,6}[钱费]|[收交缴花筹]多少|工本费|费用")
#: Headings of a guide that name one kind: 办理渠道, 办理地点.
_MOST = 2
_HEADINGS = {name: re.compile(_DOES + words) for name, words in _NAMES.items()}


def headed(question: str, hits: Sequence[Hit], at: At, *, each_region: bool = False) -> frozenset[int]:
    """Rows of the ``hits``, best first, whose heading names the kind of value that ``question`` asks for.

    Only in the document of the best hit, or of the best of ``each_region``, and not where more headings than a guide
    has do.
    """
    headings = list(_headings(question))
    if not headings:
        return frozenset()
    best: dict[Region | None, str] = {}
    for document, _ in map(at, hits):
        best.setdefault(document.region if each_region else None, document.id)
    named: dict[str, dict[str, list[int]]] = {id: {} for id in best.values()}
    for hit in hits:
        document, clause = at(hit)
        if document.id in named and any(h.fullmatch(fold(clause.heading).strip()) for h in headings):
            named[document.id].setdefault(clause.id, []).append(hit.row)
    few = (rows for clauses in named.values() if len(clauses) <= _MOST for rows in clauses.values())
    return frozenset(row for rows in few for row in rows)


def _headings(question: str) -> Iterator[re.Pattern[str]]:
    """What heads the values that ``question`` asks for."""
    folded = fold(question)
    if _HOW.search(folded):
        yield _PROCEDURE
    if _WHO_MAY.search(folded):
        yield _FOR_WHOM
    for value in values_asked(question):
        if value.name in _HEADINGS:
            yield _HEADINGS[value.name]
        elif value.name == "金额" and _RECEIVES.search(folded):
            yield _GIVEN
        elif value.name == "金额" and _PAYS.search(folded):
            yield _PAID
