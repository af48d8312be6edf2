"""A judgement in Chinese sentences: the verdict first, every figure the clause's, the case's or worked out."""

from __future__ import annotations

import re

from yiyang_qa.eligibility.terms import Either, Rule, Strength
from yiyang_qa.eligibility.verdict import AmountDue, Dues, Judgement, Outcome, Refusal
from yiyang_qa.text import one_line
from yiyang_qa.types import Verdict

_STANDING = {True: "符合", False: "不符合", None: "待确认"}

_CAVEATS = {
    "最高": "“最高”是上限，实际数额以经办机构核定为准，不是都能得到的数额。",
    "约": "“约”是估计数，实际数额以经办机构核定为准。",
}
_ON_TOP = "这是在原有标准之上另加的部分，不是全部；原有标准见引用的条款。"
_BARRED = "文件写明不重复享受（或就高不就低），这几项不能相加，按哪一项执行由经办机构确定。"
_MIXED = "一次性的与按月、按年的不能相加，分别列出。"
_ALONE = "这里只算了所引的这一条，其他条款另有待遇的没有计入。"
_EXPLORED = "“探索”“鼓励”“支持”是工作方向，尚不是可以申领的待遇。"


def explain(judgement: Judgement) -> str:
    """The verdict, the amount with its working, what was compared, and what is still to be asked; [n] cites."""
    lines = [
        _headline(judgement),
        *_compared(judgement),
        *_sums(judgement),
        *_prospect(judgement),
        *_rest(judgement),
        *_on_top(judgement),
        *_noted(judgement),
        *(
            f"注：{words}[{judgement.refusal.citation}]"
            for words in _excepting(judgement)
            if judgement.refusal
        ),
    ]
    return "\n".join(line for line in lines if line)


def caveats(judgement: Judgement) -> tuple[str, ...]:
    """Why what the clause says is no fixed entitlement, in sentences."""
    bound = judgement.amount.bound if judgement.amount else ""
    words = [_CAVEATS[bound]] if bound in _CAVEATS else []
    if judgement.amount and judgement.amount.on_top:
        words.append(_ON_TOP)
    if judgement.apart is not None:
        words += _why_apart(judgement.apart)
    if judgement.strength is Strength.TENTATIVE or judgement.prospect is not None:
        words.append(_EXPLORED)
    return (*words, *_excepting(judgement))


def _excepting(judgement: Judgement) -> tuple[str, ...]:
    """That the text refuses in cases which the asker has not spoken of."""
    if judgement.refusal is None or judgement.verdict is Verdict.NOT_ELIGIBLE:
        return ()
    return (f"文件另写明“{judgement.refusal.words}”，所述没有提到的情形请对照原文。",)


def _why_apart(dues: Dues) -> list[str]:
    """Why benefits are not added up, and which of those asked for are not among them."""
    if dues.alone:
        return [_ALONE]
    lacking = [f"{purpose}补贴" for purpose in dues.lacking]
    return [
        *([_BARRED] if dues.barred and len(dues.parts) > 1 else []),
        *([_MIXED] if dues.mixed and len(dues.parts) > 1 else []),
        *([f"{'、'.join(lacking)}在这里没有算出，请看引用的条款。"] if lacking else []),
    ]


def _noted(judgement: Judgement) -> list[str]:
    """What the headline does not say already: that a bound is no amount."""
    said = {_EXPLORED, *_excepting(judgement)}
    return [f"注：{words}" for words in caveats(judgement) if words not in said]


def _headline(judgement: Judgement) -> str:
    cite = "".join(f"[{n}]" for n in dict.fromkeys((judgement.citation, *judgement.standards)))
    if judgement.strength is Strength.TENTATIVE:
        return f"还不能申领：文件的说法是探索、鼓励或逐步推行（“{_quoted(judgement.rule)}”），尚不是可以申领的待遇{cite}。"
    if judgement.verdict is Verdict.NOT_ELIGIBLE and judgement.refusal:
        return _refused(judgement, judgement.refusal)
    if judgement.verdict is Verdict.NOT_ELIGIBLE:
        return f"不符合：{_failures(judgement)}{_cites(judgement, met=False)}。"
    amount = _amount(judgement.amount, judgement.strength) or _apart(judgement)
    if judgement.verdict is Verdict.ELIGIBLE:
        said = "适用这一规定" if judgement.strength is Strength.REQUIRED else "符合所列条件"
        said = f"适用“{_quoted(judgement.rule)}”" if judgement.rule.rest else said
        return f"按所述情况，{said}{f'：{amount}' if amount else ''}{'' if amount.endswith(']') else cite}。"
    ask = f"还需确认：{'、'.join(judgement.missing)}" if judgement.missing else "文件未在此处写明申请条件"
    return f"尚不能断定，{ask}{_cites(judgement, met=None)}。" + (
        f"如符合规定，{amount}{cite if judgement.standards else ''}。" if amount else ""
    )


def _refused(judgement: Judgement, refusal: Refusal) -> str:
    """The case of a list that holds, and what the text refuses in it."""
    item = f"“{_quoted(judgement.rule)}”（所述：{judgement.outcomes[0].given}）[{judgement.citation}]"
    return f"不符合：属于{item}，文件规定“{refusal.words}”[{refusal.citation}]。"


def _failures(judgement: Judgement) -> str:
    failed = [o for o in judgement.outcomes if o.met is False]
    if not failed:  # a refusal whose own conditions are met
        return f"文件规定“{_quoted(judgement.rule)}”"
    return "；".join(f"要求“{one_line(o.text)}”，所述为{_as_told(o)}" for o in failed)


def _as_told(outcome: Outcome) -> str:
    """The case's own words, those of several options apart."""
    given = outcome.given or ""
    several = isinstance(outcome.condition.test, Either)
    return "、".join(f"“{words}”" for words in (given.split("、") if several else [given]))


def _amount(amount: AmountDue | None, strength: Strength) -> str:
    if amount is None:
        return ""
    verb = "应配" if strength is Strength.REQUIRED else "另加" if amount.on_top else "可得"
    bound = "至少" if amount.bound == "不少于" else amount.bound
    if amount.most is not None:
        return f"{bound}{verb}{amount.working}"
    return f"{bound}{verb}{amount.words}{_working(amount)}"


def _apart(judgement: Judgement) -> str:
    """Several benefits, each by its name with its working and, where they stand in several clauses, its citation."""
    several = len({part.citation for part in judgement.parts}) > 1
    return "；".join(
        part.name + _amount(part.amount, judgement.strength) + (f"[{part.citation}]" if several else "")
        for part in judgement.parts
    )


def _working(amount: AmountDue) -> str:
    """Products and sums with their result; a figure that stands in the clause as it is needs no working."""
    if amount.working.endswith(amount.words):
        return ""
    result = (
        "" if "为限" in amount.working or not re.search(r"×| \+ ", amount.working) else f" = {amount.words}"
    )
    return f"（{amount.working}{result}）"


def _compared(judgement: Judgement) -> list[str]:
    """Each condition; one of another clause than the rule's with its citation."""
    return [
        f"· {one_line(o.text)}：{_STANDING[o.met]}"
        + (f"（所述：{o.given}）" if o.given else "")
        + (f"[{o.citation}]" if o.citation != judgement.citation else "")
        for o in judgement.outcomes
    ]


def _cites(judgement: Judgement, met: bool | None) -> str:
    """The citations of the rule and of the conditions that are ``met``, are not, or are still to be asked."""
    own = (o.citation for o in judgement.outcomes if o.met is met)
    return "".join(f"[{n}]" for n in dict.fromkeys((judgement.citation, *own)))


def _prospect(judgement: Judgement) -> list[str]:
    if judgement.prospect is None:
        return []
    rule, citation = judgement.prospect
    return [f"另：“{_quoted(rule)}”只是探索方向，尚不是可以申领的待遇[{citation}]。"]


def _sums(judgement: Judgement) -> list[str]:
    """The words that say the sum, where another clause does; none where no one amount is told."""
    if judgement.amount is None:
        return []
    return [f"数额依据：“{_quoted(rule)}”[{citation}]。" for rule, citation in judgement.sums]


def _rest(judgement: Judgement) -> list[str]:
    """What a case left out has with all others."""
    if judgement.rest is None:
        return []
    rule, citation = judgement.rest
    return [f"但按所述情况适用“{_quoted(rule)}”[{citation}]。"]


def _on_top(judgement: Judgement) -> list[str]:
    """What comes on top in other cases, with what the case tells against it."""
    return [
        f"另：“{_quoted(each.rule)}”是另加的部分，"
        + (f"所述为“{each.given}”，不另加" if each.given else f"所述没有提到{each.asks}，未计入")
        + f"[{each.citation}]。"
        for each in judgement.topups
    ]


def _quoted(rule: Rule) -> str:
    return one_line(rule.text).rstrip("。；;")
