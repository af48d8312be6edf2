"""What a document says once of all that it grants: when it is paid, who bears the cost, how long it takes, where to apply.

The clause that says so need not name the benefit, so that likeness does not find it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yiyang_qa.eligibility.purposes import purposes_in
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.search.matters import matters, speaks_of
from yiyang_qa.search.ranking import At, Hit
from yiyang_qa.text import bigrams, fold
from yiyang_qa.types import Clause, Document

_WHEN = r"(?:几号|哪一?天|几时|什么时候|何时|啥时候?|多会儿|几月)"
_WHERE = r"(?:哪里|哪儿|哪|谁|什么地方|哪[个些][一-龥]{0,4})"
_PAID = r"(?:发放|拨付|发到|发给|打入|打到|划入|兑[付现]|结算|支付|计发|到账)"
_APPLY = r"(?:申[请领报]|办(?![公法])|领(?!导)|递交|登记|报名)"


@dataclass(frozen=True, slots=True)
class Particular:
    """How a question asks for it and how a sentence says it."""

    name: str
    asked: re.Pattern[str]
    said: re.Pattern[str]
    hinted: re.Pattern[str]  # what may say it in other words

    def says(self, sentence: str) -> bool:
        """Whether ``sentence``, folded, says it and does not ask for it."""
        return bool(self.said.search(sentence)) and not _ASKS.search(sentence)


_PARTICULARS = tuple(
    Particular(name, *map(re.compile, patterns))
    for name, *patterns in (
        (
            "发放时间",
            rf"{_WHEN}(?:能|可以|会|才|给|开始|统一|一般)*(?:发(?![布文证展改现的])|打(?=到|款|钱|卡|$)|到账|拨|领到|拿到|兑[现付])|"
            r"(?:发放|到账|拨付)(?:时间|日期)",
            rf"(?:每(?:年|季度?|月|半年)[^。;每]{{0,16}}(?:\d+[日号]|[底初末旬前])|按(?:年度?|季度?|月|半年)|次月|当月|之[日月]起|\d+月(?:底|\d+日)?前?|"
            rf"\d+个?(?:工作)?日内)[^。;]{{0,24}}{_PAID}",
            rf"{_PAID}[^。;]*(?:日|底|季|次月|当月|按月)|(?:日|底|季|次月|当月|按月)[^。;]*{_PAID}",
        ),
        (
            "申请时间",
            rf"{_WHEN}(?:能|可以|要|得|开始|去|该)*(?:申[请领报]|报名|报(?![销警到]))|(?:申[请领报]|报名)(?:的)?(?:时间|期限|时限)|(?:多久|几[天年]|几个月)(?:之?内|以内)[^,。;]{{0,4}}(?:申[请领报]|[去来]?[提办领])",
            r"\d+个?(?:工作日|日|天|月|年)内[^。;]{0,36}申[请领报]|(?:每年|\d+月)[^。;]{0,24}申[请领报]|申[请领报][^。;]{0,24}(?:\d+[日月]|前|期限)|随时[^。;]{0,6}申[请领报]",
            r"申[请领报]",
        ),
        (
            "费用由谁承担",
            r"(?:谁|哪一?级(?:政府|财政)?)(?:来)?(?:出(?![具台面示院])|掏|付|承担|负担|买单)|(?:钱|费用?|资金|经费)[^,。;给到归]{0,4}(?:谁|哪(?!个?[月年天]|[儿里个]?(?:地方|窗口)?(?:去|能|可以|来)*(?:办|领|申|拿|交(?!钱)|报)))|(?:出|掏|摊|担|拿|付)几成|几成[^,。;]{0,4}(?:出|掏|摊|担|付)|[市县区省州]里(?:各|都|分别|到底)*(?:怎么|咋|如何)个?(?:分|摊|出)|"
            r"(?:自己|个人|家里|老人|我们?)(?:要|得|还)*(?:出|掏|承担|负担)(?:多少|几)",
            r"(?:财政|基金|单位|个人|申请人|业主|家庭|本人|资金|经费|公益金|费用)[^。;]{0,30}(?:承担|负担|分担|列支|安排|缴纳|出资|分摊)|"
            r"\d[:∶]\d|由[^。;]{2,20}基金[^。;]{0,6}支付|从[^。;]{2,30}(?:列支|支付|划转|安排)",
            r"财政|承担|负担|出资|列支|资金来源|自付|基金|个人|免费",
        ),
        (
            "期限",
            r"^(?:那|大概|一般|得|要|需要|等)*(?:多久|多长时间|几天|几个工作日)[?呢]*$|"
            r"(?:办(?!公)|批|审|评|等|出结果|下来|受理|公示)[^,。;]{0,6}(?:多久|多长时间|几天|几个工作日)|"
            r"(?:多久|多长时间|几天)(?:之?内)?(?:能|可以|才|会)?(?:办|批|下来|出结果|审|评|答复|拿到|到账)",
            r"\d+个?(?:工作日|日|天|月)(?:之?内)",
            r"\d个?(?:工作日|日|天|小时|月)|当[场日]|即时|[时期]限|[年月]底",
        ),
        (
            "材料",
            rf"(?:带|准备|[提递]?交|需要?|要)(?:些|点|好|齐)?(?:哪些|什么|啥)(?:材料|证件|证明|资料|手续|东西)?(?:[去来才]?{_APPLY})?[?呢]*$",
            r"(?:提交|提供|携带|出具|递交|[持凭])[^。;]{0,40}(?:身份证|户口|证明|报告|复印件|表|材料|证件)",
            r"材料|证|表|报告",
        ),
        (
            "办理地点或渠道",
            rf"(?:去|到|上|在|找|向)[一-龥]{{0,3}}?{_WHERE}(?:去|做|接受)?(?:{_APPLY}|报(?![销警])|评估|评定|认定|鉴定)|{_APPLY}[^,。;]{{0,4}}(?:去哪|找谁|到哪|找哪)|谁(?:去|来)?申[请领报]|(?:材料|表|申请)交(?:给|到)?{_WHERE}",
            rf"向[^。;,]{{2,36}}(?:提出|提交|递交|{_APPLY})|到[^。;,]{{2,30}}{_APPLY}|在[^。;,]{{2,30}}(?:[省市县区地处站所]|窗口|中心|街道|乡镇|机构|平台){_APPLY}|(?:通过|登录)[^。;]{{2,30}}{_APPLY}|由[^。;,]{{2,20}}受理",
            r"申请|受理|办理|窗口|平台|经办|街道|乡镇|机构|部门",
        ),
    )
)
_SENTENCE = re.compile(r"[^。;?\n]+[。;?]?")
_ASKS = re.compile(r"\?\s*$|哪[里儿个些]|谁|什么时候|多[久长少]")
#: A heading that names no matter: 资金渠道, 申请程序, 补助拨付.
_GENERAL = re.compile(
    r"(?:补[贴助]|资金)?(?:(?:资金|经费|渠道|来源|筹[资集措]|发放|拨付|支付|结算|申[请领报]|办理|受理|审[核批查定]|公示|程序|流程|方式|时限|步骤|要求|管理|监督|保障|措施|组织|实施)(?:和|与|及)?)*"
)
_GRANTED = re.compile(
    r"补[贴助]|津贴|待遇|资助|奖[励补]|救助金|[老寿恤济积]金|提取|评估|加装|改造|[这那][个笔份件]?[钱事]|发给"
)
_CASE = re.compile(
    r"[\d—～~至到、-]+周?岁?(?:及?以[上下])?|.*的"
)  # 80—89周岁, 住房列入拆迁的: no matter either
_ALIKE = 1 / 3  # of the pairs of a heading: a sentence that has as many is about what that names


def grants_in(question: str) -> bool:
    """Whether ``question`` names something that is granted, of which such particulars are said."""
    return bool(_GRANTED.search(fold(question)))


def particular_asked(question: str) -> Particular | None:
    """The particular that ``question`` asks for; None where it asks for none."""
    folded = fold(question)
    return next((each for each in _PARTICULARS if each.asked.search(folded)), None)


def saying(particular: Particular, hits: Sequence[Hit], at: At, question: str) -> list[Hit]:
    """Of ``hits``, best first, the one that says the ``particular`` of what ``question`` asks about, as a list.

    It stands in the document of the best: what speaks of the very benefit goes before what speaks of all. What is
    said of another matter, that another heading names, is no answer.
    """
    if not hits:
        return []
    document, best = at(hits[0])
    asked, matter = purposes_in(fold(question)), list(matters(question))
    others = list(_others(document, best, question))
    home = [(hit, at(hit)[1]) for hit in hits if at(hit)[0].id == document.id]
    ranked = [
        (_rank(named, asked, own=clause.id == best.id), -hit.score, hit)
        for hit, clause in home
        for sentence in _SENTENCE.findall(fold(clause.body.of(document.text)))
        if particular.says(sentence)
        for named in [purposes_in(sentence)]
        if clause.id == best.id
        or asked & named
        or _of_all(clause, sentence, question, others)
        or (matter and speaks_of(matter, clause.body.of(document.text)))
        if not (asked and named) or asked & named
    ]
    return [hit for _, _, hit in sorted(ranked, key=lambda each: each[:2])][:1]


def _rank(named: frozenset[str], asked: frozenset[str], *, own: bool) -> int:
    return 0 if own or asked & named else 1 if not named else 2


def _others(document: Document, best: Clause, question: str) -> Iterator[list[str]]:
    """The headings of ``document``, in pairs, that name other matters than ``best`` and ``question``."""
    own = set(bigrams(f"{question} {' '.join(best.path)}"))
    for clause in document.clauses:
        pairs = bigrams(clause.heading) if clause.kind in NUMBERED else []
        heading = fold(clause.heading)
        if pairs and not (own.issuperset(pairs) or _GENERAL.fullmatch(heading) or _CASE.fullmatch(heading)):
            yield pairs


def _of_all(clause: Clause, sentence: str, question: str, others: Sequence[list[str]]) -> bool:
    """Whether a ``sentence`` of ``clause`` is said of all that its document grants, or of what is asked about."""
    heading, said = set(bigrams(clause.heading)), set(bigrams(sentence))
    if heading and not _GENERAL.fullmatch(fold(clause.heading)) and fold(clause.heading) not in sentence:
        return len(heading & set(bigrams(question))) >= _ALIKE * len(heading)
    return not any(_names(said, other) for other in others if not heading.issuperset(other))


def _names(said: set[str], heading: list[str]) -> bool:
    """Whether pairs ``said`` name what a ``heading`` does: by its last word (电梯 of 加装电梯), or by several of its pairs."""
    shared = said.intersection(heading)
    return len(shared) >= _ALIKE * len(heading) and (len(shared) > 1 or heading[-1] in shared)
