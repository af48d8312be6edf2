"""What the page says to its readers, by status, reason and role."""

from __future__ import annotations

from typing import NamedTuple

from yiyang_qa.types import Reason, Status, Verdict

TITLE = "医养问答"
PURPOSE = "查询各地医养结合政策。每个答案逐字引自官方文件，注明条款与责任单位。"

#: Titles of the notice boxes; an ANSWERED answer needs none.
STATUSES: dict[str, str] = {
    Status.PARTIAL: "只找到部分依据",
    Status.CLARIFY: "还需要您补充一点信息",
    Status.NO_EVIDENCE: "没有找到依据",
    Status.OUT_OF_SCOPE: "这个问题超出本系统的范围",
}

#: Next steps by reason.
REASONS: dict[str, tuple[str, ...]] = {
    Reason.NO_DOCUMENT_FOR_REGION: (
        "页首“收录文件”列有已收录的地区，可以换一个地区再问。",
        "需要本地规定的，请向当地卫生健康、民政部门咨询。",
    ),
    Reason.NO_RELEVANT_CLAUSE: (
        "换一种说法，或写出具体事项，例如“床位建设补贴”“长期护理保险”。",
        "在问题里写明地区和年份。",
    ),
    Reason.EXPIRED_ONLY: ("相关文件的执行期已过，请向发文机关核实有无新规定。",),
    Reason.AMBIGUOUS_REGION: ("请写明是哪个省、市或县，再发送一次。",),
    Reason.OFF_TOPIC: ("可以问医养结合、养老服务方面的政策，例如补贴标准、责任单位、完成期限。",),
    Reason.UNSAFE_REQUEST: ("请直接提出政策方面的问题。",),
}

SIGNED = "署名单位"

#: 资格判断: titles of the card.
VERDICTS: dict[str, str] = {
    Verdict.ELIGIBLE: "按您说的情况，符合所列条件",
    Verdict.NOT_ELIGIBLE: "按您说的情况，不符合条件",
    Verdict.UNDETERMINED: "还不能断定",
}


class Standing(NamedTuple):
    """How a condition stands: in words, by a sign, and as a class name."""

    words: str
    sign: str
    look: str


STANDINGS: dict[bool | None, Standing] = {
    True: Standing("符合", "✓", "met"),
    False: Standing("不符合", "✗", "unmet"),
    None: Standing("待确认", "？", "untold"),
}

#: 数额 under a bound.
BOUNDS = {"最高": "最高可得", "约": "约可得", "不少于": "至少"}

#: How a line of an answer looks, by what it begins with; the values are class names.
LINE_LOOKS = {"出处：": "from", "- ": "item"}

UNEXPECTED = "系统暂时出错，没有答上来。请稍后再试；多次不成，请告知本页的管理单位。"
