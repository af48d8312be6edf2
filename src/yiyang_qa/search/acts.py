"""Acts (办事的动作) asked about: 谁验收 is answered by what says 验收, not by who has charge of the place.

打老人会怎么处理 by what punishes it, not by what forbids it; 怎么续期 by what says by which way, to whom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yiyang_qa.text import fold


@dataclass(frozen=True, slots=True)
class Act:
    """An act as texts tell of it, and as they tell who does it."""

    told: re.Pattern[str]
    by: re.Pattern[str] | None = None
    answers: bool = False  # whether what tells of it gives what is asked: 公示5日
    apart: bool = False  # whether texts tell of it apart, once of all that they rule: 对决定有异议的
    asked: str = ""  # the very word for it that is asked with: 审批, which some have as 审核 and 审批

    def names_who(self, text: str) -> bool:
        """Whether ``text`` names who does it, where that is asked."""
        return self.by is None or bool(self.by.search(fold(text)))

    def as_asked(self, text: str) -> bool:
        """Whether ``text`` tells of it by the word that is asked with."""
        return self.asked in fold(text)


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
_DOER = r"(?:部门|残联|街道|单位|机关|机构|委员会|办事处|政府|中心|联合会|[局委厅办院镇])"
_BY_WHOM = (
    (
        re.compile(
            rf"{_BODY}(?:来|去|负责|组织|牵头|进行|给)*(?P<does>{act})|(?P<is_done>{act})[^,。?!;]{{0,4}}(?:归|由|找|是){_BODY}"
        ),
        Act(re.compile(act), re.compile(rf"{_DOER}[^。;,]{{0,40}}(?:{act})")),
    )
    for act in _ACTS
)
#: Steps (办理环节) as people name them, and as texts do.
_STEPS = (
    (r"公示|公布|贴出来|给(?:街坊|邻居|大[家伙])看", "公示|公布"),
    (r"答复|回(?:复|话|音|信)|给个?(?:说法|准信)", "答复|回复|告知|决定"),
    (r"拨付?|到账|打(?:钱|款|到)|发下来|拿到钱", "拨付|发放|打入|到账|支付|拨款"),
    (r"审|批(?:下来|准|好|完)|看材料", "审|核[实验准定查]|批|认定|办结"),
    ("受理", "受理"),
    ("整改", "整改"),
)
_DAYS_ASKED = r"(?:多久|(?:多少|几)个?(?:工作日|[天日]|小时|钟头)(?:之?[里内])?)(?!.{0,8}一[次回趟])"
_DAYS = r"\d+个?(?:工作日|[天日月]|小时)(?:之?内)?"
#: 隔多久能再报一次: by what says after what time, or until when it holds.
_AGAIN = (
    re.compile(
        r"(?:多久|多长时间|(?:多少|几)个?(?:[月年天]))(?:之?后)?[^,。?!;]{0,6}(?:再|重新)[^,。?!;]{0,6}(?:报|申|评|办|提)"
    ),
    Act(
        re.compile(
            r"(?:满|过|\d)\d*个?[月年日天][^。;]{0,12}(?:重新|再次?)(?:申|评|报|提|核)|有效期[^。;]{0,20}(?:复评|续|重新)|"
            r"\d+个?[月年][^。;]{0,8}(?:不得|不予|不再)[^。;]{0,6}(?:申|受理|评)"
        ),
        answers=True,
    ),
)
#: 哪些花法不准: by what says what the money is and is not for.
_SPENT = (
    re.compile(
        r"花法|怎么花|花[在到](?:哪|什么|啥)|用(?:在|到|于)(?:哪|什么|啥)|(?:不[准让许能]|可以|能)[^,。?!;]{0,4}(?:怎么|咋)?(?:花|挪用)"
    ),
    Act(re.compile(r"用于|不得(?:挤占|挪用|截留)|专款专用"), answers=True),
)
#: 前头领的要退不, 要不要吐出来: by what says whether it is given back.
_GIVEN_BACK = (
    re.compile(
        r"(?:要不要|用不用|得不得|要|得|用)(?:退|还|吐)(?:回|出来|钱|掉)?(?:[不吗么没]|$|[?,。])|退不退|(?:要不要|用不用)(?:退|吐)"
    ),
    Act(re.compile(r"退[还回]|追[回缴]|收回|返还")),
)
#: 这个钱打给谁: by what says to whom it is paid.
_PAID_TO = (
    re.compile(r"(?:打|发|拨|付|给|划|交)(?:给|到)谁|打(?:到|进)(?:哪|谁)"),
    Act(
        re.compile(r"(?:拨付?|发放|支付|打入|划入|发|兑现)[^。;,]{0,8}(?:[至给到]|个人)|直接发放"),
        answers=True,
    ),
)
#: 公示几天: by what says for how many days that very step goes on.
_HOW_LONG = tuple(
    (
        re.compile(
            rf"(?:{said})[^,。?!;]{{0,6}}{_DAYS_ASKED}|{_DAYS_ASKED}(?:能|可以|才|就|会|给)*[^,。?!;]{{0,4}}(?:{said})"
        ),
        Act(re.compile(rf"(?:{told})[^。;,]{{0,20}}{_DAYS}|{_DAYS}[^。;,]{{0,20}}(?:{told})"), answers=True),
    )
    for said, told in _STEPS
)
_CONSEQUENCE = (
    re.compile(
        r"(?:会|要|将|该)(?:被|受到?)?(?:怎么|咋|如何|怎样)(?:处理|处置|追究)|会(?:被)?(?:怎样|怎么[样着]|咋[样着])|"
        rf"{_BODY}来?(?:查处|处罚)|(?:怎么|咋|如何)(?:扣|罚|处分)|扣(?:多少|几[倍成])"
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
        r"(?:不服气?|不认[可同账]?|不同意|不满意?|有(?:异议|意见)|不[公合][平正理]|[评定算]得?(?:[低高错]了|不[对准]))"
        r"[^,。?!;]{0,6}(?:,|怎么|咋|如何|找|上哪|[可能])"
    ),
    Act(
        re.compile("(?<!无)异议|不服|复[核议查]|(?<!未)(?<!应当)申请复评|申诉|重新(?:评估|审核)|行政诉讼"),
        apart=True,
    ),
)
_ASKED = (
    _TOGETHER,
    _DISPUTED,
    *_BY_WHOM,
    _AGAIN,
    _SPENT,
    _GIVEN_BACK,
    _PAID_TO,
    *_HOW_LONG,
    _SHUT_OUT,
    _CONSEQUENCE,
    _WAY,
    _PAYS,
)


def asks_who_is_shut_out(question: str) -> bool:
    """Whether ``question`` asks what or whom a benefit is refused to, not what it comes to."""
    return bool(_SHUT_OUT[0].search(fold(question)))


def act_asked(question: str) -> Act | None:
    """The act of which ``question`` asks who does it, or how; None where it asks of none."""
    folded = fold(question)
    found = ((asked.search(folded), act) for asked, act in _ASKED)
    return next((_named(asked, act) for asked, act in found if asked), None)


def _named(asked: re.Match[str], act: Act) -> Act:
    words = asked.groupdict()
    return replace(act, asked=words["does"] or words["is_done"]) if words else act
