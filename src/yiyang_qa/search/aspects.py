"""Questions about the document itself: its number, dates and signatories live in known places.

A question that asks for one of these aspects prefers the kinds of clause that hold it, in
any document; all other questions prefer the body to front and back matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.terms import GENRES
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Kind

_WHEN = r"(?:哪天|哪[一1]?年|几号|几月|[何几]时|什么时[候间]|啥时候?|日期|时间)"
#: 有效期 of a document; that of a 证 or an 评估结果 is how long it lasts.
VALIDITY = r"(?<![证卡照书果论同议格告])(?<![证卡照书果论同议格告][的\s])有效期"
_IN_FORCE = r"(?:施行|实[施行]|执行|生效)"
_STEP = 1.1  # likeness is 0 to 1
_CLOSING = 240  # 字 at the end of a document's last clause
_SHORT = 120  # 字: an article that says nothing else to speak of


@dataclass(frozen=True, slots=True)
class Aspect:
    """What is asked of the document itself, and the kinds of clause that say it, best first.

    A short clause of one of the kinds ``by`` says it as well where its text has ``said``: 第五十六条
    本条例自…起施行。
    """

    name: str
    pattern: re.Pattern[str]
    kinds: tuple[Kind, ...]
    weight: float = 5.0  # what the first of ``kinds`` gains in score
    decisive: bool = True  # without a clause that says it the document does not
    by: frozenset[Kind] = NUMBERED
    said: re.Pattern[str] = re.compile("(?!)")
    sign: re.Pattern[str] | None = None  # what the sentence, or the field, that says it has in it
    closes: re.Pattern[str] | None = (
        None  # what the end of a long clause has that says it: no paragraph of its own
    )

    def place(self, clause: Clause, text: str) -> int | None:
        """Among ``kinds``, of a ``clause`` of the document ``text``; None when it says nothing of this."""
        if clause.kind in self.kinds:
            told = clause.kind is not Kind.FIELD or self.sign is None or self._has(self.sign, clause, text)
            return self.kinds.index(clause.kind) if told else None
        if clause.kind not in self.by:
            return None
        if clause.body.end - clause.body.start <= _SHORT:
            return 0 if self._has(self.said, clause, text) else None
        closing = fold(
            text[max(clause.body.start, clause.body.end - _CLOSING) : clause.body.end]
        )  # 本措施执行期限至…, after the last item
        return self._last if self.closes and self.closes.search(closing) else None

    def gain(self, place: int) -> float:
        """What a clause of the kind at ``place`` gains in score; where decisive, more a kind than likeness can make up."""
        return self.weight - place * (_STEP if self.decisive else self.weight / 8)

    @property
    def _last(self) -> int:
        """After all kinds that say it in a paragraph of their own."""
        return len(self.kinds) - 1

    @staticmethod
    def _has(words: re.Pattern[str], clause: Clause, text: str) -> bool:
        return bool(words.search(fold(clause.body.of(text))))


ASPECTS = (
    Aspect(
        "施行日期",
        re.compile(rf"{_WHEN}.{{0,6}}{_IN_FORCE}|(?:施行|生效)(?:日期|时间)|{_IN_FORCE}(?!到).{{0,4}}(?!时间){_WHEN}|"
                   rf"(?:{GENRES}|文件|政策)[^,。;]{{0,16}}{_WHEN}(?:开始|起)(?:用|算数|作数)"),
        (Kind.EFFECT, Kind.ADOPTION, Kind.FIELD),
        said=re.compile(rf"自.{{2,40}}{_IN_FORCE}"),
        sign=re.compile(_IN_FORCE),
    ),
    Aspect(
        "成文日期",
        re.compile(r"落款(?!(?:单位|机关|部门)?[是的]?(?:谁|哪(?!一?[天年月日])))|成文|(?:发文|印发|出台|公布|发布|下发|签发|答复|制定|通过|颁布).{0,8}(?:哪天|几号|何时|什么时候|哪年|日期|时间)|"
                   r"(?:哪天|几号|何时|什么时候|哪一?年|啥时候?).{0,8}(?:发的?文|印发|印的|出台|公布|发布|下发|签发|答复|出的|发的|定的|通过)|"
                   r"(?:哪一?年|什么时候|啥时候?)的(?:文件?|规定|政策|办法|通知)|(?:文件|规定|政策|办法|通知)是(?:哪一?年|什么时候|啥时候?)的"),
        (Kind.DATE, Kind.FIELD, Kind.SIGNATURE, Kind.ADOPTION),
        sign=re.compile(r"成文|发文|印发|公布|发布|通过|(?:19|20)\d\d\s*[-年./]"),
    ),
    Aspect(
        "有效期",  # of a document by its kind: 这个办法还有效吗
        re.compile(rf"(?:{GENRES}|文件|政策|法规|\d\s*号|》)[^,。;]{{0,8}}(?:有效|作数|算数|管用|好使|能用(?=[吗么不?]|$)|在执行|失效|过期|到期|废止|作废|"
                   rf"(?:管|用|执行|施行|实施)到{_WHEN}|到{_WHEN}(?=为?止|结束|[?\s]|$)|(?:执行|施行)(?:期限?|多[久长]))"),
        (Kind.EFFECT, Kind.FIELD, Kind.ADOPTION),
        said=re.compile(r"本[一-龥]{2,6}[^。;]{0,40}(?:有效期|执行期|[施试]行|实施)|(?:[施试]行|实施)[^。;]{0,40}有效期"),
        sign=re.compile("有效|失效|截止|[施试]行|实施|执行期"),
        closes=re.compile(r"(?:^|[。;,\s])本?[一-龥]{0,6}(?:有效期|执行期)限?(?:暂定|[至为到自]|\d)"),
    ),
    Aspect(
        "有效期",
        re.compile(rf"{VALIDITY}(?![内间])|失效|(?:过期|到期)(?![后以]|怎|咋|如何)|还(?:有效|作数|算数|管用|在执行)|(?:废止|作废)了?(?:吗|没)"),
        (Kind.EFFECT, Kind.FIELD, Kind.ADOPTION),
        decisive=False,
        weight=0.3,  # 这指标还作数吗 asks of a target as often as of a document
        said=re.compile(r"有效期"),
        sign=re.compile("有效|失效|截止"),
    ),
    Aspect("发文字号", re.compile(r"发文字号|文\s*号|文件编?号|红头.{0,4}号"), (Kind.NUMBER, Kind.FIELD),
           by=frozenset({Kind.ADOPTION}), said=re.compile(r"\d\s*号"), sign=re.compile(r"\d\s*号")),
    Aspect(
        "发文机关",
        re.compile(r"署名|落款(?:单位|机关|部门)?[是的]?(?:谁|哪(?!一?[天年月日]))|联合(?:发[文的布]|印发|署名|下发)|发文(?:机关|单位)|(?:哪些?(?!天|年)|哪个|哪几个|什么(?!时)|谁)(?:单位|部门|机关)?.{0,4}(?:发的文|印发|发布的|发的)"),
        (Kind.SIGNATURE, Kind.FIELD),
        sign=re.compile(r"(?:发布|发文|制定|印发|责任)(?:单位|机关|机构|部门)|来源"),
    ),
    Aspect("解释机关", re.compile(r"解释权|(?:谁|哪[个家里儿]?(?:部门|单位|机关|局)?)(?:来|负责)*解释(?!一下|说明)"), (),
           said=re.compile("负责解释|解释权"), sign=re.compile("解释")),
    Aspect("附件", re.compile(r"附件"), (Kind.ENCLOSURES,), decisive=False),
)  # fmt: skip

#: Front and back matter that answers only when it is asked for.
MATTER = frozenset(
    {Kind.FIELD, Kind.NUMBER, Kind.SIGNATURE, Kind.DATE, Kind.EFFECT, Kind.ADOPTION, Kind.ENCLOSURES}
)

#: 第一条 为了…，根据…，制定本办法。 现将有关事项通知如下:: why a document was made, and nothing that it rules.
_PURPOSE = re.compile(
    r"\s*(?:第一条)?\s*(?:(?:为|根据|按照)[^。]*(?:制定|提出)(?:本|了?如下|以下)|[^。]*现[将就][^。]*如下)[^。,;]{0,8}[。:]?\s*"
)
_WHY = re.compile(
    r"目的|为了?[什啥]|为何|依据|根据|上位|什么(?:文件|法)|哪[份个部些].{0,4}(?:文件|法|条例)|制定|背景"
)
#: 所需资金由县财政负担，市财政补助50%: who bears the cost, and nothing of what anybody gets.
_BORNE = re.compile(r"(?:资金|经费)[^。;]{0,12}[由从][^。;]{0,40}(?:负担|承担|分担)")
_WHO_BEARS = re.compile(r"资金|经费|公益金|财政|谁|承担|负担|分担|出钱|掏钱|来源|列支|[省市区县](?:里|级)")
_PASSED_OVER = -0.3


def aspects(question: str) -> tuple[Aspect, ...]:
    """The aspects that ``question`` asks for, in the order of the table."""
    folded = fold(question)
    return tuple(aspect for aspect in ASPECTS if aspect.pattern.search(folded))


def preference(clause: Clause, text: str, question: str) -> float:
    """What a ``clause`` of the document ``text`` gains or loses in score for ``question``."""
    asked = aspects(question)
    places = [(aspect, aspect.place(clause, text)) for aspect in asked]
    gains = [aspect.gain(place) for aspect, place in places if place is not None]
    if gains:
        return sum(gains)
    if clause.kind in MATTER:
        return _PASSED_OVER
    said = fold(clause.body.of(text))
    purpose = not _WHY.search(question) and _PURPOSE.fullmatch(said)
    borne = len(said) <= _SHORT and not _WHO_BEARS.search(question) and _BORNE.search(said)
    return _PASSED_OVER if purpose or borne else 0.0
