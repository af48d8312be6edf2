"""Saying no: which kind, why, and what to do next. A refusal cites nothing."""

from __future__ import annotations

from yiyang_qa.answer.force import NAMED, told
from yiyang_qa.answer.phrases import in_words, names_of
from yiyang_qa.dialogue.phatic import phatic
from yiyang_qa.search.outcome import Finding
from yiyang_qa.types import Answer, Query, Reason, Region, Standing, Status

_NEXT = "可向当地主管部门（如卫生健康、民政、医保）咨询，或拨打12345政务服务便民热线。"
_HELD = 8  # places whose documents are told of where nothing is asked
_WORDS = {
    Reason.NO_DOCUMENT_FOR_REGION: "文件库中没有{regions}的文件，不能用其他地区的规定代替回答。" + _NEXT,
    Reason.NO_RELEVANT_CLAUSE: "文件未见相关规定：{scope}中没有回答这个问题的条款。" + _NEXT,
    Reason.EXPIRED_ONLY: "所问的文件在{day}都不在有效期内，不据以回答。" + _NEXT,
    Reason.OFF_TOPIC: "这个问题不属于政策文件的内容。请问与政策有关的问题，例如补贴标准、条件或责任单位。",
    Reason.UNSAFE_REQUEST: "这个请求不能办理：本服务只引用政策文件原文，不扮演他人、不透露内部设置，也不代人承诺。",
}
_WELCOME = "请写明地区和事项，例如“某市的床位补贴是多少”“某县的家庭病床由谁负责”，我按文件原文回答。"
_UNHEARD = (
    "没有叫{names}的行政区，文件库中也没有写到它的文件，不能用其他地区的规定代替回答。请核对地名后再问。"
)
_OUT_OF_SCOPE = frozenset({Reason.OFF_TOPIC, Reason.UNSAFE_REQUEST})


def refused(query: Query, finding: Finding) -> Answer:
    """The answer that gives no evidence, its reason and a next step in words."""
    reason = finding.reason or Reason.NO_RELEVANT_CLAUSE
    return Answer(
        query=query,
        status=Status.OUT_OF_SCOPE if reason in _OUT_OF_SCOPE else Status.NO_EVIDENCE,
        text=unsaid(query, finding) + _out_of_force(finding.out_of_force) + _others(finding.elsewhere),
        reason=reason,
        follow_ups=tuple(f"{region.name}是怎么规定的？" for region in finding.elsewhere),
    )


def unsaid(query: Query, finding: Finding) -> str:
    """That nothing answers, why, and a next step."""
    names = names_of(query.regions)
    missing = names_of(finding.missing) or names
    scope = ("符合筛选条件的" if finding.filtered else "") + (f"{names}的文件" if names else "现有文件")
    if finding.superiors and len(query.regions) == 1:
        scope = f"没有查到{names}自己的文件，上级（{names_of(finding.superiors)}）的文件"
    if finding.reason is Reason.OFF_TOPIC and phatic(query.asked):
        return _WELCOME
    if finding.unheard and not query.regions:
        return _UNHEARD.format(names=_quoted(finding.unheard))
    if finding.matterless:
        return f"问题没有说是哪件事。{_held(finding.regions)}{_WELCOME}"
    if finding.absent:
        return f"文件未见相关规定：{scope}没有写明{_quoted(finding.absent)}。{_NEXT}"
    return _WORDS[finding.reason or Reason.NO_RELEVANT_CLAUSE].format(
        regions=missing, scope=scope, day=in_words(query.as_of.isoformat())
    )


def _out_of_force(lapsed: tuple[Standing, ...]) -> str:
    """What would have answered on another day, and why it does not on this one."""
    lines = [f"- {told(standing)}" for standing in lapsed[:NAMED]]
    more = f"- 另有{len(lapsed) - NAMED}份。" if len(lapsed) > NAMED else ""
    return "\n\n" + "\n".join(filter(None, [*lines, more])) if lines else ""


def _others(regions: tuple[Region, ...]) -> str:
    """Where else something is written; whoever wants it asks for it by name."""
    names = names_of(regions)
    return f"\n\n{names}的文件中有相关内容，可以另行询问；各地规定不同，不能互相代替。" if names else ""


def _held(regions: tuple[Region, ...]) -> str:
    """Of which places there are documents; of many the first few."""
    more = f"等{len(regions)}地" if len(regions) > _HELD else ""
    return f"现有{names_of(regions[:_HELD])}{more}的文件。" if regions else ""


def _quoted(terms: tuple[str, ...]) -> str:
    return "、".join(f"“{term}”" for term in terms)
