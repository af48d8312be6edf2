"""What is offered to whom (待遇和优惠): 老人有哪些补贴, 有哪些优惠政策 are answered by every clause that offers some.

A document says such things in clauses side by side; the few nearest to the question are no list of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiyang_qa.dialogue.asking import without_asking
from yiyang_qa.dialogue.places import without_places
from yiyang_qa.text import fold

_ABOUT_IT = r"(?!资格|资金|经费|标准|范围|的?依据|评估|申请|相结合|对象)"
_MONEY = rf"(?:补贴|补助|津贴|资助|奖补|奖励|补偿|贴息|(?<!司法)救助){_ABOUT_IT}|补助费|保健费|每[人张月年][^,。;]{{0,10}}元"
_FAVOUR = (
    r"优惠|(?:享受|给予|提供)[^,。;]{0,20}优待(?!凭证|标)|减免|减征|减收|减半|半价|免费|免收|免征|免缴|免除|"
    r"优先(?!招聘|采取|发展|保障[^,。;]{0,16}需求)|(?:享受|给予|落实)[^,。;]{0,20}扶持"
)
_TAXES = r"[^,。;]{0,8}(?:税|收费|费用?)[^,。;]{0,12}(?:优惠|减免)|[减免][征收缴][^,。;]{0,8}[税费]|减免[^,。;]{0,8}[税费]"
#: What is asked for → how it is offered; the first row whose words the question has.
_KINDS = tuple(
    (re.compile(asked), re.compile(offered))
    for asked, offered in (
        (r"税费?|收费", _TAXES),
        (r"补贴|补助|津贴|资助|奖补|奖励|能[领拿]", _MONEY),
        (r"优待", _FAVOUR),
        (r"优惠|扶持|支持|好处|福利|待遇|照顾", rf"{_MONEY}|{_FAVOUR}"),
    )
)
_GIFT = r"(?:补贴|补助|津贴|资助|奖补|奖励|优惠|优待|扶持|减免|好处|福利|待遇|照顾)"
_ASKED = re.compile(
    rf"(?:哪些|哪几[种项类个样]|什么|啥|多少种)(?!时|人|条件|材料|部门|单位)[^,。?!;]{{0,6}}?{_GIFT}(?!标准|条件|对象|资金)|"
    rf"(?:{_GIFT}|支持)(?:政策|措施|项目)?(?:都|一共|主要)*(?:有|包括)(?:哪|什么|啥)|能(?:领|拿|享受)(?:到)?(?:哪些|什么|啥)(?!时|材料)"
)
#: What narrows nothing: the gift itself, the field, the household that asks.
_OF_THE_FIELD = re.compile(
    rf"{_GIFT}|政策|措施|项目|支持|税费?|收费|可以|享受|[领拿]|申请|医养结合|养老服务|居家|社区|服务|政府|机构|住在?|今年|"
    r"[\d一二三四五六七八九十]+(?:周?岁|多岁)?(?:及?以上)?|[想开办家人院岁]"
)
#: 字 besides: whoever tells more asks what there is in that case.
_PLAIN = 1
_HOMES = r"(?:养老|照料|托养|医养|护理)[^,。;]{0,8}?(?:机构|组织|设施|中心|企业|院)"
#: Whom the question speaks of → how texts name them; the first row whose words it has.
_WHOM = tuple(
    (re.compile(asked), re.compile(named))
    for asked, named in (
        (
            r"护工|护理员|从业人员|员工|毕业生|大学生|医护",
            r"护理员|护理人员|从业人员|毕业生|服务人员|医务人员|医护",
        ),
        (r"残疾|残障", r"残疾"),
        (r"慈善|捐", r"慈善|捐赠"),
        (r"饭堂|食堂|助餐|配餐", r"饭堂|食堂|助餐|配餐"),
        (
            r"养老(?:服务)?(?:机构|院|企业|组织|中心)|敬老院|老人院|医养结合机构|护理院|[开办]养老",
            _HOMES,
        ),
        (r"企业|公司|商户|工商户|店|厂|老板", r"企业|公司|工商户|单位|纳税人"),
        (
            r"老[人年]|长者|[爸妈爷奶]|父母|老两口|高龄|失能",
            r"老年人|长者(?!饭堂)|老人|周岁|特困|失能|高龄",
        ),
    )
)
#: Sentences about benefits that offer none: who pays for them, who checks, who cheats, what is promoted.
_OFFERS_NONE = re.compile(
    r"骗取|虚报|冒领|冒用|追回|退[还回]|责令|罚款|挪用|截留|审计|预算|审核|核实|公示|监督|受理|志愿|表彰|重新评定|不再|无法|未按|确认|拒绝|违反|伪造|"
    r"筹集|筹资|等制度|倡导|权利|职责|[完健]善[^,。;]{0,10}(?:政策|体系)"
)
_SENTENCE = re.compile(r"[^。;\n]+")
#: 收住失能老年人的养老机构按规定享受: who stands before; 对收住失能老年人的养老机构给予: who stands between.
_TAKES = re.compile(
    r"(?P<who>[^,]*?)(?:(?:[,为对向持凭]|接受|参加|取得|进入|提供|办理|从事|开展).*?)?(?:享受|获得|领取|申[请领])"
)
_GETS = re.compile(
    r"[对为向给](?!于|予)(?P<who>[^,。;]{1,60}?)(?P<end>的?)(?=[,。;]|给予|予以|按|实行|发[放给]|应当|[减免半]|提供|优先|$)"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What is asked for, and for whom (anybody where None)."""

    given: re.Pattern[str]
    whom: re.Pattern[str] | None

    def made_in(self, text: str) -> bool:
        """Whether a sentence of ``text`` makes it; those of a list belong to the line that opens it."""
        folded = fold(text)
        first = folded.partition("\n")[0]
        opening = first if first.endswith(":") else ""
        return any(self._made(found[0], opening) for found in _SENTENCE.finditer(folded))

    def _made(self, sentence: str, opening: str) -> bool:
        if not self.given.search(sentence) or _OFFERS_NONE.search(sentence):
            return False
        return self.whom is None or self.whom in (_receiver(sentence) or _receiver(opening),)


def _receiver(sentence: str) -> re.Pattern[str] | None:
    """Of those in the table, who receives what ``sentence`` offers."""
    if takes := _TAKES.match(sentence):
        return _named(takes["who"], last=True)
    if gets := _GETS.search(sentence):
        return _named(gets["who"], last=not gets["end"])
    return _named(sentence, last=False)


def _named(words: str, *, last: bool) -> re.Pattern[str] | None:
    """Whom ``words`` name first, or last: the head of a Chinese phrase stands at its end."""
    found = [
        (match.start(), -i, named) for i, (_, named) in enumerate(_WHOM) for match in named.finditer(words)
    ]
    if not found:
        return None
    return (max(found) if last else min(found, key=lambda each: (each[0], -each[1])))[2]


def offer_asked(question: str) -> Offer | None:
    """The offer that ``question`` asks a list of; None where it asks for none, or for one in a case that it tells."""
    folded = fold(without_places(question))
    if not _ASKED.search(folded) or len(_told(folded)) > _PLAIN:
        return None
    given = next((offered for asked, offered in _KINDS if asked.search(folded)), None)
    whom = next((named for asked, named in _WHOM if asked.search(folded)), None)
    return Offer(given, whom) if given else None


def _told(folded: str) -> str:
    """What a question tells besides what is asked for and for whom."""
    for asked, _ in _WHOM:
        folded = asked.sub("", folded)
    return without_asking(_OF_THE_FIELD.sub("", folded))
