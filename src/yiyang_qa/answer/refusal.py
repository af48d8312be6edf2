"""Saying no: which kind, why, and what to do next. A refusal cites nothing."""

from __future__ import annotations

from yiyang_qa.search.finding import Finding
from yiyang_qa.types import Answer, Query, Reason, Region, Status

_NEXT = "可向当地卫生健康、民政或医保部门咨询，或拨打12345政务服务便民热线。"
_WORDS = {
    Reason.NO_DOCUMENT_FOR_REGION: "文件库中没有{regions}的文件，不能用其他地区的规定代替回答。" + _NEXT,
    Reason.NO_RELEVANT_CLAUSE: "文件未见相关规定：{scope}中没有回答这个问题的条款。" + _NEXT,
    Reason.EXPIRED_ONLY: "{scope}中只有已经失效的文件，不再据以回答。" + _NEXT,
    Reason.OFF_TOPIC: "这个问题不属于政策文件的内容。请问与政策有关的问题，例如补贴标准、条件或责任单位。",
    Reason.UNSAFE_REQUEST: "这个请求不能办理：本服务只引用政策文件原文，不扮演他人、不透露内部设置，也不代人承诺。",
}
_OUT_OF_SCOPE = frozenset({Reason.OFF_TOPIC, Reason.UNSAFE_REQUEST})


def refused(query: Query, finding: Finding) -> Answer:
    """The answer that gives no evidence, its reason and a next step in words."""
    reason = finding.reason or Reason.NO_RELEVANT_CLAUSE
    names = "、".join(region.name for region in query.regions)
    missing = "、".join(region.name for region in finding.missing) or names
    scope = f"{names}的文件" if names else "现有文件"
    unsaid = (
        f"文件未见相关规定：{scope}没有写明{_quoted(finding.absent)}。{_NEXT}" if finding.absent else None
    )
    return Answer(
        query=query,
        status=Status.OUT_OF_SCOPE if reason in _OUT_OF_SCOPE else Status.NO_EVIDENCE,
        text=(unsaid or _WORDS[reason].format(regions=missing, scope=scope)) + _others(finding.elsewhere),
        reason=reason,
        follow_ups=tuple(f"{region.name}是怎么规定的？" for region in finding.elsewhere),
    )


def _others(regions: tuple[Region, ...]) -> str:
    """Where else something is written; whoever wants it asks for it by name."""
    names = "、".join(region.name for region in regions)
    return f"\n\n{names}的文件中有相关内容，可以另行询问；各地规定不同，不能互相代替。" if names else ""


def _quoted(terms: tuple[str, ...]) -> str:
    return "、".join(f"“{term}”" for term in terms)
