"""Cases that exclude each other (互斥的情形): what is ruled for one is no answer about another.

居民参保人员每月1180元 says nothing of 职工, nor 重度失能 of 轻度失能, nor 每人2万元 of a bed, however near the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from yiyang_qa.search.ages import age_told, leaves_out
from yiyang_qa.text import fold

#: What a rule comes to, as question and text both name it: of 半价 for some and 免费 for others the one asked about.
OUTCOMES = re.compile("免费|半价|减半|全额|优先")
#: 本科以上 takes in 硕士, 一至四级 takes in 三级.
_AND_ABOVE = r"[^,。;、]{0,8}以上"
_LEVELS = "一二三四"


def _of_disability(level: str) -> str:
    """A level (残疾等级) as texts name it: 一级残疾, 残疾等级为一级、二级, 一、二级残疾人, 一至四级残疾."""
    nth = _LEVELS.index(level)
    within = f"[{_LEVELS[: nth + 1]}]级?[至到—-][{_LEVELS[nth:]}]级"
    named = rf"(?:{level}(?:[、和或及][{_LEVELS}])*级|{within})"
    return rf"{named}[^,。;]{{0,12}}残疾|残疾[^,。;]{{0,14}}{named}"


#: 市级示范机构, 县里评的先进: by which level an honour is given.
_HONOURED = r"[^,。;、]{0,10}(?:示范|先进|优秀|标杆|品牌)"
#: Each row: the cases of one kind, as questions and texts name them.
_KINDS = tuple(
    tuple(map(re.compile, cases))
    for cases in (
        (r"轻(?:度|、?中|、重)", r"中(?:度|、?重)|轻、?中", r"重度|、重"),
        (r"职工(?!宿舍|食堂)", r"居民|新农合"),
        (r"(?<!半)(?<!部分)自理(?!能力)", r"半失能|半自理|部分失能", r"(?<!半)(?<!部分)失能|不能自理"),
        (r"自有|自建|自己的?(?:楼|房)", r"租"),
        (r"(?<!非)(?<!不以)(?<!不)营利性?|以营利", r"非营利|不以营利|公益"),
        (r"初级", r"中级", r"高级(?!技师)|技师"),
        (r"(?<!高级)技师", r"高级技师"),
        tuple(
            rf"(?:{level})(?:[、和及或](?:[县区市省]级|国家级))*{_HONOURED}"
            for level in (r"[县区][级里]", r"市[级里]", r"省[级里]", r"国家级?|全国")
        ),
        (r"初次|首次|第一次", r"复评|复核|复审|再次"),
        (
            rf"博士|(?:专科|大专|本科|硕士){_AND_ABOVE}",
            rf"硕士|(?<!博士)研究生|(?:专科|大专|本科){_AND_ABOVE}",
            rf"本科|(?:专科|大专){_AND_ABOVE}",
            rf"大专|(?<!本)专科|高职|(?:中专|高中){_AND_ABOVE}",
            r"中专|中职|技校|中技|高中",
        ),
        tuple(map(_of_disability, _LEVELS)),
    )
)

#: What a sum is asked for each of, and how texts name it.
_EACH = tuple(
    (re.compile(asked), re.compile(named))
    for asked, named in (
        (r"[一每]张?床|床位?每?[一每]?张|每个?床位", r"床"),
        (r"[一每]户(?!籍)|每个?家庭", r"户|家庭"),
        (r"[一每](?:餐|顿|份[饭餐])", r"餐|顿|份"),
    )
)


def of_another(question: str) -> Callable[[str], bool]:
    """Whether a text rules for another case than ``question`` names, for each of another thing, or for other ages.

    Never where it names none, or several cases of a kind.
    """
    kind, age = of_another_kind(question), of_another_age(question)
    return lambda text: kind(text) or age(text)


def of_another_age(question: str) -> Callable[[str], bool]:
    """Whether a text bounds ages and leaves out the one that ``question`` tells; never where it tells none."""
    age = age_told(question)
    return leaves_out(age) if age and age.exact is not None else lambda _: False


def kinds_asked(question: str) -> tuple[re.Pattern[str], ...]:
    """How texts name the cases of which ``question`` names one of a kind alone: 营利性."""
    return tuple(own for own, _ in _named_alone(fold(question)))


def of_another_kind(question: str) -> Callable[[str], bool]:
    """Whether a text rules for another case than ``question`` names, or for each of another thing, whatever the age."""
    folded = fold(question)
    each = [named for asked, named in _EACH if asked.search(folded)]
    asked = list(_named_alone(folded))

    def rules_for_another(text: str) -> bool:
        told = fold(text)
        if not all(named.search(told) for named in each):
            return True
        return any(not own.search(told) and any(c.search(told) for c in others) for own, others in asked)

    return rules_for_another


def _named_alone(folded: str) -> Iterator[tuple[re.Pattern[str], list[re.Pattern[str]]]]:
    """The cases of which ``folded`` names one of a kind alone, each with the others of its kind."""
    for cases in _KINDS:
        named = [case for case in cases if case.search(folded)]
        if len(named) == 1:
            yield named[0], [case for case in cases if case is not named[0]]
