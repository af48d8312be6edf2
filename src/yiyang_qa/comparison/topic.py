"""What a comparison is about: the words that matter and how much each tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from yiyang_qa.comparison.asked import WHO, Figure, figure
from yiyang_qa.comparison.wording import Wording, holders
from yiyang_qa.dialogue.intent import asks_who
from yiyang_qa.regions import mentions
from yiyang_qa.search.acts import Act, act_asked
from yiyang_qa.search.alternatives import OUTCOMES, of_another
from yiyang_qa.search.benefits import benefits_asked, benefits_named
from yiyang_qa.search.matters import Matter, matters
from yiyang_qa.search.value import Value, given_in
from yiyang_qa.search.values import values_asked
from yiyang_qa.text import bigrams, fold
from yiyang_qa.thesaurus import expansions
from yiyang_qa.types import Document, Evidence

#: Words that ask, compare, point or fill.
_EMPTY = re.compile(
    r"(?:领导|麻烦|帮[我忙]|给我|想要)|(?:[要做列]一?个|列出|列一?下|带上)?(?:横向)?(?:对比|比较)表?|表格?|"
    r"(?:各|哪些|哪几个|哪个|几个|多个|[两二三四五六]个|其[他它]|别的|所有)个?(?:城市|地方|地区|省份|[省市县区地])|"
    r"(?:怎么|怎样|如何)(?:样|规定|要求|说|办|定|讲|写|做)?|什么|有?[啥何]|哪些|哪里|到?哪一?年|有没有|是否|"
    r"规定|要求|成果|现状|口径|说法|做法|安排|出处|文件|情况|硬?(?:目标|指标)|程度|明确|(?:相?差|高出?|低)?多[少大高]|几(?=[个家张名人成所处天年])|"
    r"分别|差[别距]|不同|区别|一样|这事|请|[呢吗么啊呀吧]|[定给][得的]|[最更][高低多少大小](?=[呢啊?]*$)"
)
_WHO = re.compile(WHO)
#: 各市怎么规定, after what is asked.
_HOW_RULED = re.compile(
    r"[,。?!;]?(?:看看|想知道)?(?:各[地市省县]|(?:别的|其[他它])(?:城市|地方|[省市县]))?的?(?:规定|要求)?(?:都|分别|是)*"
    r"(?:(?:怎么|如何|怎样)(?:规定|要求|定|说|写)的?|一样吗)[。?!]*$"
)
#: Pairs with one of these characters tell of grammar, not of the matter.
_GRAMMAR = re.compile("[的了是对把在和与跟或被给能要想到去让从就都也各每]")
#: The kind of figure is settled by its unit.
_KIND = re.compile(r"比例|人数|金额|元|平方|方米")
#: What a pair of characters counts that only another word stands for.
_IN_OTHER_WORDS = 0.85


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and how much each pair of its characters tells, in plain wording."""

    text: str
    asked: Figure
    words: str
    weights: Mapping[str, float]
    wording: Wording
    others: Mapping[str, tuple[str, ...]]  # of a pair, wordings that say as much
    asks_who: bool  # is responsible
    whom: tuple[Matter, ...]  # who is named, apart from the matter: 护理员
    outcomes: tuple[str, ...] = ()  # what it is asked whether a rule comes to: 免费
    of_another: Callable[[str], bool] = lambda _: False  # whether a text rules for another case than is told
    benefits: frozenset[str] = frozenset()  # that it names: 租房 of 租房补贴
    values: tuple[Value, ...] = ()  # of which it asks for one: 哪些情形停发
    act: Act | None = None  # of which it asks how it is done, by whom: 怎么申请

    @property
    def names_holder(self) -> bool:
        """Whether the topic says of which kind of institution."""
        return bool(holders(self.words))

    def fits(self, text: str) -> bool:
        """Whether ``text`` may rule for the case told, and comes to the outcome asked about."""
        return not self.of_another(text) and all(outcome in fold(text) for outcome in self.outcomes)

    def of_its_benefit(self, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """``evidence`` of one region without what only names other benefits, where some names the one asked about."""
        named = [benefits_named(item.quote.of(item.document.text)) for item in evidence]
        if not any(self.benefits & each for each in named):
            return tuple(evidence)
        pairs = zip(evidence, named, strict=True)
        return tuple(item for item, each in pairs if not each or self.benefits & each)

    def told_in(self, text: str) -> bool:
        """Whether ``text`` gives a value asked for, or tells of the act asked about."""
        return given_in(text, self.values) or bool(self.act and self.act.told.search(fold(text)))

    def literally(self, text: str) -> float:
        """How many of the pairs of characters of the topic, as it words them, stand in ``text``, 0–1."""
        asked, said = set(bigrams(fold(self.text))), set(bigrams(fold(text)))
        return len(asked & said) / len(asked) if asked else 0.0

    def share(self, text: str) -> float:
        """How much of the topic stands in ``text``, 0–1, each pair of characters by its weight.

        A pair that only another word for the same thing stands for (骗保: 骗取医疗保障基金) counts a little less.
        """
        (said, grams), whole = self.wording.read(text), sum(self.weights.values())
        held = sum(w * _held(gram, said, grams, self.others) for gram, w in self.weights.items())
        return held / whole if whole else 0.0


def topic_of(text: str, documents: Iterable[Document], wording: Wording) -> Topic:
    """The topic ``text``; words that no line of ``documents`` has tell nothing, rare ones the most."""
    bare, who = _without_regions(fold(text)), asks_who(text)
    words = wording.plain(_EMPTY.sub(" ", _WHO.sub(" ", bare) if who else bare))
    wanted = [g for g in sorted(wording.grams(words)) if not _GRAMMAR.search(g) and not _KIND.fullmatch(g)]
    others = _others(text, wording)
    lines = [line for document in documents for line in _lines(document.text, wording)]
    held = {gram: _lines_with((gram, *others.get(gram, ())), lines) for gram in wanted}
    weights = {gram: log(1 + len(lines) / n) for gram, n in held.items() if n}
    return Topic(
        text,
        figure(text),
        words,
        weights,
        wording,
        others,
        who,
        tuple(_whom(text)),
        *_case(text),
        benefits_asked(text),
        values_asked(_HOW_RULED.sub("", bare)),
        act_asked(bare),
    )


def _case(text: str) -> tuple[tuple[str, ...], Callable[[str], bool]]:
    return tuple(dict.fromkeys(OUTCOMES.findall(fold(text)))), of_another(text)


def _whom(text: str) -> Iterator[Matter]:
    at_stake = {*matters(text)}
    return (actor for actor in matters(text, actors=True) if actor not in at_stake)


def _lines_with(words: Sequence[str], lines: Sequence[str]) -> int:
    """How many of ``lines`` have one of ``words``."""
    if len(words) == 1:
        return sum(words[0] in line for line in lines)
    return sum(any(word in line for word in words) for line in lines)


def _others(text: str, wording: Wording) -> dict[str, tuple[str, ...]]:
    """For each pair of the words of ``text`` that the thesaurus knows, the wordings that documents have for them."""
    return {
        gram: tuple(wording.plain(word) for word in (*known.same, *known.formal))
        for known in expansions(text)
        for gram in wording.grams(known.span.of(text))
    }


def _held(gram: str, said: str, grams: frozenset[str], others: Mapping[str, tuple[str, ...]]) -> float:
    if gram in grams:
        return 1.0
    return _IN_OTHER_WORDS if any(word in said for word in others.get(gram, ())) else 0.0


def _without_regions(text: str) -> str:
    kept, at = [], 0
    for mention in mentions(text):
        kept.append(text[at : mention.span.start])
        at = mention.span.end
    return " ".join([*kept, text[at:]])


@lru_cache(maxsize=256)
def _lines(text: str, wording: Wording) -> tuple[str, ...]:
    """The lines of a document in plain wording."""
    return tuple(line for line in wording.plain(text).splitlines() if line.strip())
