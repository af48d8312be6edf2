"""Acts (办事的动作) asked about: 谁验收 is answered by what says 验收, not by who has charge of the place.

打老人会怎么处理 by what punishes it, not by what forbids it; 怎么续期 by what says by which way, to whom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiyang_qa.text import fold


@dataclass(frozen=True, slots=True)
class Act:
    """An act as texts tell of it, and as they tell who does it."""

    told: re.Pattern[str]
    by: re.Pattern[str] | None = None

    def names_who(self, text: str) -> bool:
        """Whether ``text`` names who does it, where that is asked."""
        return self.by is None or bool(self.by.search(fold(text)))


#: Acts that one body does to another's work; documents name one act by several words.
_ACTS = (
    "验收",
    "审批|审核|审定|批准|核准|许可|核定",
    "受理",
    "发放|支付|拨付|兑现",
    "评估|评定|认定|鉴定",
    "检查|督查|抽查|巡查|监督|监管",
    "备案",
    "公示|公布|公开",
    "培训",
)
_BODY = r"(?:谁|哪(?:个|家|些|几个|几家)?(?:部门|单位|机构|局|委)?)"
_DOER = r"(?:部门|单位|机关|机构|委员会|办事处|政府|中心|联合会|[局委厅办院镇])"
_BY_WHOM = (
    (
        re.compile(
            rf"{_BODY}(?:来|去|负责|组织|牵头|进行|给)*(?:{act})|(?:{act})[^,。?!;]{{0,4}}(?:归|由|找|是){_BODY}"
        ),
        Act(re.compile(act), re.compile(rf"{_DOER}[^。;,]{{0,40}}(?:{act})")),
    )
    for act in _ACTS
)
_CONSEQUENCE = (
    re.compile(
        r"(?:会|要|将|该)(?:被|受到?)?(?:怎么|咋|如何|怎样)(?:处理|处置|追究)|会(?:被)?(?:怎样|怎么样|咋样)|"
        rf"{_BODY}来?(?:查处|处罚)"
    ),
    Act(
        re.compile(
            "责令|罚款|处分|警告|处罚|批评教育|追究|吊销|没收|停止|取消|退[出回还]|撤销|暂停|终止|减半|扣[减除发]|核减|停发|追[回缴]"
        )
    ),
)
#: 可以通过…办理续期手续, 由…协商确定; not what happens to who did not. 家庭病床怎么办 asks for it, 花超了怎么办 for a way out.
_WAY = (
    re.compile(
        r"(?:怎么|如何|咋|怎样)(?:去|来|才能|个)?"
        r"(?:办(?![呢啊?!]*$)|申[请领报]|续|领|补办|报[名销]|登记|提|交|[确认评选]定|变更|转|退|换)|"
        r"^[^了不没还想要被错丢坏失超满期过掉出走迁亡断停,]*(?:怎么|咋)办[呢啊?!]*$"
    ),
    Act(
        re.compile(
            r"(?:通过|向|到|持|凭|由|经|协商)[^。;]{0,60}"
            r"(?:办理|申[请领报]|提[出交]|递交|登记|[确认评选]定|领取|续期|受理|报销|结算)"
        )
    ),
)
#: 医保怎么付: 按照…的标准，按床日付费.
_PAYS = (
    re.compile(r"(?:怎么|如何|咋|怎样)(?:来|去|给)?(?:支?付|报销?|结算|收[费钱]|计费|算钱)"),
    Act(
        re.compile(
            r"(?:按照?|采取|实行|纳入|以|由)[^。;]{0,40}(?:付费|支付|收[费取]|报销|结算|计[价费]|给付)"
        )
    ),
)
#: Whether several benefits go together, not what one of them comes to: 可同时申领, not what may be chosen from.
TOGETHER = Act(re.compile(r"同时(?:申[领请]|享受|领取|发放|给予)|叠加|兼得"))
_TOGETHER = (
    re.compile(r"(?:同时|一起|两[项个份样]都|一块儿?)(?:申?[领请拿]|享受?|补|发)|兼得|叠加"),
    TOGETHER,
)
#: 哪些情况不赔, 哪些人拿不到补贴: what shuts out.
_SHUT_OUT = (
    re.compile(
        r"(?:哪[些几种]|什么|啥|何种)[^,。;?!]{0,10}(?:不(?:[赔报付]|给[报付发补赔]|能?(?:报销|享受|领))|[拿领报]不[到了]|报不了)"
    ),
    Act(re.compile(r"不予|不(?:得|再|能)?(?:享受|支付|发放|报销|纳入)|除外")),
)
#: 评估结果我不认可咋办: how it is looked at again.
_DISPUTED = (
    re.compile(
        r"(?:不服|不认[可同账]?|不同意|不满意?|有(?:异议|意见)|不[公合][平正理])[^,。?!;]{0,6}(?:,|怎么|咋|如何|找|[可能])"
    ),
    Act(re.compile("异议|不服|复[核评议查]|申诉|重新(?:评估|审核)|行政诉讼")),
)
_ASKED = (_TOGETHER, _DISPUTED, *_BY_WHOM, _SHUT_OUT, _CONSEQUENCE, _WAY, _PAYS)


def asks_who_is_shut_out(question: str) -> bool:
    """Whether ``question`` asks what or whom a benefit is refused to, not what it comes to."""
    return bool(_SHUT_OUT[0].search(fold(question)))


def act_asked(question: str) -> Act | None:
    """The act of which ``question`` asks who does it, or how; None where it asks of none."""
    folded = fold(question)
    return next((named for asked, named in _ASKED if asked.search(folded)), None)
